//! `store verify`: whole or damaged, and where.

use super::page::Page;
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::{Finding, Verified};

impl View for Verified {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let count: &[(&str, &dyn crate::i18n::Fill)] = &[("count", &self.events)];
        let (style, verdict) = if self.ok {
            (Style::Head, locale.say("verify-ok", count))
        } else {
            (Style::Alarm, locale.say("verify-damaged", count))
        };
        page.styled(style, &verdict, "");
        // What was left out is said once, at the end.
        let told = |finding: &&Finding| !(self.quick && finding.id == "indexes-left-out");
        for finding in self.findings.iter().filter(told) {
            let words = locale.of_id("finding", &finding.id, &finding.args);
            page.words(&format!("{words} [{}]", finding.id), "! ", "  ");
        }
        if self.quick {
            page.words(&locale.text("verify-quick"), "", "");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.findings, &["id", "message"])
    }

    fn tables(&self) -> Vec<Rows> {
        let mut tables = vec![Rows::one(self, &["ok", "events"])];
        if !self.findings.is_empty() {
            tables.push(self.rows());
        }
        tables
    }
}
