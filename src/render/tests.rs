use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeZone as _, Utc};
use serde_json::{Value, json};

use super::*;
use crate::app::view::{
    Appeal, Application, Cell, Consents, Count, Deadline, Due, Entry, HeldField, History, LeftOut,
    List, ListItem, Measure, Moved, Person, Recorded, Table, Trigger, Verified,
};
use crate::domain::code::*;
use crate::domain::deadline::{FIND_SERVICE, NO_RULE, RUNS_OUT};
use crate::domain::event::{Restoration, Step};
use crate::domain::fact::{FACTS, Values};
use crate::rules::Book;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn output(format: Format, width: usize) -> Output {
    Output {
        format,
        color: false,
        locale: Locale::english(),
        width,
    }
}

fn human(view: &impl View) -> String {
    render(view, &output(Format::Human, 80)).unwrap()
}

fn deadline(due: &str, as_of: &str) -> Deadline {
    let left = (day(due) - day(as_of)).num_days();
    Deadline {
        person: None,
        files: None,
        told: None,
        id: "MZXW6YTBOI".to_owned(),
        case: "7MK-2D5-HPP".to_owned(),
        what: "complain to the higher authority or go to court".to_owned(),
        actor: Actor::Applicant,
        due: Some(day(due)),
        due_at: None,
        safe: None,
        last_arguable: Some(day("2021-12-13")),
        days_left: Some(left),
        state: if left < 0 {
            DeadlineState::Missed
        } else {
            DeadlineState::Open
        },
        rule: Some("ru.complaint-1m".to_owned()),
        citation: Some("Law 'On Refugees' art. 10(3)(1)".to_owned()),
        rule_status: Some(RuleStatus::Verified),
        trigger: Some(Trigger {
            event: "KRSXG5A".to_owned(),
            basis: DateBasis::Notified,
            date: "2021-09-13".parse().unwrap(),
            canonical: "decision_refused".to_owned(),
        }),
        jurisdiction: "ru".to_owned(),
        provisional: false,
        warned: false,
        watched_by: Vec::new(),
        callsign: "amber-heron".to_owned(),
        worker: Some("m1".to_owned()),
        unsigned: true,
        local: false,
        review_past: false,
        urgent: false,
        waiting: false,
        steps: Vec::new(),
        awaits_second: None,
        restoration: Some(Restoration {
            text: "ask the court to restore it".to_owned(),
            citation: "KAS art. 95".to_owned(),
        }),
        settled_on: None,
        because: None,
    }
}

fn due() -> Due {
    let as_of = "2021-10-16";
    let mut hours = deadline("2021-10-17", as_of);
    hours.due_at = Some("2021-10-17T14:30:00+02:00".to_owned());
    let mut orphan = deadline("2021-10-20", as_of);
    orphan.worker = None;
    orphan.provisional = true;
    let mut unsure = deadline("2021-10-18", as_of);
    unsure.state = DeadlineState::Unconfirmed;
    unsure.rule = Some("nansen.find-service".to_owned());
    unsure.citation = None;
    Due {
        disappeared: Vec::new(),
        tasks: Vec::new(),
        alarm_plan: Vec::new(),
        schema: "nansen.due/1",
        as_of: day(as_of),
        items: vec![
            deadline("2021-10-13", as_of),
            hours,
            unsure,
            orphan,
            deadline("2021-10-28", as_of),
        ],
        measures: vec![Measure {
            person: None,
            case: "7MK-2D5-HPP".to_owned(),
            callsign: "amber-heron".to_owned(),
            what: "detention".to_owned(),
            kind: None,
            suspension: None,
            since: "2021-10-01".parse().unwrap(),
            worker: Some("m1".to_owned()),
        }],
        stands_in_for: Vec::new(),
        columns: Vec::new(),
        table: false,
        left_out: LeftOut {
            told: 0,
            lapsed: 0,
            colleagues: 3,
            later: 1,
            authority: 2,
            ours: 0,
            closed: 0,
            filtered: 0,
        },
        within: Some(14),
        whose: Some("m1".to_owned()),
    }
}

