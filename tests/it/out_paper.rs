//! `export html|md`: paper says what the screen says, and goes onto A4.

use crate::out_lists::many;
use crate::support::Office;

/// What the screen says beneath the lines of deadlines, and what its marks mean; in one line each.
fn beneath(office: &Office, args: &[&str]) -> Vec<String> {
    let asked = [args, &["--format", "human"]].concat();
    let output = office.command(&asked).env("COLUMNS", "600").output();
    let text = String::from_utf8(output.unwrap().stdout).unwrap();
    let begins = [
        "safe: ",
        "not known: ",
        "last arguable: ",
        "still arguable until ",
        "unconfirmed: ",
        "once missed: ",
        "° ",
        "~ ",
        "? ",
    ];
    let lines = text.lines().map(str::trim);
    let lines = lines.filter(|line| begins.iter().any(|begin| line.starts_with(begin)));
    lines.map(str::to_owned).collect()
}

/// A page as it reads, in either form.
fn page(office: &Office, form: &str, args: &[&str]) -> String {
    let file = format!("page.{form}");
    let line = ["export", form, "--force", "-o", &file];
    office.ok(&[&line[..], args].concat());
    let text = std::fs::read_to_string(office.home().join(&file)).unwrap();
    let marks = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    let text = marks
        .iter()
        .fold(text, |text, (from, to)| text.replace(from, to));
    text.replace('\\', "")
}

/// Cases whose refusal came on a day that nobody knows, by rules that hang on facts nobody recorded; gives the last one.
pub(crate) fn with_doubts(office: &Office) -> String {
    let mut last = String::new();
    for law in ["es", "gb", "fr"] {
        last = office.new_case(&["--origin", "KP", "--jurisdiction", law]);
        let lodged = ["record", "application", &last, "--lodged", "2025-09-01"];
        office.ok(&[&lodged[..], &["--kind", "single_procedure"]].concat());
        let refused = ["record", "decision", &last, "--outcome", "refused"];
        office.ok(&[&refused[..], &["--notified", "2026-02-20..2026-02-26"]].concat());
    }
    last
}

#[test]
fn paper_says_of_deadlines_what_the_screen_says() {
    let office = Office::open();
    let case = with_doubts(&office);
    let due = ["--worker", "all", "--within", "900d"];
    let mut seen = 0;
    for (screen, paper) in [
        (
            [&["due"][..], &due].concat(),
            [&["--of", "due"][..], &due].concat(),
        ),
        (vec!["show", &case], vec!["--of", "show", &case]),
    ] {
        let said = beneath(&office, &screen);
        assert!(said.iter().any(|line| line.starts_with("not known: ")));
        for form in ["html", "md"] {
            let page = page(&office, form, &paper);
            for line in &said {
                assert!(page.contains(line), "{screen:?} {form}: {line}\n{page}");
            }
            // The marks stand with the articles.
            assert!(page.contains('°') && page.contains("° nobody has signed"));
            seen += said.len();
        }
    }
    assert!(seen > 20, "{seen}");
    let russian = page(&office, "html", &["--of", "show", &case, "--in", "ru"]);
    assert!(russian.contains("неизвестно: ") && russian.contains("° эту норму"));
}

#[test]
fn a_case_is_in_sentences_and_no_table_is_wider_than_paper() {
    let office = Office::open();
    let case = with_doubts(&office);
    let asked = ["--of", "show", case.as_str()];
    let text = page(&office, "html", &asked);
    assert!(text.contains(&format!("<h1>{case} ")), "{text}");
    let rows = text.split("<tr>").map(|row| row.matches("<th ").count());
    assert!(rows.max().unwrap() <= 8);
    let codes = office.ok(&["show", &case, "--json"]).json();
    for event in codes["events"].as_array().unwrap() {
        for value in event["fields"].as_object().unwrap().values() {
            let Some(code) = value.as_str().filter(|it| it.contains('_')) else {
                continue;
            };
            assert!(!text.contains(code), "{code}: {text}");
        }
    }
    assert!(!text.contains("recorded_at") && !page(&office, "md", &asked).contains("recorded_at"));
}

/// A part that is longer than a page begins where it stands; a case number is never broken.
#[test]
fn a_long_list_begins_on_the_first_page() {
    let office = many();
    let text = page(&office, "html", &["--of", "list"]);
    let (before, _) = text.split_once("<table>").unwrap();
    assert!(
        before.ends_with("<section>\n<div class=\"wide several\">"),
        "{before}"
    );
    assert!(text.contains("tr,.whole{break-inside:avoid}"));
    let list = office.ok(&["--json", "list"]).json();
    for item in list["items"].as_array().unwrap() {
        let number = item["case"].as_str().unwrap();
        let cell = format!("<td dir=\"auto\" class=\"one\">{number}</td>");
        assert!(text.contains(&cell), "{number}");
    }
    let office = Office::open();
    office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let short = page(&office, "html", &["--of", "list", "--in", "fr"]);
    assert!(short.contains("<section class=\"whole\">"), "{short}");
}
