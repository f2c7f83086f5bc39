//! The cases of an invented office: each draws its country, its course and its days from a seed of its own.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use serde_json::{Map, Value, json};

/// Fixed: whoever changes it changes every case.
const SEED: u64 = 0x6f66_6669_6365_0001;

/// What happens in a case.
type Course = fn(&mut Case);

/// The courses that a case can take, with their weights. Whoever adds one appends it: nothing else names them.
const COURSES: &[(u64, Course)] = &[
    (10, pending),
    (14, refused_and_left_at_that),
    (12, through_the_instances),
    (9, granted),
    (8, prolonged),
    (4, prolonging_refused),
    (5, less_than_asked_for),
    (5, sent_back),
    (4, taken_back),
    (4, taken_as_withdrawn),
    (3, revoked),
    (4, subsequent),
    (4, transferred),
    (4, detained),
    (4, fresh_refusal),
    (2, fresh_detention),
    (4, withdrawn_and_closed),
];

const LAWS: &[(u64, &str)] = &[
    (30, "de"),
    (20, "ru"),
    (15, "fr"),
    (10, "it"),
    (8, "gr"),
    (7, "es"),
    (6, "pl"),
    (4, "tr"),
];
const ORIGINS: &[(u64, &str)] = &[
    (25, "SY"),
    (18, "AF"),
    (12, "ER"),
    (10, "IR"),
    (10, "BY"),
    (8, "GN"),
    (7, "KP"),
    (6, "SO"),
    (3, "stateless"),
    (1, "unknown"),
];

/// The lines of so many cases.
pub(crate) fn office(count: u64) -> String {
    let mut out = String::new();
    for number in 1..=count {
        let mut case = Case::open(number);
        let course = pick(&mut case.random, COURSES);
        course(&mut case);
        case.write(&mut out);
    }
    out
}

/// A small generator of numbers (splitmix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.between(1, 100) <= percent
    }
}

fn pick<T: Copy>(random: &mut Random, from: &[(u64, T)]) -> T {
    let all = from.iter().map(|(weight, _)| weight).sum::<u64>();
    let mut left = random.between(1, all);
    for (weight, one) in from {
        if left <= *weight {
            return *one;
        }
        left -= weight;
    }
    unreachable!("the weights add up")
}

/// One case in the making: its lines so far, and the day on which it stands.
struct Case {
    name: String,
    law: &'static str,
    random: Random,
    day: NaiveDate,
    lines: Vec<Map<String, Value>>,
    names: u32,
    over: bool,
}

impl Case {
    fn open(number: u64) -> Self {
        let mut random = Random(SEED.wrapping_add(number.wrapping_mul(0x5851_f42d_4c95_7f2d)));
        let first = NaiveDate::from_ymd_opt(2009, 1, 5).unwrap_or_default();
        let day = first + Days::new(random.between(0, 5600));
        let law = pick(&mut random, LAWS);
        let mut case = Self {
            name: format!("c{number}"),
            law,
            day: working(day),
            random,
            lines: Vec::new(),
            names: 0,
            over: false,
        };
        case.opening();
        case
    }

    fn opening(&mut self) {
        let origin = pick(&mut self.random, ORIGINS);
        let sex = pick(
            &mut self.random,
            &[(57, "m"), (40, "f"), (2, "x"), (1, "unknown")],
        );
        let office = pick(
            &mut self.random,
            &[(50, "east"), (30, "west"), (20, "coast")],
        );
        let born = self.day.year() - i32::try_from(self.random.between(18, 60)).unwrap_or_default();
        let worker = self.random.between(0, 6);
        let opened = self.day.to_string();
        let mut fields = vec![
            ("origin", json!(origin)),
            ("jurisdiction", json!(self.law)),
            ("sex", json!(sex)),
            ("office", json!(office)),
            ("opened", json!(opened)),
        ];
        if self.random.chance(85) {
            fields.push(("born", json!(born)));
        }
        if worker > 0 {
            fields.push(("worker", json!(format!("m{worker}"))));
        }
        if self.random.chance(20) {
            fields.push(("tags", json!("hospital")));
        }
        self.line("case", fields);
    }

    fn wait(&mut self, low: u64, high: u64) {
        self.day = working(self.day + Days::new(self.random.between(low, high)));
    }

    /// Moves to days on which an office of November 2026 still works.
    fn lately(&mut self) {
        let first = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap_or_default();
        self.day = working(first + Days::new(self.random.between(0, 17)));
    }

    fn today(&self) -> Value {
        json!(self.day.to_string())
    }

    fn named(&mut self, letter: char) -> String {
        self.names += 1;
        format!("{letter}{}", self.names)
    }

    fn line(&mut self, kind: &str, fields: Vec<(&str, Value)>) {
        // What lies after these days has not happened yet, and so has nothing that follows from it.
        self.over |= self.day > NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
        if self.over {
            return;
        }
        let mut line = Map::new();
        line.insert("type".into(), json!(kind));
        line.insert("case".into(), json!(self.name));
        line.extend(
            fields
                .into_iter()
                .map(|(field, value)| (field.to_owned(), value)),
        );
        self.lines.push(line);
    }

