//! `new` and `init`.

use super::page::Page;
use super::{Output, Rows, View};
use crate::app::view::{Made, NewCase};
use crate::base::text::escape;

impl View for NewCase {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        page.of_case(&self.case, &self.callsign);
        page.words(&out.locale.text("new-hint"), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["case", "callsign"])
    }
}

impl View for Made {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.words(
            &locale.say("made-store", &[("member", &escape(&self.member))]),
            "",
            "",
        );
        let card = if self.recovery {
            locale.text("made-recovery")
        } else {
            locale.text("made-no-recovery")
        };
        page.words(&card, "", "");
        let names = match (self.shares, self.holders) {
            (true, _) => locale.text("made-shares"),
            (false, 0) => locale.text("made-nobody"),
            (false, holders) => locale.say("seal-group-set", &[("count", &holders)]),
        };
        page.words(&names, "", "");
        let contact = locale.code("contact-rule", self.contact.as_str());
        page.words(&locale.say("made-contact", &[("who", &contact)]), "", "");
        page.gap();
        page.pairs(
            "  ",
            &[
                (locale.text("made-store-at"), escape(&self.store)),
                (locale.text("made-key-at"), escape(&self.key)),
            ],
        );
        page.gap();
        page.words(&locale.text("made-next"), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["member", "recovery", "holders", "contact"])
    }
}
