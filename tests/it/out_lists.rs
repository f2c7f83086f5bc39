//! `export csv|xlsx|html|md`: the same values in every form, texts that stay texts, files that tell of nobody's hours.

use std::io::{Cursor, Read as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader as _, Xlsx, open_workbook};

use chrono::{Days, NaiveDate};

use crate::canary::{NAME, silent, told};
use crate::members::seal_to_one;
use crate::support::Office;

/// An office with the example's 211 cases.
pub(crate) fn many() -> Office {
    let office = Office::open().on("2026-11-26");
    let cases = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/ngo-211.jsonl");
    office.ok(&["import", cases]);
    office
}

/// A CSV file, cell by cell.
fn csv(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut quoted = false;
    let mut marks = text.chars().peekable();
    while let Some(mark) = marks.next() {
        let line = lines.last_mut().unwrap();
        match mark {
            '"' if quoted && marks.peek() == Some(&'"') => {
                line.last_mut().unwrap().push('"');
                marks.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(String::new()),
            '\n' if !quoted => lines.push(vec![String::new()]),
            other => line.last_mut().unwrap().push(other),
        }
    }
    lines.pop();
    lines
}

/// The sheet of a workbook that has this name, cell by cell, as CSV would have it.
pub(crate) fn sheet(path: &Path, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(name).unwrap();
    let cell = |data: &Data| match data {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(day) => {
            let days = format!("{}", day.as_f64()).parse().unwrap();
            let first = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
            (first + Days::new(days)).to_string()
        }
        other => panic!("{other:?}"),
    };
    range
        .rows()
        .map(|row| row.iter().map(cell).collect())
        .collect()
}

#[test]
fn a_workbook_holds_what_the_csv_holds() {
    let office = many();
    let list = office.ok(&["list", "--format", "plain"]).out;
    let case = list
        .lines()
        .nth(1)
        .unwrap()
        .split('\t')
        .next()
        .unwrap()
        .to_owned();
    office.ok(&["deadline", "set", &case, "--due", "2026-12-24"]);
    let mut cells = 0;
    let mut days = 0;
    for (of, options) in [
        ("list", &["--all"][..]),
        ("due", &["--worker", "all", "--within", "900d"]),
        ("show", &[&case]),
    ] {
        let args = |form: &str| {
            let file = format!("{of}.{form}");
            let all = ["export", form, "--of", of, "-o", &file];
            office.ok(&[&all[..], options].concat());
            office.home().join(file)
        };
        // Spreadsheet programs ask for the mark; what goes through a pipe has none.
        let text = std::fs::read_to_string(args("csv")).unwrap();
        let mut plain = csv(text.strip_prefix('\u{feff}').unwrap());
        if of == "show" {
            // Each entry in words of its fields, and no notation in any cell.
            let cells: Vec<&String> = plain.iter().flatten().collect();
            assert!(cells.iter().any(|cell| cell.contains("due=2026-12-24")));
            assert!(!cells.iter().any(|cell| cell.contains(['{', '}'])));
        }
        if of == "due" {
            // What stands beside the deadlines has sheets of its own.
            plain.retain(|line| ["list", "deadline"].contains(&line[line.len() - 2].as_str()));
            for line in &mut plain {
                line.truncate(line.len() - 4);
            }
        }
        let path = args("xlsx");
        // `show` has a table of the case before that of its events.
        let mut book: Xlsx<_> = open_workbook(&path).unwrap();
        let found = book
            .sheet_names()
            .into_iter()
            .map(|name| (sheet(&path, &name), book.worksheet_range(&name).unwrap()))
            .find(|(sheet, _)| sheet[0] == plain[0]);
        let (read, range) = found.unwrap();
        assert!(plain.len() > 1, "{of}");
        assert_eq!(read, plain, "{of}");
        cells += plain.len() * plain[0].len();
        let is_day = |data: &&Data| matches!(data, Data::DateTime(_));
        days += range
            .used_cells()
            .filter(|(_, _, data)| is_day(data))
            .count();
    }
    assert!(cells > 2_000 && days > 400, "{cells} {days}");
    println!("{cells} cells, {days} of them days");
}

/// `cargo test --test it libreoffice -- --ignored`, where `soffice` is there.
#[test]
#[ignore = "needs LibreOffice"]
fn libreoffice_saves_a_workbook_anew_with_the_same_values() {
    let office = many();
    office.ok(&["export", "xlsx", "--of", "list", "--all", "-o", "list.xlsx"]);
    let due = ["--of", "due", "--worker", "all", "--within", "900d"];
    office.ok(&[&["export", "xlsx", "-o", "due.xlsx"][..], &due].concat());
    for of in ["list", "due"] {
        let path = office.home().join(format!("{of}.xlsx"));
        let done = Command::new("soffice")
            .args(["--headless", "--convert-to", "xlsx", "--outdir", "again"])
            .arg(&path)
            .current_dir(office.home())
            .env("HOME", office.home())
            .status();
        assert!(done.unwrap().success());
        let again = office.home().join("again").join(format!("{of}.xlsx"));
        assert_eq!(sheet(&again, of), sheet(&path, of), "{of}");
    }
}

/// The parts of a workbook, unpacked, and the days that its archive gives them.
fn parts(bytes: Vec<u8>) -> Vec<(String, String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let day = part.last_modified().map(|day| day.to_string());
        found.push((
            part.name().unwrap().into_owned(),
            text,
            day.unwrap_or_default(),
        ));
    }
    found
}

