//! Who can open the store and who can open names: let in, removed, and what each still opens.

use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::Value;

use crate::prompts::Terminal;
use crate::support::Office;

/// Makes a key for somebody; gives its file and a file with its recipient.
pub(crate) fn make_key(office: &Office, name: &str) -> (String, String) {
    let (key, list) = (format!("{name}.age"), format!("{name}.txt"));
    let made = ["--json", "key", "generate", "--no-passphrase", "-o", &key];
    let recipient = office.ok(&made).json()["recipient"].clone();
    let text = format!("# {name}\n{}\n", recipient.as_str().unwrap());
    std::fs::write(office.home().join(&list), text).unwrap();
    (key, list)
}

/// Names open to the key `seal.age` alone from now on; its recipient is in `seal.txt`.
pub(crate) fn seal_to_one(office: &Office) {
    let (_, holders) = make_key(office, "seal");
    office.ok(&["key", "holders", "--recipients", &holders]);
}

pub(crate) fn add(office: &Office, name: &str) -> String {
    let (key, list) = make_key(office, name);
    office.ok(&["key", "add", name, "--recipients", &list]);
    key
}

fn listed(office: &Office) -> Vec<(String, String)> {
    let list = office.ok(&["--json", "key", "list"]).json();
    let item = |item: &Value| {
        let opens = item["opens"].as_array().unwrap().iter();
        let opens: Vec<_> = opens.map(|what| what.as_str().unwrap()).collect();
        (item["member"].as_str().unwrap().to_owned(), opens.join("+"))
    };
    list["items"].as_array().unwrap().iter().map(item).collect()
}

fn named(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(member, opens): &(&str, &str)| ((*member).to_owned(), (*opens).to_owned());
    pairs.iter().map(own).collect()
}

fn audited(office: &Office) -> Vec<String> {
    let audit = office.ok(&["--json", "audit"]).json();
    let line = |item: &Value| {
        let about = item["about"].as_str().unwrap_or("-");
        format!(
            "{} {} {about}",
            item["member"].as_str().unwrap(),
            item["what"].as_str().unwrap()
        )
    };
    audit["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(line)
        .collect()
}

#[test]
fn a_removed_member_opens_nothing_written_later() {
    let office = Office::open();
    let old = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let key = add(&office, "m2");
    assert_eq!(listed(&office), named(&[("m1", "store"), ("m2", "store")]));
    office.ok(&["--key", &key, "show", &old]);
    office.ok(&[
        "--key",
        &key,
        "record",
        "contact",
        &old,
        "--date",
        "2026-03-02",
    ]);
    // What a member takes along: the whole folder, and the keys alone.
    let copy = office.home().join("copy");
    let copied = Command::new("cp")
        .arg("-r")
        .arg(office.store())
        .arg(&copy)
        .status();
    assert!(copied.unwrap().success());
    let would = office
        .ok(&["--json", "key", "remove", "m2", "--dry-run"])
        .json();
    assert_eq!(
        (&would["done"], &would["epoch"]),
        (&false.into(), &2.into())
    );
    assert_eq!(would["members"], Value::from(["m1"].as_slice()));
    office.ok(&["--key", &key, "show", &old]);

    let done = office.ok(&["--json", "key", "remove", "m2"]).json();
    assert_eq!(
        (&done["done"], &done["case_keys"]),
        (&true.into(), &2.into())
    );
    let new = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    assert_eq!(
        office.fails(3, &["--key", &key, "show", &new]),
        "store.locked"
    );
    assert_eq!(office.fails(3, &["--key", &key, "list"]), "store.locked");
    // The keys as they were, put beside the store as it is.
    let keys = office.store().join("keys.age");
    let newest = std::fs::read(&keys).unwrap();
    std::fs::copy(copy.join("keys.age"), &keys).unwrap();
    assert_eq!(
        office.fails(3, &["--key", &key, "show", &new]),
        "store.other-keys"
    );
    assert_eq!(office.fails(3, &["show", &new]), "store.other-keys");
    std::fs::write(&keys, newest).unwrap();
    // All from before is still open to what was copied, and nothing else.
    let copy = copy.to_str().unwrap();
    office.ok(&["--store", copy, "--key", &key, "show", &old]);
    office.fails(1, &["--store", copy, "--key", &key, "show", &new]);

    office.ok(&["show", &new]);
    office.ok(&["show", &old]);
    office.ok(&["store", "verify"]);
    assert_eq!(listed(&office), named(&[("m1", "store")]));
    assert_eq!(
        audited(&office),
        [
            "m1 device.named -",
            "m1 member.added m1",
            "m1 member.added m2",
            "m1 member.removed m2",
            "m1 keys.changed -"
        ]
    );
    // With another key the alias comes back; the old key does not.
    let again = add_as(&office, "m2", "m2-new");
    office.ok(&["--key", &again, "show", &new]);
    assert_eq!(office.fails(3, &["--key", &key, "list"]), "store.locked");
}

pub(crate) fn add_as(office: &Office, alias: &str, file: &str) -> String {
    let (key, list) = make_key(office, file);
    office.ok(&["key", "add", alias, "--recipients", &list]);
    key
}

#[test]
fn new_keys_open_to_the_same_people() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let key = add(&office, "m2");
    let keys = office.store().join("keys.age");
    let before = std::fs::read(&keys).unwrap();
    office.ok(&["key", "rotate", "--dry-run"]);
    assert_eq!(std::fs::read(&keys).unwrap(), before);
    // Whoever was let in can do it as well.
    let done = office
        .ok(&["--json", "--key", &key, "key", "rotate"])
        .json();
    assert_eq!(done["epoch"], 2);
    assert_eq!(office.ok(&["--json", "key", "rotate"]).json()["epoch"], 3);
    for key in [office.key().to_str().unwrap(), &key] {
        office.ok(&["--key", key, "show", &case]);
    }
    std::fs::write(&keys, before).unwrap();
    assert_eq!(office.fails(3, &["show", &case]), "store.other-keys");
}

