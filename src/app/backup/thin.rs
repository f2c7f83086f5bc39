//! `backup make --keep`: which older backups in a folder are to go. Only files that this store's history knows again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, Metadata};
use std::io::{self, BufReader};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use chrono::{Datelike as _, NaiveDate};

use super::kept::proved_at_places;
use super::make::Hashed;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::view::{OlderBackup, Thinning};
use crate::base::file::{self, FileError};
use crate::domain::event::Entry;
use crate::vault::{Identity, open_stream};

/// How many backups stay: the last of each of so many days, weeks and months in which there is one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Keep {
    days: usize,
    weeks: usize,
    months: usize,
}

/// Not such a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotSpans;

impl FromStr for Keep {
    type Err = NotSpans;

    /// `7d,4w,12m`, or some of these.
    fn from_str(text: &str) -> Result<Self, NotSpans> {
        let mut keep = Self::default();
        for part in text.split(',') {
            let part = part.trim();
            let unit = part.chars().next_back().ok_or(NotSpans)?;
            let count = part.strip_suffix(unit).ok_or(NotSpans)?;
            let count: usize = count.parse().map_err(|_| NotSpans)?;
            let place = match unit {
                'd' => &mut keep.days,
                'w' => &mut keep.weeks,
                'm' => &mut keep.months,
                _ => return Err(NotSpans),
            };
            if *place > 0 || count == 0 || count > 1000 {
                return Err(NotSpans);
            }
            *place = count;
        }
        Ok(keep)
    }
}

/// A file in which a backup of this store was found again.
#[derive(Debug)]
pub struct Older {
    path: PathBuf,
    /// Its place on the disk, and how it stood there: another in its place is not removed.
    seen: Seen,
    commit: u64,
    made: NaiveDate,
    goes: bool,
}

#[derive(Debug, PartialEq, Eq)]
struct Seen(u64, u64, u64, i64, i64);

impl Seen {
    fn of(meta: &Metadata) -> Self {
        let (dev, ino, len) = (meta.dev(), meta.ino(), meta.len());
        Self(dev, ino, len, meta.mtime(), meta.mtime_nsec())
    }
}

/// What stays and what goes of the backups in a folder.
#[derive(Debug)]
pub struct Plan {
    older: Vec<Older>,
    others: usize,
}

impl Session<'_> {
    /// Looks which backups of this store lie beside `newest`, and which of them are to go. `newest` itself, there or
    /// about to be made, stays; so do the newest that a drill proved, each that proved a copy at a place (but for `place`, of which
    /// the newest is to be said), and whatever is not known again.
    ///
    /// # Errors
    /// The store; a folder that cannot be read.
    pub fn thinning(
        &self,
        newest: &Path,
        identity: &Identity,
        keep: Keep,
        place: Option<&str>,
    ) -> Result<Plan, AppError> {
        let office = self.store.office_events()?;
        let mut stay = proved_at_places(&office, place);
        let mut known = BTreeMap::new();
        let mut proved = 0;
        for event in &office {
            match &event.payload.entry {
                Entry::BackupMade(made) => {
                    let day = self.world.clock.local_at(event.payload.at).date_naive();
                    known.insert(made.digest.clone(), (made.commit, day));
                }
                Entry::BackupProved(drill) => proved = proved.max(drill.commit),
                _ => {}
            }
        }
        let newest = std::path::absolute(newest).map_err(AppError::Input)?;
        let folder = newest.parent().ok_or(AppError::NoRoom)?;
        let (mut older, mut others) = (Vec::new(), 0);
        for entry in std::fs::read_dir(folder).map_err(AppError::Input)? {
            let path = entry.map_err(AppError::Input)?.path();
            if path == newest {
                continue;
            }
            let found = known_again(&path, identity, &known);
            match found {
                Some((seen, (commit, made))) => older.push(Older {
                    path,
                    seen,
                    commit,
                    made,
                    goes: true,
                }),
                None => others += 1,
            }
        }
        stay.insert(proved);
        older.sort_by(|a, b| (b.commit, &b.path).cmp(&(a.commit, &a.path)));
        let today = self.today();
        mark(&mut older, keep, today, &stay);
        Ok(Plan { older, others })
    }
}

impl Plan {
    /// For people and programs.
    pub fn shown(&self, dry_run: bool) -> Thinning {
        let item = |one: &Older| OlderBackup {
            file: name_of(&one.path),
            made: one.made,
            goes: one.goes,
        };
        Thinning {
            schema: "nansen.thinning/1",
            dry_run,
            others: self.others,
            items: self.older.iter().map(item).collect(),
        }
    }

    /// Whether any is to go.
    pub fn removes(&self) -> bool {
        self.older.iter().any(|one| one.goes)
    }

