//! What stands in the cells of a sheet: what is not understood, was not worked out or says two things is a fault of its row.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Stdio;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use serde_json::{Value, json};

use crate::canary::silent;
use crate::sheets::{office, rewritten};
use crate::support::{Office, Said};

/// Nobody's names.
const NAME: &str = "Zyxqwv Canarjus";
const OTHER: &str = "Qwvzyx Avocanar";

const HEAD: &str = "id,or,lod,out,dec,not,bas,dl,name,tel\n";

/// A map of the columns of [`HEAD`]; what is added stands in the column before it.
fn map(office: &Office, top: &str, of: impl Fn(&str) -> &'static str) {
    let mut map = format!(
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n{top}\n[fixed]\n\
         \"case.jurisdiction\" = \"de\"\n\"application.kind\" = \"single_procedure\"\n"
    );
    for (at, used) in [
        ("B", "case.origin"),
        ("C", "application.lodged"),
        ("D", "decision.outcome"),
        ("E", "decision.decided"),
        ("F", "decision.notified"),
        ("G", "decision.basis"),
        ("H", "deadline.due"),
        ("I", "seal names"),
        ("J", "seal telephone"),
    ] {
        write!(
            map,
            "[[column]]\nat = \"{at}\"\nuse = \"{used}\"\n{}\n",
            of(at)
        )
        .unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

/// Days first, wherever days stand.
fn days_first(at: &str) -> &'static str {
    match at {
        "C" | "E" | "F" | "H" => "date = \"dmy\"",
        _ => "",
    }
}

fn csv(away: &tempfile::TempDir, text: &str) -> PathBuf {
    let path = away.path().join("sheet.csv");
    std::fs::write(&path, text).unwrap();
    path
}

fn by_map(office: &Office, sheet: &std::path::Path, more: &[&str]) -> Said {
    let sheet = sheet.to_str().unwrap();
    let args = [&["--json", "import", sheet, "--map", "map.toml"][..], more].concat();
    office.run(&args)
}

fn taken(office: &Office, sheet: &std::path::Path, more: &[&str]) -> Value {
    let said = by_map(office, sheet, more);
    assert!(said.code == 0, "{}", said.shown());
    said.json()
}

#[test]
fn a_formula_without_a_result_is_a_fault_of_its_row() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("formula.xlsx");
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let heads = [
        "No",
        "Nationality",
        "Application date",
        "Decision",
        "Decision date",
        "Notification date",
        "Basis",
        "Deadline",
        "Name",
        "Telephone",
    ];
    for (at, head) in (0..).zip(heads) {
        page.write(0, at, head).unwrap();
    }
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let of = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
    page.write(1, 0, 11).unwrap();
    page.write(1, 1, "SY").unwrap();
    page.write_with_format(1, 2, of("2026-01-10"), &day)
        .unwrap();
    page.write(1, 3, "refused").unwrap();
    page.write_with_format(1, 4, of("2026-02-10"), &day)
        .unwrap();
    page.write_formula(1, 5, Formula::new("=E2+10").set_result("46073"))
        .unwrap();
    page.write_formula(1, 7, Formula::new("=F2+14").set_result("46087"))
        .unwrap();
    page.write_formula(1, 8, Formula::new("=\"\"").set_result(""))
        .unwrap();
    book.save(&path).unwrap();
    map(&office, "", days_first);
    let whole = taken(&office, &path, &["--dry-run"]);
    assert_eq!(
        (&whole["events"], &whole["cases"]),
        (&json!(4), &json!(1)),
        "{whole}"
    );
    // As a program writes it that reckons nothing.
    rewritten(&path, "xl/worksheets/sheet1.xml", |text| {
        let without = text
            .replace("<v>46073</v>", "<v></v>")
            .replace("<v>46087</v>", "");
        assert_ne!(without, text, "{text}");
        without
    });
    let said = by_map(&office, &path, &[]);
    assert_eq!(said.code, 1, "{}", said.shown());
    for place in ["row 2, column F", "row 2, column H", "save it once"] {
        assert!(said.err.contains(place), "{}", said.shown());
    }
    assert!(!said.err.contains("column I"), "{}", said.shown());
    let planned = office.ok(&["--json", "import", path.to_str().unwrap(), "--plan"]);
    let columns = planned.json()["items"].as_array().unwrap().clone();
    let unreckoned: Vec<(&Value, &Value)> = columns
        .iter()
        .filter(|one| one["unreckoned"] != 0)
        .map(|one| (&one["at"], &one["unreckoned_rows"]))
        .collect();
    assert_eq!(
        unreckoned,
        [(&json!("F"), &json!([2])), (&json!("H"), &json!([2]))]
    );
}

