//! What is shown of the store and of those who open it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use super::{Absence, LogStanding, RetentionCounts, view};
use crate::domain::code::{ContactRule, Whereabouts};

view! {
    /// How many cases there are.
    struct CaseCounts {
        /// Open ones.
        pub open: usize,
        /// Closed ones, without those that were handed over.
        pub closed: usize,
        /// Closed because another office took them over: they count there.
        pub transferred: usize,
    }

    /// How many deadlines of ours stand.
    struct DueCounts {
        /// Past.
        pub overdue: usize,
        /// Within 14 days.
        pub within_14d: usize,
        /// Of cases that nobody works on.
        pub nobody: usize,
    }

    /// What a coordinator looks at in the morning, beside what is due.
    struct Morning {
        /// Deadlines of ours that rest on something nobody has confirmed.
        pub unconfirmed: usize,
        /// Hearings and interviews within seven days.
        pub hearings_7d: usize,
        /// Open cases in which no deadline of ours waits.
        pub no_next_step: usize,
        /// Who is away today.
        pub away: Vec<Absence>,
    }

    /// Something that needs a person.
    struct Need {
        /// Stable id.
        pub id: String,
        /// In words.
        pub message: String,
        /// What the words fill in.
        #[serde(skip)]
        pub args: BTreeMap<String, String>,
    }

    /// How the member's key stands.
    struct LockState {
        /// `unlocked`, `locked`, `asks` (nothing can be kept: each command asks) or `open` (without a passphrase).
        pub state: String,
        /// Unlocked: after how long without use it locks.
        pub idle_seconds: Option<u64>,
        /// Unlocked: after how long it locks at the latest.
        pub seconds_left: Option<u64>,
        /// For people: when that is.
        #[serde(skip)]
        pub until: Option<DateTime<FixedOffset>>,
    }

    /// `unlock`, `lock`.
    struct Lock {
        /// `nansen.lock/1`
        pub schema: &'static str,
        /// How the key stands now.
        pub lock: LockState,
        /// `lock`: a key was kept.
        pub was_unlocked: bool,
    }

    /// What `panic` would lose.
    struct AtPanic {
        /// What opens the store then: `card`, `member`.
        pub restored_by: Vec<String>,
        /// Cases that nothing would open any more.
        pub lost_cases: usize,
    }

    /// `panic`.
    struct Panicked {
        /// `nansen.panic/1`
        pub schema: &'static str,
        /// Key files that are gone.
        pub removed: usize,
        /// Of them, those that were overwritten first.
        pub overwritten: usize,
        /// A key was kept, and is forgotten.
        pub was_unlocked: bool,
        /// How many other keys open the store; null where there is none.
        pub others: Option<usize>,
    }

    /// `backup make`.
    struct BackedUp {
        /// `nansen.backup/1`
        pub schema: &'static str,
        /// Bytes of the file.
        pub bytes: u64,
        /// Number of the last commit in it.
        pub commit: u64,
        /// Who can open it.
        pub opens: Vec<String>,
        /// Where it lies, by the alias that was given.
        pub place: Option<String>,
        /// Whether that proves a copy there: not where it is to lie elsewhere or in this office and lies on the store's own disk.
        pub place_proved: Option<bool>,
        /// Older ones in its folder that went: their names.
        pub removed: Vec<String>,
        /// From how many bytes on it was written; nothing where it was from the first.
        pub went_on_at: Option<u64>,
        /// How many commits came to the store since that one.
        pub behind: u64,
    }

    /// An older backup of this store in the folder.
    struct OlderBackup {
        /// The file's name.
        pub file: String,
        /// When it was made.
        pub made: NaiveDate,
        /// It is to go.
        pub goes: bool,
    }

    /// `backup make --keep … --dry-run`.
    struct Thinning {
        /// `nansen.thinning/1`
        pub schema: &'static str,
        /// Nothing was made or removed.
        pub dry_run: bool,
        /// How many other files lie there: nobody touches them.
        pub others: usize,
        /// The newest first.
        pub items: Vec<OlderBackup>,
    }

    /// `backup kept`.
    struct BackupPlace {
        /// `nansen.backup-place/1`
        pub schema: &'static str,
        /// The place.
        pub place: String,
        /// How far from here.
        pub r#where: Whereabouts,
        /// The number of the last commit in the backup.
        pub commit: u64,
        /// The copy was read to its end and is what was made.
        pub verified: bool,
        /// The day of the newest backup of which a proven copy lies outside the office.
        pub last_elsewhere: Option<NaiveDate>,
    }

    /// Where a copy of a backup lies.
    struct KeptCopy {
        /// The place.
        pub place: String,
        /// How far from here.
        pub r#where: Whereabouts,
        /// When the backup was made.
        pub backup: Option<NaiveDate>,
        /// So many days ago.
        pub days: Option<i64>,
        /// When it was said that the copy lies there.
        pub said: NaiveDate,
        /// When the copy was read to its end, or the recovery card opened the backup; null where nobody did.
        pub proved: Option<NaiveDate>,
    }

    /// `backup kept` without a place.
    struct BackupPlaces {
        /// `nansen.backup-places/1`
        pub schema: &'static str,
        /// The day of the newest backup of which a proven copy lies outside the office.
        pub last_elsewhere: Option<NaiveDate>,
        /// By place.
        pub items: Vec<KeptCopy>,
    }

    /// `backup restore`.
    struct Restored {
        /// `nansen.restored/1`
        pub schema: &'static str,
        /// Events in it, all of which were checked.
        pub events: u64,
        /// Cases.
        pub cases: u64,
        /// As whom the key opens it.
        pub member: String,
        /// When the last event was recorded: what came later is not in it.
        pub last_recorded: Option<DateTime<Utc>>,
        /// For people: where it is.
        #[serde(skip)]
        pub store: String,
    }

    /// `backup drill`.
    struct Drilled {
        /// `nansen.drill/1`
        pub schema: &'static str,
        /// Events in the backup, all of which were checked.
        pub events: u64,
        /// Commits of this store that came after it.
        pub behind: u64,
        /// Whether it is the last backup: only then `status` counts it.
        pub last: bool,
    }

    /// `status`.
    struct Status {
        /// `nansen.status/1`
        pub schema: &'static str,
        /// The day it is computed for.
        pub as_of: NaiveDate,
        /// How many people can open the store.
        pub members: usize,
        /// Who can open the store, the card among them.
        pub opens_store: Vec<String>,
        /// Who can open names.
        pub opens_names: Vec<String>,
        /// Since when it is these.
        pub names_since: Option<NaiveDate>,
        /// Who said that it is these.
        pub names_by: Option<String>,
        /// Who can open telephones and addresses, beside the holders of the seal keys.
        pub contact: ContactRule,
        /// Cases.
        pub cases: CaseCounts,
        /// Deadlines.
        pub due: DueCounts,
        /// What else there is to see in the morning.
        pub morning: Morning,
        /// How many closed cases have passed their period.
        pub retention: RetentionCounts,
        /// How far the control log of deadlines was looked over.
        pub log: LogStanding,
        /// The day of the last backup.
        pub last_backup: Option<NaiveDate>,
        /// The day on which the recovery card was last proved to open one.
        pub last_drill: Option<NaiveDate>,
        /// The day of the newest backup of which a proven copy lies outside this office.
        pub last_elsewhere: Option<NaiveDate>,
        /// What needs a person.
        pub needs: Vec<Need>,
        /// When the key locks.
        pub lock: Option<LockState>,
        /// What `panic` would lose now.
        pub panic: AtPanic,
    }

    /// `store info`.
    struct StoreInfo {
        /// `nansen.store/1`
        pub schema: &'static str,
        /// The format's number.
        pub format: u32,
        /// The program's version.
        pub program: String,
        /// Events.
        pub events: u64,
        /// Cases.
        pub cases: u64,
        /// Streams.
        pub streams: u64,
        /// Bytes on the disk.
        pub bytes: u64,
        /// When the last event was recorded.
        pub last_recorded: Option<DateTime<Utc>>,
        /// For people: where the store is.
        #[serde(skip)]
        pub store: String,
    }

    /// Something `store verify` found.
    struct Finding {
        /// Stable id (`chain.broken`).
        pub id: String,
        /// In words.
        pub message: String,
        /// What the words fill in.
        #[serde(skip)]
        pub args: BTreeMap<String, String>,
    }

    /// `store verify`.
    struct Verified {
        /// `nansen.verify/1`
        pub schema: &'static str,
        /// Nothing is damaged.
        pub ok: bool,
        /// Events read.
        pub events: u64,
        /// What was found.
        pub findings: Vec<Finding>,
        /// `--quick`: the indexes were left out.
        #[serde(skip)]
        pub quick: bool,
    }

    /// One member.
    struct Member {
        /// Alias.
        pub member: String,
        /// `store`, `identities`.
        pub opens: Vec<String>,
        /// Since when.
        pub since: NaiveDate,
        /// Who said so.
        pub by: String,
        /// Six words by which people compare the key; none where the store does not know it.
        pub words: Option<String>,
        /// The last day this member recorded something.
        pub last_seen: Option<NaiveDate>,
    }

    /// `key list`.
    struct Members {
        /// `nansen.members/1`
        pub schema: &'static str,
        /// By alias.
        pub items: Vec<Member>,
    }

    /// `key add|remove|rotate`.
    struct KeyChange {
        /// `nansen.keys-changed/1`
        pub schema: &'static str,
        /// False where it was only asked what would be.
        pub done: bool,
        /// Who was added.
        pub added: Option<String>,
        /// Who was removed.
        pub removed: Option<String>,
        /// Whose key is another one from now on.
        pub replaced: Vec<String>,
        /// There is a new recovery card.
        pub card: bool,
        /// Who can open the store from now on; empty where that stays as it was.
        pub members: Vec<String>,
        /// Others can open names from now on.
        pub names: bool,
        /// The new epoch, where the store got new keys.
        pub epoch: Option<u32>,
        /// How many keys of cases were wrapped anew, the office's own among them.
        pub case_keys: u64,
        /// Open cases of whoever was removed.
        pub assigned: usize,
        /// Members who are or will be away, to whose cases nobody sees then.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        pub left_alone: BTreeSet<String>,
    }

    /// `key generate`.
    struct Key {
        /// `nansen.key/1`
        pub schema: &'static str,
        /// The public half: confidential, but no secret.
        pub recipient: String,
        /// Six words by which people compare it.
        pub words: String,
    }

    /// `init`.
    struct Made {
        /// `nansen.made/1`
        pub schema: &'static str,
        /// The first member.
        pub member: String,
        /// A recovery card exists.
        pub recovery: bool,
        /// Who can open telephones and addresses, beside the holders of the seal keys.
        pub contact: ContactRule,
        /// How many keys open names; while there are none, nothing can be sealed.
        pub holders: usize,
        /// For people: the one key lies on three cards.
        #[serde(skip)]
        pub shares: bool,
        /// For people: where the store is.
        #[serde(skip)]
        pub store: String,
        /// For people: where the key is.
        #[serde(skip)]
        pub key: String,
    }
}
