//! Everything that can happen to a case or to the office, with its wire name and version.
//!
//! A payload is one CBOR map `{at, by, person, via?, even_so?, kind, fields}`. The wire names
//! (`decision/1`) are never reused; what this program does not know is kept as it was written.

mod deadline;
mod desk;
mod office;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::{CaseId, EventId, StreamId};
use crate::domain::code::{
    AppealKind, ApplicationKind, ApplicationOrder, Basis, CaseEnd, ClosedReason, FilingKind,
    HappeningKind, LinkKind, Means, Outcome, Protection, Sex,
};
pub use deadline::{
    DeadlineAct, DeadlineActed, DeadlineComputed, DeadlineSet, Restoration, SavedBy, Step,
};
pub use desk::{
    AbsenceSet, BatchMade, DeadlineWatched, LogSigned, RetentionSet, RetentionWarned,
    SecondPersonSet, WarningsSet,
};
pub use office::{
    BackupMade, BackupProved, CardsAway, CaseErased, ContactOpened, ContactRuleSet, ContactShared,
    DeviceNamed, Exported, IdentityMatched, IdentityOpened, KeysChanged, MemberAdded,
    MemberRemoved, RulesInstalled, SealGroupSet, StoreOpened, TableReleased,
};

/// A member's pseudonym in the store (`m1`), never a person's name.
pub type Alias = String;

/// One event as it stands in the log, opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// First half of its hash.
    pub id: EventId,
    /// The case, or [`CaseId::OFFICE`].
    pub case: CaseId,
    /// Lamport time: with `stream` and `number` the one order of every fold.
    pub lamport: u64,
    /// The device's stream.
    pub stream: StreamId,
    /// Its place in the stream, from 1.
    pub number: u64,
    /// What it says.
    pub payload: Payload,
}

/// What an event says, sealed under its case's key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Payload {
    /// When it was recorded: a fact, never an order.
    #[serde(with = "chrono::serde::ts_seconds")]
    pub at: DateTime<Utc>,
    /// The member who recorded it.
    pub by: Alias,
    /// The person within the case it is about, from 1.
    pub person: u16,
    /// How it came in, where a member did not type it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Via>,
    /// Why it was recorded although it contradicts the history.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub even_so: Option<String>,
    /// The entry itself.
    #[serde(flatten)]
    pub entry: Entry,
}

/// How an event came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// From a file, by `import`.
    Import,
}

