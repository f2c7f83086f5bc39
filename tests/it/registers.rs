//! Whose row it is: two sheets that count from 1, a key that a program wrote otherwise, a row that speaks of another person.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::canary::silent;
use crate::sheets::office;
use crate::support::Office;

/// Nobody's names.
const ANNA: &str = "Zyxqwv Canarjus";
const CARL: &str = "Qwvzyx Avocanar";

const COLUMNS: [(&str, &str); 6] = [
    ("B", "seal names"),
    ("C", "case.origin"),
    ("D", "case.sex"),
    ("E", "application.lodged"),
    ("F", "decision.decided"),
    ("G", "appeal.lodged"),
];

/// A map of [`COLUMNS`], of a register or of none.
fn map(office: &Office, register: Option<&str>) {
    let mut map = String::from(
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n",
    );
    if let Some(register) = register {
        writeln!(map, "register = \"{register}\"").unwrap();
    }
    map += "[fixed]\n\"case.jurisdiction\" = \"de\"\n\"application.kind\" = \"single_procedure\"\n\
        \"decision.outcome\" = \"refused\"\n\"appeal.kind\" = \"appeal\"\n";
    for (at, used) in COLUMNS {
        writeln!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

fn csv(away: &TempDir, rows: &str) -> PathBuf {
    let path = away.path().join("sheet.csv");
    std::fs::write(&path, format!("k,who,or,s,lod,dec,app\n{rows}")).unwrap();
    path
}

fn import(office: &Office, away: &TempDir, rows: &str, more: &[&str]) -> Value {
    let sheet = csv(away, rows);
    let args = [
        "--json",
        "import",
        sheet.to_str().unwrap(),
        "--map",
        "map.toml",
    ];
    office.ok(&[&args[..], more].concat()).json()
}

fn cases(office: &Office) -> usize {
    let all = office.ok(&["--json", "list", "--all"]).json();
    all["items"].as_array().unwrap().len()
}

/// What a plan says of the register, with these options.
fn planned(office: &Office, sheet: &str, more: &[&str]) -> String {
    drop(std::fs::remove_file(office.home().join("plan.toml")));
    let args = ["import", sheet, "--plan", "-o", "plan.toml"];
    office.ok(&[more, &args].concat());
    let map = std::fs::read_to_string(office.home().join("plan.toml")).unwrap();
    let said = map.lines().filter(|line| line.contains("register"));
    said.flat_map(|line| [line, "\n"]).collect()
}

/// Keys that are no running numbers are asked about, too, where an earlier sheet of some register had the same.
#[test]
fn a_plan_asks_of_which_register_keys_are_that_are_here() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = away.path().join("new.csv");
    let rows =
        "No,Nationality,Application date\nab 0017-X,SY,2025-04-03\nab 0018-X,SY,2025-04-04\n";
    std::fs::write(&sheet, rows).unwrap();
    let sheet = sheet.to_str().unwrap();
    let asks = |said: &str| said.contains("register = \"?\"");
    assert!(!asks(&planned(&office, sheet, &[])));
    map(&office, Some("north"));
    let first = format!("AB  0018-x,{ANNA},SY,,2025-01-15,2026-02-16,\n");
    assert_eq!(import(&office, &away, &first, &[])["cases"], 1);
    map(&office, Some("south"));
    let other = format!("AB 0099-x,{CARL},SY,,2025-01-15,2026-02-16,\n");
    assert_eq!(import(&office, &away, &other, &[])["cases"], 1);
    let said = planned(&office, sheet, &[]);
    assert!(asks(&said) && said.contains("\"north\""), "{said}");
    assert!(!said.contains("\"south\""), "{said}");
    // What the store says is a help and no need: without a key the plan is made all the same.
    assert!(!asks(&planned(&office, sheet, &["--key", "none.age"])));
    let away_from_it = ["--store", "nowhere"];
    assert!(!asks(&planned(&office, sheet, &away_from_it)));
}

/// Two years' sheets, each numbered from 1.
#[test]
fn the_same_number_of_another_register_is_another_person() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let first = format!("1,{ANNA},SY,,2025-01-15,2026-02-16,\n");
    let second = format!("1,{CARL},SY,,2025-01-15,2026-02-16,2026-02-27\n");
    map(&office, Some("2024"));
    assert_eq!(import(&office, &away, &first, &[])["cases"], 1);
    map(&office, Some("2025"));
    let done = import(&office, &away, &second, &[]);
    assert_eq!(
        (&done["cases"], &done["sealed"], &done["known_elsewhere"]),
        (&json!(1), &json!(1), &json!(1)),
        "{done}"
    );
    // The same register: the same people, and nothing to warn of.
    let again = import(&office, &away, &second, &[]);
    assert_eq!(
        (&again["events"], &again["known_elsewhere"]),
        (&json!(0), &json!(0))
    );
    map(&office, Some("2024"));
    assert_eq!(import(&office, &away, &first, &[])["events"], 0);
    assert_eq!(cases(&office), 2);
    // A word that is none.
    map(&office, Some("Anna's"));
    let sheet = csv(&away, &first);
    let said = office.run(&["import", sheet.to_str().unwrap(), "--map", "map.toml"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("a word for the register"),
        "{}",
        said.shown()
    );
    silent(&office, &[ANNA, CARL]);
}

/// A running number is asked about; a map from before there were registers finds what it brought, and is told of it.
#[test]
fn a_running_number_is_asked_of_which_register_it_is() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let text = "No,Nationality,Application date\n1,SY,2025-01-15\n2,AF,2025-02-15\n";
    let sheet = away.path().join("plan.csv");
    std::fs::write(&sheet, text).unwrap();
    let planned = office.ok(&[
        "--json",
        "import",
        sheet.to_str().unwrap(),
        "--plan",
        "-o",
        "m1",
    ]);
    let map_text = std::fs::read_to_string(office.home().join("m1")).unwrap();
    assert!(map_text.contains("register = \"?\""), "{map_text}");
    let numbered = planned.json()["open"].as_u64().unwrap();
    std::fs::write(&sheet, text.replace("\n1,", "\nA-1,")).unwrap();
    let planned = office.ok(&[
        "--json",
        "import",
        sheet.to_str().unwrap(),
        "--plan",
        "-o",
        "m2",
    ]);
    let map_text = std::fs::read_to_string(office.home().join("m2")).unwrap();
    assert!(!map_text.contains("register = \"?\""), "{map_text}");
    assert_eq!(planned.json()["open"].as_u64().unwrap() + 1, numbered);
    map(&office, Some("?"));
    let sheet = csv(&away, "1,,SY,,2025-01-15,,\n");
    let said = office.run(&["import", sheet.to_str().unwrap(), "--map", "map.toml"]);
    assert_eq!(said.code, 6);
    assert!(said.err.contains("register"), "{}", said.shown());

    map(&office, None);
    let rows = "1,,SY,,2025-01-15,,\n2,,SY,,2025-01-15,,\n";
    let done = import(&office, &away, rows, &[]);
    assert_eq!(
        (&done["cases"], &done["no_register"]),
        (&json!(2), &json!(true))
    );
    assert_eq!(import(&office, &away, rows, &[])["events"], 0);
    let done = import(&office, &away, &rows.replace("\n2", "\nx2"), &[]);
    assert_eq!(
        (&done["cases"], &done["no_register"]),
        (&json!(1), &json!(false))
    );
}

