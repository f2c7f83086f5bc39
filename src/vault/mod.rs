//! Who can open the store: age identities, the store's keys, the recovery card.
