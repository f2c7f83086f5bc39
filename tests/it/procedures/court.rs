//! What cannot be, written down a second time and apart from the program's checks: who decides what, and only once.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Step;

/// What was decided.
#[derive(Debug, Clone)]
struct Ruling {
    on: String,
    outcome: String,
    own_will: bool,
    less: bool,
    day: NaiveDate,
    stands: bool,
    /// How its application stood before.
    before: (bool, bool),
}

#[derive(Debug, Clone)]
struct Remedy {
    on: String,
    kind: String,
    day: NaiveDate,
    pending: bool,
    /// A higher court sent it back.
    again: bool,
}

/// The books of an imaginary court: they take what happens, or say that it cannot be.
#[derive(Debug, Default, Clone)]
pub(super) struct Court {
    lodged: BTreeMap<String, NaiveDate>,
    /// A first-instance decision is awaited.
    pub(super) awaited: BTreeMap<String, bool>,
    /// A status stands.
    pub(super) status: BTreeMap<String, bool>,
    renewals: Vec<(String, NaiveDate)>,
    grants: BTreeMap<String, NaiveDate>,
    rulings: BTreeMap<String, Ruling>,
    /// Names of rulings in the order in which they were made.
    order: Vec<String>,
    /// The day of every decision.
    made: BTreeMap<String, NaiveDate>,
    remedies: BTreeMap<String, Remedy>,
    measures: BTreeMap<String, (NaiveDate, &'static str)>,
    /// Open detentions.
    held: Vec<NaiveDate>,
    closed: bool,
}

type Verdict = Result<(), &'static str>;

fn must(so: bool, otherwise: &'static str) -> Verdict {
    so.then_some(()).ok_or(otherwise)
}

impl Court {
    /// The remedies that wait.
    pub(super) fn pending(&self) -> Vec<&str> {
        let all = self.remedies.iter().filter(|(_, remedy)| remedy.pending);
        all.map(|(name, _)| name.as_str()).collect()
    }

    /// Takes a step with what it turned out to be about.
    pub(super) fn take(&mut self, step: &Step, on: Option<&str>) -> Verdict {
        let bookkeeping = matches!(step.event, "note" | "reopen");
        must(
            !self.closed || bookkeeping,
            "something happens in a closed case",
        )?;
        let name = step.name.clone();
        match step.event {
            "application" => {
                self.lodged.insert(name.clone(), step.day);
                self.awaited.insert(name.clone(), true);
                self.status.insert(name, false);
            }
            "decision" => self.decide(step, on.ok_or("a decision on nothing")?)?,
            "appeal" => self.appeal(step, on.ok_or("a remedy against nothing")?)?,
            "service" => {
                let made = on.and_then(|on| self.made.get(on));
                let made = made.ok_or("a service of nothing")?;
                must(*made <= step.day, "served before it was decided")?;
            }
            "filing" if field(step, "kind") == "renewal" => {
                let on = on.map(|on| self.application_of(on));
                self.renewals.extend(on.map(|on| (on, step.day)));
            }
            "detention" => {
                self.held.push(step.day);
                self.measures.insert(name, (step.day, "detention"));
            }
            "removal" => drop(self.measures.insert(name, (step.day, "removal"))),
            "release" => {
                must(
                    self.held.iter().any(|since| *since <= step.day),
                    "set free without being detained",
                )?;
                self.held.retain(|since| *since > step.day);
            }
            "departure" => self.held.retain(|since| *since > step.day),
            "close" => self.closed = true,
            "reopen" => {
                must(self.closed, "opened again without being closed")?;
                self.closed = false;
            }
            _ => {}
        }
        Ok(())
    }

    /// The application, or the measure, to which something belongs.
    fn application_of(&self, name: &str) -> String {
        let mut at = name;
        while let Some(next) = self
            .rulings
            .get(at)
            .map(|ruling| &ruling.on)
            .or_else(|| self.remedies.get(at).map(|remedy| &remedy.on))
        {
            at = next;
        }
        at.to_owned()
    }

