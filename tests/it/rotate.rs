//! New keys for a store: whole groups that move to keys of another sort, new recovery cards, and what ends with an epoch.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::members::make_key;
use crate::prompts::{Terminal, numbered};
use crate::support::{Office, Said};

/// The last line of a key file that [`make_key`] described.
fn recipient(office: &Office, list: &str) -> String {
    let text = fs::read_to_string(office.home().join(list)).unwrap();
    text.lines().last().unwrap().to_owned()
}

fn needs(office: &Office, key: &str) -> Vec<String> {
    let status = office.ok(&["--key", key, "--json", "status"]).json();
    let needs = status["needs"].as_array().unwrap().iter();
    needs
        .map(|need| need["id"].as_str().unwrap().to_owned())
        .collect()
}

/// What a card of these words opens of the store.
fn by_card(office: &Office, name: &str, words: &str) -> Said {
    let args = ["key", "recover", "--no-passphrase", "-o", name];
    let made = office.run_with(&args, words);
    assert_eq!(made.code, 0, "{}", made.shown());
    office.run(&["--key", name, "--json", "key", "list"])
}

#[test]
fn a_whole_group_moves_to_keys_of_another_sort_or_nobody_does() {
    // The seeded office's key is of the older sort; so is this one.
    let office = Office::seeded();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let (older, at) = ("older.age", office.home());
    let other = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX\n";
    fs::write(at.join(older), other).unwrap();
    let public = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    fs::write(at.join("m2.txt"), public).unwrap();
    office.ok(&["key", "add", "m2", "--recipients", "m2.txt"]);
    office.ok(&["--key", older, "show", &case]);
    let (first, first_list) = make_key(&office, "first");
    let (second, second_list) = make_key(&office, "second");
    let [one, two] = [&first_list, &second_list].map(|list| recipient(&office, list));
    let before = office.files();

    let rotate = |lines: &str, code: i32, id: &str| {
        let args = ["--json", "key", "rotate", "--members", "-"];
        let said = office.run_with(&args, lines);
        assert_eq!(said.code, code, "{}", said.shown());
        assert!(said.err.contains(id), "{}", said.shown());
    };
    rotate(&format!("m1 {one}"), 2, "key.mixed");
    rotate(&format!("m1 {one}\nm2 {one}"), 1, "member.known");
    rotate(&format!("m1 {one}\nm1 {two}"), 2, "key.member-line");
    rotate(&format!("m1 {one}\nm2"), 2, "key.member-line");
    rotate(&format!("m1 {one}\nm3 {two}"), 1, "member.absent");
    rotate("# nobody\n", 2, "key.no-recipients");
    rotate("m1 age1nonsense", 2, "key.recipient");
    let all = format!("# all of us\nm1 {one}\nm2 {two}\n");
    let would = office.run_with(
        &["--json", "key", "rotate", "--members", "-", "--dry-run"],
        &all,
    );
    assert_eq!(
        would.json()["replaced"],
        Value::from(["m1", "m2"].as_slice())
    );
    assert_eq!(office.files(), before, "nothing is changed yet");

    let done = office.run_with(&["--json", "key", "rotate", "--members", "-"], &all);
    assert_eq!(
        done.json()["replaced"],
        Value::from(["m1", "m2"].as_slice())
    );
    for key in [&first, &second] {
        office.ok(&["--key", key, "show", &case]);
        office.ok(&["--key", key, "store", "verify"]);
    }
    let me = office.key();
    for key in [me.to_str().unwrap(), older] {
        assert_eq!(office.fails(3, &["--key", key, "list"]), "store.locked");
    }
    let audit = office.ok(&["--key", &first, "--json", "audit"]).json();
    let audit = audit["items"].to_string();
    assert_eq!(audit.matches("member.removed").count(), 2, "{audit}");
    let list = office
        .ok(&["--key", &first, "--json", "key", "list"])
        .json();
    let item = &list["items"][1];
    assert_eq!((&item["member"], &item["by"]), (&"m2".into(), &"m1".into()));
    // Whoever keeps the key is named without harm.
    let again = office.run_with(
        &["--key", &first, "--json", "key", "rotate", "--members", "-"],
        &format!("m1 {one}"),
    );
    assert_eq!(again.json()["replaced"], Value::Array(Vec::new()));
    office.ok(&["--key", &second, "show", &case]);
}

/// At a terminal: what stands on the card, and everything else that was said.
fn new_card(office: &Office, args: &[&str]) -> (String, String) {
    let mut terminal = Terminal::new(office, 24, &[args, &["key", "rotate", "--card"]].concat());
    let words = numbered(&terminal.until("Is the card copied?"), 24).join(" ");
    terminal.session.send_line("y").unwrap();
    terminal.until("Go on?");
    terminal.session.send_line("").unwrap();
    terminal.end();
    (words, terminal.left())
}

