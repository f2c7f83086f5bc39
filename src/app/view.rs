//! The plain results of the use cases: what `render` turns into text, and JSON as the contract has it.
//!
//! Fields marked `#[serde(skip)]` are for people's eyes only and never part of the JSON.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::base::date::PartialDate;
use crate::domain::code::{
    Actor, AppealKind, AppealState, ApplicationKind, ApplicationOrder, ApplicationState, CaseEnd,
    DateBasis, DeadlineState, EntryState, LinkKind, Protection, RuleStatus,
};
use crate::domain::event::{Restoration, Step};

/// Declares views with their `schema` mark, their derives and, for the schema files, their JSON Schema.
macro_rules! view {
    ($($(#[$doc:meta])* struct $name:ident { $($body:tt)* })+) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name { $($body)* })+
    };
}

view! {
    /// `new`.
    struct NewCase {
        /// `nansen.case/1`
        pub schema: &'static str,
        /// The case number.
        pub case: String,
        /// Two generated words.
        pub callsign: String,
    }

    /// `record`, `correct`, `retract`, `undo`, `close` and their like: what was written and what follows.
    struct Recorded {
        /// `nansen.recorded/1`
        pub schema: &'static str,
        /// The case number.
        pub case: String,
        /// The event written.
        pub event: String,
        /// What `--on` calls it (`A2.1`), where it can be named.
        pub r#ref: Option<String>,
        /// The deadlines it opened or moved.
        pub deadlines: Vec<Deadline>,
        /// What was recorded: the wire kind.
        #[serde(skip)]
        pub kind: String,
        /// For people.
        #[serde(skip)]
        pub callsign: String,
        /// Deadlines that moved, each with the day it had before.
        #[serde(skip)]
        pub moved: Vec<Moved>,
        /// Deadlines that this act met or made needless.
        #[serde(skip)]
        pub settled: Vec<Deadline>,
        /// Deadlines that are no longer opened by anything.
        #[serde(skip)]
        pub withdrawn: Vec<Deadline>,
        /// Message ids with what they fill in.
        #[serde(skip)]
        pub notices: Vec<Step>,
    }

    /// A deadline that moved: the old day and the new.
    struct Moved {
        /// As it stands now.
        pub deadline: Deadline,
        /// The day before.
        pub from: Option<NaiveDate>,
    }

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
        /// For people: the callsign.
        #[serde(skip)]
        pub callsign: String,
        /// For people: whose case it is.
        #[serde(skip)]
        pub worker: Option<String>,
        /// Nobody has signed the rule.
        #[serde(skip)]
        pub unsigned: bool,
        /// Counts in hours, or concerns liberty or removal.
        #[serde(skip)]
        pub urgent: bool,
        /// The reckoning.
        #[serde(skip)]
        pub steps: Vec<Step>,
        /// What can still be done once it is missed.
        #[serde(skip)]
        pub restoration: Option<Restoration>,
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
        /// For people: removals and detentions that are open, which stand on top.
        #[serde(skip)]
        pub measures: Vec<Measure>,
        /// For people: what the list left out.
        #[serde(skip)]
        pub left_out: LeftOut,
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
        /// Two words.
        pub callsign: String,
        /// `removal` or `detention`.
        pub what: String,
        /// Since when.
        pub since: PartialDate,
        /// Whose case it is.
        pub worker: Option<String>,
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
        /// By other filters.
        pub filtered: usize,
    }

    /// One entry of the history.
    struct Entry {
        /// Its id.
        pub event: String,
        /// What it is (`decision`, `detention`, `note`).
        pub kind: String,
        /// When it happened, the earliest of its dates.
        pub date: Option<PartialDate>,
        /// When it was recorded.
        pub recorded_at: DateTime<Utc>,
        /// By which member.
        pub by: String,
        /// What it is about (`A2`), or the event it is about.
        pub on: Option<String>,
        /// Whether it stands.
        pub state: EntryState,
        /// Its fields, as the options name them.
        pub fields: BTreeMap<String, serde_json::Value>,
        /// What it may be called in `--on`.
        pub r#ref: Option<String>,
        /// The entry it is a further version of.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub corrects: Option<String>,
        /// Why it was recorded although it contradicts the history, corrected or taken back.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub because: Option<String>,
    }

    /// One appeal.
    struct Appeal {
        /// `A2.1`
        pub r#ref: String,
        /// What it attacks: the decision on `A2` or on `A2.1`.
        pub on: String,
        /// Its kind.
        pub kind: AppealKind,
        /// When it was lodged, or sent where only that is known.
        pub lodged: Option<PartialDate>,
        /// Where it stands.
        pub state: AppealState,
        /// For people: the body, as the jurisdiction names it.
        #[serde(skip)]
        pub body: Option<String>,
    }

    /// One application.
    struct Application {
        /// `A2`
        pub r#ref: String,
        /// What is applied for.
        pub kind: ApplicationKind,
        /// First or subsequent.
        pub order: ApplicationOrder,
        /// When it was lodged, or registered or made where only that is known.
        pub lodged: Option<PartialDate>,
        /// Where it stands.
        pub state: ApplicationState,
        /// What was granted on it.
        pub protection: Option<Protection>,
        /// Until when.
        pub until: Option<PartialDate>,
        /// Whose law.
        pub jurisdiction: String,
        /// No ordinary remedy is left.
        pub r#final: bool,
        /// Its appeals, numbered on through all instances.
        pub appeals: Vec<Appeal>,
    }

    /// `show`.
    struct History {
        /// `nansen.history/1`
        pub schema: &'static str,
        /// The case number.
        pub case: String,
        /// `open` or `closed`.
        pub state: String,
        /// Two words.
        pub callsign: String,
        /// Country of origin.
        pub origin: String,
        /// Whose law by default.
        pub jurisdiction: String,
        /// Sex as recorded.
        pub sex: String,
        /// Year of birth.
        pub born: Option<i32>,
        /// Office code.
        pub office: Option<String>,
        /// Who works on it.
        pub worker: Option<String>,
        /// When it was opened.
        pub opened: PartialDate,
        /// Why it was closed.
        pub closed: Option<CaseEnd>,
        /// Codes of the office's own.
        pub tags: Vec<String>,
        /// Linked cases.
        pub links: Vec<Link>,
        /// Applications with their instances.
        pub applications: Vec<Application>,
        /// The whole history.
        pub events: Vec<Entry>,
        /// The latest version of each deadline.
        pub deadlines: Vec<Deadline>,
        /// The day it is shown for.
        #[serde(skip)]
        pub as_of: NaiveDate,
        /// Show what was replaced and retracted too.
        #[serde(skip)]
        pub all: bool,
    }

    /// A linked case.
    struct Link {
        /// Its number.
        pub case: String,
        /// How it belongs to this one.
        pub r#as: LinkKind,
    }

    /// One case in a list.
    struct ListItem {
        /// The case number.
        pub case: String,
        /// Two words.
        pub callsign: String,
        /// `open` or `closed`.
        pub state: String,
        /// Where its latest application stands.
        pub application_state: Option<ApplicationState>,
        /// Country of origin.
        pub origin: String,
        /// Whose law by default.
        pub jurisdiction: String,
        /// Who works on it.
        pub worker: Option<String>,
        /// Office code.
        pub office: Option<String>,
        /// When it was opened.
        pub opened: PartialDate,
        /// The day of the last thing that happened.
        pub last_event: Option<NaiveDate>,
        /// The next open deadline of ours.
        pub next_due: Option<NaiveDate>,
    }

    /// `list`.
    struct List {
        /// `nansen.list/1`
        pub schema: &'static str,
        /// By number.
        pub items: Vec<ListItem>,
        /// For people: how many closed cases were left out.
        #[serde(skip)]
        pub closed_left_out: usize,
    }

    /// How many cases there are.
    struct CaseCounts {
        /// Open ones.
        pub open: usize,
        /// Closed ones.
        pub closed: usize,
    }

    /// How many deadlines of ours stand.
    struct DueCounts {
        /// Past.
        pub overdue: usize,
        /// Within 14 days.
        pub within_14d: usize,
        /// Of cases that nobody works on.
        pub nobody: usize,
    }

    /// Something that needs a person.
    struct Need {
        /// Stable id.
        pub id: String,
        /// In words.
        pub message: String,
        /// What the words fill in.
        #[serde(skip)]
        pub args: BTreeMap<String, String>,
    }

    /// `status`.
    struct Status {
        /// `nansen.status/1`
        pub schema: &'static str,
        /// The day it is computed for.
        pub as_of: NaiveDate,
        /// Who can open the store.
        pub members: usize,
        /// Cases.
        pub cases: CaseCounts,
        /// Deadlines.
        pub due: DueCounts,
        /// The last backup; there are none yet.
        pub last_backup: Option<NaiveDate>,
        /// The last restore drill; there are none yet.
        pub last_drill: Option<NaiveDate>,
        /// What needs a person.
        pub needs: Vec<Need>,
    }

    /// `store info`.
    struct StoreInfo {
        /// `nansen.store/1`
        pub schema: &'static str,
        /// The format's number.
        pub format: u32,
        /// The program's version.
        pub program: String,
        /// Events.
        pub events: u64,
        /// Cases.
        pub cases: u64,
        /// Streams.
        pub streams: u64,
        /// Bytes on the disk.
        pub bytes: u64,
        /// When the last event was recorded.
        pub last_recorded: Option<DateTime<Utc>>,
    }

    /// Something `store verify` found.
    struct Finding {
        /// Stable id (`chain.broken`).
        pub id: String,
        /// In words.
        pub message: String,
        /// What the words fill in.
        #[serde(skip)]
        pub args: BTreeMap<String, String>,
    }

    /// `store verify`.
    struct Verified {
        /// `nansen.verify/1`
        pub schema: &'static str,
        /// Nothing is damaged.
        pub ok: bool,
        /// Events read.
        pub events: u64,
        /// What was found.
        pub findings: Vec<Finding>,
        /// `--quick`: the indexes were left out.
        #[serde(skip)]
        pub quick: bool,
    }

    /// One member.
    struct Member {
        /// Alias.
        pub member: String,
        /// `store`, `identities`.
        pub opens: Vec<String>,
        /// Since when.
        pub since: NaiveDate,
        /// The last day this member recorded something.
        pub last_seen: Option<NaiveDate>,
    }

    /// `key list`.
    struct Members {
        /// `nansen.members/1`
        pub schema: &'static str,
        /// By alias.
        pub items: Vec<Member>,
    }

    /// `key generate`.
    struct Key {
        /// `nansen.key/1`
        pub schema: &'static str,
        /// The public half: confidential, but no secret.
        pub recipient: String,
    }

    /// One line of a reckoning. Its text is the only thing in the JSON that follows the language.
    struct ExplainedStep {
        /// In words.
        pub text: String,
        /// The day reached.
        pub date: Option<NaiveDate>,
        /// The words' id and what they fill in.
        #[serde(skip)]
        pub step: Step,
    }

    /// `rule explain`.
    struct Explanation {
        /// `nansen.explanation/1`
        pub schema: &'static str,
        /// The rule.
        pub rule: String,
        /// The day or hour it runs from.
        pub from: String,
        /// The day to work to.
        pub due: Option<NaiveDate>,
        /// The hour, where the law counts hours.
        pub due_at: Option<String>,
        /// An earlier day, where it is wise.
        pub safe: Option<NaiveDate>,
        /// A later day that can be argued.
        pub last_arguable: Option<NaiveDate>,
        /// The reckoning.
        pub steps: Vec<ExplainedStep>,
        /// The article.
        pub citation: String,
        /// What was read.
        pub source: String,
        /// The quality mark.
        pub rule_status: RuleStatus,
        /// A calendar or a number may still change.
        pub provisional: bool,
        /// In words.
        pub warnings: Vec<ExplainedStep>,
        /// For people: the rule itself.
        #[serde(skip)]
        pub about: RuleItem,
    }

    /// One rule in a list.
    struct RuleItem {
        /// Its id.
        pub rule: String,
        /// Whose law.
        pub jurisdiction: String,
        /// Who has to act.
        pub actor: Actor,
        /// What is to be done.
        pub what: String,
        /// `2 weeks`, or null for text only.
        pub period: Option<String>,
        /// The quality mark.
        pub rule_status: RuleStatus,
        /// The date of the text that was read.
        pub text_of: String,
        /// When it was read.
        pub read_on: NaiveDate,
        /// By whom it was signed; nobody where null.
        pub checked_by: Option<String>,
        /// When it must be read again.
        pub review_by: NaiveDate,
        /// For people: the event that opens it and the day it runs from.
        #[serde(skip)]
        pub opened_by: String,
        /// For people.
        #[serde(skip)]
        pub citation: String,
        /// For people.
        #[serde(skip)]
        pub quote: String,
        /// For people.
        #[serde(skip)]
        pub source: String,
        /// For people: conflicts and remarks, from the file.
        #[serde(skip)]
        pub notes: Vec<String>,
        /// For people: what can be done once it is missed.
        #[serde(skip)]
        pub restoration: Option<Restoration>,
        /// For people: whether the act stops removal.
        #[serde(skip)]
        pub suspensive: String,
    }

    /// `rule list` and `rule show`.
    struct Rules {
        /// `nansen.rules/1`
        pub schema: &'static str,
        /// By id.
        pub items: Vec<RuleItem>,
    }

    /// One cell of a table.
    struct Cell {
        /// One value a dimension; `total` where it sums over it.
        pub key: Vec<String>,
        /// The number; null where it is withheld.
        pub value: Option<u64>,
        /// The number or its marker.
        pub shown: String,
        /// `small`, `complementary`, `line`, `rounded`, `override`, or null.
        pub why: Option<String>,
    }

    /// `stats show` and `stats release`.
    struct Table {
        /// `nansen.table/1`
        pub schema: &'static str,
        /// Whether it may leave as it stands.
        pub releasable: bool,
        /// What is counted.
        pub unit: String,
        /// By what.
        pub dimensions: Vec<String>,
        /// By key.
        pub cells: Vec<Cell>,
        /// Message texts.
        pub notes: Vec<String>,
        /// What the notes are made of.
        #[serde(skip)]
        pub note_steps: Vec<Step>,
        /// To whom it was released.
        #[serde(skip)]
        pub released_to: Option<String>,
    }

    /// A case that an import made or found.
    struct Mapped {
        /// The caller's own name for it.
        pub r#ref: String,
        /// The case number.
        pub case: String,
    }

    /// A trigger that an import brought for which no rule is known.
    struct Unruled {
        /// The case number.
        pub case: String,
        /// The canonical event.
        pub event: String,
        /// Whose law.
        pub jurisdiction: String,
        /// The day.
        pub date: Option<PartialDate>,
    }

    /// `import`.
    struct Imported {
        /// `nansen.imported/1`
        pub schema: &'static str,
        /// Cases made.
        pub cases: usize,
        /// Events recorded.
        pub events: usize,
        /// Lines that an earlier import brought.
        pub already_there: usize,
        /// Which caller's name became which case.
        pub map: Vec<Mapped>,
        /// A dry run wrote nothing.
        #[serde(skip)]
        pub dry_run: bool,
        /// Lines left aside by `--skip-bad`.
        #[serde(skip)]
        pub skipped: usize,
        /// Deadlines still to come that the import opened.
        #[serde(skip)]
        pub open_deadlines: usize,
        /// Events for which the law data hold no rule: listed once instead of opened one by one.
        #[serde(skip)]
        pub unruled: Vec<Unruled>,
    }

    /// `init`.
    struct Made {
        /// `nansen.made/1`
        pub schema: &'static str,
        /// The first member.
        pub member: String,
        /// A recovery card exists.
        pub recovery: bool,
    }
}
