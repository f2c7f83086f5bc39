//! `backup make`, `backup restore`, `backup drill`.

use super::page::Page;
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::{BackedUp, Drilled, Restored};
use crate::base::text::escape;

impl View for BackedUp {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        let opens: Vec<String> = self.opens.iter().map(|alias| escape(alias)).collect();
        let bytes = i64::try_from(self.bytes).unwrap_or(i64::MAX);
        page.styled(
            Style::Head,
            &out.locale.say("backup-made", &[("bytes", &bytes)]),
            "",
        );
        let opens = opens.join(", ");
        page.words(
            &out.locale.say("backup-opens", &[("members", &opens)]),
            "",
            "",
        );
        page.words(&out.locale.text("backup-next"), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["bytes", "commit", "opens"])
    }
}

impl View for Restored {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let cases = i64::try_from(self.cases).unwrap_or(i64::MAX);
        let until = self.last_recorded.map_or_else(
            || locale.text("status-never"),
            |at| locale.day(at.date_naive()),
        );
        page.styled(
            Style::Head,
            &locale.say("backup-restored", &[("cases", &cases), ("until", &until)]),
            "",
        );
        page.words(&locale.text("backup-restored-next"), "", "");
        page.pairs("  ", &[(locale.text("made-store-at"), escape(&self.store))]);
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["events", "cases", "member", "last_recorded"])
    }
}

impl View for Drilled {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let (events, behind) = (number(self.events), number(self.behind));
        page.styled(
            Style::Head,
            &out.locale
                .say("drill-done", &[("events", &events), ("behind", &behind)]),
            "",
        );
        if !self.last {
            page.words(&out.locale.text("drill-older"), "! ", "  ");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["events", "behind", "last"])
    }
}
