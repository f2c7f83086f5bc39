//! The lines of a reckoning: message ids with what they fill in.

use chrono::NaiveDate;

use crate::domain::event::Step;

/// A line without a day.
pub fn note(text: &str, args: &[(&str, &str)]) -> Step {
    Step {
        text: text.to_owned(),
        args: args
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
            .collect(),
        date: None,
    }
}

/// A line that reaches a day, which the message finds as `date`.
pub(super) fn step(text: &str, args: &[(&str, &str)], date: NaiveDate) -> Step {
    let mut step = note(text, args);
    step.args.insert("date".to_owned(), date.to_string());
    step.date = Some(date);
    step
}