#[test]
fn a_day_with_a_name_is_the_day_that_is_named_or_none() {
    let away = tempfile::tempdir().unwrap();
    for (day, read) in [
        ("2026 3 февр", Some("2026-02-03")),
        ("\"2026, 3 Feb\"", Some("2026-02-03")),
        ("2026/03/Feb", Some("2026-02-03")),
        ("2026/02/03", Some("2026-02-03")),
        ("martes 3 2026", None),
        ("mardi 3 2026", None),
        ("3 2 mars", None),
    ] {
        let office = office();
        map(&office, "", days_first);
        let sheet = csv(&away, &format!("{HEAD}1,SY,{day},,,,,,,\n"));
        let said = by_map(&office, &sheet, &[]);
        assert_eq!(
            said.code,
            i32::from(read.is_none()),
            "{day}: {}",
            said.shown()
        );
        if let Some(read) = read {
            let case = said.json()["map"][0]["case"].as_str().unwrap().to_owned();
            let shown = office.ok(&["--json", "show", &case]);
            assert!(shown.out.contains(read), "{day}: {}", shown.out);
        }
    }
}

#[test]
fn what_is_new_to_be_sealed_is_named_and_sealed_where_somebody_says_so() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(&office, "", days_first);
    let first = format!("{HEAD}1,SY,01.02.2026,,,,,,{NAME},\n2,SY,01.02.2026,,,,,,,\n");
    let done = taken(&office, &csv(&away, &first), &[]);
    assert_eq!(
        (&done["sealed"], &done["not_compared"]),
        (&json!(1), &json!([]))
    );
    let newer = format!(
        "{HEAD}1,SY,01.02.2026,,,,,,{NAME},+49 171 5550199\n2,SY,01.02.2026,,,,,,{OTHER},+49 171 5550200\n"
    );
    let sheet = csv(&away, &newer);
    let done = taken(&office, &sheet, &[]);
    assert_eq!(
        (&done["sealed"], &done["not_compared"]),
        (&json!(1), &json!([2])),
        "{done}"
    );
    let sheet_text = sheet.to_str().unwrap();
    let told = office.ok(&[
        "--format", "human", "import", sheet_text, "--map", "map.toml",
    ]);
    assert!(
        told.out.contains("keep it") && told.out.contains("--seal-again"),
        "{}",
        told.shown()
    );
    let done = taken(&office, &sheet, &["--seal-again"]);
    assert_eq!(
        (&done["sealed"], &done["not_compared"]),
        (&json!(2), &json!([])),
        "{done}"
    );
    // That of the first row: a list of cases that are alike has them in no order.
    let case = done["map"][0]["case"].as_str().unwrap();
    let opened = office.ok(&[
        "--key",
        "me.age",
        "--key",
        "seal.age",
        "identity",
        "open",
        case,
        "--reason",
        "court",
        "--because",
        "the court asks",
        "--force",
    ]);
    assert!(opened.out.contains("5550199"), "{}", opened.shown());
    silent(&office, &[NAME, OTHER, "5550199"]);
}

