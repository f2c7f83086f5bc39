//! All deadlines that the law attaches to an event.

use chrono::NaiveDate;

use crate::base::date::PartialDate;
use crate::domain::code::{Actor, DateBasis, RuleStatus};
use crate::domain::event::{Restoration, SavedBy, Step};
use crate::rules::applies::{conditions, same_act};
use crate::rules::book::{Book, Jurisdiction, Over};
use crate::rules::compute::{Line, line};
use crate::rules::facts::{Facts, Match, RUNS};
use crate::rules::law::{Rule, RuleKind};
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
    /// Its day is the first on which something can be done.
    pub waiting: bool,
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

/// What stands before the version of a rule of the office's own.
pub const LOCAL: &str = "local ";

/// A rule that an event opens, surely or perhaps.
struct Opened<'b> {
    file: &'b Jurisdiction,
    rule: &'b Rule,
    /// What meets it in this State.
    met_by: &'b [String],
    surely: bool,
    line: Line,
}

/// All deadlines that the law attaches to an event, soonest first.
///
/// Where a fact is not known, the rules that may apply stand side by side; of those for the same act the earliest
/// date counts, and it is said. A rule that only bounds another gives that one's last arguable day. An event without any day
/// opens nothing: there is nothing to reckon from, and the day has to be found first.
pub fn open_deadlines(book: &Book, occurrence: &Occurrence) -> Vec<Computed> {
    let mut opened: Vec<Opened<'_>> = laws(book, occurrence)
        .flat_map(|law| open_in(book, law, occurrence))
        .collect();
    // A frame is a stopgap: where the State's own number is known it says nothing new.
    let known: Vec<(&Rule, &[String])> = opened
        .iter()
        .filter(|o| o.rule.kind != RuleKind::Frame && o.surely && o.line.settled)
        .map(|o| (o.rule, o.met_by))
        .collect();
    let displaced: Vec<(&Rule, NaiveDate)> = opened
        .iter()
        .filter_map(|o| Some((o.rule, o.line.due?)))
        .filter(|(rule, _)| known.iter().any(|(by, _)| by.displaces.contains(&rule.id)))
        .collect();
    opened.retain(|o| {
        let said = o.rule.kind == RuleKind::Frame
            && known.iter().any(|own| same_act(*own, (o.rule, o.met_by)));
        let displaced = displaced.iter().any(|(rule, _)| rule.id == o.rule.id);
        !said && !displaced
    });
    for o in &mut opened {
        let due = o.line.due;
        let earlier = displaced
            .iter()
            .filter(|(rule, day)| o.rule.displaces.contains(&rule.id) && Some(*day) < due);
        for (rule, day) in earlier {
            let args = [("rule", rule.id.as_str()), ("citation", &rule.citation)];
            o.line.displaced(*day, &args);
        }
    }
    let mut deadlines: Vec<Computed> = Vec::new();
    for o in earliest_of_each_act(opened) {
        let computed = computed((o.file, o.rule, o.met_by), occurrence, o.line);
        let due = computed.as_ref().and_then(|c| c.due);
        let chained = after(book, o.file, o.rule, occurrence, due);
        deadlines.extend(computed.into_iter().chain(chained));
    }
    deadlines
        .sort_by(|a, b| (a.due.is_none(), a.due, &a.rule).cmp(&(b.due.is_none(), b.due, &b.rule)));
    deadlines
}

/// What speaks of an event: the law of its State, and what stands above.
fn laws<'b>(book: &'b Book, occurrence: &'b Occurrence) -> impl Iterator<Item = Over<'b>> {
    let affected = Facts(&occurrence.facts).date("rights_affected");
    let day = affected.or_else(|| occurrence.first_day());
    book.over(&occurrence.jurisdiction, day.map(PartialDate::earliest))
        .into_iter()
}

/// What one file opens.
fn open_in<'b>(book: &'b Book, law: Over<'b>, occurrence: &Occurrence) -> Vec<Opened<'b>> {
    let file = law.file;
    // Where the State's own law fills a frame, the frame has nothing to add.
    let own = book.jurisdiction(&occurrence.jurisdiction);
    let filled = own.map(|own| own.fills.as_slice()).unwrap_or_default();
    let open: Vec<(&Rule, bool)> = law
        .rules()
        .filter(|rule| rule.opens_deadlines() && rule.after.is_none())
        .filter(|rule| !filled.contains(&rule.id))
        .filter_map(|rule| Some((rule, applies(book, file, rule, occurrence)?)))
        .collect();
    let bounds = |rule: &Rule| {
        rule.outer_of
            .as_ref()
            .is_some_and(|of| open.iter().any(|(r, _)| r.id == *of))
    };
    open.iter()
        .filter(|(rule, _)| !bounds(rule))
        // What perhaps binds somebody else, or perhaps runs out, asks nothing of us: only what surely does is shown.
        .filter(|(rule, surely)| *surely || (rule.actor == Actor::Applicant && !rule.surely))
        .map(|(rule, surely)| {
            let line = line(book, file, rule, occurrence, &outers(&open, rule));
            let here = own.and_then(|own| own.frame_met_by.get(&rule.id));
            Opened {
                file,
                rule,
                met_by: here.unwrap_or(&rule.met_by),
                surely: *surely && line.settled,
                line,
            }
        })
        .collect()
}

