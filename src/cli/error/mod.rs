//! What can go wrong, in words: one exhaustive match a room, so that the compiler asks for the wording of every new fault.

mod app;
mod args;
mod fault;
mod field;
mod lower;
mod own;
mod withheld;

use chrono::NaiveDate;
use serde_json::json;

pub use args::kinds_in_words;
pub use fault::Told;
pub use field::{fault_in_words, line_in_words, objection_in_words};

use crate::app::error::AppError;
use crate::app::stats::BadRate;
use crate::base::date::BadDate;
use crate::base::file::FileError;
use crate::base::random::NoRandomness;
use crate::base::text::{BadReason, TooLong};
use crate::cli::exit::Exit;
use crate::cli::prompt::PromptError;
use crate::i18n::Locale;
use crate::render::RenderError;
use crate::vault::{BadCard, VaultError};

/// Why a command could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The command line itself.
    #[error("not understood")]
    Args(#[source] Box<clap::Error>),
    /// What was typed into an option.
    #[error(transparent)]
    Usage(#[from] Usage),
    /// Nobody answered.
    #[error(transparent)]
    Prompt(#[from] PromptError),
    /// A use case refused.
    #[error(transparent)]
    App(#[from] AppError),
    /// A key.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A file.
    #[error(transparent)]
    File(#[from] FileError),
    /// No random bytes.
    #[error(transparent)]
    Random(#[from] NoRandomness),
    /// The result could not be printed.
    #[error("cannot write")]
    Output(#[source] std::io::Error),
    /// It was done and kept; only the result could not be printed.
    #[error("done, but not shown")]
    NotShown(#[source] Box<Self>),
    /// A table or a list stands in the ledger as gone; only it could not be printed or written.
    #[error("in the ledger, but not shown")]
    LeftNotShown(#[source] Box<Self>),
    /// That a document was opened is recorded, and nobody saw it, or not the whole of it.
    #[error("opened, but not seen")]
    NotSeen(#[source] std::io::Error),
    /// The result could not be written as text.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// Input could not be read.
    #[error("cannot read the input")]
    Input(#[source] std::io::Error),
}

impl Failure {
    /// That something was done, and only could not be told of.
    pub fn not_shown(why: impl Into<Self>) -> Self {
        Self::NotShown(Box::new(why.into()))
    }

    /// The same of what stands in the ledger.
    pub fn left_not_shown(why: impl Into<Self>) -> Self {
        match why.into() {
            Self::NotShown(why) => Self::LeftNotShown(why),
            other => Self::LeftNotShown(Box::new(other)),
        }
    }
}

/// What is wrong with what was typed, beyond what clap knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Usage {
    /// Not a date.
    #[error("{option}: {problem}")]
    Date {
        /// Where.
        option: &'static str,
        /// What is wrong.
        problem: BadDate,
    },
    /// A date that must be a day.
    #[error("{0}: not a day")]
    Day(&'static str),
    /// Another day than today, where a command writes or looks at all.
    #[error("--as-of means nothing here")]
    AsOf,
    /// Not a span of days.
    #[error("not a span")]
    Span,
    /// Neither months nor years.
    #[error("not months")]
    Months,
    /// What is given out goes into a file.
    #[error("not to stdout")]
    NotToStdout,
    /// Not seconds.
    #[error("not seconds")]
    Seconds,
    /// Not how many backups are to stay.
    #[error("not spans")]
    Spans,
    /// A list, a table or a file of rules that is far too long for one.
    #[error("a text that is too long")]
    TextTooLong,
    /// A backup is a file.
    #[error("a backup to stdout")]
    BackupToStdout,
    /// A backup in the folder of the store.
    #[error("a backup in the store's folder")]
    BackupInStore,
    /// A file in the folder of a store.
    #[error("a file in a store's folder")]
    InStore,
    /// In the place of a file that is not such a one.
    #[error("not in the place of another sort of file")]
    NotReplaced,
    /// Not years.
    #[error("not years")]
    Years,
    /// Not a hour or day to run from.
    #[error("not a time")]
    Time,
    /// Not `NAME=VALUE`.
    #[error("{0}: not NAME=VALUE")]
    Pair(&'static str),
    /// A reason that cannot be kept.
    #[error("{option}: {problem}")]
    Reason {
        /// Where.
        option: &'static str,
        /// What is wrong.
        problem: BadReason,
    },
    /// A note that is too long.
    #[error(transparent)]
    Note(#[from] TooLong),
    /// An option that is missing and cannot be asked for.
    #[error("{0} is missing")]
    Missing(String),
    /// Two options that exclude each other.
    #[error("{0} does not go with {1}")]
    Conflict(&'static str, &'static str),
    /// A case for somebody who leaves and is counted nowhere else.
    #[error("--to goes with who is counted elsewhere")]
    NotElsewhere,
    /// Persons in a link that is of whole cases.
    #[error("persons go with --as same_person")]
    NotOfPersons,
    /// Figures of a day to come.
    #[error("a day to come")]
    Ahead(NaiveDate),
    /// An option that an archive does not go with.
    #[error("{0} does not go with an archive")]
    NotOfArchive(&'static str),
    /// An option that this list does not take.
    #[error("{0} does not go with --of {1}")]
    NotOfList(&'static str, String),
    /// A correction without a field.
    #[error("no field to correct")]
    NoField,
    /// A note without text.
    #[error("the note is empty")]
    NoNote,
    /// An alarm plan without steps, or with too many.
    #[error("no alarm plan")]
    NoPlan,
    /// A line of an alarm plan that says nothing.
    #[error("line {0} of the plan")]
    PlanLine(usize),
    /// Not a language.
    #[error("not a language")]
    Language,
    /// The platform's folders are not known.
    #[error("no folder for {0}")]
    NoFolder(&'static str),
    /// No topic and no command.
    #[error("no such topic")]
    Topic,
    /// Not a rate, or not one of this question.
    #[error(transparent)]
    Rate(BadRate),
    /// A shape without one country of asylum, or of a unit that it has no columns for.
    #[error("no such shape")]
    Shape,
    /// Times of something else than applications.
    #[error("times are of applications")]
    MedianUnit,
    /// A table of which there is no picture.
    #[error("no picture")]
    NoPicture,
    /// A form that only tables of figures have.
    #[error("{0}: a form of tables of figures")]
    FormOfFigures(String),
    /// A file whose ending is that of no form.
    #[error("an ending that is no form's")]
    Ending {
        /// Whether those of workbooks and pictures are.
        makes_figures: bool,
    },
    /// The columns of another body in a file that is no CSV by its name.
    #[error("columns of another body are CSV")]
    ShapeEnding,
    /// A list of cases without names in a file that is no CSV by its name.
    #[error("a list of cases without names is CSV")]
    ListEnding,
    /// What describes a CSV has no place beside it.
    #[error("{0} exists")]
    PackageExists(String),
    /// True numbers would leave the terminal.
    #[error("true numbers stay on the terminal")]
    Inside,
    /// A recovery card can only be shown to a person.
    #[error("a recovery card needs a person")]
    CardNeedsPerson,
    /// Words that are no recovery card's.
    #[error(transparent)]
    Card(#[from] BadCard),
    /// The cards of a seal key can only be shown to a person.
    #[error("the cards of a seal key need a person")]
    SharesNeedPerson,
    /// Not two shares.
    #[error("two shares are needed")]
    TwoShares,
    /// Not a person in the form that the contract has.
    #[error("not a person's data")]
    NotAPerson,
    /// Not a reason for which names are opened.
    #[error("no such reason")]
    NotAnOpeningReason,
    /// One member has one recipient.
    #[error("not exactly one recipient")]
    OneRecipient,
    /// This line does not hold an alias and a recipient, or names somebody again.
    #[error("line {0}")]
    MemberLine(usize),
    /// Names are shown to a person at a terminal alone.
    #[error("names are shown at a terminal alone")]
    OnlyToATerminal,
    /// The system keeps no key for a while.
    #[error("the system keeps no key")]
    NotKept,
    /// Names would be written into a file.
    #[error("names are written to no file")]
    NameIntoFile,
    /// Names would be printed at a terminal, where they stay.
    #[error("names are not printed at a terminal")]
    NameOntoTerminal,
    /// A document would be printed at a terminal.
    #[error("documents are not printed at a terminal")]
    DocumentOntoTerminal,
    /// Nobody could say when a document has been seen.
    #[error("nobody to look at the document")]
    DocumentNowhere,
    /// `-o` names no folder in which a document could lie for a while.
    #[error("no folder for the document")]
    DocumentNoFolder,
    /// Nobody to look for.
    #[error("nothing was typed")]
    NothingTyped,
    /// `--for` names nothing in the case.
    #[error("--for names nothing in the case")]
    NothingToWriteFor,
    /// A further `--key` names no file.
    #[error("no further key file")]
    NoFurtherKey,
    /// A store without the key file that opened it.
    #[error("the key file is gone")]
    KeyGone,
    /// What others read names a case.
    #[error("{0}")]
    CaseNamed(&'static str),
    /// The words typed back never fitted.
    #[error("not confirmed")]
    NotConfirmed,
    /// The time that a test fixes cannot be read.
    #[cfg(feature = "test-fakes")]
    #[error("the fixed time cannot be read")]
    Clock,
}

/// That something was done, and why it could not be told of.
fn not_shown(why: &Failure, locale: &Locale) -> Told {
    let why = Report::of(why, locale).message;
    Told::new("result.not-shown", Exit::Failed).and([why])
}

/// Where the options begin beside the offers.
const WIDE: usize = 84;

/// What may be had in the place of what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// What it is.
    pub said: String,
    /// The options that ask for it.
    pub options: String,
    /// In the place of which of those that were typed.
    pub instead_of: Vec<&'static str>,
}

/// An error as people and programs get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Names the kind of fault (`store.locked`).
    pub id: String,
    /// How the process ends.
    pub exit: Exit,
    /// One fact, in words.
    pub message: String,
    /// More of the same: further faults, what is meant.
    pub details: Vec<String>,
    /// What may be had instead.
    pub offers: Vec<Other>,
    /// What can be done.
    pub hint: String,
}

impl Report {
    /// Says a failure in the reader's language.
    pub fn of(failure: &Failure, locale: &Locale) -> Self {
        let told = match failure {
            Failure::Args(error) => args::tell(error, locale),
            Failure::Usage(usage) => args::tell_usage(usage, locale),
            Failure::Prompt(error) => args::tell_prompt(error),
            Failure::App(error) => app::tell(error, locale),
            Failure::Vault(error) => lower::tell_vault(error),
            Failure::File(error) => lower::tell_file(error),
            Failure::Random(NoRandomness) => lower::no_randomness(),
            Failure::Output(error) | Failure::Input(error) => lower::tell_io(error),
            Failure::NotShown(why) => not_shown(why, locale),
            Failure::NotSeen(why) => {
                let why = lower::tell_io(why).say(locale).message;
                Told::new("document.not-seen", Exit::Failed).and([why])
            }
            Failure::LeftNotShown(why) => not_shown(why, locale).hinting("hint-stats-not-shown"),
            Failure::Render(_) => Told::new("defect.render", Exit::Defect),
        };
        told.say(locale)
    }

    /// For people, on stderr.
    pub fn human(&self, locale: &Locale) -> String {
        let word = match self.id.as_str() {
            "stats.withheld" => "withheld",
            _ => "error",
        };
        let mut text = format!("{}: {}", locale.text(word), self.message);
        for detail in &self.details {
            text.push_str("\n  ");
            text.push_str(detail);
        }
        if !self.offers.is_empty() {
            text.push_str("\n  ");
            text.push_str(&locale.text("offers"));
        }
        for (number, offer) in (1_usize..).zip(&self.offers) {
            let said = format!("{number}  {}", offer.said);
            let line = format!("\n      {said:<WIDE$}  {}", offer.options);
            text.push_str(line.trim_end());
        }
        for hint in self.hint.lines() {
            for part in ["\n", &locale.text("hint"), ": ", hint] {
                text.push_str(part);
            }
        }
        text
    }

    /// For programs, on stderr.
    pub fn json(&self) -> String {
        let mut message = self.message.clone();
        for detail in &self.details {
            let ends = message.ends_with(['.', ':']);
            message.push_str(if ends { " " } else { "; " });
            message.push_str(detail.trim());
        }
        let mut error = json!({ "id": self.id, "message": message, "hint": self.hint });
        let offers = self.offers.iter();
        let offers = offers.map(|offer| {
            json!({
                "message": offer.said,
                "options": offer.options,
                "instead_of": offer.instead_of,
            })
        });
        let offers: serde_json::Value = offers.collect();
        if let Some(error) = error.as_object_mut().filter(|_| !self.offers.is_empty()) {
            error.insert("offers".to_owned(), offers);
        }
        json!({ "error": error }).to_string()
    }
}
