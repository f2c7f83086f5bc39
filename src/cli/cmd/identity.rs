//! `identity` and `audit`. What ties a case to a person passes through here and is wiped.

use std::io;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use zeroize::Zeroizing;

use crate::app::identity::OpenedIdentity;
use crate::app::{Session, World};
use crate::base::secret::{ExposeSecret as _, SecretString};
use crate::cli::args::identity::{Contact, Forget, Identity, Match, Open, Seal};
use crate::cli::cmd::{ask, person, share};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::domain::code::OpeningReason;
use crate::render::{Format, person_json, person_page};
use crate::store::Access;
use crate::vault::Person;

/// The option that names a case once more.
const CONFIRM: &str = "--confirm";

/// How long a name stays on the screen.
const SHOWN: Duration = Duration::from_mins(1);

pub(super) fn run(args: Identity, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Identity::Seal(args) => seal(&args, desk, world),
        Identity::Open(args) => open(&args, desk, world),
        Identity::Contact(args) => contact(&args, desk, world),
        Identity::Match(args) => look_for(&args, desk, world),
        Identity::Forget(args) => forget(args, desk, world),
    }
}

pub(super) fn audit(desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let audit = desk.open(Access::Read, world)?.audit()?;
    desk.show(&audit)?;
    Ok(Exit::Done)
}

fn seal(args: &Seal, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    // The case is looked for before anybody types a name.
    let mut session = desk.open(Access::Write, world)?;
    let number = whose(desk, &session, &args.case, args.person)?;
    let person = if desk.prompt.allowed() {
        asked(desk)?
    } else {
        let typed = read::secret_stdin()?;
        serde_json::from_str(typed.expose_secret()).map_err(|_| Usage::NotAPerson)?
    };
    if person.is_empty() || !person.birth_is_a_date() {
        return Err(Usage::NotAPerson.into());
    }
    desk.acknowledge(&session.seal_identity(&args.case, number, &person)?)?;
    Ok(Exit::Done)
}

/// Whose names they are: a person at a terminal chooses, where the case holds several and none was named.
fn whose(
    desk: &Desk,
    session: &Session<'_>,
    case: &str,
    said: Option<u16>,
) -> Result<Option<u16>, Failure> {
    let case = session.find(case)?;
    let several = session.people(case)?.items.len() > 1;
    if said.is_some() || !several || !desk.prompt.allowed() {
        return Ok(said);
    }
    let chosen = person::choose(desk, session, case, None)?;
    Ok(chosen.parse().ok())
}

/// Asks for everything, on the terminal's other screen. Lists end with an empty line.
fn asked(desk: &Desk) -> Result<Person, Failure> {
    let locale = desk.locale();
    let all = || -> Result<Person, Failure> {
        let one = |id: &str| -> Result<Option<String>, Failure> {
            let typed = desk.prompt.secret_text("stdin", &locale.text(id))?;
            Ok(line(&typed))
        };
        let many = |id: &str| -> Result<Vec<String>, Failure> {
            let mut lines = Vec::new();
            while let Some(line) = one(id)? {
                lines.push(line);
            }
            Ok(lines)
        };
        let mut person = Person::default();
        person.names = many("ask-names")?;
        loop {
            person.born = one("ask-birth")?;
            if person.birth_is_a_date() {
                break;
            }
            desk.ui.say(&locale.text("ask-birth-wrong"));
        }
        person.telephone = many("ask-telephone")?;
        person.address = one("ask-address")?;
        person.reach = one("ask-reach")?;
        person.documents = many("ask-documents")?;
        person.file_numbers = many("ask-file-numbers")?;
        person.note = one("ask-sealed-note")?;
        Ok(person)
    };
    desk.ui.other_screen(&[&locale.text("seal-title"), "\n\n"]);
    let person = all();
    desk.ui.first_screen();
    person
}

