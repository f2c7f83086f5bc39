//! What a question is judged on: the history, read once, and every table that left.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use super::asks::asks;
use super::crowd::crowd;
use super::ledger::{Earlier, earlier, next_number};
use super::past::{Found, Past, checked, sizes};
use super::protect::{canonical, combined, counts, digest, no_such_cell, protected, stakes};
use super::release::Protect;
use super::rows::{self, Rows};
use super::snapshot::snapshot;
use super::whom::Whom;
use super::{Query, named, threshold, timed, times};
use crate::app::error::{AppError, Withheld};
use crate::app::own;
use crate::base::id::StoreId;
use crate::disclosure::ledger::{Cleared, Scope, Sheet, Verdict, clear};
use crate::disclosure::protect::{Stake, has_telling_line};
use crate::disclosure::witness::{Budget, Simplex};
use crate::domain::event::{Entry, Event, TableAsked, TableLeft};
use crate::domain::own::Declared;
use crate::store::Reader;

/// How often cells may be withheld besides for tables that left before.
const ROUNDS: usize = 8;

/// A table that may leave, and how it is remembered.
pub(super) struct Judged {
    pub cleared: Cleared,
    pub left: TableLeft,
    /// Everything it counts.
    pub found: Vec<Found>,
}

/// The history and what left, for any number of questions.
pub(super) struct Ground {
    pub past: Past,
    pub earlier: Vec<Earlier>,
    /// Who is whom by what is known now, whenever they were counted.
    pub whom: Whom,
    /// Fewer than so many persons are small, as the office says.
    pub threshold: i64,
    pub store: StoreId,
    declared: Declared,
    pub(super) today: NaiveDate,
}

impl Ground {
    pub(super) fn read(reader: &Reader, today: NaiveDate) -> Result<Self, AppError> {
        let past = Past::read(reader)?;
        let earlier = earlier(&past)?;
        Ok(Self {
            whom: past.whom(&earlier),
            earlier,
            threshold: threshold::of(&past.office),
            declared: Declared::of(&past.office),
            store: reader.id(),
            past,
            today,
        })
    }

    /// The question with its day: the one that was named, else the end of the last season that the office has seen.
    fn dated(&self, query: &Query) -> (Query, NaiveDate) {
        let as_of = query.as_of.or_else(|| snapshot(&self.past, self.today));
        let dated = Query {
            as_of,
            ..query.clone()
        };
        (dated, as_of.unwrap_or(self.today))
    }

