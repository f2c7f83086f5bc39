//! `record`: one sub-command for each kind of event, built from the table of fields.

use clap::builder::{PossibleValuesParser, StyledStr};
use clap::{Arg, ArgAction, ArgMatches, Command, FromArgMatches, Subcommand};

use super::person::{whom, whom_arg};
use crate::app::fields::{Field, Fields, Form, KINDS, Kind};
use crate::app::whose::Whom;

/// `record EVENT`
#[derive(Debug)]
pub struct Record {
    /// What happened.
    pub kind: &'static Kind,
    /// Number or callsign; a picker where absent.
    pub case: Option<String>,
    /// What was typed.
    pub fields: Fields,
    /// For whom.
    pub whom: Whom,
    /// Why it is so although it contradicts the history.
    pub even_so: Option<String>,
    /// A note that only holders of the seal keys are to read.
    pub sealed: bool,
}

/// The option of a field: `handed_over` is typed `--handed-over`.
pub fn option_of(field: &str) -> String {
    format!("--{}", field.replace('_', "-"))
}

/// One field as an option.
pub(super) fn field_arg(field: &'static Field) -> Arg {
    let arg = Arg::new(field.name).long(field.name.replace('_', "-"));
    match field.form {
        Form::Past | Form::Date | Form::PastDay | Form::Day => arg.value_name("DATE"),
        Form::Every => arg.value_name("SPAN"),
        Form::Hour => arg.value_name("HH:MM"),
        Form::Language => arg.value_name("LANGUAGE"),
        Form::Code(codes) => arg
            .value_name("CODE")
            .value_parser(PossibleValuesParser::new(codes)),
        Form::On => arg.value_name("REF"),
        Form::Word | Form::Text | Form::Line => arg.value_name("CODE"),
        Form::Codes(_) | Form::Words => arg.value_name("CODES"),
        Form::Fact | Form::Own => arg.value_name("NAME=VALUE"),
        Form::Yes => arg
            .value_name("YES")
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("true")
            .value_parser(["true", "false"]),
        Form::Year => arg.value_name("YEAR"),
        Form::Alias => arg.value_name("ALIAS"),
        Form::Origin | Form::Country => arg.value_name("COUNTRY"),
        Form::Jurisdiction => arg.value_name("LAW"),
    }
}

/// What was typed into the options of these fields.
pub(super) fn field_values(
    matches: &ArgMatches,
    fields: impl IntoIterator<Item = &'static Field>,
) -> Fields {
    fields
        .into_iter()
        .filter(|field| !field.form.is_free())
        .filter_map(|field| {
            let value = matches.get_one::<String>(field.name)?;
            Some((field.name.to_owned(), value.clone()))
        })
        .collect()
}

fn kind_command(kind: &'static Kind) -> Command {
    let fields = kind.fields.iter().filter(|field| !field.form.is_free());
    let sealed = Arg::new("sealed").long("sealed");
    let sealed = sealed.action(ArgAction::SetTrue);
    let text = kind.fields.iter().any(|field| field.form == Form::Text);
    Command::new(kind.name)
        // Made non-empty, so that the wording is put in its place later.
        .about(StyledStr::new())
        .arg(Arg::new("case").value_name("CASE"))
        .args(fields.map(field_arg))
        .arg(whom_arg())
        .arg(Arg::new("even_so").long("even-so").value_name("TEXT"))
        .args(text.then_some(sealed))
}

impl FromArgMatches for Record {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        let kind = Kind::named(name).ok_or_else(missing)?;
        Ok(Self {
            kind,
            case: matches.get_one::<String>("case").cloned(),
            fields: field_values(matches, kind.fields),
            whom: whom(matches),
            even_so: matches.get_one::<String>("even_so").cloned(),
            sealed: matches.try_get_one("sealed").ok().flatten() == Some(&true),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Subcommand for Record {
    fn augment_subcommands(command: Command) -> Command {
        command
            .subcommand_required(true)
            .subcommands(KINDS.iter().map(kind_command))
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        Kind::named(name).is_some()
    }
}
