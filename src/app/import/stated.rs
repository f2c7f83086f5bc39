//! What a sheet states beside what happened: a last day by hand, whom it is about, and what an earlier one said otherwise.

use std::collections::BTreeMap;

use serde_json::{Map, json};

use super::{Job, line, seen};
use crate::app::amend;
use crate::app::contact::{self, Taken};
use crate::app::error::{AppError, CellWrong, LineFault, LineWrong};
use crate::app::fields::{self, Fault, Fields, Kind, Problem};
use crate::app::identity;
use crate::app::import::line::{Line, Sort};
use crate::app::import::refs::Place;
use crate::app::session::number_of;
use crate::app::view::{ByHand, Contradiction, Gone};
use crate::app::write::Inside;
use crate::base::id::{CaseId, DeadlineId, EventId};
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::event::{Entry, Event, Payload, Via};
use crate::domain::history::History;
use crate::domain::person::FIRST;
use crate::vault::Person;

/// Fields in which a row says something else than an entry.
pub(super) struct Otherwise<'a> {
    pub row: usize,
    /// What the file calls the case.
    pub label: &'a str,
    pub columns: Option<&'a BTreeMap<String, String>>,
    pub event: EventId,
    pub fields: Vec<String>,
    /// It seems to speak of another person.
    pub of_another: bool,
}

impl<'a> Otherwise<'a> {
    fn of(
        line: &'a Line<'_>,
        group: &'a line::Group<'_>,
        event: EventId,
        fields: Vec<String>,
    ) -> Self {
        Self {
            row: line.number,
            label: group.label.unwrap_or(group.name),
            columns: line.columns.as_ref(),
            event,
            fields,
            of_another: false,
        }
    }
}

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
    pub(super) fn note(&mut self, entry: Entry) -> Result<EventId, AppError> {
        let payload = Payload {
            person: FIRST,
            via: None,
            entry,
            ..self.template.clone()
        };
        Ok(self.tx.append(CaseId::OFFICE, payload)?.id)
    }

    /// Seals what a sheet says of a person, once: nobody here could compare it with what was sealed before. Which rows that
    /// left out is told, for something may be new there.
    pub(super) fn seal(
        &mut self,
        id: CaseId,
        person: &Person,
        events: &[Event],
        row: usize,
    ) -> Result<(), AppError> {
        // With a whole import that was taken back went its names, too.
        let anew: Vec<EventId> = events
            .iter()
            .filter_map(|event| match &event.payload.entry {
                Entry::EntryRetracted(retraction) if retraction.anew => Some(retraction.target),
                _ => None,
            })
            .collect();
        let from_import = |event: &Event| {
            event.payload.via == Some(Via::Import)
                && matches!(event.payload.entry, Entry::IdentitySealed(_))
                && !anew.contains(&event.id)
        };
        if !self.seal_again && events.iter().any(from_import) {
            self.shown.not_compared.push(row);
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

    /// Whether a line speaks of another person than the case that its name was given to: it is listed, and nothing of the
    /// case's lines may be taken.
    pub(super) fn is_of_another(
        &mut self,
        id: CaseId,
        line: &Line<'_>,
        event: EventId,
        events: &[Event],
        group: &line::Group<'_>,
    ) -> bool {
        let who = seen::of_another(line, event, events, self.world.clock.today());
        let others = !who.is_empty();
        self.list(
            &Case::fold(id, events, None),
            Otherwise {
                of_another: true,
                ..Otherwise::of(line, group, event, who)
            },
        );
        others
    }

    /// The entry that a person recorded here and that says what a line says; it is listed.
    pub(super) fn recorded(
        &mut self,
        line: &Line<'_>,
        at: &Place<'_>,
        by_hand: &mut Vec<EventId>,
    ) -> Result<Option<EventId>, AppError> {
        // What is wrong with its names is told where it is to be recorded.
        let (Ok(on), Ok(person)) = (self.on(line, at)?, self.whose(line, at)?) else {
            return Ok(None);
        };
        let acts = matches!(line.sort, Sort::Act | Sort::Told);
        let named = acts.then(|| self.named(line, at.case, on, person));
        let about = seen::About {
            on,
            person,
            deadline: named.and_then(Result::ok).map(|one| one.id),
        };
        let found = seen::recorded(line, about, by_hand, at.events, self.world.clock.today());
        self.shown.by_hand.extend(found.map(|event| ByHand {
            row: line.number,
            case: number_of(at.case),
            event: event.to_string(),
        }));
        Ok(found)
    }

    /// Lists where a line says something else than what an earlier import made of it, and than what stands. What was blank is
    /// taken, where it is `sure` that it is the same line, and nothing in it says something else.
    #[expect(
        clippy::too_many_arguments,
        reason = "each is one part of what is compared"
    )]
    pub(super) fn contradiction(
        &mut self,
        id: CaseId,
        line: &Line<'_>,
        kind: &'static Kind,
        event: EventId,
        events: &[Event],
        group: &line::Group<'_>,
        sure: bool,
    ) {
        let said = seen::contradicted(line, kind, event, events, self.world.clock.today());
        let mut otherwise = said.otherwise;
        // A row that says something else of an entry may be of another: nothing of it is taken.
        if !sure || !otherwise.is_empty() {
            otherwise.extend(said.fuller.into_keys());
        } else if !said.fuller.is_empty() {
            self.fuller.push(Fuller {
                kind,
                event,
                fields: said.fuller,
                row: line.number,
                columns: line.columns.clone().unwrap_or_default(),
            });
        }
        let case = Case::fold(id, events, None);
        if sure && !said.gone.is_empty() {
            let columns = said.gone.iter().filter_map(|field| line.blank.get(field));
            self.shown.gone.push(Gone {
                row: Some(line.number),
                case: number_of(&case),
                event: event.to_string(),
                columns: columns.cloned().collect(),
                fields: said.gone,
            });
        }
        self.list(&case, Otherwise::of(line, group, event, otherwise));
    }

    /// Lists the events that an earlier import brought, that stand, and of which the rows of the case say nothing any more:
    /// those whose columns are blank, and those `gone` of which no row tells. `told` are those of which one does.
    pub(super) fn untold(
        &mut self,
        id: CaseId,
        events: &[Event],
        group: &line::Group<'_>,
        told: &BTreeMap<EventId, usize>,
        gone: Vec<EventId>,
    ) -> Result<(), AppError> {
        let mut untold: Vec<(EventId, Vec<String>)> = Vec::new();
        for absent in group.absent {
            let name = self.tx.import_ref(group.name, &absent.name)?;
            let seen = self.tx.import_seen(&name)?;
            // Another row of that day may tell of it.
            let seen = seen.filter(|(_, event)| !told.contains_key(event));
            untold.extend(seen.map(|(_, event)| (event, absent.columns.clone())));
        }
        for event in gone {
            if untold.iter().all(|(other, _)| *other != event) {
                untold.push((event, Vec::new()));
            }
        }
        if untold.is_empty() {
            return Ok(());
        }
        let history = History::resolve(events, None);
        let case = number_of(&Case::of(id, &history));
        let stands = untold
            .into_iter()
            .filter(|(event, _)| history.item(*event).is_some());
        let row = group.opening.map(|line| line.number);
        self.shown.gone.extend(stands.map(|(event, columns)| Gone {
            row,
            case: case.clone(),
            event: event.to_string(),
            columns,
            fields: Vec::new(),
        }));
        Ok(())
    }

    /// Lists fields in which a row says something else.
    pub(super) fn list(&mut self, case: &Case, told: Otherwise<'_>) {
        if told.fields.is_empty() {
            return;
        }
        self.shown.contradictions.push(Contradiction {
            row: told.row,
            r#ref: told.label.to_owned(),
            case: number_of(case),
            event: told.event.to_string(),
            columns: told
                .fields
                .iter()
                .filter_map(|field| told.columns?.get(field).cloned())
                .collect(),
            fields: told.fields,
            of_another: told.of_another,
        });
    }

    /// Puts what rows say into fields of which nobody had said anything: a further version of the entry, as a person would
    /// make it. Where the history does not bear it, it is listed.
    pub(super) fn fill(
        &mut self,
        id: CaseId,
        events: &mut Vec<Event>,
        roots: &mut Vec<EventId>,
        lines: &mut BTreeMap<EventId, usize>,
        group: &line::Group<'_>,
    ) -> Result<(), AppError> {
        let today = self.world.clock.today();
        for fuller in std::mem::take(&mut self.fuller) {
            let entry = amend::filled(id, events, fuller.event, fuller.kind, &fuller.fields, today);
            let Some((person, entry)) = entry else {
                self.list(
                    &Case::fold(id, events, None),
                    Otherwise {
                        row: fuller.row,
                        label: group.label.unwrap_or(group.name),
                        columns: Some(&fuller.columns),
                        event: fuller.event,
                        fields: fuller.fields.into_keys().collect(),
                        of_another: false,
                    },
                );
                continue;
            };
            let payload = Payload {
                person,
                entry,
                ..self.template.clone()
            };
            let event = self.append(id, payload, events, roots)?;
            lines.insert(event, fuller.row);
        }
        Ok(())
    }
}

