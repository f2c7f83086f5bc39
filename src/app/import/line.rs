//! The lines of an import: read, sorted by case, not yet judged against any history.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::app::error::{CellWrong, LineFault, LineWrong};
use crate::app::fields::{
    ACTED, CLOSE, DEADLINE, Fault, Fields, Kind, LEAVE, PERSON, Problem, REOPENING, TOLD,
};
use crate::domain::check::Objection;
use crate::vault::Person;

/// One line that is an object with a known type.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// From 1.
    pub number: usize,
    /// As it stands in the file.
    pub text: &'a str,
    /// The caller's own name for the line.
    pub reference: Option<String>,
    /// Of a row: by what another version of the sheet has it. Several of a case may have the same.
    pub alike: Option<String>,
    /// The caller's own name for the case.
    pub case: String,
    /// Whose it is: a number, or the caller's own name for the line that added the person.
    pub person: Option<String>,
    /// What it is.
    pub sort: Sort,
    /// The other fields.
    pub fields: Fields,
    /// Of a row: in which column each field stands.
    pub columns: Option<BTreeMap<String, String>>,
    /// Of a row: fields for which the sheet has a column that it leaves blank, each with that column.
    pub blank: BTreeMap<String, String>,
}

impl Line<'_> {
    /// What is wrong with it, with the column where it is a row.
    pub(super) fn fault(&self, wrong: LineWrong) -> LineFault {
        let Some(columns) = &self.columns else {
            return LineFault {
                line: self.number,
                wrong,
            };
        };
        let column = match &wrong {
            // Any of them would do: the column of what the row does say of it.
            LineWrong::Field(Fault {
                problem: Problem::OneOf(_),
                ..
            }) => columns.values().min_by_key(|at| (at.len(), *at)).cloned(),
            LineWrong::Cell(
                CellWrong::NoRefusal
                | CellWrong::NoApplication
                | CellWrong::NoApplicationRow
                | CellWrong::ApplicationAgain,
            ) => columns.values().min_by_key(|at| (at.len(), *at)).cloned(),
            LineWrong::Field(fault) => columns.get(&fault.field).cloned(),
            LineWrong::Waits { .. } | LineWrong::Unsettled(_) => {
                let close = columns.get("date").or_else(|| columns.get("reason"));
                close.cloned()
            }
            LineWrong::History(Objection::TooEarly { field, .. }) => columns.get(*field).cloned(),
            LineWrong::History(Objection::WrongOutcome(_)) => columns.get("outcome").cloned(),
            _ => None,
        };
        LineFault {
            line: self.number,
            wrong: LineWrong::Row {
                column,
                wrong: Box::new(wrong),
            },
        }
    }
}

/// The name of the nth of several that are called alike.
pub(super) fn again(alike: &str, nth: usize) -> String {
    match nth {
        ..=1 => alike.to_owned(),
        nth => format!("{alike} {nth}"),
    }
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// It opens a case.
    Case,
    /// It closes one.
    Close,
    /// It opens one again.
    Reopening,
    /// It adds a person to one.
    Person,
    /// It sets a deadline by hand.
    Deadline,
    /// It says what was done about a deadline.
    Act,
    /// It says that the person was told of one.
    Told,
    /// It says that the case belongs to another.
    Link,
    /// It records an event.
    Event(&'static Kind),
}

impl Sort {
    /// The kind of what it records, where a line can be compared with it.
    pub(super) fn kind(self) -> Option<&'static Kind> {
        match self {
            Self::Case | Self::Link => None,
            Self::Person => Some(&PERSON),
            Self::Close => Some(&CLOSE),
            Self::Reopening => Some(&REOPENING),
            Self::Deadline => Some(&DEADLINE),
            Self::Act => Some(&ACTED),
            Self::Told => Some(&TOLD),
            Self::Event(kind) => Some(kind),
        }
    }
}

