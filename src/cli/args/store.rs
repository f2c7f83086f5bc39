//! `demo`, `init`, `status`, `unlock`, `lock`, `panic`, `store`, `key`, `import`, `completions`, `help`.

use std::path::PathBuf;

use clap::builder::RangedU64ValueParser;
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
    /// Who can open telephones and addresses.
    #[arg(long, value_name = "WHO", default_value = "sealed", value_parser = ["sealed", "worker"])]
    pub contact: String,
    /// Make no cards of a seal key.
    #[arg(long, conflicts_with = "seal_recipients")]
    pub no_seal: bool,
}

/// `status`
#[derive(Debug, Args)]
pub struct Status {}

/// `unlock`
#[derive(Debug, Args)]
pub struct Unlock {}

/// `lock`
#[derive(Debug, Args)]
pub struct Lock {}

/// `panic`
#[derive(Debug, Args)]
pub struct Panic {
    /// Also where nothing restores it.
    #[arg(long)]
    pub yes: bool,
}

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
    Add(Add),
    Remove(Remove),
    Rotate(Rotate),
    Contact(Contact),
    Shares(Shares),
    KeptElsewhere(KeptElsewhere),
}

/// `key add`
#[derive(Debug, Args)]
pub struct Add {
    /// The new one's alias.
    #[arg(value_name = "ALIAS")]
    pub alias: String,
    /// The new one's recipient, or `-`.
    #[arg(long, value_name = "FILE")]
    pub recipients: PathBuf,
    /// What the new one opens.
    #[arg(long, value_name = "WHAT", default_value = "store", value_parser = ["store", "identities"])]
    pub opens: String,
    /// Recipients of members that the store does not know.
    #[arg(long, value_name = "FILE")]
    pub known: Option<PathBuf>,
}

/// `key remove`
#[derive(Debug, Args)]
pub struct Remove {
    /// Who is to open nothing any more.
    #[arg(value_name = "ALIAS")]
    pub alias: String,
    /// Recipients of members that the store does not know.
    #[arg(long, value_name = "FILE")]
    pub known: Option<PathBuf>,
    /// It is meant: ask nothing.
    #[arg(long)]
    pub yes: bool,
    /// Say what would change, and change nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// `key rotate`
#[derive(Debug, Args)]
pub struct Rotate {
    /// Members who have another key from now on.
    #[arg(long, value_name = "FILE")]
    pub members: Option<PathBuf>,
    /// A new recovery card.
    #[arg(long)]
    pub card: bool,
    /// Recipients of members that the store does not know.
    #[arg(long, value_name = "FILE")]
    pub known: Option<PathBuf>,
    /// Say what would change, and change nothing.
    #[arg(long)]
    pub dry_run: bool,
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

/// `key contact`
#[derive(Debug, Args)]
pub struct Contact {
    /// Who can open telephones and addresses.
    #[arg(value_name = "WHO", value_parser = ["sealed", "worker"])]
    pub who: String,
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
    #[arg(value_name = "FILE", required_unless_present = "sheet_gone")]
    pub file: Option<PathBuf>,
    /// Propose a map for a sheet.
    #[arg(long, conflicts_with_all = ["map", "dry_run", "skip_bad", "sheet_gone"])]
    pub plan: bool,
    /// Which sheet is planned.
    #[arg(long, value_name = "NUMBER", requires = "plan", value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub sheet: Option<usize>,
    /// The last row of its headings.
    #[arg(long, value_name = "ROW", requires = "plan", value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub heading: Option<usize>,
    /// The map of a sheet.
    #[arg(long, value_name = "MAP")]
    pub map: Option<PathBuf>,
    /// Seal what a sheet says of persons once more.
    #[arg(long, requires = "map")]
    pub seal_again: bool,
    /// What became of the sheets.
    #[arg(long, value_name = "FATE", value_parser = ["deleted", "kept-sealed"], conflicts_with_all = ["file", "map", "dry_run", "skip_bad", "seal_again"])]
    pub sheet_gone: Option<String>,
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
