//! Words over several columns of a sheet are part of its headings: what stands below another procedure or another person is
//! never proposed without a question.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::{Format, Workbook};
use serde_json::{Value, json};

use crate::sheets::{answer, file, import, office, plan, refused, text};
use crate::support::Office;

/// A column: what stands over it and others, its own words, a cell, and whether a person must say what it is.
type Column = (&'static str, &'static str, &'static str, bool);

const DAY: &str = "2025-01-13";

/// Sheets with two procedures or two persons.
const SHEETS: &[&[Column]] = &[
    &[
        ("Person", "Case no", "x1", false),
        ("Person", "Nationality", "SY", false),
        ("Person", "Sex", "m", false),
        ("Asylum procedure", "Application date", DAY, false),
        ("Asylum procedure", "Decision", "refused", false),
        ("Asylum procedure", "Decision date", DAY, false),
        ("Removal", "Notified", DAY, true),
        ("Removal", "Hearing", DAY, true),
    ],
    &[
        ("", "Case no", "x1", false),
        ("", "Nationality", "SY", false),
        ("Asylum", "Application date", DAY, false),
        ("Asylum", "Decision", "refused", false),
        ("Age assessment", "Decision", "refused", true),
        ("Age assessment", "Decision date", DAY, true),
    ],
    &[
        ("", "Case no", "x1", false),
        ("", "Nationality", "SY", false),
        ("", "Asylum application date", DAY, false),
        ("Housing", "Decision", "refused", true),
        ("Housing", "Decision date", DAY, true),
    ],
    &[
        ("", "Case no", "x1", false),
        ("", "Nationality", "SY", false),
        ("Asylum", "Application date", DAY, false),
        ("Asylum", "Decision", "refused", false),
        ("Family reunification", "Application date", DAY, true),
        ("Family reunification", "Decision", "refused", true),
    ],
    &[
        ("", "Case no", "x1", false),
        ("", "Nationality", "SY", false),
        ("Dublin", "Decision notified", DAY, true),
        ("Dublin", "Appeal", DAY, true),
        ("Asylum", "Application date", DAY, false),
        ("Asylum", "Served", DAY, false),
    ],
    &[
        ("", "Case no", "x1", false),
        ("Asylum", "Application date", DAY, false),
        ("Asylum", "Decision", "refused", false),
        ("Husband", "Year of birth", "1970", true),
        ("Husband", "Nationality", "SY", true),
        ("Husband", "Sex", "m", true),
    ],
    &[
        ("", "Case no", "x1", false),
        ("Applicant", "Application date", DAY, false),
        ("Applicant", "Decision", "refused", false),
        ("Child", "Year of birth", "2010", true),
        ("Child", "Nationality", "SY", true),
    ],
    &[
        ("", "№ дела", "x1", false),
        ("", "Гражданство", "SY", false),
        ("РВП", "дата подачи", DAY, true),
        ("РВП", "решение", "отказ", true),
        ("РВП", "дата решения", DAY, true),
        ("Убежище", "дата подачи", DAY, false),
        ("Убежище", "дата вручения", DAY, false),
    ],
    &[
        ("", "№ дела", "x1", false),
        ("", "Гражданство", "SY", false),
        ("Статус беженца", "дата подачи", DAY, false),
        ("Статус беженца", "решение", "отказ", false),
        ("Суд", "дата подачи", DAY, true),
        ("Суд", "решение", "отказ", true),
        ("Суд", "дата решения", DAY, true),
    ],
    &[
        ("", "№ дела", "x1", false),
        ("", "Гражданство", "SY", false),
        ("ВУ", "дата подачи", DAY, true),
        ("ВУ", "решение", "отказ", true),
        ("Суд", "дата подачи", DAY, true),
        ("Суд", "решение", "отказ", true),
    ],
    &[
        ("", "№ дела", "x1", false),
        ("", "Гражданство", "SY", false),
        ("Статус беженца", "дата подачи", DAY, false),
        ("Статус беженца", "решение", "отказ", false),
        ("Депортация", "дата решения", DAY, true),
        ("Депортация", "дата вручения", DAY, true),
    ],
    &[
        ("", "№ дела", "x1", false),
        ("", "Гражданство", "SY", false),
        ("Обращение за статусом беженца", "дата подачи", DAY, false),
        ("Обращение за статусом беженца", "решение", "отказ", false),
        ("Временное убежище", "дата решения", DAY, true),
        ("Временное убежище", "дата вручения", DAY, true),
    ],
    &[
        ("", "N°", "x1", false),
        ("", "Nationalité", "SY", false),
        ("Asile", "Date demande", DAY, false),
        ("Asile", "Décision", "rejet", false),
        ("OQTF", "Date notification", DAY, true),
        ("OQTF", "Recours", DAY, true),
        ("OQTF", "Décision", "rejet", true),
    ],
    &[
        ("Personne", "N°", "x1", false),
        ("Personne", "Nationalité", "SY", false),
        ("Asile", "Date demande", DAY, false),
        ("Titre de séjour", "Décision", "rejet", true),
        ("Titre de séjour", "Date décision", DAY, true),
    ],
    &[
        ("", "رقم", "x1", false),
        ("", "الجنسية", "SY", false),
        ("لجوء", "تاريخ الطلب", DAY, false),
        ("لجوء", "القرار", "رفض", false),
        ("إقامة", "تاريخ الطلب", DAY, true),
        ("إقامة", "القرار", "رفض", true),
    ],
    // A word of it is a value, and stands in the row of the headings themselves.
    &[
        ("", "Case no", "x1", false),
        ("", "Nationality", "SY", false),
        ("", "Asylum", "x", true),
        ("Removal", "Notified", DAY, true),
        ("Removal", "Hearing", DAY, true),
    ],
];

/// The sheet as a workbook: what stands over several columns is made one, and so are the two rows of other columns.
fn merged(dir: &Path, columns: &[Column]) -> PathBuf {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let plain = Format::new();
    let mut at = 0;
    for same in columns.chunk_by(|one, next| one.0 == next.0) {
        let first = u16::try_from(at).unwrap();
        let last = u16::try_from(at + same.len() - 1).unwrap();
        let group = same[0].0;
        for (place, (_, own, cell, _)) in (first..).zip(same) {
            if group.is_empty() {
                page.merge_range(0, place, 1, place, own, &plain).unwrap();
            } else {
                page.write(1, place, *own).unwrap();
            }
            page.write(2, place, *cell).unwrap();
        }
        if !group.is_empty() && first < last {
            page.merge_range(0, first, 0, last, group, &plain).unwrap();
        } else if !group.is_empty() {
            page.write(0, first, group).unwrap();
        }
        at += same.len();
    }
    let path = dir.join("merged.xlsx");
    book.save(&path).unwrap();
    path
}

/// The sheet as a CSV file: blank cells behind what stands over several columns. Other columns have their words `on_top` or
/// beside those of the rest.
fn blank(dir: &Path, columns: &[Column], on_top: bool) -> PathBuf {
    let mut rows = [Vec::new(), Vec::new(), Vec::new()];
    let mut over = "";
    for (group, own, cell, _) in columns {
        let alone = group.is_empty() && on_top;
        rows[0].push(if alone {
            *own
        } else if *group == over {
            ""
        } else {
            *group
        });
        rows[1].push(if alone { "" } else { *own });
        rows[2].push(*cell);
        over = *group;
    }
    let rows = rows.map(|row| row.join(";") + "\n").concat();
    file(dir, "blank.csv", rows.as_bytes())
}

fn used(planned: &Value) -> Vec<(&str, &str)> {
    let items = planned["items"].as_array().unwrap().iter();
    items
        .map(|one| (one["at"].as_str().unwrap(), one["use"].as_str().unwrap()))
        .collect()
}

#[test]
fn what_stands_below_another_procedure_or_person_is_asked_about() {
    let office = Office::empty();
    let away = tempfile::tempdir().unwrap();
    for columns in SHEETS {
        let sheets = [
            merged(away.path(), columns),
            blank(away.path(), columns, true),
        ];
        for path in &sheets {
            told(&office, path, columns);
        }
        told(&office, &blank(away.path(), columns, false), columns);
    }
}

/// Holds the plan of a sheet against what is wanted of its columns.
fn told(office: &Office, path: &Path, columns: &[Column]) {
    let (planned, map) = plan(office, path);
    let name = path.file_name().unwrap().to_str().unwrap();
    assert_eq!(
        (
            &planned["heading"],
            &planned["heading_rows"],
            &planned["rows"]
        ),
        (&json!(2), &json!(2), &json!(1)),
        "{name}\n{map}"
    );
    let used = used(&planned);
    assert_eq!(used.len(), columns.len(), "{name}\n{map}");
    for ((at, to), (group, own, _, asked)) in used.into_iter().zip(columns) {
        assert_eq!(
            to.starts_with('?'),
            *asked,
            "{name} {at}: {group} {own}: {to}\n{map}"
        );
        // What is lodged with a court is no second application.
        if *group == "Суд" && *own == "дата подачи" {
            assert!(to.starts_with("? appeal.lodged"), "{to}\n{map}");
        }
    }
    // Also where a person says in which row the headings end.
    let said = ["--json", "import", text(path), "--plan", "--heading", "2"];
    assert_eq!(office.ok(&said).json()["items"], planned["items"]);
}

#[test]
fn headings_can_be_of_three_rows_below_a_title() {
    let office = Office::empty();
    let away = tempfile::tempdir().unwrap();
    let rows = "Клиент;;Миграция;;;Защита\n\
         № дела;Гражданство;РВП;;;Убежище\n\
         ;;дата подачи;решение;дата решения;дата подачи\n\
         x1;SY;2025-01-13;отказ;2025-06-13;2025-01-14\n";
    for (title, last) in [("", 3), ("Register 2014–2024;;;;;\n", 4)] {
        let sheet = file(away.path(), "a.csv", format!("{title}{rows}").as_bytes());
        let (planned, map) = plan(&office, &sheet);
        assert_eq!(
            (&planned["heading"], &planned["heading_rows"]),
            (&json!(last), &json!(3)),
            "{map}"
        );
        let used = used(&planned);
        assert_eq!(used[5].1, "application.lodged", "{map}");
        for (at, to) in &used[2..5] {
            assert!(to.starts_with('?'), "{at}: {to}\n{map}");
        }
    }
}

#[test]
fn a_title_of_the_whole_sheet_is_over_no_column() {
    let office = Office::empty();
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("a.xlsx");
    for wide in [0, 4] {
        for title in ["Register of cases 2014–2024", "Реестр", "Removal"] {
            let mut book = Workbook::new();
            let page = book.add_worksheet();
            if wide == 0 {
                page.write(0, 0, title).unwrap();
            } else {
                page.merge_range(0, 0, 0, wide, title, &Format::new())
                    .unwrap();
            }
            let heads = [
                "Case no",
                "Nationality",
                "Decision",
                "Decision date",
                "Notified",
            ];
            for (row, cells) in [(1, heads), (2, ["x1", "SY", "refused", DAY, DAY])] {
                for (column, one) in (0..).zip(cells) {
                    page.write(row, column, one).unwrap();
                }
            }
            book.save(&path).unwrap();
            let (planned, map) = plan(&office, &path);
            assert_eq!(
                (&planned["heading"], &planned["heading_rows"]),
                (&json!(2), &json!(1)),
                "{title}\n{map}"
            );
            assert_eq!(used(&planned)[4].1, "decision.notified", "{map}");
        }
    }
}

#[test]
fn a_map_of_a_sheet_with_words_over_columns_holds_and_so_does_one_that_knew_one_row() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = merged(away.path(), SHEETS[0]);
    let (_, map) = plan(&office, &sheet);
    let law = (
        "\"case.jurisdiction\" = \"?\"",
        "\"case.jurisdiction\" = \"de\"",
    );
    let kind = (
        "\"application.kind\" = \"?\"",
        "\"application.kind\" = \"single_procedure\"",
    );
    let open = map.replace("use = \"?\"", "use = \"drop\"");
    answer(&office, &open, &[law, kind]);
    // The case, the application and the decision, and nothing of the removal.
    let done = import(&office, &sheet);
    assert_eq!(done["events"], 3, "{done}");
    let case = done["map"][0]["case"].as_str().unwrap();
    let shown = office.ok(&["--json", "show", case]).out;
    assert!(!shown.contains("notified\":\"2025"), "{shown}");
    // As an earlier version wrote it.
    let earlier = open.replace("heading_rows = 2", "heading_rows = 1");
    answer(&office, &earlier, &[law, kind]);
    assert_eq!(import(&office, &sheet)["events"], 0);
}

