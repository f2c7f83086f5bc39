//! Crashes and damage: the head ahead and behind, torn slots, older files, older pages.

use super::*;
use crate::domain::event::{CaseErased, EntryRetracted};
use crate::store::head::HeadFile;
use crate::store::{Damage, Notice};

/// Kept states of a store that gets a case with each of them.
fn grown(bench: &Bench, states: usize) -> Vec<Kept> {
    let mut kept = vec![bench.keep()];
    for state in 0..states {
        let letter = char::from(b'A' + u8::try_from(state % 26).unwrap());
        add_case(&mut bench.writer(), &letter.to_string(), "amber-heron");
        kept.push(bench.keep());
    }
    kept
}

#[test]
fn a_writer_killed_before_the_head_is_caught_up() {
    let bench = Bench::new(1);
    let kept = grown(&bench, 2);
    for access in [Access::Read, Access::Write] {
        put(&bench.path("head"), kept[1].bytes("head"));
        let store = bench.open(access).unwrap();
        assert_eq!(store.notices(), []);
        assert_eq!(store.info().unwrap().cases, 2);
        assert_ne!(kept[1].bytes("head"), bench.keep().bytes("head"));
        // Not the same bytes as the killed writer's, but the same state.
        assert_eq!(bench.findings(), [""; 0]);
    }
    // Also when it happens while another session is open.
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "X", "calm-otter");
    put_in_place(&bench.path("head"), kept[2].bytes("head"));
    store.write(|tx| tx.append(case, note("on"))).unwrap();
    assert_eq!(bench.findings(), [""; 0]);
}

/// Writes into the same file, as a torn write would leave it.
fn put_in_place(path: &Path, bytes: &[u8]) {
    use std::os::unix::fs::FileExt as _;
    let file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    file.write_all_at(bytes, 0).unwrap();
}

#[test]
fn a_torn_slot_is_a_notice_and_two_are_damage() {
    let bench = Bench::new(2);
    let kept = grown(&bench, 3);
    let head = kept[3].bytes("head").to_vec();
    for slot in [0, 4096] {
        // The newest slot torn while it was written: the database is one commit ahead.
        let mut torn = head.clone();
        torn[slot + 100..slot + 512].fill(0xaa);
        put(&bench.path("head"), &torn);
        assert_eq!(bench.findings(), ["head-slot"]);
        assert!(!bench.verify().unwrap().fatal);
        let mut store = bench.writer();
        assert_eq!(store.info().unwrap().cases, 3);
        let (case, _) = add_case(&mut store, "Z", "calm-otter");
        store.write(|tx| tx.append(case, note("mended"))).unwrap();
        drop(store);
        assert_eq!(bench.findings(), [""; 0], "the next writes mend it");
        kept[3].put_back();
    }
    let mut both = head;
    both[10] ^= 1;
    both[4100] ^= 1;
    put(&bench.path("head"), &both);
    assert!(matches!(
        bench.open(Access::Read),
        Err(StoreError::Damaged { what: Damage::Head })
    ));
    assert!(bench.verify().unwrap().fatal);
}

#[test]
fn the_head_is_found_wherever_it_is_touched() {
    let bench = Bench::new(3);
    grown(&bench, 2);
    let head = bench.keep().bytes("head").to_vec();
    for at in 0..head.len() {
        if at % 7 != 0 && !(500..520).contains(&at) && !(4090..4100).contains(&at) {
            continue;
        }
        let mut flipped = head.clone();
        flipped[at] ^= 0x10;
        put(&bench.path("head"), &flipped);
        let report = bench.verify().unwrap();
        let wanted = if (512..4096).contains(&at) {
            "head-bytes"
        } else {
            "head-slot"
        };
        assert_eq!(report.findings[0].id, wanted, "at {at}");
        assert_eq!(report.fatal, wanted == "head-bytes");
    }
    for length in [0, 1, 511, 512, 4095, 4096, 4607] {
        put(&bench.path("head"), &head[..length]);
        assert!(bench.verify().unwrap().fatal, "cut at {length}");
    }
    let mut longer = head.clone();
    longer.push(0);
    put(&bench.path("head"), &longer);
    assert!(bench.verify().unwrap().fatal);
    let mut swapped = head.clone();
    let (first, second) = swapped.split_at_mut(4096);
    first[..512].swap_with_slice(second);
    put(&bench.path("head"), &swapped);
    assert!(bench.verify().unwrap().fatal, "slots swapped");
}

