//! One flipped byte, anywhere in any file.

use std::os::unix::fs::FileExt as _;
use std::thread;
use std::time::Instant;

use super::*;

const FILES: [&str; 3] = ["store.db", "head", "keys.age"];

/// Flips one bit at every given place of a file and says where it went unnoticed. Places are dealt out
/// to threads, each with a copy of the store of its own.
fn flips(bench: &Bench, name: &str, places: &[usize]) -> Vec<usize> {
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    thread::scope(|scope| {
        let jobs: Vec<_> = (0..threads)
            .map(|thread| {
                let mine = places.iter().copied().skip(thread).step_by(threads);
                scope.spawn(move || flips_in(&copy_of(bench), name, mine))
            })
            .collect();
        let mut unnoticed: Vec<usize> = jobs
            .into_iter()
            .flat_map(|job| job.join().unwrap())
            .collect();
        unnoticed.sort_unstable();
        unnoticed
    })
}

fn copy_of(bench: &Bench) -> Bench {
    let mut keep = || panic!("the key has no passphrase");
    let text = bench.identity.to_file_text().unwrap();
    let bytes = crate::base::secret::ExposeSecret::expose_secret(&text).as_bytes();
    let copy = Bench {
        temp: tempfile::tempdir().unwrap(),
        identity: Identity::from_file_bytes(bytes, &mut keep).unwrap(),
    };
    crate::base::file::create_dir_private(&copy.dir()).unwrap();
    for name in FILES {
        put(&copy.path(name), bench.keep().bytes(name));
    }
    copy
}

/// Flips in place and without a sync, which is most of the time otherwise.
fn flips_in(bench: &Bench, name: &str, places: impl Iterator<Item = usize>) -> Vec<usize> {
    let kept = bench.keep();
    let good = kept.bytes(name);
    let mut unnoticed = Vec::new();
    for at in places {
        let file = std::fs::File::options()
            .write(true)
            .open(bench.path(name))
            .unwrap();
        let place = u64::try_from(at).unwrap();
        file.write_all_at(&[good[at] ^ (1 << (at % 8))], place)
            .unwrap();
        if !bench.is_noticed(name) {
            unnoticed.push(at);
        }
        file.write_all_at(&good[at..=at], place).unwrap();
    }
    // A judge that changes what it judges would hide the next flip.
    for name in FILES {
        assert!(
            std::fs::read(bench.path(name)).unwrap() == kept.bytes(name),
            "{name} changed"
        );
    }
    assert_eq!(bench.findings(), [""; 0]);
    unnoticed
}

fn filled() -> Bench {
    let bench = Bench::new(20);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    let (other, _) = add_case(&mut store, "B", "calm-otter");
    // Long enough for pages of its own.
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
        let length = bench.keep().bytes(name).len();
        let places: Vec<usize> = (0..length).step_by(stride).collect();
        assert!(places.len() >= least, "{name}: {}", places.len());
        assert_eq!(flips(&bench, name, &places), [0; 0], "{name}");
    }
}

#[test]
#[ignore = "long: every byte of every file"]
fn long_every_flip_is_noticed() {
    let bench = filled();
    for name in FILES {
        let (start, length) = (Instant::now(), bench.keep().bytes(name).len());
        let places: Vec<usize> = (0..length).collect();
        assert_eq!(flips(&bench, name, &places), [0; 0], "{name}");
        println!("{name}: {length} flips in {:.0?}", start.elapsed());
    }
}
