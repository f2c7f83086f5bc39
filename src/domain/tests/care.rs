//! Random histories of what an office does beside the procedures: what is accepted never adds up to something impossible.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::domain::code::{ReferralOutcome, ResettlementState};
use crate::domain::invented::{SORTS, care, notice, on_day};
use crate::domain::notice::Notice;
use crate::domain::person::next_number;

/// What of a case cannot be, in words; nothing where all is well.
fn impossible(case: &Case, day: NaiveDate) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut holds = |what: &str, so: bool| {
        if !so {
            wrong.push(format!("{what} on {day}"));
        }
    };
    let care = &case.care;
    let missing: BTreeSet<u16> = care.missing.iter().map(|one| one.person).collect();
    holds("missing twice", missing.len() == care.missing.len());
    let known = |person: &u16| case.person(*person).is_some();
    holds("missing, and not of the case", missing.iter().all(known));
    if let Some(check_in) = &care.check_in {
        let from = check_in.last.unwrap_or(check_in.since);
        let every = chrono::Days::new(check_in.data.every.into());
        holds("next check-in", check_in.due == from + every);
        holds("a sign before anybody waited", from >= check_in.since);
        holds("waiting began late", check_in.since <= check_in.data.date);
        let overdue = case.overdue_check_in(day).is_some();
        holds("overdue", overdue == (case.is_open() && check_in.due < day));
    }
    let steps = case.next_steps(day);
    holds("an ended step", steps.iter().all(|task| task.is_open(day)));
    holds(
        "order of steps",
        steps.is_sorted_by_key(|task| task.data.due),
    );
    for referral in &care.referrals {
        let mut said: Vec<ReferralOutcome> = referral.answers.iter().map(|a| a.outcome).collect();
        let over = |outcome: &ReferralOutcome| *outcome != ReferralOutcome::Accepted;
        let last = said
            .iter()
            .position(over)
            .is_none_or(|at| at + 1 == said.len());
        holds("an answer after the last one", last);
        let all = said.len();
        said.sort_unstable();
        said.dedup();
        holds("the same answer twice", said.len() == all);
        holds(
            "open",
            referral.is_open() == referral.answers.iter().all(|a| !over(&a.outcome)),
        );
    }
    for person in &case.people {
        let own = care
            .resettlement
            .iter()
            .filter(|one| one.person == person.number);
        let states: Vec<ResettlementState> = own.map(|one| one.data.state).collect();
        let gone = states
            .iter()
            .position(|state| *state == ResettlementState::Departed);
        holds(
            "went on after a departure",
            gone.is_none_or(|at| at + 1 == states.len()),
        );
        let accepted = states.contains(&ResettlementState::Accepted);
        holds("departed unaccepted", gone.is_none() || accepted);
        if let Some(mandate) = case.mandate(person.number, day) {
            let begun = mandate.date.earliest() <= day;
            holds("a mandate before it", begun);
            let runs = mandate.until.is_none_or(|until| until.latest() >= day);
            holds("a mandate after its end", runs);
        }
    }
    if let Some(risk) = case.risk() {
        let later =
            |one: &crate::domain::event::RiskWeighed| one.date.earliest() > risk.date.earliest();
        holds(
            "an older danger",
            !care.risks.iter().any(|one| later(&one.data)),
        );
    }
    let open: Vec<EventId> = case.open_measures(day).map(|measure| measure.id).collect();
    for measure in &case.measures {
        let from = measure.data.date.earliest();
        let detention = measure.data.what == HappeningKind::Detention;
        let days = case.days_held(measure, day);
        holds(
            "days of a detention",
            days.is_some() == (detention && from <= day),
        );
        let so_far = (day - from).num_days() + 1;
        if detention && open.contains(&measure.id) {
            holds("days until now", days == Some(so_far));
        }
        holds("days", days.is_none_or(|days| (1..=so_far).contains(&days)));
        for order in case.orders(measure, day) {
            let lasts = order
                .step
                .data
                .until
                .is_none_or(|until| until.latest() >= day);
            let own = order.step.person == measure.person;
            holds("an order that is over or another's", lasts && own);
        }
    }
    for review in &case.reviews {
        let of = case.measures.iter().find(|one| one.id == review.data.on);
        let fits = of.is_some_and(|of| {
            of.data.what == HappeningKind::Detention
                && case.person_of(review.id) == Some(of.person)
                && review.data.date.latest() >= of.data.date.earliest()
        });
        holds("a review of nothing", fits);
    }
    for release in &case.happenings {
        let held = |one: &&crate::domain::matter::Measure| {
            one.data.what == HappeningKind::Detention
                && one.person == release.person
                && one.data.date.earliest() <= release.data.date.latest()
        };
        let set_free = release.data.what == HappeningKind::Release;
        holds(
            "set free, and never held",
            !set_free || case.measures.iter().any(|one| held(&one)),
        );
    }
    wrong
}

/// What an entry of this sort can be about.
fn about(case: &Case, sort: u8, pick: prop::sample::Index) -> EventId {
    let all: Vec<EventId> = match sort % SORTS {
        7 => case.care.tasks.iter().map(|one| one.id).collect(),
        9 => case.care.referrals.iter().map(|one| one.id).collect(),
        12 => case.measures.iter().map(|one| one.id).collect(),
        _ => Vec::new(),
    };
    if all.is_empty() {
        EventId([0; 16])
    } else {
        *pick.get(&all)
    }
}

type Step = (u8, u8, u8, prop::sample::Index);

