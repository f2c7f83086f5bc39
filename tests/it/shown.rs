//! What an office may decide to show, and what of it there is nothing to decide about.

use serde_json::{Value, json};

use crate::figures::imported;
use crate::looks::{given, texts};
use crate::out_lists::sheet;
use crate::shapes::said;
use crate::support::{Office, cell};

const BECAUSE: &str = "all of them asked us for it";

/// Of a number that is not small nobody decides anything, and nothing untrue is said of it.
#[test]
fn of_a_number_that_is_not_small_there_is_nothing_to_decide() {
    let office = imported();
    let asked = "--by protection --where origin=KP --period 2004-2014 --to press";
    let because = ["--because", BECAUSE];
    for (question, key) in [(asked, "none"), ("--by sex --to press", "f")] {
        let typed = format!("stats release {question} --show {key}");
        let typed: Vec<&str> = typed.split(' ').collect();
        for line in [typed.clone(), [&typed[..], &because].concat()] {
            let said = office.run(&[&["--json"], &line[..]].concat());
            assert_eq!(said.code, 2, "{}", said.shown());
            let told = said.err.clone();
            assert!(told.contains("stats.not-small"), "{told}");
            assert!(
                !told.contains("fewer than") && !told.contains("121"),
                "{told}"
            );
        }
    }
    // What is withheld to keep another number can be shown where something else keeps it.
    let typed = format!("stats release {asked} --show temporary_asylum");
    for because in [&[][..], &because] {
        let typed: Vec<&str> = typed.split(' ').chain(because.iter().copied()).collect();
        let refused = office.run(&typed);
        assert_eq!(refused.code, 5, "{}", refused.shown());
        let told = &refused.err;
        assert!(told.contains("--withhold none\n"), "{told}");
        assert!(
            !told.contains("fewer than") && !told.contains(" 90") && !told.contains("--because"),
            "{told}"
        );
    }
    let ledger = office.ok(&["--json", "stats", "ledger"]).json();
    assert_eq!(ledger["items"], json!([]));
    let other = said(
        &office,
        &format!("--json stats release {asked} --withhold none"),
    );
    assert_eq!(other.json()["cells"][2]["value"], 90, "{}", other.shown());
}

/// A share is what readers can work out of the table, whether or not that is printed beside its numbers.
#[test]
fn a_share_is_no_wider_than_what_readers_work_out() {
    let office = imported();
    let rates = |more: &str| {
        let typed = format!("--json stats release --ready recognition --to press --dry-run{more}");
        let table = said(&office, &typed).json();
        let withheld = cell(&table, &["appeal", "recognised"]);
        assert_eq!(withheld["interval"].is_null(), more.is_empty());
        table["rates"].clone()
    };
    let told = rates("");
    assert_eq!(told, rates(" --intervals"));
    let of_appeal = |rate: &str| {
        let all = told.as_array().unwrap().iter();
        let mut of = all.filter(|one| one["rate"] == rate && one["key"][0] == "appeal");
        of.next().unwrap()["tenths"].clone()
    };
    // 0 to 3 and 5 to 8 of 25 to 28.
    assert_eq!(of_appeal("refugee-recognition"), json!([0, 110]));
    assert_eq!(of_appeal("total-protection"), json!([170, 290]));
}

