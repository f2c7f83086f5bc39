//! What is written is there, whole, private and found again; what fails leaves nothing.

use std::os::unix::fs::PermissionsExt as _;

use super::*;
use crate::base::number::CaseNumber;
use crate::domain::event::CaseAssigned;
use crate::store::head::Tip;
use crate::store::{Damage, Part, commit};

#[test]
fn a_new_store_is_whole_private_and_alone() {
    let bench = Bench::new(1);
    assert_eq!(bench.findings(), [""; 0]);
    let mode = |path: PathBuf| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(bench.dir()), 0o700);
    for entry in std::fs::read_dir(bench.dir()).unwrap() {
        assert_eq!(mode(entry.unwrap().path()), 0o600);
    }
    assert_eq!(std::fs::read_dir(bench.temp.path()).unwrap().count(), 1);
    let store = bench.reader();
    let mut written: Vec<Payload> = store
        .office_events()
        .unwrap()
        .into_iter()
        .map(|event| event.payload)
        .collect();
    let device = written.remove(1);
    assert!(matches!(device.entry, Entry::DeviceNamed(_)), "{device:?}");
    assert_eq!(written, office());
    let info = store.info().unwrap();
    assert_eq!((info.events, info.cases, info.streams), (3, 0, 1));
    assert_eq!(info.format, FORMAT);
    assert_eq!(info.last_recorded, Some(office()[0].at));
}

#[test]
fn never_overwrites_what_is_there() {
    let bench = Bench::new(1);
    let before = bench.keep();
    let again = |dir: &Path| {
        let mut random = Random::system();
        let keys = StoreKeys::generate(&mut random).unwrap();
        let to = [bench.identity.recipient()];
        Store::create(dir, keys, &to, office(), &mut random)
    };
    assert!(matches!(again(&bench.dir()), Err(StoreError::Exists)));
    assert_eq!(before.bytes("store.db"), bench.keep().bytes("store.db"));
    let empty = bench.temp.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    again(&empty).unwrap();
    again(&bench.temp.path().join("a/b/c")).unwrap();
    let file = bench.temp.path().join("file");
    put(&file, b"mine");
    assert!(matches!(again(&file), Err(StoreError::Exists)));
}

#[test]
fn what_was_appended_is_read_in_order() {
    let bench = Bench::new(2);
    let (case, ids) = add_case(&mut bench.writer(), "7MK2D5HPP", "amber-heron");
    let mut store = bench.writer();
    store
        .write(|tx| {
            let event = tx.append(case, note("second"))?;
            assert_eq!(tx.events(case)?.last().unwrap(), &event);
            assert_eq!(tx.case(case)?.applications.len(), 1);
            tx.append(case, applied("2022-01-01"))?;
            assert_eq!(tx.case(case)?.applications.len(), 2, "its own writes too");
            Ok::<_, StoreError>(())
        })
        .unwrap();
    drop(store);
    let store = bench.reader();
    let events = store.events(case).unwrap();
    assert_eq!(events.len(), 5);
    assert!(events.windows(2).all(|two| two[0].lamport < two[1].lamport));
    assert_eq!(events[0].id, ids[0]);
    assert_eq!(store.case(case).unwrap().applications.len(), 2);
    let nobody = CaseId([9; 16]);
    assert_eq!(store.events(nobody).unwrap(), []);
    assert!(matches!(store.case(nobody), Err(StoreError::NoSuchCase)));
    assert_eq!(bench.findings(), [""; 0]);
}

