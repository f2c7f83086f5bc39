//! What several commands ask a person: fields, codes, notes; and how they show that they are at work.

use std::io::IsTerminal as _;
use std::str::FromStr;
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use crate::app::Session;
use crate::app::fields::{CASE, Field, Fields, Form, Kind, Need};
use crate::app::list::Query;
use crate::app::offer::Offer;
use crate::app::view::{Entry, History};
use crate::base::id::CaseId;
use crate::base::text::{MAX_NOTE, clean_within};
use crate::cli::args::record::option_of;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage, fault_in_words};
use crate::cli::prompt::{Choice, choices};
use crate::cli::read;
use crate::domain::code::{EntryState, UnknownCode};
use crate::render::entry_words;

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

/// Which cases a picker offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cases {
    /// Those that the office works on.
    Open,
    /// Those that can be opened again.
    Closed,
    /// All of them.
    All,
}

/// The case that was named, or that a person at a terminal picks.
pub(super) fn case(
    desk: &Desk,
    session: &Session<'_>,
    named: Option<&str>,
    which: Cases,
) -> Result<CaseId, Failure> {
    if let Some(name) = named {
        return Ok(session.find(name)?);
    }
    if !desk.prompt.allowed() {
        return Err(Usage::Missing("CASE".to_owned()).into());
    }
    picked(desk, session, "CASE", "ask-case", which)
}

/// A case that a person at a terminal picks.
pub(super) fn picked(
    desk: &Desk,
    session: &Session<'_>,
    option: &str,
    label: &str,
    which: Cases,
) -> Result<CaseId, Failure> {
    let closed = (which == Cases::Closed).then(|| "closed".to_owned());
    let list = session.list(&Query {
        all: which == Cases::All,
        states: closed.into_iter().collect(),
        ..Query::default()
    })?;
    let choices = list
        .items
        .into_iter()
        .map(|item| Choice {
            word: format!("{}  {}  {}", item.case, item.callsign, item.origin),
            code: item.case,
        })
        .collect();
    let label = desk.locale().text(label);
    let chosen = desk.prompt.select(option, &label, choices)?;
    Ok(session.find(&chosen)?)
}

/// Says which case is meant before anything is written, with the entry that was recorded last.
pub(super) fn echo(desk: &Desk, case: &History) {
    let locale = desk.locale();
    let told = |entry: &&Entry| {
        entry.state == EntryState::Live
            && !entry.kind.starts_with("deadline")
            && entry.kind != CASE.name
    };
    let entries = case.events.iter().filter(told);
    // Of those recorded at one moment the last in the history.
    let last = entries.max_by_key(|entry| entry.recorded_at);
    let none = || "–".to_owned();
    let born = case.born.map_or_else(none, |year| year.to_string());
    let last = last.map_or_else(none, |entry| match entry.kind.as_str() {
        // Its text may be long, and for nobody else at the desk.
        "note" => locale.code("event", "note"),
        _ => entry_words(entry, locale),
    });
    desk.ui.say(&locale.say(
        "ask-echo",
        &[
            ("case", &case.case),
            ("callsign", &case.callsign),
            ("origin", &case.origin),
            ("born", &born),
            ("last", &last),
        ],
    ));
}

/// Asks for one field until it can be read; an empty answer leaves it out where it may be. Of its codes only
/// those that are offered, where any are.
pub(super) fn field(
    desk: &Desk,
    kind: &Kind,
    field: &'static Field,
    offers: Option<Vec<Offer>>,
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
        let list = list_of(kind, field);
        let mut all = Vec::new();
        if may_stay_empty {
            // First, so that a hasty Enter says nothing.
            all.push(Choice {
                code: String::new(),
                word: locale.text("ask-leave-out"),
            });
        }
        match offers {
            Some(offers) => all.extend(offers.into_iter().map(|offer| {
                let word = locale.code(list, offer.code);
                Choice {
                    code: offer.code.to_owned(),
                    word: offer
                        .body
                        .map_or_else(|| word.clone(), |body| format!("{word} · {body}")),
                }
            })),
            None => all.extend(choices(locale, list, codes)),
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
        ("step", "kind") => "trigger",
        ("close", "reason") => "case-end",
        ("leave", "reason") => "leave",
        ("consent", "kind") => "purpose",
        (_, "answer") => "answer",
        (_, "role") => "role",
        (_, "relation") => "relation",
        ("disappearance", "reason") => "disappearance",
        ("mandate", "kind") => "mandate",
        ("mandate", "lawyer") => "lawyer",
        ("referral", "kind") => "referral",
        ("referral-outcome", "outcome") => "referral-outcome",
        ("detention-review", "outcome") => "review-outcome",
        (_, "service") => "service",
        ("resettlement", "state") => "resettlement",
        (_, "level") => "risk",
        ("field", "source") => "field-source",
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
        Form::Past | Form::Date | Form::PastDay | Form::Day => Some("ask-help-date"),
        Form::Every => Some("ask-help-every"),
        Form::Hour => Some("ask-help-hour"),
        Form::Country => Some("ask-help-country"),
        Form::Language => Some("ask-help-language"),
        Form::Word | Form::Words => Some("ask-help-word"),
        Form::Origin => Some("ask-help-origin"),
        Form::Jurisdiction => Some("ask-help-jurisdiction"),
        Form::Fact => Some("ask-help-fact"),
        Form::Year => Some("ask-help-year"),
        Form::Code(_)
        | Form::Codes(_)
        | Form::On
        // Asked for in two steps.
        | Form::Own
        | Form::Yes
        | Form::Text
        | Form::Line
        | Form::Alias => None,
    }
}

/// A note from stdin; at a terminal with a word on how to end it.
pub(super) fn note(desk: &Desk) -> Result<String, Failure> {
    if std::io::stdin().is_terminal() {
        if !desk.prompt.allowed() {
            return Err(Usage::NoNote.into());
        }
        desk.ui.say(&desk.locale().text("ask-note"));
        desk.ui.tell(&desk.locale().text("ask-note-guard"));
    }
    let note = clean_within(&read::stdin()?, MAX_NOTE).map_err(Usage::Note)?;
    if note.is_empty() {
        return Err(Usage::NoNote.into());
    }
    if !read::keeps(desk, &note)? {
        return Err(Usage::NotConfirmed.into());
    }
    Ok(note)
}

/// As [`progress`], of work that counts in memory.
pub(super) fn counted<'a>(desk: &'a Desk, id: &'static str) -> impl FnMut(usize, usize) + 'a {
    let wide = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let mut progress = progress(desk, id);
    move |done, of| progress(wide(done), wide(of))
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
