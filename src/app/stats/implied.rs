//! What follows from the value of one dimension for another: whoever applied in 2018 is of 2015-2019, whoever was granted nothing has
//! nothing now. Every reader knows it: a proof that puts people where nobody can be proves nothing.

mod course;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::str::FromStr as _;

use chrono::{Datelike as _, NaiveDate};

use super::groups::{band, region};
use super::rows::YEARS;
use super::terms::{self, NONE};
use super::things::granted;
use crate::domain::code::{Outcome, Protection};
use crate::domain::event::TableAsked;

/// What is known of whoever stands in a table.
pub(super) struct Implied<'a> {
    asked: &'a TableAsked,
    /// What the conditions admit.
    conditions: BTreeMap<String, Vec<String>>,
    /// Which values of a course were found to go together.
    courses: RefCell<BTreeMap<String, bool>>,
}

impl<'a> Implied<'a> {
    pub(super) fn of(asked: &'a TableAsked) -> Self {
        let mut conditions = terms::filters(&asked.filters);
        // Of a longer period nothing follows: nobody means its years.
        if let Some((from, to)) = asked.period.filter(|(from, to)| to - from < YEARS) {
            let years: Vec<String> = (from..=to).map(|year| year.to_string()).collect();
            let both = conditions.entry("year".to_owned());
            both.and_modify(|all| all.retain(|year| years.contains(year)))
                .or_insert(years);
        }
        Self {
            asked,
            conditions,
            courses: RefCell::default(),
        }
    }

    /// Whether somebody can be in a cell, by its code on each axis. What counts as one can be any of its parts.
    pub(super) fn can_be(&self, codes: &[&str]) -> bool {
        let of_axis = |(name, code): (&'a String, &&str)| {
            let mut combined = self.asked.combined.iter();
            let combined = combined.find(|(of, all)| of == name && all.join("+") == **code);
            let parts = combined.map_or_else(|| vec![(*code).to_owned()], |(_, all)| all.clone());
            (name.as_str(), parts)
        };
        let axes = self.asked.by.iter().zip(codes).map(of_axis);
        let conditions = self.conditions.iter();
        let conditions = conditions.map(|(name, all)| (name.as_str(), all.clone()));
        let all: Vec<(&str, Vec<String>)> = axes.chain(conditions).collect();
        let unit = self.asked.unit.as_str();
        let day = self.asked.as_of;
        let fit = |(one, some): &(&str, Vec<String>), (other, more): &(&str, Vec<String>)| {
            let mut pairs = some.iter().flat_map(|a| more.iter().map(move |b| (a, b)));
            pairs.any(|(a, b)| {
                fits(unit, (one, a), (other, b))
                    && fits(unit, (other, b), (one, a))
                    && (unit == "cases"
                        || !is_unborn((one, a), (other, b), day)
                            && !is_unborn((other, b), (one, a), day))
            })
        };
        let is_known = |(name, values): &(&str, Vec<String>)| {
            values.iter().any(|value| !is_over(name, value, day))
        };
        all.iter().all(is_known)
            && (all.iter().enumerate())
                .all(|(at, one)| all.iter().take(at).all(|other| fit(one, other)))
            && self.is_a_course(&all)
    }

    /// Whether an application can have gone so. Most cells say the same of it.
    fn is_a_course(&self, all: &[(&str, Vec<String>)]) -> bool {
        let said = all.iter().filter(|(name, _)| course::tells(name));
        let said: Vec<(&str, Vec<String>)> = said.cloned().collect();
        if said.len() < 2 {
            return true;
        }
        let named = format!("{said:?}");
        if let Some(known) = self.courses.borrow().get(&named) {
            return *known;
        }
        let found = course::is_some(&self.asked.unit, &said);
        self.courses.borrow_mut().insert(named, found);
        found
    }
}

