//! The members: nobody's key was put in the place of another's.

use crate::base::text::escape;
use crate::domain::event::Entry;
use crate::store::error::StoreError;
use crate::store::reader::Reader;
use crate::store::verify::Findings;
use crate::vault::Recipient;

/// The recipient that an entry gives a member is the one its mark is of.
pub(super) fn check(reader: &Reader, findings: &mut Findings) -> Result<(), StoreError> {
    let office = match reader.office_events() {
        Ok(office) => office,
        // That the office's own events do not open is found where they are opened.
        Err(StoreError::Damaged { .. } | StoreError::NoSuchCase) => return Ok(()),
        Err(error) => return Err(error),
    };
    for event in &office {
        let Entry::MemberAdded(added) = &event.payload.entry else {
            continue;
        };
        let Some(text) = &added.recipient else {
            continue;
        };
        let recipient = text.parse::<Recipient>();
        if recipient.is_ok_and(|recipient| recipient.mark(reader.id()) == added.mark) {
            continue;
        }
        findings.damage("member.recipient", &[("member", escape(&added.alias))]);
    }
    Ok(())
}
