//! Which acts of a case meet a deadline that a person entered.

use chrono::NaiveDate;

use super::Deadline;
use super::acts::Found;
use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::application::Decision;
use crate::domain::case::Case;
use crate::domain::event::{ActDates, DeadlineSet};
use crate::domain::matter::Matter;

/// A deadline that a person entered is met by the act it names, in the same matter, where that is done after it was
/// set. What was done before may be what was asked for, or not: a person must say. Of one that an import brought it is a
/// remedy against the decision that opened it, whenever that came in.
pub(super) fn by_hand(
    case: &Case,
    deadline: &Deadline,
    set: &DeadlineSet,
    day: NaiveDate,
) -> Found {
    let due = deadline.due();
    let acts = named_acts(&case.only(deadline.person), set);
    let set_on = deadline.since.unwrap_or(NaiveDate::MIN);
    let since = |act: &Act| if act.answers { NaiveDate::MIN } else { set_on };
    let done: Vec<(PartialDate, NaiveDate)> = acts
        .iter()
        .filter_map(|act| Some((act.dates.lodged.or(act.dates.arrived)?, since(act))))
        .filter(|(date, _)| date.earliest() <= day)
        .collect();
    let clear = |(date, since): &&(PartialDate, NaiveDate)| {
        date.earliest() >= *since
            && due.is_none_or(|due| date.latest() <= due || date.earliest() > due)
    };
    let surely = done.iter().filter(clear).map(|(date, _)| date.latest());
    if let Some(on) = surely.min() {
        return Found::Done(on.min(day));
    }
    if let Some(on) = done.iter().map(|(date, _)| date.earliest()).min() {
        return Found::Sometime(on);
    }
    let sent = acts
        .iter()
        .filter_map(|act| Some((act.dates.sent?.earliest(), since(act))));
    let sent = sent.filter(|(on, since)| *on <= day && on >= since);
    let first = sent.map(|(on, _)| on).min();
    first.map_or(Found::Nothing, Found::Sent)
}

/// An act of the kind that a deadline asks for.
struct Act {
    dates: ActDates,
    /// It is surely the one that was asked for: against the decision that opened a deadline which came in afterwards.
    answers: bool,
}

impl From<ActDates> for Act {
    fn from(dates: ActDates) -> Self {
        Self {
            dates,
            answers: false,
        }
    }
}

/// The acts of the kind that a person named, in the matter that the deadline follows from. Where none is named, only
/// in a case with one.
fn named_acts(case: &Case, set: &DeadlineSet) -> Vec<Act> {
    let Some((sort, kind)) = set.what.split_once(':') else {
        return Vec::new();
    };
    let fits = |code: &str| kind == "any" || code == kind;
    let matter = |on: Option<EventId>| {
        let on = on?;
        let happening = case.happenings.iter().find(|happening| happening.id == on);
        let on = happening.map_or(Some(on), |happening| happening.data.on)?;
        case.named(on).map(|named| named.matter().id())
    };
    let asked = matter(set.on);
    let here = |on: Option<EventId>| match (asked, matter(on)) {
        (Some(asked), Some(done)) => asked == done,
        _ => case.matters().nth(1).is_none(),
    };
    match sort {
        "filing" => case
            .filings
            .iter()
            .filter(|filing| fits(filing.data.kind.as_str()) && here(filing.data.on))
            .map(|filing| filing.data.act.into())
            .collect(),
        "appeal" => {
            // A remedy against one decision is none against another.
            let against = set.on.filter(|on| case.decision(*on).is_some());
            // Of several decisions the last one that was known by its day.
            let opened = || {
                let day = |decision: &Decision| decision.known().or(decision.data.decided);
                let known = case.decisions().filter(|(matter, _, decision)| {
                    let in_time = day(decision).is_some_and(|day| day.earliest() <= set.due);
                    in_time && matter.is_adverse(decision) && here(Some(decision.id))
                });
                let last = known.max_by_key(|(_, _, decision)| {
                    (day(decision).map(PartialDate::earliest), decision.place)
                });
                last.map(|(_, _, decision)| decision.id)
            };
            let imported = set.import_ref.as_ref();
            let against = against.or_else(|| imported.and_then(|_| opened()));
            case.matters()
                .flat_map(Matter::appeals)
                .filter(|appeal| fits(appeal.data.kind.as_str()) && here(Some(appeal.id)))
                .filter(|appeal| against.is_none_or(|against| appeal.data.on == against))
                .map(|appeal| Act {
                    dates: appeal.data.act,
                    answers: imported.is_some() && against.is_some(),
                })
                .collect()
        }
        "application" => case
            .applications
            .iter()
            .filter(|application| fits(application.data.kind.as_str()))
            .filter(|application| Some(application.id) != asked)
            .map(|application| ActDates {
                lodged: application.data.registered.or(application.data.lodged),
                ..ActDates::default()
            })
            .map(Act::from)
            .collect(),
        _ => Vec::new(),
    }
}
