//! The members: nobody's key was put in the place of another's.

use crate::base::id::StoreId;
use crate::base::text::escape;
use crate::domain::event::{Entry, Event};
use crate::store::verify::Findings;
use crate::vault::bears_mark;

/// The recipient that an entry gives a member is the one its mark is of.
pub(super) fn check(store: StoreId, office: &[Event], findings: &mut Findings) {
    for event in office {
        let Entry::MemberAdded(added) = &event.payload.entry else {
            continue;
        };
        let mut recipient = added.recipient.iter();
        if !recipient.all(|text| bears_mark(text, store, &added.mark)) {
            findings.damage("member.recipient", &[("member", escape(&added.alias))]);
        }
    }
}
