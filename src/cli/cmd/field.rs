//! `field declare|list`: the fields that an office declares for itself; and how the value of one is asked for.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use chrono::NaiveDate;

use crate::app::fields::{Fault, Problem};
use crate::app::own::file::MOST_BYTES;
use crate::app::own::ready::ready;
use crate::app::view::DeclaredField;
use crate::app::{AppError, Session, World};
use crate::base::date::PartialDate;
use crate::cli::args::field::Field;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Report, Usage};
use crate::cli::exit::Exit;
use crate::cli::prompt::Choice;
use crate::domain::code::FieldType;
use crate::render::field_words;
use crate::store::Access;

/// What a person is asked for.
const OPTION: &str = "--field";

pub(super) fn run(args: Field, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Field::List(_) => {
            let session = desk.open(Access::Read, world)?;
            desk.show(&session.own_fields()?)?;
        }
        Field::Declare(args) => {
            let text = match (args.ready.as_deref().and_then(ready), &args.file) {
                (Some(text), _) => text.to_owned(),
                (None, file) => {
                    let stdin = Path::new("-");
                    text_of(file.as_deref().unwrap_or(stdin)).map_err(Failure::Input)?
                }
            };
            let access = if args.dry_run {
                Access::Read
            } else {
                Access::Write
            };
            let declared = desk.open(access, world)?.declare(&text, args.dry_run)?;
            if args.dry_run {
                desk.show(&declared)?;
            } else {
                desk.acknowledge(&declared)?;
            }
        }
    }
    Ok(Exit::Done)
}

/// The file, and no more of it than is needed to say that it is too large.
fn text_of(path: &Path) -> io::Result<String> {
    let source: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(path)?)
    };
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    source
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() > MOST_BYTES {
        // Where it was cut off a letter may be broken; what it says does not matter any more.
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Asks which field of the office's own, and for its value.
pub(super) fn ask(desk: &Desk, session: &Session<'_>, today: NaiveDate) -> Result<String, Failure> {
    let mut fields = session.own_fields()?.items;
    fields.retain(|field| !field.retired);
    let none = || {
        let (close, known) = (Vec::new(), Vec::new());
        let field = "field".to_owned();
        let problem = Problem::OwnName { close, known };
        AppError::Fields(vec![Fault { field, problem }])
    };
    if fields.is_empty() {
        return Err(none().into());
    }
    let locale = desk.locale();
    let choices = fields.iter().map(|field| Choice {
        code: field.field.clone(),
        word: field_words(locale, &field.field, &field.labels),
    });
    let label = locale.text("ask-field");
    let name = desk.prompt.select(OPTION, &label, choices.collect())?;
    let chosen = fields.iter().find(|field| field.field == name);
    let value = value(desk, chosen.ok_or_else(none)?, today)?;
    Ok(format!("{name}={value}"))
}

fn value(desk: &Desk, field: &DeclaredField, today: NaiveDate) -> Result<String, Failure> {
    let locale = desk.locale();
    let label = field_words(locale, &field.field, &field.labels);
    let choice = |code: &str, word: String| Choice {
        code: code.to_owned(),
        word,
    };
    let choices: Vec<Choice> = match field.r#type {
        FieldType::Code => {
            let open = field.values.iter().filter(|one| !one.retired);
            open.map(|one| choice(&one.value, field_words(locale, &one.value, &one.labels)))
                .collect()
        }
        FieldType::YesNo => vec![
            choice("true", locale.text("yes")),
            choice("false", locale.text("no")),
        ],
        FieldType::Number => {
            let (min, max) = (field.min.unwrap_or_default(), field.max.unwrap_or_default());
            let help = locale.say("ask-help-number", &[("min", &min), ("max", &max)]);
            let check = |text: &str| {
                let fits = text.parse().is_ok_and(|n: i64| (min..=max).contains(&n));
                fits.then_some(()).ok_or_else(|| help.clone())
            };
            return Ok(desk.prompt.text(OPTION, &label, &help, &check)?);
        }
        FieldType::Date => {
            let help = locale.text("ask-help-date");
            let check = |text: &str| {
                let wrong = |problem| Usage::Date {
                    option: OPTION,
                    problem,
                };
                let read = PartialDate::parse(text, today).map(drop).map_err(wrong);
                read.map_err(|usage| Report::of(&usage.into(), locale).message)
            };
            return Ok(desk.prompt.text(OPTION, &label, &help, &check)?);
        }
    };
    if choices.is_empty() {
        return Err(Usage::Missing(OPTION.to_owned()).into());
    }
    Ok(desk.prompt.select(OPTION, &label, choices)?)
}
