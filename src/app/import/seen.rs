//! What an import finds of what was there before: rows that say something else, and days that a sheet has otherwise.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::acts;
use super::again::Known;
use super::line::{Line, Sort};
use crate::app::fields::{CASE, Fields, Kind, stored};
use crate::app::session::number_of;
use crate::app::view::DifferingDay;
use crate::base::date::PartialDate;
use crate::base::id::{DeadlineId, EventId};
use crate::domain::application::Application;
use crate::domain::case::Case;
use crate::domain::deadline::{Deadline, Source};
use crate::domain::event::{DeadlineSet, Entry, Event, Via};
use crate::domain::history::History;

/// What a row says of an entry that an earlier import made of it.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// Fields in which it says something else than was imported, and than what stands now.
    pub otherwise: Vec<String>,
    /// What it says where the entry said nothing, and says nothing now.
    pub fuller: Fields,
    /// Fields that an import filled, and that the sheet has a column for and leaves blank now.
    pub gone: Vec<String>,
}

/// Compares a row with what an earlier import made of it, and with what stands now.
pub(super) fn contradicted(
    line: &Line<'_>,
    kind: &Kind,
    event: EventId,
    events: &[Event],
    today: NaiveDate,
) -> Said {
    said_of(
        line,
        kind,
        event,
        &History::resolve(events, None),
        events,
        today,
    )
}

/// The same, where what stands is resolved already: many are compared with many.
fn said_of(
    line: &Line<'_>,
    kind: &Kind,
    event: EventId,
    history: &History<'_>,
    events: &[Event],
    today: NaiveDate,
) -> Said {
    let mut fields = line.fields.clone();
    // Who works on a case changes here, and an act is named here.
    fields.remove("worker");
    fields.remove("on");
    fields.remove("even_so");
    fields.remove("rule");
    let what = fields.remove("what");
    let first = events.iter().find(|one| one.id == event);
    let first = first
        .map(|one| stored(&one.payload.entry))
        .unwrap_or_default();
    let mut otherwise = Vec::new();
    if line.sort == Sort::Act {
        otherwise.extend(acts::otherwise(&mut fields, &first));
    }
    let mut base = first.clone();
    base.extend(what.map(|what| ("what".to_owned(), what.into())));
    let Ok(entry) = kind.entry(&fields, None, base, today) else {
        // What cannot stand so at all is another thing than what stands.
        return Said {
            otherwise: otherwise.into_iter().chain(fields.into_keys()).collect(),
            ..Said::default()
        };
    };
    let row = stored(&entry);
    let now = history.item(event);
    let can_be_fuller = now.is_some_and(|item| Kind::of(item.entry).is_some());
    let now = now.map(|item| stored(item.entry)).unwrap_or_default();
    let mut said = Said {
        otherwise,
        gone: no_longer(line, event, events, &now),
        ..Said::default()
    };
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

/// What an import said of an entry and still holds, and of which the row says nothing now.
fn no_longer(
    line: &Line<'_>,
    event: EventId,
    events: &[Event],
    now: &Map<String, Value>,
) -> Vec<String> {
    if line.blank.is_empty() {
        return Vec::new();
    }
    let versions = events.iter().filter_map(|one| match &one.payload.entry {
        Entry::EntryCorrected(correction) if correction.root == event => {
            Some((one, &*correction.entry))
        }
        entry => (one.id == event).then_some((one, entry)),
    });
    let brought = versions.filter(|(one, _)| one.payload.via == Some(Via::Import));
    let brought: Vec<Map<String, Value>> = brought.map(|(_, entry)| stored(entry)).collect();
    let blank = line.blank.keys();
    let gone = blank.filter(|field| {
        let value = now.get(*field).filter(|value| !value.is_null());
        let said = |one: &Map<String, Value>| one.get(*field) == value;
        value.is_some_and(|value| !is_filled_in(line.sort, field, value))
            && brought.iter().any(said)
    });
    gone.cloned().collect()
}

/// Whether something may stand in a field without that a sheet said it.
fn is_filled_in(sort: Sort, field: &str, value: &Value) -> bool {
    match field {
        "worker" | "opened" | "on" => true,
        "date" => sort == Sort::Close,
        "sex" | "origin" => value == "unknown",
        "role" | "actor" => value == "applicant",
        _ => false,
    }
}

/// How well a row fits an entry, the better ones first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// In how many fields it says something else.
    otherwise: usize,
    /// In how many it says more.
    fuller: usize,
    /// In how many it says nothing of what the entry says.
    less: usize,
}

