//! The rules as they are compiled into the program, read a jurisdiction at a time.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::domain::code::AppealKind;
use crate::rules::calendar::Calendar;
use crate::rules::facts::Vocabulary;
use crate::rules::law::Rule;
use crate::rules::model::{Convention, Window};

include!(concat!(env!("OUT_DIR"), "/rules_index.rs"));

/// All rules, calendars and conventions; each file is decoded when it is first asked for.
#[derive(Debug)]
pub struct Book {
    jurisdictions: BTreeMap<Cow<'static, str>, Lazy<Jurisdiction>>,
    calendars: BTreeMap<&'static str, Lazy<Calendar>>,
    generated: BTreeMap<&'static str, Lazy<Calendar>>,
    conventions: Lazy<Conventions>,
    reach: Lazy<Reaches>,
    vocabulary: Lazy<Vocabulary>,
}

/// The rules of one country or body.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// The code that stands before the dot of its rules' ids.
    pub id: String,
    /// In English.
    pub name: String,
    /// Its calendar: a name of `rules/calendars/`.
    pub calendar: String,
    /// Whose clock its courts and authorities go by (IANA: `Europe/Berlin`), where the country has one.
    #[serde(default)]
    pub zone: Option<String>,
    /// Changes with every change of the file.
    pub version: String,
    /// Which body decides on each kind of remedy.
    #[serde(default)]
    pub body: BTreeMap<AppealKind, String>,
    /// Frames of the law above it whose numbers its own rules give.
    #[serde(default)]
    pub fills: Vec<String>,
    /// For frames of the law above it: the acts that meet them here, where not every remedy does.
    #[serde(default)]
    pub frame_met_by: BTreeMap<String, Vec<String>>,
    /// Facts that hold in every case under this law, unless another is recorded.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
    /// Ways of counting of its own, beside those that all share.
    #[serde(default)]
    pub convention: BTreeMap<String, Convention>,
    /// Times in which its periods stood still.
    #[serde(default)]
    pub window: Vec<Window>,
    /// Its rules.
    #[serde(default)]
    pub rule: Vec<Rule>,
}

/// The calendar of a jurisdiction above the States: that of the State whose case it is.
pub(super) const NATIONAL: &str = "national";

/// Which States' cases a law above them reaches.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// The jurisdiction above.
    pub law: String,
    /// The States by their codes; `*`: all.
    pub states: Vec<String>,
    /// Only the rules whose ids begin so; empty: all.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Only for what happened until this day.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Where it is written.
    pub citation: String,
}

/// A law that speaks of a State's cases, whole or in part.
#[derive(Debug, Clone, Copy)]
pub struct Over<'b> {
    /// The law.
    pub file: &'b Jurisdiction,
    only: &'b [String],
}

impl<'b> Over<'b> {
    /// Its rules that hold there.
    pub fn rules(self) -> impl Iterator<Item = &'b Rule> {
        let holds = move |rule: &&Rule| {
            self.only.is_empty() || self.only.iter().any(|begin| rule.id.starts_with(begin))
        };
        self.file.rule.iter().filter(holds)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reaches {
    reach: Vec<Reach>,
}

impl Jurisdiction {
    /// This file with an office's own laid over it.
    fn under(mut self, own: Self) -> Self {
        self.rule
            .retain(|rule| !own.rule.iter().any(|o| o.id == rule.id));
        self.rule.extend(own.rule);
        self.convention.extend(own.convention);
        self.window.extend(own.window);
        self.body.extend(own.body);
        self
    }
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
        self.get_or(|value| value)
    }

