//! `document`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `document`
#[derive(Debug, Subcommand)]
pub enum Document {
    Add(Add),
    List(List),
    Open(Open),
}

/// `document add`
#[derive(Debug, Args)]
pub struct Add {
    /// The case.
    #[arg(value_name = "CASE")]
    pub case: String,
    /// The file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// What it is.
    #[arg(long, value_name = "KIND", default_value = "other",
        value_parser = ["decision", "letter", "evidence", "photo", "other"])]
    pub kind: String,
    /// The entry that it belongs to.
    #[arg(long, value_name = "REF")]
    pub on: Option<String>,
    /// Which of the persons it is of.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub person: Option<u16>,
    /// For all who can read the case.
    #[arg(long)]
    pub no_person_in_it: bool,
    /// Take nothing out.
    #[arg(long)]
    pub keep_metadata: bool,
    /// The most that is taken, in megabytes.
    #[arg(long, value_name = "MB", default_value_t = 25,
        value_parser = clap::value_parser!(u64).range(1..=100))]
    pub max_size: u64,
}

/// `document list`
#[derive(Debug, Args)]
pub struct List {
    /// The case.
    #[arg(value_name = "CASE")]
    pub case: String,
}

/// `document open`
#[derive(Debug, Args)]
pub struct Open {
    /// The document.
    #[arg(value_name = "ID")]
    pub document: String,
    /// What for: a code.
    #[arg(long, value_name = "CODE")]
    pub reason: Option<String>,
    /// In a few words, or `-` for stdin.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
    /// With two cards of the seal key instead of a key file.
    #[arg(long)]
    pub shares: bool,
}