/// The lines of one case.
#[derive(Debug)]
pub(super) struct Group<'a> {
    /// The caller's own name for it.
    pub name: &'a str,
    /// What people are told instead of it.
    pub label: Option<&'a str>,
    /// The line that opens it.
    pub opening: Option<&'a Line<'a>>,
    /// The others, in their order.
    pub lines: Vec<&'a Line<'a>>,
    /// What is to be sealed of the person.
    pub person: Option<&'a Person>,
    /// The lines are called by their day, and all of the case are there: one whose day was put right has another name.
    pub by_day: bool,
    /// Each row of the case was understood: what none of them tells of stands in the sheet no longer.
    pub whole: bool,
    /// Events for which the sheet has columns that its row leaves blank.
    pub absent: &'a [Absent],
    /// The names of lines of the case that were not understood.
    pub lost: &'a [Lost],
    /// Lines that were not even read: what case they are of, and what they are called, nobody knows.
    pub torn: &'a [&'a str],
}

impl Group<'_> {
    /// Whether a line that could not be read may carry this name.
    pub(super) fn torn(&self, name: &str) -> bool {
        let quoted = Value::from(name).to_string();
        self.torn.iter().any(|text| text.contains(&quoted))
    }
}

/// An event that a row could tell of and does not.
#[derive(Debug)]
pub(super) struct Absent {
    /// By what an import knows it.
    pub name: String,
    /// The columns that are blank.
    pub columns: Vec<String>,
}

/// The name of a line that was not understood.
#[derive(Debug)]
pub(super) struct Lost {
    /// The caller's own name for it.
    pub name: String,
    /// Whether it was to add a person.
    pub person: bool,
}

/// Columns that would hold a person's identity in the open.
const PERSONAL: &[&str] = &[
    "address",
    "adresse",
    "alias_name",
    "birth_date",
    "birthdate",
    "date_of_birth",
    "dob",
    "email",
    "e_mail",
    "family_name",
    "fio",
    "first_name",
    "firstname",
    "full_name",
    "given_name",
    "last_name",
    "lastname",
    "mobile",
    "name",
    "names",
    "nom",
    "nombre",
    "passport",
    "patronymic",
    "phone",
    "photo",
    "prenom",
    "surname",
    "tel",
    "telephone",
    "vorname",
    "nachname",
    "адрес",
    "дата_рождения",
    "имя",
    "отчество",
    "паспорт",
    "телефон",
    "фамилия",
    "фио",
    "الاسم",
    "όνομα",
    "επώνυμο",
];

/// Where a file tells of one case. The lines are read again when its turn comes: read and kept, those of a large file
/// would fill the memory.
#[derive(Debug, Default)]
pub(super) struct Told<'a> {
    lines: Vec<(usize, &'a str)>,
    lost: Vec<Lost>,
}

impl<'a> Told<'a> {
    /// Reads its lines.
    pub(super) fn read(&self) -> Vec<Line<'a>> {
        let lines = self.lines.iter();
        lines
            .filter_map(|(number, text)| one(*number, text).ok())
            .collect()
    }

    /// The names of its lines that were not understood.
    pub(super) fn lost(&self) -> &[Lost] {
        &self.lost
    }
}

/// A file, sorted by case.
#[derive(Debug, Default)]
pub(super) struct Sorted<'a> {
    /// In the order in which they first appear.
    pub cases: Vec<Told<'a>>,
    /// Lines that are no object.
    pub torn: Vec<&'a str>,
    /// What is wrong with those that are no lines.
    pub bad: Vec<LineFault>,
}

/// Sorts the lines of a file by case, in the order in which cases first appear, and says what is wrong with those that are
/// none; empty ones are nothing.
pub(super) fn by_case(text: &str) -> Sorted<'_> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut sorted = Sorted::default();
    for (number, text) in (1..).zip(text.strip_prefix('\u{feff}').unwrap_or(text).lines()) {
        if text.trim().is_empty() {
            continue;
        }
        let (case, lost) = match one(number, text) {
            Ok(line) => (line.case, None),
            Err(wrong) => {
                sorted.bad.extend(wrong.into_iter().map(|wrong| LineFault {
                    line: number,
                    wrong,
                }));
                let Ok(Value::Object(object)) = serde_json::from_str::<Value>(text) else {
                    sorted.torn.push(text);
                    continue;
                };
                let word = |name: &str| object.get(name).and_then(|value| plain(value).ok()?);
                let (Some(case), Some(name)) = (word("case"), word("ref")) else {
                    continue;
                };
                let person = word("type").as_deref() == Some("person");
                (case, Some(Lost { name, person }))
            }
        };
        let place = *places.entry(case).or_insert(sorted.cases.len());
        if place == sorted.cases.len() {
            sorted.cases.push(Told::default());
        }
        if let Some(case) = sorted.cases.get_mut(place) {
            match lost {
                None => case.lines.push((number, text)),
                Some(lost) => case.lost.push(lost),
            }
        }
    }
    sorted.cases.retain(|case| !case.lines.is_empty());
    sorted
}

