//! What several commands ask a person: fields, codes, notes; and how they show that they are at work.

use std::io::IsTerminal as _;
use std::str::FromStr;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use crate::app::fields::{Field, Fields, Form, Kind, Need};
use crate::base::guard;
use crate::base::text::{MAX_NOTE, clean_within};
use crate::cli::args::record::option_of;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage, fault_in_words};
use crate::cli::prompt::{Choice, choices};
use crate::cli::read;
use crate::domain::code::UnknownCode;

/// Reads a code that clap, or the list it was chosen from, has checked already.
pub(super) fn code<T: FromStr<Err = UnknownCode>>(option: &str, text: &str) -> Result<T, Failure> {
    text.parse()
        .map_err(|UnknownCode| Usage::Missing(option.to_owned()).into())
}

/// One code of a list, chosen by its word.
pub(super) fn one_of<T: Copy + std::fmt::Display>(
    desk: &Desk,
    option: &str,
    label: &str,
    list: &str,
    codes: &[T],
) -> Result<String, Failure> {
    let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let label = desk.locale().text(label);
    Ok(desk
        .prompt
        .select(option, &label, choices(desk.locale(), list, &codes))?)
}

/// Asks for one field until it can be read; an empty answer leaves it out where it may be.
pub(super) fn field(
    desk: &Desk,
    kind: &Kind,
    field: &'static Field,
    fields: &mut Fields,
    today: NaiveDate,
) -> Result<(), Failure> {
    let locale = desk.locale();
    let option = option_of(field.name);
    let own = format!("arg-record-{}-{}", kind.name, field.name.replace('_', "-"));
    let label = locale
        .find(&own, &[])
        .unwrap_or_else(|| locale.text(&format!("arg-{}", field.name.replace('_', "-"))));
    let may_stay_empty = field.need != Need::Required;
    let answer = if let Form::Code(codes) = field.form {
        let mut all = choices(locale, list_of(kind, field), codes);
        if may_stay_empty {
            all.push(Choice {
                code: String::new(),
                word: locale.text("ask-leave-out"),
            });
        }
        desk.prompt.select(&option, &label, all)?
    } else {
        let help = help_of(field.form).map_or_else(String::new, |id| locale.text(id));
        let check = |text: &str| {
            if text.is_empty() && may_stay_empty {
                return Ok(());
            }
            field
                .check(text, today)
                .map_err(|fault| fault_in_words(&fault, locale))
        };
        desk.prompt.text(&option, &label, &help, &check)?
    };
    if !answer.is_empty() {
        fields.insert(field.name.to_owned(), answer);
    }
    Ok(())
}

/// Whether a field goes with what was answered before: a ground goes with a refusal, a form of protection with a grant.
pub(super) fn belongs(kind: &Kind, field: &Field, fields: &Fields) -> bool {
    if kind.name != "decision" {
        return true;
    }
    let outcome = fields.get("outcome").map(String::as_str);
    match field.name {
        "protection" => matches!(outcome, Some("granted" | "allowed")),
        "until" => outcome == Some("granted"),
        "basis" => outcome == Some("refused"),
        "reason" => outcome == Some("closed"),
        _ => true,
    }
}

/// Which list of words the codes of a field have.
fn list_of(kind: &Kind, field: &Field) -> &'static str {
    match (kind.name, field.name) {
        ("application", "kind") => "application-kind",
        ("appeal", "kind") => "appeal-kind",
        ("filing", "kind") => "filing",
        ("removal", "kind") => "removal",
        ("close", "reason") => "case-end",
        (_, "reason") => "reason",
        (_, "outcome") => "outcome",
        (_, "protection") => "protection",
        (_, "basis") => "basis",
        (_, "means") => "means",
        (_, "sex") => "sex",
        _ => "order",
    }
}

const fn help_of(form: Form) -> Option<&'static str> {
    match form {
        Form::Past | Form::Date => Some("ask-help-date"),
        Form::Word | Form::Words => Some("ask-help-word"),
        Form::Origin => Some("ask-help-origin"),
        Form::Jurisdiction => Some("ask-help-jurisdiction"),
        Form::Fact => Some("ask-help-fact"),
        Form::Year => Some("ask-help-year"),
        Form::Code(_) | Form::Codes(_) | Form::On | Form::Yes | Form::Text => None,
    }
}

/// A note from stdin; at a terminal with a word on how to end it.
pub(super) fn note(desk: &Desk) -> Result<String, Failure> {
    if std::io::stdin().is_terminal() {
        if !desk.prompt.allowed() {
            return Err(Usage::Missing("stdin".to_owned()).into());
        }
        desk.ui.say(&desk.locale().text("ask-note"));
    }
    let note = clean_within(&read::stdin()?, MAX_NOTE).map_err(Usage::Note)?;
    if note.is_empty() {
        return Err(Usage::Missing("stdin".to_owned()).into());
    }
    if !guard::findings(&note).is_empty() {
        desk.ui.say(&desk.locale().text("ask-note-personal"));
        if desk.prompt.allowed() {
            let label = desk.locale().text("ask-note-keep");
            if !desk.prompt.confirm("--no-input", &label, false)? {
                return Err(Usage::NotConfirmed.into());
            }
        }
    }
    Ok(note)
}

/// Shows on the terminal how far the work has come, once it takes longer than a second.
pub(super) fn progress<'a>(desk: &'a Desk, id: &'static str) -> impl FnMut(u64, u64) + 'a {
    let begun = Instant::now();
    let mut shown = begun;
    move |done, of| {
        let now = Instant::now();
        let due = now.duration_since(begun) > Duration::from_secs(1)
            && now.duration_since(shown) > Duration::from_millis(100);
        if due {
            shown = now;
            desk.ui
                .progress(&desk.locale().say(id, &[("done", &done), ("of", &of)]));
        }
    }
}
