//! Pictures of tables: drawn from what a table prints and from nothing else, in whole units, for grey print and for readers who
//! hear them.
//!
//! A number that is withheld is a hatched box of one size with its marker beside it: nothing in the picture tells what the
//! table does not.

mod bars;
mod lines;
mod pen;
mod series;

use crate::app::view::Table;
use crate::i18n::Locale;
use pen::Pen;
use series::Plot;

/// A picture has no more bars than this; a longer table has none.
const MOST_BARS: usize = 120;

/// So many series are told apart by their grey, their pattern and their strokes.
const MOST_SERIES: usize = 6;

/// Where the picture goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Into a page.
    Page,
    /// Into a file of its own.
    File,
}

/// The picture of a table as SVG; none of a table with no dimension or with three, or with too many cells to draw.
/// `standing` is what it says at its foot, where the table has not left.
pub(super) fn of(
    table: &Table,
    title: &str,
    standing: Option<&str>,
    locale: &Locale,
    place: Place,
) -> Option<String> {
    let plot = Plot::of(table, locale)?;
    let mut pen = Pen::new(super::html::from_the_right(locale.language()));
    let kind = if plot.is_over_time() {
        lines::draw(&mut pen, &plot);
        "figure-lines"
    } else if plot.can_be_stacked() {
        bars::stacked(&mut pen, &plot);
        "figure-stacked"
    } else {
        bars::beside(&mut pen, &plot);
        "figure-bars"
    };
    if let Some(standing) = standing {
        pen.foot(standing);
    }
    let mut told = locale.text(kind);
    if plot.has_withheld() {
        told.push(' ');
        told.push_str(&locale.text("figure-withheld"));
    }
    Some(pen.done(title, &told, place))
}

#[cfg(test)]
mod tests;
