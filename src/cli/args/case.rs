//! `new`, `show`, `list`, `close`, `reopen`, `assign`, `link`.

use clap::Args;

use super::bulk::Which;
use super::lists::Arrange;

/// `new`
#[derive(Debug, Args)]
pub struct New {
    /// Country of origin.
    #[arg(long, value_name = "COUNTRY")]
    pub origin: Option<String>,
    /// Whose law.
    #[arg(long, value_name = "LAW")]
    pub jurisdiction: Option<String>,
    /// Sex.
    #[arg(long, value_name = "SEX", value_parser = ["f", "m", "x", "unknown"])]
    pub sex: Option<String>,
    /// Year of birth.
    #[arg(long, value_name = "YEAR")]
    pub born: Option<String>,
    /// The office.
    #[arg(long, value_name = "CODE")]
    pub office: Option<String>,
    /// Who works on it.
    #[arg(long, value_name = "ALIAS")]
    pub to: Option<String>,
    /// Codes of the office's own.
    #[arg(long = "tag", value_name = "CODE")]
    pub tags: Vec<String>,
    /// What the person is in the procedure.
    #[arg(long, value_name = "CODE", value_parser = super::person::roles())]
    pub role: Option<String>,
    /// When the office opened it.
    #[arg(long, value_name = "DATE")]
    pub opened: Option<String>,
}

/// `show`
#[derive(Debug, Args)]
pub struct Show {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// What was replaced and taken back too.
    #[arg(long)]
    pub all: bool,
}

/// `list`
#[derive(Debug, Args)]
pub struct List {
    /// Closed cases too.
    #[arg(long)]
    pub all: bool,
    /// State of the case or of an application.
    #[arg(long = "state", value_name = "STATE")]
    pub states: Vec<String>,
    /// Country of origin.
    #[arg(long = "origin", value_name = "COUNTRY")]
    pub origins: Vec<String>,
    /// Whose law.
    #[arg(long = "jurisdiction", value_name = "LAW")]
    pub jurisdictions: Vec<String>,
    /// Who works on it.
    #[arg(long = "worker", value_name = "ALIAS")]
    pub workers: Vec<String>,
    /// The office.
    #[arg(long = "office", value_name = "CODE")]
    pub offices: Vec<String>,
    /// Codes of the office's own.
    #[arg(long = "tag", value_name = "CODE")]
    pub tags: Vec<String>,
    /// How great the danger is thought to be.
    #[arg(long = "risk", value_name = "LEVEL", value_parser = ["low", "medium", "high", "extreme"])]
    pub risks: Vec<String>,
    /// Fields of the office's own.
    #[arg(long = "field", value_name = "NAME=VALUE")]
    pub fields: Vec<String>,
    /// Opened on or after this day.
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Nothing was recorded for so long.
    #[arg(long, value_name = "SPAN")]
    pub untouched: Option<String>,
    /// No deadline of ours is open.
    #[arg(long)]
    pub no_next_step: bool,
    /// A deadline of ours ends within this span, or is past.
    #[arg(long, value_name = "SPAN")]
    pub deadline_in: Option<String>,
    /// A hearing or an interview is within this span.
    #[arg(long, value_name = "SPAN")]
    pub hearing_in: Option<String>,
    /// Closed in this month, year or range.
    #[arg(long, value_name = "DATES")]
    pub closed_between: Option<String>,
    /// How it is arranged.
    #[command(flatten)]
    pub arrange: Arrange,
}

/// `close`
#[derive(Debug, Args)]
pub struct Close {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// Why.
    #[arg(long, value_name = "REASON", value_parser = [
        "protected", "removed", "departed", "died", "transferred", "contact_lost", "duplicate", "other",
    ])]
    pub reason: Option<String>,
    /// When.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub date: String,
    /// Why, although something in it is open.
    #[arg(long, value_name = "TEXT")]
    pub even_so: Option<String>,
}

/// `reopen`
#[derive(Debug, Args)]
pub struct Reopen {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// When.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub date: String,
}

/// `assign`
#[derive(Debug, Args)]
pub struct Assign {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// A member, or `nobody`.
    #[arg(long, value_name = "ALIAS")]
    pub to: String,
    /// All of a member's.
    #[arg(long = "from", value_name = "ALIAS", conflicts_with = "case")]
    pub from_worker: Option<String>,
    /// Which of them.
    #[command(flatten)]
    pub which: Which,
}

/// `link`
#[derive(Debug, Args)]
pub struct Link {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// The other case.
    #[arg(long, value_name = "CASE")]
    pub to: String,
    /// How they belong together.
    #[arg(long = "as", value_name = "KIND", value_parser = ["family", "same_person", "related"])]
    pub kind: String,
    /// Of the same person: who of this case.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub person: Option<u16>,
    /// And who of the other.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub to_person: Option<u16>,
}
