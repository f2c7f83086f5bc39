//! The member's key and the store that it opens: who is asked for a passphrase, and when.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::app::{AppError, Session, World, setup};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::prompt::PromptError;
use crate::store::{Access, Part, StoreError};
use crate::vault::{Identity, VaultError, read_identity};

impl Desk {
    /// The member's key: the one that is kept since `unlock`, or opened with its passphrase.
    ///
    /// # Errors
    /// No file, no passphrase, a wrong one.
    pub fn identity(&self, world: &World) -> Result<Identity, Failure> {
        match self.kept(world)? {
            Some(identity) => Ok(identity),
            None => self.identity_at(&self.key_path()?),
        }
    }

    /// The key that is kept since `unlock`, unless a passphrase is given: that wants to be tried.
    fn kept(&self, world: &World) -> Result<Option<Identity>, Failure> {
        if self.globals.passphrase_fd.is_none()
            && let Some(now) = world.clock.uptime()
            && let Some(slot) = self.slot()?
        {
            let kept = self.keeper.recall(&slot, now);
            return Ok(kept.map(|(identity, _)| identity));
        }
        Ok(None)
    }

    /// Every key that was named, the member's first: any of them may open names.
    ///
    /// # Errors
    /// As [`Desk::identity`].
    pub fn seal_keys(&self) -> Result<Vec<Identity>, Failure> {
        let others = self.globals.key.iter().skip(1);
        let read = |path: &PathBuf| {
            self.identity_at(path).map_err(|failure| match failure {
                Failure::Usage(Usage::KeyGone) => Usage::NoFurtherKey.into(),
                failure => failure,
            })
        };
        others.map(read).collect()
    }

    /// The key in a file, opened with its passphrase.
    ///
    /// # Errors
    /// As [`Desk::identity`].
    pub fn identity_at(&self, path: &Path) -> Result<Identity, Failure> {
        self.locked_identity(path, &|| Ok(()))
    }

    /// The same; `before` is asked once it is known that the file needs a passphrase, and before a person is.
    ///
    /// # Errors
    /// As [`Desk::identity`], and those of `before`.
    pub fn locked_identity(
        &self,
        path: &Path,
        before: &dyn Fn() -> Result<(), Failure>,
    ) -> Result<Identity, Failure> {
        let mut failed = None;
        let label = self.locale().text("ask-passphrase");
        let read = read_identity(path, &mut || {
            let given = before().and_then(|()| Ok(self.prompt.passphrase(&label)?));
            given.map_err(|failure| {
                failed = Some(failure);
                VaultError::NoPassphrase
            })
        });
        match (read, failed) {
            // That nobody could be asked is told as what it means: the key stays locked.
            (Err(VaultError::NoPassphrase), Some(failure))
                if !matches!(failure, Failure::Prompt(PromptError::Missing(_))) =>
            {
                Err(failure)
            }
            (read, _) => read.map_err(|error| self.key_failure(error)),
        }
    }

    /// The member's key for the store in `dir`, opened with its passphrase whatever is kept. Nobody types one for a store
    /// that is not there.
    ///
    /// # Errors
    /// As [`Desk::identity`]; no store; [`Usage::AsOf`].
    pub fn identity_for(&self, dir: &Path) -> Result<Identity, Failure> {
        self.locked_identity(&self.key_path()?, &|| {
            let absent = |part: Part| {
                let seen = dir.join(part.name()).symlink_metadata();
                seen.is_err_and(|error| {
                    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
                })
            };
            if [Part::Database, Part::Keys, Part::Head]
                .into_iter()
                .all(absent)
            {
                return Err(AppError::from(StoreError::NotAStore).into());
            }
            Ok(())
        })
    }

    /// The store's folder, and the member's key for it.
    ///
    /// # Errors
    /// As [`Desk::identity`]; no store.
    pub fn member(&self, world: &World) -> Result<(PathBuf, Identity), Failure> {
        if self.is_misdated() {
            return Err(Usage::AsOf.into());
        }
        let dir = self.store_dir()?;
        let identity = match self.kept(world)? {
            Some(identity) => identity,
            None => self.identity_for(&dir)?,
        };
        Ok((dir, identity))
    }

    /// Why a key file could not be read. That a store lies here without the key that opened it is told as such.
    pub fn key_failure(&self, error: VaultError) -> Failure {
        match &error {
            VaultError::Read { source, .. }
                if source.kind() == ErrorKind::NotFound
                    && self.store_dir().is_ok_and(|dir| setup::is_there(&dir)) =>
            {
                Usage::KeyGone.into()
            }
            _ => error.into(),
        }
    }

    /// Opens the store for reading where it is there and its key is kept or has no passphrase: for a command that does
    /// without it otherwise.
    pub fn open_unasked<'w>(&self, world: &'w mut World) -> Option<Session<'w>> {
        let dir = self.store_dir().ok()?;
        let identity = match self.kept(world).ok()? {
            Some(identity) => identity,
            None => read_identity(&self.key_path().ok()?, &mut || {
                Err(VaultError::NoPassphrase)
            })
            .ok()?,
        };
        Session::open(&dir, &identity, Access::Read, world).ok()
    }

    /// Opens the store.
    ///
    /// # Errors
    /// Whatever the store and the key say.
    pub fn open<'w>(&self, access: Access, world: &'w mut World) -> Result<Session<'w>, Failure> {
        let (dir, identity) = self.member(world)?;
        Ok(Session::open(&dir, &identity, access, world)?)
    }
}
