//! A store of every format that was ever released opens, and is whole.

use super::*;
use crate::base::file::{create_dir_private, write_new};
use crate::vault;

const FILES: [&str; 3] = ["store.db", "keys.age", "head"];

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/stores")
}

/// A copy, since opening may write.
fn copy_of(fixture: &Path) -> Bench {
    let key = vault::read_identity(&fixture.join("key.txt"), &mut || unreachable!()).unwrap();
    let bench = Bench {
        temp: tempfile::tempdir().unwrap(),
        identity: key,
    };
    create_dir_private(&bench.dir()).unwrap();
    for name in FILES {
        let bytes = std::fs::read(fixture.join(name)).unwrap();
        write_new(&bench.path(name), &bytes).unwrap();
    }
    bench
}

#[test]
fn every_format_opens_and_is_whole() {
    let mut formats = 0;
    for entry in std::fs::read_dir(fixtures()).unwrap() {
        let bench = copy_of(&entry.unwrap().path());
        let store = bench.reader();
        assert_eq!(store.info().unwrap().events, 9);
        let case = store.cases_by_callsign("amber-heron").unwrap()[0];
        assert_eq!(store.case(case).unwrap().applications.len(), 1);
        drop(store);
        assert_eq!(bench.findings(), [""; 0]);
        add_case(&mut bench.writer(), "C", "brave-lynx");
        assert_eq!(bench.findings(), [""; 0]);
        formats += 1;
    }
    assert_eq!(formats, FORMAT);
}

/// A store from before there were devices gets its own with the next write, and is signed from then on.
#[test]
fn a_store_without_a_device_gets_one() {
    let bench = copy_of(&fixtures().join("1"));
    let mut store = bench.writer();
    let case = store.cases_by_callsign("amber-heron").unwrap()[0];
    let named = |store: &Store| {
        let office = store.office_events().unwrap();
        let named = |event: &&Event| matches!(event.payload.entry, Entry::DeviceNamed(_));
        office.iter().filter(named).count()
    };
    assert_eq!(named(&store), 0);
    for _ in 0..2 {
        store.write(|tx| tx.append(case, note("more"))).unwrap();
        assert_eq!(named(&store), 1);
    }
    drop(store);
    assert_eq!(bench.findings(), [""; 0]);
}

#[test]
fn projections_of_another_version_are_made_anew() {
    for access in [Access::Read, Access::Write] {
        let bench = copy_of(&fixtures().join("1"));
        let store = bench.writer();
        let stale = "UPDATE meta SET value = x'00000000' WHERE name = 'projections';
            UPDATE p_case SET view = x'00'";
        store.reader.conn.execute_batch(stale).unwrap();
        drop(store);
        let store = bench.open(access).unwrap();
        let case = store.cases_by_callsign("amber-heron").unwrap()[0];
        assert_eq!(store.case(case).unwrap().applications.len(), 1);
        drop(store);
        assert_eq!(bench.findings(), [""; 0]);
    }
}

#[test]
fn projections_of_another_version_need_a_folder_to_write_to() {
    let bench = copy_of(&fixtures().join("1"));
    let stale = "UPDATE meta SET value = x'00000000' WHERE name = 'projections'";
    bench.writer().reader.conn.execute_batch(stale).unwrap();
    bench.give_away(0o555, 0o444);
    as_nobody(|| {
        let refused = bench.open(Access::Read);
        assert!(matches!(refused, Err(StoreError::Stale)), "{refused:?}");
        let found = bench.findings();
        assert_eq!(found, ["readable-by-others", "projections-stale"]);
    });
}

#[test]
#[ignore = "writes the fixture of this format, which must not exist"]
fn make_the_fixture() {
    let bench = Bench::new(60);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    add_case(&mut store, "B", "calm-otter");
    store.write(|tx| tx.append(case, note("last"))).unwrap();
    drop(store);
    let fixture = fixtures().join(FORMAT.to_string());
    std::fs::create_dir_all(&fixture).unwrap();
    for name in FILES {
        write_new(
            &fixture.join(name),
            &std::fs::read(bench.path(name)).unwrap(),
        )
        .unwrap();
    }
    let key = &fixture.join("key.txt");
    vault::write_identity(key, &bench.identity, None, vault::WorkFactor::Standard).unwrap();
}
