//! `key`: makes keys, and says who can open the store and who can open names.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use crate::app::view::KeyChange;
use crate::app::{Session, World, setup};
use crate::base::secret::{ExposeSecret as _, SecretString};
use crate::cli::args::store::{Add, Generate, Key, Recover, Remove, Rotate};
use crate::cli::cmd::init::{accepted, make_folders};
use crate::cli::cmd::share;
use crate::cli::cmd::{ask, card};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::prompt::PromptError;
use crate::cli::read;
use crate::i18n::Fill;
use crate::render::View as _;
use crate::store::Access;
use crate::vault::{
    Card, Identity, Recipient, Sort, VaultError, passphrase_words, rewrite_identity, spoken_words,
    write_identity,
};

pub(super) fn run(args: &Key, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Key::Generate(args) => generate(args, desk, world),
        Key::List => {
            let session = desk.open(Access::Read, world)?;
            desk.show(&session.members()?)?;
            Ok(Exit::Done)
        }
        Key::Passphrase => passphrase(desk, world),
        Key::Recover(args) => recover(args, desk, world),
        Key::Holders(args) => {
            let recipients = read::recipients(&args.recipients)?;
            let mut session = desk.open(Access::Write, world)?;
            let question = desk.locale().text("ask-holders");
            if desk.prompt.allowed()
                && session.has_seal_group()?
                && !desk.prompt.confirm("--no-input", &question, false)?
            {
                return Err(Usage::NotConfirmed.into());
            }
            // Mine may be among them, and a key that opens names is never kept.
            desk.keeper.forget().map_err(VaultError::from)?;
            desk.acknowledge(&session.set_seal_group(&recipients, true)?)?;
            Ok(Exit::Done)
        }
        Key::Add(args) => add(args, desk, world),
        Key::Remove(args) => remove(args, desk, world),
        Key::Rotate(args) => rotate(args, desk, world),
        Key::Contact(args) => {
            let rule = ask::code("WHO", &args.who)?;
            let mut session = desk.open(Access::Write, world)?;
            desk.acknowledge(&session.set_contact(rule)?)?;
            Ok(Exit::Done)
        }
        Key::Shares(args) => share::make(args, desk, world),
        Key::KeptElsewhere(args) => share::away(args, desk, world),
    }
}

/// Lets one more open the store, or names.
fn add(args: &Add, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let recipients = read::recipients(&args.recipients)?;
    let [recipient] = recipients.as_slice() else {
        return Err(Usage::OneRecipient.into());
    };
    let known = known(args.known.as_deref())?;
    // What is no alias may be a name, and nobody is to read it aloud.
    setup::check_alias(&args.alias)?;
    compare(&args.alias, recipient, desk)?;
    let done = if args.opens == "identities" {
        let mut session = desk.open(Access::Write, world)?;
        // Mine may be the one, and a key that opens names is never kept.
        desk.keeper.forget().map_err(VaultError::from)?;
        session.add_holder(&args.alias, recipient)?
    } else {
        desk.open(Access::Keys, world)?
            .add_member(&args.alias, recipient, &known)?
    };
    told(&done, desk)
}

/// Whoever can swap the recipient on its way is let in instead: people compare six words by ear.
fn compare(alias: &String, recipient: &Recipient, desk: &Desk) -> Result<(), Failure> {
    let locale = desk.locale();
    let words = spoken_words(recipient);
    let fills: [(&str, &dyn Fill); 2] = [("member", alias), ("words", &words)];
    if !desk.prompt.allowed() {
        desk.ui.tell(&locale.say("key-words-of", &fills));
        return Ok(());
    }
    let question = locale.say("key-words-same", &fills);
    if desk.prompt.confirm("--no-input", &question, false)? {
        Ok(())
    } else {
        Err(Usage::NotConfirmed.into())
    }
}

