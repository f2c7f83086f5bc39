//! `case`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};

use super::person::Named;
use crate::i18n::Locale;

/// `case`
#[derive(Debug, Subcommand)]
pub enum CaseFile {
    Timeline(Timeline),
    Access(Access),
    Export(Give),
    Import(Take),
    Receipt(Receipt),
    Origin(Origin),
}

/// `case timeline`
#[derive(Debug, Args)]
pub struct Timeline {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// How coarse the dates are to be.
    #[arg(long, value_name = "GRAIN", value_parser = ["month", "year"])]
    pub coarse: Option<String>,
}

/// `case access`
#[derive(Debug, Args)]
pub struct Access {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// Whom alone it is about, or `all`.
    #[arg(long, value_name = "PERSON", value_parser = super::person::named)]
    pub person: Option<Named>,
    /// The language of the paper.
    #[arg(long = "in", value_name = "LANG", value_parser = PossibleValuesParser::new(Locale::papers()))]
    pub tongue: Option<String>,
}

/// `case export`
#[derive(Debug, Args)]
pub struct Give {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// Who opens it: recipients, one a line.
    #[arg(long, value_name = "FILE")]
    pub recipients: PathBuf,
    /// The last day on which it is taken.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// With the names, sealed anew.
    #[arg(long)]
    pub with_identity: bool,
    /// Who opens the names there; those of `--recipients` where absent.
    #[arg(long, value_name = "FILE", requires = "with_identity")]
    pub seal_recipients: Option<PathBuf>,
    /// Why the names go along, or `-` for stdin.
    #[arg(long, value_name = "TEXT", requires = "with_identity")]
    pub because: Option<String>,
    /// With two cards of the seal key instead of a key file.
    #[arg(long, requires = "with_identity")]
    pub shares: bool,
}

/// `case import`
#[derive(Debug, Args)]
pub struct Take {
    /// What the other office gave.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Look at it alone.
    #[arg(long)]
    pub dry_run: bool,
}

/// `case receipt`
#[derive(Debug, Args)]
pub struct Receipt {
    /// What the other office sent back.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// `case origin`
#[derive(Debug, Args)]
pub struct Origin {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
}
