//! `key generate` and `key list`.

use super::page::Page;
use super::table::{Column, print};
use super::{Output, Rows, View};
use crate::app::view::{Key, Members};

impl View for Key {
    fn human(&self, out: &Output) -> String {
        // Alone on its line and never wrapped: it is copied.
        let mut page = Page::new(out);
        page.line(&self.recipient);
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["recipient"])
    }
}

impl View for Members {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let head = [
            (locale.text("column-member"), Column::Words),
            (locale.text("column-opens"), Column::Words),
            (locale.text("column-since"), Column::Whole),
            (locale.text("column-last-seen"), Column::Whole),
        ];
        let rows: Vec<Vec<String>> = self
            .items
            .iter()
            .map(|member| {
                let opens: Vec<String> = member
                    .opens
                    .iter()
                    .map(|what| locale.code("opens", what))
                    .collect();
                vec![
                    member.member.clone(),
                    opens.join(", "),
                    locale.date(member.since),
                    member
                        .last_seen
                        .map_or_else(|| locale.text("status-never"), |day| locale.date(day)),
                ]
            })
            .collect();
        print(out, "", &head, &rows)
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.items, &["member", "opens", "since", "last_seen"])
    }
}
