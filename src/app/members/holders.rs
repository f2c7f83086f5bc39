//! Who can open names, as the office's history says it, and the group that follows.

use chrono::NaiveDate;

use crate::app::identity::group_of;
use crate::base::id::StoreId;
use crate::domain::event::{Alias, Entry, Event, MemberAdded, SealGroupSet};
use crate::vault::{Recipient, Sort, VaultError, bears_mark};

/// One who can open names.
#[derive(Clone)]
pub(super) struct Holder {
    pub recipient: String,
    pub alias: Option<Alias>,
    /// Since when without a break.
    pub since: NaiveDate,
    /// Who said so then.
    pub by: Alias,
}

impl Holder {
    /// Whether it is a member's own key. That both bear one alias says nothing of that.
    pub(super) fn same_key(&self, member: &MemberAdded, store: StoreId) -> bool {
        bears_mark(&self.recipient, store, &member.mark)
    }

    /// The recipient, and the alias or nothing.
    pub(super) fn names(self) -> (String, Alias) {
        (self.recipient, self.alias.unwrap_or_default())
    }
}

/// Who can open names, as it was last said.
pub(super) fn holders(office: &[Event]) -> Vec<Holder> {
    let mut holders: Vec<Holder> = Vec::new();
    for event in office {
        let Entry::SealGroupSet(set) = &event.payload.entry else {
            continue;
        };
        let before = std::mem::take(&mut holders);
        let aliases = set.aliases.iter().map(Some).chain(std::iter::repeat(None));
        for (recipient, alias) in set.recipients.iter().zip(aliases) {
            let known = before.iter().find(|known| known.recipient == *recipient);
            holders.push(Holder {
                recipient: recipient.clone(),
                alias: alias.filter(|alias| !alias.is_empty()).cloned(),
                since: known.map_or_else(|| event.payload.at.date_naive(), |known| known.since),
                by: known.map_or(&event.payload.by, |known| &known.by).clone(),
            });
        }
    }
    holders
}

pub(super) fn sorts_of(holders: &[(String, Alias)]) -> Result<Vec<Sort>, VaultError> {
    let sort = |(recipient, _): &(String, Alias)| Ok(recipient.parse::<Recipient>()?.sort());
    holders.iter().map(sort).collect()
}

/// Nothing is sealed to keys of both sorts: the weaker one would open it.
pub(super) fn of_one_sort(sorts: impl IntoIterator<Item = Sort>) -> Result<(), VaultError> {
    let mut sorts = sorts.into_iter();
    let first = sorts.next();
    if sorts.all(|sort| Some(sort) == first) {
        Ok(())
    } else {
        Err(VaultError::MixedRecipients)
    }
}

/// The group that follows on the last one: recipients, each with an alias or nothing.
pub(super) fn next_group(office: &[Event], holders: Vec<(String, Alias)>) -> Entry {
    let group = group_of(office).map_or(1, |known| known.group.saturating_add(1));
    let named = holders.iter().any(|(_, alias)| !alias.is_empty());
    let (recipients, aliases) = holders.into_iter().unzip();
    Entry::SealGroupSet(SealGroupSet {
        group,
        recipients,
        aliases: if named { aliases } else { Vec::new() },
    })
}

/// The group of these recipients; who had an alias keeps it.
pub(in crate::app) fn regrouped(office: &[Event], recipients: &[Recipient]) -> Entry {
    let known = holders(office);
    let holder = |recipient: &Recipient| {
        let recipient = recipient.to_string();
        let before = known.iter().find(|known| known.recipient == recipient);
        let alias = before.and_then(|known| known.alias.clone());
        (recipient, alias.unwrap_or_default())
    };
    next_group(office, recipients.iter().map(holder).collect())
}
