//! Whether a line may close a case: what waits in it hangs on the deadlines that follow from the lines before.

use chrono::NaiveDate;

use super::Job;
use super::line::Line;
use crate::app::act::{Unsettled, in_the_way};
use crate::app::error::{AppError, LineWrong};
use crate::app::fields::{Fault, Problem};
use crate::app::write;
use crate::base::id::{CaseId, EventId};
use crate::base::text::short_reason;
use crate::domain::case::Case;
use crate::domain::deadline::Source;
use crate::domain::event::Entry;
use crate::rules::Occurrence;

/// A case as it stood before events of which the deadlines do not follow yet.
pub(super) struct Pending {
    pub before: Case,
    /// The first of these events.
    pub from: usize,
    /// Of the others: those without a rule.
    pub unruled: Vec<Occurrence>,
}

/// Why a line closes a case in which something is open; a fault where it cannot. As `close` does it.
pub(super) fn closes_over(
    line: &Line<'_>,
    case: &Case,
    entry: &Entry,
    today: NaiveDate,
) -> Result<Option<String>, LineWrong> {
    let Entry::CaseClosed(closed) = entry else {
        return Ok(None);
    };
    let even_so = line.fields.get("even_so").map(|text| short_reason(text));
    let even_so = even_so.transpose().map_err(|problem| {
        LineWrong::Field(Fault {
            field: "even_so".to_owned(),
            problem: Problem::Line(problem),
        })
    })?;
    let waiting = || in_the_way(case, None, closed.reason.is_gone(), today);
    if let Some(first) = waiting().min_by_key(|one| (one.due().is_none(), one.due())) {
        let rule = match &first.source {
            Source::Computed(computed) => computed.rule.clone(),
            Source::Set(set) => set.what.clone(),
        };
        return Err(LineWrong::Waits {
            count: waiting().count(),
            first: rule,
            due: first.due(),
        });
    }
    let open = Unsettled::of(case, closed.reason, today);
    if open.total() > 0 && even_so.is_none() {
        return Err(LineWrong::Unsettled(open));
    }
    Ok(even_so)
}

impl Job<'_, '_> {
    /// Appends the deadlines that follow from what was appended and not looked at yet.
    pub(super) fn follow(
        &mut self,
        id: CaseId,
        pending: &mut Pending,
        roots: &[EventId],
    ) -> Result<(), AppError> {
        let fresh = roots.get(pending.from..).unwrap_or_default();
        let before = &pending.before;
        let followed = write::follow(self.tx, self.world, before, id, fresh, &self.template)?;
        pending.before = followed.after;
        pending.from = roots.len();
        pending.unruled.extend(followed.unruled);
        Ok(())
    }
}
