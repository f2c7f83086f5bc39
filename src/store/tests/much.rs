//! A transaction that brings more than should lie in memory.

use std::io::BufRead as _;

use super::*;

const WORD: &str = "Zyxqwv";

/// More than the cache holds, in which pages are kept until they are written.
const MUCH: usize = 24;

fn much(tx: &mut crate::store::Tx<'_>, case: CaseId) -> Result<(), StoreError> {
    for _ in 0..MUCH {
        tx.append(case, note(&WORD.repeat(1_000_000 / WORD.len())))?;
    }
    Ok(())
}

/// What is open or lies in the folder, and has the word in it; how large the database is.
fn look(bench: &Bench) -> (Vec<String>, u64) {
    let in_store = std::fs::read_dir(bench.dir()).unwrap();
    let mut files: Vec<PathBuf> = in_store.map(|entry| entry.unwrap().path()).collect();
    // A file that SQLite made for itself and deleted is still open. Those of other tests are no matter.
    let open = std::fs::read_dir("/proc/self/fd").unwrap();
    files.extend(open.filter_map(|entry| {
        let entry = entry.ok()?;
        let to = std::fs::read_link(entry.path()).ok()?;
        let of_sqlite = to.to_str()?.contains("etilqs");
        of_sqlite.then(|| entry.path())
    }));
    let plain = files.iter().filter(|path| {
        let bytes = std::fs::read(path).unwrap_or_default();
        let (first, rest) = WORD.as_bytes().split_first().unwrap();
        let mut left = bytes.as_slice();
        // The library looks for one byte much faster than a test does for several.
        while left.skip_until(*first).unwrap() > 0 {
            if left.starts_with(rest) {
                return true;
            }
        }
        false
    });
    let plain = plain.map(|path| path.display().to_string()).collect();
    let length = std::fs::metadata(bench.path("store.db")).unwrap().len();
    (plain, length)
}

#[test]
fn what_is_written_before_its_end_is_encrypted_and_taken_back_whole() {
    let bench = Bench::new(70);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    let before = look(&bench).1;
    let given_up = store.write_much(|tx| {
        much(tx, case)?;
        let (plain, length) = look(&bench);
        assert_eq!(plain, [""; 0]);
        assert!(length > before + (4 << 20), "it was written: {length}");
        Err::<(), _>(StoreError::Busy)
    });
    assert!(matches!(given_up, Err(StoreError::Busy)));
    assert_eq!(look(&bench).1, before);
    assert_eq!(store.events(case).unwrap().len(), 3);
    store.write_much(|tx| much(tx, case)).unwrap();
    let (plain, length) = look(&bench);
    assert_eq!(plain, [""; 0]);
    assert!(length > 20 << 20);
    assert_eq!(store.events(case).unwrap().len(), 3 + MUCH);
    // What comes next is as it ever was: others read meanwhile.
    let seen = store.write(|tx| {
        for _ in 0..30 {
            tx.append(case, note(&"x".repeat(1_000_000)))?;
        }
        Ok::<_, StoreError>(bench.reader().case(case)?.id)
    });
    assert_eq!(seen.unwrap(), case);
}
