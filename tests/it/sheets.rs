//! Spreadsheets of an office before this program: a plan, a map, an import, and the same sheet again.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use rust_xlsxwriter::{Format, Formula, Workbook};
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::canary::{silent, told};
use crate::support::{Office, Said};

/// Nobody's name; it is in every sheet, in columns that are sealed or dropped.
const NAME: &str = "Zyxqwv Čanarjús";
/// The same where the encoding has no such letters.
const PLAIN: &str = "Zyxqwv Canarjus";

/// An office in which names can be sealed. The key that opens them lies in `seal.age`.
pub(crate) fn office() -> Office {
    let office = Office::open();
    let key = office.ok(&[
        "--json",
        "key",
        "generate",
        "--no-passphrase",
        "-o",
        "seal.age",
    ]);
    let recipient = key.json()["recipient"].as_str().unwrap().to_owned();
    std::fs::write(office.home().join("holders.txt"), recipient + "\n").unwrap();
    office.ok(&["key", "holders", "--recipients", "holders.txt"]);
    office
}

/// Writes a file out of the home, so that what it holds is not looked for there.
pub(crate) fn file(dir: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = dir.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

pub(crate) fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Has a map proposed.
pub(crate) fn plan(office: &Office, sheet: &Path) -> (Value, String) {
    drop(std::fs::remove_file(office.home().join("map.toml")));
    let said = office.ok(&["--json", "import", text(sheet), "--plan", "-o", "map.toml"]);
    assert!(!told(&said), "{}", said.shown());
    let map = std::fs::read_to_string(office.home().join("map.toml")).unwrap();
    (said.json(), map)
}

/// Puts answers in the place of what the map leaves open.
pub(crate) fn answer(office: &Office, map: &str, answers: &[(&str, &str)]) {
    // Each sheet here counts from 1.
    let map = map.replace("register = \"?\"", "register = \"one\"");
    // Nor does one of them say for which act a last day is.
    let mut map = map.replace("\"deadline.what\" = \"?\"", "\"deadline.what\" = \"other\"");
    for (from, to) in answers {
        assert!(map.contains(from), "{from} in\n{map}");
        map = map.replacen(from, to, 1);
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

/// Seals every column that a person is asked about, as it is proposed.
pub(crate) fn sealed(map: &str) -> String {
    let mut out = String::new();
    let mut wanted = String::new();
    for line in map.lines() {
        if let Some((_, after)) = line.split_once("use = \"seal ") {
            wanted = format!("use = \"seal {}\"", after.split('"').next().unwrap());
        }
        let line = if line == "use = \"?\"" {
            wanted.as_str()
        } else {
            line
        };
        out += line;
        out.push('\n');
    }
    out
}

pub(crate) fn import(office: &Office, sheet: &Path) -> Value {
    let said = office.ok(&["--json", "import", text(sheet), "--map", "map.toml"]);
    assert!(!told(&said), "{}", said.shown());
    said.json()
}

/// Faults of an import that is refused, one a line.
pub(crate) fn refused(office: &Office, sheet: &Path) -> Said {
    let said = office.run(&["import", text(sheet), "--map", "map.toml"]);
    assert!(said.code == 1 || said.code == 6, "{}", said.shown());
    assert!(!told(&said), "{}", said.shown());
    said
}

/// The Russian register: Windows-1251, a title, headings over two rows of which the upper ones are made one.
fn russian(rows: &[[&str; 10]]) -> Vec<u8> {
    let mut text = String::from(
        "Журнал учёта;;;;;;;;;\r\n\
         ;;;;Заявление;Решение;;;Жалоба;Срок жалобы\r\n\
         № п/п;ФИО;Гражданство;Пол;дата подачи;дата;исход;вручено;дата;\r\n",
    );
    for row in rows {
        text += &row.join(";");
        text += "\r\n";
    }
    text += ";;;;;;;;;\r\n";
    encoding_rs::WINDOWS_1251.encode(&text).0.into_owned()
}

const RUSSIAN: &[[&str; 10]] = &[
    [
        "1",
        "Zyxqwv Canarjus",
        "Сирия",
        "м",
        "13.01.2020",
        "02.03.2020",
        "отказ",
        "10.03.2020",
        "01.04.2020",
        "",
    ],
    [
        "2",
        "Zyxqwv Canarjus",
        "КНДР",
        "ж",
        "15.06.2025",
        "20.01.2026",
        "Отказ",
        "20.02.2026",
        "",
        "25.03.2026",
    ],
    [
        "3",
        "Zyxqwv Canarjus",
        "Афганистан",
        "м",
        "03.02.2021",
        "05.05.2021",
        "ВУ",
        "06.05.2021",
        "",
        "",
    ],
    [
        "4",
        "Zyxqwv Canarjus",
        "Украина",
        "жен",
        "17.02.2022",
        "",
        "",
        "",
        "",
        "",
    ],
];

/// What a person answers of the Russian sheet.
const RUSSIAN_ANSWERS: &[(&str, &str)] = &[
    (
        "\"case.jurisdiction\" = \"?\"",
        "\"case.jurisdiction\" = \"ru\"",
    ),
    (
        "\"application.kind\" = \"?\"",
        "\"application.kind\" = \"refugee_status\"",
    ),
    (
        "\"appeal.kind\" = \"?\"",
        "\"appeal.kind\" = \"administrative_review\"",
    ),
    // One day alone stands there, and it can be two.
    ("date = \"?\"", "date = \"dmy\""),
];

#[test]
fn a_russian_register_comes_in_whole_and_once() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = file(away.path(), "register.csv", &russian(RUSSIAN));
    let (planned, map) = plan(&office, &sheet);
    assert_eq!(planned["encoding"], "windows-1251");
    assert_eq!(planned["rows"], 4);
    let count = |event: &str| {
        let all = planned["events"].as_array().unwrap().iter();
        all.clone()
            .find(|one| one["event"] == event)
            .map(|one| one["count"].as_u64().unwrap())
    };
    assert_eq!(count("case"), Some(4));
    assert_eq!(count("application"), Some(4));
    assert_eq!(count("decision"), Some(3));
    assert_eq!(count("appeal"), Some(1));
    assert_eq!(count("deadline"), Some(1));
    assert!(map.contains("\"отказ\" = \"refused\""), "{map}");
    assert!(
        map.contains("\"ву\" = \"outcome=granted protection=temporary_asylum\""),
        "{map}"
    );
    // The name's column waits for an answer.
    let said = refused(&office, &sheet);
    assert_eq!(said.code, 6);
    answer(&office, &sealed(&map), RUSSIAN_ANSWERS);
    let before = office.ok(&["--json", "list"]).json();
    let tried = office
        .ok(&[
            "--json",
            "import",
            text(&sheet),
            "--map",
            "map.toml",
            "--dry-run",
        ])
        .json();
    assert_eq!(tried["cases"], 4);
    assert_eq!(office.ok(&["--json", "list"]).json(), before);
    let done = import(&office, &sheet);
    assert_eq!(
        (&done["cases"], &done["events"], &done["sealed"]),
        (&4.into(), &13.into(), &4.into())
    );
    // The deadline by hand ends later than the month that the law gives.
    let differing = done["differing"].as_array().unwrap();
    assert_eq!(differing.len(), 1, "{done}");
    assert_eq!(
        (&differing[0]["row"], &differing[0]["sheet"]),
        (&5.into(), &"2026-03-25".into())
    );
    assert!(differing[0]["days"].as_i64().unwrap() != 0);
    // What ended before has lapsed: only the second case has something due.
    let due = office.ok(&["--json", "due", "--within", "60d"]).json();
    let case = done["map"][1]["case"].clone();
    assert!(
        due["items"]
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["case"] == case),
        "{due}"
    );
    let again = import(&office, &sheet);
    assert_eq!(
        (&again["cases"], &again["events"], &again["sealed"]),
        (&0.into(), &0.into(), &0.into())
    );
    assert_eq!(again["already_there"], 13);
    assert_eq!(again["contradictions"], Value::Array(vec![]));
    silent(&office, &[NAME, PLAIN]);
    // The names are there for whoever has the key.
    let opened = office.run_with(
        &[
            "--key",
            "me.age",
            "--key",
            "seal.age",
            "identity",
            "open",
            case.as_str().unwrap(),
            "--reason",
            "contact",
            "--because",
            "-",
            "--force",
        ],
        "asked",
    );
    assert!(opened.out.contains(PLAIN), "{}", opened.shown());
}

#[test]
fn an_updated_sheet_adds_what_is_new_and_lists_what_contradicts() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = file(away.path(), "register.csv", &russian(RUSSIAN));
    let (_, map) = plan(&office, &sheet);
    answer(&office, &sealed(&map), RUSSIAN_ANSWERS);
    let first = import(&office, &sheet);
    let mut rows = RUSSIAN.to_vec();
    // A day that was written down wrongly, a new appeal, a new case.
    rows[0][7] = "11.03.2020";
    rows[1][8] = "01.03.2026";
    rows.push([
        "5",
        "Zyxqwv Canarjus",
        "Сирия",
        "м",
        "01.02.2026",
        "",
        "",
        "",
        "",
        "",
    ]);
    let sheet = file(away.path(), "register2.csv", &russian(&rows));
    let done = import(&office, &sheet);
    assert_eq!(
        (&done["cases"], &done["events"]),
        (&1.into(), &3.into()),
        "{done}"
    );
    let contradictions = done["contradictions"].as_array().unwrap();
    assert_eq!(contradictions.len(), 1, "{done}");
    assert_eq!(contradictions[0]["row"], 4);
    assert_eq!(contradictions[0]["case"], first["map"][0]["case"]);
    assert_eq!(contradictions[0]["fields"], serde_json::json!(["notified"]));
    assert_eq!(contradictions[0]["columns"], serde_json::json!(["H"]));
    // Once a person has settled it nothing is left to say.
    let event = contradictions[0]["event"].as_str().unwrap();
    office.ok(&[
        "correct",
        event,
        "--notified",
        "2020-03-11",
        "--because",
        "the sheet is right",
    ]);
    let settled = import(&office, &sheet);
    assert_eq!(
        (&settled["events"], &settled["contradictions"]),
        (&0.into(), &Value::Array(vec![]))
    );
    silent(&office, &[NAME, PLAIN]);
}

