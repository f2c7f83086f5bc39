//! What is shown of documents that hang on a case: that they exist, never what they hold.

use chrono::NaiveDate;

use super::view;
use crate::domain::code::{DocumentKind, EntryState};

view! {
    /// `document add`.
    struct DocumentKept {
        /// `nansen.document/1`
        pub schema: &'static str,
        /// The case number.
        pub case: String,
        /// Its callsign.
        pub callsign: String,
        /// Its id: that of the entry.
        pub document: String,
        /// What it is.
        pub kind: DocumentKind,
        /// Whether it is sealed.
        pub sealed: bool,
        /// How many keys open it, where it is.
        pub holders: usize,
        /// `jpeg`, `png`, `pdf`, `office` or `other`.
        pub form: &'static str,
        /// What was taken out of it: `exif`, `xmp`, `iptc`, `icc`, `comment`, `text`, `time`, `thumbnail`, `trailing`, `other`.
        pub removed: Vec<&'static str>,
        /// What it seems to say of itself still: `author`, `creator`, `producer`, `title`, `subject`, `keywords`, `dates`, `xmp`,
        /// `company`, `comment`, `comments`, `changes`, `properties`, `path`, `pictures`, `thumbnail`, `embedded`, `signature`, `unseen`,
        /// `unknown`, `kept`.
        pub told: Vec<&'static str>,
        /// Its length, without what was taken out.
        pub bytes: u64,
        /// The same file hung there already: nothing was written.
        pub already_there: bool,
    }

    /// One line of `document list`.
    struct DocumentLine {
        /// Its id.
        pub document: String,
        /// What it is.
        pub kind: DocumentKind,
        /// The entry that it belongs to.
        pub on: Option<String>,
        /// Whose it is, where the case holds several.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// When it was added.
        pub added: NaiveDate,
        /// By whom.
        pub by: String,
        /// Whether it is sealed.
        pub sealed: bool,
        /// How many bytes are kept: its length, rounded up.
        pub bytes: u64,
        /// Whether it was taken back.
        pub state: EntryState,
    }

    /// `document list`.
    struct Documents {
        /// `nansen.documents/1`
        pub schema: &'static str,
        /// The case number.
        pub case: String,
        /// Its callsign.
        pub callsign: String,
        /// In the order in which they came.
        pub items: Vec<DocumentLine>,
    }
}
