//! `record`: one event of a case, typed as options or asked for field by field.

use chrono::NaiveDate;

use crate::app::fields::{Fault, Field, Form, Need};
use crate::app::offer::Target;
use crate::app::record::Input;
use crate::app::view::Recorded;
use crate::app::whose::Whom;
use crate::app::{AppError, Session, World};
use crate::base::secret::ExposeSecret as _;
use crate::cli::args::record::Record;
use crate::cli::cmd::ask::{self, Cases};
use crate::cli::cmd::field as own;
use crate::cli::cmd::identity::whose;
use crate::cli::cmd::person;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage, fault_in_words, objection_in_words};
use crate::cli::exit::Exit;
use crate::cli::prompt::Choice;
use crate::cli::read;
use crate::domain::check::Objection;
use crate::render::entry_words;
use crate::store::Access;
use crate::vault::Person;

/// What is recorded when it happens: today, unless another day is given.
const IS_TODAY: [&str; 2] = ["check-in", "risk"];

pub(super) fn run(mut args: Record, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if args.sealed {
        return sealed_note(&args, desk, world);
    }
    let even_so = read::reason("--even-so", args.even_so.as_deref())?;
    if IS_TODAY.contains(&args.kind.name) {
        let date = args.fields.entry("date".to_owned());
        date.or_insert_with(|| "today".to_owned());
    }
    let today = world.clock.today();
    let mut session = desk.open(Access::Write, world)?;
    let asked_case = args.case.is_none();
    let mut input = Input {
        case: ask::case(desk, &session, args.case.as_deref(), Cases::Open)?,
        kind: args.kind,
        fields: args.fields,
        whom: args.whom,
        even_so,
    };
    let asked = fill(desk, &session, &mut input, today)?;
    if asked || asked_case {
        settle(desk, &session, &mut input, today)?;
        let locale = desk.locale();
        let what = locale.code("event", input.kind.name);
        ask::echo(desk, &session.show(input.case, None, false)?);
        let label = locale.say("ask-confirm", &[("what", &what)]);
        if !desk.prompt.confirm("--no-input", &label, true)? {
            return Err(Usage::NotConfirmed.into());
        }
    }
    let recorded = record(desk, &mut session, input)?;
    desk.acknowledge(&recorded)?;
    Ok(Exit::Done)
}

/// A note that goes where names go: to the holders of the seal keys alone. What is typed stands on the other screen.
fn sealed_note(args: &Record, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let mut session = desk.open(Access::Write, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::Open)?;
    let number = session.show(case, None, false)?.case;
    let said = match &args.whom {
        Whom::These(persons) => persons.first().copied(),
        Whom::Unsaid | Whom::Everybody => None,
    };
    let whom = whose(desk, &session, &number, said)?;
    let typed = if desk.prompt.allowed() {
        let locale = desk.locale();
        let _screen = desk.ui.other_screen(&[&locale.text("seal-title"), "\n\n"]);
        let label = locale.text("ask-sealed-note");
        desk.prompt.secret_text("stdin", &label)?
    } else {
        read::secret_stdin()?
    };
    let text = typed.expose_secret().trim();
    if text.is_empty() {
        return Err(Usage::NoNote.into());
    }
    let mut person = Person::default();
    person.note = Some(text.to_owned());
    desk.acknowledge(&session.seal_identity(&number, whom, &person)?)?;
    Ok(Exit::Done)
}

/// Records; where several things could be meant, a person at a terminal chooses.
fn record(desk: &Desk, session: &mut Session<'_>, mut input: Input) -> Result<Recorded, Failure> {
    match session.record(&input) {
        Err(AppError::History {
            objection: Objection::Several(refs),
            ..
        }) if desk.prompt.allowed() => {
            let targets = session.named_in(&input, &refs)?;
            choose(desk, &mut input, targets)?;
            Ok(session.record(&input)?)
        }
        Err(AppError::History {
            objection: Objection::WhichPerson(_),
            ..
        }) if desk.prompt.allowed() => {
            choose_person(desk, session, &mut input)?;
            Ok(session.record(&input)?)
        }
        done => Ok(done?),
    }
}

