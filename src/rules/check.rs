//! What is wrong with a rule file: its notation, its words, its worked examples.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use chrono_tz::{TZ_VARIANTS, Tz};
use serde::Deserialize;

use crate::base::close::close;
use crate::domain::code::{
    Actor, AppealKind, ApplicationKind, DateBasis, FilingKind, HappeningKind, Outcome,
};
use crate::rules::book::{Book, Jurisdiction, NATIONAL};
use crate::rules::explain::{Query, explain};
use crate::rules::facts::{Case, admits, is_date, is_number, names, values};
use crate::rules::law::{Example, Rule, RuleKind};
use crate::rules::model::AlternativeKind;

/// One thing that is wrong with a rule file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{rule} {field}: {problem}")]
pub struct Fault {
    /// Where it stands in the file, from 1; none where that cannot be said.
    pub line: Option<usize>,
    /// The rule's id; empty for what concerns the whole file.
    pub rule: String,
    /// The field.
    pub field: String,
    /// Which of the fields of that name, from 0.
    pub nth: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// The ways in which a field of a rule file can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// It cannot be read at all.
    #[error("{0}")]
    Notation(String),
    /// It is another kind of file.
    #[error("no rule file: neither an id nor rules, but {0:?}")]
    NoRuleFile(Vec<String>),
    /// It names what is not known.
    #[error("{given} is not known")]
    Unknown {
        /// What was given.
        given: String,
        /// Known names that are near.
        close: Vec<String>,
    },
    /// It must say something.
    #[error("empty")]
    Empty,
    /// The other field of this name must stand there too, or neither.
    #[error("goes with {0}")]
    GoesWith(&'static str),
    /// It does not begin with the jurisdiction's id and a dot.
    #[error("named otherwise")]
    Name,
    /// It stands there twice.
    #[error("twice")]
    Twice,
    /// It must lie after this.
    #[error("not after {0}")]
    NotAfter(NaiveDate),
    /// A worked example comes out otherwise.
    #[error("from {from} ({why}): wanted {wanted}, got {got}")]
    Example {
        /// The day it runs from.
        from: String,
        /// Why it should be so.
        why: String,
        /// What the example says.
        wanted: String,
        /// What comes out.
        got: String,
    },
}

/// Reads a rule file.
///
/// # Errors
/// The [`Fault`]s of its notation: the first of each rule, and of what is no rule.
pub fn read(text: &str) -> Result<Jurisdiction, Vec<Fault>> {
    toml::from_str(text).map_err(|error| {
        let mut found = notation(text);
        if found.is_empty() {
            found.push(fault(text, "", &error));
        }
        found
    })
}

/// A rule and nothing else.
#[derive(Deserialize)]
struct Alone {
    #[expect(dead_code, reason = "only whether it can be read matters")]
    rule: Vec<Rule>,
}

/// What cannot be read, rule by rule: of each part of the file alone, every other line emptied.
fn notation(text: &str) -> Vec<Fault> {
    let lines: Vec<&str> = text.lines().collect();
    let mut parts = Vec::new();
    let (mut part, mut rules) = (0_usize, 0_usize);
    for line in &lines {
        let line = line.trim_start();
        if line.starts_with("[[rule]]") {
            rules = rules.saturating_add(1);
            part = rules;
        } else if line.starts_with('[') && !line.trim_start_matches('[').starts_with("rule.") {
            part = 0;
        }
        parts.push(part);
    }
    let only = |wanted: usize| {
        let kept = lines.iter().zip(&parts);
        let kept = kept.map(|(line, part)| if *part == wanted { *line } else { "" });
        kept.collect::<Vec<_>>().join("\n")
    };
    let head = only(0);
    let mut found = Vec::new();
    match toml::from_str::<toml::Table>(&head) {
        Err(error) => found.push(fault(&head, "", &error)),
        Ok(table) if rules == 0 || !table.contains_key("id") => found.push(Fault {
            line: None,
            rule: String::new(),
            field: String::new(),
            nth: 0,
            problem: Problem::NoRuleFile(table.keys().cloned().collect()),
        }),
        Ok(_) => found.extend(
            toml::from_str::<Jurisdiction>(&head)
                .err()
                .map(|error| fault(&head, "", &error)),
        ),
    }
    for part in 1..=rules {
        let own = only(part);
        let id = own.lines().find_map(|line| {
            let value = line.trim().strip_prefix("id")?.trim_start();
            value.strip_prefix('=')?.split('"').nth(1)
        });
        if let Err(error) = toml::from_str::<Alone>(&own) {
            found.push(fault(&own, id.unwrap_or_default(), &error));
        }
    }
    found
}

fn fault(text: &str, rule: &str, error: &toml::de::Error) -> Fault {
    Fault {
        line: error
            .span()
            .and_then(|span| text.get(..span.start))
            .map(|before| before.matches('\n').count().saturating_add(1)),
        rule: rule.to_owned(),
        field: String::new(),
        nth: 0,
        problem: Problem::Notation(error.message().to_owned()),
    }
}

/// Everything that is wrong with a file, worked examples included, in the order of the file. The `book` holds what the
/// file may refer to, and the file itself.
pub fn check(book: &Book, file: &Jurisdiction) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut whole = Found::new("", &mut found);
    whole.filled("id", &file.id);
    whole.filled("name", &file.name);
    whole.filled("version", &file.version);
    if file.rule.is_empty() {
        whole.push("rule", Problem::Empty);
    }
    if file.calendar != NATIONAL && book.calendar(&file.calendar).is_none() {
        whole.unknown("calendar", &file.calendar, book.calendars());
    }
    if let Some(zone) = &file.zone
        && zone.parse::<Tz>().is_err()
    {
        whole.unknown("zone", zone, TZ_VARIANTS.iter().map(|known| known.name()));
    }
    for body in file.body.values() {
        whole.filled("body", body);
    }
    for convention in file.convention.values() {
        whole.filled("convention", &convention.citation);
        whole.filled("convention", &convention.known);
        if let Some(region) = &convention.region
            && let Some(calendar) = book.calendar(&file.calendar)
            && calendar.region(region).is_none()
        {
            whole.unknown(
                "region",
                region,
                calendar.regions.iter().map(String::as_str),
            );
        }
    }
    for (fact, value) in &file.facts {
        match admits(fact, value) {
            Some(true) => {}
            Some(false) => whole.unknown("facts", value, values(fact).into_iter()),
            None => whole.unknown("facts", fact, names()),
        }
    }
    for id in &file.fills {
        whole.rule(book, "fills", id);
    }
    for (id, acts) in &file.frame_met_by {
        whole.rule(book, "frame_met_by", id);
        for act in acts.iter().filter(|act| !is_act(act)) {
            whole.unknown("frame_met_by", act, ["nothing", "by_hand"].into_iter());
        }
    }
    for window in &file.window {
        whole.filled("window", &window.citation);
        for id in &window.rules {
            whole.rule(book, "window", id);
        }
    }
    for rule in &file.rule {
        let mut of = Found::new(&rule.id, &mut found);
        let (law, name) = rule.id.split_once('.').unwrap_or_default();
        if law != file.id || name.is_empty() {
            of.push("id", Problem::Name);
        }
        for id in std::iter::once(&rule.id).chain(&rule.aliases) {
            if !seen.insert(id.as_str()) {
                of.push("id", Problem::Twice);
            }
        }
        self::rule(book, file, rule, &mut of);
        if rule.example.is_empty() && rule.opens_deadlines() && rule.length().is_some() {
            of.push("example", Problem::Empty);
        }
        for (number, example) in rule.example.iter().enumerate() {
            let told = of.all.len();
            of.example(book, rule, example);
            for fault in of.all.iter_mut().skip(told) {
                fault.nth = number;
            }
        }
    }
    found
}

