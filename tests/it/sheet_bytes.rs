//! What the bytes of a sheet and the formats of its cells say for certain, and what of it a person has to say.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use encoding_rs::{Encoding, ISO_8859_2, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};

use crate::canary::silent;
use crate::sheet_told::names_opened;
use crate::sheet_turned::map;
use crate::sheets::{import, office, rewritten};
use crate::support::Office;

/// A map of the columns country, application, outcome, decision and notification behind the key.
fn by_case(office: &Office) {
    let fixed = [
        ("case.jurisdiction", "de"),
        ("application.kind", "single_procedure"),
    ];
    let columns = [
        ("B", "case.origin"),
        ("C", "application.lodged"),
        ("D", "decision.outcome"),
        ("E", "decision.decided"),
        ("F", "decision.notified"),
    ];
    map(office, "case", &fixed, &columns);
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
        by_case(&office);
        let done = import(&office, &path);
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
        assert_eq!(import(&office, &path)["events"], 0);
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
        by_case(&office);
        let done = import(&office, &path);
        (done["lapsed"].clone(), done["open_deadlines"].clone())
    };
    let text = {
        let path = away.path().join("month.csv");
        let text = "No,B,C,D,E,F\nA-1,IR,2024-03-01,refused,02.2026,02.2026\n";
        std::fs::write(&path, text).unwrap();
        let office = office();
        by_case(&office);
        let done = import(&office, &path);
        (done["lapsed"].clone(), done["open_deadlines"].clone())
    };
    assert_eq!(lapsed("mm/yyyy"), text);
    assert_ne!(text.0, json!(null));
}

/// Headings that say in which language the office writes, and such as do not.
const FRENCH: &str = "Numéro de dossier;Nom;Pays;Date de dépôt;Décision;Date décision";
const SPANISH: &str =
    "Número de expediente;Nombre;País;Fecha de solicitud;Resolución;Fecha de resolución";
const ENGLISH: &str = "Case no;Name;Nationality;Asylum claim date";

/// A sheet of persons in an encoding, with as many rows as are asked for.
fn persons(away: &Path, encoding: &'static Encoding, names: &[&str], rows: usize) -> PathBuf {
    persons_under(away, ENGLISH, encoding, names, rows)
}

fn persons_under(
    away: &Path,
    headings: &str,
    encoding: &'static Encoding,
    names: &[&str],
    rows: usize,
) -> PathBuf {
    let mut text = format!("{headings}\r\n");
    for (row, name) in (1..=rows).zip(names.iter().cycle()) {
        writeln!(text, "A-{row};{name};Iran;2020-05-05\r").unwrap();
    }
    let (bytes, _, bad) = encoding.encode(&text);
    assert!(!bad, "{text}");
    let path = away.join("persons.csv");
    std::fs::write(&path, bytes).unwrap();
    path
}

/// A map as it is proposed, and what is told of it.
fn planned(office: &Office, sheet: &Path) -> (Value, String) {
    let place = office.home().join("map.toml");
    let _ = std::fs::remove_file(&place);
    let sheet = sheet.to_str().unwrap();
    let shown = office.ok(&["--json", "import", sheet, "--plan"]).json();
    office.ok(&["import", sheet, "--plan", "-o", "map.toml"]);
    (shown, std::fs::read_to_string(place).unwrap())
}

