//! What is withheld for its own sake: small cells, one family, a group of which the line would tell, and all that lies
//! under a small margin.

use crate::disclosure::model::{Counts, Marker, Shape};
use crate::disclosure::protect::wish::Wish;
use crate::disclosure::table::Count;

/// Why a number may not be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Risk {
    /// There is none.
    None,
    /// One or more, fewer than the threshold.
    Small,
    /// The threshold or more, but of too few persons, or of one family and too few others.
    Family,
}

/// What a decision to show a cell would be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stake {
    /// Nothing: the cell is not withheld for its own sake.
    Nothing,
    /// A small number.
    Small,
    /// What is withheld for its own sake though it is not small: one family, a line that tells of all in it.
    Other,
}

/// What would be decided by showing a cell all the same.
pub fn at_stake(counts: &Counts, wish: &Wish, cell: usize) -> Stake {
    let bare = Wish {
        withhold: Vec::new(),
        show: Vec::new(),
        ..wish.clone()
    };
    let primary = Primary::of(counts, &bare);
    match primary.risks.get(cell) {
        Some(Risk::Small) => Stake::Small,
        Some(Risk::None) | None => match primary.markers.get(cell) {
            Some(Marker::Few | Marker::Held | Marker::Line) => Stake::Other,
            Some(Marker::Shown | Marker::Rounded) | None => Stake::Nothing,
        },
        Some(Risk::Family) => Stake::Other,
    }
}

/// A line over a sensitive dimension that must not tell what nearly all of it are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its total.
    pub whole: usize,
    /// Its values.
    pub parts: Vec<usize>,
}

/// A table after the primary rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Primary {
    /// How each cell prints.
    pub markers: Vec<Marker>,
    /// Why it could not be shown.
    pub risks: Vec<Risk>,
    /// Lines over sensitive dimensions that are withheld.
    pub lines: Vec<Line>,
    /// Lines over any other dimension that are withheld because their total is small.
    pub small_lines: Vec<Line>,
}

/// Persons of fewer cases than this know each other.
const SOURCES: u64 = 3;

/// A line of this many persons or more is a group that is spoken of as one.
const CROWD: u64 = 50;

impl Risk {
    pub(super) fn of(count: Count, threshold: i64) -> Self {
        let threshold = u64::try_from(threshold).unwrap_or(u64::MAX);
        let Count {
            value,
            persons,
            sources,
            largest,
        } = count;
        let others = persons.saturating_sub(largest);
        if value == 0 {
            Self::None
        } else if value < threshold {
            Self::Small
        } else if persons < threshold || sources < SOURCES || others + 1 < threshold {
            Self::Family
        } else {
            Self::None
        }
    }
}

impl Primary {
    /// Applies the rules.
    pub fn of(counts: &Counts, wish: &Wish) -> Self {
        let shape = counts.shape();
        let cells = 0..shape.len();
        let mut risks: Vec<Risk> = cells
            .clone()
            .map(|cell| Risk::of(counts.of(cell), wish.threshold))
            .collect();
        let mut markers: Vec<Marker> = risks
            .iter()
            .map(|risk| match risk {
                _ if wish.round => Marker::Rounded,
                Risk::None => Marker::Shown,
                Risk::Small => Marker::Few,
                Risk::Family => Marker::Held,
            })
            .collect();
        let set = |markers: &mut Vec<Marker>, cell: usize, marker| {
            if let Some(place) = markers
                .get_mut(cell)
                .filter(|_| !shape.is_empty_for_all(cell))
            {
                *place = marker;
            }
        };
        for cell in cells.clone().filter(|_| !wish.round) {
            let small = risks.get(cell) == Some(&Risk::Small);
            if small && markers.get(cell) == Some(&Marker::Few) {
                for below in shape.under(cell) {
                    set(&mut markers, below, Marker::Line);
                }
            }
        }
        for line in lines(counts, wish.threshold) {
            for part in line.parts {
                set(&mut markers, part, Marker::Line);
            }
        }
        for cell in &wish.withhold {
            let value = counts.value(*cell);
            let now = markers.get(*cell).copied();
            if matches!(now, Some(Marker::Shown | Marker::Rounded)) {
                let held = if value >= wish.threshold {
                    Marker::Held
                } else {
                    Marker::Line
                };
                set(&mut markers, *cell, held);
            }
        }
        for cell in &wish.show {
            let plain = if wish.round {
                Marker::Rounded
            } else {
                Marker::Shown
            };
            set(&mut markers, *cell, plain);
            if let Some(risk) = risks.get_mut(*cell) {
                *risk = Risk::None;
            }
        }
        let mut primary = Self {
            markers,
            risks,
            lines: Vec::new(),
            small_lines: Vec::new(),
        };
        primary.lines = primary.hidden_lines(counts);
        primary.small_lines = primary.lines_under_small(counts, wish.threshold);
        primary
    }