fn entry(kind: &str, date: &str, fields: Value) -> Entry {
    let Value::Object(fields) = fields else {
        unreachable!()
    };
    Entry {
        person: None,
        task: None,
        event: "ABCDEFGHIJKLMNOPQRSTUVWXYZ".to_owned(),
        kind: kind.to_owned(),
        date: Some(date.parse().unwrap()),
        recorded_at: Utc.with_ymd_and_hms(2021, 9, 14, 9, 0, 0).unwrap(),
        by: "m1".to_owned(),
        on: None,
        state: EntryState::Live,
        fields: fields.into_iter().collect(),
        r#ref: None,
        corrects: None,
        because: None,
        linked: None,
        deadline: None,
        own: None,
        target: None,
    }
}

fn person() -> Person {
    Person {
        person: 1,
        role: PersonRole::Applicant,
        relation: None,
        sex: Sex::M,
        born: Some(1971),
        origin: "KP".to_owned(),
        since: None,
        left: None,
        left_on: None,
        consents: Vec::new(),
    }
}

fn told(number: u64) -> Count {
    Count {
        value: Some(number),
        shown: number.to_string(),
    }
}

fn history() -> History {
    let mut gone = entry("note", "2021-09-20", json!({"text": "wrong case"}));
    gone.state = EntryState::Retracted;
    let mut met = deadline("2021-10-13", "2021-10-16");
    met.state = DeadlineState::Met;
    met.settled_on = Some(day("2021-10-04"));
    History {
        people: vec![person()],
        notices: Vec::new(),
        fields: Vec::new(),
        care: crate::app::view::Care::default(),
        schema: "nansen.history/1",
        case: "7MK-2D5-HPP".to_owned(),
        state: "open".to_owned(),
        callsign: "amber-heron".to_owned(),
        origin: "KP".to_owned(),
        jurisdiction: "ru".to_owned(),
        sex: "m".to_owned(),
        born: Some(1971),
        office: None,
        worker: Some("m1".to_owned()),
        opened: "2019-02-11".parse().unwrap(),
        closed: None,
        tags: Vec::new(),
        links: Vec::new(),
        sealed: 0,
        applications: vec![Application {
            person: None,
            r#ref: "A1".to_owned(),
            kind: ApplicationKind::TemporaryAsylum,
            order: ApplicationOrder::First,
            lodged: Some("2019-02-11".parse().unwrap()),
            state: ApplicationState::Refused,
            protection: None,
            until: None,
            jurisdiction: "ru".to_owned(),
            r#final: false,
            refused: Vec::new(),
            appeals: vec![Appeal {
                r#ref: "A1.1".to_owned(),
                on: "A1".to_owned(),
                kind: AppealKind::AdministrativeReview,
                lodged: Some("2021-10-04".parse().unwrap()),
                state: AppealState::Pending,
                only_sent: false,
                body: Some("higher authority".to_owned()),
            }],
        }],
        measures: Vec::new(),
        events: vec![
            entry(
                "application",
                "2019-02-11",
                json!({"kind": "temporary_asylum", "lodged": "2019-02-11", "jurisdiction": "ru"}),
            ),
            entry(
                "decision",
                "2021-09-06",
                json!({"outcome": "refused", "basis": "unfounded", "decided": "2021-09-06", "notified": "2021-09-13"}),
            ),
            gone,
        ],
        deadlines: vec![met, deadline("2021-10-28", "2021-10-16")],
        as_of: day("2021-10-16"),
        all: false,
    }
}