/// A row that says somebody else of a case's key brings nothing at all.
#[test]
fn a_row_that_speaks_of_another_person_is_left_out_whole() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(&office, None);
    let first = format!(
        "k1,{ANNA},SY,f,2025-01-15,,\nk2,{ANNA},SY,,2025-01-15,,\nk3,{ANNA},unknown,,2025-01-15,,\n"
    );
    let done = import(&office, &away, &first, &[]);
    let case = done["map"][0]["case"].as_str().unwrap().to_owned();
    let before = office.ok(&["--json", "show", &case]).out;
    // Another country, another sex; and two of which one side knew nothing.
    let second = format!(
        "k1,{CARL},IR,f,2025-01-15,2026-02-16,2026-02-27\nk2,{ANNA},SY,m,2025-01-15,2026-02-16,\nk3,{ANNA},AF,,2025-01-15,2026-02-16,\n"
    );
    for more in [&[][..], &["--seal-again"][..]] {
        let done = import(&office, &away, &second, more);
        let another: Vec<&Value> = done["contradictions"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["of_another"] == true)
            .collect();
        assert_eq!(another.len(), 1, "{done}");
        assert_eq!(
            (
                &another[0]["row"],
                &another[0]["case"],
                &another[0]["fields"]
            ),
            (&json!(2), &json!(case), &json!(["origin"]))
        );
        assert_eq!(office.ok(&["--json", "show", &case]).out, before);
        assert_eq!(
            done["sealed"],
            if more.is_empty() { 0 } else { 2 },
            "{done}"
        );
    }
    let third = second.replace("IR,f", "SY,m");
    let done = import(&office, &away, &third, &[]);
    let fields = &done["contradictions"][0]["fields"];
    assert_eq!(*fields, json!(["sex"]), "{done}");
    assert_eq!(office.ok(&["--json", "show", &case]).out, before);
    let said = office.run(&[
        "import",
        csv(&away, &third).to_str().unwrap(),
        "--map",
        "map.toml",
        "--format",
        "human",
    ]);
    assert!(said.out.contains("the same person?"), "{}", said.shown());
    // Lines are judged as rows are.
    let line = r#"{"type":"case","case":"g","origin":"SY","jurisdiction":"de","born":1980}"#;
    assert_eq!(office.run_with(&["import", "-"], line).code, 0);
    let lines = line.replace("1980", "1991")
        + "\n"
        + r#"{"type":"application","case":"g","kind":"single_procedure","lodged":"2025-01-15"}"#;
    let done = office.run_with(&["--json", "import", "-"], &lines).json();
    assert_eq!(done["events"], 0, "{done}");
    assert_eq!(done["contradictions"][0]["of_another"], true, "{done}");
}