#[test]
fn a_new_card_takes_the_place_of_the_old_one() {
    let office = Office::open();
    let me = office.key();
    let mine = ["--key", me.to_str().unwrap()];
    assert_eq!(office.fails(6, &["key", "rotate", "--card"]), "init.card");
    // A store that was made without a card gets one.
    let (old, left) = new_card(&office, &mine);
    assert!(left.contains("The new recovery card opens it"), "{left}");
    assert_eq!(by_card(&office, "old.age", &old).code, 0);
    office.ok(&["key", "kept-elsewhere", "--yes"]);
    assert!(!needs(&office, mine[1]).contains(&"recovery.unconfirmed".to_owned()));
    office.ok(&["backup", "make", "old.backup"]);

    let (new, _) = new_card(&office, &mine);
    let said = by_card(&office, "new.age", &new);
    assert_eq!(said.code, 0, "{}", said.shown());
    let list = said.json()["items"].to_string();
    assert_eq!(list.matches("recovery").count(), 1, "{list}");
    assert_eq!(
        office.fails(3, &["--key", "old.age", "list"]),
        "store.locked"
    );
    // The old one opens what was copied before, the new one what is copied from now on.
    office.ok(&["backup", "make", "new.backup"]);
    let drill = |file: &str, words: &str| office.run_with(&["backup", "drill", file], words).code;
    assert_eq!(
        (drill("old.backup", &old), drill("old.backup", &new)),
        (0, 3)
    );
    assert_eq!(
        (drill("new.backup", &new), drill("new.backup", &old)),
        (0, 3)
    );
    assert!(needs(&office, mine[1]).contains(&"recovery.unconfirmed".to_owned()));
    // One that nobody copied changes nothing.
    let before = fs::read(office.store().join("keys.age")).unwrap();
    let mut terminal = Terminal::new(
        &office,
        24,
        &[&mine[..], &["key", "rotate", "--card"]].concat(),
    );
    terminal.until("Is the card copied?");
    terminal.session.send_line("n").unwrap();
    terminal.end();
    assert_eq!(fs::read(office.store().join("keys.age")).unwrap(), before);
    office.ok(&["store", "verify"]);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

/// What `identity forget` says of copies, and no more.
#[test]
fn what_was_erased_ends_with_the_epoch_in_copies_without_keys() {
    let office = Office::open();
    let me = office.key();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let (whole, bare) = (office.home().join("whole"), office.home().join("bare"));
    copy(&office.store(), &whole);
    copy(&office.store(), &bare);
    let because = ["--because", "the person asked for it"];
    office.ok(&[
        &["identity", "forget", &case, "--confirm", &case],
        &because[..],
    ]
    .concat());
    let show = |store: &Path| {
        let store = store.to_str().unwrap();
        office.run(&[
            "--store",
            store,
            "--key",
            me.to_str().unwrap(),
            "show",
            &case,
        ])
    };
    // The database alone, opened with the keys that the store has: until there are new ones nothing is gone from it.
    let keys = |to: &Path| {
        fs::copy(office.store().join("keys.age"), to.join("keys.age")).unwrap();
    };
    keys(&bare);
    assert_eq!(show(&bare).code, 0);
    office.ok(&["key", "rotate"]);
    keys(&bare);
    assert_eq!(show(&bare).code, 3, "{}", show(&bare).shown());
    // Who copied the keys with it opens it for ever, as is said.
    assert_eq!(show(&whole).code, 0);
}

#[test]
fn after_ninety_days_status_asks_for_new_keys() {
    let office = Office::open();
    let me = office.key();
    let asks =
        |office: &Office| needs(office, me.to_str().unwrap()).contains(&"keys.old".to_owned());
    // The office was made on 4 March.
    let office = office.on("2026-06-02");
    assert!(!asks(&office), "ninety days");
    let office = office.on("2026-06-03");
    assert!(asks(&office));
    office.ok(&["key", "rotate"]);
    assert!(!asks(&office));
}

/// Whoever opens the store and names by one key does both by the new one, and neither by the old.
#[test]
fn another_key_of_a_holder_is_another_for_names_too() {
    let office = Office::open();
    let me = office.key();
    let me = me.to_str().unwrap();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let (old, list) = make_key(&office, "m2");
    office.ok(&["key", "add", "m2", "--recipients", &list]);
    let names = ["--opens", "identities", "--recipients", &list];
    office.ok(&[&["key", "add", "m2"], &names[..]].concat());
    let (new, new_list) = make_key(&office, "new");
    let line = format!("m2 {}", recipient(&office, &new_list));
    let rotate = ["--json", "key", "rotate", "--members", "-"];
    let done = office.run_with(&rotate, &line);
    assert_eq!(done.json()["names"], true, "{}", done.shown());
    let sealed = office.run_with(&["identity", "seal", &case], "{\"names\":[\"x\"]}");
    assert_eq!(sealed.code, 0, "{}", sealed.shown());
    let open = ["identity", "open", &case, "--reason", "check"];
    let open = [&open[..], &["--because", "spelling", "--force"]].concat();
    let with = |key: &str| {
        office
            .run(&[&["--key", me, "--key", key], &open[..]].concat())
            .code
    };
    assert_eq!([with(&old), with(&new)], [3, 0]);
    // A card comes from no file, and one alias stands for one key, whichever came first.
    let card = format!("recovery {}", recipient(&office, &new_list));
    let refused = office.run_with(&rotate, &card);
    assert!(refused.err.contains("init.card"), "{}", refused.shown());
    let (_, third) = make_key(&office, "third");
    let (_, fourth) = make_key(&office, "fourth");
    let names = ["--opens", "identities", "--recipients", &third];
    office.ok(&[&["key", "add", "m9"], &names[..]].concat());
    let store = ["key", "add", "m9", "--recipients", &fourth];
    assert_eq!(office.fails(1, &store), "member.taken");
    office.ok(&["key", "add", "m9", "--recipients", &third]);
}
