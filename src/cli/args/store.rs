//! `demo`, `init`, `status`, `store`, `key`, `import`, `completions`, `help`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use clap_complete::Shell;

/// `demo`
#[derive(Debug, Args)]
pub struct Demo {
    /// Keep the store here.
    #[arg(long, value_name = "DIR")]
    pub keep: Option<PathBuf>,
}

/// `init`
#[derive(Debug, Args)]
pub struct Init {
    /// The first member's alias.
    #[arg(long = "as", value_name = "ALIAS")]
    pub alias: Option<String>,
    /// Make no recovery card.
    #[arg(long)]
    pub no_recovery: bool,
    /// Who can open names: recipients, one a line.
    #[arg(long, value_name = "FILE")]
    pub seal_recipients: Option<PathBuf>,
    /// Make no cards of a seal key.
    #[arg(long, conflicts_with = "seal_recipients")]
    pub no_seal: bool,
}

/// `status`
#[derive(Debug, Args)]
pub struct Status {}

/// `store`
#[derive(Debug, Subcommand)]
pub enum Store {
    Info,
    Verify(Verify),
    Rebuild,
}

/// `store verify`
#[derive(Debug, Args)]
pub struct Verify {
    /// Leave the indexes out.
    #[arg(long)]
    pub quick: bool,
}

/// `key`
#[derive(Debug, Subcommand)]
pub enum Key {
    Generate(Generate),
    List,
    Passphrase,
    Recover(Recover),
    Holders(Holders),
    Shares(Shares),
    KeptElsewhere(KeptElsewhere),
}

/// `key recover`
#[derive(Debug, Args)]
pub struct Recover {
    /// How the file is written.
    #[command(flatten)]
    pub file: Generate,
    /// The seal key, from two of its cards.
    #[arg(long)]
    pub shares: bool,
}

/// `key shares`
#[derive(Debug, Args)]
pub struct Shares {
    /// Although others can open names.
    #[arg(long)]
    pub replace: bool,
}

/// `key kept-elsewhere`
#[derive(Debug, Args)]
pub struct KeptElsewhere {
    /// It is so.
    #[arg(long)]
    pub yes: bool,
}

/// `key holders`
#[derive(Debug, Args)]
pub struct Holders {
    /// Recipients, one a line, or `-`.
    #[arg(long, value_name = "FILE")]
    pub recipients: PathBuf,
}

/// `key generate`
#[derive(Debug, Args)]
pub struct Generate {
    /// Leave the key file open to whoever has it.
    #[arg(long)]
    pub no_passphrase: bool,
}

/// `import`
#[derive(Debug, Args)]
pub struct Import {
    /// The file, or `-`.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Judge everything, write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Leave bad lines aside, into this file.
    #[arg(long, value_name = "FILE")]
    pub skip_bad: Option<PathBuf>,
}

/// `completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// `help`
#[derive(Debug, Args)]
pub struct Help {
    /// A topic, or the words of a command.
    #[arg(value_name = "TOPIC")]
    pub topic: Vec<String>,
}
