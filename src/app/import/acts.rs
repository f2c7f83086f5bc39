//! What a line says was done about a deadline. It names the deadline by its rule, by what it asks for, or by what it follows
//! from.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::Job;
use super::line::{self, Line, Sort};
use crate::app::act::{may_act, may_confirm};
use crate::app::error::{ActWrong, AppError, LineWrong};
use crate::app::fields::{ACTED, Fault, Fields, Problem, TOLD, acts};
use crate::app::second::Second;
use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::case::Case;
use crate::domain::code::{Actor, DeadlineState, Files};
use crate::domain::deadline::{Deadline, Source};
use crate::domain::event::{DeadlineAct, Entry};

/// The columns that name a deadline.
pub(super) const NAMING: [&str; 3] = ["rule", "what", "on"];
/// What a line may say was done.
pub(super) const ACTS: &[&str] = &["met", "waived", "extended", "confirmed"];

impl Job<'_, '_> {
    /// The entry of a line, judged as the command is; also where the deadline was over before it came to us.
    pub(super) fn acted(
        &self,
        line: &Line<'_>,
        case: &Case,
        on: Option<EventId>,
        said: Option<u16>,
    ) -> Result<(u16, Entry), Vec<LineWrong>> {
        let today = self.world.clock.today();
        let deadline = self.named(line, case, on, said)?;
        let mut fields = line.fields.clone();
        fields.retain(|name, _| !NAMING.contains(&name.as_str()));
        let mut base = Map::from_iter([("deadline".to_owned(), json!(deadline.id))]);
        let entry = if line.sort == Sort::Told {
            let standing = deadline.standing(case, today);
            if deadline.actor() != Actor::Applicant
                || case.files(deadline.person, today) == Files::We
            {
                return Err(vec![LineWrong::Act(ActWrong::Ours)]);
            }
            if !standing.is_open() && standing.state != DeadlineState::Lapsed {
                return Err(vec![LineWrong::Act(ActWrong::Settled(standing.state))]);
            }
            base.insert("due".to_owned(), json!(deadline.due()));
            TOLD.entry(&fields, None, base, today)
        } else {
            let act = taken(&mut fields).map_err(|fault| vec![LineWrong::Field(fault)])?;
            may_act(case, deadline.id, act, today).map_err(|error| wrong(&error))?;
            if act == DeadlineAct::Confirmed {
                let second = Second::of(self.tx.id(), &self.office);
                may_confirm(second, &self.template.by, case, deadline.id, today)
                    .map_err(|error| wrong(&error))?;
            }
            base.insert("act".to_owned(), json!(act));
            ACTED.entry(&fields, None, base, today)
        };
        Ok((deadline.person, entry.map_err(line::personal)?))
    }

    /// The deadline that a line names: of several the one that still waits.
    pub(super) fn named<'c>(
        &self,
        line: &Line<'_>,
        case: &'c Case,
        on: Option<EventId>,
        said: Option<u16>,
    ) -> Result<&'c Deadline, Vec<LineWrong>> {
        let today = self.world.clock.today();
        let field = |name: &str| line.fields.get(name).map(|text| text.trim());
        let (rule, what) = (field("rule"), field("what"));
        let fault = |field: &str, problem| {
            let field = field.to_owned();
            vec![LineWrong::Field(Fault { field, problem })]
        };
        if rule.is_none() && what.is_none() && on.is_none() {
            return Err(vec![LineWrong::Act(ActWrong::Unknown)]);
        }
        if what.is_some_and(|what| !acts().iter().any(|act| act == what)) {
            return Err(fault("what", Problem::Word));
        }
        let fits = |one: &&Deadline| match &one.source {
            Source::Computed(computed) => {
                let asks = |act: &String| {
                    let any = act.strip_suffix("any");
                    what.is_some_and(|what| {
                        act == what || any.is_some_and(|any| what.starts_with(any))
                    })
                };
                rule.is_none_or(|rule| computed.rule == rule)
                    && (what.is_none() || computed.met_by.iter().any(asks))
                    && on.is_none_or(|on| computed.trigger == on)
            }
            Source::Set(set) => {
                rule.is_none()
                    && what.is_none_or(|what| set.what == what)
                    && on.is_none_or(|on| one.event == on || set.on == Some(on))
            }
        };
        let mine = |one: &&Deadline| said.is_none_or(|person| one.person == person);
        let mut found: Vec<&Deadline> = case.deadlines.iter().filter(fits).filter(mine).collect();
        let waits = |one: &&Deadline| one.standing(case, today).is_open();
        if found.iter().any(waits) {
            found.retain(waits);
        }
        match found.as_slice() {
            [one] => Ok(one),
            [] => Err(vec![LineWrong::Act(ActWrong::Unknown)]),
            several => Err(vec![LineWrong::Act(ActWrong::Several(several.len()))]),
        }
    }
}

/// Takes what was done out of the fields of a line.
fn taken(fields: &mut Fields) -> Result<DeadlineAct, Fault> {
    let fault = |field: &str, problem| Fault {
        field: field.to_owned(),
        problem,
    };
    let act = fields.remove("act");
    let act = act.ok_or_else(|| fault("act", Problem::Missing))?;
    let read = match act.trim() {
        "met" => DeadlineAct::Met,
        "waived" => DeadlineAct::Waived,
        "confirmed" => DeadlineAct::Confirmed,
        "extended" => {
            let until = fields.remove("until");
            let until = until.ok_or_else(|| fault("until", Problem::Missing))?;
            // A day that is granted names no other: which is today bears on nothing.
            let day = PartialDate::parse(&until, NaiveDate::MIN);
            let PartialDate::Day(day) = day.map_err(|bad| fault("until", Problem::Date(bad)))?
            else {
                return Err(fault("until", Problem::Day));
            };
            return Ok(DeadlineAct::Extended(day));
        }
        _ => return Err(fault("act", Problem::Code(ACTS))),
    };
    if read == DeadlineAct::Waived && !fields.contains_key("because") {
        return Err(fault("because", Problem::Missing));
    }
    Ok(read)
}

/// In what a line says something else of what was done than what an earlier import made of it.
pub(super) fn otherwise(fields: &mut Fields, first: &Map<String, Value>) -> Option<String> {
    let read = taken(fields);
    fields.remove("until");
    let same = read.is_ok_and(|act| first.get("act") == Some(&json!(act)));
    (!same).then(|| "act".to_owned())
}

/// What the command would refuse.
fn wrong(error: &AppError) -> Vec<LineWrong> {
    let wrong = match *error {
        AppError::DeadlineSettled(state) => ActWrong::Settled(state),
        AppError::NotLater { until, due } => ActWrong::NotLater { until, due },
        AppError::SameMember => ActWrong::SameMember,
        _ => ActWrong::Unknown,
    };
    vec![LineWrong::Act(wrong)]
}
