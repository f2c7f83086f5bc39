//! The plain results of the use cases: what `render` turns into text, and JSON as the contract has it.
//!
//! Fields marked `#[serde(skip)]` are for people's eyes only and never part of the JSON.

mod care;
mod case;
mod deadline;
mod identity;
mod law;
mod letter;
mod own;
mod person;
mod store;
mod table;

pub use care::{
    AlarmPlan, Care, CheckIn, Disappearance, Interim, Mandate, Referral, Resettlement, Risk, Task,
    TaskWords, Tasks,
};
pub use case::{
    Access, Appeal, Application, Entry, Found, FoundNote, Happened, History, Imported, Link, List,
    ListItem, Mapped, MatterMeasure, Moved, Named, NewCase, Recorded, Timeline, Unruled,
};
pub use deadline::{Deadline, Due, LeftOut, Measure, Told, Trigger};
pub use identity::{
    Audit, Audited, CardsKept, ContactSet, ContactShared, Forgotten, Matched, Matches, SealGroup,
    Sealed,
};
pub use law::{
    Changed, Changes, Covered, ExplainedStep, Explanation, Gaps, RuleFinding, RuleItem, Rules,
    RulesChecked,
};
pub use letter::{Attacked, Letter};
pub use own::{DeclaredField, FieldsDeclared, HeldField, OwnFields};
pub use person::{Consent, People, Person, RecordedFor};
pub use store::{
    AtPanic, BackedUp, CaseCounts, Drilled, DueCounts, Finding, Key, KeyChange, Lock, LockState,
    Made, Member, Members, Need, Panicked, Restored, Status, StoreInfo, Verified,
};
pub use table::{Cell, Consents, Count, Table};

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
