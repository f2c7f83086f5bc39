//! What may follow what, as one table and in random histories: the same steps through the domain alone and, as lines of
//! an import, through the whole program.

mod court;
mod lawful;
mod random;
mod table;

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate};
use nansen::app::fields::{CLOSE, Fields, Kind};
use nansen::base::id::{CaseId, EventId, StreamId};
use nansen::domain::case::Case;
use nansen::domain::check::{Objection, implied_protection};
use nansen::domain::code::Outcome;
use nansen::domain::event::{CaseReopened, Entry, Event, Payload};
use serde_json::{Map, Value, json};

/// One thing that happens in a case, as a line of an import says it.
#[derive(Debug, Clone)]
struct Step {
    /// The event's name: `decision`.
    event: &'static str,
    /// By which later steps name it.
    name: String,
    /// What it is about, by its name.
    on: Option<String>,
    day: NaiveDate,
    /// Beside the day.
    fields: Vec<(&'static str, String)>,
}

fn first_day() -> NaiveDate {
    "2019-01-08".parse().unwrap()
}

impl Step {
    /// `decision d1 on a1 outcome=refused basis=unfounded`, some days after the first one.
    fn read(text: &str, after: u64) -> Self {
        let mut words = text.split_whitespace();
        let events = [
            "application",
            "decision",
            "service",
            "appeal",
            "filing",
            "interview",
            "hearing",
            "document",
            "removal",
            "step",
            "detention",
            "release",
            "departure",
            "contact",
            "note",
            "fact",
            "close",
            "reopen",
        ];
        let event = words.next().unwrap();
        let event = events.into_iter().find(|known| *known == event).unwrap();
        let mut step = Self {
            event,
            name: String::new(),
            on: None,
            day: first_day() + Days::new(after),
            fields: Vec::new(),
        };
        while let Some(word) = words.next() {
            match word.split_once('=') {
                Some((field, value)) => {
                    let known: &[&str] = &[
                        "kind",
                        "outcome",
                        "protection",
                        "basis",
                        "reason",
                        "refused",
                        "fact",
                        "text",
                    ];
                    let field = known.iter().find(|known| **known == field).unwrap();
                    step.fields.push((field, value.to_owned()));
                }
                None if word == "on" => step.on = words.next().map(str::to_owned),
                None => word.clone_into(&mut step.name),
            }
        }
        step
    }

    fn fields(&self) -> Fields {
        let day = match self.event {
            "application" | "appeal" | "filing" => Some("lodged"),
            "decision" => Some("decided"),
            "service" => Some("notified"),
            "fact" => None,
            _ => Some("date"),
        };
        let mut fields: Fields = self
            .fields
            .iter()
            .map(|(field, value)| ((*field).to_owned(), value.clone()))
            .collect();
        fields.extend(day.map(|day| (day.to_owned(), self.day.to_string())));
        if self.event == "decision" {
            fields.insert("notified".to_owned(), self.day.to_string());
        }
        fields
    }

    /// Itself as a line of an import.
    fn line(&self, case: &str) -> String {
        let mut line: BTreeMap<String, String> = self.fields();
        let kind = match self.event {
            "reopen" => "reopening",
            event => event,
        };
        line.insert("type".to_owned(), kind.to_owned());
        if self.event == "close" {
            // What is open beside the deadlines is no matter of the table.
            line.insert("even_so".to_owned(), "for the table".to_owned());
        }
        line.insert("case".to_owned(), case.to_owned());
        if !self.name.is_empty() {
            line.insert("ref".to_owned(), self.name.clone());
        }
        if let Some(on) = &self.on {
            line.insert("on".to_owned(), on.clone());
        }
        json!(line).to_string()
    }
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.day, self.event, self.name)?;
        if let Some(on) = &self.on {
            write!(f, " on {on}")?;
        }
        let mut fields = self.fields.iter();
        fields.try_for_each(|(field, value)| write!(f, " {field}={value}"))
    }
}

