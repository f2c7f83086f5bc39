//! Random histories of what an office does beside the procedures, and of its notices: made as they come, or anew, the
//! projections are the same bytes.

use proptest::prelude::*;

use super::property::dump;
use super::*;
use crate::domain::event::{EntryCorrected, EntryRetracted};
use crate::domain::invented::{SORTS, care, notice};

/// Which sort of entry, with which salt, for whom, about which earlier one.
type Step = (u8, u8, u8, prop::sample::Index);

fn run(steps: &[Step], commits: usize) -> Result<(), TestCaseError> {
    let bench = Bench::new(51);
    let mut store = bench.writer();
    let case = add_case(&mut store, "A", "amber-heron").0;
    let mut earlier: Vec<(EventId, Entry)> = Vec::new();
    let mut notices: Vec<EventId> = Vec::new();
    for steps in steps.chunks(commits) {
        store
            .write(|tx| {
                for (sort, salt, person, pick) in steps {
                    let about = (!earlier.is_empty()).then(|| pick.get(&earlier).clone());
                    let on = about.as_ref().map_or(EventId([*salt; 16]), |about| about.0);
                    let entry = match sort % (SORTS + 4) {
                        sort if sort < SORTS => care(sort, on, *salt),
                        sort if sort < SORTS + 2 => {
                            let known = (!notices.is_empty()).then(|| *pick.get(&notices));
                            let entry = notice(*salt, known.unwrap_or(on), *salt);
                            let event = tx.append(CaseId::OFFICE, payload(entry))?;
                            notices.push(event.id);
                            continue;
                        }
                        sort if sort == SORTS + 2 => Entry::EntryRetracted(EntryRetracted {
                            target: on,
                            because: None,
                            anew: false,
                        }),
                        _ => {
                            let sort = u8::try_from(earlier.len()).unwrap_or(0);
                            Entry::EntryCorrected(EntryCorrected {
                                root: on,
                                replaces: vec![on],
                                because: "slip".into(),
                                entry: Box::new(
                                    about.map_or_else(|| care(sort, on, *salt), |about| about.1),
                                ),
                            })
                        }
                    };
                    let payload = Payload {
                        person: u16::from(person % 3) + 1,
                        ..payload(entry.clone())
                    };
                    let event = tx.append(case, payload)?;
                    if !matches!(entry, Entry::EntryCorrected(_) | Entry::EntryRetracted(_)) {
                        earlier.push((event.id, entry));
                    }
                }
                Ok::<_, StoreError>(())
            })
            .unwrap();
    }
    let before = dump(&store);
    let events = store.events(case).unwrap();
    let folded = crate::domain::case::Case::fold(case, &events, None);
    prop_assert_eq!(&folded, &store.case(case).unwrap());
    store.rebuild().unwrap();
    prop_assert_eq!(dump(&store), before);
    drop(store);
    prop_assert_eq!(bench.findings(), [""; 0]);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_rebuild_of_all_care_makes_the_same_bytes(
        steps in prop::collection::vec(
            (any::<u8>(), any::<u8>(), any::<u8>(), any::<prop::sample::Index>()), 0..40),
        commits in 1..9_usize,
    ) {
        run(&steps, commits)?;
    }
}
