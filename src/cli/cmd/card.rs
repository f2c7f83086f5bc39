//! Shows a card at a terminal, on its other screen: the words first, then the same as a square.

use std::fmt::Write as _;

use zeroize::Zeroizing;

use crate::base::secret::{ExposeSecret as _, SecretString};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::vault::{Card, VaultError};

/// Words in a row: four of at most eight letters, with their numbers, fit into 80 columns.
const IN_A_ROW: usize = 4;

/// Rows of the square's screen beside the square: what it is, and the question.
const BESIDE: usize = 2;

/// What is said about the words of a card.
pub(super) struct Page<'t> {
    /// What it is, in words.
    pub title: &'t str,
    /// The id of what to do with it where a square follows, and where none does.
    pub keep: (&'static str, &'static str),
    /// The id of the question.
    pub done: &'static str,
    /// The option that does without the card.
    pub option: &'static str,
}

/// Shows the recovery card and gives back the one that was shown: read from the very text that stood on the screen.
///
/// # Errors
/// The person did not copy it; nobody can be asked.
pub(super) fn recovery(drawn: &Card, desk: &Desk) -> Result<Card, Failure> {
    let page = Page {
        title: &desk.locale().text("card-title"),
        keep: ("card-keep", "card-keep-no-square"),
        done: "card-done",
        option: "--no-recovery",
    };
    let read = |shown: &str| Card::from_words(shown, drawn.sort()).map_err(VaultError::from);
    show(&page, &drawn.words()?, read, Card::qr, desk)
}

/// Shows words and gives back what they are: read from the very text that stood on the screen, and so is the square.
///
/// # Errors
/// The person did not copy them; nobody can be asked.
pub(super) fn show<T>(
    page: &Page<'_>,
    words: &SecretString,
    read: impl FnOnce(&str) -> Result<T, VaultError>,
    square: impl FnOnce(&T) -> Result<SecretString, VaultError>,
    desk: &Desk,
) -> Result<T, Failure> {
    let shown = grid(words)?;
    let card = read(&shown)?;
    let picture = square(&card)?;
    let locale = desk.locale();
    let lines = picture.expose_secret().lines();
    let width = lines.clone().map(|line| line.chars().count()).max();
    let (columns, rows) = desk.ui.screen();
    let fits = lines.count() + BESIDE <= rows && width.is_some_and(|width| width <= columns);
    let (before_square, alone) = page.keep;
    let keep = locale.text(if fits { before_square } else { alone });
    let text = [page.title, "\n\n", &shown, "\n", &keep, "\n\n"];
    ask(desk, page.option, &text, page.done, false)?;
    if fits {
        let square = locale.text("card-square");
        let text = [&square, "\n", picture.expose_secret(), "\n"];
        ask(desk, page.option, &text, "card-square-done", true)?;
    }
    Ok(card)
}

/// One screen with a question beneath.
fn ask(
    desk: &Desk,
    option: &str,
    parts: &[&str],
    question: &str,
    default: bool,
) -> Result<(), Failure> {
    let screen = desk.ui.other_screen(parts);
    let question = desk.locale().text(question);
    let answer = desk.prompt.confirm(option, &question, default);
    drop(screen);
    if answer? {
        Ok(())
    } else {
        Err(Usage::NotConfirmed.into())
    }
}

/// The words with their numbers, in rows.
fn grid(words: &SecretString) -> Result<Zeroizing<String>, VaultError> {
    // Never grows, so leaves no copies.
    let mut text = Zeroizing::new(String::with_capacity(28 * 16));
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