#[test]
fn a_field_that_was_blank_and_is_filled_in_later_is_taken() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(&office, "", days_first);
    let first = format!("{HEAD}4,SY,01.01.2026,refused,10.02.2026,,unfounded,,,\n");
    let done = taken(&office, &csv(&away, &first), &[]);
    let case = done["map"][0]["case"].as_str().unwrap().to_owned();
    let later = format!("{HEAD}4,SY,01.01.2026,refused,10.02.2026,27.02.2026,unfounded,,,\n");
    let sheet = csv(&away, &later);
    let done = taken(&office, &sheet, &[]);
    assert_eq!(
        (&done["events"], &done["contradictions"]),
        (&json!(1), &json!([])),
        "{done}"
    );
    let due = office.ok(&["--json", "show", &case]);
    assert!(due.out.contains("2026-02-27"), "{}", due.out);
    let limits = due.json()["deadlines"].as_array().unwrap().clone();
    assert!(
        limits.iter().any(|one| one["due"].is_string()),
        "{limits:?}"
    );
    // The same file once more has nothing to add, and another day is a contradiction.
    let done = taken(&office, &sheet, &[]);
    assert_eq!(
        (&done["events"], &done["contradictions"]),
        (&json!(0), &json!([])),
        "{done}"
    );
    let other = later.replace("27.02.2026", "26.02.2026");
    let done = taken(&office, &csv(&away, &other), &[]);
    assert_eq!(done["events"], 0);
    assert_eq!(done["contradictions"][0]["columns"], json!(["F"]), "{done}");
}

/// A map of `id,type,date,origin,out,name,kind` in which a row is one event.
fn by_event(office: &Office) {
    let mut map =
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"event\"\nkey = [\"A\"]\n[fixed]\n\
         \"case.jurisdiction\" = \"ru\"\n"
            .to_owned();
    for (at, used) in [
        ("B", "type"),
        ("C", "event.date"),
        ("D", "case.origin"),
        ("E", "event.outcome"),
        ("F", "seal names"),
        ("G", "event.kind"),
    ] {
        write!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"\n").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

#[test]
fn rows_of_one_case_agree_and_codes_are_taken_as_they_are() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    by_event(&office);
    let head = "id,type,date,origin,out,name,kind\n";
    let rows = |origin: &str, name: &str| {
        csv(
            &away,
            &format!(
                "{head}1,application,2020-01-01,KP,,{NAME},refugee_status\n\
                 1,interview,2020-02-01,{origin},,{name},\n1,decision,2020-03-01,,refused,,\n"
            ),
        )
    };
    for (origin, name, column) in [("SY", NAME, 'D'), ("KP", OTHER, 'F')] {
        let said = by_map(&office, &rows(origin, name), &[]);
        assert_eq!(said.code, 1, "{}", said.shown());
        let place = format!("row 3, column {column}: an earlier row");
        assert!(said.err.contains(&place), "{}", said.shown());
        assert!(
            !said.err.contains(OTHER) && !said.err.contains("SY"),
            "{}",
            said.shown()
        );
    }
    let done = taken(&office, &rows("KP", "zyxqwv CANARJUS"), &[]);
    assert_eq!(
        (&done["cases"], &done["sealed"]),
        (&json!(1), &json!(1)),
        "{done}"
    );
}

