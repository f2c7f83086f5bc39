//! `import`: JSON Lines, or the rows of a sheet, into cases, all or nothing.

mod acts;
mod again;
pub(in crate::app) mod alias;
pub mod back;
mod case;
mod closing;
mod entry;
mod line;
mod links;
mod refs;
mod seen;
pub mod sheet;
mod stated;
pub mod text;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::app::error::{AppError, LineFault};
use crate::app::session::{Session, World, members};
use crate::app::view::Imported;
use crate::app::write::Stop;
use crate::domain::event::{Entry, Event, Payload, SheetImported, Via};
use crate::domain::own::Declared;
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