#[test]
fn an_older_database_is_refused() {
    let bench = Bench::new(4);
    let kept = grown(&bench, 3);
    put(&bench.path("store.db"), kept[2].bytes("store.db"));
    for access in [Access::Read, Access::Write] {
        assert!(matches!(
            bench.open(access),
            Err(StoreError::Damaged {
                what: Damage::OlderDatabase
            })
        ));
    }
    assert_eq!(bench.findings(), ["older-database"]);
    assert_eq!(bench.keep().bytes("store.db"), kept[2].bytes("store.db"));
    // Another history of the same length.
    put(&bench.path("head"), kept[2].bytes("head"));
    add_case(&mut bench.writer(), "D", "calm-otter");
    put(&bench.path("store.db"), kept[3].bytes("store.db"));
    assert!(matches!(
        bench.open(Access::Write),
        Err(StoreError::Damaged {
            what: Damage::OtherHistory
        })
    ));
}

#[test]
fn an_older_head_is_found() {
    let bench = Bench::new(5);
    let kept = grown(&bench, 4);
    put(&bench.path("head"), kept[1].bytes("head"));
    // Neither whoever judges nor whoever reads takes the trace away.
    for _ in 0..2 {
        assert!(bench.verify().unwrap().fatal);
        assert_eq!(bench.findings(), ["head-older"]);
        assert_eq!(bench.reader().notices(), [Notice::HeadOlder]);
        assert_eq!(bench.keep().bytes("head"), kept[1].bytes("head"));
    }
    assert_eq!(bench.writer().notices(), [Notice::HeadOlder]);
    assert_eq!(bench.writer().notices(), []);
    assert_eq!(bench.findings(), [""; 0]);
}

#[test]
fn judging_mends_nothing() {
    let bench = Bench::new(14);
    let kept = grown(&bench, 2);
    let stale = "UPDATE meta SET value = x'00000000' WHERE name = 'projections';
        UPDATE p_case SET view = x'00'";
    bench.writer().reader.conn.execute_batch(stale).unwrap();
    put(&bench.path("head"), kept[1].bytes("head"));
    let before = bench.keep();
    for _ in 0..2 {
        assert_eq!(bench.findings(), ["projections-stale"]);
        assert!(!bench.verify().unwrap().fatal);
        for name in ["store.db", "head", "keys.age"] {
            assert!(bench.keep().bytes(name) == before.bytes(name), "{name}");
        }
    }
    bench.reader();
    assert_eq!(bench.findings(), [""; 0]);
    // Also where the head was older: whoever reads is told, since it is mended with the rest.
    bench.writer().reader.conn.execute_batch(stale).unwrap();
    put(&bench.path("head"), kept[0].bytes("head"));
    assert_eq!(bench.reader().notices(), [Notice::HeadOlder]);
    assert_eq!(bench.findings(), [""; 0]);
}

#[test]
fn what_lies_in_the_journal_is_told() {
    let bench = Bench::new(15);
    let (case, _) = add_case(&mut bench.writer(), "A", "amber-heron");
    // SQLite deletes what it takes for a journal, and leaves alone what begins with a zero.
    for first in [0xd9, 0] {
        let journal = [&[first], [0xa7; 9000].as_slice()].concat();
        put(&bench.path("store.db-journal"), &journal);
        assert_eq!(bench.findings(), ["journal"]);
        assert!(!bench.verify().unwrap().fatal);
        let mut store = bench.writer();
        store.write(|tx| tx.append(case, note("x"))).unwrap();
        assert_eq!(bench.keep().bytes("store.db-journal"), [0_u8; 0]);
        assert_eq!(bench.findings(), [""; 0]);
    }
}

