//! Tables in the languages of their readers: the words are theirs, the numbers and the codes the same.

use serde_json::Value;

use crate::figures::imported;
use crate::story::tell;
use crate::support::Office;

/// What a table says in Latin letters whatever its language: codes of countries, commands, the names of rates.
const IN_EVERY_LANGUAGE: &[&str] = &[
    "Refugee Recognition Rate",
    "Total Protection Rate",
    "--by protection_now",
    "nansen stats release",
    "--dry-run",
    "UNHCR",
    ": press",
    "R2026",
    "KP",
];

/// A word that is still English shows beside letters of another kind.
fn english_in(told: &str) -> Vec<String> {
    let left = IN_EVERY_LANGUAGE
        .iter()
        .fold(told.to_owned(), |told, said| told.replace(said, ""));
    left.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_table_is_in_the_language_of_its_reader_and_its_numbers_in_every_one() {
    let office = imported();
    let protection = "stats release --by protection --to press --in";
    let rates = "stats show --inside --ready recognition --in";
    let times = "stats show --inside --unit applications --by state --median days-to-decision --in";
    for asked in [protection, rates, times] {
        let asked: Vec<&str> = asked.split(' ').collect();
        for language in ["ru", "ar"] {
            for format in ["human", "md", "html"] {
                let line = ["--format", format];
                let said = office.ok(&[&line[..], &asked, &[language]].concat()).out;
                let body = said.split("<body>").last().unwrap();
                let body: String = match format {
                    "html" => without_tags(body),
                    _ => body.replace('\\', ""),
                };
                assert_eq!(english_in(&body), [""; 0], "{asked:?} {format}: {said}");
            }
        }
        for language in ["ar", "es", "fr", "ru"] {
            for format in ["csv", "json", "plain"] {
                let line = ["--format", format];
                let of = |language: &str| office.ok(&[&line[..], &asked, &[language]].concat()).out;
                assert_eq!(of("en"), of(language), "{asked:?} {format} {language}");
            }
        }
    }
    // One table was asked for in all of them: it is the same release.
    let ledger = office.ok(&["--json", "stats", "ledger"]).json();
    let mut left = ledger["items"].as_array().unwrap().iter();
    assert!(
        left.all(|item| item["release"] == "R2026-001"),
        "{ledger:#}"
    );
    let french: Vec<&str> = rates.split(' ').collect();
    let french = office
        .ok(&[&["--format", "md"][..], &french, &["fr"]].concat())
        .out;
    assert!(french.contains("Taux"), "{french}");
    let unknown = ["stats", "show", "--inside", "--in", "tlh"];
    assert_eq!(office.run(&unknown).code, 2);
}

/// A page of `export html` as a browser shows it.
fn page(office: &Office, asked: &[&str], language: &str) -> (String, String) {
    let line = ["export", "html", "--force", "-o", "page.html"];
    office.ok(&[&line[..], asked, &["--in", language]].concat());
    let page = std::fs::read_to_string(office.home().join("page.html")).unwrap();
    let (head, body) = page.split_once("<body>").unwrap();
    (head.to_owned(), without_tags(body))
}

/// What the office itself wrote, and what the law says: it stands as it was written.
fn as_written(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|one| as_written(one, found)),
        Value::Object(fields) => fields.values().for_each(|one| as_written(one, found)),
        _ => {}
    }
}

#[test]
fn a_list_the_deadlines_and_a_case_are_on_a_page_in_the_language_of_its_reader() {
    let office = Office::open();
    let case = tell(&office);
    office.run_with(&["record", "note", &case], "asked again");
    office.run_with(&["task", "add", &case, "--by", "2026-03-05"], "call him");
    let ahead = ["--date", "2026-03-18", "--kind", "imminent"];
    office.ok(&[&["record", "removal", &case][..], &ahead].concat());
    let shown = office.ok(&["--json", "show", &case]).json();
    // A code in small letters would read as a word.
    let mut said = vec!["RU".to_owned()];
    as_written(&shown, &mut said);
    said.sort_by_key(|one| std::cmp::Reverse(one.len()));
    said.dedup();
    let list = ["--of", "list"];
    let wide = "case,callsign,state,application_state,risk,opened,last_event,next_due";
    let wide = ["--of", "list", "--columns", wide];
    let due = ["--of", "due", "--within", "3650d", "--worker", "all"];
    let show = ["--of", "show", case.as_str()];
    for asked in [&list[..], &wide, &due, &show] {
        for (language, direction) in [("ar", " dir=\"rtl\""), ("ru", "")] {
            let (head, body) = page(&office, asked, language);
            let tag = format!("<html lang=\"{language}\"{direction}>");
            assert!(head.contains(&tag), "{head}");
            let body = said.iter().fold(body, |body, one| body.replace(one, ""));
            assert_eq!(english_in(&body), [""; 0], "{asked:?} {language}: {body}");
        }
        for language in ["es", "fr"] {
            let (_, english) = page(&office, asked, "en");
            assert_ne!(page(&office, asked, language).1, english, "{asked:?}");
        }
    }
    // Of a case stands what holds; with --all the rest, too.
    let event = shown["events"].as_array().unwrap().iter();
    let note = event.clone().find(|one| one["kind"] == "note").unwrap();
    office.ok(&[
        "retract",
        note["event"].as_str().unwrap(),
        "--because",
        "twice",
    ]);
    let has_note = |more: &[&str]| {
        page(&office, &[&show, more].concat(), "fr")
            .1
            .contains("asked again")
    };
    assert!(!has_note(&[]) && has_note(&["--all"]));
    assert_eq!(
        office
            .run(&["export", "html", "--of", "list", "-o", "x", "--in", "tlh"])
            .code,
        2
    );
    // Codes are the same in every language.
    assert_eq!(
        office
            .run(&["export", "csv", "--of", "list", "-o", "x", "--in", "fr"])
            .code,
        2
    );
}

/// What a browser shows.
fn without_tags(page: &str) -> String {
    let mut shown = String::new();
    let mut within = false;
    for c in page.chars() {
        match c {
            '<' => within = true,
            '>' => within = false,
            _ if within => {}
            _ => shown.push(c),
        }
    }
    shown
        .replace("&lt;", "")
        .replace("&gt;", "")
        .replace("&amp;", "")
}