/// A value by itself can be read as its opposite: notes name each with its dimension, in the reader's language.
#[test]
fn notes_name_cells_in_words() {
    let office = imported();
    let page = |typed: &str| {
        let typed = format!("--format md stats release --to press --dry-run {typed}");
        let told = said(&office, &typed);
        assert_eq!(told.code, 0, "{}", told.shown());
        told.out
    };
    let by = "--by protection,result";
    let english = page(by);
    assert!(
        english.contains("protection: none so far, result: refused"),
        "{english}"
    );
    assert!(!english.contains("none rejected"), "{english}");
    let french = page(&format!("{by} --in fr"));
    assert!(
        french.contains("protection : aucune protection à ce jour, "),
        "{french}"
    );
    let russian = page("--ready appeals --in ru");
    assert!(!russian.contains("further_appeal"), "{russian}");
    let told = [
        "--json",
        "stats",
        "release",
        "--to",
        "press",
        "--by",
        "protection",
        "--show",
        "refugee_status",
        "--because",
        BECAUSE,
        "--dry-run",
    ];
    let notes = office.ok(&told).json()["notes"].to_string();
    assert!(
        notes.contains("are shown: protection: refugee status."),
        "{notes}"
    );
    // Conditions have the space that the language wants before a colon.
    let condition = page("--by protection --where origin=KP --in fr");
    assert!(condition.contains("Pays d’origine : "), "{condition}");
}

/// Where another member has to approve, what is offered is to propose it, and it can be taken as it is printed.
#[test]
fn with_a_second_person_the_offer_is_to_propose() {
    let office = imported();
    for member in ["m2", "m3"] {
        crate::members::add(&office, member);
    }
    office.ok(&["deadline", "second-person", "on"]);
    let asked = "stats release --to press --by protection";
    let refused = said(&office, &format!("--json {asked} --show refugee_status"));
    let error: Value = serde_json::from_str(refused.err.lines().last().unwrap()).unwrap();
    let offered = error["error"]["offers"].as_array().unwrap().last().unwrap();
    let options = offered["options"].as_str().unwrap();
    let shown = "--show refugee_status --because \"...\"";
    assert_eq!(options, format!("{shown} --propose"), "{error}");
    // What is said in several lines on the screen is one text for programs.
    let message = error["error"]["message"].as_str().unwrap();
    assert!(
        message.contains("fled. The table that may leave says: of 211 persons 92 received"),
        "{message}"
    );
    let typed = asked.split(' ').chain(options.split(' '));
    let typed: Vec<&str> = typed
        .map(|word| if word == "\"...\"" { BECAUSE } else { word })
        .collect();
    office.ok(&typed);
}

/// That numbers are rounded is said once, not of each as if it were a marker.
#[test]
fn a_rounded_number_is_no_marker() {
    let office = imported();
    let told = |format: &str| {
        let typed = "stats release --to press --by protection --round 5 --dry-run";
        let typed = format!("--format {format} {typed} --rate refugee_status/total");
        said(&office, &typed).out.replace("\n  ", " ")
    };
    let (screen, page) = (told("human"), told("md"));
    for text in [&screen, &page] {
        assert_eq!(
            text.matches("is rounded to the nearest").count(),
            1,
            "{text}"
        );
        assert!(!text.contains("90:"), "{text}");
        assert!(
            text.replace("\n  ", " ")
                .contains("(0 of 210 persons, each to the nearest five)"),
            "{text}"
        );
    }
    assert!(
        screen.contains("Every number is rounded; compared"),
        "{screen}"
    );
}

/// Dates as the language writes them: in Spanish no month is cut to a form that is none of its abbreviations.
#[test]
fn spanish_months_are_written_out() {
    let office = imported();
    let typed = "--format md stats release --to press --by sex --dry-run --in es";
    let page = said(&office, &format!("{typed} --as-of 2025-09-30")).out;
    assert!(page.contains("30 de septiembre de 2025"), "{page}");
}

/// What a condition asks for has no row for those whom it leaves out, and the title reads as a sentence.
#[test]
fn what_runs_out_has_no_row_of_what_does_not_stand() {
    let office = imported();
    let typed = "stats release --to press --ready expiring --dry-run";
    let table = said(&office, &format!("--json {typed}")).json();
    let cells = table["cells"].as_array().unwrap();
    let is_none = |cell: &&Value| cell["key"][0] == "none";
    assert!(!cells.is_empty() && !cells.iter().any(|cell| is_none(&cell)));
    let page = said(&office, &format!("--format md {typed}")).out;
    assert!(
        page.contains("persons by month in which it runs out"),
        "{page}"
    );
}

