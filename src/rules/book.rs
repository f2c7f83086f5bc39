//! The rules as they are compiled into the program, read a jurisdiction at a time.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::domain::code::AppealKind;
use crate::rules::calendar::Calendar;
use crate::rules::facts::Vocabulary;
use crate::rules::law::Rule;
use crate::rules::model::Convention;

include!(concat!(env!("OUT_DIR"), "/rules_index.rs"));

/// All rules, calendars and conventions; each file is decoded when it is first asked for.
#[derive(Debug)]
pub struct Book {
    jurisdictions: BTreeMap<&'static str, Lazy<Jurisdiction>>,
    calendars: BTreeMap<&'static str, Lazy<Calendar>>,
    conventions: Lazy<Conventions>,
    vocabulary: Lazy<Vocabulary>,
}

/// The rules of one country or body.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// The code that stands before the dot of its rules' ids.
    pub id: String,
    /// In English.
    pub name: String,
    /// Its calendar: a name of `rules/calendars/`.
    pub calendar: String,
    /// Changes with every change of the file.
    pub version: String,
    /// Which body decides on each kind of remedy.
    #[serde(default)]
    pub body: BTreeMap<AppealKind, String>,
    /// Its rules.
    pub rule: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Conventions {
    convention: BTreeMap<String, Convention>,
}

#[derive(Debug)]
struct Lazy<T> {
    bytes: &'static [u8],
    value: OnceLock<T>,
}

impl<T: DeserializeOwned> Lazy<T> {
    const fn new(bytes: &'static [u8]) -> Self {
        Self {
            bytes,
            value: OnceLock::new(),
        }
    }

    fn get(&self) -> &T {
        #[expect(
            clippy::expect_used,
            reason = "the bytes are part of the program, and a test decodes them all"
        )]
        self.value
            .get_or_init(|| ciborium::from_reader(self.bytes).expect("an embedded rule file reads"))
    }
}

impl Book {
    /// The rules that this program was built with.
    pub fn builtin() -> Self {
        let common = |name: &str| {
            let found = COMMON.iter().find(|(n, _)| *n == name);
            found.map_or(&[][..], |(_, bytes)| bytes)
        };
        Self {
            jurisdictions: RULES.iter().map(|(n, b)| (*n, Lazy::new(b))).collect(),
            calendars: CALENDARS.iter().map(|(n, b)| (*n, Lazy::new(b))).collect(),
            conventions: Lazy::new(common("conventions")),
            vocabulary: Lazy::new(common("vocabulary")),
        }
    }

    /// The jurisdictions that have rules, by their codes.
    pub fn jurisdictions(&self) -> impl Iterator<Item = &'static str> {
        self.jurisdictions.keys().copied()
    }

    /// The rules of one jurisdiction.
    pub fn jurisdiction(&self, id: &str) -> Option<&Jurisdiction> {
        self.jurisdictions.get(id).map(|lazy| {
            let file = lazy.get();
            debug_assert_eq!(file.id, id, "a file is named as its jurisdiction");
            file
        })
    }

    /// Every rule, by jurisdiction and in the order of the files.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.jurisdictions
            .values()
            .flat_map(|lazy| &lazy.get().rule)
    }

    /// A rule by its id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        let (jurisdiction, _) = id.split_once('.')?;
        self.jurisdiction(jurisdiction)?
            .rule
            .iter()
            .find(|r| r.id == id)
    }

    /// The body that decides on a kind of remedy, as its jurisdiction names it.
    pub fn bodies(&self, jurisdiction: &str, kind: AppealKind) -> Option<&str> {
        self.jurisdiction(jurisdiction)?
            .body
            .get(&kind)
            .map(String::as_str)
    }

    /// A calendar by its name.
    pub fn calendar(&self, name: &str) -> Option<&Calendar> {
        self.calendars.get(name).map(Lazy::get)
    }

    /// A convention of counting by its name.
    pub fn convention(&self, name: &str) -> Option<&Convention> {
        self.conventions.get().convention.get(name)
    }

    /// All conventions of counting by their names.
    pub fn conventions(&self) -> impl Iterator<Item = (&str, &Convention)> {
        self.conventions
            .get()
            .convention
            .iter()
            .map(|(n, c)| (n.as_str(), c))
    }

    /// The events that rules may name.
    pub fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary.get()
    }
}
