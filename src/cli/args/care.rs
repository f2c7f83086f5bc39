//! `check-in` and `task`.

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};

use crate::domain::code::{CheckInHow, TaskKind, TellMeans};

fn codes<T: std::fmt::Display>(all: &[T]) -> PossibleValuesParser {
    PossibleValuesParser::new(all.iter().map(ToString::to_string))
}

/// `check-in`
#[derive(Debug, Subcommand)]
pub enum CheckIn {
    Set(Set),
    End(End),
    Plan(Plan),
}

/// `check-in set`
#[derive(Debug, Args)]
pub struct Set {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// How often.
    #[arg(long, value_name = "SPAN")]
    pub every: String,
    /// How.
    #[arg(long, value_name = "CODE", value_parser = codes(CheckInHow::ALL))]
    pub how: String,
    /// From when on.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub date: String,
}

/// `check-in end`
#[derive(Debug, Args)]
pub struct End {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// When.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub date: String,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
}

/// `check-in plan`
#[derive(Debug, Args)]
pub struct Plan {
    /// Show it, and read nothing.
    #[arg(long)]
    pub show: bool,
}

/// `task`
#[derive(Debug, Subcommand)]
pub enum Task {
    Add(Add),
    Done(Done),
    Drop(Dropped),
    List(List),
}

/// `task add`
#[derive(Debug, Args)]
pub struct Add {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// What, as a code.
    #[arg(long, value_name = "CODE", value_parser = codes(TaskKind::ALL))]
    pub what: Option<String>,
    /// By when.
    #[arg(long = "by", value_name = "DATE")]
    pub due: String,
    /// By whom.
    #[arg(long, value_name = "ALIAS")]
    pub to: Option<String>,
    /// Whom alone it concerns.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub person: Option<u16>,
}

/// `task done`
#[derive(Debug, Args)]
pub struct Done {
    /// The beginning of its id.
    #[arg(value_name = "TASK")]
    pub event: String,
    /// When.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub date: String,
}

/// `task drop`
#[derive(Debug, Args)]
pub struct Dropped {
    /// The beginning of its id.
    #[arg(value_name = "TASK")]
    pub event: String,
    /// When.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub date: String,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
}

/// `task list`
#[derive(Debug, Args)]
pub struct List {
    /// Of this case alone.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// Of this member alone.
    #[arg(long, value_name = "ALIAS")]
    pub worker: Option<String>,
    /// Those that were done or dropped, too.
    #[arg(long)]
    pub all: bool,
}

/// `deadline told`
#[derive(Debug, Args)]
pub struct Told {
    /// The deadline's id, or a case with `--rule`.
    #[arg(value_name = "DEADLINE")]
    pub deadline: String,
    /// The rule, where a case is named.
    #[arg(long, value_name = "RULE")]
    pub rule: Option<String>,
    /// When.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub date: String,
    /// How.
    #[arg(long, value_name = "CODE", value_parser = codes(TellMeans::ALL))]
    pub means: String,
    /// In which language.
    #[arg(long, value_name = "LANGUAGE")]
    pub language: String,
}
