//! One deadline in words: when, how far away, for which case; what is to be done, by which article, and what if it is late.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, FixedOffset, NaiveDate};

use super::entry::member;
use super::explain::UNKNOWN;
use super::page::{Mark, Page};
use super::text::{Style, pad, short, width};
use crate::app::view::Deadline;
use crate::base::text::escape;
use crate::domain::code::{Actor, DateBasis, DeadlineState, Files, RuleStatus};
use crate::domain::deadline::{CHECK_IN, FIND_SERVICE};
use crate::domain::event::Step;
use crate::i18n::Locale;

/// `Wed 13 Oct 2021`, the longest way to write a day.
pub(super) const DAY_WIDTH: usize = 15;

/// The step of a reckoning at which a paper counts as served.
const DEEMED: &str = "step-deemed";

/// What the first line of a deadline says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// The case too: lists over many cases.
    Case,
    /// The deadline's id and state: within one case.
    Id,
}

/// How wide each part of the first lines is.
#[derive(Debug, Clone, Default)]
pub(super) struct Widths(Vec<usize>);

impl Widths {
    /// As wide as the widest of all.
    pub(super) fn of<'a>(
        locale: &Locale,
        naming: Naming,
        deadlines: impl IntoIterator<Item = &'a Deadline>,
    ) -> Self {
        let mut widths = Vec::new();
        for deadline in deadlines {
            for (at, part) in parts(locale, naming, deadline).iter().enumerate() {
                if let Some(known) = widths.get_mut(at) {
                    *known = usize::max(*known, width(part));
                } else {
                    widths.push(width(part));
                }
            }
        }
        Self(widths)
    }

    fn total(&self) -> usize {
        self.0.iter().map(|columns| columns + 2).sum()
    }
}

/// Writes one deadline: its first line in columns, then its text.
pub(super) fn write(page: &mut Page<'_>, naming: Naming, widths: &Widths, deadline: &Deadline) {
    let parts = parts(&page.out.locale, naming, deadline);
    let late = is_late(deadline);
    let sign = if late { "! " } else { "  " };
    let paint = |at: usize, part: &str| {
        if late && at < 2 {
            page.out.paint(Style::Alarm, part)
        } else {
            part.to_owned()
        }
    };
    let parts = parts.iter().enumerate();
    if widths.total() > page.out.width {
        // Too narrow for columns: when in one line, what else in the next.
        let painted: Vec<String> = parts
            .clone()
            .take(2)
            .map(|(at, part)| paint(at, part))
            .collect();
        let rest: Vec<&str> = parts.skip(2).map(|(_, part)| part.as_str()).collect();
        page.line(&format!("{sign}{}", painted.join("  ")));
        page.words(&rest.join("  "), "    ", "    ");
    } else {
        let columns: Vec<String> = parts
            .map(|(at, part)| paint(at, &pad(part, widths.0.get(at).copied().unwrap_or(0))))
            .collect();
        page.line(&format!("{sign}{}", columns.join("  ")));
    }
    let text = sentence(page, deadline);
    page.words(&text, "    ", "    ");
    if is_own(deadline) || (naming == Naming::Id && is_waiting(deadline)) {
        origin(page, deadline);
    }
    for line in remarks(&page.out.locale, naming, deadline) {
        page.words(&line, "    ", "    ");
    }
}

/// How its day was reckoned, step by step, as it was stored.
pub(super) fn reckoning(page: &mut Page<'_>, deadline: &Deadline) {
    let locale = &page.out.locale;
    for Step { text, args, date } in &deadline.steps {
        let day = date.map_or_else(String::new, |day| locale.day(day));
        // What is not certain has no day of its own.
        let first = format!("      {}  ", pad(&day, DAY_WIDTH));
        let next = " ".repeat(DAY_WIDTH + 8);
        let said = locale.say_all(text, args);
        if page.out.width < 50 {
            page.words(&format!("{day} {said}"), "      ", "        ");
        } else {
            page.words(&said, &first, &next);
        }
    }
}

