//! What can be wrong with a line that is imported, a cell of a sheet, or the map that says what its columns are.

use chrono::NaiveDate;

use crate::app::act::Unsettled;
use crate::app::fields::Fault;
use crate::domain::check::Objection;
use crate::domain::code::DeadlineState;

/// What is wrong with one line of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFault {
    /// From 1.
    pub line: usize,
    /// What is wrong there.
    pub wrong: LineWrong,
}

/// The ways in which a line can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineWrong {
    /// Not JSON, or not an object.
    NotJson,
    /// No `type`, or one that is unknown.
    Type,
    /// A case line names a case twice, or another line a case that has no line.
    Case,
    /// A field.
    Field(Fault),
    /// It contradicts what stands before it.
    History(Objection),
    /// It would close a case while deadlines of it are open.
    Waits {
        /// How many.
        count: usize,
        /// The first of them: its rule, or what was set by hand.
        first: String,
        /// Its last day.
        due: Option<NaiveDate>,
    },
    /// It would close a case while something is open that would go out of sight.
    Unsettled(Unsettled),
    /// What it says was done about a deadline cannot be.
    Act(ActWrong),
    /// In a row of a sheet.
    Row {
        /// The column, by its letters.
        column: Option<String>,
        /// What.
        wrong: Box<Self>,
    },
    /// What a cell says cannot be understood.
    Cell(CellWrong),
    /// Another column of the row says otherwise of the same.
    Apart {
        /// That column, by its letters.
        other: String,
    },
}

/// Why a line cannot say what was done about a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActWrong {
    /// No deadline is named so.
    Unknown,
    /// So many are.
    Several(usize),
    /// It was settled before.
    Settled(DeadlineState),
    /// More time ends later than there was.
    NotLater {
        /// What the line says.
        until: NaiveDate,
        /// What there was.
        due: NaiveDate,
    },
    /// It is not the person's to file.
    Ours,
    /// Another member must check what this one entered.
    SameMember,
}

/// The ways in which a cell can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellWrong {
    /// No word that the map knows.
    Value,
    /// Not a day.
    Day,
    /// A day that can be two.
    Order,
    /// A year of two digits.
    Pivot,
    /// A year of another calendar.
    Calendar,
    /// A formula's error, or a span of time.
    Bad,
    /// A formula whose result the file does not hold.
    Unreckoned,
    /// A real day where day and month of others had to be said, and that cannot be turned as the map says.
    Swapped,
    /// Another row of the same case says otherwise.
    Differs,
    /// What the row is has no such field.
    NoField,
    /// Nothing stands in the key.
    KeyMissing,
    /// An earlier row has the same key, and each row is a case.
    KeyAgain,
    /// An appeal where nothing was refused before it.
    NoRefusal,
    /// An earlier row tells of the same application.
    ApplicationAgain,
    /// Something was decided or appealed, and no application is told of.
    NoApplication,
    /// The same, where each row is one event.
    NoApplicationRow,
    /// An event of which a row cannot say what it needs.
    NoRow,
    /// An earlier row has the same key, written otherwise.
    KeyAlike,
    /// No member has this alias.
    Member,
    /// A birth that is still to come.
    Future,
}

impl CellWrong {
    /// The id of its sentence.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Value => "import-cell-value",
            Self::Day => "import-cell-day",
            Self::Order => "import-cell-order",
            Self::Pivot => "import-cell-pivot",
            Self::Calendar => "import-cell-calendar",
            Self::Bad => "import-cell-bad",
            Self::Unreckoned => "import-cell-unreckoned",
            Self::Swapped => "import-cell-swapped",
            Self::Differs => "import-cell-differs",
            Self::NoField => "import-cell-no-field",
            Self::KeyMissing => "import-cell-key-missing",
            Self::KeyAgain => "import-cell-key-again",
            Self::NoRefusal => "import-cell-no-refusal",
            Self::NoApplicationRow => "import-cell-no-application-row",
            Self::ApplicationAgain => "import-cell-application-again",
            Self::NoApplication => "import-cell-no-application",
            Self::NoRow => "import-cell-no-row",
            Self::KeyAlike => "import-cell-key-alike",
            Self::Member => "import-cell-member",
            Self::Future => "import-cell-future",
        }
    }
}

/// What is wrong with one place of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapFault {
    /// A column by its letters, or a name of ours.
    pub place: String,
    /// What.
    pub wrong: MapWrong,
}

/// The ways in which a map can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapWrong {
    /// Not such a file, in that line.
    Toml,
    /// A name or a word that stands there before, in that line.
    Twice,
    /// Two words of a column that are compared as one, and mean two things.
    WordTwice,
    /// A map of another sort.
    Schema,
    /// A `?` is left.
    Open,
    /// The order of the days is left open.
    Order,
    /// Real days stand beside texts whose order has to be said.
    RealDays,
    /// Whether numbers without a date's format are days is left open.
    Numbers,
    /// The encoding is left open.
    Encoding,
    /// The calendar of the days is left open.
    Calendar,
    /// The century of years of two digits is left open.
    Century,
    /// Not two digits.
    Pivot,
    /// No word for a register.
    Register,
    /// What its heading says is of persons is taken in the open.
    Personal,
    /// The sheet has no such column.
    NoColumn,
    /// Something stands in that column, and the map says nothing of it.
    Unsaid,
    /// Another heading stands over it.
    Moved,
    /// No such field.
    Use,
    /// A value under `[fixed]` that its field cannot have.
    Fixed,
    /// One column must say what each row is.
    Type,
    /// Rows look like totals, and nobody has said whether they are cases.
    Totals,
}

impl MapWrong {
    /// Whether it is a question that a person has still to answer.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Open
                | Self::Order
                | Self::RealDays
                | Self::Numbers
                | Self::Encoding
                | Self::Calendar
                | Self::Century
                | Self::Unsaid
                | Self::Totals
        )
    }

    /// The id of its sentence.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Toml => "map-toml",
            Self::Twice => "map-twice",
            Self::WordTwice => "map-word-twice",
            Self::Schema => "map-schema",
            Self::Open => "map-open",
            Self::Order => "map-order",
            Self::RealDays => "map-real-days",
            Self::Numbers => "map-numbers",
            Self::Encoding => "map-encoding",
            Self::Calendar => "map-calendar",
            Self::Century => "map-century",
            Self::Pivot => "map-pivot",
            Self::Register => "map-register",
            Self::Personal => "map-personal",
            Self::NoColumn => "map-no-column",
            Self::Unsaid => "map-unsaid",
            Self::Moved => "map-moved",
            Self::Use => "map-use",
            Self::Fixed => "map-fixed",
            Self::Type => "map-type",
            Self::Totals => "map-totals",
        }
    }
}
