//! Every worked example of every rule file comes out as it says.

use chrono::DateTime;

use crate::rules::{Book, Query, Start, explain};

#[test]
fn every_example_comes_out() {
    let book = Book::builtin();
    let mut wrong = Vec::new();
    for rule in book.rules() {
        assert!(!rule.example.is_empty(), "{} has no example", rule.id);
        for example in &rule.example {
            let from = DateTime::parse_from_rfc3339(&example.from)
                .map(Start::Time)
                .or_else(|_| example.from.parse().map(Start::Date))
                .unwrap_or_else(|_| panic!("{}: {}", rule.id, example.from));
            let query = Query {
                rule: rule.id.clone(),
                from,
                facts: example.facts.clone(),
                region: None,
                dates: example.dates.clone(),
            };
            let got = explain(&book, &query).unwrap_or_else(|e| panic!("{}: {e}", rule.id));
            let got = (
                got.due,
                got.safe,
                got.last_arguable,
                got.provisional && got.due.is_some(),
            );
            let wanted = (
                example.due,
                example.safe,
                example.last_arguable,
                example.provisional,
            );
            if got != wanted {
                wrong.push(format!(
                    "{} from {} ({}):\n  wanted {wanted:?}\n  got    {got:?}",
                    rule.id, example.from, example.why
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
