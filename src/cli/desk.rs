//! What every command works with: where things lie, how to speak, whom to ask.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::time::Duration;

use chrono::NaiveDate;

use crate::app::World;
use crate::base::clock::Clock;
use crate::base::file::write_new;
use crate::base::random::Random;
use crate::cli::args::Globals;
use crate::cli::args::global::When;
use crate::cli::env::Env;
use crate::cli::error::{Failure, Report, Usage};
use crate::cli::prompt::{Prompt, PromptError};
use crate::cli::read;
use crate::cli::ui::Ui;
use crate::i18n::Locale;
use crate::render::{Format, Output, View, WIDTH, render, render_as};
use crate::rules::Book;
use crate::store::Notice;
use crate::vault::{Keeper, WorkFactor};

/// What every command works with.
#[derive(Debug)]
pub struct Desk {
    /// What holds for every command, as it was typed.
    pub globals: Globals,
    /// Where text goes.
    pub ui: Ui,
    /// Whom to ask.
    pub prompt: Prompt,
    /// Where the member's key is kept for a while.
    pub keeper: Keeper,
    /// How results are printed.
    pub out: Output,
    env: Env,
    /// The command looks at the day that `--as-of` names.
    dated: Cell<bool>,
}

impl Desk {
    /// Puts together what was typed and what the environment says.
    ///
    /// # Errors
    /// Two forms of the result, or a fixed time that cannot be read (tests alone).
    pub fn new(globals: Globals, env: Env, locale: Locale) -> Result<(Self, World), Failure> {
        // clap sees no conflict where one stands before the command and one after it.
        if globals.json
            && globals
                .format
                .as_deref()
                .is_some_and(|format| format != "json")
        {
            return Err(Usage::Conflict("--json", "--format").into());
        }
        let ui = Ui::new(globals.quiet);
        let cut_off = Report::of(&PromptError::Interrupted.into(), &locale);
        let cut_off = if matches!(format(&globals, ui), Format::Json | Format::JsonLines) {
            cut_off.json()
        } else {
            cut_off.human(&locale)
        };
        let prompt = Prompt::new(ui, globals.no_input, globals.passphrase_fd, cut_off);
        let out = Output {
            format: format(&globals, ui),
            color: color(&globals, &env, ui),
            locale,
            width: if globals.output.is_some() {
                WIDTH
            } else {
                env.columns.or_else(|| ui.columns()).unwrap_or(WIDTH)
            },
        };
        let world = World {
            clock: clock(&env)?,
            random: random(&env),
            book: Book::builtin(),
            #[cfg(feature = "test-fakes")]
            panics: env.fakes.panics,
            notices: Vec::new(),
        };
        let desk = Self {
            keeper: keeper(&env),
            globals,
            ui,
            prompt,
            out,
            env,
            dated: Cell::new(false),
        };
        Ok((desk, world))
    }

    /// The reader's language.
    pub const fn locale(&self) -> &Locale {
        &self.out.locale
    }

    /// Prints a result, to stdout or into a new file.
    ///
    /// # Errors
    /// The file exists, or nothing can be written.
    pub fn show<V: View>(&self, view: &V) -> Result<(), Failure> {
        self.print(&render(view, &self.out)?)
    }

    /// Prints a text, to stdout or into a new file.
    ///
    /// # Errors
    /// As [`Desk::show`].
    pub fn print(&self, text: &str) -> Result<(), Failure> {
        match &self.globals.output {
            Some(path) => Ok(write_new(path, text.as_bytes())?),
            None => self.ui.result(text).map_err(Failure::Output),
        }
    }

    /// Prints what was done, which stays done whether or not it can be shown.
    ///
    /// # Errors
    /// [`Failure::NotShown`], so that nobody does it twice.
    pub fn acknowledge<V: View>(&self, done: &V) -> Result<(), Failure> {
        self.show(done).map_err(Failure::not_shown)
    }

    /// As [`Desk::acknowledge`], in a form of the command's own choice.
    ///
    /// # Errors
    /// As there.
    pub fn acknowledge_as<V: View>(&self, done: &V, format: Format) -> Result<(), Failure> {
        let text = render_as(done, &self.out, format)?;
        self.print(&text).map_err(Failure::not_shown)
    }

    /// The form of what is printed, in the language of whom it is for.
    pub fn out_in(&self, language: Option<&str>) -> Output {
        let locale = language
            .and_then(Locale::paper)
            .unwrap_or_else(Locale::english);
        Output { locale, ..self.out }
    }

    /// As [`Desk::acknowledge`], where `-o` names the file that was made: on stdout.
    ///
    /// # Errors
    /// As there.
    pub fn acknowledge_beside<V: View>(&self, done: &V) -> Result<(), Failure> {
        let named = self.globals.format.as_deref().and_then(Format::named);
        let format = match named {
            _ if self.globals.json => Format::Json,
            Some(format) => format,
            None if self.ui.stdout_terminal => Format::Human,
            None => Format::Plain,
        };
        let text = render_as(done, &self.out, format).map_err(Failure::not_shown)?;
        let shown = self.ui.result(&text).map_err(Failure::Output);
        shown.map_err(Failure::not_shown)
    }

    /// As [`Desk::acknowledge_beside`], in words without colour, unless another form was asked for.
    ///
    /// # Errors
    /// What cannot be told in that form; else as there.
    pub fn acknowledge_in_words<V: View>(&self, done: &V) -> Result<(), Failure> {
        let out = Output {
            format: match self.out.format {
                Format::Plain => Format::Human,
                other => other,
            },
            color: false,
            locale: Locale::english(),
            width: self.out.width,
        };
        let shown = self.ui.result(&render(done, &out)?);
        shown.map_err(|error| Failure::not_shown(Failure::Output(error)))
    }

