//! `case access`: what the office holds on a person, for the person to read.

use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::view::Access;
use crate::base::id::CaseId;

impl Session<'_> {
    /// Everything of a case that a member can read, with what was replaced and taken back, and who looked at what is sealed.
    /// What is sealed is not in it. That it was made is written down first.
    ///
    /// # Errors
    /// The store.
    pub fn access(&mut self, id: CaseId) -> Result<Access, AppError> {
        self.note_exported("access", id)?;
        let history = self.show(id, None, true)?;
        let audit = self.audit()?.items.into_iter();
        let of_it = audit.filter(|item| item.case.as_ref() == Some(&history.case));
        Ok(Access {
            schema: "nansen.access/1",
            looked: of_it.collect(),
            history,
        })
    }
}