/// What runs from the last day of a rule.
fn after(
    book: &Book,
    file: &Jurisdiction,
    before: &Rule,
    occurrence: &Occurrence,
    due: Option<NaiveDate>,
) -> Vec<Computed> {
    let Some(due) = due else { return Vec::new() };
    let follows = |rule: &&Rule| rule.after.as_ref() == Some(&before.id) && rule.opens_deadlines();
    let mut found = Vec::new();
    for rule in file.rule.iter().filter(follows) {
        let mut passed = occurrence.clone();
        passed.event.clone_from(&rule.trigger.event);
        passed.dates.insert(rule.trigger.basis, due.into());
        passed.facts.insert(RUNS.to_owned(), before.id.clone());
        if applies(book, file, rule, &passed).is_none() {
            continue;
        }
        let line = line(book, file, rule, &passed, &[]);
        let computed = computed((file, rule, &rule.met_by), &passed, line);
        // A chain may have more links; that a rule follows itself is a fault that `check` finds.
        let next = computed
            .as_ref()
            .and_then(|c| c.due)
            .filter(|next| *next > due);
        found.extend(computed);
        found.extend(after(book, file, rule, occurrence, next));
    }
    found
}

/// Whether it is known what the person can do about an event: a remedy of the State's own law or of a frame above it that
/// opens a line, with a time limit or as urgent without one. If none is, nobody here knows the time limit. A duty to leave, or what may be done once
/// the State's remedies are used, is no answer.
pub fn knows(book: &Book, occurrence: &Occurrence) -> bool {
    laws(book, occurrence).any(|law| {
        let own = law.file.id == occurrence.jurisdiction;
        law.rules()
            .filter(|rule| own || rule.kind == RuleKind::Frame)
            .filter(|rule| rule.opens_deadlines() && rule.is_remedy())
            .any(|rule| {
                let applies = applies(book, law.file, rule, occurrence);
                applies.is_some_and(|surely| surely || !rule.surely)
            })
    })
}

/// What there is to know about an event that has no date: the rules that surely apply and open no line.
pub fn texts<'b>(book: &'b Book, occurrence: &'b Occurrence) -> Vec<&'b Rule> {
    laws(book, occurrence)
        .flat_map(|law| law.rules().map(move |rule| (law.file, rule)))
        .filter(|(_, rule)| {
            rule.status != RuleStatus::NotInForce
                && !rule.opens_deadlines()
                && rule.kind != RuleKind::DeemedService
        })
        .filter(|(file, rule)| applies(book, file, rule, occurrence) == Some(true))
        .map(|(_, rule)| rule)
        .collect()
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
            same_act((k.rule, k.met_by), (next.rule, next.met_by))
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
        // Whether the earlier one holds is not known: what the other gives can be argued, unless it is the exception.
        if !other.surely && next.rule.kind != RuleKind::Modifier {
            let latest = next.line.due.max(next.line.last_arguable);
            other.line.argue_until(next.rule, latest);
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
    (file, rule, met_by): (&Jurisdiction, &Rule, &[String]),
    occurrence: &Occurrence,
    line: Line,
) -> Option<Computed> {
    Some(Computed {
        rule: rule.id.clone(),
        rule_version: match &rule.local {
            Some(version) => format!("{LOCAL}{version}"),
            None => file.version.clone(),
        },
        rule_status: rule.status,
        unsigned: !rule.is_signed(),
        citation: rule.citation.clone(),
        what: rule.named(),
        actor: rule.actor,
        jurisdiction: occurrence.jurisdiction.clone(),
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
        waiting: rule.kind == RuleKind::WaitingPeriod,
        steps: line.steps,
        met_by: met_by.to_vec(),
        moot_by: rule.moot_by.clone(),
        saved_by: rule.saved_by,
        restoration: rule.restoration.clone(),
        warnings: line.warnings,
        counts_from_service: REACHED.contains(&rule.trigger.basis),
    })
}
