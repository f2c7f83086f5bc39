//! What can be recorded and with which fields: one table for `record`, its prompts, `correct` and `import`.
//!
//! The names of the fields are those of the options and of the entries' own fields in
//! `domain::event`, so that a typed form becomes an entry by its serialised form alone.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::base::date::{BadDate, PartialDate};
use crate::base::id::EventId;
use crate::domain::code::{
    AppealKind, ApplicationKind, ApplicationOrder, Basis, ClosedReason, FilingKind, Means, Outcome,
    Protection, RemovalKind, Sex,
};
use crate::domain::country;
use crate::domain::event::Entry;
use crate::domain::fact::Fact;

/// What somebody typed: field name to text.
pub type Fields = BTreeMap<String, String>;

/// One thing that can be recorded.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// As it is typed: `decision`.
    pub name: &'static str,
    /// The wire name of its entry.
    pub wire: &'static str,
    /// Its fields, in the order in which they are asked.
    pub fields: &'static [Field],
}

/// One field of a kind.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// The option's name, with `_`.
    pub name: &'static str,
    /// What may stand in it.
    pub form: Form,
    /// Whether it must stand there.
    pub need: Need,
}

/// What may stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A date that is not in the future.
    Past,
    /// Any date.
    Date,
    /// One of these codes.
    Code(&'static [&'static str]),
    /// Some of these codes, with commas, or `none`.
    Codes(&'static [&'static str]),
    /// What it is about: `A2`, `A2.1` or an event.
    On,
    /// A short code of the office's own: letters, digits, `-`, `_`, `.`.
    Word,
    /// Several of them, with commas.
    Words,
    /// `NAME=VALUE` of a fact that rules ask for.
    Fact,
    /// `true` or `false`.
    Yes,
    /// A year.
    Year,
    /// ISO 3166-1 alpha-2, `stateless` or `unknown`; stored in capitals.
    Origin,
    /// A country or body whose law applies, in small letters: `ru`, `unhcr`.
    Jurisdiction,
    /// Free text: never from an option.
    Text,
}

/// Whether a field must be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Without it the entry says nothing.
    Required,
    /// Asked for at a terminal; may stay empty.
    Asked,
    /// Only as an option.
    Optional,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {problem}")]
pub struct Fault {
    /// The field.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

/// The ways in which a field can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// No such field here.
    #[error("unknown field")]
    Unknown,
    /// A field that would hold personal data in the open.
    #[error("looks like personal data")]
    Personal,
    /// It must be there.
    #[error("missing")]
    Missing,
    /// One of these must be there.
    #[error("one of {} is needed", .0.join(", "))]
    OneOf(&'static [&'static str]),
    /// Not a date.
    #[error(transparent)]
    Date(BadDate),
    /// A past act in the future.
    #[error("lies in the future")]
    Future,
    /// Before something that must come first.
    #[error("lies before {0}")]
    Before(&'static str),
    /// None of the codes.
    #[error("not one of {}", .0.join(", "))]
    Code(&'static [&'static str]),
    /// Not a code of the office's own.
    #[error("not a code")]
    Word,
    /// No such fact.
    #[error("no such fact")]
    FactName,
    /// Not a value of that fact.
    #[error("not a value of that fact")]
    FactValue,
    /// Not true or false.
    #[error("not true or false")]
    Yes,
    /// Not a year that can be.
    #[error("not a year")]
    Year,
    /// Not a country.
    #[error("not a country")]
    Country,
    /// Does not go with the outcome.
    #[error("does not go with the outcome")]
    Outcome,
    /// Not the text of an import's own reference.
    #[error("no such reference")]
    Reference,
    /// A field of another type than expected (imports).
    #[error("not a text, number or truth value")]
    Type,
}

macro_rules! texts {
    ($code:ty) => {{
        const ALL: &[$code] = <$code>::ALL;
        const TEXTS: [&str; ALL.len()] = {
            let mut texts = [""; ALL.len()];
            let mut at = 0;
            while at < ALL.len() {
                #[expect(
                    clippy::indexing_slicing,
                    reason = "bounded by the loop, at compile time"
                )]
                {
                    texts[at] = ALL[at].as_str();
                }
                at += 1;
            }
            texts
        };
        &TEXTS
    }};
}