    fn write(&self, out: &mut String) {
        for line in &self.lines {
            out.push_str(&Value::Object(line.clone()).to_string());
            out.push('\n');
        }
    }

    /// What this law calls the usual application.
    fn kind(&self) -> &'static str {
        if self.law == "ru" {
            "refugee_status"
        } else {
            "single_procedure"
        }
    }

    fn apply(&mut self) -> String {
        self.apply_for(self.kind())
    }

    fn apply_for(&mut self, kind: &'static str) -> String {
        let name = self.named('a');
        let fields = vec![
            ("ref", json!(name)),
            ("kind", json!(kind)),
            ("lodged", self.today()),
        ];
        self.line("application", fields);
        name
    }

    fn decide(&mut self, on: &str, outcome: &str, more: Vec<(&str, Value)>) -> String {
        self.wait(40, 200);
        let name = self.named('d');
        let decided = self.today();
        let mut fields = vec![
            ("ref", json!(name)),
            ("on", json!(on)),
            ("outcome", json!(outcome)),
        ];
        fields.extend(more);
        fields.push(("decided", decided));
        self.wait(2, 9);
        // Each law goes by its own day; a paper carries both where it is handed over.
        fields.push(("notified", self.today()));
        fields.push(("served", self.today()));
        self.line("decision", fields);
        name
    }

    fn refuse(&mut self, on: &str) -> String {
        self.decide(on, "refused", vec![("basis", json!("unfounded"))])
    }

    /// Grants for some years; says until when.
    fn grant(&mut self, on: &str, protection: &str, months: u32) -> NaiveDate {
        let until = self.day + Months::new(months);
        let fields = vec![
            ("protection", json!(protection)),
            ("refused", json!("none")),
            ("until", json!(until.to_string())),
        ];
        self.decide(on, "granted", fields);
        until
    }

    fn appeal(&mut self, on: &str, kind: &str) -> String {
        self.wait(3, 6);
        let name = self.named('p');
        let fields = vec![
            ("ref", json!(name)),
            ("on", json!(on)),
            ("kind", json!(kind)),
            ("lodged", self.today()),
        ];
        self.line("appeal", fields);
        name
    }

    fn file(&mut self, on: &str, kind: &str) {
        let fields = vec![
            ("on", json!(on)),
            ("kind", json!(kind)),
            ("lodged", self.today()),
        ];
        self.line("filing", fields);
    }

    fn step(&mut self, on: &str, kind: &str) {
        let fields = vec![
            ("on", json!(on)),
            ("kind", json!(kind)),
            ("date", self.today()),
        ];
        self.line("step", fields);
    }

    fn close(&mut self, reason: &str) {
        self.wait(5, 30);
        let fields = vec![("reason", json!(reason)), ("date", self.today())];
        self.line("close", fields);
    }

    /// The first remedy that this law knows.
    fn first_remedy(&self) -> &'static str {
        match self.law {
            "ru" | "gr" | "pl" => "administrative_review",
            _ => "appeal",
        }
    }
}

fn pending(case: &mut Case) {
    case.apply();
    if case.random.chance(40) {
        case.wait(20, 60);
        let date = case.today();
        case.line("interview", vec![("date", date)]);
    }
}

fn refused_and_left_at_that(case: &mut Case) {
    let application = case.apply();
    case.refuse(&application);
    if case.random.chance(50) {
        case.close("contact_lost");
    }
}

fn through_the_instances(case: &mut Case) {
    let application = case.apply();
    case.refuse(&application);
    let first = case.appeal(&application, case.first_remedy());
    case.decide(&first, "dismissed", Vec::new());
    if case.random.chance(70) {
        let kind = if case.first_remedy() == "appeal" {
            "further_appeal"
        } else {
            "appeal"
        };
        let second = case.appeal(&first, kind);
        if case.random.chance(60) {
            case.decide(&second, "dismissed", Vec::new());
        }
    }
}

fn granted(case: &mut Case) {
    let application = case.apply();
    case.grant(&application, "refugee_status", 36);
    if case.random.chance(60) {
        case.close("protected");
    }
}

fn prolonged(case: &mut Case) {
    let (application, protection) = temporary(case);
    let mut until = case.grant(&application, protection, 12);
    for _ in 0..case.random.between(1, 3) {
        case.day = working(until - Days::new(40));
        case.file(&application, "renewal");
        until = case.grant(&application, protection, 12);
    }
}

/// Protection for a year, under the name that the law has for it.
fn temporary(case: &mut Case) -> (String, &'static str) {
    if case.law == "ru" {
        (case.apply_for("temporary_asylum"), "temporary_asylum")
    } else {
        (case.apply_for("humanitarian"), "humanitarian")
    }
}

fn prolonging_refused(case: &mut Case) {
    let (application, protection) = temporary(case);
    let until = case.grant(&application, protection, 12);
    case.day = working(until - Days::new(40));
    case.file(&application, "renewal");
    case.refuse(&application);
    if case.random.chance(50) {
        case.appeal(&application, case.first_remedy());
    }
}

