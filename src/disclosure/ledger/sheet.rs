//! A table as it left: its cells and what was printed in each.

use crate::disclosure::ledger::kinds::Asks;
use crate::disclosure::model::{Printed, Shape};
use crate::disclosure::proof::{Proof, Released};

/// A table as it left. Two are the same where they print the same.
#[derive(Debug, Clone)]
pub struct Sheet {
    name: String,
    shape: Shape,
    texts: Vec<String>,
    printed: Vec<Printed>,
    /// What proved it by itself, where it was made just now.
    proof: Proof,
    /// Whom it counts, where that is known.
    asks: Option<Asks>,
}

/// Why a record is no sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSheet {
    /// A cell is missing, or there is one too many.
    #[error("the cells are not those of the axes")]
    Cells,
    /// A text that no table prints.
    #[error("a cell holds what no table prints")]
    Text(String),
}

impl PartialEq for Sheet {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.shape == other.shape && self.texts == other.texts
    }
}

impl Eq for Sheet {}

impl Sheet {
    /// A table from what was recorded of it.
    ///
    /// # Errors
    /// [`BadSheet`].
    pub fn recorded(
        name: &str,
        shape: Shape,
        threshold: i64,
        is_rounded: bool,
        cells: &[(Vec<String>, String)],
    ) -> Result<Self, BadSheet> {
        let mut texts = vec![None; shape.len()];
        for (key, text) in cells {
            let place = shape.find(key).and_then(|cell| texts.get_mut(cell));
            *place.ok_or(BadSheet::Cells)? = Some(text.clone());
        }
        let texts: Option<Vec<String>> = texts.into_iter().collect();
        let texts = texts.ok_or(BadSheet::Cells)?;
        let mut printed = Vec::with_capacity(texts.len());
        for text in &texts {
            let read = Printed::read(text, threshold, is_rounded);
            printed.push(read.ok_or_else(|| BadSheet::Text(text.clone()))?);
        }
        Ok(Self {
            name: name.to_owned(),
            shape,
            texts,
            printed,
            proof: Proof::default(),
            asks: None,
        })
    }

    /// A table that the audit let go.
    pub fn of(name: &str, released: &Released) -> Self {
        let cells = released.cells().iter();
        let texts: Vec<String> = cells.map(|cell| cell.shown.clone()).collect();
        let read = |text: &String| {
            // The audit read every text before.
            Printed::read(text, released.threshold(), released.is_rounded()).unwrap_or(Printed::ANY)
        };
        Self {
            name: name.to_owned(),
            shape: released.shape().clone(),
            printed: texts.iter().map(read).collect(),
            texts,
            proof: released.proof().clone(),
            asks: None,
        }
    }

    /// The same, and whom it counts: then somebody may be under an `x` beside other tables, too.
    #[must_use]
    pub fn asking(mut self, asks: Option<Asks>) -> Self {
        self.asks = asks;
        self
    }

    /// Whom it counts, where that is known.
    pub(super) fn asks(&self) -> Option<&Asks> {
        self.asks.as_ref()
    }

    /// What it is called, `R2026-003`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What each cell prints, by its key.
    pub fn cells(&self) -> Vec<(Vec<String>, String)> {
        let texts = self.texts.iter().enumerate();
        texts
            .map(|(cell, text)| (self.shape.key(cell), text.clone()))
            .collect()
    }

    /// Fewer than so many are few.
    pub fn threshold(&self) -> i64 {
        self.printed(0).threshold
    }

    /// Which cell is where.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// What a cell prints.
    pub(super) fn printed(&self, cell: usize) -> Printed {
        self.printed.get(cell).copied().unwrap_or(Printed::ANY)
    }

    /// Whole tables that agree with it, told by how they differ from the truth.
    pub(super) fn proof(&self) -> &[Vec<(usize, i64)>] {
        self.proof.tables()
    }

    /// The number that a cell shows.
    #[cfg(test)]
    pub fn shown(&self, cell: usize) -> Option<i64> {
        let printed = self.printed(cell);
        printed
            .number
            .filter(|_| printed.marker == crate::disclosure::model::Marker::Shown)
    }

    /// The text of a cell.
    pub(in crate::disclosure) fn text(&self, cell: usize) -> &str {
        self.texts.get(cell).map_or("x", String::as_str)
    }
}
