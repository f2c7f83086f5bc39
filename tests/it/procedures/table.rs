//! `docs/states.md`: each state of a case against each thing that can be recorded next.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::{Pure, Step, opening};
use crate::support::Office;

/// States, each by the shortest way there; steps are ten days apart.
const STATES: &[(&str, &str)] = &[
    ("nothing applied for", ""),
    ("pending", "application a1 kind=single_procedure"),
    (
        "granted",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=granted protection=refugee_status",
    ),
    (
        "granted, less than asked for",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=granted protection=subsidiary_protection",
    ),
    (
        "granted, prolonging asked for",
        "application a1 kind=temporary_asylum; decision d1 on a1 outcome=granted protection=temporary_asylum; filing f1 on a1 kind=renewal",
    ),
    (
        "prolonging refused",
        "application a1 kind=temporary_asylum; decision d1 on a1 outcome=granted protection=temporary_asylum; filing f1 on a1 kind=renewal; decision d2 on a1 outcome=refused",
    ),
    (
        "refused",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused",
    ),
    (
        "refused, review pending",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; appeal p1 on d1 kind=administrative_review",
    ),
    (
        "refused, appeal pending",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; appeal p1 on d1 kind=appeal",
    ),
    (
        "refused, review dismissed",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; appeal p1 on d1 kind=administrative_review; decision d2 on p1 outcome=dismissed",
    ),
    (
        "refused, appeal dismissed",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; appeal p1 on d1 kind=appeal; decision d2 on p1 outcome=dismissed",
    ),
    (
        "refused, further appeal pending",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; appeal p0 on d1 kind=appeal; decision d2 on p0 outcome=dismissed; appeal p1 on d2 kind=further_appeal",
    ),
    (
        "refused, appeal withdrawn",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; appeal p1 on d1 kind=appeal; decision d2 on p1 outcome=closed reason=withdrawn_explicit",
    ),
    (
        "sent back to the authority",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; appeal p1 on d1 kind=appeal; decision d2 on p1 outcome=remitted",
    ),
    (
        "sent back to the court below",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; appeal p1 on d1 kind=appeal; decision d2 on p1 outcome=dismissed; appeal p2 on d2 kind=further_appeal; decision d3 on p2 outcome=remitted",
    ),
    (
        "allowed, protection given",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; appeal p1 on d1 kind=appeal; decision d2 on p1 outcome=allowed protection=refugee_status",
    ),
    (
        "allowed, to be decided anew",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; appeal p1 on d1 kind=appeal; decision d2 on p1 outcome=allowed",
    ),
    (
        "refusal taken back",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; decision d2 on a1 outcome=rescinded",
    ),
    (
        "refusal taken back, its appeal pending",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=refused; appeal p1 on d1 kind=appeal; decision d2 on a1 outcome=rescinded",
    ),
    (
        "withdrawn by the applicant",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=closed reason=withdrawn_explicit",
    ),
    (
        "taken as withdrawn",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=closed reason=withdrawn_implicit",
    ),
    (
        "taken up again",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=closed reason=withdrawn_implicit; decision d2 on a1 outcome=rescinded",
    ),
    (
        "status ended",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=granted protection=refugee_status; decision d2 on a1 outcome=revoked",
    ),
    (
        "status ended, appeal pending",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=granted protection=refugee_status; decision d2 on a1 outcome=revoked; appeal p1 on d2 kind=appeal",
    ),
    (
        "status ended, appeal allowed",
        "application a1 kind=single_procedure; decision d1 on a1 outcome=granted protection=refugee_status; decision d2 on a1 outcome=revoked; appeal p1 on d2 kind=appeal; decision d3 on p1 outcome=allowed",
    ),
    ("detained", "detention m1"),
    (
        "detained, appeal pending",
        "detention m1; appeal p1 on m1 kind=appeal",
    ),
    (
        "detained, appeal dismissed",
        "detention m1; appeal p1 on m1 kind=appeal; decision d1 on p1 outcome=dismissed",
    ),
    ("set free", "detention m1; release"),
    ("removal ordered", "removal m1 kind=return_decision"),
    (
        "transfer ordered, this State took over",
        "removal m1 kind=transfer; step kind=responsibility_taken",
    ),
    ("departed", "departure"),
    (
        "case closed",
        "application a1 kind=single_procedure; close reason=transferred",
    ),
    (
        "case opened again",
        "application a1 kind=single_procedure; close reason=transferred; reopen",
    ),
];

