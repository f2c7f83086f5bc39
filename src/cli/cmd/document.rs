//! `document`: adds files to a case, lists them, and lays one open for as long as somebody looks at it.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use crate::app::document::Input;
use crate::app::{AppError, Session, World};
use crate::base::document::Sort;
use crate::base::draft::Draft;
use crate::base::file::{read_regular, room};
use crate::cli::args::document::{Add, Document, List, Open};
use crate::cli::cmd::ask;
use crate::cli::cmd::identity::{all, opening_keys, why};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::{place, read, terminal, ui};
use crate::store::{Access, StoreError};

/// What a megabyte is where people choose files.
const MEGABYTE: u64 = 1_000_000;

/// How many times as long as a name a document lies open.
const LONGER: u32 = 10;

/// A disk in memory, where the system has one.
const IN_MEMORY: &str = "/dev/shm";

pub(super) fn run(args: Document, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Document::Add(args) => add(&args, desk, world),
        Document::List(args) => list(&args, desk, world),
        Document::Open(args) => open(&args, desk, world),
    }
}

fn add(args: &Add, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let most = args.max_size.saturating_mul(MEGABYTE);
    let content = read_regular(&args.file, most).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => AppError::DocumentTooLarge(args.max_size).into(),
        _ => Failure::Input(error),
    })?;
    // It is sealed and then encrypted, each a little longer, and the journal keeps what is overwritten.
    let length = u64::try_from(content.len()).unwrap_or(u64::MAX);
    let wanted = length.saturating_add(length / 4).saturating_add(1 << 20);
    if room(&desk.store_dir()?).is_some_and(|room| room < wanted) {
        return Err(AppError::from(StoreError::Full).into());
    }
    let mut session = desk.open(Access::Write, world)?;
    let case = session.find(&args.case)?;
    let kept = session.add_document(&Input {
        case,
        person: args.person,
        kind: ask::code("--kind", &args.kind)?,
        on: args.on.as_deref(),
        no_person: args.no_person_in_it,
        as_it_is: args.keep_metadata,
        content: &content,
    })?;
    desk.acknowledge(&kept)?;
    Ok(Exit::Done)
}

fn list(args: &List, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let session = desk.open(Access::Read, world)?;
    let case = session.find(&args.case)?;
    desk.show(&session.documents(case)?)?;
    Ok(Exit::Done)
}

/// Where an opened document goes.
enum Place {
    /// To whoever reads stdout, which is no terminal.
    Pipe,
    /// Into a folder of its own in this one, until somebody has seen it.
    Folder(PathBuf),
}

impl Place {
    fn of(desk: &Desk) -> Result<Self, Failure> {
        let named = desk.globals.output.as_deref();
        if named == Some(Path::new("-")) {
            return if desk.ui.stdout_terminal {
                Err(Usage::DocumentOntoTerminal.into())
            } else {
                Ok(Self::Pipe)
            };
        }
        // Somebody must say when it has been seen.
        if !desk.prompt.allowed() {
            return Err(Usage::DocumentNowhere.into());
        }
        let folder = named.unwrap_or(Path::new(IN_MEMORY));
        if !folder.is_dir() {
            return Err(Usage::DocumentNoFolder.into());
        }
        if place::in_a_store(folder) {
            return Err(Usage::InStore.into());
        }
        Ok(Self::Folder(folder.to_owned()))
    }
}

fn open(args: &Open, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let place = Place::of(desk)?;
    if args.because.as_deref() != Some("-") {
        read::reason("--because", args.because.as_deref())?;
    }
    let (dir, identity) = desk.member(world)?;
    // Nobody else waits while cards or a reason are typed.
    let wanted = Session::open(&dir, &identity, Access::Read, world)?.document(&args.document)?;
    let (mut keys, mut said) = (Vec::new(), None);
    if wanted.sealed {
        keys = opening_keys(desk, args.shares, args.because.as_deref())?;
        said = Some(why(desk, args.reason.as_deref(), args.because.as_deref())?);
    }
    let access = if wanted.sealed {
        Access::Write
    } else {
        Access::Read
    };
    let keys = all(&identity, &keys);
    let mut session = Session::open(&dir, &identity, access, world)?;
    let (content, sort) = session.open_document(wanted, &keys, said)?;
    // Others write while somebody looks.
    drop(session);
    let seen = match place {
        Place::Pipe => {
            let mut stdout = io::stdout().lock();
            let given = stdout.write_all(&content).and_then(|()| stdout.flush());
            ui::unless_closed(given)
        }
        Place::Folder(folder) => lay_open(&folder, &content, sort, desk),
    };
    match access {
        // Nothing is recorded of what nobody sealed.
        Access::Read => seen.map_err(Failure::Output)?,
        Access::Write | Access::Keys => seen.map_err(Failure::NotSeen)?,
    }
    Ok(Exit::Done)
}

/// Puts it into a folder of its own until Enter is pressed, the time has passed or a signal comes; then it is overwritten and
/// gone.
fn lay_open(folder: &Path, content: &[u8], sort: Sort, desk: &Desk) -> io::Result<()> {
    let draft = Draft::folder(folder)?;
    let path = draft.path().join(format!("document.{}", sort.ending()));
    let laid = terminal::lay_out(&path);
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)?;
    file.write_all(content)?;
    drop(file);
    let place = path.display().to_string();
    desk.ui
        .tell(&desk.locale().say("document-lies", &[("path", &place)]));
    let limit = desk.shown().saturating_mul(LONGER);
    let waited = terminal::wait_for_enter(limit);
    let emptied = laid.empty();
    waited.and(emptied)
}
