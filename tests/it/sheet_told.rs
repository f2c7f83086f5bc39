//! What a sheet says beside its cells' words: in which letters, with which comments, and of which events.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use encoding_rs::{IBM866, ISO_8859_6, KOI8_U, MACINTOSH, WINDOWS_1252};
use rust_xlsxwriter::{Note, Workbook};
use serde_json::{Value, json};

use crate::canary::silent;
use crate::sheets::office;
use crate::support::Office;

/// Nobody's name.
const NAME: &str = "Zyxqwv Čanarjús";

fn map(office: &Office, top: &str, columns: &[(&str, &str)]) {
    let mut map = format!("schema = \"nansen.sheet-map/1\"\nheading = 1\nkey = [\"A\"]\n{top}\n");
    for (at, used) in columns {
        writeln!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

fn file(away: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = away.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn taken(office: &Office, sheet: &Path) -> Value {
    let sheet = sheet.to_str().unwrap();
    let said = office.run(&["--json", "import", sheet, "--map", "map.toml"]);
    assert!(said.code == 0, "{}", said.shown());
    said.json()
}

/// The names that were sealed of a case, as a holder reads them.
pub(crate) fn names_opened(office: &Office, case: &str) -> Value {
    let keys = ["--key", "me.age", "--key", "seal.age", "--json"];
    let open = ["identity", "open", case, "--reason", "check"];
    let why = ["--because", "the letters", "--force"];
    let opened = office.ok(&[&keys[..], &open, &why].concat());
    opened.json()["names"].clone()
}

#[test]
fn comments_of_cells_are_counted_and_never_told() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (row, cells) in [
        ["File", "Nationality", "Date of application"],
        ["q-1", "Syria", "2025-03-02"],
        ["q-2", "Iraq", "2025-03-03"],
    ]
    .iter()
    .enumerate()
    {
        for (column, text) in cells.iter().enumerate() {
            page.write(
                u32::try_from(row).unwrap(),
                u16::try_from(column).unwrap(),
                *text,
            )
            .unwrap();
        }
    }
    let sheet = away.path().join("notes.xlsx");
    let first = book.save(&sheet);
    first.unwrap();
    let planned = |office: &Office| {
        let said = office.ok(&["--json", "import", sheet.to_str().unwrap(), "--plan"]);
        said.json()["comments"].clone()
    };
    assert_eq!(planned(&office), 0);
    let page = book.worksheet_from_index(0).unwrap();
    for row in [1, 2] {
        let note = Note::new(format!("{NAME} called"));
        page.insert_note(row, 2, &note).unwrap();
    }
    book.save(&sheet).unwrap();
    assert_eq!(planned(&office), 2);
    map(
        &office,
        "rows = \"case\"\n[fixed]\n\"case.jurisdiction\" = \"de\"\n\"application.kind\" = \"single_procedure\"",
        &[("B", "case.origin"), ("C", "application.lodged")],
    );
    let done = taken(&office, &sheet);
    assert_eq!((&done["cases"], &done["comments"]), (&json!(2), &json!(2)));
    let sheet = sheet.to_str().unwrap();
    for more in [&["--plan"][..], &["--map", "map.toml"]] {
        let args = [&["--format", "human", "import", sheet][..], more].concat();
        let said = office.ok(&args);
        assert!(
            said.out.contains("2 cells of this file have comments"),
            "{}",
            said.shown()
        );
        assert!(!said.out.contains("Zyxqwv"), "{}", said.shown());
    }
    silent(&office, &[NAME, "Zyxqwv"]);
}

const COLUMNS: &[(&str, &str)] = &[
    ("B", "seal names"),
    ("C", "case.origin"),
    ("D", "application.lodged"),
];

fn small(encoding: &str) -> String {
    format!(
        "{encoding}\nrows = \"case\"\nseparator = \";\"\n[fixed]\n\"case.jurisdiction\" = \"de\"\n\
         \"application.kind\" = \"single_procedure\""
    )
}

#[test]
fn letters_of_older_systems_are_told_or_refused() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let path = |sheet: &Path| sheet.to_str().unwrap().to_owned();
    let ru = "№;Имя;Гражданство;Дата подачи\n1;Зыкс;Сирия;13.04.2021\n";
    let ar = "الرقم;الاسم;الجنسية;تاريخ الطلب\n1;زيكس;سوريا;13/04/2021\n";
    let fr = "Numéro;Nom;Nationalité;Date de la demande\n1;Béchir;Érythrée;13/04/2021\n";
    for (name, bytes) in [
        ("KOI8-U", KOI8_U.encode(&ru.replace('№', "N")).0),
        ("IBM866", IBM866.encode(ru).0),
        ("ISO-8859-6", ISO_8859_6.encode(ar).0),
        ("macintosh", MACINTOSH.encode(fr).0),
    ] {
        let sheet = file(&away, "a.csv", &bytes);
        let planned = office
            .ok(&["--json", "import", &path(&sheet), "--plan"])
            .json();
        assert_eq!(planned["encoding"], name);
    }
    // Where no word says which it is, letters are not taken for others: Macintosh, two DOS pages, Cyrillic, Greek.
    let head = b"File;Name;Nationality;Application date\nq-1;";
    let row = |name: &[u8]| [&head[..], name, b";Syria;2025-03-02\n"].concat();
    for name in [
        &b"B\x8echir M\x9fller"[..],
        b"B\x82chir",
        b"M\x81ller",
        b"\xc7\xfb\xea\xf1 \xca\xe0\xed\xe0\xf0",
        b"\xc3\xe9\xfe\xf1\xe3\xef\xf2",
    ] {
        let sheet = file(&away, "b.csv", &row(name));
        let said = office.run(&["--json", "import", &path(&sheet), "--plan"]);
        assert_eq!(said.code, 1, "{}", said.shown());
        assert!(said.err.contains("sheet.letters"), "{}", said.shown());
        assert!(said.err.contains("UTF-8"), "{}", said.shown());
    }
    // Nor is a page of DOS taken for another in which one of its signs is the same.
    let dos = b"N\xf8 dossier;Nom;Nationalit\x82;Date demande;D\x82cision\nq-1;B\x82chir;Syrie;2025-03-02;rejet\x82e\n";
    let sheet = file(&away, "dos.csv", dos);
    let said = office.run(&["--json", "import", &path(&sheet), "--plan"]);
    assert!(said.err.contains("sheet.letters"), "{}", said.shown());
    // Nor where a map says what cannot be.
    map(&office, &small("encoding = \"windows-1252\""), COLUMNS);
    let sheet = file(&away, "c.csv", &row(b"M\x81ller"));
    let said = office.run(&["--json", "import", &path(&sheet), "--map", "map.toml"]);
    assert!(said.err.contains("sheet.letters"), "{}", said.shown());
    // Plain western letters need no word, and what the map says is taken.
    let sheet = file(
        &away,
        "d.csv",
        &row(&WINDOWS_1252.encode("Zoé Müller-O’Brien").0),
    );
    let planned = office
        .ok(&["--json", "import", &path(&sheet), "--plan"])
        .json();
    assert_eq!(planned["encoding"], "windows-1252");
    map(&office, &small("encoding = \"macintosh\""), COLUMNS);
    let sheet = file(&away, "e.csv", &row(b"B\x8echir M\x9fller"));
    let done = taken(&office, &sheet);
    let case = done["map"][0]["case"].as_str().unwrap();
    assert_eq!(names_opened(&office, case), json!(["Béchir Müller"]));
}

const EVENTS: &[(&str, &str)] = &[
    ("B", "case.origin"),
    ("C", "type"),
    ("D", "event.date"),
    ("E", "event.kind"),
    ("F", "event.to"),
    ("G", "event.act"),
    ("H", "event.what"),
    ("I", "event.until"),
    ("J", "event.relation"),
];

#[test]
fn every_event_that_a_row_can_tell_of_comes_in() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(
        &office,
        "rows = \"event\"\n[fixed]\n\"case.jurisdiction\" = \"de\"\n\"decision.outcome\" = \"refused\"\n\
         \"close.reason\" = \"other\"\n\"link.as\" = \"family\"\n\"deadline-told.means\" = \"interpreter\"\n\
         \"deadline-told.language\" = \"fa\"",
        EVENTS,
    );
    let head = "id,or,type,date,kind,to,act,what,until,rel\n";
    let rows = "V-1,AF,application,2024-01-05,single_procedure,,,,,\n\
         V-1,AF,mandate,2024-01-06,advice,,,,,\n\
         V-1,AF,link,,,v-02,,,,\n\
         V-1,AF,deadline-act,2026-03-01,,,extended,filing:documents,2026-06-01,\n\
         V-1,AF,deadline,2026-04-20,,,,filing:documents,,\n\
         V-1,AF,deadline-told,2026-03-02,,,,filing:documents,,\n\
         V-1,AF,person,2025-06-01,,,,,,child\n\
         V-02,AF,application,2024-01-05,single_procedure,,,,,\n\
         V-02,AF,close,2025-01-05,,,,,,\n\
         V-02,AF,reopening,2025-02-05,,,,,,\n\
         V-02,AF,contact,2025-03-05,,,,,,\n";
    let sheet = file(&away, "events.csv", format!("{head}{rows}").as_bytes());
    let done = taken(&office, &sheet);
    assert_eq!(done["cases"], 2, "{done}");
    let case = |nth: usize| done["map"][nth]["case"].as_str().unwrap().to_owned();
    let first = office.ok(&["--json", "show", &case(0)]).json();
    let kinds: Vec<&str> = first["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    for kind in [
        "deadline-set",
        "deadline-act",
        "deadline-told",
        "person",
        "link",
    ] {
        assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
    }
    let extended = first["deadlines"].as_array().unwrap().iter();
    assert!(
        extended.clone().any(|one| one["due"] == "2026-06-01"),
        "{first}"
    );
    let second = office.ok(&["--json", "show", &case(1)]).json();
    assert_eq!(second["state"], "open");
    let again = taken(&office, &sheet);
    assert_eq!(
        (&again["events"], &again["contradictions"], &again["gone"]),
        (&json!(0), &json!([]), &json!([])),
        "{again}"
    );
    // What no row can say is named as such, and so is a key of no case.
    for (row, column, words) in [
        ("V-1,AF,leave,2025-06-01,,,,,,", 'C', "which person"),
        ("V-1,AF,link,,,V-9,,,,", 'F', "names no line"),
        (
            "V-1,AF,deadline-act,2026-03-01,,,done,filing:documents,,",
            'G',
            "does not know this value",
        ),
    ] {
        let sheet = file(&away, "more.csv", format!("{head}{rows}{row}\n").as_bytes());
        let said = office.run(&["import", sheet.to_str().unwrap(), "--map", "map.toml"]);
        assert_eq!(said.code, 1, "{}", said.shown());
        assert!(
            said.err.contains(&format!("row 13, column {column}")),
            "{}",
            said.shown()
        );
        assert!(said.err.contains(words), "{}", said.shown());
    }
}
