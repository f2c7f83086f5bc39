//! `unlock`, `lock` and `panic`.

use chrono::TimeDelta;

use crate::app::view::{Lock, LockState};
use crate::app::{AppError, Session, World, lock};
use crate::cli::args::store::Panic;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::store::Access;
use crate::vault::{Keeper, LONGEST, Slot, VaultError};

/// Asks for the passphrase once and keeps the key for a while.
pub(super) fn unlock(desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let store = desk.store_dir()?;
    // Nobody types a passphrase for what cannot be had.
    let now = world.clock.uptime().filter(|_| Keeper::works());
    let state = match (desk.slot()?, now) {
        (None, _) => desk.lock_state(world)?,
        (Some(_), None) => return Err(Usage::NotKept.into()),
        (Some(slot), Some(now)) => {
            let identity = desk.identity_for(&store)?;
            let session = Session::open(&store, &identity, Access::Read, world)?;
            if session.opens_names(&identity.recipient())? {
                return Err(AppError::SealKey.into());
            }
            drop(session);
            desk.keeper.keep(&slot, &identity, now)?;
            unlocked(desk, world, LONGEST.as_secs())
        }
    };
    desk.acknowledge(&lock_view(state, false))?;
    Ok(Exit::Done)
}

/// Forgets the key at once.
pub(super) fn lock(desk: &Desk, world: &World) -> Result<Exit, Failure> {
    let was_unlocked = desk.keeper.forget().map_err(VaultError::from)?;
    // What the key file is like matters to nobody here: a key that is gone locks as well.
    let state = desk.lock_state(world).unwrap_or_else(|_| closed("locked"));
    desk.acknowledge(&lock_view(state, was_unlocked))?;
    Ok(Exit::Done)
}

/// Forgets the key and destroys its file. Asks nothing, opens nothing, computes nothing.
pub(super) fn panic(args: &Panic, desk: &Desk) -> Result<Exit, Failure> {
    let forgotten = desk.keeper.forget();
    let mut keys = vec![desk.key_path()?];
    keys.extend(desk.globals.key.iter().skip(1).cloned());
    let seal = desk.usual_seal_key().ok();
    // Where no folder is known for the store the keys go all the same.
    let store = desk.store_dir().ok();
    let mut done = lock::panic(store.as_deref(), &keys, seal.as_deref(), args.yes)?;
    done.was_unlocked = forgotten.map_err(VaultError::from)?;
    desk.acknowledge(&done)?;
    Ok(Exit::Done)
}

fn lock_view(state: LockState, was_unlocked: bool) -> Lock {
    Lock {
        schema: "nansen.lock/1",
        lock: state,
        was_unlocked,
    }
}

fn closed(state: &str) -> LockState {
    LockState {
        state: state.to_owned(),
        idle_seconds: None,
        seconds_left: None,
        until: None,
    }
}

fn unlocked(desk: &Desk, world: &World, left: u64) -> LockState {
    let span = TimeDelta::try_seconds(i64::try_from(left).unwrap_or_default());
    LockState {
        idle_seconds: Some(desk.keeper.idle().as_secs()),
        seconds_left: Some(left),
        until: span.and_then(|span| world.clock.local().checked_add_signed(span)),
        ..closed("unlocked")
    }
}

impl Desk {
    /// Whose key would be kept; `None` where its file needs no passphrase.
    ///
    /// # Errors
    /// There is no key file.
    pub fn slot(&self) -> Result<Option<Slot>, Failure> {
        let path = self.key_path()?;
        let slot = Slot::of(&path, &self.store_dir()?);
        slot.map_err(|error| self.key_failure(error))
    }

    /// How the member's key stands.
    ///
    /// # Errors
    /// There is no key file.
    pub fn lock_state(&self, world: &World) -> Result<LockState, Failure> {
        let Some(slot) = self.slot()? else {
            return Ok(closed("open"));
        };
        let now = world.clock.uptime().filter(|_| Keeper::works());
        Ok(match now.map(|now| self.keeper.left(&slot, now)) {
            None => closed("asks"),
            Some(None) => closed("locked"),
            Some(Some(left)) => unlocked(self, world, left.as_secs()),
        })
    }
}
