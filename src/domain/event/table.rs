//! A table that left, with all that is needed to make it again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::event::Alias;

/// A table left the store. What it counted is what the history said before this entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableLeft {
    /// `R2026-007`. One number stands twice where the same table left again.
    pub number: String,
    /// To whom: press, donor, report, authority or a text.
    pub to: String,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// The question.
    pub asked: TableAsked,
    /// The day it was asked for.
    pub day: NaiveDate,
    /// Why small numbers were shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// What each cell printed.
    pub cells: Vec<(Vec<String>, String)>,
    /// How many there were in each inner cell that held something: the check of later tables starts here where a case was erased.
    pub counts: Vec<(Vec<String>, u64)>,
    /// BLAKE3 of the printed cells as JSON, in hexadecimal.
    pub digest: String,
    /// It was compared with each earlier table alone, because all at once was more than could be spent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pairwise: bool,
    /// It was published before the ledger began, or beside it, and entered afterwards.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub added: bool,
    /// Who proposed it, where another member approved: this entry is theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_by: Option<Alias>,
    /// Why they approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<String>,
    /// Times that were told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<TimeTold>,
    /// Of a list of cases: what the ids of its lines are made of, drawn when it first left; none where its lines have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ids: Option<String>,
    /// How many have a known time, as the check takes it for printed: what is told of times follows from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timed: Vec<(Vec<String>, String)>,
}

/// Fewer than so many persons are small in what leaves this store, until it is said anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThresholdSet {
    /// So many.
    pub persons: i64,
    /// Why, where it is fewer than before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// It waits for another member, and holds nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub proposed: bool,
    /// Who proposed it, where another member approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_by: Option<Alias>,
    /// Why they approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<String>,
}

/// A time that was asked for of a part of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeTold {
    /// The value of the first dimension, `total` of all.
    pub part: String,
    /// `lower`, `median`, `upper`, `ninetieth`
    pub quantile: String,
    /// How long, and in what: `weeks` or `months`; nothing where it may not be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<(u32, String)>,
}

/// A table with small numbers shown that waits for another member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableProposed {
    /// The number that it will have.
    pub number: String,
    /// To whom.
    pub to: String,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// The question.
    pub asked: TableAsked,
    /// The day it is asked for.
    pub day: NaiveDate,
    /// Why small numbers are to be shown.
    pub because: String,
    /// Shares to print beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<String>,
}

/// The groups above each value, the largest first.
pub type Above = Vec<(String, Vec<String>)>;

/// A question in canonical form, and how its table was to be protected.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableAsked {
    /// What is counted.
    pub unit: String,
    /// By what.
    pub by: Vec<String>,
    /// Values admitted, by dimension.
    pub filters: Vec<(String, Vec<String>)>,
    /// First and last year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<(i32, i32)>,
    /// The day, where one was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<NaiveDate>,
    /// Fewer than so many persons are small.
    pub threshold: i64,
    /// Every number to the nearest five.
    pub rounded: bool,
    /// What readers can work out is told.
    pub intervals: bool,
    /// Values counted as one, by dimension.
    pub combined: Vec<(String, Vec<String>)>,
    /// The groups above each value, by dimension.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<(String, Above)>,
    /// Cells withheld on wish.
    pub withhold: Vec<Vec<String>>,
    /// Small cells shown on a decision of the office.
    pub show: Vec<Vec<String>>,
    /// How long it took to the first decision was asked, too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub median: bool,
    /// Numbers of a field of the office's own are counted in bands; not in tables from before that was done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bands: bool,
    /// It is a list of cases, and its cells are its lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Box<ListAsked>>,
}

/// What was asked of a list of cases.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListAsked {
    /// Cases that look alike, at least.
    pub k: usize,
    /// Anybody may have it.
    pub is_public: bool,
    /// Columns that were to stay fine.
    pub keep: Vec<String>,
    /// Columns that were left out.
    pub without: Vec<String>,
    /// Whether single values of cases that stand out were blanked; not in lists from before that was done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_blank: bool,
}
