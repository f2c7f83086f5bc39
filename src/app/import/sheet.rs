//! `import` of a sheet: its rows become the lines of an import, by a map, and go the way that those go.

mod applications;
mod blank;
mod cases;
mod claim;
mod day;
mod doubt;
mod hour;
mod key;
mod keys;
mod map;
mod order;
mod own;
mod plan;
mod register;
mod rows;
mod sealing;
mod sex;
mod target;
mod top;
mod totals;
mod words;
mod written;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use map::Map;
pub use own::own_lines;
pub use plan::{Plan, plan};

use self::register::Register;
use self::sealing::SamePersons;
use super::line::Group;
use super::{Done, Options};
use crate::app::error::AppError;
use crate::app::identity::group_of;
use crate::app::session::{Session, members};
use crate::app::view::{KnownWords, SheetGone};
use crate::base::sheet::{Reading, Sheet, SheetError, letters};
use crate::domain::code::SheetFate;
use crate::domain::event::{Entry, Event, SheetImported, SheetSettled};

/// Reads a sheet.
///
/// # Errors
/// [`AppError::Sheet`].
pub fn read(path: &Path, how: Reading<'_>) -> Result<Sheet, AppError> {
    Sheet::read(path, how, &words::known).map_err(AppError::Sheet)
}

/// Reads the sheet of a file that a map is to be proposed for: the one of that number, or the first that is shown and has
/// headings.
///
/// # Errors
/// [`AppError::Sheet`].
pub fn read_to_plan(path: &Path, wanted: Option<usize>) -> Result<Sheet, AppError> {
    let mut first: Option<Sheet> = None;
    let mut number = wanted.unwrap_or(1);
    loop {
        let how = Reading {
            sheet: number,
            ..Reading::default()
        };
        let sheet = Sheet::read_even_empty(path, how, &words::known).map_err(AppError::Sheet)?;
        let sheets = sheet.sheets;
        // A file without sheets is the first alone.
        if number > sheets {
            return Err(AppError::Sheet(SheetError::NoSheet));
        }
        let has_headings =
            || own::has_own_columns(&sheet) || top::heading_of(&sheet, None).is_some();
        if wanted.is_none() && !sheet.hidden && has_headings() {
            return Ok(sheet);
        }
        if !sheet.rows.is_empty() {
            first = first.or(Some(sheet));
        }
        if wanted.is_some() || number >= sheets {
            return first.ok_or(AppError::Sheet(SheetError::Empty));
        }
        number = number.saturating_add(1);
    }
}

