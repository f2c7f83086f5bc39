//! `record`: appends one event to a case, with the deadlines it opens or moves.

use chrono::NaiveDate;
use serde_json::{Map, json};

use crate::app::alarm;
use crate::app::bulk::OF_PERSONS;
use crate::app::consent;
use crate::app::error::AppError;
use crate::app::fields::{Fault, Fields, Kind, Problem};
use crate::app::find;
use crate::app::own;
use crate::app::session::{Session, number_of};
use crate::app::view::Recorded;
use crate::app::whose::{self, Whom};
use crate::app::write::Inside;
use crate::base::id::{CaseId, EventId};
use crate::domain::case::{Case, Named};
use crate::domain::check::{Objection, implied_protection};
use crate::domain::code::{Outcome, Purpose, ReviewOutcome};
use crate::domain::event::{DecisionMade, Entry, Payload, ServiceDates};
use crate::domain::matter::Matter;
use crate::store::Reader;

/// What is to be recorded.
#[derive(Debug)]
pub struct Input {
    /// The case.
    pub case: CaseId,
    /// What happened.
    pub kind: &'static Kind,
    /// With which fields.
    pub fields: Fields,
    /// For whom.
    pub whom: Whom,
    /// Why it is recorded although it contradicts the history.
    pub even_so: Option<String>,
}

impl Session<'_> {
    /// Records one event.
    ///
    /// # Errors
    /// Faulty fields, or an [`Objection`] that `even_so` does not lift.
    pub fn record(&mut self, input: &Input) -> Result<Recorded, AppError> {
        let written = self.inside(|now| {
            let case = now.case(input.case)?;
            let payloads = judge(now, &case, input)?;
            let mut written = now.append_all(case, payloads)?;
            alarm::follow(now, &mut written)?;
            if !written.others.is_empty() {
                let all = [&written.event].into_iter().chain(&written.others);
                let all = all.map(|event| event.id).collect();
                now.made_at_once(OF_PERSONS, all)?;
            }
            Ok::<_, AppError>(written)
        })?;
        Ok(self.recorded(&written))
    }
}

fn judge(now: &Inside<'_, '_>, case: &Case, input: &Input) -> Result<Vec<Payload>, AppError> {
    let entries = meant(now.tx, case, input, now.today())?.into_iter();
    let payload = |(person, entry)| Payload {
        person,
        even_so: input.even_so.clone(),
        ..now.payload(entry)
    };
    Ok(entries.map(payload).collect())
}

/// The entries that the input means in this case: one for each person.
pub(super) fn meant(
    reader: &Reader,
    case: &Case,
    input: &Input,
    today: NaiveDate,
) -> Result<Vec<(u16, Entry)>, AppError> {
    let on = input.fields.get("on").map(|on| find::on(reader, case, on));
    let on = on.transpose()?;
    let persons = whose::persons(reader, case, input, today)?;
    let of = on.and_then(|on| case.person_of(on));
    let entry = |person: u16| {
        if let Some(other) = of.filter(|of| *of != person) {
            return Err(whose::objection(case, Objection::OtherPerson(other)));
        }
        let mut entry = for_one(reader, case, person, input, on, today)?;
        entry.set_of_one(input.whom != Whom::Unsaid && case.has_several());
        members_exist(reader, &entry)?;
        Ok((person, entry))
    };
    persons.into_iter().map(entry).collect()
}

/// The entry that the input means for one person, who sees nothing of the others.
fn for_one(
    reader: &Reader,
    case: &Case,
    person: u16,
    input: &Input,
    on: Option<EventId>,
    today: NaiveDate,
) -> Result<Entry, AppError> {
    let own = case.only(person);
    let even_so = input.even_so.is_some();
    let (kind, fields) = (input.kind, &input.fields);
    let mut entry = build(&own, kind, fields, on, today, even_so)
        .map_err(|refusal| refusal.into_error(case))?;
    own::judge(reader, &mut entry, today)?;
    let lifted = |objection: &Objection| even_so && objection.can_be_so();
    let again = says_nothing_new(&own, &entry).then_some(Objection::Twice);
    let found = case.fresh_objections_of(person, &entry).into_iter();
    let mut objections = found.chain(again);
    if let Some(objection) = objections.find(|objection| !lifted(objection)) {
        return Err(whose::objection(case, objection));
    }
    if Case::refers_out(&entry) {
        consent::permit(case, &[person], Purpose::Referral)?;
    }
    Ok(entry)
}

