//! Lines that say that two cases belong together: looked at last, for the other case may stand further down.

use std::collections::BTreeMap;

use serde_json::{Map, json};

use super::Job;
use super::line::{self, Group, Line};
use super::stated::Otherwise;
use crate::app::error::{AppError, LineFault, LineWrong};
use crate::app::fields::{Fault, LINK, Problem};
use crate::app::link::{Half, halves};
use crate::app::whose::who;
use crate::base::id::{CaseId, EventId};
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::code::LinkKind;
use crate::domain::event::{CaseLinked, Entry, ImportRef, Payload};
use crate::domain::person::FIRST;

/// One of them.
pub(super) struct Link {
    case: CaseId,
    label: String,
    number: usize,
    columns: Option<BTreeMap<String, String>>,
    to: String,
    /// Whose the line says it is, and who of the other case it says that is.
    persons: (Option<u16>, Option<u16>),
    entry: CaseLinked,
    seen: ImportRef,
    there: Option<EventId>,
}

impl Job<'_, '_> {
    /// Keeps a line for later; gives back what is wrong with it in itself.
    pub(super) fn keep_link(
        &mut self,
        case: CaseId,
        group: &Group<'_>,
        line: &Line<'_>,
        person: Option<u16>,
        (seen, there): (ImportRef, Option<EventId>),
    ) -> Result<(), Vec<LineWrong>> {
        let mut fields = line.fields.clone();
        let to = fields
            .remove("to")
            .ok_or_else(|| wrong("to", Problem::Missing))?;
        let to_person = fields.remove("to_person");
        let number = |text: String| text.parse().ok().filter(|number| *number > 0);
        let to_person = to_person
            .map(|text| number(text).ok_or_else(|| wrong("to_person", Problem::Reference)))
            .transpose()?;
        let base = Map::from_iter([("to".to_owned(), json!(case))]);
        let read = LINK.entry(&fields, None, base, self.world.clock.today());
        if let Entry::CaseLinked(entry) = read.map_err(line::personal)? {
            if entry.link != LinkKind::SamePerson && person.or(to_person).is_some() {
                return Err(vec![LineWrong::History(Objection::OfTheCase)]);
            }
            self.links.push(Link {
                case,
                label: group.label.unwrap_or(group.name).to_owned(),
                number: line.number,
                columns: line.columns.clone(),
                to,
                persons: (person, to_person),
                entry,
                seen,
                there,
            });
        }
        Ok(())
    }

    /// Links what is to be linked, once all cases are there.
    pub(super) fn link(&mut self) -> Result<Vec<LineFault>, AppError> {
        let mut bad = Vec::new();
        for link in std::mem::take(&mut self.links) {
            let mark = self.tx.import_ref(&link.to, "")?;
            let known = self.tx.import_seen(&mark)?.map(|(other, _)| other);
            let is_same = link.entry.link == LinkKind::SamePerson;
            // Within one case somebody can have been recorded twice.
            let known = known.filter(|other| is_same || *other != link.case);
            let other = known.map(|other| self.tx.case(other)).transpose()?;
            let Some(other) = other.filter(|other| other.opened.is_some()) else {
                bad.extend(link.faults(wrong("to", Problem::Reference)));
                continue;
            };
            let case = self.tx.case(link.case)?;
            if let Some(event) = link.there {
                self.told_again(&case, other.id, event, &link)?;
                continue;
            }
            let (own, half) = match link.halves(&case, &other) {
                Ok(Some(halves)) => halves,
                Ok(None) => {
                    self.shown.already_there += 1;
                    continue;
                }
                Err(faults) => {
                    bad.extend(link.faults(faults));
                    continue;
                }
            };
            let half = half.map(|half| (other.id, half));
            for (of, (person, entry)) in half.into_iter().chain([(case.id, own)]) {
                let payload = Payload {
                    person,
                    entry: Entry::CaseLinked(entry),
                    ..self.template.clone()
                };
                self.tx.append(of, payload)?;
                self.shown.events += 1;
            }
        }
        Ok(bad)
    }

    /// In what a line says something else than what an earlier import made of it.
    fn told_again(
        &mut self,
        case: &Case,
        other: CaseId,
        event: EventId,
        link: &Link,
    ) -> Result<(), AppError> {
        let events = self.tx.events(link.case)?;
        let there = events.iter().find(|one| one.id == event);
        let mut fields = Vec::new();
        if let Some((person, Entry::CaseLinked(known))) =
            there.map(|one| (one.payload.person, &one.payload.entry))
        {
            let (own, to_person) = link.persons;
            let of_other = known.to_person.unwrap_or(FIRST);
            let differs = [
                ("to", known.to != other),
                ("as", known.link != link.entry.link),
                ("person", own.is_some_and(|own| own != person)),
                ("to_person", to_person.is_some_and(|to| to != of_other)),
            ];
            let differs = differs.into_iter().filter(|(_, differs)| *differs);
            fields.extend(differs.map(|(field, _)| field.to_owned()));
        }
        let told = Otherwise {
            row: link.number,
            label: &link.label,
            columns: link.columns.as_ref(),
            event,
            fields,
            of_another: false,
        };
        self.list(case, told);
        Ok(())
    }
}

impl Link {
    /// What is written in the case and, unless that is the same, in the other one; none where it stands already.
    fn halves(
        &self,
        case: &Case,
        other: &Case,
    ) -> Result<Option<(Half, Option<Half>)>, Vec<LineWrong>> {
        let (said, to_person) = self.persons;
        let persons = if self.entry.link == LinkKind::SamePerson {
            let person = who(case, said).map_err(|found| vec![LineWrong::History(found)])?;
            let to_person = who(other, to_person).map_err(|_| match to_person {
                None => wrong("to_person", Problem::Missing),
                Some(_) => wrong("to_person", Problem::Reference),
            })?;
            (person, to_person)
        } else {
            (FIRST, FIRST)
        };
        if case.id == other.id && persons.0 == persons.1 {
            return Err(wrong("to", Problem::Reference));
        }
        match halves(case, other, self.entry.link, persons) {
            Ok((mut own, half)) => {
                own.1.import_ref = Some(self.seen.clone());
                Ok(Some((own, half)))
            }
            Err(Objection::Twice) => Ok(None),
            Err(objection) => Err(vec![LineWrong::History(objection)]),
        }
    }

    /// What is wrong with its line.
    fn faults(&self, wrong: Vec<LineWrong>) -> Vec<LineFault> {
        let fault = |wrong: LineWrong| {
            let field = match &wrong {
                LineWrong::Field(fault) => &fault.field,
                _ => "to",
            };
            LineFault {
                line: self.number,
                wrong: match &self.columns {
                    Some(columns) => LineWrong::Row {
                        column: columns.get(field).cloned(),
                        wrong: Box::new(wrong),
                    },
                    None => wrong,
                },
            }
        };
        wrong.into_iter().map(fault).collect()
    }
}

fn wrong(field: &str, problem: Problem) -> Vec<LineWrong> {
    let field = field.to_owned();
    vec![LineWrong::Field(Fault { field, problem })]
}
