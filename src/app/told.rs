//! `deadline told`: a person who files alone was told of a deadline, which ends our duty.

use chrono::NaiveDate;

use crate::app::act::Which;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::view::Recorded;
use crate::domain::code::{Actor, Files, TellMeans};
use crate::domain::event::{DeadlineTold, Entry};

impl Session<'_> {
    /// Writes down that the person was told.
    ///
    /// # Errors
    /// No such deadline, several, one that asks for nothing any more, a day in the future, and
    /// [`AppError::OursToFile`] where nothing on record says that the person files.
    pub fn deadline_told(
        &mut self,
        which: &Which<'_>,
        date: NaiveDate,
        means: TellMeans,
        language: String,
    ) -> Result<Recorded, AppError> {
        let today = self.today();
        if date > today {
            return Err(AppError::BadDay(date.into()));
        }
        let written = self.inside(|now| {
            let (case, id) = which.find(now)?;
            let known = case.deadlines.iter().find(|known| known.id == id);
            let deadline = known.ok_or(AppError::NoEvent)?;
            if deadline.actor() != Actor::Applicant
                || case.files(deadline.person, today) == Files::We
            {
                return Err(AppError::OursToFile);
            }
            let standing = deadline.standing(&case, today);
            if !standing.is_open() {
                return Err(AppError::DeadlineSettled(standing.state));
            }
            let told = DeadlineTold {
                deadline: id,
                due: deadline.due(),
                date,
                means,
                language,
                import_ref: None,
            };
            let payload = now.payload(Entry::DeadlineTold(told));
            now.append(case, payload)
        })?;
        Ok(self.recorded(&written))
    }
}
