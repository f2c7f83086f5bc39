//! Asks the rules about a case, and turns stored deadlines into views.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use crate::app::care;
use crate::app::error::AppError;
use crate::app::office_days;
use crate::app::session::{callsign_of, number_of};
use crate::app::view;
use crate::base::date::PartialDate;
use crate::base::id::{DeadlineId, EventId};
use crate::domain::case::Case;
use crate::domain::code::{Actor, DateBasis, DeadlineState, RuleStatus};
use crate::domain::deadline::{
    ATTORNEY, DETENTION_REVIEW, Deadline, FIND_SERVICE, NO_RULE, RENEW, RENEW_FROM, RISK_REVIEW,
    RUNS_OUT, Source,
};
use crate::domain::event::{DeadlineComputed, SavedBy, Step};
use crate::journal;
use crate::rules::{self, Book, Computed, Occurrence};
use crate::store::Reader;

/// Everything the rules attach to a case as it stands, by deadline, and what we ask for ourselves.
pub(super) fn computed(book: &Book, case: &Case) -> BTreeMap<DeadlineId, DeadlineComputed> {
    let persons = case.people.iter();
    persons
        .flat_map(|person| computed_for_one(book, &case.only(person.number)))
        .collect()
}

/// As [`computed`], for one person: nothing that happened to the others bears on their deadlines.
fn computed_for_one(book: &Book, case: &Case) -> BTreeMap<DeadlineId, DeadlineComputed> {
    let mut found = BTreeMap::new();
    // Which day the deadlines of a decision still need; nothing is said of what opened nothing.
    let mut needed: BTreeMap<EventId, Needed> = BTreeMap::new();
    for occurrence in rules::occurrences(book, case) {
        let mut runs_out = false;
        for computed in rules::open_deadlines(book, &occurrence) {
            let needed = needed.entry(occurrence.trigger).or_default();
            needed.service |= computed.counts_from_service;
            needed.sent |= lacks_sending(&computed);
            runs_out |= computed.actor == Actor::Document;
            let deadline = from_rule(&occurrence, computed);
            found.insert(deadline.deadline, deadline);
        }
        let printed = occurrence.facts.get("printed_date");
        if let Some(until) = printed.and_then(|date| date.parse::<PartialDate>().ok())
            && matches!(
                occurrence.event.as_str(),
                "status_granted" | "document_expires"
            )
            && !runs_out
        {
            let deadline = running_out(&occurrence, until);
            found.insert(deadline.deadline, deadline);
        }
    }
    for (matter, appeal, decision) in case.decisions() {
        let unserved = decision.reached().and_then(PartialDate::day).is_none();
        let unsent = decision
            .data
            .service
            .sent
            .and_then(PartialDate::day)
            .is_none();
        let needed = needed.get(&decision.id).copied();
        let (service, sent) = needed.map_or((true, false), |n| (n.service, n.sent));
        // Where time runs from the sending, the arrival helps nothing.
        let asked = match (service && unserved, sent && unsent) {
            (true, _) => Some("service"),
            (false, true) => Some("sent"),
            (false, false) => None,
        };
        if let Some(asked) = asked
            && matter.is_adverse(decision)
        {
            let region = fact(case, "region");
            let own = case.opened.as_ref().map(|opened| &opened.jurisdiction);
            let law = matter.application().map(|a| &a.data.jurisdiction).or(own);
            let law = law.cloned().unwrap_or_default();
            let due = rules::next_working_day(book, &law, region, decision.recorded);
            let date = decision.day().unwrap_or_else(|| decision.recorded.into());
            let mut deadline = ours(FIND_SERVICE, decision.id, &law, date, due);
            deadline.basis = DateBasis::Decided;
            if appeal.is_some() {
                "judgment".clone_into(&mut deadline.trigger_event);
            }
            deadline.scope = case.scope(decision.id).map(|application| application.id);
            deadline.met_by = vec![format!("record:{asked}")];
            if asked == "sent" {
                FIND_SENDING.clone_into(&mut deadline.what);
            }
            found.insert(deadline.deadline, deadline);
        }
    }
    let own = care::reminders(case).chain(office_days::of(case));
    found.extend(own.map(|deadline| (deadline.deadline, deadline)));
    found
}

