//! `rule install|changes`: an office's own rules, and which open deadlines other rules would date otherwise.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::app::deadlines;
use crate::app::error::AppError;
use crate::app::rule;
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view::{Changed, Changes, ExplainedStep, RulesChecked};
use crate::app::write::Inside;
use crate::base::id::{CaseId, DeadlineId};
use crate::domain::case::Case;
use crate::domain::deadline::Deadline;
use crate::domain::event::{DeadlineComputed, Entry, Event, Payload, RulesInstalled, Step};
use crate::rules::{self, Book};

impl Session<'_> {
    /// Takes an office's own rule file into the store: from now on its rules are added to ours, or stand in their place.
    /// A file with faults is not taken.
    ///
    /// # Errors
    /// The store.
    pub fn install(&mut self, text: &str) -> Result<RulesChecked, AppError> {
        let checked = rule::check(Book::builtin(), text);
        let (true, Ok(file)) = (checked.ok, rules::read(text)) else {
            return Ok(checked);
        };
        let entry = Entry::RulesInstalled(RulesInstalled {
            law: file.id.clone(),
            version: file.version.clone(),
            text: text.to_owned(),
        });
        self.inside(|now| {
            let payload = now.payload(entry);
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok::<_, AppError>(())
        })?;
        self.world.book.add(file);
        Ok(checked)
    }

    /// Every open deadline that the rules of this program, and of this office, would date otherwise than it is stored.
    /// With `confirm` the new dates are appended, all or none.
    ///
    /// # Errors
    /// The store.
    pub fn rule_changes(&mut self, confirm: bool) -> Result<Changes, AppError> {
        let today = self.today();
        let mut items = Vec::new();
        let mut all = Vec::new();
        for case in self.cases(None)?.into_iter().filter(Case::is_open) {
            let found = changes(&self.world.book, &case, today);
            items.extend(found.iter().map(|change| change.shown(&case)));
            all.push((case.id, found));
        }
        if confirm {
            self.inside(|now| {
                for (case, found) in all {
                    for change in found {
                        append(now, case, change.next)?;
                    }
                }
                Ok::<_, AppError>(())
            })?;
        }
        items.sort_by(|a: &Changed, b| (a.after, &a.case).cmp(&(b.after, &b.case)));
        Ok(Changes {
            schema: "nansen.rule-changes/1",
            confirmed: confirm,
            items,
        })
    }
}

/// The rule files that the office took in, the latest of each law.
pub(super) fn installed(office: &[Event]) -> BTreeMap<&str, &str> {
    office
        .iter()
        .filter_map(|event| match &event.payload.entry {
            Entry::RulesInstalled(installed) => Some((&*installed.law, &*installed.text)),
            _ => None,
        })
        .collect()
}

/// What stands, and what the rules would put in its place.
struct Change {
    before: Option<DeadlineComputed>,
    next: DeadlineComputed,
}

impl Change {
    fn shown(&self, case: &Case) -> Changed {
        let next = Some(&self.next).filter(|next| !next.withdrawn);
        let (why_before, why_after) = self.parted();
        Changed {
            case: number_of(case),
            callsign: callsign_of(case),
            deadline: self.next.deadline.to_string(),
            rule: self.next.rule.clone(),
            what: self.next.what.clone(),
            before: self.before.as_ref().and_then(|before| before.due),
            after: next.and_then(|next| next.due),
            was_version: self
                .before
                .as_ref()
                .map(|before| before.rule_version.clone()),
            version: next.map(|next| next.rule_version.clone()),
            why_before,
            why_after,
        }
    }

    /// The first lines in which the two reckonings differ.
    fn parted(&self) -> (Option<ExplainedStep>, Option<ExplainedStep>) {
        let before = self.before.as_ref().map_or(&[][..], |before| &before.steps);
        let after = &self.next.steps;
        let longest = before.len().max(after.len());
        let Some(at) = (0..longest).find(|at| before.get(*at) != after.get(*at)) else {
            return (None, None);
        };
        let line = |steps: &[Step]| steps.get(at).cloned().map(ExplainedStep::from);
        (line(before), line(after).filter(|_| self.before.is_some()))
    }
}

fn changes(book: &Book, case: &Case, today: NaiveDate) -> Vec<Change> {
    let new = deadlines::computed(book, case);
    let open: BTreeMap<DeadlineId, (&Deadline, &DeadlineComputed)> = case
        .deadlines
        .iter()
        .filter(|deadline| deadline.standing(case, today).is_open())
        .filter_map(|deadline| Some((deadline.id, (deadline, deadline.computed()?))))
        .collect();
    let known = |id: &DeadlineId| case.deadlines.iter().any(|deadline| deadline.id == *id);
    let mut found = Vec::new();
    // What the program asks of its own accord is no law that could change.
    let of_law = |c: &DeadlineComputed| !c.rule.starts_with("nansen.");
    for (id, next) in new.iter().filter(|(_, next)| of_law(next)) {
        let mut next = next.clone();
        if let Some((stored, before)) = open.get(id) {
            let dates = |c: &DeadlineComputed| (c.due, c.due_at.clone(), c.safe, c.last_arguable);
            if dates(&next) == dates(before) {
                continue;
            }
            next.replaces = Some(stored.event);
            let before = Some((*before).clone());
            found.push(Change { before, next });
        } else if !known(id) && !deadlines::is_over(&next, false, today) {
            found.push(Change { before: None, next });
        }
    }
    for (id, (stored, before)) in &open {
        if !new.contains_key(id) && of_law(before) {
            let next = DeadlineComputed {
                withdrawn: true,
                replaces: Some(stored.event),
                ..(*before).clone()
            };
            let before = Some((*before).clone());
            found.push(Change { before, next });
        }
    }
    found
}

fn append(now: &mut Inside<'_, '_>, case: CaseId, next: DeadlineComputed) -> Result<(), AppError> {
    let payload: Payload = now.payload(Entry::DeadlineComputed(Box::new(next)));
    now.tx.append(case, payload)?;
    Ok(())
}
