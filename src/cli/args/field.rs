//! `field`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `field`
#[derive(Debug, Subcommand)]
pub enum Field {
    Declare(Declare),
    List(List),
}

/// `field declare`
#[derive(Debug, Args)]
pub struct Declare {
    /// The file, or `-` for stdin.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Judge, write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// `field list`
#[derive(Debug, Args)]
pub struct List {}
