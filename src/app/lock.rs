//! `unlock` and `panic`: who may be kept, and what is given up.

use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::Duration;

use crate::app::error::AppError;
use crate::app::session::{Joined, Session};
use crate::app::view::{AtPanic, Panicked};
use crate::domain::event::Entry;
use crate::store::Store;
use crate::vault::{Recipient, VaultError, destroy_identity};

impl Session<'_> {
    /// Whether this key opens names, or opened some that were sealed earlier.
    ///
    /// # Errors
    /// The store.
    pub fn opens_names(&self, recipient: &Recipient) -> Result<bool, AppError> {
        let recipient = recipient.to_string();
        let office = self.store.office_events()?;
        Ok(office.iter().any(|event| match &event.payload.entry {
            Entry::SealGroupSet(set) => set.recipients.contains(&recipient),
            _ => false,
        }))
    }

    /// What `panic` would lose now: nothing, where another key opens the store; else every case.
    pub(super) fn at_panic(&self, members: &[Joined], cases: usize) -> AtPanic {
        let has = |wanted: &dyn Fn(bool, &str) -> bool| {
            let mut all = members.iter();
            all.any(|joined| wanted(joined.member.card, &joined.member.alias))
        };
        let mut restored_by = Vec::new();
        if has(&|card, _| card) {
            restored_by.push("card".to_owned());
        }
        if has(&|card, alias| !card && alias != self.me) {
            restored_by.push("member".to_owned());
        }
        let lost_cases = if restored_by.is_empty() { cases } else { 0 };
        AtPanic {
            restored_by,
            lost_cases,
        }
    }
}

/// How long the store may take to say how many keys open it: less than `panic` may.
const LOOK: Duration = Duration::from_millis(800);

/// Destroys the key files named, and the seal key's files where there are any, without opening any. The store stays as
/// it is: `keys.age`, too, because without it the recovery card would open nothing.
///
/// Where that was agreed to the keys go first, and nothing of the store is looked at before.
///
/// # Errors
/// [`AppError::NothingRestores`] where no other key opens the store and that was not agreed to; nothing is destroyed then.
/// [`AppError::KeyStayed`] where a key file is still there.
pub fn panic(
    dir: Option<&Path>,
    keys: &[PathBuf],
    seals: &[PathBuf],
    agreed: bool,
) -> Result<Panicked, AppError> {
    let others = || others(dir?);
    let mut known = None;
    if !agreed {
        known = others();
        let there = keys.iter().any(|key| key.symlink_metadata().is_ok());
        if there && known.unwrap_or_default() == 0 {
            return Err(AppError::NothingRestores);
        }
    }
    let mut done = Panicked {
        schema: "nansen.panic/1",
        removed: 0,
        overwritten: 0,
        was_unlocked: false,
        others: None,
    };
    let mut wrong = None;
    for key in keys.iter().chain(seals) {
        // One that cannot be destroyed keeps none of the others.
        match destroy_identity(key) {
            Ok(overwritten) => {
                done.removed += 1;
                done.overwritten += usize::from(overwritten);
            }
            Err(VaultError::Read { source, .. })
                if source.kind() == std::io::ErrorKind::NotFound => {}
            Err(VaultError::NotAnIdentity) => wrong = Some(VaultError::NotAnIdentity.into()),
            Err(_) => wrong = Some(AppError::KeyStayed),
        }
    }
    done.others = if agreed { others() } else { known };
    wrong.map_or(Ok(done), Err)
}

/// How many other keys open the store in `dir`; `None` where there is none, or where that is not known soon: a disk that
/// does not answer keeps nobody.
fn others(dir: &Path) -> Option<usize> {
    let (tell, told) = sync_channel(1);
    let dir = dir.to_owned();
    let look = move || tell.send(Store::openers(&dir));
    thread::Builder::new().spawn(look).ok()?;
    let openers = told.recv_timeout(LOOK).ok()??;
    Some(openers.saturating_sub(1))
}
