//! One invented case: import lines, and a day that only moves forward and stops on working days only.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use serde_json::{Map, Value, json};

/// A small generator of numbers (SplitMix64): the same seed gives the same caseload on every machine.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.between(1, 100) <= percent
    }
}

/// The fields of a line beside `type` and `case`.
type Fields = Map<String, Value>;

/// What happened to one person, in the order in which it happened.
pub(crate) struct History {
    pub(crate) random: Random,
    day: NaiveDate,
    lines: Vec<(&'static str, Fields)>,
    counts: [u32; 3],
}

impl History {
    /// Starts on a working day between two months, counted from January 2000.
    pub(crate) fn new(mut random: Random, months: (u64, u64)) -> Self {
        let first = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
        let month = u32::try_from(random.between(months.0, months.1)).unwrap_or_default();
        let day = working(first + Months::new(month) + Days::new(random.between(0, 27)));
        Self {
            random,
            day,
            lines: Vec::new(),
            counts: [0; 3],
        }
    }

    /// The office opens the case.
    pub(crate) fn open(&mut self) {
        let mut fields = Map::new();
        put(&mut fields, "origin", "KP");
        put(&mut fields, "jurisdiction", "ru");
        let sex = if self.random.chance(88) { "m" } else { "f" };
        put(&mut fields, "sex", sex);
        if self.random.chance(90) {
            let age = i32::try_from(self.random.between(22, 54)).unwrap_or_default();
            fields.insert("born".into(), json!(self.day.year() - age));
        }
        let office = if self.random.chance(65) {
            "east"
        } else {
            "west"
        };
        put(&mut fields, "office", office);
        let worker = self.random.between(0, 5);
        if (1..=4).contains(&worker) {
            put(&mut fields, "worker", &format!("m{worker}"));
        }
        put(&mut fields, "opened", &self.day.to_string());
        self.lines.push(("case", fields));
    }

    /// The day on which the office opened the case.
    pub(crate) fn opened(&self) -> Option<&str> {
        self.lines.first()?.1.get("opened")?.as_str()
    }

    /// Lets days pass, to a working day.
    pub(crate) fn wait(&mut self, low: u64, high: u64) {
        self.day = working(self.day + Days::new(self.random.between(low, high)));
    }

    /// Moves to a working day at most `days` before another day.
    pub(crate) fn wait_until(&mut self, day: NaiveDate, days: u64) {
        self.day = working(day - Days::new(days)).max(self.day);
    }

    /// Applies for something today.
    pub(crate) fn apply(&mut self, kind: &str) -> String {
        let name = self.name(0, 'a');
        self.line(
            "application",
            &[("ref", &name), ("kind", kind), ("lodged", &self.today())],
        );
        name
    }

    /// Refuses an application after some weeks and tells the person.
    pub(crate) fn refuse(&mut self, on: &str, basis: &str) {
        self.decide(
            on,
            (40, 95),
            &[("outcome", "refused"), ("basis", basis)],
            true,
        );
    }

    /// Refuses an application; nobody knows when the person was told.
    pub(crate) fn refuse_unserved(&mut self, on: &str) {
        let fields = [("outcome", "refused"), ("basis", "unfounded")];
        self.decide(on, (40, 95), &fields, false);
    }

    /// Grants protection, for one year where it is temporary asylum; says when it ends.
    pub(crate) fn grant(&mut self, on: &str, protection: &str) -> NaiveDate {
        self.positive(on, "granted", protection, (35, 92))
    }

    /// Allows an appeal and grants protection in the place of the body before.
    pub(crate) fn allow(&mut self, on: &str, protection: &str) -> NaiveDate {
        self.positive(on, "allowed", protection, (35, 60))
    }

    /// Ends a procedure without a decision on the substance.
    pub(crate) fn discontinue(&mut self, on: &str, reason: &str) {
        let fields = [("outcome", "closed"), ("reason", reason)];
        self.decide(on, (3, 20), &fields, reason.starts_with("withdrawn"));
    }

    /// Complains to the higher authority, within a month of being told.
    pub(crate) fn complain(&mut self, on: &str) -> String {
        self.wait(6, 24);
        self.appeal(on, "administrative_review")
    }