/// Lets somebody open nothing more, once a person saw what that means.
fn remove(args: &Remove, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let known = known(args.known.as_deref())?;
    let (dir, identity) = desk.member(world)?;
    let mut session = Session::open(&dir, &identity, Access::Read, world)?;
    let would = session.remove_member(&args.alias, &known, true)?;
    let mine = session.is_me(&args.alias);
    drop(session);
    if args.dry_run {
        return told(&would, desk);
    }
    let card = args.alias == setup::CARD;
    if !args.yes && !desk.prompt.allowed() && (card || mine) {
        return Err(Usage::NotConfirmed.into());
    }
    if !args.yes && desk.prompt.allowed() {
        desk.ui.say(&would.human(&desk.out));
        if card {
            accepted(desk, "--yes", "key-accept-card")?;
        } else {
            let question = if mine { "ask-remove-me" } else { "ask-remove" };
            let question = desk.locale().text(question);
            if !desk.prompt.confirm("--yes", &question, false)? {
                return Err(Usage::NotConfirmed.into());
            }
        }
    }
    let done = Session::open(&dir, &identity, Access::Keys, world)?.remove_member(
        &args.alias,
        &known,
        false,
    )?;
    told(&done, desk)
}

/// Gives the store new keys, and whoever is named another key of their own; shows a new card.
fn rotate(args: &Rotate, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if args.card && !desk.prompt.allowed() {
        return Err(Usage::CardNeedsPerson.into());
    }
    let known = known(args.known.as_deref())?;
    let mut anew = match &args.members {
        Some(path) => read::members(path)?,
        None => Vec::new(),
    };
    // A card is shown to a person and copied; none comes from a file.
    if anew.iter().any(|(alias, _)| alias == setup::CARD) {
        return Err(Usage::CardNeedsPerson.into());
    }
    let (dir, identity) = desk.member(world)?;
    let sort = anew
        .first()
        .map_or(identity.sort(), |(_, member)| member.sort());
    let card = args
        .card
        .then(|| Card::generate(&mut world.random, sort))
        .transpose()?;
    if let Some(card) = &card {
        anew.push((setup::CARD.to_owned(), card.identity()?.recipient()));
    }
    // What cannot be is told before anybody compares words or copies a card, and nobody else waits meanwhile.
    let would = Session::open(&dir, &identity, Access::Read, world)?.rotate(&anew, &known, true)?;
    if args.dry_run {
        return told(&would, desk);
    }
    for (alias, recipient) in &anew {
        if would.replaced.contains(alias) {
            compare(alias, recipient, desk)?;
        }
    }
    // What stood on the screen is what is let in.
    let card = card.map(|drawn| card::recovery(&drawn, desk)).transpose()?;
    let mut session = Session::open(&dir, &identity, Access::Keys, world)?;
    if !anew.is_empty() {
        desk.keeper.forget().map_err(VaultError::from)?;
    }
    let done = session.rotate(&anew, &known, false)?;
    drop(session);
    if let Some(card) = &card {
        drop(Session::open(&dir, &card.identity()?, Access::Read, world)?);
    }
    told(&done, desk)
}

pub(super) fn known(path: Option<&Path>) -> Result<Vec<Recipient>, Failure> {
    path.map_or_else(|| Ok(Vec::new()), read::recipients)
}

fn told(change: &KeyChange, desk: &Desk) -> Result<Exit, Failure> {
    if change.done {
        desk.acknowledge(change)?;
    } else {
        desk.show(change)?;
    }
    Ok(Exit::Done)
}

/// A new key of its own.
fn generate(args: &Generate, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let identity = Identity::generate(&mut world.random)?;
    write(args, &identity, desk.usual_key()?, desk, world)
}

/// The words of a card: typed on the other screen, or on stdin.
pub(super) fn type_card(desk: &Desk) -> Result<SecretString, Failure> {
    if !desk.prompt.allowed() {
        return read::secret_stdin();
    }
    let screen = desk.ui.other_screen(&[]);
    let label = desk.locale().text("ask-card");
    let typed = desk.prompt.secret_text("--no-input", &label);
    drop(screen);
    Ok(typed?)
}