    /// Lines over sensitive dimensions of which every value is withheld as `x`.
    fn hidden_lines(&self, counts: &Counts) -> Vec<Line> {
        let hidden = |part: &usize| self.markers.get(*part) == Some(&Marker::Line);
        let all = sensitive_lines(counts.shape());
        all.into_iter()
            .filter(|line| counts.of(line.whole).value > 0 && line.parts.iter().all(hidden))
            .collect()
    }
}

impl Primary {
    /// What is under a small total that prints as one, or that is shown on a decision, over each dimension that is not
    /// sensitive: where the other lines tell which value all of the few have, `x` keeps nothing.
    fn lines_under_small(&self, counts: &Counts, threshold: i64) -> Vec<Line> {
        let shape = counts.shape();
        let hidden = |cell: &usize| self.markers.get(*cell) == Some(&Marker::Line);
        let is_small = |cell: &usize| (1..threshold).contains(&counts.value(*cell));
        let mut lines = Vec::new();
        for whole in (0..shape.len()).filter(|cell| is_small(cell) && !hidden(cell)) {
            let nodes = shape.nodes(whole);
            for (at, axis) in shape.axes().iter().enumerate() {
                let above = nodes.get(at).copied().unwrap_or_default();
                if axis.is_sensitive() || axis.is_leaf(above) {
                    continue;
                }
                let below = |node: &usize| axis.upwards(*node).any(|higher| higher == above);
                let leaves = axis.leaves().filter(below);
                let parts = leaves.map(|node| shape.beside(&nodes, at, node));
                let parts: Vec<usize> = parts
                    .filter(|cell| !shape.is_empty_for_all(*cell))
                    .collect();
                if parts.len() > 1 && parts.iter().all(hidden) {
                    lines.push(Line { whole, parts });
                }
            }
        }
        lines
    }
}

/// Lines over sensitive dimensions in which one value makes up nearly all.
fn lines(counts: &Counts, threshold: i64) -> Vec<Line> {
    let mut lines = sensitive_lines(counts.shape());
    lines.retain(|line| tells(counts, line, threshold));
    lines
}

/// Whether a line over a dimension, sensitive in this table or not, would be withheld for what nearly all of it are.
pub fn has_telling_line(counts: &Counts, at: usize, threshold: i64) -> bool {
    let lines = lines_over(counts.shape(), at);
    lines.iter().any(|line| tells(counts, line, threshold))
}

/// Whether one value makes up 90 % or more of a group that is no crowd.
fn tells(counts: &Counts, line: &Line, threshold: i64) -> bool {
    let whole = counts.of(line.whole);
    let parts = line.parts.iter().map(|part| counts.of(*part).value);
    let most = parts.max().unwrap_or(0);
    let few = u64::try_from(threshold).unwrap_or(0);
    whole.value > 0 && whole.persons < CROWD.max(few) && most * 10 >= whole.value * 9
}

/// Each line over each sensitive dimension.
fn sensitive_lines(shape: &Shape) -> Vec<Line> {
    let axes = shape.axes().iter().enumerate();
    let sensitive = axes.filter(|(_, axis)| axis.is_sensitive());
    sensitive
        .flat_map(|(at, _)| lines_over(shape, at))
        .collect()
}

/// Each line over a dimension: its total, and what of it says something.
fn lines_over(shape: &Shape, at: usize) -> Vec<Line> {
    let Some(axis) = shape.axes().get(at) else {
        return Vec::new();
    };
    // Where there is one value alone, that it is the only one says what everybody is.
    let says = |node: &usize| !axis.holds_all(*node) || axis.is_leaf(*node);
    let telling: Vec<usize> = (1..axis.len()).filter(says).collect();
    let mut lines = Vec::new();
    for whole in (0..shape.len()).filter(|_| !telling.is_empty()) {
        let nodes = shape.nodes(whole);
        if nodes.get(at) == Some(&0) {
            let parts = telling.iter().map(|node| shape.beside(&nodes, at, *node));
            let parts = parts.collect();
            lines.push(Line { whole, parts });
        }
    }
    lines
}