/// Says of each fault in which line of the file it stands.
pub fn place(text: &str, faults: &mut [Fault]) {
    let lines: Vec<&str> = text.lines().collect();
    for fault in faults.iter_mut().filter(|fault| fault.line.is_none()) {
        let named = format!("\"{}\"", fault.rule);
        let begins = |line: &&str| line.trim_start().starts_with("id") && line.contains(&named);
        let Some(start) = lines.iter().position(begins) else {
            continue;
        };
        let own = lines
            .iter()
            .enumerate()
            .skip(start)
            .take_while(|(at, line)| *at == start || !line.trim().starts_with("[[rule]]"));
        let field = |line: &str| {
            let line = line.trim_start().trim_start_matches(['[', 'r']);
            line.starts_with(&fault.field) || line.contains(&format!(".{}]", fault.field))
        };
        let at = own.clone().filter(|(_, line)| field(line)).nth(fault.nth);
        fault.line = Some(at.map_or(start, |(at, _)| at).saturating_add(1));
    }
}

/// Collects the faults of one rule.
struct Found<'a> {
    rule: &'a str,
    all: &'a mut Vec<Fault>,
}

impl<'a> Found<'a> {
    fn new(rule: &'a str, all: &'a mut Vec<Fault>) -> Self {
        Self { rule, all }
    }

