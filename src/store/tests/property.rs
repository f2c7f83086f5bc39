//! Projections depend on the events alone: made as they come, or anew, they are the same bytes.

use proptest::prelude::*;

use super::*;
use crate::domain::code::{
    Answer, AppealKind, CaseEnd, DateBasis, FieldSource, FilingKind, LeaveReason, LinkKind,
    Outcome, PersonRole, Purpose, RuleStatus, Sex,
};
use crate::domain::event::{
    ActDates, AppealLodged, CaseAssigned, CaseClosed, CaseLinked, CaseReopened, ConsentSaid,
    DeadlineAct, DeadlineActed, DeadlineComputed, DecisionMade, DecisionServed, EntryCorrected,
    EntryRetracted, FactLearned, FieldRecorded, PaperFiled, PersonAdded, PersonLeft, SavedBy,
    ServiceDates,
};

/// What may come next: which case, what sort of entry, which earlier event it is about.
type Step = (u8, u8, prop::sample::Index);

fn entry(sort: u8, about: Option<&(EventId, Entry)>, salt: u8) -> Entry {
    let date = PartialDate::Day(day("2024-01-01") + chrono::Days::new(u64::from(salt)));
    let root = about.map_or(EventId([salt; 16]), |about| about.0);
    match sort % SORTS {
        0 => applied("2021-02-03").entry,
        1 => Entry::DecisionMade(DecisionMade {
            on: root,
            outcome: Outcome::Refused,
            protection: None,
            refused: None,
            basis: None,
            reason: None,
            decided: Some(date),
            service: ServiceDates::default(),
            means: None,
            until: None,
            is_final: None,
            import_ref: Some(format!("line {salt}")),
        }),
        2 => note("text").entry,
        3 => Entry::Happened(Happening {
            what: match salt % 3 {
                0 => HappeningKind::Hearing,
                1 => HappeningKind::Detention,
                _ => HappeningKind::Removal,
            },
            date,
            until: None,
            on: None,
            kind: None,
            place: None,
            status: None,
            checked: None,
            language: None,
            needs: Vec::new(),
            renew_from: None,
            renew_by: None,
            at: None,
            import_ref: None,
        }),
        4 => deadline(salt % 4, "2026-05-01").entry,
        5 => Entry::DeadlineActed(DeadlineActed {
            deadline: DeadlineId([salt % 4; 16]),
            act: match salt % 3 {
                0 => DeadlineAct::Met,
                1 => DeadlineAct::Waived,
                _ => DeadlineAct::Extended(day("2026-09-09")),
            },
            date: day("2026-01-01"),
            because: None,
            import_ref: None,
        }),
        6 => Entry::CaseAssigned(CaseAssigned {
            to: salt.is_multiple_of(2).then(|| format!("m{salt}")),
        }),
        7 => Entry::CaseClosed(CaseClosed {
            reason: CaseEnd::Other,
            date,
            import_ref: None,
        }),
        8 => Entry::CaseReopened(CaseReopened {
            date,
            import_ref: None,
        }),
        9 => Entry::EntryRetracted(EntryRetracted {
            target: root,
            because: None,
            anew: false,
        }),
        10 => Entry::EntryCorrected(EntryCorrected {
            root,
            replaces: vec![root],
            because: "slip".into(),
            entry: Box::new(about.map_or_else(|| note("x").entry, |about| about.1.clone())),
        }),
        11 => Entry::DecisionServed(DecisionServed {
            on: root,
            service: ServiceDates {
                received: Some(date),
                ..ServiceDates::default()
            },
            means: None,
            import_ref: Some(format!("line {salt}")),
        }),
        12 => Entry::AppealLodged(AppealLodged {
            on: root,
            kind: AppealKind::Appeal,
            act: acted(date),
            import_ref: None,
        }),
        13 => Entry::PaperFiled(PaperFiled {
            on: Some(root),
            kind: FilingKind::InterimMeasure,
            act: acted(date),
            import_ref: None,
        }),
        14 => Entry::FactLearned(FactLearned {
            name: "detained".into(),
            value: if salt.is_multiple_of(2) { "yes" } else { "no" }.into(),
            date: Some(date),
            on: salt.is_multiple_of(3).then_some(root),
            import_ref: None,
        }),
        15 => Entry::CaseLinked(CaseLinked {
            to: CaseId([salt; 16]),
            link: if salt.is_multiple_of(2) {
                LinkKind::SamePerson
            } else {
                LinkKind::Family
            },
            to_person: (salt % 4 == 2).then_some(u16::from(salt % 3) + 1),
            import_ref: None,
        }),
        16 => Entry::PersonAdded(PersonAdded {
            role: PersonRole::Dependant,
            relation: None,
            sex: Sex::F,
            born: Some(2015),
            origin: salt.is_multiple_of(2).then(|| "TR".into()),
            date: salt.is_multiple_of(3).then_some(date),
            import_ref: None,
        }),
        17 => Entry::PersonLeft(PersonLeft {
            reason: LeaveReason::Died,
            date,
            import_ref: None,
        }),
        18 => Entry::ConsentSaid(ConsentSaid {
            kind: Purpose::Statistics,
            answer: if salt.is_multiple_of(2) {
                Answer::Given
            } else {
                Answer::Withdrawn
            },
            date,
            means: None,
            import_ref: None,
        }),
        19 => Entry::FieldRecorded(FieldRecorded {
            name: format!("field{}", salt % 3),
            value: if salt.is_multiple_of(2) { "camp" } else { "7" }.into(),
            declared: root,
            date,
            source: salt.is_multiple_of(3).then_some(FieldSource::Document),
            import_ref: None,
        }),
        _ => Entry::DeadlineComputed(Box::new(computed(root, salt))),
    }
}