/// The French table: UTF-8 with its mark, days first, a hand-written country, notes.
const FRENCH: &str = "\u{feff}N° dossier,Nom,Prénom,Date de naissance,Pays d'origine,Sexe,Date de la demande,Décision,Date de notification,Date du recours,Remarques\n\
    12345/20,Čanarjús,Zyxqwv,13/02/1981,Guinée,Homme,14/01/2025,rejet,25/02/2026,,\"Zyxqwv Čanarjús, a dit\ndeux lignes\"\n\
    12346/20,Čanarjús,Zyxqwv,03/04/1990,Mali,Femme,03/02/2025,Protection subsidiaire,05/04/2025,,\n\
    \n\
    12347/20,Čanarjús,Zyxqwv,1985,Syrie,F,07/05/2025,rejet,08/06/2025,20/06/2025,appeler Zyxqwv\n";

#[test]
fn a_french_table_comes_in_with_days_first() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = file(away.path(), "suivi.csv", FRENCH.as_bytes());
    let (planned, map) = plan(&office, &sheet);
    assert_eq!(planned["encoding"], "UTF-8");
    assert_eq!(planned["rows"], 3);
    // 14/01/2025 can be read in one way; 08/06/2025 and 20/06/2025 stand in columns with such a one, or are asked.
    let orders: Vec<&str> = planned["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["date"].as_str())
        .collect();
    assert!(orders.contains(&"dmy"), "{planned}");
    let answers = [
        (
            "\"case.jurisdiction\" = \"?\"",
            "\"case.jurisdiction\" = \"fr\"",
        ),
        (
            "\"application.kind\" = \"?\"",
            "\"application.kind\" = \"single_procedure\"",
        ),
        ("\"appeal.kind\" = \"?\"", "\"appeal.kind\" = \"appeal\""),
    ];
    answer(&office, &sealed(&map), &answers);
    let done = import(&office, &sheet);
    assert_eq!(
        (&done["cases"], &done["events"], &done["sealed"]),
        (&3.into(), &10.into(), &3.into()),
        "{done}"
    );
    let case = done["map"][0]["case"].as_str().unwrap();
    let shown = office.ok(&["show", case]).out;
    assert!(shown.contains("2026"), "{shown}");
    assert_eq!(
        done["map"][2]["ref"], "5",
        "a blank line is a row, and a line within quotes is none"
    );
    assert_eq!(import(&office, &sheet)["events"], 0);
    silent(&office, &[NAME, "Čanarjús"]);
}

