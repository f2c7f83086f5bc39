//! Check-ins, disappearances, the alarm plan, next steps, referrals, resettlement and risk, for people.

use chrono::NaiveDate;

use super::entry::{member, of_person};
use super::page::Page;
use super::text::{Style, short, width};
use super::{Output, Rows, View};
use crate::app::view::{
    AlarmPlan, Care, Disappearance, History, Interim, Mandate, Referral, Resettlement, Task, Tasks,
};
use crate::base::text::escape;
use crate::domain::code::{Files, ReferralKind, RuleStatus, TaskKind};
use crate::domain::event::AlarmStep;
use crate::i18n::Locale;

/// The columns of a next step in plain form and CSV.
pub(super) const TASK_COLUMNS: &[&str] = &[
    "due",
    "days_left",
    "case",
    "what",
    "text",
    "to",
    "ended",
    "opened_by",
    "task",
];

/// Persons who have disappeared, each with what can be asked for at once.
pub(super) fn disappeared(page: &mut Page<'_>, all: &[Disappearance]) {
    let locale = &page.out.locale;
    if all.is_empty() {
        return;
    }
    let head = locale.say("due-disappeared", &[("count", &all.len())]);
    page.head(Style::Alarm, &head);
    for one in all {
        let worker = member(locale, one.worker.as_deref());
        let line = [
            missing(locale, one),
            one.case.clone(),
            escape(&one.callsign),
            worker,
        ];
        columns(page, &line, true);
        interim(page, &one.interim_measures);
    }
}

/// `since 3 Mar 2026 (abduction feared)`, with whose it is.
pub(super) fn missing(locale: &Locale, one: &Disappearance) -> String {
    of_person(locale, missing_since(locale, one), one.person)
}

fn missing_since(locale: &Locale, one: &Disappearance) -> String {
    let since = locale.say("due-since", &[("day", &locale.partial(one.since))]);
    match one.reason {
        Some(reason) => format!(
            "{since} ({})",
            locale.code("disappearance", reason.as_str())
        ),
        None => since,
    }
}

/// What a court or committee can be asked for, with its article and the marks of a deadline.
fn interim(page: &mut Page<'_>, all: &[Interim]) {
    for one in all {
        let locale = &page.out.locale;
        let what = locale.say("due-interim", &[("what", &escape(&one.what))]);
        let mark = match one.rule_status {
            RuleStatus::Verified | RuleStatus::NotInForce => "",
            RuleStatus::PartlyVerified | RuleStatus::Remembered => {
                page.mark(super::page::Mark::Remembered)
            }
        };
        let unsigned = page.mark(super::page::Mark::Unsigned);
        let text = format!(
            "{what} · {}{unsigned}{mark} · {}",
            escape(&one.citation),
            one.rule
        );
        page.words(&text, "    ", "    ");
    }
}

/// The alarm plan, one step a line.
pub(super) fn plan(page: &mut Page<'_>, steps: &[AlarmStep]) {
    if steps.is_empty() {
        return;
    }
    let head = page.out.locale.text("plan-head");
    page.line(&head);
    for (number, step) in (1..).zip(steps) {
        let words = task_words(&page.out.locale, step.what, step.text.as_deref());
        page.words(&format!("{number}. {words}"), "  ", "     ");
    }
}

/// What is to be done: the words of the code, and those of the office.
pub(super) fn task_words(locale: &Locale, what: TaskKind, text: Option<&str>) -> String {
    match (what, text) {
        (TaskKind::Other, Some(text)) => escape(text),
        (what, Some(text)) => {
            let colon = locale.text("join-colon");
            format!(
                "{}{colon}{}",
                locale.code("task", what.as_str()),
                escape(text)
            )
        }
        (what, None) => locale.code("task", what.as_str()),
    }
}

