//! `export letter`: a cover sheet for an appeal or another filing, with a gap wherever it would name a person.

use chrono::NaiveDate;

use crate::app::deadlines;
use crate::app::error::AppError;
use crate::app::find;
use crate::app::session::{Session, number_of};
use crate::app::view::{Attacked, Letter};
use crate::app::write::Inside;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::code::{Actor, DeadlineState};
use crate::domain::deadline::Deadline;
use crate::domain::event::{Entry, Exported};

impl Session<'_> {
    /// The cover sheet for one deadline of a case: the one that is named, by its id or by what opened it, or the next of ours.
    /// That it was made is written down before it is given out.
    ///
    /// # Errors
    /// [`AppError::NothingToFile`] where no deadline of ours waits, [`AppError::SeveralToFile`]; the store.
    pub fn letter(&mut self, case: &str, of: Option<&str>) -> Result<Letter, AppError> {
        let id = self.find(case)?;
        self.inside(|now| {
            let case = now.case(id)?;
            let today = now.today();
            let deadline = match of {
                Some(text) => named(now, &case, text)?,
                None => next(case.deadlines.iter(), &case, today)?,
            };
            let shown = deadlines::view(&case, deadline, today);
            // A day that is not certain, or that has passed, is nobody's to put into a letter but a person's.
            let certain = matches!(
                shown.state,
                DeadlineState::Open | DeadlineState::Sent | DeadlineState::Extended
            );
            let letter = Letter {
                schema: "nansen.letter/1",
                case: number_of(&case),
                last_day: shown.due.filter(|_| certain),
                last_hour: shown.due_at.clone().filter(|_| certain),
                against: against(&case, deadline),
                deadline: shown,
            };
            let exported = Exported {
                what: "letter".to_owned(),
                case: Some(id),
            };
            let payload = now.payload(Entry::Exported(exported));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(letter)
        })
    }
}

/// The deadline that a person names: by its id, or the next that an entry opened.
fn named<'c>(now: &Inside<'_, '_>, case: &'c Case, text: &str) -> Result<&'c Deadline, AppError> {
    if let Ok((id, of)) = find::deadline(now.tx, text)
        && of == case.id
    {
        let found = case.deadlines.iter().find(|deadline| deadline.id == id);
        return found.ok_or(AppError::NothingToFile);
    }
    let event = find::on(now.tx, case, text)?;
    let opened = case.deadlines.iter().filter(|deadline| {
        let computed = deadline.computed();
        computed.map_or(deadline.event, |computed| computed.trigger) == event
    });
    next(opened, case, now.today())
}

/// The deadline of ours that somebody must act for next; where all have passed, the one that passed last. Those without law
/// behind them, and the duty to leave, are met by no letter.
fn next<'c>(
    among: impl Iterator<Item = &'c Deadline>,
    case: &Case,
    today: NaiveDate,
) -> Result<&'c Deadline, AppError> {
    let ours = |deadline: &&Deadline| {
        let of_law = deadline.computed().is_none_or(|computed| {
            !computed.rule.starts_with("nansen.") && !computed.waiting && !deadline.asks_to_leave()
        });
        deadline.actor() == Actor::Applicant && of_law && deadline.standing(case, today).is_open()
    };
    let place = |deadline: &&Deadline| {
        let due = deadline.due();
        let left = due.map_or(i64::MAX, |due| (due - today).num_days());
        (left < 0, left.abs())
    };
    let mut waiting: Vec<&Deadline> = among.filter(ours).collect();
    let first = waiting.iter().map(place).min();
    waiting.retain(|deadline| Some(place(deadline)) == first);
    match waiting.as_slice() {
        [] => Err(AppError::NothingToFile),
        [one] => Ok(*one),
        several => {
            let views = several.iter().map(|one| deadlines::view(case, one, today));
            Err(AppError::SeveralToFile(views.collect()))
        }
    }
}

/// What the letter is directed against, as far as the case knows it.
fn against(case: &Case, deadline: &Deadline) -> Option<Attacked> {
    let trigger = deadline.computed()?.trigger;
    if let Some((_, appeal, decision)) = case.decision(trigger) {
        return Some(Attacked {
            what: "decision".to_owned(),
            outcome: Some(decision.data.outcome),
            instance: Some(
                appeal
                    .map_or("first_instance", |appeal| appeal.data.kind.as_str())
                    .to_owned(),
            ),
            date: decision.data.decided,
            reached: decision.reached(),
        });
    }
    let measure = case.measures.iter().find(|measure| measure.id == trigger)?;
    Some(Attacked {
        what: measure.data.what.as_str().to_owned(),
        outcome: None,
        instance: None,
        date: Some(measure.data.date),
        reached: None,
    })
}
