//! `person add|list|leave`: who belongs to a case.

use crate::app::fields::{Field, Fields, Kind, LEAVE, Need, PERSON};
use crate::app::{Session, World, view};
use crate::base::id::CaseId;
use crate::cli::args::person::{Add, Leave, List, Person};
use crate::cli::cmd::ask::{self, Cases};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::prompt::Choice;
use crate::domain::code::LeaveReason;
use crate::i18n::Locale;
use crate::render::person_line;
use crate::store::Access;

pub(super) fn run(args: Person, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Person::Add(args) => add(args, desk, world),
        Person::List(args) => list(&args, desk, world),
        Person::Leave(args) => leave(args, desk, world),
    }
}

fn add(mut args: Add, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let today = world.clock.today();
    let mut session = desk.open(Access::Write, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::Open)?;
    let asked = args.fields.is_empty() && desk.prompt.allowed();
    if asked {
        ask::echo(desk, &session.show(case, None, false)?);
        let wanted = |field: &Field| field.need == Need::Asked;
        fill(desk, &PERSON, &mut args.fields, wanted, today)?;
    }
    desk.acknowledge(&session.person_add(case, &args.fields)?)?;
    Ok(Exit::Done)
}

fn list(args: &List, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let session = desk.open(Access::Read, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::All)?;
    desk.show(&session.people(case)?)?;
    Ok(Exit::Done)
}

fn leave(mut args: Leave, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let today = world.clock.today();
    let mut session = desk.open(Access::Write, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::Open)?;
    let person = match args.person {
        Some(person) => person,
        None => choose(desk, &session, case, None)?
            .parse()
            .map_err(|_| Usage::Missing("--person".to_owned()))?,
    };
    let wanted = |field: &Field| field.need == Need::Required;
    if desk.prompt.allowed() {
        fill(desk, &LEAVE, &mut args.fields, wanted, today)?;
    }
    let reason = args.fields.get("reason");
    let reason: Option<LeaveReason> = reason.and_then(|reason| reason.parse().ok());
    if args.to.is_some() && !reason.is_none_or(LeaveReason::is_counted_elsewhere) {
        return Err(Usage::NotElsewhere.into());
    }
    let is_wanted = args.to.is_none()
        && reason == Some(LeaveReason::OwnCase)
        && desk.prompt.allowed()
        && !session.is_known_elsewhere(case, person)?;
    let to = if is_wanted {
        Some(ask::picked(
            desk,
            &session,
            "--to",
            "ask-own-case",
            Cases::All,
        )?)
    } else {
        args.to.map(|name| session.find(&name)).transpose()?
    };
    let to = match to {
        Some(to) => Some((
            to,
            one_of_all(desk, &session, to, "--to-person", args.to_person)?,
        )),
        None => None,
    };
    desk.acknowledge(&session.person_leave(case, person, &args.fields, to)?)?;
    Ok(Exit::Done)
}

/// Asks for the wanted fields that were not typed.
fn fill(
    desk: &Desk,
    kind: &'static Kind,
    fields: &mut Fields,
    wanted: impl Fn(&Field) -> bool,
    today: chrono::NaiveDate,
) -> Result<(), Failure> {
    for field in kind.fields {
        if wanted(field) && !fields.contains_key(field.name) {
            ask::field(desk, kind, field, None, fields, today)?;
        }
    }
    Ok(())
}

/// Who of a case is meant, those included who have left: of several a person at a terminal picks.
pub(super) fn one_of_all(
    desk: &Desk,
    session: &Session<'_>,
    case: CaseId,
    option: &str,
    named: Option<u16>,
) -> Result<Option<u16>, Failure> {
    let people = session.people(case)?.items;
    if named.is_some() || people.len() < 2 {
        return Ok(named);
    }
    let choices = people.iter().map(|person| choice(person, desk.locale()));
    let label = desk.locale().text("ask-person");
    let chosen = desk.prompt.select(option, &label, choices.collect())?;
    Ok(chosen.parse().ok())
}

fn choice(person: &view::Person, locale: &Locale) -> Choice {
    Choice {
        code: person.person.to_string(),
        word: person_line(person, locale),
    }
}

/// One of the persons of a case who have not left, or all of them, where that is offered by its word.
pub(super) fn choose(
    desk: &Desk,
    session: &Session<'_>,
    case: CaseId,
    all: Option<String>,
) -> Result<String, Failure> {
    let locale = desk.locale();
    let people = session.people(case)?;
    let present = people.items.iter().filter(|person| person.left.is_none());
    let choices = present.map(|person| choice(person, locale));
    let all = all.map(|word| Choice {
        code: "all".to_owned(),
        word,
    });
    let choices = choices.chain(all).collect();
    Ok(desk
        .prompt
        .select("--person", &locale.text("ask-person"), choices)?)
}
