//! Options that every command takes, before or after it.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::i18n::Locale;

/// Options that every command takes.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Everywhere")]
pub struct Globals {
    /// The store's folder.
    #[arg(long, global = true, value_name = "DIR")]
    pub store: Option<PathBuf>,
    /// The member's key file; a second one holds a key that opens names.
    #[arg(long, global = true, value_name = "FILE")]
    pub key: Vec<PathBuf>,
    /// A descriptor from which the passphrase is read.
    #[arg(long, global = true, value_name = "N", hide_short_help = true)]
    pub passphrase_fd: Option<u32>,
    /// The form of the result.
    #[arg(long, global = true, value_name = "FORMAT", value_parser = ["human", "plain", "json", "jsonl", "csv", "md", "html", "xlsx", "svg"])]
    pub format: Option<String>,
    /// Short for `--format json`.
    #[arg(long, global = true, conflicts_with = "format")]
    pub json: bool,
    /// A new file for the result.
    #[arg(short = 'o', long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// When to colour.
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        hide_short_help = true
    )]
    pub color: Option<When>,
    /// The language of what people read.
    #[arg(
        long,
        global = true,
        value_name = "LANGUAGE",
        value_parser = language,
        hide_short_help = true
    )]
    pub lang: Option<String>,
    /// Say nothing but the result and errors.
    #[arg(short, long, global = true, hide_short_help = true)]
    pub quiet: bool,
    /// Say more, never data.
    #[arg(
        short,
        long,
        global = true,
        hide_short_help = true,
        conflicts_with = "quiet"
    )]
    pub verbose: bool,
    /// Never ask.
    #[arg(long, global = true, hide_short_help = true)]
    pub no_input: bool,
    /// The day to look at instead of today.
    #[arg(long, global = true, value_name = "DATE", hide_short_help = true)]
    pub as_of: Option<String>,
}

/// A language that there are words in.
fn language(tag: &str) -> Result<String, UnknownLanguage> {
    if Locale::knows(tag) {
        Ok(tag.to_owned())
    } else {
        Err(UnknownLanguage)
    }
}

/// Not a language of ours.
#[derive(Debug, thiserror::Error)]
#[error("no words in this language")]
struct UnknownLanguage;

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}