/// What is to be done, the article and the marks, in one line.
pub(super) fn sentence(page: &mut Page<'_>, deadline: &Deadline) -> String {
    let mut text = what(&page.out.locale, deadline.rule.as_deref(), &deadline.what);
    if deadline.rule.as_deref() == Some(CHECK_IN) {
        text = page.out.locale.say("deadline-check-in", &[("what", &text)]);
    }
    if let Some(person) = deadline.person {
        let fills: [(&str, &dyn crate::i18n::Fill); 2] =
            [("person", &person.to_string()), ("what", &text)];
        text = page.out.locale.say("deadline-of", &fills);
    }
    if !matches!(deadline.actor, Actor::Applicant | Actor::Document) {
        let actor = page.out.locale.code("actor", deadline.actor.as_str());
        text = format!("{actor}: {text}");
    }
    if deadline.files == Some(Files::They) && is_waiting(deadline) {
        let they = page.out.locale.text("deadline-they-file");
        text = format!("[{they}] {text}");
    }
    if matches!(
        deadline.state,
        DeadlineState::Sent | DeadlineState::Extended
    ) {
        let state = page
            .out
            .locale
            .code("deadline-state", deadline.state.as_str());
        text = format!("[{state}] {text}");
    }
    if deadline.warned {
        text = format!("[{}] {text}", page.out.locale.text("due-warned"));
    }
    let citation = deadline.citation.as_deref().filter(|c| !c.is_empty());
    let by_law = citation.is_some();
    if let Some(citation) = citation {
        text.push_str(" · ");
        text.push_str(&escape(citation));
    }
    for mark in marks(deadline) {
        text.push_str(page.mark(mark));
    }
    match &deadline.rule {
        Some(rule) if by_law => {
            text.push_str(" · ");
            text.push_str(rule);
        }
        Some(_) => {}
        None => {
            text.push_str(" · ");
            text.push_str(&page.out.locale.text("deadline-by-hand"));
        }
    }
    text
}

/// What is to be known of the rule that it comes from.
pub(super) fn marks(deadline: &Deadline) -> Vec<Mark> {
    let by_law = deadline.citation.as_deref().is_some_and(|c| !c.is_empty());
    let memory = matches!(
        deadline.rule_status,
        Some(RuleStatus::Remembered | RuleStatus::PartlyVerified)
    );
    [
        (deadline.unsigned && by_law, Mark::Unsigned),
        (deadline.local, Mark::Local),
        (deadline.provisional, Mark::Provisional),
        ((memory || deadline.review_past) && by_law, Mark::Remembered),
    ]
    .into_iter()
    .filter_map(|(holds, mark)| holds.then_some(mark))
    .collect()
}

/// The article with its marks, for paper.
pub(super) fn cited(deadline: &Deadline) -> String {
    let citation = escape(deadline.citation.as_deref().unwrap_or_default());
    let marks = marks(deadline).into_iter().map(Mark::sign);
    marks.fold(citation, |text, sign| text + sign)
}

/// What is to be done, and what stands beneath it on the screen, for paper.
pub(super) fn with_remarks(
    locale: &Locale,
    naming: Naming,
    deadline: &Deadline,
    what: String,
) -> String {
    let they = deadline.files == Some(Files::They) && is_waiting(deadline);
    let they = they.then(|| locale.text("deadline-they-file"));
    let parts = [what].into_iter().chain(they);
    let parts: Vec<String> = parts.chain(remarks(locale, naming, deadline)).collect();
    parts.join(" · ")
}

/// The hour to work to, where hours count.
pub(super) fn hour(due_at: Option<&str>) -> Option<DateTime<FixedOffset>> {
    due_at.and_then(|at| DateTime::parse_from_rfc3339(at).ok())
}

/// A deadline in one line: the id that commands take, its day, and what is to be done.
pub fn line(deadline: &Deadline, locale: &Locale) -> String {
    let day = deadline
        .due
        .map_or_else(|| locale.text("deadline-no-date"), |day| locale.day(day));
    let mut what = what(locale, deadline.rule.as_deref(), &deadline.what);
    if let Some(person) = deadline.person {
        let fills: [(&str, &dyn crate::i18n::Fill); 2] =
            [("person", &person.to_string()), ("what", &what)];
        what = locale.say("deadline-of", &fills);
    }
    format!("{}  {day}  {what}", short(&deadline.id))
}

/// Whether somebody must still act.
pub const fn is_waiting(deadline: &Deadline) -> bool {
    matches!(
        deadline.state,
        DeadlineState::Open
            | DeadlineState::Sent
            | DeadlineState::Missed
            | DeadlineState::Extended
            | DeadlineState::Unconfirmed
    )
}

/// Whether it is one of the program's own, without law: find out a day, ask a lawyer.
fn is_own(deadline: &Deadline) -> bool {
    deadline
        .rule
        .as_deref()
        .is_some_and(|rule| rule.starts_with("nansen."))
}