/// The recovery card's key, from its words. Or the seal key, from two cards.
fn recover(args: &Recover, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if args.shares {
        let path = desk.usual_seal_key()?;
        return write(&args.file, &share::typed(desk)?, path, desk, world);
    }
    let typed = type_card(desk)?;
    let card = Card::from_words(typed.expose_secret(), Sort::Hybrid).map_err(Usage::Card)?;
    let (card, opens) = setup::recognise(card, desk.store_dir().ok().as_deref())?;
    if !opens {
        desk.ui.say(&desk.locale().text("key-recover-elsewhere"));
    }
    write(
        &args.file,
        &card.identity()?,
        desk.usual_key()?,
        desk,
        world,
    )
}

/// Writes a key file to `-o FILE` (or where such a key usually lies) and prints the public half.
fn write(
    args: &Generate,
    identity: &Identity,
    usual: PathBuf,
    desk: &Desk,
    world: &mut World,
) -> Result<Exit, Failure> {
    let path = match &desk.globals.output {
        Some(path) => path.clone(),
        None => usual,
    };
    let passphrase = if args.no_passphrase {
        desk.ui.say(&desk.locale().text("key-no-passphrase"));
        None
    } else if desk.prompt.has_passphrase() {
        Some(new_passphrase(desk, world)?)
    } else {
        return Err(PromptError::Missing("--passphrase-fd".to_owned()).into());
    };
    if let (None, Some(parent)) = (&desk.globals.output, path.parent()) {
        make_folders(parent)?;
    }
    write_identity(&path, identity, passphrase.as_ref(), desk.work())?;
    let key = setup::key(identity);
    desk.acknowledge_in_words(&key)?;
    desk.ui
        .tell(&desk.locale().say("key-words", &[("words", &key.words)]));
    Ok(Exit::Done)
}

/// Puts the key under another passphrase.
fn passphrase(desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let path = match desk.named_key() {
        Some(path) => path,
        None => desk.usual_key()?,
    };
    let had_one = Cell::new(false);
    let identity = desk.locked_identity(&path, &|| {
        had_one.set(true);
        Ok(())
    })?;
    if !had_one.get() {
        desk.ui.say(&desk.locale().text("key-passphrase-first"));
    }
    let new = new_passphrase(desk, world)?;
    // It is kept under the old file, by which nothing will find it any more.
    desk.keeper.forget().map_err(VaultError::from)?;
    rewrite_identity(&path, &identity, &new, desk.work())?;
    desk.ui.tell(&desk.locale().text("key-passphrase-changed"));
    desk.acknowledge(&setup::key(&identity))?;
    Ok(Exit::Done)
}

/// A new passphrase: the line of `--passphrase-fd`, or six words that are proposed and typed back.
pub(super) fn new_passphrase(desk: &Desk, world: &mut World) -> Result<SecretString, Failure> {
    if desk.globals.passphrase_fd.is_some() {
        return Ok(desk.prompt.passphrase("")?);
    }
    let locale = desk.locale();
    let words = passphrase_words(&mut world.random)?;
    let screen = desk.ui.other_screen(&[
        &locale.text("passphrase-title"),
        "\n\n    ",
        words.expose_secret(),
        "\n\n",
        &locale.text("passphrase-keep"),
        "\n",
    ]);
    let noted = desk
        .prompt
        .confirm("--passphrase-fd", &locale.text("passphrase-noted"), false);
    drop(screen);
    if !noted? {
        return Err(Usage::NotConfirmed.into());
    }
    let label = locale.text("passphrase-again");
    loop {
        let typed = desk.prompt.passphrase(&label)?;
        let same = typed
            .expose_secret()
            .split_whitespace()
            .eq(words.expose_secret().split_whitespace());
        if same {
            return Ok(words);
        }
        desk.ui.say(&locale.text("passphrase-wrong"));
    }
}