#[test]
fn finds_cases_events_and_imports() {
    let bench = Bench::new(3);
    let mut store = bench.writer();
    let number = CaseNumber::draw(&mut Random::seeded(5)).unwrap();
    let (case, ids) = add_case(&mut store, &number.compact(), "amber-heron");
    let (other, _) = add_case(&mut store, "B", "calm-otter");
    assert_eq!(store.case_by_number(&number).unwrap(), Some(case));
    let unknown = CaseNumber::draw(&mut Random::seeded(6)).unwrap();
    assert_eq!(store.case_by_number(&unknown).unwrap(), None);
    assert_eq!(store.cases_by_callsign("calm-otter").unwrap(), [other]);
    let start = |id: String| id.chars().take(6).collect::<String>();
    let prefix = start(ids[1].to_string());
    assert_eq!(store.event_by_prefix(&prefix).unwrap(), [(ids[1], case)]);
    assert_eq!(store.event_by_prefix("zzz").unwrap(), []);
    let deadline = DeadlineId([b'B'; 16]);
    let prefix = start(deadline.to_string());
    let found = store.deadline_by_prefix(&prefix).unwrap();
    assert_eq!(found, [(deadline, other)]);
    assert_eq!(store.import_seen("ref-B").unwrap().unwrap().0, other);
    assert_eq!(store.import_seen("ref-C").unwrap(), None);
    store
        .write(|tx| {
            let assigned = Entry::CaseAssigned(CaseAssigned { to: None });
            tx.append(other, payload(assigned))?;
            // What the transaction itself brought is found too.
            let new = tx.new_case(&mut Random::system())?;
            tx.append(new, opened("C", "calm-otter"))?;
            assert_eq!(tx.cases_by_callsign("calm-otter")?.len(), 2);
            assert!(tx.import_seen("ref-C")?.is_some());
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_failed_transaction_leaves_nothing() {
    let bench = Bench::new(5);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    let before = bench.keep();
    let failed: Result<(), StoreError> = store.write(|tx| {
        let new = tx.new_case(&mut Random::system())?;
        tx.append(new, opened("B", "calm-otter"))?;
        tx.append(case, note("half"))?;
        assert_eq!(tx.cases_by_callsign("calm-otter")?.len(), 1);
        Err(StoreError::NoSuchCase)
    });
    assert!(matches!(failed, Err(StoreError::NoSuchCase)));
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.write(|tx| -> Result<(), StoreError> {
            tx.append(case, note("half"))?;
            panic!("amid a transaction")
        })
    }));
    assert!(panicked.is_err());
    let foreign = CaseId([7; 16]);
    let no_case = store.write(|tx| tx.append(foreign, note("whose?")));
    assert!(matches!(no_case, Err(StoreError::NoSuchCase)));
    assert_eq!(store.events(case).unwrap().len(), 3);
    assert_eq!(store.cases_by_callsign("calm-otter").unwrap(), []);
    // A transaction that wrote nothing is no commit.
    store.write(|_| Ok::<_, StoreError>(())).unwrap();
    assert_eq!(before.bytes("head"), bench.keep().bytes("head"));
    // And the store goes on.
    store.write(|tx| tx.append(case, note("whole"))).unwrap();
    assert_eq!(bench.findings(), [""; 0]);
}

#[test]
fn a_reader_writes_nothing() {
    let bench = Bench::new(6);
    add_case(&mut bench.writer(), "A", "amber-heron");
    let before = bench.keep();
    let mut store = bench.reader();
    let refused = store.write(|tx| tx.append(CaseId::OFFICE, note("no")));
    assert!(matches!(refused, Err(StoreError::ReadOnly)));
    assert!(
        store
            .reader
            .conn
            .execute_batch("DELETE FROM p_case")
            .is_err()
    );
    assert!(matches!(store.rebuild(), Err(StoreError::ReadOnly)));
    drop(store);
    let after = bench.keep();
    assert_eq!(before.bytes("store.db"), after.bytes("store.db"));
    assert_eq!(before.bytes("head"), after.bytes("head"));
}

#[test]
fn each_thing_missing_or_wrong_is_told_apart() {
    let bench = Bench::new(7);
    let kept = bench.keep();
    let other = Identity::generate(&mut Random::system()).unwrap();
    assert!(matches!(
        Store::open(&bench.dir(), &other, Access::Read),
        Err(StoreError::NotForThisKey)
    ));
    assert!(matches!(
        Store::open(bench.temp.path(), &other, Access::Read),
        Err(StoreError::NotAStore)
    ));
    let without = |name: &str| {
        std::fs::remove_file(bench.path(name)).unwrap();
        let opened = bench.open(Access::Write);
        kept.put_back();
        opened.unwrap_err()
    };
    assert!(matches!(
        without("store.db"),
        StoreError::Missing {
            what: Part::Database
        }
    ));
    assert!(matches!(
        without("keys.age"),
        StoreError::Missing { what: Part::Keys }
    ));
    assert!(matches!(
        without("head"),
        StoreError::Damaged { what: Damage::Head }
    ));
    bench.writer();
}

