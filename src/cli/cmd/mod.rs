//! One file a command: from what was typed to the use case, and its result to the reader.

mod absence;
mod amend;
mod ask;
mod backup;
mod bulk;
mod card;
mod care;
mod casefile;
mod completions;
mod deadline;
mod demo;
mod document;
mod due;
mod export;
mod field;
mod find;
mod handover;
mod help;
mod identity;
mod import;
mod init;
mod key;
mod list;
mod lock;
mod new;
mod notice;
mod person;
mod record;
mod retention;
mod rule;
mod share;
mod show;
mod standing;
pub(super) mod stats;
mod status;
mod store;

use rule::explained;

use crate::app::World;
use crate::cli::args::Command;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;

/// Runs a command.
pub fn run(command: Command, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match command {
        Command::Demo(args) => demo::run(&args, desk, world),
        Command::Init(args) => init::run(&args, desk, world),
        Command::New(args) => new::run(args, desk, world),
        Command::Person(args) => person::run(args, desk, world),
        Command::Record(args) => record::run(args, desk, world),
        Command::Show(args) => show::run(&args, desk, world),
        Command::List(args) => list::run(args, desk, world),
        Command::Due(args) => due::run(args, desk, world),
        Command::Deadline(args) => deadline::run(args, desk, world),
        Command::Absence(args) => absence::run(args, desk, world),
        Command::Task(args) => care::task(args, desk, world),
        Command::CheckIn(args) => care::check_in(args, desk, world),
        Command::Notice(args) => notice::run(args, desk, world),
        Command::Close(args) => standing::close(&args, desk, world),
        Command::Reopen(args) => standing::reopen(&args, desk, world),
        Command::Assign(args) => standing::assign(args, desk, world),
        Command::Bulk(args) => bulk::run(args, desk, world),
        Command::Link(args) => standing::link(&args, desk, world),
        Command::Correct(args) => amend::correct(args, desk, world),
        Command::Retract(args) => amend::retract(&args, desk, world),
        Command::Undo(_) => amend::undo(desk, world),
        Command::Retention(args) => retention::run(&args, desk, world),
        Command::Status(_) => status::run(desk, world),
        Command::Unlock(_) => lock::unlock(desk, world),
        Command::Lock(_) => lock::lock(desk, world),
        Command::Panic(args) => lock::panic(&args, desk),
        Command::Store(args) => store::run(&args, desk, world),
        Command::Document(args) => document::run(args, desk, world),
        Command::Identity(args) => identity::run(args, desk, world),
        Command::Audit(_) => identity::audit(desk, world),
        Command::Key(args) => key::run(&args, desk, world),
        Command::Rule(args) => rule::run(args, desk, world),
        Command::Stats(args) => stats::run(args, desk, world),
        Command::Field(args) => field::run(args, desk, world),
        Command::Backup(args) => backup::run(&args, desk, world),
        Command::Import(args) => import::run(&args, desk, world),
        Command::Export(args) => export::run(args, desk, world),
        Command::Case(args) => casefile::run(args, desk, world),
        Command::Find => find::run(desk, world),
        Command::Completions(args) => completions::run(&args, desk),
        Command::Help(args) => help::run(&args, desk),
    }
}
