//! Which entry of an earlier import each line is. Rows are known by what they are and their day: where a case has several of
//! one day, by what they say, wherever they stand in the sheet.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::Job;
use super::line::{Group, Line, again};
use super::seen::{self, Fit};
use crate::app::error::AppError;
use crate::base::id::EventId;
use crate::domain::event::{Event, ImportRef};
use crate::domain::history::History;

/// What an import knows of a line before it looks at what the line says.
pub(super) struct Known {
    /// By what a later import knows it.
    pub name: ImportRef,
    /// The entry that it is.
    pub there: Option<EventId>,
    /// Whether it could be no other.
    pub sure: bool,
}

impl Job<'_, '_> {
    /// Looks for each of these lines, in their order.
    pub(super) fn known(
        &self,
        group: &Group<'_>,
        events: &[Event],
    ) -> Result<Vec<Known>, AppError> {
        let mut alike: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, line) in group.lines.iter().enumerate() {
            let name = line.alike.as_ref().or(line.reference.as_ref());
            let name = name.map_or(line.text, String::as_str);
            alike.entry(name).or_default().push(at);
        }
        let mut known: BTreeMap<usize, Known> = BTreeMap::new();
        for (name, places) in alike {
            let lines = places
                .iter()
                .filter_map(|at| Some((*at, *group.lines.get(*at)?)));
            if group.lines.iter().any(|line| line.alike.is_some()) {
                known.extend(self.rows(group, name, lines.collect(), events)?);
                continue;
            }
            for (nth, (at, _)) in (1_usize..).zip(lines) {
                let again = (nth > 1).then(|| format!("\0{nth}"));
                let again = again.unwrap_or_default();
                let name = self.tx.import_ref(group.name, &format!("{name}{again}"))?;
                let there = self.tx.import_seen(&name)?.map(|(_, event)| event);
                let sure = true;
                known.insert(at, Known { name, there, sure });
            }
        }
        Ok(known.into_values().collect())
    }

    /// Looks for rows that are called alike: what says the same is the same, and of the rest the most alike. What a row says
    /// more than an entry is surely the entry's only where neither could be paired otherwise.
    fn rows(
        &self,
        group: &Group<'_>,
        name: &str,
        mut lines: Vec<(usize, &Line<'_>)>,
        events: &[Event],
    ) -> Result<BTreeMap<usize, Known>, AppError> {
        let (mut entries, mut free) = (Vec::new(), Vec::new());
        let all = lines.clone();
        for nth in 1_usize.. {
            let name = self.tx.import_ref(group.name, &again(name, nth))?;
            match self.tx.import_seen(&name)? {
                Some((_, event)) => entries.push((nth, name, event)),
                None => free.push(name),
            }
            if nth >= lines.len() && !free.is_empty() {
                break;
            }
        }
        let today = self.world.clock.today();
        let history = LazyCell::new(|| History::resolve(events, None));
        let fit = |line: &Line<'_>, event: EventId| seen::fit(line, event, &history, events, today);
        let ids: Vec<EventId> = entries.iter().map(|(.., event)| *event).collect();
        let only = all.len() == 1 && ids.len() == 1;
        let mut known = BTreeMap::new();
        // Most sheets stand as they stood: these need no comparison of each with each.
        for (nth, (at, line)) in (1_usize..).zip(&all) {
            let same = entries
                .iter()
                .position(|(of, _, event)| *of == nth && (only || fit(line, *event) == Fit::SAME));
            if let Some((_, name, event)) = same.map(|same| entries.swap_remove(same)) {
                let (there, sure) = (Some(event), true);
                known.insert(*at, Known { name, there, sure });
                lines.retain(|(other, _)| other != at);
            }
        }
        let mut pairs: Vec<(Fit, bool, usize, usize, EventId)> = Vec::new();
        for (at, line) in &lines {
            for (nth, _, event) in &entries {
                let own = all
                    .get(nth.saturating_sub(1))
                    .is_some_and(|(own, _)| own == at);
                pairs.push((fit(line, *event), !own, *at, *nth, *event));
            }
        }
        pairs.sort();
        for (best, _, at, nth, event) in pairs {
            let line = lines.iter().position(|(other, _)| *other == at);
            let entry = entries.iter().position(|(other, ..)| *other == nth);
            let Some((line, entry)) = line.zip(entry) else {
                continue;
            };
            let (_, line) = lines.swap_remove(line);
            let (_, name, _) = entries.swap_remove(entry);
            let could_be = |line: &Line<'_>, event| !fit(line, event).is_otherwise();
            let sure = !best.is_fuller()
                || all
                    .iter()
                    .filter(|(_, other)| could_be(other, event))
                    .count()
                    <= 1
                    && ids.iter().filter(|other| could_be(line, **other)).count() <= 1;
            let there = Some(event);
            known.insert(at, Known { name, there, sure });
        }
        lines.sort_by_key(|(at, _)| *at);
        for ((at, _), name) in lines.into_iter().zip(free) {
            let (there, sure) = (None, true);
            known.insert(at, Known { name, there, sure });
        }
        Ok(known)
    }
}