/// Checks that whoever is to do something is a member.
pub(super) fn members_exist(reader: &Reader, entry: &Entry) -> Result<(), AppError> {
    match entry {
        Entry::TaskAdded(task) => match &task.to {
            Some(alias) => find::member(reader, alias),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Whether a service gives only days that its decision has already.
fn says_nothing_new(case: &Case, entry: &Entry) -> bool {
    let Entry::DecisionServed(service) = entry else {
        return false;
    };
    let Some((_, _, decision)) = case.decision(service.on) else {
        return false;
    };
    let days = |dates: &ServiceDates| serde_json::to_value(dates).unwrap_or_default();
    let (known, given) = (days(&decision.data.service), days(&service.service));
    let known_day = |(name, day)| known.get(name) == Some(day);
    let means = service
        .means
        .is_none_or(|means| decision.data.means == Some(means));
    means
        && given
            .as_object()
            .is_some_and(|given| given.iter().all(known_day))
}

/// Why an entry could not be built.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Faulty fields.
    Fields(Vec<Fault>),
    /// It contradicts the history.
    History(Objection),
}

impl Refusal {
    pub(super) fn into_error(self, case: &Case) -> AppError {
        match self {
            Self::Fields(faults) => AppError::Fields(faults),
            Self::History(objection) => AppError::History {
                case: number_of(case),
                objection,
            },
        }
    }
}

/// Builds an entry for a case: finds what it is about, fills in what follows from the case, and checks
/// that the fields go together.
pub(super) fn build(
    case: &Case,
    kind: &Kind,
    fields: &Fields,
    on: Option<EventId>,
    today: NaiveDate,
    even_so: bool,
) -> Result<Entry, Refusal> {
    let mut base = Map::new();
    // A first reading without `on` gives the dates that decide what it is about.
    let stand_in = Some(case.opened_by.unwrap_or(EventId([0; 16])));
    let needs_on = matches!(
        kind.name,
        "decision" | "service" | "appeal" | "referral-outcome" | "task-act" | "detention-review"
    );
    if kind.name == "application"
        && let Some(opened) = &case.opened
    {
        base.insert("jurisdiction".to_owned(), json!(opened.jurisdiction));
    }
    if matches!(kind.name, "consent" | "leave" | "field") {
        base.insert("date".to_owned(), json!(today.to_string()));
    }
    if kind.name == "field" {
        // Until `own` has looked for the declaration.
        base.insert("declared".to_owned(), json!(EventId([0; 16])));
    }
    let draft = kind
        .entry(
            fields,
            if needs_on { stand_in } else { on },
            base.clone(),
            today,
        )
        .map_err(Refusal::Fields)?;
    let target = case.about(&draft, on, even_so).map_err(Refusal::History)?;
    let mut entry = match target {
        None => draft,
        Some(target) => kind
            .entry(fields, Some(target), base, today)
            .map_err(Refusal::Fields)?,
    };
    match &mut entry {
        Entry::PaperFiled(filing) => {
            filing.on = case
                .to_file(filing.on, filing.kind)
                .map_err(Refusal::History)?;
        }
        Entry::FactLearned(fact) => {
            fact.on = case
                .to_bind(fact.on, &fact.name)
                .map_err(Refusal::History)?;
        }
        _ => {}
    }
    fill_in(case, &mut entry);
    let faults = together(&entry);
    if faults.is_empty() {
        Ok(entry)
    } else {
        Err(Refusal::Fields(faults))
    }
}

/// What a grant means by itself, where the application can only mean one form of protection.
pub(super) fn fill_in(case: &Case, entry: &mut Entry) {
    if let Entry::DecisionMade(decision) = entry
        && decision.outcome == Outcome::Granted
        && decision.protection.is_none()
        && let Some(Named::Matter(Matter::Application(application))) = case.named(decision.on)
    {
        decision.protection = implied_protection(application);
    }
}

/// The fields that do not go with an outcome.
pub(super) fn misplaced(outcome: Outcome) -> &'static [&'static str] {
    match outcome {
        Outcome::Granted => &["reason"],
        Outcome::Allowed => &["basis", "reason"],
        Outcome::Refused => &["protection", "refused", "reason", "until"],
        Outcome::Closed => &["protection", "refused", "basis", "until"],
        Outcome::Dismissed | Outcome::Remitted | Outcome::Revoked | Outcome::Rescinded => {
            &["protection", "refused", "basis", "reason", "until"]
        }
    }
}

/// Faults of fields that are right alone and wrong together.
pub(super) fn together(entry: &Entry) -> Vec<Fault> {
    let one_of = |names: &'static [&'static str]| Fault {
        field: names.first().copied().unwrap_or_default().to_owned(),
        problem: Problem::OneOf(names),
    };
    match entry {
        Entry::DecisionMade(decision) => decision_faults(decision),
        Entry::DetentionReviewed(review)
            if review.outcome == ReviewOutcome::Planned && review.next.is_none() =>
        {
            vec![Fault {
                field: "next".to_owned(),
                problem: Problem::Missing,
            }]
        }
        Entry::AppealLodged(appeal) if appeal.act.first().is_none() => {
            vec![one_of(&["lodged", "sent", "arrived"])]
        }
        Entry::PaperFiled(filing) if filing.act.first().is_none() => {
            vec![one_of(&["lodged", "sent", "arrived"])]
        }
        Entry::ApplicationLodged(application) => {
            let dated = [application.lodged, application.registered, application.made];
            if dated.iter().any(Option::is_some) {
                Vec::new()
            } else {
                vec![one_of(&["lodged", "registered", "made"])]
            }
        }
        Entry::DecisionServed(service) => {
            let s = &service.service;
            let days = [
                s.notified,
                s.served,
                s.received,
                s.sent,
                s.handed_over,
                s.learned,
                s.final_form,
                s.in_force,
            ];
            if days.iter().any(Option::is_some) {
                Vec::new()
            } else {
                vec![one_of(&["notified", "served", "received", "sent"])]
            }
        }
        _ => Vec::new(),
    }
}

