//! What `import --plan` proposes without a question is right; what could be wrong is a question.

use std::path::Path;

use rust_xlsxwriter::{Format, Workbook};
use serde_json::{Value, json};

use crate::sheets::{answer, file, import, office, plan, refused, text};
use crate::support::Office;

const LAW: (&str, &str) = (
    "\"case.jurisdiction\" = \"?\"",
    "\"case.jurisdiction\" = \"fr\"",
);
const KIND: (&str, &str) = (
    "\"application.kind\" = \"?\"",
    "\"application.kind\" = \"single_procedure\"",
);
const APPEAL: (&str, &str) = ("\"appeal.kind\" = \"?\"", "\"appeal.kind\" = \"appeal\"");

/// What is proposed for each column of a sheet, and the map.
fn proposed(rows: &str) -> (Vec<String>, String) {
    let office = Office::empty();
    let sheet = file(office.home(), "sheet.csv", rows.as_bytes());
    let (planned, map) = plan(&office, &sheet);
    let items = planned["items"].as_array().unwrap().iter();
    let used = items.map(|one| one["use"].as_str().unwrap().to_owned());
    (used.collect(), map)
}

#[test]
fn a_letter_that_is_a_woman_s_in_one_language_is_never_taken_for_a_man_s() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = "No;Nacionalidad;Sexo;Fecha solicitud\nx1;SY;H;2025-01-13\nx2;SY;M;2025-01-14\n";
    let sheet = file(away.path(), "a.csv", sheet.as_bytes());
    let (_, map) = plan(&office, &sheet);
    assert!(map.contains("\"m\" = \"f\""), "{map}");
    answer(&office, &map, &[LAW, KIND]);
    let done = import(&office, &sheet);
    let sex = |nth: usize| {
        let case = done["map"][nth]["case"].as_str().unwrap();
        let shown = office.ok(&["--json", "show", case]).json();
        shown["sex"].clone()
    };
    assert_eq!((sex(0), sex(1)), (json!("m"), json!("f")));
    // Where nothing says which, it is asked, and the import waits.
    for (heading, letters) in [
        ("Sexo", "M"),
        ("Sexe", "H;M"),
        ("Sex", "V;M"),
        ("Sexo", "H;M;F"),
    ] {
        let office = self::office();
        let rows: Vec<String> = (1..)
            .zip(letters.split(';'))
            .map(|(nth, letter)| format!("x{nth};SY;{letter};2025-01-13\n"))
            .collect();
        let rows = format!(
            "No;Nacionalidad;{heading};Fecha solicitud\n{}",
            rows.concat()
        );
        let sheet = file(away.path(), "b.csv", rows.as_bytes());
        let (_, map) = plan(&office, &sheet);
        assert!(map.contains("\"m\" = \"?\""), "{heading}: {letters}\n{map}");
        answer(&office, &map, &[LAW, KIND]);
        let said = refused(&office, &sheet);
        assert!(
            said.code == 6 && said.err.contains("C: "),
            "{}",
            said.shown()
        );
    }
}

#[test]
fn the_country_of_a_case_is_the_one_that_somebody_is_a_citizen_of() {
    let of = |heads: &str| {
        let cells = heads
            .split(';')
            .map(|_| "Syria")
            .collect::<Vec<_>>()
            .join(";");
        proposed(&format!(
            "No;Application date;{heads}\nx1;2025-01-13;{cells}\nx2;2025-01-14;{cells}\n"
        ))
    };
    for elsewhere in [
        "Country of transit",
        "Country of asylum",
        "Pays de naissance",
        "Страна въезда",
        "País de residencia",
        "بلد العبور",
    ] {
        for heads in [
            format!("{elsewhere};Nationality"),
            format!("Nationality;{elsewhere}"),
        ] {
            let (used, map) = of(&heads);
            let at = if heads.starts_with("Nat") { 2 } else { 3 };
            assert_eq!(used[at], "case.origin", "{map}");
            assert_eq!(used[5 - at], "? seal note", "{map}");
        }
        // Alone it is no country of origin either.
        let (used, map) = of(elsewhere);
        assert_eq!(used[2], "? seal note", "{map}");
        assert!(map.contains("\"case.origin\" = \"unknown\""), "{map}");
    }
    let (used, map) = of("Country;Nationality");
    assert_eq!(used[2..], ["? seal note", "case.origin"], "{map}");
    // Where neither is better, both are asked about.
    let (used, map) = of("Citizenship;Nationality");
    assert_eq!(used[2..], ["? case.origin", "? case.origin"], "{map}");
}

