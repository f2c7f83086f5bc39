//! `help`: a topic, or a command.

use crate::cli::args::store::Help;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::help::{TOPICS, long_help};

pub(super) fn run(args: &Help, desk: &Desk) -> Result<Exit, Failure> {
    let text = match args.topic.as_slice() {
        [topic] if TOPICS.contains(&topic.as_str()) => {
            desk.locale().text(&format!("topic-{topic}"))
        }
        words => {
            let help = long_help(desk.locale(), words).ok_or(Usage::Topic)?;
            if desk.out.color {
                help.ansi().to_string()
            } else {
                help.to_string()
            }
        }
    };
    desk.ui
        .result(&format!("{}\n", text.trim_end()))
        .map_err(Failure::Output)?;
    Ok(Exit::Done)
}
