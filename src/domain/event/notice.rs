//! What an office knows of a country of origin, which it would else write as a note into many cases.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::EventId;

/// Something holds for everybody from a country, under one law or under all.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeAdded {
    /// The country of origin: ISO 3166-1 alpha-2 in capitals, `stateless` or `unknown`.
    pub origin: String,
    /// The country or body whose law it is about; all where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jurisdiction: Option<String>,
    /// From when on.
    pub date: PartialDate,
    /// Where it was read or heard, as a code of the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What holds; it never came by an argument.
    pub text: String,
}

impl fmt::Debug for NoticeAdded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NoticeAdded(…)")
    }
}

/// It holds no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeEnded {
    /// Which.
    pub on: EventId,
    /// From when on.
    pub date: PartialDate,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}
