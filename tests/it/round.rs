//! A workbook that is imported, exported, and imported again: what both hold is the same.

use std::fmt::Write as _;
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::Value;

use crate::out_lists::sheet;
use crate::support::Office;

/// A case in a row: its country, when it was opened and lodged, what was decided, and a day by hand.
const ROWS: [[&str; 6]; 5] = [
    [
        "SY",
        "2025-01-10",
        "2025-01-13",
        "refused",
        "2026-02-20",
        "",
    ],
    ["IQ", "2025-02-03", "2025-02-04", "", "", "2026-03-25"],
    [
        "SY",
        "2025-02-17",
        "2025-02-18",
        "granted",
        "2026-01-12",
        "",
    ],
    ["unknown", "2025-06-02", "2025-06-02", "", "", "2026-05-11"],
    ["AF", "2025-07-01", "2025-07-07", "", "", ""],
];

fn write(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let heads = ["no", "or", "open", "lod", "out", "dec", "dl"];
    for (column, head) in (0..).zip(heads) {
        sheet.write(0, column, head).unwrap();
    }
    for (row, cells) in (1..).zip(ROWS) {
        sheet.write(row, 0, row).unwrap();
        for (column, cell) in (1..).zip(cells) {
            match ExcelDateTime::parse_from_str(cell) {
                Ok(date) if !cell.is_empty() => {
                    sheet
                        .write_datetime_with_format(row, column, &date, &day)
                        .unwrap();
                }
                _ => {
                    sheet.write(row, column, cell).unwrap();
                }
            }
        }
    }
    book.save(path).unwrap();
}

