//! The laws of the fold, for any history.

use proptest::prelude::*;

use super::*;

/// Histories of the shape that people make: applications, refusals, appeals, corrections, retractions.
fn histories() -> impl Strategy<Value = Log> {
    prop::collection::vec((0_u8..6, any::<prop::sample::Index>(), 0_u32..3000), 1..25).prop_map(
        |acts| {
            let mut log = Log::opened();
            for (act, which, days) in acts {
                let on = log.0[which.index(log.0.len())].id;
                let when = (day("2015-01-01") + chrono::Days::new(days.into())).to_string();
                match act {
                    0 => drop(log.apply(ApplicationKind::RefugeeStatus, &when)),
                    1 => drop(log.decide(on, Outcome::Refused, &when, None)),
                    2 => drop(log.appeal(on, AppealKind::Appeal, lodged(&when))),
                    3 => {
                        let id = log.decide(on, Outcome::Refused, &when, None);
                        log.computed(id, on, |_| {});
                    }
                    4 => {
                        let entry = Box::new(Entry::DecisionMade(decision(
                            on,
                            Outcome::Dismissed,
                            &when,
                            None,
                        )));
                        let (replaces, because) = (vec![on], String::new());
                        log.add(Entry::EntryCorrected(EntryCorrected {
                            root: on,
                            replaces,
                            because,
                            entry,
                        }));
                    }
                    _ => {
                        let target = on;
                        log.add(Entry::EntryRetracted(EntryRetracted {
                            target,
                            because: None,
                            anew: false,
                        }));
                    }
                }
            }
            log
        },
    )
}

proptest! {
    /// Taking back the last entry is as if it had never been recorded.
    #[test]
    fn retracted_is_as_never_recorded(log in histories()) {
        let before = log.fold();
        let mut more = Log(log.0.clone());
        let target = more.apply(ApplicationKind::TemporaryAsylum, "2020-02-03");
        more.add(Entry::EntryRetracted(EntryRetracted { target, because: None, anew: false }));
        prop_assert_eq!(more.fold(), before);
    }

    /// Taking back a retraction restores what it took.
    #[test]
    fn a_retraction_can_be_taken_back(log in histories(), which in any::<prop::sample::Index>()) {
        let before = log.fold();
        let mut more = Log(log.0.clone());
        let states = History::resolve(&log.0, None).states;
        let target = more.0[which.index(more.0.len())].id;
        prop_assume!(states[&target] != EntryState::Retracted);
        let target = more.add(Entry::EntryRetracted(EntryRetracted { target, because: None, anew: false }));
        more.add(Entry::EntryRetracted(EntryRetracted { target, because: None, anew: false }));
        prop_assert_eq!(more.fold(), before);
    }

    /// A fold never fails, whatever stands in the history, and survives its stored form.
    #[test]
    fn a_fold_reads_back(log in histories()) {
        let case = log.fold();
        let mut bytes = Vec::new();
        ciborium::into_writer(&case, &mut bytes).unwrap();
        let back: Case = ciborium::from_reader(bytes.as_slice()).unwrap();
        prop_assert_eq!(back, case);
    }

    /// With time a deadline that nobody touches goes from open to missed, once.
    #[test]
    fn untouched_deadlines_are_open_then_missed(days in 0_u64..400) {
        let (log, ..) = refused();
        let at = day("2021-09-13") + chrono::Days::new(days);
        let case = log.fold();
        let missed = case.deadlines[0].standing(&case, at).state == DeadlineState::Missed;
        prop_assert_eq!(missed, at > day("2021-10-13"));
    }
}
