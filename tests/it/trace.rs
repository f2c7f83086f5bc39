//! What the system sees of every command: which paths it opens, and that it makes no connection and starts no program.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::backup::CARD;
use crate::prompts::Terminal;
use crate::support::Office;

/// What a program of this kind reads of the system: its libraries, the clock's zone, randomness, its own memory map,
/// the terminal's description. OpenSSL looks for its settings where only the machine's master can put some.
const OF_THE_SYSTEM: [&str; 18] = [
    "/dev/fd/",
    "/etc/ld.so.cache",
    "/etc/ld.so.preload",
    "/etc/localtime",
    "/lib/",
    "/lib64/",
    "/proc/self/cgroup",
    "/proc/self/exe",
    "/proc/self/fd/",
    "/proc/self/maps",
    "/proc/self/mountinfo",
    "/proc/sys/vm/overcommit_memory",
    "/sys/fs/cgroup",
    "/usr/lib/",
    "/usr/share/zoneinfo",
    "/dev/null",
    "/dev/urandom",
    "/usr/local/ssl/openssl.cnf",
];

/// A rule file as an office could have it.
const OWN_RULES: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/rules/country/xx.toml"
);

/// Commands that are not traced among these, and why.
const ELSEWHERE: [(&str, &str); 3] = [
    ("demo", "traced by `.ci/run`"),
    ("key shares", "needs a terminal: `at_a_terminal`"),
    (
        "export anonymous",
        "needs a hundred cases: traced in an office of its own",
    ),
];

/// What strace writes down.
const TRACED: [&str; 5] = [
    "-f",
    "-qq",
    "-e",
    "trace=network,%file,execve,execveat",
    "-o",
];