/// A table of persons.
pub(super) fn table(dimensions: &[&str], cells: &[(&[&str], &str, Option<u64>)]) -> Table {
    Table {
        consent: Consents {
            never_asked: told(211),
            left_out: told(0),
        },
        handed_over: told(0),
        schema: "nansen.table/1",
        releasable: false,
        unit: "persons".to_owned(),
        dimensions: dimensions.iter().map(|d| (*d).to_owned()).collect(),
        cells: cells
            .iter()
            .map(|(key, shown, value)| Cell {
                key: key.iter().map(|k| (*k).to_owned()).collect(),
                value: *value,
                shown: (*shown).to_owned(),
                why: value.is_none().then(|| "small".to_owned()),
                interval: None,
            })
            .collect(),
        release: None,
        threshold: None,
        as_of: None,
        proposed: false,
        trial: false,
        period: None,
        filters: BTreeMap::new(),
        population: told(43),
        unknown: BTreeMap::new(),
        rounded: None,
        groups: BTreeMap::new(),
        above: Vec::new(),
        check: None,
        protection_now: Vec::new(),
        rates: Vec::new(),
        times: Vec::new(),
        notes: Vec::new(),
        note_steps: Vec::new(),
        note_cells: BTreeMap::new(),
        released_to: None,
        day: day("2014-12-31"),
    }
}

fn list() -> List {
    List {
        schema: "nansen.list/1",
        items: vec![ListItem {
            people: 1,
            risk: None,
            fields: BTreeMap::new(),
            case: "7MK-2D5-HPP".to_owned(),
            callsign: "amber-heron".to_owned(),
            state: "closed".to_owned(),
            application_state: Some(ApplicationState::Refused),
            origin: "KP".to_owned(),
            jurisdiction: "ru".to_owned(),
            worker: Some("m1".to_owned()),
            office: None,
            opened: "2019-02-11".parse().unwrap(),
            last_event: Some(day("2021-10-04")),
            next_due: Some(day("2021-10-13")),
            overdue: true,
        }],
        columns: Vec::new(),
        closed_left_out: 0,
    }
}

#[test]
fn a_list_breaks_no_name_of_a_case() {
    for width in [40, 60, 80, 100] {
        let text = render(&list(), &output(Format::Human, width)).unwrap();
        assert!(
            text.contains("7MK-2D5-HPP") && text.contains("amber-heron"),
            "{width}\n{text}"
        );
        let flat: Vec<&str> = text.split_whitespace().collect();
        assert!(flat.join(" ").contains("13 Oct 2021"), "{width}\n{text}");
    }
}

#[test]
fn lines_and_tables_lose_nothing_of_the_whole() {
    let text = render(&history(), &output(Format::JsonLines, 80)).unwrap();
    let line: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    assert_eq!(
        (&line["state"], &line["case_state"]),
        (&json!("retracted"), &json!("open"))
    );
    let mut nothing = recorded();
    nothing.deadlines.clear();
    for view in [recorded(), nothing] {
        let text = render(&view, &output(Format::Csv, 80)).unwrap();
        assert!(text.starts_with("event,ref,due,"), "{text}");
        let line = text.lines().nth(1).unwrap();
        assert!(
            line.starts_with("ABCDEFGHIJKLMNOP,A1,") && line.contains("7MK-2D5-HPP"),
            "{line}"
        );
    }
    let whole = Verified {
        schema: "nansen.verify/1",
        ok: true,
        events: 7,
        findings: Vec::new(),
        quick: false,
    };
    let text = render(&whole, &output(Format::JsonLines, 80)).unwrap();
    assert!(text.contains("\"ok\":true"), "{text}");
}

#[test]
fn due_puts_the_most_pressing_first() {
    insta::assert_snapshot!(human(&due()));
}

#[test]
fn due_says_when_nothing_is_due() {
    let nothing = Due {
        items: Vec::new(),
        measures: Vec::new(),
        left_out: LeftOut::default(),
        whose: None,
        within: None,
        ..due()
    };
    insta::assert_snapshot!(human(&nothing));
}

