//! What was written down, and which deadlines it opened, opened again, moved, met or withdrew.

use super::care::tasks;
use super::deadline::{Naming, Widths, settled, write};
use super::due::COLUMNS;
use super::entry::whole;
use super::page::Page;
use super::text::{Style, short};
use super::{Output, Rows, View};
use crate::app::view::{Deadline, Entry, Moved, Recorded};
use crate::base::text::escape;
use crate::domain::code::DeadlineState;
use crate::domain::event::Step;
use crate::i18n::Locale;

/// Entries that no deadline could follow from.
const OF_THE_OFFICE: &[&str] = &[
    "assignment",
    "deadline-watch",
    "link",
    "note",
    "close",
    "reopening",
    "person",
    "consent",
    "check-in-set",
    "check-in",
    "check-in-end",
    "disappearance",
    "reappearance",
    "task",
    "task-act",
    "referral",
    "referral-outcome",
    "resettlement",
];
/// Entries that can only move deadlines.
const OF_ENTRIES: &[&str] = &["retraction", "deadline-act", "deadline-told"];

impl View for Recorded {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.styled(Style::Head, &first_line(self, locale), "");
        for other in &self.others {
            page.styled(Style::Head, &other_line(self, other, locale), "");
        }
        let earlier = |deadline: &Deadline| {
            let mut known = self.moved.iter().chain(&self.reopened);
            known.any(|moved| moved.deadline.id == deadline.id)
        };
        let old = |deadline: &&Deadline| {
            earlier(deadline) || self.settled.iter().any(|known| known.id == deadline.id)
        };
        // What is needless from its first day was never to be done.
        let needless = |one: &Deadline| one.state == DeadlineState::Moot;
        let opened = self.deadlines.iter();
        let opened: Vec<&Deadline> = opened.filter(|one| !old(one) && !needless(one)).collect();
        let (days, others): (Vec<&Moved>, Vec<&Moved>) = self
            .moved
            .iter()
            .partition(|moved| moved.deadline.due != moved.before.due);
        let (sent, others): (Vec<&Moved>, Vec<&Moved>) = others
            .into_iter()
            .filter(|moved| !before(locale, moved).is_empty())
            .partition(|moved| moved.deadline.state == DeadlineState::Sent);
        let both = [&days, &sent, &others].into_iter().flatten().copied();
        let everything: Vec<&Deadline> = opened
            .iter()
            .copied()
            .chain(both.chain(&self.reopened).map(|moved| &moved.deadline))
            .chain(&self.settled)
            .chain(&self.withdrawn)
            .collect();
        let widths = Widths::of(locale, Naming::Id, everything.iter().copied());
        let (texts, notices): (Vec<_>, Vec<_>) = self
            .notices
            .iter()
            .partition(|notice| notice.text == "notice-text");
        for notice in notices {
            page.alert(Style::Alarm, &told(locale, notice));
        }
        section(&mut page, "recorded-opened", &widths, opened);
        changed(
            &mut page,
            "recorded-reopened",
            &widths,
            self.reopened.iter(),
        );
        changed(&mut page, "recorded-moved", &widths, days);
        if !sent.is_empty() {
            changed(&mut page, "recorded-sent", &widths, sent);
            let event = short(&self.event);
            let text = locale.say("recorded-arrival", &[("event", &event)]);
            page.words(&text, "    ", "    ");
        }
        changed(&mut page, "recorded-changed", &widths, others);
        section(&mut page, "recorded-settled", &widths, &self.settled);
        section(&mut page, "recorded-withdrawn", &widths, &self.withdrawn);
        if self.tasks.iter().any(|task| task.opened_by.is_some()) {
            page.line(&locale.text("recorded-tasks"));
            tasks(&mut page, &self.tasks, true);
        }
        for text in &texts {
            page.words(&told(locale, text), "  \u{b7} ", "    ");
        }
        if everything.is_empty() {
            // A correction shows the kind of what it corrects.
            let corrects = self.entry.corrects.is_some();
            let kind = self.entry.kind.as_str();
            if corrects || OF_ENTRIES.contains(&kind) {
                page.line(&locale.text("recorded-nothing-moves"));
            } else if !OF_THE_OFFICE.contains(&kind) {
                page.line(&locale.text("recorded-no-deadlines"));
            }
        }
        for one in &self.unchanged {
            let event = short(&one.event);
            let fills: &[(&str, &dyn crate::i18n::Fill)] =
                &[("person", &one.person), ("event", &event)];
            page.alert(Style::Care, &locale.say("recorded-unchanged", fills));
        }
        page.legend();
        page.done()
    }

    /// One table: the entry beside each of its deadlines, or alone.
    fn rows(&self) -> Rows {
        let mut rows = Rows::pick_of_persons(&self.deadlines, COLUMNS);
        if rows.lines.is_empty() {
            let case = |column: &&str| (**column == *"case").then(|| self.case.clone());
            let line = COLUMNS
                .iter()
                .map(|column| case(column).unwrap_or_default());
            rows.lines.push(line.collect());
            rows.header = COLUMNS.iter().map(|column| (*column).to_owned()).collect();
        }
        let persons = self.deadlines.iter().map(|one| one.person);
        let entries = persons.map(|person| self.entry_of(person));
        let entries: Vec<[String; 2]> = entries.chain([self.entry_of(None)]).collect();
        let entry = ["event", "ref"].map(str::to_owned);
        rows.header.splice(0..0, entry);
        for (line, entry) in rows.lines.iter_mut().zip(entries) {
            line.splice(0..0, entry);
        }
        rows
    }

    fn tables(&self) -> Vec<Rows> {
        let mut tables = vec![Rows::one(self, &["case", "event", "ref"])];
        if self.people.len() > 1 {
            tables.push(Rows::pick(&self.people, &["person", "event", "ref"]));
        }
        if !self.deadlines.is_empty() {
            tables.push(Rows::pick_of_persons(&self.deadlines, COLUMNS));
        }
        tables
    }
}