const fn must(name: &'static str, form: Form) -> Field {
    Field {
        name,
        form,
        need: Need::Required,
    }
}
const fn ask(name: &'static str, form: Form) -> Field {
    Field {
        name,
        form,
        need: Need::Asked,
    }
}
const fn may(name: &'static str, form: Form) -> Field {
    Field {
        name,
        form,
        need: Need::Optional,
    }
}

const PROTECTIONS: &[&str] = texts!(Protection);
const ON: Field = may("on", Form::On);

const HAPPENING_AHEAD: &[Field] = &[
    must("date", Form::Date),
    may("until", Form::Date),
    ON,
    may("kind", Form::Word),
    ask("place", Form::Word),
];
const HAPPENING_PAST: &[Field] = &[
    must("date", Form::Past),
    may("until", Form::Date),
    ON,
    may("kind", Form::Word),
    may("place", Form::Word),
];
const HAPPENING: &str = "happening/1";

/// The case line of an import; `new` and `correct` use it too.
pub static CASE: Kind = Kind {
    name: "case",
    wire: "case/1",
    fields: &[
        must("origin", Form::Origin),
        must("jurisdiction", Form::Jurisdiction),
        ask("sex", Form::Code(texts!(Sex))),
        ask("born", Form::Year),
        may("office", Form::Word),
        may("worker", Form::Word),
        may("opened", Form::Past),
        may("tags", Form::Words),
    ],
};

/// The line of an import that closes a case.
pub static CLOSE: Kind = Kind {
    name: "close",
    wire: "closure/1",
    fields: &[
        must("reason", Form::Code(texts!(crate::domain::code::CaseEnd))),
        may("date", Form::Past),
    ],
};

/// Everything that `record` records.
pub static KINDS: &[Kind] = &[
    Kind {
        name: "application",
        wire: "application/1",
        fields: &[
            must("kind", Form::Code(texts!(ApplicationKind))),
            ask("lodged", Form::Past),
            may("registered", Form::Past),
            may("made", Form::Past),
            may("jurisdiction", Form::Jurisdiction),
            may("order", Form::Code(texts!(ApplicationOrder))),
        ],
    },
    Kind {
        name: "decision",
        wire: "decision/1",
        fields: &[
            ON,
            must("outcome", Form::Code(texts!(Outcome))),
            ask("protection", Form::Code(PROTECTIONS)),
            may("refused", Form::Codes(PROTECTIONS)),
            ask("basis", Form::Code(texts!(Basis))),
            ask("reason", Form::Code(texts!(ClosedReason))),
            ask("decided", Form::Past),
            ask("notified", Form::Past),
            may("served", Form::Past),
            may("received", Form::Past),
            may("sent", Form::Past),
            may("handed_over", Form::Past),
            may("learned", Form::Past),
            may("final_form", Form::Past),
            may("in_force", Form::Date),
            may("means", Form::Code(texts!(Means))),
            ask("until", Form::Date),
            may("final", Form::Yes),
        ],
    },
    Kind {
        name: "service",
        wire: "service/1",
        fields: &[
            ON,
            ask("notified", Form::Past),
            may("served", Form::Past),
            may("received", Form::Past),
            may("sent", Form::Past),
            may("handed_over", Form::Past),
            may("learned", Form::Past),
            may("final_form", Form::Past),
            may("in_force", Form::Date),
            may("means", Form::Code(texts!(Means))),
        ],
    },
    Kind {
        name: "appeal",
        wire: "appeal/1",
        fields: &[
            ON,
            must("kind", Form::Code(texts!(AppealKind))),
            ask("lodged", Form::Past),
            ask("sent", Form::Past),
            ask("arrived", Form::Past),
        ],
    },
    Kind {
        name: "filing",
        wire: "filing/1",
        fields: &[
            ON,
            must("kind", Form::Code(texts!(FilingKind))),
            ask("lodged", Form::Past),
            ask("sent", Form::Past),
            ask("arrived", Form::Past),
        ],
    },
    Kind {
        name: "interview",
        wire: HAPPENING,
        fields: HAPPENING_AHEAD,
    },
    Kind {
        name: "hearing",
        wire: HAPPENING,
        fields: HAPPENING_AHEAD,
    },
    Kind {
        name: "document",
        wire: HAPPENING,
        fields: &[
            must("date", Form::Past),
            ask("until", Form::Date),
            ON,
            ask("kind", Form::Word),
            may("place", Form::Word),
        ],
    },
    Kind {
        name: "removal",
        wire: HAPPENING,
        fields: &[
            must("date", Form::Date),
            may("until", Form::Date),
            ON,
            ask("kind", Form::Code(texts!(RemovalKind))),
            may("place", Form::Word),
        ],
    },
    Kind {
        name: "detention",
        wire: HAPPENING,
        fields: HAPPENING_PAST,
    },
    Kind {
        name: "release",
        wire: HAPPENING,
        fields: HAPPENING_PAST,
    },
    Kind {
        name: "departure",
        wire: HAPPENING,
        fields: HAPPENING_PAST,
    },
    Kind {
        name: "contact",
        wire: HAPPENING,
        fields: HAPPENING_PAST,
    },
    Kind {
        name: "note",
        wire: "note/1",
        fields: &[must("text", Form::Text), may("date", Form::Past)],
    },
    Kind {
        name: "fact",
        wire: "fact/1",
        fields: &[must("fact", Form::Fact), may("date", Form::Past), ON],
    },
];

