//! What most human pages share: headings, pairs of a name and a value, marks with their legend.

use std::collections::BTreeSet;

use super::Output;
use super::text::{Style, pad, width, wrap};
use crate::base::text::escape;
use crate::i18n::Locale;

/// A page in the making: lines as wide as the reader sees.
pub(super) struct Page<'a> {
    /// For whom.
    pub out: &'a Output,
    text: String,
    marks: BTreeSet<Mark>,
}

/// What a deadline or rule is marked with; the page explains those it used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// Nobody has signed the rule.
    Unsigned,
    /// A rule of the office's own.
    Local,
    /// A calendar or a number may still change.
    Provisional,
    /// From memory, or read in part.
    Remembered,
}

impl Mark {
    /// The sign.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Unsigned => "°",
            Self::Local => "*",
            Self::Provisional => "~",
            Self::Remembered => "?",
        }
    }
}

/// What marks mean, one a line.
pub(super) fn legend(locale: &Locale, marks: &BTreeSet<Mark>) -> Vec<String> {
    let meaning = |mark: &Mark| {
        let meaning = match mark {
            Mark::Unsigned => locale.text("mark-unsigned"),
            Mark::Local => locale.text("mark-local"),
            Mark::Provisional => locale.text("mark-provisional"),
            Mark::Remembered => locale.text("mark-remembered"),
        };
        format!("{} {meaning}", mark.sign())
    };
    marks.iter().map(meaning).collect()
}

impl<'a> Page<'a> {
    /// An empty page.
    pub(super) const fn new(out: &'a Output) -> Self {
        Self {
            out,
            text: String::new(),
            marks: BTreeSet::new(),
        }
    }

    /// The heading of a page about one case.
    pub(super) fn of_case(&mut self, case: &str, callsign: &str) {
        self.styled(Style::Head, &format!("{case} · {}", escape(callsign)), "");
    }

    /// A line as it stands.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// An empty line, unless the page begins or one stands there.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A heading after a gap.
    pub(super) fn head(&mut self, style: Style, text: &str) {
        self.gap();
        let painted = self.out.paint(style, text);
        self.line(&painted);
    }

    /// A text, wrapped.
    pub(super) fn words(&mut self, text: &str, first: &str, next: &str) {
        for line in wrap(text, self.out.width, first, next) {
            self.line(&line);
        }
    }

    /// A text, wrapped, in a style.
    pub(super) fn styled(&mut self, style: Style, text: &str, indent: &str) {
        for line in wrap(text, self.out.width.saturating_sub(width(indent)), "", "") {
            let painted = self.out.paint(style, &line);
            self.line(&format!("{indent}{painted}"));
        }
    }

    /// Something that must not be missed.
    pub(super) fn alert(&mut self, style: Style, text: &str) {
        for (at, line) in wrap(text, self.out.width, "! ", "  ").iter().enumerate() {
            let body = line.get(2..).unwrap_or_default();
            let painted = self.out.paint(style, body);
            let sign = if at == 0 { "! " } else { "  " };
            self.line(&format!("{sign}{painted}"));
        }
    }

    /// Names with their values, in two columns; empty values are left out.
    pub(super) fn pairs(&mut self, indent: &str, pairs: &[(String, String)]) {
        let widest = pairs.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
        let next = format!("{indent}{}", " ".repeat(widest + 2));
        for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            let first = format!("{indent}{}", pad(name, widest + 2));
            self.words(value, &first, &next);
        }
    }

    /// Text that is already laid out.
    pub(super) fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Notes that a mark was used.
    pub(super) fn mark(&mut self, mark: Mark) -> &'static str {
        self.marks.insert(mark);
        mark.sign()
    }

    /// Explains the marks that were used.
    pub(super) fn legend(&mut self) {
        let meanings = legend(&self.out.locale, &self.marks);
        if !meanings.is_empty() {
            self.gap();
            for meaning in meanings {
                self.styled(Style::Dim, &meaning, "");
            }
        }
    }

    /// The page.
    pub(super) fn done(self) -> String {
        self.text
    }
}
