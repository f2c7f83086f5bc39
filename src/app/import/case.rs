//! The lines of one case: which of them are there, what each of the others adds, and what follows from it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Job;
use super::again::Known;
use super::closing::{Pending, closes_over};
use super::entry::Refused;
use super::line::{Group, Line, Sort};
use super::refs::{Place, Refs};
use super::{seen, stated};
use crate::app::alarm;
use crate::app::deadlines;
use crate::app::error::{AppError, LineFault, LineWrong};
use crate::app::fields;
use crate::app::session::number_of;
use crate::app::view::{Mapped, NotePersonal, Unruled};
use crate::app::write;
use crate::base::guard;
use crate::base::id::{CaseId, DeadlineId, EventId};
use crate::domain::case::Case;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Entry, Event, Payload};
use crate::domain::person::{FIRST, next_number};

/// A case, as far as its lines were brought in.
struct Brought {
    id: CaseId,
    /// An import made it.
    known: bool,
    /// From which day it is ours.
    came: NaiveDate,
    events: Vec<Event>,
    /// What lines added.
    roots: Vec<EventId>,
    /// What the lines are called.
    refs: Refs,
    /// Which line an entry is of.
    lines: BTreeMap<EventId, usize>,
    /// The days that lines state of deadlines that are there.
    said: BTreeMap<EventId, NaiveDate>,
    /// Entries that people recorded and that a line may tell of.
    by_hand: Vec<EventId>,
    /// Rows that are called by their day have another name where it was put right: such a row says something else of an
    /// entry whose own row is gone.
    gone: Vec<EventId>,
    pending: Pending,
}

impl Brought {
    /// Where its next line stands.
    fn place<'a>(&'a self, group: &'a Group<'a>, case: &'a Case) -> Place<'a> {
        Place {
            group,
            refs: &self.refs,
            case,
            events: &self.events,
        }
    }
}

impl Job<'_, '_> {
    /// Imports the lines of one case; gives back what is wrong with them.
    pub(super) fn case(&mut self, group: &Group<'_>) -> Result<Vec<LineFault>, AppError> {
        let mut bad = Vec::new();
        let Some(mut brought) = self.open(group, &mut bad)? else {
            return Ok(bad);
        };
        let told = self.known(group, &brought.events)?;
        if brought.known {
            brought.by_hand = seen::by_hand(&brought.events);
            if group.by_day {
                brought.gone = seen::gone(&brought.events, &told);
            }
        }
        for (line, found) in group.lines.iter().zip(told) {
            self.line(line, found, group, &mut brought, &mut bad)?;
        }
        if brought.known && group.whole {
            let gone = std::mem::take(&mut brought.gone);
            self.untold(brought.id, &brought.events, group, &brought.lines, gone)?;
        }
        if brought.roots.is_empty() && !brought.known {
            return Ok(bad);
        }
        self.fill(
            brought.id,
            &mut brought.events,
            &mut brought.roots,
            &mut brought.lines,
            group,
        )?;
        self.finish(&mut brought, group)?;
        if let (Some(person), Some(opening)) = (group.person, group.opening) {
            self.seal(brought.id, person, &brought.events, opening.number)?;
        }
        if self.shown.dry_run && !brought.known {
            // Its number was drawn for nothing.
            self.shown.map.pop();
        }
        Ok(bad)
    }

    /// Finds the case of these lines, or opens it; nothing where neither can be, or where the lines speak of another person.
    fn open(
        &mut self,
        group: &Group<'_>,
        bad: &mut Vec<LineFault>,
    ) -> Result<Option<Brought>, AppError> {
        let mark = self.tx.import_ref(group.name, "")?;
        let known = self.tx.import_seen(&mark)?;
        let (id, events, opening) = match (known, group.opening) {
            (Some((id, event)), opening) => {
                let events = self.tx.events(id)?;
                if let Some(line) = opening
                    && self.is_of_another(id, line, event, &events, group)
                {
                    return Ok(None);
                }
                self.shown.already_there += usize::from(opening.is_some());
                if let Some(line) = opening {
                    self.contradiction(id, line, &fields::CASE, event, &events, group, true);
                }
                (id, events, None)
            }
            (None, Some(opening)) => match self.opening(opening, &mark) {
                Ok(entry) => (
                    self.tx.new_case(&mut self.world.random)?,
                    Vec::new(),
                    Some(entry),
                ),
                Err(Refused::Line(wrong)) => {
                    bad.extend(wrong.into_iter().map(|wrong| opening.fault(wrong)));
                    if opening.columns.is_none() {
                        bad.extend(group.lines.iter().map(|line| line.fault(LineWrong::Case)));
                    }
                    return Ok(None);
                }
                Err(Refused::Error(error)) => return Err(error),
            },
            (None, None) => {
                bad.extend(group.lines.iter().map(|line| line.fault(LineWrong::Case)));
                return Ok(None);
            }
        };
        let before = write::so_far(self.tx, id)?;
        let mut brought = Brought {
            id,
            known: known.is_some(),
            came: deadlines::came(self.tx, &before, self.world.clock.today())?,
            events,
            roots: Vec::new(),
            refs: Refs::of(group),
            lines: BTreeMap::new(),
            said: BTreeMap::new(),
            by_hand: Vec::new(),
            gone: Vec::new(),
            pending: Pending {
                before,
                from: 0,
                unruled: Vec::new(),
            },
        };
        if let Some(entry) = opening {
            self.shown.cases += 1;
            let payload = Payload {
                person: FIRST,
                entry,
                ..self.template.clone()
            };
            self.append(id, payload, &mut brought.events, &mut brought.roots)?;
        }
        Ok(Some(brought))
    }

