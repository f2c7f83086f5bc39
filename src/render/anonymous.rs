//! `export anonymous`: what the list that left says, and what it risks.

use super::page::Page;
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::AnonymousList;
use crate::base::text::escape;
use crate::i18n::Fill;

impl View for AnonymousList {
    const ITEMS: Option<&'static str> = Some("columns");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let head = match &self.release {
            Some(number) if self.proposed => {
                let fills: [(&str, &dyn Fill); 2] = [("lines", &self.lines), ("number", number)];
                locale.say("anonymous-proposed", &fills)
            }
            Some(number) => {
                let fills: [(&str, &dyn Fill); 3] = [
                    ("lines", &self.lines),
                    ("to", &escape(&self.to)),
                    ("number", number),
                ];
                locale.say("anonymous-left", &fills)
            }
            None => locale.say("anonymous-may", &[("lines", &self.lines)]),
        };
        page.styled(Style::Head, &head, "");
        let share = self.in_small_classes * 100 / self.lines.max(1);
        for (id, number) in [
            ("anonymous-blanked", self.blanked),
            ("anonymous-out", self.left_out),
            ("anonymous-chance", self.smallest),
            ("anonymous-few", share),
            ("anonymous-small", self.small_numbers),
            ("anonymous-compared", self.releases_compared),
        ] {
            page.words(&locale.say(id, &[("count", &number)]), "", "  ");
        }
        page.gap();
        let pairs = self.columns.iter().map(|column| {
            let step = match column.told.as_str() {
                "*" => "nothing".to_owned(),
                told => told.replace([' ', ',', '+'], ""),
            };
            let told = locale.code("list-step", &step);
            (column.column.clone(), told)
        });
        page.pairs("  ", &pairs.collect::<Vec<_>>());
        page.gap();
        page.words(&locale.text("anonymous-ids"), "", "");
        page.words(&locale.text("anonymous-weaker"), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.columns, &["column", "told"])
    }
}