#[test]
fn a_sheet_with_the_columns_of_an_import_needs_no_map() {
    let away = tempfile::tempdir().unwrap();
    let text = "type,case,ref,on,origin,jurisdiction,kind,outcome,basis,lodged,decided,notified\n\
        case,r1,,,KP,ru,,,,,,\n\
        application,r1,a1,,,,refugee_status,,,2025-02-01,,\n\
        \n\
        decision,r1,d1,a1,,,,refused,unfounded,,2025-05-03,2025-05-11\n";
    let lines = r#"{"type":"case","case":"r1","origin":"KP","jurisdiction":"ru"}
{"type":"application","case":"r1","ref":"a1","kind":"refugee_status","lodged":"2025-02-01"}
{"type":"decision","case":"r1","ref":"d1","on":"a1","outcome":"refused","basis":"unfounded","decided":"2025-05-03","notified":"2025-05-11"}
"#;
    let sheet = csv(&away, text);
    let path = sheet.to_str().unwrap();
    let office = office();
    let done = office.ok(&["--json", "import", path]).json();
    let of_lines = self::office();
    let same = of_lines.run_with(&["--json", "import", "-"], lines);
    assert_eq!(done["events"], same.json()["events"], "{}", same.shown());
    assert_eq!(done["map"][0]["ref"], "r1");
    // The lines of either are those of the other.
    let again = office.run_with(&["--json", "import", "-"], lines).json();
    assert_eq!(
        (&again["events"], &again["already_there"]),
        (&json!(0), &json!(3)),
        "{again}"
    );
    let planned = office.run(&["import", path, "--plan"]);
    assert!(
        planned.code == 1 && planned.err.contains("nansen import FILE"),
        "{}",
        planned.shown()
    );
    // A column that is not known is a fault of each row that fills it, a name is refused.
    let office = self::office();
    let odd = text.replacen("basis", "surname", 1);
    let said = office.run(&["import", csv(&away, &odd).to_str().unwrap()]);
    assert!(
        said.code == 1 && said.err.contains("line 5") && said.err.contains("identity seal"),
        "{}",
        said.shown()
    );
    let none = office.run(&["import", csv(&away, "a,b\n1,2\n").to_str().unwrap()]);
    assert_eq!(none.code, 2, "{}", none.shown());
}

#[test]
fn an_endless_line_and_a_map_that_is_none_are_refused() {
    let office = office();
    let said = office.run(&["import", "/dev/zero"]);
    assert!(
        said.code == 1 && said.err.contains("no ordinary file"),
        "{}",
        said.shown()
    );
    let mut piped = office.command(&["import", "-"]);
    let long = format!("\n{}", "a".repeat(2 << 20));
    let output = piped.write_stdin(long).output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(err.contains("line 2 is longer"), "{err}");
    let away = tempfile::tempdir().unwrap();
    let big = away.path().join("map.toml");
    std::fs::File::create(&big)
        .unwrap()
        .set_len(3 << 30)
        .unwrap();
    let sheet = csv(&away, HEAD);
    let said = office.run(&[
        "import",
        sheet.to_str().unwrap(),
        "--map",
        big.to_str().unwrap(),
    ]);
    assert!(
        said.code == 1 && said.err.contains("too large to be a map"),
        "{}",
        said.shown()
    );
    // As many good lines as nobody has, in less memory than they take.
    let many = away.path().join("many.jsonl");
    let line = format!(
        "{{\"type\":\"note\",\"case\":\"x\",\"text\":\"{}\"}}\n",
        "b".repeat(500_000)
    );
    let file = std::fs::File::create(&many).unwrap();
    let mut file = std::io::BufWriter::new(file);
    for _ in 0..300 {
        std::io::Write::write_all(&mut file, line.as_bytes()).unwrap();
    }
    drop(file);
    let program = assert_cmd::cargo::cargo_bin!("nansen");
    let limited = std::process::Command::new("sh")
        .args(["-c", "ulimit -v 200000; exec \"$0\" \"$@\""])
        .arg(program)
        .args(["import", many.to_str().unwrap()])
        .current_dir(office.home())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&limited.stderr);
    assert!(err.contains("more than an import can take"), "{err}");
}

#[test]
fn letters_are_not_sealed_in_another_encoding_than_theirs() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(&office, "encoding = \"windows-1251\"", days_first);
    let text = format!("{HEAD}1,SY,01.02.2026,,,,,,Зыкс Канар,\n");
    let said = by_map(&office, &csv(&away, &text), &[]);
    assert_eq!(said.code, 1, "{}", said.shown());
    assert!(
        said.err.contains("sheet.is-utf8") && said.err.contains("utf-8"),
        "{}",
        said.shown()
    );
    let path = away.path().join("sheet.csv");
    std::fs::write(&path, encoding_rs::WINDOWS_1251.encode(&text).0).unwrap();
    assert_eq!(taken(&office, &path, &[])["sealed"], 1);
}

