//! What is shown of figures.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::view;
use crate::domain::event::{Above, Step};

view! {
    /// One cell of a table.
    struct Cell {
        /// One value a dimension; `total` where it sums over it.
        pub key: Vec<String>,
        /// The number; null where it is withheld.
        pub value: Option<u64>,
        /// The number or its marker.
        pub shown: String,
        /// `small`, `complementary`, `line`, `rounded`, `override`, or null.
        pub why: Option<String>,
        /// The least and the most that readers can work out, where that was asked for.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub interval: Option<(u64, Option<u64>)>,
    }

    /// A number, told as far as it may be.
    struct Count {
        /// The number; null where only its span may leave.
        pub value: Option<u64>,
        /// The number, or its span (`5-9`).
        pub shown: String,
    }

    /// What the persons of the store said about being counted, as it stands now, whatever the question is.
    struct Consents {
        /// Counted, and never asked; where a table does not say that there are as many persons, `more_than_half` or
        /// `half_or_fewer` of those who are counted.
        pub never_asked: Count,
        /// Refused or withdrew: in no table.
        pub left_out: Count,
    }

    /// How a released table was checked.
    struct TableCheck {
        /// `proved`
        pub state: &'static str,
        /// Complete tables that agree with everything printed: two for each number that prints as small.
        pub witnesses: usize,
        /// With how many tables that left before it was compared.
        pub releases_compared: usize,
        /// `joint`: with all of them at once; `pairwise`: with each of them alone, because that was too much; `alone`: with
        /// none, and so few people count so often in it that later tables may be refused because of it.
        pub scope: &'static str,
    }

    /// A share, computed from what the table shows.
    struct TableRate {
        /// Of which part of the table, one value a dimension; `total` where it is of all.
        pub key: Vec<String>,
        /// `positive/decided`
        pub rate: String,
        /// Of which dimension its values are.
        pub dimension: String,
        /// Which values are summed above the line and below it.
        pub formula: String,
        /// What the table shows above the line: a number, its marker, or a span.
        pub numerator: String,
        /// What it shows below the line.
        pub denominator: String,
        /// The least and the most that it can be, in tenths of a per cent; null where nothing is told.
        pub tenths: Option<(i64, i64)>,
        /// Whether the tenths count.
        pub fine: bool,
        /// Why nothing is told, where it is for how the table was asked: `merged`, values counted as one with others.
        pub why: Option<String>,
    }

    /// A time that half, or another share, of those observed did not exceed.
    struct TableTime {
        /// Of which part of the table; `total` of all.
        pub key: Vec<String>,
        /// `days-to-decision`
        pub what: String,
        /// `lower`, `median`, `upper`, `ninetieth`
        pub quantile: String,
        /// How long; null where too few persons or cases stand on either side.
        pub value: Option<u32>,
        /// `weeks`, or `months` from a year on.
        pub unit: Option<String>,
        /// How many of that part are decided and have both days known; where a time of it is told, and that may be.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub decided: Option<u64>,
    }

    /// `stats show` and `stats release`.
    struct Table {
        /// `nansen.table/1`
        pub schema: &'static str,
        /// Whether it may leave as it stands.
        pub releasable: bool,
        /// What is counted.
        pub unit: String,
        /// By what.
        pub dimensions: Vec<String>,
        /// The number of the release.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub release: Option<String>,
        /// Fewer than so many persons are small.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub threshold: Option<i64>,
        /// As of which day; of `stats show` where one was named.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub as_of: Option<NaiveDate>,
        /// Only these values, by dimension.
        #[serde(default, rename = "where", skip_serializing_if = "BTreeMap::is_empty")]
        pub filters: BTreeMap<String, Vec<String>>,
        /// Only these years: `2004-2014`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub period: Option<String>,
        /// How many are counted in all, as the table prints it.
        pub population: Count,
        /// How many of them have no value in a dimension of the table, as the table prints it.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub unknown: BTreeMap<String, Count>,
        /// To the nearest how many every number is rounded.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub rounded: Option<u32>,
        /// The values of each group, by dimension.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub groups: BTreeMap<String, BTreeMap<String, Vec<String>>>,
        /// The groups above each value of these dimensions, the largest first.
        #[serde(skip)]
        pub above: Vec<(String, Above)>,
        /// How it was checked.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub check: Option<TableCheck>,
        /// By key.
        pub cells: Vec<Cell>,
        /// Beside a table of what was ever granted: who still has it, by `protection_now`. Of `stats show` alone: what leaves is
        /// asked for as a table of its own.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub protection_now: Vec<Cell>,
        /// Shares, where they were asked for.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub rates: Vec<TableRate>,
        /// Times, where they were asked for.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub times: Vec<TableTime>,
        /// Who was asked, and who is left out.
        pub consent: Consents,
        /// How many persons of the store are in no table because another office has their case now, and counts them.
        pub handed_over: Count,
        /// Message texts.
        pub notes: Vec<String>,
        /// What the notes are made of.
        #[serde(skip)]
        pub note_steps: Vec<Step>,
        /// The cells that notes name, by the text of the note.
        #[serde(skip)]
        pub note_cells: BTreeMap<String, Vec<Vec<String>>>,
        /// It waits for another member, and has not left.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub proposed: bool,
        /// Whether it was judged alone, and nothing left.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub trial: bool,
        /// To whom it was released.
        #[serde(skip)]
        pub released_to: Option<String>,
        /// The day that a file of it says it was made on: of what leaves again the day on which it first left.
        #[serde(skip)]
        pub day: NaiveDate,
    }

    /// A column of a list without names.
    struct AnonymousColumn {
        /// Its name.
        pub column: String,
        /// How fine it is; `*`: it says nothing.
        pub told: String,
    }

    /// `export anonymous`
    struct AnonymousList {
        /// `nansen.anonymous/1`
        pub schema: &'static str,
        /// The number of the release.
        pub release: Option<String>,
        /// To whom.
        pub to: String,
        /// Cases that look alike, at least.
        pub k: usize,
        /// How many cases are on it.
        pub lines: usize,
        /// How many lines have a value that was blanked because their cases stand out.
        pub blanked: usize,
        /// How many cases were left out because they stand out.
        pub left_out: usize,
        /// The fewest cases that look alike: the chance of picking the right one is one in so many.
        pub smallest: usize,
        /// How many cases look like fewer than ten.
        pub in_small_classes: usize,
        /// How many small numbers its lines show, which later tables cannot protect any more.
        pub small_numbers: usize,
        /// With how many releases it was compared.
        pub releases_compared: usize,
        /// Its columns.
        pub columns: Vec<AnonymousColumn>,
        /// Whether it waits for another member, and nothing left.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub proposed: bool,
    }

    /// A table that left.
    struct LedgerItem {
        /// Its number.
        pub release: String,
        /// When it left.
        pub at: DateTime<Utc>,
        /// Who let it.
        pub member: String,
        /// To whom.
        pub to: String,
        /// What for.
        pub purpose: Option<String>,
        /// What was counted.
        pub unit: String,
        /// By what.
        pub dimensions: Vec<String>,
        /// Only these values, by dimension.
        #[serde(default, rename = "where", skip_serializing_if = "BTreeMap::is_empty")]
        pub filters: BTreeMap<String, Vec<String>>,
        /// Only these years.
        pub period: Option<String>,
        /// The day, where one was named.
        pub as_of: Option<NaiveDate>,
        /// Fewer than so many persons were small.
        pub threshold: i64,
        /// Whether every number was rounded.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub rounded: bool,
        /// Whether it was compared with each earlier one alone.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub pairwise: bool,
        /// Whether it was published elsewhere and entered afterwards.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub added: bool,
        /// How many cells it had.
        pub cells: usize,
        /// How many of them printed no number.
        pub withheld: usize,
        /// Small cells that were shown on a decision.
        pub overridden: Vec<Vec<String>>,
        /// Why.
        pub because: Option<String>,
        /// Who proposed it, where another member approved.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub proposed_by: Option<String>,
        /// Why they approved.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub approved: Option<String>,
        /// The table as it was printed; of a number that was named.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub table: Option<Vec<Cell>>,
        /// The groups above each value of its dimensions, the largest first.
        #[serde(skip)]
        pub above: Vec<(String, Above)>,
        /// Of a table that was published elsewhere, where its number was named: the cells that it withholds and of which its own numbers tell more than
        /// their markers. That is known, and asked about no more.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub told: Vec<Vec<String>>,
        /// `stats verify`: `same`, `added` (it was published elsewhere), `erased` (a case it counted was erased since) or `differs`; null in `stats ledger`.
        /// In both `taken_back`: it was entered by mistake, and counts in the check no more.
        pub state: Option<&'static str>,
        /// Who said so, when and why.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub taken_back: Option<TakenBack>,
    }

    /// That a table was entered by mistake.
    struct TakenBack {
        /// When it was said.
        pub at: DateTime<Utc>,
        /// Who said it.
        pub member: String,
        /// Why; null where it was taken back by `undo`.
        pub because: Option<String>,
    }

    /// `stats threshold`.
    struct Threshold {
        /// `nansen.stats-threshold/1`
        pub schema: &'static str,
        /// Fewer than so many persons are small in what leaves.
        pub threshold: i64,
        /// When the office said so; null where it never did.
        pub at: Option<DateTime<Utc>>,
        /// Who said so.
        pub member: Option<String>,
        /// Why, where it was less than before.
        pub because: Option<String>,
        /// Who proposed it, where another member approved.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub proposed_by: Option<String>,
        /// Why they approved.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub approved: Option<String>,
        /// What waits for another member.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub waits: Option<i64>,
    }

    /// What came of checking all that left, together.
    struct Together {
        /// `holds`; `open`, where it could not be proved within what may be spent; `given_away`; `moved`, where persons are
        /// counted in other cases now and nobody said in which; `erased`, where cases were erased and it can be told no more.
        pub state: &'static str,
        /// How many tables.
        pub releases: usize,
        /// The table whose cell is given away.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub release: Option<String>,
        /// The cell.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub key: Option<Vec<String>>,
    }

    /// What the check of what left knows, or does not.
    struct Limit {
        /// Which.
        pub id: String,
        /// In English.
        pub message: String,
    }

    /// `stats ledger --limits`.
    struct Limits {
        /// `nansen.ledger-limits/1`
        pub schema: &'static str,
        /// One after the other.
        pub items: Vec<Limit>,
    }

    /// `stats ledger` and `stats verify`.
    struct Ledger {
        /// `nansen.ledger/1`
        pub schema: &'static str,
        /// Fewer than so many persons are small in what leaves now.
        pub threshold: i64,
        /// In the order in which they left.
        pub items: Vec<LedgerItem>,
        /// What has not left: it waits for another member than who proposed it. Of `stats ledger` alone.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub waiting: Vec<Waiting>,
        /// `stats verify` of all: whether they still hold together.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub together: Option<Together>,
        /// `stats ledger --add`: numbers of the table that was entered that differ by few from those of tables of the same
        /// people on the same day.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub close: Vec<Close>,
    }

    /// That a proposal waits no more, and nothing left.
    struct Declined {
        /// `nansen.release-declined/1`
        pub schema: &'static str,
        /// The number that it would have had.
        pub release: String,
        /// Who proposed it.
        pub proposed_by: String,
        /// Why it does not leave.
        pub because: String,
    }

    /// A table, or a list of cases, that one member proposed and that leaves when another approves.
    struct Waiting {
        /// The number that it will have.
        pub release: String,
        /// When it was proposed.
        pub at: DateTime<Utc>,
        /// Who proposed it.
        pub member: String,
        /// To whom it is to go.
        pub to: String,
        /// What for.
        pub purpose: Option<String>,
        /// What it counts.
        pub unit: String,
        /// By what.
        pub dimensions: Vec<String>,
        /// Only these values, by dimension.
        #[serde(default, rename = "where", skip_serializing_if = "BTreeMap::is_empty")]
        pub filters: BTreeMap<String, Vec<String>>,
        /// Only these years.
        pub period: Option<String>,
        /// The day as of which it counts.
        pub as_of: NaiveDate,
        /// Fewer than so many persons are small in it.
        pub threshold: i64,
        /// Whether every number is rounded.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub rounded: bool,
        /// Whether it is a list of cases (`export anonymous --approve`).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub list: bool,
        /// Small cells that it would show; of a list its lines.
        pub show: Vec<Vec<String>>,
        /// Why.
        pub because: String,
        /// Shares that it would have beside it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub rates: Vec<String>,
    }

    /// Two numbers of the same people that differ by few.
    struct Close {
        /// The values that they have, by dimension.
        pub of: BTreeMap<String, String>,
        /// What the entered table says.
        pub shown: u64,
        /// The other table.
        pub beside: String,
        /// What it says.
        pub beside_shown: u64,
    }
}
