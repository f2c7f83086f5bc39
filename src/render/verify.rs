//! `store verify`: whole or damaged, and where.

use super::page::Page;
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::Verified;

impl View for Verified {
    const ITEMS: Option<&'static str> = Some("findings");

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
        for finding in &self.findings {
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
