//! `backup`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What can be done with backups.
#[derive(Debug, Subcommand)]
pub enum Backup {
    Make(Make),
    Verify(From),
    Restore(From),
    Drill(Drill),
    Kept(Kept),
}

/// `backup make`
#[derive(Debug, Args)]
pub struct Make {
    /// The new file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Recipients of members that the store does not know.
    #[arg(long, value_name = "FILE")]
    pub known: Option<PathBuf>,
    /// How many older ones stay.
    #[arg(long = "keep", value_name = "SPANS")]
    pub spans: Option<String>,
    /// Say what would go; make and remove nothing.
    #[arg(long, requires = "spans")]
    pub dry_run: bool,
    /// Remove without asking.
    #[arg(long, requires = "spans")]
    pub yes: bool,
    /// Where it lies.
    #[arg(long, value_name = "ALIAS")]
    pub kept: Option<String>,
    /// How far that is.
    #[arg(long = "where", value_name = "WHERE", value_parser = ["disk", "office", "elsewhere"], requires = "kept")]
    pub whereabouts: Option<String>,
}

/// `backup kept`
#[derive(Debug, Args)]
pub struct Kept {
    /// The place.
    #[arg(id = "kept", value_name = "ALIAS")]
    pub place: Option<String>,
    /// How far it is.
    #[arg(long = "where", value_name = "WHERE", value_parser = ["disk", "office", "elsewhere", "gone"], requires = "kept")]
    pub whereabouts: Option<String>,
    /// The copy, to be read.
    #[arg(long, value_name = "FILE", requires = "kept")]
    pub file: Option<PathBuf>,
}

/// `backup verify`, `backup restore`
#[derive(Debug, Args)]
pub struct From {
    /// The backup.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// `backup drill`
#[derive(Debug, Args)]
pub struct Drill {
    /// The backup; asked for where it is left out.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Where it lies.
    #[arg(long, value_name = "ALIAS")]
    pub kept: Option<String>,
}