/// The Arabic workbook: right to left, real days, one formula, headings made one, an empty sheet behind.
fn arabic(path: &Path, since_1904: bool) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_right_to_left(true);
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let plain = Format::new();
    sheet
        .merge_range(0, 0, 0, 6, "سجل القضايا", &plain)
        .unwrap();
    let heads = [
        "الرقم",
        "الاسم",
        "الجنسية",
        "الجنس",
        "تاريخ الطلب",
        "القرار",
        "تاريخ التبليغ",
    ];
    for (column, head) in (0..).zip(heads) {
        sheet.write(1, column, head).unwrap();
    }
    let offset = if since_1904 { 1462.0 } else { 0.0 };
    let rows = [
        ("سوريا", "ذكر", 45_658.0, "رفض", 46_070.0),
        ("العراق", "أنثى", 45_689.0, "صفة لاجئ", 45_900.0),
        ("السودان", "ذكر", 45_700.0, "قيد النظر", 0.0),
    ];
    for (row, (country, sex, asked, outcome, told)) in (2..).zip(rows) {
        sheet.write(row, 0, f64::from(row) - 1.0).unwrap();
        sheet.write(row, 1, NAME).unwrap();
        sheet.write(row, 2, country).unwrap();
        sheet.write(row, 3, sex).unwrap();
        sheet
            .write_with_format(row, 4, asked - offset, &day)
            .unwrap();
        sheet.write(row, 5, outcome).unwrap();
        if told > 0.0 {
            let value = format!("{}", told - offset);
            let formula = Formula::new("=E3+412").set_result(value);
            sheet
                .write_formula_with_format(row, 6, formula, &day)
                .unwrap();
        }
    }
    book.add_worksheet();
    book.save(path).unwrap();
    if since_1904 {
        rewritten(path, "xl/workbook.xml", |xml| {
            xml.replace("<workbookPr", "<workbookPr date1904=\"1\"")
        });
    }
}

