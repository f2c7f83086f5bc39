//! `find`: words in the notes of all cases and in the notices of the office, looked for in memory. No index of them exists, and what is sealed is not looked
//! into.

use std::ops::Range;

use any_ascii::any_ascii_char;

use crate::app::error::AppError;
use crate::app::notice;
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view::{Found, FoundNote};
use crate::base::date::PartialDate;
use crate::domain::event::Entry;
use crate::domain::history::History;
use crate::domain::notice::Notice;

impl Session<'_> {
    /// The notes in which every word stands, the latest first: in any case and script, as a beginning of a word or within it.
    ///
    /// # Errors
    /// [`AppError::NothingToFind`]; the store.
    pub fn find_notes(&self, text: &str) -> Result<Found, AppError> {
        let words: Vec<String> = text.split_whitespace().map(plain).collect();
        let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            return Err(AppError::NothingToFind);
        }
        let (mut looked, mut items) = (0_usize, Vec::new());
        for case in self.cases(None)? {
            let events = self.store.events(case.id)?;
            for item in History::resolve(&events, None).items {
                let Entry::NoteTaken(note) = item.entry else {
                    continue;
                };
                looked = looked.saturating_add(1);
                let Some(marks) = marked(&note.text, &words) else {
                    continue;
                };
                let recorded = item.root.payload.at.date_naive();
                items.push(FoundNote {
                    case: number_of(&case),
                    callsign: callsign_of(&case),
                    event: item.root.id.to_string(),
                    date: note.date.unwrap_or_else(|| PartialDate::from(recorded)),
                    by: item.root.payload.by.clone(),
                    text: note.text.clone(),
                    marks,
                });
            }
        }
        let mut notices = Vec::new();
        for notice in Notice::all(&self.store.office_events()?) {
            looked = looked.saturating_add(1);
            if marked(&notice.data.text, &words).is_some() {
                notices.push(notice::shown(&notice, self.today()));
            }
        }
        items.sort_by(|a, b| (b.date.early(), &a.case).cmp(&(a.date.early(), &b.case)));
        Ok(Found {
            schema: "nansen.found/1",
            looked,
            items,
            notices,
        })
    }
}

/// Small Latin letters and digits: what a text comes down to in any script, with or without marks.
fn plain(text: &str) -> String {
    text.chars().flat_map(letters).collect()
}

fn letters(c: char) -> impl Iterator<Item = char> {
    let latin = any_ascii_char(c).chars();
    latin
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
}

/// Where the words stand in a text; none where one of them does not.
fn marked(text: &str, words: &[String]) -> Option<Vec<Range<usize>>> {
    // Each plain letter, with the place in the text that it comes from.
    let mut flat = String::new();
    let mut places = Vec::new();
    for (at, c) in text.char_indices() {
        for letter in letters(c) {
            flat.push(letter);
            places.push((at, at + c.len_utf8()));
        }
    }
    let mark = |word: &String| {
        let begin = flat.find(word.as_str())?;
        let last = begin.checked_add(word.len())?.checked_sub(1)?;
        Some(places.get(begin)?.0..places.get(last)?.1)
    };
    words.iter().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, wanted: &str) -> Option<Vec<String>> {
        let words: Vec<String> = wanted.split_whitespace().map(plain).collect();
        let marks = marked(text, &words)?;
        Some(
            marks
                .into_iter()
                .map(|at| text.get(at).unwrap().to_owned())
                .collect(),
        )
    }

    #[test]
    fn words_are_found_in_any_case_and_script() {
        let text = "Дозвонились: слушание перенесено, Überstellung nach Łódź.";
        for (wanted, marks) in [
            ("слушание", vec!["слушание"]),
            ("СЛУШ", vec!["слуш"]),
            ("slushanie", vec!["слушание"]),
            ("uberstellung lodz", vec!["Überstellung", "Łódź"]),
        ] {
            assert_eq!(found(text, wanted).unwrap(), marks, "{wanted}");
        }
        assert_eq!(found(text, "слушание отменено"), None);
        assert_eq!(found("", "x"), None);
    }
}
