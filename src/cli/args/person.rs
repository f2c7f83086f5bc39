//! `person`, and `--person` of other commands.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, Subcommand, value_parser};

use super::record::{field_arg, field_values};
use crate::app::fields::{Fields, LEAVE, PERSON};
use crate::app::whose::Whom;

/// One of the values of `--person`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// One.
    Number(u16),
    /// Everybody.
    All,
}

impl Named {
    /// The number of the one.
    pub const fn number(self) -> Option<u16> {
        match self {
            Self::Number(number) => Some(number),
            Self::All => None,
        }
    }
}

pub(super) fn named(text: &str) -> Result<Named, &'static str> {
    if text == "all" {
        return Ok(Named::All);
    }
    let number = text.parse().ok().filter(|number| *number > 0);
    number
        .map(Named::Number)
        .ok_or("neither a number nor `all`")
}

/// `--person`, once for each of several.
pub(super) fn whom_arg() -> Arg {
    Arg::new("person")
        .long("person")
        .value_name("N")
        .action(ArgAction::Append)
        .value_parser(named)
}

/// What was typed there.
pub(super) fn whom(matches: &ArgMatches) -> Whom {
    let typed = matches.get_many::<Named>("person").into_iter().flatten();
    let mut numbers = Vec::new();
    for one in typed {
        match one {
            Named::All => return Whom::Everybody,
            Named::Number(number) => numbers.push(*number),
        }
    }
    if numbers.is_empty() {
        Whom::Unsaid
    } else {
        Whom::These(numbers)
    }
}

/// `--person` where it can be one alone.
pub(super) fn person_arg() -> Arg {
    Arg::new("person")
        .long("person")
        .value_name("N")
        .value_parser(value_parser!(u16).range(1..))
}

/// `person`
#[derive(Debug, Subcommand)]
pub enum Person {
    Add(Add),
    List(List),
    Leave(Leave),
}

/// `person list`
#[derive(Debug, Args)]
pub struct List {
    /// Number or callsign; a picker where absent.
    #[arg(value_name = "CASE")]
    pub case: Option<String>,
}

/// `person add`
#[derive(Debug)]
pub struct Add {
    /// Number or callsign; a picker where absent.
    pub case: Option<String>,
    /// What was typed.
    pub fields: Fields,
}

/// `person leave`
#[derive(Debug)]
pub struct Leave {
    /// Number or callsign; a picker where absent.
    pub case: Option<String>,
    /// Who leaves.
    pub person: Option<u16>,
    /// In which case they are counted from now on.
    pub to: Option<String>,
    /// As who of it.
    pub to_person: Option<u16>,
    /// What was typed.
    pub fields: Fields,
}

fn case_arg() -> Arg {
    Arg::new("case").value_name("CASE")
}

impl FromArgMatches for Add {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self {
            case: matches.get_one::<String>("case").cloned(),
            fields: field_values(matches, PERSON.fields),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for Add {
    fn augment_args(command: Command) -> Command {
        command
            .arg(case_arg())
            .args(PERSON.fields.iter().map(field_arg))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Leave {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self {
            case: matches.get_one::<String>("case").cloned(),
            person: matches.get_one::<u16>("person").copied(),
            to: matches.get_one::<String>("to").cloned(),
            to_person: matches.get_one::<u16>("to_person").copied(),
            fields: field_values(matches, LEAVE.fields),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for Leave {
    fn augment_args(command: Command) -> Command {
        command
            .arg(case_arg())
            .arg(person_arg())
            .args(LEAVE.fields.iter().map(field_arg))
            .arg(Arg::new("to").long("to").value_name("CASE"))
            .arg(
                Arg::new("to_person")
                    .long("to-person")
                    .value_name("N")
                    .value_parser(value_parser!(u16).range(1..))
                    .requires("to"),
            )
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// The codes of `new --role`.
pub(super) fn roles() -> PossibleValuesParser {
    let field = PERSON.fields.iter().find(|field| field.name == "role");
    PossibleValuesParser::new(match field.map(|field| field.form) {
        Some(crate::app::fields::Form::Code(codes)) => codes,
        _ => &[],
    })
}