/// Whether a row cannot be recorded because what it tells of was done already, otherwise than it says.
pub(super) fn is_done(line: &Line<'_>, wrong: &[LineWrong]) -> bool {
    let done = |wrong: &LineWrong| match wrong {
        LineWrong::History(Objection::NothingPending | Objection::NothingToAppeal) => true,
        LineWrong::History(Objection::Closed) => line.sort == Sort::Close,
        _ => false,
    };
    line.columns.is_some() && wrong.iter().all(done)
}

/// What is wrong with a line; with a row in words of rows. `others` was wrong before.
pub(super) fn faults(
    line: &Line<'_>,
    wrong: Vec<LineWrong>,
    case: &Case,
    others: &[LineFault],
) -> Vec<LineFault> {
    let kind = line.sort.kind().map(|kind| kind.name);
    let told = !case.applications.is_empty();
    let is_row = line.columns.is_some();
    // What is about an application of the same row that has a fault has no other.
    let follows = |wrong: &LineWrong| {
        let lost = matches!(wrong, LineWrong::Field(fault) if fault.field == "on");
        lost && line.alike.is_some() && others.iter().any(|other| other.line == line.number)
    };
    let wrong = wrong.into_iter().filter(|wrong| !follows(wrong));
    let in_words = |wrong: LineWrong| match wrong {
        LineWrong::History(Objection::Twice) if kind == Some("application") => {
            LineWrong::Cell(CellWrong::ApplicationAgain)
        }
        LineWrong::History(Objection::NothingToAppeal) if told => {
            LineWrong::Cell(CellWrong::NoRefusal)
        }
        LineWrong::History(
            Objection::NothingPending | Objection::NothingToAppeal | Objection::NothingToServe,
        ) if !told => LineWrong::Cell(if line.alike.is_some() {
            CellWrong::NoApplicationRow
        } else {
            CellWrong::NoApplication
        }),
        wrong => wrong,
    };
    let wrong = wrong.map(|wrong| if is_row { in_words(wrong) } else { wrong });
    wrong.map(|wrong| line.fault(wrong)).collect()
}

/// What a row says where an entry said nothing.
pub(super) struct Fuller {
    kind: &'static Kind,
    event: EventId,
    fields: Fields,
    row: usize,
    columns: BTreeMap<String, String>,
}