    /// Removes what is to go; gives the names. What another put in its place meanwhile stays.
    ///
    /// # Errors
    /// [`AppError::NotThinned`].
    pub fn carry_out(self) -> Result<Vec<String>, AppError> {
        let mut removed = Vec::new();
        for one in self.older.into_iter().filter(|one| one.goes) {
            let path = one.path;
            let failed = |source: io::Error| {
                let path = path.clone();
                AppError::NotThinned(FileError::Io { path, source })
            };
            let same = path.symlink_metadata().map_err(failed)?;
            if Seen::of(&same) != one.seen {
                continue;
            }
            std::fs::remove_file(&path).map_err(failed)?;
            if let Some(folder) = path.parent() {
                file::sync_dir(folder).map_err(AppError::NotThinned)?;
            }
            removed.push(name_of(&path));
        }
        Ok(removed)
    }
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The backup that an ordinary file holds, where it is one of these and whole.
fn known_again(
    path: &Path,
    identity: &Identity,
    known: &BTreeMap<String, (u64, NaiveDate)>,
) -> Option<(Seen, (u64, NaiveDate))> {
    let before = path.symlink_metadata().ok()?;
    if !before.is_file() {
        return None;
    }
    let file = File::open(path).ok()?;
    let seen = Seen::of(&before);
    if Seen::of(&file.metadata().ok()?) != seen {
        return None;
    }
    let digest = digest(file, identity)?;
    known.get(&digest).map(|known| (seen, *known))
}

/// The digest of what is sealed in a file; none where it does not open, or is not whole.
pub(super) fn digest(file: File, identity: &Identity) -> Option<String> {
    let mut stream = open_stream(identity, BufReader::new(file)).ok()?;
    let mut read = Hashed::of(io::sink());
    io::copy(&mut stream, &mut read).ok()?;
    Some(read.hasher.finalize().to_hex().to_string())
}

/// The day, week or month that a day lies in.
type Span = fn(NaiveDate) -> (i32, u32);

/// Says which stay, of these commits all. They stand the newest first; the one that was just made, or is about to be, stands
/// before them all. What is dated later than today was made under another clock, and stays.
fn mark(older: &mut [Older], keep: Keep, today: NaiveDate, stay: &BTreeSet<u64>) {
    let spans: [(usize, Span); 3] = [
        (keep.days, |day| (day.year(), day.ordinal())),
        (keep.weeks, |day| {
            (day.iso_week().year(), day.iso_week().week())
        }),
        (keep.months, |day| (day.year(), day.month())),
    ];
    for (count, span) in spans {
        let (mut left, mut last) = (count.saturating_sub(1), span(today));
        for one in older.iter_mut() {
            let counts = count > 0 && left > 0 && one.made <= today;
            if counts && span(one.made) != last {
                last = span(one.made);
                left -= 1;
                one.goes = false;
            }
        }
    }
    for one in older {
        one.goes &= one.made <= today && !stay.contains(&one.commit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read() {
        let keep = |text: &str| text.parse::<Keep>();
        let wanted = Keep {
            days: 7,
            weeks: 4,
            months: 12,
        };
        assert_eq!(keep("7d,4w,12m"), Ok(wanted));
        assert_eq!(keep("12m, 7d, 4w"), Ok(wanted));
        assert_eq!(keep("3w").map(|keep| keep.weeks), Ok(3));
        for bad in [
            "", "7", "d", "0d", "7d,7d", "7y", "-1d", "7d,", "9999d", "七d", "d7",
        ] {
            assert_eq!(keep(bad), Err(NotSpans), "{bad}");
        }
    }

    fn stay(days: &[&str], keep: &str, proved: u64) -> Vec<String> {
        let mut older: Vec<Older> = (1..)
            .zip(days)
            .map(|(commit, day)| Older {
                path: PathBuf::from(day),
                seen: Seen(0, 0, 0, 0, 0),
                commit,
                made: day.parse().unwrap(),
                goes: true,
            })
            .collect();
        older.reverse();
        let today = "2026-03-31".parse().unwrap();
        mark(&mut older, keep.parse().unwrap(), today, &[proved].into());
        let stay = older.iter().rev().filter(|one| !one.goes);
        stay.map(|one| one.made.to_string()).collect()
    }

    #[test]
    fn the_last_of_each_span_stays() {
        let days = [
            "2025-12-31",
            "2026-01-30",
            "2026-02-27",
            "2026-02-28",
            "2026-03-09",
            "2026-03-20",
            "2026-03-28",
            "2026-03-29",
            "2026-03-30",
            "2026-03-30",
            "2026-03-31",
        ];
        // The one just made is today's: the day's, the week's and the month's.
        assert_eq!(stay(&days, "1d", 0), Vec::<String>::new());
        assert_eq!(stay(&days, "3d", 0), ["2026-03-29", "2026-03-30"]);
        assert_eq!(stay(&days, "2w", 0), ["2026-03-29"]);
        assert_eq!(stay(&days, "3m", 0), ["2026-01-30", "2026-02-28"]);
        assert_eq!(
            stay(&days, "2d,2w,4m", 0),
            [
                "2025-12-31",
                "2026-01-30",
                "2026-02-28",
                "2026-03-29",
                "2026-03-30"
            ]
        );
        // More than there are: all but those of a day that has a later one.
        assert_eq!(stay(&days, "1000d", 0).len(), days.len() - 2);
        // Of several of one day the last.
        let mut two = days;
        two[8] = "2026-03-30";
        assert_eq!(stay(&two, "2d", 0), ["2026-03-30"]);
        // What is dated later than today stays, and is the last of no span.
        let mut later = days.to_vec();
        later.extend(["2026-04-01", "2027-01-01"]);
        assert_eq!(stay(&later, "1d", 0), ["2026-04-01", "2027-01-01"]);
        // What was proved stays.
        assert_eq!(stay(&days, "1d", 2), ["2026-01-30"]);
        assert_eq!(stay(&days, "1d", 99), Vec::<String>::new());
        assert_eq!(stay(&[], "1d", 0), Vec::<String>::new());
    }
}
