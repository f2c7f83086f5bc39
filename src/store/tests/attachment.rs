//! What documents hold: there, whole, and nothing else.

use rusqlite::Connection;

use super::*;
use crate::domain::code::DocumentKind;
use crate::domain::event::DocumentAdded;

/// Adds a document of three parts, the last of which is short.
fn add(store: &mut Store, case: CaseId, content: &[u8]) -> Vec<u8> {
    let added = store.write(|tx| {
        let digest = tx.attach(case, content)?;
        let entry = Entry::DocumentAdded(DocumentAdded {
            document: DocumentKind::Decision,
            on: None,
            group: None,
            digest: digest.clone(),
            length: u64::try_from(content.len()).unwrap(),
        });
        tx.append(case, Payload { entry, ..note("x") })?;
        Ok::<_, StoreError>(digest)
    });
    added.unwrap()
}

fn content(first: u8) -> Vec<u8> {
    let mut content = vec![first; 600_000];
    for (place, byte) in content.iter_mut().enumerate() {
        *byte ^= u8::try_from(place % 251).unwrap();
    }
    content
}

#[test]
fn what_is_added_comes_back_and_nothing_of_it_is_in_the_open() {
    let bench = Bench::new(60);
    let mut store = bench.writer();
    let (case, _) = add_case(&mut store, "A", "amber-heron");
    let digest = add(&mut store, case, &content(7));
    assert!(*store.attached(case, &digest).unwrap() == content(7));
    let (other, _) = add_case(&mut store, "B", "amber-crane");
    assert!(store.attached(other, &digest).is_err());
    assert!(store.attached(case, &[0; 32]).is_err());
    drop(store);
    assert_eq!(bench.findings(), [""; 0]);
    let mut store = bench.writer();
    let erased = store.write(|tx| {
        tx.erase(case)?;
        tx.append(CaseId::OFFICE, note("x"))
    });
    erased.unwrap();
    let left: i64 = count(&store.reader.conn, "SELECT count(*) FROM attachment");
    assert_eq!(left, 0);
}

fn count(conn: &Connection, sql: &str) -> i64 {
    conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn what_was_done_to_it_with_the_key_is_found() {
    let tries = [
        ("DELETE FROM attachment WHERE number = 1", "attachment"),
        ("DELETE FROM attachment WHERE number = 2", "attachment"),
        ("DELETE FROM attachment WHERE number = 3", "attachment"),
        ("DELETE FROM attachment", "attachment"),
        (
            "UPDATE attachment SET part = zeroblob(length(part)) WHERE number = 2",
            "attachment",
        ),
        (
            "UPDATE attachment SET number = -number WHERE number < 3 AND 0; UPDATE attachment SET number = 9 WHERE number = 1; UPDATE attachment SET number = 1 WHERE number = 2; UPDATE attachment SET number = 2 WHERE number = 9",
            "attachment",
        ),
        (
            "INSERT INTO attachment SELECT address, 4, case_id, part FROM attachment WHERE number = 3",
            "attachment",
        ),
        (
            "INSERT INTO attachment VALUES (randomblob(32), 1, zeroblob(16), x'00')",
            "attachment-outside",
        ),
    ];
    for (nth, (sql, finding)) in (61_u64..).zip(tries) {
        let bench = Bench::new(nth);
        let mut store = bench.writer();
        let (case, _) = add_case(&mut store, "A", "amber-heron");
        let digest = add(&mut store, case, &content(7));
        store.reader.conn.execute_batch(sql).unwrap();
        assert_eq!(
            store.attached(case, &digest).is_ok(),
            finding != "attachment",
            "{sql}"
        );
        drop(store);
        assert_eq!(bench.findings(), [finding], "{sql}");
    }
}
