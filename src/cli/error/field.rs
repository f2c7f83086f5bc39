//! What is wrong with the fields of an entry, typed or imported.

use super::Told;
use super::args::{date, reason};
use super::fault::is_plain_word;
use super::lower::like;
use crate::app::error::{ActWrong, AppError, LineFault, LineWrong};
use crate::app::fields::{Fault, Problem};
use crate::cli::args::record::option_of;
use crate::cli::exit::Exit;
use crate::domain::check::{Objection, called_there};
use crate::i18n::Locale;

/// All faults of one entry: the first names the kind.
pub(super) fn tell(faults: &[Fault], locale: &Locale) -> Told {
    let mut told = faults
        .iter()
        .map(|fault| one(fault, &option_of(&fault.field), locale));
    let Some(first) = told.next() else {
        return Told::new("field.type", Exit::NotUnderstood);
    };
    let others: Vec<Told> = told.collect();
    // Where only the content is wrong the command was understood.
    let failed = others
        .iter()
        .chain([&first])
        .all(|one| one.exit() == Exit::Failed);
    let exit = if failed {
        Exit::Failed
    } else {
        Exit::NotUnderstood
    };
    first
        .ending(exit)
        .and(others.iter().map(|other| other.message(locale)))
}

/// The faults of an import, each with its line.
pub(super) fn tell_lines(faults: &[LineFault], locale: &Locale) -> Told {
    let lines = faults.iter().map(|fault| line_in_words(fault, locale));
    Told::new("import.faults", Exit::Failed)
        .with("count", faults.len())
        .and(lines)
}

/// What is wrong with one field that a person was asked for.
pub fn fault_in_words(fault: &Fault, locale: &Locale) -> String {
    one(fault, &option_of(&fault.field), locale).message(locale)
}

/// How an entry contradicts the history, in words.
pub fn objection_in_words(objection: &Objection, case: &str, locale: &Locale) -> String {
    super::app::objection(objection, case).message(locale)
}

/// What is wrong with one line of an import, or with one row of a sheet.
pub fn line_in_words(fault: &LineFault, locale: &Locale) -> String {
    let line = fault.line.to_string();
    let wrong = wrong_in_words(&fault.wrong, locale);
    match &fault.wrong {
        LineWrong::Row {
            column: Some(column),
            ..
        } => locale.say(
            "import-row-column",
            &[("row", &line), ("column", column), ("wrong", &wrong)],
        ),
        LineWrong::Row { .. } => locale.say("import-row", &[("row", &line), ("wrong", &wrong)]),
        _ => locale.say("import-line", &[("line", &line), ("wrong", &wrong)]),
    }
}

fn wrong_in_words(wrong: &LineWrong, locale: &Locale) -> String {
    match wrong {
        LineWrong::NotJson => locale.text("import-not-json"),
        LineWrong::Type => locale.text("import-type"),
        LineWrong::Case => locale.text("import-case"),
        LineWrong::Waits { count, first, due } => {
            let due = due.map_or_else(String::new, |due| locale.day(due));
            let parts: &[(&str, &dyn crate::i18n::Fill)] =
                &[("count", count), ("first", first), ("due", &due)];
            locale.say("import-close-waits", parts)
        }
        LineWrong::Field(Fault {
            problem: Problem::OneOf(fields),
            ..
        }) => {
            let known: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
            locale.say("import-one-of", &[("known", &known.join(", "))])
        }
        LineWrong::Field(fault) => one(fault, column(fault), locale).message(locale),
        LineWrong::Unsettled(open) => {
            locale.say("import-close-unsettled", &[("count", &open.total())])
        }
        LineWrong::History(objection) => {
            let message = super::app::objection(objection, "").message(locale);
            match objection {
                Objection::WrongOutcome(outcome) => called_there(*outcome).map(|other| {
                    locale.say(
                        "import-outcome-there",
                        &[("wrong", &message), ("other", &other.to_string())],
                    )
                }),
                _ => None,
            }
            .unwrap_or(message)
        }
        LineWrong::Act(wrong) => act_in_words(wrong, locale),
        LineWrong::Cell(wrong) => locale.text(wrong.id()),
        LineWrong::Apart { other } => locale.say("import-cell-apart", &[("other", other)]),
        LineWrong::Row { wrong, .. } => match &**wrong {
            LineWrong::Case => locale.text("import-row-case"),
            LineWrong::History(Objection::Several(refs)) => {
                locale.say("import-row-several", &[("refs", &refs.join(", "))])
            }
            wrong => wrong_in_words(wrong, locale),
        },
    }
}

