//! What is shown of the store and of those who open it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::view;

view! {
    /// How many cases there are.
    struct CaseCounts {
        /// Open ones.
        pub open: usize,
        /// Closed ones.
        pub closed: usize,
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

    /// `status`.
    struct Status {
        /// `nansen.status/1`
        pub schema: &'static str,
        /// The day it is computed for.
        pub as_of: NaiveDate,
        /// Who can open the store.
        pub members: usize,
        /// Cases.
        pub cases: CaseCounts,
        /// Deadlines.
        pub due: DueCounts,
        /// The last backup; there are none yet.
        pub last_backup: Option<NaiveDate>,
        /// The last restore drill; there are none yet.
        pub last_drill: Option<NaiveDate>,
        /// What needs a person.
        pub needs: Vec<Need>,
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

    /// `key generate`.
    struct Key {
        /// `nansen.key/1`
        pub schema: &'static str,
        /// The public half: confidential, but no secret.
        pub recipient: String,
    }

    /// `init`.
    struct Made {
        /// `nansen.made/1`
        pub schema: &'static str,
        /// The first member.
        pub member: String,
        /// A recovery card exists.
        pub recovery: bool,
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
