//! What an import finds of what was there before: rows that say something else, and days that a sheet has otherwise.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::line::Line;
use crate::app::fields::{Kind, stored};
use crate::app::session::number_of;
use crate::app::view::DifferingDay;
use crate::base::id::EventId;
use crate::domain::case::Case;
use crate::domain::deadline::{Deadline, Source};
use crate::domain::event::{DeadlineSet, Event};
use crate::domain::history::History;

/// The fields in which a row says something else than an earlier import made of it, and than what stands now.
pub(super) fn contradicted(
    line: &Line<'_>,
    kind: &Kind,
    event: EventId,
    events: &[Event],
    today: NaiveDate,
) -> Vec<String> {
    let mut fields = line.fields.clone();
    // Who works on a case changes here, and an act is named here.
    fields.remove("worker");
    fields.remove("on");
    let what = fields.remove("what");
    let given: Vec<String> = fields.keys().cloned().collect();
    let first = events.iter().find(|one| one.id == event);
    let first = first
        .map(|one| stored(&one.payload.entry))
        .unwrap_or_default();
    let mut base = first.clone();
    base.extend(what.map(|what| ("what".to_owned(), what.into())));
    let Ok(entry) = kind.entry(&fields, None, base, today) else {
        // What cannot stand so at all is another thing than what stands.
        return given;
    };
    let said = stored(&entry);
    let history = History::resolve(events, None);
    let now = history
        .item(event)
        .map(|item| stored(item.entry))
        .unwrap_or_default();
    let differs = |field: &String| {
        let value = said.get(field);
        value != first.get(field) && value != now.get(field)
    };
    given.into_iter().filter(differs).collect()
}

/// The days that an import brought by hand and that the rules reckon otherwise.
pub(super) fn differing(case: &Case, lines: &BTreeMap<EventId, usize>) -> Vec<DifferingDay> {
    let brought = case
        .deadlines
        .iter()
        .filter_map(|deadline| match &deadline.source {
            Source::Set(set) => Some((deadline, set, *lines.get(&deadline.event)?)),
            Source::Computed(_) => None,
        });
    let all = brought.filter_map(|(deadline, set, row)| {
        let (rule, ours) = nearest(case, deadline, set)?;
        let days = set.due.signed_duration_since(ours).num_days();
        (days != 0).then(|| DifferingDay {
            row,
            case: number_of(case),
            rule,
            sheet: set.due,
            ours,
            days,
        })
    });
    all.collect()
}

/// The reckoned day nearest to it of a deadline that the same act meets.
fn nearest(case: &Case, deadline: &Deadline, set: &DeadlineSet) -> Option<(String, NaiveDate)> {
    let same = case.deadlines.iter().filter_map(|one| {
        let computed = one.computed()?;
        let fits = set.what == "other" || computed.met_by.contains(&set.what);
        let own = one.person == deadline.person && computed.actor == set.actor;
        let due = computed.due.filter(|_| fits && own && !computed.waiting)?;
        Some((computed.rule.clone(), due))
    });
    same.min_by_key(|(_, due)| due.signed_duration_since(set.due).num_days().abs())
}
