//! Bars along the page: each with its name before it and its number behind it.

use super::pen::{Anchor, Pen, WIDTH, WITHHELD};
use super::series::{Plot, Shown, Value};

/// Where bars begin: their names stand before.
const NAMES: u64 = 264;

/// What is left for a number behind the longest bar.
const NUMBERS: u64 = 72;

const LONGEST: u64 = WIDTH - NAMES - NUMBERS;

const THICK: u64 = 16;
const STEP: u64 = 24;
const SIZE: u64 = 13;

/// So many letters of a name have room.
const LETTERS: usize = 36;

/// So many of small letters.
const SMALL_LETTERS: usize = 46;

/// One bar below the other; of two dimensions one group below the other.
pub(super) fn beside(pen: &mut Pen, plot: &Plot) {
    let is_grouped = plot.each.iter().any(|value| !value.words.is_empty());
    let mut y = pen.below() + 12;
    for along in &plot.along {
        if is_grouped {
            pen.words((8, y + 14), Anchor::Start, SIZE + 1, &along.words);
            y += STEP;
        }
        for each in &plot.each {
            let name = if is_grouped {
                &each.words
            } else {
                &along.words
            };
            named(pen, y, name);
            if let Some(shown) = plot.cell(along, each) {
                bar(pen, y, shown, plot.largest());
            }
            y += STEP;
        }
        if is_grouped {
            y += STEP / 3;
        }
    }
}

fn bar(pen: &mut Pen, y: u64, shown: &Shown, largest: u64) {
    let (length, text) = match shown {
        Shown::Number(number) => {
            let length = number.saturating_mul(LONGEST) / largest;
            if length > 0 {
                pen.filled((NAMES, y), (length, THICK), 1);
            }
            (length, number.to_string())
        }
        Shown::Withheld(marker) => {
            pen.withheld((NAMES, y), (WITHHELD, THICK));
            (WITHHELD, marker.clone())
        }
    };
    pen.words((NAMES + length + 8, y + 13), Anchor::Start, SIZE, &text);
}

/// Parts of a whole end to end; only where every part is a number that is printed.
pub(super) fn stacked(pen: &mut Pen, plot: &Plot) {
    let mut y = legend(pen, &plot.each);
    let number = |along: &Value, each: &Value| plot.cell(along, each).and_then(Shown::number);
    let whole = |along: &Value| -> u64 {
        let parts = plot.each.iter().filter_map(|each| number(along, each));
        parts.fold(0, u64::saturating_add)
    };
    let largest = plot.along.iter().map(whole).max().unwrap_or(0).max(1);
    for along in &plot.along {
        named(pen, y, &along.words);
        let (mut sum, mut from) = (0_u64, 0);
        for (series, each) in plot.each.iter().enumerate() {
            sum = sum.saturating_add(number(along, each).unwrap_or(0));
            let to = sum.saturating_mul(LONGEST) / largest;
            if to > from {
                pen.filled((NAMES + from, y), (to - from, THICK), series);
            }
            from = to;
        }
        let text = match plot.total(along) {
            Some(Shown::Number(number)) => number.to_string(),
            Some(Shown::Withheld(marker)) => marker.clone(),
            None => sum.to_string(),
        };
        pen.words((NAMES + from + 8, y + 13), Anchor::Start, SIZE, &text);
        y += STEP;
    }
}

/// What each filling stands for; gives the place below.
fn legend(pen: &mut Pen, each: &[Value]) -> u64 {
    let mut y = pen.below() + 12;
    for (series, value) in each.iter().enumerate() {
        pen.filled((NAMES, y), (THICK, THICK), series);
        let words = (NAMES + THICK + 8, y + 13);
        pen.words(words, Anchor::Start, SIZE, &value.words);
        y += STEP;
    }
    y + STEP / 2
}

/// A name before its bar; a long one on two lines of smaller letters.
fn named(pen: &mut Pen, y: u64, name: &str) {
    if name.chars().count() <= LETTERS {
        pen.words((NAMES - 8, y + 13), Anchor::End, SIZE, name);
        return;
    }
    // It is parted at the gap that is nearest to its middle.
    let middle = name.len() / 2;
    let gaps = name.match_indices(' ').map(|(at, _)| at);
    let (first, second) = match gaps.min_by_key(|at| at.abs_diff(middle)) {
        Some(at) => name.split_at(at),
        None => (name, ""),
    };
    for (below, part) in [(7, first), (18, second.trim_start())] {
        pen.words((NAMES - 8, y + below), Anchor::End, SIZE - 3, &cut(part));
    }
}

/// A name that has room; the table has it whole.
fn cut(name: &str) -> String {
    if name.chars().count() <= SMALL_LETTERS {
        return name.to_owned();
    }
    let kept: String = name.chars().take(SMALL_LETTERS - 1).collect();
    format!("{kept}…")
}