#[test]
fn what_is_written_stays_where_the_head_cannot_follow() {
    let bench = Bench::new(16);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    store.head = HeadFile::open(&bench.path("head"), false).unwrap();
    store.write(|tx| tx.append(case, note("kept"))).unwrap();
    assert_eq!(store.notices(), [Notice::HeadBehind]);
    drop(store);
    assert_eq!(bench.reader().events(case).unwrap().len(), 4);
    assert_eq!(bench.findings(), [""; 0]);
}

/// Puts each page of older states that differs into the newest one; returns how many were tried and
/// which went unnoticed.
fn older_pages(bench: &Bench, kept: &[Kept]) -> (usize, Vec<usize>) {
    let now = bench.keep();
    let new = now.bytes("store.db");
    let (mut tried, mut unnoticed) = (0, Vec::new());
    for old in kept.iter().map(|kept| kept.bytes("store.db")) {
        for start in (0..old.len().min(new.len())).step_by(4096) {
            let page = start..start + 4096;
            if old[page.clone()] == new[page.clone()] {
                continue;
            }
            let mut mixed = new.to_vec();
            mixed[page.clone()].copy_from_slice(&old[page]);
            put(&bench.path("store.db"), &mixed);
            if !bench.verify().unwrap().fatal {
                unnoticed.push(start / 4096 + 1);
            }
            tried += 1;
            now.put_back();
        }
    }
    (tried, unnoticed)
}

#[test]
fn every_single_older_page_is_found() {
    let bench = Bench::new(6);
    let mut kept = grown(&bench, 3);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "Z", "calm-otter");
    kept.push(bench.keep());
    for payload in [hearing("2026-01-01"), note("x"), deadline(9, "2026-02-02")] {
        store.write(|tx| tx.append(case, payload)).unwrap();
    }
    drop(store);
    assert_eq!(bench.findings(), [""; 0]);
    let (tried, unnoticed) = older_pages(&bench, &kept);
    assert!(tried > 40, "{tried}");
    assert_eq!(unnoticed, [0; 0]);
}

/// Cases that shrink leave pages free; what those held must not come back unseen.
#[test]
fn every_older_page_is_found_where_cases_shrank() {
    let bench = Bench::new(13);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    let (other, _) = add_case(&mut store, "B", "calm-otter");
    let mut kept = Vec::new();
    for (case, length) in [(case, 14_000), (other, 9_000), (case, 30_000)] {
        let Entry::Happened(mut long) = hearing("2026-01-01").entry else {
            unreachable!()
        };
        long.place = Some("x".repeat(length));
        let long = payload(Entry::Happened(long));
        let target = store.write(|tx| tx.append(case, long)).unwrap().id;
        kept.push(bench.keep());
        let back = payload(Entry::EntryRetracted(EntryRetracted {
            target,
            because: None,
            anew: false,
        }));
        store.write(|tx| tx.append(case, back)).unwrap();
    }
    drop(store);
    assert_eq!(bench.findings(), [""; 0]);
    let (tried, unnoticed) = older_pages(&bench, &kept);
    assert!(tried > 30, "{tried}");
    // The map of pages may hold places beyond the last page, which say nothing.
    assert_eq!(unnoticed.iter().filter(|&&page| page != MAP).count(), 0);
}

/// Where SQLite keeps which page belongs to which.
const MAP: usize = 2;

#[test]
fn an_older_page_that_says_the_same_is_no_damage() {
    let bench = Bench::new(12);
    let kept = grown(&bench, 2);
    // Writes every row of the projections again; their pages differ in nothing but the nonce.
    bench.writer().rebuild().unwrap();
    let (_, unnoticed) = older_pages(&bench, &kept[2..]);
    let store = bench.reader();
    for page in unnoticed.into_iter().filter(|&page| page != MAP) {
        let sql = "SELECT name FROM dbstat WHERE pageno = ?1";
        let page = i64::try_from(page).unwrap();
        let conn = &store.reader.conn;
        let name: String = conn.query_row(sql, [page], |row| row.get(0)).unwrap();
        assert!(name.starts_with("p_"), "{name}");
    }
}