#[test]
fn who_can_open_names_is_listed_and_comes_and_goes() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let (_, unnamed) = make_key(&office, "elsewhere");
    office.ok(&["key", "holders", "--recipients", &unnamed]);
    let (seal, list) = make_key(&office, "seal");
    let holder = [
        "key",
        "add",
        "lawyer",
        "--opens",
        "identities",
        "--recipients",
        &list,
    ];
    office.ok(&holder);
    assert_eq!(office.fails(1, &holder), "member.taken");
    let again = [
        "key",
        "add",
        "other",
        "--opens",
        "identities",
        "--recipients",
        &list,
    ];
    assert_eq!(office.fails(1, &again), "member.known");
    let m2 = add(&office, "m2");
    let own = [
        "key",
        "add",
        "m2",
        "--opens",
        "identities",
        "--recipients",
        "m2.txt",
    ];
    office.ok(&own);
    assert_eq!(
        listed(&office),
        named(&[
            ("m1", "store"),
            ("m2", "store+identities"),
            ("holder-1", "identities"),
            ("lawyer", "identities")
        ])
    );
    let sealed = office.run_with(
        &["--json", "identity", "seal", &case],
        "{\"names\":[\"First Example\"]}",
    );
    assert_eq!(sealed.json()["holders"], 3, "{}", sealed.shown());
    // A seal key opens no store.
    assert_eq!(office.fails(3, &["--key", &seal, "list"]), "store.locked");

    office.ok(&["key", "remove", "lawyer"]);
    let done = office.ok(&["--json", "key", "remove", "m2"]).json();
    assert_eq!((&done["names"], &done["epoch"]), (&true.into(), &2.into()));
    assert_eq!(
        listed(&office),
        named(&[("m1", "store"), ("holder-1", "identities")])
    );
    let sealed = office.run_with(
        &["--json", "identity", "seal", &case],
        "{\"names\":[\"Second Example\"]}",
    );
    assert_eq!(sealed.json()["holders"], 1, "{}", sealed.shown());
    // What was sealed to them stays theirs, once somebody opens the store for them; what came later is not.
    let me = office.key();
    for key in [&seal, &m2] {
        let open = [
            "--json",
            "--key",
            me.to_str().unwrap(),
            "--key",
            key,
            "identity",
            "open",
        ];
        let why = [
            &case,
            "--reason",
            "check",
            "--because",
            "spelling",
            "--force",
        ];
        let opened = office.ok(&[&open[..], &why].concat()).json();
        assert_eq!(opened["names"], Value::from(["First Example"].as_slice()));
        assert_eq!(opened["closed"], 1);
    }
    office.ok(&["store", "verify"]);
}

