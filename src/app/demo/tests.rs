//! The demo's caseload loads and shows what it is there for.

use crate::app::error::AppError;
use crate::app::session::World;
use crate::base::clock::Clock;
use crate::base::random::Random;
use crate::domain::code::DeadlineState;
use crate::rules::Book;
use crate::vault::Identity;

#[test]
fn shows_what_it_is_there_for() {
    let dir = tempfile::tempdir().unwrap();
    let mut random = Random::seeded(7);
    let identity = Identity::generate(&mut random).unwrap();
    let clock = Clock::from_env(Some("2026-03-04T09:00:00Z")).unwrap();
    let mut world = World {
        clock,
        random,
        book: Book::builtin(),
        panics: false,
        notices: Vec::new(),
    };
    let demo = super::run(dir.path(), &identity, &mut world).unwrap();
    assert_eq!(demo.cases, 24);
    assert_eq!(demo.history.applications.len(), 4);
    assert_eq!(demo.explanation.rule, "ru.complaint-1m");
    let has = |state| demo.due.items.iter().any(|d| d.state == state);
    assert!(
        has(DeadlineState::Open) && has(DeadlineState::Missed) && has(DeadlineState::Unconfirmed)
    );
    let shown = |state| demo.history.deadlines.iter().any(|d| d.state == state);
    assert!(shown(DeadlineState::Open) && shown(DeadlineState::Missed));
    let no_rule = |d: &crate::app::view::Deadline| d.rule.as_deref() == Some("nansen.no-rule");
    assert!(demo.due.items.iter().any(no_rule));
    assert!(matches!(demo.withheld, AppError::Withheld(_)));
    assert!(demo.released.releasable);
}
