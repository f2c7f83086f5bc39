//! What a row of a sheet says twice, of somebody else or of all rows together: nothing of it is guessed, and nothing is lost.

use std::fmt::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};

use crate::canary::silent;
use crate::sheets::{answer, file, import, office, plan, refused, sealed, text};
use crate::support::Office;

/// Nobody's names.
const NAME: &str = "Zyxqwv Canarjus";
const OTHER: &str = "Qwvzyx Avocanar";

/// What is answered of each sheet here.
const LAW: (&str, &str) = (
    "\"case.jurisdiction\" = \"?\"",
    "\"case.jurisdiction\" = \"de\"",
);

/// A map of some columns, with what stands under each.
fn map(office: &Office, columns: &[(&str, &str, &str)]) {
    let mut map = String::from(
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n[fixed]\n\
         \"case.jurisdiction\" = \"de\"\n\"case.origin\" = \"SY\"\n\
         \"application.kind\" = \"single_procedure\"\n",
    );
    for (at, used, more) in columns {
        writeln!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"\n{more}").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

/// What stands in the sealed identity of a case.
fn opened(office: &Office, case: &str) -> Value {
    let keys = ["--json", "--key", "me.age", "--key", "seal.age"];
    let why = [
        "--reason",
        "court",
        "--because",
        "the court asks",
        "--force",
    ];
    let said = office.ok(&[&keys[..], &["identity", "open", case], &why].concat());
    said.json()
}

#[test]
fn two_columns_of_one_field_agree_or_are_a_fault() {
    let office = office().on("2026-11-27");
    let away = tempfile::tempdir().unwrap();
    let days = "date = \"dmy\"";
    let protection = "[column.values]\n\"ta\" = \"outcome=granted protection=temporary_asylum\"";
    map(
        &office,
        &[
            ("B", "decision.outcome", protection),
            ("C", "decision.decided", days),
            ("D", "decision.notified", days),
            ("E", "decision.notified", days),
            ("F", "decision.protection", ""),
            ("G", "application.lodged", days),
        ],
    );
    let head = "id,dec,on,not,got,what,lodged\n";
    let row = |row: &str| file(away.path(), "a.csv", format!("{head}{row}\n").as_bytes());
    let said = refused(
        &office,
        &row("1,refused,16.10.2026,26.10.2026,20.11.2026,,13.02.2026"),
    );
    let fault = "row 2, column E: column D";
    assert!(said.err.contains(fault), "{}", said.shown());
    // What a word says of a second field is said there, too.
    let said = refused(&office, &row("1,ta,16.10.2026,,,refugee_status,13.02.2026"));
    let fault = "row 2, column F: column B";
    assert!(said.err.contains(fault), "{}", said.shown());
    assert_eq!(office.ok(&["--json", "list"]).json()["items"], json!([]));
    let done = import(
        &office,
        &row(
            "1,refused,16.10.2026,26.10.2026,26.10.2026,,13.02.2026\n2,ta,16.10.2026,,20.11.2026,temporary_asylum,13.02.2026",
        ),
    );
    assert_eq!(
        (&done["cases"], &done["events"]),
        (&json!(2), &json!(6)),
        "{done}"
    );
}

#[test]
fn what_is_of_a_spouse_is_asked_about_and_never_the_applicants() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = format!(
        "N° dossier;Nom;Date de naissance;Adresse;Nationalité;Nom du conjoint;Date de naissance conjoint;\
         Adresse du conjoint;Nationalité de l'épouse\nA-01;{NAME};13/05/1980;12 rue des Lilas;Guinée;{OTHER};\
         22/11/1985;Foyer 3;Mali\n"
    );
    let sheet = file(away.path(), "fr.csv", sheet.as_bytes());
    let (planned, asked) = plan(&office, &sheet);
    let uses = planned["items"].as_array().unwrap().iter();
    let of = |at: &str| uses.clone().find(|one| one["at"] == at).unwrap()["use"].clone();
    assert_eq!(of("C"), "? seal born", "{planned}");
    for at in ["F", "G", "H", "I"] {
        assert_eq!(of(at), "? seal note", "{planned}");
    }
    answer(&office, &sealed(&asked), &[LAW]);
    let done = import(&office, &sheet);
    assert_eq!(done["sealed"], 1, "{done}");
    let person = opened(&office, done["map"][0]["case"].as_str().unwrap());
    let person = person.to_string();
    for part in [
        format!("\"names\":[\"{NAME}\"]"),
        "\"born\":\"1980-05-13\"".to_owned(),
        "\"address\":\"12 rue des Lilas\"".to_owned(),
        format!("\"note\":\"{OTHER}\\n22/11/1985\\nFoyer 3\\nMali\""),
    ] {
        assert!(person.contains(&part), "{part} in {person}");
    }
    // A map that takes both for one person's is refused, row by row.
    let days = "date = \"dmy\"";
    map(
        &office,
        &[
            ("A", "drop", ""),
            ("B", "drop", ""),
            ("C", "seal born", days),
            ("D", "seal address", ""),
            ("E", "drop", ""),
            ("F", "drop", ""),
            ("G", "seal born", days),
            ("H", "seal address", ""),
            ("I", "drop", ""),
        ],
    );
    let said = refused(&office, &sheet);
    for fault in ["row 2, column G: column C", "row 2, column H: column D"] {
        assert!(said.err.contains(fault), "{}", said.shown());
    }
    for value in ["1985", "1980", "Foyer", "Lilas"] {
        assert!(!said.err.contains(value), "{}", said.shown());
    }
    silent(&office, &[NAME, OTHER]);
}