/// Puts another text in the place of one part of a workbook.
pub(crate) fn rewritten(path: &Path, part: &str, change: impl Fn(&str) -> String) {
    let bytes = std::fs::read(path).unwrap();
    let mut old = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = ZipWriter::new(File::create(path).unwrap());
    let mut found = false;
    for place in 0..old.len() {
        let mut one = old.by_index(place).unwrap();
        let name = one.name().unwrap().to_string();
        let mut text = Vec::new();
        one.read_to_end(&mut text).unwrap();
        new.start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        if name == part {
            found = true;
            text = change(&String::from_utf8(text).unwrap()).into_bytes();
        }
        new.write_all(&text).unwrap();
    }
    new.finish().unwrap();
    assert!(found, "{part}");
}

#[test]
fn an_arabic_workbook_comes_in_whichever_day_it_counts_from() {
    let away = tempfile::tempdir().unwrap();
    let mut shown = Vec::new();
    for since_1904 in [false, true] {
        let office = office();
        let sheet = away.path().join("sijill.xlsx");
        arabic(&sheet, since_1904);
        let (planned, map) = plan(&office, &sheet);
        assert_eq!(
            (&planned["rows"], &planned["sheets"], &planned["formulas"]),
            (&3.into(), &2.into(), &2.into())
        );
        let answers = [
            (
                "\"case.jurisdiction\" = \"?\"",
                "\"case.jurisdiction\" = \"fr\"",
            ),
            (
                "\"application.kind\" = \"?\"",
                "\"application.kind\" = \"single_procedure\"",
            ),
        ];
        answer(&office, &sealed(&map), &answers);
        let done = import(&office, &sheet);
        assert_eq!(
            (&done["cases"], &done["events"], &done["sealed"]),
            (&3.into(), &8.into(), &3.into()),
            "{done}"
        );
        let case = done["map"][0]["case"].as_str().unwrap();
        let case = office.ok(&["--json", "show", case]).json();
        let days: Vec<Value> = case["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["date"].clone())
            .collect();
        shown.push((days, case["origin"].clone()));
        assert_eq!(import(&office, &sheet)["events"], 0);
        silent(&office, &[NAME]);
    }
    assert_eq!(shown[0], shown[1]);
    assert!(format!("{shown:?}").contains("2025-01-01"), "{shown:?}");
}

/// A small sheet of one case with one application on this day.
fn small(day: &str) -> String {
    format!("No;Nationality;Application date\n1;SY;{day}\n")
}

const SMALL: &[(&str, &str)] = &[
    (
        "\"case.jurisdiction\" = \"?\"",
        "\"case.jurisdiction\" = \"de\"",
    ),
    (
        "\"application.kind\" = \"?\"",
        "\"application.kind\" = \"single_procedure\"",
    ),
];

/// What the three ways of `import` say of a sheet, in JSON.
pub(crate) fn told_of(office: &Office) -> Vec<Said> {
    let text = "No;Nationality;Application date;Decision;Notification date;Deadline\n\
        1;SY;2025-04-03;refusal;2026-02-20;2026-03-30\n";
    std::fs::write(office.home().join("small.csv"), text).unwrap();
    let planned = office.ok(&["--json", "import", "small.csv", "--plan", "-o", "map.toml"]);
    let map = std::fs::read_to_string(office.home().join("map.toml")).unwrap();
    answer(office, &map, SMALL);
    let by_map = ["--json", "import", "small.csv", "--map", "map.toml"];
    let done = office.ok(&by_map);
    assert!(!done.json()["differing"].as_array().unwrap().is_empty());
    let other = text.replace("2026-02-20", "2026-02-21");
    std::fs::write(office.home().join("small.csv"), other).unwrap();
    let again = office.ok(&by_map);
    assert!(
        !again.json()["contradictions"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    let gone = office.ok(&["--json", "import", "--sheet-gone", "kept-sealed"]);
    vec![planned, done, again, gone]
}

#[test]
fn a_day_that_can_be_two_is_asked_once_and_never_guessed() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = file(away.path(), "a.csv", small("03/04/2021").as_bytes());
    let (planned, map) = plan(&office, &sheet);
    assert_eq!(planned["items"][2]["date"], "?");
    answer(&office, &map, SMALL);
    let said = refused(&office, &sheet);
    assert!(said.code == 6 && said.err.contains('C'), "{}", said.shown());
    for (order, day) in [("dmy", "2021-04-03"), ("mdy", "2021-03-04")] {
        let office = self::office();
        let mut answers = SMALL.to_vec();
        let order = format!("date = \"{order}\"");
        answers.push(("date = \"?\"", &order));
        answer(&office, &map, &answers);
        let case = import(&office, &sheet)["map"][0]["case"]
            .as_str()
            .unwrap()
            .to_owned();
        assert!(office.ok(&["--json", "show", &case]).out.contains(day));
    }
}

#[test]
fn short_years_and_other_calendars_are_refused_or_said() {
    let away = tempfile::tempdir().unwrap();
    for (day, line, means) in [
        ("13.04.21", "pivot = 30", "2021-04-13"),
        ("1400/01/01", "calendar = \"persian\"", "2021-03-21"),
        ("1442/09/01", "calendar = \"hijri\"", "2021-04-13"),
        ("٠١/٠٩/١٤٤٢", "calendar = \"hijri\"", "2021-04-13"),
    ] {
        let office = office();
        let sheet = file(away.path(), "a.csv", small(day).as_bytes());
        let (planned, map) = plan(&office, &sheet);
        let order = if day.starts_with("14") {
            ""
        } else {
            "date = \"dmy\"\n"
        };
        let map = map.replace("date = \"?\"\n", order);
        answer(&office, &map, SMALL);
        let asked = refused(&office, &sheet);
        let place = if line.starts_with("pivot") {
            "pivot: up to which year"
        } else {
            "C: by which calendar"
        };
        assert_eq!(asked.code, 6, "{}", asked.shown());
        assert!(asked.err.contains(place), "{}", asked.shown());
        let known = std::fs::read_to_string(office.home().join("map.toml")).unwrap();
        let known = if line.starts_with("pivot") {
            known.replace("pivot = \"?\"", line)
        } else {
            assert_eq!(planned["items"][2]["other_calendar"], true, "{planned}");
            known.replace("calendar = \"?\"", line)
        };
        // Who takes the question out is told of each row.
        let without: String = known
            .lines()
            .filter(|one| *one != line)
            .flat_map(|one| [one, "\n"])
            .collect();
        std::fs::write(office.home().join("map.toml"), without).unwrap();
        let said = refused(&office, &sheet);
        assert_eq!(said.code, 1, "{}", said.shown());
        assert!(said.err.contains("row 2, column C"), "{}", said.shown());
        std::fs::write(office.home().join("map.toml"), known).unwrap();
        let case = import(&office, &sheet)["map"][0]["case"]
            .as_str()
            .unwrap()
            .to_owned();
        assert!(
            office.ok(&["--json", "show", &case]).out.contains(means),
            "{day}"
        );
    }
}

#[test]
fn the_encodings_and_separators_of_offices_are_told() {
    let away = tempfile::tempdir().unwrap();
    let ru = "№;Гражданство;Дата подачи\n1;Сирия;13.04.2021\n";
    let ar = "الرقم,الجنسية,تاريخ الطلب\n1,سوريا,13/04/2021\n";
    let fr = "Numéro\tNationalité\tDate de la demande\n1\tÉrythrée\t13/04/2021\n";
    let utf16: Vec<u8> = "\u{feff}"
        .to_owned()
        .chars()
        .chain(ru.chars())
        .collect::<String>()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let bare: Vec<u8> = fr.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (name, bytes) in [
        (
            "windows-1251",
            encoding_rs::WINDOWS_1251.encode(ru).0.into_owned(),
        ),
        (
            "windows-1256",
            encoding_rs::WINDOWS_1256.encode(ar).0.into_owned(),
        ),
        (
            "windows-1252",
            encoding_rs::WINDOWS_1252.encode(fr).0.into_owned(),
        ),
        ("UTF-16LE", utf16),
        ("UTF-16BE", bare),
        ("UTF-8", ar.as_bytes().to_vec()),
    ] {
        let office = office();
        let sheet = file(away.path(), "a.csv", &bytes);
        let (planned, map) = plan(&office, &sheet);
        assert_eq!(planned["encoding"], name);
        answer(&office, &map, SMALL);
        let done = import(&office, &sheet);
        assert_eq!(
            (&done["cases"], &done["events"]),
            (&1.into(), &2.into()),
            "{name}: {done}"
        );
    }
}

#[test]
fn a_row_can_be_one_event() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let text = "case;event;date;result;nationality\n\
        7;application;2025-01-13;;SY\n\
        8;application;2025-02-13;;IQ\n\
        7;decision;2025-06-01;refusal;SY\n\
        7;appeal;2025-06-20;;\n\
        8;interview;2025-03-01;;\n";
    let sheet = file(away.path(), "events.csv", text.as_bytes());
    let (planned, map) = plan(&office, &sheet);
    assert!(map.contains("rows = \"event\""), "{map}");
    assert_eq!(planned["events"].as_array().unwrap().len(), 4, "{planned}");
    // An application and an appeal have a kind, and this sheet has no column for it: the map asks.
    assert_eq!(planned["open"], 4, "{map}");
    answer(&office, &map, SMALL);
    assert_eq!(refused(&office, &sheet).code, 6);
    let appeal = ("\"appeal.kind\" = \"?\"", "\"appeal.kind\" = \"appeal\"");
    answer(&office, &map, &[SMALL, &[appeal]].concat());
    let done = import(&office, &sheet);
    assert_eq!(
        (&done["cases"], &done["events"]),
        (&2.into(), &7.into()),
        "{done}"
    );
    assert_eq!(import(&office, &sheet)["events"], 0);
}

#[test]
fn what_is_not_understood_is_named_by_its_place_and_changes_nothing() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let text = format!(
        "No;Nationality;Decision;Decision date;Worker\n1;SY;refusal;2025-01-02;m1\n2;{NAME};{NAME};{NAME};{NAME}\n2;SY;;;\n;SY;;;\n"
    );
    let sheet = file(away.path(), "a.csv", text.as_bytes());
    let (planned, map) = plan(&office, &sheet);
    assert_eq!(planned["items"][2]["unknown"], 1);
    assert_eq!(planned["items"][2]["unknown_rows"], serde_json::json!([3]));
    let answers = [(
        "\"case.jurisdiction\" = \"?\"",
        "\"case.jurisdiction\" = \"de\"",
    )];
    answer(&office, &map, &answers);
    let before = office.ok(&["--json", "store", "info"]).json();
    let said = refused(&office, &sheet);
    for place in [
        "row 3, column B",
        "row 3, column C",
        "row 3, column D",
        "row 3, column E",
        "row 4, column A",
        "row 5, column A",
    ] {
        assert!(said.err.contains(place), "{place}: {}", said.shown());
    }
    assert_eq!(
        office.ok(&["--json", "store", "info"]).json()["events"],
        before["events"]
    );
    let aside = office.ok(&[
        "import",
        self::text(&sheet),
        "--map",
        "map.toml",
        "--skip-bad",
        "aside.txt",
    ]);
    assert!(!told(&aside), "{}", aside.shown());
    assert_eq!(
        office.ok(&["--json", "list"]).json()["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    // A column that moved is another column.
    let moved = file(
        away.path(),
        "b.csv",
        text.replace("Decision date", "Place").as_bytes(),
    );
    let said = refused(&office, &moved);
    assert!(said.err.contains("D: "), "{}", said.shown());
    silent(&office, &[NAME]);
}

#[test]
fn names_are_not_taken_where_nobody_could_open_them() {
    let office = Office::open();
    let away = tempfile::tempdir().unwrap();
    let sheet = file(away.path(), "register.csv", &russian(RUSSIAN));
    let (_, map) = plan(&office, &sheet);
    answer(&office, &sealed(&map), RUSSIAN_ANSWERS);
    let said = refused(&office, &sheet);
    assert!(said.err.contains("key shares"), "{}", said.shown());
    assert_eq!(office.fails(2, &["import", text(&sheet)]), "sheet.no-map");
    // Dropped they are nowhere at all.
    let dropped = map.replace("use = \"?\"", "use = \"drop\"");
    answer(&office, &dropped, RUSSIAN_ANSWERS);
    let done = import(&office, &sheet);
    assert_eq!((&done["cases"], &done["sealed"]), (&4.into(), &0.into()));
    silent(&office, &[NAME, PLAIN]);
}

#[test]
fn status_names_the_sheet_until_its_fate_is_known() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = file(away.path(), "a.csv", small("2021-04-03").as_bytes());
    let (_, map) = plan(&office, &sheet);
    answer(&office, &map, SMALL);
    let needs = || office.ok(&["--json", "status"]).out.contains("sheet.open");
    assert!(!needs());
    import(&office, &sheet);
    assert!(needs());
    let gone = office
        .ok(&["--json", "import", "--sheet-gone", "deleted"])
        .json();
    assert_eq!(
        (&gone["sheets"], &gone["fate"]),
        (&1.into(), &"deleted".into())
    );
    assert!(!needs());
    assert_eq!(
        office.fails(1, &["import", "--sheet-gone", "deleted"]),
        "sheet.none"
    );
    // The same sheet again brings nothing, and so nothing to ask about.
    import(&office, &sheet);
    assert!(!needs());
    let audit = office.ok(&["--json", "audit"]).out;
    assert!(audit.contains("sheet.imported") && audit.contains("sheet.deleted"));
}

#[test]
fn a_hostile_file_is_refused_before_it_fills_the_memory() {
    let office = Office::empty();
    let away = tempfile::tempdir().unwrap();
    let good = away.path().join("good.xlsx");
    arabic(&good, false);
    let path = away.path().join("bad.xlsx");
    let hostile = |part: &str, change: &dyn Fn(&str) -> String| {
        std::fs::copy(&good, &path).unwrap();
        rewritten(&path, part, change);
        limited(&office, &path)
    };
    let first = "xl/worksheets/sheet1.xml";
    let bomb = hostile(first, &|xml| {
        xml.replace(
            "</sheetData>",
            &("<row></row>".repeat(50 << 20) + "</sheetData>"),
        )
    });
    assert_eq!(bomb, "sheet.too-large");
    let strings = hostile("xl/sharedStrings.xml", &|_| {
        format!("<sst>{}</sst>", "<si/>".repeat(24 << 20))
    });
    assert_eq!(strings, "sheet.too-large");
    let cell = hostile(first, &|xml| {
        let long = "a".repeat(1 << 30);
        xml.replace("</sheetData>", &format!("<row r=\"99\"><c r=\"A99\" t=\"inlineStr\"><is><t>{long}</t></is></c></row></sheetData>"))
    });
    assert_eq!(cell, "sheet.too-large");
    let wide = hostile(first, &|xml| {
        xml.replace(
            "</sheetData>",
            "<row r=\"99\"><c r=\"XFD99\"><v>1</v></c></row></sheetData>",
        )
    });
    assert_eq!(wide, "sheet.too-large");
    let entity = hostile(first, &|xml| {
        xml.replacen(
            "<worksheet",
            "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet",
            1,
        )
    });
    assert_eq!(entity, "sheet.hostile");
    let merged = hostile(first, &|xml| {
        xml.replacen("ref=\"A1:G1\"", "ref=\"A1:XFD1048576\"", 1)
    });
    assert!(
        merged.is_empty() || merged.starts_with("sheet."),
        "{merged}"
    );
    std::fs::write(&path, b"PK\x03\x04 and nothing").unwrap();
    assert_eq!(limited(&office, &path), "sheet.damaged");
    std::fs::write(&path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").unwrap();
    assert_eq!(limited(&office, &path), "sheet.old");
    std::fs::write(&path, ",".repeat(1_000_000)).unwrap();
    assert_eq!(limited(&office, &path), "sheet.too-large");
    std::fs::write(&path, "a".repeat(200_000)).unwrap();
    assert_eq!(limited(&office, &path), "sheet.too-large");
    File::create(&path).unwrap().set_len(1 << 30).unwrap();
    assert_eq!(limited(&office, &path), "sheet.too-large");
    std::fs::write(&path, "\n\n").unwrap();
    assert_eq!(limited(&office, &path), "sheet.empty");
}

/// The error of a plan that may not take more than 1 GiB; nothing where it did well.
fn limited(office: &Office, path: &Path) -> String {
    let script = format!(
        "ulimit -v 1200000; exec {} --json --no-input import {} --plan",
        env!("CARGO_BIN_EXE_nansen"),
        text(path)
    );
    let output = Command::new("bash")
        .args(["-c", &script])
        .env("HOME", office.home())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() {
        return String::new();
    }
    let error: Value = serde_json::from_str(said.lines().last().unwrap_or_default())
        .unwrap_or_else(|_| panic!("{said}"));
    error["error"]["id"].as_str().unwrap().to_owned()
}

/// A sheet of so many cases, each with two events.
fn many(rows: usize) -> String {
    let mut text =
        String::from("No;Name;Nationality;Sex;Application date;Decision;Decision date\n");
    for row in 1..=rows {
        let _ = writeln!(
            text,
            "{row};Zyxqwv Canarjus {row};SY;m;2020-01-{:02};refusal;2020-06-{:02}",
            row % 28 + 1,
            row % 28 + 1
        );
    }
    text
}

#[test]
fn a_killed_import_leaves_all_of_it_or_nothing() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = file(away.path(), "many.csv", many(60).as_bytes());
    let (_, map) = plan(&office, &sheet);
    let dropped = map.replace("use = \"?\"", "use = \"drop\"");
    answer(&office, &dropped, SMALL);
    let count = || {
        office.ok(&["--json", "list"]).json()["items"]
            .as_array()
            .unwrap()
            .len()
    };
    let (mut nothing, mut tries) = (0, 0);
    while count() == 0 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_nansen"))
            .args(["--no-input", "import", text(&sheet), "--map", "map.toml"])
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .env("HOME", office.home())
            .current_dir(office.home())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(30 + tries * 120));
        drop(child.kill());
        child.wait().unwrap();
        let there = count();
        assert!(there == 0 || there == 60, "{there}");
        nothing += usize::from(there == 0);
        tries += 1;
    }
    assert!(nothing > 0);
    office.ok(&["store", "verify"]);
}

