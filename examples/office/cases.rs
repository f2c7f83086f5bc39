//! The cases of an invented office: each draws its country, its course and its days from a seed of its own.

mod courses;

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use serde_json::{Map, Value, json};

/// Fixed: whoever changes it changes every case.
const SEED: u64 = 0x6f66_6669_6365_0001;

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
        let course = pick(&mut case.random, courses::COURSES);
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

/// Those who apply together with a person: nobody in seven cases of ten.
fn family(random: &mut Random, year: i32) -> Vec<Map<String, Value>> {
    let mut all = Vec::new();
    let size = pick(random, &[(70, 0), (12, 1), (8, 2), (6, 3), (4, 4)]);
    let spouse = random.chance(75);
    for at in 0..size {
        let sex = pick(random, &[(49, "m"), (49, "f"), (2, "unknown")]);
        let (role, relation, low, high) = if at == 0 && spouse {
            ("applicant", "spouse", 20, 60)
        } else {
            ("dependant", "child", 0, 17)
        };
        let age = i32::try_from(random.between(low, high)).unwrap_or_default();
        let mut person = Map::new();
        person.insert("type".into(), json!("person"));
        person.insert("ref".into(), json!(format!("f{}", at + 2)));
        person.insert("role".into(), json!(role));
        person.insert("relation".into(), json!(relation));
        person.insert("sex".into(), json!(sex));
        person.insert("born".into(), json!(year - age));
        all.push(person);
    }
    all
}

/// The same line for another person, with that person's own application, decision or measure.
fn theirs(line: &Map<String, Value>, person: &Value) -> Map<String, Value> {
    let mut line = line.clone();
    for field in ["ref", "on"] {
        if let Some(Value::String(name)) = line.get_mut(field) {
            name.push('-');
            name.push_str(person.as_str().unwrap_or_default());
        }
    }
    line.insert("person".into(), person.clone());
    line
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
    family: Vec<Map<String, Value>>,
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
            family: Vec::new(),
        };
        case.opening();
        // From numbers of its own, so that nothing else in a case depends on its family.
        case.family = family(&mut Random(SEED ^ number.rotate_left(32)), case.day.year());
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

    /// Each line, and the same for each further person: what is decided of one is decided of all of them.
    fn write(&self, out: &mut String) {
        let mut put = |line: &Map<String, Value>| {
            out.push_str(&Value::Object(line.clone()).to_string());
            out.push('\n');
        };
        for line in &self.lines {
            let of_the_case = matches!(line["type"].as_str(), Some("case" | "close"));
            let mut first = line.clone();
            if !of_the_case && !self.family.is_empty() {
                first.insert("person".into(), json!("1"));
            }
            put(&first);
            for person in &self.family {
                if line["type"] == "case" {
                    let mut person = person.clone();
                    person.insert("case".into(), json!(self.name));
                    put(&person);
                } else if !of_the_case {
                    put(&theirs(line, &person["ref"]));
                }
            }
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

/// The day itself or the next one that is no Saturday or Sunday.
fn working(mut day: NaiveDate) -> NaiveDate {
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = day + Days::new(1);
    }
    day
}
