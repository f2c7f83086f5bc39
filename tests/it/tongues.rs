//! Tables in the languages of their readers: the words are theirs, the numbers and the codes the same.

use crate::figures::imported;

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
