//! Everything that `due` lists, one line each, for a spreadsheet: the deadlines, and below them what stands beside them.

use serde::Serialize;
use serde_json::{Map, Value};

use super::Rows;
use crate::app::view::{Deadline, Disappearance, LeftOut, Measure, SheetDay, SheetHearing, Task};
use crate::domain::event::AlarmStep;

/// What a list left out, by reason.
const LEFT_OUT: &[&str] = &[
    "colleagues",
    "later",
    "authority",
    "ours",
    "closed",
    "told",
    "lapsed",
    "filtered",
];

/// Columns that lines of every sort have after those of a deadline: of which sort it is, and what does not fit elsewhere.
const MORE: [&str; 4] = ["worker", "since", "list", "text"];

/// What stands beside the deadlines.
#[derive(Default)]
pub(super) struct Beside {
    lines: Vec<Map<String, Value>>,
}

impl Beside {
    /// Whoever has disappeared.
    pub(super) fn disappeared(mut self, all: &[Disappearance]) -> Self {
        for one in all {
            let mut line = line("disappeared", one, &[("event", "id")]);
            set(&mut line, "what", "disappearance");
            take(&mut line, "reason", "text");
            name(&mut line, &one.callsign, one.worker.as_deref());
            self.lines.push(line);
        }
        self
    }

    /// The alarm plan, in its order.
    pub(super) fn plan(mut self, steps: &[AlarmStep]) -> Self {
        self.lines
            .extend(steps.iter().map(|step| line("alarm_plan", step, &[])));
        self
    }

    /// Open removals and detentions.
    pub(super) fn measures(mut self, all: &[Measure]) -> Self {
        for one in all {
            let mut line = line("measure", one, &[("kind", "text")]);
            if let Some(of) = &one.suspension {
                set(&mut line, "state", of.state.as_str());
            }
            name(&mut line, &one.callsign, one.worker.as_deref());
            self.lines.push(line);
        }
        self
    }

    /// Next steps.
    pub(super) fn tasks<'a>(mut self, all: impl IntoIterator<Item = &'a Task>) -> Self {
        for one in all {
            let mut line = line("task", one, &[("task", "id")]);
            let whose = one.to.as_deref().or(one.worker.as_deref());
            name(&mut line, &one.callsign, whose);
            self.lines.push(line);
        }
        self
    }

    /// Hearings and interviews of the days of a sheet.
    pub(super) fn hearings(mut self, days: &[SheetDay]) -> Self {
        let all = days
            .iter()
            .flat_map(|day| day.hearings.iter().map(move |one| (day.day, one)));
        for (day, one) in all {
            let one: &SheetHearing = one;
            let mut line = line("hearing", one, &[("place", "text")]);
            set(&mut line, "due", &day.to_string());
            name(&mut line, &one.callsign, one.worker.as_deref());
            self.lines.push(line);
        }
        self
    }

    /// How many lines are not listed, by reason.
    pub(super) fn left_out(mut self, left: &LeftOut) -> Self {
        let counts = serde_json::to_value(left).unwrap_or_default();
        for reason in LEFT_OUT {
            let count = counts.get(reason).and_then(Value::as_u64).unwrap_or(0);
            if count > 0 {
                let mut line = Map::new();
                set(&mut line, "list", "left_out");
                set(&mut line, "what", reason);
                set(&mut line, "text", &count.to_string());
                self.lines.push(line);
            }
        }
        self
    }

    /// Below the deadlines, in their columns.
    pub(super) fn below<'a>(
        self,
        mut deadlines: Rows,
        items: impl IntoIterator<Item = &'a Deadline>,
    ) -> Rows {
        let whose =
            |line: &Map<String, Value>| line.get("person").is_some_and(|one| !one.is_null());
        if self.lines.iter().any(whose) && !deadlines.header.iter().any(|one| one == "person") {
            deadlines.header.push("person".to_owned());
            deadlines
                .lines
                .iter_mut()
                .for_each(|line| line.push(String::new()));
        }
        let mut more = MORE.map(str::to_owned).to_vec();
        more.retain(|column| !deadlines.header.contains(column));
        for (line, item) in deadlines.lines.iter_mut().zip(items) {
            line.extend(more.iter().map(|column| match column.as_str() {
                "worker" => item.worker.clone().unwrap_or_default(),
                "list" => "deadline".to_owned(),
                _ => String::new(),
            }));
        }
        deadlines.header.extend(more);
        let columns: Vec<&str> = deadlines.header.iter().map(String::as_str).collect();
        let beside = Rows::pick(&self.lines, &columns);
        deadlines.lines.extend(beside.lines);
        deadlines
    }
}

/// What a list left out, in one line; without one where it left out nothing.
pub(super) fn left_out_rows(left: &LeftOut) -> Rows {
    let mut rows = Rows::one(left, LEFT_OUT);
    rows.lines
        .retain(|line| line.iter().any(|cell| cell != "0"));
    rows
}

fn line<T: Serialize>(list: &str, item: &T, renamed: &[(&str, &str)]) -> Map<String, Value> {
    let mut line = match serde_json::to_value(item) {
        Ok(Value::Object(line)) => line,
        _ => Map::new(),
    };
    for (from, to) in renamed {
        take(&mut line, from, to);
    }
    set(&mut line, "list", list);
    line
}

fn take(line: &mut Map<String, Value>, from: &str, to: &str) {
    if let Some(value) = line.remove(from) {
        line.insert(to.to_owned(), value);
    }
}

fn set(line: &mut Map<String, Value>, column: &str, value: &str) {
    line.insert(column.to_owned(), Value::from(value));
}

/// Where the columns that were asked for name them.
fn name(line: &mut Map<String, Value>, callsign: &str, worker: Option<&str>) {
    set(line, "callsign", callsign);
    if let Some(worker) = worker {
        set(line, "worker", worker);
    }
}