fn walk(steps: &[Step]) -> Result<usize, TestCaseError> {
    let mut log = Log::opened();
    let mut accepted = 0;
    for (sort, salt, whose, pick) in steps {
        let before = log.fold();
        let entry = care(*sort, about(&before, *sort, *pick), salt % 120);
        let person = match &entry {
            Entry::PersonAdded(_) => next_number(&log.0),
            entry => {
                let numbers: Vec<u16> = before.people.iter().map(|one| one.number).collect();
                let said = numbers[usize::from(*whose) % numbers.len()];
                before.whose(entry, if entry.is_of_the_case() { 1 } else { said })
            }
        };
        if !before.fresh_objections_of(person, &entry).is_empty() {
            continue;
        }
        accepted += 1;
        let id = log.add_for(person, entry);
        let after = log.fold();
        for day in [*salt, salt.wrapping_add(40), 0, 255] {
            let wrong = impossible(&after, on_day(day));
            prop_assert!(wrong.is_empty(), "{wrong:?} after {:?}", log.0.last());
        }
        prop_assert_eq!(
            &Case::fold(CASE, &log.0, Some(on_day(255) + chrono::Days::new(60))),
            &after
        );
        // A sign of life never calls the next one forward.
        let sign = matches!(
            log.0.last().map(|event| &event.payload.entry),
            Some(Entry::CheckedIn(_) | Entry::Reappeared(_))
        );
        if let (true, Some(was), Some(is)) = (sign, &before.care.check_in, &after.care.check_in) {
            prop_assert!(is.due >= was.due && is.last >= was.last);
        }
        // On any day before, too.
        let then = Case::fold(CASE, &log.0, Some(on_day(*salt)));
        for review in &then.reviews {
            prop_assert!(then.measures.iter().any(|one| one.id == review.data.on));
        }
        // What is taken back leaves everything as it was.
        if whose % 4 == 0 {
            log.add(Entry::EntryRetracted(EntryRetracted {
                target: id,
                because: None,
                anew: false,
            }));
            prop_assert_eq!(&log.fold(), &before);
        }
    }
    Ok(accepted)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nothing_impossible_comes_of_what_is_accepted(
        steps in prop::collection::vec(
            (any::<u8>(), any::<u8>(), any::<u8>(), any::<prop::sample::Index>()), 0..60),
    ) {
        walk(&steps)?;
    }

    /// Of a few sorts alone, so that long ways are gone to their end.
    #[test]
    fn nothing_impossible_comes_of_a_few_sorts(
        sorts in prop_oneof![Just(vec![10]), prop::collection::vec(0..SORTS, 1..4)],
        steps in prop::collection::vec(
            (any::<u8>(), any::<u8>(), any::<u8>(), any::<prop::sample::Index>()), 0..120),
    ) {
        let of_these = |(sort, salt, whose, pick): &Step| {
            let sort = sorts[usize::from(*sort) % sorts.len()];
            (sort, *salt, *whose, *pick)
        };
        walk(&steps.iter().map(of_these).collect::<Vec<_>>())?;
    }

    #[test]
    fn a_notice_holds_from_its_day_to_its_end(
        steps in prop::collection::vec((any::<u8>(), 0..120_u8, any::<prop::sample::Index>()), 0..20),
        day in 0..160_u8,
    ) {
        let mut log = Log::default();
        let mut added = Vec::new();
        for (sort, salt, pick) in &steps {
            let on = if added.is_empty() { EventId([0; 16]) } else { *pick.get(&added) };
            let entry = notice(*sort, on, *salt);
            let is_new = matches!(entry, Entry::NoticeAdded(_));
            let id = log.add(entry);
            added.extend(is_new.then_some(id));
        }
        let all = Notice::all(&log.0);
        prop_assert_eq!(all.iter().map(|one| one.id).collect::<Vec<_>>(), added);
        let day = on_day(day);
        for one in &all {
            let ends = log.0.iter().find_map(|event| match &event.payload.entry {
                Entry::NoticeEnded(end) if end.on == one.id => end.date.day(),
                _ => None,
            });
            let begun = one.data.date.day().unwrap() <= day;
            prop_assert_eq!(one.holds(day), begun && ends.is_none_or(|end| end > day));
        }
        let case = Log::opened().fold();
        for one in &all {
            let law = one.data.jurisdiction.as_deref().is_none_or(|law| law == "ru");
            prop_assert_eq!(one.is_about(&case), law && one.data.origin == "KP");
        }
    }
}

#[test]
fn random_histories_reach_every_sort() {
    let mut sorts = BTreeSet::new();
    let mut log = Log::opened();
    // Each sort with each salt, in rounds, as far as it is accepted.
    for salt in (0..120).step_by(5) {
        for sort in 0..SORTS {
            for salt in salt..salt + 12 {
                let before = log.fold();
                let on = match sort {
                    7 => before.care.tasks.last().map(|one| one.id),
                    9 => before.care.referrals.last().map(|one| one.id),
                    12 => before.measures.last().map(|one| one.id),
                    _ => None,
                };
                let entry = care(sort, on.unwrap_or(EventId([0; 16])), salt);
                let person = match &entry {
                    Entry::PersonAdded(_) => next_number(&log.0),
                    entry => before.whose(entry, 1),
                };
                if before.fresh_objections_of(person, &entry).is_empty() {
                    sorts.insert(sort);
                    log.add_for(person, entry);
                    break;
                }
            }
        }
    }
    assert_eq!(sorts.len(), usize::from(SORTS), "{sorts:?}");
    assert_eq!(impossible(&log.fold(), on_day(200)), [""; 0]);
}