/// Whether a day lies outside of what was counted up to a day: applications after it, permits that ended before it.
fn is_over(dimension: &str, value: &str, day: Option<NaiveDate>) -> bool {
    let (Some(day), Some(year)) = (
        day,
        value.get(..4).and_then(|year| year.parse::<i32>().ok()),
    ) else {
        return false;
    };
    match dimension {
        "year" | "period" => year > day.year(),
        "quarter" => *value > *format!("{}-Q{}", day.year(), day.month0() / 3 + 1),
        "expires" => *value < *format!("{}-{:02}", day.year(), day.month()),
        _ => false,
    }
}

/// Whether somebody of an age had not been born at a time. Of a case the age is that of the first who is counted: others may have
/// applied before them.
fn is_unborn(
    (age, band): (&str, &str),
    (time, value): (&str, &str),
    day: Option<NaiveDate>,
) -> bool {
    let oldest = match (age, band) {
        ("age_band", "0-4") => 4,
        ("age_band", "5-11") => 11,
        ("age_band", "12-17") => 17,
        _ => return false,
    };
    // Of a period the last year.
    let year = match time {
        "year" | "quarter" => value.get(..4),
        "period" => value.get(5..),
        _ => None,
    };
    let year = year.and_then(|year| year.parse::<i32>().ok());
    (year.zip(day)).is_some_and(|(year, day)| year < day.year() - oldest)
}

/// Of a person or a case without an application all of these are `none`.
const OF_AN_APPLICATION: [&str; 8] = [
    "kind", "state", "order", "result", "decision", "year", "quarter", "period",
];

/// Whether the second value is possible beside the first, by what the first says.
fn fits(unit: &str, (one, value): (&str, &str), (other, beside): (&str, &str)) -> bool {
    let is_decision = unit == "decisions";
    let none = beside == NONE;
    let form = Protection::from_str(value).ok();
    let form_beside = Protection::from_str(beside).ok();
    if one == other {
        return value == beside;
    }
    if OF_AN_APPLICATION.contains(&one) && !is_decision {
        if value == NONE {
            match other {
                "protection" | "protection_now" | "expires" | "basis" => return none,
                "outcome" => return beside == "pending",
                "final" => return beside == "unknown",
                "instance" => return beside == "first_instance",
                _ if OF_AN_APPLICATION.contains(&other) => return none,
                _ => {}
            }
        } else if OF_AN_APPLICATION.contains(&other) && none {
            return false;
        }
    }
    match (one, other) {
        ("year" | "quarter", "period") => beside == of_year(value, band),
        ("quarter", "year") => beside == of_year(value, |year| year.to_string()),
        ("origin", "region") => beside == region(value),
        ("decision", "result") => form.map_or(value == beside, |form| beside == granted(form)),
        ("protection", "decision") => form_beside == form,
        ("protection", "result") => match form {
            Some(form) => beside == granted(form),
            None => !matches!(beside, "recognised" | "complementary"),
        },
        // The strongest that was ever granted is as strong as what is held now.
        ("protection_now", "protection" | "decision") => match form {
            Some(now) if is_decision => form_beside == Some(now),
            Some(now) => form_beside.is_some_and(|ever| ever <= now),
            None => true,
        },
        ("protection_now", "result") => match form {
            Some(Protection::RefugeeStatus) => beside == "recognised",
            Some(now) if is_decision => beside == granted(now),
            Some(_) => matches!(beside, "recognised" | "complementary"),
            None => true,
        },
        ("protection_now", "expires") => none == form.is_none(),
        ("expires", "protection" | "decision") => value == NONE || form_beside.is_some(),
        ("expires", "result") => value == NONE || matches!(beside, "recognised" | "complementary"),
        ("basis", "outcome") => value == NONE || beside != "pending",
        ("final", "outcome") => value == "unknown" || beside != "pending",
        ("state", "result" | "decision" | "protection") if !is_decision => match value {
            "granted" | "ended" => {
                form_beside.is_some() || matches!(beside, "recognised" | "complementary")
            }
            "pending" => !matches!(beside, "rejected" | "closed"),
            "refused" => beside != "closed",
            _ => beside != "rejected",
        },
        // Of a person another application can hold.
        ("state", "protection_now" | "expires") if matches!(unit, "applications" | "decisions") => {
            value != "ended" || beside == NONE
        }
        // Nobody flees from where they ask for protection.
        ("origin", "jurisdiction") => !value.eq_ignore_ascii_case(beside),
        ("outcome", _) => {
            let outcome = Outcome::from_str(value).ok();
            of_outcome(unit, outcome, (other, beside), form_beside)
        }
        _ => true,
    }
}