#[test]
fn what_is_of_an_appeal_or_of_another_procedure_is_never_taken_for_the_first_decision() {
    for (heading, first) in [
        ("Date of appeal decision", "decision#2.decided"),
        ("Дата решения суда", "decision#2.decided"),
        ("Fecha resolución recurso", "decision#2.decided"),
        ("Date décision CNDA", "decision#2.decided"),
        ("تاريخ رفض الطعن", "decision#2.decided"),
        ("Date appeal refused", "decision#2.decided"),
        ("Notification CNDA", "decision#2.notified"),
        ("Дата получения решения", "decision.notified"),
        ("Visa decision date", "decision.decided"),
        ("Passport application date", "application.lodged"),
        ("Appeal rights exhausted", "appeal.lodged"),
        ("Due to attend interview", "deadline.due"),
    ] {
        // The heading of the first decision's own day is not known.
        let (used, map) = proposed(&format!(
            "No;Nationality;Zyx;Outcome;{heading}\nx1;SY;2025-01-13;refused;2025-06-13\nx2;SY;2025-01-14;refused;2025-06-14\n"
        ));
        assert!(
            used[4].starts_with(&format!("? {first}")),
            "{heading}: {}\n{map}",
            used[4]
        );
        assert!(map.contains("use = \"drop\"?"), "{map}");
    }
    // What the court says has words of its own, and a third decision is offered.
    let (used, map) = proposed(
        "No;Pays;Décision OFPRA;Date décision OFPRA;Décision CNDA;Date décision CNDA;Zyx\n\
         x1;SY;rejet;2025-01-13;rejet;2025-06-13;2026-01-13\nx2;SY;rejet;2025-01-14;refused;2025-06-14;2026-01-14\n\
         x3;SY;rejet;2025-01-15;protection subsidiaire;2025-06-15;2026-01-15\n",
    );
    assert_eq!(
        used[2..4],
        ["decision.outcome", "decision.decided"],
        "{map}"
    );
    assert!(
        used[4].starts_with("? decision#2.outcome, decision#3.outcome"),
        "{map}"
    );
    assert!(
        used[5].starts_with("? decision#2.decided, decision#3.decided"),
        "{map}"
    );
    assert!(used[6].contains("decision#3.decided"), "{map}");
    for line in [
        "\"rejet\" = \"refused\"",
        "\"rejet\" = \"dismissed\"",
        "\"refused\" = \"dismissed\"",
        "# 1 different values are not known, the first in rows 4",
    ] {
        assert!(map.contains(line), "{line}\n{map}");
    }
}

#[test]
fn an_outcome_that_is_no_court_s_is_named_by_its_column_and_what_it_is_called_there() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let rows = "No;Nationality;Application date;Decision;Decision date;Appeal date;Appeal decision;Appeal decision date\n\
        x1;SY;2024-01-15;refused;2024-06-14;2024-07-15;refused;2025-03-14\n";
    let sheet = file(away.path(), "a.csv", rows.as_bytes());
    let (_, map) = plan(&office, &sheet);
    let second = map.replacen("use = \"?\"", "use = \"decision#2.outcome\"", 1);
    let second = second.replacen("use = \"?\"", "use = \"decision#2.decided\"", 1);
    let second = second.replace("\n[on]\n", "\n[on]\n\"decision#2\" = \"appeal\"\n");
    let as_it_is = second.replace("\"refused\" = \"dismissed\"", "\"refused\" = \"refused\"");
    answer(&office, &as_it_is, &[LAW, KIND, APPEAL]);
    let said = refused(&office, &sheet);
    assert!(
        said.err.contains("row 2, column G")
            && said.err.contains("`refused`")
            && said.err.contains("`dismissed`"),
        "{}",
        said.shown()
    );
    answer(&office, &second, &[LAW, KIND, APPEAL]);
    assert_eq!(import(&office, &sheet)["events"], 5);
}