/// What is rounded is printed nowhere as it is, so that nobody decides to show it: the two together are refused however they are
/// asked for, and each by itself leaves.
#[test]
fn a_rounded_table_shows_no_small_number() {
    let office = imported();
    let files = office.files();
    let by = "--to press --by protection";
    let (show, round) = ("--show refugee_status", "--round 5");
    let because = ["--because", BECAUSE];
    for (typed, because) in [
        (format!("{by} {show} {round}"), &because[..]),
        (format!("{by} {show} {round}"), &[]),
        (format!("{by} {show} {round} --dry-run"), &because),
        (format!("{by} {show} {round} --propose"), &because),
    ] {
        let line = format!("stats release {typed}");
        let line: Vec<&str> = line.split(' ').chain(because.iter().copied()).collect();
        assert_eq!(office.fails(2, &line), "stats.show-rounded", "{typed}");
    }
    // What rounds by itself, too.
    let shape = "stats release --to press --shape eurostat --where jurisdiction=ru --show total";
    let shape: Vec<&str> = shape.split(' ').chain(because).collect();
    let told = office.run(&shape);
    assert!(
        told.code == 2 && told.err.contains("leave one of them out: `--show`"),
        "{}",
        told.shown()
    );
    assert!(office.files() == files, "nothing waits or leaves");
    for one in [show, round] {
        let line = format!("stats release {by} {one} --dry-run");
        office.ok(&[&line.split(' ').collect::<Vec<_>>()[..], &because].concat());
    }
}

/// Every word of what leaves has been found, in every form and language: no file has the id of a text in the place of it.
#[test]
fn no_file_of_a_release_has_a_hole_for_a_text() {
    let questions = [
        "--by protection --show refugee_status --because",
        "--by protection --rate refugee_status/total --intervals",
        "--by protection --round 5 --rate refugee_status/total",
        "--unit applications --by result --median days-to-decision",
    ];
    for question in questions {
        // Each by itself: beside each other some may not leave.
        let people = (0..73_usize).map(|at| match at {
            0..3 => (0, at % 2, 0),
            3..33 => (1, at % 2, at % 3),
            _ => (2, at % 2, at % 3),
        });
        let office = crate::looks::office(&people.collect::<Vec<_>>());
        let shown = question.ends_with("--because").then_some(BECAUSE);
        let asked: Vec<&str> = question.split(' ').chain(shown).collect();
        let forms = ["json", "human", "md", "html", "xlsx"];
        let here = forms.map(|form| (form, "en"));
        let abroad = ["ar", "es", "fr", "ru"].map(|tongue| ("html", tongue));
        for (form, tongue) in here.into_iter().chain(abroad) {
            let asked = [&asked[..], &["--in", tongue]].concat();
            for text in texts(form, &given(&office, &asked, form)) {
                assert!(
                    !text.contains(['⟨', '⟩']),
                    "{question}, {form}, {tongue}: {text}"
                );
            }
        }
    }
}

/// What a nought is depends on whether the table is rounded, and is said alike to people and to programs.
#[test]
fn a_nought_is_called_true_where_it_is() {
    let office = imported();
    let (is_true, is_near) = ("A zero is true", "0 means 0 to 2");
    for (question, noughts) in [
        ("--by protection --round 5", Some(is_near)),
        ("--ready appeals", Some(is_true)),
        ("--by protection", None),
    ] {
        let typed = format!("stats release --to press --dry-run {question}");
        let told = ["json", "human", "md", "html"].map(|form| {
            let told = said(&office, &format!("--format {form} {typed}"));
            told.out.replace("\n  ", " ")
        });
        for text in told {
            for words in [is_true, is_near] {
                let many = usize::from(noughts == Some(words));
                assert_eq!(text.matches(words).count(), many, "{words}: {text}");
            }
        }
    }
    let typed = "--format csv -o t.csv stats release --to press --datapackage";
    let done = said(&office, &format!("{typed} --by protection --round 5"));
    assert_eq!(done.code, 0, "{}", done.shown());
    let package = std::fs::read_to_string(office.home().join("datapackage.json")).unwrap();
    assert!(
        package.contains(is_near) && !package.contains(is_true),
        "{package}"
    );
}

