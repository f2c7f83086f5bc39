//! `due` and `deadline`.

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};

use super::care::Told;
use super::lists::Arrange;
use crate::app::fields::acts;

/// `due`
#[derive(Debug, Args)]
pub struct Due {
    /// How far ahead.
    #[arg(long, value_name = "SPAN", default_value = "14d")]
    pub within: String,
    /// Only what is past.
    #[arg(long)]
    pub overdue: bool,
    /// Whose cases.
    #[arg(long, value_name = "ALIAS")]
    pub worker: Option<String>,
    /// The office.
    #[arg(long = "office", value_name = "CODE")]
    pub offices: Vec<String>,
    /// Whose law.
    #[arg(long = "jurisdiction", value_name = "LAW")]
    pub jurisdictions: Vec<String>,
    /// Whose duty.
    #[arg(long, value_name = "WHOSE", value_parser = ["applicant", "authority", "all"])]
    pub actor: Option<String>,
    /// End with 10 where something is due.
    #[arg(long)]
    pub exit_code: bool,
    /// The week on one page.
    #[arg(long, conflicts_with_all = ["within", "overdue", "sort", "columns"])]
    pub sheet: bool,
    /// Without callsigns.
    #[arg(long, requires = "sheet")]
    pub neutral: bool,
    /// How it is arranged.
    #[command(flatten)]
    pub arrange: Arrange,
}

/// `deadline`
#[derive(Debug, Subcommand)]
pub enum Deadline {
    Set(Set),
    Meet(Act),
    Waive(Act),
    Extend(Extend),
    Confirm(Act),
    Told(Told),
    Log(Log),
    SecondPerson(SecondPerson),
    Warn(Warn),
    Watch(Watch),
}

/// `deadline warn`
#[derive(Debug, Args)]
pub struct Warn {
    /// How far ahead, or `none`.
    #[arg(long, value_name = "SPAN[,SPAN]", value_delimiter = ',')]
    pub set: Vec<String>,
    /// Of the deadlines of this rule alone.
    #[arg(long, value_name = "RULE", requires = "set")]
    pub rule: Option<String>,
}

/// `deadline watch`
#[derive(Debug, Args)]
pub struct Watch {
    /// The deadline's id, or a case with `--rule`.
    #[arg(value_name = "DEADLINE")]
    pub deadline: String,
    /// The rule, where a case is named.
    #[arg(long, value_name = "RULE")]
    pub rule: Option<String>,
    /// Who watches.
    #[arg(long = "by", value_name = "ALIAS")]
    pub watcher: Option<String>,
    /// No more.
    #[arg(long)]
    pub off: bool,
}

/// `deadline second-person`
#[derive(Debug, Args)]
pub struct SecondPerson {
    /// Whether it is so.
    #[arg(value_name = "WHETHER", value_parser = ["on", "off"])]
    pub whether: String,
}

/// `deadline log`
#[derive(Debug, Args)]
pub struct Log {
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub day: Option<String>,
    /// I looked it over.
    #[arg(long)]
    pub sign: bool,
}

/// `deadline set`
#[derive(Debug, Args)]
pub struct Set {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub due: String,
    /// What is to be done.
    #[arg(long, value_name = "CODE", default_value = "other", value_parser = PossibleValuesParser::new(acts()), hide_possible_values = true)]
    pub what: String,
    /// Who has to act.
    #[arg(long, value_name = "WHO", default_value = "applicant", value_parser = [
        "applicant", "authority", "court", "state", "document",
    ])]
    pub actor: String,
    /// What it follows from.
    #[arg(long, value_name = "REF")]
    pub on: Option<String>,
    /// Whose it is.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub person: Option<u16>,
}

/// `deadline meet`, `waive`, `confirm`
#[derive(Debug, Args)]
pub struct Act {
    /// The deadline's id, or a case with `--rule`.
    #[arg(value_name = "DEADLINE")]
    pub deadline: String,
    /// The rule, where a case is named.
    #[arg(long, value_name = "RULE")]
    pub rule: Option<String>,
    /// When.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub date: String,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
}

/// `deadline extend`
#[derive(Debug, Args)]
pub struct Extend {
    /// Which, when and why.
    #[command(flatten)]
    pub act: Act,
    /// The new day.
    #[arg(long, value_name = "DATE")]
    pub until: String,
}
