//! `key generate`, `key list`, and what `key add|remove|rotate` did.

use super::page::Page;
use super::table::{Column, print};
use super::{Output, Rows, View};
use crate::app::view::{Key, KeyChange, Members};
use crate::base::text::escape;
use crate::i18n::Fill;

impl View for Key {
    fn human(&self, out: &Output) -> String {
        // Alone on its line and never wrapped: it is copied.
        let mut page = Page::new(out);
        page.line(&self.recipient);
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["recipient", "words"])
    }
}

/// Aliases with commas.
fn names<'a>(all: impl IntoIterator<Item = &'a String>) -> String {
    let all: Vec<String> = all.into_iter().map(|alias| escape(alias)).collect();
    all.join(", ")
}

impl View for KeyChange {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let mut say =
            |id: &str, fills: &[(&str, &dyn Fill)]| page.words(&locale.say(id, fills), "", "");
        if !self.done {
            say("keys-dry-run", &[]);
        }
        if let Some(alias) = &self.added {
            let what = if self.members.is_empty() {
                "keys-added-names"
            } else {
                "keys-added"
            };
            say(what, &[("member", &escape(alias))]);
        }
        if let Some(alias) = &self.removed {
            let member = escape(alias);
            if self.epoch.is_some() {
                say("keys-removed", &[("member", &member)]);
            }
            if self.names {
                say("keys-removed-names", &[("member", &member)]);
            }
        }
        if !self.replaced.is_empty() {
            say("keys-replaced", &[("members", &names(&self.replaced))]);
        }
        if self.card {
            say("keys-card", &[]);
        }
        if self.epoch.is_some() {
            say("keys-renewed", &[("count", &self.case_keys)]);
        }
        if !self.members.is_empty() {
            say("keys-members", &[("members", &names(&self.members))]);
        }
        if self.assigned > 0 {
            say("keys-assigned", &[("count", &self.assigned)]);
        }
        if !self.left_alone.is_empty() {
            say("keys-left-alone", &[("members", &names(&self.left_alone))]);
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(
            self,
            &[
                "done",
                "added",
                "removed",
                "replaced",
                "card",
                "members",
                "names",
                "epoch",
                "case_keys",
                "assigned",
                "left_alone",
            ],
        )
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
            (locale.text("column-by"), Column::Words),
            (locale.text("column-last-seen"), Column::Whole),
            (locale.text("column-words"), Column::Words),
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
                    member.by.clone(),
                    member
                        .last_seen
                        .map_or_else(|| locale.text("status-never"), |day| locale.date(day)),
                    member.words.clone().unwrap_or_default(),
                ]
            })
            .collect();
        print(out, "", &head, &rows)
    }

    fn rows(&self) -> Rows {
        Rows::pick(
            &self.items,
            &["member", "opens", "since", "by", "last_seen", "words"],
        )
    }
}