/// Each command once: as the words that call it and what it reads.
fn commands(
    case: &str,
    other: &str,
    event: &str,
    contact: &str,
    [notice, document]: [&str; 2],
    deadlines: &[String],
    tasks: &[String],
) -> Vec<(Vec<String>, String)> {
    let person = r#"{"names":["Zyxqwv"],"telephone":["+000"]}"#;
    let of = |line: &str, input: &str| {
        let words = line
            .replace("CASE", case)
            .replace("OTHER", other)
            .replace("CONTACT", contact)
            .replace("NOTICE", notice)
            .replace("DOCUMENT", document)
            .replace("EVENT", event);
        let words = (1..).zip(deadlines).fold(words, |words, (nth, deadline)| {
            words.replace(&format!("DEADLINE-{nth}"), deadline)
        });
        let words = (1..).zip(tasks).fold(words, |words, (nth, task)| {
            words.replace(&format!("TASK-{nth}"), task)
        });
        (
            words.split(' ').map(str::to_owned).collect(),
            input.to_owned(),
        )
    };
    [
        ("new --origin KP --jurisdiction ru", ""),
        (
            "record application CASE --kind refugee_status --lodged 2025-01-10",
            "",
        ),
        (
            "record decision CASE --on A1 --outcome refused --decided 2025-01-20",
            "",
        ),
        ("record service CASE --on A1 --served 2025-01-21", ""),
        (
            "record appeal CASE --on A1 --kind appeal --lodged 2025-01-22",
            "",
        ),
        (
            "record filing CASE --on A1 --kind documents --lodged 2025-01-23",
            "",
        ),
        ("record interview CASE --date 2025-01-24", ""),
        ("record hearing CASE --date 2025-01-24", ""),
        (
            "record document CASE --kind certificate --date 2025-01-24",
            "",
        ),
        ("record removal CASE --date 2025-01-24", ""),
        ("record step CASE --kind law_event --date 2025-01-24", ""),
        ("record detention CASE --date 2025-01-24", ""),
        ("record release CASE --date 2025-01-24", ""),
        ("record departure CASE --date 2025-01-24", ""),
        ("record contact CASE --date 2025-01-24", ""),
        (
            "record consent CASE --kind statistics --answer given",
            "",
        ),
        ("record note CASE", "a note"),
        ("record fact CASE --fact detained=false", ""),
        (
            "field declare -",
            "[[field]]\nname = \"course\"\ntype = \"yes_no\"\n",
        ),
        ("field list", ""),
        ("record field CASE --field course=yes", ""),
        ("check-in plan", "rule_39\nombudsman: by the night number"),
        ("check-in plan --show", ""),
        ("check-in set CASE --every 3d --how partner", ""),
        ("record check-in CASE", ""),
        ("check-in end CASE --because -", "safe with others"),
        ("record disappearance CASE --date 2026-03-01", ""),
        ("record reappearance CASE --date 2026-03-02", ""),
        ("task add OTHER --by 2026-04-01", "look at it again"),
        ("task done TASK-1", ""),
        ("task drop TASK-2 --because -", "needless"),
        ("task list CASE --all", ""),
        ("notice add --origin KP --source ministry", "no removals"),
        ("notice list --all", ""),
        ("notice end NOTICE --because -", "set aside"),
        ("record detention CASE --date 2026-03-01", ""),
        (
            "record detention-review CASE --outcome upheld --date 2026-03-02 --next 2026-03-09",
            "",
        ),
        ("record consent CASE --kind referral --answer given", ""),
        (
            "record referral CASE --kind to --partner clinic --service medical --date 2026-03-01",
            "",
        ),
        (
            "record referral-outcome CASE --outcome accepted --date 2026-03-02",
            "",
        ),
        (
            "record resettlement CASE --state referred --country CA --date 2026-03-01",
            "",
        ),
        ("record risk CASE --level high --review 2026-05-01", ""),
        ("record mandate CASE --kind advice --date 2026-03-01", ""),
        (
            "deadline told DEADLINE-1 --means in_person --language fa",
            "",
        ),
        ("show CASE", ""),
        ("list", ""),
        ("due", ""),
        ("deadline set CASE --due 2026-04-01 --what other", ""),
        ("deadline meet DEADLINE-1 --date 2025-02-01", ""),
        ("deadline waive DEADLINE-2 --because -", "not needed"),
        ("deadline extend DEADLINE-3 --until 2027-01-01", ""),
        ("export letter CASE --for DEADLINE-4", ""),
        ("export csv --of due -o due.csv", ""),
        ("export xlsx --of list -o list.xlsx", ""),
        ("export html --of show CASE -o case.html", ""),
        ("export md --of list -o list.md", ""),
        ("export ics -o office.ics", ""),
        ("export archive --in-the-open -o all.jsonl", ""),
        ("case timeline CASE --coarse month", ""),
        ("case access CASE", ""),
        ("find", "note"),
        ("deadline confirm DEADLINE-4", ""),
        ("deadline log --sign", ""),
        ("deadline second-person off", ""),
        ("deadline warn --set 7d,3d", ""),
        ("deadline watch DEADLINE-4 --by m1", ""),
        ("absence list", ""),
        ("retention set --after 5y", ""),
        ("retention list", ""),
        ("retention warn", ""),
        ("close OTHER --reason other --even-so settled", ""),
        ("reopen OTHER --date 2026-03-04", ""),
        ("assign CASE --to nobody", ""),
        ("bulk settle --lapsed --dry-run", ""),
        ("bulk note --origin KP", "no removals"),
        ("undo", ""),
        ("bulk close --reason other --origin SY", ""),
        ("link CASE --to OTHER --as family", ""),
        ("correct EVENT --lodged 2025-01-09 --because -", "an error"),
        ("retract CONTACT --because -", "an error"),
        ("undo", ""),
        ("status", ""),
        ("store info", ""),
        ("store verify", ""),
        ("store rebuild", ""),
        ("key holders --recipients holder.txt", ""),
        ("identity seal CASE", person),
        (
            "identity open CASE --key me.age --key holder.age --reason court --because - --force --json",
            "a hearing",
        ),
        ("document add CASE holder.txt --no-person-in-it", ""),
        ("document list CASE", ""),
        ("document open DOCUMENT -o -", ""),
        ("key kept-elsewhere --yes", ""),
        ("key contact worker", ""),
        ("identity seal OTHER", person),
        (
            "identity contact OTHER --reason contact --because - --force --json",
            "the hearing was moved",
        ),
        (
            "identity contact OTHER --key me.age --key holder.age --to m1",
            "",
        ),
        ("person add OTHER --relation child", ""),
        ("person list OTHER", ""),
        ("person leave OTHER --person 2 --reason other", ""),
        ("identity match --key me.age --key holder.age", "Zyxqwv"),
        (
            "identity forget CASE --confirm CASE --because -",
            "asked for it",
        ),
        ("audit", ""),
        ("key generate --no-passphrase -o other.age", ""),
        ("key list", ""),
        ("key passphrase --key other.age --passphrase-fd 0", "a b c d e f"),
        ("key recover --no-passphrase -o card.age", CARD),
        ("rule list", ""),
        ("rule show de.klage-2w", ""),
        ("rule explain de.klage-2w --from 2026-04-17", ""),
        ("rule check own.toml", ""),
        ("rule install own.toml", ""),
        ("rule changes", ""),
        ("stats show --inside --unit persons", ""),
        ("stats release --to press", ""),
        ("stats ledger", ""),
        ("stats threshold 10", ""),
        ("stats verify", ""),
        ("import -", ""),
        ("init --store other --no-recovery", ""),
        ("completions bash", ""),
        ("help safety", ""),
        ("key add m2 --recipients m2.txt", ""),
        ("absence set m1 --from 2026-08-03 --until 2026-08-21 --to m2", ""),
        ("absence cancel m1 --from 2026-08-03", ""),
        ("key remove m2", ""),
        ("key rotate", ""),
        ("key add card --recipients words.txt", ""),
        ("backup make one.nansen", ""),
        ("backup verify one.nansen", ""),
        ("backup restore one.nansen --store restored", ""),
        ("backup drill one.nansen", CARD),
        ("backup kept bank --where disk --file one.nansen", ""),
        ("backup make two.nansen --keep 7d --yes --kept bank", ""),
        ("unlock", ""),
        ("lock", ""),
        ("panic --yes", ""),
    ]
    .map(|(line, input)| of(line, input))
    .into()
}