impl Recorded {
    /// The entry of a person, and what it is called; the first one where there is no other.
    fn entry_of(&self, person: Option<u16>) -> [String; 2] {
        let mut all = self.people.iter();
        let own = all.find(|one| Some(one.person) == person);
        let (event, reference) = own.map_or((&self.event, &self.r#ref), |o| (&o.event, &o.r#ref));
        [event.clone(), reference.clone().unwrap_or_default()]
    }
}

fn first_line(recorded: &Recorded, locale: &Locale) -> String {
    let on = recorded
        .entry
        .target
        .as_ref()
        .and_then(|target| target.r#ref.clone().or_else(|| target.on.clone()))
        .or_else(|| recorded.r#ref.clone())
        .or_else(|| recorded.entry.r#ref.clone())
        .or_else(|| recorded.entry.on.clone());
    // An id says nothing here.
    let on = on
        .filter(|on| on.len() <= 12)
        .map_or_else(String::new, |on| {
            locale.say("recorded-ref", &[("ref", &escape(&on))])
        });
    locale.say(
        "recorded-line",
        &[
            ("what", &whole(locale, &recorded.entry)),
            ("ref", &on),
            ("case", &recorded.case),
            ("callsign", &escape(&recorded.callsign)),
            ("event", &short(&recorded.event)),
        ],
    )
}

/// The same for a further person.
fn other_line(recorded: &Recorded, other: &Entry, locale: &Locale) -> String {
    let reference = other.r#ref.clone().or_else(|| other.on.clone());
    let reference = reference.filter(|on| on.len() <= 12);
    let reference = reference.map_or_else(String::new, |on| {
        locale.say("recorded-ref", &[("ref", &escape(&on))])
    });
    locale.say(
        "recorded-line",
        &[
            ("what", &whole(locale, other)),
            ("ref", &reference),
            ("case", &recorded.case),
            ("callsign", &escape(&recorded.callsign)),
            ("event", &short(&other.event)),
        ],
    )
}

/// A notice; the event it names is a code.
fn told(locale: &Locale, notice: &Step) -> String {
    let mut fills = notice.args.clone();
    if let Some(event) = fills.get_mut("event") {
        *event = locale.code("trigger", event);
    }
    locale.say_all(&notice.text, &fills)
}

fn section<'a>(
    page: &mut Page<'_>,
    head: &str,
    widths: &Widths,
    deadlines: impl IntoIterator<Item = &'a Deadline>,
) {
    let mut deadlines = deadlines.into_iter().peekable();
    if deadlines.peek().is_some() {
        page.line(&page.out.locale.text(head));
    }
    for deadline in deadlines {
        write(page, Naming::Id, widths, deadline);
    }
}

/// As [`section`], each with what was before.
fn changed<'a>(
    page: &mut Page<'_>,
    head: &str,
    widths: &Widths,
    moved: impl IntoIterator<Item = &'a Moved>,
) {
    let locale = &page.out.locale;
    let mut moved = moved.into_iter().peekable();
    if moved.peek().is_some() {
        page.line(&locale.text(head));
    }
    for one in moved {
        write(page, Naming::Id, widths, &one.deadline);
        let parts = before(locale, one);
        if !parts.is_empty() {
            let text = locale.say("recorded-before", &[("parts", &parts.join(" · "))]);
            page.words(&text, "    ", "    ");
        }
    }
}

/// What was otherwise before: the day, the state, the later and the earlier day; else the day it ran from.
fn before(locale: &Locale, moved: &Moved) -> Vec<String> {
    let (now, was) = (&moved.deadline, &moved.before);
    let day = |day: Option<chrono::NaiveDate>| {
        day.map_or_else(|| locale.text("deadline-no-date"), |day| locale.day(day))
    };
    let mut parts = Vec::new();
    if now.due != was.due || now.due_at != was.due_at {
        parts.push(day(was.due));
    }
    if now.state != was.state {
        parts.push(settled(locale, was));
    }
    if now.last_arguable != was.last_arguable {
        let day = was
            .last_arguable
            .map_or_else(|| locale.text("none"), |day| locale.day(day));
        parts.push(locale.say("deadline-arguable", &[("day", &day)]));
    }
    if now.safe != was.safe {
        let day = was
            .safe
            .map_or_else(|| locale.text("none"), |day| locale.day(day));
        parts.push(locale.say("deadline-safe", &[("day", &day)]));
    }
    if parts.is_empty()
        && let (Some(to), Some(from)) = (&now.trigger, &was.trigger)
        && (to.date, to.basis) != (from.date, from.basis)
    {
        let basis = locale.code("date-basis", from.basis.as_str());
        let day = locale.partial(from.date);
        parts.push(locale.say("deadline-runs-from", &[("day", &day), ("basis", &basis)]));
    }
    parts
}
