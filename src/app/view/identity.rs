//! What is shown of sealed identities: that they exist, to whom they are sealed, who opened them. Never what they hold.

use chrono::{DateTime, NaiveDate, Utc};

use super::view;
use crate::domain::code::{ContactRule, NotShared};

view! {
    /// `identity seal`.
    struct Sealed {
        /// `nansen.sealed/1`
        pub schema: &'static str,
        /// The case number.
        pub case: String,
        /// Its callsign.
        pub callsign: String,
        /// The event.
        pub event: String,
        /// How many envelopes the case has now.
        pub envelopes: u32,
        /// How many keys open it.
        pub holders: usize,
        /// Whether the key of whoever sealed it is one of them.
        pub mine: bool,
        /// The member that can open telephone and address.
        pub contact: Option<String>,
        /// Why none can, where there is a telephone or an address.
        pub not_shared: Option<NotShared>,
    }

    /// `key contact`.
    struct ContactSet {
        /// `nansen.contact/1`
        pub schema: &'static str,
        /// Who can open telephones and addresses from now on, beside the holders of the seal keys.
        pub contact: ContactRule,
    }

    /// `identity contact --to`.
    struct ContactShared {
        /// `nansen.contact-shared/1`
        pub schema: &'static str,
        /// The case number.
        pub case: String,
        /// Its callsign.
        pub callsign: String,
        /// The member that can open them now.
        pub contact: String,
        /// How many envelopes none of the keys opens; what they hold stayed out.
        pub closed: usize,
    }

    /// `key holders` and `key shares`.
    struct SealGroup {
        /// `nansen.seal-group/1`
        pub schema: &'static str,
        /// Its number, from 1.
        pub group: u32,
        /// How many keys open what is sealed from now on.
        pub holders: usize,
    }

    /// `key kept-elsewhere`.
    struct CardsKept {
        /// `nansen.cards-kept/1`
        pub schema: &'static str,
        /// It was said of the recovery card.
        pub recovery: bool,
        /// The seal group of whose keys it was said.
        pub group: Option<u32>,
    }

    /// One line of `audit`.
    struct Audited {
        /// When it was recorded.
        pub at: DateTime<Utc>,
        /// By whom.
        pub member: String,
        /// `identity.opened`, `table.released`, `table.proposed`, `table.declined`, `table.taken-back`, `member.added`, `member.removed`, `keys.changed`, `seal-group.set`,
        /// `cards.away`, `rules.installed`, `letter.exported`, `list.exported`, `due.exported`, `case.exported`, `calendar.exported`, `archive.exported`, `archive.read`, `contact.opened`, `contact.shared`, `contact.sealed`, `contact.worker`, `document.opened`,
        /// `stats.threshold`.
        pub what: &'static str,
        /// Which member was added or removed, or came to be able to open something; the new threshold; the number of a table.
        pub about: Option<String>,
        /// The case; its id where it is erased.
        pub case: Option<String>,
        /// Which of its persons, where that is another than the first.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// What for.
        pub reason: Option<String>,
        /// In the opener's own words.
        pub because: Option<String>,
    }

    /// `audit`.
    struct Audit {
        /// `nansen.audit/1`
        pub schema: &'static str,
        /// In the order of recording.
        pub items: Vec<Audited>,
    }

    /// A case that may be that of the person looked for.
    struct Matched {
        /// The case number.
        pub case: String,
        /// Its callsign.
        pub callsign: String,
        /// Which of its persons, where the case holds several.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// How alike, in percent.
        pub alike: u8,
        /// By what: `name`, `telephone`, `file_number` or `document`.
        pub by: &'static str,
    }

    /// `identity match`.
    struct Matches {
        /// `nansen.matches/1`
        pub schema: &'static str,
        /// How many cases were looked into.
        pub looked: u32,
        /// How many cases have something that the keys given do not open.
        pub closed: usize,
        /// Cases of which something is damaged, so that no key opens it.
        pub damaged: Vec<String>,
        /// The most alike first.
        pub items: Vec<Matched>,
    }

    /// `identity forget`.
    struct Forgotten {
        /// `nansen.forgotten/1`
        pub schema: &'static str,
        /// The number that the case had.
        pub case: String,
        /// How many entries were destroyed.
        pub events: u64,
        /// The days of the backups in which the case still is.
        pub backups: Vec<NaiveDate>,
    }
}