    /// Brings in one line: it links the case, or is there already, or adds an entry.
    fn line(
        &mut self,
        line: &Line<'_>,
        found: Known,
        group: &Group<'_>,
        brought: &mut Brought,
        bad: &mut Vec<LineFault>,
    ) -> Result<(), AppError> {
        if line.sort == Sort::Link {
            self.shown.already_there += usize::from(found.there.is_some());
            let case = Case::fold(brought.id, &brought.events, None);
            let at = brought.place(group, &case);
            let kept = self.whose(line, &at)?.and_then(|person| {
                self.keep_link(brought.id, group, line, person, (found.name, found.there))
            });
            if let Err(wrong) = kept {
                bad.extend(wrong.into_iter().map(|wrong| line.fault(wrong)));
            }
            return Ok(());
        }
        if let Some((event, sure)) = self.there(line, &found, group, brought)? {
            self.shown.already_there += 1;
            brought.lines.insert(event, line.number);
            let due = line.fields.get("due").and_then(|due| due.parse().ok());
            brought.said.extend(due.map(|due| (event, due)));
            if let Some(kind) = line.sort.kind() {
                self.contradiction(brought.id, line, kind, event, &brought.events, group, sure);
            }
            brought.refs.took(line, event);
            return Ok(());
        }
        if matches!(line.sort, Sort::Close | Sort::Act | Sort::Told) {
            // What waits hangs on the deadlines that follow from the lines before it.
            self.follow(brought.id, &mut brought.pending, &brought.roots)?;
            brought.events = self.tx.events(brought.id)?;
        }
        let case = Case::fold(brought.id, &brought.events, None);
        let at = brought.place(group, &case);
        let (on, whose) = (self.on(line, &at)?, self.whose(line, &at)?);
        let next = next_number(&brought.events);
        let entry = match (on, whose) {
            (Ok(on), Ok(said)) => self.entry(line, &case, next, on, said, &found.name),
            (Err(wrong), _) | (_, Err(wrong)) => Err(wrong),
        };
        let payload = match entry {
            Ok((person, entry)) => self.payload(line, &case, brought.came, person, entry),
            Err(wrong) => Err(Refused::Line(wrong)),
        };
        let wrong = match payload {
            Ok(payload) => {
                let id = brought.id;
                let event = self.append(id, payload, &mut brought.events, &mut brought.roots)?;
                brought.lines.insert(event, line.number);
                brought.refs.took(line, event);
                return Ok(());
            }
            Err(Refused::Line(wrong)) => wrong,
            Err(Refused::Error(error)) => return Err(error),
        };
        let today = self.world.clock.today();
        let (by_hand, events) = (&mut brought.by_hand, &brought.events);
        let otherwise = stated::is_done(line, &wrong)
            .then(|| seen::moved(line, None, &case, by_hand, events, today))
            .flatten();
        if let (Some(event), Some(kind)) = (otherwise, line.sort.kind()) {
            self.shown.already_there += 1;
            self.contradiction(brought.id, line, kind, event, events, group, false);
            brought.refs.took(line, event);
        } else {
            bad.extend(stated::faults(line, wrong, &case, bad));
        }
        Ok(())
    }