/// What can be recorded next, in groups that fit a page.
const EVENTS: &[(&str, &[(&str, &str)])] = &[
    (
        "On the application: another one, and decisions of the authority (`--on A1`)",
        &[
            ("application", "application kind=single_procedure"),
            (
                "granted",
                "decision on a1 outcome=granted protection=refugee_status",
            ),
            ("refused", "decision on a1 outcome=refused"),
            ("closed", "decision on a1 outcome=closed"),
            ("revoked", "decision on a1 outcome=revoked"),
            ("rescinded", "decision on a1 outcome=rescinded"),
            ("service", "service"),
        ],
    ),
    (
        "On the remedy: what a court or a body of review decides (`--on A1.1`)",
        &[
            ("allowed", "decision on p1 outcome=allowed"),
            ("dismissed", "decision on p1 outcome=dismissed"),
            ("remitted", "decision on p1 outcome=remitted"),
            ("closed", "decision on p1 outcome=closed"),
            ("rescinded", "decision on p1 outcome=rescinded"),
            (
                "granted",
                "decision on p1 outcome=granted protection=refugee_status",
            ),
        ],
    ),
    (
        "A remedy, without `--on`",
        &[
            ("administrative_review", "appeal kind=administrative_review"),
            ("appeal", "appeal kind=appeal"),
            ("further_appeal", "appeal kind=further_appeal"),
            ("constitutional", "appeal kind=constitutional"),
            ("international", "appeal kind=international"),
        ],
    ),
    (
        "A decision, without `--on`",
        &[
            (
                "granted",
                "decision outcome=granted protection=refugee_status",
            ),
            ("refused", "decision outcome=refused"),
            ("dismissed", "decision outcome=dismissed"),
            ("closed", "decision outcome=closed"),
            ("revoked", "decision outcome=revoked"),
            ("rescinded", "decision outcome=rescinded"),
        ],
    ),
    (
        "Papers, appointments and what becomes known",
        &[
            ("filing", "filing kind=documents"),
            ("renewal", "filing kind=renewal"),
            ("interview", "interview"),
            ("hearing", "hearing"),
            ("document", "document"),
            ("step", "step kind=court_ruling"),
            ("fact", "fact fact=detained=false"),
            ("contact", "contact"),
            ("note", "note text=words"),
        ],
    ),
    (
        "Measures against the person, and the case itself",
        &[
            ("detention", "detention"),
            ("release", "release"),
            ("removal", "removal kind=return_decision"),
            ("departure", "departure"),
            ("close", "close reason=transferred"),
            ("reopen", "reopen"),
        ],
    ),
];

/// The steps of a way, ten days apart, and the day after the last.
fn way(text: &str) -> (Vec<Step>, u64) {
    let mut after = 0;
    let mut steps = Vec::new();
    for words in text.split(';').filter(|words| !words.trim().is_empty()) {
        steps.push(Step::read(words, after));
        after += 10;
    }
    (steps, after)
}

/// The id of the refusal, if it is one, and whether a reason lifts it.
fn cell(state: &str, event: &str) -> Option<(&'static str, bool)> {
    let (steps, after) = way(state);
    let pure = Pure::after(&steps);
    let refused = pure.judge(&Step::read(event, after)).err()?;
    Some((refused.id(), refused.can_be_so()))
}

fn words(id: &str) -> (String, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts = std::fs::read_to_string(root.join("locales/en/errors.ftl")).unwrap();
    let key = id.replace('.', "-");
    let of = |prefix: &str| {
        let start = format!("{prefix}-{key} = ");
        let line = texts.lines().find_map(|line| line.strip_prefix(&start));
        line.unwrap_or_else(|| panic!("no {prefix} of {id}"))
            .to_owned()
    };
    (of("err"), of("hint"))
}

