//! Several sessions at once: they wait for each other and go on.

use std::thread;
use std::time::{Duration, Instant};

use super::*;

#[test]
fn writers_wait_for_each_other() {
    let bench = Bench::new(40);
    let (case, _) = add_case(&mut bench.writer(), "A", "amber-heron");
    thread::scope(|scope| {
        for writer in 0..4 {
            let bench = &bench;
            scope.spawn(move || {
                let mut store = bench.writer();
                for number in 0..25 {
                    let text = format!("{writer}/{number}");
                    store.write(|tx| tx.append(case, note(&text))).unwrap();
                }
            });
        }
        let bench = &bench;
        scope.spawn(move || {
            for _ in 0..25 {
                let store = bench.reader();
                assert_eq!(store.notices(), []);
                let folded = store.case(case).unwrap();
                assert_eq!(folded.applications.len(), 1);
            }
        });
    });
    assert_eq!(bench.reader().events(case).unwrap().len(), 3 + 100);
    assert_eq!(bench.findings(), [""; 0]);
}

#[test]
fn a_snapshot_stays_as_it_was() {
    let bench = Bench::new(41);
    let (case, _) = add_case(&mut bench.writer(), "A", "amber-heron");
    let store = bench.reader();
    thread::scope(|scope| {
        let seen = store.snapshot(|reader| {
            let before = reader.events(case)?.len();
            let bench = &bench;
            let writer = scope.spawn(move || {
                let note = note("meanwhile");
                bench.writer().write(|tx| tx.append(case, note)).unwrap();
            });
            thread::sleep(Duration::from_millis(200));
            assert!(!writer.is_finished(), "it waits for the snapshot's end");
            Ok::<_, StoreError>((before, reader.events(case)?.len()))
        });
        assert_eq!(seen.unwrap(), (3, 3));
    });
    assert_eq!(store.events(case).unwrap().len(), 4);
}

#[test]
fn others_read_while_much_is_written() {
    let bench = Bench::new(43);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    let seen = store.write(|tx| {
        // More than any cache holds.
        for _ in 0..20 {
            tx.append(case, note(&"x".repeat(1_000_000)))?;
        }
        // Whoever had to wait for the writer would wait in vain, and be told that the store is busy.
        Ok::<_, StoreError>(bench.reader().events(case)?.len())
    });
    assert_eq!(seen.unwrap(), 3);
    assert_eq!(store.events(case).unwrap().len(), 23);
    assert_eq!(bench.findings(), [""; 0]);
}

#[test]
fn who_waits_too_long_is_told() {
    let bench = Bench::new(42);
    let mut store = bench.writer();
    let other = bench.writer();
    let lock = other.head.lock().unwrap();
    let start = Instant::now();
    let busy = store.write(|tx| tx.append(CaseId::OFFICE, note("x")));
    assert!(matches!(busy, Err(StoreError::Busy)));
    assert!(start.elapsed() >= Duration::from_secs(10));
    drop(lock);
    store
        .write(|tx| tx.append(CaseId::OFFICE, note("x")))
        .unwrap();
}
