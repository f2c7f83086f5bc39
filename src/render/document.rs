//! `document`.

use super::page::Page;
use super::table::{Column, print};
use super::{Output, Rows, View};
use crate::app::view::{DocumentKept, DocumentLine, Documents};
use crate::base::text::escape;
use crate::domain::code::EntryState;
use crate::i18n::Locale;

/// Codes in words, with commas.
fn listed(locale: &Locale, codes: &[&str]) -> String {
    let words = codes.iter().map(|code| locale.code("document-told", code));
    words.collect::<Vec<_>>().join(", ")
}

impl View for DocumentKept {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.of_case(&self.case, &self.callsign);
        let id = super::text::short(&self.document);
        if self.already_there {
            let text = locale.say("document-there", &[("document", &id)]);
            page.words(&text, "", "");
            return page.done();
        }
        let kind = locale.code("document-kind", self.kind.as_str());
        let fills: [(&str, &dyn crate::i18n::Fill); 2] = [("kind", &kind), ("document", &id)];
        page.words(&locale.say("document-added", &fills), "", "");
        let who = if self.sealed {
            locale.say("document-sealed", &[("count", &self.holders)])
        } else {
            locale.text("document-open-to-all")
        };
        page.words(&who, "", "");
        if !self.removed.is_empty() {
            let what = listed(locale, &self.removed);
            page.words(&locale.say("document-removed", &[("what", &what)]), "", "");
        }
        if !self.told.is_empty() {
            let what = listed(locale, &self.told);
            page.words(&locale.say("document-tells", &[("what", &what)]), "", "");
        }
        page.words(&locale.text("document-file-stays"), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(
            self,
            &[
                "case",
                "callsign",
                "document",
                "kind",
                "sealed",
                "holders",
                "form",
                "removed",
                "told",
                "bytes",
                "already_there",
            ],
        )
    }
}

impl View for Documents {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.of_case(&self.case, &self.callsign);
        if self.items.is_empty() {
            page.words(&locale.text("document-none"), "", "");
            return page.done();
        }
        let head = [
            (locale.text("column-id"), Column::Whole),
            (locale.text("column-date"), Column::Whole),
            (locale.text("column-what"), Column::Words),
            (locale.text("column-by"), Column::Words),
        ];
        let row = |item: &DocumentLine| {
            let mut parts = vec![locale.code("document-kind", item.kind.as_str())];
            parts.extend(item.on.as_deref().map(escape));
            let person = item.person.map(|person| person.to_string());
            parts.extend(person.map(|person| locale.say("document-of", &[("person", &person)])));
            if !item.sealed {
                parts.push(locale.text("document-unsealed"));
            }
            if item.state == EntryState::Retracted {
                parts.push(locale.text("document-taken-back"));
            }
            vec![
                super::text::short(&item.document),
                item.added.to_string(),
                parts.join(" · "),
                escape(&item.by),
            ]
        };
        page.line(&print(
            out,
            "",
            &head,
            &self.items.iter().map(row).collect::<Vec<_>>(),
        ));
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(
            &self.items,
            &[
                "document", "kind", "on", "person", "added", "by", "sealed", "bytes", "state",
            ],
        )
    }
}
