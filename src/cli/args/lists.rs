//! What all lists take: how they are sorted, cut and filtered.

use clap::Args;

/// How a list is arranged.
#[derive(Debug, Default, Args)]
pub struct Arrange {
    /// By which columns.
    #[arg(
        long,
        value_name = "COL[,COL]",
        value_delimiter = ',',
        allow_hyphen_values = true
    )]
    pub sort: Vec<String>,
    /// Which columns.
    #[arg(long, value_name = "COL[,COL]", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// Which lines.
    #[arg(long = "where", value_name = "COL=VALUE")]
    pub conditions: Vec<String>,
}
