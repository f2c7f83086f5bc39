//! Which cases a list or an act on many looks at, by what was said when they were opened and who works on them.

use crate::app::error::AppError;
use crate::app::fields;
use crate::domain::case::Case;

/// Which cases; an empty part admits everything.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Of these members, `nobody` among them.
    pub workers: Vec<String>,
    /// Countries of origin.
    pub origins: Vec<String>,
    /// Laws.
    pub jurisdictions: Vec<String>,
    /// Offices.
    pub offices: Vec<String>,
    /// Tags, any of them.
    pub tags: Vec<String>,
}

impl Selection {
    /// Checks that each country and law can be one.
    ///
    /// # Errors
    /// [`AppError::Fields`]
    pub(super) fn check(&self) -> Result<(), AppError> {
        fields::check_filter("origin", &self.origins)?;
        fields::check_filter("jurisdiction", &self.jurisdictions)
    }

    /// Whether every part is empty.
    pub(super) const fn is_empty(&self) -> bool {
        self.workers.is_empty()
            && self.origins.is_empty()
            && self.jurisdictions.is_empty()
            && self.offices.is_empty()
            && self.tags.is_empty()
    }

    /// Whether a case is one of them.
    pub(super) fn admits(&self, case: &Case) -> bool {
        let Some(opened) = &case.opened else {
            return false;
        };
        let has = |filter: &[String], value: &str| {
            filter.is_empty() || filter.iter().any(|one| one.eq_ignore_ascii_case(value))
        };
        let laws = case.applications.iter().map(|one| &one.data.jurisdiction);
        let mut laws = laws.chain([&opened.jurisdiction]);
        has(&self.workers, case.worker.as_deref().unwrap_or("nobody"))
            && has(&self.origins, &opened.origin)
            && laws.any(|law| has(&self.jurisdictions, law))
            && has(&self.offices, opened.office.as_deref().unwrap_or_default())
            && (self.tags.is_empty() || opened.tags.iter().any(|tag| self.tags.contains(tag)))
    }
}