    fn push(&mut self, field: &str, problem: Problem) {
        let same = |fault: &Fault| {
            let example = matches!(problem, Problem::Example { .. });
            !example && fault.rule == self.rule && fault.field == field && fault.problem == problem
        };
        if self.all.iter().any(same) {
            return;
        }
        self.all.push(Fault {
            line: None,
            rule: self.rule.to_owned(),
            field: field.to_owned(),
            nth: 0,
            problem,
        });
    }

    fn filled(&mut self, field: &str, text: &str) {
        if text.trim().is_empty() {
            self.push(field, Problem::Empty);
        }
    }

    fn unknown<'n>(&mut self, field: &str, given: &str, known: impl Iterator<Item = &'n str>) {
        let (given, close) = (given.to_owned(), close(given, known));
        self.push(field, Problem::Unknown { given, close });
    }

    fn rule(&mut self, book: &Book, field: &str, id: &str) {
        if book.rule(id).is_none() {
            self.unknown(field, id, book.rules().map(|rule| rule.id.as_str()));
        }
    }

    fn event(&mut self, book: &Book, event: &str) {
        let known = &book.vocabulary().event;
        if !known.contains_key(event) {
            self.unknown("event", event, known.keys().map(String::as_str));
        }
    }

    /// A day of the case: a basis, or a fact that is a date.
    fn day(&mut self, field: &str, name: &str) {
        if name != "trigger" && name.parse::<DateBasis>().is_err() && !is_date(name) {
            let bases = DateBasis::ALL.iter().map(|basis| basis.as_str());
            self.unknown(field, name, bases.chain(names().filter(|n| is_date(n))));
        }
    }

    fn cases(&mut self, book: &Book, field: &str, cases: &[Case]) {
        for case in cases {
            if case.is_empty() {
                self.push(field, Problem::Empty);
            }
            for (fact, wanted) in case {
                if wanted.is_empty() {
                    self.push(field, Problem::Empty);
                }
                for value in wanted {
                    match admits(fact, value) {
                        Some(true) if fact == super::facts::RUNS => self.rule(book, field, value),
                        Some(true) => {}
                        Some(false) => self.unknown(field, value, values(fact).into_iter()),
                        None => self.unknown(field, fact, names()),
                    }
                }
            }
        }
    }

    fn example(&mut self, book: &Book, rule: &Rule, example: &Example) {
        let Some(query) = Query::of(rule, example) else {
            let given = example.from.clone();
            let close = Vec::new();
            return self.push("example", Problem::Unknown { given, close });
        };
        let told = |due: Option<NaiveDate>,
                    at: Option<&str>,
                    safe: Option<NaiveDate>,
                    last: Option<NaiveDate>,
                    provisional: bool| {
            let day = |day: Option<NaiveDate>| day.map_or("none".to_owned(), |d| d.to_string());
            let mut parts = vec![match at {
                Some(at) => format!("due {} at {at}", day(due)),
                None => format!("due {}", day(due)),
            }];
            let others = [("safe", safe), ("last_arguable", last)];
            let told = others.iter().filter(|(_, it)| it.is_some());
            parts.extend(told.map(|(name, it)| format!("{name} {}", day(*it))));
            parts.extend(provisional.then(|| "provisional".to_owned()));
            parts.join(", ")
        };
        let wanted = told(
            example.due,
            example.due_at.as_deref(),
            example.safe,
            example.last_arguable,
            example.provisional,
        );
        let got = match explain(book, &query) {
            Ok(got) => told(
                got.due,
                got.due_at
                    .filter(|_| example.due_at.is_some())
                    .map(|at| at.to_rfc3339())
                    .as_deref(),
                got.safe,
                got.last_arguable,
                got.provisional && got.due.is_some(),
            ),
            Err(error) => error.to_string(),
        };
        if wanted != got {
            let (from, why) = (example.from.clone(), example.why.clone());
            let problem = Problem::Example {
                from,
                why,
                wanted,
                got,
            };
            self.push("example", problem);
        }
    }
}

