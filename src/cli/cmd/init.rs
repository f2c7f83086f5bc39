//! `init`: makes a store, the first member's key, the recovery card and the cards of the seal key, and proves them.

use std::path::{Path, PathBuf};

use crate::app::view::Made;
use crate::app::{World, setup};
use crate::base::secret::SecretString;
use crate::cli::args::store::Init;
use crate::cli::cmd::{ask, card, key, share};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::prompt::PromptError;
use crate::cli::read;
use crate::vault::{Card, Identity, Sort, read_identity, write_identity};

pub(super) fn run(args: &Init, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let alias = args.alias.as_deref().unwrap_or(setup::FIRST_MEMBER);
    setup::check_alias(alias)?;
    let dir = setup::place(&desk.store_dir()?)?;
    let inside = std::env::current_dir().is_ok_and(|here| here == dir);
    if !args.no_recovery && !desk.prompt.allowed() {
        return Err(Usage::CardNeedsPerson.into());
    }
    let (identity, new_key) = member_key(desk, world)?;
    let made = make(args, alias, &dir, &identity, desk, world);
    if let (Err(_), Some(path)) = (&made, &new_key)
        && !setup::is_there(&dir)
    {
        // A key to no store would only be in the way of the next attempt. One to a store may be the only one.
        drop(std::fs::remove_file(path));
    }
    let mut made = made?;
    made.key = desk.key_path()?.display().to_string();
    if inside {
        desk.ui.say(&desk.locale().text("init-moved"));
    }
    desk.acknowledge(&made)?;
    Ok(Exit::Done)
}

fn make(
    args: &Init,
    alias: &str,
    dir: &Path,
    identity: &Identity,
    desk: &Desk,
    world: &mut World,
) -> Result<Made, Failure> {
    if identity.sort() == Sort::X25519 {
        desk.ui.say(&desk.locale().text("init-older-key"));
    }
    // A file that cannot be read is told before anybody copies a card.
    let mut holders = match &args.seal_recipients {
        Some(path) => read::recipients(path)?,
        None => Vec::new(),
    };
    let card = if args.no_recovery {
        desk.ui.say(&desk.locale().text("init-no-recovery"));
        accepted(desk, "--no-recovery", "init-accept-recovery")?;
        None
    } else {
        let drawn = Card::generate(&mut world.random, identity.sort())?;
        Some(card::recovery(&drawn, desk)?)
    };
    let mut shares = false;
    if args.no_seal {
        desk.ui.say(&desk.locale().text("init-no-seal"));
        accepted(desk, "--no-seal", "init-accept-seal")?;
    } else if holders.is_empty() && desk.prompt.allowed() {
        holders.push(share::show(desk, world)?);
        shares = true;
    }
    if let Some(parent) = dir.parent() {
        make_folders(parent)?;
    }
    let mut made = setup::init(
        dir,
        identity,
        alias,
        card.as_ref(),
        &holders,
        ask::code("--contact", &args.contact)?,
        world,
    )?;
    made.shares = shares;
    if holders.contains(&identity.recipient()) {
        desk.ui.say(&desk.locale().text("init-own-key-names"));
    }
    Ok(made)
}

/// At a terminal, whoever does without a card types that they know what they give up.
pub(super) fn accepted(desk: &Desk, option: &str, sentence: &str) -> Result<(), Failure> {
    if !desk.prompt.allowed() {
        return Ok(());
    }
    let locale = desk.locale();
    let sentence = locale.text(sentence);
    let label = locale.say("init-accept", &[("sentence", &sentence)]);
    let typed = desk.prompt.text(option, &label, "", &|_| Ok(()))?;
    let words = |text: &str| text.to_lowercase().split_whitespace().collect::<String>();
    if words(&typed) == words(&sentence) {
        Ok(())
    } else {
        Err(Usage::NotConfirmed.into())
    }
}

/// The key that was named, or the usual one, which is made where there is none; then also its path.
fn member_key(desk: &Desk, world: &mut World) -> Result<(Identity, Option<PathBuf>), Failure> {
    if desk.named_key().is_some() {
        return Ok((desk.identity_at(&desk.key_path()?)?, None));
    }
    let path = desk.usual_key()?;
    if path.exists() {
        return Ok((desk.identity_at(&path)?, None));
    }
    if !desk.prompt.has_passphrase() {
        return Err(PromptError::Missing("--passphrase-fd".to_owned()).into());
    }
    let passphrase = key::new_passphrase(desk, world)?;
    let identity = Identity::generate(&mut world.random)?;
    if let Some(parent) = path.parent() {
        make_folders(parent)?;
    }
    write_identity(&path, &identity, Some(&passphrase), desk.work())?;
    // The store is made for what the file really holds.
    let read = read_identity(&path, &mut || Ok(copy(&passphrase)))?;
    Ok((read, Some(path)))
}

fn copy(passphrase: &SecretString) -> SecretString {
    passphrase.clone()
}

/// Makes what is missing of a path of folders, each for its owner alone.
pub(super) fn make_folders(path: &Path) -> Result<(), Failure> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        make_folders(parent)?;
    }
    Ok(crate::base::file::create_dir_private(path)?)
}
