//! `identity` and `audit`. What ties a case to a person passes through here and is wiped.

use std::path::Path;

use chrono::NaiveDate;
use zeroize::Zeroizing;

use crate::app::identity::{OpenedIdentity, is_to_come};
use crate::app::{AppError, Session, World};
use crate::base::secret::{ExposeSecret as _, SecretString};
use crate::cli::args::identity::{Contact, Forget, Identity, Match, Open, Seal};
use crate::cli::cmd::{ask, person, share};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::{read, terminal};
use crate::domain::code::OpeningReason;
use crate::render::{Format, person_json, person_page};
use crate::store::Access;
use crate::vault::{self, Person};

/// The option that names a case once more.
const CONFIRM: &str = "--confirm";

/// What the history keeps where nobody said why a case was erased, and nobody could be asked.
const NO_REASON: &str = "none given";

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
        asked(desk, session.today())?
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
pub(super) fn whose(
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
fn asked(desk: &Desk, today: NaiveDate) -> Result<Person, Failure> {
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
            if person.birth_is_a_date() && !is_to_come(&person, today) {
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
    let _screen = desk.ui.other_screen(&[&locale.text("seal-title"), "\n\n"]);
    all()
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
    let because = if args.because.is_some() || desk.prompt.allowed() {
        read::needed_reason(desk, "--because", args.because.as_deref())?
    } else {
        NO_REASON.to_owned()
    };
    let gone = session.forget(&args.case, &because)?;
    desk.acknowledge(&gone)?;
    Ok(Exit::Done)
}

/// Looks for a person. What is typed stands on the other screen alone.
fn look_for(args: &Match, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let (dir, identity) = desk.member(world)?;
    let mut keys = desk.seal_keys()?;
    let mut wanted = Vec::new();
    if desk.prompt.allowed() {
        if args.shares {
            keys.push(share::typed(desk)?);
        }
        let label = desk.locale().text("ask-match");
        let screen = desk.ui.other_screen(&[]);
        let typed = std::iter::from_fn(|| {
            let typed = desk.prompt.secret_text("stdin", &label);
            match typed {
                Ok(text) if text.expose_secret().trim().is_empty() => None,
                other => Some(other),
            }
        });
        let typed: Result<Vec<SecretString>, _> = typed.collect();
        drop(screen);
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
        return Err(Usage::NothingTyped.into());
    }
    let keys = all(&identity, &keys);
    let found =
        Session::open(&dir, &identity, Access::Write, world)?.match_identity(&keys, &wanted)?;
    desk.acknowledge(&found)?;
    Ok(Exit::Done)
}

fn open(args: &Open, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let asked = Asked::of(desk, args.force)?;
    // What is wrong with the line itself is told before the store is looked at.
    if let Some(code) = &args.reason {
        opening_reason(code)?;
    }
    if args.because.as_deref() != Some("-") {
        read::reason("--because", args.because.as_deref())?;
    }
    let (dir, identity) = desk.member(world)?;
    something_sealed(&dir, &identity, &args.case, world)?;
    let keys = opening_keys(desk, args.shares, args.because.as_deref())?;
    let (reason, because) = why(desk, args.reason.as_deref(), args.because.as_deref())?;
    let keys = all(&identity, &keys);
    let mut session = Session::open(&dir, &identity, Access::Write, world)?;
    let number = whose(desk, &session, &args.case, args.person)?;
    let opened = session.open_identity(&args.case, number, &keys, reason, &because)?;
    asked.give(&opened, desk)
}

/// That there is something to open, before anybody types a card or a reason for it. Nobody else waits meanwhile.
fn something_sealed(
    dir: &Path,
    identity: &vault::Identity,
    case: &str,
    world: &mut World,
) -> Result<(), Failure> {
    let session = Session::open(dir, identity, Access::Read, world)?;
    let case = session.find(case)?;
    if session.show(case, None, false)?.sealed == 0 {
        return Err(AppError::NothingSealed.into());
    }
    Ok(())
}

/// Telephone and address, with the member's own key; or, with a seal key, for the worker of the case.
fn contact(args: &Contact, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if let Some(to) = &args.to {
        let (dir, identity) = desk.member(world)?;
        something_sealed(&dir, &identity, &args.case, world)?;
        let keys = opening_keys(desk, args.shares, None)?;
        let keys = all(&identity, &keys);
        let mut session = Session::open(&dir, &identity, Access::Write, world)?;
        let number = whose(desk, &session, &args.case, args.person)?;
        desk.acknowledge(&session.share_contact(&args.case, number, &keys, to)?)?;
        return Ok(Exit::Done);
    }
    let asked = Asked::of(desk, args.force)?;
    let dir = desk.store_dir()?;
    let (reason, because) = why(desk, args.reason.as_deref(), args.because.as_deref())?;
    let key = desk.identity_for(&dir)?;
    let mut session = Session::open(&dir, &key, Access::Write, world)?;
    let number = whose(desk, &session, &args.case, args.person)?;
    let opened = session.open_contact(&args.case, number, &key, reason, &because)?;
    asked.give(&opened, desk)
}

/// The further keys that may open what is sealed: those named, and the one that two typed cards hold.
pub(super) fn opening_keys(
    desk: &Desk,
    shares: bool,
    because: Option<&str>,
) -> Result<Vec<vault::Identity>, Failure> {
    let mut keys = desk.seal_keys()?;
    if shares {
        // Both would be the whole of stdin.
        if !desk.prompt.allowed() && because == Some("-") {
            return Err(Usage::Conflict("--because -", "--shares").into());
        }
        keys.push(share::typed(desk)?);
    }
    Ok(keys)
}

/// What for, of a short list and in a sentence.
pub(super) fn why(
    desk: &Desk,
    reason: Option<&str>,
    because: Option<&str>,
) -> Result<(OpeningReason, String), Failure> {
    let reason: OpeningReason = if let Some(code) = reason {
        opening_reason(code)?
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

fn opening_reason(code: &str) -> Result<OpeningReason, Usage> {
    code.parse().map_err(|_| Usage::NotAnOpeningReason)
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
    /// At a terminal a name is shown on its other screen, forced or not: what is printed there stays.
    fn of(desk: &Desk, force: bool) -> Result<Self, Failure> {
        if desk.globals.output.is_some() {
            return Err(Usage::NameIntoFile.into());
        }
        match (desk.ui.stdout_terminal, desk.prompt.allowed(), force) {
            (true, true, _) => Ok(Self::Person),
            (true, false, true) => Err(Usage::NameOntoTerminal.into()),
            (false, _, true) => Ok(Self::Script),
            (_, false, false) | (false, true, false) => Err(Usage::OnlyToATerminal.into()),
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
    let until = desk.locale().text("identity-until");
    let parts = [page.as_str(), "\n", &until, "\n"];
    terminal::show_until_enter(&parts, desk.shown()).map_err(Failure::Input)
}

/// Any of the keys given may open names, the member's own too.
pub(super) fn all<'k>(
    mine: &'k vault::Identity,
    others: &'k [vault::Identity],
) -> Vec<&'k vault::Identity> {
    std::iter::once(mine).chain(others).collect()
}