#[test]
fn a_workbook_tells_of_no_author_no_place_and_no_hour() {
    let office = many();
    office.ok(&["export", "xlsx", "--of", "list", "-o", "list.xlsx"]);
    let bytes = std::fs::read(office.home().join("list.xlsx")).unwrap();
    let home = office.home().to_str().unwrap().to_owned();
    let parts = parts(bytes);
    let core = &parts
        .iter()
        .find(|part| part.0.ends_with("core.xml"))
        .unwrap()
        .1;
    assert!(core.contains("<dc:creator></dc:creator>"), "{core}");
    assert!(
        core.contains("<cp:lastModifiedBy></cp:lastModifiedBy>"),
        "{core}"
    );
    assert_eq!(core.matches("2026-11-26T00:00:00Z").count(), 2, "{core}");
    for (name, text, day) in &parts {
        assert!(!text.contains(&home), "{name}");
        assert!(!text.contains("2026-11-26T09"), "{name}");
        assert!(day.contains("1980-01-01"), "{name}: {day}");
    }
}

#[test]
fn what_a_case_says_of_when_it_was_written_has_no_hour() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let mut seen = 0;
    for form in ["csv", "html", "md", "xlsx"] {
        let file = format!("case.{form}");
        office.ok(&["export", form, "--of", "show", &case, "-o", &file]);
        let bytes = std::fs::read(office.home().join(&file)).unwrap();
        let texts = match form {
            "xlsx" => parts(bytes).into_iter().map(|part| part.1).collect(),
            _ => vec![String::from_utf8(bytes).unwrap()],
        };
        for text in texts {
            assert!(
                !text.contains("T09:00") && !text.contains("09:00"),
                "{form}: {text}"
            );
            seen += 1;
        }
    }
    assert!(seen > 8, "{seen}");
}

#[test]
fn a_page_stands_alone_and_an_older_file_stays_unless_force_is_said() {
    let office = many();
    let page = [
        "export", "html", "--of", "due", "--worker", "all", "-o", "due.html",
    ];
    office.ok(&page);
    let path = office.home().join("due.html");
    let text = std::fs::read_to_string(&path).unwrap();
    for foreign in [
        "<script", "http:", "https:", "src=", "url(", "<link", "@import",
    ] {
        assert!(!text.contains(foreign), "{foreign}");
    }
    assert!(text.contains("size:A4"));
    assert_eq!(
        std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let older = "<!doctype html>\n<html lang=\"en\">the older";
    std::fs::write(&path, older).unwrap();
    assert_eq!(office.fails(1, &page), "file.exists");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), older);
    // The disk takes nothing: the older one stays, whole.
    let program = env!("CARGO_BIN_EXE_nansen");
    let mut command = Command::new("bash");
    let script = "chmod 500 dir; \"$0\" --no-input export html --of list -o dir/list.html --force";
    std::fs::create_dir(office.home().join("dir")).unwrap();
    std::fs::write(office.home().join("dir/list.html"), older).unwrap();
    command.args([
        "-c",
        &script.replace("chmod 500 dir", "ulimit -f 20"),
        program,
    ]);
    command
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key());
    command
        .env("HOME", office.home())
        .current_dir(office.home());
    let done = command.output().unwrap();
    assert!(!done.status.success(), "{done:?}");
    let stays = std::fs::read_to_string(office.home().join("dir/list.html")).unwrap();
    assert_eq!(stays, older);
    assert_eq!(
        std::fs::read_dir(office.home().join("dir"))
            .unwrap()
            .count(),
        1
    );
    office.ok(&[&page[..], &["--force"]].concat());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    assert_eq!(
        std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

#[test]
fn options_that_a_list_does_not_take_are_told() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let before = office.files();
    for (args, id) in [
        (
            &["--of", "list", "--within", "3d", "-o", "a.csv"][..],
            "args.not-of-list",
        ),
        (&["--of", "list", &case, "-o", "a.csv"], "args.not-of-list"),
        (&["--of", "due", "--all", "-o", "a.csv"], "args.not-of-list"),
        (
            &["--of", "show", &case, "--worker", "m1", "-o", "a.csv"],
            "args.not-of-list",
        ),
        (&["--of", "show", "-o", "a.csv"], "args.missing"),
        (&["--of", "list"], "args.missing"),
    ] {
        let all = [&["export", "csv"][..], args].concat();
        assert_eq!(office.fails(2, &all), id, "{args:?}");
    }
    assert_eq!(office.files(), before);
}

