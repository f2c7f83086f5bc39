//! What left, counted again: as it was, changed behind our back, after a case was erased, and as older programs wrote it.

use chrono::DateTime;

use super::ledger::{all_together, releases, state};
use super::past::Past;
use super::protect::digest;
use crate::base::date::PartialDate;
use crate::base::id::{CaseId, EventId, StreamId};
use crate::domain::code::{CaseEnd, Sex};
use crate::domain::event::{
    CaseClosed, CaseErased, CaseOpened, Entry, Event, Payload, TableAsked, TableLeft, TableReleased,
};

fn event(lamport: u64, entry: Entry) -> Event {
    let mut id = [0; 16];
    id[..8].copy_from_slice(&lamport.to_be_bytes());
    Event {
        id: EventId(id),
        lamport,
        case: CaseId::OFFICE,
        stream: StreamId([1; 16]),
        number: lamport,
        payload: Payload {
            at: DateTime::from_timestamp(1_770_000_000, 0).unwrap(),
            by: "m1".to_owned(),
            person: 1,
            via: None,
            even_so: None,
            entry,
        },
    }
}

fn opened(origin: &str) -> Entry {
    Entry::CaseOpened(CaseOpened {
        number: String::new(),
        callsign: String::new(),
        origin: origin.to_owned(),
        jurisdiction: "ru".to_owned(),
        sex: Sex::Unknown,
        born: None,
        office: None,
        worker: None,
        opened: PartialDate::Day("2010-02-01".parse().unwrap()),
        tags: Vec::new(),
        role: None,
        import_ref: None,
    })
}

/// Twenty people from one country and twelve from another, before anything left.
fn past(office: Vec<Event>) -> Past {
    let origins = std::iter::repeat_n("SY", 20).chain(std::iter::repeat_n("KP", 12));
    let cases = (1_u8..).zip(origins);
    let cases = cases.map(|(at, origin)| {
        let events = vec![event(u64::from(at), opened(origin))];
        (CaseId([at; 16]), events)
    });
    Past::of(cases.collect(), office)
}

fn key(code: &str) -> Vec<String> {
    vec![code.to_owned()]
}

/// A release of these numbers by origin.
fn left(number: &str, cells: &[(&str, &str)], counts: &[(&str, u64)]) -> TableLeft {
    let cells: Vec<_> = cells
        .iter()
        .map(|(code, text)| (key(code), (*text).to_owned()))
        .collect();
    TableLeft {
        number: number.to_owned(),
        to: "press".to_owned(),
        purpose: None,
        asked: TableAsked {
            unit: "persons".to_owned(),
            by: vec!["origin".to_owned()],
            threshold: 5,
            ..TableAsked::default()
        },
        day: "2026-03-02".parse().unwrap(),
        because: None,
        counts: counts.iter().map(|(code, n)| (key(code), *n)).collect(),
        digest: digest(&cells),
        cells,
        pairwise: false,
        added: false,
        proposed_by: None,
        approved: None,
        times: Vec::new(),
        ids: None,
        timed: Vec::new(),
    }
}

const COUNTS: [(&str, u64); 2] = [("KP", 12), ("SY", 20)];
const CELLS: [(&str, &str); 3] = [("total", "32"), ("KP", "12"), ("SY", "20")];

/// What comes of the first release of an office.
fn verdict(office: Vec<Event>) -> &'static str {
    let past = past(office);
    let (place, left) = releases(&past.office).into_iter().next().unwrap();
    state(&past, &left, place)
}