#[test]
fn a_cell_speaks_for_its_own_column_alone() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let map = "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n[fixed]\n\
        \"case.jurisdiction\" = \"ru\"\n[[column]]\nat = \"B\"\nuse = \"case.origin\"\n[[column]]\nat = \"C\"\n\
        use = \"note.text\"\n[[column]]\nat = \"D\"\nuse = \"case.office\"\n";
    std::fs::write(office.home().join("map.toml"), map).unwrap();
    let said = by_map(
        &office,
        &csv(&away, "id,or,rem,office\n4,KP,,worker=m1\n"),
        &[],
    );
    assert!(
        said.code == 1 && said.err.contains("row 2, column D"),
        "{}",
        said.shown()
    );
    let done = taken(
        &office,
        &csv(&away, "id,or,rem,office\n1,stateless,a=b,east\n"),
        &[],
    );
    assert_eq!(done["events"], 2, "{done}");
}

#[test]
fn real_days_beside_texts_are_asked_about_once() {
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("mixed.xlsx");
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (at, head) in (0..).zip(["No", "Nationality", "Application date"]) {
        page.write(0, at, head).unwrap();
    }
    let day = Format::new().set_num_format("m/d/yyyy");
    page.write(1, 0, 17).unwrap();
    page.write(1, 1, "SY").unwrap();
    let swapped = ExcelDateTime::parse_from_str("2025-03-04").unwrap();
    page.write_with_format(1, 2, swapped, &day).unwrap();
    page.write(2, 0, 18).unwrap();
    page.write(2, 1, "SY").unwrap();
    page.write(2, 2, "14/04/2025").unwrap();
    book.save(&path).unwrap();
    let sheet = path.to_str().unwrap();
    for (said, means) in [("right", "2025-03-04"), ("swapped", "2025-04-03")] {
        let office = office();
        office.ok(&["import", sheet, "--plan", "-o", "map.toml"]);
        let place = office.home().join("map.toml");
        let map = std::fs::read_to_string(&place).unwrap();
        assert!(map.contains("real_days = \"?\""), "{map}");
        let map = map
            .replace(
                "\"case.jurisdiction\" = \"?\"",
                "\"case.jurisdiction\" = \"de\"",
            )
            .replace(
                "\"application.kind\" = \"?\"",
                "\"application.kind\" = \"single_procedure\"",
            )
            .replace("register = \"?\"", "register = \"one\"");
        std::fs::write(&place, &map).unwrap();
        let asked = by_map(&office, &path, &[]);
        assert!(
            asked.code == 6 && asked.err.contains("real_days"),
            "{}",
            asked.shown()
        );
        let map = map.replace("real_days = \"?\"", &format!("real_days = \"{said}\""));
        std::fs::write(&place, &map).unwrap();
        let done = taken(&office, &path, &[]);
        let case = done["map"][0]["case"].as_str().unwrap();
        assert!(office.ok(&["--json", "show", case]).out.contains(means));
        // A pivot is a year of two digits.
        let map = map.replacen("[fixed]", "pivot = 2030\n[fixed]", 1);
        std::fs::write(&place, map).unwrap();
        let pivot = by_map(&office, &path, &[]);
        assert!(
            pivot.code == 1 && pivot.err.contains("two digits"),
            "{}",
            pivot.shown()
        );
    }
    // The century is asked for of days with a named month as well.
    let office = office();
    let short = csv(&away, "No,Nationality,Application date\n1,SY,17-Jul-25\n");
    let planned = office.ok(&[
        "--json",
        "import",
        short.to_str().unwrap(),
        "--plan",
        "-o",
        "short.toml",
    ]);
    let map = std::fs::read_to_string(office.home().join("short.toml")).unwrap();
    assert!(map.contains("pivot = \"?\""), "{map}{}", planned.shown());
}