/// The line that opens a case for steps to follow.
fn opening(case: &str) -> String {
    json!({"type": "case", "case": case, "origin": "KP", "jurisdiction": "ru", "opened": "2019-01-07"})
        .to_string()
}

/// A history that grows through the domain's own checks, without a store.
struct Pure {
    events: Vec<Event>,
    ids: BTreeMap<String, EventId>,
}

const CASE: CaseId = CaseId([7; 16]);

impl Pure {
    fn new() -> Self {
        let mut pure = Self {
            events: Vec::new(),
            ids: BTreeMap::new(),
        };
        let fields = json!({
            "number": "7MK2D5HPP", "callsign": "amber-heron", "origin": "KP", "jurisdiction": "ru",
            "sex": "unknown", "opened": "2019-01-07",
        });
        let opened = json!({"kind": "case/1", "fields": fields});
        pure.push("", serde_json::from_value(opened).unwrap());
        pure
    }

    /// Lives through steps that must all be allowed.
    #[track_caller]
    fn after(steps: &[Step]) -> Self {
        let mut pure = Self::new();
        for step in steps {
            let done = pure.offer(step);
            assert_eq!(done, Ok(()), "{step:?}");
        }
        pure
    }

    fn fold(&self) -> Case {
        Case::fold(CASE, &self.events, None)
    }

    fn push(&mut self, name: &str, entry: Entry) {
        let number = u64::try_from(self.events.len()).unwrap() + 1;
        let mut id = [0; 16];
        id[8..].copy_from_slice(&number.to_be_bytes());
        let id = EventId(id);
        let payload = Payload {
            at: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
            by: "m1".to_owned(),
            person: 1,
            via: None,
            even_so: None,
            entry,
        };
        self.events.push(Event {
            id,
            case: CASE,
            lamport: number,
            stream: StreamId([1; 16]),
            number,
            payload,
        });
        if !name.is_empty() {
            self.ids.insert(name.to_owned(), id);
        }
    }

    /// Appends a step, or says why it cannot follow.
    fn offer(&mut self, step: &Step) -> Result<(), Objection> {
        let entry = self.judge(step)?;
        self.push(&step.name, entry);
        Ok(())
    }

    fn judge(&self, step: &Step) -> Result<Entry, Objection> {
        let case = self.fold();
        let on = match &step.on {
            Some(name) => Some(*self.ids.get(name).ok_or(Objection::NoReference)?),
            None => None,
        };
        let read = |on: Option<EventId>| {
            let today = "2026-11-26".parse().unwrap();
            let mut base = Map::<String, Value>::new();
            let kind = match step.event {
                "reopen" => {
                    let date = step.day.into();
                    let import_ref = None;
                    return Entry::CaseReopened(CaseReopened { date, import_ref });
                }
                "close" => &CLOSE,
                event => Kind::named(event).unwrap(),
            };
            if step.event == "application" {
                base.insert("jurisdiction".to_owned(), json!("ru"));
            }
            kind.entry(&step.fields(), on, base, today).unwrap()
        };
        let needs = matches!(step.event, "decision" | "service" | "appeal");
        let draft = read(if needs { Some(EventId([0; 16])) } else { on });
        let mut entry = match case.about(&draft, on, false)? {
            Some(target) => read(Some(target)),
            None => draft,
        };
        if let Entry::PaperFiled(filing) = &mut entry {
            filing.on = case.to_file(filing.on, filing.kind)?;
        }
        if let Entry::DecisionMade(decision) = &mut entry
            && decision.outcome == Outcome::Granted
            && let Some(application) = case.applications.iter().find(|a| a.id == decision.on)
        {
            decision.protection = decision.protection.or(implied_protection(application));
        }
        match case.fresh_objections(&entry).into_iter().next() {
            Some(objection) => Err(objection),
            None => Ok(entry),
        }
    }
}
