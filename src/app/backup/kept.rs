//! `backup kept`, `backup make --kept`: where copies of backups lie, and whether one that was proved lies elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, Metadata};
use std::path::Path;

use chrono::NaiveDate;

use super::thin;
use crate::app::error::AppError;
use crate::app::session::{Session, latest};
use crate::app::setup::check_alias;
use crate::app::view::{BackupPlace, BackupPlaces, KeptCopy};
use crate::base::file::open_regular;
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
    /// [`AppError::NoBackup`]; [`AppError::BackupOnThisDisk`], [`AppError::BackupLocked`], [`AppError::BackupDamaged`], [`AppError::OtherStore`] of a file;
    /// the store.
    pub fn kept(
        &mut self,
        place: Place,
        file: Option<&Path>,
        identity: &Identity,
    ) -> Result<BackupPlace, AppError> {
        let office = self.store.office_events()?;
        let commit = match file {
            Some(path) => {
                let file = open_regular(path).map_err(AppError::Input)?;
                let seen = file.metadata().map_err(AppError::Input)?;
                if !self.proves(&place, &seen)? {
                    return Err(AppError::BackupOnThisDisk);
                }
                Some(commit_of(file, path, identity, &office)?)
            }
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

    /// Where copies lie, how old each is, and when it was proved.
    ///
    /// # Errors
    /// The store's.
    pub fn places(&self) -> Result<BackupPlaces, AppError> {
        let today = self.today();
        let office = self.store.office_events()?;
        let item = |copy: Copy<'_>| KeptCopy {
            place: copy.kept.place.clone(),
            r#where: copy.kept.whereabouts,
            backup: copy.made,
            days: copy
                .made
                .map(|made| today.signed_duration_since(made).num_days()),
            said: copy.said,
            proved: copy.proved,
        };
        Ok(BackupPlaces {
            schema: "nansen.backup-places/1",
            last_elsewhere: proved_elsewhere(&office),
            items: copies(&office).into_iter().map(item).collect(),
        })
    }

    /// Whether a file that was read proves a copy at a place: what lies on the store's own disk lies nowhere else.
    pub(super) fn proves(&self, place: &Place, seen: &Metadata) -> Result<bool, AppError> {
        match place.whereabouts {
            Whereabouts::Disk | Whereabouts::Gone => Ok(true),
            Whereabouts::Office | Whereabouts::Elsewhere => {
                let far = self.store.is_on_another_disk(seen);
                far.map_err(|source| StoreError::from(source).into())
            }
        }
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
fn commit_of(
    file: File,
    path: &Path,
    identity: &Identity,
    office: &[Event],
) -> Result<u64, AppError> {
    // What is no backup, or does not open, is told as `backup verify` tells it.
    let Some(digest) = thin::digest(file, identity) else {
        let file = open_regular(path).map_err(AppError::Input)?;
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

/// A copy as it was said last where it lies, with the days of its backup and of what proved it.
struct Copy<'e> {
    kept: &'e BackupKept,
    said: NaiveDate,
    made: Option<NaiveDate>,
    proved: Option<NaiveDate>,
}

/// Where copies lie, by the alias of the place; what is gone is left out.
fn copies(office: &[Event]) -> Vec<Copy<'_>> {
    let mut made: BTreeMap<u64, NaiveDate> = BTreeMap::new();
    let mut places: BTreeMap<&str, (&BackupKept, NaiveDate)> = BTreeMap::new();
    for event in office {
        let day = event.payload.at.date_naive();
        match &event.payload.entry {
            Entry::BackupMade(backup) => {
                made.insert(backup.commit, day);
            }
            Entry::BackupKept(kept) => {
                places.insert(&kept.place, (kept, day));
            }
            _ => {}
        }
    }
    let there = places.into_values();
    let there = there.filter(|(kept, _)| kept.whereabouts != Whereabouts::Gone);
    there
        .map(|(kept, said)| Copy {
            kept,
            said,
            made: made.get(&kept.commit).copied(),
            // A drill of another copy of the same backup proves nothing of this one.
            proved: kept.verified.then_some(said),
        })
        .collect()
}

/// The commits of the backups of which a copy was proved at a place, but for one of the places.
pub(super) fn proved_at_places(office: &[Event], but: Option<&str>) -> BTreeSet<u64> {
    copies(office)
        .into_iter()
        .filter(|copy| copy.proved.is_some() && Some(&*copy.kept.place) != but)
        .map(|copy| copy.kept.commit)
        .collect()
}

/// The day of the newest backup of which a copy lies outside the office that somebody proved.
pub(in crate::app) fn proved_elsewhere(office: &[Event]) -> Option<NaiveDate> {
    copies(office)
        .into_iter()
        .filter(|copy| copy.kept.whereabouts == Whereabouts::Elsewhere && copy.proved.is_some())
        .filter_map(|copy| copy.made)
        .max()
}