impl Fit {
    /// Nothing is otherwise, and nothing is left out.
    pub(super) const SAME: Self = Self {
        otherwise: 0,
        fuller: 0,
        less: 0,
    };

    pub(super) const fn is_otherwise(self) -> bool {
        self.otherwise > 0
    }

    pub(super) const fn is_fuller(self) -> bool {
        self.fuller > 0
    }
}

/// Compares a row with an entry that it may be.
pub(super) fn fit(
    line: &Line<'_>,
    event: EventId,
    history: &History<'_>,
    events: &[Event],
    today: NaiveDate,
) -> Fit {
    let Some(kind) = line.sort.kind() else {
        return Fit::SAME;
    };
    let said = said_of(line, kind, event, history, events, today);
    let now = history.item(event).map(|item| stored(item.entry));
    let less = kind.fields.iter().filter(|field| {
        let value = now.as_ref().and_then(|now| now.get(field.name));
        let value = value.filter(|value| !value.is_null());
        // Of an application the case's own stands where nothing is said.
        let unsaid = field.name != "jurisdiction" && !line.fields.contains_key(field.name);
        unsaid && value.is_some_and(|value| !is_filled_in(line.sort, field.name, value))
    });
    Fit {
        otherwise: said.otherwise.len(),
        fuller: said.fuller.len(),
        less: less.count(),
    }
}

/// What of a case says whose it is.
const WHO: [&str; 4] = ["origin", "sex", "born", "jurisdiction"];

/// In which of the fields that say whose a case is a line speaks of somebody else: in what both sides know.
pub(super) fn of_another(
    line: &Line<'_>,
    event: EventId,
    events: &[Event],
    today: NaiveDate,
) -> Vec<String> {
    let said = contradicted(line, &CASE, event, events, today).otherwise;
    let history = History::resolve(events, None);
    let now = history.item(event).map(|item| stored(item.entry));
    let is_known = |field: &String| {
        let there = now.as_ref().and_then(|now| now.get(field)?.as_str());
        let here = line.fields.get(field).map(|text| text.to_lowercase());
        there != Some("unknown") && here.as_deref() != Some("unknown")
    };
    let mut who = said;
    who.retain(|field| WHO.contains(&field.as_str()) && is_known(field));
    who
}

/// The entries of earlier imports that stand, and of which none of these lines tells.
pub(super) fn gone(events: &[Event], told: &[Known]) -> Vec<EventId> {
    let history = History::resolve(events, None);
    let of_lines = events
        .iter()
        .filter(|event| !matches!(event.payload.entry, Entry::CaseOpened(_)));
    let untold = of_lines.filter(|event| {
        let name = event.payload.entry.import_ref();
        name.is_some_and(|name| told.iter().all(|one| one.name != *name))
            && history.item(event.id).is_some()
    });
    untold.map(|event| event.id).collect()
}

/// The entry of which a row seems to say something else: one of its sort, and in the matter of what the row is about, whose own
/// row is gone, the most alike.
pub(super) fn moved(
    line: &Line<'_>,
    on: Option<EventId>,
    case: &Case,
    gone: &mut Vec<EventId>,
    events: &[Event],
    today: NaiveDate,
) -> Option<EventId> {
    let kind = line.sort.kind()?;
    let matter = |of: EventId| Some(case.named(of)?.matter().id());
    let about = on.and_then(matter);
    let of_sort = |id: &EventId| {
        let event = events.iter().find(|event| event.id == *id);
        event.is_some_and(|event| {
            let entry = &event.payload.entry;
            let own = about.zip(entry.on().and_then(matter));
            is_of(line.sort, entry) && own.is_none_or(|(about, own)| about == own)
        })
    };
    let all = gone.iter().copied().filter(of_sort);
    let found = all.filter(|id| !leaps(line, *id, case)).min_by_key(|id| {
        let said = contradicted(line, kind, *id, events, today);
        said.otherwise.len().saturating_add(said.fuller.len())
    })?;
    gone.retain(|id| *id != found);
    Some(found)
}

