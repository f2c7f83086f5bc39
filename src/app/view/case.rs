//! What is shown of a case: its history, its entries, what was written.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::view;
use super::{
    Audited, Care, Deadline, HeldField, Notice, Person, RecordedFor, Review, Suspension, Task,
    TaskWords,
};
use super::{ByHand, Contradiction, DifferingDay, Gone, KnownWords, NotePersonal};
use crate::base::date::PartialDate;
use crate::domain::code::{
    AppealKind, AppealState, ApplicationKind, ApplicationOrder, ApplicationState, CaseEnd,
    EntryState, LinkKind, Protection, RiskLevel,
};
use crate::domain::event::{FieldDeclared, Step};

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
        /// Whose it is, each with an entry of their own, where the case holds several persons.
        pub people: Vec<RecordedFor>,
        /// Of a correction or a retraction: what was recorded for others at once with what it is about, and stays as it is.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub unchanged: Vec<RecordedFor>,
        /// For people: what was recorded for the others, as the history tells it.
        #[serde(skip)]
        pub others: Vec<Entry>,
        /// Next steps that it opened.
        pub tasks: Vec<Task>,
        /// For people: what was recorded, as the history tells it.
        #[serde(skip)]
        pub entry: Entry,
        /// For people.
        #[serde(skip)]
        pub callsign: String,
        /// Deadlines that ask for something again, after they had been settled.
        #[serde(skip)]
        pub reopened: Vec<Moved>,
        /// Deadlines that moved or stand otherwise, each as it stood before.
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

    /// A deadline that moved or stands otherwise.
    struct Moved {
        /// As it stands now.
        pub deadline: Deadline,
        /// As it stood before.
        pub before: Deadline,
    }

    /// A deadline that an entry names.
    struct Named {
        /// Its id.
        pub id: String,
        /// What is to be done.
        pub what: String,
        /// The rule, unless it was set by hand.
        pub rule: Option<String>,
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
        /// Whose it is, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// The entry it is a further version of.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub corrects: Option<String>,
        /// Why it was recorded although it contradicts the history, corrected or taken back.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub because: Option<String>,
        /// For people: the number of the case it links to.
        #[serde(skip)]
        pub linked: Option<String>,
        /// For people: the deadline that was dealt with or set.
        #[serde(skip)]
        pub deadline: Option<Named>,
        /// For people: the next step that was done or dropped.
        #[serde(skip)]
        pub task: Option<TaskWords>,
        /// For people: the field of the office's own, as it was declared then.
        #[serde(skip)]
        #[cfg_attr(feature = "schema", schemars(skip))]
        pub own: Option<FieldDeclared>,
        /// For people: what was taken back.
        #[serde(skip)]
        pub target: Option<Box<Self>>,
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
        /// For people: it was sent, and no arrival is recorded.
        #[serde(skip)]
        pub only_sent: bool,
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
        /// Whose it is, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// For people: what was refused beside the grant.
        #[serde(skip)]
        pub refused: Vec<Protection>,
        /// Its appeals, numbered on through all instances.
        pub appeals: Vec<Appeal>,
    }

    /// A removal or a detention, as `show` has it.
    struct MatterMeasure {
        /// `M1`
        pub r#ref: String,
        /// `removal` or `detention`.
        pub what: String,
        /// The kind, as a code.
        pub kind: Option<String>,
        /// Since when, or on which day.
        pub date: PartialDate,
        /// Until when.
        pub until: Option<PartialDate>,
        /// It stands at the day shown.
        pub open: bool,
        /// Whether it must wait, and by what: of an open removal.
        pub suspension: Option<Suspension>,
        /// How many days a detention has lasted, its first and last one counted.
        pub days: Option<i64>,
        /// The reviews of a detention, by their days.
        pub reviews: Vec<Review>,
        /// A code for the place.
        pub place: Option<String>,
        /// Whom it is against, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// The remedies used against it.
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
        /// How many envelopes hold what ties it to a person.
        pub sealed: u32,
        /// Who belongs to it, and what each agreed to.
        pub people: Vec<Person>,
        /// What the office knows of where they come from.
        pub notices: Vec<Notice>,
        /// What they have in the fields of the office's own.
        pub fields: Vec<HeldField>,
        /// Applications with their instances.
        pub applications: Vec<Application>,
        /// Removals and detentions with their remedies.
        pub measures: Vec<MatterMeasure>,
        /// What the office does beside the procedures.
        pub care: Care,
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

    /// One thing that happened, or that falls due.
    struct Happened {
        /// When; the day on which it was recorded where that is not known.
        pub date: Option<PartialDate>,
        /// What it is (`decision`), or `deadline`.
        pub kind: String,
        /// What it may be called.
        pub r#ref: Option<String>,
        /// What it is about.
        pub on: Option<String>,
        /// Whose it is, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// Its fields; of a coarse one, codes of the procedure and coarsened days alone.
        pub fields: BTreeMap<String, serde_json::Value>,
        /// For people.
        #[serde(skip)]
        pub entry: Option<Entry>,
        /// For people.
        #[serde(skip)]
        pub deadline: Option<Deadline>,
    }

    /// `case timeline`.
    struct Timeline {
        /// `nansen.timeline/1`
        pub schema: &'static str,
        /// The case number; not of a coarse one.
        pub case: Option<String>,
        /// Two words; not of a coarse one.
        pub callsign: Option<String>,
        /// Country of origin.
        pub origin: String,
        /// Whose law by default.
        pub jurisdiction: String,
        /// `month` or `year`, where it is for use outside.
        pub coarse: Option<&'static str>,
        /// In the order in which it happened.
        pub items: Vec<Happened>,
        /// The day it is told for; not of a coarse one.
        pub as_of: Option<NaiveDate>,
    }

    /// `case access`.
    struct Access {
        /// `nansen.access/1`
        pub schema: &'static str,
        /// Whom alone it is about, where the case holds several persons and one was named.
        pub person: Option<u16>,
        /// How many notes of the whole case were left out, because they may speak of the others.
        pub notes_left_out: usize,
        /// Everything.
        pub history: History,
        /// Who looked at what is sealed, and what left the store.
        pub looked: Vec<Audited>,
    }

    /// A note in which what was looked for stands.
    struct FoundNote {
        /// The case number.
        pub case: String,
        /// Two words.
        pub callsign: String,
        /// The entry.
        pub event: String,
        /// When it was taken.
        pub date: PartialDate,
        /// By whom.
        pub by: String,
        /// The note.
        pub text: String,
        /// For people: where in it the words stand.
        #[serde(skip)]
        pub marks: Vec<std::ops::Range<usize>>,
    }

    /// `find`.
    struct Found {
        /// `nansen.found/1`
        pub schema: &'static str,
        /// How many notes and notices were looked through.
        pub looked: usize,
        /// The latest first.
        pub items: Vec<FoundNote>,
        /// Notices in which every word stands, those that have ended too.
        pub notices: Vec<Notice>,
    }

    /// A linked case.
    struct Link {
        /// Its number.
        pub case: String,
        /// How it belongs to this one.
        pub r#as: LinkKind,
        /// Of the same person: who of this case, where that is not the first of either.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// And who of the other case.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub to_person: Option<u16>,
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
        /// How many persons belong to it, those left out who left.
        pub people: usize,
        /// Who works on it.
        pub worker: Option<String>,
        /// Office code.
        pub office: Option<String>,
        /// When it was opened.
        pub opened: PartialDate,
        /// The day of the last thing that happened.
        pub last_event: Option<NaiveDate>,
        /// The first open deadline of ours, past ones too.
        pub next_due: Option<NaiveDate>,
        /// How great the danger is thought to be.
        pub risk: Option<RiskLevel>,
        /// What its persons have in the fields of the office's own, by field.
        pub fields: BTreeMap<String, Vec<String>>,
        /// It is past.
        #[serde(skip)]
        pub overdue: bool,
    }

    /// `list`.
    struct List {
        /// `nansen.list/1`
        pub schema: &'static str,
        /// By number, unless it was sorted otherwise.
        pub items: Vec<ListItem>,
        /// For people: the columns that were asked for.
        #[serde(skip)]
        pub columns: Vec<String>,
        /// For people: how many closed cases were left out.
        #[serde(skip)]
        pub closed_left_out: usize,
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
        /// The caller's own name for the case.
        pub r#ref: String,
        /// The line that brought it.
        pub line: Option<usize>,
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
        /// By what `retract --batch` knows it; null where nothing was written.
        pub batch: Option<String>,
        /// Cases made.
        pub cases: usize,
        /// Events recorded.
        pub events: usize,
        /// Lines that an earlier import brought.
        pub already_there: usize,
        /// Which caller's name became which case; of a sheet, which row.
        pub map: Vec<Mapped>,
        /// Cases of a sheet whose person was sealed.
        pub sealed: usize,
        /// Rows with something to be sealed of a person of whom an earlier import sealed something: nobody can compare them,
        /// and what is new there was not taken.
        pub not_compared: Vec<usize>,
        /// Rows that say something else than what an earlier import of the sheet made of them.
        pub contradictions: Vec<Contradiction>,
        /// Lines that say what a person had recorded here by hand: it is not there twice.
        pub by_hand: Vec<ByHand>,
        /// What an earlier import of the sheet brought and this one says no longer: nothing was changed.
        pub gone: Vec<Gone>,
        /// Notes in which personal data seem to stand: every member can read them.
        pub personal: Vec<NotePersonal>,
        /// Where words that the map of a sheet does not list were taken as this program knows them, and how many.
        pub known_words: Vec<KnownWords>,
        /// Lines with an alias that no member bears: whoever it is, is told of nothing.
        pub no_member: Vec<usize>,
        /// The key of the sheet is a running number, and its map does not say of which register.
        pub no_register: bool,
        /// Cases of a sheet that is the first of its register, whose keys are known of another register.
        pub known_elsewhere: usize,
        /// Keys of the last sheet of this register that this one has not, where about as many are new: they may be written
        /// otherwise.
        pub keys_gone: usize,
        /// Columns of a sheet in which something stands, and which its map leaves out.
        pub left_out: Vec<String>,
        /// Columns of a sheet with hours beside days, of which the days alone were taken.
        pub hours_left_out: Vec<String>,
        /// Rows of totals, which were left out.
        pub total_rows: Vec<usize>,
        /// Rows that begin a case of somebody whose name, and birth where both say one, an earlier case of the sheet has.
        pub same_person_rows: Vec<usize>,
        /// Sheets of the file that this import did not take.
        pub other_sheets: usize,
        /// Cells of the file with a comment that did not come in.
        pub comments: usize,
        /// Deadlines by hand of a sheet that the rules reckon otherwise; where the sheet is later stands first.
        pub differing: Vec<DifferingDay>,
        /// A dry run wrote nothing.
        #[serde(skip)]
        pub dry_run: bool,
        /// Lines left aside by `--skip-bad`.
        #[serde(skip)]
        pub skipped: usize,
        /// Deadlines of the cases that had ended before they came to us, and that nobody has settled.
        pub lapsed: usize,
        /// Where the import made cases: how many were erased here before. Nothing of those is kept by which a file could be
        /// compared with them.
        pub erased: usize,
        /// Deadlines still to come that the import opened.
        #[serde(skip)]
        pub open_deadlines: usize,
        /// Events for which the law data hold no rule: listed once instead of opened one by one.
        #[serde(skip)]
        pub unruled: Vec<Unruled>,
    }
}

impl Entry {
    /// Leaves of it that it was, when it was recorded and by whom.
    pub fn empty(&mut self) {
        self.date = None;
        self.on = None;
        self.fields.clear();
        self.r#ref = None;
        self.because = None;
        self.linked = None;
        self.deadline = None;
        self.task = None;
        self.own = None;
        self.target = None;
    }
}