/// How many sorts of entry there are.
const SORTS: u8 = 21;

fn acted(date: PartialDate) -> ActDates {
    ActDates {
        lodged: Some(date),
        ..ActDates::default()
    }
}

/// One of a few deadlines, computed anew or taken back.
fn computed(trigger: EventId, salt: u8) -> DeadlineComputed {
    DeadlineComputed {
        deadline: DeadlineId([salt % 4; 16]),
        rule: "ru.complaint-1m".into(),
        rule_version: "1".into(),
        rule_status: RuleStatus::Verified,
        unsigned: true,
        citation: String::new(),
        what: "complaint".into(),
        actor: Actor::Applicant,
        jurisdiction: "ru".into(),
        trigger,
        trigger_event: "decision_refused".into(),
        basis: DateBasis::Received,
        trigger_date: PartialDate::Day(day("2024-01-01")),
        scope: None,
        due: Some(day("2024-02-01") + chrono::Days::new(u64::from(salt))),
        due_at: None,
        safe: None,
        last_arguable: None,
        provisional: false,
        unconfirmed: false,
        urgent: false,
        waiting: false,
        steps: vec![],
        met_by: vec!["appeal".into()],
        moot_by: vec![],
        saved_by: SavedBy::Sending,
        restoration: None,
        lapsed: salt.is_multiple_of(5),
        withdrawn: salt.is_multiple_of(7),
        replaces: None,
    }
}

/// All kinds but the one that opens a case and the office's.
#[test]
fn each_sort_is_a_kind_of_its_own() {
    let mut kinds = Vec::new();
    for sort in 0..SORTS {
        let kind = std::mem::discriminant(&entry(sort, None, 1));
        assert!(!kinds.contains(&kind), "{sort}");
        kinds.push(kind);
    }
}

/// Every row of every projection, by its key.
pub(super) fn dump(store: &Store) -> Vec<String> {
    let mut rows = Vec::new();
    for sql in [
        "SELECT * FROM p_case ORDER BY case_id",
        "SELECT *, NULL FROM p_deadline ORDER BY case_id, deadline_id",
        "SELECT * FROM p_event ORDER BY event_id",
        "SELECT * FROM p_import ORDER BY ref, event_id",
    ] {
        let mut statement = store.reader.conn.prepare(sql).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let values: Vec<_> = (0..columns)
                .map(|at| format!("{:?}", row.get_ref(at).unwrap()))
                .collect();
            rows.push(values.join("|"));
        }
    }
    rows
}

fn run(steps: &[Step], commits: usize) -> Result<(), TestCaseError> {
    let bench = Bench::new(50);
    let mut store = bench.writer();
    let cases: Vec<CaseId> = ["A", "B", "C"]
        .into_iter()
        .map(|number| add_case(&mut store, number, "amber-heron").0)
        .collect();
    let mut earlier: Vec<Vec<(EventId, Entry)>> = vec![Vec::new(); cases.len()];
    for (chunk, steps) in steps.chunks(commits).enumerate() {
        store
            .write(|tx| {
                for (number, (case, sort, about)) in steps.iter().enumerate() {
                    let at = usize::from(*case) % cases.len();
                    let about = (!earlier[at].is_empty()).then(|| about.get(&earlier[at]));
                    let salt = u8::try_from((chunk * commits + number) % 256).unwrap();
                    let entry = entry(*sort, about, salt);
                    let person = u16::from(*sort / SORTS % 3) + 1;
                    let payload = Payload {
                        person,
                        ..payload(entry.clone())
                    };
                    let event = tx.append(cases[at], payload)?;
                    earlier[at].push((event.id, entry));
                }
                Ok::<_, StoreError>(())
            })
            .unwrap();
    }
    let before = dump(&store);
    let stored: Vec<_> = cases
        .iter()
        .map(|case| store.case(*case).unwrap())
        .collect();
    for (case, stored) in cases.iter().zip(&stored) {
        let events = store.events(*case).unwrap();
        let folded = crate::domain::case::Case::fold(*case, &events, None);
        prop_assert_eq!(&folded, stored);
    }
    store.rebuild().unwrap();
    prop_assert_eq!(dump(&store), before);
    drop(store);
    prop_assert_eq!(bench.findings(), [""; 0]);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_rebuild_makes_the_same_bytes(
        steps in prop::collection::vec((any::<u8>(), any::<u8>(), any::<prop::sample::Index>()), 0..40),
        commits in 1..9_usize,
    ) {
        run(&steps, commits)?;
    }
}