/// What is to be found where the law counts from the sending.
const FIND_SENDING: &str = "nansen.find-sending";

/// Which of a decision's days are to be found.
#[derive(Debug, Clone, Copy, Default)]
struct Needed {
    service: bool,
    sent: bool,
}

/// Whether another day stands in for that of the sending.
fn lacks_sending(computed: &Computed) -> bool {
    computed.steps.iter().any(|step| {
        let wanted = step.args.get("wanted").map(String::as_str);
        step.text == "step-stands-in" && wanted == Some(DateBasis::Sent.as_str())
    })
}

/// The day on which a case came into the store; today where it comes just now.
pub(super) fn came(
    reader: &Reader,
    before: &Case,
    today: NaiveDate,
) -> Result<NaiveDate, AppError> {
    let Some(opened_by) = before.opened_by else {
        return Ok(today);
    };
    let events = reader.events(before.id)?;
    let opening = events.iter().find(|event| event.id == opened_by);
    let day = opening.map(|event| event.payload.at.date_naive());
    Ok(day.map_or(today, |day| day.min(today)))
}

/// Since when a person's deadlines are ours to keep: the case came into the store, or we took the person on later.
pub(super) fn ours_since(case: &Case, person: u16, came: NaiveDate, today: NaiveDate) -> NaiveDate {
    let own = case.care.mandates.iter();
    let own = own.filter(|mandate| mandate.person == person);
    let mandate = own.map(|mandate| mandate.data.date.earliest()).min();
    mandate.map_or(came, |began| came.max(began)).min(today)
}

/// Those of an open case that had ended before they were ours to keep, and that nobody has settled.
pub(super) fn lapsed(case: &Case, day: NaiveDate) -> impl Iterator<Item = &Deadline> {
    let open = case.is_open();
    let ours = case
        .deadlines
        .iter()
        .filter(move |one| open && one.is_ours());
    ours.filter(move |one| one.standing(case, day).state == DeadlineState::Lapsed)
}

/// How long after a decision its service may still come to light: two years. A period from a day of service that
/// nobody knows has not surely ended before; an archive of cases long past asks nothing any more.
const UNSERVED: Days = Days::new(2 * 366);

/// How long a paper can run of whose end no day is known: longer than the longest of any rule, ten years.
const LONGEST: Days = Days::new(11 * 366);

/// Whether a deadline has surely ended by a day, on the latest day on which it can have begun. `unserved`: the day
/// on which the decision reached the person is not known.
pub(super) fn is_over(computed: &DeadlineComputed, unserved: bool, today: NaiveDate) -> bool {
    let begun = computed.trigger_date;
    let vague = (begun.latest() - begun.earliest()).num_days();
    // The day of the decision or of its sending stands in for one that is not known.
    let stands_in = matches!(
        computed.basis,
        DateBasis::Decided | DateBasis::Sent | DateBasis::HandedOver
    );
    let last = computed.last_arguable.max(computed.due).and_then(|last| {
        let last = last.checked_add_days(Days::new(vague.unsigned_abs()))?;
        if unserved && stands_in && computed.actor == Actor::Applicant {
            last.checked_add_days(UNSERVED)
        } else {
            Some(last)
        }
    });
    // Without a date it is the event that is long past, as far as anything is known of it; a paper runs for years by itself.
    let long = match computed.actor {
        Actor::Document => LONGEST,
        _ => UNSERVED,
    };
    let event = begun.latest().checked_add_days(long);
    let end = if computed.due.is_none() { event } else { last };
    end.is_some_and(|end| end < today)
}

/// What bears a printed end of which no rule speaks.
fn running_out(occurrence: &Occurrence, until: PartialDate) -> DeadlineComputed {
    let (law, trigger) = (&occurrence.jurisdiction, occurrence.trigger);
    let mut deadline = ours(RUNS_OUT, trigger, law, until, until.earliest());
    deadline.actor = Actor::Document;
    deadline.basis = DateBasis::Expires;
    deadline.trigger_event.clone_from(&occurrence.event);
    deadline.scope = occurrence.scope;
    deadline.unconfirmed = until.day().is_none();
    deadline.met_by = vec!["by_hand".to_owned()];
    // A new grant runs for its own time; a passport runs out whatever is granted.
    let of_protection = occurrence
        .facts
        .get("protection")
        .is_some_and(|p| p != "none");
    if occurrence.event == "status_granted" || of_protection {
        deadline.moot_by = vec!["decision:granted".to_owned()];
    }
    deadline
}

