//! One rule: what the law says, where it was read, and who checked it.

use chrono::{Months, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeMap;

use crate::base::date::PartialDate;
use crate::domain::code::{Actor, DateBasis, RuleStatus};
use crate::domain::event::{Restoration, SavedBy};
use crate::rules::facts::Case;
use crate::rules::model::{Alternative, Frame, Pause, Period, Roll, StartRule, Unit};

/// A time limit or another effect of time.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// `ru.complaint-1m`: the jurisdiction, a dot, a name that never changes its meaning.
    pub id: String,
    /// Other names of the same limit, by which other lists know it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What sort of rule it is.
    pub kind: RuleKind,
    /// What is to be done, in a few words of English.
    pub what: String,
    /// The act in the law's own language.
    #[serde(default)]
    pub local_name: Option<String>,
    /// Who has to act.
    pub actor: Actor,
    /// Article and law.
    pub citation: String,
    /// How well the text is known.
    pub status: RuleStatus,
    /// What opens it.
    pub trigger: Trigger,
    /// Its length; a rule without one is text only and never gives a date.
    #[serde(default)]
    pub period: Option<Period>,
    /// For a frame: what the higher law leaves to the States.
    #[serde(default)]
    pub frame: Option<Frame>,
    /// Periods that pass first, one after the other (a month of silence); none of them rolls.
    #[serde(default)]
    pub wait: Vec<Period>,
    /// "Up to": the paper's own printed end may lie earlier.
    #[serde(default)]
    pub at_most: bool,
    /// How time is counted: a name of `conventions.toml`.
    #[serde(default)]
    pub convention: Option<String>,
    /// In place of the convention's.
    #[serde(default)]
    pub start: Option<StartRule>,
    /// In place of the convention's.
    #[serde(default)]
    pub roll: Option<Roll>,
    /// Other periods for some cases, the most special first.
    #[serde(default)]
    pub alternative: Vec<Alternative>,
    /// What makes it stand still or begin anew.
    #[serde(default)]
    pub pause: Option<Pause>,
    /// It runs from the last day of this rule.
    #[serde(default)]
    pub after: Option<String>,
    /// Where it surely applies, it takes the place of these rules; their dates are then the safe ones.
    #[serde(default)]
    pub displaces: Vec<String>,
    /// It bounds this rule: no line of its own beside it, but its last arguable day.
    #[serde(default)]
    pub outer_of: Option<String>,
    /// The period to work to where it stands alone; its own length is then only arguable.
    #[serde(default)]
    pub working_period: Option<Period>,
    /// When it is law; all of these must hold.
    #[serde(default)]
    pub in_force: Vec<InForce>,
    /// The text is known to be the law until this day; later cases are provisional.
    #[serde(default)]
    pub sure_until: Option<NaiveDate>,
    /// The day of the case that `sure_until` speaks of, as in [`InForce::axis`]; absent: the day it runs from.
    #[serde(default)]
    pub sure_axis: Option<String>,
    /// For rules that feed other rules: the days they stand for.
    #[serde(default)]
    pub feeds: Vec<DateBasis>,
    /// For rules that feed other rules: cases in which a later proven day displaces the deemed one.
    #[serde(default)]
    pub yields: Vec<Case>,
    /// Any one of these acts meets it (`appeal:appeal`, `filing:appeal_grounds`, `record:departure`, `nothing`).
    pub met_by: Vec<String>,
    /// Any one of these makes it needless.
    #[serde(default)]
    pub moot_by: Vec<String>,
    /// Why these make it needless.
    #[serde(default)]
    pub moot_why: Option<String>,
    /// Which day of the act counts.
    pub saved_by: SavedBy,
    /// It opens only in cases that surely are its own: a fact that is not known closes it.
    #[serde(default)]
    pub surely: bool,
    /// It concerns liberty or removal: stands on top.
    #[serde(default)]
    pub urgent: bool,
    /// Whether acting keeps the person in the country meanwhile.
    pub suspensive: Suspensive,
    /// What can still be done once it is missed.
    #[serde(default)]
    pub restoration: Option<Restoration>,
    /// Where it was read.
    pub source: Source,
    /// The lawyer who signed it; empty where nobody did.
    pub checked_by: String,
    /// The day by which somebody must read the law again.
    pub review_by: NaiveDate,
    /// Sources that contradict each other, and what was made of it.
    #[serde(default)]
    pub conflict: Option<String>,
    /// Anything else.
    #[serde(default)]
    pub notes: Option<String>,
    /// The version of an office's own file that it stands in; none for ours.
    #[serde(skip)]
    pub local: Option<String>,
    /// Worked examples; each is a test.
    #[serde(default)]
    pub example: Vec<Example>,
}

