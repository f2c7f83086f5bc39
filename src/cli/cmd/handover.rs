//! `case export`, `case import`, `case receipt`, `case origin`.

use chrono::{Days, NaiveDate};

use crate::app::handover::{Names, Wish};
use crate::app::{Session, World};
use crate::cli::args::casefile::{Give, Origin, Receipt, Take};
use crate::cli::cmd::ask::{self, Cases};
use crate::cli::cmd::export::named;
use crate::cli::cmd::identity::{all, opening_keys};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::{place, read};
use crate::store::Access;
use crate::vault::{Recipient, spoken_words};

/// For so many days a hand-over is taken, unless another last day is named.
const DAYS: u64 = 30;

pub(super) fn give(args: &Give, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let path = named(desk)?;
    place::must_be_free(path)?;
    let today = world.clock.today();
    let until = match &args.until {
        Some(text) => read::day("--until", text, today)?,
        None => today
            .checked_add_days(Days::new(DAYS))
            .unwrap_or(NaiveDate::MAX),
    };
    let to = read::recipients(&args.recipients)?;
    let seal_to = match &args.seal_recipients {
        Some(path) => read::recipients(path)?,
        None => to.clone(),
    };
    if args.because.as_deref() != Some("-") {
        read::reason("--because", args.because.as_deref())?;
    }
    compare(&to, desk)?;
    if args.seal_recipients.is_some() {
        compare(&seal_to, desk)?;
    }
    let (dir, identity) = desk.member(world)?;
    let (mut keys, mut because) = (Vec::new(), String::new());
    if args.with_identity {
        keys = opening_keys(desk, args.shares, args.because.as_deref())?;
        because = read::needed_reason(desk, "--because", args.because.as_deref())?;
    }
    let keys = all(&identity, &keys);
    let mut session = Session::open(&dir, &identity, Access::Write, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::All)?;
    let names = args.with_identity.then_some(Names {
        keys: &keys,
        to: &seal_to,
        because: &because,
    });
    let wish = Wish {
        to: &to,
        until,
        names,
    };
    let told = session.hand_over(case, &wish, path)?;
    desk.acknowledge_beside(&told)?;
    Ok(Exit::Done)
}

/// Whoever can swap the recipients on their way is given the case instead: people compare six words by ear.
fn compare(to: &[Recipient], desk: &Desk) -> Result<(), Failure> {
    let locale = desk.locale();
    for recipient in to {
        let words = spoken_words(recipient);
        if !desk.prompt.allowed() {
            desk.ui
                .tell(&locale.say("handover-words", &[("words", &words)]));
            continue;
        }
        let question = locale.say("handover-words-same", &[("words", &words)]);
        if !desk.prompt.confirm("--no-input", &question, false)? {
            return Err(Usage::NotConfirmed.into());
        }
    }
    Ok(())
}

pub(super) fn take(args: &Take, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let path = if args.dry_run {
        None
    } else {
        let path = named(desk)?;
        place::must_be_free(path)?;
        Some(path)
    };
    let (dir, identity) = desk.member(world)?;
    let others = desk.seal_keys()?;
    let keys = all(&identity, &others);
    let access = if args.dry_run {
        Access::Read
    } else {
        Access::Write
    };
    let mut session = Session::open(&dir, &identity, access, world)?;
    let told = session.take_over(&args.file, &keys, path)?;
    if args.dry_run {
        desk.show(&told)?;
    } else {
        desk.acknowledge_beside(&told)?;
    }
    Ok(Exit::Done)
}

pub(super) fn receipt(args: &Receipt, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let mut session = desk.open(Access::Write, world)?;
    desk.acknowledge(&session.receipt(&args.file)?)?;
    Ok(Exit::Done)
}

pub(super) fn origin(args: &Origin, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let session = desk.open(Access::Read, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::All)?;
    desk.show(&session.origin(case)?)?;
    Ok(Exit::Done)
}
