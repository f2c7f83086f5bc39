//! All deadlines that the law attaches to an event.

use chrono::NaiveDate;

use crate::base::date::PartialDate;
use crate::domain::code::{Actor, DateBasis, RuleStatus};
use crate::domain::event::{Restoration, SavedBy, Step};
use crate::rules::applies::{conditions, same_act};
use crate::rules::book::{Book, Jurisdiction};
use crate::rules::compute::{Line, line};
use crate::rules::facts::Match;
use crate::rules::law::Rule;
use crate::rules::occurrence::Occurrence;
use crate::rules::steps::note;
use crate::rules::trigger::{REACHED, take};

/// A deadline as the rules give it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed {
    /// The rule's id.
    pub rule: String,
    /// The version of the rule's file.
    pub rule_version: String,
    /// The rule's quality mark.
    pub rule_status: RuleStatus,
    /// Nobody has signed the rule.
    pub unsigned: bool,
    /// Article and law.
    pub citation: String,
    /// What is to be done, in a few words of English.
    pub what: String,
    /// Who has to act.
    pub actor: Actor,
    /// Whose law.
    pub jurisdiction: String,
    /// The canonical event that opened it.
    pub trigger_event: String,
    /// Which of its days was taken.
    pub basis: DateBasis,
    /// That day as it is known; the event's first day where it bears none that the rule could take.
    pub trigger_date: PartialDate,
    /// The day to work to; none where the rule gives no date.
    pub due: Option<NaiveDate>,
    /// The hour (RFC 3339), where the law counts hours.
    pub due_at: Option<String>,
    /// An earlier day, where receipt, post or a closed counter makes it wise.
    pub safe: Option<NaiveDate>,
    /// A later day that can be argued.
    pub last_arguable: Option<NaiveDate>,
    /// A calendar or a number may still change.
    pub provisional: bool,
    /// The day it runs from is not known well enough to rely on it.
    pub unconfirmed: bool,
    /// It concerns liberty or removal, or counts in hours.
    pub urgent: bool,
    /// The reckoning, step by step.
    pub steps: Vec<Step>,
    /// Any one of these acts meets it.
    pub met_by: Vec<String>,
    /// Any one of these makes it needless.
    pub moot_by: Vec<String>,
    /// Which day of the act counts.
    pub saved_by: SavedBy,
    /// What can still be done once it is missed.
    pub restoration: Option<Restoration>,
    /// What must be said beside it.
    pub warnings: Vec<Step>,
    /// The law counts from the day on which the paper reached the person.
    pub counts_from_service: bool,
}

/// A rule that an event opens, surely or perhaps.
struct Opened<'b> {
    rule: &'b Rule,
    surely: bool,
    line: Line,
}

/// All deadlines that the law attaches to an event, soonest first.
///
/// Where a fact is not known, the rules that may apply stand side by side; of those for the same act the earliest
/// date counts, and it is said. A rule that only bounds another gives that one's last arguable day. An event without any day
/// opens nothing: there is nothing to reckon from, and the day has to be found first.
pub fn open_deadlines(book: &Book, occurrence: &Occurrence) -> Vec<Computed> {
    let Some(file) = book.jurisdiction(&occurrence.jurisdiction) else {
        return Vec::new();
    };
    let open: Vec<(&Rule, bool)> = file
        .rule
        .iter()
        .filter(|rule| rule.opens_deadlines())
        .filter_map(|rule| Some((rule, applies(book, file, rule, occurrence)?)))
        .collect();
    let bounds = |rule: &Rule| {
        rule.outer_of
            .as_ref()
            .is_some_and(|of| open.iter().any(|(r, _)| r.id == *of))
    };
    let opened: Vec<Opened<'_>> = open
        .iter()
        .filter(|(rule, _)| !bounds(rule))
        .map(|(rule, surely)| Opened {
            rule,
            surely: *surely,
            line: line(book, file, rule, occurrence, &outers(&open, rule)),
        })
        // That some paper may run out on some day tells nobody anything.
        .filter(|o| o.surely || o.line.due.is_some() || o.rule.actor != Actor::Document)
        .collect();

    let mut deadlines: Vec<Computed> = earliest_of_each_act(opened)
        .into_iter()
        .filter_map(|o| computed(file, o.rule, occurrence, o.line))
        .collect();
    deadlines
        .sort_by(|a, b| (a.due.is_none(), a.due, &a.rule).cmp(&(b.due.is_none(), b.due, &b.rule)));
    deadlines
}

