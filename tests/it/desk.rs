//! One case in an office, with words for what tests do to it.

use serde_json::Value;

use crate::support::Office;

/// One case in an office.
pub(crate) struct Desk {
    pub(crate) office: Office,
    pub(crate) case: String,
}

impl Desk {
    /// A case under a law, on a day.
    pub(crate) fn new(law: &str, day: &str) -> Self {
        let office = Office::open().on(day);
        let case = office.new_case(&["--origin", "KP", "--jurisdiction", law]);
        Self { office, case }
    }

    /// The one case of an imported file.
    pub(crate) fn imported(day: &str, lines: &[&str]) -> Self {
        let office = Office::open().on(day);
        let file = office.home().join("in.jsonl");
        std::fs::write(&file, lines.join("\n")).unwrap();
        let said = office.ok(&["import", file.to_str().unwrap(), "--json"]);
        let case = said.json()["map"][0]["case"].as_str().unwrap().to_owned();
        Self { office, case }
    }

    /// `record` with the options of one line: the event comes first.
    fn args<'a>(&'a self, line: &'a str) -> Vec<&'a str> {
        let mut words = line.split_whitespace();
        let mut args = vec!["--json", "record", words.next().unwrap(), &self.case];
        args.extend(words);
        args
    }

    #[track_caller]
    pub(crate) fn record(&self, line: &str) -> Value {
        self.office.ok(&self.args(line)).json()
    }

    /// The last event of a kind that stands.
    #[track_caller]
    pub(crate) fn event(&self, kind: &str) -> String {
        let events = self.show()["events"].clone();
        let mut events = events.as_array().unwrap().iter().rev();
        let found = events.find(|e| e["kind"] == kind && e["state"] == "live");
        found.unwrap()["event"].as_str().unwrap().to_owned()
    }

    /// The same case on another day.
    pub(crate) fn on(mut self, day: &str) -> Self {
        self.office = self.office.on(day);
        self
    }

    /// As [`Self::record`], with a reason why it can be so.
    #[track_caller]
    pub(crate) fn even_so(&self, line: &str) -> Value {
        let mut args = self.args(line);
        args.extend(["--even-so", "it was so"]);
        self.office.ok(&args).json()
    }

    /// What is refused, and how the error is called.
    #[track_caller]
    pub(crate) fn refused(&self, code: i32, line: &str) -> String {
        self.office.fails(code, &self.args(line)[1..])
    }

    pub(crate) fn application(&self, number: usize) -> Value {
        self.show()["applications"][number - 1].clone()
    }

    #[track_caller]
    pub(crate) fn correct(&self, event: &str, line: &str) -> Value {
        let mut args = vec!["--json", "correct", event, "--because", "mistyped"];
        args.extend(line.split_whitespace());
        self.office.ok(&args).json()
    }

    /// The id of the one deadline of a rule.
    pub(crate) fn id(&self, rule: &str) -> String {
        let shown = self.show()["deadlines"].clone();
        let found = shown.as_array().unwrap().iter().find(|d| d["rule"] == rule);
        found.unwrap()["id"].as_str().unwrap().to_owned()
    }

    pub(crate) fn show(&self) -> Value {
        self.office.ok(&["--json", "show", &self.case]).json()
    }

    /// The deadlines of a rule, each as its due day and its state.
    pub(crate) fn all(&self, rule: &str) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let shown = self.show()["deadlines"].clone();
        let of = |d: &&Value| d["rule"] == rule || d["what"] == rule;
        let all = shown.as_array().unwrap().iter().filter(of);
        all.map(|d| (text(&d["due"]), text(&d["state"]))).collect()
    }

    /// Due day and state of the one deadline of a rule.
    #[track_caller]
    pub(crate) fn deadline(&self, rule: &str) -> (String, String) {
        let all = self.all(rule);
        assert_eq!(all.len(), 1, "{rule}: {}", self.show()["deadlines"]);
        all[0].clone()
    }

    #[track_caller]
    pub(crate) fn state(&self, rule: &str) -> String {
        self.deadline(rule).1
    }
}

/// A due day and a state.
pub(crate) fn pair(due: &str, state: &str) -> (String, String) {
    (due.to_owned(), state.to_owned())
}
