//! `bulk`, and what `assign` takes for many cases.

use clap::{Args, Subcommand};

/// `bulk`
#[derive(Debug, Subcommand)]
pub enum Bulk {
    Note(Note),
    Close(Close),
    Settle(Settle),
}

/// Which open cases, and whether in earnest.
#[derive(Debug, Default, Args)]
pub struct Which {
    /// Country of origin.
    #[arg(long = "origin", value_name = "COUNTRY")]
    pub origins: Vec<String>,
    /// Whose law.
    #[arg(long = "jurisdiction", value_name = "LAW")]
    pub jurisdictions: Vec<String>,
    /// The office.
    #[arg(long = "office", value_name = "CODE")]
    pub offices: Vec<String>,
    /// Codes of the office's own.
    #[arg(long = "tag", value_name = "CODE")]
    pub tags: Vec<String>,
    /// A field of the office's own.
    #[arg(long = "field", value_name = "NAME=VALUE")]
    pub fields: Vec<String>,
    /// Say which, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

impl Which {
    /// Whether nothing was typed.
    pub const fn is_empty(&self) -> bool {
        self.origins.is_empty()
            && self.jurisdictions.is_empty()
            && self.offices.is_empty()
            && self.tags.is_empty()
            && self.fields.is_empty()
            && !self.dry_run
    }
}

/// `bulk note`
#[derive(Debug, Args)]
pub struct Note {
    /// Who works on them.
    #[arg(long = "worker", value_name = "ALIAS")]
    pub workers: Vec<String>,
    /// Which else.
    #[command(flatten)]
    pub which: Which,
}

/// `bulk close`
#[derive(Debug, Args)]
pub struct Close {
    /// Why.
    #[arg(long, value_name = "REASON", value_parser = [
        "protected", "removed", "departed", "died", "transferred", "contact_lost", "duplicate", "other",
    ])]
    pub reason: String,
    /// When.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub date: String,
    /// Who works on them.
    #[arg(long = "worker", value_name = "ALIAS")]
    pub workers: Vec<String>,
    /// Which else.
    #[command(flatten)]
    pub which: Which,
}

/// `bulk settle`
#[derive(Debug, Args)]
pub struct Settle {
    /// Deadlines that had ended before they came to us.
    #[arg(long, required = true)]
    pub lapsed: bool,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
    /// Who works on the cases.
    #[arg(long = "worker", value_name = "ALIAS")]
    pub workers: Vec<String>,
    /// Which else.
    #[command(flatten)]
    pub which: Which,
}
