//! From what was typed to what it means: days, spans, reasons, pairs.

use std::fs::File;
use std::io::{self, Read};
use std::os::fd::AsFd as _;
use std::path::Path;

use chrono::{DateTime, Days, FixedOffset, Months, NaiveDate};
use zeroize::Zeroizing;

use crate::app::arrange::{Arrangement, Condition, Relation};
use crate::base::date::PartialDate;
use crate::base::guard;
use crate::base::number::CaseNumber;
use crate::base::secret::SecretString;
use crate::base::text::{self, BadReason};
use crate::cli::args::lists::Arrange;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage, kinds_in_words};
use crate::rules::Start;
use crate::vault::{Recipient, VaultError};

/// A date, as far as it is known.
pub fn date(option: &'static str, text: &str, today: NaiveDate) -> Result<PartialDate, Usage> {
    PartialDate::parse(text, today).map_err(|problem| Usage::Date { option, problem })
}

/// One day.
pub fn day(option: &'static str, text: &str, today: NaiveDate) -> Result<NaiveDate, Usage> {
    date(option, text, today)?.day().ok_or(Usage::Day(option))
}

/// How many days `14d`, `2w`, `3m` or `1y` are from a day on.
pub fn span(text: &str, from: NaiveDate) -> Result<u64, Usage> {
    let unit = text.chars().last().ok_or(Usage::Span)?;
    let count: u32 = text
        .strip_suffix(unit)
        .filter(|count| (1..=4).contains(&count.len()))
        .and_then(|count| count.parse().ok())
        .ok_or(Usage::Span)?;
    let end = match unit {
        'd' => from.checked_add_days(Days::new(count.into())),
        'w' => from.checked_add_days(Days::new(u64::from(count) * 7)),
        'm' => from.checked_add_months(Months::new(count)),
        'y' => from.checked_add_months(Months::new(count * 12)),
        _ => return Err(Usage::Span),
    };
    let days = end
        .ok_or(Usage::Span)?
        .signed_duration_since(from)
        .num_days();
    u64::try_from(days).map_err(|_| Usage::Span)
}

/// A language by its code (ISO 639): `fa`, `tir`.
pub fn language(text: &str) -> Result<String, Usage> {
    let fits = (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase());
    fits.then(|| text.to_owned()).ok_or(Usage::Language)
}

/// How many months `5y` or `18m` are; `never` is none.
///
/// # Errors
/// [`Usage::Months`]
pub fn months(text: &str) -> Result<Option<u32>, Usage> {
    if text == "never" {
        return Ok(None);
    }
    let count = |unit: char| -> Option<u32> {
        let count = text.strip_suffix(unit)?.parse().ok()?;
        Some(count).filter(|count| (1..=600).contains(count))
    };
    let months = count('m').or_else(|| count('y')?.checked_mul(12));
    months
        .filter(|months| *months <= 1200)
        .map(Some)
        .ok_or(Usage::Months)
}

/// The day that lies `90d`, `2w`, `3m` or `1y` before another.
///
/// # Errors
/// [`Usage::Span`]
pub fn back(text: &str, from: NaiveDate) -> Result<NaiveDate, Usage> {
    let days = span(text, from)?;
    from.checked_sub_days(Days::new(days)).ok_or(Usage::Span)
}

/// `60s`: at most ten minutes.
pub fn seconds(text: &str) -> Result<u32, Usage> {
    let number = text
        .strip_suffix('s')
        .and_then(|number| number.parse().ok());
    number
        .filter(|number| (1..=600).contains(number))
        .ok_or(Usage::Seconds)
}

/// `2004-2014`, or one year.
pub fn years(text: &str) -> Result<(i32, i32), Usage> {
    let year = |text: &str| -> Result<i32, Usage> {
        let fits = text.len() == 4;
        text.parse().ok().filter(|_| fits).ok_or(Usage::Years)
    };
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    let (from, to) = (year(from)?, year(to)?);
    if from <= to {
        Ok((from, to))
    } else {
        Err(Usage::Years)
    }
}

/// A day, or an hour where the law counts hours.
pub fn start(text: &str, today: NaiveDate) -> Result<Start, Usage> {
    if text.contains('T') {
        return moment(text).map(Start::Time).ok_or(Usage::Time);
    }
    date("--from", text, today).map(Start::Date)
}

fn moment(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%#z"))
        .ok()
}

/// `NAME=VALUE`
pub fn pair(option: &'static str, text: &str) -> Result<(String, String), Usage> {
    let (name, value) = text.split_once('=').ok_or(Usage::Pair(option))?;
    if name.is_empty() || value.is_empty() {
        return Err(Usage::Pair(option));
    }
    Ok((name.to_owned(), value.to_owned()))
}

