//! Which values a dimension can have: what is asked for is one of them, in the letters that the store writes.

use std::collections::{BTreeMap, BTreeSet};

use super::groups::{band, regions};
use crate::app::fields::BODIES;
use crate::app::own;
use crate::base::close::close;
use crate::domain::code::{
    AppealKind, ApplicationKind, ApplicationOrder, ApplicationState, Basis, Outcome, Protection,
    Sex,
};
use crate::domain::country;

/// UNHCR's bands, and those whose year of birth is not recorded.
const AGES: &[&str] = &["0-4", "5-11", "12-17", "18-59", "60+", "unknown"];

const RESULTS: &[&str] = &[
    "recognised",
    "complementary",
    "rejected",
    "closed",
    "pending",
    "other",
];

/// What stands where there is nothing.
pub(super) const NONE: &str = "none";

/// A value in the letters of the store, where the dimension can have it.
///
/// # Errors
/// The values that are like it.
pub(super) fn written(dimension: &str, value: &str) -> Result<String, Vec<String>> {
    let fits = |known: &String| known.eq_ignore_ascii_case(value);
    let Some(known) = known(dimension) else {
        return if has_its_form(dimension, value) {
            Ok(as_of_time(value))
        } else {
            Err(examples(dimension))
        };
    };
    if let Some(known) = known.iter().find(|known| fits(known)) {
        return Ok(known.clone());
    }
    // Of codes as short as a country's every other one is like it.
    let short = known.iter().all(|code| code.len() <= 12) && value.len() <= 3;
    let small = value.to_ascii_lowercase();
    let mut near = if short {
        let begins = |code: &&String| {
            let code = code.to_ascii_lowercase();
            code.chars().next() == small.chars().next() && code.len() == small.len()
        };
        known.iter().filter(begins).cloned().collect()
    } else {
        close(&small, known.iter().map(String::as_str))
    };
    if near.is_empty() {
        near = known.into_iter().take(MOST_NAMED).collect();
    }
    Err(near)
}

/// An office as those who have cases are written.
///
/// # Errors
/// The offices that are like it.
pub(super) fn office(offices: &BTreeSet<String>, value: &str) -> Result<String, Vec<String>> {
    let none = NONE.to_owned();
    let mut known = offices.iter().chain([&none]);
    if let Some(known) = known.find(|known| known.eq_ignore_ascii_case(value)) {
        return Ok(known.clone());
    }
    let near = close(value, offices.iter().map(String::as_str));
    if near.is_empty() {
        return Err(offices.iter().take(MOST_NAMED).cloned().collect());
    }
    Err(near)
}

/// Of longer lists only so many are named.
const MOST_NAMED: usize = 12;

/// The filters of a question as the store writes their values; what two filters of one dimension admit is what both do.
pub(super) fn filters(asked: &[(String, Vec<String>)]) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, values) in asked {
        let values = values.iter();
        let values: Vec<String> = values
            .map(|value| match own::dimension(name) {
                Some(_) => value.clone(),
                None => written(name, value).unwrap_or_else(|_| value.clone()),
            })
            .collect();
        match all.get_mut(name) {
            Some(both) => both.retain(|value| values.contains(value)),
            None => {
                all.insert(name.clone(), values);
            }
        }
    }
    all
}

/// Whether a value says that nothing is recorded.
pub(super) fn is_unknown(dimension: &str, value: &str) -> bool {
    let is_empty = value == NONE;
    let can_lack = matches!(dimension, "year" | "quarter" | "period" | "office");
    value == "unknown" || (is_empty && (can_lack || own::dimension(dimension).is_some()))
}

/// Whether nothing can be recorded in a dimension.
pub(super) fn can_be_unknown(dimension: &str) -> bool {
    let listed = known(dimension).unwrap_or_default();
    let mut values = listed.iter().map(String::as_str).chain([NONE]);
    values.any(|value| is_unknown(dimension, value))
}

/// Every value of a dimension that has a list of them.
pub(super) fn known(dimension: &str) -> Option<Vec<String>> {
    let of = |codes: &[&str], more: &[&str]| -> Vec<String> {
        let all = codes.iter().chain(more);
        all.map(|code| (*code).to_owned()).collect()
    };
    let protections: Vec<&str> = Protection::ALL.iter().map(|one| one.as_str()).collect();
    Some(match dimension {
        "protection" | "protection_now" => of(&protections, &[NONE]),
        "outcome" => {
            let codes: Vec<&str> = Outcome::ALL.iter().map(|one| one.as_str()).collect();
            of(&codes, &["pending"])
        }
        "kind" => {
            let codes: Vec<&str> = ApplicationKind::ALL
                .iter()
                .map(|one| one.as_str())
                .collect();
            of(&codes, &[NONE])
        }
        "origin" => {
            let codes: Vec<&str> = country::all().collect();
            of(&codes, &["stateless", "unknown"])
        }
        "region" => regions().into_iter().map(str::to_owned).collect(),
        "jurisdiction" => {
            let codes = country::all().map(str::to_ascii_lowercase);
            codes.chain(of(BODIES, &[NONE])).collect()
        }
        "sex" => Sex::ALL.iter().map(|one| one.as_str().to_owned()).collect(),
        "age_band" => of(AGES, &[]),
        "basis" => {
            let codes: Vec<&str> = Basis::ALL.iter().map(|one| one.as_str()).collect();
            of(&codes, &[NONE])
        }
        "instance" => {
            let codes: Vec<&str> = AppealKind::ALL.iter().map(|one| one.as_str()).collect();
            of(&["first_instance"], &codes)
        }
        "state" => {
            let codes: Vec<&str> = ApplicationState::ALL
                .iter()
                .map(|one| one.as_str())
                .collect();
            of(&codes, &[NONE])
        }
        "order" => {
            let codes: Vec<&str> = ApplicationOrder::ALL
                .iter()
                .map(|one| one.as_str())
                .collect();
            of(&codes, &[NONE])
        }
        "final" => of(&["yes", "no", "unknown"], &[]),
        "result" => of(RESULTS, &[NONE]),
        "decision" => [of(&protections, RESULTS), of(&[NONE], &[])].concat(),
        _ => return None,
    })
}