impl Kind {
    /// The kind that `record` knows by this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.name == name)
    }

    /// The kind of an entry, where people can record such.
    pub fn of(entry: &Entry) -> Option<&'static Self> {
        match entry {
            Entry::CaseOpened(_) => Some(&CASE),
            Entry::CaseClosed(_) => Some(&CLOSE),
            Entry::Happened(happening) => Self::named(happening.what.as_str()),
            Entry::ApplicationLodged(_) => Self::named("application"),
            Entry::DecisionMade(_) => Self::named("decision"),
            Entry::DecisionServed(_) => Self::named("service"),
            Entry::AppealLodged(_) => Self::named("appeal"),
            Entry::PaperFiled(_) => Self::named("filing"),
            Entry::FactLearned(_) => Self::named("fact"),
            Entry::NoteTaken(_) => Self::named("note"),
            _ => None,
        }
    }

    /// Makes an entry of what was typed. `on` is the resolved `--on`; `base` holds fields to start
    /// from (a correction's old version, what the program adds itself).
    ///
    /// # Errors
    /// Every [`Fault`], in the order of the table.
    pub fn entry(
        &self,
        fields: &Fields,
        on: Option<EventId>,
        base: Map<String, Value>,
        today: NaiveDate,
    ) -> Result<Entry, Vec<Fault>> {
        let mut object = base;
        let mut faults = Vec::new();
        for name in fields.keys() {
            if !self.fields.iter().any(|field| field.name == name) {
                faults.push(Fault {
                    field: name.clone(),
                    problem: Problem::Unknown,
                });
            }
        }
        for field in self.fields {
            let Some(text) = fields.get(field.name).map(|text| text.trim()) else {
                continue;
            };
            match field.form.read(text, today) {
                Ok(Value::Object(parts)) => object.extend(parts),
                Ok(Value::Null) => {}
                Ok(value) => {
                    object.insert(field.name.to_owned(), value);
                }
                Err(problem) => faults.push(Fault {
                    field: field.name.to_owned(),
                    problem,
                }),
            }
        }
        if let Some(on) = on {
            object.insert("on".to_owned(), json!(on));
        }
        if self.wire == HAPPENING {
            object.insert("what".to_owned(), json!(self.name));
        }
        for field in self.fields {
            let there = match field.form {
                Form::Fact => object.contains_key("name"),
                _ => object.contains_key(field.name),
            };
            let known_bad = faults.iter().any(|fault| fault.field == field.name);
            if field.need == Need::Required && !there && !known_bad {
                faults.push(Fault {
                    field: field.name.to_owned(),
                    problem: Problem::Missing,
                });
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        serde_json::from_value(json!({ "kind": self.wire, "fields": object })).map_err(|_| {
            vec![Fault {
                field: self.name.to_owned(),
                problem: Problem::Type,
            }]
        })
    }
}

/// The stored fields of an entry, as [`Kind::entry`] takes them for its `base`.
pub fn stored(entry: &Entry) -> Map<String, Value> {
    match serde_json::to_value(entry) {
        Ok(Value::Object(mut whole)) => match whole.remove("fields") {
            Some(Value::Object(fields)) => fields,
            _ => Map::new(),
        },
        _ => Map::new(),
    }
}

impl Field {
    /// Checks one answer before it is taken, so that a person can be asked again at once.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, text: &str, today: NaiveDate) -> Result<(), Fault> {
        let missing = text.trim().is_empty() && self.need == Need::Required;
        let problem = match self.form.read(text.trim(), today) {
            Err(problem) => problem,
            Ok(_) if missing => Problem::Missing,
            Ok(_) => return Ok(()),
        };
        Err(Fault {
            field: self.name.to_owned(),
            problem,
        })
    }
}