fn decision_faults(decision: &DecisionMade) -> Vec<Fault> {
    let outcome = decision.outcome;
    let unfit = |there: bool, field: &str| {
        (there && misplaced(outcome).contains(&field)).then(|| Fault {
            field: field.to_owned(),
            problem: Problem::Outcome,
        })
    };
    let missing = |absent: bool, field: &str| {
        absent.then(|| Fault {
            field: field.to_owned(),
            problem: Problem::Missing,
        })
    };
    let s = &decision.service;
    let undated = [
        decision.decided,
        s.notified,
        s.served,
        s.received,
        s.sent,
        s.handed_over,
    ]
    .iter()
    .chain([&s.learned, &s.final_form])
    .all(Option::is_none);
    let dateless = undated.then(|| Fault {
        field: "decided".to_owned(),
        problem: Problem::OneOf(&["decided", "notified", "served", "received", "sent"]),
    });
    [
        unfit(decision.protection.is_some(), "protection"),
        unfit(decision.refused.is_some(), "refused"),
        unfit(decision.basis.is_some(), "basis"),
        unfit(decision.reason.is_some(), "reason"),
        unfit(decision.until.is_some(), "until"),
        missing(
            outcome == Outcome::Granted && decision.protection.is_none(),
            "protection",
        ),
        dateless,
    ]
    .into_iter()
    .flatten()
    .collect()
}