/// The import of the sheet in the home of an office by the map there.
fn importing(office: &Office, sheet: &Path, out: Stdio) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_nansen"))
        .args(["--json", "--no-input", "import", text(sheet)])
        .args(["--map", "map.toml"])
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .env("HOME", office.home())
        .current_dir(office.home())
        .stdout(out)
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The most memory that a process took so far, in KiB.
fn peak_of(child: &std::process::Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[test]
#[ignore = "long: 100,000 rows; with a release build for the figures"]
fn long_a_hundred_thousand_rows_take_less_than_four_hundred_mebibytes() {
    const ROWS: usize = 100_000;
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = file(away.path(), "many.csv", many(ROWS).as_bytes());
    let (_, map) = plan(&office, &sheet);
    let dropped = map.replace("use = \"?\"", "use = \"drop\"");
    answer(&office, &dropped, SMALL);
    let database = office.store().join("store.db");
    let length = || std::fs::metadata(&database).unwrap().len();
    // Killed while pages stand in the database already, it leaves nothing.
    for most in [160_u64 << 20, 200 << 20] {
        let mut child = importing(&office, &sheet, Stdio::null());
        while length() < most {
            assert!(child.try_wait().unwrap().is_none(), "it ended");
            std::thread::sleep(Duration::from_millis(50));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let listed = office.ok(&["--json", "list"]).json();
        assert_eq!(listed["items"].as_array().unwrap().len(), 0);
        office.ok(&["store", "verify"]);
        assert!(length() < 1 << 20);
    }
    let out = File::create(away.path().join("out")).unwrap();
    let begun = std::time::Instant::now();
    let mut child = importing(&office, &sheet, out.into());
    let mut peak = 0_u64;
    while child.try_wait().unwrap().is_none() {
        peak = peak.max(peak_of(&child).unwrap_or(0));
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(child.wait().unwrap().success());
    let done: Value =
        serde_json::from_str(&std::fs::read_to_string(away.path().join("out")).unwrap()).unwrap();
    println!(
        "{ROWS} rows: {} events in {:?}, at most {} MiB",
        done["events"],
        begun.elapsed(),
        peak / 1024
    );
    assert_eq!(
        (&done["cases"], &done["events"]),
        (&100_000.into(), &300_000.into())
    );
    // What the sheet brings, and the deadlines that are reckoned from it.
    let info = office.ok(&["--json", "store", "info"]).json();
    assert_eq!(info["cases"], 100_000);
    assert!(info["events"].as_u64().unwrap() > 800_000, "{info}");
    assert!(peak < 400 << 10, "{peak} KiB");
}