    /// Judges a question, within so many seconds.
    ///
    /// # Errors
    /// A question that is none, small numbers shown in a rounded table, or [`AppError::Withheld`].
    pub(super) fn judge(
        &self,
        query: &Query,
        protect: &Protect,
        to: &str,
        seconds: u32,
    ) -> Result<Judged, AppError> {
        // Rounded, it would stand there as one that the office decided to show, and be printed nowhere.
        if protect.round && !protect.show.is_empty() {
            return Err(AppError::ShownRounded);
        }
        let offices = || {
            let cases = Query {
                unit: "cases".to_owned(),
                by: vec!["office".to_owned()],
                ..Query::default()
            };
            let found = self.past.found(&cases, self.today, None).into_iter();
            found.flat_map(|one| one.key).collect()
        };
        let (query, day) = self.dated(&checked(query, &self.declared, offices)?);
        let mut asked = canonical(&query, protect);
        let mut names = named(&query.by, &query.filters);
        asked.bands = names.any(|name| own::is_number(&self.declared, name));
        let found = self.past.found(&query, day, None);
        let rows = self.rows(&query, day);
        asked.combined = dimensions_of_combined(&query, protect, &rows)?;
        let found = combined(found, &asked);
        let rows = rows::combined(rows, &asked);
        asked.groups = protect.groups.of(&query.by, &rows)?;
        // Only what is withheld for its own sake can be shown on a decision.
        let stakes = stakes(&found, &asked, &rows)?;
        let mut shown = asked.show.iter().zip(&stakes);
        if let Some((key, _)) = shown.find(|(_, stake)| **stake == Stake::Nothing) {
            return Err(Withheld::NotSmall(key.clone()).into());
        }
        let counted = (found.as_slice(), &rows);
        // The same question about the same people begins where it ended.
        let before = self.earlier.iter().position(|one| {
            let kept = TableAsked {
                withhold: asked.withhold.clone(),
                ..one.left.asked.clone()
            };
            let wished = &one.left.asked.withhold;
            !one.is_of_times
                && kept == asked
                && asked.withhold.iter().all(|key| wished.contains(key))
                && self.whom.are_same(&one.found, &found)
        });
        let before = before.and_then(|at| Some((self.earlier.get(at)?, self.earlier.get(..at)?)));
        if let Some((before, _)) = before {
            asked.withhold.clone_from(&before.left.asked.withhold);
        }
        let number = next_number(&self.past.office, self.today.year());
        // With the same table once more nothing new leaves: it is judged as it was then. (Beside itself a rounded one
        // would not pass: more must stay possible of a difference between tables than of a number in one.)
        let as_then = before.and_then(|(before, earlier)| {
            let mut asked = asked.clone();
            let made = self.cleared(earlier, &mut asked, counted, &number, protect, seconds);
            let made = made.ok()?;
            let is_same = asked == before.left.asked
                && Sheet::of(&number, made.released()).cells() == before.left.cells;
            is_same.then_some(made)
        });
        let cleared = if let Some(cleared) = as_then {
            cleared
        } else {
            self.past.all_followed(&self.earlier, &self.whom)?;
            self.conditions_tell(&query, day, &asked)?;
            let earlier = &self.earlier;
            self.cleared(earlier, &mut asked, counted, &number, protect, seconds)?
        };
        let cells = Sheet::of(&number, cleared.released()).cells();
        let mut left = TableLeft {
            number,
            to: to.to_owned(),
            purpose: protect.purpose.clone(),
            day,
            because: protect
                .because
                .clone()
                .filter(|_| !asked.show.is_empty() || asked.threshold < self.threshold),
            counts: sizes(&found).into_iter().collect(),
            digest: digest(&cells),
            cells,
            pairwise: cleared.scope() == Scope::Pairwise,
            added: false,
            proposed_by: None,
            approved: None,
            ids: None,
            times: Vec::new(),
            timed: Vec::new(),
            asked,
        };
        // The same people in the same table: it is the one that left, and says so.
        let same = self.earlier.iter().position(|one| {
            let same = one.left.asked == left.asked && one.left.cells == left.cells;
            !one.is_of_times && same && self.whom.are_same(&one.found, &found)
        });
        let mut cleared = cleared;
        if let Some((at, same)) = same.and_then(|at| Some((at, self.earlier.get(at)?))) {
            left.number.clone_from(&same.left.number);
            left.day = same.left.day;
            left.times.clone_from(&same.left.times);
            left.timed.clone_from(&same.left.timed);
            cleared = cleared.beside_the_first(at);
        } else if query.median {
            let sheet = Sheet::of(&left.number, cleared.released());
            left.timed = self.timed(&left, sheet, counted, protect, seconds);
            left.times = times::told(&found, &query, (&self.earlier, &self.whom), &|part| {
                let mut cells = cleared.cells().iter();
                let cell = cells.find(|cell| matches!(cell.key.as_slice(), [one] if one == part));
                cell.is_some_and(|cell| cell.value.is_some()) && timed::shows(&left.timed, part)
            });
        }
        if left.asked.intervals {
            cleared = cleared.with_intervals(&Simplex, &mut Budget::seconds(seconds));
        }
        Ok(Judged {
            cleared,
            left,
            found,
        })
    }

    /// Refuses a condition on a sensitive dimension that keeps out, or lets in alone, what nearly all of a line are: with that
    /// line's total from elsewhere its number would say it. Each is judged as an axis of its own, among whom the others admit.
    fn conditions_tell(
        &self,
        query: &Query,
        day: NaiveDate,
        asked: &TableAsked,
    ) -> Result<(), AppError> {
        let names: BTreeSet<&String> = query.filters.iter().map(|(name, _)| name).collect();
        for name in names {
            if own::dimension(name).is_none() {
                continue;
            }
            let mut others = query.clone();
            others.filters.retain(|(other, _)| other != name);
            if !others.by.contains(name) {
                others.by.push(name.clone());
            }
            let mut asked = asked.clone();
            asked.by.clone_from(&others.by);
            asked.groups.retain(|(other, _)| other != name);
            let found = combined(self.past.found(&others, day, None), &asked);
            let rows = rows::combined(self.rows(&others, day), &asked);
            let counts = counts(&found, &asked, &rows)?;
            let at = others.by.iter().position(|other| other == name);
            if at.is_some_and(|at| has_telling_line(&counts, at, asked.threshold)) {
                return Err(Withheld::Condition(name.clone()).into());
            }
        }
        Ok(())
    }

    /// How many have a known time, where that could be printed beside a new table and all that left before.
    fn timed(
        &self,
        new: &TableLeft,
        sheet: Sheet,
        (found, rows): (&[Found], &Rows),
        protect: &Protect,
        seconds: u32,
    ) -> Vec<(Vec<String>, String)> {
        let mut earlier = self.earlier.clone();
        earlier.push(Earlier {
            place: u64::MAX,
            left: new.clone(),
            sheet,
            found: found.to_vec(),
            is_of_times: false,
            told: Vec::new(),
        });
        let wish = Protect {
            threshold: protect.threshold,
            strict: protect.strict,
            ..Protect::default()
        };
        let mut asked = timed::asked(&new.asked);
        let timed = timed::found(found);
        let rows = rows.iter().take(1).cloned().collect();
        let counted = (timed.as_slice(), &rows);
        let number = &new.number;
        let cleared = self.cleared(&earlier, &mut asked, counted, number, &wish, seconds);
        cleared.map_or(Vec::new(), |table| {
            Sheet::of(number, table.released()).cells()
        })
    }

