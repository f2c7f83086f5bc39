//! Changes of who can open the store, stopped amid: old or new, never neither.

use super::*;
use crate::domain::event::{KeysChanged, MemberRemoved};
use crate::store::Damage;
use crate::store::Notice;
use crate::store::change::Stage;
use crate::vault::{self, Recipient};

const STAGES: [Stage; 5] = [
    Stage::Begun,
    Stage::Written,
    Stage::Turned,
    Stage::HalfHead,
    Stage::Head,
];

/// A store with cases that opens to two, and what opens it beside the bench's own.
fn shared(seed: u64) -> (Bench, Identity) {
    let bench = Bench::new(seed);
    let other = Identity::generate(&mut Random::seeded(seed + 1000)).unwrap();
    add_case(&mut bench.writer(), "A", "amber-heron");
    add_case(&mut bench.writer(), "B", "calm-otter");
    let added = payload(Entry::MemberAdded(MemberAdded {
        alias: "m2".into(),
        mark: "2".into(),
        card: false,
        recipient: None,
    }));
    let to = [bench.identity.recipient(), other.recipient()];
    let mut store = bench.open(Access::Keys).unwrap();
    store
        .change_keys(&[added], &to, false, &mut Random::system())
        .unwrap();
    (bench, other)
}

fn gone() -> Vec<Payload> {
    vec![
        payload(Entry::MemberRemoved(MemberRemoved { alias: "m2".into() })),
        payload(Entry::KeysChanged(KeysChanged { epoch: 2 })),
    ]
}

fn remove(bench: &Bench, last: Stage) {
    let to = [bench.identity.recipient()];
    let mut store = bench.open(Access::Keys).unwrap();
    store
        .change_keys_until(last, &gone(), &to, true, &mut Random::system())
        .unwrap();
}

fn opens(bench: &Bench, identity: &Identity) -> Result<Store, StoreError> {
    Store::open(&bench.dir(), identity, Access::Read)
}

#[test]
fn whoever_is_added_opens_it_and_whoever_is_removed_does_not() {
    let (bench, other) = shared(90);
    assert_eq!(bench.findings(), [""; 0]);
    let with_both = bench.keep();
    assert_eq!(opens(&bench, &other).unwrap().info().unwrap().cases, 2);
    let before = bench.reader().info().unwrap();
    remove(&bench, Stage::Done);
    assert!(matches!(
        opens(&bench, &other),
        Err(StoreError::NotForThisKey)
    ));
    assert_eq!(bench.findings(), [""; 0]);
    let store = bench.reader();
    assert_eq!(store.info().unwrap().events, before.events + 2);
    assert_eq!(store.info().unwrap().commits, before.commits + 1);
    assert_eq!(store.epoch(), 2);
    assert!(store.reader.keys.epoch_key(1).is_none());
    let wraps = "SELECT count(*) FROM case_key WHERE substr(wrap, 1, 4) = x'00000002'";
    let count: i64 = store
        .reader
        .conn
        .query_row(wraps, [], |row| row.get(0))
        .unwrap();
    assert_eq!((count, store.case_keys().unwrap()), (3, 3));
    drop(store);
    let (case, _) = add_case(&mut bench.writer(), "C", "brave-lynx");
    assert!(bench.reader().events(case).is_ok());
    assert_eq!(bench.findings(), [""; 0]);
    // A kept copy of the keys opens the store as it was, and nothing of what came since.
    let now = bench.keep();
    put(&bench.path("keys.age"), with_both.bytes("keys.age"));
    for identity in [&other, &bench.identity] {
        let refused = opens(&bench, identity);
        assert!(matches!(refused, Err(StoreError::OtherKeys)), "{refused:?}");
        let refused = verify_dir(&bench.dir(), identity, Depth::Full, &mut |_, _| {});
        assert!(matches!(refused, Err(StoreError::OtherKeys)), "{refused:?}");
    }
    put(&bench.path("head"), with_both.bytes("head"));
    assert!(opens(&bench, &other).is_err());
    with_both.put_back();
    assert!(opens(&bench, &other).is_ok());
    now.put_back();
    assert_eq!(bench.findings(), [""; 0]);
}