#[test]
fn ticks_are_no_sex_and_a_country_alone_is_a_question() {
    let office = Office::empty();
    let away = tempfile::tempdir().unwrap();
    let rows = "Case no;Nationality;Asylum claim date;Refused;Granted\nx1;SY;2025-01-13;x;\nx2;SY;2025-01-14;;x\n";
    let (planned, map) = plan(&office, &file(away.path(), "a.csv", rows.as_bytes()));
    for (at, to) in &used(&planned)[3..] {
        assert!(to.starts_with('?') && !to.contains("sex"), "{at}: {to}");
    }
    assert!(!map.contains("case.sex"), "{map}");
    for heading in ["Country", "Страна", "Pays", "País", "البلد"] {
        let rows = format!("Case no;{heading};Asylum claim date\nx1;SY;2025-01-13\n");
        let (planned, map) = plan(&office, &file(away.path(), "a.csv", rows.as_bytes()));
        assert_eq!(used(&planned)[1].1, "? case.origin", "{map}");
    }
}

#[test]
fn a_column_that_is_not_there_is_named_once() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = file(away.path(), "a.csv", b"No;Nationality\nx1;SY\n");
    let column = |at: &str| format!("[[column]]\nat = \"{at}\"\nuse = \"case.sex\"\n");
    let map = [
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n[fixed]\n\"case.jurisdiction\" = \"de\"\n[[column]]\nat = \"B\"\nuse = \"case.origin\"\n".to_owned(),
        column("ZZ"),
        column("Y"),
        column("Zyxqwv Canarjus"),
        column("Zyxqwv2"),
        column("Y"),
    ];
    std::fs::write(office.home().join("map.toml"), map.concat()).unwrap();
    let said = refused(&office, &sheet);
    let lines: Vec<&str> = said
        .err
        .lines()
        .filter(|line| line.contains("no such column"))
        .map(|line| line.split(": the").next().unwrap().trim())
        .collect();
    assert_eq!(lines, ["ZZ", "Y", "column"], "{}", said.err);
}
