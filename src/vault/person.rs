//! What ties a case to a person. It lives in memory only while it is sealed or shown, and is wiped.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::base::date::PartialDate;

/// Names, days, numbers and addresses of a person. Every field may be empty.
#[derive(Default, Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Every name and spelling, each whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Date of birth, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<String>,
    /// Telephone numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub telephone: Vec<String>,
    /// Where to find the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// How to reach the person without danger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<String>,
    /// Numbers of passports and other papers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// Numbers that authorities gave the case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub file_numbers: Vec<String>,
    /// Whatever else must not stand in the open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Person {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Telephone, address and how to reach the person, where any of them is known.
    pub fn contact(&self) -> Option<Self> {
        let mut contact = Self::default();
        contact.telephone.clone_from(&self.telephone);
        contact.address.clone_from(&self.address);
        contact.reach.clone_from(&self.reach);
        (!contact.is_empty()).then_some(contact)
    }

    /// Whether the date of birth can be read, where there is one.
    pub fn birth_is_a_date(&self) -> bool {
        let read = |born: &String| born.parse::<PartialDate>().is_ok();
        self.born.as_ref().is_none_or(read)
    }

    /// Takes in what was sealed later: lists grow, single values give way.
    pub fn and_then(&mut self, later: Self) {
        self.give_way(later, &mut Older::default());
    }

    /// The same, and keeps what gave way.
    pub fn give_way(&mut self, mut later: Self, older: &mut Older) {
        for (list, more) in [
            (&mut self.names, &mut later.names),
            (&mut self.telephone, &mut later.telephone),
            (&mut self.documents, &mut later.documents),
            (&mut self.file_numbers, &mut later.file_numbers),
        ] {
            for text in more.drain(..) {
                if !list.contains(&text) {
                    list.push(text);
                }
            }
        }
        for (value, newer, older) in [
            (&mut self.born, &mut later.born, &mut older.born),
            (&mut self.address, &mut later.address, &mut older.address),
            (&mut self.reach, &mut later.reach, &mut older.reach),
        ] {
            let Some(newer) = newer.take() else {
                continue;
            };
            // What was said again is no older value.
            if let Some(place) = older.iter().position(|text| *text == newer) {
                older.remove(place).zeroize();
            }
            let before = value.replace(newer);
            if let Some(mut before) = before {
                if value.as_ref() == Some(&before) {
                    before.zeroize();
                } else {
                    older.push(before);
                }
            }
        }
        // Sealed notes add up; the older text is wiped where it is copied from.
        self.note = match (self.note.take(), later.note.take()) {
            (Some(mut older), Some(mut newer)) => {
                let mut both = String::with_capacity(older.len() + 1 + newer.len());
                for part in [&older, "\n", &newer] {
                    both.push_str(part);
                }
                older.zeroize();
                newer.zeroize();
                Some(both)
            }
            (older, newer) => older.or(newer),
        };
    }
}

/// Values that gave way to what was sealed later, in the order in which they were sealed.
#[derive(Default, Clone, PartialEq, Eq, Serialize, Zeroize, ZeroizeOnDrop)]
pub struct Older {
    /// Dates of birth.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub born: Vec<String>,
    /// Where the person was to be found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
    /// How the person was to be reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reach: Vec<String>,
}

impl Older {
    /// Whether no two envelopes say different things.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Debug for Older {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Older(…)")
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Person(…)")
    }
}