#[test]
fn a_map_of_an_earlier_version_holds_and_a_column_that_moved_is_found_out() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let map = |heading: &str| {
        let map = format!(
            "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n[fixed]\n\
             \"case.jurisdiction\" = \"ru\"\n\"decision.outcome\" = \"refused\"\n\
             [[column]]\nat = \"B\"\nheading = \"страна\"\nuse = \"case.origin\"\n\
             [[column]]\nat = \"C\"\nheading = \"{heading}\"\nuse = \"decision.decided\"\n"
        );
        std::fs::write(office.home().join("map.toml"), map).unwrap();
    };
    let rows = "No;Страна;Дата получения решения\nx1;SY;2025-01-13\n";
    let sheet = file(away.path(), "a.csv", rows.as_bytes());
    // So the earlier one knew this heading.
    map("решени дата");
    let dry = [
        "--json",
        "import",
        text(&sheet),
        "--map",
        "map.toml",
        "--dry-run",
    ];
    let said = office.run(&dry);
    // An application is wanted first, and nothing else: the heading is right.
    assert!(said.err.contains("import.faults"), "{}", said.shown());
    let moved = rows.replace(
        "Дата получения решения",
        "Дата решения суда по жалобе, вручено",
    );
    file(away.path(), "a.csv", moved.as_bytes());
    map("дата заявл");
    let said = refused(&office, &sheet);
    assert!(
        said.err.contains("C: ") && !said.err.contains("row 2"),
        "{}",
        said.shown()
    );
}

/// A workbook with a merged title over its headings.
fn titled(path: &Path, title: &str, heads: &[&str], cells: &[&str]) {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let wide = u16::try_from(heads.len() - 1).unwrap();
    page.merge_range(0, 0, 0, wide, title, &Format::new())
        .unwrap();
    for (row, texts) in [(1, heads), (2, cells)] {
        for (column, one) in (0..).zip(texts) {
            page.write(row, column, *one).unwrap();
        }
    }
    book.save(path).unwrap();
}