/// How a list is to be arranged.
///
/// # Errors
/// [`Usage::Pair`]
pub fn arrangement(typed: &Arrange) -> Result<Arrangement, Usage> {
    let conditions = typed.conditions.iter().map(|text| condition(text));
    Ok(Arrangement {
        sort: typed.sort.clone(),
        columns: typed.columns.clone(),
        conditions: conditions.collect::<Result<_, _>>()?,
    })
}

/// `COL=VALUE[,VALUE]`, `COL!=VALUE`, `COL<VALUE`, `COL>VALUE`.
fn condition(text: &str) -> Result<Condition, Usage> {
    let relations = [
        ("!=", Relation::IsNot),
        ("<", Relation::Before),
        (">", Relation::After),
        ("=", Relation::Is),
    ];
    let mut found = relations.iter().filter_map(|(sign, relation)| {
        let (column, values) = text.split_once(sign)?;
        Some((column, *relation, values))
    });
    let (column, relation, values) = found.next().ok_or(Usage::Pair("--where"))?;
    let values: Vec<String> = values.split(',').map(str::to_owned).collect();
    if column.is_empty() || values.iter().any(|value| value.trim().is_empty()) {
        return Err(Usage::Pair("--where"));
    }
    Ok(Condition {
        column: column.to_owned(),
        relation,
        values,
    })
}

/// A reason that may be kept; `-` reads it from stdin.
pub fn reason(option: &'static str, typed: Option<&str>) -> Result<Option<String>, Failure> {
    let given = match typed {
        None => return Ok(None),
        Some("-") => stdin()?,
        Some(text) => text.to_owned(),
    };
    Ok(Some(checked_reason(option, &given)?))
}

/// A reason that must be given: typed, or asked for.
pub fn needed_reason(
    desk: &Desk,
    option: &'static str,
    typed: Option<&str>,
) -> Result<String, Failure> {
    needed_words(desk, option, "ask-because", typed)
}

/// A few words that must be given: typed, or asked for.
pub fn needed_words(
    desk: &Desk,
    option: &'static str,
    label: &str,
    typed: Option<&str>,
) -> Result<String, Failure> {
    if let Some(reason) = reason(option, typed)? {
        return Ok(reason);
    }
    let label = desk.locale().text(label);
    let check = |text: &str| match text::short_line(text) {
        Ok(_) => Ok(()),
        Err(BadReason::TooLong(_)) => Err(desk.locale().text("ask-because-long")),
        Err(_) => Err(desk.locale().text("ask-because-empty")),
    };
    loop {
        let given = desk.prompt.text(option, &label, "", &check)?;
        if keeps(desk, &given)? {
            let line = text::short_line(&given);
            return Ok(line.map_err(|problem| Usage::Reason { option, problem })?);
        }
    }
}

/// Warns of what a text seems to hold, and asks a person whether it is to be kept; nobody is kept from it. Where nobody can
/// be asked it is kept. Says nothing where nothing was seen: that would say that it is clean.
pub fn keeps(desk: &Desk, text: &str) -> Result<bool, Failure> {
    let kinds = guard::findings(text);
    if kinds.is_empty() {
        return Ok(true);
    }
    let locale = desk.locale();
    let kinds = kinds_in_words(&kinds, locale);
    desk.ui.say(&locale.say("guard-sees", &[("kinds", &kinds)]));
    if !desk.prompt.allowed() {
        return Ok(true);
    }
    let label = locale.text("ask-keep");
    Ok(desk.prompt.confirm("--no-input", &label, false)?)
}

/// To whom a table is released: a word or a few, and never a person.
pub fn recipient(text: &str) -> Result<String, Usage> {
    let to = checked_reason("--to", text)?;
    if to
        .split_whitespace()
        .chain([to.as_str()])
        .any(reads_as_case)
    {
        return Err(Usage::CaseNamed("--to"));
    }
    Ok(to)
}

/// Whether a text is the number of a case as it is printed, or with a figure in it: many a word of nine letters is none.
fn reads_as_case(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let groups = text.split('-').map(|group| group.chars().count());
    let is_printed = groups.eq([3, 3, 3]);
    let has_figure = text.chars().any(char::is_numeric);
    (is_printed || has_figure) && text.parse::<CaseNumber>().is_ok()
}

fn checked_reason(option: &'static str, text: &str) -> Result<String, Usage> {
    text::short_reason(text).map_err(|problem| Usage::Reason { option, problem })
}

/// Everything on stdin.
pub fn stdin() -> Result<String, Failure> {
    short(io::stdin().lock())
}