/// Whether its day has passed and nothing was done.
pub(super) fn is_late(deadline: &Deadline) -> bool {
    deadline.state == DeadlineState::Missed
        || (is_waiting(deadline) && deadline.days_left.is_some_and(|days| days < 0))
}

/// What is to be done: the rule's words, or those for the code that a person entered.
pub(super) fn what(locale: &Locale, rule: Option<&str>, what: &str) -> String {
    if let Some(rule) = rule {
        let special = Some(what).filter(|_| rule.starts_with("nansen."));
        return special
            .and_then(|what| own_word(locale, what))
            .or_else(|| own_word(locale, rule))
            .unwrap_or_else(|| escape(what));
    }
    let (event, kind) = what.split_once(':').unwrap_or(("", what));
    let word = match event {
        "appeal" => locale.code("appeal-kind", kind),
        "filing" => locale.code("filing", kind),
        "application" => locale.code("application-kind", kind),
        _ => locale.code("act", kind),
    };
    escape(&word)
}

/// In words what is to be done by no law, but by a rule of the program's own: a list for others names no program.
pub fn own_act(locale: &Locale, what: &str) -> String {
    let own = what.starts_with("nansen.").then(|| own_word(locale, what));
    own.flatten().unwrap_or_else(|| what.to_owned())
}

fn own_word(locale: &Locale, name: &str) -> Option<String> {
    locale.find(&format!("code-own-{}", name.replace('.', "-")), &[])
}

fn parts(locale: &Locale, naming: Naming, deadline: &Deadline) -> Vec<String> {
    let hour = hour(deadline.due_at.as_deref());
    let day = hour.map(|at| at.date_naive()).or(deadline.due);
    let day = day.map_or_else(|| locale.text("deadline-no-date"), |day| locale.day(day));
    let left = match (deadline.days_left.filter(|_| is_waiting(deadline)), hour) {
        (Some(days), Some(at)) => locale.say(
            "deadline-hour",
            &[
                ("left", &locale.days_left(days)),
                ("time", &at.format("%H:%M").to_string()),
            ],
        ),
        (Some(days), None) => locale.days_left(days),
        (None, _) if is_waiting(deadline) => String::new(),
        (None, _) => settled(locale, deadline),
    };
    let mut parts = vec![day, left];
    match naming {
        Naming::Case => {
            parts.push(deadline.case.clone());
            parts.push(escape(&deadline.callsign));
            parts.push(member(locale, deadline.worker.as_deref()));
        }
        Naming::Id => {
            parts.push(state_beside(locale, deadline));
            parts.push(short(&deadline.id));
        }
    }
    parts
}

/// The state, where the day alone does not say it.
fn state_beside(locale: &Locale, deadline: &Deadline) -> String {
    match deadline.state {
        DeadlineState::Unconfirmed | DeadlineState::Missed => {
            locale.code("deadline-state", deadline.state.as_str())
        }
        _ => String::new(),
    }
}

/// `met (4 Oct 2021)`
pub(super) fn settled(locale: &Locale, deadline: &Deadline) -> String {
    let state = locale.code("deadline-state", deadline.state.as_str());
    let asked_for = deadline.rule.as_deref() == Some(FIND_SERVICE);
    match deadline.settled_on {
        // Not the day on which somebody found it out, but the one that was found.
        Some(day) if asked_for && deadline.state == DeadlineState::Met => {
            locale.say("deadline-found", &[("day", &locale.date(day))])
        }
        Some(day) => locale.say(
            "deadline-settled",
            &[("state", &state), ("day", &locale.date(day))],
        ),
        None => state,
    }
}

fn origin(page: &mut Page<'_>, deadline: &Deadline) {
    let Some(trigger) = &deadline.trigger else {
        return;
    };
    let locale = &page.out.locale;
    if is_own(deadline) {
        let what = locale.code("trigger", &trigger.canonical);
        let day = locale.partial(trigger.date);
        let basis = locale.code("date-basis", trigger.basis.as_str());
        let day = match trigger.basis {
            // It may lie ahead.
            DateBasis::Happened => day,
            _ => format!("{basis} {day}"),
        };
        let text = locale.say("deadline-because-of", &[("what", &what), ("day", &day)]);
        page.words(&text, "    ", "    ");
        return;
    }
    let mut text = locale.say(
        "deadline-runs-from",
        &[
            ("day", &locale.partial(trigger.date)),
            ("basis", &locale.code("date-basis", trigger.basis.as_str())),
        ],
    );
    let deemed = deadline.steps.iter().find(|step| step.text == DEEMED);
    if let Some(day) = deemed.and_then(|step| step.date) {
        // The law's own day lies between what was recorded and what is due.
        text.push_str(", ");
        text.push_str(&locale.say("deadline-deemed", &[("day", &locale.day(day))]));
    }
    page.words(&text, "    ", "    ");
}

