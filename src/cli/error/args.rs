//! What was typed and not understood.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::fault::is_plain_word;
use super::lower::{like, these};
use super::{Told, Usage};
use crate::app::stats::BadRate;
use crate::base::date::BadDate;
use crate::base::guard::Kind;
use crate::base::text::{BadReason, TooLong};
use crate::cli::exit::Exit;
use crate::cli::prompt::PromptError;
use crate::i18n::Locale;
use crate::vault::BadCard;

/// clap's own faults.
pub(super) fn tell(error: &clap::Error, locale: &Locale) -> Told {
    let context = |kind| error.get(kind).map(listed).unwrap_or_default().join(", ");
    let told = |id| Told::new(id, Exit::NotUnderstood);
    let close = |kind| like(&error.get(kind).map(listed).unwrap_or_default(), locale);
    let known = |kind| these(&error.get(kind).map(listed).unwrap_or_default(), locale);
    // What is wrong is named by the option it was typed into, which is a word of ours, or not at all.
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            told("args.command").and(close(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::UnknownArgument => {
            let given = context(ContextKind::InvalidArg);
            let told = match option(&given) {
                Some(name) => told("args.option").with("given", name),
                None => told("args.surplus"),
            };
            told.and(close(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            told("args.no-value").with("option", context(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue => told("args.code")
            .with("option", context(ContextKind::InvalidArg))
            .and(known(ContextKind::ValidValue)),
        ErrorKind::ValueValidation => {
            told("args.value").with("option", context(ContextKind::InvalidArg))
        }
        ErrorKind::MissingRequiredArgument => {
            // clap asks for what nobody is asked for at a terminal.
            told("args.missing")
                .with("option", context(ContextKind::InvalidArg))
                .hinting("hint-args-incomplete")
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            told("args.no-command")
        }
        ErrorKind::ArgumentConflict => told("args.conflict")
            .with("option", context(ContextKind::InvalidArg))
            .with("other", context(ContextKind::PriorArg)),
        _ => told("args.other"),
    }
}

/// The name of an option that there is not, where it looks like one; what follows `=` is a value.
fn option(given: &str) -> Option<&str> {
    let name = given.split('=').next().unwrap_or_default();
    let long = name.strip_prefix("--").filter(|word| is_plain_word(word));
    let short = name.strip_prefix('-').filter(|letter| letter.len() == 1);
    long.or(short).map(|_| name)
}

fn listed(value: &ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(text) => vec![text.clone()],
        ContextValue::Strings(texts) => texts.clone(),
        other => vec![other.to_string()],
    }
}

/// Our own.
pub(super) fn tell_usage(usage: &Usage, locale: &Locale) -> Told {
    let told = |id| Told::new(id, Exit::NotUnderstood);
    match usage {
        Usage::Date { option, problem } => told(date(*problem)).with("option", option),
        Usage::Day(option) => told("date.day").with("option", option),
        Usage::Ahead(day) => told("stats.ahead").with("day", day.to_string()),
        Usage::Span => told("args.span"),
        Usage::Months => told("args.months"),
        Usage::Seconds => told("args.seconds"),
        Usage::Years => told("args.years"),
        Usage::Spans => told("args.spans"),
        Usage::TextTooLong => told("args.text-too-long"),
        Usage::BackupToStdout => told("args.backup-stdout"),
        Usage::BackupInStore => told("args.backup-in-store"),
        Usage::InStore => told("args.in-store"),
        Usage::NotReplaced => Told::new("file.other-sort", Exit::Failed),
        Usage::Time => told("args.time"),
        Usage::Pair(option) => told("args.pair").with("option", option),
        Usage::Reason { option, problem } => reason(option, problem, locale),
        Usage::Note(TooLong { found, most }) => told("note.too-long")
            .with("found", found)
            .with("most", most),
        Usage::Conflict(option, other) => told("args.conflict")
            .with("option", option)
            .with("other", other),
        Usage::NotOfArchive(option) => told("args.not-of-archive").with("option", option),
        Usage::NotOfList(option, list) => told("args.not-of-list")
            .with("option", option)
            .with("list", list),
        Usage::NoField => told("args.no-field"),
        Usage::AsOf => told("args.as-of"),
        Usage::NotToStdout => told("args.stdout"),
        Usage::NoPlan => told("plan.empty"),
        Usage::PlanLine(line) => told("plan.line").with("line", *line),
        Usage::Language => told("field.language").with("field", "--language"),
        Usage::NoNote => told("note.empty"),
        Usage::Missing(option) => told("args.missing").with("option", option),
        Usage::NotElsewhere => told("args.not-elsewhere"),
        Usage::NotOfPersons => told("args.not-of-persons"),
        Usage::NoFolder(option) => told("place.unknown").with("option", option),
        Usage::Topic => told("args.topic"),
        Usage::NotAPerson => told("identity.form"),
        Usage::OneRecipient => told("key.one-recipient"),
        Usage::MemberLine(line) => told("key.member-line").with("line", *line),
        Usage::NotAnOpeningReason => told("identity.reason"),
        Usage::OnlyToATerminal => Told::new("identity.terminal", Exit::Withheld),
        Usage::NameIntoFile => Told::new("identity.file", Exit::Withheld),
        Usage::NameOntoTerminal => Told::new("identity.printed", Exit::Withheld),
        Usage::DocumentOntoTerminal => Told::new("document.printed", Exit::Withheld),
        Usage::DocumentNowhere => Told::new("document.nowhere", Exit::Withheld),
        Usage::DocumentNoFolder => told("document.no-folder"),
        Usage::NothingTyped => told("identity.nothing-typed"),
        Usage::NothingToWriteFor => Told::new("letter.no-reference", Exit::Failed),
        Usage::NoFurtherKey => Told::new("key.no-further", Exit::Locked),
        Usage::Rate(bad) => rate(bad),
        Usage::Shape => told("stats.shape"),
        Usage::MedianUnit => told("stats.median-unit"),
        Usage::NoPicture => told("stats.no-picture"),
        Usage::FormOfFigures(format) => told("stats.form").with("format", format),
        Usage::Ending {
            makes_figures: true,
        } => told("args.ending").hinting("hint-args-ending-figures"),
        Usage::Ending { .. } => told("args.ending"),
        Usage::ShapeEnding => told("stats.shape-ending"),
        Usage::ListEnding => told("stats.list-ending"),
        Usage::PackageExists(name) => {
            Told::new("stats.package-exists", Exit::Failed).with("name", name)
        }
        Usage::Inside => Told::new("stats.inside", Exit::Withheld),
        Usage::CardNeedsPerson => Told::new("init.card", Exit::NeedsPerson),
        Usage::Card(BadCard::Count { found }) => told("card.length").with("found", found),
        Usage::Card(BadCard::Word { place }) => told("card.word").with("place", place),
        Usage::Card(BadCard::Check) => told("card.check"),
        Usage::NotKept => Told::new("key.not-kept", Exit::Failed),
        Usage::KeyGone => Told::new("key.gone", Exit::Locked),
        Usage::SharesNeedPerson => Told::new("share.person", Exit::NeedsPerson),
        Usage::TwoShares => told("share.two"),
        Usage::CaseNamed(option) => told("reason.case").with("option", option),
        Usage::NotConfirmed => Told::new("args.not-confirmed", Exit::NeedsPerson),
        #[cfg(feature = "test-fakes")]
        Usage::Clock => told("args.time"),
    }
}

/// Why there is no such share.
pub(super) fn rate(bad: &BadRate) -> Told {
    let told = |id| Told::new(id, Exit::NotUnderstood);
    match bad {
        BadRate::Form => told("stats.rate"),
        BadRate::Unit => told("stats.rate-unit"),
        BadRate::Full => told("stats.rate-full"),
        BadRate::Nowhere => told("stats.rate-nowhere"),
        BadRate::Filtered => told("stats.rate-filtered"),
        BadRate::Twice { group, part } => told("stats.rate-twice")
            .with("group", group)
            .with("part", part),
        BadRate::Several { dimensions, rate } => {
            let typed = dimensions
                .iter()
                .map(|name| format!("`--rate {name}={rate}`"));
            told("stats.rate-several")
                .with("dimensions", dimensions.join(", "))
                .with("rates", typed.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Why a text is no reason that may be kept.
pub(super) fn reason(option: &str, problem: &BadReason, locale: &Locale) -> Told {
    let told = |id| Told::new(id, Exit::NotUnderstood).with("option", option);
    match problem {
        BadReason::Empty if option == "--to" => {
            told("reason.empty").hinting("hint-reason-empty-to")
        }
        BadReason::Empty => told("reason.empty"),
        BadReason::TooLong(TooLong { found, most }) => told("reason.too-long")
            .with("found", found)
            .with("most", most),
        BadReason::Personal(kinds) => {
            told("reason.personal").with("kinds", kinds_in_words(kinds, locale))
        }
    }
}

/// Nobody answered.
pub(super) fn tell_prompt(error: &PromptError) -> Told {
    match error {
        PromptError::Missing(option) => {
            Told::new("args.missing", Exit::NotUnderstood).with("option", option)
        }
        PromptError::Interrupted => Told::new("interrupted", Exit::Interrupted),
        PromptError::Descriptor(_) => Told::new("key.descriptor", Exit::NotUnderstood),
        PromptError::TooLong { most } => {
            Told::new("key.passphrase-long", Exit::NotUnderstood).with("most", most)
        }
        PromptError::Terminal(error) => super::lower::tell_io(error),
    }
}

/// The id of what is wrong with a date.
pub(super) const fn date(problem: BadDate) -> &'static str {
    match problem {
        BadDate::Slashes => "date.slashes",
        BadDate::Form => "date.form",
        BadDate::Backwards => "date.backwards",
    }
}

/// What kinds of personal data a text seems to hold.
pub fn kinds_in_words(kinds: &[Kind], locale: &Locale) -> String {
    let word = |kind: &Kind| locale.code("personal", kind.code());
    kinds.iter().map(word).collect::<Vec<_>>().join(", ")
}