#[test]
fn whoever_comes_next_finishes_what_was_stopped() {
    for (nth, stage) in (0..).zip(STAGES) {
        for access in [Access::Read, Access::Write, Access::Keys] {
            let (bench, other) = shared(200 + nth);
            remove(&bench, stage);
            // Decided from the first step on; and whoever judges changes nothing.
            assert!(matches!(
                opens(&bench, &other),
                Err(StoreError::NotForThisKey)
            ));
            let kept = bench.keep();
            assert_eq!(bench.findings(), ["keys-unfinished"], "{stage:?}");
            assert!(!bench.verify().unwrap().fatal);
            assert_eq!(kept.bytes("keys.age"), bench.keep().bytes("keys.age"));
            let store = bench.open(access).unwrap();
            assert_eq!(store.notices(), [], "{stage:?}");
            assert_eq!(store.epoch(), 2);
            let office = store.office_events().unwrap();
            let told = office
                .iter()
                .filter(|event| gone().contains(&event.payload));
            assert_eq!(told.count(), 2, "{stage:?}: once each");
            drop(store);
            assert_eq!(bench.findings(), [""; 0], "{stage:?}");
            add_case(&mut bench.writer(), "C", "brave-lynx");
            assert_eq!(bench.findings(), [""; 0]);
        }
    }
}

#[test]
fn a_stopped_addition_is_finished_too() {
    for access in [Access::Read, Access::Write] {
        let (bench, other) = shared(210);
        let third = Identity::generate(&mut Random::seeded(7)).unwrap();
        let mut store = bench.open(Access::Keys).unwrap();
        let added = payload(Entry::MemberAdded(MemberAdded {
            alias: "m3".into(),
            mark: third.recipient().mark(store.id()),
            card: false,
            recipient: Some(third.recipient().to_string()),
        }));
        let all = [&bench.identity, &other, &third].map(Identity::recipient);
        store
            .change_keys_until(
                Stage::Begun,
                std::slice::from_ref(&added),
                &all,
                false,
                &mut Random::system(),
            )
            .unwrap();
        drop(store);
        let store = Store::open(&bench.dir(), &third, access).unwrap();
        let office = store.office_events().unwrap();
        assert_eq!(office.last().unwrap().payload, added);
        assert_eq!(store.epoch(), 1);
        drop(store);
        assert_eq!(bench.findings(), [""; 0]);
    }
}

#[test]
fn where_nothing_can_be_written_it_is_read_as_it_is() {
    for (nth, stage) in (0..).zip(STAGES) {
        let (bench, _) = shared(220 + nth);
        remove(&bench, stage);
        bench.give_away(0o555, 0o444);
        as_nobody(|| {
            let store = bench.reader();
            assert_eq!(store.notices(), [Notice::KeysUnfinished], "{stage:?}");
            assert_eq!(store.info().unwrap().cases, 2);
            drop(store);
            let refused = bench.open(Access::Write);
            assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");
        });
    }
}

#[test]
fn what_cannot_be_sealed_changes_nothing() {
    let (bench, _) = shared(230);
    let before = bench.keep();
    let older = Identity::of_sort(&mut Random::seeded(3), vault::Sort::X25519);
    let mixed = [bench.identity.recipient(), older.recipient()];
    let none: [Recipient; 0] = [];
    for to in [&mixed[..], &none] {
        let mut store = bench.open(Access::Keys).unwrap();
        let refused = store.change_keys(&gone(), to, true, &mut Random::system());
        assert!(matches!(refused, Err(StoreError::Vault(_))), "{refused:?}");
    }
    for access in [Access::Read, Access::Write] {
        let mut store = bench.open(access).unwrap();
        let refused = store.change_keys(&gone(), &mixed[..1], true, &mut Random::system());
        assert!(matches!(refused, Err(StoreError::ReadOnly)), "{refused:?}");
    }
    for name in ["store.db", "head", "keys.age"] {
        assert_eq!(bench.keep().bytes(name), before.bytes(name), "{name}");
    }
}

#[test]
fn sessions_and_changes_wait_for_each_other() {
    let (bench, _) = shared(240);
    let reader = bench.reader();
    std::thread::scope(|scope| {
        let changing = scope.spawn(|| remove(&bench, Stage::Done));
        std::thread::sleep(std::time::Duration::from_millis(300));
        // It reads on under the keys that it opened with.
        assert_eq!(reader.epoch(), 1);
        assert_eq!(reader.info().unwrap().cases, 2);
        drop(reader);
        changing.join().unwrap();
    });
    assert_eq!(bench.reader().epoch(), 2);
}

#[test]
fn what_a_killed_process_left_is_taken_away() {
    let (bench, _) = shared(250);
    put(&bench.path(".0123456789abcdef.new"), b"half");
    assert_eq!(bench.findings(), ["unknown-files"]);
    remove(&bench, Stage::Done);
    assert_eq!(bench.findings(), [""; 0]);
}

#[test]
fn an_older_database_put_back_amid_a_change_is_found() {
    let (bench, _) = shared(260);
    let before = bench.keep();
    remove(&bench, Stage::Head);
    put(&bench.path("store.db"), before.bytes("store.db"));
    let refused = bench.open(Access::Write);
    let older = StoreError::Damaged {
        what: Damage::OlderDatabase,
    };
    assert_eq!(format!("{refused:?}"), format!("Err({older:?})"));
}
