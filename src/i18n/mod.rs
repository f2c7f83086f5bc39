//! Looks a sentence up in the reader's language; knows no sentence itself.
//!
//! A [`Locale`] is an explicit value that `cli` makes and hands down: there is no global language. Sentences stand in
//! `locales/<language>/*.ftl` (Fluent) and are compiled into the program.

mod day;
mod fill;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

pub use fill::Fill;

/// The language that is complete, and stands in for every other.
const ENGLISH: &str = "en";

/// Each language with its files.
const LANGUAGES: &[(&str, &[&str])] = &[(
    ENGLISH,
    &[
        include_str!("../../locales/en/care.ftl"),
        include_str!("../../locales/en/cli.ftl"),
        include_str!("../../locales/en/codes.ftl"),
        include_str!("../../locales/en/country.ftl"),
        include_str!("../../locales/en/errors.ftl"),
        include_str!("../../locales/en/file.ftl"),
        include_str!("../../locales/en/fields.ftl"),
        include_str!("../../locales/en/out.ftl"),
        include_str!("../../locales/en/handover.ftl"),
        include_str!("../../locales/en/rules.ftl"),
        include_str!("../../locales/en/views.ftl"),
    ],
)];

/// Each language for readers outside the office: of the paper for the person whom a case is about, and of tables of numbers;
/// with the words of these alone.
const PAPERS: &[(&str, &[&str])] = &[
    (
        "ar",
        &[
            include_str!("../../locales/ar/country.ftl"),
            include_str!("../../locales/ar/paper.ftl"),
            include_str!("../../locales/ar/table.ftl"),
        ],
    ),
    (
        "es",
        &[
            include_str!("../../locales/es/country.ftl"),
            include_str!("../../locales/es/paper.ftl"),
            include_str!("../../locales/es/table.ftl"),
        ],
    ),
    (
        "fr",
        &[
            include_str!("../../locales/fr/country.ftl"),
            include_str!("../../locales/fr/paper.ftl"),
            include_str!("../../locales/fr/table.ftl"),
        ],
    ),
    (
        "ru",
        &[
            include_str!("../../locales/ru/country.ftl"),
            include_str!("../../locales/ru/paper.ftl"),
            include_str!("../../locales/ru/table.ftl"),
        ],
    ),
];

/// The code of each country with its name, in each language.
pub fn countries() -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = LANGUAGES.iter().chain(PAPERS).flat_map(|(_, files)| *files);
    let lines = files.flat_map(|file| file.lines());
    lines.filter_map(|line| line.strip_prefix("code-country-")?.split_once(" = "))
}

/// The sentences of one language.
pub struct Locale {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
    /// What an office calls codes of its own, by list and code.
    own: BTreeMap<(String, String), String>,
}

impl Locale {
    /// English.
    pub fn english() -> Self {
        Self::of(ENGLISH).unwrap_or_else(|| Self {
            language: ENGLISH,
            bundle: FluentBundle::new_concurrent(Vec::new()),
            own: BTreeMap::new(),
        })
    }

    /// The language asked for, else the first of the environment's (`NANSEN_LANG`, `LC_ALL`, `LANG`: `de_DE.UTF-8`)
    /// that is known, else English.
    pub fn pick(asked: Option<&str>, environment: &[&str]) -> Self {
        asked
            .into_iter()
            .chain(environment.iter().copied())
            .find_map(|tag| Self::of(primary(tag)))
            .unwrap_or_else(Self::english)
    }

    /// The language of what leaves the office, where there are words for it: a paper for the person whom a case is about, a
    /// table of numbers. English stands in for whatever these do not need.
    pub fn paper(language: &str) -> Option<Self> {
        if language == ENGLISH {
            return Some(Self::english());
        }
        let (language, files) = PAPERS.iter().find(|(tag, _)| *tag == language)?;
        let (_, english) = LANGUAGES.iter().find(|(tag, _)| *tag == ENGLISH)?;
        Self::read(language, english.iter().chain(*files))
    }

