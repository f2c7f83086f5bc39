//! What events open, and which day is taken.

use super::{day, happened, of, query, texts};
use crate::domain::code::DateBasis::{
    Decided, HandedOver, Learned, Lodged, Notified, Received, Sent, Served,
};
use crate::domain::code::{AppealKind, DateBasis};
use crate::rules::AlternativeKind::{Adds, Instead, Later, Safe};
use crate::rules::compute::line;
use crate::rules::{Alternative, Period, Unit};
use crate::rules::{Book, Computed, RuleError, explain, knows, open_deadlines};

fn open(
    event: &str,
    law: &str,
    dates: &[(DateBasis, &str)],
    facts: &[(&str, &str)],
) -> Vec<Computed> {
    open_deadlines(&Book::builtin(), &happened(event, law, dates, facts))
}

fn rules(deadlines: &[Computed]) -> Vec<&str> {
    deadlines.iter().map(|d| d.rule.as_str()).collect()
}

fn says(deadline: &Computed, warning: &str) -> bool {
    deadline.warnings.iter().any(|w| w.text == warning)
}

#[test]
fn an_outer_limit_is_no_line_beside_the_rule_it_bounds() {
    let kinds = [("application_kind", "temporary_asylum")];
    let dates = [(Decided, "2021-09-06"), (Notified, "2021-09-13")];
    let found = open("decision_refused", "ru", &dates, &kinds);
    assert_eq!(rules(&found), ["ru.complaint-1m", "ru.leave-1m"]);
    let complaint = of(&found, "ru.complaint-1m");
    assert_eq!(complaint.due, Some(day("2021-10-13")));
    assert_eq!(complaint.last_arguable, Some(day("2021-12-13")));
    assert_eq!((complaint.basis, complaint.unconfirmed), (Notified, false));
    assert!(complaint.unsigned && complaint.restoration.is_some());
    assert!(!says(complaint, "warning-fact-unknown"));
    assert!(
        complaint.steps.iter().any(|s| s.text == "step-arguable"
            && s.args.get("rule").is_some_and(|r| r == "ru.court-219-3m"))
    );
}

#[test]
fn an_outer_limit_stands_alone_where_what_it_bounds_is_not_open() {
    let found = open(
        "appeal_refused",
        "ru",
        &[(Notified, "2020-01-27")],
        &[("appeal_kind", "administrative_review")],
    );
    assert_eq!(rules(&found), ["ru.leave-3wd", "ru.court-219-3m"]);
    let court = of(&found, "ru.court-219-3m");
    assert_eq!(court.due, Some(day("2020-02-27")));
    assert_eq!(court.last_arguable, Some(day("2020-04-27")));
    let leave = of(&found, "ru.leave-3wd");
    assert_eq!(leave.due, Some(day("2020-01-30")));
    assert!(
        says(leave, "warning-fact-unknown"),
        "another ground to stay is not known"
    );

    let other = [("application_kind", "humanitarian")];
    let found = open(
        "decision_refused",
        "ru",
        &[(Notified, "2020-01-27")],
        &other,
    );
    assert_eq!(rules(&found), ["ru.court-219-3m"]);
}

#[test]
fn an_unknown_fact_takes_the_earliest_date_for_the_same_act_and_says_so() {
    let served = [(Served, "2025-03-03")];
    let found = open("decision_refused", "de", &served, &[]);
    assert!(!rules(&found).contains(&"de.klage-2w"));
    let action = of(&found, "de.klage-1w");
    assert_eq!(action.due, Some(day("2025-03-10")));
    assert!(says(action, "warning-fact-unknown") && says(action, "warning-earliest-of"));
    // The ordinary two weeks can be argued; the year without an instruction only where it is known to lack.
    assert_eq!(action.last_arguable, Some(day("2025-03-17")));

    let unspecified = [("refusal_kind", "unspecified")];
    assert_eq!(
        rules(&open("decision_refused", "de", &served, &unspecified)),
        rules(&found)
    );

    let plain = [("refusal_kind", "unfounded")];
    let found = open("decision_refused", "de", &served, &plain);
    assert!(!rules(&found).contains(&"de.klage-1w"));
    assert_eq!(of(&found, "de.klage-2w").due, Some(day("2025-03-17")));
    assert!(!says(of(&found, "de.klage-2w"), "warning-fact-unknown"));
}