impl Session<'_> {
    /// Imports a sheet by a map. `progress` hears of each case: done, of how many.
    ///
    /// # Errors
    /// [`AppError::Map`]; [`AppError::NobodyToSealTo`]; [`AppError::Import`] lists every fault; nothing was written.
    pub fn import_sheet(
        &mut self,
        sheet: &Sheet,
        map: &Map,
        options: Options,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Done, AppError> {
        let map = map.check(sheet)?;
        let office = self.store.office_events()?;
        let seals = map
            .columns
            .iter()
            .any(|used| matches!(used.to, target::Target::Seal(_)));
        if seals && group_of(&office).is_none_or(|group| group.recipients.is_empty()) {
            return Err(AppError::NobodyToSealTo);
        }
        let aliases: BTreeSet<String> = members(self.store.id(), &office)
            .into_iter()
            .filter(|joined| !joined.member.card)
            .map(|joined| joined.member.alias)
            .collect();
        let mut bad = Vec::new();
        let today = self.world.clock.today();
        let cases = cases::Cases::find(sheet, &map, &aliases, today, &mut bad);
        self.run(bad, options, &mut |job, bad| {
            let total = cases.len();
            let mut known_words = BTreeSet::new();
            let mut register = Register::of(&job.office, &map, total);
            let mut hours = BTreeSet::new();
            let mut same = SamePersons::default();
            for (done, mut case) in cases.each().enumerate() {
                progress(done, total);
                // What was not understood of a row keeps the whole row out.
                let spoilt: BTreeSet<usize> = case.bad.iter().map(|fault| fault.line).collect();
                bad.append(&mut case.bad);
                known_words.append(&mut case.known_words);
                case.lines.retain(|line| !spoilt.contains(&line.number));
                let opens = !spoilt.contains(&case.opening.number);
                if !opens && case.lines.is_empty() {
                    continue;
                }
                hours.append(&mut case.hours);
                same.look(&case.person, case.opening.number);
                let name = register.name(job, &case)?;
                let is_whole = spoilt.is_empty() && !map.part;
                let group = Group {
                    name: &name,
                    label: Some(&case.label),
                    opening: opens.then_some(&case.opening),
                    lines: case.lines.iter().collect(),
                    person: Some(&case.person).filter(|person| opens && !person.is_empty()),
                    by_day: map.sort != map::Sort::Case && !map.part,
                    whole: is_whole,
                    absent: &case.absent,
                    lost: &[],
                    torn: &[],
                };
                bad.extend(job.case(&group)?);
            }
            progress(total, total);
            register.told(job, cases.is_numbered());
            // A case whose row was not understood is none that is gone.
            if bad.is_empty() {
                register.gone(job)?;
            }
            job.shown.other_sheets = sheet.sheets.saturating_sub(1);
            job.shown.hours_left_out = hours.into_iter().map(letters).collect();
            job.shown.total_rows.clone_from(&map.totals);
            job.shown.comments = sheet.comments;
            job.shown.left_out = map.left_out.iter().map(|at| letters(*at)).collect();
            if job.shown.events > 0 || job.shown.sealed > 0 {
                job.shown.same_person_rows = same.rows;
                let mut columns: BTreeMap<usize, usize> = BTreeMap::new();
                for (at, _) in known_words {
                    *columns.entry(at).or_default() += 1;
                }
                let columns = columns.into_iter();
                job.shown.known_words = columns
                    .map(|(at, count)| KnownWords {
                        column: letters(at),
                        count,
                    })
                    .collect();
                let register = map.register.clone();
                let imported = SheetImported::new(total, register, map.sheet, sheet.sheets);
                job.note(Entry::SheetImported(imported))?;
            }
            Ok(())
        })
    }

    /// Writes down what became of the sheets that were imported.
    ///
    /// # Errors
    /// [`AppError::NoSheetOpen`] where the fate of none is awaited; the store.
    pub fn sheet_gone(&mut self, fate: SheetFate) -> Result<SheetGone, AppError> {
        let count = open_sheets(&self.store.office_events()?);
        if count == 0 {
            return Err(AppError::NoSheetOpen);
        }
        self.note(Entry::SheetSettled(SheetSettled { fate }))?;
        Ok(SheetGone {
            schema: "nansen.sheet-gone/1",
            sheets: count,
            fate,
        })
    }
}

/// Imports of a sheet of which nobody has said what became of the file.
fn open_imports(office: &[Event]) -> impl Iterator<Item = &SheetImported> {
    let later = office
        .iter()
        .rev()
        .take_while(|event| !matches!(event.payload.entry, Entry::SheetSettled(_)));
    later.filter_map(|event| match &event.payload.entry {
        Entry::SheetImported(imported) => Some(imported),
        _ => None,
    })
}

/// How many those are.
pub(in crate::app) fn open_sheets(office: &[Event]) -> usize {
    open_imports(office).count()
}

/// How many sheets of their files none of them took. Files of as many sheets are taken for one: nothing of a file is kept
/// by which it would be known.
pub(in crate::app) fn left_sheets(office: &[Event]) -> u64 {
    let mut files: BTreeMap<u64, BTreeSet<u64>> = BTreeMap::new();
    for one in open_imports(office) {
        if let (Some(sheet), Some(of)) = (one.sheet, one.of) {
            files.entry(of).or_default().insert(sheet);
        }
    }
    let left = files.into_iter().map(|(of, taken)| {
        let taken = u64::try_from(taken.len()).unwrap_or(u64::MAX);
        of.saturating_sub(taken)
    });
    left.sum()
}
