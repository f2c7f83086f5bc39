//! `field`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::app::own::ready;

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
    #[arg(
        value_name = "FILE",
        required_unless_present = "ready",
        conflicts_with = "ready"
    )]
    pub file: Option<PathBuf>,
    /// A field that stands ready.
    #[arg(long, value_name = "NAME", value_parser = ready::NAMES)]
    pub ready: Option<String>,
    /// Judge, write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// `field list`
#[derive(Debug, Args)]
pub struct List {}