/// What a spreadsheet program or another hand makes of a key is the same key.
#[test]
fn a_key_that_is_written_otherwise_is_the_same_key() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(&office, None);
    let rows = |keys: &[&str]| -> String {
        let rows = keys
            .iter()
            .map(|key| format!("\"{key}\",,SY,,2025-01-15,,\n"));
        rows.collect()
    };
    let one = ["007", "K1 ", "١٢", "A\u{a0}1", "К5", "1.5", "ab", "Z1"];
    let other = ["7", "K1", "12", "A 1", "K5", "1,5", "AB", "Z1"];
    assert_eq!(import(&office, &away, &rows(&one), &[])["cases"], 8);
    let done = import(&office, &away, &rows(&other), &[]);
    assert_eq!(
        (&done["cases"], &done["already_there"]),
        (&json!(0), &json!(16)),
        "{done}"
    );
    // Of two rows of one file that come to the same nobody knows which is meant.
    let sheet = csv(&away, &rows(&["007", "7"]));
    let said = office.run(&["import", sheet.to_str().unwrap(), "--map", "map.toml"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err
            .contains("row 3, column A: an earlier row has this key"),
        "{}",
        said.shown()
    );
    // Many went and as many came: somebody numbered them anew.
    let done = import(
        &office,
        &away,
        &rows(&["N7", "N1", "N12", "N2", "N5", "AB", "Z1", "K5"]),
        &[],
    );
    assert_eq!(
        (&done["cases"], &done["keys_gone"]),
        (&json!(5), &json!(5)),
        "{done}"
    );
}

/// A key that an older program took as it stood is found. (The lines of a file know a case by its bare name, as it did.)
#[test]
fn what_was_imported_before_keys_were_compared_is_found() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(&office, None);
    let line = r#"{"type":"case","case":"AB 007","origin":"SY","jurisdiction":"de"}"#;
    assert_eq!(office.run_with(&["import", "-"], line).code, 0);
    let done = import(&office, &away, "AB 007,,SY,,2025-01-15,,\n", &[]);
    assert_eq!(
        (&done["cases"], &done["events"]),
        (&json!(0), &json!(1)),
        "{done}"
    );
    assert_eq!(
        import(&office, &away, "AB 007,,SY,,2025-01-15,,\n", &[])["events"],
        0
    );
    assert_eq!(cases(&office), 1);
}