/// The commands that have none below them, as the program's own help lists them.
fn leaves(office: &Office) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![String::new()];
    while let Some(path) = waiting.pop() {
        let words: Vec<&str> = path.split_whitespace().chain(["-h"]).collect();
        let help = office.ok(&words).out;
        let below: Vec<String> = help
            .lines()
            .skip_while(|line| *line != "Commands:")
            .skip(1)
            .take_while(|line| line.starts_with("  "))
            .filter_map(|line| line.split_whitespace().next())
            // A command that can be called as an option, too, is listed with both.
            .map(|name| name.trim_end_matches(','))
            .map(|name| format!("{path} {name}").trim().to_owned())
            .collect();
        if below.is_empty() {
            found.insert(path);
        }
        waiting.extend(below.into_iter().filter(|one| !one.ends_with(" help")));
    }
    found
}

/// Of a command's calls, those that are none of its business.
fn foreign(office: &Office, words: &[String], input: &str, expected: i32) -> Vec<String> {
    let seen = tempfile::NamedTempFile::new().unwrap();
    let mut child = Command::new("strace")
        .args(TRACED)
        .arg(seen.path())
        .args([env!("CARGO_BIN_EXE_nansen"), "--no-input"])
        .args(words)
        .env_clear()
        .env("PATH", std::env::var("PATH").unwrap())
        .env("HOME", office.home())
        .env("TMPDIR", office.home().join("tmp"))
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .env("NANSEN_TEST_NOW", &office.now)
        .env("NANSEN_TEST_SCRYPT", "4")
        .current_dir(office.home())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // A command that reads nothing may be gone.
    drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
    let code = child.wait().unwrap().code();
    assert_eq!(code, Some(expected), "{words:?}");
    foreign_of(office, &std::fs::read_to_string(seen.path()).unwrap(), &[])
}

/// The one command that shows its result to a person alone.
fn at_a_terminal(office: &Office) -> Vec<String> {
    let seen = tempfile::NamedTempFile::new().unwrap();
    let key = office.key();
    let program = [
        seen.path().to_str().unwrap(),
        env!("CARGO_BIN_EXE_nansen"),
        "--key",
        key.to_str().unwrap(),
        "key",
        "shares",
        "--replace",
    ];
    let line = [&["strace"][..], &TRACED, &program].concat();
    let mut terminal = Terminal::of(office, 24, &line);
    terminal.shares(true);
    let rest = terminal.end();
    assert!(rest.contains("One key opens"), "{rest}");
    let trace = std::fs::read_to_string(seen.path()).unwrap();
    assert!(trace.contains("keys.age"), "{trace}");
    let mut bad = foreign_of(office, &trace, &["/dev/tty"]);
    // How the terminal's library tells itself of a changed window: two ends in one process, which reach nobody.
    bad.retain(|call| !call.contains("socketpair(AF_UNIX, "));
    bad
}

/// Of the calls in a trace, those that are none of the program's business.
fn foreign_of(office: &Office, trace: &str, also: &[&str]) -> Vec<String> {
    let home = office.home().to_str().unwrap();
    let own = |path: &str| {
        let inside = !path.starts_with('/') && !path.split('/').any(|part| part == "..");
        inside
            || path.starts_with(home)
            // Where a new folder may be made, its parents are looked at.
            || home.starts_with(path)
            // Where a file is written, it is asked whether a folder above is a store's.
            || ["/keys.age", "/head", "/store.db"]
                .iter()
                .any(|part| path.strip_suffix(part).is_some_and(|folder| home.starts_with(folder)))
            || OF_THE_SYSTEM.iter().chain(also).any(|start| path.starts_with(start))
    };
    // The first line is the program itself.
    let calls = trace.lines().skip(1);
    let bad = calls.filter(|line| {
        let call = line.split_once(' ').map_or(*line, |(_, call)| call.trim());
        let name = call.split('(').next().unwrap_or_default();
        let mut paths = call.split('"').skip(1).step_by(2);
        // What is behind the first is, but for these, what came back.
        let two =
            name.starts_with("rename") || name.contains("link") && !name.starts_with("readlink");
        let file = paths.by_ref().take(if two { 2 } else { 1 }).all(own);
        let connects = matches!(
            name,
            "socket"
                | "socketpair"
                | "connect"
                | "bind"
                | "sendto"
                | "sendmsg"
                | "accept"
                | "listen"
        );
        connects || name.starts_with("execve") || !file
    });
    bad.map(str::to_owned).collect()
}

