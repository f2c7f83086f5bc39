//! `export`.

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};

use super::lists::Arrange;
use crate::app::stats::LIST_COLUMNS;
use crate::i18n::Locale;

/// `export`
#[derive(Debug, Subcommand)]
pub enum Export {
    Letter(Letter),
    Csv(Lists),
    Xlsx(Lists),
    Html(Page),
    Md(Page),
    Ics(Ics),
    Archive(Archive),
    #[command(long_flag = "anonymous")]
    Anonymous(Anonymous),
}

impl Export {
    /// Whether it may put its file in the place of an older one.
    pub const fn replaces(&self) -> bool {
        match self {
            Self::Letter(_) | Self::Archive(_) | Self::Anonymous(_) => false,
            Self::Csv(lists) | Self::Xlsx(lists) => lists.force,
            Self::Html(page) | Self::Md(page) => page.lists.force,
            Self::Ics(ics) => ics.force,
        }
    }
}

/// `export csv`, `xlsx`, and what is on the pages of `html` and `md`
#[derive(Debug, Args)]
pub struct Lists {
    /// The case, of `show`.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
    /// Which list.
    #[arg(long = "of", value_name = "LIST", value_parser = ["list", "due", "show"])]
    pub list: String,
    /// Whose cases.
    #[arg(long, value_name = "ALIAS")]
    pub worker: Option<String>,
    /// The office.
    #[arg(long = "office", value_name = "CODE")]
    pub offices: Vec<String>,
    /// Whose law.
    #[arg(long = "jurisdiction", value_name = "LAW")]
    pub jurisdictions: Vec<String>,
    /// How far ahead, of `due`.
    #[arg(long, value_name = "SPAN")]
    pub within: Option<String>,
    /// Closed cases too, or what was replaced.
    #[arg(long)]
    pub all: bool,
    /// In the place of an older file.
    #[arg(long)]
    pub force: bool,
    /// How it is arranged.
    #[command(flatten)]
    pub arrange: Arrange,
}

/// `export html`, `md`
#[derive(Debug, Args)]
pub struct Page {
    /// What is on it.
    #[command(flatten)]
    pub lists: Lists,
    /// The language of its words.
    #[arg(long = "in", value_name = "LANG", value_parser = PossibleValuesParser::new(Locale::papers()))]
    pub tongue: Option<String>,
}

/// `export ics`
#[derive(Debug, Args)]
pub struct Ics {
    /// Whose: one worker's, or the whole office's.
    #[arg(long, value_name = "WHOM", value_parser = ["worker", "office"], default_value = "office")]
    pub per: String,
    /// Which worker's.
    #[arg(long, value_name = "ALIAS")]
    pub worker: Option<String>,
    /// With what is to be done.
    #[arg(long)]
    pub full: bool,
    /// Numbers alone.
    #[arg(long, conflicts_with = "full")]
    pub neutral: bool,
    /// In the place of an older file.
    #[arg(long)]
    pub force: bool,
}

/// `export archive`
#[derive(Debug, Args)]
pub struct Archive {
    /// I know that it lies in the open.
    #[arg(long)]
    pub in_the_open: bool,
}

/// `export anonymous`
#[derive(Debug, Args)]
pub struct Anonymous {
    /// To whom.
    #[arg(long, value_name = "WHOM", required_unless_present = "approve")]
    pub to: Option<String>,
    /// Cases that look alike, at least.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(3..))]
    pub k: Option<u8>,
    /// Columns that are to stay fine.
    #[arg(long, value_name = "COLUMN", value_delimiter = ',', value_parser = LIST_COLUMNS)]
    pub keep: Vec<String>,
    /// Columns that are left out.
    #[arg(long, value_name = "COLUMN", value_delimiter = ',', value_parser = LIST_COLUMNS)]
    pub without: Vec<String>,
    /// Anybody may have it.
    #[arg(long)]
    pub public: bool,
    /// Why small numbers are shown.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
    /// Keep it for another member.
    #[arg(long, requires = "because", conflicts_with_all = ["approve", "dry_run"])]
    pub propose: bool,
    /// Let what another member proposed leave.
    #[arg(long, value_name = "RELEASE", conflicts_with_all = ["to", "k", "keep", "without", "public"])]
    pub approve: Option<String>,
    /// Judge, and let nothing leave.
    #[arg(long)]
    pub dry_run: bool,
}

/// `export letter`
#[derive(Debug, Args)]
pub struct Letter {
    /// The case.
    #[arg(value_name = "CASE")]
    pub case: String,
    /// The deadline, or the entry that opened it.
    #[arg(long = "for", value_name = "ID")]
    pub of: Option<String>,
    /// The form.
    #[arg(long = "as", value_name = "FORM", value_parser = ["html", "md", "text"])]
    pub form: Option<String>,
}
