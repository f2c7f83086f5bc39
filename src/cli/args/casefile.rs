//! `case`.

use clap::{Args, Subcommand};

use super::person::Named;

/// `case`
#[derive(Debug, Subcommand)]
pub enum CaseFile {
    Timeline(Timeline),
    Access(Access),
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
}
