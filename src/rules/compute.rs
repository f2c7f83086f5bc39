//! One rule and one event: which days come of it, and what must be said beside them.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::base::date::PartialDate;
use crate::domain::code::{Actor, DateBasis, RuleStatus};
use crate::domain::event::Step;
use crate::rules::applies::{Conditions, conditions};
use crate::rules::book::{Book, Jurisdiction, NATIONAL};
use crate::rules::calendar::{Calendar, Days};
use crate::rules::facts::{Facts, Match};
use crate::rules::law::{Rule, RuleKind};
use crate::rules::model::{Alternative, Period};
use crate::rules::occurrence::Occurrence;
use crate::rules::reckon::{Count, End};
use crate::rules::reckoner::Reckoner;
use crate::rules::steps::{note, step};
use crate::rules::trigger::take;

/// What comes of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) basis: DateBasis,
    pub(super) known: Option<PartialDate>,
    pub(super) due: Option<NaiveDate>,
    pub(super) due_at: Option<DateTime<FixedOffset>>,
    pub(super) safe: Option<NaiveDate>,
    /// Why `safe` is earlier.
    safe_step: Option<Step>,
    pub(super) last_arguable: Option<NaiveDate>,
    pub(super) provisional: bool,
    /// The text read is the law for this case.
    pub(super) settled: bool,
    pub(super) unconfirmed: bool,
    pub(super) steps: Vec<Step>,
    pub(super) warnings: Vec<Step>,
}

impl Line {
    /// A last arguable day, with the rule that gives it.
    pub(super) fn argue(&mut self, by: &Rule, end: Option<End>) {
        self.argue_until(by, end.map(|end| end.due));
    }

    /// A last arguable day, where it lies later than the day to work to.
    pub(super) fn argue_until(&mut self, by: &Rule, day: Option<NaiveDate>) {
        let Some(day) = day.filter(|day| self.due.is_some_and(|due| *day > due)) else {
            return;
        };
        let args = [("rule", by.id.as_str()), ("citation", by.citation.as_str())];
        self.steps.push(step("step-arguable", &args, day));
        self.last_arguable = self.last_arguable.max(Some(day));
    }

    /// The open day before a last day that is closed, or may turn out to be.
    pub(super) fn open_before(&mut self, day: Option<NaiveDate>) {
        if let Some(day) = day {
            self.safer(day, "step-safe-open", &[]);
        }
    }

    /// An earlier day that is wise, where it is earlier than what stands, with the line that says why.
    pub(super) fn safer(&mut self, day: NaiveDate, text: &str, args: &[(&str, &str)]) {
        if self.safe.is_none_or(|safe| day < safe) {
            self.safe = Some(day);
            self.safe_step = Some(step(text, args, day));
        }
    }

    /// What the rule that this one displaces would give: the reckoning is closed, so the line is added at once.
    pub(super) fn displaced(&mut self, day: NaiveDate, args: &[(&str, &str)]) {
        self.safer(day, "step-safe-displaced", args);
        self.steps.extend(self.safe_step.take());
    }

    /// Puts a bound in the place of a date that lies beyond it.
    pub(super) fn bound(
        &mut self,
        end: Option<End>,
        beyond: impl Fn(NaiveDate, NaiveDate) -> bool,
        text: &str,
    ) {
        if let Some((end, due)) = end.zip(self.due)
            && beyond(end.due, due)
        {
            self.steps.extend(end.steps);
            self.steps.push(step(text, &[], end.due));
            self.due = Some(end.due);
            self.due_at = end.due_at;
            self.safe = None;
            self.open_before(end.safe);
        }
    }
}

/// The calendar that a file's rules count on: its own, or the State's whose case it is.
pub(super) fn calendar_of<'b>(
    book: &'b Book,
    file: &'b Jurisdiction,
    occurrence: &Occurrence,
) -> Option<&'b Calendar> {
    if file.calendar != NATIONAL {
        return book.calendar(&file.calendar);
    }
    if occurrence.jurisdiction != file.id {
        return book.calendar(&occurrence.jurisdiction);
    }
    let state = Facts(&occurrence.facts).get("member_state")?;
    book.calendar(&state.to_ascii_lowercase())
}

