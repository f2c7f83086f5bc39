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
}
