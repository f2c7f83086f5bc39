//! Changes made with the key: whoever holds it can write rows, but not unseen.

use super::*;

/// Changes the open database behind the room's back.
fn tamper(bench: &Bench, sql: &str) {
    let store = bench.writer();
    let conn = &store.reader.conn;
    let stamp: i64 = conn
        .pragma_query_value(None, "schema_version", |row| row.get(0))
        .unwrap();
    let drop_triggers: Vec<String> = conn
        .prepare("SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let triggers: Vec<String> = conn
        .prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    conn.execute_batch(&drop_triggers.join(";")).unwrap();
    conn.execute_batch(sql).unwrap();
    conn.execute_batch(&triggers.join(";")).unwrap();
    conn.pragma_update(None, "schema_version", stamp).unwrap();
}

fn filled() -> Bench {
    let bench = Bench::new(30);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    add_case(&mut store, "B", "calm-otter");
    store.write(|tx| tx.append(case, note("last"))).unwrap();
    drop(store);
    assert_eq!(bench.findings(), [""; 0]);
    bench
}

#[test]
fn triggers_refuse_change() {
    let bench = filled();
    let store = bench.writer();
    for sql in [
        "DELETE FROM event",
        "UPDATE event SET lamport = lamport + 1",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
        "DELETE FROM commit_root",
        "UPDATE commit_root SET root = zeroblob(32)",
        "DELETE FROM commit_range",
        "UPDATE commit_range SET last = last + 1",
    ] {
        assert!(store.reader.conn.execute_batch(sql).is_err(), "{sql}");
    }
}

#[test]
fn what_was_done_with_the_key_is_found() {
    let renumbered = "UPDATE event SET number = -number; ";
    let swap = format!(
        "PRAGMA ignore_check_constraints = ON; {renumbered}
        UPDATE event SET number = CASE number WHEN -5 THEN 6 WHEN -6 THEN 5 ELSE -number END;"
    );
    for (name, sql) in [
        ("the last event removed", "DELETE FROM event WHERE number = 10"),
        ("an event removed", "DELETE FROM event WHERE number = 6"),
        (
            "an event and its place removed",
            "DELETE FROM event WHERE number = 10; DELETE FROM commit_range WHERE last = 10;",
        ),
        ("two events swapped", &swap),
        (
            "two payloads swapped",
            "CREATE TEMP TABLE two AS SELECT number, payload FROM event WHERE number IN (5, 6);
            UPDATE event SET payload = (SELECT payload FROM two WHERE two.number = 11 - event.number)
                WHERE number IN (5, 6);",
        ),
        (
            "a payload altered",
            // Whatever stands there, another byte.
            "UPDATE event SET payload = CAST(substr(payload, 1, 30)
                || CASE substr(payload, 31, 1) WHEN x'00' THEN x'01' ELSE x'00' END
                || substr(payload, 32) AS BLOB) WHERE number = 7",
        ),
        (
            "an event given to another case",
            "UPDATE event SET case_id = (SELECT case_id FROM event WHERE number = 7) WHERE number = 5",
        ),
        (
            "an event moved in the order",
            "UPDATE event SET lamport = 100 WHERE number = 5",
        ),
        ("a hash altered", "UPDATE event SET hash = zeroblob(32) WHERE number = 5"),
        ("a link altered", "UPDATE event SET prev = zeroblob(32) WHERE number = 5"),
        (
            "an event put in",
            "INSERT INTO event SELECT stream, 11, 100, case_id, commitment, hash, hash, payload
                FROM event WHERE number = 10",
        ),
        (
            "an event put in under another stream",
            "INSERT INTO event SELECT zeroblob(16), 1, 100, case_id, commitment, zeroblob(32), hash,
                payload FROM event WHERE number = 10",
        ),
        ("a root altered", "UPDATE commit_root SET root = zeroblob(32) WHERE number = 2"),
        ("the last commit removed", "PRAGMA foreign_keys = OFF;
            DELETE FROM commit_root WHERE number = 4; DELETE FROM commit_range WHERE number = 4"),
        ("a commit removed", "PRAGMA foreign_keys = OFF; DELETE FROM commit_root WHERE number = 3"),
        ("a range altered", "UPDATE commit_range SET last = last - 1 WHERE number = 2"),
        ("a case's key removed", "DELETE FROM case_key WHERE case_id <> zeroblob(16)"),
        (
            "two cases' keys swapped",
            "CREATE TEMP TABLE k AS SELECT * FROM case_key WHERE case_id <> zeroblob(16);
            UPDATE case_key SET wrap = (SELECT wrap FROM k WHERE k.case_id <> case_key.case_id)
                WHERE case_id <> zeroblob(16);",
        ),
        ("a projected case removed", "DELETE FROM p_case WHERE number = 'A'"),
        ("a projected case altered", "UPDATE p_case SET callsign = 'calm-lie' WHERE number = 'A'"),
        (
            "a projected case added",
            "INSERT INTO p_case SELECT randomblob(16), number, callsign, view
                FROM p_case LIMIT 1",
        ),
        ("a deadline given away", "UPDATE p_deadline SET deadline_id = zeroblob(16)"),
        ("a deadline removed", "DELETE FROM p_deadline"),
        ("an event's place removed", "DELETE FROM p_event WHERE case_id <> zeroblob(16)"),
        ("an import forgotten", "DELETE FROM p_import"),
        (
            "an import given to another case",
            "UPDATE p_import SET case_id = zeroblob(16)",
        ),
        ("a signature removed", "DELETE FROM signature"),
        (
            "a signature altered",
            "UPDATE signature SET signature = CAST(CASE substr(signature, 1, 1) WHEN x'00' THEN x'01' ELSE x'00' END
                || substr(signature, 2) AS BLOB)",
        ),
        (
            "a signature of an earlier event",
            "UPDATE signature SET number = 9, hash = (SELECT hash FROM event WHERE number = 9)",
        ),
        (
            "a signature for a stream that there is not",
            "INSERT INTO signature SELECT zeroblob(16), number, hash, signature FROM signature",
        ),
        (
            "another store's id",
            "UPDATE meta SET value = zeroblob(16) WHERE name = 'store'",
        ),
    ] {
        let bench = filled();
        tamper(&bench, sql);
        let report = bench.verify().unwrap();
        assert!(report.fatal, "{name} went unnoticed");
    }
}

