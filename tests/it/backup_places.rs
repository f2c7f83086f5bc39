//! Where copies of backups lie, and what proves it.

use serde_json::Value;

use crate::backup::{CARD, backups, office, other_disk, over_days};
use crate::support::Office;

fn needs(office: &Office, id: &str) -> bool {
    let status = office.ok(&["--json", "status"]).json();
    let needs = status["needs"].as_array().unwrap();
    needs.iter().any(|need| need["id"] == id)
}

/// Whether `status` asks for a proven copy elsewhere.
fn asks(office: &Office) -> bool {
    let status = office.ok(&["--json", "status"]).json();
    let asked = needs(office, "backup.elsewhere");
    assert_eq!(asked, status["last_elsewhere"].is_null());
    asked
}

/// `backup kept`, in JSON, with the words of a line.
fn kept(office: &Office, line: &str) -> Value {
    let words: Vec<&str> = line.split(' ').collect();
    let kept = [&["--json", "backup", "kept"], &words[..]].concat();
    office.ok(&kept).json()
}

/// `backup kept` that is refused.
fn refused(office: &Office, code: i32, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    office.fails(code, &[&["backup", "kept"], &words[..]].concat())
}

/// What lies on the store's own disk proves no copy elsewhere, whatever is said of it.
#[test]
fn a_copy_on_the_stores_own_disk_proves_nothing_elsewhere() {
    let (office, _) = office();
    let make = |file: &str, r#where: &str| {
        let to = ["--kept", "bank", "--where", r#where];
        office.ok(&[&["--json", "backup", "make", file], &to[..]].concat())
    };
    for r#where in ["elsewhere", "office"] {
        let file = format!("{where}.nansen");
        let made = make(&file, r#where).json();
        assert_eq!(
            (&made["place"], &made["place_proved"]),
            (&"bank".into(), &false.into())
        );
        assert!(asks(&office), "{where}");
        let before = office.files();
        let read = format!("safe --where {where} --file {file}");
        assert_eq!(refused(&office, 1, &read), "backup.on-this-disk");
        // Of a place of which that is known it need not be said again.
        let read = format!("bank --file {file}");
        assert_eq!(refused(&office, 1, &read), "backup.on-this-disk");
        assert!(office.files() == before);
    }
    let listed = office.ok(&["--json", "backup", "kept"]).json();
    assert_eq!(listed["items"][0]["proved"], Value::Null);
    // A drill there proves that the backup opens, and not that a copy lies elsewhere.
    office.ok(&["backup", "kept", "bank", "--where", "elsewhere"]);
    office.run_with(&["backup", "drill", "office.nansen"], CARD);
    assert!(asks(&office));
    let human = [
        "--format", "human", "backup", "make", "x.nansen", "--kept", "bank",
    ];
    let said = office.ok(&human).out;
    let told = said.contains("that proves nothing") && said.contains("backup kept bank --file");
    assert!(told, "{said}");
    // On this disk it is where it is said to be.
    assert_eq!(make("disk.nansen", "disk").json()["place_proved"], true);
    assert_eq!(kept(&office, "bank --file disk.nansen")["verified"], true);
    assert!(asks(&office));
}

#[test]
fn status_asks_until_a_proven_copy_lies_elsewhere() {
    let (office, case) = office();
    let Some(disk) = other_disk(&office) else {
        return;
    };
    let away = |name: &str| disk.path().join(name).to_str().unwrap().to_owned();
    let take = |name: &str| std::fs::copy(office.home().join(name), away(name)).unwrap();
    let none = refused(&office, 1, "bank --where elsewhere");
    assert_eq!(none, "backup.none-made");
    office.ok(&["backup", "make", "one.nansen"]);
    assert!(asks(&office));
    // Nobody said how far it is, and no alias is a name.
    assert_eq!(refused(&office, 2, "bank"), "backup.place");
    let make = ["backup", "make", "two.nansen", "--kept", "bank"];
    assert_eq!(office.fails(2, &make), "backup.place");
    assert!(!office.home().join("two.nansen").exists());
    let named = ["backup", "kept", "Jane Doe", "--where", "office"];
    assert_eq!(office.fails(2, &named), "member.alias");
    // Said is not proved.
    let said = kept(&office, "bank --where elsewhere");
    assert_eq!(said["verified"], false);
    assert!(asks(&office));
    // A drill of another copy, on another disk, proves nothing of this one; of this one it does.
    take("one.nansen");
    let one = away("one.nansen");
    let drill = |more: &[&str]| {
        let line = ["--json", "backup", "drill", &one];
        office.run_with(&[&line[..], more].concat(), CARD)
    };
    assert_eq!(drill(&[]).code, 0);
    assert!(asks(&office));
    let unknown = drill(&["--kept", "cellar"]);
    assert!(unknown.err.contains("backup.place"), "{}", unknown.shown());
    let here = ["--json", "backup", "drill", "one.nansen", "--kept", "bank"];
    let here = office.run_with(&here, CARD);
    assert!(here.err.contains("backup.on-this-disk"), "{}", here.shown());
    assert!(asks(&office));
    let drilled = drill(&["--kept", "bank"]);
    assert_eq!(drilled.code, 0, "{}", drilled.shown());
    assert!(!asks(&office));
    // The copy is another one by now, which nobody has read.
    office.ok(&["record", "contact", &case, "--date", "2026-03-01"]);
    office.ok(&["backup", "make", "two.nansen"]);
    office.ok(&["backup", "kept", "bank"]);
    assert!(asks(&office));
    // Reading it there proves it; in the office it is not elsewhere.
    take("two.nansen");
    let two = away("two.nansen");
    let read = kept(&office, &format!("bank --file {two}"));
    assert_eq!(read["verified"], true);
    assert!(!asks(&office));
    office.ok(&["backup", "kept", "bank", "--where", "gone"]);
    assert!(asks(&office));
    kept(&office, &format!("safe --where office --file {two}"));
    assert!(asks(&office));
    let three = away("three.nansen");
    let make = ["--json", "backup", "make", &three];
    let to = ["--kept", "sister-office", "--where", "elsewhere"];
    let made = office.ok(&[make, to].concat()).json();
    assert_eq!(
        (&made["place"], &made["place_proved"]),
        (&"sister-office".into(), &true.into())
    );
    assert!(!asks(&office));
    // What is read is what was made: not a damaged one, not another store's.
    let whole = std::fs::read(&two).unwrap();
    std::fs::write(away("bad.nansen"), &whole[..whole.len() - 9]).unwrap();
    let file = |name| format!("bank --where elsewhere --file {}", away(name));
    let damaged = refused(&office, 4, &file("bad.nansen"));
    assert_eq!(damaged, "backup.damaged");
    let other = self::office().0;
    other.ok(&["backup", "make", &away("other.nansen")]);
    let locked = refused(&office, 3, &file("other.nansen"));
    assert_eq!(locked, "backup.locked");
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap();
    assert!(items.iter().any(|item| item["what"] == "backup.kept"));
}

