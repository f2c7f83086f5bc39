//! One rule and one event: which days come of it, and what must be said beside them.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::base::date::PartialDate;
use crate::domain::code::{DateBasis, RuleStatus};
use crate::domain::event::Step;
use crate::rules::applies::{Conditions, conditions};
use crate::rules::book::{Book, Jurisdiction};
use crate::rules::calendar::Days;
use crate::rules::facts::{Facts, Match};
use crate::rules::law::{Rule, RuleKind};
use crate::rules::model::{AlternativeKind, Period};
use crate::rules::occurrence::Occurrence;
use crate::rules::reckon::{self, Count, End};
use crate::rules::steps::{note, step};
use crate::rules::trigger::{Taken, take};

/// What comes of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) basis: DateBasis,
    pub(super) known: Option<PartialDate>,
    pub(super) due: Option<NaiveDate>,
    pub(super) due_at: Option<DateTime<FixedOffset>>,
    pub(super) safe: Option<NaiveDate>,
    pub(super) last_arguable: Option<NaiveDate>,
    pub(super) provisional: bool,
    pub(super) unconfirmed: bool,
    pub(super) steps: Vec<Step>,
    pub(super) warnings: Vec<Step>,
}

impl Line {
    /// A last arguable day, with the rule that gives it.
    fn argue(&mut self, by: &Rule, end: Option<End>) {
        let Some(end) = end.filter(|e| self.due.is_some_and(|due| e.due > due)) else {
            return;
        };
        let args = [("rule", by.id.as_str()), ("citation", by.citation.as_str())];
        self.steps.push(step("step-arguable", &args, end.due));
        self.last_arguable = self.last_arguable.max(Some(end.due));
    }
}

/// The calendar and the way of counting that a rule asks for; `None` where it names none.
pub(super) fn count_of<'b>(
    book: &'b Book,
    file: &'b Jurisdiction,
    rule: &'b Rule,
    occurrence: &Occurrence,
    period: Period,
) -> Option<(Days<'b>, Count<'b>)> {
    let convention = book.convention(rule.convention.as_deref()?)?;
    let days = Days::new(
        book.calendar(&file.calendar),
        Facts(&occurrence.facts).get("region"),
        &convention.closed,
        convention.weekend.as_deref(),
    );
    let count = Count {
        convention,
        start: rule.start.unwrap_or(convention.start),
        roll: rule.roll.unwrap_or(convention.roll),
        wait: &rule.wait,
        period,
        adds: None,
    };
    Some((days, count))
}

/// What a rule gives for an event. `outers` are the rules that bound it.
pub(super) fn line(
    book: &Book,
    file: &Jurisdiction,
    rule: &Rule,
    occurrence: &Occurrence,
    outers: &[&Rule],
) -> Line {
    let taken = take(book, file, rule, occurrence);
    let conditions = conditions(rule, occurrence, taken.as_ref());
    let mut line = Line {
        basis: taken.as_ref().map_or(rule.trigger.basis, |t| t.basis),
        known: taken.as_ref().map(|t| t.known),
        due: None,
        due_at: None,
        safe: None,
        last_arguable: None,
        provisional: false,
        unconfirmed: taken.as_ref().is_none_or(|t| t.unconfirmed),
        steps: taken.as_ref().map_or_else(Vec::new, |t| t.steps.clone()),
        warnings: Vec::new(),
    };
    warn(&mut line, rule, &conditions);
    let refused = [&conditions.when, &conditions.in_force].contains(&&Match::No)
        || rule.status == RuleStatus::NotInForce;
    if let (Some(taken), Some(period), false) = (&taken, rule.period, refused) {
        let reckoner = Reckoner {
            book,
            file,
            rule,
            occurrence,
            taken,
        };
        reckoner.fill(&mut line, period, outers);
    } else if taken.is_none() {
        line.steps.push(note(
            "step-no-day",
            &[("basis", rule.trigger.basis.as_str())],
        ));
    }
    if !refused {
        printed(&mut line, rule, occurrence);
    }
    order(&mut line);
    line
}

/// What must be said of a rule whatever comes of it.
fn warn(line: &mut Line, rule: &Rule, conditions: &Conditions) {
    let mut say = |text: &str, args: &[(&str, &str)]| line.warnings.push(note(text, args));
    match &conditions.when {
        Match::No => say("warning-other-case", &[]),
        Match::Perhaps(facts) => {
            for fact in facts {
                say("warning-fact-unknown", &[("fact", fact)]);
            }
        }
        Match::Yes => {}
    }
    if conditions.in_force != Match::Yes {
        let sure = conditions.in_force == Match::No;
        for span in &rule.in_force {
            let args = [
                ("axis", span.axis.as_str()),
                ("from", &day_or_none(span.from)),
                ("until", &day_or_none(span.until)),
                ("citation", span.citation.as_str()),
            ];
            say(
                if sure {
                    "warning-not-law"
                } else {
                    "warning-perhaps-not-law"
                },
                &args,
            );
        }
        line.provisional = true;
    }
    let mut say = |text: &str, args: &[(&str, &str)]| line.warnings.push(note(text, args));
    match rule.status {
        RuleStatus::Verified => {}
        RuleStatus::NotInForce => say("warning-not-in-force", &[]),
        RuleStatus::PartlyVerified => say("warning-partly-verified", &[]),
        RuleStatus::Remembered => say("warning-remembered", &[]),
    }
    if let Some(conflict) = &rule.conflict {
        say("warning-conflict", &[("text", conflict)]);
    }
}

fn day_or_none(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| "none".to_owned(), |d| d.to_string())
}

