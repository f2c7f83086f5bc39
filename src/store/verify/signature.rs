//! The devices: each has signed where its stream ends.

use std::collections::BTreeMap;

use crate::base::id::StreamId;
use crate::domain::event::{Entry, Event};
use crate::journal::is_signed_by;
use crate::store::device;
use crate::store::error::StoreError;
use crate::store::reader::Reader;
use crate::store::sql::{blob, integer};
use crate::store::verify::Findings;

/// The last event of every stream whose device is named is signed by that device.
pub(super) fn check(
    reader: &Reader,
    office: &[Event],
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let named = office
        .iter()
        .filter_map(|event| match &event.payload.entry {
            // A device speaks for the stream it writes, and for no other.
            Entry::DeviceNamed(device) if device.stream == event.stream => {
                let key = device.key.as_slice().try_into();
                Some((device.stream, key.unwrap_or_default()))
            }
            _ => None,
        });
    let keys: BTreeMap<StreamId, [u8; 32]> = named.collect();
    let signed = device::signatures(reader)?;
    for (stream, key) in &keys {
        let sql = "SELECT hash FROM event WHERE stream = ?1 AND number = ?2
            AND number = (SELECT max(number) FROM event WHERE stream = ?1)";
        let good = signed.iter().any(|one| {
            one.head.stream == *stream
                && is_signed_by(key, &one.head, &one.signature)
                && integer(one.head.number).is_ok_and(|number| {
                    reader
                        .conn
                        .query_row(sql, rusqlite::params![stream.bytes(), number], |row| {
                            blob::<32>(row, 0)
                        })
                        .is_ok_and(|hash| hash == one.head.hash)
                })
        });
        if !good {
            findings.damage("unsigned", &[("stream", stream.to_string())]);
        }
    }
    for one in signed
        .iter()
        .filter(|one| !keys.contains_key(&one.head.stream))
    {
        findings.damage("unsigned", &[("stream", one.head.stream.to_string())]);
    }
    Ok(())
}