/// What happened. The wire names carry a version and are never reused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "fields")]
pub enum Entry {
    /// A case was opened.
    #[serde(rename = "case/1")]
    CaseOpened(CaseOpened),
    /// Protection was applied for.
    #[serde(rename = "application/1")]
    ApplicationLodged(ApplicationLodged),
    /// An application or an appeal was decided.
    #[serde(rename = "decision/1")]
    DecisionMade(DecisionMade),
    /// A day on which a decision reached the person became known.
    #[serde(rename = "service/1")]
    DecisionServed(DecisionServed),
    /// A remedy was used.
    #[serde(rename = "appeal/1")]
    AppealLodged(AppealLodged),
    /// A paper was filed.
    #[serde(rename = "filing/1")]
    PaperFiled(PaperFiled),
    /// An interview, hearing, document, removal, detention, release, departure or contact.
    #[serde(rename = "happening/1")]
    Happened(Happening),
    /// Something that rules ask for became known.
    #[serde(rename = "fact/1")]
    FactLearned(FactLearned),
    /// A note in free text.
    #[serde(rename = "note/1")]
    NoteTaken(NoteTaken),
    /// The case was given to a member or to nobody.
    #[serde(rename = "assignment/1")]
    CaseAssigned(CaseAssigned),
    /// Two cases belong together.
    #[serde(rename = "link/1")]
    CaseLinked(CaseLinked),
    /// The case was closed.
    #[serde(rename = "closure/1")]
    CaseClosed(CaseClosed),
    /// A closed case was opened again.
    #[serde(rename = "reopening/1")]
    CaseReopened(CaseReopened),
    /// A further version of an earlier entry.
    #[serde(rename = "correction/1")]
    EntryCorrected(EntryCorrected),
    /// What ties the case to a person was sealed.
    #[serde(rename = "identity/1")]
    IdentitySealed(IdentitySealed),
    /// Telephone and address were sealed so that the worker of the case can open them.
    #[serde(rename = "contact-sealed/1")]
    ContactSealed(ContactSealed),
    /// An earlier entry was taken back.
    #[serde(rename = "retraction/1")]
    EntryRetracted(EntryRetracted),
    /// A deadline was computed, or computed anew.
    #[serde(rename = "deadline-computed/1")]
    DeadlineComputed(Box<DeadlineComputed>),
    /// A person set a deadline by hand (a day stated in a letter).
    #[serde(rename = "deadline-set/1")]
    DeadlineSet(DeadlineSet),
    /// A person dealt with a deadline.
    #[serde(rename = "deadline-act/1")]
    DeadlineActed(DeadlineActed),
    /// The store was made. (Office.)
    #[serde(rename = "store/1")]
    StoreOpened(StoreOpened),
    /// A member may open the store. (Office.)
    #[serde(rename = "member/1")]
    MemberAdded(MemberAdded),
    /// A member cannot open the store any more. (Office.)
    #[serde(rename = "member-removed/1")]
    MemberRemoved(MemberRemoved),
    /// The store's keys were renewed. (Office.)
    #[serde(rename = "keys-changed/1")]
    KeysChanged(KeysChanged),
    /// A table left the store. (Office.)
    #[serde(rename = "release/1")]
    TableReleased(TableReleased),
    /// Others can open sealed identities. (Office.)
    #[serde(rename = "seal-group/1")]
    SealGroupSet(SealGroupSet),
    /// A sealed identity was opened. (Office.)
    #[serde(rename = "identity-opened/1")]
    IdentityOpened(IdentityOpened),
    /// A holder looked for a person. (Office.)
    #[serde(rename = "identity-matched/1")]
    IdentityMatched(IdentityMatched),
    /// Something was given out as a paper or a file. (Office.)
    #[serde(rename = "exported/1")]
    Exported(Exported),
    /// Others can open telephones and addresses. (Office.)
    #[serde(rename = "contact-rule/1")]
    ContactRuleSet(ContactRuleSet),
    /// A member can open a telephone and an address. (Office.)
    #[serde(rename = "contact-shared/1")]
    ContactShared(ContactShared),
    /// A telephone and an address were opened. (Office.)
    #[serde(rename = "contact-opened/1")]
    ContactOpened(ContactOpened),
    /// A case was erased. (Office.)
    #[serde(rename = "erased/1")]
    CaseErased(CaseErased),
    /// A device says with which key it signs. (Office.)
    #[serde(rename = "device/1")]
    DeviceNamed(DeviceNamed),
    /// The store was backed up. (Office.)
    #[serde(rename = "backup/1")]
    BackupMade(BackupMade),
    /// Somebody proved that a backup can be restored. (Office.)
    #[serde(rename = "drill/1")]
    BackupProved(BackupProved),
    /// Neither the recovery card nor a seal key stays in this office. (Office.)
    #[serde(rename = "cards-away/1")]
    CardsAway(CardsAway),
    /// The office took in a rule file of its own. (Office.)
    #[serde(rename = "rules-installed/1")]
    RulesInstalled(RulesInstalled),
    /// A member looked over what was recorded of deadlines on one day. (Office.)
    #[serde(rename = "log-signed/1")]
    LogSigned(LogSigned),
    /// Whether a second member must check the day of a new deadline. (Office.)
    #[serde(rename = "second-person/1")]
    SecondPersonSet(SecondPersonSet),
    /// How many days ahead people are warned. (Office.)
    #[serde(rename = "warnings/1")]
    WarningsSet(WarningsSet),
    /// A member watches a deadline that another works on.
    #[serde(rename = "deadline-watch/1")]
    DeadlineWatched(DeadlineWatched),
    /// A member is away, and another sees to their cases. (Office.)
    #[serde(rename = "absence/1")]
    AbsenceSet(AbsenceSet),
    /// Entries that were made of many cases at once. (Office.)
    #[serde(rename = "batch/1")]
    BatchMade(BatchMade),
    /// After how long a closed case is to be forgotten. (Office.)
    #[serde(rename = "retention/1")]
    RetentionSet(RetentionSet),
    /// People were told that a case has passed its period. (Office.)
    #[serde(rename = "retention-warned/1")]
    RetentionWarned(RetentionWarned),
    /// Written by a newer program: kept, shown as unknown, never folded.
    #[serde(skip)]
    Unknown {
        /// Its wire name.
        kind: String,
    },
}

impl Entry {
    /// What it is about, where it names it: a decision's application, a remedy's decision.
    pub fn on(&self) -> Option<EventId> {
        match self {
            Self::DecisionMade(e) => Some(e.on),
            Self::DecisionServed(e) => Some(e.on),
            Self::AppealLodged(e) => Some(e.on),
            Self::PaperFiled(e) => e.on,
            Self::Happened(e) => e.on,
            Self::FactLearned(e) => e.on,
            Self::DeadlineSet(e) => e.on,
            _ => None,
        }
    }

    /// Marks the entry as brought by an import; see [`ImportRef`].
    pub fn set_import_ref(&mut self, mark: ImportRef) {
        if let Some(place) = self.import_ref_mut() {
            *place = Some(mark);
        }
    }

