//! Real procedures, told step by step: none is refused, alone or beside others in one case, whatever else is recorded
//! between.

use chrono::Days;
use nansen::domain::code::ApplicationState::{self, Closed, Ended, Granted, Pending, Refused};
use proptest::prelude::*;

use super::{Pure, Step, first_day};

/// Procedures as the laws know them, each with how its last application stands at the end. `@` keeps the names of one
/// apart from those of another.
const PROCEDURES: &[(&str, &str, ApplicationState)] = &[
    (
        "sent back, refused a second time, and that fought",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=refused basis=unfounded;\
         appeal p1@ on d1@ kind=appeal; decision d2@ on p1@ outcome=remitted;\
         interview on a@; decision d3@ on a@ outcome=refused basis=unfounded; appeal p2@ on d3@ kind=appeal;\
         decision d4@ on p2@ outcome=dismissed; appeal p3@ on d4@ kind=further_appeal",
        Refused,
    ),
    (
        "an appeal out of time is accepted",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=refused basis=unfounded; contact; contact;\
         appeal p1@ on d1@ kind=appeal; filing on p1@ kind=out_of_time; step on p1@ kind=out_of_time_accepted;\
         decision d2@ on p1@ outcome=allowed protection=refugee_status",
        Granted,
    ),
    (
        "an appeal out of time is refused, and the refusal of time fought",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=refused; appeal p1@ on d1@ kind=appeal;\
         filing on p1@ kind=out_of_time; decision d2@ on p1@ outcome=dismissed; appeal p2@ on d2@ kind=further_appeal;\
         decision d3@ on p2@ outcome=remitted; decision d4@ on p1@ outcome=allowed; decision d5@ on a@ outcome=refused",
        Refused,
    ),
    (
        "the authority withdraws its refusal while the court has it, and grants",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=refused; appeal p1@ on d1@ kind=appeal;\
         decision d2@ on a@ outcome=rescinded; decision d3@ on p1@ outcome=closed reason=discontinued;\
         decision d4@ on a@ outcome=granted protection=refugee_status",
        Granted,
    ),
    (
        "the authority withdraws its refusal and refuses again",
        "application a@ kind=refugee_status; decision d1@ on a@ outcome=refused; decision d2@ on a@ outcome=rescinded;\
         decision d3@ on a@ outcome=refused; appeal p1@ on d3@ kind=administrative_review",
        Refused,
    ),
    (
        "taken as withdrawn, and taken up again on request",
        "application a@ kind=single_procedure; step on a@ kind=appointment_missed;\
         decision d1@ on a@ outcome=closed reason=withdrawn_implicit; filing on a@ kind=reopening_request;\
         decision d2@ on a@ outcome=rescinded; interview on a@;\
         decision d3@ on a@ outcome=granted protection=subsidiary_protection refused=none",
        Granted,
    ),
    (
        "taken as withdrawn, fought, and a new application in its place",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=closed reason=withdrawn_implicit;\
         appeal p1@ on d1@ kind=appeal; decision d2@ on p1@ outcome=dismissed; application b@ kind=single_procedure",
        Pending,
    ),
    (
        "a subsequent application while the appeal of the first is pending",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=refused; appeal p1@ on d1@ kind=appeal;\
         application b@ kind=single_procedure; decision d2@ on p1@ outcome=dismissed;\
         decision d3@ on b@ outcome=refused basis=inadmissible; appeal p2@ on d3@ kind=appeal;\
         decision d4@ on p2@ outcome=remitted",
        Pending,
    ),
    (
        "a transfer fails, and this State takes over",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=refused basis=inadmissible;\
         removal m@ on d1@ kind=transfer; step on m@ kind=transfer_accepted; appeal p1@ on d1@ kind=appeal;\
         filing on p1@ kind=interim_measure; decision d2@ on p1@ outcome=dismissed; step on m@ kind=transfer_failed;\
         step on m@ kind=responsibility_taken; decision d3@ on a@ outcome=rescinded; interview on a@;\
         decision d4@ on a@ outcome=refused basis=unfounded; appeal p2@ on d4@ kind=appeal",
        Refused,
    ),
    (
        "a status is revoked, and the court keeps it",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=granted protection=refugee_status;\
         step on a@ kind=status_review_notice; filing on a@ kind=reply; decision d2@ on a@ outcome=revoked;\
         appeal p1@ on d2@ kind=appeal; decision d3@ on p1@ outcome=allowed",
        Granted,
    ),
    (
        "a status is revoked for good",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=granted protection=subsidiary_protection refused=none;\
         decision d2@ on a@ outcome=revoked; appeal p1@ on d2@ kind=administrative_review;\
         decision d3@ on p1@ outcome=dismissed; appeal p2@ on d3@ kind=appeal; decision d4@ on p2@ outcome=dismissed",
        Ended,
    ),
    (
        "the end of a status goes back to the authority, which ends it again",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=granted protection=refugee_status;\
         decision d2@ on a@ outcome=revoked; appeal p1@ on d2@ kind=appeal; decision d3@ on p1@ outcome=remitted;\
         decision d4@ on a@ outcome=revoked; appeal p2@ on d4@ kind=appeal",
        Ended,
    ),
    (
        "temporary asylum is prolonged, and the second time not",
        "application a@ kind=temporary_asylum; decision d1@ on a@ outcome=granted; filing on a@ kind=renewal;\
         decision d2@ on a@ outcome=granted; filing on a@ kind=renewal; decision d3@ on a@ outcome=refused;\
         appeal p1@ on d3@ kind=administrative_review; decision d4@ on p1@ outcome=dismissed;\
         appeal p2@ on d4@ kind=appeal",
        Refused,
    ),
    (
        "the request to prolong is withdrawn",
        "application a@ kind=temporary_asylum; decision d1@ on a@ outcome=granted; filing on a@ kind=renewal;\
         decision d2@ on a@ outcome=closed reason=withdrawn_explicit",
        Granted,
    ),
    (
        "less than asked for, and the rest fought and given",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=granted protection=subsidiary_protection;\
         appeal p1@ on d1@ kind=appeal; decision d2@ on p1@ outcome=allowed protection=refugee_status",
        Granted,
    ),
    (
        "through all instances and to an international body",
        "application a@ kind=refugee_status; decision d1@ on a@ outcome=refused; appeal p1@ on d1@ kind=administrative_review;\
         decision d2@ on p1@ outcome=dismissed; appeal p2@ on d2@ kind=appeal; decision d3@ on p2@ outcome=dismissed;\
         appeal p3@ on d3@ kind=further_appeal; appeal p4@ on d3@ kind=international;\
         decision d4@ on p3@ outcome=remitted; decision d5@ on p2@ outcome=allowed; decision d6@ on a@ outcome=granted",
        Granted,
    ),
    (
        "the body of review takes its own dismissal back",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=refused; appeal p1@ on d1@ kind=administrative_review;\
         decision d2@ on p1@ outcome=dismissed; filing on p1@ kind=reopening_request; decision d3@ on p1@ outcome=rescinded;\
         decision d4@ on p1@ outcome=remitted; decision d5@ on a@ outcome=granted protection=refugee_status",
        Granted,
    ),
    (
        "withdrawn by the applicant, and applied anew",
        "application a@ kind=single_procedure; decision d1@ on a@ outcome=closed reason=withdrawn_explicit;\
         application b@ kind=single_procedure; decision d2@ on b@ outcome=closed reason=departed",
        Closed,
    ),
    (
        "detained, the appeal withdrawn and used again, set free",
        "application a@ kind=single_procedure; detention m@; appeal p1@ on m@ kind=appeal;\
         decision d1@ on p1@ outcome=closed reason=withdrawn_explicit; appeal p2@ on m@ kind=appeal;\
         decision d2@ on p2@ outcome=allowed; release; removal n@ kind=imminent; appeal p3@ on n@ kind=international",
        Pending,
    ),
];

