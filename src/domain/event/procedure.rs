//! What is applied for, decided, appealed and done to a person.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::{
    AppealKind, ApplicationKind, ApplicationOrder, Appointment, Basis, ClosedReason, FilingKind,
    HappeningKind, Means, Outcome, Protection,
};
use crate::domain::event::ImportRef;

/// Protection was applied for, in one jurisdiction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApplicationLodged {
    /// What is applied for.
    pub kind: ApplicationKind,
    /// The country or body that decides.
    pub jurisdiction: String,
    /// Given only when the earlier ones were not with us; else derived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<ApplicationOrder>,
    /// Said to an authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<PartialDate>,
    /// Registered by the authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered: Option<PartialDate>,
    /// Filed, complete.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lodged: Option<PartialDate>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// The days on which a decision reached the person, apart, each as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct ServiceDates {
    /// Told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notified: Option<PartialDate>,
    /// Formally served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub served: Option<PartialDate>,
    /// Came into the person's hands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<PartialDate>,
    /// Sent off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<PartialDate>,
    /// Handed to a reception facility or the post for the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_over: Option<PartialDate>,
    /// The person came to know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learned: Option<PartialDate>,
    /// Issued in final written form (courts).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_form: Option<PartialDate>,
    /// Came into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<PartialDate>,
}

/// An application or an appeal was decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionMade {
    /// The application or the appeal (its first event).
    pub on: EventId,
    /// What it says.
    pub outcome: Outcome,
    /// What was granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protection: Option<Protection>,
    /// What was refused beside a grant; `None`: derived, `Some([])`: said to be none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Vec<Protection>>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Why it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ClosedReason>,
    /// The day of the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<PartialDate>,
    /// When it reached the person.
    #[serde(flatten)]
    pub service: ServiceDates,
    /// How it reached the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<Means>,
    /// The printed end of what was granted: always wins over a computed one, the earlier of both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// No ordinary remedy is left.
    #[serde(rename = "final", default, skip_serializing_if = "Option::is_none")]
    pub is_final: Option<bool>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// A day on which a decision reached the person became known later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionServed {
    /// The decision (its first event).
    pub on: EventId,
    /// The days.
    #[serde(flatten)]
    pub service: ServiceDates,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<Means>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// When an act of ours was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct ActDates {
    /// Lodged: handed in, arrival included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lodged: Option<PartialDate>,
    /// Sent off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<PartialDate>,
    /// Arrived there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived: Option<PartialDate>,
}

/// A remedy was used against a decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AppealLodged {
    /// The decision it attacks (its first event).
    pub on: EventId,
    /// The kind of the remedy.
    pub kind: AppealKind,
    /// When.
    #[serde(flatten)]
    pub act: ActDates,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// A paper was filed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaperFiled {
    /// The application or appeal it belongs to (its first event), where it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<EventId>,
    /// The kind of the paper.
    pub kind: FilingKind,
    /// When.
    #[serde(flatten)]
    pub act: ActDates,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

impl Happening {
    /// Whether it is a hearing or an interview that was neither put off nor called off.
    pub const fn is_hearing(&self) -> bool {
        matches!(self.what, HappeningKind::Hearing | HappeningKind::Interview)
            && !matches!(
                self.status,
                Some(Appointment::Moved | Appointment::Cancelled)
            )
    }

    /// Whether it is such a hearing and is, or may be, on one of these days.
    pub fn is_heard_within(&self, from: NaiveDate, until: NaiveDate) -> bool {
        let last = self.until.map_or(self.date.latest(), PartialDate::latest);
        self.is_hearing() && self.date.earliest() <= until && last >= from
    }
}

/// What happens beside applications, decisions and appeals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Happening {
    /// What.
    pub what: HappeningKind,
    /// When, or from when.
    pub date: PartialDate,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// The application, appeal or decision it belongs to (its first event).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<EventId>,
    /// A code: the kind of document, removal or detention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// A code for the place, never an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What became of a hearing or an interview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Appointment>,
    /// When somebody last asked whether it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<PartialDate>,
    /// The language in which it is to be interpreted, as a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What the person needs there, as codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// Of a document: the first day on which it can be renewed, by the office's own word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renew_from: Option<NaiveDate>,
    /// Of a document: the last day to ask for its renewal, by the office's own word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renew_by: Option<NaiveDate>,
    /// At which hour a hearing or an interview begins: `09:30` by the clock of the place, or `09:30+03:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}