fn page() -> String {
    let mut out = String::from(
        "# What may follow what\n\n\
        Each state that a case can be in, and what the program says when something is recorded next. An empty cell is allowed. A word\n\
        names the refusal (`history.…` in [errors.md](errors.md)), ° one that `--even-so \"why\"` lifts. `--on` names the\n\
        application or the remedy of the row; where the row has none, it names nothing. Made by\n\
        `cargo test --test it write_states -- --ignored`; tests hold that the page is up to date and that an import decides the\n\
        same.\n",
    );
    let mut used = std::collections::BTreeSet::new();
    for (title, events) in EVENTS {
        let heads: Vec<&str> = events.iter().map(|(name, _)| *name).collect();
        let rule = " --- |".repeat(heads.len() + 1);
        let _ = write!(
            out,
            "\n## {title}\n\n| state | {} |\n|{rule}\n",
            heads.join(" | ")
        );
        for (name, state) in STATES {
            let cells: Vec<String> = events
                .iter()
                .map(|(_, event)| match cell(state, event) {
                    None => String::new(),
                    Some((id, lifted)) => {
                        used.insert(id);
                        let short = id.strip_prefix("history.").unwrap();
                        format!("{short}{}", if lifted { "°" } else { "" })
                    }
                })
                .collect();
            let _ = writeln!(out, "| {name} | {} |", cells.join(" | "));
        }
    }
    out.push_str(
        "\n## The refusals\n\n| word | what it says | what to do |\n| --- | --- | --- |\n",
    );
    for id in used {
        let (says, hint) = words(id);
        let short = id.strip_prefix("history.").unwrap();
        let _ = writeln!(out, "| {short} | {says} | {hint} |");
    }
    out.push_str(
        "\nBeside these: a day before what it must follow is refused everywhere (`history.too-early`°), a past act in the future\n\
        (`field.future`), and a case is not closed while a deadline of ours is open (`deadline.open`). An appeal against a\n\
        remedy that stays without its answer is allowed where a rule gives one, and so hangs on the deadlines.\n",
    );
    out
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/states.md")
}

#[test]
fn each_state_and_event_is_decided_and_stands_in_the_docs() {
    let stored = std::fs::read_to_string(path()).unwrap_or_default();
    assert!(
        stored == page(),
        "run `cargo test --test it write_states -- --ignored`"
    );
}

#[test]
#[ignore = "writes docs/states.md"]
fn write_states() {
    std::fs::write(path(), page()).unwrap();
}

/// The table is what the whole program does: each pair as a case of one import.
#[test]
fn an_import_decides_as_the_table_says() {
    let mut lines: Vec<String> = Vec::new();
    let mut expected = Vec::new();
    for (name, state) in STATES {
        for (title, event) in EVENTS.iter().flat_map(|(_, events)| *events) {
            let case = format!("r{}", lines.len());
            let (steps, after) = way(state);
            lines.push(opening(&case));
            lines.extend(steps.iter().map(|step| step.line(&case)));
            let mut next = Step::read(event, after);
            // A name that the row does not have is no reference there; the program reads A1 and A1.1 as well.
            let known = next
                .on
                .as_ref()
                .is_none_or(|on| steps.iter().any(|s| s.name == *on));
            next.name = "next".to_owned();
            lines.push(next.line(&case));
            if cell(state, event).is_some() || !known {
                expected.push((lines.len(), format!("{name}: {title}")));
            }
        }
    }
    let office = Office::open().on("2026-11-26");
    let file = office.home().join("in.jsonl");
    let bad = office.home().join("bad.jsonl");
    std::fs::write(&file, lines.join("\n")).unwrap();
    let (file, bad) = (file.to_str().unwrap(), bad.to_str().unwrap());
    office.run(&["import", file, "--dry-run", "--skip-bad", bad]);
    office.ok(&["import", file, "--skip-bad", bad]);
    let refused = std::fs::read_to_string(bad).unwrap();
    let refused: Vec<&str> = refused.lines().collect();
    let wanted: Vec<&str> = expected
        .iter()
        .map(|(at, _)| lines[at - 1].as_str())
        .collect();
    for (at, what) in &expected {
        assert!(refused.contains(&lines[at - 1].as_str()), "allowed: {what}");
    }
    for line in &refused {
        assert!(wanted.contains(line), "refused: {line}");
    }
    assert!(expected.len() > 300, "{}", expected.len());
}