/// What may be recorded between: it stands in nobody's way.
const BETWEEN: &[&str] = &[
    "contact",
    "note text=words",
    "hearing",
    "document",
    "fact fact=abroad=false",
    "filing kind=documents",
    "service",
];

/// The steps of a procedure, under names of its own.
fn told(text: &str, mark: &str) -> Vec<Step> {
    let text = text.replace('@', mark);
    text.split(';').map(|words| Step::read(words, 0)).collect()
}

#[test]
fn each_procedure_alone_is_accepted() {
    for (name, text, end) in PROCEDURES {
        let mut pure = Pure::new();
        let mut day = first_day();
        for mut step in told(text, "") {
            day = day + Days::new(9);
            step.day = day;
            assert_eq!(pure.offer(&step), Ok(()), "{name}: {step}");
        }
        let case = pure.fold();
        let last = case.applications.last().unwrap();
        assert_eq!(last.state(), *end, "{name}");
    }
    assert!(PROCEDURES.len() >= 8);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Two procedures of one person in any order of their steps, with anything between.
    #[test]
    fn two_procedures_in_any_order_are_accepted(
        one in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
        order in prop::collection::vec((any::<bool>(), 0_usize..14, 1_u64..60), 60),
    ) {
        let procedures = [one, other].map(|index| &PROCEDURES[index.index(PROCEDURES.len())]);
        let mut left = [told(procedures[0].1, "x"), told(procedures[1].1, "y")];
        for steps in &mut left {
            steps.reverse();
        }
        let mut pure = Pure::new();
        let mut day = first_day();
        for (first, between, gap) in order {
            day = day + Days::new(gap);
            if let Some(words) = BETWEEN.get(between) {
                let mut step = Step::read(words, 0);
                step.day = day;
                // Where several things could be meant, which of them is the only question asked.
                let said = pure.offer(&step).map_err(|objection| objection.id());
                prop_assert!(
                    matches!(said, Ok(()) | Err("history.several" | "history.nothing-to-serve")),
                    "{said:?} {step}"
                );
            }
            let at = usize::from(!first);
            let at = if left[at].is_empty() { 1 - at } else { at };
            if let Some(mut step) = left[at].pop() {
                step.day = day;
                // Whoever is set free was detained: one release may have ended both detentions.
                let said = pure.offer(&step).map_err(|objection| objection.id());
                let free = step.event == "release" && said == Err("history.not-detained");
                prop_assert!(said == Ok(()) || free, "{said:?} {step}");
            }
        }
        prop_assert!(left.iter().all(Vec::is_empty));
        let case = pure.fold();
        for (mark, (name, _, end)) in ["x", "y"].iter().zip(procedures) {
            let own = ["b", "a"].iter().find_map(|letter| pure.ids.get(&format!("{letter}{mark}")));
            let application = case.applications.iter().find(|a| Some(&a.id) == own).unwrap();
            prop_assert_eq!(application.state(), *end, "{}", name);
        }
    }
}