/// The adverse acts of a case for which the law data hold no rule, by the entry that tells of each.
pub(super) fn unruled(book: &Book, case: &Case) -> BTreeMap<EventId, Occurrence> {
    let mut adverse: BTreeMap<EventId, Occurrence> = BTreeMap::new();
    let mut known = BTreeSet::new();
    let persons = case.people.iter();
    for occurrence in persons.flat_map(|one| rules::occurrences(book, &case.only(one.number))) {
        if !rules::is_adverse(&occurrence) {
            // A rule on what was granted says nothing of how to fight for the rest.
            continue;
        }
        if rules::knows(book, &occurrence) {
            known.insert(occurrence.trigger);
        }
        adverse.entry(occurrence.trigger).or_insert(occurrence);
    }
    adverse.retain(|trigger, _| !known.contains(trigger));
    adverse
}

/// The deadline that asks a lawyer today, where no time limit is known.
pub(super) fn ask_a_lawyer(occurrence: &Occurrence, today: NaiveDate) -> DeadlineComputed {
    let date = occurrence.first_day().unwrap_or_else(|| today.into());
    let mut deadline = ours(
        NO_RULE,
        occurrence.trigger,
        &occurrence.jurisdiction,
        date,
        today,
    );
    deadline.trigger_event.clone_from(&occurrence.event);
    deadline.scope = occurrence.scope;
    deadline.unconfirmed = true;
    deadline.urgent = true;
    deadline
}

pub(super) fn ours(
    rule: &str,
    trigger: EventId,
    law: &str,
    date: PartialDate,
    due: NaiveDate,
) -> DeadlineComputed {
    let text = match rule {
        FIND_SERVICE => "step-find-service",
        RUNS_OUT => "step-runs-out",
        ATTORNEY => "step-attorney",
        RISK_REVIEW => "step-risk-review",
        DETENTION_REVIEW => "step-detention-review",
        RENEW => "step-renew",
        RENEW_FROM => "step-renew-from",
        _ => "step-no-rule",
    };
    DeadlineComputed {
        deadline: journal::deadline_id(trigger, rule),
        rule: rule.to_owned(),
        rule_version: "1".to_owned(),
        rule_status: RuleStatus::Verified,
        unsigned: false,
        citation: String::new(),
        what: rule.to_owned(),
        actor: Actor::Applicant,
        jurisdiction: law.to_owned(),
        trigger,
        trigger_event: "decision_refused".to_owned(),
        basis: DateBasis::Happened,
        trigger_date: date,
        scope: None,
        due: Some(due),
        due_at: None,
        safe: None,
        last_arguable: None,
        provisional: false,
        unconfirmed: false,
        urgent: false,
        waiting: false,
        steps: vec![Step {
            text: text.to_owned(),
            args: BTreeMap::new(),
            date: Some(due),
        }],
        met_by: Vec::new(),
        moot_by: Vec::new(),
        saved_by: SavedBy::Act,
        restoration: None,
        lapsed: false,
        withdrawn: false,
        replaces: None,
    }
}

fn from_rule(occurrence: &Occurrence, computed: Computed) -> DeadlineComputed {
    let mut steps = computed.steps;
    steps.extend(computed.warnings);
    DeadlineComputed {
        deadline: journal::deadline_id(occurrence.trigger, &computed.rule),
        rule: computed.rule,
        rule_version: computed.rule_version,
        rule_status: computed.rule_status,
        unsigned: computed.unsigned,
        citation: computed.citation,
        what: computed.what,
        actor: computed.actor,
        jurisdiction: computed.jurisdiction,
        trigger: occurrence.trigger,
        trigger_event: computed.trigger_event,
        basis: computed.basis,
        trigger_date: computed.trigger_date,
        scope: occurrence.scope,
        due: computed.due,
        due_at: computed.due_at,
        safe: computed.safe,
        last_arguable: computed.last_arguable,
        provisional: computed.provisional,
        unconfirmed: computed.unconfirmed,
        urgent: computed.urgent,
        waiting: computed.waiting,
        steps,
        met_by: computed.met_by,
        moot_by: computed.moot_by,
        saved_by: computed.saved_by,
        restoration: computed.restoration,
        lapsed: false,
        withdrawn: false,
        replaces: None,
    }
}

