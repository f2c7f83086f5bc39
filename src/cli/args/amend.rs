//! `correct`, `retract`, `undo`.

use clap::{Arg, ArgMatches, Args, FromArgMatches};

use super::person::person_arg;
use super::record::{field_arg, field_values};
use crate::app::fields::{CASE, CLOSE, DESK, Field, Fields, KINDS, LEAVE, PERSON, TOLD};

/// `correct`
#[derive(Debug)]
pub struct Correct {
    /// The beginning of the event's id.
    pub event: String,
    /// The fields to replace.
    pub fields: Fields,
    /// Whose it is.
    pub person: Option<u16>,
    /// The text of a note comes from stdin or a prompt.
    pub text: bool,
    /// Why.
    pub because: Option<String>,
    /// Why it is so although it contradicts the history.
    pub even_so: Option<String>,
}

/// Every field that an entry may have, once; which of them an entry has, the use case judges.
fn all_fields() -> Vec<&'static Field> {
    let mut known: Vec<&'static Field> = Vec::new();
    let fields = KINDS
        .iter()
        .chain([&CASE, &CLOSE, &PERSON, &LEAVE])
        .chain(DESK)
        .chain([&TOLD])
        .flat_map(|kind| kind.fields);
    for field in fields.filter(|field| !field.form.is_free()) {
        if !known.iter().any(|other| other.name == field.name) {
            known.push(field);
        }
    }
    known
}

impl FromArgMatches for Correct {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let text = |name: &str| matches.get_one::<String>(name).cloned();
        Ok(Self {
            event: text("event").unwrap_or_default(),
            fields: field_values(matches, all_fields()),
            person: matches.get_one::<u16>("person").copied(),
            text: matches.get_flag("text"),
            because: text("because"),
            even_so: text("even_so"),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for Correct {
    fn augment_args(command: clap::Command) -> clap::Command {
        let reason = |name: &'static str, option: &'static str| {
            Arg::new(name).long(option).value_name("TEXT")
        };
        let fields = all_fields().into_iter().map(|field| {
            // The same name takes other codes in other entries: the use case judges.
            field_arg(field).value_parser(clap::builder::NonEmptyStringValueParser::new())
        });
        command
            .arg(Arg::new("event").value_name("EVENT").required(true))
            .arg(reason("because", "because"))
            .arg(reason("even_so", "even-so"))
            .arg(person_arg())
            .arg(
                Arg::new("text")
                    .long("text")
                    .action(clap::ArgAction::SetTrue),
            )
            .next_help_heading("Fields")
            .args(fields)
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

/// `retract`
#[derive(Debug, Args)]
pub struct Retract {
    /// The beginning of the event's id.
    #[arg(
        value_name = "EVENT",
        required_unless_present = "batch",
        conflicts_with = "batch"
    )]
    pub event: Option<String>,
    /// What was done to many cases at once.
    #[arg(long, value_name = "BATCH")]
    pub batch: Option<String>,
    /// Say which cases, and write nothing.
    #[arg(long, requires = "batch")]
    pub dry_run: bool,
    /// Of an import: cases with sealed names, documents or notes go for good.
    #[arg(long, requires = "batch")]
    pub forget: bool,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
}

/// `undo`
#[derive(Debug, Args)]
pub struct Undo {}
