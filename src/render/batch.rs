//! One act on many cases: which, and how to take it back.

use super::entry::of_person;
use super::page::Page;
use super::text::short;
use super::{Output, Rows, View};
use crate::app::view::Batch;
use crate::base::text::escape;

impl View for Batch {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let what = locale.code("batch", &self.what);
        let fills: &[(&str, &dyn crate::i18n::Fill)] =
            &[("what", &what), ("count", &self.items.len())];
        let words = match (self.items.is_empty(), self.taken_back, self.dry_run) {
            (true, ..) => locale.text("batch-nothing"),
            (_, true, true) => locale.say("batch-would-back", fills),
            (_, true, _) if self.items.iter().any(|item| item.person.is_some()) => {
                locale.say("batch-persons-back", fills)
            }
            (_, true, _) => locale.say("batch-taken-back", fills),
            (_, _, true) => locale.say("batch-would", fills),
            _ => locale.say("batch-done", fills),
        };
        page.words(&words, "", "  ");
        for item in &self.items {
            let name = format!("{}  {}", item.case, escape(&item.callsign));
            page.line(&format!("  {}", of_person(locale, name, item.person)));
        }
        if let Some(batch) = self.batch.as_ref().filter(|_| !self.taken_back) {
            page.words(
                &locale.say("batch-undo", &[("batch", &short(batch))]),
                "",
                "  ",
            );
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick_of_persons(&self.items, &["case", "callsign", "event"])
    }

    fn tables(&self) -> Vec<Rows> {
        let batch = self.batch.as_ref();
        let batch = batch.map(|_| Rows::one(self, &["batch", "what"]));
        [self.rows()].into_iter().chain(batch).collect()
    }
}
