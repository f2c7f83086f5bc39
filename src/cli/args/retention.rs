//! `retention`.

use clap::{Args, Subcommand};

/// `retention`
#[derive(Debug, Subcommand)]
pub enum Retention {
    Set(Set),
    List,
    Warn(Warn),
}

/// `retention set`
#[derive(Debug, Args)]
pub struct Set {
    /// After how long, or `never`.
    #[arg(long, value_name = "SPAN")]
    pub after: String,
    /// Of cases closed for this reason alone.
    #[arg(long, value_name = "REASON", value_parser = [
        "protected", "removed", "departed", "died", "transferred", "contact_lost", "duplicate", "other",
    ])]
    pub reason: Option<String>,
}

/// `retention warn`
#[derive(Debug, Args)]
pub struct Warn {
    /// Number or callsign; all of which people can be told today where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
}