fn map(office: &Office, fixed: &str, columns: &[(&str, &str)]) {
    let key = columns[0].0;
    let mut map = format!(
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"{key}\"]\n[fixed]\n{fixed}"
    );
    for (at, used) in columns {
        writeln!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

fn import(office: &Office, file: &Path) -> Value {
    let file = file.to_str().unwrap();
    office
        .ok(&["--json", "import", file, "--map", "map.toml"])
        .json()
}

/// The columns of a sheet by their names, in an order that hangs on nothing drawn at random.
fn columns(path: &Path, name: &str, wanted: &[&str]) -> Vec<Vec<String>> {
    let rows = sheet(path, name);
    let at = |name: &&str| rows[0].iter().position(|head| head == *name).unwrap();
    let places: Vec<usize> = wanted.iter().map(at).collect();
    let mut picked: Vec<Vec<String>> = rows[1..]
        .iter()
        .map(|row| places.iter().map(|at| row[*at].clone()).collect())
        .collect();
    picked.sort();
    picked
}

#[test]
fn what_a_workbook_brought_is_what_a_workbook_takes_out() {
    let office = Office::open();
    let first = office.home().join("first.xlsx");
    write(&first);
    let fixed = "\"case.jurisdiction\" = \"de\"\n\"application.kind\" = \"single_procedure\"\n\"deadline.what\" = \"other\"\n";
    let used = [
        ("A", "drop"),
        ("B", "case.origin"),
        ("C", "case.opened"),
        ("D", "application.lodged"),
        ("E", "decision.outcome"),
        ("F", "decision.decided"),
        ("G", "deadline.due"),
    ];
    map(&office, fixed, &used);
    let text = std::fs::read_to_string(office.home().join("map.toml")).unwrap();
    let granted = "use = \"decision.outcome\"\n[column.values]\n\"granted\" = \"outcome=granted protection=refugee_status\"\n";
    let text = text.replace("use = \"decision.outcome\"\n", granted);
    std::fs::write(office.home().join("map.toml"), text).unwrap();
    let done = import(&office, &first);
    assert_eq!(done["cases"], 5, "{done:#}");

    let out = |office: &Office, of: &str, more: &[&str]| {
        let file = format!("{of}.xlsx");
        let args = ["export", "xlsx", "--of", of, "--worker", "all", "-o", &file];
        let mut args = args.to_vec();
        if of == "list" {
            args.drain(4..6);
        }
        office.ok(&[&args[..], more].concat());
        office.home().join(file)
    };
    let list = out(&office, "list", &["--all"]);
    let mut there: Vec<Vec<String>> = ROWS
        .iter()
        .map(|[origin, opened, _, outcome, ..]| {
            let state = if outcome.is_empty() {
                "pending"
            } else {
                outcome
            };
            [origin, "de", opened, state].map(str::to_owned).to_vec()
        })
        .collect();
    there.sort();
    let wanted = ["origin", "jurisdiction", "opened", "application_state"];
    assert_eq!(columns(&list, "list", &wanted), there);

    // The days by hand, beside those that the law gives.
    let due = out(&office, "due", &["--within", "900d"]);
    let mut days = columns(&due, "due", &["rule", "due", "state", "what"]);
    days.retain(|row| row[0].is_empty());
    let mut by_hand: Vec<Vec<String>> = ROWS
        .iter()
        .filter(|row| !row[5].is_empty())
        .map(|row| ["", row[5], "open", "other"].map(str::to_owned).to_vec())
        .collect();
    by_hand.sort();
    assert_eq!(days, by_hand);

    // The days of each course, as the sheet had them.
    let list_now = office.ok(&["--json", "list", "--all"]).json();
    let numbers = list_now["items"].as_array().unwrap().iter();
    let mut courses: Vec<[String; 4]> = numbers
        .map(|item| {
            let number = item["case"].as_str().unwrap();
            let shown = format!("{number}.xlsx");
            let args = ["export", "xlsx", "--of", "show", number, "-o", &shown];
            office.ok(&args);
            let file = office.home().join(shown);
            // The entries stand in the last of its sheets.
            let book: calamine::Xlsx<_> = calamine::open_workbook(&file).unwrap();
            let last = calamine::Reader::sheet_names(&book).last().unwrap().clone();
            let rows = sheet(&file, &last);
            let at = |head: &str| rows[0].iter().position(|one| one == head).unwrap();
            let (kind, fields) = (at("kind"), at("fields"));
            let of = |event: &str, name: &str| {
                let row = rows.iter().find(|row| row[kind] == event);
                let pairs = row.map_or("", |row| row[fields].as_str()).split("; ");
                let mut values = pairs.filter_map(|pair| pair.split_once('='));
                let found = values.find(|(known, _)| *known == name);
                found.map_or_else(String::new, |(_, value)| value.to_owned())
            };
            [
                of("application", "lodged"),
                of("decision", "outcome"),
                of("decision", "decided"),
                of("deadline-set", "due"),
            ]
        })
        .collect();
    courses.sort();
    let mut brought = ROWS.map(|[_, _, lodged, outcome, decided, due]| {
        [lodged, outcome, decided, due].map(str::to_owned)
    });
    brought.sort();
    assert_eq!(courses, brought);

    // The list comes in again, as the sheet of another office would.
    let other = Office::open();
    let heads = sheet(&list, "list")[0].clone();
    let letter = |name: &str| {
        let at = heads.iter().position(|head| head == name).unwrap();
        char::from(b'A' + u8::try_from(at).unwrap()).to_string()
    };
    let used = [
        ("case", "drop"),
        ("origin", "case.origin"),
        ("jurisdiction", "case.jurisdiction"),
        ("opened", "case.opened"),
    ];
    let used: Vec<(String, &str)> = heads
        .iter()
        .map(|head| {
            let known = used.iter().find(|(name, _)| name == head);
            (letter(head), known.map_or("drop", |(_, used)| used))
        })
        .collect();
    let used: Vec<(&str, &str)> = used.iter().map(|(at, used)| (at.as_str(), *used)).collect();
    map(&other, "", &used);
    assert_eq!(import(&other, &list)["cases"], 5);
    let again = out(&other, "list", &["--all"]);
    let wanted = ["origin", "jurisdiction", "opened"];
    assert_eq!(
        columns(&again, "list", &wanted),
        columns(&list, "list", &wanted)
    );
    // A second run of either brings nothing.
    assert_eq!(import(&other, &list)["events"], 0);
}