/// A spreadsheet program takes the list separator of its machine, whatever the file has, and then heeds no quotation mark amid a cell.
#[test]
fn no_cell_is_run_whatever_the_separator_is() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let mut hostile = 0;
    for text in ["q;=1+2;z", "a\n+2", "a\t=3", "x;\"=4\"", "b|-5+6"] {
        let note = office.run_with(&["record", "note", &case], text);
        let task = office.run_with(&["task", "add", &case, "--by", "2026-03-05"], text);
        assert_eq!((note.code, task.code), (0, 0), "{}", note.shown());
    }
    for args in [&["--of", "show", case.as_str()][..], &["--of", "due"]] {
        let line = ["export", "csv", "--force", "-o", "out.csv"];
        office.ok(&[&line[..], args].concat());
        let text = std::fs::read_to_string(office.home().join("out.csv")).unwrap();
        for cell in text.split([',', ';', '\t', '|', '\n', '\r']) {
            let cell = cell.trim_start_matches('"');
            let run = cell.starts_with(['=', '+', '@', '-']);
            assert!(!run || cell.parse::<f64>().is_ok(), "{cell} in {text}");
            hostile += usize::from(cell.starts_with("'=") || cell.starts_with("'+"));
        }
    }
    assert!(hostile >= 8, "{hostile}");
}

#[test]
fn a_sealed_name_is_in_no_file_and_each_file_is_in_the_audit() {
    let office = Office::open();
    seal_to_one(&office);
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let person = format!("{{\"names\":[\"{NAME}\"]}}");
    let said = office.run_with(&["identity", "seal", &case], &person);
    assert_eq!(said.code, 0, "{}", said.shown());
    let me = office.key();
    let keys = ["--key", me.to_str().unwrap(), "--key", "seal.age"];
    let mut made = 0;
    let mut run = |args: &[&str]| {
        let said = office.ok(&[&keys[..], args].concat());
        assert!(!told(&said), "{}", said.shown());
        made += 1;
    };
    for form in ["csv", "xlsx", "html", "md"] {
        for of in ["list", "due", "show"] {
            let file = format!("{of}.{form}");
            let mut args = vec!["export", form, "--of", of, "-o", &file];
            args.extend((of == "show").then_some(case.as_str()));
            run(&args);
        }
    }
    run(&["export", "ics", "--full", "-o", "office.ics"]);
    run(&["export", "archive", "--in-the-open", "-o", "all.jsonl"]);
    silent(&office, &[NAME]);
    for file in ["list.xlsx", "due.xlsx", "show.xlsx"] {
        let bytes = std::fs::read(office.home().join(file)).unwrap();
        for (name, text, _) in parts(bytes) {
            std::fs::write(office.home().join("part"), text).unwrap();
            silent(&office, &[NAME]);
            assert!(!name.is_empty());
        }
    }
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap();
    let taken = items
        .iter()
        .filter(|item| item["what"].as_str().unwrap().ends_with(".exported"));
    assert_eq!((made, taken.count()), (14, 14));
}

