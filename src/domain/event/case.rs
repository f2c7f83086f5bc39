//! A case as the office keeps it: opened, assigned, linked, closed; facts and notes; versions of entries.

use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::{CaseId, EventId};
use crate::domain::code::{CaseEnd, LinkKind, PersonRole, Sex};
use crate::domain::event::{Alias, Entry, ImportRef};

/// A case was opened under a random number. Nothing finer than a year stands here about the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseOpened {
    /// The case number, without dashes.
    pub number: String,
    /// Two generated words.
    pub callsign: String,
    /// ISO 3166-1 alpha-2 in capitals, `stateless` or `unknown`.
    pub origin: String,
    /// The country or body whose law applies, as rules name it (`ru`).
    pub jurisdiction: String,
    /// Sex as recorded.
    pub sex: Sex,
    /// Year of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<i32>,
    /// The office's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// Who works on it from the start; nobody where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker: Option<Alias>,
    /// When the office opened it.
    pub opened: PartialDate,
    /// Codes of the office's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// What the first person is in the procedure: an applicant, where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<PersonRole>,
    /// Where it came from in an import; see [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// Something that rules ask for became known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactLearned {
    /// Canonical name (`detained`, `region`).
    pub name: String,
    /// Its value.
    pub value: String,
    /// From when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// The application it is about; the whole case where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<EventId>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// A note in free text, which never came by an argument.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct NoteTaken {
    /// The text.
    pub text: String,
    /// What day it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// It is about the one person it is recorded for, not about the whole case.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_one: bool,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

impl std::fmt::Debug for NoteTaken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NoteTaken(…)")
    }
}

/// The case was given to a member, or to nobody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseAssigned {
    /// The member; nobody where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Alias>,
}

/// Two cases belong together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseLinked {
    /// The other case.
    pub to: CaseId,
    /// How.
    #[serde(rename = "as")]
    pub link: LinkKind,
    /// Who of the other case is the person whose link it is, where they are the same; a link of an older program says it of
    /// the first of either case, and without this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_person: Option<u16>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// The case was closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseClosed {
    /// Why.
    pub reason: CaseEnd,
    /// When.
    pub date: PartialDate,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// A closed case was opened again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseReopened {
    /// When.
    pub date: PartialDate,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// A further version of an entry. What hangs on the entry stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryCorrected {
    /// The entry's first event.
    pub root: EventId,
    /// The versions its author saw and replaces.
    pub replaces: Vec<EventId>,
    /// Why.
    pub because: String,
    /// The entry as it should read, of the same kind.
    pub entry: Box<Entry>,
}

/// An entry, or one version of it, was taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryRetracted {
    /// The event taken back: an entry's first event takes back all its versions.
    pub target: EventId,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// With the whole import that brought it: a later import does not know it again, and can bring it anew.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anew: bool,
}