impl Form {
    /// Reads what was typed into its stored form; `null` for nothing, an object for several fields.
    fn read(self, text: &str, today: NaiveDate) -> Result<Value, Problem> {
        if text.is_empty() {
            return Ok(Value::Null);
        }
        let code = |codes: &'static [&'static str], text: &str| {
            codes
                .iter()
                .find(|c| **c == text)
                .map(|c| json!(c))
                .ok_or(Problem::Code(codes))
        };
        let date = || PartialDate::parse(text, today).map_err(Problem::Date);
        match self {
            Self::Date => Ok(json!(date()?)),
            Self::Past => {
                let date = date()?;
                if date.earliest() > today {
                    Err(Problem::Future)
                } else {
                    Ok(json!(date))
                }
            }
            Self::Code(codes) => code(codes, text),
            Self::Codes(_) if text == "none" => Ok(json!([])),
            Self::Codes(codes) => text
                .split(',')
                .map(|one| code(codes, one.trim()))
                .collect::<Result<_, _>>(),
            Self::On => Ok(Value::Null),
            Self::Word => word(text),
            Self::Words => text
                .split(',')
                .map(|one| word(one.trim()))
                .collect::<Result<_, _>>(),
            Self::Fact => {
                let (name, value) = text.split_once('=').ok_or(Problem::FactName)?;
                let fact = Fact::named(name).ok_or(Problem::FactName)?;
                if fact.admits(value) {
                    Ok(json!({ "name": name, "value": value }))
                } else {
                    Err(Problem::FactValue)
                }
            }
            Self::Yes => text
                .parse::<bool>()
                .map(|yes| json!(yes))
                .map_err(|_| Problem::Yes),
            Self::Year => match text.parse::<i32>() {
                Ok(year) if (1900..=chrono::Datelike::year(&today)).contains(&year) => {
                    Ok(json!(year))
                }
                _ => Err(Problem::Year),
            },
            Self::Origin => origin(text),
            Self::Jurisdiction => {
                let fits =
                    (2..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphabetic());
                if fits {
                    Ok(json!(text.to_ascii_lowercase()))
                } else {
                    Err(Problem::Country)
                }
            }
            Self::Text => Ok(json!(text)),
        }
    }
}

fn word(text: &str) -> Result<Value, Problem> {
    let fits = (1..=40).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
    if fits {
        Ok(json!(text))
    } else {
        Err(Problem::Word)
    }
}

fn origin(text: &str) -> Result<Value, Problem> {
    let lower = text.to_ascii_lowercase();
    if matches!(lower.as_str(), "stateless" | "unknown") {
        return Ok(json!(lower));
    }
    let code = text.to_ascii_uppercase();
    if country::exists(&code) {
        Ok(json!(code))
    } else {
        Err(Problem::Country)
    }
}
