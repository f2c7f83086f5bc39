//! `store info`: what the store holds, in numbers.

use super::page::Page;
use super::{Output, Rows, View};
use crate::app::view::StoreInfo;
use crate::base::text::escape;

impl View for StoreInfo {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let recorded = self.last_recorded.map_or_else(
            || locale.text("status-never"),
            |at| locale.day(at.date_naive()),
        );
        page.pairs(
            "",
            &[
                (locale.text("store-folder"), escape(&self.store)),
                (locale.text("store-format"), self.format.to_string()),
                (locale.text("store-program"), self.program.clone()),
                (locale.text("store-events"), self.events.to_string()),
                (locale.text("store-cases"), self.cases.to_string()),
                (locale.text("store-streams"), self.streams.to_string()),
                (locale.text("store-bytes"), self.bytes.to_string()),
                (locale.text("store-last-recorded"), recorded),
            ],
        );
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(
            self,
            &[
                "format",
                "program",
                "events",
                "cases",
                "streams",
                "bytes",
                "last_recorded",
            ],
        )
    }
}
