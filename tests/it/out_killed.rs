//! A program that is killed while it writes with `-o` leaves nothing that can be read, or the next one takes it away.

use std::process::Command;

use crate::support::Office;

/// The program, ended by a signal at a call of the system; whether it was.
fn ended(office: &Office, call: &str, signal: &str, args: &[&str]) -> bool {
    let inject = format!("inject={call}:signal={signal}:when=1");
    let done = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e", &inject])
        .arg(env!("CARGO_BIN_EXE_nansen"))
        .arg("--no-input")
        .args(args)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("HOME", office.home())
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .env("NANSEN_TEST_NOW", &office.now)
        .current_dir(office.home())
        .output()
        .unwrap();
    !done.status.success()
}

#[test]
fn who_is_killed_while_writing_leaves_nothing_behind() {
    let mut there = Command::new("strace");
    there.args(["-e", "trace=none", "true"]);
    if !there.output().is_ok_and(|done| done.status.success()) {
        println!("skipped: no tracing here");
        return;
    }
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    std::fs::create_dir(office.home().join("out")).unwrap();
    let names = || {
        let entries = std::fs::read_dir(office.home().join("out")).unwrap();
        let names = entries.map(|one| one.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    };
    let mut killed = 0;
    for signal in ["SIGKILL", "SIGTERM", "SIGHUP"] {
        for args in [
            &["case", "timeline", &case, "-o", "out/x.md"][..],
            &["list", "-o", "out/x.txt"],
            &["key", "generate", "--no-passphrase", "-o", "out/x.key"],
        ] {
            let file = args.last().unwrap().trim_start_matches("out/");
            // Amid the writing nothing has a name. Signals but that one are taken in a thread of their own, and on a busy machine
            // the file can be whole before it ends the program.
            killed += usize::from(ended(&office, "fsync", signal, args));
            match names().as_slice() {
                [whole] if signal != "SIGKILL" && whole == file => {
                    std::fs::remove_file(office.home().join("out").join(file)).unwrap();
                }
                left => assert_eq!(left, [""; 0], "{signal} {args:?}"),
            }
            // Between its name for a moment and its own: whole, and gone with the next one.
            killed += usize::from(ended(&office, "renameat2", signal, args));
            let left = names();
            assert!(left.len() <= 1, "{left:?}");
            office.ok(&["list", "-o", "out/y.txt"]);
            let left: Vec<String> = names().into_iter().filter(|one| one != file).collect();
            assert_eq!(left, ["y.txt"], "{signal} {args:?}");
            for name in names() {
                std::fs::remove_file(office.home().join("out").join(name)).unwrap();
            }
        }
    }
    assert!(killed >= 9, "{killed}");
}