/// Who tries passphrases on a key file that was taken learns nothing of whose it is, before one fits.
#[test]
fn a_wrong_passphrase_says_the_same_of_every_key() {
    let office = Office::open();
    let key = office.home().join("taken.age");
    let path = key.to_str().unwrap();
    let right = "six words of the list it is\n";
    let keys = ["m2", "m3", "stranger"].map(|name| {
        let made = [
            "--json",
            "--passphrase-fd",
            "0",
            "key",
            "generate",
            "-o",
            path,
        ];
        let made = office.run_with(&made, right).json();
        let list = format!("{name}.txt");
        std::fs::write(
            office.home().join(&list),
            made["recipient"].as_str().unwrap(),
        )
        .unwrap();
        if name != "stranger" {
            office.ok(&["key", "add", name, "--recipients", &list]);
        }
        let bytes = std::fs::read(&key).unwrap();
        std::fs::remove_file(&key).unwrap();
        bytes
    });
    office.ok(&["key", "remove", "m3"]);
    let says = |bytes: &[u8], passphrase: &str| {
        std::fs::write(&key, bytes).unwrap();
        let said = office.run_with(&["--key", path, "--passphrase-fd", "0", "list"], passphrase);
        (said.code, said.out, said.err)
    };
    let wrong = keys
        .each_ref()
        .map(|bytes| says(bytes, "quite other words they are\n"));
    assert_eq!(wrong[0].0, 3, "{wrong:?}");
    assert!(wrong.iter().all(|said| *said == wrong[0]), "{wrong:?}");
    // With the right one they part.
    assert_eq!(keys.each_ref().map(|bytes| says(bytes, right).0), [0, 3, 3]);
}

#[test]
fn what_cannot_be_changed_is_refused_and_changes_nothing() {
    let office = Office::open();
    let (_, list) = make_key(&office, "m2");
    add_as(&office, "m2", "first");
    let before = office.files();
    let fails =
        |code, id: &str, args: &[&str]| assert_eq!(office.fails(code, args), id, "{args:?}");
    let add = |alias, file| ["key", "add", alias, "--recipients", file];
    for alias in [
        "M2",
        "recovery",
        "nobody",
        "two words",
        "",
        "x23456789012345678901",
    ] {
        fails(2, "member.alias", &add(alias, &list));
    }
    fails(1, "member.taken", &add("m2", &list));
    fails(1, "member.known", &add("m3", "first.txt"));
    fails(1, "file.absent", &add("m3", "nowhere.txt"));
    fails(1, "member.absent", &["key", "remove", "m9"]);
    fails(1, "member.absent", &["key", "remove", "m9", "--dry-run"]);
    assert_eq!(office.files(), before);
    std::fs::write(office.home().join("empty.txt"), "# nobody\n").unwrap();
    fails(2, "key.no-recipients", &add("m3", "empty.txt"));
    std::fs::write(office.home().join("words.txt"), "age1nonsense\n").unwrap();
    fails(2, "key.recipient", &add("m3", "words.txt"));
    let both = std::fs::read_to_string(office.home().join(&list))
        .unwrap()
        .repeat(2);
    std::fs::write(office.home().join("both.txt"), both).unwrap();
    fails(2, "key.one-recipient", &add("m3", "both.txt"));
    // Of the older sort: what is sealed to it would be as weak.
    let older = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    std::fs::write(office.home().join("older.txt"), older).unwrap();
    fails(2, "key.mixed", &add("m3", "older.txt"));
    let holders = |alias, file| {
        [
            "key",
            "add",
            alias,
            "--opens",
            "identities",
            "--recipients",
            file,
        ]
    };
    office.ok(&holders("s1", &list));
    fails(2, "key.mixed", &holders("s2", "older.txt"));
    fails(1, "member.last-holder", &["key", "remove", "s1"]);
    office.ok(&["key", "remove", "m2"]);
    fails(1, "member.last", &["key", "remove", "m1"]);
    fails(1, "member.last", &["key", "remove", "m1", "--dry-run"]);
    office.ok(&["store", "verify"]);
}

/// What cannot be taken back is not done in passing.
#[test]
fn who_goes_is_asked_about() {
    let office = Office::open();
    let me = office.key();
    let mine = ["--key", me.to_str().unwrap()];
    add(&office, "m2");
    assert_eq!(
        office.fails(6, &["key", "remove", "m1"]),
        "args.not-confirmed"
    );
    let removing = |alias: &str, answer: &str| {
        let args = [&mine[..], &["key", "remove", alias]].concat();
        let mut terminal = Terminal::new(&office, 24, &args);
        terminal.until(if alias == "m1" {
            "Go on?"
        } else {
            "Remove them?"
        });
        terminal.session.send_line(answer).unwrap();
        terminal.end()
    };
    let said = removing("m2", "");
    assert!(said.contains("not confirmed"), "{said}");
    assert_eq!(listed(&office).len(), 2);
    removing("m2", "y");
    assert_eq!(listed(&office), named(&[("m1", "store")]));
    let key = add_as(&office, "m3", "m3");
    office.ok(&["key", "remove", "m1", "--yes"]);
    assert_eq!(office.fails(3, &["list"]), "store.locked");
    office.ok(&["--key", &key, "list"]);
}