#[test]
fn no_command_opens_a_connection_or_a_foreign_path() {
    let traced = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output();
    if !traced.is_ok_and(|output| output.status.success()) {
        println!("skipped: no tracing here");
        return;
    }
    let office = Office::open();
    for name in ["holder", "m2"] {
        let key = office.home().join(name).with_extension("age");
        let key = key.to_str().unwrap();
        let made = office.ok(&["--json", "key", "generate", "--no-passphrase", "-o", key]);
        let recipient = made.json()["recipient"].as_str().unwrap().to_owned();
        std::fs::write(office.home().join(name).with_extension("txt"), recipient).unwrap();
    }
    let recover = [
        "--json",
        "key",
        "recover",
        "--no-passphrase",
        "-o",
        "words.age",
    ];
    let recovered = office.run_with(&recover, CARD).json();
    let recipient = recovered["recipient"].as_str().unwrap();
    std::fs::write(office.home().join("words.txt"), recipient).unwrap();
    std::fs::copy(OWN_RULES, office.home().join("own.toml")).unwrap();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let other = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let lodged = ["--kind", "temporary_asylum", "--lodged", "2025-01-08"];
    let entry = office.ok(&[&["--json", "record", "application", &case][..], &lodged].concat());
    let event = entry.json()["event"].as_str().unwrap().to_owned();
    let contact = office.ok(&["--json", "record", "contact", &case, "--date", "2026-03-01"]);
    let contact = contact.json()["event"].as_str().unwrap().to_owned();
    let deadlines: Vec<String> = (1..=4)
        .map(|day| {
            let due = format!("2026-05-{day:02}");
            let set = office.ok(&["--json", "deadline", "set", &case, "--due", &due]);
            set.json()["deadlines"][0]["id"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let tasks: Vec<String> = ["check", "translate"]
        .iter()
        .map(|what| {
            let add = ["--json", "task", "add", &case, "--what", what];
            let added = office.ok(&[&add[..], &["--by", "2026-04-01"]].concat());
            added.json()["event"].as_str().unwrap().to_owned()
        })
        .collect();
    let add = ["--json", "notice", "add", "--origin", "SY"];
    let notice = office.run_with(&add, "no removals").json();
    let notice = notice["items"][0]["notice"].as_str().unwrap().to_owned();
    let add = [
        "--json",
        "document",
        "add",
        &case,
        "own.toml",
        "--no-person-in-it",
    ];
    let document = office.ok(&add).json()["document"]
        .as_str()
        .unwrap()
        .to_owned();
    let of_entries = [notice.as_str(), &document];
    let (taken, _, free) = crate::between::around(&office);
    let between = [
        format!("case origin {taken}"),
        format!("case export {free} --recipients m2.txt -o d.handover"),
        "case import b.handover -o b.receipt".to_owned(),
        "case receipt c.receipt".to_owned(),
    ];
    let words = |line: &String| line.split(' ').map(str::to_owned).collect();
    let mut all: Vec<(Vec<String>, String)> = between
        .iter()
        .map(|line| (words(line), String::new()))
        .collect();
    all.extend(commands(
        &case, &other, &event, &contact, of_entries, &deadlines, &tasks,
    ));
    let mut untold = leaves(&office);
    // Before `panic`.
    let mut bad = at_a_terminal(&office);
    let many = crate::looks::office(&(0..100).map(|at| (1, at % 2, 0)).collect::<Vec<_>>());
    let list = "export anonymous --to donor --without result -o list.csv".split(' ');
    bad.extend(foreign(
        &many,
        &list.map(str::to_owned).collect::<Vec<_>>(),
        "",
        0,
    ));
    for (words, input) in &all {
        let line = words.join(" ");
        untold.retain(|leaf| line != *leaf && !line.starts_with(&format!("{leaf} ")));
        for call in foreign(&office, words, input, 0) {
            bad.push(format!("{line}: {call}"));
        }
    }
    untold.retain(|leaf| ELSEWHERE.iter().all(|(name, _)| name != leaf));
    assert!(untold.is_empty(), "not traced: {untold:?}");
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    println!("{} commands traced", all.len() + 1);
    // The trace would show it.
    let seen = foreign(
        &office,
        &["rule", "check", "/etc/hostname"].map(str::to_owned),
        "",
        1,
    );
    assert!(
        seen.iter().any(|call| call.contains("/etc/hostname")),
        "{seen:?}"
    );
}
