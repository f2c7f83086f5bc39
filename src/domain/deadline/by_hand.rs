//! Which acts of a case meet a deadline that a person entered.

use chrono::NaiveDate;

use super::Deadline;
use super::acts::Found;
use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::case::Case;
use crate::domain::event::{ActDates, DeadlineSet};
use crate::domain::matter::Matter;

/// A deadline that a person entered is met by the act it names, in the same matter, where that is done after it was
/// set. What was done before may be what was asked for, or not: a person must say.
pub(super) fn by_hand(
    case: &Case,
    deadline: &Deadline,
    set: &DeadlineSet,
    day: NaiveDate,
) -> Found {
    let due = deadline.due();
    let acts = named_acts(&case.only(deadline.person), set);
    let done: Vec<PartialDate> = acts
        .iter()
        .filter_map(|act| act.lodged.or(act.arrived))
        .filter(|date| date.earliest() <= day)
        .collect();
    let since = deadline.since.unwrap_or(NaiveDate::MIN);
    let clear = |date: &&PartialDate| {
        date.earliest() >= since
            && due.is_none_or(|due| date.latest() <= due || date.earliest() > due)
    };
    let surely = done.iter().filter(clear).map(|date| date.latest());
    if let Some(on) = surely.min() {
        return Found::Done(on.min(day));
    }
    if let Some(on) = done.iter().map(|date| date.earliest()).min() {
        return Found::Sometime(on);
    }
    let sent = acts.iter().filter_map(|act| act.sent);
    let sent = sent
        .map(PartialDate::earliest)
        .filter(|on| *on <= day && *on >= since);
    sent.min().map_or(Found::Nothing, Found::Sent)
}

/// The acts of the kind that a person named, in the matter that the deadline follows from. Where none is named, only
/// in a case with one.
fn named_acts(case: &Case, set: &DeadlineSet) -> Vec<ActDates> {
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
            .map(|filing| filing.data.act)
            .collect(),
        "appeal" => {
            // A remedy against one decision is none against another.
            let against = set.on.filter(|on| case.decision(*on).is_some());
            case.matters()
                .flat_map(Matter::appeals)
                .filter(|appeal| fits(appeal.data.kind.as_str()) && here(Some(appeal.id)))
                .filter(|appeal| against.is_none_or(|against| appeal.data.on == against))
                .map(|appeal| appeal.data.act)
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
            .collect(),
        _ => Vec::new(),
    }
}