#[test]
fn days_of_service_stand_in_for_each_other() {
    let kinds = [("application_kind", "refugee_status")];
    let due = |dates: &[(DateBasis, &str)]| {
        let found = open("decision_refused", "ru", dates, &kinds);
        let found = of(&found, "ru.complaint-1m");
        (
            found.due.map(|d| d.to_string()),
            found.basis,
            found.unconfirmed,
        )
    };
    let wanted = |due: &str, basis, unconfirmed| (Some(due.to_owned()), basis, unconfirmed);
    // The earliest known of them, even where the rule's own day is known.
    let both = [
        (Received, "2021-04-15"),
        (Notified, "2021-04-12"),
        (Sent, "2021-04-01"),
    ];
    assert_eq!(due(&both), wanted("2021-05-12", Notified, false));
    assert_eq!(
        due(&[(Learned, "2021-04-14")]),
        wanted("2021-05-14", Learned, false)
    );
    let sent = [(Decided, "2021-03-10"), (Sent, "2021-03-16")];
    assert_eq!(due(&sent), wanted("2021-04-16", Sent, false));
    assert_eq!(
        due(&[(Decided, "2021-03-10")]),
        wanted("2021-04-12", Decided, true)
    );
    // A month: its first day.
    assert_eq!(
        due(&[(Notified, "2021-03")]),
        wanted("2021-04-01", Notified, true)
    );
}

#[test]
fn a_rule_from_sending_takes_the_earliest_day_known() {
    let facts = [("abroad", "false"), ("region", "GB-EAW")];
    let due = |dates: &[(DateBasis, &str)]| {
        let found = open("decision_refused", "gb", dates, &facts);
        let found = of(&found, "gb.ftt-in-14d");
        (
            found.due.map(|d| d.to_string()),
            found.basis,
            found.unconfirmed,
        )
    };
    let wanted = |due: &str, basis, unconfirmed| (Some(due.to_owned()), basis, unconfirmed);
    let sent = [
        (Decided, "2026-05-01"),
        (Sent, "2026-05-05"),
        (Received, "2026-05-08"),
    ];
    assert_eq!(due(&sent), wanted("2026-05-19", Sent, false));
    let received = [(Received, "2026-05-08")];
    assert_eq!(due(&received), wanted("2026-05-22", Received, true));
    let decided = [(Decided, "2026-05-01"), (Received, "2026-05-08")];
    assert_eq!(due(&decided), wanted("2026-05-15", Decided, true));
}

#[test]
fn a_paper_counts_as_served_on_the_fourth_day() {
    let plain = |means| [("refusal_kind", "unfounded"), ("means_of_service", means)];
    let action = |dates: &[(DateBasis, &str)], means| {
        let found = open("decision_refused", "de", dates, &plain(means));
        let found = of(&found, "de.klage-2w");
        let text = |d: Option<chrono::NaiveDate>| d.map(|d| d.format("%m-%d").to_string());
        (
            found.basis,
            text(found.safe),
            text(found.due),
            text(found.last_arguable),
        )
    };
    let on = |d: &str| Some(d.to_owned());
    let handed = (HandedOver, "2026-03-02");
    // Nothing else known: served on 6 March; who got it at once has four days less.
    assert_eq!(
        action(&[handed], "facility"),
        (HandedOver, on("03-16"), on("03-20"), None)
    );
    assert_eq!(
        action(&[(Sent, "2026-03-02")], "post"),
        (Sent, on("03-16"), on("03-20"), None)
    );
    // In the person's hands before: that day.
    let early = [handed, (Received, "2026-03-04")];
    assert_eq!(
        action(&early, "facility"),
        (Received, None, on("03-18"), None)
    );
    // Proved to have come later: by post that day counts, from the facility it can be argued.
    let late = [handed, (Received, "2026-03-11")];
    assert_eq!(
        action(&late, "post"),
        (Received, on("03-20"), on("03-25"), None)
    );
    assert_eq!(
        action(&late, "facility"),
        (HandedOver, None, on("03-20"), on("03-25"))
    );
    // Sent by other means, or before the fourth day was law: the day itself, the cautious side.
    assert_eq!(
        action(&[(Sent, "2026-03-02")], "hand"),
        (Sent, None, on("03-16"), None)
    );
    let old = [(HandedOver, "2024-03-04")];
    assert_eq!(
        action(&old, "facility"),
        (HandedOver, None, on("03-18"), None)
    );
}

