//! `backup make|verify|restore|drill|kept`: the whole store in one sealed file, and proof that it comes back.

pub mod kept;
pub mod make;
pub mod thin;

use std::io::BufReader;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::app::backup::kept::Place;
use crate::app::error::AppError;
use crate::app::keep;
use crate::app::session::{Session, World};
use crate::app::view::{Drilled, Restored, Verified};
use crate::base::file::open_regular;
use crate::domain::event::{BackupProved, Entry, Event};
use crate::store::{self, Access, Depth, StoreError, Taken, Unpacked};
use crate::vault::{Card, Identity, Sort, VaultError, open_stream};

/// Told how far it is: of how many.
pub type Progress<'p> = &'p mut dyn FnMut(u64, u64);

impl Session<'_> {
    /// Proves that the recovery card opens a backup of this store, and writes down that somebody did; also that this copy lies at a
    /// place, where one is named. Nothing else is changed.
    ///
    /// # Errors
    /// [`AppError::BackupOnThisDisk`] where it does not lie there;
    /// [`AppError::BackupLocked`] where the card does not open it, [`AppError::OtherStore`], [`AppError::BackupDamaged`];
    /// the store.
    pub fn drill(
        &mut self,
        from: &Path,
        card: Card,
        beside: &Path,
        place: Option<Place>,
        progress: Progress<'_>,
    ) -> Result<Drilled, AppError> {
        let seen = from.metadata().map_err(AppError::Input)?;
        if let Some(place) = &place
            && !self.proves(place, &seen)?
        {
            return Err(AppError::BackupOnThisDisk);
        }
        let parent = beside.parent().ok_or(AppError::NoRoom)?;
        let (unpacked, identity) = unpacked_by_card(from, card, parent)?;
        let verified = keep::verify(unpacked.path(), &identity, Depth::Full, progress)?;
        if !verified.ok {
            return Err(AppError::BackupDamaged);
        }
        let opened = Session::open(unpacked.path(), &identity, Access::Read, self.world)?;
        let same = opened.store.id() == self.store.id();
        let taken: Taken = opened.store.last_commit()?;
        drop(opened);
        let behind = self.store.since(taken)?.filter(|_| same);
        let behind = behind.ok_or(AppError::OtherStore)?;
        let commit = taken.commit;
        let office = self.store.office_events()?.into_iter();
        let mut newest = office.filter_map(|event| match event.payload.entry {
            Entry::BackupMade(backup) => Some(backup.commit),
            _ => None,
        });
        let last = newest.next_back().is_none_or(|newest| commit >= newest);
        let apart = self.store.is_on_another_disk(&seen);
        let apart = apart.map_err(StoreError::from)?;
        self.note(Entry::BackupProved(BackupProved { commit, apart }))?;
        if let Some(place) = place {
            self.keep_at(place, commit, true)?;
        }
        Ok(Drilled {
            schema: "nansen.drill/1",
            events: verified.events,
            behind,
            last,
        })
    }
}

/// Judges a backup as `store verify` judges a store: in a folder beside it, which goes again; in `spare` where nothing can be written
/// beside it, or its disk has no room. What is unpacked is encrypted as the store is.
///
/// # Errors
/// [`AppError::BackupLocked`], [`StoreError::NotABackup`]; [`AppError::BackupNotJudged`] where it can be unpacked in neither.
pub fn verify(
    from: &Path,
    spare: &Path,
    identity: &Identity,
    progress: Progress<'_>,
) -> Result<Verified, AppError> {
    let beside = parent_of(from)?;
    for place in [&*beside, spare] {
        let judged = unpacked(from, identity, place)
            .and_then(|at| keep::verify(at.path(), identity, Depth::Full, progress));
        match judged {
            Err(AppError::Store(StoreError::ReadOnly | StoreError::Full)) => {}
            done => return done,
        }
    }
    Err(AppError::BackupNotJudged {
        beside,
        spare: spare.to_path_buf(),
    })
}

/// Makes a store out of a backup, in a folder that is absent or empty. It is judged before it gets its place, and goes on under a stream
/// of its own.
///
/// # Errors
/// [`StoreError::Exists`], [`AppError::BackupLocked`], [`AppError::BackupDamaged`]; the disk.
pub fn restore(
    from: &Path,
    dir: &Path,
    identity: &Identity,
    world: &mut World,
    progress: Progress<'_>,
) -> Result<Restored, AppError> {
    let dir = &store::free(dir)?;
    let unpacked = unpacked(from, identity, &parent_of(dir)?)?;
    let verified = keep::verify(unpacked.path(), identity, Depth::Full, progress)?;
    if !verified.ok {
        return Err(AppError::BackupDamaged);
    }
    drop(Session::open(
        unpacked.path(),
        identity,
        Access::Read,
        world,
    )?);
    unpacked.settle(dir, identity, &mut world.random)?;
    let session = Session::open(dir, identity, Access::Read, world)?;
    Ok(Restored {
        schema: "nansen.restored/1",
        events: verified.events,
        cases: session.store.info()?.cases,
        member: session.me.clone(),
        last_recorded: session.store.info()?.last_recorded,
        store: dir.display().to_string(),
    })
}

/// What is known of the backups of a store.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Backups {
    /// The day of the last one.
    pub made: Option<NaiveDate>,
    /// The day of the last drill of what was the last one then, with the card that there is.
    pub proved: Option<NaiveDate>,
    /// The card is newer than the last one, and opens none.
    pub card_opens_none: bool,
}

/// What is known of the backups.
pub(super) fn last(office: &[Event]) -> Backups {
    let mut known = Backups::default();
    let mut newest = 0;
    let mut card = None;
    for event in office {
        let day = event.payload.at.date_naive();
        match &event.payload.entry {
            Entry::BackupMade(backup) => {
                known.made = Some(day);
                known.card_opens_none = false;
                newest = backup.commit;
            }
            Entry::BackupProved(drill) if drill.commit >= newest => known.proved = Some(day),
            // Said again it is the same card.
            Entry::MemberAdded(member) if member.card && card != Some(&member.mark) => {
                card = Some(&member.mark);
                known.proved = None;
                known.card_opens_none = known.made.is_some();
            }
            _ => {}
        }
    }
    known
}

/// The words of a card do not say of which sort it is: the one that opens the file is.
fn unpacked_by_card(
    from: &Path,
    card: Card,
    parent: &Path,
) -> Result<(Unpacked, Identity), AppError> {
    let mut card = card;
    for sort in [Sort::Hybrid, Sort::X25519] {
        card = card.of_sort(sort);
        let identity = card.identity()?;
        match unpacked(from, &identity, parent) {
            Err(AppError::BackupLocked) => {}
            done => return done.map(|unpacked| (unpacked, identity)),
        }
    }
    Err(AppError::BackupLocked)
}

fn unpacked(from: &Path, identity: &Identity, parent: &Path) -> Result<Unpacked, AppError> {
    let file = open_regular(from).map_err(AppError::Input)?;
    let mut stream = match open_stream(identity, BufReader::new(file)) {
        Err(VaultError::NotForThisKey) => return Err(AppError::BackupLocked),
        Err(_) => return Err(StoreError::NotABackup.into()),
        Ok(stream) => stream,
    };
    Ok(Unpacked::read(&mut stream, parent)?)
}

fn parent_of(path: &Path) -> Result<PathBuf, AppError> {
    let path = std::path::absolute(path).map_err(StoreError::from)?;
    path.parent().map(PathBuf::from).ok_or(AppError::NoRoom)
}
