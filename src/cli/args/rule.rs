//! `rule`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `rule`
#[derive(Debug, Subcommand)]
pub enum Rule {
    List(List),
    Show(Show),
    Explain(Explain),
    Check(Check),
    Install(Check),
    Changes(Changes),
}

/// `rule changes`
#[derive(Debug, Args)]
pub struct Changes {
    /// Take the new dates over.
    #[arg(long)]
    pub confirm: bool,
}

/// `rule check`
#[derive(Debug, Args)]
pub struct Check {
    /// The file, or `-` for stdin.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// `rule list`
#[derive(Debug, Args)]
pub struct List {
    /// Whose law.
    #[arg(long = "jurisdiction", value_name = "LAW")]
    pub jurisdictions: Vec<String>,
    /// For which events there are rules, and where there are none.
    #[arg(long, conflicts_with = "jurisdictions")]
    pub gaps: bool,
    /// With the rules of the office's own, which stand in the store.
    #[arg(long)]
    pub installed: bool,
}

/// `rule show`
#[derive(Debug, Args)]
pub struct Show {
    /// The rule's id.
    #[arg(value_name = "RULE")]
    pub rule: String,
    /// With the rules of the office's own, which stand in the store.
    #[arg(long)]
    pub installed: bool,
}

/// `rule explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// The rule's id.
    #[arg(value_name = "RULE")]
    pub rule: String,
    /// The day or hour it runs from.
    #[arg(long, value_name = "DATE|TIME")]
    pub from: String,
    /// What is known of the case.
    #[arg(long = "fact", value_name = "NAME=VALUE")]
    pub facts: Vec<String>,
    /// The event, where the rule has several.
    #[arg(long, value_name = "EVENT")]
    pub event: Option<String>,
    /// Whose holidays.
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Other days of the case.
    #[arg(long = "date", value_name = "NAME=DATE")]
    pub dates: Vec<String>,
    /// With the rules of the office's own, which stand in the store.
    #[arg(long)]
    pub installed: bool,
}
