//! The plain results of the use cases: what `render` turns into text, and JSON as the contract has it.
//!
//! Fields marked `#[serde(skip)]` are for people's eyes only and never part of the JSON.

mod ahead;
mod batch;
mod care;
mod case;
mod columns;
mod deadline;
mod document;
mod handover;
mod identity;
mod law;
mod letter;
mod log;
mod notice;
mod out;
mod own;
mod person;
mod retention;
mod sheet;
mod spreadsheet;
mod store;
mod suspension;
mod table;

pub use ahead::{Absence, Absences, RuleWarnings, StandsIn, Warnings};
pub use batch::{Batch, BatchCase, ImportUndone, UndoneCase};
pub use care::{
    AlarmPlan, Care, CheckIn, Disappearance, Interim, Mandate, Referral, Resettlement, Risk, Task,
    TaskWords, Tasks,
};
pub use case::{
    Access, Appeal, Application, Entry, Found, FoundNote, Happened, History, Imported, Link, List,
    ListItem, Mapped, MatterMeasure, Moved, Named, NewCase, Recorded, Timeline, Unruled,
};
pub use columns::Cells;
pub use deadline::{Deadline, Due, LeftOut, Measure, Told, Trigger};
pub use document::{DocumentKept, DocumentLine, Documents};
pub use handover::{HandedOver, OriginEntry, Receipted, StaysHere, TakenOver};
pub use identity::{
    Audit, Audited, CardsKept, ContactSet, ContactShared, Forgotten, Matched, Matches, SealGroup,
    Sealed,
};
pub use law::{
    Changed, Changes, Covered, ExplainedStep, Explanation, Gaps, RuleFinding, RuleItem, Rules,
    RulesChecked,
};
pub use letter::{Attacked, Letter};
pub use log::{DeadlineLog, LogLine, LogSignature, LogStanding, SecondPerson};
pub use notice::{Notice, Notices};
pub use out::{Act, Archived, Calendar, CalendarEvent, CalendarLine, ListExported, Scheduled};
pub use own::{DeclaredField, FieldsDeclared, HeldField, OwnFields};
pub use person::{Consent, People, Person, RecordedFor};
pub use retention::{ReasonPeriod, Retained, Retention, RetentionCounts, RetentionPeriods};
pub use sheet::{DueSheet, SheetDay, SheetHearing};
pub use spreadsheet::{
    ByHand, Contradiction, DifferingDay, Gone, KnownWords, NotePersonal, PlannedColumn,
    PlannedEvent, SheetGone, SheetPlan,
};
pub use store::{
    AtPanic, BackedUp, BackupPlace, BackupPlaces, CaseCounts, Drilled, DueCounts, Finding,
    KeptCopy, Key, KeyChange, Lock, LockState, Made, Member, Members, Morning, Need, OlderBackup,
    Panicked, Restored, Status, StoreInfo, Thinning, Verified,
};
pub use suspension::{Review, Suspends, Suspension};
pub use table::{
    AnonymousColumn, AnonymousList, Cell, Close, Consents, Count, Declined, Ledger, LedgerItem,
    Limit, Limits, Table, TableCheck, TableRate, TableTime, TakenBack, Threshold, Together,
    Waiting,
};

/// Declares views with their `schema` mark, their derives and, for the schema files, their JSON Schema.
macro_rules! view {
    ($($(#[$doc:meta])* struct $name:ident { $($body:tt)* })+) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name { $($body)* })+
    };
}
use view;
