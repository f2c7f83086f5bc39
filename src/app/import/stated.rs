//! What a sheet states beside what happened: a last day by hand, whom it is about, and what an earlier one said otherwise.

use serde_json::{Map, json};

use super::{Job, line, seen};
use crate::app::contact::{self, Taken};
use crate::app::error::{AppError, LineWrong};
use crate::app::fields::{self, Fault, Kind, Problem};
use crate::app::identity;
use crate::app::import::line::Line;
use crate::app::session::number_of;
use crate::app::view::Contradiction;
use crate::app::write::Inside;
use crate::base::id::{CaseId, DeadlineId, EventId};
use crate::domain::case::Case;
use crate::domain::event::{Entry, Event, Payload, Via};
use crate::domain::person::FIRST;
use crate::vault::Person;

impl Job<'_, '_> {
    /// A deadline that a sheet or a letter states.
    pub(super) fn by_hand(
        &self,
        line: &Line<'_>,
        on: Option<EventId>,
    ) -> Result<Entry, Vec<LineWrong>> {
        let today = self.world.clock.today();
        let mut fields = line.fields.clone();
        let what = fields.remove("what").unwrap_or_else(|| "other".to_owned());
        if !fields::acts().contains(&what) {
            return Err(vec![LineWrong::Field(Fault {
                field: "what".to_owned(),
                problem: Problem::Word,
            })]);
        }
        fields
            .entry("actor".to_owned())
            .or_insert_with(|| "applicant".to_owned());
        // A number of its own is put in when it is written: this one only stands where one must.
        let base = Map::from_iter([
            ("deadline".to_owned(), json!(DeadlineId([0; 16]))),
            ("what".to_owned(), json!(what)),
            ("since".to_owned(), json!(today)),
        ]);
        fields::DEADLINE
            .entry(&fields, on, base, today)
            .map_err(line::personal)
    }

    /// Writes something down for the whole office.
    pub(super) fn note(&mut self, entry: Entry) -> Result<(), AppError> {
        let payload = Payload {
            person: FIRST,
            via: None,
            entry,
            ..self.template.clone()
        };
        self.tx.append(CaseId::OFFICE, payload)?;
        Ok(())
    }

    /// Seals what a sheet says of a person, once: nobody here could compare it with what was sealed before.
    pub(super) fn seal(
        &mut self,
        id: CaseId,
        person: &Person,
        events: &[Event],
    ) -> Result<(), AppError> {
        let from_import = |event: &Event| {
            event.payload.via == Some(Via::Import)
                && matches!(event.payload.entry, Entry::IdentitySealed(_))
        };
        if events.iter().any(from_import) {
            return Ok(());
        }
        let entry = identity::envelope(id, person, &self.office)?;
        let payload = Payload {
            person: FIRST,
            entry,
            ..self.template.clone()
        };
        let event = self.tx.append(id, payload)?;
        self.shown.sealed += 1;
        let Some(contact) = person.contact() else {
            return Ok(());
        };
        let case = self.tx.case(id)?;
        let me = self.template.by.clone();
        let mut now = Inside {
            tx: self.tx,
            world: self.world,
            me: &me,
        };
        let of = Taken {
            person: FIRST,
            of: vec![event.id],
        };
        // Where it is shared with nobody the holders have it all the same.
        let _not_shared = contact::share(&mut now, &self.office, &case, &contact, of)?;
        Ok(())
    }

    /// Lists where a line says something else than what an earlier import made of it, and than what stands.
    pub(super) fn contradiction(
        &mut self,
        id: CaseId,
        line: &Line<'_>,
        kind: &Kind,
        event: EventId,
        events: &[Event],
        group: &line::Group<'_>,
    ) {
        let fields = seen::contradicted(line, kind, event, events, self.world.clock.today());
        if fields.is_empty() {
            return;
        }
        self.shown.contradictions.push(Contradiction {
            row: line.number,
            r#ref: group.label.unwrap_or(group.name).to_owned(),
            case: number_of(&Case::fold(id, events, None)),
            event: event.to_string(),
            columns: fields
                .iter()
                .filter_map(|field| line.columns.as_ref()?.get(field).cloned())
                .collect(),
            fields,
        });
    }
}