/// What is wrong with one rule, its examples apart.
fn rule(book: &Book, file: &Jurisdiction, rule: &Rule, of: &mut Found<'_>) {
    let source = &rule.source;
    for (field, text) in [
        ("what", &rule.what),
        ("citation", &rule.citation),
        ("url", &source.url),
        ("text_as_of", &source.text_as_of),
        ("quote", &source.quote),
    ] {
        of.filled(field, text);
    }
    let kinds = [
        "official-site",
        "official-form",
        "statute-mirror",
        "secondary",
        "ngo",
        "memory",
    ];
    if !kinds.contains(&source.kind.as_str()) {
        of.unknown("kind", &source.kind, kinds.into_iter());
    }
    if rule.actor == Actor::Applicant && rule.local_name.is_none() && file.calendar != NATIONAL {
        of.push("local_name", Problem::Empty);
    }
    if rule.review_by <= source.read_on {
        of.push("review_by", Problem::NotAfter(source.read_on));
    }
    if rule.moot_by.is_empty() != rule.moot_why.is_none() {
        of.push("moot_by", Problem::GoesWith("moot_why"));
    }
    if let Some(restoration) = &rule.restoration {
        of.filled("restoration", &restoration.text);
        of.filled("restoration", &restoration.citation);
    }
    of.event(book, &rule.trigger.event);
    for event in &rule.trigger.also {
        of.event(book, event);
    }
    of.cases(book, "when", &rule.trigger.when);
    of.cases(book, "yields", &rule.yields);
    for span in &rule.in_force {
        of.day("axis", &span.axis);
        if span.from.is_none() && span.until.is_none() {
            of.push("in_force", Problem::Empty);
        }
    }
    if let Some(axis) = &rule.sure_axis {
        of.day("sure_axis", axis);
        if rule.sure_until.is_none() {
            of.push("sure_axis", Problem::GoesWith("sure_until"));
        }
    }
    if let Some(pause) = &rule.pause {
        of.day("pause", &pause.from);
        of.day("pause", &pause.until);
    }
    for alternative in &rule.alternative {
        of.cases(book, "alternative", &alternative.when);
        if let Some(event) = &alternative.event {
            of.event(book, event);
        }
        if let Some(from) = &alternative.from {
            of.day("alternative", from);
        }
        if let Some(convention) = &alternative.convention {
            of.convention(book, file, convention);
        }
        if alternative.kind == AlternativeKind::Adds && alternative.period.is_none() {
            of.push("alternative", Problem::Empty);
        }
        if let Some(fact) = &alternative.times {
            if !is_number(fact) {
                of.unknown("times", fact, names().filter(|n| is_number(n)));
            }
            if alternative.kind != AlternativeKind::Adds {
                of.push("times", Problem::GoesWith("adds"));
            }
        }
    }
    acts(rule, of);
    if rule.length().is_some() {
        of.convention(book, file, rule.convention.as_deref().unwrap_or_default());
    }
    if rule.frame.is_some() && rule.kind != RuleKind::Frame {
        of.push("frame", Problem::GoesWith("kind"));
    }
    if (rule.kind == RuleKind::DeemedService) == rule.feeds.is_empty() {
        of.push("feeds", Problem::GoesWith("kind"));
    }
    for (field, ids) in [
        ("outer_of", rule.outer_of.as_slice()),
        ("after", rule.after.as_slice()),
        ("displaces", &rule.displaces),
    ] {
        for id in ids {
            of.rule(book, field, id);
            if !id.starts_with(&format!("{}.", rule.jurisdiction())) {
                of.push(field, Problem::Name);
            }
        }
    }
    if rule.outer_of.is_some() && rule.working_period.is_none() {
        of.push("outer_of", Problem::GoesWith("working_period"));
    }
}

impl Found<'_> {
    fn convention(&mut self, book: &Book, file: &Jurisdiction, name: &str) {
        if book.convention(file, name).is_none() {
            let known = book.conventions().map(|(name, _)| name);
            self.unknown(
                "convention",
                name,
                known.chain(file.convention.keys().map(String::as_str)),
            );
        }
    }
}

fn acts(rule: &Rule, of: &mut Found<'_>) {
    if rule.met_by.is_empty() {
        of.push("met_by", Problem::Empty);
    }
    for (field, acts) in [("met_by", &rule.met_by), ("moot_by", &rule.moot_by)] {
        for act in acts.iter().filter(|act| !is_act(act)) {
            of.unknown(field, act, ["nothing", "by_hand"].into_iter());
        }
    }
}

fn is_act(act: &str) -> bool {
    let Some((sort, kind)) = act.split_once(':') else {
        return matches!(act, "nothing" | "by_hand");
    };
    let any = kind == "any";
    match sort {
        "appeal" => any || kind.parse::<AppealKind>().is_ok(),
        "application" => any || kind == "subsequent" || kind.parse::<ApplicationKind>().is_ok(),
        "filing" => any || kind.parse::<FilingKind>().is_ok(),
        "record" => kind.parse::<HappeningKind>().is_ok(),
        "decision" => any || kind.parse::<Outcome>().is_ok(),
        _ => false,
    }
}
