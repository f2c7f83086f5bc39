//! Fields that an office declares for itself: which hold, what they admit, and what of them a person has.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::{BadDate, PartialDate};
use crate::base::id::EventId;
use crate::domain::case::{Case, Lived};
use crate::domain::code::FieldType;
use crate::domain::event::{Entry, Event, FieldDeclared, FieldRecorded};

use chrono::NaiveDate;

/// Everything that the office ever declared.
#[derive(Debug, Clone, Default)]
pub struct Declared {
    all: BTreeMap<EventId, FieldDeclared>,
    latest: BTreeMap<String, EventId>,
}

/// Why a text is no value of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAdmitted {
    /// None of its values, or one that is recorded no more.
    #[error("not a value of that field")]
    Value,
    /// Not a date.
    #[error(transparent)]
    Date(#[from] BadDate),
}

impl Declared {
    /// Reads them out of the office's history, which stands in the order of the fold.
    pub fn of(office: &[Event]) -> Self {
        let mut declared = Self::default();
        for event in office {
            if let Entry::FieldDeclared(field) = &event.payload.entry {
                declared.latest.insert(field.name.clone(), event.id);
                declared.all.insert(event.id, field.clone());
            }
        }
        declared
    }

    /// The declaration that an entry was checked against; none where another office made it.
    pub fn by(&self, event: EventId) -> Option<&FieldDeclared> {
        self.all.get(&event)
    }

    /// The field of that name, as it stands.
    pub fn named(&self, name: &str) -> Option<(EventId, &FieldDeclared)> {
        let id = self.latest.get(name)?;
        Some((*id, self.all.get(id)?))
    }

    /// Every field, as it stands, by name.
    pub fn fields(&self) -> impl Iterator<Item = (EventId, &FieldDeclared)> {
        let ids = self.latest.values();
        ids.filter_map(|id| Some((*id, self.all.get(id)?)))
    }

    /// Whether a field may ever have had this value: what is asked for need not be recorded any more.
    pub fn ever_admitted(&self, name: &str, value: &str) -> bool {
        let mut all = self.all.values().filter(|field| field.name == name);
        all.any(|field| match field.holds {
            FieldType::Code => field.values.iter().any(|one| one.value == value),
            FieldType::YesNo => matches!(value, "true" | "false"),
            FieldType::Number => whole(value).is_some_and(|number| number.to_string() == value),
            FieldType::Date => value.parse::<PartialDate>().is_ok(),
        })
    }

    /// The values of a field, those of the past included, where they can be listed.
    pub fn values(&self, name: &str) -> Vec<String> {
        let all = self.all.values().filter(|field| field.name == name);
        let values: BTreeSet<String> = all.flat_map(FieldDeclared::listed).collect();
        values.into_iter().collect()
    }
}

impl FieldDeclared {
    /// The values that can be listed, those that are recorded no more included.
    fn listed(&self) -> Vec<String> {
        match self.holds {
            FieldType::Code => self.values.iter().map(|one| one.value.clone()).collect(),
            FieldType::YesNo => ["true", "false"].map(str::to_owned).to_vec(),
            FieldType::Number | FieldType::Date => Vec::new(),
        }
    }

    /// The stored form of what was typed.
    ///
    /// # Errors
    /// [`NotAdmitted`]. That the field itself is recorded no more is for the caller to say.
    pub fn read(&self, text: &str, today: NaiveDate) -> Result<String, NotAdmitted> {
        let stored = match self.holds {
            FieldType::Code => self.offered().find(|value| *value == text),
            FieldType::YesNo => match text {
                "true" | "yes" => Some("true"),
                "false" | "no" => Some("false"),
                _ => None,
            },
            FieldType::Number => {
                return whole(text)
                    .filter(|number| self.spans(*number))
                    .map(|number| number.to_string())
                    .ok_or(NotAdmitted::Value);
            }
            FieldType::Date => return Ok(PartialDate::parse(text, today)?.to_string()),
        };
        stored.map(str::to_owned).ok_or(NotAdmitted::Value)
    }

    /// The values of a code that can still be recorded.
    pub fn offered(&self) -> impl Iterator<Item = &str> {
        let values = self.values.iter().filter(|value| !value.retired);
        values.map(|value| value.value.as_str())
    }

    /// Whether a number lies within the bounds.
    pub fn spans(&self, number: i64) -> bool {
        self.min.is_none_or(|min| min <= number) && self.max.is_none_or(|max| number <= max)
    }
}

/// A whole number in western digits, without signs but a minus.
fn whole(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let fits = (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}

impl Case {
    /// What a person has in the fields of the office's own, by name: of each the latest by its date, then by the order of
    /// recording.
    pub fn own_fields(&self, person: u16) -> BTreeMap<&str, &Lived<FieldRecorded>> {
        let mut held: BTreeMap<&str, &Lived<FieldRecorded>> = BTreeMap::new();
        for one in self.fields.iter().filter(|one| one.person == person) {
            let known = held.get(one.data.name.as_str());
            if known.is_none_or(|known| known.data.date.earliest() <= one.data.date.earliest()) {
                held.insert(&one.data.name, one);
            }
        }
        held
    }

    /// The value of a field that a person has.
    pub fn own_field(&self, person: u16, name: &str) -> Option<&str> {
        let held = self.own_fields(person);
        held.get(name).map(|one| one.data.value.as_str())
    }
}