    /// The languages of [`Locale::paper`].
    pub fn papers() -> impl Iterator<Item = &'static str> {
        std::iter::once(ENGLISH).chain(PAPERS.iter().map(|(tag, _)| *tag))
    }

    /// Whether there are words in the language of this tag.
    pub fn knows(tag: &str) -> bool {
        LANGUAGES.iter().any(|(known, _)| *known == primary(tag))
    }

    /// The language's tag: `en`.
    pub const fn language(&self) -> &'static str {
        self.language
    }

    /// Whether the words of the law and of the office's codes are in it.
    pub fn is_english(&self) -> bool {
        self.language == ENGLISH
    }

    /// The sentence of this id; the id between angle brackets where there is none.
    pub fn text(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// The sentence of this id, filled in.
    pub fn say(&self, id: &str, fills: &[(&str, &dyn Fill)]) -> String {
        self.find(id, fills).unwrap_or_else(|| missing(id))
    }

    /// The sentence of this id, filled in with texts: whole numbers become numbers, ISO days become days in words.
    pub fn say_all(&self, id: &str, fills: &BTreeMap<String, String>) -> String {
        self.find_all(id, fills).unwrap_or_else(|| missing(id))
    }

    /// As [`Locale::say_all`], where there is such a sentence.
    pub fn find_all(&self, id: &str, fills: &BTreeMap<String, String>) -> Option<String> {
        let mut args = FluentArgs::new();
        for (name, text) in fills {
            let value = match self.word(name, text) {
                Some(word) => word.into(),
                None => fill::read(self, text),
            };
            args.set(Cow::Borrowed(name.as_str()), value);
        }
        self.format(id, &args)
    }

    /// The word for the day or the fact that a rule's step names by its code.
    fn word(&self, name: &str, code: &str) -> Option<String> {
        let families: &[&str] = match name {
            "basis" | "wanted" | "taken" => &["basis"],
            "fact" => &["fact"],
            "axis" => &["fact", "basis"],
            _ => return None,
        };
        families
            .iter()
            .find_map(|family| self.find(&format!("{family}-{code}"), &[]))
    }

    /// Takes what an office calls a code of its own.
    pub fn call(&mut self, list: &str, code: &str, word: String) {
        self.own.insert((list.to_owned(), code.to_owned()), word);
    }

    /// The word for a code of a list: `code-outcome-refused`, or what the office calls it; the code itself where there is none.
    pub fn code(&self, list: &str, code: &str) -> String {
        let own = || self.own.get(&(list.to_owned(), code.to_owned()));
        if let Some(word) = (!self.own.is_empty()).then(own).flatten() {
            return word.clone();
        }
        let id = format!("code-{list}-{}", code.replace(['_', '/', '.'], "-"));
        self.find(&id, &[]).unwrap_or_else(|| code.to_owned())
    }

    /// The sentence for an id of another alphabet (`store.locked` of the family `err`); the id where there is none.
    pub fn of_id(&self, family: &str, id: &str, fills: &BTreeMap<String, String>) -> String {
        let key = format!("{family}-{}", id.replace(['.', '_', '/'], "-"));
        self.find_all(&key, fills).unwrap_or_else(|| id.to_owned())
    }

    /// The sentence of this id, where there is one.
    pub fn find(&self, id: &str, fills: &[(&str, &dyn Fill)]) -> Option<String> {
        let mut args = FluentArgs::with_capacity(fills.len());
        for (name, value) in fills {
            args.set(Cow::Borrowed(*name), value.value());
        }
        self.format(id, &args)
    }

    /// Several things in a row, as that language sets them apart.
    pub fn listed<T: std::borrow::Borrow<str>>(&self, parts: &[T]) -> String {
        parts.join(self.text("join-comma").as_str())
    }

    /// A part of a message (`cmd-due.examples`), where there is one.
    pub fn part(&self, id: &str, part: &str) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = message.get_attribute(part)?.value();
        let text = self.bundle.format_pattern(pattern, None, &mut Vec::new());
        Some(text.into_owned())
    }

    fn format(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let text = self
            .bundle
            .format_pattern(pattern, Some(args), &mut Vec::new());
        Some(text.into_owned())
    }

    fn of(language: &str) -> Option<Self> {
        let (language, files) = LANGUAGES.iter().find(|(tag, _)| *tag == language)?;
        Self::read(language, files.iter())
    }

    /// With the plurals of that language, and the sentences of the files; a later one stands for an earlier one's.
    fn read<'a>(
        language: &'static str,
        files: impl Iterator<Item = &'a &'static str>,
    ) -> Option<Self> {
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().ok()?]);
        // The marks around what is filled in would be written out, as whatever turns the reading order round: what is data
        // must not be able to.
        bundle.set_use_isolating(false);
        for file in files {
            // A file with a fault is used as far as it can be read; a test refuses such files.
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(r, _)| r);
            bundle.add_resource_overriding(resource);
        }
        Some(Self {
            language,
            bundle,
            own: BTreeMap::new(),
        })
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.language)
    }
}

fn missing(id: &str) -> String {
    format!("⟨{id}⟩")
}

/// `de_DE.UTF-8` and `de-AT` are both `de`.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_', '.', '@']).next().unwrap_or_default()
}