    /// The table, with as many cells withheld as it takes beside what left before.
    fn cleared(
        &self,
        earlier: &[Earlier],
        asked: &mut TableAsked,
        (found, rows): (&[Found], &Rows),
        number: &str,
        protect: &Protect,
        seconds: u32,
    ) -> Result<Cleared, AppError> {
        for _ in 0..=ROUNDS {
            let released = protected(found, asked, rows, &mut Budget::seconds(seconds))?;
            if let (None, Some(key)) = (&protect.because, asked.show.first()) {
                let stakes = stakes(found, asked, rows)?;
                return Err(match stakes.first() {
                    Some(Stake::Small) => Withheld::Small(key.clone()),
                    _ => Withheld::Kept(key.clone()),
                }
                .into());
            }
            let shape = released.shape().clone();
            let day = asked.as_of.unwrap_or(self.today);
            let sheet = Sheet::of(number, &released).asking(asks(asked, day));
            let crowd = crowd(earlier, sheet, found, &self.whom);
            let mut budget = Budget::seconds(seconds);
            match clear(released, crowd, !protect.strict, &Simplex, &mut budget) {
                Ok(Verdict::Cleared(cleared)) => return Ok(cleared),
                Ok(Verdict::Withhold(cells)) => {
                    let keys = cells.iter().map(|cell| shape.key(*cell));
                    asked.withhold.extend(keys);
                }
                Err(conflict) if conflict.cut_off => return Err(Withheld::Costly.into()),
                Err(conflict) => {
                    return Err(Withheld::Beside {
                        with: self.named(&conflict.with),
                        what: conflict.given.what,
                        key: conflict.given.key,
                        telling: earlier
                            .iter()
                            .filter(|one| !one.told.is_empty())
                            .map(|one| one.left.number.clone())
                            .filter(|number| conflict.with.contains(number))
                            .collect(),
                        lost_before: conflict.lost_before
                            && earlier.iter().any(|one| one.left.added),
                    }
                    .into());
                }
            }
        }
        Err(Withheld::Costly.into())
    }

    /// Tables by their numbers, with their days and to whom they left.
    fn named(&self, numbers: &[String]) -> Vec<(String, NaiveDate, String)> {
        let left = numbers.iter().filter_map(|number| self.left(number));
        left.map(|one| (one.number.clone(), one.day, one.to.clone()))
            .collect()
    }

    /// The day as of which a question is counted.
    pub(super) fn day(&self, query: &Query) -> NaiveDate {
        self.dated(query).1
    }

    /// Everything that a question counts, with nothing counted as one.
    pub(super) fn count(&self, query: &Query) -> Vec<Found> {
        let (query, day) = self.dated(query);
        self.past.found(&query, day, None)
    }

    /// The rows of a question with its day.
    fn rows(&self, query: &Query, day: NaiveDate) -> Rows {
        let everybody = Query {
            filters: Vec::new(),
            period: None,
            median: false,
            ..query.clone()
        };
        let everybody = self.past.found(&everybody, day, None);
        let rows = rows::of(&self.declared, query, &everybody);
        rows::of_remedies(rows, query, &self.past.found(query, day, None))
    }

    /// Everything that a question counts, as it is wanted.
    pub(super) fn things(&self, query: &Query, protect: &Protect) -> Result<Vec<Found>, AppError> {
        let (query, day) = self.dated(query);
        let found = self.past.found(&query, day, None);
        let mut asked = canonical(&query, protect);
        asked.combined = dimensions_of_combined(&query, protect, &self.rows(&query, day))?;
        Ok(combined(found, &asked))
    }

    /// On which day a table first left; nothing of one that has not.
    pub(super) fn day_of(&self, number: &str) -> Option<NaiveDate> {
        let has_left = |event: &&Event| matches!(&event.payload.entry, Entry::TableLeft(left) if left.number == number);
        let first = self.past.office.iter().find(has_left)?;
        Some(first.payload.at.date_naive())
    }

    /// An earlier table by its number.
    pub(super) fn left(&self, number: &str) -> Option<&TableLeft> {
        let mut earlier = self.earlier.iter();
        Some(&earlier.find(|one| one.left.number == number)?.left)
    }
}

/// Of which dimension the values are that count as one.
fn dimensions_of_combined(
    query: &Query,
    protect: &Protect,
    rows: &Rows,
) -> Result<Vec<(String, Vec<String>)>, AppError> {
    let mut all = Vec::new();
    for codes in &protect.combine {
        let mut of = query.by.iter().zip(rows);
        let of = of.find(|(_, values)| codes.iter().all(|code| values.contains(code)));
        let Some((name, _)) = of else {
            return Err(no_such_cell(rows.iter().flatten()));
        };
        let before = all.iter().filter(|(of, _)| of == name);
        let mut known: BTreeSet<&String> = before.flat_map(|(_, codes)| codes).collect();
        if let Some(twice) = codes.iter().find(|code| !known.insert(code)) {
            return Err(AppError::CombinedTwice(twice.clone()));
        }
        all.push((name.clone(), codes.clone()));
    }
    Ok(all)
}