/// Asks for what was not typed: everything where nothing was, else what must be there. Whether a person was asked.
fn fill(
    desk: &Desk,
    session: &Session<'_>,
    input: &mut Input,
    today: NaiveDate,
) -> Result<bool, Failure> {
    let bare = input.fields.is_empty();
    let mut asked = false;
    for field in input.kind.fields {
        if field.form == Form::Text {
            let note = ask::note(desk)?;
            input.fields.insert(field.name.to_owned(), note);
            continue;
        }
        let wanted = match field.need {
            Need::Required => true,
            Need::Asked => bare,
            Need::Optional => false,
        };
        let open = wanted
            && !input.fields.contains_key(field.name)
            && ask::belongs(input.kind, field, &input.fields);
        if open && desk.prompt.allowed() {
            if !asked {
                // What it is about decides what else is asked; where there is nothing, nobody types in vain.
                let targets = session.targets(input)?;
                choose(desk, input, targets)?;
            }
            one(desk, session, input, field, today)?;
            asked = true;
        }
    }
    Ok(asked)
}

/// One field, with the codes that fit the case.
fn one(
    desk: &Desk,
    session: &Session<'_>,
    input: &mut Input,
    field: &'static Field,
    today: NaiveDate,
) -> Result<(), Failure> {
    if field.form == Form::Own {
        let typed = own::ask(desk, session, today)?;
        input.fields.insert(field.name.to_owned(), typed);
        return Ok(());
    }
    let offers = session.offers(input, field.name)?;
    ask::field(desk, input.kind, field, offers, &mut input.fields, today)
}

/// What it is about, where several things could be meant.
fn choose(desk: &Desk, input: &mut Input, targets: Vec<Target>) -> Result<(), Failure> {
    if targets.is_empty() {
        return Ok(());
    }
    let locale = desk.locale();
    let choices = targets
        .into_iter()
        .map(|target| {
            let words = target.entry.map(|entry| entry_words(&entry, locale));
            let reference = target.reference;
            Choice {
                word: format!("{reference}  {}", words.unwrap_or_default()),
                code: reference,
            }
        })
        .collect();
    let on = desk
        .prompt
        .select("--on", &locale.text("ask-on"), choices)?;
    input.fields.insert("on".to_owned(), on);
    Ok(())
}

/// Whom it is for, where the case holds several persons.
fn choose_person(desk: &Desk, session: &Session<'_>, input: &mut Input) -> Result<(), Failure> {
    let all = desk.locale().text("ask-person-all");
    let chosen = person::choose(desk, session, input.case, Some(all))?;
    input.whom = match chosen.parse() {
        Ok(number) => Whom::These(vec![number]),
        Err(_) => Whom::Everybody,
    };
    Ok(())
}

/// Judges what was typed before anybody agrees to it, and asks again for what is wrong, so that nothing is typed in
/// vain.
fn settle(
    desk: &Desk,
    session: &Session<'_>,
    input: &mut Input,
    today: NaiveDate,
) -> Result<(), Failure> {
    let locale = desk.locale();
    loop {
        let again: Vec<&'static Field> = match session.judge(input) {
            Ok(()) => return Ok(()),
            Err(AppError::Fields(faults)) => {
                for fault in &faults {
                    desk.ui.say(&fault_in_words(fault, locale));
                }
                let named = |field: &&Field| faults.iter().any(|fault| names(fault, field.name));
                input.kind.fields.iter().filter(named).collect()
            }
            Err(AppError::History {
                objection: Objection::Several(refs),
                ..
            }) => {
                let targets = session.named_in(input, &refs)?;
                choose(desk, input, targets)?;
                continue;
            }
            Err(AppError::History {
                objection: Objection::WhichPerson(_),
                ..
            }) => {
                choose_person(desk, session, input)?;
                continue;
            }
            // One of the days was misread: all of them are looked at again.
            Err(AppError::History {
                case,
                objection: objection @ Objection::TooEarly { .. },
            }) => {
                desk.ui.say(&objection_in_words(&objection, &case, locale));
                let given = |field: &&Field| {
                    matches!(field.form, Form::Past | Form::Date)
                        && input.fields.contains_key(field.name)
                };
                input.kind.fields.iter().filter(given).collect()
            }
            Err(error) => return Err(error.into()),
        };
        if again.is_empty() {
            return Ok(());
        }
        for field in again {
            input.fields.remove(field.name);
            one(desk, session, input, field, today)?;
        }
    }
}

/// Whether a fault is about a field.
fn names(fault: &Fault, field: &str) -> bool {
    match &fault.problem {
        crate::app::fields::Problem::OneOf(fields) => fields.contains(&field),
        _ => fault.field == field,
    }
}