    /// By what an import would know the entry again.
    pub fn import_ref(&self) -> Option<&ImportRef> {
        match self {
            Self::CaseOpened(e) => e.import_ref.as_ref(),
            Self::ApplicationLodged(e) => e.import_ref.as_ref(),
            Self::DecisionMade(e) => e.import_ref.as_ref(),
            Self::DecisionServed(e) => e.import_ref.as_ref(),
            Self::AppealLodged(e) => e.import_ref.as_ref(),
            Self::PaperFiled(e) => e.import_ref.as_ref(),
            Self::Happened(e) => e.import_ref.as_ref(),
            Self::FactLearned(e) => e.import_ref.as_ref(),
            Self::NoteTaken(e) => e.import_ref.as_ref(),
            Self::CaseClosed(e) => e.import_ref.as_ref(),
            _ => None,
        }
    }

    fn import_ref_mut(&mut self) -> Option<&mut Option<ImportRef>> {
        match self {
            Self::CaseOpened(e) => Some(&mut e.import_ref),
            Self::ApplicationLodged(e) => Some(&mut e.import_ref),
            Self::DecisionMade(e) => Some(&mut e.import_ref),
            Self::DecisionServed(e) => Some(&mut e.import_ref),
            Self::AppealLodged(e) => Some(&mut e.import_ref),
            Self::PaperFiled(e) => Some(&mut e.import_ref),
            Self::Happened(e) => Some(&mut e.import_ref),
            Self::FactLearned(e) => Some(&mut e.import_ref),
            Self::NoteTaken(e) => Some(&mut e.import_ref),
            Self::CaseClosed(e) => Some(&mut e.import_ref),
            _ => None,
        }
    }
}

/// A case was opened under a random number. Nothing finer than a year stands here about the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseOpened {
    /// The case number, without dashes.
    pub number: String,
    /// Two generated words.
    pub callsign: String,
    /// ISO 3166-1 alpha-2 in capitals, `stateless` or `unknown`.
    pub origin: String,
    /// The country or body whose law applies, as rules name it (`ru`).
    pub jurisdiction: String,
    /// Sex as recorded.
    pub sex: Sex,
    /// Year of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<i32>,
    /// The office's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// Who works on it from the start; nobody where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker: Option<Alias>,
    /// When the office opened it.
    pub opened: PartialDate,
    /// Codes of the office's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Where it came from in an import; see [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// A keyed hash of an import's own name for a case or line: recognises a second import of the same
/// file without keeping the name.
pub type ImportRef = String;

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

/// What ties the case to a person, sealed to keys that the store does not hold (`docs/format/identity.md`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentitySealed {
    /// The group that it was sealed to.
    pub group: u32,
    /// A binary age file.
    #[serde(with = "crate::base::bytes")]
    pub envelope: Vec<u8>,
}

/// Telephone and address in an envelope of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactSealed {
    /// The group that it was sealed to.
    pub group: u32,
    /// The member that it was sealed to as well: who worked on the case.
    pub worker: Alias,
    /// The sealed identities that it is taken from: where one of them is taken back, it tells nothing any more.
    pub of: Vec<EventId>,
    /// A binary age file.
    #[serde(with = "crate::base::bytes")]
    pub envelope: Vec<u8>,
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
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// Something that rules ask for became known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactLearned {
    /// Canonical name (`detained`, `region`).
    pub name: String,
    /// Its value.
    pub value: String,
    /// From when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The application it is about; the whole case where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<EventId>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// A note in free text, which never came by an argument.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct NoteTaken {
    /// The text.
    pub text: String,
    /// What day it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

impl std::fmt::Debug for NoteTaken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NoteTaken(…)")
    }
}

/// The case was given to a member, or to nobody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseAssigned {
    /// The member; nobody where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Alias>,
}

/// Two cases belong together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseLinked {
    /// The other case.
    pub to: CaseId,
    /// How.
    #[serde(rename = "as")]
    pub link: LinkKind,
}

/// The case was closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseClosed {
    /// Why.
    pub reason: CaseEnd,
    /// When.
    pub date: PartialDate,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// A closed case was opened again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseReopened {
    /// When.
    pub date: PartialDate,
}

/// A further version of an entry. What hangs on the entry stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryCorrected {
    /// The entry's first event.
    pub root: EventId,
    /// The versions its author saw and replaces.
    pub replaces: Vec<EventId>,
    /// Why.
    pub because: String,
    /// The entry as it should read, of the same kind.
    pub entry: Box<Entry>,
}

/// An entry, or one version of it, was taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryRetracted {
    /// The event taken back: an entry's first event takes back all its versions.
    pub target: EventId,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}