/// How a change ended that was killed, as the two see it whom it is about.
struct Ends {
    old: u32,
    new: u32,
}

/// Kills removals and renewals of the keys at random moments: the store opens to whom the history says, and holds what it
/// held.
fn kill_changes(kills: u32) -> Ends {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let (key, list) = make_key(&office, "m2");
    let add = ["key", "add", "m2", "--recipients", &list];
    let epoch = || {
        office.ok(&["--json", "key", "rotate", "--dry-run"]).json()["epoch"]
            .as_u64()
            .unwrap()
    };
    let program = env!("CARGO_BIN_EXE_nansen");
    let start = |args: &[&str]| {
        Command::new(program)
            .arg("--no-input")
            .args(args)
            .env_clear()
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .env("HOME", office.home())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    // How long one takes here, and takes now: the history grows.
    let one = || {
        let begun = Instant::now();
        assert!(start(&["key", "rotate"]).wait().unwrap().success());
        begun.elapsed()
    };
    let mut whole = one();
    let mut ends = Ends { old: 0, new: 0 };
    let mut dice = 7_u64;
    for round in 0..kills {
        if round % 25 == 24 {
            whole = one();
        }
        let there = listed(&office).iter().any(|(member, _)| member == "m2");
        if !there {
            office.ok(&add);
        }
        let before = epoch();
        let removes = round % 2 == 0;
        let mut child = start(if removes {
            &["key", "remove", "m2"]
        } else {
            &["key", "rotate"]
        });
        // Ends of the time one takes and a little more, all of them in the course of the test.
        dice = dice
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let part = u32::try_from(dice >> 40).unwrap();
        std::thread::sleep(whole * (part % 1100) / 1000);
        drop(child.kill());
        child.wait().unwrap();
        // Whoever stays comes in, whoever was removed does not, and both agree on which it is. The one who may be gone
        // asks first in every other round: nothing hangs on who comes first.
        let other = |args: &[&str]| office.run(&[&["--key", key.as_str()], args].concat()).code;
        let first = (round % 4 < 2).then(|| other(&["list"]));
        office.ok(&["show", &case]);
        let now = epoch();
        assert!(now == before || now == before + 1, "{before} {now}");
        let gone = removes && now > before;
        let wanted = if gone { 3 } else { 0 };
        assert!(
            first.is_none_or(|code| code == wanted),
            "{first:?}, {wanted}"
        );
        assert_eq!(other(&["list"]), wanted, "round {round}");
        let there = listed(&office).iter().any(|(member, _)| member == "m2");
        assert_eq!(there, !gone);
        if now > before {
            ends.new += 1;
        } else {
            ends.old += 1;
        }
        if round % 8 == 0 {
            office.ok(&["record", "contact", &case, "--date", "2026-01-05"]);
            office.ok(&["store", "verify"]);
        }
    }
    office.ok(&["key", "rotate"]);
    let verified = office.ok(&["--json", "store", "verify"]).json();
    assert_eq!(verified["findings"], Value::Array(Vec::new()), "{verified}");
    ends
}

#[test]
fn a_killed_change_of_the_keys_leaves_the_old_or_the_new() {
    kill_changes(40);
}

#[test]
#[ignore = "long: 1,000 kills"]
fn long_a_thousand_killed_changes_leave_the_old_or_the_new() {
    let ends = kill_changes(1000);
    println!(
        "1,000 kills: {} old, {} new, none neither",
        ends.old, ends.new
    );
    assert!(ends.old > 50 && ends.new > 50, "all sides were seen");
}

/// Stops a removal at each call to the system that writes, in turn.
fn kill_at_calls(step: usize) -> Option<(usize, Ends)> {
    let traced = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output();
    if !traced.is_ok_and(|output| output.status.success()) {
        return None;
    }
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let (key, list) = make_key(&office, "m2");
    office.ok(&["key", "add", "m2", "--recipients", &list]);
    let kept: Vec<_> = office
        .files()
        .into_iter()
        .filter(|(path, _)| path.starts_with(office.store()))
        .collect();
    let mut ends = Ends { old: 0, new: 0 };
    let mut points = 0;
    for call in [
        "pwrite64",
        "write",
        "fsync",
        "fdatasync",
        "ftruncate",
        "rename",
        "unlink",
    ] {
        for nth in (1..).step_by(step) {
            // Each begins with the same store: one that grew would have ever more calls.
            for (path, bytes) in &kept {
                std::fs::write(path, bytes).unwrap();
            }
            let status = Command::new("strace")
                .args(["-f", "-o", "/dev/null", "-e"])
                .arg(format!("inject={call}:signal=KILL:when={nth}"))
                .args([env!("CARGO_BIN_EXE_nansen"), "--no-input", "--quiet"])
                .args(["key", "remove", "m2"])
                .env("NANSEN_STORE", office.store())
                .env("NANSEN_KEY", office.key())
                .env("HOME", office.home())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .unwrap();
            office.ok(&["show", &case]);
            let there = listed(&office).iter().any(|(member, _)| member == "m2");
            let wanted = if there { 0 } else { 3 };
            let code = office.run(&["--key", &key, "list"]).code;
            assert_eq!(code, wanted, "{call} {nth}");
            office.ok(&["store", "verify"]);
            if status.success() {
                assert!(!there);
                break;
            }
            points += 1;
            if there {
                ends.old += 1;
            } else {
                ends.new += 1;
            }
        }
    }
    Some((points, ends))
}

#[test]
fn a_change_of_the_keys_stopped_at_a_call_to_the_system_leaves_the_old_or_the_new() {
    if let Some((points, ends)) = kill_at_calls(9) {
        assert!(points >= 10 && ends.old > 0 && ends.new > 0, "{points}");
    } else {
        println!("skipped: no tracing here");
    }
}

#[test]
#[ignore = "long: at every call to the system"]
fn long_a_change_of_the_keys_stopped_anywhere_leaves_the_old_or_the_new() {
    if let Some((points, ends)) = kill_at_calls(1) {
        println!(
            "{points} points: {} old, {} new, none neither",
            ends.old, ends.new
        );
    }
}

#[test]
fn sessions_that_go_on_keep_their_keys() {
    let office = Office::open();
    add(&office, "m2");
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let contact = ["record", "contact", &case, "--date", "2026-03-02"];
    let commands: [&[&str]; 8] = [
        &["key", "rotate"],
        &contact,
        &["list"],
        &["key", "remove", "m2"],
        &contact,
        &["show", &case],
        &["key", "rotate"],
        &["due"],
    ];
    for said in office.at_once(&commands) {
        assert_eq!(said.code, 0, "{}", said.shown());
    }
    office.ok(&["store", "verify"]);
}

/// Two people compare six words by ear: what somebody put in the place of a recipient is not let in.
#[test]
fn at_a_terminal_the_words_of_a_key_are_compared() {
    let office = Office::open();
    let (key, list) = make_key(&office, "m2");
    let said = office.run(&[
        "--json",
        "key",
        "generate",
        "--no-passphrase",
        "-o",
        "x.age",
    ]);
    let words = said.json()["words"].as_str().unwrap().to_owned();
    assert!(said.err.contains(&words), "{}", said.shown());
    assert_eq!(words.split(' ').count(), 6);
    let me = office.key();
    let args = [
        "--key",
        me.to_str().unwrap(),
        "key",
        "add",
        "m2",
        "--recipients",
        &list,
    ];
    let answer = |answer: &str| {
        let mut terminal = Terminal::new(&office, 24, &args);
        terminal.until("reads aloud to you?");
        terminal.session.send_line(answer).unwrap();
        terminal.session.exp_eof().unwrap();
    };
    answer("n");
    assert_eq!(office.fails(3, &["--key", &key, "list"]), "store.locked");
    answer("y");
    office.ok(&["--key", &key, "list"]);
}

/// However long a file is that is named for a list, no more of it is read than a list has.
#[test]
fn a_file_that_is_no_list_is_not_read_to_its_end() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let away = tempfile::tempdir().unwrap();
    let far = away.path().join("far").to_str().unwrap().to_owned();
    let long = std::fs::File::create(&far).unwrap();
    long.set_len(1 << 34).unwrap();
    let before = office.files();
    for line in [
        "key add colleague --recipients far",
        "key holders --recipients far",
        "backup make one.nansen --known far",
        "case export CASE --recipients far -o out.handover",
        "rule check far",
        "rule install far",
    ] {
        let words = line.split(' ').map(|word| match word {
            "CASE" => &*case,
            "far" => &*far,
            word => word,
        });
        let words: Vec<&str> = words.collect();
        assert_eq!(office.fails(2, &words), "args.text-too-long", "{line}");
    }
    assert!(office.files() == before);
    assert!(!office.home().join("one.nansen").exists());
}