/// What an outcome says: of a decision itself, else of the last one on the application, which is not all that came of it.
fn of_outcome(
    unit: &str,
    outcome: Option<Outcome>,
    (other, beside): (&str, &str),
    form_beside: Option<Protection>,
) -> bool {
    let is_granted = form_beside.is_some() || matches!(beside, "recognised" | "complementary");
    let on_appeal = matches!(
        outcome,
        Some(Outcome::Allowed | Outcome::Dismissed | Outcome::Remitted)
    );
    match other {
        "instance" if on_appeal => beside != "first_instance",
        "instance" if unit == "decisions" => {
            beside == "first_instance"
                || !matches!(
                    outcome,
                    Some(Outcome::Granted | Outcome::Refused | Outcome::Revoked)
                )
        }
        "basis" if unit == "decisions" => {
            beside == NONE || matches!(outcome, Some(Outcome::Granted | Outcome::Refused))
        }
        // Whoever was granted something has it in the history, whatever came before.
        "protection" | "result" | "decision" if unit != "decisions" => match outcome {
            Some(Outcome::Granted) => is_granted,
            None if unit == "applications" => beside == NONE || beside == "pending",
            _ => true,
        },
        "protection_now" | "expires" if unit == "applications" => {
            beside == NONE || !matches!(outcome, None | Some(Outcome::Revoked))
        }
        "state" if unit != "decisions" => match outcome {
            None => matches!(beside, "pending" | NONE),
            Some(Outcome::Granted) => beside == "granted",
            Some(Outcome::Refused) => beside == "refused",
            Some(Outcome::Revoked) => beside == "ended",
            Some(Outcome::Allowed) => matches!(beside, "granted" | "pending"),
            Some(Outcome::Remitted) => matches!(beside, "granted" | "pending" | "ended"),
            Some(_) => true,
        },
        "result" | "decision" => match outcome {
            Some(Outcome::Granted) => is_granted,
            Some(Outcome::Allowed) => is_granted || beside == "other",
            Some(Outcome::Refused | Outcome::Dismissed) => beside == "rejected",
            Some(Outcome::Closed) => beside == "closed",
            Some(_) => beside == "other",
            None => false,
        },
        "protection" => match outcome {
            Some(Outcome::Granted) => is_granted,
            Some(Outcome::Allowed) => true,
            _ => beside == NONE,
        },
        "protection_now" | "expires" if unit == "decisions" => {
            beside == NONE || matches!(outcome, Some(Outcome::Granted | Outcome::Allowed))
        }
        _ => true,
    }
}

