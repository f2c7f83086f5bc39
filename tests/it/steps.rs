//! Steps of the procedure that have no word of their own, and the limits that run from them.

use crate::desk::{Desk, pair};

#[test]
fn a_step_opens_what_the_law_counts_from_it() {
    let desk = Desk::new("gb", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2026-02-19");
    desk.record("fact --fact abroad=false");
    desk.record("fact --fact refused_by=first_tier");
    desk.record("step --kind permission_refused --date 2026-11-20");
    // Fourteen days after sending: Friday 4 December.
    assert_eq!(desk.deadline("gb.ut-perm-14d"), pair("2026-12-04", "open"));
    assert_eq!(
        desk.refused(2, "step --kind no_such_step --date 2026-11-20"),
        "args.code"
    );
    desk.refused(1, "step --kind permission_refused --date 2026-12-20");
}

#[test]
fn a_later_step_of_the_same_application_meets_what_an_earlier_one_opened() {
    let desk = Desk::new("hr", "2026-11-26");
    desk.record("fact --fact procedure=border");
    desk.record("application --kind single_procedure --made 2026-11-02 --registered 2026-11-04");
    assert_eq!(desk.state("eu.apr-lodge-border-5d"), "missed");
    let application = desk.event("application");
    desk.correct(&application, "--lodged 2026-11-06");
    assert_eq!(desk.state("eu.apr-lodge-border-5d"), "met");
}

#[test]
fn every_step_is_an_event_that_rules_know() {
    let said = Desk::new("hr", "2026-11-26");
    for kind in nansen::domain::code::StepKind::ALL {
        said.record(&format!("step --kind {kind} --date 2026-11-20"));
    }
    let shown = said.office.ok(&["--format", "human", "show", &said.case]);
    assert!(!shown.out.contains('\u{27e8}'), "{}", shown.shown());
}
