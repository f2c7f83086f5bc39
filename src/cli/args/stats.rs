//! `stats`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};

use crate::app::stats::READY;
use crate::i18n::Locale;

/// The least threshold, and the largest: of more than that hardly a table would be left.
const FLOOR: i64 = 3;
const MOST: i64 = 20;

/// `stats`
#[derive(Debug, Subcommand)]
pub enum Stats {
    Show(Show),
    Release(Box<Release>),
    Ledger(Ledger),
    Verify(Verify),
    Threshold(Threshold),
}

/// What is asked.
#[derive(Debug, Args)]
pub struct Question {
    /// A question under one word.
    #[arg(long, value_name = "WORD", value_parser = READY, conflicts_with_all = ["unit", "by"])]
    pub ready: Option<String>,
    /// What is counted.
    #[arg(long, value_name = "UNIT", value_parser = [
        "persons", "cases", "applications", "decisions",
    ])]
    pub unit: Option<String>,
    /// By what.
    #[arg(long, value_name = "DIM", value_delimiter = ',')]
    pub by: Vec<String>,
    /// Groups above the values of a dimension.
    #[arg(long, value_name = "DIM=GROUPS")]
    pub group: Vec<String>,
    /// Only these.
    #[arg(long = "where", value_name = "DIM=VALUE")]
    pub filters: Vec<String>,
    /// Only these years.
    #[arg(long, value_name = "YEARS")]
    pub period: Option<String>,
    /// Shares.
    #[arg(long, value_name = "RATE")]
    pub rate: Vec<String>,
    /// How long it took.
    #[arg(long, value_name = "WHAT", value_parser = ["days-to-decision"])]
    pub median: Option<String>,
    /// The language of its words.
    #[arg(long = "in", value_name = "LANG", value_parser = PossibleValuesParser::new(Locale::papers()))]
    pub tongue: Option<String>,
}

/// `stats show`
#[derive(Debug, Args)]
pub struct Show {
    /// What is asked.
    #[command(flatten)]
    pub question: Question,
    /// To a file or pipe too.
    #[arg(long)]
    pub inside: bool,
    /// What describes the CSV, beside it.
    #[arg(long)]
    pub datapackage: bool,
}

/// `stats release`
#[derive(Debug, Args)]
pub struct Release {
    /// What is asked.
    #[command(flatten)]
    pub question: Question,
    /// To whom.
    #[arg(long, value_name = "WHOM", required_unless_present_any = ["approve", "decline"])]
    pub to: Option<String>,
    /// What for.
    #[arg(long, value_name = "TEXT")]
    pub purpose: Option<String>,
    /// Fewer than so many persons are small.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(FLOOR..=MOST))]
    pub threshold: Option<i64>,
    /// Every number to the nearest five.
    #[arg(long, value_name = "N", value_parser = ["5"])]
    pub round: Option<String>,
    /// Values that count as one.
    #[arg(long, value_name = "A+B")]
    pub combine: Vec<String>,
    /// Tell what readers can work out.
    #[arg(long)]
    pub intervals: bool,
    /// Cells to withhold.
    #[arg(long, value_name = "KEY")]
    pub withhold: Vec<String>,
    /// Small cells to show all the same.
    #[arg(long = "show", value_name = "KEY")]
    pub show_cell: Vec<String>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
    /// The columns of another body.
    #[arg(long, value_name = "SHAPE", value_parser = ["unhcr", "eurostat", "eurostat-final"], conflicts_with_all = ["by", "ready", "rate", "median", "combine"])]
    pub shape: Option<String>,
    /// How long it may be computed.
    #[arg(long, value_name = "SECONDS")]
    pub budget: Option<String>,
    /// Refuse what could only be compared pair by pair.
    #[arg(long)]
    pub strict: bool,
    /// Keep it for another member.
    #[arg(long, requires = "because", conflicts_with_all = ["approve", "dry_run"])]
    pub propose: bool,
    /// Let what another member proposed leave.
    #[arg(long, value_name = "RELEASE", conflicts_with_all = [
        "to", "unit", "by", "filters", "period", "ready", "rate", "median", "shape", "purpose", "threshold", "round", "combine", "group",
        "intervals", "withhold", "show_cell", "budget", "strict",
    ])]
    pub approve: Option<String>,
    /// End the waiting of what was proposed.
    #[arg(long, value_name = "RELEASE", requires = "because", conflicts_with_all = [
        "to", "unit", "by", "filters", "period", "ready", "rate", "median", "shape", "purpose", "threshold", "round", "combine", "group",
        "intervals", "withhold", "show_cell", "budget", "strict", "approve", "propose", "dry_run", "datapackage",
    ])]
    pub decline: Option<String>,
    /// Judge, release nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// What describes the CSV, beside it.
    #[arg(long)]
    pub datapackage: bool,
}

/// `stats ledger`
#[derive(Debug, Args)]
pub struct Ledger {
    /// Which.
    #[arg(value_name = "RELEASE")]
    pub release: Vec<String>,
    /// From this day on.
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// What the check knows and what not.
    #[arg(long, conflicts_with_all = ["release", "since", "add"])]
    pub limits: bool,
    /// A table that was published.
    #[arg(long, value_name = "FILE", requires = "to", conflicts_with_all = ["release", "since"])]
    pub add: Option<PathBuf>,
    /// To whom.
    #[arg(long, value_name = "WHOM", requires = "add")]
    pub to: Option<String>,
    /// A table that was entered by mistake.
    #[arg(long, value_name = "RELEASE", requires = "because", conflicts_with_all = ["release", "since", "add", "limits"])]
    pub remove: Option<String>,
    /// Why.
    #[arg(long, value_name = "TEXT", requires = "remove")]
    pub because: Option<String>,
}

/// `stats verify`
#[derive(Debug, Args)]
pub struct Verify {
    /// Which.
    #[arg(value_name = "RELEASE")]
    pub release: Vec<String>,
}

/// `stats threshold`
#[derive(Debug, Args)]
pub struct Threshold {
    /// Fewer than so many persons are small.
    #[arg(id = "threshold", value_name = "N", value_parser = clap::value_parser!(i64).range(FLOOR..=MOST))]
    pub persons: Option<i64>,
    /// Why they are to be fewer.
    #[arg(long, value_name = "TEXT", requires = "threshold")]
    pub because: Option<String>,
    /// Keep it for another member.
    #[arg(long, requires = "because", conflicts_with = "approve_threshold")]
    pub propose: bool,
    /// As another member proposed it.
    #[arg(long = "approve", id = "approve_threshold", requires = "because")]
    pub approve: bool,
}
