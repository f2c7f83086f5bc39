//! What documents hold: each entry that names one has it whole, and nothing lies there that no entry names.

use std::collections::BTreeSet;

use crate::base::id::CaseId;
use crate::domain::event::{Entry, Event};
use crate::store::error::StoreError;
use crate::store::reader::Reader;
use crate::store::verify::Findings;

/// Gathers what was named while the cases are gone through.
#[derive(Default)]
pub(super) struct Named(u64);

impl Named {
    /// Looks at the documents of one case.
    pub fn check(
        &mut self,
        reader: &Reader,
        case: CaseId,
        events: &[Event],
        findings: &mut Findings,
    ) -> Result<(), StoreError> {
        let named = events
            .iter()
            .filter_map(|event| match &event.payload.entry {
                Entry::DocumentAdded(added) => Some((&added.digest, added.length)),
                _ => None,
            });
        let named: BTreeSet<_> = named.collect();
        for (digest, length) in named {
            self.0 = self.0.saturating_add(1);
            let whole = match reader.attached(case, digest) {
                Ok(content) => u64::try_from(content.len()) == Ok(length),
                Err(StoreError::Damaged { .. }) => false,
                Err(error) => return Err(error),
            };
            if !whole {
                findings.damage("attachment", &[("case", case.to_string())]);
            }
        }
        Ok(())
    }

    /// Whether there are others.
    pub fn finish(self, reader: &Reader, findings: &mut Findings) -> Result<(), StoreError> {
        let outside = reader.attachment_addresses()?.saturating_sub(self.0);
        if outside > 0 {
            findings.add("attachment-outside", true, outside, &[]);
        }
        Ok(())
    }
}