/// What the lines of one case say. That it is opened twice is a fault.
pub(super) fn group<'a>(lines: &'a [Line<'a>], bad: &mut Vec<LineFault>) -> Group<'a> {
    let mut group = Group {
        name: lines.first().map_or("", |line| &line.case),
        label: None,
        opening: None,
        lines: Vec::new(),
        person: None,
        by_day: false,
        whole: false,
        absent: &[],
        lost: &[],
        torn: &[],
    };
    for line in lines {
        if line.sort != Sort::Case {
            group.lines.push(line);
        } else if group.opening.is_none() {
            group.opening = Some(line);
        } else {
            bad.push(LineFault {
                line: line.number,
                wrong: LineWrong::Case,
            });
        }
    }
    group
}

fn one(number: usize, text: &str) -> Result<Line<'_>, Vec<LineWrong>> {
    let Ok(Value::Object(object)) = serde_json::from_str::<Value>(text) else {
        return Err(vec![LineWrong::NotJson]);
    };
    let sort = match object.get("type").and_then(Value::as_str) {
        Some("case") => Sort::Case,
        Some("close") => Sort::Close,
        Some("reopening") => Sort::Reopening,
        Some("person") => Sort::Person,
        Some("deadline") => Sort::Deadline,
        Some("deadline-act") => Sort::Act,
        Some("deadline-told") => Sort::Told,
        Some("link") => Sort::Link,
        Some("leave") => Sort::Event(&LEAVE),
        Some(name) => Sort::Event(Kind::imported(name).ok_or_else(|| vec![LineWrong::Type])?),
        None => return Err(vec![LineWrong::Type]),
    };
    let fault = |field: &str, problem| {
        LineWrong::Field(Fault {
            field: field.to_owned(),
            problem,
        })
    };
    let mut wrong = Vec::new();
    let (mut case, mut reference, mut fields) = (None, None, Fields::new());
    let mut person = None;
    for (name, value) in &object {
        let Ok(value) = plain(value) else {
            wrong.push(fault(name, Problem::Type));
            continue;
        };
        match name.as_str() {
            "type" => {}
            "case" => case = value,
            "ref" => reference = value,
            "person" => person = value,
            name => {
                if let Some(value) = value {
                    fields.insert(name.to_owned(), value);
                }
            }
        }
    }
    let Some(case) = case.filter(|case| !case.is_empty()) else {
        wrong.push(fault("case", Problem::Missing));
        return Err(wrong);
    };
    if wrong.is_empty() {
        Ok(Line {
            number,
            text,
            reference,
            alike: None,
            case,
            person,
            sort,
            fields,
            columns: None,
            blank: BTreeMap::new(),
        })
    } else {
        Err(wrong)
    }
}

/// A JSON value as somebody would have typed it.
fn plain(value: &Value) -> Result<Option<String>, ()> {
    match value {
        Value::Null => Ok(None),
        Value::Bool(yes) => Ok(Some(yes.to_string())),
        Value::Number(number) => Ok(Some(number.to_string())),
        Value::String(text) => Ok(Some(text.clone())),
        Value::Array(values) if values.is_empty() => Ok(Some("none".to_owned())),
        Value::Array(values) => {
            let parts: Option<Vec<&str>> = values.iter().map(Value::as_str).collect();
            parts.map(|parts| Some(parts.join(","))).ok_or(())
        }
        Value::Object(_) => Err(()),
    }
}

/// Marks unknown columns that look like personal data as such.
pub(super) fn personal(faults: Vec<Fault>) -> Vec<LineWrong> {
    let looks =
        |field: &str| PERSONAL.contains(&field.to_lowercase().replace(['-', ' '], "_").as_str());
    faults
        .into_iter()
        .map(|mut fault| {
            if fault.problem == Problem::Unknown && looks(&fault.field) {
                fault.problem = Problem::Personal;
            }
            LineWrong::Field(fault)
        })
        .collect()
}
