//! Of a sheet nothing is lost without a word: rows that a quotation mark takes in, columns that are left out, other sheets.

use std::path::PathBuf;

use rust_xlsxwriter::Workbook;
use serde_json::json;

use crate::canary::silent;
use crate::sheets::{office, rewritten};
use crate::support::Office;

/// Nobody's name.
const NAME: &str = "Zyxqwv Canarjus";

/// A map of a key, an origin and a day of application, and of columns more.
fn map(office: &Office, top: &str, more: &str) {
    let map = format!(
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n{top}\n[fixed]\n\
         \"case.jurisdiction\" = \"de\"\n\"application.kind\" = \"single_procedure\"\n\
         [[column]]\nat = \"B\"\nuse = \"case.origin\"\n\
         [[column]]\nat = \"C\"\nuse = \"application.lodged\"\n{more}"
    );
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

fn csv(away: &tempfile::TempDir, text: &str) -> PathBuf {
    let path = away.path().join("sheet.csv");
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_quotation_mark_that_is_not_closed_takes_in_no_row() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let note = "[[column]]\nat = \"D\"\nuse = \"seal names\"\n[[column]]\nat = \"E\"\nuse = \"seal note\"\n";
    map(&office, "", note);
    let row =
        |nth: usize, name: &str, note: &str| format!("K{nth},SY,2021-04-1{nth},{name},{note}\n");
    let rows = |name: &str, note: &str| {
        let head = "id,or,lod,who,rem\n".to_owned();
        head + &row(1, NAME, "\"one, or\ntwo\"")
            + &row(2, name, note)
            + &row(3, NAME, "c")
            + &row(4, NAME, "d")
    };
    let closed_below = rows(NAME, "\"open").replace(&row(4, NAME, "d"), &row(4, NAME, "\"d\""));
    for text in [
        rows(NAME, "\"open"),
        rows(&format!("\"{NAME}"), "b"),
        rows(NAME, "b").replace("K2,", "\"K2,"),
        closed_below.clone(),
        closed_below.replace(",\"d\"", ",d\""),
    ] {
        let sheet = csv(&away, &text);
        let sheet = sheet.to_str().unwrap();
        for args in [
            &["--json", "import", sheet, "--map", "map.toml"][..],
            &["--json", "import", sheet, "--plan"],
        ] {
            let said = office.run(args);
            assert!(
                said.code == 1 && said.err.contains("sheet.quote") && said.err.contains("row 3"),
                "{text}\n{}",
                said.shown()
            );
            assert!(!said.err.contains("Canarjus"), "{}", said.shown());
        }
    }
    let sheet = csv(&away, &rows(NAME, "b"));
    let done = office.ok(&[
        "--json",
        "import",
        sheet.to_str().unwrap(),
        "--map",
        "map.toml",
    ]);
    assert_eq!(
        (&done.json()["cases"], &done.json()["sealed"]),
        (&json!(4), &json!(4))
    );
    silent(&office, &[NAME]);
}

#[test]
fn a_column_is_left_out_by_choice_alone_and_the_import_says_which() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let text = format!("id,or,lod,who,rem,blank\nK1,SY,2021-04-13,{NAME},{NAME},\n");
    let sheet = csv(&away, &text);
    let sheet = sheet.to_str().unwrap();
    // The map was made when the sheet had no column E.
    let dropped =
        "[[column]]\nat = \"D\"\nuse = \"drop\"\n[[column]]\nat = \"A\"\nuse = \"drop\"\n";
    map(&office, "", dropped);
    let said = office.run(&["import", sheet, "--map", "map.toml"]);
    assert!(
        said.code == 6 && said.err.contains("E: something stands") && !said.err.contains("F: "),
        "{}",
        said.shown()
    );
    let both = format!("{dropped}[[column]]\nat = \"E\"\nuse = \"drop\"\n");
    map(&office, "", &both);
    let told = office.ok(&[
        "import",
        sheet,
        "--map",
        "map.toml",
        "--dry-run",
        "--format",
        "human",
    ]);
    assert!(told.out.contains("the columns D, E"), "{}", told.out);
    let done = office.ok(&["--json", "import", sheet, "--map", "map.toml"]);
    // The key is not left out: the case is known by it.
    assert_eq!(done.json()["left_out"], json!(["D", "E"]));
    assert_eq!(done.json()["other_sheets"], json!(0));
    silent(&office, &[NAME]);
}

