//! Every message id that a reckoning uses has its English words.

use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::{query, texts};
use crate::domain::code::DateBasis;
use crate::domain::event::Step;
use crate::rules::{Book, Start, explain};

const WORDS: &str = include_str!("../../../locales/en/rules.ftl");

fn bundle() -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec!["en".parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle
        .add_resource(FluentResource::try_new(WORDS.to_owned()).unwrap())
        .unwrap();
    bundle
}

fn say(bundle: &FluentBundle<FluentResource>, step: &Step) -> String {
    let message = bundle
        .get_message(&step.text)
        .unwrap_or_else(|| panic!("{}", step.text));
    let mut args = FluentArgs::new();
    for (name, value) in &step.args {
        args.set(name.as_str(), FluentValue::try_number(value.as_str()));
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(message.value().unwrap(), Some(&args), &mut errors);
    assert!(errors.is_empty(), "{}: {errors:?}", step.text);
    text.into_owned()
}

#[test]
fn every_id_in_the_code_has_words_and_every_word_an_id() {
    let code = [
        include_str!("../compute.rs"),
        include_str!("../explain.rs"),
        include_str!("../open.rs"),
        include_str!("../reckon.rs"),
        include_str!("../../app/rule.rs"),
        include_str!("../reckoner.rs"),
        include_str!("../trigger.rs"),
    ]
    .concat();
    let used: BTreeSet<&str> = code
        .split('"')
        .filter(|t| t.starts_with("step-") || t.starts_with("warning-"))
        .collect();
    let written: BTreeSet<&str> = WORDS
        .lines()
        .filter(|l| l.starts_with("step-") || l.starts_with("warning-"))
        .filter_map(|l| l.split(" =").next())
        .collect();
    assert_eq!(used, written);
}

#[test]
fn every_basis_and_fact_has_words() {
    let bundle = bundle();
    for basis in DateBasis::ALL {
        assert!(bundle.has_message(&format!("basis-{basis}")), "{basis}");
    }
    for fact in crate::rules::facts::names() {
        assert!(bundle.has_message(&format!("fact-{fact}")), "{fact}");
    }
}

#[test]
fn every_example_can_be_told() {
    let (book, bundle) = (Book::builtin(), bundle());
    for rule in book.rules() {
        for example in &rule.example {
            let mut asked = query(&rule.id, "2025-01-01", &[]);
            asked.from = match chrono::DateTime::parse_from_rfc3339(&example.from) {
                Ok(time) => Start::Time(time),
                Err(_) => Start::Date(example.from.parse().unwrap()),
            };
            asked.event.clone_from(&example.event);
            asked.facts.clone_from(&example.facts);
            asked.dates.clone_from(&example.dates);
            let got = explain(&book, &asked).unwrap();
            for step in got.steps.iter().chain(&got.warnings) {
                assert!(!say(&bundle, step).contains('$'), "{}", step.text);
            }
        }
    }
    let period = Step {
        text: "step-period".to_owned(),
        args: texts(&[("n", "1"), ("unit", "months"), ("date", "2021-10-13")]),
        date: None,
    };
    assert_eq!(say(&bundle, &period), "one month on");
}