/// A line without the blanks around it; none where it is empty.
fn line(typed: &SecretString) -> Option<String> {
    let text = typed.expose_secret().trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Erases a case, once its number was given twice.
fn forget(args: Forget, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let mut session = desk.open(Access::Write, world)?;
    let case = session.find(&args.case)?;
    let again = match args.confirm {
        Some(again) => again,
        None if desk.prompt.allowed() => {
            ask::echo(desk, &session.show(case, None, false)?);
            let label = desk.locale().text("ask-forget");
            desk.prompt.text(CONFIRM, &label, "", &|_| Ok(()))?
        }
        None => return Err(Usage::NotConfirmed.into()),
    };
    if session.find(&again)? != case {
        return Err(Usage::NotConfirmed.into());
    }
    let because = read::needed_reason(desk, "--because", args.because.as_deref())?;
    let gone = session.forget(&args.case, &because)?;
    desk.acknowledge(&gone)?;
    Ok(Exit::Done)
}

/// Looks for a person. What is typed stands on the other screen alone.
fn look_for(args: &Match, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let mut keys = desk.seal_keys()?;
    let mut wanted = Vec::new();
    if desk.prompt.allowed() {
        if args.shares {
            keys.push(share::typed(desk)?);
        }
        let label = desk.locale().text("ask-match");
        desk.ui.other_screen(&[]);
        let typed = std::iter::from_fn(|| {
            let typed = desk.prompt.secret_text("stdin", &label);
            match typed {
                Ok(text) if text.expose_secret().trim().is_empty() => None,
                other => Some(other),
            }
        });
        let typed: Result<Vec<SecretString>, _> = typed.collect();
        desk.ui.first_screen();
        wanted.extend(typed?);
    } else {
        let typed = read::secret_stdin()?;
        let mut lines = typed.expose_secret().lines().map(str::trim);
        if args.shares {
            keys.push(share::of_lines(&mut lines)?);
        }
        wanted.extend(
            lines
                .filter(|line| !line.is_empty())
                .map(SecretString::from),
        );
    }
    if wanted.is_empty() {
        return Err(Usage::NotAPerson.into());
    }
    let found = desk
        .open(Access::Write, world)?
        .match_identity(&keys, &wanted)?;
    desk.acknowledge(&found)?;
    Ok(Exit::Done)
}

fn open(args: &Open, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let asked = Asked::of(desk, args.force)?;
    let mut keys = desk.seal_keys()?;
    if args.shares {
        // Both would be the whole of stdin.
        if !desk.prompt.allowed() && args.because.as_deref() == Some("-") {
            return Err(Usage::Conflict("--because -", "--shares").into());
        }
        keys.push(share::typed(desk)?);
    }
    let (reason, because) = why(desk, args.reason.as_deref(), args.because.as_deref())?;
    let mut session = desk.open(Access::Write, world)?;
    let number = whose(desk, &session, &args.case, args.person)?;
    let opened = session.open_identity(&args.case, number, &keys, reason, &because)?;
    asked.give(&opened, desk)
}

/// Telephone and address, with the member's own key; or, with a seal key, for the worker of the case.
fn contact(args: &Contact, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if let Some(to) = &args.to {
        let mut keys = desk.seal_keys()?;
        if args.shares {
            keys.push(share::typed(desk)?);
        }
        let mut session = desk.open(Access::Write, world)?;
        let number = whose(desk, &session, &args.case, args.person)?;
        desk.acknowledge(&session.share_contact(&args.case, number, &keys, to)?)?;
        return Ok(Exit::Done);
    }
    let asked = Asked::of(desk, args.force)?;
    let (reason, because) = why(desk, args.reason.as_deref(), args.because.as_deref())?;
    let key = desk.identity_at(&desk.key_path()?)?;
    let mut session = Session::open(&desk.store_dir()?, &key, Access::Write, world)?;
    let number = whose(desk, &session, &args.case, args.person)?;
    let opened = session.open_contact(&args.case, number, &key, reason, &because)?;
    asked.give(&opened, desk)
}

/// What for, of a short list and in a sentence.
fn why(
    desk: &Desk,
    reason: Option<&str>,
    because: Option<&str>,
) -> Result<(OpeningReason, String), Failure> {
    let reason: OpeningReason = if let Some(code) = reason {
        code.parse().map_err(|_| Usage::NotAnOpeningReason)?
    } else {
        let codes = OpeningReason::ALL;
        let chosen = ask::one_of(
            desk,
            "--reason",
            "ask-opening-reason",
            "opening-reason",
            codes,
        )?;
        ask::code("--reason", &chosen)?
    };
    Ok((reason, read::needed_reason(desk, "--because", because)?))
}

/// Who looks at what is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// A person at a terminal.
    Person,
    /// A script, which said that it wants it.
    Script,
}

impl Asked {
    fn of(desk: &Desk, force: bool) -> Result<Self, Failure> {
        let watched =
            desk.prompt.allowed() && desk.ui.stdout_terminal && desk.globals.output.is_none();
        match (force, watched) {
            (true, _) => Ok(Self::Script),
            (false, true) => Ok(Self::Person),
            (false, false) => Err(Usage::OnlyToATerminal.into()),
        }
    }

    fn give(self, opened: &OpenedIdentity, desk: &Desk) -> Result<Exit, Failure> {
        if self == Self::Person {
            show(opened, desk)?;
            return Ok(Exit::Done);
        }
        let text = match desk.out.format {
            Format::Json | Format::JsonLines => person_json(opened),
            _ => person_page(opened, desk.locale()),
        };
        desk.ui
            .result(&text)
            .map_err(|error| Failure::not_shown(Failure::Output(error)))?;
        Ok(Exit::Done)
    }
}

/// On the other screen, until Enter is pressed or a minute has passed.
fn show(opened: &OpenedIdentity, desk: &Desk) -> Result<(), Failure> {
    let page: Zeroizing<String> = person_page(opened, desk.locale());
    desk.ui
        .other_screen(&[&page, "\n", &desk.locale().text("identity-until"), "\n"]);
    let waited = wait(SHOWN);
    desk.ui.first_screen();
    waited.map_err(Failure::Input)
}

/// Waits for a line on the terminal, and takes it.
fn wait(time: Duration) -> io::Result<()> {
    let stdin = io::stdin();
    let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    let limit = Timespec {
        tv_sec: seconds,
        tv_nsec: 0,
    };
    let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
    if poll(&mut fds, Some(&limit))? > 0 {
        let mut line = Zeroizing::new(String::new());
        stdin.read_line(&mut line)?;
    }
    Ok(())
}
