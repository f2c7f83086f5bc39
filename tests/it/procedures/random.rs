//! Random histories: nothing impossible is accepted, what is accepted stands as it should, and the whole program decides
//! as the domain alone.

use chrono::Days;
use nansen::domain::check::Objection;
use nansen::domain::code::{AppealState, ApplicationState};
use nansen::domain::matter::Matter;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

use super::court::Court;
use super::{Pure, Step, first_day, opening};
use crate::support::Office;

/// What can be drawn: an event with the letter of what it may be about.
const DRAWN: &[(&str, &str)] = &[
    ("application kind=single_procedure", ""),
    ("application kind=temporary_asylum", ""),
    ("decision outcome=granted protection=refugee_status", "a"),
    (
        "decision outcome=granted protection=subsidiary_protection",
        "a",
    ),
    ("decision outcome=refused", "a"),
    ("decision outcome=refused", "a"),
    ("decision outcome=closed reason=withdrawn_explicit", "ap"),
    ("decision outcome=closed reason=withdrawn_implicit", "ap"),
    ("decision outcome=revoked", "a"),
    ("decision outcome=rescinded", "ap"),
    ("decision outcome=allowed", "p"),
    ("decision outcome=allowed protection=refugee_status", "p"),
    ("decision outcome=dismissed", "p"),
    ("decision outcome=dismissed", "p"),
    ("decision outcome=remitted", "p"),
    ("service", "ad"),
    ("appeal kind=administrative_review", "adpm"),
    ("appeal kind=appeal", "adm"),
    ("appeal kind=further_appeal", "ad"),
    ("appeal kind=international", "ad"),
    ("filing kind=renewal", "a"),
    ("filing kind=documents", "ap"),
    ("hearing", ""),
    ("contact", ""),
    ("detention", ""),
    ("removal kind=return_decision", ""),
    ("release", ""),
    ("departure", ""),
    ("close reason=other", ""),
    ("reopen", ""),
];

/// One draw: which event, which of the things that it can be about (or none named), after how many days.
type Draw = (prop::sample::Index, prop::sample::Index, u8, u64);

fn draws() -> impl Strategy<Value = Vec<Draw>> {
    let index = any::<prop::sample::Index>;
    prop::collection::vec((index(), index(), 0_u8..4, 0_u64..40), 1..30)
}

/// The steps of the draws: each thing gets a name, and what comes later can be about it.
fn steps(draws: &[Draw]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut after = 0;
    for (at, (event, about, naming, gap)) in draws.iter().enumerate() {
        after += gap;
        let (text, letters) = DRAWN[event.index(DRAWN.len())];
        let mut step = Step::read(text, after);
        let fitting: Vec<&String> = steps
            .iter()
            .map(|step| &step.name)
            .filter(|name| name.starts_with(|letter| letters.contains(letter)))
            .collect();
        if *naming > 0 && !fitting.is_empty() {
            step.on = Some(fitting[about.index(fitting.len())].clone());
        }
        let letter = match step.event {
            "application" => "a",
            "appeal" => "p",
            "decision" => "d",
            "detention" | "removal" => "m",
            _ => "x",
        };
        step.name = format!("{letter}{at}");
        steps.push(step);
    }
    steps
}

/// Offers each step, and keeps the court's books of what was accepted.
fn live(steps: &[Step]) -> (Pure, Court, Vec<Option<Objection>>) {
    let (mut pure, mut court) = (Pure::new(), Court::default());
    let mut said = Vec::new();
    for step in steps {
        // What it would be some days earlier must be possible where it is allowed; it is not kept.
        let mut early = step.clone();
        early.day = (step.day - Days::new(25)).max(first_day());
        let ordered = matches!(step.event, "decision" | "appeal" | "service");
        if let Ok(entry) = pure.judge(&early)
            && ordered
        {
            let about = entry.on().and_then(|on| name_of(&pure, on));
            let possible = court.clone().take(&early, about.as_deref());
            assert_eq!(possible, Ok(()), "{early} after {}", told(steps));
        }
        match pure.judge(step) {
            Err(objection) => said.push(Some(objection)),
            Ok(entry) => {
                let about = entry.on().and_then(|on| name_of(&pure, on));
                pure.push(&step.name, entry);
                let possible = court.take(step, about.as_deref());
                assert_eq!(possible, Ok(()), "{step} after {}", told(steps));
                said.push(None);
            }
        }
        agrees(&pure, &court, steps);
    }
    (pure, court, said)
}

