//! `close`, `reopen`, `assign`, `link` and what people do about deadlines: short entries about a case.

use chrono::NaiveDate;

use crate::app::deadlines;
use crate::app::error::AppError;
use crate::app::session::{Session, number_of};
use crate::app::view::Recorded;
use crate::base::date::PartialDate;
use crate::base::id::{CaseId, DeadlineId, MIN_PREFIX};
use crate::domain::check::Objection;
use crate::domain::code::{Actor, CaseEnd, DeadlineState, LinkKind};
use crate::domain::event::{
    CaseAssigned, CaseClosed, CaseLinked, CaseReopened, DeadlineAct, DeadlineActed, DeadlineSet,
    Entry,
};

impl Session<'_> {
    /// Closes a case.
    ///
    /// # Errors
    /// [`AppError::DeadlinesOpen`] while a deadline of ours is open; a closed case.
    pub fn close(
        &mut self,
        case: CaseId,
        reason: CaseEnd,
        date: PartialDate,
    ) -> Result<Recorded, AppError> {
        let folded = self.store.case(case)?;
        let today = self.today();
        if date.earliest() > today {
            return Err(AppError::BadDay(date));
        }
        let open: Vec<_> = folded
            .deadlines
            .iter()
            .filter(|deadline| deadline.actor() == Actor::Applicant)
            .filter(|deadline| deadline.standing(&folded, today).is_open())
            .map(|deadline| deadlines::view(&folded, deadline, today))
            .map(|deadline| (deadline.what, deadline.due))
            .collect();
        if !open.is_empty() {
            return Err(AppError::DeadlinesOpen(open));
        }
        self.enter(
            case,
            Entry::CaseClosed(CaseClosed {
                reason,
                date,
                import_ref: None,
            }),
        )
    }

    /// Opens a closed case again.
    ///
    /// # Errors
    /// The case is open.
    pub fn reopen(&mut self, case: CaseId, date: PartialDate) -> Result<Recorded, AppError> {
        self.enter(case, Entry::CaseReopened(CaseReopened { date }))
    }

    /// Gives a case to a member, or to nobody.
    ///
    /// # Errors
    /// No such member.
    pub fn assign(&mut self, case: CaseId, to: Option<String>) -> Result<Recorded, AppError> {
        if let Some(alias) = &to {
            self.known_member(alias)?;
        }
        self.enter(case, Entry::CaseAssigned(CaseAssigned { to }))
    }

    /// Says that two cases belong together; both show it.
    ///
    /// # Errors
    /// A case cannot be linked to itself.
    pub fn link(&mut self, case: CaseId, to: CaseId, link: LinkKind) -> Result<Recorded, AppError> {
        if case == to {
            return Err(AppError::SameCase);
        }
        let one = self.payload(Entry::CaseLinked(CaseLinked { to, link }));
        let other = self.payload(Entry::CaseLinked(CaseLinked { to: case, link }));
        let world = &*self.world;
        let written = self.store.write(|tx| {
            super::write::append(tx, world, to, other)?;
            super::write::append(tx, world, case, one)
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
    ) -> Result<Recorded, AppError> {
        let folded = self.store.case(case)?;
        let on = on.map(|on| self.find_on(&folded, on)).transpose()?;
        let deadline = DeadlineId(self.world.random.bytes()?);
        let set = DeadlineSet {
            deadline,
            what,
            actor,
            due,
            on,
            since: Some(self.today()),
        };
        let mut shown = self.enter(case, Entry::DeadlineSet(set))?;
        let today = self.today();
        let after = self.store.case(case)?;
        if let Some(set) = after.deadlines.iter().find(|known| known.id == deadline) {
            shown.deadlines.push(deadlines::view(&after, set, today));
        }
        Ok(shown)
    }

    /// Does something about the deadline whose id begins with `prefix`.
    ///
    /// # Errors
    /// No such deadline, several, or a day in the future for something done.
    pub fn deadline_act(
        &mut self,
        prefix: &str,
        act: DeadlineAct,
        date: NaiveDate,
        because: Option<String>,
    ) -> Result<Recorded, AppError> {
        if date > self.today() {
            return Err(AppError::BadDay(date.into()));
        }
        let (case, deadline) = self.find_deadline(prefix)?;
        self.may_act(case, deadline, act)?;
        let acted = DeadlineActed {
            deadline,
            act,
            date,
            because,
        };
        let mut shown = self.write_unchecked(case, Entry::DeadlineActed(acted))?;
        let today = self.today();
        let after = self.store.case(case)?;
        if let Some(now) = after.deadlines.iter().find(|known| known.id == deadline)
            && !shown
                .settled
                .iter()
                .any(|settled| settled.id == deadline.to_string())
        {
            shown.deadlines.push(deadlines::view(&after, now, today));
        }
        Ok(shown)
    }

    /// What is settled stays so until that is taken back; more time ends later than there was.
    fn may_act(&self, case: CaseId, id: DeadlineId, act: DeadlineAct) -> Result<(), AppError> {
        let folded = self.store.case(case)?;
        let Some(deadline) = folded.deadlines.iter().find(|known| known.id == id) else {
            return Err(AppError::NoEvent(id.to_string()));
        };
        let standing = deadline.standing(&folded, self.today());
        // A letter that grants time in advance can come to be recorded after the act.
        let late =
            standing.state == DeadlineState::MetLate && matches!(act, DeadlineAct::Extended(_));
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

    fn find_deadline(&self, prefix: &str) -> Result<(CaseId, DeadlineId), AppError> {
        if prefix.len() < MIN_PREFIX {
            return Err(AppError::ShortId);
        }
        let found = self
            .store
            .deadline_by_prefix(&prefix.to_ascii_lowercase())?;
        match found.as_slice() {
            [(deadline, case)] => Ok((*case, *deadline)),
            [] => Err(AppError::NoEvent(prefix.to_owned())),
            several => Err(AppError::TwoEvents(
                several.iter().map(|(id, _)| id.to_string()).collect(),
            )),
        }
    }

    fn enter(&mut self, case: CaseId, entry: Entry) -> Result<Recorded, AppError> {
        let folded = self.store.case(case)?;
        let administrative = matches!(entry, Entry::CaseAssigned(_) | Entry::CaseLinked(_));
        let objection = folded
            .objections(&entry)
            .into_iter()
            .find(|objection| !(administrative && *objection == Objection::Closed));
        if let Some(objection) = objection {
            return Err(AppError::History {
                case: number_of(&folded),
                objection,
            });
        }
        self.write_unchecked(case, entry)
    }

    fn write_unchecked(&mut self, case: CaseId, entry: Entry) -> Result<Recorded, AppError> {
        let payload = self.payload(entry);
        self.write(case, payload)
    }
}
