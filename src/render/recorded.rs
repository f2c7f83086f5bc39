//! What was written down, and which deadlines it opened, moved, met or withdrew.

use super::deadline::{Naming, Widths, write};
use super::due::COLUMNS;
use super::page::Page;
use super::text::{Style, short};
use super::{Output, Rows, View};
use crate::app::view::{Deadline, Moved, Recorded};
use crate::base::text::escape;
use crate::i18n::Locale;

impl View for Recorded {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.styled(Style::Head, &first_line(self, locale), "");
        let opened: Vec<&Deadline> = self
            .deadlines
            .iter()
            .filter(|deadline| {
                !self
                    .moved
                    .iter()
                    .any(|moved| moved.deadline.id == deadline.id)
            })
            .collect();
        let everything = || {
            opened
                .iter()
                .copied()
                .chain(self.moved.iter().map(|moved| &moved.deadline))
                .chain(&self.settled)
                .chain(&self.withdrawn)
        };
        let widths = Widths::of(locale, Naming::Id, everything());
        for notice in &self.notices {
            page.styled(
                Style::Alarm,
                &locale.say_all(&notice.text, &notice.args),
                "! ",
            );
        }
        section(
            &mut page,
            &locale.text("recorded-opened"),
            &widths,
            opened.iter().copied(),
        );
        if !self.moved.is_empty() {
            page.line(&locale.text("recorded-moved"));
            for moved in &self.moved {
                write(&mut page, Naming::Id, &widths, &moved.deadline);
                page.words(&before(locale, moved), "    ", "    ");
            }
        }
        section(
            &mut page,
            &locale.text("recorded-settled"),
            &widths,
            &self.settled,
        );
        section(
            &mut page,
            &locale.text("recorded-withdrawn"),
            &widths,
            &self.withdrawn,
        );
        if everything().next().is_none() {
            page.line(&locale.text("recorded-no-deadlines"));
        }
        page.legend();
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.deadlines, COLUMNS)
    }

    fn tables(&self) -> Vec<Rows> {
        let mut tables = vec![Rows::one(self, &["case", "event", "ref"])];
        if !self.deadlines.is_empty() {
            tables.push(self.rows());
        }
        tables
    }
}

fn first_line(recorded: &Recorded, locale: &Locale) -> String {
    let kind = recorded.kind.split('/').next().unwrap_or_default();
    let what = locale.code("event", kind);
    let on = recorded.r#ref.as_deref().map_or_else(String::new, |on| {
        locale.say("recorded-ref", &[("ref", &escape(on))])
    });
    locale.say(
        "recorded-line",
        &[
            ("what", &escape(&what)),
            ("ref", &on),
            ("case", &recorded.case),
            ("callsign", &escape(&recorded.callsign)),
            ("event", &short(&recorded.event)),
        ],
    )
}

fn section<'a>(
    page: &mut Page<'_>,
    head: &str,
    widths: &Widths,
    deadlines: impl IntoIterator<Item = &'a Deadline>,
) {
    let mut deadlines = deadlines.into_iter().peekable();
    if deadlines.peek().is_some() {
        page.line(head);
    }
    for deadline in deadlines {
        write(page, Naming::Id, widths, deadline);
    }
}

fn before(locale: &Locale, moved: &Moved) -> String {
    let day = moved
        .from
        .map_or_else(|| locale.text("deadline-no-date"), |day| locale.day(day));
    locale.say("recorded-before", &[("day", &day)])
}
