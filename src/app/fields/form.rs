//! Reads what was typed into a field's form.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{BODIES, Form, Problem};
use crate::base::clock;
use crate::base::date::PartialDate;
use crate::base::text::short_line;
use crate::domain::country;
use crate::domain::fact::Fact;

impl Form {
    /// Free text, which no option takes: the shell would keep it.
    pub fn is_free(self) -> bool {
        matches!(self, Self::Text | Self::Line)
    }

    /// Reads what was typed into its stored form; `null` for nothing, an object for several fields.
    pub(super) fn read(self, text: &str, today: NaiveDate) -> Result<Value, Problem> {
        if text.is_empty() {
            return Ok(Value::Null);
        }
        let code = |codes: &'static [&'static str], text: &str| {
            codes
                .iter()
                .find(|c| **c == text)
                .map(|c| json!(c))
                .ok_or(Problem::Code(codes))
        };
        let date = || PartialDate::parse(text, today).map_err(Problem::Date);
        match self {
            Self::Date => Ok(json!(date()?)),
            Self::Past => {
                let date = date()?;
                if date.earliest() > today {
                    Err(Problem::Future)
                } else {
                    Ok(json!(date))
                }
            }
            Self::Day | Self::PastDay => {
                let day = date()?.day().ok_or(Problem::Day)?;
                if self == Self::PastDay && day > today {
                    return Err(Problem::Future);
                }
                Ok(json!(day))
            }
            Self::Every => every(text).map(|days| json!(days)).ok_or(Problem::Every),
            Self::Hour => clock::hour(text).map(|_| json!(text)).ok_or(Problem::Hour),
            Self::Country => {
                let code = text.to_ascii_uppercase();
                country::exists(&code)
                    .then(|| json!(code))
                    .ok_or(Problem::Country)
            }
            Self::Language => {
                let fits =
                    (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase());
                fits.then(|| json!(text)).ok_or(Problem::Language)
            }
            Self::Code(codes) => code(codes, text),
            Self::Codes(_) if text == "none" => Ok(json!([])),
            Self::Codes(codes) => text
                .split(',')
                .map(|one| code(codes, one.trim()))
                .collect::<Result<_, _>>(),
            Self::On => Ok(Value::Null),
            Self::Word | Self::Alias => word(text),
            Self::Words => text
                .split(',')
                .map(|one| word(one.trim()))
                .collect::<Result<_, _>>(),
            Self::Fact => {
                let (name, value) = text.split_once('=').ok_or(Problem::FactName)?;
                let fact = Fact::named(name).ok_or(Problem::FactName)?;
                if fact.admits(value) {
                    Ok(json!({ "name": name, "value": value }))
                } else {
                    Err(Problem::FactValue)
                }
            }
            Self::Own => {
                // What a declaration says of it is not known here.
                let (name, value) = text.split_once('=').unwrap_or((text, ""));
                Ok(json!({ "name": name.trim(), "value": value.trim() }))
            }
            Self::Yes => text
                .parse::<bool>()
                .map(|yes| json!(yes))
                .map_err(|_| Problem::Yes),
            Self::Year => match text.parse::<i32>() {
                Ok(year) if (1900..=chrono::Datelike::year(&today)).contains(&year) => {
                    Ok(json!(year))
                }
                _ => Err(Problem::Year),
            },
            Self::Origin => origin(text),
            Self::Jurisdiction => {
                let code = text.to_ascii_lowercase();
                if BODIES.contains(&code.as_str()) || country::exists(&code.to_ascii_uppercase()) {
                    Ok(json!(code))
                } else {
                    Err(Problem::Jurisdiction)
                }
            }
            Self::Text => Ok(json!(text)),
            Self::Line => short_line(text)
                .map(|line| json!(line))
                .map_err(Problem::Line),
        }
    }
}

/// How many days `3d` or `2w` are, or a bare number: from one day to three months.
fn every(text: &str) -> Option<u32> {
    let (count, unit) = match (text.strip_suffix('d'), text.strip_suffix('w')) {
        (Some(count), _) => (count, 1),
        (None, Some(count)) => (count, 7),
        (None, None) => (text, 1),
    };
    let digits = (1..=2).contains(&count.len()) && count.bytes().all(|b| b.is_ascii_digit());
    let days = count
        .parse::<u32>()
        .ok()
        .filter(|_| digits)?
        .checked_mul(unit)?;
    (1..=92).contains(&days).then_some(days)
}

/// Whether a text is a code of an office's own: 1 to 40 Latin letters, digits, `-`, `_`, `.`.
pub fn is_word(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    (1..=40).contains(&text.len()) && text.bytes().all(fits)
}

fn word(text: &str) -> Result<Value, Problem> {
    if is_word(text) {
        Ok(json!(text))
    } else {
        Err(Problem::Word)
    }
}

fn origin(text: &str) -> Result<Value, Problem> {
    let lower = text.to_ascii_lowercase();
    if matches!(lower.as_str(), "stateless" | "unknown") {
        return Ok(json!(lower));
    }
    let code = text.to_ascii_uppercase();
    if country::exists(&code) {
        Ok(json!(code))
    } else {
        Err(Problem::Country)
    }
}
