//! A fault before it is put into words: its id, how the process ends, and what the words fill in.

use std::collections::BTreeMap;

use super::{Other, Report};
use crate::base::text::escape;
use crate::cli::exit::Exit;
use crate::i18n::Locale;

/// Whether a word looks like one that a program knows, so that it may be said although ours does not: the name of an
/// option or of a column.
pub(super) fn is_plain_word(word: &str) -> bool {
    word.len() <= 24
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && word
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b))
}

/// A fault before it is put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    id: &'static str,
    exit: Exit,
    fills: BTreeMap<String, String>,
    details: Vec<String>,
    offers: Vec<Other>,
    /// Another hint than that of its id.
    hint: Option<&'static str>,
}

impl Told {
    /// A fault of this id (`store.locked`; words under `err-store-locked` and `hint-store-locked`).
    pub(super) const fn new(id: &'static str, exit: Exit) -> Self {
        Self {
            id,
            exit,
            fills: BTreeMap::new(),
            details: Vec::new(),
            offers: Vec::new(),
            hint: None,
        }
    }

    /// Fills something in.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "dozens of calls read better without `&`"
    )]
    pub(super) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.fills
            .insert(name.to_owned(), escape(&value.to_string()));
        self
    }

    /// Adds lines.
    #[must_use]
    pub(super) fn and(mut self, details: impl IntoIterator<Item = String>) -> Self {
        self.details.extend(details);
        self
    }

    /// Offers what may be had instead, with the options that ask for it.
    #[must_use]
    pub(super) fn offering(mut self, offers: impl IntoIterator<Item = Other>) -> Self {
        self.offers.extend(offers);
        self
    }

    /// Hints at something else than others of its id.
    #[must_use]
    pub(super) const fn hinting(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Ends the process otherwise.
    #[must_use]
    pub(super) const fn ending(mut self, exit: Exit) -> Self {
        self.exit = exit;
        self
    }

    /// How the process ends.
    pub(super) const fn exit(&self) -> Exit {
        self.exit
    }

    /// The sentence alone.
    pub(super) fn message(&self, locale: &Locale) -> String {
        locale.say_all(&self.key("err"), &self.fills)
    }

    /// In words.
    pub(super) fn say(self, locale: &Locale) -> Report {
        Report {
            message: self.message(locale),
            hint: match self.hint {
                Some(hint) => locale.say_all(hint, &self.fills),
                None => locale.say_all(&self.key("hint"), &self.fills),
            },
            id: self.id.to_owned(),
            exit: self.exit,
            details: self.details,
            offers: self.offers,
        }
    }

    fn key(&self, sort: &str) -> String {
        format!("{sort}-{}", self.id.replace('.', "-"))
    }
}
