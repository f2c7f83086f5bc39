//! `init` and `key`: makes a store, the member's key and the recovery card; lists who can open the store.

use std::ops::ControlFlow;
use std::path::Path;

use crate::app::error::AppError;
use crate::app::session::{Session, World, mark, members};
use crate::app::view::{Key, Made, Member, Members};
use crate::domain::event::{Entry, MemberAdded, Payload, StoreOpened};
use crate::store::{Access, Store};
use crate::vault::{Card, Identity, StoreKeys};

/// The alias under which the recovery card acts.
pub const CARD: &str = "recovery";

/// The alias of the first member, where none is given.
pub const FIRST_MEMBER: &str = "m1";

/// Makes a store in `dir` for one member and, where there is one, the recovery card; then opens it again with both.
///
/// # Errors
/// A folder that is not empty, or whatever the disk says; nothing is left behind.
pub fn init(
    dir: &Path,
    identity: &Identity,
    alias: &str,
    card: Option<&Card>,
    world: &mut World,
) -> Result<Made, AppError> {
    check_alias(alias)?;
    let keys = StoreKeys::generate(&mut world.random)?;
    let mut recipients = vec![identity.recipient()];
    let member = |alias: &str, recipient, card| {
        let mark = mark(keys.store, &recipient);
        Entry::MemberAdded(MemberAdded {
            alias: alias.to_owned(),
            mark,
            card,
        })
    };
    let opened = StoreOpened {
        format: crate::store::FORMAT,
        recovery: card.is_some(),
    };
    let mut first = vec![
        Entry::StoreOpened(opened),
        member(alias, identity.recipient(), false),
    ];
    if let Some(card) = card {
        let recipient = card.identity()?.recipient();
        first.push(member(CARD, recipient.clone(), true));
        recipients.push(recipient);
    }
    let now = world.clock.now();
    let payload = |entry| Payload {
        at: now,
        by: alias.to_owned(),
        person: 1,
        via: None,
        even_so: None,
        entry,
    };
    let first = first.into_iter().map(payload).collect();
    Store::create(dir, keys, &recipients, first, &mut world.random)?;
    // Success is reported only after every key has opened what it must open.
    drop(Session::open(dir, identity, Access::Read, world)?);
    if let Some(card) = card {
        drop(Session::open(dir, &card.identity()?, Access::Read, world)?);
    }
    Ok(Made {
        schema: "nansen.made/1",
        member: alias.to_owned(),
        recovery: card.is_some(),
    })
}

/// Checks that an alias is one: 1 to 20 small letters, digits or dashes, and not a word of our own.
///
/// # Errors
/// [`AppError::BadAlias`].
pub fn check_alias(alias: &str) -> Result<(), AppError> {
    let fits = (1..=20).contains(&alias.len())
        && alias
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !matches!(alias, "nobody" | "all" | CARD);
    if fits {
        Ok(())
    } else {
        Err(AppError::BadAlias)
    }
}

/// The public half of a key, for people and scripts.
pub fn key(identity: &Identity) -> Key {
    Key {
        schema: "nansen.key/1",
        recipient: identity.recipient().to_string(),
    }
}

impl Session<'_> {
    /// Who can open the store.
    pub fn members(&self) -> Result<Members, AppError> {
        let office = self.store.office_events()?;
        let mut items: Vec<Member> = Vec::new();
        for (member, since) in members(&office) {
            let last_seen = self.store.walk_back(|event| -> Result<_, AppError> {
                let day = event.payload.at.date_naive();
                let seen = event.payload.by == member.alias;
                Ok(if seen {
                    ControlFlow::Break(day)
                } else {
                    ControlFlow::Continue(())
                })
            })?;
            items.push(Member {
                member: member.alias,
                opens: vec!["store".to_owned()],
                since,
                last_seen,
            });
        }
        Ok(Members {
            schema: "nansen.members/1",
            items,
        })
    }
}
