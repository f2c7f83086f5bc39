//! The file `head`: how far the history reached, under a MAC. `docs/format/head.md` is its specification.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::base::secret::Secret32;
use crate::store::error::{Damage, StoreError};

/// Length of a slot.
const SLOT: usize = 512;
/// Where the slots lie.
const OFFSETS: [u64; 2] = [0, 4096];
/// Length of the file.
const LENGTH: usize = 4096 + SLOT;
/// Where a slot's MAC lies.
const MAC: usize = SLOT - 32;
/// How long a writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(10);

/// How far the history reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tip {
    /// The number of the last commit, from 1.
    pub commit: u64,
    /// The root chained over all commits.
    pub root: [u8; 32],
}

/// What the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    /// How often it was written.
    pub counter: u64,
    /// How far the history reached when it was.
    pub tip: Tip,
    /// One of its slots is torn or damaged.
    pub one_bad_slot: bool,
}

/// The open file.
pub(super) struct HeadFile {
    file: File,
}

/// The exclusive lock, given back when dropped.
pub(super) struct HeadLock {
    // A second handle of the same opening: the lock is one.
    file: File,
}

impl Drop for HeadLock {
    fn drop(&mut self) {
        // Closing the file gives it back too, should this fail.
        drop(self.file.unlock());
    }
}

impl HeadFile {
    /// The bytes of a new store's head: both slots written.
    pub fn initial(key: &Secret32, tip: Tip) -> Vec<u8> {
        let mut bytes = vec![0; LENGTH];
        for counter in [1, 2] {
            let start = usize::try_from(offset(counter)).unwrap_or_default();
            if let Some(place) = bytes.get_mut(start..start + SLOT) {
                place.copy_from_slice(&write_slot(key, counter, tip));
            }
        }
        bytes
    }

    /// Opens it; also for writing where the folder allows it.
    pub fn open(path: &Path, write: bool) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(write).open(path)?;
        Ok(Self { file })
    }

    /// Waits for the exclusive lock, ten seconds at most.
    pub fn lock(&self) -> Result<HeadLock, StoreError> {
        let start = Instant::now();
        let mut pause = Duration::from_micros(200);
        loop {
            if let Some(lock) = self.try_lock()? {
                return Ok(lock);
            }
            if start.elapsed() > PATIENCE {
                return Err(StoreError::Busy);
            }
            std::thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(20));
        }
    }

    /// Takes the exclusive lock if nobody holds it.
    pub fn try_lock(&self) -> Result<Option<HeadLock>, StoreError> {
        let file = self.file.try_clone()?;
        match file.try_lock() {
            Ok(()) => Ok(Some(HeadLock { file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Reads it while a writer may be at work: a slot caught half written is read again. A slot may stand under any of
    /// the keys.
    pub fn read(&self, keys: &[Secret32]) -> Result<Head, StoreError> {
        let mut read = self.read_once(keys);
        for _ in 0..3 {
            if read.as_ref().is_ok_and(|head| !head.one_bad_slot) {
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
            read = self.read_once(keys);
        }
        read
    }

    fn read_once(&self, keys: &[Secret32]) -> Result<Head, StoreError> {
        let slot = |offset| {
            let mut bytes = [0; SLOT];
            match self.file.read_exact_at(&mut bytes, offset) {
                Ok(()) => Ok(keys
                    .iter()
                    .find_map(|key| read_slot(key, &bytes))
                    .filter(|slot| self::offset(slot.0) == offset)),
                // A file too short for a slot has lost it.
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
                Err(error) => Err(error),
            }
        };
        let slots = [slot(OFFSETS[0])?, slot(OFFSETS[1])?];
        let (counter, tip) = slots
            .iter()
            .flatten()
            .max_by_key(|slot| slot.0)
            .ok_or(StoreError::damaged(Damage::Head))?;
        let good = slots
            .iter()
            .flatten()
            .filter(|slot| slot.0.saturating_add(1) >= *counter)
            .count();
        Ok(Head {
            counter: *counter,
            tip: *tip,
            one_bad_slot: good < 2,
        })
    }

    /// Writes the next state into the slot whose turn it is, and returns once it is on the disk.
    /// Only under the lock.
    pub fn write(&self, key: &Secret32, counter: u64, tip: Tip) -> io::Result<()> {
        let bytes = write_slot(key, counter, tip);
        self.file.write_all_at(&bytes, offset(counter))?;
        self.file.sync_data()
    }

    /// Brings what others wrote to the disk.
    pub fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    /// Whether both slots have the form they should, whatever key they are under: then a wrong MAC speaks of another
    /// key rather than of damage.
    pub fn is_well_formed(&self) -> io::Result<bool> {
        let mut counters = [0; 2];
        for (offset, counter) in OFFSETS.into_iter().zip(&mut counters) {
            let mut bytes = [0; SLOT];
            self.file.read_exact_at(&mut bytes, offset)?;
            let (body, _) = bytes.split_at(MAC);
            let Some((found, _)) = fields(body) else {
                return Ok(false);
            };
            *counter = found;
        }
        let neighbours = counters[0].abs_diff(counters[1]) == 1;
        Ok(neighbours && counters[0].is_multiple_of(2) && self.is_clean()?)
    }

    /// Whether the file has its length and nothing stands outside the slots.
    pub fn is_clean(&self) -> io::Result<bool> {
        let length = self.file.metadata()?.len();
        let mut between = vec![0; 4096 - SLOT];
        let gap = u64::try_from(SLOT).unwrap_or(u64::MAX);
        Ok(u64::try_from(LENGTH).is_ok_and(|right| right == length)
            && self.file.read_exact_at(&mut between, gap).is_ok()
            && between.iter().all(|&byte| byte == 0))
    }
}

/// Even counters stand in the first slot, odd ones in the second.
fn offset(counter: u64) -> u64 {
    if counter.is_multiple_of(2) {
        OFFSETS[0]
    } else {
        OFFSETS[1]
    }
}

fn write_slot(key: &Secret32, counter: u64, tip: Tip) -> [u8; SLOT] {
    let mut bytes = [0; SLOT];
    let fields = counter
        .to_be_bytes()
        .into_iter()
        .chain(tip.commit.to_be_bytes())
        .chain(tip.root);
    for (place, byte) in bytes.iter_mut().zip(fields) {
        *place = byte;
    }
    let (body, mac) = bytes.split_at_mut(MAC);
    mac.copy_from_slice(blake3::keyed_hash(key.expose(), body).as_bytes());
    bytes
}

/// The counter and what it stands for; `None` where the slot is bad.
fn read_slot(key: &Secret32, bytes: &[u8; SLOT]) -> Option<(u64, Tip)> {
    let (body, mac) = bytes.split_at(MAC);
    let mac: [u8; 32] = mac.try_into().ok()?;
    // `Hash` compares in constant time.
    if blake3::keyed_hash(key.expose(), body) != mac {
        return None;
    }
    fields(body)
}

/// What stands before the MAC, where it has the form it should.
fn fields(body: &[u8]) -> Option<(u64, Tip)> {
    let (counter, rest) = body.split_first_chunk::<8>()?;
    let (commit, rest) = rest.split_first_chunk::<8>()?;
    let (root, rest) = rest.split_first_chunk::<32>()?;
    let tip = Tip {
        commit: u64::from_be_bytes(*commit),
        root: *root,
    };
    rest.iter()
        .all(|&byte| byte == 0)
        .then_some((u64::from_be_bytes(*counter), tip))
}
