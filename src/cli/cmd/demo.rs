//! `demo`: a guided look at an invented office, in a throwaway store.

use crate::app::demo::{self, Demo as Shown};
use crate::app::{AppError, World};
use crate::cli::args::store::Demo;
use crate::cli::cmd::init::make_folders;
use crate::cli::cmd::{rule, stats};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Report};
use crate::cli::exit::Exit;
use crate::render::View;
use crate::vault::{Identity, write_identity};

pub(super) fn run(args: &Demo, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let identity = Identity::generate(&mut world.random)?;
    let program = Desk::program();
    let Some(dir) = &args.keep else {
        // Encrypted like any other store, and gone when this ends.
        let dir = tempfile::Builder::new()
            .prefix(".nansen-")
            .tempdir()
            .map_err(Failure::Input)?;
        let shown = demo::run(dir.path(), &identity, world);
        dir.close().map_err(Failure::Input)?;
        tour(shown?, desk, world)?;
        let from = world.clock.today();
        next(
            desk,
            &["demo-gone"],
            &[
                format!("{program} demo --keep DIR"),
                format!("{program} rule explain de.klage-2w --from {from}"),
                format!("{program} init"),
            ],
        )?;
        return Ok(Exit::Done);
    };
    make_folders(dir)?;
    let (key, store) = (dir.join("me.age"), dir.join("store"));
    if store.symlink_metadata().is_ok() {
        return Err(AppError::Store(crate::store::StoreError::Exists).into());
    }
    write_identity(&key, &identity, None, desk.work())?;
    let shown = demo::run(dir, &identity, world)?;
    let case = shown.history.case.clone();
    tour(shown, desk, world)?;
    let opened = format!(
        "{program} --store {} --key {}",
        store.display(),
        key.display()
    );
    let kept = desk.locale().say(
        "demo-kept",
        &[
            ("store", &store.display().to_string()),
            ("key", &key.display().to_string()),
        ],
    );
    desk.ui.result(&format!("{kept}\n"))?;
    next(
        desk,
        &[],
        &[
            format!("{opened} due --worker all"),
            format!("{opened} show {case}"),
            format!("{opened} stats show --unit persons --by origin"),
        ],
    )?;
    Ok(Exit::Done)
}

/// Shows everything in its order; always in words, since nobody takes a tour by a program.
fn tour(shown: Shown, desk: &Desk, world: &World) -> Result<(), Failure> {
    let locale = desk.locale();
    let mut explanation = shown.explanation;
    rule::put_in_words(&mut explanation, locale);
    let today = locale.day(world.clock.today());
    let withheld = Report::of(&Failure::App(shown.withheld), locale);
    let text = [
        locale.say(
            "demo-intro",
            &[("cases", &shown.cases.to_string()), ("today", &today)],
        ),
        section(desk, "demo-case", &shown.history),
        section(desk, "demo-rule", &explanation),
        section(desk, "demo-due", &shown.due),
        section(desk, "demo-summary", &stats::worded(shown.summary)),
        titled(
            desk,
            "demo-withheld",
            &withheld.map(|r| r.human(locale)).unwrap_or_default(),
        ),
        section(desk, "demo-released", &stats::worded(shown.released)),
    ]
    .join("\n");
    Ok(desk.ui.result(&format!("{text}\n"))?)
}

fn section<V: View>(desk: &Desk, title: &str, view: &V) -> String {
    titled(desk, title, &view.human(&desk.out))
}

fn titled(desk: &Desk, title: &str, text: &str) -> String {
    let title = desk.locale().text(title);
    let line = "─".repeat(title.chars().count());
    format!("\n{title}\n{line}\n{}\n", text.trim_end())
}

/// Three commands to try.
fn next(desk: &Desk, before: &[&str], commands: &[String]) -> Result<(), Failure> {
    let mut lines: Vec<String> = before.iter().map(|id| desk.locale().text(id)).collect();
    lines.push(desk.locale().text("demo-next"));
    lines.extend(commands.iter().map(|command| format!("  {command}")));
    Ok(desk.ui.result(&format!("{}\n", lines.join("\n")))?)
}