    /// The value, finished once by `finish`.
    fn get_or(&self, finish: impl FnOnce(T) -> T) -> &T {
        self.value.get_or_init(|| {
            #[expect(
                clippy::expect_used,
                reason = "the bytes are part of the program, and a test decodes them all"
            )]
            let value = ciborium::from_reader(self.bytes).expect("an embedded rule file reads");
            finish(value)
        })
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
            jurisdictions: RULES
                .iter()
                .map(|(n, b)| (Cow::Borrowed(*n), Lazy::new(b)))
                .collect(),
            calendars: CALENDARS.iter().map(|(n, b)| (*n, Lazy::new(b))).collect(),
            generated: GENERATED.iter().map(|(n, b)| (*n, Lazy::new(b))).collect(),
            conventions: Lazy::new(common("conventions")),
            reach: Lazy::new(common("reach")),
            vocabulary: Lazy::new(common("vocabulary")),
        }
    }

    /// Lays an office's own file over what is here: its rules are added, or stand in place of those of the same id.
    pub fn add(&mut self, mut file: Jurisdiction) {
        for rule in &mut file.rule {
            rule.local = Some(file.version.clone());
        }
        let id = file.id.clone();
        let whole = match self.jurisdiction(&id) {
            Some(known) => known.clone().under(file),
            None => file,
        };
        let lazy = Lazy {
            bytes: &[],
            value: OnceLock::from(whole),
        };
        self.jurisdictions.insert(Cow::Owned(id), lazy);
    }

    /// The jurisdictions that have rules, by their codes.
    pub fn jurisdictions(&self) -> impl Iterator<Item = &str> {
        self.jurisdictions.keys().map(Cow::as_ref)
    }

    /// The rules of one jurisdiction.
    pub fn jurisdiction(&self, id: &str) -> Option<&Jurisdiction> {
        self.jurisdictions.get(id).map(|lazy| {
            let file = lazy.get();
            debug_assert_eq!(file.id, id, "a file is named as its jurisdiction");
            file
        })
    }

    /// Whose clock the courts and authorities of a jurisdiction go by; none where the country has several.
    pub fn zone(&self, id: &str) -> Option<Tz> {
        self.jurisdiction(id)?.zone.as_deref()?.parse().ok()
    }

    /// The rules that speak of a State's cases: its own, then those of the laws above it, as far as
    /// they reach what happened on a day.
    pub fn over<'b>(&'b self, state: &'b str, day: Option<NaiveDate>) -> Vec<Over<'b>> {
        let above = self.reach.get().reach.iter().filter(move |reach| {
            reach.law != state
                && reach.states.iter().any(|s| s == state || s == "*")
                && reach
                    .until
                    .is_none_or(|until| day.is_none_or(|day| day <= until))
        });
        let own = self.jurisdiction(state).map(|file| (file, &[][..]));
        own.into_iter()
            .chain(above.filter_map(|reach| Some((self.jurisdiction(&reach.law)?, &*reach.rules))))
            .map(|(file, only)| Over { file, only })
            .collect()
    }

    /// The laws above the States, and whom they reach.
    pub fn reaches(&self) -> &[Reach] {
        &self.reach.get().reach
    }

    /// Every rule, by jurisdiction and in the order of the files.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.jurisdictions
            .values()
            .flat_map(|lazy| &lazy.get().rule)
    }

    /// A rule by its id, or by another of its names.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        let (jurisdiction, _) = id.split_once('.')?;
        self.jurisdiction(jurisdiction)?
            .rule
            .iter()
            .find(|r| r.id == id || r.aliases.iter().any(|other| other == id))
    }

    /// The body that decides on a kind of remedy, as its jurisdiction names it.
    pub fn bodies(&self, jurisdiction: &str, kind: AppealKind) -> Option<&str> {
        self.jurisdiction(jurisdiction)?
            .body
            .get(&kind)
            .map(String::as_str)
    }

    /// The names of all calendars.
    pub fn calendars(&self) -> impl Iterator<Item = &str> {
        let by_hand = self.calendars.keys().copied();
        by_hand.chain(
            self.generated
                .keys()
                .copied()
                .filter(|n| !self.calendars.contains_key(n)),
        )
    }

    /// A calendar by its name.
    pub fn calendar(&self, name: &str) -> Option<&Calendar> {
        let generated = || self.generated.get(name).map(Lazy::get);
        let Some(lazy) = self.calendars.get(name) else {
            return generated();
        };
        Some(lazy.get_or(|calendar| match generated() {
            Some(table) if calendar.extends.is_some() => calendar.over(table),
            _ => calendar,
        }))
    }

    /// The table that a library gives for a calendar, without what is kept by hand.
    pub fn generated(&self, name: &str) -> Option<&Calendar> {
        self.generated.get(name).map(Lazy::get)
    }

    /// A convention of counting by its name, as a file knows it: its own, then those that all share.
    pub fn convention<'b>(&'b self, file: &'b Jurisdiction, name: &str) -> Option<&'b Convention> {
        let own = file.convention.get(name);
        own.or_else(|| self.conventions.get().convention.get(name))
    }

    /// The conventions of counting that all files share, by their names.
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
