//! What is shown of a spreadsheet that is imported.

use chrono::NaiveDate;

use super::view;
use crate::domain::code::SheetFate;

view! {
    /// A row that says something else than what stands.
    struct Contradiction {
        /// The row.
        pub row: usize,
        /// The row by which the case is called.
        #[serde(skip)]
        pub r#ref: String,
        /// The case number.
        pub case: String,
        /// The entry.
        pub event: String,
        /// Its fields that differ.
        pub fields: Vec<String>,
        /// The columns in which they stand.
        pub columns: Vec<String>,
        /// They say whose case it is: it looks like another person under the same key, and nothing of the row was taken.
        pub of_another: bool,
    }

    /// A line that says what a person had recorded.
    struct ByHand {
        /// The row or line.
        pub row: usize,
        /// The case number.
        pub case: String,
        /// The entry.
        pub event: String,
    }

    /// A note in which personal data seem to stand, where every member reads it. What stands there is not told.
    struct NotePersonal {
        /// The row or line.
        pub row: usize,
        /// Of a row: the column, by its letters.
        pub column: Option<String>,
        /// Of what kinds: `email`, `phone`, `birth` …
        pub kinds: Vec<String>,
    }

    /// Words of a column that its map does not list.
    struct KnownWords {
        /// Its letters.
        pub column: String,
        /// How many different ones.
        pub count: usize,
    }

    /// What an earlier sheet said, and this one says no longer.
    struct Gone {
        /// The row; null where the whole case is not in the sheet.
        pub row: Option<usize>,
        /// The case number.
        pub case: String,
        /// The entry; of a whole case the one that opened it.
        pub event: String,
        /// Its fields that are blank now; none where the whole entry is.
        pub fields: Vec<String>,
        /// The columns in which nothing stands.
        pub columns: Vec<String>,
    }

    /// A day of a sheet beside the one that the rules give.
    struct DifferingDay {
        /// The row.
        pub row: usize,
        /// The case number.
        pub case: String,
        /// The rule that reckons it.
        pub rule: String,
        /// The sheet's day.
        pub sheet: NaiveDate,
        /// Ours.
        pub ours: NaiveDate,
        /// How many days later the sheet's is.
        pub days: i64,
        /// Another rule that the day could be of, and whose day is nearer.
        pub nearer: Option<String>,
    }

    /// A column of a sheet, and what is proposed for it.
    struct PlannedColumn {
        /// Its letters.
        pub at: String,
        /// What it would be; `?` and what it looks like, where a person must say.
        pub r#use: String,
        /// The order of its days; `?` where a person must say.
        pub date: Option<String>,
        /// Some years are of another calendar.
        pub other_calendar: bool,
        /// How many different values are not known.
        pub unknown: usize,
        /// The first rows with such.
        pub unknown_rows: Vec<usize>,
        /// Some days are real ones, beside texts whose order a person must say.
        pub real_days_too: bool,
        /// Some days are numbers without a date's format.
        pub numbers: bool,
        /// Formulas whose result the file does not hold.
        pub unreckoned: usize,
        /// The first rows with such.
        pub unreckoned_rows: Vec<usize>,
    }

    /// How many of an event a sheet would bring.
    struct PlannedEvent {
        /// Which.
        pub event: String,
        /// How many.
        pub count: usize,
    }

    /// `import --plan`.
    struct SheetPlan {
        /// `nansen.sheet-plan/1`
        pub schema: &'static str,
        /// Rows below the headings.
        pub rows: usize,
        /// The last row of the headings.
        pub heading: usize,
        /// How many rows the headings take.
        pub heading_rows: usize,
        /// Which sheet of the file is looked at, from 1.
        pub sheet: usize,
        /// Sheets in the file.
        pub sheets: usize,
        /// Cells with formulas.
        pub formulas: usize,
        /// Cells of the file with a comment, which no import takes.
        pub comments: usize,
        /// The encoding of a CSV file.
        pub encoding: Option<&'static str>,
        /// Where nothing tells its encoding: all that its letters fit.
        pub encodings: Vec<&'static str>,
        /// Rows of the file that a spreadsheet program does not show; they are taken as others.
        pub hidden_rows: usize,
        /// Rows that look like totals, and not like cases.
        pub total_rows: Vec<usize>,
        /// Rows whose key an earlier row has, where each row is a case: each is a fault.
        pub repeated_rows: Vec<usize>,
        /// What a person has still to say.
        pub open: usize,
        /// The columns.
        pub items: Vec<PlannedColumn>,
        /// What would come of it.
        pub events: Vec<PlannedEvent>,
    }

    /// `import --sheet-gone`.
    struct SheetGone {
        /// `nansen.sheet-gone/1`
        pub schema: &'static str,
        /// How many imports of a sheet it is said of.
        pub sheets: usize,
        /// What became of them.
        pub fate: SheetFate,
    }
}