/// A text that is short: however much there is, no more of it is held.
fn short(source: impl Read) -> Result<String, Failure> {
    /// More than any list of recipients, any table and any file of rules.
    const MOST: usize = 16 << 20;
    let most = u64::try_from(MOST).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    source
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(Failure::Input)?;
    if bytes.len() > MOST {
        return Err(Usage::TextTooLong.into());
    }
    String::from_utf8(bytes).map_err(|_| Failure::Input(io::ErrorKind::InvalidData.into()))
}

/// Recipients of a file, or of stdin where it is `-`: one a line; empty lines and remarks are left out.
///
/// # Errors
/// What is no recipient; no recipient at all.
pub fn recipients(path: &Path) -> Result<Vec<Recipient>, Failure> {
    let text = lines_of(path)?;
    let lines = text.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let all = lines
        .map(str::parse)
        .collect::<Result<Vec<Recipient>, _>>()?;
    if all.is_empty() {
        return Err(VaultError::NoRecipients.into());
    }
    Ok(all)
}

/// Members and their recipients from a file or stdin (`-`): an alias and a recipient a line. Empty lines and `#` comments
/// are skipped.
///
/// # Errors
/// What is no recipient; [`Usage::MemberLine`]; nobody at all.
pub fn members(path: &Path) -> Result<Vec<(String, Recipient)>, Failure> {
    let text = lines_of(path)?;
    let mut all: Vec<(String, Recipient)> = Vec::new();
    for (number, line) in (1_usize..).zip(text.lines()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [] => {}
            [first, ..] if first.starts_with('#') => {}
            [alias, recipient] if all.iter().all(|(known, _)| known != alias) => {
                all.push(((*alias).to_owned(), recipient.parse()?));
            }
            _ => return Err(Usage::MemberLine(number).into()),
        }
    }
    if all.is_empty() {
        return Err(VaultError::NoRecipients.into());
    }
    Ok(all)
}

/// The text of a file, or of stdin.
///
/// # Errors
/// What cannot be read.
pub fn lines_of(path: &Path) -> Result<String, Failure> {
    if path == Path::new("-") {
        stdin()
    } else {
        short(File::open(path).map_err(Failure::Input)?)
    }
}

/// Everything on stdin, which is secret.
pub fn secret_stdin() -> Result<SecretString, Failure> {
    /// More than any card or any person, and room that never grows, so leaves no copies.
    const MOST: usize = 128 * 1024;
    let mut text = Zeroizing::new(Vec::with_capacity(MOST));
    // The library's own stdin has a buffer that nobody wipes.
    let stdin = io::stdin().as_fd().try_clone_to_owned();
    File::from(stdin.map_err(Failure::Input)?)
        .take(u64::try_from(MOST).unwrap_or(u64::MAX))
        .read_to_end(&mut text)
        .map_err(Failure::Input)?;
    let text = std::str::from_utf8(&text)
        .map_err(|_| Failure::Input(io::ErrorKind::InvalidData.into()))?;
    Ok(SecretString::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, 31).unwrap()
    }

    #[test]
    fn spans_end_within_the_month() {
        assert_eq!(span("14d", today()), Ok(14));
        assert_eq!(span("2w", today()), Ok(14));
        assert_eq!(span("1m", today()), Ok(29));
        assert_eq!(span("1y", today()), Ok(366));
        assert_eq!(span("0d", today()), Ok(0));
        for bad in ["", "d", "14", "fortnight", "-3d", "14 d", "99999d", "3ä"] {
            assert_eq!(span(bad, today()), Err(Usage::Span), "{bad}");
        }
    }

    #[test]
    fn years_are_two_or_one() {
        assert_eq!(years("2004-2014"), Ok((2004, 2014)));
        assert_eq!(years("2004"), Ok((2004, 2004)));
        for bad in ["2014-2004", "04-14", "", "2004-"] {
            assert_eq!(years(bad), Err(Usage::Years), "{bad}");
        }
    }

    #[test]
    fn starts_are_days_or_hours() {
        assert!(matches!(start("2021-09-13", today()), Ok(Start::Date(_))));
        for hour in [
            "2021-09-13T14:30+02:00",
            "2021-09-13T14:30:00Z",
            "2021-09-13T14:30Z",
        ] {
            assert!(matches!(start(hour, today()), Ok(Start::Time(_))), "{hour}");
        }
        assert_eq!(start("2021-09-13T25:00Z", today()), Err(Usage::Time));
    }

    #[test]
    fn pairs_have_two_sides() {
        assert_eq!(
            pair("--fact", "a=b=c"),
            Ok(("a".to_owned(), "b=c".to_owned()))
        );
        assert_eq!(pair("--fact", "a"), Err(Usage::Pair("--fact")));
        assert_eq!(pair("--fact", "=b"), Err(Usage::Pair("--fact")));
    }
}
