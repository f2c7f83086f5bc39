//! Pictures of tables: drawn from what a table prints and from nothing else, in whole units, for grey print and for readers who
//! hear them.
//!
//! A number that is withheld is a hatched box of one size with its marker beside it: nothing in the picture tells what the
//! table does not.

mod bars;
mod lines;
mod pen;
mod series;

use super::stats;
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

/// How high letters are: of a title, and of what stands around a picture.
const TITLE: u64 = 17;
const SMALL: u64 = 11;

/// The picture of a table as SVG; none of a table with no dimension or with three, or with too many cells to draw.
///
/// At its foot it says where the table has not left. A file of its own stands without the page: title, unit, day and what its
/// markers mean are drawn in it.
pub(super) fn of(table: &Table, locale: &Locale, place: Place) -> Option<String> {
    let plot = Plot::of(table, locale)?;
    let mut pen = Pen::new(super::html::from_the_right(locale.language()));
    let mut title = stats::title(table, locale);
    let mut key = Vec::new();
    if place == Place::File {
        let about = stats::about(table, locale);
        pen.told(TITLE, &title);
        pen.told(SMALL, &about);
        title = format!("{title}. {about}");
        key = stats::markers(&table.cells, table.threshold, locale);
    }
    let kind = if plot.is_over_time() {
        lines::draw(&mut pen, &plot, &locale.text("figure-band"));
        "figure-lines"
    } else if plot.can_be_stacked() {
        bars::stacked(&mut pen, &plot);
        "figure-stacked"
    } else {
        bars::beside(&mut pen, &plot);
        "figure-bars"
    };
    pen.gap();
    if plot.has_withheld() && !plot.is_over_time() {
        // Beside bars a box of one size reads as a length.
        pen.told(SMALL, &locale.text("figure-band"));
    }
    for (marker, meaning) in key {
        let marker = pen.isolated(&marker);
        pen.told(SMALL, &stats::pair(&marker, &meaning, locale));
    }
    if table.rounded.is_some() && place == Place::File {
        pen.told(SMALL, &locale.text("marker-rounded"));
    }
    if let Some(standing) = stats::standing(table, locale) {
        pen.told(SMALL, &standing);
        if place == Place::File {
            title = format!("{standing} {title}");
        }
    }
    if plot.has_sums() {
        pen.told(SMALL, &locale.text("figure-sums"));
    }
    let mut told = locale.text(kind);
    if plot.has_withheld() {
        told.push(' ');
        told.push_str(&locale.text("figure-withheld"));
    }
    Some(pen.done(&title, &told, place))
}

#[cfg(test)]
mod tests;
