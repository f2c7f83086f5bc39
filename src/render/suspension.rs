//! Whether a removal must wait, and by what, in lines beneath it.

use super::page::{Mark, Page};
use crate::app::view::{Suspends, Suspension};
use crate::base::text::escape;
use crate::domain::code::{FilingKind, RuleStatus, Suspender};

/// A line for the answer, and one for each thing that bears on it.
pub(super) fn lines(page: &mut Page<'_>, of: &Suspension) -> Vec<String> {
    let mut lines = vec![page.out.locale.code("suspended", of.state.as_str())];
    lines.extend(of.by.iter().map(|one| by(page, one)));
    lines
}

fn by(page: &mut Page<'_>, one: &Suspends) -> String {
    let locale = &page.out.locale;
    let mut text = locale.code("suspender", one.why.as_str());
    let ordered = matches!(one.why, Suspender::InterimMeasure | Suspender::Order);
    if let Some(day) = one.date.filter(|_| ordered) {
        text = format!("{text} {}", locale.partial(day));
    }
    if let Some(until) = one.until {
        let until = locale.say("show-measure-until", &[("day", &locale.partial(until))]);
        text = format!("{text}, {until}");
    }
    if let Some(reference) = &one.r#ref {
        let named = match reference.parse::<FilingKind>() {
            Ok(paper) => locale.code("filing", paper.as_str()),
            Err(_) => reference.clone(),
        };
        text = format!("{named}: {text}");
    }
    let (Some(rule), Some(citation)) = (&one.rule, &one.citation) else {
        return text;
    };
    let remembered = match one.rule_status {
        Some(RuleStatus::PartlyVerified | RuleStatus::Remembered) => page.mark(Mark::Remembered),
        _ => "",
    };
    format!(
        "{text} · {}{remembered} · {}",
        escape(citation),
        escape(rule)
    )
}