fn less_than_asked_for(case: &mut Case) {
    let application = case.apply_for("single_procedure");
    let until = (case.day + Months::new(24)).to_string();
    let fields = vec![
        ("protection", json!("subsidiary_protection")),
        ("until", json!(until)),
    ];
    case.decide(&application, "granted", fields);
    if case.random.chance(60) {
        let appeal = case.appeal(&application, case.first_remedy());
        if case.random.chance(50) {
            case.decide(
                &appeal,
                "allowed",
                vec![("protection", json!("refugee_status"))],
            );
        }
    }
}

fn sent_back(case: &mut Case) {
    let application = case.apply();
    case.refuse(&application);
    let appeal = case.appeal(&application, case.first_remedy());
    case.decide(&appeal, "remitted", Vec::new());
    if case.random.chance(70) {
        case.refuse(&application);
        if case.random.chance(50) {
            case.appeal(&application, case.first_remedy());
        }
    }
}

fn taken_back(case: &mut Case) {
    let application = case.apply();
    case.refuse(&application);
    let appeal = case.appeal(&application, case.first_remedy());
    case.decide(&application, "rescinded", Vec::new());
    case.decide(&appeal, "closed", vec![("reason", json!("discontinued"))]);
    if case.random.chance(60) {
        case.grant(&application, "refugee_status", 36);
    }
}

fn taken_as_withdrawn(case: &mut Case) {
    let application = case.apply();
    case.step(&application, "appointment_missed");
    case.decide(
        &application,
        "closed",
        vec![("reason", json!("withdrawn_implicit"))],
    );
    if case.random.chance(50) {
        case.wait(20, 60);
        case.file(&application, "reopening_request");
        case.decide(&application, "rescinded", Vec::new());
        if case.random.chance(50) {
            case.refuse(&application);
        }
    }
}

fn revoked(case: &mut Case) {
    let application = case.apply();
    case.grant(&application, "refugee_status", 36);
    case.wait(200, 700);
    case.decide(&application, "revoked", Vec::new());
    if case.random.chance(60) {
        let appeal = case.appeal(&application, "appeal");
        match case.random.between(0, 2) {
            0 => {}
            1 => drop(case.decide(&appeal, "allowed", Vec::new())),
            _ => drop(case.decide(&appeal, "dismissed", Vec::new())),
        }
    }
}

fn subsequent(case: &mut Case) {
    let first = case.apply();
    case.refuse(&first);
    let appeal = case.appeal(&first, case.first_remedy());
    case.wait(30, 90);
    let second = case.apply();
    case.decide(&appeal, "dismissed", Vec::new());
    if case.random.chance(60) {
        case.decide(&second, "refused", vec![("basis", json!("inadmissible"))]);
    }
}

fn transferred(case: &mut Case) {
    let application = case.apply();
    let refusal = case.decide(
        &application,
        "refused",
        vec![("basis", json!("inadmissible"))],
    );
    let measure = case.named('m');
    let fields = vec![
        ("ref", json!(measure)),
        ("on", json!(refusal)),
        ("kind", json!("transfer")),
        ("date", case.today()),
    ];
    case.line("removal", fields);
    if case.random.chance(50) {
        case.wait(30, 90);
        let date = case.today();
        case.line("departure", vec![("date", date)]);
        case.close("transferred");
    } else {
        case.wait(190, 220);
        case.step(&measure, "transfer_failed");
        case.step(&measure, "responsibility_taken");
        case.decide(&application, "rescinded", Vec::new());
    }
}

fn detained(case: &mut Case) {
    let application = case.apply();
    case.refuse(&application);
    case.wait(60, 90);
    let date = case.today();
    case.line("detention", vec![("date", date)]);
    case.wait(10, 30);
    let date = case.today();
    case.line("release", vec![("date", date)]);
}

fn fresh_refusal(case: &mut Case) {
    let application = case.apply();
    case.lately();
    // Decided and told in one week.
    let decided = case.today();
    case.wait(2, 4);
    let fields = vec![
        ("ref", json!("d")),
        ("on", json!(application)),
        ("outcome", json!("refused")),
        ("basis", json!("unfounded")),
        ("decided", decided),
        ("notified", case.today()),
        ("served", case.today()),
    ];
    case.line("decision", fields);
    if case.random.chance(40) {
        case.day = case.day + Days::new(1);
        let kind = case.first_remedy();
        let fields = vec![
            ("ref", json!("p")),
            ("on", json!("d")),
            ("kind", json!(kind)),
            ("lodged", case.today()),
        ];
        case.line("appeal", fields);
    }
}

fn fresh_detention(case: &mut Case) {
    case.apply();
    case.lately();
    let date = case.today();
    case.line("detention", vec![("date", date)]);
}

fn withdrawn_and_closed(case: &mut Case) {
    let application = case.apply();
    case.decide(
        &application,
        "closed",
        vec![("reason", json!("withdrawn_explicit"))],
    );
    case.close("departed");
}

/// The day itself or the next one that is no Saturday or Sunday.
fn working(mut day: NaiveDate) -> NaiveDate {
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = day + Days::new(1);
    }
    day
}
