//! What an import finds of what was there before: rows that say something else, and days that a sheet has otherwise.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use super::line::Line;
use crate::app::fields::{Fields, Kind, stored};
use crate::app::session::number_of;
use crate::app::view::DifferingDay;
use crate::base::id::EventId;
use crate::domain::case::Case;
use crate::domain::deadline::{Deadline, Source};
use crate::domain::event::{DeadlineSet, Event};
use crate::domain::history::History;

/// What a row says of an entry that an earlier import made of it.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// Fields in which it says something else than was imported, and than what stands now.
    pub otherwise: Vec<String>,
    /// What it says where the entry said nothing, and says nothing now.
    pub fuller: Fields,
}

/// Compares a row with what an earlier import made of it, and with what stands now.
pub(super) fn contradicted(
    line: &Line<'_>,
    kind: &Kind,
    event: EventId,
    events: &[Event],
    today: NaiveDate,
) -> Said {
    let mut fields = line.fields.clone();
    // Who works on a case changes here, and an act is named here.
    fields.remove("worker");
    fields.remove("on");
    let what = fields.remove("what");
    let first = events.iter().find(|one| one.id == event);
    let first = first
        .map(|one| stored(&one.payload.entry))
        .unwrap_or_default();
    let mut base = first.clone();
    base.extend(what.map(|what| ("what".to_owned(), what.into())));
    let Ok(entry) = kind.entry(&fields, None, base, today) else {
        // What cannot stand so at all is another thing than what stands.
        return Said {
            otherwise: fields.into_keys().collect(),
            ..Said::default()
        };
    };
    let row = stored(&entry);
    let history = History::resolve(events, None);
    let now = history.item(event);
    let can_be_fuller = now.is_some_and(|item| Kind::of(item.entry).is_some());
    let now = now.map(|item| stored(item.entry)).unwrap_or_default();
    let mut said = Said::default();
    for (field, text) in fields {
        let value = row.get(&field);
        if value == first.get(&field) || value == now.get(&field) {
            continue;
        }
        let is_empty = |value: Option<&Value>| value.is_none_or(Value::is_null);
        if can_be_fuller && is_empty(first.get(&field)) && is_empty(now.get(&field)) {
            said.fuller.insert(field, text);
        } else {
            said.otherwise.push(field);
        }
    }
    said
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