/// Why a line cannot say what was done about a deadline.
fn act_in_words(wrong: &ActWrong, locale: &Locale) -> String {
    let error = match *wrong {
        ActWrong::Unknown => return locale.text("import-act-unknown"),
        ActWrong::Several(count) => {
            return locale.say("import-act-several", &[("count", &count)]);
        }
        ActWrong::Settled(state) => AppError::DeadlineSettled(state),
        ActWrong::NotLater { until, due } => AppError::NotLater { until, due },
        ActWrong::Ours => AppError::OursToFile,
        ActWrong::SameMember => AppError::SameMember,
    };
    super::app::tell(&error, locale).message(locale)
}

/// The column of a file by its name, where that is one of ours or looks like one that a program gave.
fn column(fault: &Fault) -> &str {
    let known = fault.problem == Problem::Personal || is_plain_word(&fault.field);
    if known { &fault.field } else { "…" }
}

fn one(fault: &Fault, field: &str, locale: &Locale) -> Told {
    let understood = |id| Told::new(id, Exit::Failed).with("field", field);
    let not = |id| Told::new(id, Exit::NotUnderstood).with("field", field);
    match &fault.problem {
        Problem::Unknown => not("field.unknown"),
        Problem::Personal => not("field.personal"),
        Problem::Missing => not("field.missing"),
        Problem::OneOf(fields) => {
            let known: Vec<String> = fields.iter().map(|field| option_of(field)).collect();
            not("field.one-of").with("known", known.join(", "))
        }
        Problem::Date(problem) => {
            Told::new(date(*problem), Exit::NotUnderstood).with("option", field)
        }
        Problem::Day => Told::new("date.day", Exit::NotUnderstood).with("option", field),
        Problem::Every => not("field.every"),
        Problem::Hour => not("field.hour"),
        Problem::Language => not("field.language"),
        Problem::Line(problem) => reason(field, problem, locale),
        Problem::Future => understood("field.future"),
        Problem::Before(other) => understood("field.before").with("other", option_of(other)),
        Problem::Code(codes) => not("field.code").with("known", codes.join(", ")),
        Problem::Word => not("field.word"),
        Problem::Alias => not("field.alias"),
        Problem::FactName => not("field.fact-name"),
        Problem::FactValue => not("field.fact-value"),
        Problem::OwnName { known, .. } if known.is_empty() => not("field.own-none"),
        Problem::OwnName { close, known } => not("field.own-name")
            .with("known", known.join(", "))
            .and(like(close, locale)),
        Problem::OwnReady(name) => not("field.own-ready").with("name", name),
        Problem::OwnRetired(name) => not("field.own-retired").with("name", name),
        Problem::OwnValue { name, close, known } => not("field.own-value")
            .with("name", name)
            .with("known", known.join(", "))
            .and(like(close, locale)),
        Problem::OwnNumber { name, min, max } => not("field.own-number")
            .with("name", name)
            .with("min", min)
            .with("max", max),
        Problem::OwnBand { name, band } => {
            not("field.own-band").with("name", name).with("band", band)
        }
        Problem::Yes => not("field.yes"),
        Problem::Year => not("field.year"),
        Problem::Country => not("field.country"),
        Problem::Jurisdiction => not("field.jurisdiction"),
        Problem::Outcome => not("field.outcome"),
        Problem::Reference => not("field.reference"),
        Problem::Twice => not("field.twice"),
        Problem::Type => not("field.type"),
    }
}