#[test]
fn show_tells_the_case() {
    insta::assert_snapshot!(human(&history()));
}

#[test]
fn show_all_marks_what_was_taken_back() {
    let all = History {
        all: true,
        ..history()
    };
    let text = human(&all);
    assert!(text.contains("[TAKEN BACK] note: wrong case"), "{text}");
    assert!(!human(&history()).contains("wrong case"));
}

fn recorded() -> Recorded {
    let as_of = "2021-10-01";
    let before = deadline("2021-10-11", as_of);
    let mut met = deadline("2021-10-20", as_of);
    met.state = DeadlineState::Met;
    met.settled_on = Some(day("2021-10-01"));
    met.id = "OTHER".to_owned();
    let moved = deadline("2021-10-13", as_of);
    Recorded {
        people: Vec::new(),
        unchanged: Vec::new(),
        others: Vec::new(),
        tasks: Vec::new(),
        schema: "nansen.recorded/1",
        case: "7MK-2D5-HPP".to_owned(),
        event: "ABCDEFGHIJKLMNOP".to_owned(),
        r#ref: Some("A1".to_owned()),
        deadlines: vec![moved.clone()],
        entry: entry(
            "decision",
            "2021-09-06",
            json!({"outcome": "refused", "basis": "unfounded", "decided": "2021-09-06", "notified": "2021-09-13"}),
        ),
        callsign: "amber-heron".to_owned(),
        reopened: Vec::new(),
        moved: vec![Moved {
            deadline: moved,
            before,
        }],
        settled: vec![met],
        withdrawn: Vec::new(),
        notices: vec![Step {
            text: "code-own-nansen-no-rule".to_owned(),
            args: BTreeMap::new(),
            date: None,
        }],
    }
}

#[test]
fn recorded_says_what_follows() {
    insta::assert_snapshot!(human(&recorded()));
}

#[test]
fn statistics_cross_two_dimensions() {
    let crossed = table(
        &["protection", "sex"],
        &[
            (&["refugee_status", "f"], "12", Some(12)),
            (&["none", "f"], "<10", None),
            (&["none", "total"], "31", Some(31)),
            (&["total", "total"], "43", Some(43)),
        ],
    );
    insta::assert_snapshot!(human(&crossed));
}

#[test]
fn no_form_is_wider_than_the_reader_sees() {
    for width in [40, 60, 80, 120] {
        let out = output(Format::Human, width);
        for text in [
            render(&due(), &out).unwrap(),
            render(&history(), &out).unwrap(),
            render(&list(), &out).unwrap(),
        ] {
            for line in text.lines() {
                assert!(text::width(line) <= width, "{width}: {line}\n{text}");
            }
        }
    }
}

#[test]
fn no_colour_carries_meaning_alone() {
    let mut out = output(Format::Human, 80);
    let without = render(&due(), &out).unwrap();
    out.color = true;
    let with = render(&due(), &out).unwrap();
    assert!(with.contains("\u{1b}[1;31m"));
    let mut stripped = with;
    for code in ["1;31", "1;33", "1", "2", "0"] {
        stripped = stripped.replace(&format!("\u{1b}[{code}m"), "");
    }
    assert_eq!(stripped, without);
}

#[test]
fn a_terminal_obeys_no_data() {
    let mut view = history();
    view.callsign = "amber\u{1b}[2J".to_owned();
    view.tags = vec!["\u{202e}tag".to_owned()];
    view.events.push(entry(
        "note",
        "2021-10-01",
        json!({"text": "bell\u{7} and\nline"}),
    ));
    view.deadlines[1].what = "esc\u{1b}]0;x".to_owned();
    for format in [Format::Human, Format::Plain] {
        let text = render(&view, &output(format, 80)).unwrap();
        let obeyed = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || c == '\u{202e}';
        assert!(!text.contains(obeyed), "{text:?}");
    }
}

