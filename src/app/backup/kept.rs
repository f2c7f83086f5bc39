//! `backup kept`, `backup make --kept`: where copies of backups lie, and whether one that was proved lies elsewhere.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use chrono::NaiveDate;

use super::thin;
use crate::app::error::AppError;
use crate::app::session::{Session, latest};
use crate::app::setup::check_alias;
use crate::app::view::BackupPlace;
use crate::domain::code::Whereabouts;
use crate::domain::event::{BackupKept, Entry, Event};
use crate::store::StoreError;
use crate::vault::Identity;

/// Where a copy lies.
#[derive(Debug, Clone)]
pub struct Place {
    alias: String,
    whereabouts: Whereabouts,
}

impl Session<'_> {
    /// A place by its alias, and how far it is: as it is said now, or as it was said last.
    ///
    /// # Errors
    /// [`AppError::BadAlias`], [`AppError::UnknownPlace`].
    pub fn place(&self, alias: &str, said: Option<Whereabouts>) -> Result<Place, AppError> {
        check_alias(alias)?;
        let office = self.store.office_events()?;
        let known = || {
            latest(&office, |entry| match entry {
                Entry::BackupKept(kept) if kept.place == alias => Some(kept.whereabouts),
                _ => None,
            })
        };
        Ok(Place {
            alias: alias.to_owned(),
            whereabouts: said.or_else(known).ok_or(AppError::UnknownPlace)?,
        })
    }

    /// Writes down that a copy of the last backup lies at a place; of the backup in `file`, which is read to its end, where
    /// one is given.
    ///
    /// # Errors
    /// [`AppError::NoBackup`]; [`AppError::BackupLocked`], [`AppError::BackupDamaged`], [`AppError::OtherStore`] of a file;
    /// the store.
    pub fn kept(
        &mut self,
        place: Place,
        file: Option<&Path>,
        identity: &Identity,
    ) -> Result<BackupPlace, AppError> {
        let office = self.store.office_events()?;
        let commit = match file {
            Some(path) => Some(commit_of(path, identity, &office)?),
            None => None,
        };
        let last = || {
            latest(&office, |entry| match entry {
                Entry::BackupMade(made) => Some(made.commit),
                _ => None,
            })
        };
        let verified = commit.is_some();
        let commit = commit.or_else(last).ok_or(AppError::NoBackup)?;
        self.keep_at(place, commit, verified)
    }

    /// Writes down that a copy of the backup of this commit lies at a place.
    pub(super) fn keep_at(
        &mut self,
        place: Place,
        commit: u64,
        verified: bool,
    ) -> Result<BackupPlace, AppError> {
        let Place { alias, whereabouts } = place;
        self.note(Entry::BackupKept(BackupKept {
            commit,
            place: alias.clone(),
            whereabouts,
            verified,
        }))?;
        let elsewhere = proved_elsewhere(&self.store.office_events()?);
        Ok(BackupPlace {
            schema: "nansen.backup-place/1",
            place: alias,
            r#where: whereabouts,
            commit,
            verified,
            last_elsewhere: elsewhere,
        })
    }
}

/// Which backup of this store a file is.
fn commit_of(path: &Path, identity: &Identity, office: &[Event]) -> Result<u64, AppError> {
    let file = File::open(path).map_err(AppError::Input)?;
    // What is no backup, or does not open, is told as `backup verify` tells it.
    let Some(digest) = thin::digest(file, identity) else {
        let file = File::open(path).map_err(AppError::Input)?;
        return Err(match crate::vault::open_stream(identity, file) {
            Err(crate::vault::VaultError::NotForThisKey) => AppError::BackupLocked,
            _ => StoreError::NotABackup.into(),
        });
    };
    let known = latest(office, |entry| match entry {
        Entry::BackupMade(made) if made.digest == digest => Some(made.commit),
        _ => None,
    });
    known.ok_or(AppError::OtherStore)
}

/// The day of the newest backup of which a copy lies outside the office that somebody proved: it was read to its end
/// there, or the recovery card opened that backup.
pub(in crate::app) fn proved_elsewhere(office: &[Event]) -> Option<NaiveDate> {
    let mut made: BTreeMap<u64, NaiveDate> = BTreeMap::new();
    let mut drilled = Vec::new();
    let mut places: BTreeMap<&str, &BackupKept> = BTreeMap::new();
    for event in office {
        match &event.payload.entry {
            Entry::BackupMade(backup) => {
                made.insert(backup.commit, event.payload.at.date_naive());
            }
            Entry::BackupProved(drill) => drilled.push(drill.commit),
            Entry::BackupKept(kept) => {
                places.insert(&kept.place, kept);
            }
            _ => {}
        }
    }
    let proved = places.into_values().filter(|kept| {
        kept.whereabouts == Whereabouts::Elsewhere
            && (kept.verified || drilled.contains(&kept.commit))
    });
    proved
        .filter_map(|kept| made.get(&kept.commit))
        .max()
        .copied()
}
