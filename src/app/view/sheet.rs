//! What stands on the sheet of a week.

use chrono::NaiveDate;

use super::{Deadline, Disappearance, LeftOut, Measure, StandsIn, Task, view};
use crate::domain::event::AlarmStep;

view! {
    /// A hearing or an interview.
    struct SheetHearing {
        /// The case number.
        pub case: String,
        /// `hearing` or `interview`.
        pub what: String,
        /// A code for the place.
        pub place: Option<String>,
        /// Whose it is, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// For people: the callsign.
        #[serde(skip)]
        pub callsign: String,
        /// For people: whose case it is.
        #[serde(skip)]
        pub worker: Option<String>,
    }

    /// One day of a sheet.
    struct SheetDay {
        /// The day.
        pub day: NaiveDate,
        /// Under whose law it is, or in some part may be, a closed day.
        pub closed: Vec<String>,
        /// What falls due.
        pub items: Vec<Deadline>,
        /// Hearings and interviews.
        pub hearings: Vec<SheetHearing>,
        /// Next steps.
        pub tasks: Vec<Task>,
    }

    /// `due --sheet`.
    struct DueSheet {
        /// `nansen.due-sheet/1`
        pub schema: &'static str,
        /// Its first day.
        pub from: NaiveDate,
        /// Its last day.
        pub until: NaiveDate,
        /// Printed without callsigns, reasons and the office's own words.
        pub neutral: bool,
        /// Persons who have disappeared.
        pub disappeared: Vec<Disappearance>,
        /// Check-ins that did not come.
        pub silent: Vec<Deadline>,
        /// What the office does when a person has disappeared; told where one has, or a check-in is overdue.
        pub alarm_plan: Vec<AlarmStep>,
        /// Removals and detentions that are open.
        pub measures: Vec<Measure>,
        /// What is past, and what has no day.
        pub before: Vec<Deadline>,
        /// Next steps whose day is past.
        pub late: Vec<Task>,
        /// Day by day.
        pub days: Vec<SheetDay>,
        /// What falls due later and is warned of already.
        pub ahead: Vec<Deadline>,
        /// How many deadlines and next steps are not on it.
        pub left_out: usize,
        /// Whose cases are on it because they are away.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub stands_in_for: Vec<StandsIn>,
        /// The same by reason.
        pub left_out_by: LeftOut,
        /// For people: whose cases: a member's, or everyone's.
        #[serde(skip)]
        pub whose: Option<String>,
    }
}

impl DueSheet {
    /// Whether anything falls due, for `--exit-code`.
    pub fn is_anything(&self) -> bool {
        let due = |day: &SheetDay| !day.items.is_empty() || !day.tasks.is_empty();
        self.days.iter().any(due)
            || !self.disappeared.is_empty()
            || !self.silent.is_empty()
            || !self.before.is_empty()
            || !self.late.is_empty()
            || !self.ahead.is_empty()
            || !self.measures.is_empty()
    }
}

impl LeftOut {
    /// How many in all.
    pub const fn total(&self) -> usize {
        self.colleagues
            .saturating_add(self.later)
            .saturating_add(self.authority)
            .saturating_add(self.ours)
            .saturating_add(self.closed)
            .saturating_add(self.told)
            .saturating_add(self.lapsed)
            .saturating_add(self.filtered)
    }
}