#[test]
fn a_title_over_the_table_is_not_its_headings() {
    let office = Office::empty();
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("a.xlsx");
    for (title, heads) in [
        (
            "SUIVI DES DOSSIERS – ANTENNE DE LYON",
            ["Zyx", "Qwv", "Pays", "Décision"],
        ),
        (
            "Реестр заявителей",
            ["Zyx", "Qwv", "Гражданство", "Решение"],
        ),
        (
            "Client list – asylum cases",
            ["Zyx", "Qwv", "Nationality", "Decision"],
        ),
    ] {
        titled(&path, title, &heads, &["x1", "a", "SY", "refused"]);
        let (planned, map) = plan(&office, &path);
        assert_eq!(
            (
                &planned["heading"],
                &planned["heading_rows"],
                &planned["rows"]
            ),
            (&json!(2), &json!(1), &json!(1)),
            "{title}\n{map}"
        );
    }
    // Two columns of which nothing is known: a person says where the headings stand.
    titled(
        &path,
        "Zyx",
        &["Υπηκοότητα", "Απόφαση"],
        &["Syria", "refused"],
    );
    assert_eq!(
        office.fails(1, &["import", text(&path), "--plan"]),
        "sheet.heading"
    );
    let said = office.ok(&["--json", "import", text(&path), "--plan", "--heading", "2"]);
    let planned = said.json();
    assert_eq!(
        (&planned["heading"], &planned["rows"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(planned["items"][0]["use"], "? case.origin");
    assert_eq!(planned["items"][1]["use"], "? decision.outcome");
    assert_eq!(
        office.fails(1, &["import", text(&path), "--plan", "--heading", "9"]),
        "sheet.heading"
    );
}

#[test]
fn the_sheet_that_is_planned_is_the_first_with_headings_or_the_one_that_is_named() {
    let office = Office::empty();
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("a.xlsx");
    let mut book = Workbook::new();
    let rows: [(&str, &[[&str; 3]]); 5] = [
        ("Read me", &[["One row per person", "", ""], ["a", "", ""]]),
        (
            "Lists",
            &[["Country", "Sex", "Decision"], ["Syria", "m", "refused"]],
        ),
        ("Nothing", &[]),
        (
            "2019",
            &[
                ["No", "Nationality", "Application date"],
                ["x1", "SY", "2025-01-13"],
            ],
        ),
        (
            "2020",
            &[
                ["No", "Nationality", "Application date"],
                ["x2", "SY", "2025-01-14"],
                ["x3", "SY", "2025-01-15"],
            ],
        ),
    ];
    for (name, rows) in rows {
        let page = book.add_worksheet();
        page.set_name(name).unwrap();
        page.set_hidden(name == "Lists");
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells).filter(|it| !it.1.is_empty()) {
                page.write(row, column, *cell).unwrap();
            }
        }
    }
    book.save(&path).unwrap();
    let planned = |more: &[&str]| -> (Value, String) {
        let args = [&["--json", "import", text(&path), "--plan"][..], more].concat();
        let planned = office.ok(&args).json();
        drop(std::fs::remove_file(office.home().join("map.toml")));
        let args = [&args[1..], &["-o", "map.toml"]].concat();
        office.ok(&args);
        (
            planned,
            std::fs::read_to_string(office.home().join("map.toml")).unwrap(),
        )
    };
    let (first, map) = planned(&[]);
    assert_eq!(
        (&first["sheet"], &first["sheets"], &first["rows"]),
        (&json!(4), &json!(5), &json!(1))
    );
    assert!(map.contains("sheet = 4 "), "{map}");
    let (other, map) = planned(&["--sheet", "5"]);
    assert_eq!((&other["sheet"], &other["rows"]), (&json!(5), &json!(2)));
    assert!(map.contains("sheet = 5 "), "{map}");
    let human = office.ok(&["import", text(&path), "--plan", "--format", "human"]);
    assert!(
        human.out.contains("This is sheet 4 of the 5"),
        "{}",
        human.out
    );
    for (sheet, error) in [
        ("6", "sheet.absent"),
        ("3", "sheet.empty"),
        ("1", "sheet.heading"),
    ] {
        assert_eq!(
            office.fails(1, &["import", text(&path), "--plan", "--sheet", sheet]),
            error
        );
    }
    // A blank file is no reason to look for ever.
    let blank = file(away.path(), "b.csv", b"\n\n");
    assert_eq!(
        office.fails(1, &["import", text(&blank), "--plan"]),
        "sheet.empty"
    );
    assert_eq!(
        office.fails(1, &["import", text(&blank), "--plan", "--sheet", "2"]),
        "sheet.absent"
    );
}

#[test]
fn a_column_that_counts_the_rows_is_no_part_of_the_key() {
    for heads in [
        "No,Case no",
        "№,Номер дела",
        "№ п/п,№ дела",
        "Nº,Número de caso",
        "رقم,رقم الحالة",
    ] {
        for cells in [
            ["1,x-7", "2,x-9", "3,x-4"],
            ["3,1042", "1,1055", "4,1071"],
            // Two parts of a sheet, each counted from 1.
            ["1,x-7", "1,x-9", "2,x-4"],
        ] {
            let rows = cells.map(|cell| format!("{cell},SY,2025-01-13\n")).concat();
            let (used, map) = proposed(&format!("{heads},Nationality,Application date\n{rows}"));
            assert!(map.contains("\nkey = [\"B\"]\n"), "{heads}\n{map}");
            assert!(map.contains("# Left out of the key: \"A\""), "{map}");
            assert_eq!(used[..2], ["drop", "drop"], "{heads}\n{map}");
        }
    }
    // Where both could be counts, or the other is the same in most rows, nobody but a person knows.
    for cells in [["1,1", "2,2", "4,3"], ["1,7", "2,7", "3,7"]] {
        let rows = cells.map(|cell| format!("{cell},SY,2025-01-13\n")).concat();
        let (_, map) = proposed(&format!("No,Case no,Nationality,Application date\n{rows}"));
        assert!(map.contains("\nkey = [\"?\"]\n"), "{map}");
    }
    // A number of an office's own within the number of a case counts no rows.
    let rows = "x1,1,SY,2025-01-13\nx1,2,SY,2025-01-13\nx2,1,SY,2025-01-13\nx2,2,SY,2025-01-13\n";
    let (_, map) = proposed(&format!("No,Case no,Nationality,Application date\n{rows}"));
    assert!(map.contains("\nkey = [\"A\", \"B\"]\n"), "{map}");
}

#[test]
fn a_running_number_beside_the_number_of_a_file_is_a_key_only_where_a_person_says_so() {
    for heads in [
        "№,Досье",
        "N°,N° dossier",
        "No.,Ref",
        "Nº,Nº expediente",
        "رقم,رقم الملف",
        "S/N,File no",
    ] {
        let (used, map) = proposed(&format!(
            "{heads},Nationality,Application date\n1,x-7,SY,2025-01-13\n2,x-9,SY,2025-01-14\n3,x-4,SY,2025-01-15\n"
        ));
        assert!(map.contains("\nkey = [\"?\"]\n"), "{heads}\n{map}");
        assert!(map.contains("rows move: key = [\"B\"]"), "{map}");
        assert!(map.contains("key = [\"A\"] only if"), "{map}");
        assert_eq!(used[..2], ["drop", "? seal file_numbers"], "{map}");
    }
    // The import waits for it; by the number of the case a row that moved is still the same person's.
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let head = "No.;Ref;Nationality;Application date;Decision;Decision date\n";
    let first =
        format!("{head}1;x-7;SY;2024-01-15;;\n2;x-9;AF;2024-01-16;;\n3;x-4;SY;2024-01-17;;\n");
    let sheet = file(away.path(), "a.csv", first.as_bytes());
    let (_, map) = plan(&office, &sheet);
    let sealed = map.replacen("use = \"?\"", "use = \"drop\"", 1);
    answer(&office, &sealed, &[LAW, KIND]);
    assert!(refused(&office, &sheet).err.contains("key"));
    let by_file = ("key = [\"?\"]", "key = [\"B\"]");
    answer(&office, &sealed, &[LAW, KIND, by_file]);
    assert_eq!(import(&office, &sheet)["events"], 6);
    let moved = format!(
        "{head}1;x-4;SY;2024-01-17;refused;2025-01-17\n2;x-7;SY;2024-01-15;;\n3;x-9;AF;2024-01-16;;\n"
    );
    file(away.path(), "a.csv", moved.as_bytes());
    let again = import(&office, &sheet);
    assert_eq!(again["events"], 1, "{again}");
}

#[test]
fn a_sheet_of_events_is_known_however_its_headings_say_so() {
    for (date, kind) in [
        ("Event date", "Event type"),
        ("Date of event", "Event"),
        ("Дата события", "Событие"),
        ("Дата события", "Тип события"),
        ("Date de l'événement", "Type d'événement"),
        ("Fecha del evento", "Tipo de evento"),
        ("تاريخ الحدث", "نوع الحدث"),
        ("Fecha", "Tipo de evento"),
        ("Date", "Event type"),
    ] {
        for heads in [format!("{date},{kind}"), format!("{kind},{date}")] {
            let of_date = heads.starts_with(date);
            let cells = |day: &str, kind: &str| {
                if of_date {
                    format!("{day},{kind}")
                } else {
                    format!("{kind},{day}")
                }
            };
            let (used, map) = proposed(&format!(
                "Case no,{heads}\nx-7,{}\nx-7,{}\nx-9,{}\n",
                cells("2025-01-13", "application"),
                cells("2025-06-13", "hearing"),
                cells("2025-01-14", "application"),
            ));
            assert!(map.contains("\nrows = \"event\"\n"), "{heads}\n{map}");
            let wanted = if of_date {
                ["event.date", "type"]
            } else {
                ["type", "event.date"]
            };
            assert_eq!(used[1..], wanted, "{heads}\n{map}");
        }
    }
}

#[test]
fn what_only_begins_as_a_field_does_is_asked_about() {
    for (heading, cell) in [
        ("الموعد القادم", "2025-06-13"),
        ("الموعد", "2025-06-13"),
        ("Asylum office", "North"),
        ("Oficina de asilo", "North"),
        ("Interviewer", "Qwv"),
        ("Интервьюер", "Qwv"),
        ("Entrevistador", "Qwv"),
        ("Вид защиты", "ВУ"),
    ] {
        let (used, map) = proposed(&format!(
            "No,Nationality,{heading}\nx1,SY,{cell}\nx2,SY,{cell}\n"
        ));
        assert!(used[2].starts_with('?'), "{heading}: {}\n{map}", used[2]);
        let taken = heading.starts_with("Interv") && used[2].contains("interview");
        assert!(!taken, "{heading}: {}\n{map}", used[2]);
        if heading.starts_with("الموعد") {
            assert!(used[2].contains("hearing.date"), "{}\n{map}", used[2]);
        }
    }
    for (heading, cell, wanted) in [
        ("الموعد النهائي", "2025-06-13", "deadline.due"),
        ("آخر موعد", "2025-06-13", "deadline.due"),
        ("المهلة", "2025-06-13", "deadline.due"),
        ("Office", "North", "case.office"),
        ("Interview", "2025-06-13", "interview.date"),
        ("Вид ходатайства", "ВУ", "application.kind"),
    ] {
        let (used, map) = proposed(&format!(
            "No,Nationality,{heading}\nx1,SY,{cell}\nx2,SY,{cell}\n"
        ));
        assert_eq!(used[2], wanted, "{heading}\n{map}");
    }
}
