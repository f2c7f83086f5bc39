//! Lines that say that two cases belong together: looked at last, for the other case may stand further down.

use std::collections::BTreeMap;

use serde_json::{Map, json};

use super::Job;
use super::line::{self, Group, Line};
use super::stated::Otherwise;
use crate::app::error::{AppError, LineFault, LineWrong};
use crate::app::fields::{Fault, LINK, Problem};
use crate::base::id::{CaseId, EventId};
use crate::domain::event::{CaseLinked, Entry, ImportRef, Payload};
use crate::domain::person::FIRST;

/// One of them.
pub(super) struct Link {
    case: CaseId,
    label: String,
    number: usize,
    columns: Option<BTreeMap<String, String>>,
    to: String,
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
        seen: ImportRef,
        there: Option<EventId>,
    ) -> Result<(), Vec<LineWrong>> {
        let mut fields = line.fields.clone();
        let to = fields.remove("to").ok_or_else(|| wrong(Problem::Missing))?;
        let base = Map::from_iter([("to".to_owned(), json!(case))]);
        let read = LINK.entry(&fields, None, base, self.world.clock.today());
        if let Entry::CaseLinked(entry) = read.map_err(line::personal)? {
            self.links.push(Link {
                case,
                label: group.label.unwrap_or(group.name).to_owned(),
                number: line.number,
                columns: line.columns.clone(),
                to,
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
            let other = known.filter(|other| *other != link.case);
            let other = other.map(|other| self.tx.case(other)).transpose()?;
            let Some(other) = other.filter(|other| other.opened.is_some()) else {
                let faults = wrong(Problem::Reference).into_iter();
                bad.extend(faults.map(|wrong| LineFault {
                    line: link.number,
                    wrong: match &link.columns {
                        Some(columns) => LineWrong::Row {
                            column: columns.get("to").cloned(),
                            wrong: Box::new(wrong),
                        },
                        None => wrong,
                    },
                }));
                continue;
            };
            let case = self.tx.case(link.case)?;
            let as_told = link.entry.link;
            if let Some(event) = link.there {
                let events = self.tx.events(link.case)?;
                let there = events.iter().find(|one| one.id == event);
                let mut fields = Vec::new();
                if let Some(Entry::CaseLinked(known)) = there.map(|one| &one.payload.entry) {
                    let differs = [("to", known.to != other.id), ("as", known.link != as_told)];
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
                self.list(&case, told);
                continue;
            }
            if case.links.contains(&(other.id, as_told)) {
                self.shown.already_there += 1;
                continue;
            }
            for (of, to, import_ref) in [
                (other.id, link.case, None),
                (link.case, other.id, Some(link.seen)),
            ] {
                let entry = Entry::CaseLinked(CaseLinked {
                    to,
                    link: as_told,
                    import_ref,
                });
                let payload = Payload {
                    person: FIRST,
                    entry,
                    ..self.template.clone()
                };
                self.tx.append(of, payload)?;
                self.shown.events += 1;
            }
        }
        Ok(bad)
    }
}

fn wrong(problem: Problem) -> Vec<LineWrong> {
    let field = "to".to_owned();
    vec![LineWrong::Field(Fault { field, problem })]
}
