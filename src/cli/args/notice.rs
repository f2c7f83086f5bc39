//! `notice`.

use clap::{Args, Subcommand};

/// `notice`
#[derive(Debug, Subcommand)]
pub enum Notice {
    Add(Add),
    List(List),
    End(End),
}

/// `notice add`
#[derive(Debug, Args)]
pub struct Add {
    /// The country of origin.
    #[arg(long, value_name = "COUNTRY")]
    pub origin: String,
    /// Whose law; all where absent.
    #[arg(long, value_name = "LAW")]
    pub jurisdiction: Option<String>,
    /// From when on.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub date: String,
    /// Where it was read or heard.
    #[arg(long, value_name = "CODE")]
    pub source: Option<String>,
}

/// `notice list`
#[derive(Debug, Args)]
pub struct List {
    /// Those that have ended, too.
    #[arg(long)]
    pub all: bool,
}

/// `notice end`
#[derive(Debug, Args)]
pub struct End {
    /// The beginning of its id.
    #[arg(value_name = "NOTICE")]
    pub notice: String,
    /// From when on it holds no longer.
    #[arg(long, value_name = "DATE", default_value = "today")]
    pub date: String,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
}
