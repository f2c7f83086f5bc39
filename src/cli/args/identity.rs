//! `identity` and `audit`.

use clap::{Args, Subcommand};

/// `identity`
#[derive(Debug, Subcommand)]
pub enum Identity {
    Seal(Seal),
    Open(Open),
    Contact(Contact),
    Match(Match),
    Forget(Forget),
}

/// `identity forget`
#[derive(Debug, Args)]
pub struct Forget {
    /// The case.
    #[arg(value_name = "CASE")]
    pub case: String,
    /// The case once more, so that no other is meant.
    #[arg(long, value_name = "CASE")]
    pub confirm: Option<String>,
    /// Why, or `-` for stdin.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
}

/// `identity seal`
#[derive(Debug, Args)]
pub struct Seal {
    /// The case.
    #[arg(value_name = "CASE")]
    pub case: String,
    /// Which of its persons.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub person: Option<u16>,
}

/// `identity open`
#[derive(Debug, Args)]
pub struct Open {
    /// The case.
    #[arg(value_name = "CASE")]
    pub case: String,
    /// Which of its persons.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub person: Option<u16>,
    /// What for: a code.
    #[arg(long, value_name = "CODE")]
    pub reason: Option<String>,
    /// In a few words, or `-` for stdin.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
    /// Print it although nobody watches.
    #[arg(long)]
    pub force: bool,
    /// With two cards of the seal key instead of a key file.
    #[arg(long)]
    pub shares: bool,
}

/// `identity match`
#[derive(Debug, Args)]
pub struct Match {
    /// With two cards of the seal key instead of a key file.
    #[arg(long)]
    pub shares: bool,
}

/// `identity contact`
#[derive(Debug, Args)]
pub struct Contact {
    /// The case.
    #[arg(value_name = "CASE")]
    pub case: String,
    /// Which of its persons.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub person: Option<u16>,
    /// A holder lets this member open it.
    #[arg(long, value_name = "ALIAS", conflicts_with_all = ["reason", "because", "force"])]
    pub to: Option<String>,
    /// With the seal key of two cards.
    #[arg(long, requires = "to")]
    pub shares: bool,
    /// What for: a code.
    #[arg(long, value_name = "CODE")]
    pub reason: Option<String>,
    /// In a few words, or `-` for stdin.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
    /// Print it although nobody watches.
    #[arg(long)]
    pub force: bool,
}

/// `audit`
#[derive(Debug, Args)]
pub struct Audit {}
