//! What can be filled into a sentence.

use std::borrow::Cow;

use chrono::NaiveDate;
use fluent_bundle::FluentValue;

use super::Locale;

/// A value that a sentence fills in.
pub trait Fill {
    /// As Fluent takes it: numbers choose the plural.
    fn value(&self) -> FluentValue<'_>;
}

impl Fill for &str {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl Fill for String {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl Fill for $number {
            fn value(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        })+
    };
}

numbers!(u16, i32, u32, i64, u64, usize);

/// A text that is a whole number or an ISO day is filled in as one.
pub(super) fn read<'a>(locale: &Locale, text: &'a str) -> FluentValue<'a> {
    let number = text.parse::<i64>().ok().filter(|n| n.to_string() == text);
    if let Some(number) = number {
        return FluentValue::from(number);
    }
    match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        Ok(day) if text.len() == 10 => FluentValue::String(Cow::Owned(locale.day(day))),
        _ => FluentValue::String(Cow::Borrowed(text)),
    }
}