/// A store from which a case with a document was erased, and the pages that this cut off.
fn erased() -> (Bench, Vec<u8>) {
    let bench = Bench::new(61);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    let noted = store.write(|tx| {
        for number in 0..10 {
            tx.append(case, note(&format!("{number} {}", "x".repeat(9000))))?;
        }
        Ok::<_, StoreError>(())
    });
    noted.unwrap();
    drop(store);
    let before = bench.keep();
    let done = bench.writer().write(|tx| {
        tx.erase(case)?;
        tx.append(
            CaseId::OFFICE,
            payload(Entry::CaseErased(CaseErased {
                case,
                because: "asked".into(),
            })),
        )
    });
    done.unwrap();
    let now = std::fs::metadata(bench.path("store.db")).unwrap().len();
    let tail = &before.bytes("store.db")[usize::try_from(now).unwrap()..];
    assert!(tail.len() > 4 * 4096, "{}", tail.len());
    assert_eq!(bench.findings(), [""; 0]);
    (bench, tail.to_vec())
}

fn append(bench: &Bench, tail: &[u8]) {
    use std::io::Write as _;
    let file = std::fs::OpenOptions::new()
        .append(true)
        .open(bench.path("store.db"));
    file.unwrap().write_all(tail).unwrap();
}

/// SQLite cuts the file off after its commit: a kill between the two leaves what was erased behind the last page.
#[test]
fn what_a_kill_left_behind_the_last_page_is_no_damage_and_goes_with_the_next_writer() {
    let (bench, tail) = erased();
    let length = || std::fs::metadata(bench.path("store.db")).unwrap().len();
    let whole = length();
    append(&bench, &tail);
    assert_eq!(bench.reader().info().unwrap().cases, 0);
    assert_eq!(bench.findings(), ["uncut"]);
    assert!(!bench.verify().unwrap().fatal);
    bench.give_away(0o555, 0o444);
    as_nobody(|| assert_eq!(bench.findings(), ["readable-by-others", "uncut"]));
    bench.give_away(0o700, 0o600);
    assert!(length() > whole, "whoever reads leaves it");
    let mut store = bench.writer();
    assert_eq!(length(), whole);
    assert_eq!(bench.findings(), [""; 0]);
    add_case(&mut store, "B", "calm-otter");
    // Also where it came while the store was open: what is copied into a backup.
    let grown = length();
    append(&bench, &tail);
    store.copy_to(&mut std::io::sink(), &mut |_, _| {}).unwrap();
    assert_eq!(length(), grown);
    drop(store);
    assert_eq!(bench.findings(), [""; 0]);
}

#[test]
fn what_else_stands_behind_the_last_page_is_damage_and_stays() {
    let (bench, tail) = erased();
    let kept = bench.keep();
    let mut flipped = tail.clone();
    flipped[5000] ^= 1;
    let tries = [
        ("half a page", tail[..4096 + 2048].to_vec()),
        ("a flipped bit", flipped),
        ("not the next ones", tail[4096..].to_vec()),
        ("zeros", vec![0; 4096]),
    ];
    for (name, tail) in tries {
        append(&bench, &tail);
        let longer = bench.keep();
        assert!(bench.findings().contains(&"length"), "{name}");
        drop(bench.writer());
        assert!(
            longer.bytes("store.db") == bench.keep().bytes("store.db"),
            "{name}"
        );
        assert!(bench.verify().unwrap().fatal, "{name}");
        kept.put_back();
    }
    // The first page of before its last commit says fewer pages: nothing is cut off by it.
    let grown = |letter| {
        for number in 0..20 {
            add_case(
                &mut bench.writer(),
                &format!("{letter}{number}"),
                "calm-otter",
            );
        }
        bench.keep()
    };
    let (older, newer) = (kept, grown("C"));
    let mut mixed = newer.bytes("store.db").to_vec();
    mixed[..4096].copy_from_slice(&older.bytes("store.db")[..4096]);
    put(&bench.path("store.db"), &mixed);
    drop(bench.open(Access::Write));
    assert!(bench.keep().bytes("store.db") == mixed);
    assert!(bench.verify().unwrap().fatal);
}

