//! `rule list|show|explain`: the law as data. Needs no store.

use crate::app::error::AppError;
use crate::app::view::{self, ExplainedStep, RuleItem, Rules};
use crate::domain::event::Step;
use crate::rules::{self, Book, Query, Rule, Start};

/// The rules of some jurisdictions, or all.
///
/// # Errors
/// A jurisdiction without rules.
pub fn list(book: &Book, jurisdictions: &[String]) -> Result<Rules, AppError> {
    for given in jurisdictions {
        if !book.jurisdictions().any(|known| known == given) {
            return Err(AppError::UnknownTerm {
                what: "jurisdiction",
                known: book.jurisdictions().map(str::to_owned).collect(),
            });
        }
    }
    let wanted = |rule: &&Rule| {
        jurisdictions.is_empty() || jurisdictions.iter().any(|j| j == rule.jurisdiction())
    };
    let mut items: Vec<RuleItem> = book.rules().filter(wanted).map(item).collect();
    items.sort_by(|a, b| a.rule.cmp(&b.rule));
    Ok(Rules {
        schema: "nansen.rules/1",
        items,
    })
}

/// One rule, whole.
///
/// # Errors
/// No such rule.
pub fn show(book: &Book, id: &str) -> Result<Rules, AppError> {
    let rule = book.rule(id).ok_or_else(|| rules::unknown_rule(book, id))?;
    Ok(Rules {
        schema: "nansen.rules/1",
        items: vec![item(rule)],
    })
}

/// What a rule gives from a day, step by step.
///
/// # Errors
/// An unknown rule, fact, day or region.
pub fn explain(book: &Book, query: &Query) -> Result<view::Explanation, AppError> {
    let rule = book
        .rule(&query.rule)
        .ok_or_else(|| rules::unknown_rule(book, &query.rule))?;
    let explained = rules::explain(book, query)?;
    let steps = |steps: Vec<Step>| {
        steps
            .into_iter()
            .map(|step| ExplainedStep {
                text: String::new(),
                date: step.date,
                step,
            })
            .collect()
    };
    Ok(view::Explanation {
        schema: "nansen.explanation/1",
        rule: explained.rule,
        from: match explained.from {
            Start::Date(date) => date.to_string(),
            Start::Time(time) => time.to_rfc3339(),
        },
        due: explained.due,
        due_at: explained.due_at.map(|time| time.to_rfc3339()),
        safe: explained.safe,
        last_arguable: explained.last_arguable,
        steps: steps(explained.steps),
        citation: explained.citation,
        source: explained.source.url.clone(),
        rule_status: explained.rule_status,
        provisional: explained.provisional,
        warnings: steps(explained.warnings),
        about: item(rule),
    })
}

fn item(rule: &Rule) -> RuleItem {
    let source = &rule.source;
    RuleItem {
        rule: rule.id.clone(),
        jurisdiction: rule.jurisdiction().to_owned(),
        actor: rule.actor,
        what: rule.what.clone(),
        period: rule.period.map(|period| period.to_string()),
        rule_status: rule.status,
        text_of: source.text_as_of.clone(),
        read_on: source.read_on,
        checked_by: Some(rule.checked_by.clone()).filter(|name| !name.is_empty()),
        review_by: rule.review_by,
        opened_by: (rule.trigger.event.clone(), rule.trigger.basis),
        citation: rule.citation.clone(),
        quote: source.quote.clone(),
        source: source.url.clone(),
        notes: rule.conflict.iter().chain(&rule.notes).cloned().collect(),
        restoration: rule.restoration.clone(),
        suspensive: rule.suspensive.text.clone().unwrap_or_default(),
    }
}