/// Whoever opens a workbook of true numbers reads on its first sheet that it may not leave; one that may leave begins with its head.
#[test]
fn a_workbook_of_true_numbers_says_so_before_them() {
    let office = imported();
    let heads = |command: &str, name: &str| {
        let path = office.home().join("book.xlsx");
        drop(std::fs::remove_file(&path));
        let typed = format!("-o book.xlsx stats {command} --by protection");
        let done = said(&office, &typed);
        assert_eq!(done.code, 0, "{}", done.shown());
        let rows = sheet(&path, name);
        [rows[0][0].clone(), rows[1][0].clone(), rows[2][0].clone()]
    };
    let [warning, head, first] = heads("show --inside", "Table");
    assert!(warning.contains("this table may not leave"), "{warning}");
    assert_eq!(
        (head.as_str(), first.as_str()),
        ("Protection", "none so far")
    );
    let [warning, ..] = heads("show --inside --in fr", "Tableau");
    assert!(warning.contains("ne peut pas être diffusé"), "{warning}");
    let [head, first, _] = heads("release --to press", "Table");
    assert_eq!(
        (head.as_str(), first.as_str()),
        ("Protection", "none so far")
    );
}

/// Six persons of one family are withheld though nothing prints as small and no line would tell of all in it.
#[test]
fn of_a_family_that_is_withheld_nothing_untrue_is_said() {
    let office = Office::open();
    let of = |at: u32| match at {
        0 => "KP",
        1..31 => "AF",
        _ => "SY",
    };
    let case = |at| {
        let origin = of(at);
        format!(
            r#"{{"type":"case","case":"r{at}","origin":"{origin}","jurisdiction":"ru","opened":"2010-02-01"}}"#
        )
    };
    let person = |of| format!(r#"{{"type":"person","case":"r0","ref":"p{of}","origin":"KP"}}"#);
    let lines: Vec<String> = (0..71).map(case).chain((2..7).map(person)).collect();
    let done = office.run_with(&["import", "-"], &lines.join("\n"));
    assert_eq!(done.code, 0, "{}", done.shown());
    let release = "stats release --to press --dry-run --by origin";
    let table = said(&office, &format!("--json {release}")).json();
    let shown = |key| cell(&table, &[key])["shown"].as_str().unwrap();
    assert_eq!((shown("KP"), shown("AF"), shown("SY")), ("c", "c", "40"));
    assert_eq!(table["check"]["witnesses"], 0);
    let screen = |more: &str| {
        let told = said(&office, &format!("--format human {release}{more}"));
        told.out.replace("\n  ", " ")
    };
    let english = screen("");
    assert!(
        english.contains("Each number that is withheld is 5 or more; compared"),
        "{english}"
    );
    assert!(!english.contains("all in a line"), "{english}");
    assert!(screen(" --in es").contains("es 5 o más; comparación"));
}

/// Nobody of however many is no per cent of them.
#[test]
fn a_share_of_nobody_is_nought() {
    let office = imported();
    let release = "stats release --to press --dry-run --ready appeals";
    let table = said(&office, &format!("--json {release}")).json();
    let rates = table["rates"].as_array().unwrap().iter();
    let mut of = rates.filter(|one| one["key"][0] == "administrative_review");
    let rate = of.next().unwrap();
    assert_eq!(
        (&rate["numerator"], &rate["denominator"], &rate["tenths"]),
        (&json!("0"), &json!("0 + c"), &json!([0, 0]))
    );
    let page = said(&office, &format!("--format md {release}")).out;
    assert!(
        page.contains("0 % (0 of 0 + c decisions)") && !page.contains("under 1 %"),
        "{page}"
    );
}
