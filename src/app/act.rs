//! `close`, `reopen`, `assign` and what people do about deadlines: short entries about a case.

use chrono::NaiveDate;

use crate::app::deadlines;
use crate::app::error::AppError;
use crate::app::find;
use crate::app::second::Second;
use crate::app::session::{Session, number_of};
use crate::app::view::Recorded;
use crate::app::whose::{objection, only_one};
use crate::app::write::{Inside, Written};
use crate::base::date::PartialDate;
use crate::base::id::{CaseId, DeadlineId};
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::code::{Actor, CaseEnd, DeadlineState, RemovalKind};
use crate::domain::deadline::Deadline;
use crate::domain::event::{
    Alias, CaseAssigned, CaseClosed, CaseReopened, DeadlineAct, DeadlineActed, DeadlineSet, Entry,
    Payload,
};
use crate::domain::matter;
use crate::domain::person::FIRST;

impl Session<'_> {
    /// Closes a case.
    ///
    /// # Errors
    /// [`AppError::DeadlinesOpen`] while a deadline of ours is open; [`AppError::Unsettled`] while something else is that would
    /// go out of sight, unless it is said why it may; a closed case.
    pub fn close(
        &mut self,
        case: CaseId,
        reason: CaseEnd,
        date: PartialDate,
        even_so: Option<&str>,
    ) -> Result<Recorded, AppError> {
        let entry = Entry::CaseClosed(CaseClosed {
            reason,
            date,
            import_ref: None,
        });
        let written = self.inside(|now| {
            let folded = now.case(case)?;
            let today = now.today();
            if date.earliest() > today {
                return Err(AppError::BadDay(date));
            }
            refuse_open(&folded, None, reason.is_gone(), today)?;
            let open = Unsettled::of(&folded, reason, today);
            if open.total() > 0 && even_so.is_none() {
                return Err(AppError::Unsettled(open));
            }
            enter_for(now, folded, FIRST, entry, even_so)
        })?;
        Ok(self.recorded(&written))
    }

    /// Opens a closed case again.
    ///
    /// # Errors
    /// The case is open, or the day lies ahead.
    pub fn reopen(&mut self, case: CaseId, date: PartialDate) -> Result<Recorded, AppError> {
        if date.earliest() > self.today() {
            return Err(AppError::BadDay(date));
        }
        let entry = Entry::CaseReopened(CaseReopened {
            date,
            import_ref: None,
        });
        let written = self.inside(|now| enter(now, now.case(case)?, entry))?;
        Ok(self.recorded(&written))
    }

    /// Gives a case to a member, or to nobody.
    ///
    /// # Errors
    /// No such member.
    pub fn assign(&mut self, case: CaseId, to: Option<String>) -> Result<Recorded, AppError> {
        let written = self.inside(|now| {
            if let Some(alias) = &to {
                find::member(now.tx, alias)?;
            }
            enter(
                now,
                now.case(case)?,
                Entry::CaseAssigned(CaseAssigned { to }),
            )
        })?;
        Ok(self.recorded(&written))
    }

    /// Enters a deadline by hand: a day stated in a letter.
    pub fn deadline_set(
        &mut self,
        case: CaseId,
        what: String,
        actor: Actor,
        due: NaiveDate,
        on: Option<&str>,
        person: Option<u16>,
    ) -> Result<Recorded, AppError> {
        let deadline = DeadlineId(self.world.random.bytes()?);
        let written = self.inside(|now| {
            let folded = now.case(case)?;
            let on = on.map(|on| find::on(now.tx, &folded, on)).transpose()?;
            let set = DeadlineSet {
                deadline,
                what,
                actor,
                due,
                on,
                since: Some(now.today()),
                lapsed: false,
                import_ref: None,
            };
            let entry = Entry::DeadlineSet(set);
            let person = match person {
                Some(person) => match on.and_then(|on| folded.person_of(on)) {
                    Some(other) if other != person => {
                        return Err(objection(&folded, Objection::OtherPerson(other)));
                    }
                    _ => Ok(person),
                },
                None if folded.has_several() => only_one(&folded, &entry),
                None => Ok(FIRST),
            };
            let person = person.map_err(|refusal| refusal.into_error(&folded))?;
            enter_for(now, folded, person, entry, None)
        })?;
        Ok(self.recorded(&written))
    }

    /// Does something about a deadline.
    ///
    /// # Errors
    /// No such deadline, several, or a day in the future for something done.
    pub fn deadline_act(
        &mut self,
        which: &Which<'_>,
        act: DeadlineAct,
        date: NaiveDate,
        because: Option<String>,
    ) -> Result<Recorded, AppError> {
        if date > self.today() {
            return Err(AppError::BadDay(date.into()));
        }
        let written = self.inside(|now| {
            let (case, deadline) = which.find(now)?;
            may_act(&case, deadline, act, now.today())?;
            if act == DeadlineAct::Confirmed {
                let second = Second::of(now.tx.id(), &now.tx.office_events()?);
                may_confirm(second, now.me, &case, deadline, now.today())?;
            }
            let acted = DeadlineActed {
                deadline,
                act,
                date,
                because,
                import_ref: None,
            };
            let payload = now.payload(Entry::DeadlineActed(acted));
            now.append(case, payload)
        })?;
        Ok(self.recorded(&written))
    }
}