/// The facts that nobody recorded and on which it hangs whether, and how long, the rule holds.
fn unknown(locale: &Locale, deadline: &Deadline) -> Vec<String> {
    let open = deadline
        .steps
        .iter()
        .filter(|step| UNKNOWN.contains(&&*step.text));
    let facts = open.filter_map(|step| step.args.get("fact"));
    let facts: BTreeSet<&String> = facts.collect();
    let words = facts
        .into_iter()
        .map(|fact| locale.text(&format!("fact-{fact}")));
    words.collect()
}

/// What else is to be known of it: how certain its day is, up to when it can be argued, who has been told.
fn remarks(locale: &Locale, naming: Naming, deadline: &Deadline) -> Vec<String> {
    let because = deadline.because.as_deref();
    if !is_waiting(deadline) && deadline.state != DeadlineState::Lapsed {
        return because
            .map(|because| reason(locale, because))
            .into_iter()
            .collect();
    }
    let late = is_late(deadline) || deadline.state == DeadlineState::Lapsed;
    let mut lines = Vec::new();
    let by_law = deadline.rule.is_some() && !is_own(deadline);
    if let Some(by) = &deadline.awaits_second {
        lines.push(locale.say("deadline-second", &[("by", &escape(by))]));
    } else if deadline.state == DeadlineState::Unconfirmed && by_law {
        // Without a number nothing is reckoned, however well the day is known.
        let text = match (deadline.due, deadline.urgent) {
            (Some(_), _) => "deadline-unconfirmed",
            (None, true) => "deadline-at-once",
            (None, false) => "deadline-no-number",
        };
        lines.push(locale.text(text));
    }
    if deadline.waiting && deadline.settled_on.is_none() {
        lines.push(locale.text("deadline-first-day"));
    }
    let unknown = unknown(locale, deadline);
    if !unknown.is_empty() && deadline.settled_on.is_none() {
        lines.push(locale.say("deadline-unknown", &[("facts", &unknown.join(", "))]));
    }
    if let Some(safe) = deadline
        .safe
        .filter(|safe| !late && Some(*safe) != deadline.due)
    {
        lines.push(locale.say("deadline-safe", &[("day", &locale.day(safe))]));
    }
    let later = deadline
        .last_arguable
        .filter(|last| deadline.due.is_none_or(|due| *last > due));
    if let Some(last) = later {
        let day = locale.day(last);
        if !late && naming == Naming::Id {
            lines.push(locale.say("deadline-arguable", &[("day", &day)]));
        } else if late && today(deadline).is_none_or(|today| today <= last) {
            lines.push(locale.say("deadline-still-arguable", &[("day", &day)]));
        } else if late && deadline.state != DeadlineState::Unconfirmed {
            // Where the day it runs from is not known, it may still run.
            lines.push(locale.say("deadline-not-arguable", &[("day", &day)]));
        }
    }
    if let Some(restoration) = deadline.restoration.as_ref().filter(|_| late) {
        lines.push(locale.say(
            "deadline-restoration",
            &[
                ("text", &escape(&restoration.text)),
                ("citation", &escape(&restoration.citation)),
            ],
        ));
    }
    if let Some(told) = &deadline.told {
        let day = locale.day(told.date);
        let means = locale.code("means", told.means.as_str());
        let language = escape(&told.language);
        lines.push(locale.say(
            "deadline-told",
            &[("day", &day), ("means", &means), ("language", &language)],
        ));
    }
    if !deadline.watched_by.is_empty() {
        let by = escape(&deadline.watched_by.join(", "));
        lines.push(locale.say("deadline-watched", &[("by", &by)]));
    }
    lines.extend(because.map(|because| reason(locale, because)));
    lines
}

fn reason(locale: &Locale, because: &str) -> String {
    locale.say("because", &[("text", &escape(because))])
}

/// The day the view was computed for: what is due less what is left.
fn today(deadline: &Deadline) -> Option<NaiveDate> {
    let (due, left) = (deadline.due?, deadline.days_left?);
    let days = Days::new(left.unsigned_abs());
    if left >= 0 {
        due.checked_sub_days(days)
    } else {
        due.checked_add_days(days)
    }
}
