//! `init` and `key`: makes a store, the member's key and the recovery card.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use crate::app::error::AppError;
use crate::app::session::{Session, World};
use crate::app::view::{Key, Made};
use crate::domain::code::ContactRule;
use crate::domain::event::{
    ContactRuleSet, Entry, MemberAdded, Payload, SealGroupSet, StoreOpened,
};
use crate::store::{Access, Part, Store, StoreError};
use crate::vault::{Card, Identity, Recipient, Sort, StoreKeys, spoken_words};

/// The alias under which the recovery card acts.
pub const CARD: &str = "recovery";

/// The alias of the first member, where none is given.
pub const FIRST_MEMBER: &str = "m1";

/// Where a new store will lie, with every link and dot resolved: the folder that stands there is replaced by the new
/// one, after which `.` would still mean the old.
///
/// # Errors
/// [`StoreError::Exists`] where the folder is neither absent nor empty; [`AppError::MountPoint`] and
/// [`AppError::NoRoom`] where it cannot be made or replaced.
pub fn place(dir: &Path) -> Result<PathBuf, AppError> {
    let here = match fs::canonicalize(dir) {
        Err(error) if error.kind() == ErrorKind::NotFound && dir.symlink_metadata().is_err() => {
            return absent(dir);
        }
        // A link to nowhere, or a file where a folder should be.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Err(StoreError::Exists.into());
        }
        resolved => resolved.map_err(StoreError::from)?,
    };
    let device = |path: &Path| path.metadata().map(|meta| meta.dev());
    let mut entries = match fs::read_dir(&here) {
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(StoreError::Exists.into());
        }
        entries => entries.map_err(StoreError::from)?,
    };
    if entries.next().is_some() {
        return Err(StoreError::Exists.into());
    }
    let above = here.parent().ok_or(AppError::MountPoint)?;
    if device(&here).map_err(StoreError::from)? != device(above).map_err(StoreError::from)? {
        return Err(AppError::MountPoint);
    }
    must_take(above)?;
    Ok(here)
}

fn absent(dir: &Path) -> Result<PathBuf, AppError> {
    let here = std::path::absolute(dir).map_err(StoreError::from)?;
    if let Some(above) = here.ancestors().skip(1).find(|above| above.exists()) {
        must_take(above)?;
    }
    Ok(here)
}

/// A store is built beside the place where it will lie.
fn must_take(folder: &Path) -> Result<(), AppError> {
    use rustix::fs::{Access, access};
    access(folder, Access::WRITE_OK | Access::EXEC_OK).map_err(|_| AppError::NoRoom)
}

/// Whether a store lies in `dir`, whole or not: a key may then be the only one to it.
pub fn is_there(dir: &Path) -> bool {
    dir.join(Part::Keys.name()).symlink_metadata().is_ok()
}

/// Makes a store in `dir` for one member and, where there is one, the recovery card; then opens it again with both.
///
/// # Errors
/// A folder that is not empty, or whatever the disk says; [`is_there`] tells whether the store was made before.
pub fn init(
    dir: &Path,
    identity: &Identity,
    alias: &str,
    card: Option<&Card>,
    holders: &[Recipient],
    contact: ContactRule,
    world: &mut World,
) -> Result<Made, AppError> {
    check_alias(alias)?;
    let keys = StoreKeys::generate(&mut world.random)?;
    let mut recipients = vec![identity.recipient()];
    let member = |alias: &str, recipient: Recipient, card| {
        let mark = recipient.mark(keys.store);
        Entry::MemberAdded(MemberAdded {
            alias: alias.to_owned(),
            mark,
            card,
            recipient: Some(recipient.to_string()),
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
    if !holders.is_empty() {
        first.push(Entry::SealGroupSet(SealGroupSet {
            group: 1,
            recipients: holders.iter().map(ToString::to_string).collect(),
            aliases: Vec::new(),
        }));
    }
    if contact != ContactRule::Sealed {
        first.push(Entry::ContactRuleSet(ContactRuleSet { rule: contact }));
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
    Store::create(dir, keys, &recipients, first, &mut world.random).map_err(
        |error| match error {
            // A folder of the same device can be mounted here, too.
            StoreError::Io(error) if error.kind() == ErrorKind::ResourceBusy => {
                AppError::MountPoint
            }
            error => error.into(),
        },
    )?;
    // Success is reported only after every key has opened what it must open.
    drop(Session::open(dir, identity, Access::Read, world)?);
    if let Some(card) = card {
        drop(Session::open(dir, &card.identity()?, Access::Read, world)?);
    }
    Ok(Made {
        schema: "nansen.made/1",
        member: alias.to_owned(),
        recovery: card.is_some(),
        contact,
        holders: holders.len(),
        shares: false,
        store: dir.display().to_string(),
        key: String::new(),
    })
}

/// The card that words stand for, and whether it opens the store in `dir`: the words do not say of which sort they are,
/// the store does. A card that opens none is taken to be of the sort that is made now.
///
/// # Errors
/// None that is known to happen.
pub fn recognise(card: Card, dir: Option<&Path>) -> Result<(Card, bool), AppError> {
    let mut card = card;
    for sort in [Sort::Hybrid, Sort::X25519] {
        card = card.of_sort(sort);
        let identity = card.identity()?;
        if dir.is_some_and(|dir| Store::is_sealed_to(dir, &identity)) {
            return Ok((card, true));
        }
    }
    Ok((card.of_sort(Sort::Hybrid), false))
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
    let recipient = identity.recipient();
    Key {
        schema: "nansen.key/1",
        words: spoken_words(&recipient),
        recipient: recipient.to_string(),
    }
}