/// Next steps: when and for which case in one line, what in the next.
pub(super) fn tasks<'a>(
    page: &mut Page<'_>,
    all: impl IntoIterator<Item = &'a Task>,
    of_case: bool,
) {
    let locale = &page.out.locale;
    for task in all {
        let late = task.ended.is_none() && task.days_left < 0;
        let left = match task.ended {
            Some(end) => locale.code("task-end", end.as_str()),
            None => locale.days_left(task.days_left),
        };
        let whose = task.to.as_deref().or(task.worker.as_deref());
        let whose = member(locale, whose);
        let day = locale.day(task.due);
        let mut parts = vec![day, left];
        if !of_case {
            parts.push(task.case.clone());
            parts.push(escape(&task.callsign));
        }
        parts.push(whose);
        parts.push(short(&task.task));
        columns(page, &parts, late);
        let words = task_words(locale, task.what, task.text.as_deref());
        let words = of_person(locale, words, task.person);
        page.words(&words, "    ", "    ");
    }
}

/// The same as sentences, for a page to print.
pub(super) fn missing_in_words(locale: &Locale, all: &[Disappearance]) -> Vec<String> {
    let head = locale.say("due-disappeared", &[("count", &all.len())]);
    let lines = all.iter().map(|one| {
        let worker = member(locale, one.worker.as_deref());
        [
            &missing(locale, one),
            &one.case,
            &escape(&one.callsign),
            &worker,
        ]
        .map(String::as_str)
        .join("  ")
    });
    let head = Some(head).filter(|_| !all.is_empty());
    head.into_iter().chain(lines).collect()
}

/// The alarm plan as sentences.
pub(super) fn plan_in_words(locale: &Locale, steps: &[AlarmStep]) -> Vec<String> {
    let head = Some(locale.text("plan-head")).filter(|_| !steps.is_empty());
    let lines = (1..).zip(steps).map(|(number, step)| {
        let words = task_words(locale, step.what, step.text.as_deref());
        format!("{number}. {words}")
    });
    head.into_iter().chain(lines).collect()
}

/// Next steps as a table, for a page to print.
pub(super) fn tasks_in_words(locale: &Locale, all: &[Task]) -> Rows {
    let heads = [
        "column-due",
        "column-case",
        "column-callsign",
        "column-worker",
        "column-what",
    ];
    let lines = all.iter().map(|task| {
        let whose = task.to.as_deref().or(task.worker.as_deref());
        vec![
            locale.day(task.due),
            task.case.clone(),
            task.callsign.clone(),
            whose.map_or_else(|| locale.text("nobody"), str::to_owned),
            of_person(
                locale,
                task_words(locale, task.what, task.text.as_deref()),
                task.person,
            ),
        ]
    });
    Rows {
        header: heads.map(|id| locale.text(id)).to_vec(),
        lines: lines.collect(),
    }
}

/// What stands on top of a case: that the person has disappeared, that a check-in is overdue, and the plan.
pub(super) fn alarms(page: &mut Page<'_>, care: &Care) {
    let locale = &page.out.locale;
    for one in &care.disappeared {
        page.gap();
        let text = locale.say("show-disappeared", &[("since", &missing(locale, one))]);
        page.alert(Style::Alarm, &text);
        interim(page, &one.interim_measures);
    }
    if let Some(check_in) = care.check_in.as_ref().filter(|check_in| check_in.overdue) {
        page.gap();
        let day = locale.day(check_in.due);
        page.alert(
            Style::Alarm,
            &locale.say("show-check-in-overdue", &[("day", &day)]),
        );
    }
    plan(page, &care.alarm_plan);
}

/// Check-in, mandate and risk, as pairs of the head.
pub(super) fn pairs(locale: &Locale, care: &Care) -> Vec<(String, String)> {
    let check_in = care.check_in.as_ref().map(|check_in| {
        let how = locale.code("check-in-how", check_in.how.as_str());
        locale.say(
            "show-check-in-value",
            &[
                ("count", &i64::from(check_in.every)),
                ("how", &how),
                ("day", &locale.day(check_in.due)),
            ],
        )
    });
    let mandates = care.mandates.iter().map(|one| {
        let text = of_person(locale, mandate(locale, one), one.person);
        (locale.text("show-mandate"), text)
    });
    let risk = care.risk.as_ref().map(|risk| {
        let level = locale.code("risk", risk.level.as_str());
        let day = locale.day(risk.review);
        locale.say("show-risk-value", &[("level", &level), ("day", &day)])
    });
    let check_in = (locale.text("show-check-in"), check_in.unwrap_or_default());
    let risk = (locale.text("show-risk"), risk.unwrap_or_default());
    std::iter::once(check_in)
        .chain(mandates)
        .chain([risk])
        .collect()
}

