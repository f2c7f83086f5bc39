//! Keeps sessions and changes of the keys apart: a lock on the store's folder (`docs/format/keys.md`).

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::store::error::StoreError;

/// How long either waits for the other.
const PATIENCE: Duration = Duration::from_secs(10);

/// The lock, given back when dropped.
pub(super) struct Gate(#[expect(dead_code, reason = "it is held, not used")] Option<File>);

impl Gate {
    /// With all who have the store open.
    ///
    /// # Errors
    /// [`StoreError::Busy`].
    pub fn shared(dir: &Path) -> Result<Self, StoreError> {
        let file = File::open(dir).map_err(StoreError::reading)?;
        match wait(|| file.try_lock_shared()) {
            Ok(()) => Ok(Self(Some(file))),
            Err(TryLockError::WouldBlock) => Err(StoreError::Busy),
            // A share that cannot lock a folder: there nobody can change the keys either.
            Err(TryLockError::Error(_)) => Ok(Self(None)),
        }
    }

    /// Alone: nobody else has the store open.
    ///
    /// # Errors
    /// [`StoreError::Busy`]; whatever the system says.
    pub fn alone(dir: &Path) -> Result<Self, StoreError> {
        let file = File::open(dir).map_err(StoreError::reading)?;
        match wait(|| file.try_lock()) {
            Ok(()) => Ok(Self(Some(file))),
            Err(TryLockError::WouldBlock) => Err(StoreError::Busy),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

fn wait(mut take: impl FnMut() -> Result<(), TryLockError>) -> Result<(), TryLockError> {
    let start = Instant::now();
    let mut pause = Duration::from_micros(200);
    loop {
        match take() {
            Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => {
                std::thread::sleep(pause);
                pause = (pause * 2).min(Duration::from_millis(20));
            }
            done => return done,
        }
    }
}
