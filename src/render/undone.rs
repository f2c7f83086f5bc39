//! A whole import taken back: what went, what stays, and what a person must still look at.

use super::page::Page;
use super::text::{Style, short};
use super::{Output, Rows, View};
use crate::app::view::ImportUndone;
use crate::base::text::escape;
use crate::domain::code::ImportFate;
use crate::i18n::Fill;

/// How many cases are named; `--json` names all.
const FIRST: usize = 20;

impl View for ImportUndone {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let title = match (self.entries, self.dry_run) {
            (0, _) => "undone-nothing",
            (_, true) => "undone-would",
            _ => "undone-done",
        };
        page.styled(Style::Head, &locale.text(title), "");
        let counts = [
            ("undone-entries", self.entries),
            ("undone-cases", self.cases),
            ("undone-changed", self.changed),
            ("undone-left", self.left),
        ];
        let counts = counts.map(|(label, count)| (locale.text(label), count.to_string()));
        page.pairs("  ", &counts);
        if self.forgotten > 0 {
            let id = if self.dry_run {
                "undone-would-forget"
            } else {
                "undone-forgotten"
            };
            let batch = short(&self.batch);
            let fills: &[(&str, &dyn Fill)] = &[("count", &self.forgotten), ("batch", &batch)];
            page.alert(Style::Care, &locale.say(id, fills));
        }
        if !self.backups.is_empty() {
            let days: Vec<String> = self.backups.iter().map(|day| locale.day(*day)).collect();
            let fills: &[(&str, &dyn Fill)] = &[("days", &days.join(", "))];
            page.alert(Style::Care, &locale.say("undone-backups", fills));
        }
        if self.names_left > 0 {
            let fills: &[(&str, &dyn Fill)] = &[("count", &self.names_left)];
            page.alert(Style::Care, &locale.say("undone-names-left", fills));
        }
        let left = || self.items.iter().filter(|one| one.fate == ImportFate::Left);
        if self.left > 0 {
            page.gap();
            let fills: &[(&str, &dyn Fill)] = &[("count", &self.left)];
            page.alert(Style::Care, &locale.say("undone-left-lead", fills));
            for case in left().take(FIRST) {
                page.line(&format!("  {}  {}", case.case, escape(&case.callsign)));
            }
            if self.left > FIRST {
                page.line("  …");
            }
        }
        page.gap();
        page.words(&locale.text("undone-again"), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.items, &["case", "callsign", "fate"])
    }

    fn tables(&self) -> Vec<Rows> {
        let counts = [
            "entries",
            "cases",
            "forgotten",
            "changed",
            "left",
            "names_left",
        ];
        vec![Rows::one(self, &counts), self.rows()]
    }
}
