//! How a list is sorted, which columns it has and which lines: what people would do in a spreadsheet.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::app::error::AppError;
use crate::app::fields;
use crate::app::own;
use crate::app::view::Cells;
use crate::base::date::PartialDate;
use crate::domain::code::{Actor, ApplicationState, DeadlineState, Files, RiskLevel, RuleStatus};
use crate::domain::own::Declared;

/// A column and what stands in it.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// As in the JSON.
    pub name: &'static str,
    holds: Holds,
}

#[derive(Debug, Clone, Copy)]
enum Holds {
    Text,
    Day,
    Number,
    Yes,
    Code(fn(&str) -> bool),
    /// What the field of a case of this name takes.
    Field(&'static str),
}

const fn column(name: &'static str, holds: Holds) -> Column {
    Column { name, holds }
}

/// The columns of `list`.
pub static OF_CASES: &[Column] = &[
    column("case", Holds::Text),
    column("callsign", Holds::Text),
    column(
        "state",
        Holds::Code(|code| matches!(code, "open" | "closed")),
    ),
    column(
        "application_state",
        Holds::Code(|code| code.parse::<ApplicationState>().is_ok()),
    ),
    column("origin", Holds::Field("origin")),
    column("jurisdiction", Holds::Field("jurisdiction")),
    column("worker", Holds::Text),
    column("office", Holds::Text),
    column("opened", Holds::Day),
    column("last_event", Holds::Day),
    column("next_due", Holds::Day),
    column(
        "risk",
        Holds::Code(|code| code.parse::<RiskLevel>().is_ok()),
    ),
    column("people", Holds::Number),
];

/// The columns of `due`.
pub static OF_DEADLINES: &[Column] = &[
    column("due", Holds::Day),
    column("due_at", Holds::Text),
    column("days_left", Holds::Number),
    column(
        "state",
        Holds::Code(|code| code.parse::<DeadlineState>().is_ok()),
    ),
    column("case", Holds::Text),
    column("callsign", Holds::Text),
    column("person", Holds::Number),
    column("worker", Holds::Text),
    column("files", Holds::Code(|code| code.parse::<Files>().is_ok())),
    column("what", Holds::Text),
    column("rule", Holds::Text),
    column("citation", Holds::Text),
    column("actor", Holds::Code(|code| code.parse::<Actor>().is_ok())),
    column("safe", Holds::Day),
    column("last_arguable", Holds::Day),
    column(
        "rule_status",
        Holds::Code(|code| code.parse::<RuleStatus>().is_ok()),
    ),
    column("jurisdiction", Holds::Field("jurisdiction")),
    column("provisional", Holds::Yes),
    column("id", Holds::Text),
];

/// How a cell is compared with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// It is one of them.
    Is,
    /// It is none of them.
    IsNot,
    /// It comes before it.
    Before,
    /// It comes after it.
    After,
}

/// One condition of a list: a column, a relation, values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The column.
    pub column: String,
    /// How it is compared.
    pub relation: Relation,
    /// With what; `none` (of a worker also `nobody`) is an empty cell.
    pub values: Vec<String>,
}

/// How a list is arranged; empty, it is as the command makes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// By which columns, the first counting most; `-` before one turns it round.
    pub sort: Vec<String>,
    /// Which columns people and spreadsheets get.
    pub columns: Vec<String>,
    /// Which lines: all conditions hold.
    pub conditions: Vec<Condition>,
}

