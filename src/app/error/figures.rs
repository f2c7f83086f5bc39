//! Why figures do not leave, and what may leave instead.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::app::error::AppError;
use crate::app::stats::Query;
use crate::disclosure::ledger::What;

/// A table that may not leave, and what may in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub why: Withheld,
    /// Fewer than so many persons are small.
    pub threshold: i64,
    /// What was asked.
    pub asked: Query,
    /// What of it may be said in a sentence.
    pub told: Option<Told>,
    /// How far those of the small cell agreed to be made public, where that is not all of them.
    pub agreed: Option<Consented>,
    /// What was found just now to be able to leave.
    pub offers: Vec<Offer>,
    /// What was tried just now, whether it may leave or not.
    pub tried: BTreeSet<Tried>,
    /// Whether somebody is counted who was in none of the tables that it does not go with: else something was corrected, or
    /// recorded later of the same people.
    pub came: bool,
    /// Whether it is enough to wait until more have come.
    pub waits: bool,
}

/// What is tried in the place of a table that may not leave, in the order in which it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tried {
    /// An earlier day.
    Day,
    /// Other years.
    Years,
    /// Values counted as one.
    Combined,
    /// The cell in question withheld.
    Cell,
    /// The total withheld.
    Total,
    /// A small number with its marker.
    Marker,
    /// A small number shown on a decision.
    Decided,
    /// Coarser values.
    Coarser,
    /// Fewer dimensions.
    Dimensions,
    /// What a condition asks for as a dimension.
    AsDimension,
    /// Fewer conditions.
    Conditions,
    /// Every number to the nearest five.
    Rounded,
}

/// A sentence that may leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Of so many
    pub total: u64,
    /// so many in this cell,
    pub both: (Vec<String>, u64),
    /// few of them in this one,
    pub small: Vec<String>,
    /// and so many in the others.
    pub others: Vec<(Vec<String>, u64)>,
}

/// What may leave in the place of a table, and how it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What.
    pub what: Offered,
    /// The options, which go beside what was typed.
    pub option: String,
    /// In the place of which of what was typed.
    pub instead_of: Vec<&'static str>,
}

impl Offer {
    /// What may leave with an option more.
    pub fn new(what: Offered, option: impl Into<String>) -> Self {
        Self {
            what,
            option: option.into(),
            instead_of: Vec::new(),
        }
    }

    /// Without these of what was typed.
    #[must_use]
    pub fn without(mut self, typed: impl IntoIterator<Item = &'static str>) -> Self {
        self.instead_of.extend(typed);
        self
    }
}

/// What may leave in the place of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offered {
    /// The small cell with its marker.
    Fewer {
        /// Which.
        key: Vec<String>,
        /// A cell that is withheld for it, and what readers work out of that.
        beside: Option<(Vec<String>, u64, u64)>,
    },
    /// Two values as one.
    Combined {
        /// The cell of both.
        key: Vec<String>,
        /// How many.
        number: u64,
    },
    /// More years.
    Longer {
        /// Which.
        period: (i32, i32),
        /// The cell.
        key: Vec<String>,
        /// How many.
        number: u64,
        /// Whether nothing is withheld then.
        all: bool,
    },
    /// Without a condition.
    Wider {
        /// On what.
        dimension: String,
        /// The cell.
        key: Vec<String>,
        /// How many.
        number: u64,
        /// Whether nothing is withheld then.
        all: bool,
    },
    /// With the consent of all those concerned.
    Consented,
    /// All the same, for a reason.
    Decided,
    /// As of the day of a table that left.
    AsOf {
        /// The day.
        day: NaiveDate,
        /// The table.
        release: String,
    },
    /// About the years of a table that left.
    Years {
        /// The table.
        release: String,
    },
    /// With cells withheld.
    Without {
        /// Which.
        keys: Vec<Vec<String>>,
    },
    /// With another cell withheld in the place of one.
    Another {
        /// Which is withheld.
        key: Vec<String>,
        /// Which is shown.
        shown: Vec<String>,
    },
    /// Without a dimension.
    Coarser {
        /// Which.
        dimension: String,
    },
    /// Without a condition, whatever it then says.
    Conditions {
        /// On what.
        dimension: String,
    },
    /// By what a condition asks for, in its place.
    AsDimension {
        /// Which.
        dimension: String,
    },
    /// By what is coarser.
    Under {
        /// In the place of which dimension.
        dimension: String,
        /// By which.
        coarser: String,
    },
    /// As of an earlier day.
    Earlier {
        /// Which.
        day: NaiveDate,
    },
    /// To the nearest five.
    Rounded,
    /// In the program's own codes, with every form that was granted.
    OwnCodes,
}

/// How many of those concerned agreed to be made public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consented {
    /// Nobody.
    None,
    /// Some, not all.
    Some,
    /// All.
    All,
}

impl From<Withheld> for AppError {
    fn from(why: Withheld) -> Self {
        Self::Withheld(Box::new(Refusal {
            why,
            threshold: 0,
            asked: Query::default(),
            told: None,
            agreed: None,
            offers: Vec::new(),
            tried: BTreeSet::new(),
            came: true,
            waits: false,
        }))
    }
}

/// Why a table may not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withheld {
    /// Nothing that may be withheld protects this cell.
    Bare(Vec<String>),
    /// A small cell was to be shown, and nobody said why.
    Small(Vec<String>),
    /// A cell that is not small and yet withheld for its own sake was to be shown, and nobody said why.
    Kept(Vec<String>),
    /// A cell was to be shown of which the office has nothing to decide: what keeps it is another one.
    NotSmall(Vec<String>),
    /// Together with tables that left before it would tell of single people.
    Beside {
        /// Which, with the day of each and to whom it left.
        with: Vec<(String, NaiveDate, String)>,
        /// What the difference tells of.
        what: What,
        /// The cell.
        key: Vec<String>,
        /// Those of them that tell of their own cells by themselves what they meant to withhold.
        telling: Vec<String>,
        /// Tables of others are among those that left before, and all of them could not be shown to keep it without this one.
        lost_before: bool,
    },
    /// A condition on this sensitive dimension would tell what nearly all of a line are.
    Condition(String),
    /// Columns of another body have no place for some of what was granted.
    NoCode {
        /// The dimension.
        dimension: String,
        /// The forms.
        forms: Vec<String>,
    },
    /// Too many cells or dimensions.
    Large,
    /// It could not be proved within what may be spent.
    Costly,
}