/// Whether an application would leap over another one of the case: a day that is put right stays between those of the others.
fn leaps(line: &Line<'_>, id: EventId, case: &Case) -> bool {
    let day = |application: &Application| application.lodged().map(PartialDate::earliest);
    let mut said = ["lodged", "registered", "made"].into_iter();
    let said = said.find_map(|name| line.fields.get(name)?.parse().ok());
    let here = case.applications.iter().find(|one| one.id == id);
    let Some((from, to)) = here.and_then(day).zip(said.map(PartialDate::earliest)) else {
        return false;
    };
    let between = |day: NaiveDate| from.min(to) < day && day < from.max(to);
    case.applications.iter().filter_map(day).any(between)
}

/// Whether an entry is of the sort that a line is.
fn is_of(sort: Sort, entry: &Entry) -> bool {
    match (entry, sort) {
        (Entry::DeadlineSet(_), Sort::Deadline)
        | (Entry::DeadlineActed(_), Sort::Act)
        | (Entry::CaseClosed(_), Sort::Close) => true,
        (entry, _) => {
            let kinds = Kind::of(entry).zip(sort.kind());
            kinds.is_some_and(|(own, kind)| *own == *kind)
        }
    }
}

/// The entries that a person recorded here, and that stand: no import has a name for them.
pub(super) fn by_hand(events: &[Event]) -> Vec<EventId> {
    let history = History::resolve(events, None);
    let by_hand = history.items.iter().filter(|item| {
        let first = &item.root.payload;
        let is_line = Kind::of(item.entry).is_some()
            || matches!(item.entry, Entry::DeadlineSet(_) | Entry::DeadlineActed(_));
        is_line && first.via != Some(Via::Import) && first.entry.import_ref().is_none()
    });
    by_hand.map(|item| item.root.id).collect()
}

/// What a line says that it is about, and whose it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct About {
    pub on: Option<EventId>,
    pub person: Option<u16>,
    /// Which deadline something was done about.
    pub deadline: Option<DeadlineId>,
}

/// The entry that a person recorded and that says what a line says, or more: it is of the same sort and day, and nothing
/// in the line is otherwise. No two lines are the same one.
pub(super) fn recorded(
    line: &Line<'_>,
    about: About,
    by_hand: &mut Vec<EventId>,
    events: &[Event],
    today: NaiveDate,
) -> Option<EventId> {
    let kind = line.sort.kind()?;
    let history = History::resolve(events, None);
    let what = line.fields.get("what").filter(|what| *what != "other");
    let alike = |id: &EventId| {
        let item = history.item(*id)?;
        let other_thing = item.entry.on().zip(about.on);
        let fits = is_of(line.sort, item.entry)
            && about.person.is_none_or(|person| person == item.person())
            && other_thing.is_none_or(|(its, said)| its == said)
            && match item.entry {
                Entry::DeadlineSet(set) => what.is_none_or(|what| *what == set.what),
                Entry::DeadlineActed(acted) => about.deadline == Some(acted.deadline),
                Entry::DeadlineTold(told) => about.deadline == Some(told.deadline),
                _ => true,
            };
        if !fits {
            return None;
        }
        let said = contradicted(line, kind, *id, events, today);
        let mut days = kind.fields.iter().filter(|field| field.form.is_day());
        let same_day = days.any(|field| {
            line.fields.contains_key(field.name) && !said.fuller.contains_key(field.name)
        });
        (same_day && said.otherwise.is_empty()).then_some(said.fuller.len())
    };
    let all = by_hand.iter().filter_map(|id| Some((alike(id)?, *id)));
    // Of several that fit as well the first.
    let (_, found) = all.reduce(|best, next| if next.0 < best.0 { next } else { best })?;
    by_hand.retain(|id| *id != found);
    Some(found)
}