    /// Goes to court, within three months of being told.
    pub(crate) fn sue(&mut self, on: &str) -> String {
        self.wait(14, 78);
        self.appeal(on, "appeal")
    }

    /// Appeals against a judgment, within a month.
    pub(crate) fn sue_further(&mut self, on: &str) -> String {
        self.wait(6, 24);
        self.appeal(on, "further_appeal")
    }

    /// Decides an appeal: `dismissed` or `remitted`.
    pub(crate) fn answer(&mut self, on: &str, outcome: &str) {
        self.decide(on, (24, 55), &[("outcome", outcome)], true);
    }

    /// Something beside applications, decisions and appeals, today.
    pub(crate) fn happens(&mut self, what: &'static str, more: &[(&str, &str)]) {
        let today = self.today();
        let mut fields = vec![("date", today.as_str())];
        fields.extend_from_slice(more);
        self.line(what, &fields);
    }

    /// A paper is filed today.
    pub(crate) fn file(&mut self, kind: &str) {
        self.line("filing", &[("kind", kind), ("lodged", &self.today())]);
    }

    /// The office closes the case after some days.
    pub(crate) fn close(&mut self, reason: &str) {
        self.wait(5, 40);
        self.line("close", &[("reason", reason), ("date", &self.today())]);
    }

    /// The lines under a name for the case.
    pub(crate) fn write(&self, case: &str, out: &mut String) {
        for (kind, fields) in &self.lines {
            let mut line = Map::new();
            put(&mut line, "type", kind);
            put(&mut line, "case", case);
            line.extend(fields.clone());
            out.push_str(&Value::Object(line).to_string());
            out.push('\n');
        }
    }

    fn appeal(&mut self, on: &str, kind: &str) -> String {
        let name = self.name(2, 'p');
        let today = self.today();
        let fields = [
            ("ref", name.as_str()),
            ("on", on),
            ("kind", kind),
            ("lodged", &today),
        ];
        self.line("appeal", &fields);
        name
    }

    fn positive(
        &mut self,
        on: &str,
        outcome: &str,
        protection: &str,
        days: (u64, u64),
    ) -> NaiveDate {
        self.wait(days.0, days.1);
        let until = self.day + Months::new(12);
        let end = until.to_string();
        let mut fields = vec![("outcome", outcome), ("protection", protection)];
        if protection == "temporary_asylum" {
            fields.push(("until", &end));
        }
        self.decide(on, (0, 0), &fields, true);
        until
    }

    fn decide(&mut self, on: &str, days: (u64, u64), more: &[(&str, &str)], told: bool) {
        self.wait(days.0, days.1);
        let name = self.name(1, 'd');
        let decided = self.today();
        let mut fields = vec![("ref", name.as_str()), ("on", on)];
        fields.extend_from_slice(more);
        fields.push(("decided", &decided));
        self.wait(3, 12);
        let notified = self.today();
        if told {
            fields.push(("notified", &notified));
        }
        self.line("decision", &fields);
    }

    fn name(&mut self, series: usize, letter: char) -> String {
        let count = self.counts.get_mut(series);
        let number = count.map_or(0, |n| {
            *n += 1;
            *n
        });
        format!("{letter}{number}")
    }

    fn today(&self) -> String {
        self.day.to_string()
    }

    fn line(&mut self, kind: &'static str, fields: &[(&str, &str)]) {
        let mut map = Map::new();
        for (name, value) in fields {
            put(&mut map, name, value);
        }
        self.lines.push((kind, map));
    }
}

fn put(fields: &mut Fields, name: &str, value: &str) {
    fields.insert(name.to_owned(), json!(value));
}

/// The day itself or the next one that is no Saturday, Sunday or fixed Russian holiday.
fn working(mut day: NaiveDate) -> NaiveDate {
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
        || matches!(
            (day.month(), day.day()),
            (1, 1..=10) | (2, 23) | (3, 8) | (5, 1 | 2 | 9) | (6, 12) | (11, 4)
        )
    {
        day = day + Days::new(1);
    }
    day
}