impl Rule {
    /// Whose law: what stands before the dot of its id.
    pub fn jurisdiction(&self) -> &str {
        self.id
            .split_once('.')
            .map_or("", |(jurisdiction, _)| jurisdiction)
    }

    /// Whether a lawyer signed it.
    pub fn is_signed(&self) -> bool {
        !self.checked_by.is_empty()
    }

    /// Whether its deadlines stand on top: they concern liberty or removal, or count in hours.
    pub fn is_urgent(&self) -> bool {
        self.urgent || self.period.is_some_and(|p| p.unit == Unit::Hours)
    }

    /// Its period, or the shortest that it leaves to the States; a rule without one is text only.
    pub fn length(&self) -> Option<Period> {
        self.period
            .or_else(|| self.frame.as_ref().map(|frame| frame.min))
    }

    /// What is to be done, with the act's own name behind it.
    pub fn named(&self) -> String {
        match self.local_name.as_deref() {
            Some(local) if !self.what.contains(local.trim_end_matches(" ?")) => {
                format!("{} ({local})", self.what)
            }
            _ => self.what.clone(),
        }
    }

    /// Whether it was law only for what happened before a day.
    pub fn is_over(&self, day: NaiveDate) -> bool {
        let over =
            |span: &InForce| span.axis == "trigger" && span.until.is_some_and(|until| until < day);
        self.in_force.iter().any(over)
    }

    /// Whether it speaks of something that the person can do against an act.
    pub fn is_remedy(&self) -> bool {
        let attacks = |act: &String| {
            act.starts_with("appeal:")
                || matches!(
                    act.as_str(),
                    "filing:interim_measure" | "filing:reopening_request" | "filing:appeal_grounds"
                )
        };
        let says = matches!(self.kind, RuleKind::NoLimit | RuleKind::SoftLimit);
        self.actor == Actor::Applicant
            && (says || self.kind.opens_deadlines())
            && (self.met_by.iter().any(attacks) || says)
    }

    /// Whether it can open a deadline.
    pub fn opens_deadlines(&self) -> bool {
        self.status != RuleStatus::NotInForce
            && self.kind.opens_deadlines()
            && (self.length().is_some() || self.urgent)
    }
}

/// What sort of rule it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// A limit for an act.
    Limit,
    /// The end of a status or document.
    Validity,
    /// A duty with its time.
    Duty,
    /// Nothing can be done before.
    WaitingPeriod,
    /// A status is to be prolonged.
    Renewal,
    /// A paper counts as served.
    DeemedService,
    /// A minimum and maximum for national law.
    Frame,
    /// Promptly, within reasonable time.
    SoftLimit,
    /// Something is closed for a time.
    Bar,
    /// What may be done after a limit was missed.
    Restoration,
    /// Something must be done so long before.
    LeadTime,
    /// Another limit takes the place of the ordinary one.
    Modifier,
    /// Something to know that is no limit.
    Text,
    /// Time stands still.
    Suspension,
    /// Something depends on time but is no limit.
    Condition,
    /// There is no limit.
    NoLimit,
}

