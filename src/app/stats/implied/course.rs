//! Every way in which an application can have gone, as far as tables ask: two values that go with a third one each need not go together.

use std::sync::LazyLock;

use super::fits;
use crate::app::stats::terms::{self, NONE};
use crate::app::stats::things::granted;
use crate::domain::code::Protection;

/// One way.
struct Course {
    outcome: String,
    state: String,
    protection: String,
    now: String,
    result: String,
    decision: String,
    /// No remedy is told of.
    is_first: bool,
}

static OF_PERSONS: LazyLock<Vec<Course>> = LazyLock::new(|| courses("persons"));
static OF_APPLICATIONS: LazyLock<Vec<Course>> = LazyLock::new(|| courses("applications"));
static OF_DECISIONS: LazyLock<Vec<Course>> = LazyLock::new(|| courses("decisions"));

/// Whether one way has a value of each of these dimensions; what says nothing of a course is passed over.
pub(super) fn is_some(unit: &str, all: &[(&str, Vec<String>)]) -> bool {
    let courses = match unit {
        "applications" => &OF_APPLICATIONS,
        "decisions" => &OF_DECISIONS,
        _ => &OF_PERSONS,
    };
    let says = |course: &Course, (name, values): &(&str, Vec<String>)| {
        values.iter().any(|value| course.has(unit, name, value))
    };
    courses
        .iter()
        .any(|course| all.iter().all(|one| says(course, one)))
}

/// Whether a dimension says something of a course.
pub(super) fn tells(dimension: &str) -> bool {
    matches!(
        dimension,
        "outcome"
            | "state"
            | "protection"
            | "protection_now"
            | "result"
            | "decision"
            | "instance"
            | "expires"
            | "basis"
            | "final"
            | "kind"
            | "order"
            | "year"
            | "quarter"
            | "period"
    )
}

impl Course {
    fn has(&self, unit: &str, dimension: &str, value: &str) -> bool {
        let is_decision = unit == "decisions";
        match dimension {
            "outcome" => self.outcome == value,
            "state" => self.state == value,
            "protection" => self.protection == value,
            "protection_now" => self.now == value,
            "result" => self.result == value,
            "decision" => self.decision == value,
            "instance" => self.is_first == (value == "first_instance"),
            "expires" => (self.now == NONE) == (value == NONE),
            "basis" if is_decision => {
                value == NONE || matches!(&*self.outcome, "granted" | "refused")
            }
            "basis" => value == NONE || self.outcome != "pending",
            "final" => is_decision || value == "unknown" || self.outcome != "pending",
            "kind" | "order" | "year" | "quarter" | "period" if !is_decision => {
                (self.state == NONE) == (value == NONE)
            }
            _ => true,
        }
    }
}

fn courses(unit: &str) -> Vec<Course> {
    let known = |name: &str| terms::known(name).unwrap_or_default();
    let (outcomes, states) = (known("outcome"), known("state"));
    let forms = known("protection");
    let mut all = Vec::new();
    for outcome in &outcomes {
        for state in &states {
            for (protection, now) in forms.iter().flat_map(|a| forms.iter().map(move |b| (a, b))) {
                for (is_first, is_fought) in [(true, false), (false, false), (false, true)] {
                    let result = match unit {
                        "decisions" if is_fought => continue,
                        "decisions" => of_decision(outcome, protection),
                        _ => of_application(state, protection, is_fought),
                    };
                    let form = protection.parse::<Protection>().ok();
                    let course = Course {
                        outcome: outcome.clone(),
                        state: state.clone(),
                        protection: protection.clone(),
                        now: now.clone(),
                        result: result.to_owned(),
                        decision: form.map_or_else(|| result.to_owned(), |form| form.to_string()),
                        is_first,
                    };
                    if course.holds(unit) {
                        all.push(course);
                    }
                }
            }
        }
    }
    all
}

impl Course {
    /// Whether what it says goes together, two by two.
    fn holds(&self, unit: &str) -> bool {
        if unit != "persons" && self.state == NONE {
            return false;
        }
        let instance = if self.is_first {
            "first_instance"
        } else {
            "appeal"
        };
        let all = [
            ("outcome", &*self.outcome),
            ("state", &*self.state),
            ("protection", &*self.protection),
            ("protection_now", &*self.now),
            ("result", &*self.result),
            ("decision", &*self.decision),
            ("instance", instance),
        ];
        let both = |a, b| fits(unit, a, b) && fits(unit, b, a);
        (all.iter().enumerate())
            .all(|(at, one)| all.iter().take(at).all(|other| both(*one, *other)))
    }
}

/// As `Thing::result` reads it.
fn of_application(state: &str, protection: &str, is_fought: bool) -> &'static str {
    match (protection.parse::<Protection>(), state) {
        (Ok(form), _) => granted(form),
        (Err(_), NONE) => NONE,
        (Err(_), _) if is_fought => "pending",
        (Err(_), "pending") => "pending",
        (Err(_), "refused") => "rejected",
        (Err(_), _) => "closed",
    }
}

fn of_decision(outcome: &str, protection: &str) -> &'static str {
    match (protection.parse::<Protection>(), outcome) {
        (Ok(form), _) => granted(form),
        (Err(_), "refused" | "dismissed") => "rejected",
        (Err(_), "closed") => "closed",
        (Err(_), _) => "other",
    }
}
