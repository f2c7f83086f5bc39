//! The entry that a line makes, or everything that is wrong with it.

use std::borrow::Cow;

use serde_json::{Map, json};

use super::Job;
use super::line::{self, Line, Sort};
use crate::app::error::{AppError, LineWrong};
use crate::app::fields::{self, Fault, Fields, Form, Kind, Problem};
use crate::app::new::{self, Drawn};
use crate::app::own;
use crate::app::record::{Refusal, build};
use crate::app::whose::only_one;
use crate::base::guard;
use crate::base::id::EventId;
use crate::base::text::BadReason;
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::event::Entry;
use crate::domain::person::FIRST;

impl Job<'_, '_> {
    /// The opening of a case, as its line says it.
    pub(super) fn opening(&mut self, line: &Line<'_>, mark: &str) -> Result<Entry, Refused> {
        let today = self.world.clock.today();
        let mut fields = line.fields.clone();
        let worker = fields.remove("worker").filter(|worker| worker != "nobody");
        let judged = worker.as_ref().map(|it| self.alias(line, "worker", it));
        let stranger = judged.transpose().map_err(Refused::Line)?.flatten();
        fields
            .entry("opened".to_owned())
            .or_insert_with(|| today.to_string());
        let mut base = Map::new();
        base.insert("import_ref".to_owned(), json!(mark));
        base.insert("worker".to_owned(), json!(worker));
        let drawn = Drawn::draw(self.tx, &mut self.world.random).map_err(Refused::Error)?;
        let opened = new::entry(&fields, base, today, &drawn).map_err(|error| match error {
            AppError::Fields(faults) => Refused::Line(line::personal(faults)),
            error => Refused::Error(error),
        })?;
        self.shown.no_member.extend(stranger);
        Ok(opened)
    }

    /// The entry of a line on a case, and whom it is of.
    pub(super) fn entry(
        &self,
        line: &Line<'_>,
        case: &Case,
        next: u16,
        on: Option<EventId>,
        said: Option<u16>,
        seen: &str,
    ) -> Result<(u16, Entry), Vec<LineWrong>> {
        let today = self.world.clock.today();
        if let Some(kind) = line.sort.kind() {
            let personal = personal_words(kind, &line.fields);
            if !personal.is_empty() {
                return Err(personal);
            }
        }
        let refused = |refusal| match refusal {
            Refusal::Fields(faults) => line::personal(faults),
            Refusal::History(objection) => vec![LineWrong::History(objection)],
        };
        let built = |kind, person: Option<u16>| {
            let own = person.map_or(Cow::Borrowed(case), |person| case.only(person));
            build(&own, kind, &line.fields, on, today, false).map_err(refused)
        };
        let (person, mut entry) = match line.sort {
            Sort::Case | Sort::Link => return Err(vec![LineWrong::Case]),
            Sort::Act | Sort::Told => self.acted(line, case, on, said)?,
            Sort::Event(kind) if said.is_some() && kind.is_beside_persons() => {
                return Err(vec![LineWrong::History(Objection::OfTheCase)]);
            }
            Sort::Event(kind) => match said {
                Some(person) => {
                    let of = on.and_then(|on| case.person_of(on));
                    if let Some(other) = of.filter(|of| *of != person) {
                        return Err(vec![LineWrong::History(Objection::OtherPerson(other))]);
                    }
                    (person, built(kind, Some(person))?)
                }
                None if !case.has_several() || kind.is_of_the_case() => (FIRST, built(kind, None)?),
                None => {
                    let person = only_one(case, &built(kind, None)?).map_err(refused)?;
                    (person, built(kind, Some(person))?)
                }
            },
            Sort::Deadline => {
                let entry = self.by_hand(line, on)?;
                let own = |entry: &Entry| match said {
                    Some(person) => Ok(person),
                    None if !case.has_several() => Ok(FIRST),
                    None => only_one(case, entry).map_err(refused),
                };
                (own(&entry)?, entry)
            }
            Sort::Person => {
                if said.is_some_and(|number| number != next) {
                    return Err(vec![LineWrong::History(Objection::NoPerson)]);
                }
                let base = Map::from_iter([
                    ("role".to_owned(), json!("applicant")),
                    ("sex".to_owned(), json!("unknown")),
                ]);
                let added = fields::PERSON.entry(&line.fields, None, base, today);
                (next, added.map_err(line::personal)?)
            }
            Sort::Reopening => {
                let reopened = fields::REOPENING.entry(&line.fields, None, Map::new(), today);
                (FIRST, reopened.map_err(line::personal)?)
            }
            Sort::Close => {
                let mut fields = line.fields.clone();
                fields.remove("even_so");
                fields
                    .entry("date".to_owned())
                    .or_insert_with(|| today.to_string());
                let closed = fields::CLOSE.entry(&fields, None, Map::new(), today);
                (FIRST, closed.map_err(line::personal)?)
            }
        };
        if let Entry::FieldRecorded(field) = &mut entry {
            own::check(&self.declared, field, today).map_err(line::personal)?;
        }
        entry.set_of_one(said.is_some() && case.has_several());
        // A closing line can lie before the day on which the file was imported, which stands for a day not given.
        let objections = match entry {
            Entry::CaseClosed(_) => case.objections_of(person, &entry),
            // The deadline was looked at, and the case may be closed.
            Entry::DeadlineActed(_) | Entry::DeadlineTold(_) => Vec::new(),
            _ => case.fresh_objections_of(person, &entry),
        };
        if let Some(objection) = objections.into_iter().next() {
            return Err(vec![LineWrong::History(objection)]);
        }
        entry.set_import_ref(seen.to_owned());
        Ok((person, entry))
    }
}

/// Words in short columns that seem to hold personal data; a note is warned of instead.
fn personal_words(kind: &Kind, fields: &Fields) -> Vec<LineWrong> {
    let short = kind.fields.iter().filter(|field| field.form == Form::Line);
    let wrong = short.filter_map(|field| {
        let kinds = guard::findings(fields.get(field.name)?);
        (!kinds.is_empty()).then(|| {
            LineWrong::Field(Fault {
                field: field.name.to_owned(),
                problem: Problem::Line(BadReason::Personal(kinds)),
            })
        })
    });
    wrong.collect()
}

/// Why a line was refused.
pub(super) enum Refused {
    Line(Vec<LineWrong>),
    Error(AppError),
}