#[test]
fn a_rebuild_mends_projections_and_nothing_else() {
    let bench = filled();
    tamper(
        &bench,
        "DELETE FROM p_deadline; UPDATE p_case SET callsign = 'calm-lie'",
    );
    assert_eq!(bench.findings(), ["projection"]);
    bench.writer().rebuild().unwrap();
    assert_eq!(bench.findings(), [""; 0]);
    tamper(&bench, "UPDATE event SET lamport = 100 WHERE number = 4");
    bench.writer().rebuild().unwrap();
    assert_eq!(bench.findings(), ["event-altered"]);
}

/// An erasure that nobody owned up to is damage, and so is one that left something.
#[test]
fn what_was_emptied_in_secret_is_found() {
    let of_one = "WHERE case_id = (SELECT max(case_id) FROM case_key)";
    let emptied = format!("UPDATE event SET payload = x'' {of_one}; ");
    let looked_up = ["p_case", "p_event", "p_deadline", "p_import"]
        .map(|table| format!("DELETE FROM {table} {of_one}; "))
        .concat();
    for (name, sql) in [
        ("payloads alone", emptied.clone()),
        (
            "payloads, and what is looked up",
            format!("{looked_up}{emptied}"),
        ),
        (
            "all of it",
            format!("{looked_up}{emptied}DELETE FROM case_key {of_one};"),
        ),
    ] {
        let bench = filled();
        tamper(&bench, &sql);
        assert!(
            bench.findings().contains(&"erased"),
            "{name}: {:?}",
            bench.findings()
        );
    }
    let bench = filled();
    let mut store = bench.writer();
    let case = store.write(|tx| {
        let case = tx.cases_by_callsign("amber-heron")?[0];
        tx.erase(case)?;
        // The entry that says so is missing: another stands in its place.
        tx.append(CaseId::OFFICE, note("x"))?;
        Ok::<_, StoreError>(case)
    });
    assert!(case.is_ok());
    drop(store);
    assert_eq!(bench.findings(), ["erased"]);
}
