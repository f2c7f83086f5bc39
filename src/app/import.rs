//! `import`: JSON Lines, or the rows of a sheet, into cases, all or nothing.

mod acts;
mod again;
pub(in crate::app) mod alias;
pub mod back;
mod closing;
mod line;
mod links;
mod refs;
mod seen;
pub mod sheet;
mod stated;
pub mod text;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::{Map, json};

use crate::app::alarm;
use crate::app::deadlines;
use crate::app::error::{AppError, LineFault, LineWrong};
use crate::app::fields::{self, Fault, Fields, Form, Kind, Problem};
use crate::app::import::closing::{Pending, closes_over};
use crate::app::import::line::{Line, Sort};
use crate::app::import::refs::{Place, Refs};
use crate::app::new::{self, Drawn};
use crate::app::own;
use crate::app::record::{Refusal, build};
use crate::app::session::{Session, World, members, number_of};
use crate::app::view::{Imported, Mapped, NotePersonal, Unruled};
use crate::app::whose::only_one;
use crate::app::write;
use crate::app::write::Stop;
use crate::base::guard;
use crate::base::id::{CaseId, DeadlineId, EventId};
use crate::base::text::BadReason;
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Entry, Event, Payload, SheetImported, Via};
use crate::domain::own::Declared;
use crate::domain::person::{FIRST, next_number};
use crate::store::Tx;

/// How to import.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Judge everything, write nothing.
    pub dry_run: bool,
    /// Leave bad lines aside instead of refusing the file.
    pub skip_bad: bool,
    /// Seal what a sheet says of persons of whom an import sealed something before: nobody can compare the two.
    pub seal_again: bool,
    /// How many sheets the spreadsheet has of whose first the lines are the rows, and which lies somewhere afterwards; none
    /// where they are not.
    pub sheets: usize,
    /// How many cells of it have a comment.
    pub comments: usize,
    /// The lines are what our own members recorded: nothing lapsed before us, nothing is listed once. (The demo.)
    pub recorded: bool,
}

/// What an import did, and which lines it left aside.
#[derive(Debug)]
pub struct Done {
    /// For people and programs.
    pub shown: Imported,
    /// Lines left aside (`skip_bad`).
    pub bad: Vec<LineFault>,
}

impl Session<'_> {
    /// Imports the lines of a file. `progress` hears of each case: done, of how many.
    ///
    /// # Errors
    /// [`AppError::Import`] lists every fault; nothing was written.
    pub fn import(
        &mut self,
        text: &str,
        options: Options,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Done, AppError> {
        let line::Sorted { cases, torn, bad } = line::by_case(text);
        self.run(bad, options, &mut |job, bad| {
            let total = cases.len();
            for (done, case) in cases.iter().enumerate() {
                progress(done, total);
                let lines = case.read();
                let group = line::Group {
                    lost: case.lost(),
                    torn: &torn,
                    ..line::group(&lines, bad)
                };
                bad.extend(job.case(&group)?);
            }
            progress(total, total);
            job.shown.other_sheets = options.sheets.saturating_sub(1);
            job.shown.comments = options.comments;
            if options.sheets > 0 && job.shown.events > 0 {
                let imported = SheetImported::new(total, None, 1, options.sheets);
                job.note(Entry::SheetImported(imported))?;
            }
            Ok(())
        })
    }

    /// Runs an import within one transaction, and rolls it back where it has faults or is only tried.
    fn run(
        &mut self,
        mut bad: Vec<LineFault>,
        options: Options,
        bring: &mut Bring<'_>,
    ) -> Result<Done, AppError> {
        let via = (!options.recorded).then_some(Via::Import);
        let written = self.inside_much(|now| -> Result<Done, Stop<Done>> {
            let template = Payload {
                via,
                ..now.payload(Entry::Unknown {
                    kind: String::new(),
                })
            };
            let office = now.tx.office_events()?;
            let members = members(now.tx.id(), &office).into_iter();
            let members = members.filter(|joined| !joined.member.card);
            let members = members.map(|joined| joined.member.alias).collect();
            let mut job = Job {
                declared: Declared::of(&office),
                office,
                tx: now.tx,
                world: now.world,
                template,
                seal_again: options.seal_again,
                recorded: options.recorded,
                members,
                fuller: Vec::new(),
                links: Vec::new(),
                shown: empty(options),
            };
            bring(&mut job, &mut bad)?;
            bad.extend(job.link()?);
            if !options.recorded {
                job.made()?;
            }
            bad.sort_by_key(|fault| fault.line);
            // A row is several lines, which can all lack the same.
            bad.dedup();
            let mut shown = job.shown;
            if shown.cases > 0 {
                let erased = |event: &&Event| matches!(event.payload.entry, Entry::CaseErased(_));
                shown.erased = job.office.iter().filter(erased).count();
            }
            // Where the file is later stands first: whoever went by it is late.
            shown.differing.sort_by_key(|one| Reverse(one.days));
            shown.skipped = bad
                .iter()
                .map(|fault| fault.line)
                .collect::<BTreeSet<_>>()
                .len();
            if !bad.is_empty() && !options.skip_bad {
                return Err(Stop::Error(AppError::Import(bad)));
            }
            shown.personal.sort_by_key(|note| note.row);
            let done = Done { shown, bad };
            Stop::end(done, options.dry_run)
        });
        Stop::told(written)
    }
}