/// A list that another command puts into a file left all the same.
#[test]
fn a_file_made_beside_export_is_in_the_audit_and_tells_no_hour() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let exported = || {
        let audit = office.ok(&["--json", "audit"]).json();
        let items = audit["items"].as_array().unwrap().iter();
        let what = items.map(|item| item["what"].as_str().unwrap().to_owned());
        what.filter(|what| what.ends_with(".exported"))
            .collect::<Vec<_>>()
    };
    let mut made = 0;
    for form in ["csv", "html", "md"] {
        for list in [
            &["list"][..],
            &["due"],
            &["due", "--sheet"],
            &["show", &case],
        ] {
            let file = format!("{made}.{form}");
            office.ok(&[list, &["-o", &file]].concat());
            let text = std::fs::read_to_string(office.home().join(&file)).unwrap();
            assert!(!text.contains("09:00"), "{text}");
            made += 1;
            assert_eq!(exported().len(), made, "{list:?} {form}");
        }
    }
    for what in ["list.exported", "due.exported", "case.exported"] {
        assert!(exported().iter().any(|one| one == what), "{what}");
    }
    // On the screen, to a pipe and for programs nothing left.
    office.ok(&["show", &case, "--format", "csv"]);
    office.ok(&["list", "-o", "list.json"]);
    assert_eq!(exported().len(), made);
    // Nothing is put over what is there, and nothing is said to have left.
    assert_eq!(office.fails(1, &["list", "-o", "0.csv"]), "file.exists");
    assert_eq!(exported().len(), made);
}

/// Without `--all` nothing prints what somebody took back or wrote anew: that it was, when it was recorded and by whom stays.
#[test]
fn what_was_taken_back_or_replaced_is_printed_only_where_it_is_asked_for() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let note = |text: &str| {
        let said = office.run_with(&["--json", "record", "note", &case], text);
        assert_eq!(said.code, 0, "{}", said.shown());
        said.json()["event"].as_str().unwrap().to_owned()
    };
    note("UNDONECANARY");
    office.ok(&["undo"]);
    note("what stands");
    let lodged = ["record", "application", &case, "--kind", "single_procedure"];
    let said = office.ok(&[&["--json"], &lodged[..], &["--lodged", "2025-01-13"]].concat());
    let wrong = said.json()["event"].as_str().unwrap().to_owned();
    let anew = ["--lodged", "2025-01-15", "--because", "typed wrong"];
    office.ok(&[&["correct", &wrong], &anew[..]].concat());
    for form in ["csv", "xlsx", "html", "md"] {
        for all in [false, true] {
            let out = format!("out.{form}");
            let mut args = vec!["export", form, "--of", "show", &case, "--force", "-o", &out];
            args.extend(all.then_some("--all"));
            office.ok(&args);
            let bytes = std::fs::read(office.home().join(&out)).unwrap();
            let text = if form == "xlsx" {
                let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
                let names = book.sheet_names();
                let mut text = String::new();
                for name in names {
                    let range = book.worksheet_range(&name).unwrap();
                    let cells = range.used_cells().map(|(_, _, cell)| cell.to_string());
                    text.extend(cells.map(|cell| cell + "\n"));
                }
                text
            } else {
                String::from_utf8(bytes).unwrap()
            };
            // That something was, is told in each: by codes, or in sentences.
            let (day, tells) = if matches!(form, "csv" | "xlsx") {
                ("2025-01-13", ["retracted", "replaced", &wrong])
            } else {
                (
                    "13 Jan 2025",
                    ["took back: note", "because: typed wrong", "corrects "],
                )
            };
            for word in ["UNDONECANARY", day] {
                assert_eq!(text.contains(word), all, "{form} {all} {word}: {text}");
            }
            for told in ["what stands"].iter().chain(&tells) {
                assert!(text.contains(told), "{form} {told}: {text}");
            }
        }
    }
    for form in ["human", "csv", "plain", "html", "md"] {
        let args = ["--format", form, "show", &case];
        let less = office.ok(&args).out;
        assert!(!less.contains("CANARY"), "{form}: {less}");
        assert!(
            !less.contains("2025-01-13") && !less.contains("13 Jan 2025"),
            "{form}: {less}"
        );
        let more = office.ok(&[&args[..], &["--all"]].concat()).out;
        let before = more.contains("2025-01-13") || more.contains("13 Jan 2025");
        assert!(more.contains("UNDONECANARY") && before, "{form}: {more}");
    }
    let human = office.ok(&["--format", "human", "show", &case]).out;
    assert!(human.contains("took back: note"), "{human}");
    let line = office
        .ok(&["--format", "human", "case", "timeline", &case])
        .out;
    assert!(!line.contains("CANARY"), "{line}");
}
