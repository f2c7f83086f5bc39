//! What can be typed: only names and forms, no meaning and no wording (`locales/` has it, `cli::help` puts it in).

pub mod absence;
pub mod amend;
pub mod backup;
pub mod bulk;
pub mod care;
pub mod case;
pub mod casefile;
pub mod deadline;
pub mod document;
pub mod export;
pub mod field;
pub mod global;
pub mod identity;
pub mod lists;
pub mod notice;
pub mod person;
pub mod record;
pub mod retention;
pub mod rule;
pub mod stats;
pub mod store;

use clap::{Parser, Subcommand};

pub use global::Globals;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "nansen",
    version,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true,
    term_width = 0,
    max_term_width = 100
)]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub globals: Globals,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    Demo(store::Demo),
    Init(store::Init),
    New(case::New),
    #[command(subcommand)]
    Person(person::Person),
    #[command(subcommand)]
    Record(record::Record),
    Show(case::Show),
    List(case::List),
    Due(deadline::Due),
    #[command(subcommand)]
    Deadline(deadline::Deadline),
    #[command(subcommand)]
    Task(care::Task),
    #[command(subcommand)]
    CheckIn(care::CheckIn),
    #[command(subcommand)]
    Absence(absence::Absence),
    #[command(subcommand)]
    Notice(notice::Notice),
    Close(case::Close),
    Reopen(case::Reopen),
    Assign(case::Assign),
    #[command(subcommand)]
    Bulk(bulk::Bulk),
    Link(case::Link),
    Correct(amend::Correct),
    Retract(amend::Retract),
    Undo(amend::Undo),
    #[command(subcommand)]
    Retention(retention::Retention),
    Status(store::Status),
    Unlock(store::Unlock),
    Lock(store::Lock),
    Panic(store::Panic),
    #[command(subcommand)]
    Store(store::Store),
    #[command(subcommand)]
    Document(document::Document),
    #[command(subcommand)]
    Identity(identity::Identity),
    Audit(identity::Audit),
    #[command(subcommand)]
    Key(store::Key),
    #[command(subcommand)]
    Rule(rule::Rule),
    #[command(subcommand)]
    Stats(stats::Stats),
    #[command(subcommand)]
    Field(field::Field),
    #[command(subcommand)]
    Backup(backup::Backup),
    Import(store::Import),
    #[command(subcommand)]
    Export(export::Export),
    #[command(subcommand)]
    Case(casefile::CaseFile),
    Find,
    Completions(store::Completions),
    Help(store::Help),
}
