//! What the bytes of a sheet and the formats of its cells say for certain, and what of it a person has to say.

use std::fmt::Write as _;
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};

use crate::sheets::{office, rewritten};
use crate::support::Office;

/// A map of the columns country, application, outcome, decision and notification behind the key.
fn map(office: &Office) {
    let mut map =
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n[fixed]\n\
         \"case.jurisdiction\" = \"de\"\n\"application.kind\" = \"single_procedure\"\n"
            .to_owned();
    for (at, used) in [
        ("B", "case.origin"),
        ("C", "application.lodged"),
        ("D", "decision.outcome"),
        ("E", "decision.decided"),
        ("F", "decision.notified"),
    ] {
        writeln!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

fn taken(office: &Office, sheet: &Path) -> Value {
    let sheet = sheet.to_str().unwrap();
    office
        .ok(&["--json", "import", sheet, "--map", "map.toml"])
        .json()
}

#[test]
fn a_cell_that_shows_a_month_or_a_year_is_no_day() {
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("months.xlsx");
    // As they are shown, and as they then read: of the decision, and of the paper that told of it.
    let formats = [
        ("mmm-yy", "2025-11"),
        ("mm.yyyy", "2025-11"),
        ("mm/yyyy", "2025-11"),
        ("[$-419]mmmm yyyy;@", "2025-11"),
        ("yyyy", "2025"),
        ("dd.mm.yyyy", "2025-11-01"),
        ("d-mmm-yy", "2025-11-01"),
        ("dd/mm/yyyy hh:mm", "2025-11-01"),
    ];
    for since_1904 in [false, true] {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        let heads = [
            "No",
            "Country",
            "Application date",
            "Decision",
            "Decision date",
            "Notified",
        ];
        for (at, head) in (0..).zip(heads) {
            page.write(0, at, head).unwrap();
        }
        let full = Format::new().set_num_format("yyyy-mm-dd");
        for (row, (format, _)) in (1..).zip(formats) {
            let shown = Format::new().set_num_format(format);
            page.write(row, 0, format!("A-{row}")).unwrap();
            page.write(row, 1, "IR").unwrap();
            page.write(row, 3, "refused").unwrap();
            let offset = if since_1904 { 1462.0 } else { 0.0 };
            page.write_with_format(row, 2, 45_352.0 - offset, &full)
                .unwrap();
            for at in [4, 5] {
                page.write_with_format(row, at, 45_962.0 - offset, &shown)
                    .unwrap();
            }
        }
        book.save(&path).unwrap();
        if since_1904 {
            rewritten(&path, "xl/workbook.xml", |xml| {
                xml.replace("<workbookPr", "<workbookPr date1904=\"1\"")
            });
        }
        let office = office();
        map(&office);
        let done = taken(&office, &path);
        assert_eq!(done["cases"], formats.len(), "{done}");
        for (nth, (format, means)) in formats.iter().enumerate() {
            let case = done["map"][nth]["case"].as_str().unwrap();
            let shown = office.ok(&["--json", "show", case]).json();
            let decided: Vec<&Value> = shown["events"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|one| one["kind"] == "decision")
                .map(|one| &one["date"])
                .collect();
            assert_eq!(decided, [means], "{format}: {shown}");
        }
        assert_eq!(taken(&office, &path)["events"], 0);
    }
}

#[test]
fn a_format_longer_than_any_program_writes_is_refused() {
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("format.xlsx");
    let mut book = Workbook::new();
    let shown = Format::new().set_num_format("mm.yyyy");
    let page = book.add_worksheet();
    page.write_with_format(0, 0, 45_962.0, &shown).unwrap();
    book.save(&path).unwrap();
    let office = office();
    let planned = |office: &Office| {
        let args = ["--json", "import", path.to_str().unwrap(), "--plan"];
        office.run(&args).err
    };
    assert!(!planned(&office).contains("too-large"));
    // Each style would have a copy of it.
    rewritten(&path, "xl/styles.xml", |xml| {
        let long = xml.replace("mm.yyyy", &"mm.yyyy".repeat(1000));
        assert_ne!(long, xml, "{xml}");
        long
    });
    let said = planned(&office);
    assert!(said.contains("too-large"), "{said}");
}

#[test]
fn a_remedy_is_not_lapsed_by_the_first_day_of_the_month_that_a_cell_shows() {
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("month.xlsx");
    let lapsed = |format: &str| {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        let full = Format::new().set_num_format("yyyy-mm-dd");
        let shown = Format::new().set_num_format(format);
        let of = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
        for (at, text) in [(0, "A-1"), (1, "IR"), (3, "refused")] {
            page.write(1, at, text).unwrap();
        }
        page.write(0, 0, "No").unwrap();
        page.write_with_format(1, 2, of("2024-03-01"), &full)
            .unwrap();
        for at in [4, 5] {
            page.write_with_format(1, at, of("2026-02-01"), &shown)
                .unwrap();
        }
        book.save(&path).unwrap();
        let office = office();
        map(&office);
        let done = taken(&office, &path);
        (done["lapsed"].clone(), done["open_deadlines"].clone())
    };
    let text = {
        let path = away.path().join("month.csv");
        let text = "No,B,C,D,E,F\nA-1,IR,2024-03-01,refused,02.2026,02.2026\n";
        std::fs::write(&path, text).unwrap();
        let office = office();
        map(&office);
        let done = taken(&office, &path);
        (done["lapsed"].clone(), done["open_deadlines"].clone())
    };
    assert_eq!(lapsed("mm/yyyy"), text);
    assert_ne!(text.0, json!(null));
}