struct Reckoner<'a> {
    book: &'a Book,
    file: &'a Jurisdiction,
    rule: &'a Rule,
    occurrence: &'a Occurrence,
    taken: &'a Taken,
}

impl Reckoner<'_> {
    fn fill(&self, line: &mut Line, period: Period, outers: &[&Rule]) {
        let main = self.rule.working_period.unwrap_or(period);
        let Some(found) = self.earliest(main, self.taken.day, line) else {
            line.steps.push(note("step-no-reckoning", &[]));
            return;
        };
        line.due = Some(found.due);
        line.due_at = found.due_at;
        line.safe = found.safe;
        line.steps.extend(found.steps);
        if let Some(year) = found.unknown_year {
            line.provisional = true;
            line.warnings
                .push(note("warning-year", &[("year", &year.to_string())]));
        }
        if found.region_matters {
            line.warnings.push(note("warning-region", &[]));
        }
        if self.rule.sure_until.is_some_and(|d| self.taken.day > d) {
            line.provisional = true;
            line.warnings.push(note("warning-later-text", &[]));
        }
        if self.rule.working_period.is_some() {
            line.argue(self.rule, self.end(period, self.taken.day));
        }
        self.doubt(line, main);
        for alternative in &self.rule.alternative {
            let facts = Facts(&self.occurrence.facts);
            if facts.matches(&alternative.when) != Match::Yes {
                continue;
            }
            let end = self.end(alternative.period, self.taken.day);
            match alternative.kind {
                AlternativeKind::Later => line.argue(self.rule, end),
                AlternativeKind::Safe => {
                    if let Some(end) = end {
                        line.safe = earlier(line.safe, Some(end.due));
                    }
                }
                AlternativeKind::Instead | AlternativeKind::Adds => {}
            }
        }
        for outer in outers {
            let end = outer.period.and_then(|p| {
                let day = take(self.book, self.file, outer, self.occurrence)?.day;
                let (mut days, count) = count_of(self.book, self.file, outer, self.occurrence, p)?;
                reckon::end(&mut days, count, day, None)
            });
            line.argue(outer, end);
        }
    }

    /// The days that a doubt about the day of service gives.
    fn doubt(&self, line: &mut Line, period: Period) {
        if let Some(end) = self.taken.safe_from.and_then(|d| self.end(period, d)) {
            line.safe = earlier(line.safe, Some(end.due));
        }
        if let Some(from) = self.taken.arguable_from {
            line.argue(self.rule, self.end(period, from));
        }
    }

    /// The earliest end among the main period and what may stand in its place.
    fn earliest(&self, main: Period, from: NaiveDate, line: &mut Line) -> Option<End> {
        let facts = Facts(&self.occurrence.facts);
        let mut candidates = Vec::new();
        let mut unknown = BTreeSet::new();
        let mut settled = false;
        for alternative in &self.rule.alternative {
            if alternative.kind != AlternativeKind::Instead || settled {
                continue;
            }
            match facts.matches(&alternative.when) {
                Match::No => {}
                Match::Yes => {
                    candidates.push(alternative.period);
                    settled = true;
                }
                Match::Perhaps(facts) => {
                    candidates.push(alternative.period);
                    unknown.extend(facts);
                }
            }
        }
        if !settled {
            candidates.push(main);
        }
        for fact in unknown {
            let say = note("warning-fact-shortest", &[("fact", &fact)]);
            if !line.warnings.contains(&say) {
                line.warnings.push(say);
            }
        }
        // Dates compete, not numbers: twelve working days may end before ten days.
        let ends = candidates.into_iter().filter_map(|p| self.end(p, from));
        ends.min_by_key(|e| (e.due, e.due_at))
    }

    fn end(&self, period: Period, from: NaiveDate) -> Option<End> {
        let (mut days, count) = count_of(self.book, self.file, self.rule, self.occurrence, period)?;
        let facts = Facts(&self.occurrence.facts);
        let adds = self
            .rule
            .alternative
            .iter()
            .find(|a| a.kind == AlternativeKind::Adds && facts.matches(&a.when) == Match::Yes)
            .map(|a| a.period);
        let at = self.taken.at.filter(|_| from == self.taken.day);
        reckon::end(&mut days, Count { adds, ..count }, from, at)
    }
}

/// A day printed on the paper wins over a reckoned one; the earlier of both is worked to.
fn printed(line: &mut Line, rule: &Rule, occurrence: &Occurrence) {
    let printed = Facts(&occurrence.facts).date("printed_date");
    let Some(date) = printed else {
        if rule.at_most && line.due.is_some() {
            line.provisional = true;
            line.warnings.push(note("warning-at-most", &[]));
        }
        return;
    };
    let day = date.earliest();
    line.steps.push(step("step-printed", &[], day));
    match line.due {
        Some(due) if due <= day => {
            // Only what runs out can be argued to run as long as the paper says; a limit cannot.
            if rule.kind == RuleKind::Validity {
                line.last_arguable = line.last_arguable.max(Some(day));
            }
        }
        Some(_) | None => {
            line.due = Some(day);
            line.due_at = None;
            line.unconfirmed = date.day().is_none();
        }
    }
}

/// `safe` before `due` before `last_arguable`; what adds nothing falls away.
fn order(line: &mut Line) {
    line.safe = line.safe.filter(|s| line.due.is_some_and(|d| *s < d));
    line.last_arguable = line
        .last_arguable
        .filter(|l| line.due.is_some_and(|d| *l > d));
}

fn earlier(a: Option<NaiveDate>, b: Option<NaiveDate>) -> Option<NaiveDate> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