    /// The first-instance ruling that a remedy is against in the end.
    fn root(&self, remedy: &str) -> Option<String> {
        let mut at = &self.remedies.get(remedy)?.on;
        loop {
            let Some(ruling) = self.rulings.get(at) else {
                // Against silence, or a measure.
                at = &self.remedies.get(at)?.on;
                continue;
            };
            match self.remedies.get(&ruling.on) {
                Some(below) => at = &below.on,
                None => return Some(at.clone()),
            }
        }
    }

    fn decide(&mut self, step: &Step, on: &str) -> Verdict {
        let outcome = field(step, "outcome").to_owned();
        let matter = self.application_of(on);
        let before = (
            self.awaited.get(&matter).copied().unwrap_or_default(),
            self.status.get(&matter).copied().unwrap_or_default(),
        );
        let on_appeal = self.remedies.contains_key(on);
        self.made.insert(step.name.clone(), step.day);
        if outcome == "rescinded" {
            let mut made = self.order.iter().rev();
            let last = made.find(|made| self.rulings[*made].on == on && self.rulings[*made].stands);
            let last = last.ok_or("nothing to take back")?.clone();
            let ruling = self.rulings.get_mut(&last).ok_or("lost")?;
            ruling.stands = false;
            must(ruling.day <= step.day, "taken back before it was made")?;
            let whole = ruling.outcome == "granted" && !ruling.less;
            must(!whole, "a grant that gave everything is not taken back")?;
            let (awaited, status) = ruling.before;
            self.awaited.insert(matter.clone(), awaited);
            self.status.insert(matter, status);
            if let Some(remedy) = self.remedies.get_mut(on) {
                remedy.pending = true;
            }
            return Ok(());
        }
        let begun = if on_appeal {
            self.remedies[on].day
        } else {
            *self.lodged.get(on).ok_or("a decision on no application")?
        };
        must(begun <= step.day, "decided before it was asked for")?;
        let fits = match outcome.as_str() {
            "granted" | "refused" | "revoked" => !on_appeal,
            "allowed" | "dismissed" | "remitted" => on_appeal,
            _ => true,
        };
        must(fits, "an outcome of another instance")?;
        if on_appeal {
            must(self.remedies[on].pending, "a remedy is answered twice")?;
            self.answer(step, on, &outcome, &matter);
        } else if outcome == "revoked" {
            must(before.1, "a status ends that nobody has")?;
            self.status.insert(matter.clone(), false);
        } else {
            let granted = self.grants.get(&matter);
            let prolonging = before.1
                && self.renewals.iter().any(|(of, filed)| {
                    *of == matter && granted.is_some_and(|granted| granted <= filed)
                });
            must(before.0 || prolonging, "decided twice")?;
            self.awaited.insert(matter.clone(), false);
            if outcome != "closed" {
                self.status.insert(matter.clone(), outcome == "granted");
            }
            if outcome == "granted" {
                self.grants.entry(matter.clone()).or_insert(step.day);
            }
            // Whoever had it from a higher court has it no more.
            let own: Vec<String> = self
                .remedies
                .keys()
                .filter(|name| self.application_of(name) == matter)
                .cloned()
                .collect();
            for name in own {
                if let Some(remedy) = self.remedies.get_mut(&name).filter(|remedy| remedy.again) {
                    remedy.pending = false;
                    remedy.again = false;
                }
            }
        }
        self.order.push(step.name.clone());
        self.rulings.insert(
            step.name.clone(),
            Ruling {
                on: on.to_owned(),
                own_will: field(step, "reason") == "withdrawn_explicit",
                less: field(step, "protection") == "subsidiary_protection",
                stands: true,
                day: step.day,
                outcome,
                before,
            },
        );
        Ok(())
    }

