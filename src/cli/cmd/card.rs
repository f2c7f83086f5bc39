//! Shows the recovery card at a terminal, on its other screen: the words first, then the same as a square.

use std::fmt::Write as _;

use zeroize::Zeroizing;

use crate::base::secret::ExposeSecret as _;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::vault::{Card, VaultError};

/// Words in a row: four of at most eight letters, with their numbers, fit into 80 columns.
const IN_A_ROW: usize = 4;

/// Rows of the square's screen beside the square: what it is, and the question.
const BESIDE: usize = 2;

/// Shows a card and gives back the one that was shown: read from the very text that stood on the screen.
///
/// # Errors
/// The person did not copy it; nobody can be asked.
pub(super) fn show(drawn: &Card, desk: &Desk) -> Result<Card, Failure> {
    let shown = grid(drawn)?;
    let card = Card::from_words(&shown, drawn.sort()).map_err(Usage::Card)?;
    let picture = card.qr()?;
    let locale = desk.locale();
    let lines = picture.expose_secret().lines();
    let width = lines.clone().map(|line| line.chars().count()).max();
    let (columns, rows) = desk.ui.screen();
    let fits = lines.count() + BESIDE <= rows && width.is_some_and(|width| width <= columns);
    let keep = locale.text(if fits {
        "card-keep"
    } else {
        "card-keep-no-square"
    });
    let words = [
        &locale.text("card-title"),
        "\n\n",
        &shown,
        "\n",
        &keep,
        "\n\n",
    ];
    page(desk, &words, "card-done", false)?;
    if fits {
        let square = [
            &locale.text("card-square"),
            "\n",
            picture.expose_secret(),
            "\n",
        ];
        page(desk, &square, "card-square-done", true)?;
    }
    Ok(card)
}

/// One screen with a question beneath.
fn page(desk: &Desk, parts: &[&str], question: &str, default: bool) -> Result<(), Failure> {
    desk.ui.other_screen(parts);
    let question = desk.locale().text(question);
    let answer = desk.prompt.confirm("--no-recovery", &question, default);
    desk.ui.first_screen();
    if answer? {
        Ok(())
    } else {
        Err(Usage::NotConfirmed.into())
    }
}

/// The words with their numbers, in rows.
fn grid(card: &Card) -> Result<Zeroizing<String>, VaultError> {
    let words = card.words()?;
    // Never grows, so leaves no copies.
    let mut text = Zeroizing::new(String::with_capacity(24 * 16));
    for (place, word) in (1_usize..).zip(words.expose_secret().split(' ')) {
        let end = if place.is_multiple_of(IN_A_ROW) {
            "\n"
        } else {
            ""
        };
        write!(text, "{place:>2} {word:<10}{end}").map_err(|_| VaultError::Encryption)?;
    }
    Ok(text)
}