#[test]
fn cut_grown_and_shuffled_files_are_found() {
    let bench = Bench::new(7);
    grown(&bench, 2);
    let now = bench.keep();
    let db = now.bytes("store.db").to_vec();
    let pages = db.len() / 4096;
    let mut tries: Vec<(String, Vec<u8>)> = Vec::new();
    for length in [0, 1, 15, 16, 512, 4095, 4096, db.len() - 4096, db.len() - 1] {
        tries.push((format!("cut at {length}"), db[..length].to_vec()));
    }
    for page in 1..pages {
        tries.push((format!("cut to {page} pages"), db[..page * 4096].to_vec()));
    }
    for (name, tail) in [
        ("a byte", vec![0]),
        ("a page of zeros", vec![0; 4096]),
        ("its last page again", db[db.len() - 4096..].to_vec()),
    ] {
        let grown = [db.clone(), tail].concat();
        tries.push((format!("{name} appended"), grown));
    }
    for page in 1..pages - 1 {
        let mut swapped = db.clone();
        let (low, high) = swapped.split_at_mut((page + 1) * 4096);
        low[page * 4096..].swap_with_slice(&mut high[..4096]);
        tries.push((format!("page {page} swapped with the next"), swapped));
    }
    for (name, bytes) in tries {
        put(&bench.path("store.db"), &bytes);
        let report = bench.verify().unwrap();
        assert!(report.fatal, "{name} went unnoticed");
        now.put_back();
    }
    let keys = now.bytes("keys.age");
    for length in 0..keys.len() {
        put(&bench.path("keys.age"), &keys[..length]);
        assert!(bench.is_noticed("keys.age"), "keys cut at {length}");
    }
    put(&bench.path("keys.age"), &[keys, b"\n"].concat());
    assert!(bench.is_noticed("keys.age"));
}

#[test]
fn a_hot_journal_is_rolled_back() {
    let bench = Bench::new(8);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    // As a kill leaves it: the journal holds the old pages, the database new ones.
    let conn = &store.reader.conn;
    conn.execute_batch(
        "PRAGMA cache_spill = ON; PRAGMA cache_size = 1; BEGIN IMMEDIATE;
        INSERT INTO p_import SELECT hex(randomblob(2000)), randomblob(16), randomblob(16)
            FROM p_deadline, p_event, p_event, p_event;",
    )
    .unwrap();
    let hot = bench.keep();
    let journal = hot.bytes("store.db-journal");
    assert!(journal.len() > 4096);
    for planted in [&b"amber-heron"[..], b"CREATE TABLE", b"SQLite format"] {
        for bytes in [journal, hot.bytes("store.db")] {
            assert!(!bytes.windows(planted.len()).any(|part| part == planted));
        }
    }
    drop(store);
    hot.put_back();
    assert_eq!(bench.findings(), ["journal"]);
    for access in [Access::Read, Access::Write] {
        hot.put_back();
        let store = bench.open(access).unwrap();
        assert_eq!(store.events(case).unwrap().len(), 3);
        drop(store);
        assert_eq!(bench.findings(), [""; 0]);
    }
    // The journal of another store is no way in unseen.
    let other = Bench::new(9);
    add_case(&mut other.writer(), "B", "calm-otter");
    put(
        &other.path("store.db-journal"),
        hot.bytes("store.db-journal"),
    );
    assert!(other.is_noticed("store.db"));
}

#[test]
fn a_copy_of_another_store_is_refused() {
    let (one, two) = (Bench::new(10), Bench::new(11));
    put(&one.path("store.db"), two.keep().bytes("store.db"));
    assert!(matches!(
        one.open(Access::Read),
        Err(StoreError::Damaged {
            what: Damage::Database
        })
    ));
    assert!(one.verify().unwrap().fatal);
}
