//! Everything a use case can refuse, gathered: `cli` has one sentence and one exit code for each.

pub mod figures;
pub mod lines;

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::app::act::Unsettled;
use crate::app::fields::Fault;
use crate::app::own::file::Flaw;
use crate::app::stats::BadRate;
use crate::app::view;
use crate::base::date::PartialDate;
use crate::base::file::FileError;
use crate::base::id::EventId;
use crate::base::number::{BadNumber, CaseNumber};
use crate::base::random::NoRandomness;
use crate::base::sheet::SheetError;
use crate::domain::check::Objection;
use crate::domain::code::{DeadlineState, NotShared, Purpose};
use crate::rules::RuleError;
use crate::store::StoreError;
use crate::vault::VaultError;

pub use figures::{Consented, Offer, Offered, Refusal, Told, Tried, Withheld};
pub use lines::{ActWrong, CellWrong, LineFault, LineWrong, MapFault, MapWrong};

/// Why a use case could not be done. Holds ids and codes, never personal data, and so nothing that was typed and not
/// understood: a name may have come into the wrong place.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Keys.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// Files other than the store's.
    #[error(transparent)]
    File(#[from] FileError),
    /// Rules.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// The operating system gave no random bytes.
    #[error(transparent)]
    Random(#[from] NoRandomness),
    /// Fields that cannot stand so.
    #[error("{} faults", .0.len())]
    Fields(Vec<Fault>),
    /// It contradicts the history.
    #[error("{objection}")]
    History {
        /// The case number.
        case: String,
        /// Why.
        objection: Objection,
    },
    /// These persons did not agree to it.
    #[error("no consent to {purpose}")]
    NoConsent {
        /// To what.
        purpose: Purpose,
        /// Their numbers in the case.
        persons: Vec<u16>,
    },
    /// Nobody was named who can open names.
    #[error("nobody can open what would be sealed")]
    NobodyToSealTo,
    /// A birth that is still to come.
    #[error("a birth that is still to come")]
    BirthToCome,
    /// An image that cannot be read, so that nobody knows what it says of itself.
    #[error("not an image that can be read")]
    DocumentImage,
    /// A file of no bytes.
    #[error("an empty file")]
    DocumentEmpty,
    /// A file of more than so many megabytes.
    #[error("too large a file")]
    DocumentTooLarge(u64),
    /// A picture whose metadata cannot be taken out, and that everybody is to see.
    #[error("what the picture says of itself cannot be taken out")]
    DocumentTells,
    /// No document has this id.
    #[error("no such document")]
    NoDocument,
    /// The document was taken back.
    #[error("the document was taken back")]
    DocumentTakenBack,
    /// It is sealed, and nobody said what it is opened for.
    #[error("no reason for opening a document")]
    DocumentReason,
    /// The case is somebody else's, or nobody's.
    #[error("not my case")]
    NotMine,
    /// No telephone or address is sealed to this key.
    #[error("no contact for this key")]
    NoContactForMe,
    /// Telephone and address stay with the holders.
    #[error("the contact is shared with nobody")]
    ContactNotShared(NotShared),
    /// Nothing on record says that the person files alone.
    #[error("ours to file")]
    OursToFile,
    /// No deadline of ours waits that a letter could meet.
    #[error("no deadline to file for")]
    NothingToFile,
    /// Several deadlines end on the day of the next, and a letter is for one.
    #[error("several deadlines on one day")]
    SeveralToFile(Vec<view::Deadline>),
    /// Others can open names already.
    #[error("a seal group stands")]
    SealGroupStands,
    /// There is neither a recovery card nor a seal key.
    #[error("no cards")]
    NoCards,
    /// The case has no envelope.
    #[error("nothing is sealed")]
    NothingSealed,
    /// None of the keys given opens any envelope of the case.
    #[error("no key that opens it")]
    NoSealKey,
    /// What was sealed of the case is no envelope of it.
    #[error("the envelope is damaged")]
    EnvelopeDamaged,
    /// The backup is made and whole, and that it was made could not be written down.
    #[error("the backup is made, and not noted: {0}")]
    BackupNotNoted(Box<Self>),
    /// Writing a backup to another disk stopped; it can go on.
    #[error("the backup was cut off")]
    BackupCutOff {
        /// So many bytes stand there.
        at: u64,
        /// Of so many.
        of: u64,
        /// What the system said.
        source: std::io::Error,
    },
    /// There is nowhere to unpack a backup: no room, or nothing can be written. That says nothing of the backup.
    #[error("no place to judge the backup in")]
    BackupNotJudged {
        /// The folder in which it lies.
        beside: PathBuf,
        /// The system's folder for what goes again.
        spare: PathBuf,
    },
    /// A case was erased while the backup was written.
    #[error("something was erased meanwhile")]
    BackupOvertaken,
    /// The backup is made and whole, and an older one could not be removed.
    #[error("an older backup stays")]
    NotThinned(#[source] FileError),
    /// Nobody said yet how far this place is.
    #[error("an unknown place")]
    UnknownPlace,
    /// A copy that is to lie elsewhere lies on the store's own disk.
    #[error("a copy on the store's own disk")]
    BackupOnThisDisk,
    /// No backup was made yet.
    #[error("no backup")]
    NoBackup,
    /// A store that holds something takes in no archive.
    #[error("the store is not empty")]
    NotEmpty,
    /// This line of an archive is none.
    #[error("line {0} of the archive")]
    ArchiveLine(usize),
    /// The key does not open the hand-over.
    #[error("this key does not open the hand-over")]
    HandoverLocked,
    /// No hand-over, or not a whole one as it was given.
    #[error("not a whole hand-over")]
    HandoverDamaged,
    /// A hand-over of a newer program.
    #[error("a hand-over of a newer program")]
    HandoverNewer,
    /// The last day on which a hand-over is to be taken is past.
    #[error("a last day that is past")]
    HandoverEnds(NaiveDate),
    /// It was to be taken until this day.
    #[error("the hand-over ended on {0}")]
    HandoverExpired(NaiveDate),
    /// The case is here, by its number, or was erased here.
    #[error("the case is here already")]
    HandoverKnown(Option<String>),
    /// It is out already by this entry, to be taken until this day.
    #[error("handed over already, until {1}")]
    HandoverOut(EventId, NaiveDate),
    /// Another office has had it since this day.
    #[error("another office has it since {0}")]
    HandoverThere(NaiveDate),
    /// Another office's receipt for the same case is here.
    #[error("a second office has it")]
    ReceiptSecond,
    /// The other office has the case, by its number, though the hand-over was taken back here on this day.
    #[error("received, and taken back on {1}")]
    ReceiptTakenBack(String, NaiveDate),
    /// The case did not come from another office.
    #[error("no origin")]
    NoOrigin,
    /// No receipt, or an altered one.
    #[error("not a receipt")]
    ReceiptDamaged,
    /// A receipt for nothing that was handed over here.
    #[error("a receipt for nothing of ours")]
    ReceiptOfNone,
    /// No word to look for.
    #[error("nothing to find")]
    NothingToFind,
    /// The recovery card is not to open names.
    #[error("the recovery card opens no names")]
    CardOpensNoNames,
    /// A key that opens names is never kept.
    #[error("a key that opens names is not kept")]
    SealKey,
    /// No other key opens the store.
    #[error("no other key opens the store")]
    NothingRestores,
    /// A key file could not be removed.
    #[error("a key file could not be removed")]
    KeyStayed,
    /// The key does not open the backup.
    #[error("this key does not open the backup")]
    BackupLocked,
    /// The backup opens, and what is in it is damaged.
    #[error("the backup is damaged")]
    BackupDamaged,
    /// It is a backup of another store, or of another history of this one.
    #[error("a backup of another store")]
    OtherStore,
    /// A disk or share is mounted on the folder, so that no store can take its place.
    #[error("the folder is a mount point")]
    MountPoint,
    /// The folder above takes nothing new.
    #[error("the folder above cannot be written to")]
    NoRoom,
    /// A mistyped case number.
    #[error("not a case number: {0}")]
    Number(BadNumber),
    /// Neither a case number nor a callsign.
    #[error("not a case")]
    NotACase,
    /// A right number that no case bears.
    #[error("no case {0}")]
    NoCase(CaseNumber),
    /// A callsign that no case bears.
    #[error("no case of this callsign")]
    NoCallsign,
    /// Several cases bear the callsign.
    #[error("several cases {0:?}")]
    TwoCases(Vec<String>),
    /// No event, or no deadline, begins with this.
    #[error("no such event")]
    NoEvent,
    /// Several do.
    #[error("several events {0:?}")]
    TwoEvents(Vec<String>),
    /// Too short to be the beginning of an id.
    #[error("id too short")]
    ShortId,
    /// An event of this sort is not corrected, retracted or undone.
    #[error("not for {kind}")]
    NotFor {
        /// Its wire kind.
        kind: String,
    },
    /// Taken back already.
    #[error("already retracted")]
    AlreadyRetracted,
    /// Nothing of mine is left to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// The last entry is one of the office's, which is changed by saying it anew.
    #[error("the last entry is the office's own")]
    OfTheOffice {
        /// What it is, as a code.
        kind: String,
    },
    /// Other entries hang on it.
    #[error("{} others hang on it", .0.len())]
    HangsOnIt(Vec<view::Entry>),
    /// Whoever recorded everything of a day cannot look it over alone.
    #[error("all of that day is mine")]
    OwnLog,
    /// Another member must check what this one entered.
    #[error("entered by the same member")]
    SameMember,
    /// The last day lies before the first.
    #[error("ends before it begins")]
    EndsBefore,
    /// Nobody stands in for themselves.
    #[error("the same member")]
    OwnDeputy,
    /// No absence of the member begins on that day.
    #[error("no such absence")]
    NoAbsence,
    /// Nothing says which cases.
    #[error("which cases")]
    NoSelection,
    /// My last entry that stands is one of an import, and I did something after it.
    #[error("an import is taken back whole")]
    WholeImport(String),
    /// Of an import that is to be taken back cases go for good, for what is personal in them.
    #[error("{count} cases would be forgotten")]
    ImportForgets {
        /// How many cases.
        count: usize,
        /// The import.
        batch: String,
    },
    /// No batch has this id.
    #[error("no such batch")]
    NoBatch,
    /// Cases that were to be closed, each with how much is open in it.
    #[error("{} cases wait", .0.len())]
    CasesWait(Vec<(String, usize)>),
    /// Something in the case is open that would go out of sight.
    #[error("unsettled")]
    Unsettled(Unsettled),
    /// Cases to which something cannot be done at once, each with the reason, and those in which something is open.
    #[error("{} cases object", .0.len())]
    CasesObject(Vec<(String, Objection)>, Vec<(String, usize)>),
    /// The entry is no notice.
    #[error("no notice")]
    NoNotice,
    /// The notice has ended.
    #[error("the notice has ended")]
    NoticeOver,
    /// The case is open, or has not passed its period.
    #[error("not passed")]
    NotPassed,
    /// People were told of it lately, and can be told again from a day on.
    #[error("warned lately, again from {0}")]
    WarnedLately(NaiveDate),
    /// People were told of it twice.
    #[error("warned twice")]
    WarnedTwice,
    /// A deadline of ours is open.
    #[error("{} deadlines are open", .0.len())]
    DeadlinesOpen(Vec<view::Deadline>),
    /// The case has no deadline of the rule.
    #[error("no such deadline")]
    NoDeadline,
    /// The deadline asks for nothing any more.
    #[error("the deadline is {0}")]
    DeadlineSettled(DeadlineState),
    /// More time that ends no later than there was.
    #[error("{until} is not after {due}")]
    NotLater {
        /// The day given.
        until: NaiveDate,
        /// The day it has.
        due: NaiveDate,
    },
    /// A day of a deadline's act lies where it cannot.
    #[error("{0} cannot be")]
    BadDay(PartialDate),
    /// No such member.
    #[error("no such member")]
    NoMember,
    /// An alias that is none.
    #[error("not an alias")]
    BadAlias,
    /// Another one has the alias.
    #[error("the alias is taken")]
    AliasTaken,
    /// The recipient is one already that opens the same.
    #[error("the recipient is known")]
    KnownRecipient,
    /// Nobody but the recovery card would be left to open the store.
    #[error("the last member")]
    LastMember,
    /// Nobody would be left to open names.
    #[error("the last who can open names")]
    LastHolder,
    /// The keys cannot be sealed anew: these members' recipients stand nowhere.
    #[error("recipients of {0:?} are not known")]
    UnknownRecipients(Vec<String>),
    /// Who leaves to a case of their own, and nobody said which.
    #[error("which case is their own")]
    NoOwnCase,
    /// A case cannot be linked to itself.
    #[error("the same case")]
    SameCase,
    /// The key opens the store, but the store knows no member by it.
    #[error("not a member")]
    NotAMember,
    /// Nothing was asked.
    #[error("nothing to change")]
    NothingToChange,
    /// An import with faults; nothing was written.
    #[error("{} faulty lines", .0.len())]
    Import(Vec<LineFault>),
    /// A file of declarations that cannot be taken; nothing was written.
    #[error("{} faults in the declarations", .0.len())]
    Declaration(Vec<Flaw>),
    /// A list of cases that may not leave.
    #[error("no list of cases may leave")]
    NoList(crate::app::stats::NoList),
    /// Publishing this would disclose.
    #[error("withheld")]
    Withheld(Box<Refusal>),
    /// Small numbers are shown for a reason, and this is none.
    #[error("too short a reason")]
    ShortReason,
    /// Fewer persons than so many would be small, and nobody said why.
    #[error("fewer than the store's threshold of {0}")]
    NoReasonForLess(i64),
    /// Nothing in it is the office's decision: it needs nobody else.
    #[error("nothing to approve")]
    NothingDecided,
    /// A small number was to be shown in a rounded table, which prints none as it is.
    #[error("a small number shown in a rounded table")]
    ShownRounded,
    /// A cell that stands in the table anyway was to be shown on a decision.
    #[error("not a small number")]
    NotSmall {
        /// The dimensions.
        by: Vec<String>,
        /// The cell.
        key: Vec<String>,
    },
    /// Another member must approve that small numbers are shown.
    #[error("another member must approve")]
    SecondWanted,
    /// Who proposed a table cannot approve it.
    #[error("proposed by me")]
    OwnProposal,
    /// No table waits under this number.
    #[error("no such proposal")]
    NoProposal,
    /// A published table that is none.
    #[error("not a table")]
    NotATable,
    /// A published table that lacks one of its fields.
    #[error("a table without {0}")]
    TableLacks(&'static str),
    /// A published table whose sums are not sums.
    #[error("a table that does not add up")]
    DoesNotAddUp,
    /// Groups that are none, or of a dimension that is not asked about.
    #[error("no such groups")]
    BadGroups,
    /// A group under a name that means something else in a table.
    #[error("a group of this name")]
    GroupName(String),
    /// Values that lie in several groups were to be counted as one: it would stand in one of them with all of its people.
    #[error("values of several groups as one")]
    CombinedAcross {
        /// The values, joined.
        values: String,
        /// The groups that they lie in.
        groups: Vec<String>,
    },
    /// A value was to be counted as one with others twice: whoever has it would stand in one of the two alone.
    #[error("a value in several sums")]
    CombinedTwice(String),
    /// No table has this number.
    #[error("no such release")]
    NoRelease,
    /// What is remembered of a released table is no table.
    #[error("the ledger is damaged")]
    LedgerDamaged,
    /// A dimension, unit or filter that is none.
    #[error("unknown {what}")]
    UnknownTerm {
        /// What sort of term.
        what: &'static str,
        /// What there is.
        known: Vec<String>,
    },
    /// A value that this dimension of a table cannot have.
    #[error("no value of {dimension}")]
    UnknownValue {
        /// Which dimension.
        dimension: String,
        /// Values that are like it.
        near: Vec<String>,
    },
    /// Of none of those in question what a condition asks for is recorded: each number would be nought.
    #[error("nothing is recorded of {dimension}")]
    NothingRecorded {
        /// Of which things.
        unit: String,
        /// In which dimension.
        dimension: String,
    },
    /// Of a field of the office's own nothing is recorded for any day up to the one that is asked about.
    #[error("recorded for a later day")]
    RecordedLater {
        /// Which.
        dimension: String,
        /// The day that is asked about.
        day: NaiveDate,
        /// A day as of which it is counted.
        today: NaiveDate,
    },
    /// Whom an earlier table counted who is counted elsewhere now, and nobody said where: by the number of the case, and theirs.
    #[error("{} counted elsewhere", .0.len())]
    CountedElsewhere(Vec<(String, u16)>),
    /// Why a table was entered by mistake, in too few words.
    #[error("too short to say why it was a mistake")]
    NoRemoveReason,
    /// A share that this table does not have.
    #[error(transparent)]
    Rate(#[from] BadRate),
    /// A table by the same dimension twice.
    #[error("{0} twice")]
    TwiceBy(String),
    /// A value that cannot stand in this column.
    #[error("cannot stand in {0}")]
    NotInColumn(&'static str),
    /// A jurisdiction without rules.
    #[error("no rules of this jurisdiction")]
    NoRules {
        /// Those with rules.
        known: Vec<String>,
    },
    /// A map that does not fit its sheet, or leaves something open.
    #[error("{} faults of the map", .0.len())]
    Map(Vec<MapFault>),
    /// A file that is no sheet.
    #[error(transparent)]
    Sheet(SheetError),
    /// A sheet without a map.
    #[error("a sheet needs a map")]
    NoMap,
    /// A sheet with the columns of an import's lines: it needs no map.
    #[error("the columns of an import")]
    OwnColumns,
    /// A map larger than any is.
    #[error("too large to be a map")]
    MapTooLarge,
    /// A line that is longer than any can be; which one.
    #[error("line {0} is too long")]
    LineTooLong(usize),
    /// More lines than an office has.
    #[error("too much to import")]
    ImportTooLarge,
    /// No row of the sheet looks like its headings.
    #[error("no heading")]
    NoHeading,
    /// Of no sheet is it awaited what became of it.
    #[error("no sheet is open")]
    NoSheetOpen,
    /// Reading the input failed.
    #[error("cannot read the input")]
    Input(#[source] std::io::Error),
}
