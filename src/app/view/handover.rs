//! What is shown of a case that goes to another office, or came from one.

use chrono::{DateTime, NaiveDate, Utc};

use super::view;

view! {
    /// `case export`.
    struct HandedOver {
        /// `nansen.handed-over/1`
        pub schema: &'static str,
        /// The case number.
        pub case: String,
        /// Its callsign.
        pub callsign: String,
        /// The name of the hand-over, by which its receipt is known.
        pub handover: String,
        /// The last day on which it is taken.
        pub until: NaiveDate,
        /// Entries that go along.
        pub entries: u64,
        /// Persons whose names go along, sealed.
        pub identities: u16,
        /// Envelopes that none of the keys given opened: what they hold does not go along.
        pub closed: usize,
        /// Six words of the key that signed it: what the other office sees must be the same.
        pub signed_by: String,
        /// BLAKE3 of what is signed.
        pub digest: String,
        /// What does not go along.
        pub stays: StaysHere,
    }

    /// An entry as the origin recorded it.
    struct OriginEntry {
        /// Its id there.
        pub event: String,
        /// What it is.
        pub kind: String,
        /// When it was recorded there.
        pub recorded_at: DateTime<Utc>,
        /// By which member there.
        pub by: String,
        /// Of which of its streams.
        pub stream: String,
        /// Its place in the stream.
        pub number: u64,
    }

    /// `case import`, `case origin`.
    struct TakenOver {
        /// `nansen.taken-over/1`
        pub schema: &'static str,
        /// Its number here; null where it was only looked at.
        pub case: Option<String>,
        /// Its callsign here.
        pub callsign: Option<String>,
        /// The name of the hand-over.
        pub handover: String,
        /// When it was handed over.
        pub made: NaiveDate,
        /// The last day on which it is taken.
        pub until: NaiveDate,
        /// Six words of the key that signed it.
        pub signed_by: String,
        /// BLAKE3 of what is signed.
        pub digest: String,
        /// Entries that stayed with the giver.
        pub left_out: usize,
        /// Entries out of which the giver cut what is of its office alone: its signature alone vouches for what is left.
        pub cut: usize,
        /// Persons whose names came, sealed.
        pub identities: usize,
        /// Nothing was written.
        pub dry_run: bool,
        /// It was here already.
        pub already_there: bool,
        /// The origin's chain, checked.
        pub entries: Vec<OriginEntry>,
    }

    /// `case receipt`.
    struct Receipted {
        /// `nansen.receipted/1`
        pub schema: &'static str,
        /// The case number.
        pub case: String,
        /// Its callsign.
        pub callsign: String,
        /// The name of the hand-over.
        pub handover: String,
        /// When the other office took it.
        pub received: NaiveDate,
        /// Entries recorded here since it was handed over: the other office does not have them.
        pub since: usize,
        /// It was written down before.
        pub already_there: bool,
        /// The case is closed here.
        pub closed: bool,
    }
}

/// Entries that do not go along, by why.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StaysHere {
    /// Sealed to keys of ours.
    pub sealed: usize,
    /// Ties to other cases.
    pub links: usize,
    /// Fields that only this office declares.
    pub own_fields: usize,
    /// Who works on it here.
    pub desk: usize,
    /// What only a newer program reads.
    pub unknown: usize,
    /// What was taken back or replaced, and what hung on it.
    pub taken_back: usize,
    /// Entries that go along without what is of this office alone.
    pub cut: usize,
    /// Others: earlier hand-overs, attachments, and what speaks of any of these.
    pub others: usize,
}