impl Arrangement {
    /// As it was typed, with the values of the office's own fields as the store writes them. Every column is one of the
    /// list's, or `field:NAME` of the office's own, and each value can stand in its column: what cannot would only show an
    /// empty list.
    ///
    /// # Errors
    /// [`AppError::UnknownTerm`] with the columns there are; [`AppError::Fields`]; [`AppError::NotInColumn`].
    pub fn checked(
        mut self,
        known: &'static [Column],
        own: Option<&Declared>,
    ) -> Result<Self, AppError> {
        let column = |option: &'static str, name: &str, values: &mut [String]| {
            let mut values = values.iter_mut().filter(|value| !is_nothing(value));
            if let (Some(declared), Some(field)) = (own, own::dimension(name)) {
                let one = |value| {
                    own::counted_by(declared, option, field, std::slice::from_mut(value), false)
                };
                own::counted_by(declared, option, field, &mut [], false)?;
                return values.try_for_each(one);
            }
            let mut all = known.iter();
            let column = all
                .find(|one| one.name == name)
                .ok_or_else(|| AppError::UnknownTerm {
                    what: "column",
                    known: known.iter().map(|one| one.name.to_owned()).collect(),
                })?;
            values.try_for_each(|value| column.check(value))
        };
        for name in &self.sort {
            column("sort", name.trim_start_matches('-'), &mut [])?;
        }
        for name in &self.columns {
            column("columns", name, &mut [])?;
        }
        for condition in &mut self.conditions {
            column("where", &condition.column, &mut condition.values)?;
        }
        Ok(self)
    }

    /// Whether every condition holds of an item.
    pub fn admits(&self, item: &impl Cells) -> bool {
        self.conditions.iter().all(|condition| {
            let cells = item.cells(&condition.column);
            let mut values = condition.values.iter();
            let holds = |value: &String| {
                if cells.is_empty() {
                    is(None, value)
                } else {
                    cells.iter().any(|cell| is(Some(cell), value))
                }
            };
            match condition.relation {
                Relation::Is => values.any(holds),
                Relation::IsNot => !values.any(holds),
                Relation::Before => values.all(|value| {
                    let mut cells = cells.iter();
                    cells.any(|cell| order(cell, value) == Ordering::Less)
                }),
                Relation::After => values.all(|value| {
                    // A month is not after one of its days.
                    let mut cells = cells.iter();
                    cells.any(|cell| {
                        order(cell, value) == Ordering::Greater && !cell.starts_with(value.as_str())
                    })
                }),
            }
        })
    }

    /// Puts items into the order that was asked for; those that are equal stay as they were.
    pub fn sort<T: Cells>(&self, items: &mut [T]) {
        if self.sort.is_empty() {
            return;
        }
        items.sort_by(|a, b| {
            let mut orders = self.sort.iter().map(|name| {
                let column = name.trim_start_matches('-');
                match (a.cell(column), b.cell(column)) {
                    (Some(a), Some(b)) if name.starts_with('-') => order(&b, &a),
                    (Some(a), Some(b)) => order(&a, &b),
                    // What is empty comes last, whichever way.
                    (a, b) => b.is_some().cmp(&a.is_some()),
                }
            });
            orders
                .find(|order| order.is_ne())
                .unwrap_or(Ordering::Equal)
        });
    }
}

impl Column {
    fn check(&self, value: &str) -> Result<(), AppError> {
        let fits = match self.holds {
            Holds::Text => true,
            Holds::Day => {
                value
                    .parse::<PartialDate>()
                    .is_ok_and(|date| !matches!(date, PartialDate::Range(..)))
                    || value.parse::<NaiveDate>().is_ok()
            }
            Holds::Number => value.parse::<i64>().is_ok(),
            Holds::Yes => value.parse::<bool>().is_ok(),
            Holds::Code(known) => known(value),
            Holds::Field(field) => return fields::check_filter(field, &[value.to_owned()]),
        };
        if fits {
            Ok(())
        } else {
            Err(AppError::NotInColumn(self.name))
        }
    }
}

fn is_nothing(value: &str) -> bool {
    matches!(value, "none" | "nobody")
}

/// A cell begins with a day's month or year where only that was typed.
fn is(cell: Option<&str>, value: &str) -> bool {
    match cell {
        None => is_nothing(value),
        Some(cell) => {
            let part = value.len() < cell.len()
                && cell.starts_with(value)
                && cell.parse::<NaiveDate>().is_ok();
            part || cell.eq_ignore_ascii_case(value)
        }
    }
}

/// Numbers by their size, dangers by how great they are, all else by the alphabet. No other column has the word of a danger
/// beside another one.
fn order(a: &str, b: &str) -> Ordering {
    let danger = |text: &str| text.parse::<RiskLevel>();
    match (a.parse::<i64>(), b.parse::<i64>(), danger(a), danger(b)) {
        (Ok(a), Ok(b), ..) => a.cmp(&b),
        (.., Ok(a), Ok(b)) => a.cmp(&b),
        _ => a.to_lowercase().cmp(&b.to_lowercase()),
    }
}
