//! `key shares`, `key kept-elsewhere`, and the shares of a seal key wherever they are shown or typed.

use crate::app::{AppError, Session, World, cards};
use crate::base::secret::{ExposeSecret as _, SecretString};
use crate::cli::args::store::{KeptElsewhere, Shares};
use crate::cli::cmd::card::{self, Page};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Report, Usage};
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::store::Access;
use crate::vault::{Identity, Recipient, Share, VaultError};

/// A new seal key on three cards, and from now on those who have two of them open what is sealed.
pub(super) fn make(args: &Shares, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if !desk.prompt.allowed() {
        return Err(Usage::SharesNeedPerson.into());
    }
    let (dir, identity) = desk.member(world)?;
    // Nobody copies cards in vain, and nobody else waits for the store meanwhile.
    let stands = Session::open(&dir, &identity, Access::Read, world)?.has_seal_group()?;
    if stands && !args.replace {
        return Err(AppError::SealGroupStands.into());
    }
    let holder = show(desk, world)?;
    let mut session = Session::open(&dir, &identity, Access::Write, world)?;
    // When it is said anew who opens names, nothing stays unlocked.
    desk.keeper.forget().map_err(VaultError::from)?;
    let group = session.set_seal_group(&[holder], args.replace)?;
    if stands {
        desk.ui.say(&desk.locale().text("shares-older"));
    }
    desk.acknowledge(&group)?;
    Ok(Exit::Done)
}

/// Draws a seal key, shows its three cards, and proves what stood on the screen.
pub(super) fn show(desk: &Desk, world: &mut World) -> Result<Recipient, Failure> {
    let locale = desk.locale();
    let shown = |drawn: &Share| -> Result<Share, Failure> {
        let number: &dyn crate::i18n::Fill = &i64::from(drawn.index());
        let title = locale.say("share-title", &[("number", number)]);
        let page = Page {
            title: &title,
            keep: ("share-keep", "share-keep-no-square"),
            done: "share-done",
            option: "--no-seal",
        };
        let read = |shown: &str| Share::read(shown).map_err(VaultError::from);
        card::show(&page, &drawn.words()?, read, Share::qr, desk)
    };
    let [one, two, three] = Share::draw(&mut world.random)?;
    let shares = [shown(&one)?, shown(&two)?, shown(&three)?];
    Ok(cards::prove(&shares)?)
}

/// Writes down that the cards are away, once a person said so.
pub(super) fn away(args: &KeptElsewhere, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let mut session = desk.open(Access::Write, world)?;
    let question = desk.locale().text("ask-kept-elsewhere");
    if !args.yes && !desk.prompt.confirm("--yes", &question, false)? {
        return Err(Usage::NotConfirmed.into());
    }
    desk.acknowledge(&session.cards_away()?)?;
    Ok(Exit::Done)
}

/// The seal key of two shares: typed on the other screen, or on stdin, one a line.
pub(super) fn typed(desk: &Desk) -> Result<Identity, Failure> {
    if !desk.prompt.allowed() {
        let typed = read::secret_stdin()?;
        return of_lines(&mut typed.expose_secret().lines());
    }
    let title = desk.locale().text("share-typed");
    let _screen = desk.ui.other_screen(&[&title, "\n\n"]);
    asked(desk)
}

/// Whoever mistypes one of 28 words is told which, and does not begin anew with the other card.
fn asked(desk: &Desk) -> Result<Identity, Failure> {
    let locale = desk.locale();
    let say = |failure: Failure| desk.ui.say(&Report::of(&failure, locale).human(locale));
    let one = |label: &str| -> Result<Share, Failure> {
        loop {
            let typed: SecretString = desk.prompt.secret_text("stdin", &locale.text(label))?;
            match Share::read(typed.expose_secret()) {
                Ok(share) => return Ok(share),
                Err(bad) => say(VaultError::from(bad).into()),
            }
        }
    };
    let first = one("ask-share")?;
    loop {
        match first.join(&one("ask-share-other")?) {
            Ok(key) => return Ok(key),
            Err(error) => say(error.into()),
        }
    }
}

/// The seal key of the first two lines that are not empty; whoever calls reads on behind them.
pub(super) fn of_lines<'l>(lines: &mut impl Iterator<Item = &'l str>) -> Result<Identity, Failure> {
    let mut one = || -> Result<Share, Failure> {
        let line = lines.find(|line| !line.trim().is_empty());
        let line = line.ok_or(Usage::TwoShares)?;
        Ok(Share::read(line).map_err(VaultError::from)?)
    };
    let (first, second) = (one()?, one()?);
    Ok(first.join(&second)?)
}
