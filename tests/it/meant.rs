//! What a table says of its own years and columns, and the ledger of how its numbers were made.

use crate::looks;
use crate::support::Office;

fn office() -> Office {
    let people: Vec<_> = (0..40).map(|at| (1 + at % 2, at % 2, at % 3)).collect();
    looks::office(&people)
}

fn said(office: &Office, line: &str) -> String {
    office.ok(&line.split(' ').collect::<Vec<_>>()).out
}

/// A year is that of the first application, of an application or of a decision; a kind is what was asked for; and of a table that
/// is crossed both names stand over it.
#[test]
fn years_and_columns_say_what_they_are_of() {
    let office = office();
    for (unit, day, period) in [
        (
            "persons",
            "day of the first application",
            "first application 2014-2015",
        ),
        (
            "cases",
            "day of the first application",
            "first application 2014-2015",
        ),
        (
            "applications",
            "day on which the application was lodged",
            "lodged 2014-2015",
        ),
        ("decisions", "day of the decision", "decided 2014-2015"),
    ] {
        let question = format!("--unit {unit} --by year,kind --period 2014-2015");
        for form in ["md", "html", "human"] {
            let show = format!("--format {form} stats show --inside {question}");
            let text = said(&office, &show);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for words in [
                day,
                period,
                "asked for, not what was granted",
                "Year ↓ Kind of application →",
            ] {
                assert!(text.contains(words), "{words}: {text}");
            }
        }
    }
    // What leaves says it as well, in every language and in its JSON.
    let release = "stats release --to press --dry-run --by year";
    let json = said(&office, &format!("--json {release}"));
    assert!(json.contains("day of the first application"), "{json}");
    for (language, words) in [
        ("ar", "بحسب يوم أول طلب"),
        ("es", "los de la primera solicitud"),
        ("fr", "ceux de la première demande"),
        ("ru", "по дню первого ходатайства"),
    ] {
        let text = said(&office, &format!("--format md {release} --in {language}"));
        assert!(text.contains(words), "{text}");
    }
    // From right to left the columns follow to the left.
    let crossed = "--format md stats show --inside --by year,sex --in ar";
    let text = said(&office, crossed);
    assert!(text.contains("السنة ↓ الجنس ←"), "{text}");
    // Where no year is, nothing is said of it.
    let text = said(&office, "--format md stats show --inside --by sex");
    assert!(
        !text.contains("Years and") && !text.contains("asked for"),
        "{text}"
    );
}

/// Of a rounded table the ledger says so, also where nobody asks for its cells.
#[test]
fn the_ledger_says_which_numbers_are_rounded() {
    let office = office();
    for round in [" --round 5", ""] {
        let release = format!("stats release --to press --by sex{round}");
        said(&office, &release);
    }
    let json = office.ok(&["--json", "stats", "ledger"]).json();
    let rounded = |at: usize| json["items"][at]["rounded"].as_bool();
    assert_eq!((rounded(0), rounded(1)), (Some(true), None), "{json}");
    for (number, is_rounded) in [("R2026-001", true), ("R2026-002", false)] {
        for form in ["human", "plain"] {
            let text = said(&office, &format!("--format {form} stats ledger {number}"));
            assert_eq!(text.contains("rounded"), is_rounded, "{form}: {text}");
        }
    }
}