    fn answer(&mut self, step: &Step, on: &str, outcome: &str, matter: &str) {
        let root = self.root(on);
        let refusal_stands = root.as_ref().is_some_and(|root| self.rulings[root].stands);
        let of_status = root
            .as_ref()
            .is_some_and(|root| self.rulings[root].outcome == "revoked");
        let against = self.remedies[on].on.clone();
        let again = self.remedies[on].again;
        if let Some(remedy) = self.remedies.get_mut(on) {
            remedy.pending = false;
            remedy.again = false;
        }
        if matches!(outcome, "allowed" | "remitted")
            && let Some(fallen) = self.rulings.get_mut(&against)
        {
            fallen.stands = false;
        }
        if outcome == "allowed"
            && let Some(root) = &root
        {
            self.rulings.get_mut(root).unwrap().stands = false;
        }
        let below = self.rulings.get(&against).map(|ruling| ruling.on.clone());
        let below = below.filter(|below| self.remedies.contains_key(below));
        if outcome == "remitted"
            && let Some(remedy) = below
                .as_ref()
                .and_then(|below| self.remedies.get_mut(below))
        {
            remedy.pending = true;
            remedy.again = true;
        }
        if !self.lodged.contains_key(matter) {
            return;
        }
        match outcome {
            "allowed" if of_status && field(step, "protection").is_empty() => {
                self.status.insert(matter.to_owned(), true);
            }
            "allowed" if !field(step, "protection").is_empty() => {
                self.awaited.insert(matter.to_owned(), false);
                self.status.insert(matter.to_owned(), true);
                self.grants.entry(matter.to_owned()).or_insert(step.day);
            }
            "allowed" => {
                self.awaited.insert(matter.to_owned(), true);
            }
            "remitted" => {
                if !of_status {
                    self.awaited.insert(matter.to_owned(), true);
                } else if root.as_ref() == Some(&against) {
                    self.status.insert(matter.to_owned(), true);
                }
            }
            _ if again && !of_status && refusal_stands => {
                self.awaited.insert(matter.to_owned(), false);
            }
            _ => {}
        }
    }

    fn appeal(&mut self, step: &Step, on: &str) -> Verdict {
        let kind = field(step, "kind").to_owned();
        let beside = |kind: &str| matches!(kind, "constitutional" | "international");
        if let Some(ruling) = self.rulings.get(on) {
            must(ruling.stands, "against what does not stand")?;
            must(ruling.day <= step.day, "against what was not decided yet")?;
            let adverse = match ruling.outcome.as_str() {
                "refused" | "dismissed" | "revoked" => true,
                "granted" | "allowed" => ruling.less,
                "closed" => !ruling.own_will,
                _ => false,
            };
            must(adverse, "against what takes nothing")?;
            let mut others = self.remedies.values();
            let twice = others.any(|other| {
                other.on == on && other.pending && !beside(&other.kind) && !beside(&kind)
            });
            must(!twice, "two ordinary remedies against one act")?;
            if let Some(made_on) = self.remedies.get(&ruling.on)
                && self.lodged.contains_key(&self.application_of(&ruling.on))
            {
                let of_court = made_on.kind != "administrative_review";
                must(
                    kind != "administrative_review" || !of_court,
                    "a body that is no court over a court",
                )?;
            }
        } else if let Some(before) = self.remedies.get(on) {
            must(before.pending, "against the silence of who has answered")?;
        } else {
            let (since, _) = self.measures.get(on).ok_or("a remedy against nothing")?;
            must(
                *since <= step.day,
                "against a measure that was not there yet",
            )?;
        }
        let (on, day) = (on.to_owned(), step.day);
        let remedy = Remedy {
            on,
            kind,
            day,
            pending: true,
            again: false,
        };
        self.remedies.insert(step.name.clone(), remedy);
        Ok(())
    }
}

fn field<'a>(step: &'a Step, name: &str) -> &'a str {
    let found = step.fields.iter().find(|(field, _)| *field == name);
    found.map_or("", |(_, value)| value.as_str())
}