#[test]
fn a_release_comes_out_as_it_left_or_is_found() {
    let verdict_of = |left: TableLeft| verdict(vec![event(100, Entry::TableLeft(left))]);
    assert_eq!(verdict_of(left("R2026-001", &CELLS, &COUNTS)), "same");
    // Another number in a cell, another count, another digest, a cell too few.
    let printed = [("total", "32"), ("KP", "13"), ("SY", "20")];
    assert_eq!(verdict_of(left("R2026-001", &printed, &COUNTS)), "differs");
    let counts = [("KP", 13), ("SY", 20)];
    assert_eq!(verdict_of(left("R2026-001", &CELLS, &counts)), "differs");
    let mut other = left("R2026-001", &CELLS, &COUNTS);
    other.digest = "00".to_owned();
    assert_eq!(verdict_of(other), "differs");
    assert_eq!(
        verdict_of(left("R2026-001", &CELLS[..2], &COUNTS)),
        "differs"
    );
    // Where a case was erased since, nobody can tell.
    let counts = [("KP", 13), ("SY", 20)];
    let office = vec![
        event(100, Entry::TableLeft(left("R2026-001", &CELLS, &counts))),
        event(
            101,
            Entry::CaseErased(CaseErased {
                case: CaseId([99; 16]),
                because: "asked for".to_owned(),
            }),
        ),
    ];
    assert_eq!(verdict(office), "erased");
}

#[test]
fn a_release_of_an_older_program_is_counted_with_its_numbers() {
    let old = |kp: u64| {
        Entry::TableReleased(TableReleased {
            to: "press".to_owned(),
            query: "persons|origin||".to_owned(),
            digest: String::new(),
            cells: vec![
                (key("KP"), Some(kp)),
                (key("SY"), Some(20)),
                (key("total"), Some(kp + 20)),
            ],
        })
    };
    assert_eq!(verdict(vec![event(100, old(12))]), "same");
    assert_eq!(verdict(vec![event(100, old(11))]), "differs");
    let past = past(vec![event(100, old(12))]);
    assert_eq!(all_together(&past).unwrap().state, "holds");
}

#[test]
fn all_that_left_is_checked_together() {
    // Nobody but one from KP is in the second and not in the first: whoever has both has that one.
    let mut of_kp = left("R2026-002", &[("total", "12")], &[]);
    of_kp.asked.by.clear();
    of_kp.asked.filters = vec![("origin".to_owned(), vec!["kp".to_owned()])];
    of_kp.counts = vec![(Vec::new(), 12)];
    let office = vec![
        event(100, Entry::TableLeft(left("R2026-001", &CELLS, &COUNTS))),
        event(101, Entry::TableLeft(of_kp.clone())),
    ];
    let found = all_together(&past(office)).unwrap();
    assert_eq!((found.state, found.releases), ("holds", 2));

    let mut cases = past(Vec::new());
    let one_more = (CaseId([77; 16]), vec![event(101, opened("KP"))]);
    cases.add(one_more);
    of_kp.cells = vec![(key("total"), "13".to_owned())];
    of_kp.counts = vec![(Vec::new(), 13)];
    cases.office = vec![
        event(100, Entry::TableLeft(left("R2026-001", &CELLS, &COUNTS))),
        event(102, Entry::TableLeft(of_kp)),
    ];
    let found = all_together(&cases).unwrap();
    assert_eq!(found.state, "given_away");
    assert_eq!(found.release.as_deref(), Some("R2026-002"));
}

/// What an older program counted of cases closed as recorded twice verifies as it left, and nobody says who they are.
#[test]
fn who_was_counted_twice_by_an_older_program_is_counted_so_again() {
    for (many, together) in [(13, "moved"), (12, "holds"), (14, "holds")] {
        let kp = many.to_string();
        let total = (many + 20).to_string();
        let printed = [("total", total.as_str()), ("KP", kp.as_str()), ("SY", "20")];
        let left = left("R2026-001", &printed, &[("KP", many), ("SY", 20)]);
        let mut cases = past(vec![event(100, Entry::TableLeft(left.clone()))]);
        let closed = Entry::CaseClosed(CaseClosed {
            reason: CaseEnd::Duplicate,
            date: PartialDate::Day("2012-02-01".parse().unwrap()),
            import_ref: None,
        });
        let twice = vec![event(50, opened("KP")), event(51, closed)];
        cases.add((CaseId([77; 16]), twice));
        let verdict = if many == 14 { "differs" } else { "same" };
        assert_eq!(state(&cases, &left, 100), verdict, "{many}");
        assert_eq!(all_together(&cases).unwrap().state, together, "{many}");
    }
}
