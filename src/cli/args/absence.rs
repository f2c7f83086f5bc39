//! `absence`.

use clap::{Args, Subcommand};

/// `absence`
#[derive(Debug, Subcommand)]
pub enum Absence {
    Set(Set),
    Cancel(Cancel),
    List,
}

/// `absence set`
#[derive(Debug, Args)]
pub struct Set {
    /// Who is away.
    #[arg(value_name = "ALIAS")]
    pub alias: String,
    /// The first day.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub from: String,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    pub until: String,
    /// Who sees to it.
    #[arg(long, value_name = "ALIAS")]
    pub to: String,
}

/// `absence cancel`
#[derive(Debug, Args)]
pub struct Cancel {
    /// Who is not away after all.
    #[arg(value_name = "ALIAS")]
    pub alias: String,
    /// Its first day.
    #[arg(long, value_name = "DATE")]
    pub from: String,
}
