//! What is left of keys in this process's memory while a store is open and after it was closed.

#![cfg(target_os = "linux")]

use zeroize::Zeroizing;

use super::*;
use crate::base::secret::Secret32;
use crate::vault::memory::{Trace, count};

fn hex(key: &Secret32) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(data_encoding::HEXLOWER.encode(key.expose()).into_bytes())
}

fn session() -> (Store, Vec<Trace>) {
    let bench = Bench::new(80);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    store.events(case).unwrap();
    let keys = &store.reader.keys;
    let mut traces = vec![
        Trace::of("database key", keys.db().expose()),
        Trace::of("its digits", &hex(keys.db())),
        Trace::of("epoch key", keys.epoch_key(1).unwrap().expose()),
        Trace::of("head key", keys.head_key().expose()),
    ];
    let of_case = |key: &Secret32| {
        let commitment = key.derive("nansen v1 journal commitment key");
        let payload = key.derive("nansen v1 journal payload key");
        [
            Trace::of("case key", key.expose()),
            Trace::of("commitment key", commitment.expose()),
            Trace::of("payload key", payload.expose()),
        ]
    };
    traces.extend(store.with_case_key(case, of_case).unwrap());
    (store, traces)
}

#[test]
fn nothing_is_left_of_keys_once_the_store_is_closed() {
    let (done, wait) = std::sync::mpsc::channel::<()>();
    let (found, traces) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || {
        let (store, traces) = session();
        let open = count(&traces);
        drop(store);
        found.send((open, traces)).unwrap();
        assert!(wait.recv().is_err(), "nothing is ever sent");
    });
    let (open, traces) = traces.recv().unwrap();
    let left = count(&traces);
    drop(done);
    thread.join().unwrap();
    assert_eq!(
        open[0],
        ("database key", 1),
        "the search finds what is there"
    );
    assert!(left.iter().all(|(_, count)| *count == 0), "{left:?}");
}
