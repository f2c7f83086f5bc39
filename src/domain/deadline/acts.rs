//! Which acts of a case meet a deadline or make it needless.

use chrono::NaiveDate;

use super::Deadline;
use crate::base::date::PartialDate;
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::case::{Case, Lived, Named};
use crate::domain::code::{
    Actor, AppealKind, AppealState, ApplicationOrder, ApplicationState, DateBasis, HappeningKind,
    Outcome,
};
use crate::domain::event::{ActDates, DeadlineComputed, PaperFiled, SavedBy};
use crate::domain::matter::Matter;

/// What the acts of a case say about one deadline.
pub(super) enum Found {
    Done(NaiveDate),
    /// Done on a day that is not known well enough to say whether it was in time.
    Sometime(NaiveDate),
    Sent(NaiveDate),
    Needless(NaiveDate),
    Nothing,
}

/// Looks for acts among the entries of a case.
pub(super) struct Acts<'a> {
    pub(super) case: &'a Case,
    pub(super) computed: &'a DeadlineComputed,
    /// Whose deadline it is.
    pub(super) person: u16,
    pub(super) due: Option<NaiveDate>,
    pub(super) day: NaiveDate,
}

impl Acts<'_> {
    pub(super) fn look(&self) -> Found {
        let met = self.acts(&self.computed.met_by, false);
        let done: Vec<PartialDate> = met
            .iter()
            .filter_map(|act| self.counts(act))
            .filter(|date| date.earliest() <= self.day)
            .collect();
        let in_time = |on: NaiveDate| self.due.is_none_or(|due| on <= due);
        let surely = done.iter().map(|d| d.latest()).filter(|d| in_time(*d));
        if let Some(on) = surely.min() {
            return Found::Done(on.min(self.day));
        }
        let perhaps = done.iter().map(|d| d.earliest());
        match perhaps.min() {
            // What fell away since asks nobody any more whether it was in time.
            Some(on) if in_time(on) => {
                return self.needless().map_or(Found::Sometime(on), Found::Needless);
            }
            Some(on) => return Found::Done(on),
            None => {}
        }
        let sent = met.iter().filter_map(|act| act.sent);
        let sent = sent.map(PartialDate::earliest).filter(|d| *d <= self.day);
        if let Some(on) = sent.min() {
            return Found::Sent(on);
        }
        self.needless().map_or(Found::Nothing, Found::Needless)
    }

    /// The first day, by the one looked at, on which nothing was asked any more.
    fn needless(&self) -> Option<NaiveDate> {
        let moot = self.acts(&self.computed.moot_by, true);
        let mut needless: Vec<NaiveDate> = moot
            .iter()
            .filter_map(ActDates::first)
            .map(PartialDate::earliest)
            .collect();
        needless.extend(self.overtaken());
        needless.extend(self.fallen());
        needless.into_iter().filter(|day| *day <= self.day).min()
    }

    /// The day on which the decision itself fell: then nothing is left to find out or to fight.
    fn fallen(&self) -> Option<NaiveDate> {
        match self.case.named(self.computed.trigger)? {
            Named::Decision(matter, _, decision) if self.computed.actor == Actor::Applicant => {
                let by = matter.fell_by(decision.id)?;
                by.day().map(PartialDate::earliest)
            }
            _ => None,
        }
    }

    /// The day of an act that counts against the deadline.
    fn counts(&self, act: &ActDates) -> Option<PartialDate> {
        let counting = match self.computed.saved_by {
            SavedBy::Arrival => [act.lodged, act.arrived, None],
            SavedBy::Sending | SavedBy::Act => [act.sent, act.lodged, act.arrived],
        };
        counting
            .into_iter()
            .flatten()
            .min_by_key(|date| (date.latest(), date.earliest()))
    }

    /// Days on which the matter itself fell away: another remedy that the law gives against the same act was
    /// used in time, or what was refused was granted later.
    fn overtaken(&self) -> Vec<NaiveDate> {
        let computed = self.computed;
        let with_remedy = |form: &String| {
            form.starts_with("appeal:")
                || matches!(
                    form.as_str(),
                    "filing:appeal_grounds" | "filing:interim_measure"
                )
        };
        if computed.met_by.is_empty() || !computed.met_by.iter().all(with_remedy) {
            return Vec::new();
        }
        let mut days = Vec::new();
        if computed
            .met_by
            .iter()
            .all(|form| form.starts_with("appeal:"))
        {
            days.extend(self.other_remedies());
        }
        if let Some(application) = self.scope()
            && application.state() == ApplicationState::Granted
            && let Some(grant) = application.grant()
            && grant.id != computed.trigger
            && self.gives(application, grant)
        {
            let after = grant.day().map(PartialDate::earliest);
            days.extend(after.filter(|day| *day >= computed.trigger_date.earliest()));
        }
        days
    }

    /// Whether a grant gives what the decision that opened the deadline refused; a lesser one leaves the rest to
    /// be fought for. A measure falls with any.
    fn gives(&self, application: &Application, grant: &Decision) -> bool {
        let kind = application.data.kind;
        match self.case.named(self.computed.trigger) {
            Some(Named::Decision(_, _, refusal)) => grant.gives_what(refusal, kind),
            Some(Named::Appeal(_, appeal)) => match self.case.decision(appeal.data.on) {
                Some((_, _, refusal)) => grant.gives_what(refusal, kind),
                None => grant.refused_beside(kind).is_empty(),
            },
            Some(Named::Matter(_)) | None => true,
        }
    }

    /// Remedies used in time against what opened the deadline, of kinds that another rule gives for it.
    fn other_remedies(&self) -> impl Iterator<Item = NaiveDate> {
        let given = |kind: AppealKind| {
            let form = format!("appeal:{kind}");
            let siblings = self.case.deadlines.iter().filter_map(Deadline::computed);
            siblings
                .filter(|other| other.trigger == self.computed.trigger)
                .any(|other| other.met_by.contains(&form) || other.moot_by.contains(&form))
        };
        let attacked = |appeal: &&Appeal| appeal.data.on == self.computed.trigger;
        self.case
            .matters()
            .flat_map(Matter::appeals)
            .filter(attacked)
            .filter(move |appeal| given(appeal.data.kind) && self.stands(appeal))
            .filter_map(|appeal| appeal.data.act.first())
            .filter(|date| self.due.is_none_or(|due| date.latest() <= due))
            .map(PartialDate::earliest)
    }

    fn scope(&self) -> Option<&Application> {
        self.computed.scope.and_then(|id| self.case.scope(id))
    }

    /// The dates of every act of the case that one of the forms names. For what makes a deadline needless
    /// (`reached`), an answer counts from the day on which the person had it.
    fn acts(&self, forms: &[String], reached: bool) -> Vec<ActDates> {
        forms
            .iter()
            .filter_map(|form| form.split_once(':'))
            .flat_map(|(sort, kind)| match sort {
                "appeal" => self.appeals(kind),
                "application" => self.applications(kind),
                "filing" => self.filings(kind),
                "record" => self.records(kind),
                "decision" => self.decisions(kind, reached),
                _ => Vec::new(),
            })
            .collect()
    }

    /// Not before the day that opened the deadline; undated acts count by their being there.
    fn after(&self, act: &ActDates) -> bool {
        act.first()
            .is_none_or(|date| date.latest() >= self.begun().earliest())
    }

    /// The day that opened the deadline. What runs out was opened by its being given, what runs from the end of
    /// another limit or of a fiction by the act itself.
    pub(super) fn begun(&self) -> PartialDate {
        let trigger = self.computed.trigger;
        let given = || {
            let decision = self.case.decision(trigger);
            let mut papers = self.case.happenings.iter();
            decision
                .and_then(|(_, _, decision)| decision.day())
                .or_else(|| {
                    papers
                        .find(|paper| paper.id == trigger)
                        .map(|p| p.data.date)
                })
        };
        let date = self.computed.trigger_date;
        let later = self.case.decision(trigger).is_some_and(|(_, _, d)| {
            let s = &d.data.service;
            let told = [s.notified, s.served, s.received, s.learned];
            let other = [d.data.decided, s.sent, s.handed_over, s.final_form];
            let known = told.into_iter().chain(other).flatten();
            known.map(PartialDate::latest).max() < Some(date.earliest())
        });
        (later || self.computed.basis == DateBasis::Expires)
            .then(given)
            .flatten()
            .unwrap_or(date)
    }

    /// Whether a remedy counts: one that ended without a decision leaves the deadline open for as long as it runs.
    fn stands(&self, appeal: &Appeal) -> bool {
        let runs = self.due.is_some_and(|due| self.day <= due);
        let last = appeal.decisions.last().and_then(Decision::day);
        let ended = appeal.state() == AppealState::Closed
            && last.is_some_and(|last| last.earliest() <= self.day);
        !(runs && ended)
    }

    fn appeals(&self, kind: &str) -> Vec<ActDates> {
        let trigger = self.computed.trigger;
        let attacks = |appeal: &Appeal| match self.case.named(trigger) {
            Some(Named::Decision(..)) => appeal.data.on == trigger,
            // A measure ordered in a decision falls with it; what was lodged before the order cannot attack it.
            Some(Named::Matter(Matter::Measure(measure))) => {
                let shared = |on| on == appeal.data.on && self.case.decision(on).is_some();
                let ordered = self.computed.trigger_date.earliest();
                let first = appeal.data.act.first().map(PartialDate::earliest);
                appeal.data.on == trigger
                    || (measure.data.on.is_some_and(shared) && first >= Some(ordered))
            }
            // After a remedy that stayed without an answer: against its silence, or again against the same act.
            Some(Named::Appeal(matter, before)) => {
                // Its silence has to last first; the act itself can be attacked again meanwhile.
                let waited = self.computed.waits_until();
                let last = appeal.data.act.first().map(PartialDate::latest);
                [before.id, before.data.on, matter.id()].contains(&appeal.data.on)
                    && self.after(&appeal.data.act)
                    && (appeal.data.on != before.id || last.is_none_or(|last| Some(last) >= waited))
            }
            Some(Named::Matter(Matter::Application(_))) | None => {
                self.case.scope(appeal.id).map(|a| a.id) == self.computed.scope
                    && self.after(&appeal.data.act)
            }
        };
        self.case
            .matters()
            .flat_map(Matter::appeals)
            .filter(|appeal| kind == "any" || appeal.data.kind.as_str() == kind)
            .filter(|appeal| appeal.id != trigger && attacks(appeal) && self.stands(appeal))
            .map(|appeal| appeal.data.act)
            .collect()
    }

    fn applications(&self, kind: &str) -> Vec<ActDates> {
        let fits = |a: &&Application| match kind {
            "any" => true,
            "subsequent" => a.order() == ApplicationOrder::Subsequent,
            kind => a.data.kind.as_str() == kind,
        };
        // The act that opened a limit never meets it; a later step of the same application does.
        let step = |a: &Application| {
            let own = a.id == self.computed.trigger || Some(a.id) == self.computed.scope;
            match self.computed.trigger_event.as_str() {
                "application_lodged" if own => None,
                "application_made" => a.data.registered.or(a.data.lodged),
                _ if own => a.data.lodged,
                _ => a.data.registered.or(a.data.lodged),
            }
        };
        self.case
            .applications
            .iter()
            .filter(|a| a.person == self.person)
            .filter(fits)
            .filter(|a| a.data.jurisdiction == self.computed.jurisdiction)
            .map(|a| ActDates {
                lodged: step(a),
                ..ActDates::default()
            })
            .filter(|act| act.lodged.is_some() && self.after(act))
            .chain(self.relatives(kind))
            .collect()
    }

    fn filings(&self, kind: &str) -> Vec<ActDates> {
        self.case
            .filings
            .iter()
            .filter(|filing| kind == "any" || filing.data.kind.as_str() == kind)
            .filter(|filing| self.takes(filing))
            .map(|filing| filing.data.act)
            .filter(|act| self.after(act))
            .collect()
    }

    /// Whether a paper filed in something is one for this deadline.
    fn takes(&self, filing: &Lived<PaperFiled>) -> bool {
        let trigger = self.computed.trigger;
        let own = self.case.named(trigger);
        match filing.data.on.and_then(|on| self.case.named(on)) {
            // Filed for nothing in particular: only where one thing could be meant.
            None => {
                let matters = self.case.matters();
                let mut own = matters.filter(|matter| matter.person() == self.person);
                filing.person == self.person && own.nth(1).is_none()
            }
            // What a step opened is met anywhere in the application that the step belongs to.
            Some(named) if own.is_none() => Some(named.matter().id()) == self.computed.scope,
            Some(Named::Decision(_, _, decision)) => decision.id == trigger,
            Some(Named::Appeal(_, appeal)) => {
                appeal.id == trigger
                    || appeal.data.on == trigger
                    || appeal.decisions.iter().any(|d| d.id == trigger)
            }
            Some(Named::Matter(matter)) => {
                own.is_some_and(|own| own.matter().id() == matter.id())
                    || Some(matter.id()) == self.computed.scope
            }
        }
    }

    fn records(&self, kind: &str) -> Vec<ActDates> {
        if matches!(kind, "service" | "sent") {
            let known = self
                .case
                .decision(self.computed.trigger)
                .and_then(|(_, _, decision)| match kind {
                    "sent" => decision.data.service.sent,
                    _ => decision.reached(),
                })
                .filter(|date| date.day().is_some());
            return known
                .map(|day| ActDates {
                    lodged: Some(day),
                    ..ActDates::default()
                })
                .into_iter()
                .collect();
        }
        if matches!(
            kind,
            "risk" | "mandate" | "detention-review" | "review-moved"
        ) {
            let later = match kind {
                "detention-review" => self.case.later_reviews(self.computed.trigger, true),
                "review-moved" => self.case.later_reviews(self.computed.trigger, false),
                _ => self.case.later_care(kind, self.computed.trigger),
            };
            let act = |day| ActDates {
                lodged: Some(day),
                ..ActDates::default()
            };
            let acts = later.into_iter().map(act);
            return acts.filter(|act| self.after(act)).collect();
        }
        if kind == "document-again" {
            return self.case.issued_again(self.computed.trigger);
        }
        let what: Option<HappeningKind> = kind.parse().ok();
        let measures = self.case.measures.iter();
        let measures = measures.map(|m| (m.person, m.id, &m.data));
        let others = self.case.happenings.iter();
        let others = others.map(|h| (h.person, h.id, &h.data));
        measures
            .chain(others)
            .filter(|(person, id, data)| {
                *person == self.person && Some(data.what) == what && *id != self.computed.trigger
            })
            .map(|(_, _, data)| ActDates {
                lodged: Some(data.date),
                ..ActDates::default()
            })
            .filter(|act| self.after(act))
            .collect()
    }

    fn decisions(&self, kind: &str, reached: bool) -> Vec<ActDates> {
        let outcome: Option<Outcome> = kind.parse().ok();
        let trigger = self.computed.trigger;
        let from_appeal = matches!(self.case.named(trigger), Some(Named::Appeal(..)));
        let matter = self.case.named(trigger).map(|named| named.matter().id());
        self.case
            .decisions()
            .filter(|(of, _, _)| of.person() == self.person)
            .filter(|(_, _, decision)| kind == "any" || Some(decision.data.outcome) == outcome)
            .filter(|(of, appeal, decision)| {
                if from_appeal {
                    // Of a remedy that opened the deadline only its own answer counts.
                    return appeal.is_some_and(|appeal| appeal.id == trigger);
                }
                let same = Some(of.id()) == matter
                    || Some(of.id()) == self.computed.scope
                    || (matter.is_none() && self.computed.scope.is_none());
                let later = if same {
                    self.later(decision)
                } else {
                    self.renews(*of, decision) && self.is_day_after(decision)
                };
                later && decision.id != trigger
            })
            .filter_map(|(_, _, decision)| {
                if from_appeal && reached {
                    decision.reached()
                } else {
                    decision.day()
                }
            })
            .map(|day| ActDates {
                lodged: Some(day),
                ..ActDates::default()
            })
            .filter(|act| self.after(act))
            .collect()
    }

    /// Whether a decision comes after the one that opened the deadline; days can be too vague to tell. A paper is
    /// given with a grant: only one of a later day is another.
    fn later(&self, decision: &Decision) -> bool {
        let trigger = self.computed.trigger;
        match self.case.decision(trigger) {
            Some((Matter::Application(application), _, _)) => {
                let place = |id| application.course().position(|(_, d)| d.id == id);
                place(decision.id) > place(trigger)
            }
            Some(_) => true,
            None => self.case.named(trigger).is_some() || self.is_day_after(decision),
        }
    }

    fn is_day_after(&self, decision: &Decision) -> bool {
        let day = decision.day().map(PartialDate::earliest);
        day.is_some_and(|day| day > self.begun().latest())
    }

    /// Whether a grant on another application gives again, under the same law, the protection that runs out here.
    fn renews(&self, of: Matter<'_>, decision: &Decision) -> bool {
        let trigger = self.case.decision(self.computed.trigger);
        let running = trigger.and_then(|(_, _, decision)| decision.data.protection);
        self.computed.actor == Actor::Document
            && running.is_some()
            && decision.data.protection == running
            && of
                .application()
                .is_some_and(|a| a.data.jurisdiction == self.computed.jurisdiction)
    }
}
