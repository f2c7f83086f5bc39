//! Days that the office set itself, which stand in `due` as what they are: the next review of a detention, the time to have
//! a document renewed. No law stands behind them, and no closed day moves them.

use crate::app::deadlines::ours;
use crate::domain::case::Case;
use crate::domain::code::{Actor, HappeningKind};
use crate::domain::deadline::{DETENTION_REVIEW, RENEW, RENEW_FROM};
use crate::domain::event::DeadlineComputed;

/// All of a case.
pub(super) fn of(case: &Case) -> Vec<DeadlineComputed> {
    let opened = case.opened.as_ref();
    let law = opened.map(|opened| opened.jurisdiction.as_str());
    let law = law.unwrap_or_default();
    let mut found = Vec::new();
    for review in &case.reviews {
        let Some(next) = review.data.next else {
            continue;
        };
        let mut deadline = ours(DETENTION_REVIEW, review.id, law, review.data.date, next);
        "detention-review".clone_into(&mut deadline.trigger_event);
        deadline.met_by = vec!["by_hand".to_owned(), "record:detention-review".to_owned()];
        deadline.moot_by = ["record:release", "record:departure", "record:review-moved"]
            .map(str::to_owned)
            .to_vec();
        deadline.actor = Actor::Document;
        found.push(deadline);
    }
    let documents = case.happenings.iter();
    for paper in documents.filter(|one| one.data.what == HappeningKind::Document) {
        let data = &paper.data;
        let scope = data.on.and_then(|on| case.scope(on));
        let only = || {
            case.applications
                .first()
                .filter(|_| case.applications.len() == 1)
        };
        let scope = scope.or_else(only).map(|application| application.id);
        let window = |rule, due| {
            let mut deadline = ours(rule, paper.id, law, data.date, due);
            "document_issued".clone_into(&mut deadline.trigger_event);
            deadline.scope = scope;
            deadline.moot_by = vec!["record:document-again".to_owned()];
            deadline
        };
        found.extend(data.renew_from.map(|from| {
            let mut first = window(RENEW_FROM, from);
            first.actor = Actor::Document;
            first.waiting = true;
            first
        }));
        found.extend(data.renew_by.map(|by| {
            let mut last = window(RENEW, by);
            last.met_by = vec!["by_hand".to_owned(), "filing:renewal".to_owned()];
            last
        }));
    }
    found
}
