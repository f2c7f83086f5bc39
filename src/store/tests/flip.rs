//! One flipped byte, anywhere in any file.

use super::*;

/// Flips one bit at every `stride`th place of a file and says where it went unnoticed.
fn flips(bench: &Bench, name: &str, stride: usize) -> (usize, Vec<usize>) {
    let kept = bench.keep();
    let mut bytes = kept.bytes(name).to_vec();
    let mut unnoticed = Vec::new();
    let mut tried = 0;
    for at in (0..bytes.len()).step_by(stride) {
        let bit = 1 << (at % 8);
        bytes[at] ^= bit;
        put(&bench.path(name), &bytes);
        if !bench.is_noticed() {
            unnoticed.push(at);
        }
        bytes[at] ^= bit;
        tried += 1;
        kept.put_back();
    }
    (tried, unnoticed)
}

fn filled() -> Bench {
    let bench = Bench::new(20);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    let (other, _) = add_case(&mut store, "B", "calm-otter");
    // Pages that fall free again hold nothing, and are guarded all the same.
    store
        .write(|tx| tx.append(case, note(&"x".repeat(9000))))
        .unwrap();
    store
        .write(|tx| tx.append(other, hearing("2026-01-02")))
        .unwrap();
    store.rebuild().unwrap();
    drop(store);
    assert_eq!(bench.findings(), [""; 0]);
    bench
}

#[test]
fn some_flips_are_noticed() {
    let bench = filled();
    // Strides that share no factor with page, slot or block, so that all sorts of places are met.
    for (name, stride, least) in [
        ("store.db", 499, 150),
        ("head", 67, 60),
        ("keys.age", 5, 60),
    ] {
        let (tried, unnoticed) = flips(&bench, name, stride);
        assert!(tried >= least, "{name}: {tried}");
        assert_eq!(unnoticed, [0; 0], "{name}");
    }
}

#[test]
#[ignore = "takes half an hour: every byte of every file"]
fn every_flip_is_noticed() {
    let bench = filled();
    for name in ["store.db", "head", "keys.age"] {
        let (tried, unnoticed) = flips(&bench, name, 1);
        assert!(tried > 300);
        assert_eq!(unnoticed, [0; 0], "{name}");
    }
}