fn empty(options: Options) -> Imported {
    Imported {
        schema: "nansen.imported/1",
        batch: None,
        cases: 0,
        events: 0,
        already_there: 0,
        map: Vec::new(),
        dry_run: options.dry_run,
        skipped: 0,
        open_deadlines: 0,
        lapsed: 0,
        erased: 0,
        sealed: 0,
        not_compared: Vec::new(),
        contradictions: Vec::new(),
        by_hand: Vec::new(),
        gone: Vec::new(),
        personal: Vec::new(),
        known_words: Vec::new(),
        no_member: Vec::new(),
        no_register: false,
        known_elsewhere: 0,
        keys_gone: 0,
        left_out: Vec::new(),
        hours_left_out: Vec::new(),
        total_rows: Vec::new(),
        same_person_rows: Vec::new(),
        other_sheets: 0,
        comments: 0,
        differing: Vec::new(),
        unruled: Vec::new(),
    }
}

/// Brings one case after the other, and puts what is wrong to what was.
type Bring<'a> = dyn FnMut(&mut Job<'_, '_>, &mut Vec<LineFault>) -> Result<(), AppError> + 'a;

/// The import of one case after the other, within one transaction.
struct Job<'a, 'tx> {
    declared: Declared,
    /// The office's history as it was before: nothing that an import adds to it bears on what it does.
    office: Vec<Event>,
    tx: &'a mut Tx<'tx>,
    world: &'a mut World,
    template: Payload,
    seal_again: bool,
    recorded: bool,
    /// Who works here.
    members: BTreeSet<String>,
    /// What rows of the case at hand say where nothing stood.
    fuller: Vec<stated::Fuller>,
    /// Lines that link a case to another.
    links: Vec<links::Link>,
    shown: Imported,
}