/// The value of a fact that holds for the whole case, the latest recorded.
pub(super) fn fact<'a>(case: &'a Case, name: &str) -> Option<&'a str> {
    let fits = |fact: &&crate::domain::case::Lived<crate::domain::event::FactLearned>| {
        fact.data.name == name && fact.data.on.is_none()
    };
    case.facts
        .iter()
        .rev()
        .find(fits)
        .map(|fact| fact.data.value.as_str())
}

/// As [`view`], with a mark where its rule should have been read again by then.
pub(super) fn view_by(
    book: &Book,
    case: &Case,
    deadline: &Deadline,
    day: NaiveDate,
) -> view::Deadline {
    let mut shown = view(case, deadline, day);
    let rule = shown.rule.as_deref().and_then(|id| book.rule(id));
    shown.review_past = rule.is_some_and(|rule| rule.review_by < day);
    shown
}

/// A deadline as people and programs see it at a day.
pub(super) fn view(case: &Case, deadline: &Deadline, day: NaiveDate) -> view::Deadline {
    let standing = deadline.standing(case, day);
    let due = deadline.due();
    let because = deadline
        .acts
        .iter()
        .rev()
        .find_map(|act| act.because.clone());
    // How great the danger is was said of the whole case.
    let of_the_case = deadline.computed().is_some_and(|c| c.rule == RISK_REVIEW);
    let mut shown = view::Deadline {
        id: deadline.id.to_string(),
        case: number_of(case),
        what: String::new(),
        actor: deadline.actor(),
        due,
        due_at: None,
        safe: None,
        last_arguable: None,
        days_left: due.map(|due| (due - day).num_days()),
        state: standing.state,
        rule: None,
        citation: None,
        rule_status: None,
        trigger: None,
        jurisdiction: String::new(),
        provisional: false,
        person: case
            .has_several()
            .then_some(deadline.person)
            .filter(|_| !of_the_case),
        warned: false,
        watched_by: deadline.watched_by.clone(),
        callsign: callsign_of(case),
        worker: case.worker.clone(),
        unsigned: false,
        local: false,
        review_past: false,
        urgent: false,
        waiting: false,
        steps: Vec::new(),
        restoration: None,
        awaits_second: None,
        settled_on: standing.settled,
        because,
        files: (deadline.actor() == Actor::Applicant).then(|| case.files(deadline.person, day)),
        told: deadline.told(case, day).map(|told| view::Told {
            date: told.date,
            means: told.means,
            language: told.language.clone(),
        }),
    };
    match &deadline.source {
        Source::Computed(computed) => {
            shown.what.clone_from(&computed.what);
            shown.due_at.clone_from(&computed.due_at);
            shown.safe = computed.safe;
            shown.last_arguable = computed.last_arguable;
            shown.rule = Some(computed.rule.clone());
            shown.citation = Some(computed.citation.clone()).filter(|text| !text.is_empty());
            shown.rule_status = Some(computed.rule_status).filter(|_| shown.citation.is_some());
            shown.trigger = Some(view::Trigger {
                event: computed.trigger.to_string(),
                basis: computed.basis,
                date: computed.trigger_date,
                canonical: computed.trigger_event.clone(),
            });
            shown.jurisdiction.clone_from(&computed.jurisdiction);
            shown.provisional = computed.provisional;
            shown.unsigned = computed.unsigned;
            shown.local = computed.rule_version.starts_with(rules::LOCAL);
            shown.urgent = computed.urgent;
            shown.waiting = computed.waiting;
            shown.steps.clone_from(&computed.steps);
            shown.restoration.clone_from(&computed.restoration);
        }
        Source::Set(set) => {
            shown.what.clone_from(&set.what);
            shown.jurisdiction = case
                .opened
                .as_ref()
                .map(|o| o.jurisdiction.clone())
                .unwrap_or_default();
        }
    }
    shown
}