/// A register that counts from 1 and ends with a line of totals.
fn counted(word: &str, who: [(&str, &str); 2]) -> String {
    let mut text = String::from("№;ФИО;Гражданство;Пол;Дата заявления;Вид\n");
    for (nth, (sex, day)) in (1..).zip(who) {
        writeln!(text, "{nth};{NAME};Сирия;{sex};{day};ВУ").unwrap();
    }
    text + &format!("{word};2;;;;\n")
}

/// Headings between the cases and a line below them say one thing alone; with a key that is no case they were cases without anything.
#[test]
fn what_says_one_thing_alone_is_asked_about() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let rows = "Case no,Claim date,Decision,Decision date,Notified\n2022,,,,\nP-1,2022-01-10,refused,2022-05-10,2022-05-12\n\
                P-2,2022-02-10,refused,2022-06-10,2022-06-12\n2023,,,,\nP-3,2023-02-10,,,\n,,,,\nSource: own files,,,,\n";
    let sheet = file(away.path(), "a.csv", rows.as_bytes());
    let (planned, asked) = plan(&office, &sheet);
    assert_eq!(planned["total_rows"], json!([2, 5, 8]), "{planned}");
    let kind = (
        "\"application.kind\" = \"?\"",
        "\"application.kind\" = \"refugee_status\"",
    );
    answer(&office, &asked, &[LAW, kind]);
    let said = refused(&office, &sheet);
    assert!(said.err.contains("row 2, 5, 8"), "{}", said.shown());
    answer(
        &office,
        &asked,
        &[LAW, kind, ("totals = \"?\"", "totals = \"drop\"")],
    );
    let done = import(&office, &sheet);
    assert_eq!(
        (&done["cases"], &done["total_rows"]),
        (&json!(3), &json!([2, 5, 8])),
        "{done}"
    );
}

/// A permit of five years that was given four years ago runs on, though nobody wrote down until when.
#[test]
fn what_runs_for_years_is_not_over_with_what_came_before() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let rows = "Case no,Nationality,Claim date,Decision,Decision date,Notified\nG-1,Sudan,2021-03-10,refugee,2022-01-20,2022-01-22\n\
                G-2,Sudan,2012-03-10,refugee,2013-01-20,2013-01-22\n";
    let sheet = file(away.path(), "a.csv", rows.as_bytes());
    let (_, asked) = plan(&office, &sheet);
    let kind = (
        "\"application.kind\" = \"?\"",
        "\"application.kind\" = \"single_procedure\"",
    );
    answer(
        &office,
        &asked,
        &[
            (
                "\"case.jurisdiction\" = \"?\"",
                "\"case.jurisdiction\" = \"gb\"",
            ),
            kind,
        ],
    );
    import(&office, &sheet);
    let cases = office.ok(&["--json", "list"]).json();
    let mut states = Vec::new();
    for case in cases["items"].as_array().unwrap() {
        let shown = office
            .ok(&["--json", "show", case["case"].as_str().unwrap()])
            .json();
        let all = shown["deadlines"].as_array().unwrap().iter();
        let leave = all.filter(|one| one["rule"] == "gb.leave-5y");
        states.extend(leave.map(|one| one["state"].as_str().unwrap().to_owned()));
    }
    states.sort_unstable();
    assert_eq!(states, ["lapsed", "unconfirmed"]);
}