/// A copy elsewhere is asked for anew once it is half a year old, and what lies where can be listed.
#[test]
fn a_copy_elsewhere_grows_old() {
    let (office, _) = office();
    let Some(disk) = other_disk(&office) else {
        return;
    };
    let away = |name: &str| disk.path().join(name).to_str().unwrap().to_owned();
    let one = away("one.nansen");
    office.ok(&["backup", "make", &one]);
    kept(&office, &format!("bank --where elsewhere --file {one}"));
    kept(&office, "drawer --where office");
    kept(&office, "stick --where disk");
    kept(&office, "stick --where gone");
    let old = |office: &Office| needs(office, "backup.elsewhere-old");
    assert!(!old(&office));
    let office = office.on("2026-09-03");
    assert!(!old(&office), "183 days");
    let office = office.on("2026-09-04");
    assert!(old(&office));
    let listed = office.ok(&["--json", "backup", "kept"]).json();
    let copy = |place: &str, there: &str, proved: Value| {
        serde_json::json!({
            "place": place, "where": there, "backup": "2026-03-04", "days": 184,
            "said": "2026-03-04", "proved": proved
        })
    };
    assert_eq!(
        listed["items"],
        serde_json::json!([
            copy("bank", "elsewhere", "2026-03-04".into()),
            copy("drawer", "office", Value::Null)
        ])
    );
    let human = office.ok(&["--format", "human", "backup", "kept"]).out;
    assert!(
        human.contains("184 days old") && human.contains("Nobody has proved it"),
        "{human}"
    );
    // One that is made and taken there now is new.
    office.ok(&["backup", "make", &away("two.nansen"), "--kept", "bank"]);
    assert!(!old(&office));
}

/// What proved a copy at a place is not thinned away from under it.
#[test]
fn a_backup_that_was_proved_at_a_place_stays_until_a_newer_one_lies_there() {
    let office = over_days(&["2026-03-10", "2026-03-20", "2026-03-28"]).on("2026-03-28");
    let Some(disk) = other_disk(&office) else {
        return;
    };
    let away = |name: &str| disk.path().join(name).to_str().unwrap().to_owned();
    for name in backups(&office) {
        std::fs::copy(office.home().join(&name), away(&name)).unwrap();
    }
    let old = away("2026-03-10.nansen");
    kept(&office, &format!("bank --where elsewhere --file {old}"));
    // Said alone it proves nothing, and keeps nothing.
    kept(&office, "drawer --where office");
    let made = |name: &str, rest: &[&str]| {
        let file = away(name);
        let make = ["--json", "backup", "make", &file, "--keep", "1d"];
        office.ok(&[&make[..], rest].concat()).json()
    };
    let removed = serde_json::json!(["2026-03-28.nansen", "2026-03-20.nansen"]);
    assert_eq!(made("new.nansen", &["--yes"])["removed"], removed);
    assert!(std::path::Path::new(&old).exists());
    assert!(!asks(&office));
    // A newer one lies at that place.
    let planned = made("x.nansen", &["--dry-run"]);
    let planned = planned["items"].as_array().unwrap();
    let stay: Vec<&Value> = planned
        .iter()
        .filter(|item| item["goes"] == false)
        .collect();
    assert!(
        matches!(&stay[..], [one] if one["file"] == "2026-03-10.nansen"),
        "{planned:?}"
    );
    let planned = made("x.nansen", &["--kept", "bank", "--dry-run"]);
    let planned = planned["items"].as_array().unwrap();
    assert!(
        planned.iter().all(|item| item["goes"] == true),
        "{planned:?}"
    );
    let removed = serde_json::json!(["new.nansen", "2026-03-10.nansen"]);
    let made = made("newest.nansen", &["--kept", "bank", "--yes"]);
    assert_eq!(made["removed"], removed);
    assert!(!asks(&office));
}
