//! `export`.

use clap::{Args, Subcommand};

/// `export`
#[derive(Debug, Subcommand)]
pub enum Export {
    Letter(Letter),
}

/// `export letter`
#[derive(Debug, Args)]
pub struct Letter {
    /// The case.
    #[arg(value_name = "CASE")]
    pub case: String,
    /// The deadline, or the entry that opened it.
    #[arg(long = "for", value_name = "ID")]
    pub of: Option<String>,
    /// The form.
    #[arg(long = "as", value_name = "FORM", value_parser = ["html", "md", "text"])]
    pub form: Option<String>,
}
