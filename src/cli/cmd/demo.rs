//! `demo`: a guided look at an invented office, in a throwaway store.

use std::path::Path;

use crate::app::World;
use crate::app::demo::{self, Demo as Shown};
use crate::app::view::Table;
use crate::cli::args::store::Demo;
use crate::cli::cmd::explained;
use crate::cli::cmd::init::make_folders;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Report};
use crate::cli::exit::Exit;
use crate::i18n::Locale;
use crate::render::{Format, Output, View, render};
use crate::vault::{Identity, write_identity};

pub(super) fn run(args: &Demo, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    desk.ui.tell(&desk.locale().text("demo-wait"));
    if let Some(dir) = &args.keep {
        make_folders(dir)?;
        look(dir, true, desk, world)?;
    } else {
        // What is in it is encrypted, and gone when this ends.
        let dir = tempfile::Builder::new()
            .prefix(".nansen-")
            .tempdir()
            .map_err(Failure::Input)?;
        look(dir.path(), false, desk, world)?;
        dir.close().map_err(Failure::Input)?;
    }
    Ok(Exit::Done)
}

fn look(dir: &Path, keep: bool, desk: &Desk, world: &mut World) -> Result<(), Failure> {
    let identity = Identity::generate(&mut world.random)?;
    if keep {
        write_identity(&dir.join("me.age"), &identity, None, desk.work())?;
    }
    let mut shown = demo::run(dir, &identity, world)?;
    explained(&mut shown.explanation, desk.locale());
    let mut text = tour(shown, desk)?;
    let locale = desk.locale();
    let case = |id: &str, fills: &[(&str, &dyn crate::i18n::Fill)]| locale.say(id, fills);
    text.push_str(&head(desk, &locale.text("demo-next-title")));
    if keep {
        let (key, store) = (dir.join("me.age"), dir.join("store"));
        text.push_str(&case(
            "demo-next-kept",
            &[
                ("key", &key.display().to_string()),
                ("store", &store.display().to_string()),
            ],
        ));
    } else {
        text.push_str(&locale.text("demo-next"));
    }
    text.push('\n');
    desk.ui.result(&text).map_err(Failure::Output)?;
    Ok(())
}

/// One thing after the other, each with a word on what it is.
fn tour(shown: Shown, desk: &Desk) -> Result<String, Failure> {
    let locale = desk.locale();
    let out = for_people(desk);
    let mut text = locale.say("demo-intro", &[("count", &shown.cases)]);
    text.push('\n');
    let mut part = |title: &str, body: String| {
        text.push_str(&head(desk, title));
        text.push_str(&body);
    };
    // It was only judged: the demo tells nobody.
    let released = Table {
        released_to: None,
        ..shown.released
    };
    let callsign = shown.history.callsign.clone();
    part(
        &locale.say("demo-case", &[("callsign", &callsign)]),
        view(&shown.history, &out)?,
    );
    part(
        &locale.text("demo-explanation"),
        view(&shown.explanation, &out)?,
    );
    part(&locale.text("demo-due"), view(&shown.due, &out)?);
    part(&locale.text("demo-summary"), view(&shown.summary, &out)?);
    let withheld = Report::of(&Failure::App(shown.withheld), locale);
    let withheld = withheld.human(locale) + "\n";
    part(&locale.text("demo-withheld"), withheld);
    part(&locale.text("demo-released"), view(&released, &out)?);
    Ok(text)
}

fn view<V: View>(view: &V, out: &Output) -> Result<String, Failure> {
    Ok(render(view, out)?)
}

/// The demo is for people, wherever its text goes.
fn for_people(desk: &Desk) -> Output {
    Output {
        format: Format::Human,
        color: desk.out.color,
        locale: Locale::pick(Some(desk.locale().language()), &[]),
        width: desk.out.width,
    }
}

/// A line across the page with a title in it.
fn head(desk: &Desk, title: &str) -> String {
    let width = desk.out.width.min(100);
    let rest = width.saturating_sub(title.chars().count() + 4);
    format!("\n── {title} {}\n\n", "─".repeat(rest))
}