    /// Says what was found in a store and stops nothing.
    pub fn warn(&self, notice: Notice) {
        let locale = self.locale();
        let words = locale.of_id("need", notice.id(), &BTreeMap::new());
        self.ui.say(&locale.say("warning", &[("words", &words)]));
    }

    /// The store's folder.
    ///
    /// # Errors
    /// None is named and the platform has none.
    pub fn store_dir(&self) -> Result<PathBuf, Failure> {
        let named = self
            .globals
            .store
            .clone()
            .or_else(|| self.env.store.clone());
        let usual = || {
            self.env
                .data
                .as_ref()
                .map(|data| data.join("nansen").join("store"))
        };
        Ok(named.or_else(usual).ok_or(Usage::NoFolder("--store DIR"))?)
    }

    /// The key file that was named, by option or environment.
    pub fn named_key(&self) -> Option<PathBuf> {
        self.globals
            .key
            .first()
            .cloned()
            .or_else(|| self.env.key.clone())
    }

    /// Where a member's key usually lies.
    ///
    /// # Errors
    /// The platform has no such folder.
    pub fn usual_key(&self) -> Result<PathBuf, Failure> {
        let usual = self
            .env
            .config
            .as_ref()
            .map(|config| config.join("nansen").join("me.age"));
        Ok(usual.ok_or(Usage::NoFolder("--key FILE"))?)
    }

    /// Where `key recover --shares` puts the seal key.
    ///
    /// # Errors
    /// As [`Desk::usual_key`].
    pub fn usual_seal_key(&self) -> Result<PathBuf, Failure> {
        Ok(self.usual_key()?.with_file_name("seal.age"))
    }

    /// The member's key file: the one that was named, or the usual one.
    ///
    /// # Errors
    /// As [`Desk::usual_key`].
    pub fn key_path(&self) -> Result<PathBuf, Failure> {
        match self.named_key() {
            Some(path) => Ok(path),
            None => self.usual_key(),
        }
    }

    /// `--as-of`, where it was given.
    ///
    /// # Errors
    /// Not a day.
    pub fn as_of(&self, world: &World) -> Result<Option<NaiveDate>, Failure> {
        self.dated.set(true);
        let today = world.clock.today();
        let day = |text: &String| read::day("--as-of", text, today);
        Ok(self.globals.as_of.as_ref().map(day).transpose()?)
    }

    /// Whether another day than today was named to a command that does not look at it.
    pub const fn is_misdated(&self) -> bool {
        self.globals.as_of.is_some() && !self.dated.get()
    }

    /// How long a name stays on the screen.
    #[cfg_attr(
        not(feature = "test-fakes"),
        expect(clippy::unused_self, reason = "tests make it short")
    )]
    pub fn shown(&self) -> Duration {
        #[cfg(feature = "test-fakes")]
        if let Some(seconds) = self.env.fakes.shown {
            return Duration::from_secs(seconds);
        }
        Duration::from_mins(1)
    }

    /// How hard a new passphrase is to try.
    #[cfg_attr(
        not(feature = "test-fakes"),
        expect(clippy::unused_self, reason = "tests make it weak")
    )]
    pub fn work(&self) -> WorkFactor {
        #[cfg(feature = "test-fakes")]
        if let Some(log_n) = self.env.fakes.scrypt {
            return WorkFactor::Weak(log_n);
        }
        WorkFactor::Standard
    }
}

fn format(globals: &Globals, ui: Ui) -> Format {
    let named = globals.format.as_deref().and_then(Format::named);
    let extension = || {
        let path = globals.output.as_ref()?;
        let extension = path.extension().and_then(OsStr::to_str)?;
        Format::of_extension(&extension.to_ascii_lowercase())
    };
    match (globals.json, named) {
        (true, _) => Format::Json,
        (false, Some(format)) => format,
        (false, None) => extension().unwrap_or({
            if ui.stdout_terminal && globals.output.is_none() {
                Format::Human
            } else {
                Format::Plain
            }
        }),
    }
}

fn color(globals: &Globals, env: &Env, ui: Ui) -> bool {
    match globals.color {
        Some(When::Always) => true,
        Some(When::Never) => false,
        Some(When::Auto) | None => {
            let to_terminal = ui.stdout_terminal && globals.output.is_none();
            !env.no_color && (env.force_color || to_terminal)
        }
    }
}

#[cfg(feature = "test-fakes")]
fn clock(env: &Env) -> Result<Clock, Usage> {
    let clock = Clock::from_env(env.fakes.now.as_deref()).map_err(|_| Usage::Clock)?;
    Ok(clock.on_for(env.fakes.uptime.as_deref()))
}

#[cfg(not(feature = "test-fakes"))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "tests fix the time, and may fix it wrongly"
)]
const fn clock(_: &Env) -> Result<Clock, Usage> {
    Ok(Clock::system())
}

#[cfg(feature = "test-fakes")]
fn keeper(env: &Env) -> Keeper {
    let fakes = &env.fakes;
    let idle = fakes.idle.map(Duration::from_secs);
    let apart = |name: &String| Keeper::apart(name, idle);
    fakes.keeper.as_ref().map_or_else(Keeper::system, apart)
}

#[cfg(not(feature = "test-fakes"))]
fn keeper(_: &Env) -> Keeper {
    Keeper::system()
}

#[cfg(feature = "test-fakes")]
fn random(env: &Env) -> Random {
    env.fakes.seed.map_or_else(Random::system, Random::seeded)
}

#[cfg(not(feature = "test-fakes"))]
const fn random(_: &Env) -> Random {
    Random::system()
}
