//! What a rule makes of the day it runs from: its period, the cases that change it, its bounds and pauses.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::base::date::PartialDate;
use crate::domain::code::{Actor, DateBasis};
use crate::rules::book::{Book, Jurisdiction};
use crate::rules::compute::{Line, count_of};
use crate::rules::facts::{Facts, Match};
use crate::rules::law::Rule;
use crate::rules::model::{Alternative, AlternativeKind, Period, Resume, Roll, Unit};
use crate::rules::occurrence::Occurrence;
use crate::rules::reckon::{self, Count, End};
use crate::rules::steps::{note, step};
use crate::rules::trigger::{Taken, take};

/// One rule, and the day it runs from.
pub(super) struct Reckoner<'a> {
    pub(super) book: &'a Book,
    pub(super) file: &'a Jurisdiction,
    pub(super) rule: &'a Rule,
    pub(super) occurrence: &'a Occurrence,
    pub(super) taken: &'a Taken,
}

impl Reckoner<'_> {
    /// Fills in the days. `outers` are the rules that bound it.
    pub(super) fn fill(&self, line: &mut Line, period: Period, outers: &[&Rule]) {
        let main = self.rule.working_period.unwrap_or(period);
        let (special, ordinary) = self.possible(main, line);
        // Dates compete, not numbers: twelve working days may end before ten days.
        let ends = special.into_iter().chain(ordinary.clone());
        let Some(found) = ends.min_by_key(|end| (end.due, end.due_at)) else {
            line.steps.push(note("step-no-reckoning", &[]));
            return;
        };
        line.due = Some(found.due);
        line.due_at = found.due_at;
        line.open_before(found.safe);
        line.steps.extend(found.steps);
        if let Some(year) = found.unknown_year {
            line.provisional = true;
            line.warnings
                .push(note("warning-year", &[("year", &year.to_string())]));
        }
        if found.region_matters {
            line.warnings.push(note("warning-region", &[]));
        }
        if !self.text_is_sure() {
            line.provisional = true;
            line.settled = false;
            line.warnings.push(note("warning-later-text", &[]));
        }
        // That nothing special holds can be argued as long as nobody knows, though not for an authority or a paper.
        if self.rule.actor == Actor::Applicant {
            line.argue(self.rule, ordinary);
        }
        if self.rule.working_period.is_some() {
            line.argue(self.rule, self.end(period, None, self.taken.day));
        }
        self.doubt(line, main);
        for alternative in &self.rule.alternative {
            let applies = self.applies(alternative);
            if applies == Match::No {
                continue;
            }
            // What makes it earlier counts as soon as it may hold, what makes it later only if it surely does.
            let surely = applies == Match::Yes;
            let end = || self.alternative(alternative, main);
            match alternative.kind {
                AlternativeKind::Later if surely => line.argue(self.rule, end()),
                AlternativeKind::Safe => {
                    if let Some(end) = end() {
                        let citation = alternative.citation.as_ref();
                        let citation = citation.unwrap_or(&self.rule.citation);
                        line.safer(end.due, "step-safe-reading", &[("citation", citation)]);
                    }
                }
                AlternativeKind::Cap => line.bound(end(), |cap, due| cap < due, "step-cap"),
                AlternativeKind::Floor if surely => {
                    line.bound(end(), |floor, due| floor > due, "step-floor");
                }
                _ => {}
            }
        }
        self.pause(line, main);
        self.windows(line);
        for outer in outers {
            let end = outer.period.and_then(|p| {
                let day = take(self.book, self.file, outer, self.occurrence)?.day;
                let (mut days, count) =
                    count_of(self.book, self.file, outer, self.occurrence, p, None)?;
                reckon::end(&mut days, count, day, None)
            });
            line.argue(outer, end);
        }
    }

    /// Whether the text read is known to be the law for this case.
    fn text_is_sure(&self) -> bool {
        let Some(until) = self.rule.sure_until else {
            return true;
        };
        match self.rule.sure_axis.as_deref() {
            None | Some("trigger") => self.taken.day <= until,
            Some(axis) => self
                .day_called(axis)
                .map_or(self.taken.day <= until, |day| day <= until),
        }
    }

    /// Says that only the bounds of the period are known.
    pub(super) fn frame(&self, line: &mut Line) {
        line.provisional = true;
        line.settled = false;
        line.warnings.push(note("warning-frame", &[]));
        if let Some(max) = self.rule.frame.as_ref().and_then(|frame| frame.max) {
            line.argue(self.rule, self.end(max, None, self.taken.day));
        }
    }

    /// The days that a doubt about the day of service gives.
    fn doubt(&self, line: &mut Line, period: Period) {
        if let Some(end) = self.taken.safe_from.and_then(|d| self.end(period, None, d)) {
            line.safer(end.due, "step-safe-sending", &[]);
        }
        if let Some(from) = self.taken.arguable_from {
            line.argue(self.rule, self.end(period, None, from));
        }
    }

    /// A running period that stood still, or began anew: while nobody knows until when, the date stays.
    fn pause(&self, line: &mut Line, period: Period) {
        let Some((pause, due)) = self.rule.pause.as_ref().zip(line.due) else {
            return;
        };
        let facts = Facts(&self.occurrence.facts);
        let Some(from) = facts.date(&pause.from).map(PartialDate::earliest) else {
            return;
        };
        let raw = |period, day| self.raw(period, day);
        let in_time = pause
            .within
            .is_none_or(|within| raw(within, self.taken.day).is_some_and(|last| from <= last));
        if from < self.taken.day || from > due || !in_time {
            return;
        }
        let args = [("citation", pause.citation.as_str())];
        let Some(until) = facts.date(&pause.until).map(PartialDate::earliest) else {
            line.provisional = true;
            line.warnings.push(note("warning-stands-still", &args));
            return;
        };
        let end = match pause.then {
            Resume::Anew => self.end(period, None, until),
            // The day on which it stopped counts as used; what was left then counts from the end of the pause.
            Resume::Rest => raw(period, self.taken.day).and_then(|last| {
                let left = u32::try_from((last - from).num_days()).ok()?;
                let unit = Unit::Days;
                self.end(Period { n: left, unit }, None, until)
            }),
        };
        if let Some(end) = end.filter(|end| end.due > due) {
            line.steps.push(step("step-stood-still", &args, until));
            line.steps.extend(end.steps);
            line.due = Some(end.due);
            line.due_at = None;
            line.safe = None;
            line.safer(due, "step-safe-still", &args);
        }
    }

    /// The bare end of a period, before anything rolls.
    fn raw(&self, period: Period, day: NaiveDate) -> Option<NaiveDate> {
        let (mut days, count) = count_of(
            self.book,
            self.file,
            self.rule,
            self.occurrence,
            period,
            None,
        )?;
        let roll = Roll::None;
        Some(reckon::end(&mut days, Count { roll, ..count }, day, None)?.due)
    }

    /// Times in which periods stood still make a later day arguable.
    fn windows(&self, line: &mut Line) {
        let Some(due) = line.due else { return };
        for window in &self.file.window {
            let stood = window.from.max(self.taken.day);
            if !window.rules.contains(&self.rule.id) || window.until < stood || due < stood {
                continue;
            }
            // What was left when it began runs on after it.
            let later = window.until.checked_add_signed(due - stood);
            if let Some(later) = later.filter(|later| *later > due) {
                let args = [
                    ("rule", self.rule.id.as_str()),
                    ("citation", &window.citation),
                ];
                line.steps.push(step("step-arguable", &args, later));
                line.last_arguable = line.last_arguable.max(Some(later));
            }
        }
    }

    /// Whether an alternative applies.
    fn applies(&self, alternative: &Alternative) -> Match {
        match &alternative.event {
            Some(event) if *event != self.occurrence.event => Match::No,
            _ => Facts(&self.occurrence.facts).matches(&alternative.when),
        }
    }

    /// A day of the case by its name: a basis, or a fact that is a date.
    fn day_called(&self, name: &str) -> Option<NaiveDate> {
        let basis = name.parse::<DateBasis>().ok();
        Facts(&self.occurrence.facts)
            .date(name)
            .or_else(|| basis.and_then(|basis| self.occurrence.dates.get(&basis).copied()))
            .map(PartialDate::earliest)
    }

    /// Where an alternative ends; `None` where the day it runs from is not known.
    fn alternative(&self, alternative: &Alternative, main: Period) -> Option<End> {
        let from = match &alternative.from {
            Some(name) => self.day_called(name)?,
            None => self.taken.day,
        };
        self.end(alternative.period.unwrap_or(main), Some(alternative), from)
    }

    /// Where it may end: by what perhaps stands in the place of the ordinary period, and by that, or what surely stands
    /// in its place.
    fn possible(&self, main: Period, line: &mut Line) -> (Vec<End>, Option<End>) {
        let (mut special, mut ordinary) = (Vec::new(), None);
        let mut unknown = BTreeSet::new();
        let mut settled = false;
        for alternative in &self.rule.alternative {
            if alternative.kind != AlternativeKind::Instead || settled {
                continue;
            }
            match self.applies(alternative) {
                Match::No => {}
                Match::Yes => {
                    ordinary = self.alternative(alternative, main);
                    settled = true;
                }
                Match::Perhaps(facts) => {
                    special.extend(self.alternative(alternative, main));
                    unknown.extend(facts);
                }
            }
        }
        if !settled {
            ordinary = self.end(main, None, self.taken.day);
        }
        let counted = self.rule.alternative.iter().filter_map(|a| a.times.clone());
        let missing = |fact: &String| Facts(&self.occurrence.facts).get(fact).is_none();
        let uncounted: Vec<String> = counted.filter(missing).collect();
        // What would be added is not known: the date may lie later, which for a first day is the dangerous side.
        line.provisional |= !uncounted.is_empty();
        unknown.extend(uncounted);
        for fact in unknown {
            let say = note("warning-fact-shortest", &[("fact", &fact)]);
            if !line.warnings.contains(&say) {
                line.warnings.push(say);
            }
        }
        (special, ordinary)
    }

    /// What an alternative adds; nothing as long as nobody knows how often.
    fn added(&self, alternative: &Alternative) -> Option<Period> {
        let period = alternative.period?;
        let Some(fact) = &alternative.times else {
            return Some(period);
        };
        let times: u32 = Facts(&self.occurrence.facts).get(fact)?.parse().ok()?;
        let n = period.n.checked_mul(times)?;
        Some(Period { n, ..period })
    }

    fn end(&self, period: Period, other: Option<&Alternative>, from: NaiveDate) -> Option<End> {
        let (mut days, count) = count_of(
            self.book,
            self.file,
            self.rule,
            self.occurrence,
            period,
            other,
        )?;
        let adds = self
            .rule
            .alternative
            .iter()
            .find(|a| a.kind == AlternativeKind::Adds && self.applies(a) == Match::Yes)
            .and_then(|a| self.added(a));
        let at = self.taken.at.filter(|_| from == self.taken.day);
        reckon::end(&mut days, Count { adds, ..count }, from, at)
    }
}