fn mandate(locale: &Locale, one: &Mandate) -> String {
    let mut parts = vec![locale.code("mandate", one.kind.as_str())];
    if let Some(lawyer) = one.lawyer {
        parts.push(locale.code("lawyer", lawyer.as_str()));
    }
    parts.push(locale.say("due-since", &[("day", &locale.partial(one.date))]));
    if let Some(until) = one.until {
        parts.push(locale.say("show-measure-until", &[("day", &locale.partial(until))]));
    }
    if let Some(until) = one.attorney_until {
        parts.push(locale.say("show-attorney", &[("day", &locale.partial(until))]));
    }
    parts.push(match one.files {
        Files::We => locale.text("show-we-file"),
        Files::They => locale.text("show-they-file"),
    });
    locale.listed(&parts)
}

/// Next steps, referrals and resettlement, each a block of its own.
pub(super) fn blocks(page: &mut Page<'_>, case: &History) {
    let locale = &page.out.locale;
    let care = &case.care;
    let shown = |task: &&Task| task.ended.is_none() || case.all;
    let all: Vec<&Task> = care.tasks.iter().filter(shown).collect();
    if !all.is_empty() {
        page.head(Style::Head, &locale.text("show-tasks"));
        tasks(page, all, true);
    }
    if !care.referrals.is_empty() {
        page.head(Style::Head, &locale.text("show-referrals"));
        for one in &care.referrals {
            columns(page, &referral(locale, one), false);
        }
    }
    if !care.resettlement.is_empty() {
        page.head(Style::Head, &locale.text("show-resettlement"));
        for one in &care.resettlement {
            columns(page, &resettlement(locale, one), false);
        }
    }
}

fn referral(locale: &Locale, one: &Referral) -> Vec<String> {
    let id = match one.kind {
        ReferralKind::To => "entry-referred-to",
        ReferralKind::From => "entry-referred-from",
    };
    let service = locale.code("service", one.service.as_str());
    let what = locale.say(
        id,
        &[("partner", &escape(&one.partner)), ("service", &service)],
    );
    let what = of_person(locale, what, one.person);
    let mut parts = vec![locale.partial(one.date), what];
    if let (Some(outcome), Some(day)) = (one.outcome, one.outcome_date) {
        let outcome = locale.code("referral-outcome", outcome.as_str());
        parts.push(format!("{outcome} {}", locale.partial(day)));
    }
    parts.push(short(&one.event));
    parts
}

fn resettlement(locale: &Locale, one: &Resettlement) -> Vec<String> {
    let state = locale.code("resettlement", one.state.as_str());
    let day = locale.partial(one.date);
    let country = of_person(locale, escape(&one.country), one.person);
    let mut parts = vec![country, format!("{state} {day}")];
    if one.since != one.date {
        parts.push(locale.say("due-since", &[("day", &locale.partial(one.since))]));
    }
    parts
}

/// Parts beside each other, or wrapped where the reader sees too little.
fn columns(page: &mut Page<'_>, parts: &[String], alarm: bool) {
    let line = parts.join("  ");
    if width(&line) + 2 > page.out.width {
        if alarm {
            page.alert(Style::Alarm, &line);
        } else {
            page.words(&line, "  ", "    ");
        }
    } else if alarm {
        let painted = page.out.paint(Style::Alarm, &line);
        page.line(&format!("! {painted}"));
    } else {
        page.line(&format!("  {line}"));
    }
}

impl View for Tasks {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        if self.items.is_empty() {
            page.line(&out.locale.text("tasks-empty"));
        }
        tasks(&mut page, &self.items, false);
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.items, TASK_COLUMNS)
    }
}

impl View for AlarmPlan {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        if self.items.is_empty() {
            page.line(&out.locale.text("plan-none"));
        }
        plan(&mut page, &self.items);
        if self.written {
            page.gap();
            page.words(&out.locale.text("plan-written"), "", "");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.items, &["what", "text"])
    }
}

/// The day of a next step, as the history tells it.
pub(super) fn by(locale: &Locale, due: &str) -> String {
    let day = due.parse::<NaiveDate>().ok();
    day.map_or_else(String::new, |day| locale.day(day))
}
