//! What a number format shows of a day: a cell that shows a month holds the first day of it, which nobody wrote.

use chrono::{Datelike as _, NaiveDate};

use super::Cell;

/// Formats that some languages' programs have under these numbers, and of which some show a month and others a day.
const OF_LANGUAGES: [u32; 6] = [27, 36, 50, 52, 55, 57];

/// What a format without a day shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// A month of a year.
    Month,
    /// A year.
    Year,
}

impl Shown {
    /// What a format shows of a day; nothing where it shows the day, or an hour alone.
    pub(super) fn of(code: &str, number: Option<u32>) -> Option<Self> {
        if code.eq_ignore_ascii_case("General") {
            // As these are told where the file does not say what they are.
            let is_of_language = number.is_some_and(|number| OF_LANGUAGES.contains(&number));
            return is_of_language.then_some(Self::Month);
        }
        let parts = parts(code);
        if parts.contains(&'d') {
            return None;
        }
        // Beside an hour, and before seconds, an m is of minutes.
        let is_month = |at: usize| {
            let before = at.checked_sub(1).and_then(|at| parts.get(at));
            parts.get(at) == Some(&'m')
                && before != Some(&'h')
                && parts.get(at.saturating_add(1)) != Some(&'s')
        };
        if (0..parts.len()).any(is_month) {
            Some(Self::Month)
        } else {
            parts.contains(&'y').then_some(Self::Year)
        }
    }

    /// A day as it is shown.
    pub(super) fn cell(self, day: NaiveDate) -> Cell {
        match self {
            Self::Month => Cell::Text(day.format("%Y-%m").to_string()),
            Self::Year => Cell::Number(f64::from(day.year())),
        }
    }
}

/// The parts of a format that stand for something: `d`, `m`, `y`, `h`, `s`, each once for all its letters.
fn parts(code: &str) -> Vec<char> {
    let mut parts = Vec::new();
    let (mut quoted, mut within, mut last) = (false, false, None);
    let code = code.to_ascii_lowercase().replace("am/pm", "");
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            _ if quoted => {}
            // The next one stands for itself, or for a gap.
            '\\' | '_' | '*' => drop(letters.next()),
            // Languages, colours and conditions.
            '[' => within = true,
            ']' => within = false,
            _ if within => {}
            // What follows is of numbers below nought.
            ';' => break,
            _ => {
                let part = match letter {
                    // Years of an era.
                    'e' | 'g' | 'b' => 'y',
                    part => part,
                };
                if matches!(part, 'd' | 'm' | 'y' | 'h' | 's') && last != Some(part) {
                    parts.push(part);
                }
                last = Some(part);
                continue;
            }
        }
        last = None;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_shows_a_day_a_month_or_a_year() {
        for code in [
            "mmm-yy",
            "mm.yyyy",
            "mm/yyyy",
            "mmmm yyyy",
            "[$-419]mmmm yyyy",
            "[$-40C]mmmm\\ yyyy;@",
            "mmmm\" d'\"yyyy",
            "mmmm",
            "YYYY-MM",
            "mm/yyyy hh",
            "yyyy\"年\"m\"月\"",
        ] {
            assert_eq!(Shown::of(code, None), Some(Shown::Month), "{code}");
        }
        for code in ["yyyy", "yy", "[Red]yyyy", "yyyy\\ \"d.\"", "yyyy hh:mm"] {
            assert_eq!(Shown::of(code, None), Some(Shown::Year), "{code}");
        }
        for code in [
            "dd.mm.yyyy",
            "d-mmm",
            "m/d/yy h:mm",
            "h:mm",
            "mm:ss",
            "[h]:mm:ss",
            "h:mm AM/PM",
            "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
            "General",
            "0.00",
            "@",
        ] {
            assert_eq!(Shown::of(code, None), None, "{code}");
        }
        assert_eq!(Shown::of("General", Some(57)), Some(Shown::Month));
        assert_eq!(Shown::of("General", Some(0)), None);
    }
}
