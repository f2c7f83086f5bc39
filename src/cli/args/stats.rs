//! `stats`.

use clap::{Args, Subcommand};

/// `stats`
#[derive(Debug, Subcommand)]
pub enum Stats {
    Show(Show),
    Release(Release),
}

/// What is asked.
#[derive(Debug, Args)]
pub struct Question {
    /// What is counted.
    #[arg(long, value_name = "UNIT", default_value = "persons", value_parser = [
        "persons", "cases", "applications", "decisions",
    ])]
    pub unit: String,
    /// By what.
    #[arg(long, value_name = "DIM", value_delimiter = ',')]
    pub by: Vec<String>,
    /// Only these.
    #[arg(long = "where", value_name = "DIM=VALUE")]
    pub filters: Vec<String>,
    /// Only these years.
    #[arg(long, value_name = "YEARS")]
    pub period: Option<String>,
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
}

/// `stats release`
#[derive(Debug, Args)]
pub struct Release {
    /// What is asked.
    #[command(flatten)]
    pub question: Question,
    /// To whom.
    #[arg(long, value_name = "WHOM")]
    pub to: String,
    /// Judge, release nothing.
    #[arg(long)]
    pub dry_run: bool,
}