/// The deadlines that keep a case from being closed, or one of its persons from leaving it.
pub(super) fn in_the_way(
    case: &Case,
    person: Option<u16>,
    gone: bool,
    today: NaiveDate,
) -> impl Iterator<Item = &Deadline> {
    case.deadlines
        .iter()
        .filter(|deadline| deadline.actor() == Actor::Applicant)
        .filter(move |deadline| person.is_none_or(|person| deadline.person == person))
        // Who is gone has no duty to leave any more.
        .filter(move |deadline| !(gone && deadline.asks_to_leave()))
        .filter(move |deadline| deadline.asks_us(case, today))
}

/// What would go out of sight if a case were closed, beside the deadlines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unsettled {
    /// Persons who have disappeared.
    pub missing: usize,
    /// Open removals and detentions.
    pub measures: usize,
    /// Next steps.
    pub steps: usize,
}

impl Unsettled {
    /// Of a case that is to be closed for a reason; who has died or left has nothing of it.
    pub(super) fn of(case: &Case, reason: CaseEnd, today: NaiveDate) -> Self {
        if reason.is_gone() {
            return Self::default();
        }
        let bans = |measure: &&matter::Measure| measure.removal() != Some(RemovalKind::EntryBan);
        Self {
            missing: case.care.missing.len(),
            measures: case.open_measures(today).filter(bans).count(),
            steps: case.next_steps(today).len(),
        }
    }

    /// How much in all.
    pub const fn total(self) -> usize {
        self.missing
            .saturating_add(self.measures)
            .saturating_add(self.steps)
    }
}

/// How a person names a deadline.
#[derive(Debug)]
pub enum Which<'a> {
    /// By the beginning of its id.
    Id(&'a str),
    /// By its rule: the one that still waits, where there are several in the case.
    OfRule(CaseId, &'a str),
}

impl Which<'_> {
    pub(super) fn find(&self, now: &Inside<'_, '_>) -> Result<(Case, DeadlineId), AppError> {
        let (case, rule) = match *self {
            Self::Id(prefix) => {
                let (deadline, case) = find::deadline(now.tx, prefix)?;
                return Ok((now.case(case)?, deadline));
            }
            Self::OfRule(case, rule) => (now.case(case)?, rule),
        };
        let of_rule = |one: &&Deadline| one.computed().is_some_and(|c| c.rule == rule);
        let mut found: Vec<&Deadline> = case.deadlines.iter().filter(of_rule).collect();
        let waits = |one: &&Deadline| one.standing(&case, now.today()).is_open();
        if found.iter().any(waits) {
            found.retain(waits);
        }
        let ids: Vec<DeadlineId> = found.iter().map(|one| one.id).collect();
        match ids.as_slice() {
            [one] => Ok((case, *one)),
            [] => Err(AppError::NoDeadline),
            several => Err(AppError::TwoEvents(
                several.iter().map(ToString::to_string).collect(),
            )),
        }
    }
}

