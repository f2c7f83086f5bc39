//! What an entry holds that is of the giver's office alone: it is cut out before the entry goes along.

use zeroize::Zeroizing;

use crate::domain::event::Entry;
use crate::journal;

/// Cuts it out: what the case is called there, who works on it or has a next step, the office's code and tags, and by
/// what an import would know the entry again.
pub(super) fn of_the_office(entry: &mut Entry) {
    match entry {
        Entry::CaseOpened(opened) => {
            opened.number.clear();
            opened.callsign.clear();
            opened.worker = None;
            opened.office = None;
            opened.tags.clear();
        }
        Entry::TaskAdded(task) => task.to = None,
        // Where no mark of an import tells of it, this does.
        Entry::DeadlineSet(set) => set.lapsed = set.was_over(),
        Entry::EntryCorrected(correction) => of_the_office(&mut correction.entry),
        _ => {}
    }
    entry.drop_import_ref();
}

/// The payload as it goes along; none where there is nothing to cut out, and its bytes go as they are.
pub(super) fn payload(plain: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut payload = journal::decode(plain)?;
    let whole = payload.entry.clone();
    of_the_office(&mut payload.entry);
    if payload.entry == whole {
        return None;
    }
    journal::encode(&payload).ok()
}
