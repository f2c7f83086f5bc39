//! Everything that can happen to a case or to the office, with its wire name and version.
//!
//! A payload is one CBOR map `{at, by, person, via?, even_so?, kind, fields}`. The wire names
//! (`decision/1`) are never reused; what this program does not know is kept as it was written.

mod attachment;
mod case;
mod check_in;
mod deadline;
mod desk;
mod detention_review;
mod disappearance;
mod handover;
mod import;
mod mandate;
mod notice;
mod office;
mod out;
mod own;
mod person;
mod procedure;
mod referral;
mod resettlement;
mod risk;
mod sealed;
mod sheet;
mod table;
mod task;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::base::id::{CaseId, EventId, StreamId};
use crate::domain::code::LinkKind;
pub use attachment::{DocumentAdded, DocumentOpened};
pub use case::{
    CaseAssigned, CaseClosed, CaseLinked, CaseOpened, CaseReopened, EntryCorrected, EntryRetracted,
    FactLearned, NoteTaken,
};
pub use check_in::{AlarmPlanSet, AlarmStep, CheckInEnded, CheckInSet, CheckedIn};
pub use deadline::{
    DeadlineAct, DeadlineActed, DeadlineComputed, DeadlineSet, Restoration, SavedBy, Step,
};
pub use desk::{
    AbsenceSet, BatchMade, DeadlineWatched, LogSigned, RetentionSet, RetentionWarned,
    SecondPersonSet, WarningsSet,
};
pub use detention_review::DetentionReviewed;
pub use disappearance::{Disappeared, Reappeared};
pub use handover::{BackupKept, HandedOver, HandoverReceipt, HandoverTaken};
pub use import::{ImportMade, ImportUndone};
pub use mandate::{DeadlineTold, MandateGiven};
pub use notice::{NoticeAdded, NoticeEnded};
pub use office::{
    BackupMade, BackupProved, CardsAway, CaseErased, ContactOpened, ContactRuleSet, ContactShared,
    DeviceNamed, Exported, IdentityMatched, IdentityOpened, KeysChanged, MemberAdded,
    MemberRemoved, RulesInstalled, SealGroupSet, StoreOpened, TableReleased,
};
pub use out::{ArchiveRead, CalendarEntry, CalendarGiven, CalendarMade, CalendarTold};
pub use own::{FieldDeclared, FieldRecorded, FieldValue, Labels};
pub use person::{ConsentSaid, PersonAdded, PersonLeft};
pub use procedure::{
    ActDates, AppealLodged, ApplicationLodged, DecisionMade, DecisionServed, Happening, PaperFiled,
    ServiceDates,
};
pub use referral::{ReferralAnswered, Referred};
pub use resettlement::ResettlementStep;
pub use risk::RiskWeighed;
pub use sealed::{ContactSealed, IdentitySealed};
pub use sheet::{SheetImported, SheetSettled};
pub use table::{Above, ListAsked, TableAsked, TableLeft, TableProposed, ThresholdSet, TimeTold};
pub use task::{TaskAdded, TaskEnded};

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
    /// From another office, by `case import`.
    Handover,
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
    /// A further person belongs to the case.
    #[serde(rename = "person/1")]
    PersonAdded(PersonAdded),
    /// A person left the file.
    #[serde(rename = "person-left/1")]
    PersonLeft(PersonLeft),
    /// A person agreed to something, or did not.
    #[serde(rename = "consent/1")]
    ConsentSaid(ConsentSaid),
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
    /// The person says regularly that all is well.
    #[serde(rename = "check-in-set/1")]
    CheckInSet(CheckInSet),
    /// The person said that all is well.
    #[serde(rename = "check-in/1")]
    CheckedIn(CheckedIn),
    /// Nobody waits for check-ins any more.
    #[serde(rename = "check-in-end/1")]
    CheckInEnded(CheckInEnded),
    /// The person has disappeared.
    #[serde(rename = "disappearance/1")]
    Disappeared(Disappeared),
    /// The person was found again.
    #[serde(rename = "reappearance/1")]
    Reappeared(Reappeared),
    /// The office was asked to do something for the person.
    #[serde(rename = "mandate/1")]
    MandateGiven(MandateGiven),
    /// The person was told of a deadline.
    #[serde(rename = "deadline-told/1")]
    DeadlineTold(DeadlineTold),
    /// Something is to be done by a day.
    #[serde(rename = "task/1")]
    TaskAdded(TaskAdded),
    /// A next step was done or dropped.
    #[serde(rename = "task-act/1")]
    TaskEnded(TaskEnded),
    /// The person was passed on to a partner, or by one.
    #[serde(rename = "referral/1")]
    Referred(Referred),
    /// What became of a referral.
    #[serde(rename = "referral-outcome/1")]
    ReferralAnswered(ReferralAnswered),
    /// A step on the way to a third country.
    #[serde(rename = "resettlement/1")]
    ResettlementStep(ResettlementStep),
    /// The danger was weighed.
    #[serde(rename = "risk/1")]
    RiskWeighed(RiskWeighed),
    /// A detention was reviewed.
    #[serde(rename = "detention-review/1")]
    DetentionReviewed(DetentionReviewed),
    /// The value of a field of the office's own became known.
    #[serde(rename = "field/1")]
    FieldRecorded(FieldRecorded),
    /// A field of the office's own was declared. (Office.)
    #[serde(rename = "field-declared/1")]
    FieldDeclared(FieldDeclared),
    /// What the office does when a person has disappeared. (Office.)
    #[serde(rename = "alarm-plan/1")]
    AlarmPlanSet(AlarmPlanSet),
    /// Something holds for everybody from a country. (Office.)
    #[serde(rename = "notice/1")]
    NoticeAdded(NoticeAdded),
    /// It holds no longer. (Office.)
    #[serde(rename = "notice-end/1")]
    NoticeEnded(NoticeEnded),
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
    /// A table left the store, with markers. (Office.)
    #[serde(rename = "release/2")]
    TableLeft(TableLeft),
    /// A table with small numbers shown waits for another member. (Office.)
    #[serde(rename = "release-proposed/1")]
    TableProposed(TableProposed),
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
    /// A spreadsheet was imported.
    #[serde(rename = "sheet-imported/1")]
    SheetImported(SheetImported),
    /// What became of the spreadsheets that were imported.
    #[serde(rename = "sheet-settled/1")]
    SheetSettled(SheetSettled),
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
    /// An import was made. (Office.)
    #[serde(rename = "import/1")]
    ImportMade(ImportMade),
    /// An import was taken back. (Office.)
    #[serde(rename = "import-undone/1")]
    ImportUndone(ImportUndone),
    /// After how long a closed case is to be forgotten. (Office.)
    #[serde(rename = "retention/1")]
    RetentionSet(RetentionSet),
    /// People were told that a case has passed its period. (Office.)
    #[serde(rename = "retention-warned/1")]
    RetentionWarned(RetentionWarned),
    /// A calendar was given out, as older programs wrote it down. (Office.)
    #[serde(rename = "calendar/1")]
    CalendarMade(CalendarMade),
    /// A calendar was given out. (Office.)
    #[serde(rename = "calendar/2")]
    CalendarGiven(CalendarGiven),
    /// A document hangs on the case.
    #[serde(rename = "attachment/1")]
    DocumentAdded(DocumentAdded),
    /// A sealed document was opened. (Office.)
    #[serde(rename = "attachment-opened/1")]
    DocumentOpened(DocumentOpened),
    /// The history before came out of an archive. (Office.)
    #[serde(rename = "archive-read/1")]
    ArchiveRead(ArchiveRead),
    /// The case was given to another office. Until a receipt says so it is not known to have come.
    #[serde(rename = "handover/1")]
    HandedOver(HandedOver),
    /// The case came from another office.
    #[serde(rename = "handover-taken/1")]
    HandoverTaken(HandoverTaken),
    /// The other office has the case.
    #[serde(rename = "handover-receipt/1")]
    HandoverReceipt(HandoverReceipt),
    /// A copy of a backup lies somewhere. (Office.)
    #[serde(rename = "backup-kept/1")]
    BackupKept(BackupKept),
    /// Fewer than so many persons are small in what leaves. (Office.)
    #[serde(rename = "stats-threshold/1")]
    ThresholdSet(ThresholdSet),
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
            Self::TaskEnded(e) => Some(e.on),
            Self::DetentionReviewed(e) => Some(e.on),
            Self::ReferralAnswered(e) => Some(e.on),
            Self::DocumentAdded(e) => e.on,
            _ => None,
        }
    }

    /// Of the whole case: said of none of its persons.
    pub const fn is_of_the_case(&self) -> bool {
        matches!(
            self,
            Self::CaseOpened(_)
                | Self::CaseClosed(_)
                | Self::CaseReopened(_)
                | Self::CaseAssigned(_)
                | Self::CaseLinked(CaseLinked {
                    link: LinkKind::Family | LinkKind::Related,
                    ..
                })
                | Self::NoteTaken(NoteTaken { of_one: false, .. })
                | Self::EntryRetracted(_)
                | Self::DeadlineActed(_)
                | Self::DeadlineTold(_)
                | Self::DeadlineWatched(_)
                | Self::CheckInSet(_)
                | Self::CheckedIn(_)
                | Self::CheckInEnded(_)
                | Self::TaskAdded(TaskAdded {
                    opened_by: None,
                    of_one: false,
                    ..
                })
                | Self::TaskEnded(_)
                | Self::RiskWeighed(_)
                | Self::HandedOver(_)
                | Self::HandoverTaken(_)
                | Self::HandoverReceipt(_)
                | Self::Unknown { .. }
        )
    }

    /// Says whether a note or a next step is about one person alone; of any other entry it stands already.
    pub fn set_of_one(&mut self, of_one: bool) {
        match self {
            Self::NoteTaken(note) => note.of_one = of_one,
            Self::TaskAdded(task) => task.of_one = of_one,
            _ => {}
        }
    }

    /// Whether it goes along when the case is handed to another office: what happened to the person and what was done about
    /// it. Not who works on the case here, other cases, what is sealed to our own keys, and fields that only we declare.
    pub fn is_handed_over(&self) -> bool {
        match self {
            Self::EntryCorrected(correction) => correction.entry.is_handed_over(),
            Self::CaseOpened(_)
            | Self::ApplicationLodged(_)
            | Self::DecisionMade(_)
            | Self::DecisionServed(_)
            | Self::AppealLodged(_)
            | Self::PaperFiled(_)
            | Self::Happened(_)
            | Self::FactLearned(_)
            | Self::PersonAdded(_)
            | Self::PersonLeft(_)
            | Self::ConsentSaid(_)
            | Self::NoteTaken(_)
            | Self::CaseClosed(_)
            | Self::CaseReopened(_)
            | Self::EntryRetracted(_)
            | Self::DeadlineComputed(_)
            | Self::DeadlineSet(_)
            | Self::DeadlineActed(_)
            | Self::CheckInSet(_)
            | Self::CheckedIn(_)
            | Self::CheckInEnded(_)
            | Self::Disappeared(_)
            | Self::Reappeared(_)
            | Self::MandateGiven(_)
            | Self::DeadlineTold(_)
            | Self::TaskAdded(_)
            | Self::TaskEnded(_)
            | Self::Referred(_)
            | Self::ReferralAnswered(_)
            | Self::ResettlementStep(_)
            | Self::RiskWeighed(_)
            | Self::DetentionReviewed(_) => true,
            _ => false,
        }
    }

    /// Forgets by what an import would know it again: that hangs on the key of the office that imported it.
    pub fn drop_import_ref(&mut self) {
        if let Some(place) = self.import_ref_mut() {
            *place = None;
        }
    }

    /// What a member says of the office, not of a case: it is changed by saying it anew.
    pub const fn is_said_for_the_office(&self) -> bool {
        matches!(
            self,
            Self::NoticeAdded(_)
                | Self::NoticeEnded(_)
                | Self::AbsenceSet(_)
                | Self::RetentionSet(_)
                | Self::WarningsSet(_)
                | Self::SecondPersonSet(_)
                | Self::ThresholdSet(_)
                | Self::AlarmPlanSet(_)
                | Self::FieldDeclared(_)
        )
    }

    /// What the office does about a deadline, a next step or the file itself: it tells nothing of the person.
    pub const fn is_desk_work(&self) -> bool {
        matches!(
            self,
            Self::DeadlineActed(_)
                | Self::DeadlineTold(_)
                | Self::TaskEnded(_)
                | Self::HandedOver(_)
                | Self::HandoverTaken(_)
                | Self::HandoverReceipt(_)
        )
    }

    /// The cases whose key and payloads are destroyed by what it tells of.
    pub fn erased(&self) -> &[CaseId] {
        match self {
            Self::CaseErased(gone) => std::slice::from_ref(&gone.case),
            Self::ImportUndone(undone) => &undone.erased,
            _ => &[],
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
            Self::PersonAdded(e) => e.import_ref.as_ref(),
            Self::PersonLeft(e) => e.import_ref.as_ref(),
            Self::ConsentSaid(e) => e.import_ref.as_ref(),
            Self::NoteTaken(e) => e.import_ref.as_ref(),
            Self::CaseClosed(e) => e.import_ref.as_ref(),
            Self::CaseReopened(e) => e.import_ref.as_ref(),
            Self::CheckInSet(e) => e.import_ref.as_ref(),
            Self::CheckedIn(e) => e.import_ref.as_ref(),
            Self::CheckInEnded(e) => e.import_ref.as_ref(),
            Self::Disappeared(e) => e.import_ref.as_ref(),
            Self::Reappeared(e) => e.import_ref.as_ref(),
            Self::MandateGiven(e) => e.import_ref.as_ref(),
            Self::TaskAdded(e) => e.import_ref.as_ref(),
            Self::TaskEnded(e) => e.import_ref.as_ref(),
            Self::Referred(e) => e.import_ref.as_ref(),
            Self::ReferralAnswered(e) => e.import_ref.as_ref(),
            Self::ResettlementStep(e) => e.import_ref.as_ref(),
            Self::RiskWeighed(e) => e.import_ref.as_ref(),
            Self::DetentionReviewed(e) => e.import_ref.as_ref(),
            Self::FieldRecorded(e) => e.import_ref.as_ref(),
            Self::DeadlineSet(e) => e.import_ref.as_ref(),
            Self::DeadlineActed(e) => e.import_ref.as_ref(),
            Self::DeadlineTold(e) => e.import_ref.as_ref(),
            Self::CaseLinked(e) => e.import_ref.as_ref(),
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
            Self::PersonAdded(e) => Some(&mut e.import_ref),
            Self::PersonLeft(e) => Some(&mut e.import_ref),
            Self::ConsentSaid(e) => Some(&mut e.import_ref),
            Self::NoteTaken(e) => Some(&mut e.import_ref),
            Self::CaseClosed(e) => Some(&mut e.import_ref),
            Self::CaseReopened(e) => Some(&mut e.import_ref),
            Self::CheckInSet(e) => Some(&mut e.import_ref),
            Self::CheckedIn(e) => Some(&mut e.import_ref),
            Self::CheckInEnded(e) => Some(&mut e.import_ref),
            Self::Disappeared(e) => Some(&mut e.import_ref),
            Self::Reappeared(e) => Some(&mut e.import_ref),
            Self::MandateGiven(e) => Some(&mut e.import_ref),
            Self::TaskAdded(e) => Some(&mut e.import_ref),
            Self::TaskEnded(e) => Some(&mut e.import_ref),
            Self::Referred(e) => Some(&mut e.import_ref),
            Self::ReferralAnswered(e) => Some(&mut e.import_ref),
            Self::ResettlementStep(e) => Some(&mut e.import_ref),
            Self::RiskWeighed(e) => Some(&mut e.import_ref),
            Self::DetentionReviewed(e) => Some(&mut e.import_ref),
            Self::FieldRecorded(e) => Some(&mut e.import_ref),
            Self::DeadlineSet(e) => Some(&mut e.import_ref),
            Self::DeadlineActed(e) => Some(&mut e.import_ref),
            Self::DeadlineTold(e) => Some(&mut e.import_ref),
            Self::CaseLinked(e) => Some(&mut e.import_ref),
            _ => None,
        }
    }
}

/// A keyed hash of an import's own name for a case or line: recognises a second import of the same
/// file without keeping the name.
pub type ImportRef = String;
