//! What is shown of check-ins, disappearances, mandates, next steps, referrals, resettlement and risk.

use chrono::NaiveDate;

use super::view;
use crate::base::date::PartialDate;
use crate::domain::code::{
    CheckInHow, DisappearanceReason, Files, LawyerFrom, MandateKind, ReferralKind, ReferralOutcome,
    ResettlementState, RiskLevel, RuleStatus, Service, TaskEnd, TaskKind,
};
use crate::domain::event::AlarmStep;

view! {
    /// A check-in that runs.
    struct CheckIn {
        /// Every so many days.
        pub every: u32,
        /// How.
        pub how: CheckInHow,
        /// Since when somebody waits for them.
        pub since: NaiveDate,
        /// The last one.
        pub last: Option<NaiveDate>,
        /// The day of the next.
        pub due: NaiveDate,
        /// It should have come.
        pub overdue: bool,
    }

    /// Something that a court or committee can be asked for at once.
    struct Interim {
        /// The rule.
        pub rule: String,
        /// What can be asked for.
        pub what: String,
        /// Article and law.
        pub citation: String,
        /// How well the text of the rule is known.
        pub rule_status: RuleStatus,
    }

    /// A person who has disappeared.
    struct Disappearance {
        /// The case number.
        pub case: String,
        /// The entry that says so.
        pub event: String,
        /// Since when.
        pub since: PartialDate,
        /// What is thought of it.
        pub reason: Option<DisappearanceReason>,
        /// Whose it is, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// What can be asked for at once, as far as the rules know.
        pub interim_measures: Vec<Interim>,
        /// For people: two words.
        #[serde(skip)]
        pub callsign: String,
        /// For people: whose case it is.
        #[serde(skip)]
        pub worker: Option<String>,
    }

    /// The mandate that holds.
    struct Mandate {
        /// What for.
        pub kind: MandateKind,
        /// From when on.
        pub date: PartialDate,
        /// Until when.
        pub until: Option<PartialDate>,
        /// Who represents the person beside us.
        pub lawyer: Option<LawyerFrom>,
        /// The last day of the power of attorney.
        pub attorney_until: Option<PartialDate>,
        /// Who files.
        pub files: Files,
        /// Whose it is, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
    }

    /// A next step.
    struct Task {
        /// Its id: the entry that began it.
        pub task: String,
        /// The case number.
        pub case: String,
        /// What, as a code.
        pub what: TaskKind,
        /// What, in a few words.
        pub text: Option<String>,
        /// By when.
        pub due: NaiveDate,
        /// Days from the day shown to `due`; negative once it is past.
        pub days_left: i64,
        /// By whom; null: whoever works on the case.
        pub to: Option<String>,
        /// What became of it; null while it is to be done.
        pub ended: Option<TaskEnd>,
        /// The disappearance at which the alarm plan opened it.
        pub opened_by: Option<String>,
        /// Who has disappeared, where the plan opened it and the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// For people: two words.
        #[serde(skip)]
        pub callsign: String,
        /// For people: whose case it is.
        #[serde(skip)]
        pub worker: Option<String>,
    }

    /// What a next step is called.
    struct TaskWords {
        /// As a code.
        pub what: TaskKind,
        /// In a few words.
        pub text: Option<String>,
    }

    /// `task list`.
    struct Tasks {
        /// `nansen.tasks/1`
        pub schema: &'static str,
        /// The day it is shown for.
        pub as_of: NaiveDate,
        /// By their day.
        pub items: Vec<Task>,
    }

    /// A referral.
    struct Referral {
        /// The entry that began it.
        pub event: String,
        /// Which way.
        pub kind: ReferralKind,
        /// The partner, as a code of the office's own.
        pub partner: String,
        /// What for.
        pub service: Service,
        /// When.
        pub date: PartialDate,
        /// What became of it.
        pub outcome: Option<ReferralOutcome>,
        /// When.
        pub outcome_date: Option<PartialDate>,
        /// Whose it is, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
    }

    /// A way to a third country.
    struct Resettlement {
        /// The country.
        pub country: String,
        /// Where it stands.
        pub state: ResettlementState,
        /// Since when.
        pub date: PartialDate,
        /// When it began.
        pub since: PartialDate,
        /// Whose it is, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
    }

    /// How great the danger is thought to be.
    struct Risk {
        /// How great.
        pub level: RiskLevel,
        /// Since when.
        pub date: PartialDate,
        /// The day to look at it again.
        pub review: NaiveDate,
    }

    /// What the office does for a person beside the procedures.
    #[derive(Default)]
    struct Care {
        /// The disappearances that nobody has ended.
        pub disappeared: Vec<Disappearance>,
        /// The check-in that runs.
        pub check_in: Option<CheckIn>,
        /// The office's alarm plan; told where the person has disappeared or the check-in is overdue.
        pub alarm_plan: Vec<AlarmStep>,
        /// The mandates that hold, one of each person who gave one.
        pub mandates: Vec<Mandate>,
        /// How great the danger is thought to be.
        pub risk: Option<Risk>,
        /// Next steps, those that are to be done first.
        pub tasks: Vec<Task>,
        /// Referrals.
        pub referrals: Vec<Referral>,
        /// Ways to third countries.
        pub resettlement: Vec<Resettlement>,
    }

    /// `check-in plan`.
    struct AlarmPlan {
        /// `nansen.alarm-plan/1`
        pub schema: &'static str,
        /// In the order in which they are done.
        pub items: Vec<AlarmStep>,
        /// For people: it was written just now.
        #[serde(skip)]
        pub written: bool,
    }
}
