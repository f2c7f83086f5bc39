//! What is shown of deadlines.

use chrono::NaiveDate;

use super::{Disappearance, StandsIn, Suspension, Task, view};
use crate::base::date::PartialDate;
use crate::domain::code::{Actor, DateBasis, DeadlineState, Files, RuleStatus, TellMeans};
use crate::domain::deadline::CHECK_IN;
use crate::domain::event::{AlarmStep, Restoration, Step};

view! {
    /// What opened a deadline.
    struct Trigger {
        /// The event's id.
        pub event: String,
        /// Which of its days was taken.
        pub basis: DateBasis,
        /// That day.
        pub date: PartialDate,
        /// The canonical event (`decision_refused`).
        #[serde(skip)]
        pub canonical: String,
    }

    /// How a person who files alone was told of a deadline.
    struct Told {
        /// When.
        pub date: NaiveDate,
        /// How.
        pub means: TellMeans,
        /// In which language (ISO 639).
        pub language: String,
    }

    /// One deadline at a day.
    struct Deadline {
        /// Its id.
        pub id: String,
        /// The case number.
        pub case: String,
        /// What is to be done.
        pub what: String,
        /// Who has to act.
        pub actor: Actor,
        /// The day to work to.
        pub due: Option<NaiveDate>,
        /// The hour (RFC 3339), where the law counts hours.
        pub due_at: Option<String>,
        /// An earlier day, where it is wise.
        pub safe: Option<NaiveDate>,
        /// A later day that can be argued.
        pub last_arguable: Option<NaiveDate>,
        /// Days from `as_of` to `due`; negative once it is past.
        pub days_left: Option<i64>,
        /// Where it stands.
        pub state: DeadlineState,
        /// The rule; null for one set by hand.
        pub rule: Option<String>,
        /// The rule's citation.
        pub citation: Option<String>,
        /// The rule's quality mark.
        pub rule_status: Option<RuleStatus>,
        /// What opened it.
        pub trigger: Option<Trigger>,
        /// Whose law.
        pub jurisdiction: String,
        /// A calendar or a number may still change.
        pub provisional: bool,
        /// Whose it is, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// Who files, where the applicant must: the office, or the person; null where it is another's to act.
        pub files: Option<Files>,
        /// When and how the person, who files alone, was told of its day.
        pub told: Option<Told>,
        /// Its first warning has come: `due` shows it however far ahead it looks.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub warned: bool,
        /// Who watches it, beside who works on the case.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub watched_by: Vec<String>,
        /// For people: the callsign.
        #[serde(skip)]
        pub callsign: String,
        /// For people: whose case it is.
        #[serde(skip)]
        pub worker: Option<String>,
        /// Nobody has signed the rule.
        #[serde(skip)]
        pub unsigned: bool,
        /// A rule of the office's own.
        #[serde(skip)]
        pub local: bool,
        /// Its rule should have been read again.
        #[serde(skip)]
        pub review_past: bool,
        /// Counts in hours, or concerns liberty or removal.
        #[serde(skip)]
        pub urgent: bool,
        /// Its day is the first on which something can be done.
        #[serde(skip)]
        pub waiting: bool,
        /// The reckoning.
        #[serde(skip)]
        pub steps: Vec<Step>,
        /// What can still be done once it is missed.
        #[serde(skip)]
        pub restoration: Option<Restoration>,
        /// Who entered it, where another member must still check its day.
        #[serde(skip)]
        pub awaits_second: Option<String>,
        /// The act that met it, and when.
        #[serde(skip)]
        pub settled_on: Option<NaiveDate>,
        /// Why it was waived, extended or set.
        #[serde(skip)]
        pub because: Option<String>,
    }

    /// `due`.
    struct Due {
        /// `nansen.due/1`
        pub schema: &'static str,
        /// The day it is computed for.
        pub as_of: NaiveDate,
        /// By `due`; without a day first.
        pub items: Vec<Deadline>,
        /// Persons who have disappeared, of everyone's cases.
        pub disappeared: Vec<Disappearance>,
        /// Next steps, by their day.
        pub tasks: Vec<Task>,
        /// What the office does when a person has disappeared; told where one has, or a check-in is overdue.
        pub alarm_plan: Vec<AlarmStep>,
        /// Whose cases are listed because they are away.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub stands_in_for: Vec<StandsIn>,
        /// Removals and detentions that are open, which stand on top.
        pub measures: Vec<Measure>,
        /// What the list left out.
        pub left_out: LeftOut,
        /// For people: the columns that were asked for.
        #[serde(skip)]
        pub columns: Vec<String>,
        /// For people: one table, in the order that was asked for.
        #[serde(skip)]
        pub table: bool,
        /// For people: how far ahead the list looks, in days.
        #[serde(skip)]
        pub within: Option<i64>,
        /// For people: whose the list is: a member, or everyone's.
        #[serde(skip)]
        pub whose: Option<String>,
    }

    /// An open removal or detention.
    struct Measure {
        /// The case number.
        pub case: String,
        /// For people: two words.
        #[serde(skip)]
        pub callsign: String,
        /// `removal` or `detention`.
        pub what: String,
        /// The kind, as a code.
        pub kind: Option<String>,
        /// Since when.
        pub since: PartialDate,
        /// Whether it must wait, and by what: of a removal.
        pub suspension: Option<Suspension>,
        /// Whose case it is.
        pub worker: Option<String>,
        /// Whom it is against, where the case holds several persons.
        pub person: Option<u16>,
    }

    /// How many deadlines a list left out, by reason.
    #[derive(Default)]
    struct LeftOut {
        /// Of colleagues' cases.
        pub colleagues: usize,
        /// Later than the list looks.
        pub later: usize,
        /// The authority's, a court's or a State's to keep.
        pub authority: usize,
        /// Ours, where the list is for the others.
        pub ours: usize,
        /// What runs out, removals and detentions, in cases that were closed while they went on.
        pub closed: usize,
        /// Of which the person was told, who files alone.
        pub told: usize,
        /// That had ended before they came to us.
        pub lapsed: usize,
        /// By other filters.
        pub filtered: usize,
    }
}

impl Deadline {
    /// Whether it is a check-in that did not come.
    pub fn is_silence(&self) -> bool {
        self.rule.as_deref() == Some(CHECK_IN) && self.state == DeadlineState::Missed
    }
}
