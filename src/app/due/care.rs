//! What stands in `due` beside the deadlines: persons who have disappeared, check-ins, next steps.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Duty, Query};
use crate::app::care::{check_in_item, task};
use crate::app::session::Session;
use crate::app::view::{self, Disappearance, LeftOut, Task};
use crate::domain::case::Case;
use crate::domain::event::Alias;

/// What was found in the cases looked at so far.
#[derive(Default)]
pub(super) struct Beside {
    /// Check-ins.
    pub items: Vec<view::Deadline>,
    /// Persons who have disappeared.
    pub disappeared: Vec<Disappearance>,
    /// Next steps.
    pub tasks: Vec<Task>,
}

/// How far a list looks, and how it stands to one case.
pub(super) struct Look<'a> {
    /// What was asked for.
    pub query: &'a Query,
    /// For whom it is; `None`: for all.
    pub people: Option<&'a BTreeSet<Alias>>,
    /// The day.
    pub day: NaiveDate,
    /// The last day that it looks at.
    pub horizon: NaiveDate,
    /// No filter leaves the case out.
    pub wanted: bool,
    /// It is of whom the list is for, or nobody's.
    pub mine: bool,
}

impl Look<'_> {
    /// Whether something that the office has to see to by a day is listed; else it is counted.
    fn takes(&self, due: NaiveDate, mine: bool, left_out: &mut LeftOut) -> bool {
        if !self.wanted || (self.query.overdue && due >= self.day) {
            left_out.filtered += 1;
        } else if self.query.duty == Duty::Authority {
            left_out.ours += 1;
        } else if !mine {
            left_out.colleagues += 1;
        } else if due > self.horizon {
            left_out.later += 1;
        } else {
            return true;
        }
        false
    }
}

impl Session<'_> {
    /// Looks at one case. Whoever has disappeared, and whose check-in is overdue, is shown to everybody, whatever the list
    /// is for.
    pub(super) fn beside(
        &self,
        case: &Case,
        look: &Look<'_>,
        found: &mut Beside,
        left_out: &mut LeftOut,
    ) {
        let day = look.day;
        let steps = case.next_steps(day);
        if !case.is_open() {
            left_out.closed += steps.len();
            return;
        }
        found.disappeared.extend(self.disappearances(case, day));
        if let Some(check_in) = &case.care.check_in
            && (check_in.due < day || look.takes(check_in.due, look.mine, left_out))
        {
            found.items.push(check_in_item(case, check_in, day));
        }
        for step in steps {
            // Whoever was given it sees it, in whosever case it is.
            let mine = match &step.data.to {
                Some(to) => look.people.is_none_or(|people| people.contains(to)),
                None => look.mine,
            };
            if look.takes(step.data.due, mine, left_out) {
                found.tasks.push(task(case, step, day));
            }
        }
    }
}
