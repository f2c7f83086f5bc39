//! Where a column of a sheet goes: into a field of one of the events of its row, into the sealed identity, or it says what the row is.

use super::map::Sort;
use crate::app::fields::{
    self, ACTED, CASE, CLOSE, DEADLINE, Field, Form, Kind, LINK, PERSON, REOPENING, TOLD,
};

/// Where a column goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// Into the sealed identity.
    Seal(Sealed),
    /// Into a field.
    Field(Place),
    /// It says what the row is.
    Type,
    /// Into the field of this name of what the row is; `date` is its own day.
    Event(String),
}

/// The parts of a sealed identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sealed {
    Names,
    Born,
    Telephone,
    Address,
    Documents,
    FileNumbers,
    Note,
}

/// A field of one of the events of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// `decision#2`: what tells several of a kind apart.
    pub slot: String,
    /// Which of its kind it is.
    pub nth: u32,
    pub kind: &'static Kind,
    pub field: Option<&'static Field>,
    /// The field's name; some have no field of their own: see [`BESIDE`].
    pub name: String,
}

impl Target {
    /// Reads `decision.outcome`, `decision#2.decided`, `seal names`, `type`, `event.date`.
    pub fn parse(text: &str, sort: Sort) -> Option<Self> {
        if let Some(part) = text.strip_prefix("seal ") {
            return Sealed::parse(part).map(Self::Seal);
        }
        if sort == Sort::Event {
            if text == "type" {
                return Some(Self::Type);
            }
            if let Some(name) = text.strip_prefix("event.") {
                return Some(Self::Event(name.to_owned()));
            }
            return Place::parse(text)
                .filter(|place| *place.kind == CASE)
                .map(Self::Field);
        }
        Place::parse(text).map(Self::Field)
    }

    /// The name by which headings know it.
    pub fn name(&self) -> String {
        match self {
            Self::Field(place) => format!("{}.{}", place.kind.name, place.name),
            Self::Event(name) => format!("event.{name}"),
            Self::Type => "type".to_owned(),
            Self::Seal(_) => String::new(),
        }
    }

    /// Whether a cell can put words or numbers of its own there.
    pub fn is_free(&self) -> bool {
        let all = fields::KINDS.iter().flat_map(|kind| kind.fields);
        match self {
            // Of the other case's key a mark alone is kept.
            Self::Field(place) if *place.kind == LINK => false,
            Self::Field(place) => place.field.is_none_or(|field| is_free(field.form)),
            Self::Event(name) => {
                let mut named = all.into_iter().filter(|field| field.name == name);
                named.any(|field| is_free(field.form))
            }
            Self::Type | Self::Seal(_) => false,
        }
    }

    /// Whether a day is read from it.
    pub fn is_day(&self) -> bool {
        match self {
            Self::Seal(part) => *part == Sealed::Born,
            Self::Field(place) => place
                .field
                .map_or(place.name == "until", |field| field.form.is_day()),
            Self::Event(name) => {
                let all = fields::KINDS.iter().flat_map(|kind| kind.fields);
                name == "date"
                    || all
                        .into_iter()
                        .any(|field| field.name == name && field.form.is_day())
            }
            Self::Type => false,
        }
    }
}

const fn is_free(form: Form) -> bool {
    matches!(
        form,
        Form::Text | Form::Line | Form::Word | Form::Words | Form::Own | Form::Fact | Form::Alias
    )
}

impl Sealed {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "names" => Self::Names,
            "born" => Self::Born,
            "telephone" => Self::Telephone,
            "address" => Self::Address,
            "documents" => Self::Documents,
            "file_numbers" => Self::FileNumbers,
            "note" => Self::Note,
            _ => return None,
        })
    }
}

/// What a row can say of an event beside its fields.
const BESIDE: &[(&str, &[&str])] = &[
    ("deadline", &["what"]),
    ("close", &["even_so"]),
    ("deadline-act", &["act", "until", "rule", "what"]),
    ("deadline-told", &["rule", "what"]),
    ("link", &["to"]),
];

/// The kind of an event by its name in a map.
pub(super) fn kind(name: &str) -> Option<&'static Kind> {
    match name {
        "case" => Some(&CASE),
        "close" => Some(&CLOSE),
        "deadline" => Some(&DEADLINE),
        "deadline-act" => Some(&ACTED),
        "deadline-told" => Some(&TOLD),
        "link" => Some(&LINK),
        "person" => Some(&PERSON),
        "reopening" => Some(&REOPENING),
        name => Kind::imported(name),
    }
}

impl Place {
    pub fn slot(text: &str) -> Option<(&'static Kind, u32)> {
        let (name, nth) = match text.split_once('#') {
            Some((name, nth)) => (name, nth.parse().ok().filter(|nth| (1..100).contains(nth))?),
            None => (text, 1),
        };
        Some((kind(name)?, nth))
    }

    /// Whether it is the day of something that has an hour, too.
    pub fn has_hour(&self) -> bool {
        self.name == "date" && self.kind.fields.iter().any(|field| field.name == "at")
    }

    pub fn parse(text: &str) -> Option<Self> {
        let (slot, name) = text.split_once('.')?;
        let (kind, nth) = Self::slot(slot)?;
        let field = kind.fields.iter().find(|field| field.name == name);
        let beside = BESIDE.iter().find(|(of, _)| *of == kind.name);
        let is_beside = beside.is_some_and(|(_, names)| names.contains(&name));
        (field.is_some() || is_beside).then(|| Self {
            slot: slot.to_owned(),
            nth,
            kind,
            field,
            name: name.to_owned(),
        })
    }
}
