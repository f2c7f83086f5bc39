//! Widths, padding, wrapping and colours of what people read.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::Output;

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// Fills a text up with spaces.
pub(super) fn pad(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// Breaks a text at its spaces into lines of at most `columns`, the first of which begins with `first`, the others with
/// `next`. A word longer than a line is cut.
pub(super) fn wrap(text: &str, columns: usize, first: &str, next: &str) -> Vec<String> {
    let room = |indent: &str| columns.saturating_sub(width(indent)).max(8);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut indent = first;
    // A space that holds two words together holds them on one line: French writes one before a colon.
    let words = text.split(|c: char| c.is_whitespace() && c != '\u{a0}');
    for word in words
        .filter(|word| !word.is_empty())
        .flat_map(|word| pieces(word, room(next)))
    {
        let gap = usize::from(!line.is_empty());
        if gap == 1 && width(&line) + gap + width(&word) > room(indent) {
            lines.push(format!("{indent}{line}"));
            line = word;
            indent = next;
            continue;
        }
        if gap == 1 {
            line.push(' ');
        }
        line.push_str(&word);
    }
    if !line.is_empty() {
        lines.push(format!("{indent}{line}"));
    }
    lines
}

fn pieces(word: &str, most: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for c in word.chars() {
        let columns = c.width().unwrap_or(0);
        if used + columns > most {
            pieces.push(String::new());
            used = 0;
        }
        used += columns;
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}

/// Numbers, markers and codes are read from the left among letters that are read from the right: `<5` would turn into `5>`.
pub(super) fn isolated(words: &str, from_the_right: bool) -> String {
    if from_the_right && words.is_ascii() {
        format!("\u{2066}{words}\u{2069}")
    } else {
        words.to_owned()
    }
}

/// Shortens an id to what a person types; the program takes any unique prefix.
pub(super) fn short(id: &str) -> String {
    id.chars().take(8).collect()
}

/// What a text is, so that all alarms look the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Something is late or urgent.
    Alarm,
    /// Something needs a look.
    Care,
    /// A heading.
    Head,
    /// Beside the point.
    Dim,
}

impl Output {
    /// Colours a text where colours are wanted.
    pub(super) fn paint(&self, style: Style, text: &str) -> String {
        if !self.color || text.is_empty() {
            return text.to_owned();
        }
        let code = match style {
            Style::Alarm => "1;31",
            Style::Care => "1;33",
            Style::Head => "1",
            Style::Dim => "2",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_with_a_hanging_indent() {
        let lines = wrap("one two three four", 12, "- ", "  ");
        assert_eq!(lines, ["- one two", "  three four"]);
        assert_eq!(wrap("abcdefghijkl", 8, "", ""), ["abcdefgh", "ijkl"]);
        assert!(wrap("", 8, "", "").is_empty());
        assert_eq!(wrap("un  deux\u{a0}:", 8, "", ""), ["un", "deux\u{a0}:"]);
    }

    #[test]
    fn counts_columns_not_bytes() {
        assert_eq!(pad("суд", 5), "суд  ");
        assert_eq!(width("難民"), 4);
    }
}