#[test]
fn json_lines_say_their_schema() {
    let text = render(&due(), &output(Format::JsonLines, 80)).unwrap();
    assert_eq!(text.lines().count(), 5);
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        assert_eq!(value["schema"], "nansen.due/1");
        assert!(value["rule"].is_string());
    }
}

#[test]
fn plain_and_csv_are_codes() {
    let plain = render(&due(), &output(Format::Plain, 80)).unwrap();
    let first = plain.lines().nth(1).unwrap();
    assert!(
        first.starts_with("2021-10-13\t\t-3\tmissed\t7MK-2D5-HPP\t"),
        "{first}"
    );
    let csv = render(&due(), &output(Format::Csv, 80)).unwrap();
    let deadlines = csv.lines().filter(|line| line.ends_with(",deadline,"));
    assert_eq!(deadlines.count(), 5, "{csv}");
    assert!(csv.contains("2021-10-13,,-3,missed"));
}

#[test]
fn a_field_that_is_not_declared_here_is_shown_as_unknown() {
    let mut shown = history();
    shown.fields.push(HeldField {
        field: "housing".to_owned(),
        value: "camp".to_owned(),
        date: "2021-09".parse().unwrap(),
        source: None,
        known: false,
        person: None,
        declared: None,
    });
    let text = shown.human(&output(Format::Human, 80));
    let line = text.lines().find(|line| line.contains("housing"));
    let line = line.unwrap_or_else(|| panic!("{text}"));
    assert!(line.contains("(not declared here)"), "{line}");
    assert!(line.contains("camp, since Sep 2021"), "{line}");
}

#[test]
fn every_code_has_its_word() {
    let english = Locale::english();
    let mut missing = Vec::new();
    macro_rules! check {
        ($($list:literal: $code:ty),+ $(,)?) => {
            $(for code in <$code>::ALL {
                let id = format!("code-{}-{}", $list, code.as_str().replace('_', "-"));
                if english.find(&id, &[]).is_none() {
                    missing.push(id);
                }
            })+
        };
    }
    check!(
        "application-kind": ApplicationKind, "order": ApplicationOrder, "application-state": ApplicationState,
        "outcome": Outcome, "protection": Protection, "basis": Basis, "reason": ClosedReason,
        "appeal-kind": AppealKind, "appeal-state": AppealState, "filing": FilingKind, "sex": Sex,
        "case-end": CaseEnd, "link": LinkKind, "event": HappeningKind, "removal": RemovalKind,
        "means": Means, "actor": Actor, "rule-status": RuleStatus, "deadline-state": DeadlineState,
        "entry-state": EntryState, "date-basis": DateBasis,
        "field-type": FieldType, "field-source": FieldSource,
        "contact-rule": ContactRule, "not-shared": NotShared,
    );
    let book = Book::builtin();
    let opening = book.rules().map(|rule| rule.trigger.event.as_str());
    let own = [
        "status_granted",
        "document_expires",
        "decision_refused",
        "judgment",
    ];
    for event in opening.chain(own) {
        let id = format!("code-trigger-{}", event.replace('_', "-"));
        missing.extend(Some(id).filter(|id| english.find(id, &[]).is_none()));
    }
    for rule in [FIND_SERVICE, RUNS_OUT, NO_RULE] {
        let id = format!("code-own-{}", rule.replace('.', "-"));
        missing.extend(Some(id).filter(|id| english.find(id, &[]).is_none()));
    }
    for fact in FACTS {
        let mut ids = vec![format!("fact-{}", fact.name)];
        if let Values::OneOf(codes) = fact.values {
            let value = |code: &&str| format!("code-fact-value-{}", code.replace('_', "-"));
            ids.extend(codes.iter().map(value));
        }
        missing.extend(ids.into_iter().filter(|id| english.find(id, &[]).is_none()));
    }
    assert!(missing.is_empty(), "{missing:?}");
}
