//! `record`: one event of a case, typed as options or asked for field by field.

use crate::app::fields::{Fields, Form, Kind, Need};
use crate::app::list::Query;
use crate::app::record::Input;
use crate::app::view::{History, Recorded};
use crate::app::{AppError, Session, World};
use crate::base::id::CaseId;
use crate::cli::args::record::Record;
use crate::cli::cmd::ask;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::prompt::Choice;
use crate::cli::read;
use crate::domain::check::Objection;
use crate::domain::code::EntryState;
use crate::store::Access;

pub(super) fn run(args: Record, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let even_so = read::reason("--even-so", args.even_so.as_deref())?;
    let today = world.clock.today();
    let mut session = desk.open(Access::Write, world)?;
    let asked_case = args.case.is_none();
    let case = match &args.case {
        Some(name) => session.find(name)?,
        None => pick(desk, &session)?,
    };
    let mut fields = args.fields;
    let asked = fill(desk, args.kind, &mut fields, today)?;
    if asked || asked_case {
        let shown = session.show(case, None, false)?;
        confirm(desk, args.kind, &shown)?;
    }
    let input = Input {
        case,
        kind: args.kind,
        fields,
        even_so,
    };
    let recorded = record(desk, &mut session, input)?;
    desk.acknowledge(&recorded)?;
    Ok(Exit::Done)
}

/// Records; where several things could be meant, a person at a terminal chooses.
fn record(desk: &Desk, session: &mut Session<'_>, mut input: Input) -> Result<Recorded, Failure> {
    match session.record(&input) {
        Err(AppError::History {
            objection: Objection::Several(refs),
            ..
        }) if desk.prompt.allowed() => {
            let choices = refs
                .iter()
                .map(|one| Choice {
                    code: one.clone(),
                    word: one.clone(),
                })
                .collect();
            let label = desk.locale().text("ask-on");
            let on = desk.prompt.select("--on", &label, choices)?;
            input.fields.insert("on".to_owned(), on);
            Ok(session.record(&input)?)
        }
        done => Ok(done?),
    }
}

/// Which of the open cases is meant.
fn pick(desk: &Desk, session: &Session<'_>) -> Result<CaseId, Failure> {
    if !desk.prompt.allowed() {
        return Err(Usage::Missing("CASE".to_owned()).into());
    }
    let list = session.list(&Query::default())?;
    let choices = list
        .items
        .into_iter()
        .map(|item| Choice {
            word: format!("{}  {}  {}", item.case, item.callsign, item.origin),
            code: item.case,
        })
        .collect();
    let label = desk.locale().text("ask-case");
    let chosen = desk.prompt.select("CASE", &label, choices)?;
    Ok(session.find(&chosen)?)
}

/// Asks for what was not typed: everything where nothing was, else what must be there. Whether a person was asked.
fn fill(
    desk: &Desk,
    kind: &'static Kind,
    fields: &mut Fields,
    today: chrono::NaiveDate,
) -> Result<bool, Failure> {
    let bare = fields.is_empty();
    let mut asked = false;
    for field in kind.fields {
        if field.form == Form::Text {
            fields.insert(field.name.to_owned(), ask::note(desk)?);
            continue;
        }
        let wanted = match field.need {
            Need::Required => true,
            Need::Asked => bare,
            Need::Optional => false,
        };
        let open = wanted && !fields.contains_key(field.name) && ask::belongs(kind, field, fields);
        if open && desk.prompt.allowed() {
            ask::field(desk, kind, field, fields, today)?;
            asked = true;
        }
    }
    Ok(asked)
}

/// Shows which case is meant before anything is written.
fn confirm(desk: &Desk, kind: &Kind, case: &History) -> Result<(), Failure> {
    let locale = desk.locale();
    let last = case
        .events
        .iter()
        .filter(|entry| entry.state == EntryState::Live && !entry.kind.starts_with("deadline"))
        .filter_map(|entry| Some((entry.date?, entry)))
        .max_by_key(|(date, _)| *date)
        .map(|(date, entry)| {
            format!(
                "{}, {}",
                locale.code("event", &entry.kind),
                locale.partial(date)
            )
        });
    let born = case
        .born
        .map_or_else(|| "–".to_owned(), |year| year.to_string());
    desk.ui.say(&locale.say(
        "ask-echo",
        &[
            ("case", &case.case),
            ("callsign", &case.callsign),
            ("origin", &case.origin),
            ("born", &born),
            ("last", &last.unwrap_or_else(|| "–".to_owned())),
        ],
    ));
    let label = locale.say("ask-confirm", &[("what", &locale.code("event", kind.name))]);
    if desk.prompt.confirm("--no-input", &label, true)? {
        Ok(())
    } else {
        Err(Usage::NotConfirmed.into())
    }
}
