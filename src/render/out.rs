//! What is said of what left, beside the file itself.

use super::page::Page;
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::{Archived, Calendar, CalendarLine, ListExported};

impl View for ListExported {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        let fills: [(&str, &dyn crate::i18n::Fill); 1] = [("count", &self.lines)];
        page.words(&out.locale.say("list-exported", &fills), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["what", "form", "lines"])
    }
}

impl View for Calendar {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let head = locale.say("ics-made", &[("count", &self.entries)]);
        page.styled(Style::Head, &head, "");
        for (id, lines) in [
            ("ics-added", &self.added),
            ("ics-moved", &self.moved),
            ("ics-removed", &self.gone),
        ] {
            if !lines.is_empty() {
                page.line(&locale.say(id, &[("count", &lines.len())]));
            }
            for line in lines {
                page.line(&format!("  {}", words(line, out)));
            }
        }
        if self.retitled > 0 {
            page.line(&locale.say("ics-retitled", &[("count", &self.retitled)]));
        }
        if self.without_day > 0 {
            let text = locale.say("ics-without-day", &[("count", &self.without_day)]);
            page.words(&text, "", "");
        }
        page.words(&locale.text("ics-next"), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        let columns = ["case", "day", "was"];
        let mut all = Rows::pick(std::iter::empty::<&CalendarLine>(), &columns);
        all.header.push("change".to_owned());
        for (change, lines) in [
            ("added", &self.added),
            ("moved", &self.moved),
            ("gone", &self.gone),
        ] {
            let rows = Rows::pick(lines, &columns);
            all.lines.extend(rows.lines.into_iter().map(|mut line| {
                line.push(change.to_owned());
                line
            }));
        }
        all
    }

    fn tables(&self) -> Vec<Rows> {
        let mut tables = vec![self.rows()];
        if self.without_day > 0 {
            tables.push(Rows::one(self, &["without_day"]));
        }
        tables
    }
}

fn words(line: &CalendarLine, out: &Output) -> String {
    let locale = &out.locale;
    let case = line.case.as_deref().unwrap_or("?");
    let day = line
        .day
        .map_or_else(|| "?".to_owned(), |day| locale.day(day));
    match line.was {
        None => format!("{day}  {case}"),
        Some(was) => {
            let was = locale.date(was);
            format!("{day}  {case}  {}", locale.say("ics-was", &[("day", &was)]))
        }
    }
}

impl View for Archived {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let fills: [(&str, &dyn crate::i18n::Fill); 2] =
            [("cases", &self.cases), ("events", &self.events)];
        page.words(&locale.say("archived", &fills), "", "");
        if self.unknown > 0 {
            let text = locale.say("archived-unknown", &[("count", &self.unknown)]);
            page.words(&text, "", "");
        }
        if self.imported > 0 {
            let text = locale.say("archived-imported", &[("count", &self.imported)]);
            page.words(&text, "! ", "  ");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["cases", "events", "unknown"])
    }
}