fn name_of(pure: &Pure, id: nansen::base::id::EventId) -> Option<String> {
    let found = pure.ids.iter().find(|(_, known)| **known == id);
    found.map(|(name, _)| name.clone())
}

fn told(steps: &[Step]) -> String {
    let lines: Vec<String> = steps.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// The case stands as the books say.
fn agrees(pure: &Pure, court: &Court, steps: &[Step]) {
    let case = pure.fold();
    for application in &case.applications {
        let name = name_of(pure, application.id).unwrap();
        let state = application.state();
        let right = if court.awaited[&name] {
            state == ApplicationState::Pending
        } else if court.status[&name] {
            state == ApplicationState::Granted
        } else {
            !matches!(state, ApplicationState::Pending | ApplicationState::Granted)
        };
        assert!(right, "{name} is {state} in {}", told(steps));
    }
    let mut pending: Vec<String> = case
        .matters()
        .flat_map(Matter::appeals)
        .filter(|appeal| appeal.state() == AppealState::Pending)
        .map(|appeal| name_of(pure, appeal.id).unwrap())
        .collect();
    pending.sort();
    assert_eq!(pending, court.pending(), "{}", told(steps));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_impossible_is_accepted(draws in draws()) {
        live(&steps(&draws));
    }
}

#[test]
#[ignore = "long: 200,000 random histories"]
fn long_two_hundred_thousand_histories_hold_nothing_impossible() {
    let config = ProptestConfig {
        cases: 200_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let done = runner.run(&draws(), |draws| {
        live(&steps(&draws));
        Ok(())
    });
    assert!(done.is_ok(), "{done:?}");
}

/// Enough of what is drawn is accepted for the property to say something.
#[test]
fn random_histories_get_somewhere() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut accepted, mut refused) = (0, std::collections::BTreeSet::new());
    for _ in 0..200 {
        let draws = draws().new_tree(&mut runner).unwrap().current();
        let (_, _, said) = live(&steps(&draws));
        accepted += said.iter().filter(|said| said.is_none()).count();
        refused.extend(said.iter().flatten().map(Objection::id));
    }
    assert!(accepted > 600, "{accepted}");
    for id in [
        "history.nothing-pending",
        "history.nothing-to-appeal",
        "history.no-status",
        "history.nothing-to-rescind",
        "history.several",
        "history.not-detained",
        "history.closed",
        "history.outcome",
    ] {
        assert!(refused.contains(id), "{id} never seen in {refused:?}");
    }
}

/// Sixty random histories, offered to the program as one import: it accepts the same lines, and shows the same states.
#[test]
fn the_program_decides_as_the_domain() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut lines, mut refused, mut lived) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..60 {
        let draws = draws().new_tree(&mut runner).unwrap().current();
        let steps = steps(&draws);
        let (pure, _, said) = live(&steps);
        let case = format!("r{number}");
        lines.push(opening(&case));
        for (step, said) in steps.iter().zip(said) {
            lines.push(step.line(&case));
            if said.is_some() {
                refused.push(step.line(&case));
            }
        }
        lived.push((case, pure));
    }
    let office = Office::open().on("2026-11-26");
    let file = office.home().join("in.jsonl");
    let bad = office.home().join("bad.jsonl");
    std::fs::write(&file, lines.join("\n")).unwrap();
    let args = [
        "import",
        file.to_str().unwrap(),
        "--json",
        "--skip-bad",
        bad.to_str().unwrap(),
    ];
    let imported = office.ok(&args).json();
    let aside = std::fs::read_to_string(bad).unwrap();
    let aside: Vec<&str> = aside.lines().collect();
    assert_eq!(aside, refused);
    for (name, pure) in lived {
        let map = imported["map"].as_array().unwrap();
        let number = map.iter().find(|one| one["ref"] == *name).unwrap()["case"].as_str();
        let shown = office.ok(&["show", number.unwrap(), "--json"]).json();
        let states = shown["applications"].as_array().unwrap().iter();
        let states: Vec<&str> = states.map(|a| a["state"].as_str().unwrap()).collect();
        let case = pure.fold();
        let expected: Vec<&str> = case
            .applications
            .iter()
            .map(|a| a.state().as_str())
            .collect();
        assert_eq!(states, expected, "{name}");
    }
    office.ok(&["store", "verify"]);
}
