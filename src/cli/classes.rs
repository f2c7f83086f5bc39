//! Every argument of every command has a class here, and there is none for what is personal: whoever adds an argument
//! says what it takes.

use std::collections::{BTreeMap, BTreeSet};

use clap::{ArgAction, Command};

use crate::cli::help::command;
use crate::i18n::Locale;

/// What an argument takes. A switch and a list that clap itself closes take nothing of a person's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// A word of a list: the program's, the law's, or the office's own, in the form of a code.
    Code,
    /// A day, a span of days or years, of what happened.
    Day,
    /// The year in which the person was born: no finer part is taken.
    Year,
    /// A number or word that this program gave out: a case, an entry, a deadline.
    Id,
    /// A member's alias.
    Alias,
    /// A file, a folder or a descriptor, or a place in a file by its number.
    Place,
    /// A sentence, which is refused where it looks personal (`personal_data_is_refused_in_arguments`).
    Sentence,
}

use Class::{Alias, Code, Day, Id, Place, Sentence, Year};

const CLASSES: &[(Class, &[&str])] = &[
    (
        Code,
        &[
            "act",
            "answer",
            "basis",
            "by",
            "columns",
            "combine",
            "conditions",
            "country",
            "fact",
            "facts",
            "field",
            "fields",
            "filters",
            "final",
            "group",
            "how",
            "k",
            "jurisdiction",
            "jurisdictions",
            "kind",
            "needs",
            "lang",
            "language",
            "lawyer",
            "level",
            "max_size",
            "means",
            "office",
            "offices",
            "order",
            "origin",
            "origins",
            "outcome",
            "partner",
            "place",
            "protection",
            "rate",
            "reason",
            "refused",
            "region",
            "relation",
            "role",
            "rule",
            "service",
            "sex",
            "show_cell",
            "sort",
            "source",
            "state",
            "states",
            "status",
            "tags",
            "threshold",
            "topic",
            "what",
            "withhold",
        ],
    ),
    (
        Day,
        &[
            "after",
            "checked",
            "arrived",
            "at",
            "as_of",
            "closed_between",
            "attorney_until",
            "budget",
            "date",
            "dates",
            "day",
            "deadline_in",
            "decided",
            "due",
            "every",
            "final_form",
            "from",
            "handed_over",
            "hearing_in",
            "in_force",
            "learned",
            "lodged",
            "made",
            "next",
            "notified",
            "opened",
            "period",
            "received",
            "registered",
            "renew_by",
            "renew_from",
            "review",
            "sent",
            "served",
            "set",
            "since",
            "until",
            "untouched",
            "within",
            "spans",
        ],
    ),
    (Year, &["born"]),
    (
        Id,
        &[
            "approve",
            "batch",
            "case",
            "confirm",
            "deadline",
            "decline",
            "document",
            "event",
            "notice",
            "of",
            "on",
            "person",
            "release",
            "remove",
            "to_person",
        ],
    ),
    (
        Alias,
        &[
            "alias",
            "from_worker",
            "kept",
            "watcher",
            "worker",
            "workers",
        ],
    ),
    (
        Place,
        &[
            "add",
            "file",
            "heading",
            "keep",
            "key",
            "known",
            "map",
            "members",
            "output",
            "passphrase_fd",
            "recipients",
            "seal_recipients",
            "sheet",
            "skip_bad",
            "store",
        ],
    ),
    // `--to` is an alias or a case for some commands and a sentence for `stats release`: the widest class.
    (Sentence, &["because", "even_so", "purpose", "to"]),
];

fn walk(command: &Command, path: &str, found: &mut BTreeMap<String, BTreeSet<String>>) {
    for arg in command.get_arguments() {
        let takes_nothing = matches!(
            arg.get_action(),
            ArgAction::SetTrue | ArgAction::Help | ArgAction::Version
        );
        if !takes_nothing && arg.get_possible_values().is_empty() {
            let of = found.entry(arg.get_id().to_string()).or_default();
            of.insert(path.trim_start_matches("nansen").trim().to_owned());
        }
    }
    for sub in command.get_subcommands() {
        walk(sub, &format!("{path} {}", sub.get_name()), found);
    }
}

#[test]
fn no_argument_takes_what_is_personal() {
    let mut found = BTreeMap::new();
    walk(&command(&Locale::english()), "nansen", &mut found);
    let classed: Vec<&str> = CLASSES
        .iter()
        .flat_map(|(_, ids)| ids.iter().copied())
        .collect();
    let set: BTreeSet<&str> = classed.iter().copied().collect();
    assert_eq!(set.len(), classed.len(), "an argument of two classes");
    let unclassed: Vec<_> = found
        .iter()
        .filter(|(id, _)| !set.contains(&***id))
        .collect();
    assert!(unclassed.is_empty(), "of no class: {unclassed:?}");
    let gone: Vec<_> = set.iter().filter(|id| !found.contains_key(**id)).collect();
    assert!(gone.is_empty(), "no longer taken: {gone:?}");
    // A command that takes an argument of a known name is looked at by whoever adds it: may a person stand there?
    let line = |(class, ids): &(Class, &[&str])| {
        let of = |id: &&str| {
            let paths = found.get(*id).into_iter().flatten();
            let paths: Vec<&str> = paths.map(String::as_str).collect();
            format!("  {id}: {}\n", paths.join(", "))
        };
        format!("{class:?}\n{}", ids.iter().map(of).collect::<String>())
    };
    insta::assert_snapshot!(CLASSES.iter().map(line).collect::<String>());
    println!("{} arguments, each of a class", found.len());
}