#[test]
fn a_newer_format_is_named_and_not_touched() {
    let bench = Bench::new(8);
    let store = bench.writer();
    store
        .reader
        .conn
        .pragma_update(None, "user_version", FORMAT + 1)
        .unwrap();
    drop(store);
    let before = bench.keep();
    for access in [Access::Read, Access::Write] {
        let opened = bench.open(access);
        assert!(matches!(
            opened,
            Err(StoreError::NewerFormat { found: 2, known: 1 })
        ));
    }
    assert!(matches!(
        bench.verify(),
        Err(StoreError::NewerFormat { .. })
    ));
    let after = bench.keep();
    for name in ["store.db", "head", "keys.age"] {
        assert_eq!(before.bytes(name), after.bytes(name));
    }
}

#[test]
fn a_full_disk_loses_nothing_acknowledged() {
    let bench = Bench::new(9);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    let pages: i64 = store
        .reader
        .conn
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    let limit = |store: &Store, pages: i64| {
        let sql = format!("PRAGMA max_page_count = {pages}");
        store.reader.conn.query_row(&sql, [], |_| Ok(())).unwrap();
    };
    limit(&store, pages);
    let full = store.write(|tx| tx.append(case, note(&"x".repeat(100_000))));
    assert!(matches!(full, Err(StoreError::Full)), "{full:?}");
    assert_eq!(store.events(case).unwrap().len(), 3);
    limit(&store, 1_000_000);
    store
        .write(|tx| tx.append(case, note(&"x".repeat(100_000))))
        .unwrap();
    assert_eq!(bench.findings(), [""; 0]);
}

#[test]
fn a_failed_commit_is_settled_by_what_stands_there() {
    let bench = Bench::new(11);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    // A broken reference stops COMMIT and leaves the transaction open.
    let failed = store.write(|tx| {
        let loose = "PRAGMA defer_foreign_keys = ON;
            INSERT INTO commit_range VALUES (999, zeroblob(16), 1, 1);";
        tx.conn.execute_batch(loose)?;
        tx.append(case, note("lost"))
    });
    assert!(matches!(failed, Err(StoreError::Sqlite { .. })));
    assert_eq!(store.events(case).unwrap().len(), 3);
    store.write(|tx| tx.append(case, note("kept"))).unwrap();
    // As if it had failed after the entry was there.
    let last = commit::last(&store.reader.conn).unwrap();
    store.settle(last, StoreError::Busy).unwrap();
    let other = Tip {
        root: [0; 32],
        ..last
    };
    let lost = store.settle(other, StoreError::Full);
    assert!(matches!(lost, Err(StoreError::Full)));
    assert_eq!(bench.findings(), [""; 0]);
    let gone = "PRAGMA foreign_keys = OFF; DROP TABLE commit_root";
    store.reader.conn.execute_batch(gone).unwrap();
    let unsure = store.settle(last, StoreError::Full);
    assert!(matches!(unsure, Err(StoreError::Unsure)));
}

#[test]
fn others_may_be_told_of_files_and_rights() {
    let bench = Bench::new(10);
    put(&bench.path("notes.txt"), b"mine");
    let open = std::fs::Permissions::from_mode(0o644);
    std::fs::set_permissions(bench.path("head"), open).unwrap();
    let report = bench.verify().unwrap();
    assert!(!report.fatal);
    assert_eq!(bench.findings(), ["unknown-files", "readable-by-others"]);
    let quick = verify_dir(&bench.dir(), &bench.identity, Depth::Quick, &mut |_, _| {}).unwrap();
    assert!(quick.findings.iter().any(|f| f.id == "indexes-left-out"));
}