#[test]
fn totals_are_no_case_and_hide_no_running_numbers() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let of_2024 = counted("Итого", [("м", "13.02.2024"), ("ж", "14.03.2024")]);
    let sheet = file(away.path(), "y24.csv", of_2024.as_bytes());
    let (planned, asked) = plan(&office, &sheet);
    assert!(asked.contains("register = \"?\""), "{asked}");
    assert_eq!(planned["total_rows"], json!([4]));
    let events = planned["events"].as_array().unwrap().iter();
    let cases = events.clone().find(|one| one["event"] == "case").unwrap();
    assert_eq!(cases["count"], 2, "{planned}");
    let dropped = asked.replace("use = \"?\"", "use = \"drop\"");
    answer(&office, &dropped, &[LAW]);
    let said = refused(&office, &sheet);
    assert!(
        said.code == 6 && said.err.contains("row 4: "),
        "{}",
        said.shown()
    );
    let totals = ("totals = \"?\"", "totals = \"drop\"");
    answer(&office, &dropped, &[LAW, totals]);
    let done = import(&office, &sheet);
    assert_eq!(
        (&done["cases"], &done["total_rows"]),
        (&json!(2), &json!([4])),
        "{done}"
    );
    // Another year's: nobody of it is one of the first.
    let of_2025 = counted("Всего", [("ж", "15.05.2025"), ("м", "16.06.2025")]);
    let sheet = file(away.path(), "y25.csv", of_2025.as_bytes());
    let (_, asked) = plan(&office, &sheet);
    let asked = asked.replace("use = \"?\"", "use = \"drop\"");
    answer(
        &office,
        &asked,
        &[LAW, totals, ("register = \"one\"", "register = \"two\"")],
    );
    let done = import(&office, &sheet);
    assert_eq!(
        (&done["cases"], &done["already_there"]),
        (&json!(2), &json!(0)),
        "{done}"
    );
    // A map of before there were rows of totals asks, too; and who says so has a case that is called so.
    let map = std::fs::read_to_string(office.home().join("map.toml")).unwrap();
    let without = map.replace("totals = \"drop\"\n", "");
    std::fs::write(office.home().join("map.toml"), without).unwrap();
    assert_eq!(refused(&office, &sheet).code, 6);
    let case = map.replace("totals = \"drop\"", "totals = \"case\"");
    std::fs::write(office.home().join("map.toml"), case).unwrap();
    let said = refused(&office, &sheet);
    assert!(
        said.code == 1 || said.err.contains("row 4"),
        "{}",
        said.shown()
    );
    silent(&office, &[NAME]);
}

#[test]
fn totals_are_known_in_many_languages_and_cases_are_counted_by_their_keys() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    for word in [
        "Total",
        "Total:",
        "Всего 2",
        "المجموع",
        "Summe",
        "Σύνολο",
        "Grand total",
    ] {
        for row in [format!("{word};2;1 granted;"), format!(";2;{word};")] {
            let text = format!(
                "File No;Nationality;Decision;Decision date\nT-1;SY;refused;2024-05-14\nT-2;SY;granted;2024-05-15\n{row}\n"
            );
            let sheet = file(away.path(), "tot.csv", text.as_bytes());
            let (planned, _) = plan(&office, &sheet);
            assert_eq!(planned["total_rows"], json!([4]), "{row}: {planned}");
            assert_eq!(planned["items"][2]["unknown"], 0, "{row}: {planned}");
        }
    }
    // One person in two rows is one case, and which row is told.
    let text = "No;Nationality;Decision;Decision date\n7;SY;refused;2024-05-14\n8;SY;refused;2024-05-15\n7;SY;granted;2024-09-15\n";
    let sheet = file(away.path(), "twice.csv", text.as_bytes());
    let (planned, _) = plan(&office, &sheet);
    assert_eq!(
        (&planned["total_rows"], &planned["repeated_rows"]),
        (&json!([]), &json!([4]))
    );
    let events = planned["events"].as_array().unwrap();
    let case = json!({ "event": "case", "count": 2 });
    assert!(events.contains(&case), "{planned}");
}

/// The hearings and interviews of a case: day and hour.
fn hours(office: &Office, case: &str) -> Vec<(String, String)> {
    let shown = office.ok(&["--json", "show", case]).json();
    let events = shown["events"].as_array().unwrap().iter();
    let of = |one: &Value| {
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (word(&one["date"]), word(&one["fields"]["at"]))
    };
    let ahead = |one: &&Value| matches!(one["kind"].as_str(), Some("hearing" | "interview"));
    events.filter(ahead).map(of).collect()
}