#[test]
fn a_validity_never_borrows_and_a_printed_end_wins() {
    let kind = ("protection", "temporary_asylum");
    let notified = [(Notified, "2009-08-10")];
    let found = open("status_granted", "ru", &notified, &[kind]);
    let end = of(&found, "ru.ta-validity-1y");
    assert_eq!((end.due, end.unconfirmed), (None, true));
    assert!(end.steps.iter().any(|s| s.text == "step-no-day"));

    let printed = [kind, ("printed_date", "2010-07-31")];
    let found = open("status_granted", "ru", &notified, &printed);
    let end = of(&found, "ru.ta-validity-1y");
    assert_eq!((end.due, end.unconfirmed), (Some(day("2010-07-31")), false));

    let decided = [(Decided, "2009-08-03"), (Notified, "2009-08-10")];
    let found = open("status_granted", "ru", &decided, &printed);
    assert_eq!(of(&found, "ru.ta-validity-1y").due, Some(day("2010-07-31")));
    let other = [("protection", "refugee_status")];
    let found = open("status_granted", "ru", &decided, &other);
    assert!(!rules(&found).contains(&"ru.ta-validity-1y"));
}

#[test]
fn old_law_holds_for_what_was_lodged_before() {
    let facts = |lodged: &'static str| {
        [
            ("refusal_kind", "unfounded"),
            ("procedure", "regular"),
            ("lodged", lodged),
        ]
    };
    let remedies = |found: &[Computed]| {
        let action = |d: &&Computed| d.met_by == ["appeal:appeal"] && d.jurisdiction == "de";
        let found = found.iter().filter(action);
        found.map(|d| d.rule.clone()).collect::<Vec<_>>()
    };
    let on = |lodged, served| {
        open(
            "decision_refused",
            "de",
            &[(Served, served)],
            &facts(lodged),
        )
    };
    assert_eq!(remedies(&on("2026-06-11", "2026-06-11")), ["de.klage-2w"]);
    assert_eq!(
        remedies(&on("2026-06-11", "2026-08-03")),
        ["de.klage-transition"]
    );
    assert_eq!(
        remedies(&on("2026-06-12", "2026-08-03")),
        ["de.klage-2w-2026"]
    );

    // Not known when it was lodged: what may hold stays, with a mark, and the earliest date counts.
    let plain = [("refusal_kind", "unfounded"), ("procedure", "regular")];
    let found = open("decision_refused", "de", &[(Served, "2026-08-03")], &plain);
    assert!(says(
        of(&found, "de.klage-transition"),
        "warning-perhaps-not-law"
    ));
    // Served under the old law: then it was lodged under it too.
    let found = open("decision_refused", "de", &[(Served, "2026-06-11")], &plain);
    assert_eq!(remedies(&found), ["de.klage-2w"]);
    assert!(!says(of(&found, "de.klage-2w"), "warning-perhaps-not-law"));
}

#[test]
fn what_no_rule_covers_is_not_known() {
    let book = Book::builtin();
    let on = [(Served, "2025-03-03")];
    assert!(knows(&book, &happened("decision_refused", "de", &on, &[])));
    assert!(!knows(&book, &happened("decision_refused", "xx", &on, &[])));
    assert!(!knows(
        &book,
        &happened("restriction_imposed", "kg", &on, &[])
    ));
    // A duty to leave is no remedy.
    let dismissed = [
        ("appeal_kind", "administrative_review"),
        ("subject", "removal"),
    ];
    assert!(!knows(
        &book,
        &happened("appeal_refused", "ru", &on, &dismissed)
    ));
    assert!(open("decision_refused", "ru", &[], &[]).is_empty());
}

#[test]
fn a_part_of_the_country_is_asked_for_only_where_it_matters() {
    let facts = [("abroad", "false")];
    let warned = |sent| {
        let found = open("decision_refused", "gb", &[(Sent, sent)], &facts);
        says(of(&found, "gb.ftt-in-14d"), "warning-region")
    };
    assert!(!warned("2026-05-01"));
    assert!(warned("2026-12-15"), "4 January is closed in Scotland");
}