impl Job<'_, '_> {
    /// Imports the lines of one case; gives back what is wrong with them.
    fn case(&mut self, group: &line::Group<'_>) -> Result<Vec<LineFault>, AppError> {
        let mut bad = Vec::new();
        let mark = self.tx.import_ref(group.name, "")?;
        let known = self.tx.import_seen(&mark)?;
        let (id, mut events, opening) = match (known, group.opening) {
            (Some((id, event)), opening) => {
                let events = self.tx.events(id)?;
                if let Some(line) = opening
                    && self.is_of_another(id, line, event, &events, group)
                {
                    return Ok(bad);
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
                    return Ok(bad);
                }
                Err(Refused::Error(error)) => return Err(error),
            },
            (None, None) => {
                bad.extend(group.lines.iter().map(|line| line.fault(LineWrong::Case)));
                return Ok(bad);
            }
        };
        let before = write::so_far(self.tx, id)?;
        let today = self.world.clock.today();
        let came = deadlines::came(self.tx, &before, today)?;
        let mut roots = Vec::new();
        let mut refs = Refs::of(group);
        let mut lines: BTreeMap<EventId, usize> = BTreeMap::new();
        let mut said: BTreeMap<EventId, NaiveDate> = BTreeMap::new();
        if let Some(entry) = opening {
            self.shown.cases += 1;
            let payload = Payload {
                person: FIRST,
                entry,
                ..self.template.clone()
            };
            self.append(id, payload, &mut events, &mut roots)?;
        }
        let told = self.known(group, &events)?;
        let mut by_hand = Vec::new();
        if known.is_some() {
            by_hand = seen::by_hand(&events);
        }
        // Rows that are called by their day have another name where it was put right: such a row says something else of an
        // entry whose own row is gone.
        let mut gone = Vec::new();
        if group.by_day && known.is_some() {
            gone = seen::gone(&events, &told);
        }
        let mut pending = Pending {
            before: before.clone(),
            from: 0,
            unruled: Vec::new(),
        };
        for (line, found) in group.lines.iter().zip(told) {
            let (seen, mut there) = (found.name, found.there);
            let mut sure = there.is_some() && found.sure;
            if line.sort == Sort::Link {
                self.shown.already_there += usize::from(there.is_some());
                if let Err(wrong) = self.keep_link(id, group, line, seen, there) {
                    bad.extend(wrong.into_iter().map(|wrong| line.fault(wrong)));
                }
                continue;
            }
            if there.is_none() && !(by_hand.is_empty() && gone.is_empty()) {
                let case = Case::fold(id, &events, None);
                let at = Place {
                    group,
                    refs: &refs,
                    case: &case,
                    events: &events,
                };
                if !by_hand.is_empty() {
                    there = self.recorded(line, &at, &mut by_hand)?;
                    sure = there.is_some();
                }
                if there.is_none() && !gone.is_empty() {
                    let on = self.on(line, &at)?.ok().flatten();
                    there = seen::moved(line, on, &case, &mut gone, &events, today);
                }
            }
            if let Some(event) = there {
                self.shown.already_there += 1;
                lines.insert(event, line.number);
                let due = line.fields.get("due").and_then(|due| due.parse().ok());
                said.extend(due.map(|due| (event, due)));
                if let Some(kind) = line.sort.kind() {
                    self.contradiction(id, line, kind, event, &events, group, sure);
                }
                refs.took(line, event);
                continue;
            }
            if matches!(line.sort, Sort::Close | Sort::Act | Sort::Told) {
                // What waits hangs on the deadlines that follow from the lines before it.
                self.follow(id, &mut pending, &roots)?;
                events = self.tx.events(id)?;
            }
            let case = Case::fold(id, &events, None);
            let at = Place {
                group,
                refs: &refs,
                case: &case,
                events: &events,
            };
            let (on, whose) = (self.on(line, &at)?, self.whose(line, &at)?);
            let entry = match (on, whose) {
                (Ok(on), Ok(said)) => {
                    self.entry(line, &case, next_number(&events), on, said, &seen)
                }
                (Err(wrong), _) | (_, Err(wrong)) => Err(wrong),
            };
            match entry {
                Ok((person, mut entry)) => {
                    let even_so = match closes_over(line, &case, &entry, today) {
                        Ok(even_so) => even_so,
                        Err(wrong) => {
                            bad.push(line.fault(wrong));
                            continue;
                        }
                    };
                    if let Entry::DeadlineSet(set) = &mut entry {
                        set.deadline = DeadlineId(self.world.random.bytes()?);
                        // A day that passed while the case was with us has not lapsed: it was missed.
                        let since = deadlines::ours_since(&case, person, came, today);
                        if since <= set.due && set.due < today {
                            set.since = Some(set.due);
                        }
                    }
                    if let Entry::TaskAdded(task) = &entry
                        && let Some(to) = &task.to
                    {
                        match self.alias(line, "to", to) {
                            Ok(stranger) => self.shown.no_member.extend(stranger),
                            Err(wrong) => {
                                bad.extend(wrong.into_iter().map(|wrong| line.fault(wrong)));
                                continue;
                            }
                        }
                    }
                    if let Entry::NoteTaken(note) = &entry {
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
                    let payload = Payload {
                        person,
                        even_so,
                        entry,
                        ..self.template.clone()
                    };
                    let event = self.append(id, payload, &mut events, &mut roots)?;
                    lines.insert(event, line.number);
                    refs.took(line, event);
                }
                Err(wrong) => {
                    let otherwise = stated::is_done(line, &wrong)
                        .then(|| seen::moved(line, None, &case, &mut by_hand, &events, today))
                        .flatten();
                    if let (Some(event), Some(kind)) = (otherwise, line.sort.kind()) {
                        self.shown.already_there += 1;
                        self.contradiction(id, line, kind, event, &events, group, false);
                        refs.took(line, event);
                        continue;
                    }
                    bad.extend(stated::faults(line, wrong, at.case, &bad));
                }
            }
        }
        if known.is_some() && group.whole {
            self.untold(id, &events, group, &lines, gone)?;
        }
        if roots.is_empty() && known.is_none() {
            return Ok(bad);
        }
        self.fill(id, &mut events, &mut roots, &mut lines, group)?;
        self.finish(id, pending, &roots, group, &lines, &said)?;
        if let (Some(person), Some(opening)) = (group.person, group.opening) {
            self.seal(id, person, &events, opening.number)?;
        }
        if self.shown.dry_run && known.is_none() {
            // Its number was drawn for nothing.
            self.shown.map.pop();
        }
        Ok(bad)
    }

    fn append(
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

    /// Appends the deadlines that follow, once for the whole case unless it is closed. `said` are the days that lines state
    /// of deadlines that are there.
    fn finish(
        &mut self,
        id: CaseId,
        mut pending: Pending,
        roots: &[EventId],
        group: &line::Group<'_>,
        lines: &BTreeMap<EventId, usize>,
        said: &BTreeMap<EventId, NaiveDate>,
    ) -> Result<(), AppError> {
        let name = group.label.unwrap_or(group.name);
        let today = self.world.clock.today();
        self.follow(id, &mut pending, roots)?;
        let Pending {
            before: case,
            unruled,
            ..
        } = pending;
        alarm::follow_import(self.tx, &self.office, &case, roots, &self.template, today)?;
        let open =
            |deadline: &&Deadline| deadline.is_ours() && deadline.standing(&case, today).is_open();
        self.shown.open_deadlines += case.deadlines.iter().filter(open).count();
        self.shown.lapsed += deadlines::lapsed(&case, today).count();
        let number = number_of(&case);
        let differing = seen::differing(&case, lines, said, roots, today);
        self.shown.differing.extend(differing);
        self.shown
            .unruled
            .extend(unruled.into_iter().map(|occurrence| Unruled {
                case: number.clone(),
                r#ref: name.to_owned(),
                line: lines.get(&occurrence.trigger).copied(),
                date: occurrence.first_day(),
                event: occurrence.event,
                jurisdiction: occurrence.jurisdiction,
            }));
        self.shown.map.push(Mapped {
            r#ref: name.to_owned(),
            case: number,
        });
        Ok(())
    }

    fn opening(&mut self, line: &Line<'_>, mark: &str) -> Result<Entry, Refused> {
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

    fn entry(
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

/// Why a case line was refused.
enum Refused {
    Line(Vec<LineWrong>),
    Error(AppError),
}