#[test]
fn the_hour_of_a_hearing_is_taken_wherever_it_stands() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let days = "date = \"dmy\"";
    let columns = [
        ("B", "hearing.date", days),
        ("C", "hearing.at", ""),
        ("D", "application.lodged", days),
    ];
    map(&office, &columns);
    let text = "id,day,at,lodged\n\
        1,15/12/2026 14:30,,13.02.2026 10:15\n\
        2,15/12/2026,9.30,\n\
        3,15/12/2026,9h30,\n\
        4,15/12/2026 9.30,09:30,\n\
        5,15/12/2026 00:00:00,,\n";
    let done = import(&office, &file(away.path(), "a.csv", text.as_bytes()));
    // Of what has no hour the day alone is taken, and that is told.
    assert_eq!(done["hours_left_out"], json!(["D"]), "{done}");
    let of = |nth: usize| hours(&office, done["map"][nth]["case"].as_str().unwrap());
    for (nth, hour) in [
        (0, "14:30"),
        (1, "09:30"),
        (2, "09:30"),
        (3, "09:30"),
        (4, ""),
    ] {
        let hearing = [("2026-12-15".to_owned(), hour.to_owned())];
        assert_eq!(of(nth), hearing, "{nth}");
    }
    office.ok(&["export", "ics", "-o", "out.ics"]);
    let calendar = std::fs::read_to_string(office.home().join("out.ics")).unwrap();
    assert!(calendar.contains("DTSTART:20261215T"), "{calendar}");
    let heads = "No;Nationality;Hearing;Hearing time\n1;SY;2026-12-15;9.30\n";
    let (planned, _) = plan(&office, &file(away.path(), "c.csv", heads.as_bytes()));
    assert_eq!(planned["items"][3]["use"], "hearing.at", "{planned}");
    // The plan wrote a map of its own.
    map(&office, &columns);
    // Two hours are two.
    let text = "id,day,at,lodged\n6,15/12/2026 14:30,15:30,\n";
    let said = refused(&office, &file(away.path(), "b.csv", text.as_bytes()));
    assert!(
        said.err.contains("row 2, column C: column B"),
        "{}",
        said.shown()
    );
    // Real days and hours of a workbook.
    let path = away.path().join("hours.xlsx");
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (at, head) in (0..).zip(["id", "day", "at", "lodged"]) {
        page.write(0, at, head).unwrap();
    }
    let moment = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let hour = Format::new().set_num_format("hh:mm");
    let of_text = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
    page.write(1, 0, 11).unwrap();
    page.write_with_format(1, 1, of_text("2026-12-08T09:30:00"), &moment)
        .unwrap();
    page.write(2, 0, 12).unwrap();
    page.write_with_format(2, 1, of_text("2026-12-08"), &moment)
        .unwrap();
    page.write_with_format(2, 2, of_text("10:20:00"), &hour)
        .unwrap();
    book.save(&path).unwrap();
    let done = import(&office, &path);
    let of = |nth: usize| hours(&office, done["map"][nth]["case"].as_str().unwrap());
    assert_eq!(of(0), [("2026-12-08".to_owned(), "09:30".to_owned())]);
    assert_eq!(of(1), [("2026-12-08".to_owned(), "10:20".to_owned())]);
    assert_eq!(import(&office, &path)["events"], 0);
}

#[test]
fn the_hour_of_a_line_in_a_workbook_is_taken_or_told() {
    let office = office().on("2026-12-20");
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("own.xlsx");
    let write = |kind: &str| {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        let heads = ["type", "case", "ref", "origin", "jurisdiction", "date"];
        for (at, head) in (0..).zip(heads) {
            page.write(0, at, head).unwrap();
        }
        for (at, text) in (0..).zip(["case", "k1", "", "SY", "de"]) {
            page.write(1, at, text).unwrap();
        }
        for (at, text) in (0..).zip([kind, "k1", "h1"]) {
            page.write(2, at, text).unwrap();
        }
        let moment = Format::new().set_num_format("dd/mm/yyyy hh:mm");
        let when = ExcelDateTime::parse_from_str("2026-12-15T09:30:00").unwrap();
        page.write_with_format(2, 5, when, &moment).unwrap();
        book.save(&path).unwrap();
    };
    write("removal");
    let done = office.ok(&["--json", "import", text(&path), "--dry-run"]);
    assert_eq!(done.json()["hours_left_out"], json!(["F"]));
    write("hearing");
    let done = office.ok(&["--json", "import", text(&path)]).json();
    let case = done["map"][0]["case"].as_str().unwrap();
    let hearing = [("2026-12-15".to_owned(), "09:30".to_owned())];
    assert_eq!(hours(&office, case), hearing);
}