#[test]
fn a_picture_that_keeps_what_it_says_is_for_the_sealed_alone() {
    let office = office();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    for (name, begin) in [
        ("a.tiff", &b"II\x2a\0\x08\0\0\0"[..]),
        ("a.heics", b"\0\0\0\x18ftypmsf1"),
        ("a.avif", b"\0\0\0\x18ftypavis"),
        ("a.mov", b"\0\0\0\x14ftypqt  "),
        ("a.raf", b"FUJIFILMCCD-RAW 0201"),
        ("a.orf", b"IIRS\x08\0\0\0"),
        // And what older programs wrote, or is locked with a password.
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ] {
        let bytes = [begin, b" Zyxqwv"].concat();
        std::fs::write(office.home().join(name), bytes).unwrap();
        let said = office.run(&["document", "add", &case, name, "--no-person-in-it"]);
        assert!(
            said.code == 1 && said.err.contains("PNG or JPEG"),
            "{}",
            said.shown()
        );
        let sealed = office
            .ok(&["--json", "document", "add", &case, name])
            .json();
        assert_eq!(
            (&sealed["sealed"], &sealed["told"]),
            (&json!(true), &json!(["unknown"]))
        );
        std::fs::remove_file(office.home().join(name)).unwrap();
    }
}

/// Out of WebP and GIF it is taken as out of photographs; of a photograph without its end it is told that more may hang behind it.
#[test]
fn what_a_picture_of_the_web_says_of_itself_goes() {
    let office = office();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let gif = b"GIF89a\x01\0\x01\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    let webp = b"RIFF\x1e\0\0\0WEBPVP8L\x04\0\0\0abcdXMP \x06\0\0\0Zyxqwv";
    let jpeg = b"\xff\xd8\xff\xf0\0\x08Zyxqwv\xff\xda\0\x08\x01\x01\0\0\x3f\0\x01\x02";
    for (form, bytes, removed, told) in [
        (
            "gif",
            [&gif[..], b"\x21\xfe\x06Zyxqwv\0\x3b"].concat(),
            "comment",
            json!([]),
        ),
        ("webp", webp.to_vec(), "xmp", json!([])),
        ("jpeg", jpeg.to_vec(), "other", json!(["unseen"])),
    ] {
        std::fs::write(office.home().join("a"), bytes).unwrap();
        let add = ["--json", "document", "add", &case, "a", "--no-person-in-it"];
        let said = office.ok(&add).json();
        let shown = (&said["form"], &said["removed"], &said["told"]);
        assert_eq!(shown, (&json!(form), &json!([removed]), &told), "{said}");
        std::fs::remove_file(office.home().join("a")).unwrap();
        let document = said["document"].as_str().unwrap();
        let opened = office
            .command(&["document", "open", document, "-o", "-"])
            .output();
        let opened = opened.unwrap().stdout;
        assert!(!opened.is_empty() && !opened.windows(6).any(|six| six == b"Zyxqwv"));
    }
}

#[test]
fn of_an_office_file_it_is_told_who_wrote_and_changed_it_and_never_who_that_is() {
    let office = office();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let path = office.home().join("a.docx");
    let mut writer = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for (name, text) in [
        (
            "word/document.xml",
            "<w:ins w:author=\"Zyxqwv\"><w:t>a</w:t></w:ins>",
        ),
        ("word/comments.xml", "<w:comment w:author=\"Zyxqwv\"/>"),
        ("docProps/core.xml", "<dc:creator>Zyxqwv</dc:creator>"),
        ("docProps/app.xml", "<Company>Zyxqwv</Company>"),
    ] {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name, options).unwrap();
        std::io::Write::write_all(&mut writer, text.as_bytes()).unwrap();
    }
    writer.finish().unwrap();
    for more in [&[][..], &["--no-person-in-it"]] {
        let add = [&["--json", "document", "add", &case, "a.docx"], more].concat();
        let said = office.ok(&add);
        assert!(!said.shown().contains("Zyxqwv"));
        let told = json!(["changes", "comments", "author", "company"]);
        assert_eq!(
            (&said.json()["form"], &said.json()["told"]),
            (&json!("office"), &told)
        );
    }
    // The same file hangs there already. In words, and of a copy that is sealed.
    let said = office.ok(&["--format", "human", "document", "add", &case, "a.docx"]);
    let words = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "its author",
        "company",
        "remarks of readers",
        "struck out or put in",
    ] {
        assert!(words.contains(told), "{words}");
    }
}
