//! `unlock` and `panic`: who may be kept, and what is given up.

use std::path::{Path, PathBuf};

use crate::app::error::AppError;
use crate::app::session::Session;
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
    pub(super) fn at_panic(&self, cases: usize) -> Result<AtPanic, AppError> {
        let members = self.aliases()?;
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
        Ok(AtPanic {
            restored_by,
            lost_cases,
        })
    }
}

/// Destroys the key files named, without opening any. The store stays as it is: `keys.age`, too, because without it the
/// recovery card would open nothing.
///
/// # Errors
/// [`AppError::NothingRestores`] where no other key opens the store and that was not agreed to; nothing is destroyed then.
/// [`AppError::KeyStayed`] where a key file is still there.
pub fn panic(dir: &Path, keys: &[PathBuf], agreed: bool) -> Result<Panicked, AppError> {
    let others = Store::openers(dir).map(|all| all.saturating_sub(1));
    let there = keys.iter().any(|key| key.symlink_metadata().is_ok());
    if there && !agreed && others.unwrap_or_default() == 0 {
        return Err(AppError::NothingRestores);
    }
    let mut done = Panicked {
        schema: "nansen.panic/1",
        removed: 0,
        overwritten: 0,
        was_unlocked: false,
        others,
    };
    let mut wrong = None;
    for key in keys {
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
    wrong.map_or(Ok(done), Err)
}
