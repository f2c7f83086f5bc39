//! Ids that are computed, not drawn.

use crate::base::id::{DeadlineId, EventId};
use crate::base::secret::Secret32;
use crate::domain::event::ImportRef;

/// Context of deadline ids.
const DEADLINE_CONTEXT: &str = "nansen v1 deadline id";

/// Context of the key under which import references are made, derived from the office's key.
const IMPORT_CONTEXT: &str = "nansen v1 import reference key";

/// Context of the key under which the entries of calendars are named, derived from the office's key.
const CALENDAR_CONTEXT: &str = "nansen v1 calendar entry key";

/// The id of a computed deadline, from its trigger's first event and its rule: it outlives
/// corrections and newer versions of the rule.
pub fn deadline_id(trigger: EventId, rule: &str) -> DeadlineId {
    let mut hasher = blake3::Hasher::new_derive_key(DEADLINE_CONTEXT);
    hasher.update(trigger.bytes());
    hasher.update(rule.as_bytes());
    DeadlineId(half(hasher.finalize().as_bytes()))
}

/// What recognises a second import of the same case (empty `line`) or line without keeping the caller's name for it.
pub fn import_ref(office_key: &Secret32, case: &str, line: &str) -> ImportRef {
    let key = office_key.derive(IMPORT_CONTEXT);
    let name = [case.as_bytes(), &[0], line.as_bytes()].concat();
    let hash = blake3::keyed_hash(key.expose(), &name);
    data_encoding::HEXLOWER.encode(&half(hash.as_bytes()))
}

/// What names an entry of a calendar that leaves the store: it stays the same from one export to the next, differs from
/// calendar to calendar, and tells nobody without the key of which case it is.
pub fn calendar_uid(office_key: &Secret32, feed: &str, entry: &str) -> String {
    let key = office_key.derive(CALENDAR_CONTEXT);
    let name = [feed.as_bytes(), &[0], entry.as_bytes()].concat();
    let hash = blake3::keyed_hash(key.expose(), &name);
    data_encoding::HEXLOWER.encode(&half(hash.as_bytes()))
}

/// The first half of a hash.
pub(super) fn half(hash: &[u8; 32]) -> [u8; 16] {
    let mut first = [0; 16];
    for (to, from) in first.iter_mut().zip(hash) {
        *to = *from;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_are_told_apart() {
        let [one, two] = [EventId([1; 16]), EventId([2; 16])];
        let id = deadline_id(one, "ru.complaint-1m");
        assert_eq!(id, deadline_id(one, "ru.complaint-1m"));
        assert_ne!(id, deadline_id(one, "ru.complaint-3m"));
        assert_ne!(id, deadline_id(two, "ru.complaint-1m"));
        let expected = blake3::derive_key(
            "nansen v1 deadline id",
            &[[1; 16].as_slice(), b"ru.complaint-1m"].concat(),
        );
        assert_eq!(id.bytes(), &expected[..16]);
    }

    #[test]
    fn import_references_need_the_key_and_the_place() {
        let key = Secret32::from_slice(&[9; 32]).unwrap();
        let other = Secret32::from_slice(&[8; 32]).unwrap();
        let reference = import_ref(&key, "r1", "d2");
        assert_eq!(reference.len(), 32);
        let others = [
            import_ref(&other, "r1", "d2"),
            import_ref(&key, "r1d2", ""),
            import_ref(&key, "r1", ""),
        ];
        assert!(others.iter().all(|o| *o != reference));
    }
}