#[test]
fn alternatives_do_what_they_say() {
    let book = Book::builtin();
    let file = book.jurisdiction("de").unwrap();
    let with = |kind, fact: &str, n, unit| {
        let mut rule = book.rule("de.klage-2w").unwrap().clone();
        rule.alternative.push(Alternative {
            kind,
            when: vec![
                texts(&[("abroad", "true")])
                    .into_iter()
                    .map(|(k, v)| (k, vec![v]))
                    .collect(),
            ],
            event: None,
            period: Some(Period { n, unit }),
            times: None,
            from: None,
            convention: None,
            start: None,
            roll: None,
            citation: None,
        });
        let facts = [("refusal_kind", "unfounded"), ("abroad", fact)];
        let event = happened("decision_refused", "de", &[(Served, "2025-03-03")], &facts);
        let line = line(&book, file, &rule, &event, &[]);
        let text = |d: Option<chrono::NaiveDate>| d.map(|d| d.format("%m-%d").to_string());
        (text(line.safe), text(line.due), text(line.last_arguable))
    };
    let on = |d: &str| Some(d.to_owned());
    let (week, month) = (Unit::Weeks, Unit::Months);
    assert_eq!(with(Instead, "true", 1, week), (None, on("03-10"), None));
    assert_eq!(with(Instead, "true", 1, month), (None, on("04-03"), None));
    // Not known: only what is earlier takes its place, and what is later can be argued.
    assert_eq!(
        with(Instead, "unknown", 1, week),
        (None, on("03-10"), on("03-17"))
    );
    assert_eq!(
        with(Instead, "unknown", 1, month),
        (None, on("03-17"), None)
    );
    assert_eq!(with(Instead, "false", 1, week), (None, on("03-17"), None));
    // Two weeks and a month: 17 April; not known: nothing is added.
    assert_eq!(with(Adds, "true", 1, month), (None, on("04-17"), None));
    assert_eq!(with(Adds, "unknown", 1, month), (None, on("03-17"), None));
    assert_eq!(
        with(Later, "true", 1, month),
        (None, on("03-17"), on("04-03"))
    );
    assert_eq!(with(Later, "unknown", 1, month), (None, on("03-17"), None));
    assert_eq!(
        with(Safe, "true", 1, week),
        (on("03-10"), on("03-17"), None)
    );
}

#[test]
fn silence_is_a_month_and_then_a_month() {
    let facts = [
        ("appeal_kind", "administrative_review"),
        ("answered", "false"),
    ];
    let found = open("appeal_lodged", "ru", &[(Lodged, "2025-03-10")], &facts);
    let next = of(&found, "ru.complaint-noanswer-1m");
    assert_eq!(next.due, Some(day("2025-05-12")));
    assert_eq!(next.moot_by, ["decision:any"]);
    let answered = [
        ("appeal_kind", "administrative_review"),
        ("answered", "true"),
    ];
    let found = open("appeal_lodged", "ru", &[(Lodged, "2025-03-10")], &answered);
    assert!(!rules(&found).contains(&"ru.complaint-noanswer-1m"));
}

#[test]
fn questions_with_unknown_names_are_answered_with_near_ones() {
    let book = Book::builtin();
    let ask =
        |rule: &str, facts: &[(&str, &str)]| explain(&book, &query(rule, "2025-03-03", facts));
    assert_eq!(
        ask("ru.complaint", &[]),
        Err(RuleError::UnknownRule {
            close: vec![
                "ru.complaint-1m".to_owned(),
                "ru.complaint-3m-outer".to_owned(),
                "ru.complaint-noanswer-1m".to_owned()
            ],
        })
    );
    assert!(matches!(
        ask("de.klage-2w", &[("refusal", "unfounded")]),
        Err(RuleError::UnknownFact { close, .. }) if close.contains(&"refusal_kind".to_owned())
    ));
    assert!(matches!(
        ask("de.klage-2w", &[("refusal_kind", "bad")]),
        Err(RuleError::UnknownValue { known, .. }) if known.contains(&"unfounded".to_owned())
    ));
    assert!(matches!(
        ask("de.klage-2w", &[("region", "DE-XX")]),
        Err(RuleError::UnknownRegion { known, .. }) if known.len() == 16
    ));
    let mut with_date = query("de.klage-2w", "2025-03-03", &[]);
    with_date
        .dates
        .insert("lodge".to_owned(), day("2025-01-01").into());
    assert!(matches!(
        explain(&book, &with_date),
        Err(RuleError::UnknownDate { close, .. }) if close.contains(&"lodged".to_owned())
    ));
}

#[test]
fn bodies_have_their_names() {
    let book = Book::builtin();
    assert_eq!(
        book.bodies("de", AppealKind::Appeal),
        Some("Verwaltungsgericht (administrative court)")
    );
    assert_eq!(book.bodies("de", AppealKind::AdministrativeReview), None);
    assert_eq!(texts(&[]).len(), 0);
}