/// Whether any rule, text-only ones included, covers the event: if none does, nobody here knows the time limit.
pub fn knows(book: &Book, occurrence: &Occurrence) -> bool {
    let Some(file) = book.jurisdiction(&occurrence.jurisdiction) else {
        return false;
    };
    file.rule.iter().any(|rule| {
        rule.status != RuleStatus::NotInForce && applies(book, file, rule, occurrence).is_some()
    })
}

/// Whether a rule is opened: surely (`true`), perhaps (`false`) or not at all.
fn applies(book: &Book, file: &Jurisdiction, rule: &Rule, occurrence: &Occurrence) -> Option<bool> {
    if !rule.trigger.covers(&occurrence.event) {
        return None;
    }
    let taken = take(book, file, rule, occurrence);
    match conditions(rule, occurrence, taken.as_ref()).both() {
        Match::Yes => Some(true),
        Match::Perhaps(_) => Some(false),
        Match::No => None,
    }
}

/// The rules among the open ones that bound a rule.
fn outers<'b>(open: &[(&'b Rule, bool)], rule: &Rule) -> Vec<&'b Rule> {
    open.iter()
        .filter(|(r, _)| r.outer_of.as_ref() == Some(&rule.id))
        .map(|(r, _)| *r)
        .collect()
}

/// Keeps every rule that surely applies, unless one that perhaps applies asks for the same act earlier.
fn earliest_of_each_act(opened: Vec<Opened<'_>>) -> Vec<Opened<'_>> {
    let mut kept: Vec<Opened<'_>> = Vec::new();
    for mut next in opened {
        let rival = kept.iter().position(|k| {
            same_act(k.rule, next.rule)
                && !(k.surely && next.surely)
                && k.line.due.is_some()
                && next.line.due.is_some()
        });
        let Some(at) = rival else {
            kept.push(next);
            continue;
        };
        let Some(other) = kept.get_mut(at) else {
            continue;
        };
        // A rule that surely applies wins a tie.
        let key = |o: &Opened<'_>| (o.line.due, !o.surely);
        if key(&next) < key(other) {
            std::mem::swap(&mut next, other);
        }
        let passed_over = [
            ("rule", next.rule.id.as_str()),
            ("citation", &next.rule.citation),
        ];
        other
            .line
            .warnings
            .push(note("warning-earliest-of", &passed_over));
    }
    kept
}

fn computed(
    file: &Jurisdiction,
    rule: &Rule,
    occurrence: &Occurrence,
    line: Line,
) -> Option<Computed> {
    Some(Computed {
        rule: rule.id.clone(),
        rule_version: file.version.clone(),
        rule_status: rule.status,
        unsigned: !rule.is_signed(),
        citation: rule.citation.clone(),
        what: rule.what.clone(),
        actor: rule.actor,
        jurisdiction: file.id.clone(),
        trigger_event: occurrence.event.clone(),
        basis: line.basis,
        trigger_date: line.known.or_else(|| occurrence.first_day())?,
        due: line.due,
        due_at: line.due_at.map(|at| at.to_rfc3339()),
        safe: line.safe,
        last_arguable: line.last_arguable,
        provisional: line.provisional,
        unconfirmed: line.unconfirmed || line.due.is_none(),
        urgent: rule.is_urgent(),
        steps: line.steps,
        met_by: rule.met_by.clone(),
        moot_by: rule.moot_by.clone(),
        saved_by: rule.saved_by,
        restoration: rule.restoration.clone(),
        warnings: line.warnings,
        counts_from_service: REACHED.contains(&rule.trigger.basis),
    })
}
