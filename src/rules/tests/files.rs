//! The rule files say what they must, in words that the program knows.

use std::collections::BTreeSet;

use crate::domain::code::{
    AppealKind, ApplicationKind, DateBasis, FilingKind, HappeningKind, Outcome,
};
use crate::rules::facts::{Case, admits, is_date};
use crate::rules::{Book, Rule};

#[test]
fn every_file_reads_and_is_named_as_it_says() {
    let book = Book::builtin();
    for id in book.jurisdictions() {
        let file = book.jurisdiction(id).unwrap();
        assert_eq!(file.id, id);
        assert!(book.calendar(&file.calendar).is_some(), "{id}: no calendar");
        assert!(!file.version.is_empty() && !file.name.is_empty(), "{id}");
        assert!(file.body.values().all(|b| !b.is_empty()), "{id}");
    }
    for name in ["ru", "de", "gb"] {
        let calendar = book.calendar(name).unwrap();
        assert!(!calendar.source.is_empty());
        assert!(
            calendar
                .aliases
                .values()
                .all(|to| calendar.region(to).is_some())
        );
        for holiday in &calendar.holiday {
            assert!(
                holiday.regions.iter().all(|r| calendar.regions.contains(r)),
                "{}",
                holiday.name
            );
        }
        assert!(calendar.moved.iter().all(|m| m.source.contains("http")));
    }
    assert!(
        book.conventions()
            .all(|(_, c)| !c.citation.is_empty() && !c.known.is_empty())
    );
}

#[test]
fn ids_are_unique_and_begin_with_their_jurisdiction() {
    let book = Book::builtin();
    let ids: BTreeSet<&str> = book.rules().map(|r| r.id.as_str()).collect();
    assert_eq!(ids.len(), book.rules().count());
    for law in book.jurisdictions() {
        for rule in &book.jurisdiction(law).unwrap().rule {
            assert_eq!(rule.jurisdiction(), law);
            assert_eq!(book.rule(&rule.id), Some(rule));
        }
    }
    assert_eq!(book.rule("ru.complaint"), None);
    assert_eq!(book.rule("nansen"), None);
}

#[test]
fn every_rule_says_where_it_was_read() {
    for rule in Book::builtin().rules() {
        let source = &rule.source;
        for text in [
            &rule.what,
            &rule.citation,
            &source.url,
            &source.text_as_of,
            &source.quote,
        ] {
            assert!(!text.trim().is_empty(), "{}", rule.id);
        }
        let kinds = [
            "official-site",
            "official-form",
            "statute-mirror",
            "secondary",
            "ngo",
            "memory",
        ];
        assert!(
            kinds.contains(&source.kind.as_str()),
            "{}: {}",
            rule.id,
            source.kind
        );
        assert!(rule.review_by > source.read_on, "{}", rule.id);
        assert_eq!(
            rule.moot_by.is_empty(),
            rule.moot_why.is_none(),
            "{}",
            rule.id
        );
        if let Some(r) = &rule.restoration {
            assert!(!r.text.is_empty() && !r.citation.is_empty(), "{}", rule.id);
        }
        assert!(
            !rule.is_signed(),
            "{}: nobody has signed anything yet",
            rule.id
        );
    }
}

#[test]
fn every_name_in_a_rule_is_known() {
    let book = Book::builtin();
    for rule in book.rules() {
        let events = std::iter::once(&rule.trigger.event).chain(&rule.trigger.also);
        for event in events {
            assert!(
                book.vocabulary().event.contains_key(event),
                "{}: {event}",
                rule.id
            );
        }
        let cases = rule.trigger.when.iter().chain(&rule.yields);
        for case in cases.chain(rule.alternative.iter().flat_map(|a| &a.when)) {
            check_case(rule, case);
        }
        for span in &rule.in_force {
            let known = span.axis == "trigger"
                || is_date(&span.axis)
                || span.axis.parse::<DateBasis>().is_ok();
            assert!(known, "{}: {}", rule.id, span.axis);
            assert!(span.from.is_some() || span.until.is_some(), "{}", rule.id);
        }
        for act in rule.met_by.iter().chain(&rule.moot_by) {
            assert!(is_act(act), "{}: {act}", rule.id);
        }
        assert!(!rule.met_by.is_empty(), "{}", rule.id);
        if rule.period.is_some() {
            let convention = rule.convention.as_deref().and_then(|c| book.convention(c));
            assert!(convention.is_some(), "{}: {:?}", rule.id, rule.convention);
        }
    }
}

fn check_case(rule: &Rule, case: &Case) {
    assert!(
        !case.is_empty(),
        "{}: a case that names no fact is every case",
        rule.id
    );
    for (fact, values) in case {
        assert!(!values.is_empty(), "{}: {fact}", rule.id);
        for value in values {
            assert_eq!(
                admits(fact, value),
                Some(true),
                "{}: {fact}={value}",
                rule.id
            );
        }
    }
}

fn is_act(act: &str) -> bool {
    let Some((sort, kind)) = act.split_once(':') else {
        return matches!(act, "nothing" | "by_hand");
    };
    let any = kind == "any";
    match sort {
        "appeal" => any || kind.parse::<AppealKind>().is_ok(),
        "application" => any || kind.parse::<ApplicationKind>().is_ok(),
        "filing" => any || kind.parse::<FilingKind>().is_ok(),
        "record" => kind.parse::<HappeningKind>().is_ok(),
        "decision" => any || kind.parse::<Outcome>().is_ok(),
        _ => false,
    }
}

#[test]
fn a_rule_that_bounds_another_knows_what_to_work_to() {
    let book = Book::builtin();
    for rule in book.rules().filter(|r| r.outer_of.is_some()) {
        let bounded = rule.outer_of.as_deref().and_then(|id| book.rule(id));
        assert!(bounded.is_some(), "{}", rule.id);
        assert!(rule.working_period.is_some(), "{}", rule.id);
        assert_eq!(bounded.map(Rule::jurisdiction), Some(rule.jurisdiction()));
    }
    for rule in book.rules() {
        let feeds = rule.kind == crate::rules::RuleKind::DeemedService;
        assert_eq!(feeds, !rule.feeds.is_empty(), "{}", rule.id);
    }
}
