//! `import`: what came in, what was there already, and which events need a lawyer's look.

use super::page::Page;
use super::table::{Column, print};
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::Imported;

impl View for Imported {
    const ITEMS: Option<&'static str> = Some("map");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let title = if self.dry_run {
            locale.text("imported-dry-run")
        } else {
            locale.text("imported-done")
        };
        page.styled(Style::Head, &title, "");
        page.pairs(
            "  ",
            &[
                (locale.text("imported-cases"), self.cases.to_string()),
                (locale.text("imported-events"), self.events.to_string()),
                (
                    locale.text("imported-already"),
                    self.already_there.to_string(),
                ),
                (
                    locale.text("imported-open-deadlines"),
                    self.open_deadlines.to_string(),
                ),
            ],
        );
        if self.skipped > 0 {
            page.alert(
                Style::Care,
                &locale.say("imported-skipped", &[("count", &self.skipped)]),
            );
        }
        if !self.unruled.is_empty() {
            page.gap();
            page.alert(
                Style::Care,
                &locale.say("imported-unruled", &[("count", &self.unruled.len())]),
            );
            let head = [
                (locale.text("column-line"), Column::Number),
                (locale.text("column-case"), Column::Whole),
                (locale.text("column-date"), Column::Whole),
                (locale.text("column-law"), Column::Words),
                (locale.text("column-what"), Column::Words),
            ];
            let rows: Vec<Vec<String>> = self
                .unruled
                .iter()
                .map(|one| {
                    vec![
                        one.line.map_or_else(String::new, |line| line.to_string()),
                        // A dry run draws numbers that no case will bear.
                        if self.dry_run { &one.r#ref } else { &one.case }.clone(),
                        one.date
                            .map_or_else(String::new, |date| locale.partial(date)),
                        one.jurisdiction.clone(),
                        locale.code("trigger", &one.event),
                    ]
                })
                .collect();
            page.raw(&print(out, "  ", &head, &rows));
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.map, &["ref", "case"])
    }

    fn tables(&self) -> Vec<Rows> {
        let mut tables = vec![Rows::one(self, &["cases", "events", "already_there"])];
        if !self.map.is_empty() {
            tables.push(self.rows());
        }
        tables
    }
}