/// The days that an import has by hand and that the rules reckon otherwise: those that it brought, and of those that an
/// earlier one brought those that still wait. What the sheet has now stands beside ours, not what an older one had.
pub(super) fn differing(
    case: &Case,
    lines: &BTreeMap<EventId, usize>,
    said: &BTreeMap<EventId, NaiveDate>,
    roots: &[EventId],
    today: NaiveDate,
) -> Vec<DifferingDay> {
    let told = case
        .deadlines
        .iter()
        .filter_map(|deadline| match &deadline.source {
            Source::Set(set) => Some((deadline, set, *lines.get(&deadline.event)?)),
            Source::Computed(_) => None,
        });
    let told = told.filter(|(deadline, ..)| {
        roots.contains(&deadline.event) || deadline.standing(case, today).is_open()
    });
    let all = told.filter_map(|(deadline, set, row)| {
        let sheet = said.get(&deadline.event).copied().unwrap_or(set.due);
        let (rule, ours, nearer) = compared(case, deadline, set, sheet, today)?;
        let days = sheet.signed_duration_since(ours).num_days();
        (days != 0).then(|| DifferingDay {
            row,
            case: number_of(case),
            rule,
            sheet,
            ours,
            days,
            nearer,
        })
    });
    all.collect()
}

/// The reckoned day with which one by hand is compared. Of those that wait it is the earliest that the sheet would miss, a
/// remedy first: whoever goes by the sheet is late for that one, however well its day fits another. Where it does, that one
/// is named, too.
fn compared(
    case: &Case,
    deadline: &Deadline,
    set: &DeadlineSet,
    sheet: NaiveDate,
    today: NaiveDate,
) -> Option<(String, NaiveDate, Option<String>)> {
    let any = set.what.strip_suffix(":any").map(|sort| format!("{sort}:"));
    let stands_for = |met_by: &[String]| {
        let fits = |act: &String| {
            let of_sort = any.as_ref().is_some_and(|sort| act.starts_with(sort));
            *act == set.what || of_sort
        };
        set.what == "other" || met_by.iter().any(fits)
    };
    let mut all: Vec<Candidate<'_>> = Vec::new();
    for one in &case.deadlines {
        let Some(computed) = one.computed() else {
            continue;
        };
        let own = one.person == deadline.person && computed.actor == set.actor;
        let by_law = !computed.rule.starts_with("nansen.") && !computed.waiting;
        let Some(due) = one.due().filter(|_| own && by_law) else {
            continue;
        };
        if stands_for(&computed.met_by) {
            all.push(Candidate {
                rule: &computed.rule,
                due,
                open: one.standing(case, today).is_open(),
                remedy: computed.met_by.iter().any(|act| act.starts_with("appeal:")),
                leave: one.asks_to_leave(),
                same: set.on.is_some_and(|on| on == computed.trigger),
            });
        }
    }
    let away = |one: &Candidate<'_>| one.due.signed_duration_since(sheet).num_days().abs();
    let nearest = all.iter().min_by_key(|one| (away(one), !one.remedy));
    let nearest = nearest.map(|one| (one.rule.to_owned(), away(one)));
    // The narrowest that leaves some: of the act it is on, still open, and no mere duty to leave.
    let narrower: [fn(&Candidate<'_>) -> bool; 3] =
        [|one| one.same, |one| one.open, |one| !one.leave];
    for fits in narrower {
        if all.iter().any(fits) {
            all.retain(fits);
        }
    }
    let waits = all.iter().any(|one| one.open);
    let missed = all.iter().filter(|one| waits && one.due < sheet);
    let missed = missed.min_by_key(|one| (!one.remedy, one.due));
    let closest = || all.iter().min_by_key(|one| (away(one), !one.remedy));
    let found = missed.or_else(closest)?;
    let nearer = nearest.filter(|(_, days)| *days < away(found));
    let nearer = nearer.map(|(rule, _)| rule);
    Some((found.rule.to_owned(), found.due, nearer))
}

/// A reckoned day that one by hand could stand for.
struct Candidate<'a> {
    rule: &'a str,
    due: NaiveDate,
    open: bool,
    remedy: bool,
    leave: bool,
    same: bool,
}
