//! `case timeline`: everything that happened in a case, in the order in which it happened; coarsened where it is for use
//! outside, because exact dates identify.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::view::{Deadline, Entry, Happened, History, Timeline};
use crate::base::date::{Grain, PartialDate};
use crate::base::id::CaseId;
use crate::domain::code::EntryState;
use crate::domain::event::{self, Exported};

/// Of a coarse timeline's entries these fields alone are told: codes of the procedure, and days, which are coarsened. No place,
/// no text, nobody's alias.
const CODES: [&str; 10] = [
    "kind",
    "outcome",
    "protection",
    "refused",
    "basis",
    "reason",
    "order",
    "means",
    "jurisdiction",
    "state",
];

/// What a coarse timeline tells of: the procedure and what was done to the person, nothing of how the office works.
const OUTER: [&str; 17] = [
    "application",
    "decision",
    "service",
    "appeal",
    "filing",
    "interview",
    "hearing",
    "document",
    "removal",
    "step",
    "detention",
    "detention-review",
    "release",
    "departure",
    "disappearance",
    "reappearance",
    "resettlement",
];

impl Session<'_> {
    /// Everything in order. With `coarse` what is told is for use outside, and that it was made is written down first.
    ///
    /// # Errors
    /// The store.
    pub fn timeline(
        &mut self,
        id: CaseId,
        as_of: Option<NaiveDate>,
        coarse: Option<Grain>,
    ) -> Result<Timeline, AppError> {
        let history = self.show(id, as_of, false)?;
        if coarse.is_some() {
            self.note_exported("timeline", id)?;
        }
        Ok(told(history, coarse))
    }

    /// Writes down that a list left the store, or one case, before it does.
    ///
    /// # Errors
    /// The store's.
    pub fn gave_out(&mut self, list: &str, case: Option<CaseId>) -> Result<(), AppError> {
        self.note_exported(list, case)
    }

    /// Writes down that something of a case left the store.
    pub(super) fn note_exported(
        &mut self,
        what: &str,
        case: impl Into<Option<CaseId>>,
    ) -> Result<(), AppError> {
        self.note(event::Entry::Exported(Exported {
            what: what.to_owned(),
            case: case.into(),
        }))
    }
}

fn told(history: History, coarse: Option<Grain>) -> Timeline {
    let stands = |entry: &Entry| {
        let kind = kind_of(entry);
        entry.state == EntryState::Live
            && kind != "deadline-computed"
            && (coarse.is_none() || OUTER.contains(&kind))
    };
    let entries = history.events.into_iter().filter(stands);
    let mut items: Vec<Happened> = entries.map(|entry| happened(entry, coarse)).collect();
    if coarse.is_none() {
        items.extend(history.deadlines.into_iter().filter_map(falls_due));
    }
    // What happened on no day that is known stands where it was recorded.
    items.sort_by_key(|item| item.date.map(PartialDate::early));
    Timeline {
        schema: "nansen.timeline/1",
        case: coarse.is_none().then_some(history.case),
        callsign: coarse.is_none().then_some(history.callsign),
        origin: history.origin,
        jurisdiction: history.jurisdiction,
        coarse: coarse.map(Grain::as_str),
        items,
        as_of: coarse.is_none().then_some(history.as_of),
    }
}

fn kind_of(entry: &Entry) -> &str {
    entry.kind.split('/').next().unwrap_or_default()
}

fn happened(mut entry: Entry, coarse: Option<Grain>) -> Happened {
    let recorded = PartialDate::from(entry.recorded_at.date_naive());
    let date = entry.date.unwrap_or(recorded);
    let date = coarse.map_or(date, |grain| date.coarsened(grain));
    if let Some(grain) = coarse {
        entry.date = Some(date);
        entry.because = None;
        entry.corrects = None;
        entry.fields = std::mem::take(&mut entry.fields)
            .into_iter()
            .filter_map(|(name, value)| Some((coarsened(&name, &value, grain)?, name)))
            .map(|(value, name)| (name, value))
            .collect();
    }
    Happened {
        date: Some(date),
        kind: kind_of(&entry).to_owned(),
        r#ref: entry.r#ref.clone(),
        on: entry.on.clone(),
        person: entry.person,
        fields: entry.fields.clone(),
        entry: Some(entry),
        deadline: None,
    }
}

/// What is left of a field's value: a code of the procedure, or a day made coarse.
fn coarsened(name: &str, value: &Value, grain: Grain) -> Option<Value> {
    if CODES.contains(&name) {
        return Some(value.clone());
    }
    let date: PartialDate = value.as_str()?.parse().ok()?;
    Some(Value::String(date.coarsened(grain).to_string()))
}

fn falls_due(deadline: Deadline) -> Option<Happened> {
    let due = deadline.due?;
    Some(Happened {
        date: Some(due.into()),
        kind: "deadline".to_owned(),
        r#ref: None,
        on: None,
        person: deadline.person,
        fields: BTreeMap::from([
            ("what".to_owned(), Value::String(deadline.what.clone())),
            (
                "state".to_owned(),
                Value::String(deadline.state.to_string()),
            ),
        ]),
        entry: None,
        deadline: Some(deadline),
    })
}
