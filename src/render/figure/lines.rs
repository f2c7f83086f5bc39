//! Lines over years, quarters or months: through numbers that are printed, and broken where one is not. What is withheld has no
//! place on the scale: it stands in rows of its own below it.

use super::pen::{Anchor, Pen, WIDTH};
use super::series::{Plot, Shown};

const BEGIN: u64 = 64;
const END: u64 = WIDTH - 24;
const HIGH: u64 = 260;
const SIZE: u64 = 13;

/// What is left free before the first and after the last place.
const EDGE: u64 = 44;

/// How wide what is withheld is, where times are not closer.
const THIN: u64 = 10;

/// How high it is.
const LOW: u64 = 12;

/// From one row of what is withheld to the next, its markers between them.
const ROW: u64 = 34;

/// Draws one line a series. `band` says what stands below the scale.
pub(super) fn draw(pen: &mut Pen, plot: &Plot, band: &str) {
    let top = legend(pen, plot);
    let base = top + HIGH;
    let step = step(plot.largest());
    let most = plot.largest().div_ceil(step) * step;
    let height = |number: u64| base - number * HIGH / most;
    let mut grid = 0;
    while grid <= most {
        pen.line((BEGIN, height(grid)), (END, height(grid)), None);
        let beside = (BEGIN - 8, height(grid) + 4);
        pen.words(beside, Anchor::End, SIZE, &grid.to_string());
        grid += step;
    }
    let times: Vec<u64> = plot.along.iter().filter_map(|value| value.when).collect();
    let (Some(first), Some(last)) = (times.first().copied(), times.last().copied()) else {
        return;
    };
    let inner = END - BEGIN - 2 * EDGE;
    let place = |when: u64| BEGIN + EDGE + (when - first) * inner / (last - first).max(1);
    // Names of times and numbers stand where they have room.
    let every = every(
        plot.along.iter().map(|value| value.words.chars().count()),
        inner,
        (first, last),
    );
    let numbers = plot.along.iter().filter_map(|along| {
        let shown = plot.cell(along, plot.each.first()?)?;
        Some(shown.number()?.to_string().len())
    });
    let numbered = self::every(numbers, inner, (first, last));
    let mut texts: Vec<((u64, u64), String)> = Vec::new();
    for (at, along) in plot.along.iter().enumerate() {
        if at.is_multiple_of(every) {
            let below = (place(along.when.unwrap_or(first)), base + 20);
            pen.words(below, Anchor::Middle, SIZE, &along.words);
        }
    }
    for (series, each) in plot.each.iter().enumerate() {
        let mut before: Option<(u64, (u64, u64))> = None;
        for (at, along) in plot.along.iter().enumerate() {
            let (Some(when), Some(shown)) = (along.when, plot.cell(along, each)) else {
                continue;
            };
            let Some(number) = shown.number() else {
                before = None;
                continue;
            };
            let here = (place(when), height(number));
            if let Some((earlier, there)) = before
                && earlier + 1 == when
            {
                pen.line(there, here, Some(series));
            }
            pen.point(here, series);
            if plot.each.len() == 1 && at.is_multiple_of(numbered) {
                let above = (here.0, here.1.saturating_sub(8));
                texts.push((above, number.to_string()));
            }
            before = Some((when, here));
        }
    }
    // Above all lines.
    for (at, text) in texts {
        pen.number(at, SIZE - 2, &text);
    }
    if plot.has_withheld() {
        pen.line((BEGIN, base + 34), (END, base + 34), None);
        pen.words((BEGIN, base + 52), Anchor::Start, SIZE - 2, band);
        let gap = inner / (last - first).max(1);
        withheld(pen, plot, base + 62, gap, &place);
    }
}

/// One row a series that has something withheld, in the order of the legend: a box at each time, its marker below it where the
/// times leave room.
fn withheld(pen: &mut Pen, plot: &Plot, top: u64, gap: u64, place: &dyn Fn(u64) -> u64) {
    let wide = THIN.min(gap.saturating_sub(2)).max(2);
    let mut y = top;
    for (series, each) in plot.each.iter().enumerate() {
        let hidden = plot.along.iter().filter_map(|along| {
            let Shown::Withheld(marker) = plot.cell(along, each)? else {
                return None;
            };
            Some((place(along.when?), marker.as_str()))
        });
        let hidden: Vec<(u64, &str)> = hidden.collect();
        let Some(longest) = hidden.iter().map(|(_, marker)| marker.len()).max() else {
            continue;
        };
        let has_room = u64::try_from(longest).is_ok_and(|letters| letters * 7 + 4 <= gap);
        if plot.each.len() > 1 {
            pen.point((BEGIN + 4, y + LOW / 2), series);
        }
        for (x, marker) in hidden {
            pen.withheld((x - wide / 2, y), (wide, LOW));
            if has_room {
                pen.words((x, y + LOW + 12), Anchor::Middle, SIZE - 2, marker);
            }
        }
        y += ROW;
    }
}

/// Each how many of some words have room beside one another on a line that is so long, by the longest of them: one letter is
/// eight units wide at most.
fn every(letters: impl Iterator<Item = usize>, long: u64, (first, last): (u64, u64)) -> usize {
    let longest = u64::try_from(letters.max().unwrap_or(1)).unwrap_or(1);
    let wide = longest * 8 + 10;
    let step = (long / (last - first).max(1)).max(1);
    usize::try_from(wide.div_ceil(step)).unwrap_or(1).max(1)
}

/// Which strokes are whose; gives the place below.
fn legend(pen: &mut Pen, plot: &Plot) -> u64 {
    let mut y = pen.below() + 24;
    if plot.each.len() > 1 {
        for (series, each) in plot.each.iter().enumerate() {
            pen.line((BEGIN, y), (BEGIN + 48, y), Some(series));
            pen.point((BEGIN + 24, y), series);
            pen.words((BEGIN + 56, y + 4), Anchor::Start, SIZE, &each.words);
            y += 20;
        }
    }
    y + 8
}

/// From one line of the grid to the next: 1, 2 or 5 with noughts, for five lines at most.
fn step(largest: u64) -> u64 {
    let mut ten: u64 = 1;
    loop {
        for digit in [1, 2, 5] {
            let step = ten.saturating_mul(digit);
            if largest <= step.saturating_mul(5) || step == u64::MAX {
                return step;
            }
        }
        ten = ten.saturating_mul(10);
    }
}
