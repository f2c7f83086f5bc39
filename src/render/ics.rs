//! A calendar (RFC 5545): days as whole days, hours in UTC, no name of a program, an office or a person.

use chrono::{Days, NaiveDate};

use super::deadline::what;
use crate::app::view::{Act, Calendar, CalendarEvent, Scheduled};
use crate::base::clock::Moment;
use crate::i18n::Locale;

/// The longest line in octets, its end not counted.
const LONGEST: usize = 75;

/// How each calendar of ours begins.
pub const HEAD: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//calendar//calendar//EN\r\n";

/// The calendar as a file.
pub fn calendar(calendar: &Calendar, locale: &Locale) -> String {
    let mut lines = Lines(HEAD.to_owned());
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", "PUBLISH");
    for event in &calendar.events {
        write(&mut lines, event, calendar, locale);
    }
    lines.put("END", "VCALENDAR");
    lines.0
}

fn write(lines: &mut Lines, event: &CalendarEvent, calendar: &Calendar, locale: &Locale) {
    lines.put("BEGIN", "VEVENT");
    lines.put("UID", &event.uid);
    // No finer than the day: a file tells nobody's hours.
    lines.put("DTSTAMP", &format!("{}T000000Z", plain(calendar.as_of)));
    lines.put("SEQUENCE", &event.sequence.to_string());
    let as_of = locale.say("ics-as-of", &[("day", &locale.date(calendar.as_of))]);
    match &event.what {
        None => {
            day(lines, event.day, event.day);
            lines.put("STATUS", "CANCELLED");
            lines.put("SUMMARY", &escaped(&locale.text("ics-gone")));
            lines.put("DESCRIPTION", &escaped(&as_of));
        }
        Some(what) => {
            match what.at {
                Some(at) => {
                    lines.put("DTSTART", &moment(at));
                    again(lines, at, &what.again);
                }
                None => day(lines, event.day, what.until.unwrap_or(event.day)),
            }
            let title = title(what, calendar.full, locale);
            let status = if what.unconfirmed {
                "TENTATIVE"
            } else {
                "CONFIRMED"
            };
            lines.put("STATUS", status);
            lines.put("SUMMARY", &escaped(&title));
            let mut told = vec![as_of];
            told.extend(days(event.day, what, locale));
            let hour = |hour: &String| locale.say("ics-at", &[("hour", hour)]);
            told.extend(what.hour.as_ref().map(hour));
            let safe = |day| locale.say("deadline-safe", &[("day", &locale.day(day))]);
            told.extend(what.safe.map(safe));
            lines.put("DESCRIPTION", &escaped(&told.join(" · ")));
            lines.put("CLASS", "PRIVATE");
            lines.put(
                "TRANSP",
                if what.at.is_some() {
                    "OPAQUE"
                } else {
                    "TRANSPARENT"
                },
            );
            // Of the day that is safe, where it is another.
            let before = what.safe.map_or(0, |safe| (event.day - safe).num_days());
            for days in &what.alarms {
                lines.put("BEGIN", "VALARM");
                lines.put("ACTION", "DISPLAY");
                lines.put("DESCRIPTION", &escaped(&title));
                let ahead = match i64::from(*days) + before {
                    0 => "PT0S".to_owned(),
                    days => format!("-P{days}D"),
                };
                lines.put("TRIGGER", &ahead);
                lines.put("END", "VALARM");
            }
        }
    }
    lines.put("END", "VEVENT");
}

fn day(lines: &mut Lines, first: NaiveDate, last: NaiveDate) {
    let after = last.checked_add_days(Days::new(1)).unwrap_or(last);
    lines.put("DTSTART;VALUE=DATE", &plain(first));
    lines.put("DTEND;VALUE=DATE", &plain(after));
}

/// What is to be said of its days beside the first.
fn days(first: NaiveDate, what: &Scheduled, locale: &Locale) -> Option<String> {
    match what.until.map(|last| locale.day(last)) {
        Some(last) if what.unconfirmed => {
            let first = locale.day(first);
            Some(locale.say("ics-between", &[("first", &first), ("last", &last)]))
        }
        None if what.unconfirmed => Some(locale.text("ics-unconfirmed")),
        // Of whole days the bar in the calendar shows it.
        Some(last) if what.at.is_some() => Some(locale.say("ics-until", &[("last", &last)])),
        _ => None,
    }
}

fn moment(moment: Moment) -> String {
    match moment {
        Moment::Utc(at) => at.format("%Y%m%dT%H%M%SZ").to_string(),
        // As clocks show it wherever it is.
        Moment::There(at) => at.format("%Y%m%dT%H%M%S").to_string(),
    }
}

/// Each further day under the same name. By a rule, which most calendars read; where the clocks are put on in between, the hour of
/// one day in UTC is not that of the next.
fn again(lines: &mut Lines, first: Moment, further: &[Moment]) {
    let clock = |moment: Moment| match moment {
        Moment::Utc(at) => at.time(),
        Moment::There(at) => at.time(),
    };
    if further.iter().any(|one| clock(*one) != clock(first)) {
        let all: Vec<String> = further.iter().copied().map(moment).collect();
        lines.put("RDATE", &all.join(","));
    } else if !further.is_empty() {
        let rule = format!("FREQ=DAILY;COUNT={}", further.len() + 1);
        lines.put("RRULE", &rule);
    }
}

fn title(event: &Scheduled, full: bool, locale: &Locale) -> String {
    if !full {
        return event.case.clone();
    }
    let act = match &event.act {
        Act::Deadline(rule, act) => what(locale, rule.as_deref(), act),
        Act::Task(what) => locale.code("task", what.as_str()),
        Act::Heard(what) => locale.code("event", what.as_str()),
    };
    format!("{} {act}", event.case)
}

fn plain(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// As the value of a text property.
fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => shown.extend(['\\', c]),
            '\n' => shown.push_str("\\n"),
            other if other.is_control() => {}
            other => shown.push(other),
        }
    }
    shown
}

/// The lines, each folded at 75 octets and never within a character.
struct Lines(String);

impl Lines {
    fn put(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if used + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters_and_texts_escaped() {
        let mut lines = Lines(String::new());
        let text = "апелляционная жалоба, через суд; ".repeat(5);
        lines.put("SUMMARY", &escaped(&text));
        assert!(lines.0.ends_with("\r\n"));
        assert!(lines.0.split("\r\n").all(|line| line.len() <= LONGEST));
        assert!(lines.0.split("\r\n").count() > 4);
        let unfolded = lines.0.replace("\r\n ", "");
        let escaped = text.replace(',', "\\,").replace(';', "\\;");
        assert_eq!(unfolded, format!("SUMMARY:{escaped}\r\n"));
        assert_eq!(super::escaped("a\\b\nc\u{7}"), "a\\\\b\\nc");
    }
}