#[test]
fn sheets_that_were_not_taken_are_told_by_the_import_and_by_status() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("three.xlsx");
    let mut book = Workbook::new();
    for sheet in 1..=3 {
        let page = book.add_worksheet();
        for (at, (head, cell)) in (0..).zip([
            ("id", &*format!("K{sheet}")),
            ("or", "SY"),
            ("lod", "2021-04-13"),
        ]) {
            page.write(0, at, head).unwrap();
            page.write(1, at, cell).unwrap();
        }
    }
    book.save(&path).unwrap();
    let sheet = path.to_str().unwrap();
    let status = || {
        let status = office.ok(&["--json", "status"]).json();
        let needs = status["needs"].as_array().unwrap().clone();
        let open = needs.into_iter().find(|need| need["id"] == "sheet.open");
        open.unwrap()["message"].as_str().unwrap().to_owned()
    };
    map(&office, "", "");
    let told = office.ok(&["import", sheet, "--map", "map.toml", "--format", "human"]);
    assert!(told.out.contains("2 of the 3 sheets"), "{}", told.out);
    assert!(status().contains("2 sheets of the file"), "{}", status());
    map(&office, "sheet = 3", "");
    let done = office.ok(&["--json", "import", sheet, "--map", "map.toml"]);
    assert_eq!(done.json()["other_sheets"], json!(2));
    assert!(status().contains("One sheet of the file"), "{}", status());
    map(&office, "sheet = 2", "");
    office.ok(&["import", sheet, "--map", "map.toml"]);
    assert!(!status().contains("not taken"), "{}", status());
}

#[test]
fn cells_that_are_made_one_more_than_once_are_refused() {
    let away = tempfile::tempdir().unwrap();
    let office = Office::empty();
    let path = away.path().join("merged.xlsx");
    let plan = |merged: &str| {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        for (at, (head, cell)) in
            (0..).zip([("No", "K1"), ("Nationality", "SY"), ("Decision", "refused")])
        {
            page.write(0, at, head).unwrap();
            page.write(1, at, cell).unwrap();
        }
        book.save(&path).unwrap();
        rewritten(&path, "xl/worksheets/sheet1.xml", |xml| {
            xml.replace(
                "</sheetData>",
                &format!("</sheetData><mergeCells>{merged}</mergeCells>"),
            )
        });
        office.run(&["--json", "import", path.to_str().unwrap(), "--plan"])
    };
    let one = |area: &str| format!("<mergeCell ref=\"{area}\"/>");
    let fine = plan(&(one("A4:C4") + &one("A5:C5") + &one("A6:A9") + &one("B6:C9")));
    assert!(fine.code == 0, "{}", fine.shown());
    for bad in [
        one("A1:XFD1048576").repeat(2),
        one("A4:C6") + &one("B5:D9"),
        one("A4:C6") + &one("A4:C6"),
        one("A5:B6") + &one("A3:C5"),
    ] {
        let said = plan(&bad);
        assert!(
            said.code == 1 && said.err.contains("sheet.merged"),
            "{bad}: {}",
            said.shown()
        );
    }
    // More than anybody makes, none over another.
    let many: String = (1..=100_001)
        .map(|row| one(&format!("A{row}:B{row}")))
        .collect();
    let said = plan(&many);
    assert!(
        said.code == 1 && said.err.contains("sheet."),
        "{}",
        said.shown()
    );
}
