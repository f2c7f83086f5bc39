//! Which cases a list or an act on many looks at, by what was said when they were opened and who works on them.

use crate::app::error::AppError;
use crate::app::fields;
use crate::app::find;
use crate::app::own;
use crate::domain::case::Case;
use crate::store::Reader;

/// Which cases, as it was typed; an empty part admits everything.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Of these members, `me`, `nobody` and `all` among them.
    pub workers: Vec<String>,
    /// Countries of origin.
    pub origins: Vec<String>,
    /// Laws.
    pub jurisdictions: Vec<String>,
    /// Offices.
    pub offices: Vec<String>,
    /// Tags, any of them.
    pub tags: Vec<String>,
    /// `NAME=VALUE` of fields of the office's own: of each field any of its values.
    pub fields: Vec<String>,
}

/// A selection that can fit something.
pub(super) struct Selected {
    which: Selection,
    fields: own::Wanted,
}

impl Selection {
    /// Checks that everything in it can be one, and says who `me` is.
    ///
    /// # Errors
    /// [`AppError::Fields`]; an unknown member; the store.
    pub(super) fn selected(&self, reader: &Reader, me: &str) -> Result<Selected, AppError> {
        fields::check_filter("origin", &self.origins)?;
        fields::check_filter("jurisdiction", &self.jurisdictions)?;
        let mut which = self.clone();
        for worker in &mut which.workers {
            if worker == "me" {
                me.clone_into(worker);
            } else if !matches!(worker.as_str(), "nobody" | "all") {
                find::member(reader, worker)?;
            }
        }
        if which.workers.iter().any(|worker| worker == "all") {
            which.workers.clear();
        }
        let fields = own::Wanted::read(reader, &self.fields)?;
        Ok(Selected { which, fields })
    }

    /// Whether every part is empty.
    pub(super) const fn is_empty(&self) -> bool {
        self.workers.is_empty()
            && self.origins.is_empty()
            && self.jurisdictions.is_empty()
            && self.offices.is_empty()
            && self.tags.is_empty()
            && self.fields.is_empty()
    }
}

impl Selected {
    /// Whether a case is one of them.
    pub(super) fn admits(&self, case: &Case) -> bool {
        let Some(opened) = &case.opened else {
            return false;
        };
        let which = &self.which;
        let has = |filter: &[String], value: &str| {
            filter.is_empty() || filter.iter().any(|one| one.eq_ignore_ascii_case(value))
        };
        let laws = case.applications.iter().map(|one| &one.data.jurisdiction);
        let mut laws = laws.chain([&opened.jurisdiction]);
        has(&which.workers, case.worker.as_deref().unwrap_or("nobody"))
            && has(&which.origins, &opened.origin)
            && laws.any(|law| has(&which.jurisdictions, law))
            && has(&which.offices, opened.office.as_deref().unwrap_or_default())
            && (which.tags.is_empty() || opened.tags.iter().any(|tag| which.tags.contains(tag)))
            && self.fields.admits(case)
    }
}