    /// The entry that a line tells of, and whether it could be no other: one of an earlier import, one that a person recorded,
    /// or one whose day was put right since.
    fn there(
        &mut self,
        line: &Line<'_>,
        found: &Known,
        group: &Group<'_>,
        brought: &mut Brought,
    ) -> Result<Option<(EventId, bool)>, AppError> {
        if let Some(event) = found.there {
            return Ok(Some((event, found.sure)));
        }
        if brought.by_hand.is_empty() && brought.gone.is_empty() {
            return Ok(None);
        }
        let case = Case::fold(brought.id, &brought.events, None);
        // Not of all that was brought: what was recorded by hand is taken from it beside this.
        let at = Place {
            group,
            refs: &brought.refs,
            case: &case,
            events: &brought.events,
        };
        if !brought.by_hand.is_empty()
            && let Some(event) = self.recorded(line, &at, &mut brought.by_hand)?
        {
            return Ok(Some((event, true)));
        }
        if brought.gone.is_empty() {
            return Ok(None);
        }
        let on = self.on(line, &at)?.ok().flatten();
        let (gone, today) = (&mut brought.gone, self.world.clock.today());
        let moved = seen::moved(line, on, &case, gone, &brought.events, today);
        Ok(moved.map(|event| (event, false)))
    }

    /// What is appended for a new entry, with what a line alone does not say of it; what speaks against it.
    fn payload(
        &mut self,
        line: &Line<'_>,
        case: &Case,
        came: NaiveDate,
        person: u16,
        mut entry: Entry,
    ) -> Result<Payload, Refused> {
        let today = self.world.clock.today();
        let even_so = closes_over(line, case, &entry, today);
        let even_so = even_so.map_err(|wrong| Refused::Line(vec![wrong]))?;
        match &mut entry {
            Entry::DeadlineSet(set) => {
                let drawn = self.world.random.bytes();
                set.deadline = DeadlineId(drawn.map_err(|error| Refused::Error(error.into()))?);
                // A day that passed while the case was with us has not lapsed: it was missed.
                let since = deadlines::ours_since(case, person, came, today);
                if since <= set.due && set.due < today {
                    set.since = Some(set.due);
                }
            }
            Entry::TaskAdded(task) => {
                if let Some(to) = &task.to {
                    let stranger = self.alias(line, "to", to).map_err(Refused::Line)?;
                    self.shown.no_member.extend(stranger);
                }
            }
            Entry::NoteTaken(note) => {
                let kinds = guard::findings(&note.text);
                if !kinds.is_empty() {
                    let columns = line.columns.as_ref();
                    self.shown.personal.push(NotePersonal {
                        row: line.number,
                        column: columns.and_then(|all| all.get("text").cloned()),
                        kinds: kinds.iter().map(|kind| kind.code().to_owned()).collect(),
                    });
                }
            }
            _ => {}
        }
        Ok(Payload {
            person,
            even_so,
            entry,
            ..self.template.clone()
        })
    }

    /// Appends an entry and remembers it as one that a line added.
    pub(super) fn append(
        &mut self,
        case: CaseId,
        payload: Payload,
        events: &mut Vec<Event>,
        roots: &mut Vec<EventId>,
    ) -> Result<EventId, AppError> {
        let event = self.tx.append(case, payload)?;
        let id = event.id;
        self.shown.events += 1;
        events.push(event);
        roots.push(id);
        Ok(id)
    }

    /// Appends the deadlines that follow, once for the whole case unless it is closed.
    fn finish(&mut self, brought: &mut Brought, group: &Group<'_>) -> Result<(), AppError> {
        let name = group.label.unwrap_or(group.name);
        let today = self.world.clock.today();
        self.follow(brought.id, &mut brought.pending, &brought.roots)?;
        let (case, roots) = (&brought.pending.before, &brought.roots);
        alarm::follow_import(self.tx, &self.office, case, roots, &self.template, today)?;
        let open =
            |deadline: &&Deadline| deadline.is_ours() && deadline.standing(case, today).is_open();
        self.shown.open_deadlines += case.deadlines.iter().filter(open).count();
        self.shown.lapsed += deadlines::lapsed(case, today).count();
        let number = number_of(case);
        let differing = seen::differing(case, &brought.lines, &brought.said, roots, today);
        self.shown.differing.extend(differing);
        let unruled = brought.pending.unruled.drain(..).map(|occurrence| Unruled {
            case: number.clone(),
            r#ref: name.to_owned(),
            line: brought.lines.get(&occurrence.trigger).copied(),
            date: occurrence.first_day(),
            event: occurrence.event,
            jurisdiction: occurrence.jurisdiction,
        });
        self.shown.unruled.extend(unruled);
        self.shown.map.push(Mapped {
            r#ref: name.to_owned(),
            case: number,
        });
        Ok(())
    }
}