/// Whether a value is one of a dimension's own, whoever has it: on its list, or a span of time. That there is none of a time is
/// on no list.
pub(super) fn is_listed(dimension: &str, value: &str) -> bool {
    known(dimension).map_or_else(
        || {
            let is_time = matches!(dimension, "year" | "quarter" | "period" | "expires");
            is_time && value != NONE && written(dimension, value).is_ok_and(|own| own == value)
        },
        |known| known.iter().any(|code| code == value),
    )
}

/// Whether a value has the form that a dimension without a list has.
fn has_its_form(dimension: &str, value: &str) -> bool {
    let digits = |text: &str, many: usize| {
        text.len() == many && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let in_year = |part: &str| value.split_once(part).filter(|(year, _)| digits(year, 4));
    if value.eq_ignore_ascii_case(NONE) {
        return true;
    }
    match dimension {
        "year" => digits(value, 4),
        "period" => in_year("-").is_some_and(|(_, last)| {
            let first = value.get(..4).and_then(|year| year.parse::<i32>().ok());
            digits(last, 4) && first.is_some_and(|year| band(year) == value)
        }),
        "quarter" => in_year("-Q")
            .or_else(|| in_year("-q"))
            .is_some_and(|(_, n)| matches!(n, "1" | "2" | "3" | "4")),
        "expires" => {
            value.eq_ignore_ascii_case("unlimited")
                || in_year("-")
                    .is_some_and(|(_, month)| digits(month, 2) && ("01"..="12").contains(&month))
        }
        // An office's alias is whatever the office calls it.
        _ => true,
    }
}

fn as_of_time(value: &str) -> String {
    match value {
        _ if value.eq_ignore_ascii_case(NONE) => NONE.to_owned(),
        _ if value.eq_ignore_ascii_case("unlimited") => "unlimited".to_owned(),
        _ => value.replace("-q", "-Q"),
    }
}

fn examples(dimension: &str) -> Vec<String> {
    let examples: &[&str] = match dimension {
        "year" => &["2010", NONE],
        "quarter" => &["2010-Q3", NONE],
        "period" => &["2010-2014", NONE],
        _ => &["2010-09", "unlimited", NONE],
    };
    examples.iter().map(|&one| one.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::stats::DIMENSIONS;

    #[test]
    fn what_is_asked_for_is_a_value_in_the_letters_of_the_store() {
        for (dimension, typed, stored) in [
            ("origin", "kp", "KP"),
            ("origin", "Stateless", "stateless"),
            ("jurisdiction", "DE", "de"),
            ("jurisdiction", "un", "un"),
            ("quarter", "2010-q3", "2010-Q3"),
            ("age_band", "60+", "60+"),
            ("year", "None", "none"),
            ("expires", "2010-09", "2010-09"),
            ("office", "East", "East"),
        ] {
            assert_eq!(written(dimension, typed).as_deref(), Ok(stored));
        }
        assert_eq!(
            written("protection", "refugee"),
            Err(vec!["refugee_status".to_owned()])
        );
        let near = written("origin", "KX").unwrap_err();
        assert!(near.contains(&"KP".to_owned()), "{near:?}");
        for dimension in DIMENSIONS.iter().filter(|name| **name != "office") {
            let near = written(dimension, "zz-zz").unwrap_err();
            assert!(!near.is_empty(), "{dimension}");
        }
        for bad in ["2010-Q5", "10-Q1", "2010-Q", "2010"] {
            assert!(written("quarter", bad).is_err(), "{bad}");
        }
        assert!(written("expires", "2010-13").is_err());
    }

    #[test]
    fn two_filters_of_one_dimension_admit_what_both_do() {
        let asked = [
            ("origin".to_owned(), vec!["kp".to_owned(), "sy".to_owned()]),
            ("origin".to_owned(), vec!["SY".to_owned()]),
        ];
        assert_eq!(filters(&asked)["origin"], ["SY"]);
    }
}