/// The map with all its questions answered but that of the encoding, for which something is put.
fn answered(office: &Office, map: &str, encoding: &str) {
    let map = map
        .replace("encoding = \"?\"", &format!("encoding = \"{encoding}\""))
        .replace(
            "\"case.jurisdiction\" = \"?\"",
            "\"case.jurisdiction\" = \"de\"",
        )
        .replace(
            "\"application.kind\" = \"?\"",
            "\"application.kind\" = \"single_procedure\"",
        )
        .replace("use = \"?\"", "use = \"seal names\"");
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

#[test]
fn letters_that_fit_several_encodings_are_asked_about_and_sealed_as_it_is_said() {
    let away = tempfile::tempdir().unwrap();
    let all = [
        (WINDOWS_1254, &["Şükrü Yılmaz", "İbrahim Ağaoğlu"][..]),
        (WINDOWS_1250, &["Dvořák Jiří", "Němec Oldřich"]),
        (ISO_8859_2, &["Dvořák Šimon", "Žižka"]),
        (WINDOWS_1257, &["Jānis Bērziņš", "Kārlis"]),
        (WINDOWS_1254, &["ŞÜKRÜ IŞIK"]),
        (WINDOWS_1250, &["Kučera"]),
        (WINDOWS_1250, &["Wiśniewski Józef", "Źdźbło"]),
        (WINDOWS_1250, &["Đorđević Branko", "Kovačević Željko"]),
        (WINDOWS_1250, &["Kőszegi Ödön", "Szűcs Dezső"]),
        (WINDOWS_1250, &["Brânzaş Ion", "Ştefan Ţîrlea"]),
        (WINDOWS_1257, &["Šarūnas Žukauskas", "Česlovas"]),
    ];
    let desk = office();
    for ((encoding, names), rows) in all.iter().zip([2, 300].into_iter().cycle()) {
        let sheet = persons(away.path(), encoding, names, rows);
        let (shown, map) = planned(&desk, &sheet);
        let label = encoding.name().to_ascii_lowercase();
        assert!(map.contains("\nencoding = \"?\"\n"), "{names:?}: {map}");
        assert!(map.contains(&format!("#   {label}: ")), "{names:?}: {map}");
        assert_eq!(shown["encoding"], json!(null));
        let fitting = shown["encodings"].as_array().unwrap();
        assert!(fitting.contains(&json!(label)), "{names:?}: {shown}");
        for name in *names {
            assert!(!map.contains(name), "{map}");
        }
    }
    for (encoding, names) in &all[..4] {
        let office = office();
        let sheet = persons(away.path(), encoding, names, 2);
        let (_, map) = planned(&office, &sheet);
        // What is not answered is waited for.
        answered(&office, &map, "?");
        let path = sheet.to_str().unwrap();
        let waits = office.run(&["--json", "import", path, "--map", "map.toml"]);
        assert_eq!(waits.code, 6, "{}", waits.shown());
        assert!(waits.err.contains("windows-1254"), "{}", waits.shown());
        let label = encoding.name().to_ascii_lowercase();
        answered(&office, &map, &label);
        let done = import(&office, &sheet);
        assert_eq!(done["sealed"], 2, "{done}");
        let case = done["map"][0]["case"].as_str().unwrap();
        assert_eq!(names_opened(&office, case), json!([names[0]]));
        silent(&office, names);
    }
}

#[test]
fn western_letters_are_taken_where_the_words_of_the_office_are_and_what_fits_nothing_is_refused() {
    let away = tempfile::tempdir().unwrap();
    let office = office();
    let all: &[(&[&str], &[&str])] = &[
        (&[FRENCH], &["Hélène Gérard", "François Noël", "Geneviève"]),
        (&[SPANISH], &["María José Núñez", "Íñigo Muñoz"]),
        // What is the same letter in all of them needs no word.
        (&[ENGLISH, FRENCH], &["Jürgen Weiß", "José Möller"]),
        (&[FRENCH, SPANISH], &["João Conceição", "Niccolò Forlì"]),
        (&[FRENCH], &["HÉLÈNE GÉRARD"]),
    ];
    for (headings, names) in all {
        for (heading, rows) in headings.iter().zip([names.len(), 300].into_iter().cycle()) {
            let sheet = persons_under(away.path(), heading, WINDOWS_1252, names, rows);
            let (shown, map) = planned(&office, &sheet);
            assert_eq!(shown["encoding"], "windows-1252", "{names:?}");
            assert_eq!(shown["encodings"], json!([]));
            assert!(map.contains("encoding = \"windows-1252\""), "{map}");
        }
    }
    // A name alone can be another one: Kęs is Kês there, and Renāte is Renâte.
    for (encoding, name) in [
        (WINDOWS_1252, "Hélène Gérard"),
        (WINDOWS_1250, "Jan Kęs"),
        (WINDOWS_1250, "Peter Stĺpek"),
        (WINDOWS_1257, "Renāte Ozola"),
    ] {
        let (shown, _) = planned(&office, &persons(away.path(), encoding, &[name], 2));
        let label = json!(encoding.name().to_ascii_lowercase());
        let fitting = shown["encodings"].as_array().unwrap();
        assert!(
            fitting.contains(&label) && shown["encoding"].is_null(),
            "{name}: {shown}"
        );
    }
    // What a page of DOS has for Czech, and the same where somebody says another encoding of it.
    let head = b"Case no;Name;Nationality;Asylum claim date\nA-1;";
    let dos = [&head[..], b"Dvo\xfd\xa0k Ji\xfd\xa1;Iran;2020-05-05\n"].concat();
    let path = away.path().join("dos.csv");
    std::fs::write(&path, dos).unwrap();
    let path = path.to_str().unwrap();
    let said = office.run(&["--json", "import", path, "--plan"]);
    assert!(said.err.contains("sheet.letters"), "{}", said.shown());
    let sheet = persons(away.path(), WINDOWS_1250, &["Dvořák"], 1);
    let (_, map) = planned(&office, &sheet);
    answered(&office, &map, "windows-1250");
    let said = office.run(&["--json", "import", path, "--map", "map.toml"]);
    assert!(said.err.contains("sheet.letters"), "{}", said.shown());
    // A sheet that needs no map has no place where it could be said.
    let own = "type,case,origin,jurisdiction\ncase,Yılmaz,TR,de\n";
    std::fs::write(path, WINDOWS_1254.encode(own).0).unwrap();
    let said = office.run(&["--json", "import", path]);
    assert!(said.err.contains("sheet.letters"), "{}", said.shown());
}

#[test]
fn numbers_codes_of_countries_and_hidden_rows_are_told_in_the_plan() {
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("told.xlsx");
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (at, head) in (0..).zip(["No", "Nationality", "Application date"]) {
        page.write(0, at, head).unwrap();
    }
    for (row, (country, day)) in (1..).zip([("PA", 20_000), ("co", 45_352), ("PA", 2024)]) {
        page.write(row, 0, format!("A-{row}")).unwrap();
        page.write(row, 1, country).unwrap();
        page.write(row, 2, day).unwrap();
    }
    page.set_row_hidden(2).unwrap();
    // One in which nothing stands is none of anybody's.
    page.set_row_hidden(9).unwrap();
    book.save(&path).unwrap();
    let office = office();
    let (shown, map) = planned(&office, &path);
    assert_eq!(shown["hidden_rows"], 1, "{shown}");
    assert_eq!(shown["items"][2]["numbers"], true, "{shown}");
    assert!(map.contains("CO Colombia, PA Panama."), "{map}");
    assert!(map.contains("numbers = \"?\""), "{map}");
    answered(&office, &map, "");
    let sheet = path.to_str().unwrap();
    let waits = office.run(&["--json", "import", sheet, "--map", "map.toml"]);
    assert_eq!(waits.code, 6, "{}", waits.shown());
    assert!(
        waits.err.contains("column C") || waits.err.contains("C:"),
        "{}",
        waits.shown()
    );
    let answer = |numbers: &str| {
        let place = office.home().join("map.toml");
        let map = map.replace("numbers = \"?\"", &format!("numbers = \"{numbers}\""));
        answered(&office, &map, "");
        assert!(place.exists());
        office.run(&["--json", "import", sheet, "--map", "map.toml"])
    };
    let none = answer("none");
    assert_eq!(none.code, 1, "{}", none.shown());
    for row in ["row 2, column C", "row 3, column C"] {
        assert!(none.err.contains(row), "{}", none.shown());
    }
    assert!(!none.err.contains("row 4"), "{}", none.shown());
    let days = answer("days");
    assert_eq!(days.code, 0, "{}", days.shown());
    let case = days.json()["map"][1]["case"].as_str().unwrap().to_owned();
    assert!(
        office
            .ok(&["--json", "show", &case])
            .out
            .contains("2024-03-01")
    );
}