/// What the year says at the beginning of a value; `none` of none.
fn of_year(value: &str, says: impl Fn(i32) -> String) -> String {
    let year = value.get(..4).filter(|_| value != NONE);
    let year = year.and_then(|year| year.parse().ok());
    year.map_or_else(|| NONE.to_owned(), says)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn can_be(unit: &str, one: (&str, &str), other: (&str, &str)) -> bool {
        let asked = TableAsked {
            unit: unit.to_owned(),
            by: vec![one.0.to_owned(), other.0.to_owned()],
            as_of: NaiveDate::from_ymd_opt(2026, 9, 30),
            ..TableAsked::default()
        };
        let turned = TableAsked {
            by: vec![other.0.to_owned(), one.0.to_owned()],
            ..asked.clone()
        };
        let found = Implied::of(&asked).can_be(&[one.1, other.1]);
        assert_eq!(
            found,
            Implied::of(&turned).can_be(&[other.1, one.1]),
            "{one:?} {other:?}"
        );
        // A condition says the same as a dimension.
        let alone = TableAsked {
            by: vec![one.0.to_owned()],
            filters: vec![(other.0.to_owned(), vec![other.1.to_ascii_lowercase()])],
            ..asked
        };
        assert_eq!(
            found,
            Implied::of(&alone).can_be(&[one.1]),
            "{one:?} {other:?}"
        );
        found
    }

    #[test]
    fn what_follows_from_a_dimension_is_known() {
        for (one, may, never) in [
            (
                ("year", "2018"),
                &[
                    ("period", "2015-2019"),
                    ("quarter", "2018-Q3"),
                    ("result", "closed"),
                ][..],
                &[
                    ("period", "2020-2024"),
                    ("quarter", "2019-Q1"),
                    ("result", "none"),
                    ("kind", "none"),
                ][..],
            ),
            (
                ("year", "none"),
                &[
                    ("result", "none"),
                    ("outcome", "pending"),
                    ("final", "unknown"),
                ],
                &[
                    ("protection", "humanitarian"),
                    ("outcome", "refused"),
                    ("basis", "unfounded"),
                    ("expires", "unlimited"),
                ],
            ),
            (
                ("origin", "KP"),
                &[("region", "asia"), ("year", "2018")],
                &[("region", "africa")],
            ),
            (
                ("protection", "refugee_status"),
                &[
                    ("decision", "refugee_status"),
                    ("result", "recognised"),
                    ("protection_now", "none"),
                    ("protection_now", "temporary_asylum"),
                    ("expires", "none"),
                    ("outcome", "refused"),
                ],
                &[("decision", "rejected"), ("result", "complementary")],
            ),
            (
                ("protection", "none"),
                &[
                    ("result", "pending"),
                    ("decision", "closed"),
                    ("protection_now", "none"),
                ],
                &[
                    ("result", "recognised"),
                    ("decision", "humanitarian"),
                    ("protection_now", "humanitarian"),
                    ("expires", "2027-01"),
                    ("outcome", "granted"),
                ],
            ),
            (
                ("protection", "temporary_asylum"),
                &[("protection_now", "humanitarian")],
                &[("protection_now", "refugee_status")],
            ),
            (
                ("protection_now", "none"),
                &[("expires", "none")],
                &[("expires", "unlimited")],
            ),
            (
                ("age_band", "5-11"),
                &[
                    ("year", "2015"),
                    ("period", "2015-2019"),
                    ("quarter", "2026-Q3"),
                    ("year", "none"),
                ],
                &[
                    ("year", "2014"),
                    ("period", "2010-2014"),
                    ("quarter", "2014-Q4"),
                ],
            ),
            (
                ("origin", "RU"),
                &[("jurisdiction", "de")],
                &[("jurisdiction", "ru")],
            ),
            (
                ("state", "granted"),
                &[("result", "complementary"), ("outcome", "dismissed")],
                &[
                    ("result", "pending"),
                    ("protection", "none"),
                    ("outcome", "refused"),
                ],
            ),
            (
                ("outcome", "pending"),
                &[
                    ("result", "pending"),
                    ("result", "recognised"),
                    ("decision", "none"),
                ],
                &[("result", "rejected"), ("decision", "closed")],
            ),
            (
                ("outcome", "refused"),
                &[("result", "pending"), ("decision", "rejected")],
                &[("result", "closed")],
            ),
            (
                ("outcome", "revoked"),
                &[("result", "recognised")],
                &[
                    ("result", "pending"),
                    ("protection", "none"),
                    ("state", "granted"),
                ],
            ),
            (
                ("state", "refused"),
                &[("result", "pending"), ("result", "recognised")],
                &[("result", "closed"), ("decision", "none")],
            ),
            (
                ("outcome", "allowed"),
                &[("instance", "court_1"), ("instance", "appeal_court")],
                &[("instance", "first_instance")],
            ),
        ] {
            for other in may {
                assert!(can_be("persons", one, *other), "{one:?} {other:?}");
            }
            for other in never {
                assert!(!can_be("persons", one, *other), "{one:?} {other:?}");
            }
        }
        for (one, other, is_possible) in [
            (("outcome", "refused"), ("result", "rejected"), true),
            (("outcome", "refused"), ("result", "closed"), false),
            (("outcome", "refused"), ("instance", "first_instance"), true),
            (
                ("outcome", "dismissed"),
                ("instance", "first_instance"),
                false,
            ),
            (("outcome", "revoked"), ("basis", "unfounded"), false),
            (("outcome", "allowed"), ("decision", "other"), true),
            (
                ("protection_now", "humanitarian"),
                ("protection", "refugee_status"),
                false,
            ),
        ] {
            assert_eq!(
                can_be("decisions", one, other),
                is_possible,
                "{one:?} {other:?}"
            );
        }
        for (one, other) in [
            (("basis", "unfounded"), ("result", "closed")),
            (("basis", "inadmissible"), ("instance", "appeal_court")),
            (("state", "ended"), ("protection_now", "humanitarian")),
            (("state", "ended"), ("expires", "2027-01")),
        ] {
            assert!(!can_be("decisions", one, other), "{one:?} {other:?}");
        }
        // Two by two these go together: refused, pending, at first instance. Pending is what is fought, and that is not at first instance.
        let fought = |instance: &str| {
            let asked = TableAsked {
                unit: "persons".to_owned(),
                by: vec!["outcome".to_owned(), "result".to_owned()],
                filters: vec![("instance".to_owned(), vec![instance.to_owned()])],
                ..TableAsked::default()
            };
            Implied::of(&asked).can_be(&["refused", "pending"])
        };
        assert!(fought("appeal") && !fought("first_instance"));
        assert!(can_be(
            "persons",
            ("state", "ended"),
            ("protection_now", "humanitarian")
        ));
        assert!(!can_be(
            "applications",
            ("outcome", "pending"),
            ("result", "rejected")
        ));
    }

    #[test]
    fn what_counts_as_one_can_be_any_of_its_parts_and_nothing_is_to_come() {
        let asked = TableAsked {
            unit: "persons".to_owned(),
            by: vec!["period".to_owned(), "year".to_owned()],
            as_of: NaiveDate::from_ymd_opt(2024, 5, 31),
            combined: vec![(
                "year".to_owned(),
                vec!["2018".to_owned(), "2021".to_owned()],
            )],
            ..TableAsked::default()
        };
        let implied = Implied::of(&asked);
        for (codes, is_possible) in [
            (["2015-2019", "2018+2021"], true),
            (["2020-2024", "2018+2021"], true),
            (["2010-2014", "2018+2021"], false),
            (["2020-2024", "2024"], true),
            (["2025-2029", "2025"], false),
        ] {
            assert_eq!(implied.can_be(&codes), is_possible, "{codes:?}");
        }
        // Of a period that nobody means nothing follows.
        let ages = TableAsked {
            period: Some((1, 9999)),
            ..asked.clone()
        };
        assert!(Implied::of(&ages).can_be(&["2020-2024", "2021"]));
        let quarters = TableAsked {
            by: vec!["quarter".to_owned(), "expires".to_owned()],
            combined: Vec::new(),
            period: Some((2023, 2025)),
            ..asked
        };
        let implied = Implied::of(&quarters);
        for (codes, is_possible) in [
            (["2024-Q2", "2024-05"], true),
            (["2024-Q3", "2024-05"], false),
            (["2024-Q1", "2024-04"], false),
            (["2022-Q4", "2024-06"], false),
        ] {
            assert_eq!(implied.can_be(&codes), is_possible, "{codes:?}");
        }
    }
}