impl RuleKind {
    /// Its code, as files hold it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Limit => "limit",
            Self::Validity => "validity",
            Self::Duty => "duty",
            Self::WaitingPeriod => "waiting_period",
            Self::Renewal => "renewal",
            Self::DeemedService => "deemed_service",
            Self::Frame => "frame",
            Self::SoftLimit => "soft_limit",
            Self::Bar => "bar",
            Self::Restoration => "restoration",
            Self::LeadTime => "lead_time",
            Self::Modifier => "modifier",
            Self::Text => "text",
            Self::Suspension => "suspension",
            Self::Condition => "condition",
            Self::NoLimit => "no_limit",
        }
    }

    /// Whether a line of `due` can come of it.
    pub const fn opens_deadlines(self) -> bool {
        match self {
            Self::Limit
            | Self::Validity
            | Self::Duty
            | Self::WaitingPeriod
            | Self::Renewal
            | Self::SoftLimit
            | Self::Bar
            | Self::Restoration
            | Self::LeadTime
            | Self::Modifier
            | Self::Frame
            | Self::NoLimit => true,
            Self::DeemedService | Self::Suspension | Self::Condition | Self::Text => false,
        }
    }
}

/// What opens a rule.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// A canonical event.
    pub event: String,
    /// Further events that open it.
    #[serde(default)]
    pub also: Vec<String>,
    /// The day it runs from.
    pub basis: DateBasis,
    /// Days that serve as well, in this order, where the case surely is one of `when`.
    #[serde(default)]
    pub or: Vec<DateBasis>,
    /// The cases it applies to; empty: all.
    #[serde(default)]
    pub when: Vec<Case>,
}

impl Trigger {
    /// Whether an event of this name opens it.
    pub fn covers(&self, event: &str) -> bool {
        self.event == event || self.also.iter().any(|e| e == event)
    }
}

/// From when to when a rule is law, and by which day of the case that is judged.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// The day that selects: a basis (`decided`, `served`), a date among the facts (`lodged`), or
    /// `trigger` for the day the rule runs from.
    pub axis: String,
    /// First day.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Where the change is written.
    pub citation: String,
}

/// Whether acting keeps the person in the country.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Suspensive {
    /// In a word.
    pub effect: SuspensiveEffect,
    /// In a sentence.
    #[serde(default)]
    pub text: Option<String>,
    /// The rule for the separate request, where one is needed.
    #[serde(default)]
    pub request: Option<String>,
}

/// Whether acting keeps the person in the country, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SuspensiveEffect {
    /// Acting in time suffices.
    Automatic,
    /// In some cases.
    Partial,
    /// Only on a separate request.
    OnRequest,
    /// No.
    None,
    /// Not read.
    Unknown,
    /// Nothing to suspend.
    NotApplicable,
}

/// Where a rule was read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its address.
    pub url: String,
    /// `official-site`, `statute-mirror`, `official-form`, `secondary`, `ngo`, `memory`.
    pub kind: String,
    /// The state of the law that the source shows.
    pub text_as_of: String,
    /// When it was read.
    pub read_on: NaiveDate,
    /// The words relied on.
    pub quote: String,
    /// The official address, where another one was read.
    #[serde(default)]
    pub official_url: Option<String>,
}

impl Source {
    /// Whether the text read bears no date, or one of more than 24 months before a day.
    pub fn is_old(&self, today: NaiveDate) -> bool {
        let first = self.text_as_of.split([' ', ',', ';', ':']).next();
        let dated: Option<PartialDate> = first.and_then(|word| word.parse().ok());
        let limit = today.checked_sub_months(Months::new(24));
        dated
            .zip(limit)
            .is_none_or(|(dated, limit)| dated.latest() < limit)
    }
}

/// A worked example; each is a test.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The day it runs from, or the moment (RFC 3339).
    pub from: String,
    /// The event, where the rule has several.
    #[serde(default)]
    pub event: Option<String>,
    /// The facts.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
    /// Further days.
    #[serde(default)]
    pub dates: BTreeMap<String, PartialDate>,
    /// The day to work to; none where the rule gives no date.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// The hour (RFC 3339), where it is to be compared.
    #[serde(default)]
    pub due_at: Option<String>,
    /// Where it is earlier than `due`.
    #[serde(default)]
    pub safe: Option<NaiveDate>,
    /// Where it is later than `due`.
    #[serde(default)]
    pub last_arguable: Option<NaiveDate>,
    /// Marked as provisional.
    #[serde(default)]
    pub provisional: bool,
    /// Why it comes out so.
    pub why: String,
}