/// The calendar and the way of counting that a rule asks for; `None` where it names none. `other` is what an
/// alternative puts in their place.
pub(super) fn count_of<'b>(
    book: &'b Book,
    file: &'b Jurisdiction,
    rule: &'b Rule,
    occurrence: &Occurrence,
    period: Period,
    other: Option<&'b Alternative>,
) -> Option<(Days<'b>, Count<'b>)> {
    let own = other.and_then(|o| o.convention.as_deref());
    let convention = book.convention(file, own.or(rule.convention.as_deref())?)?;
    let days = Days::new(
        calendar_of(book, file, occurrence),
        convention
            .region
            .as_deref()
            .or_else(|| Facts(&occurrence.facts).get("region")),
        &convention.closed,
        convention.weekend.as_deref(),
    )
    .around_easter(&convention.closed_easter);
    let count = Count {
        convention,
        start: other
            .and_then(|o| o.start)
            .or(rule.start.filter(|_| own.is_none()))
            .unwrap_or(convention.start),
        roll: other
            .and_then(|o| o.roll)
            .or(rule.roll.filter(|_| own.is_none()))
            .unwrap_or(convention.roll),
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
        safe_step: None,
        last_arguable: None,
        provisional: false,
        settled: true,
        unconfirmed: taken.as_ref().is_none_or(|t| t.unconfirmed),
        steps: taken.as_ref().map_or_else(Vec::new, |t| t.steps.clone()),
        warnings: Vec::new(),
    };
    warn(&mut line, rule, &conditions);
    let refused = [&conditions.when, &conditions.in_force].contains(&&Match::No)
        || rule.status == RuleStatus::NotInForce;
    let (length, of_the_state) = national(rule, occurrence);
    if let (Some(taken), Some(period), false) = (&taken, length, refused) {
        let reckoner = Reckoner {
            book,
            file,
            rule,
            occurrence,
            taken,
        };
        reckoner.fill(&mut line, period, outers);
        if !of_the_state {
            reckoner.frame(&mut line);
        }
    } else if taken.is_none() {
        line.steps.push(note(
            "step-no-day",
            &[("basis", rule.trigger.basis.as_str())],
        ));
    }
    if rule.kind == RuleKind::WaitingPeriod {
        // The first day on which something may be done: an earlier one is not safe.
        line.safe = None;
    }
    // The end that a paper states is the paper's own: it bounds no act of the person.
    let of_a_paper = matches!(
        occurrence.event.as_str(),
        "document_issued" | "status_granted"
    );
    if !refused && (!of_a_paper || rule.actor == Actor::Document) {
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
        for span in conditions.doubtful(rule) {
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

/// The period that a rule gives: its own; in a frame the number of the State's own law where it is known.
fn national(rule: &Rule, occurrence: &Occurrence) -> (Option<Period>, bool) {
    let Some(frame) = &rule.frame else {
        return (rule.length(), true);
    };
    let fact = frame.fact.as_deref().unwrap_or("national_period");
    let number = Facts(&occurrence.facts).get(fact);
    let number = number.and_then(|text| text.parse().ok());
    (number.or_else(|| rule.length()), number.is_some())
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
    if let Some(due) = line.due.filter(|due| *due != day) {
        let args = [("printed", day.to_string()), ("reckoned", due.to_string())];
        let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
        line.warnings.push(note("warning-printed-differs", &args));
        // The later of both can be argued; but a paper that runs out does so on the day it states.
        if due < day || rule.kind != RuleKind::Validity {
            line.last_arguable = line.last_arguable.max(Some(due.max(day)));
        }
    }
    if line.due.is_none_or(|due| day < due) {
        line.due = Some(day);
        line.due_at = None;
        line.unconfirmed = date.day().is_none();
    }
}

/// `safe` before `due` before `last_arguable`; what adds nothing falls away.
fn order(line: &mut Line) {
    line.safe = line.safe.filter(|s| line.due.is_some_and(|d| *s < d));
    let why = line.safe_step.take();
    line.steps.extend(why.filter(|why| why.date == line.safe));
    line.last_arguable = line
        .last_arguable
        .filter(|l| line.due.is_some_and(|d| *l > d));
}