#[test]
fn nobody_is_born_in_the_future() {
    let office = office().on("2026-11-27");
    let away = tempfile::tempdir().unwrap();
    map(&office, &[("B", "seal born", "date = \"dmy\"")]);
    // What is said of the century of other days says nothing of births.
    let path = office.home().join("map.toml");
    let said = std::fs::read_to_string(&path).unwrap();
    let with = said.replace("key = [", "pivot = 30\nkey = [");
    std::fs::write(&path, with).unwrap();
    let text = "id,born\n1,12.12.28\n2,12.12.26\n3,11.11.26\n4,05.06.71\n";
    let done = import(&office, &file(away.path(), "a.csv", text.as_bytes()));
    for (nth, born) in (0..).zip(["1928-12-12", "1926-12-12", "2026-11-11", "1971-06-05"]) {
        let case = done["map"][nth]["case"].as_str().unwrap();
        let person = opened(&office, case).to_string();
        assert!(person.contains(born), "{born} in {person}");
    }
    let text = "id,born\n5,12.12.2028\n6,28.11.2026\n7,2027\n";
    let said = refused(&office, &file(away.path(), "b.csv", text.as_bytes()));
    for row in ["row 2, column B", "row 3, column B", "row 4, column B"] {
        assert!(said.err.contains(row), "{}", said.shown());
    }
    assert!(!said.err.contains("2028"), "{}", said.shown());
    // Nor by hand.
    let case = done["map"][0]["case"].as_str().unwrap();
    let sealed = office.run_with(&["identity", "seal", case], "{\"born\":\"2028-12-12\"}");
    assert!(
        sealed.code == 1 && sealed.err.contains("lies in the future"),
        "{}",
        sealed.shown()
    );
    let sealed = office.run_with(&["identity", "seal", case], "{\"born\":\"1928-12-12\"}");
    assert_eq!(sealed.code, 0, "{}", sealed.shown());
    // And a plan does not ask for a century of births.
    let text = "No;Nationality;Date of birth\n1;SY;13.12.28\n";
    let (_, asked) = plan(&office, &file(away.path(), "c.csv", text.as_bytes()));
    assert!(!asked.contains("pivot"), "{asked}");
}

#[test]
fn what_a_map_leaves_unsaid_or_says_twice_is_told_once() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let text = "id,day,dec,due\n1,03.04.2025,No,2025-06-01\n2,04.05.2025,no,\n3,13.05.2025,,\n1,05.05.2025,,\n,05.05.2025,,\n";
    let sheet = file(away.path(), "a.csv", text.as_bytes());
    let columns = |days: &'static str, values: &'static str| {
        [
            ("B", "application.lodged", days),
            ("C", "decision.outcome", values),
            ("D", "deadline.due", ""),
        ]
    };
    let days = "date = \"dmy\"";
    let words = "[column.values]\n\"no\" = \"refused\"";
    map(&office, &columns("", words));
    let said = refused(&office, &sheet);
    assert_eq!(
        (said.code, said.err.matches("B: ").count()),
        (6, 1),
        "{}",
        said.shown()
    );
    let twice = "[column.values]\n\"no\" = \"refused\"\n\"no\" = \"\"";
    map(&office, &columns(days, twice));
    let said = refused(&office, &sheet);
    assert!(said.err.contains("twice"), "{}", said.shown());
    let two = "[column.values]\n\"no\" = \"refused\"\n\"No \" = \"granted\"";
    map(&office, &columns(days, two));
    let said = refused(&office, &sheet);
    assert!(said.err.contains("C: two words"), "{}", said.shown());
    // One person in two rows: which way there is out of it.
    map(&office, &columns(days, words));
    let said = refused(&office, &sheet);
    assert!(said.err.contains("rows = \"event\""), "{}", said.shown());
    assert!(
        said.err.contains("row 6, column A: the key is missing"),
        "{}",
        said.shown()
    );
    // For which act a last day is, is asked.
    let text = "No;Nationality;Deadline\n1;SY;2026-05-01\n";
    let (_, asked) = plan(&office, &file(away.path(), "b.csv", text.as_bytes()));
    assert!(asked.contains("\"deadline.what\" = \"?\""), "{asked}");
}
