//! `rule list|show|explain|check`: the law as data. Needs no store.

use chrono::NaiveDate;

use crate::app::error::AppError;
use crate::app::view::{
    self, Covered, ExplainedStep, Gaps, RuleFinding, RuleItem, Rules, RulesChecked,
};
use crate::domain::code::{Actor, AppealKind, RuleStatus};
use crate::domain::event::Step;
use crate::rules::{self, Book, Query, Rule, Start};

/// The rules of some jurisdictions, or all.
///
/// # Errors
/// A jurisdiction without rules.
pub fn list(book: &Book, jurisdictions: &[String], today: NaiveDate) -> Result<Rules, AppError> {
    for given in jurisdictions {
        if !book.jurisdictions().any(|known| known == given) {
            return Err(AppError::NoRules {
                known: book.jurisdictions().map(str::to_owned).collect(),
            });
        }
    }
    let wanted = |rule: &&Rule| {
        jurisdictions.is_empty() || jurisdictions.iter().any(|j| j == rule.jurisdiction())
    };
    let mut items: Vec<RuleItem> = book
        .rules()
        .filter(wanted)
        .map(|rule| item(book, rule, today))
        .collect();
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
pub fn show(book: &Book, id: &str, today: NaiveDate) -> Result<Rules, AppError> {
    let rule = book.rule(id).ok_or_else(|| rules::unknown_rule(book, id))?;
    Ok(Rules {
        schema: "nansen.rules/1",
        items: vec![item(book, rule, today)],
    })
}

/// What a rule gives from a day, step by step.
///
/// # Errors
/// An unknown rule, fact, day or region.
pub fn explain(
    book: &Book,
    query: &Query,
    today: NaiveDate,
) -> Result<view::Explanation, AppError> {
    let rule = book
        .rule(&query.rule)
        .ok_or_else(|| rules::unknown_rule(book, &query.rule))?;
    let explained = rules::explain(book, query)?;
    let rival = rules::rival(book, query, explained.due)?;
    let mut warnings: Vec<Step> = rival
        .into_iter()
        .chain(explained.warnings.clone())
        .collect();
    for fact in query.facts.keys() {
        let mut less = query.clone();
        less.facts.remove(fact);
        if rules::explain(book, &less).is_ok_and(|without| without == explained) {
            warnings.push(rules::note("warning-fact-idle", &[("fact", fact)]));
        }
    }
    if rule.source.is_old(today) {
        warnings.push(rules::note(
            "warning-old-text",
            &[("text", &rule.source.text_as_of)],
        ));
    }
    if rule.review_by < today {
        let day = rule.review_by.to_string();
        warnings.push(rules::note("warning-review-past", &[("day", &day)]));
    }
    let steps = |steps: Vec<Step>| steps.into_iter().map(ExplainedStep::from).collect();
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
        warnings: steps(warnings),
        about: item(book, rule, today),
    })
}

/// What the law data hold, event by jurisdiction, and where they hold nothing.
pub fn gaps(book: &Book, today: NaiveDate) -> Gaps {
    let meanings = book.vocabulary().event.clone();
    let mut items = Vec::new();
    for event in meanings.keys() {
        for law in book.jurisdictions() {
            let rules = book
                .jurisdiction(law)
                .into_iter()
                .flat_map(|file| &file.rule);
            let covering = rules
                .filter(|rule| rule.trigger.covers(event) && rule.status != RuleStatus::NotInForce)
                .filter(|rule| !rule.is_over(today));
            let ours = |rule: &&Rule| matches!(rule.actor, Actor::Applicant | Actor::Document);
            let (ours, others): (Vec<_>, Vec<_>) = covering.partition(ours);
            let dated = ours.iter().filter(|rule| rule.length().is_some()).count();
            items.push(Covered {
                event: event.clone(),
                jurisdiction: law.to_owned(),
                dated,
                text: ours.len().saturating_sub(dated),
                others: others.len(),
            });
        }
    }
    Gaps {
        schema: "nansen.gaps/1",
        items,
        meanings,
    }
}

/// What is wrong with a rule file, its worked examples included. It is laid over what the program knows, as it would
/// be if it were installed.
pub fn check(mut book: Book, text: &str) -> RulesChecked {
    let mut checked = RulesChecked {
        schema: "nansen.rules-checked/1",
        ok: false,
        rules: 0,
        examples: 0,
        findings: Vec::new(),
    };
    let mut faults = match rules::read(text) {
        Ok(file) => {
            checked.rules = file.rule.len();
            checked.examples = file.rule.iter().map(|rule| rule.example.len()).sum();
            book.add(file.clone());
            rules::check(&book, &file)
        }
        Err(faults) => faults,
    };
    rules::place(text, &mut faults);
    checked.ok = faults.is_empty();
    checked.findings = faults
        .into_iter()
        .map(|fault| RuleFinding {
            line: fault.line,
            rule: fault.rule,
            field: fault.field,
            message: String::new(),
            problem: fault.problem,
        })
        .collect();
    checked
}

fn item(book: &Book, rule: &Rule, today: NaiveDate) -> RuleItem {
    let source = &rule.source;
    let file = book.jurisdiction(rule.jurisdiction());
    let convention = rule.convention.as_deref().zip(file);
    let frame = rule.frame.as_ref().map(|frame| match frame.max {
        Some(max) => format!("{}..{max}", frame.min),
        None => frame.min.to_string(),
    });
    let mut kinds = rule
        .met_by
        .iter()
        .filter_map(|act| act.strip_prefix("appeal:")?.parse().ok());
    let body = kinds
        .next()
        .and_then(|kind: AppealKind| file?.body.get(&kind).cloned());
    RuleItem {
        rule: rule.id.clone(),
        aliases: rule.aliases.clone(),
        jurisdiction: rule.jurisdiction().to_owned(),
        actor: rule.actor,
        what: rule.what.clone(),
        period: rule.period.map(|period| period.to_string()).or(frame),
        rule_status: rule.status,
        source_kind: source.kind.clone(),
        local: rule.local.clone(),
        text_of: source.text_as_of.clone(),
        read_on: source.read_on,
        checked_by: Some(rule.checked_by.clone()).filter(|name| !name.is_empty()),
        review_by: rule.review_by,
        kind: rule.kind.as_str().to_owned(),
        local_name: rule.local_name.clone(),
        citation: rule.citation.clone(),
        body,
        event: rule.trigger.event.clone(),
        basis: rule.trigger.basis,
        computable: rule.length().is_some() && rule.status != RuleStatus::NotInForce,
        old_text: source.is_old(today),
        review_past: rule.review_by < today,
        counted: convention.and_then(|(name, file)| book.convention(file, name).cloned()),
        law: rule.clone(),
    }
}