/// What is settled stays so until that is taken back; more time ends later than there was.
pub(super) fn may_act(
    case: &Case,
    id: DeadlineId,
    act: DeadlineAct,
    today: NaiveDate,
) -> Result<(), AppError> {
    let Some(deadline) = case.deadlines.iter().find(|known| known.id == id) else {
        return Err(AppError::NoEvent);
    };
    let standing = deadline.standing(case, today);
    // A letter that grants time in advance can come to be recorded after the act.
    let late = standing.state == DeadlineState::MetLate && matches!(act, DeadlineAct::Extended(_));
    if !standing.is_open() && standing.state != DeadlineState::Lapsed && !late {
        return Err(AppError::DeadlineSettled(standing.state));
    }
    match (act, deadline.due()) {
        (DeadlineAct::Extended(until), Some(due)) if until <= due => {
            Err(AppError::NotLater { until, due })
        }
        _ => Ok(()),
    }
}

/// Refuses while a deadline is in the way.
pub(super) fn refuse_open(
    case: &Case,
    person: Option<u16>,
    gone: bool,
    today: NaiveDate,
) -> Result<(), AppError> {
    let open: Vec<_> = in_the_way(case, person, gone, today)
        .map(|deadline| deadlines::view(case, deadline, today))
        .collect();
    if open.is_empty() {
        Ok(())
    } else {
        Err(AppError::DeadlinesOpen(open))
    }
}

/// Where another member is to check a day, who entered it cannot. (What it runs from they can have found out.)
pub(super) fn may_confirm(
    second: Second,
    me: &Alias,
    case: &Case,
    id: DeadlineId,
    today: NaiveDate,
) -> Result<(), AppError> {
    let mut waiting = case.deadlines.iter().filter(|known| known.id == id);
    let only_second = |one: &Deadline| {
        let state = one.standing(case, today).state;
        second.is_awaited(one) && state != DeadlineState::Unconfirmed && one.entered_by == *me
    };
    if waiting.any(only_second) {
        Err(AppError::SameMember)
    } else {
        Ok(())
    }
}

/// Appends a short entry that the case admits.
pub(super) fn enter(
    now: &mut Inside<'_, '_>,
    case: Case,
    entry: Entry,
) -> Result<Written, AppError> {
    enter_for(now, case, FIRST, entry, None)
}

/// As [`enter`], for one of the persons of the case; `even_so` says why although something speaks against it.
pub(super) fn enter_for(
    now: &mut Inside<'_, '_>,
    case: Case,
    person: u16,
    entry: Entry,
    even_so: Option<&str>,
) -> Result<Written, AppError> {
    let administrative = matches!(entry, Entry::CaseAssigned(_) | Entry::CaseLinked(_));
    let of_one = matches!(entry, Entry::DeadlineSet(_) | Entry::CaseLinked(_));
    let objections = if of_one {
        case.fresh_objections_of(person, &entry)
    } else {
        case.fresh_objections(&entry)
    };
    let mut objections = objections.into_iter();
    let admitted = |objection: &Objection| administrative && *objection == Objection::Closed;
    if let Some(objection) = objections.find(|objection| !admitted(objection)) {
        let case = number_of(&case);
        return Err(AppError::History { case, objection });
    }
    let payload = Payload {
        person,
        even_so: even_so.map(str::to_owned),
        ..now.payload(entry)
    };
    now.append(case, payload)
}
