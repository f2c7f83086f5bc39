//! Puts the words of `locales/` into the command line: what each command does, two examples, what each option means.

use clap::{Arg, Command, CommandFactory as _};

use crate::cli::args::Cli;
use crate::i18n::Locale;

/// The topics of `nansen help`.
pub const TOPICS: &[&str] = &[
    "exit-codes",
    "environment",
    "formats",
    "deadlines",
    "safety",
];

/// The command line, in the reader's language.
pub fn command(locale: &Locale) -> Command {
    dress(Cli::command(), locale, "").next_line_help(false)
}

/// The command that these words name, as `--help` shows it.
pub fn long_help(locale: &Locale, words: &[String]) -> Option<clap::builder::StyledStr> {
    let mut command = command(locale);
    command.build();
    let mut found = &mut command;
    for word in words {
        found = found.find_subcommand_mut(word)?;
    }
    Some(found.render_long_help())
}

fn dress(command: Command, locale: &Locale, path: &str) -> Command {
    let id = if path.is_empty() {
        "cmd-nansen".to_owned()
    } else {
        format!("cmd-{path}")
    };
    let about = locale.text(&id);
    let long = locale
        .part(&id, "more")
        .map_or_else(|| about.clone(), |more| format!("{about}\n\n{more}"));
    let mut command = command.about(about).long_about(long);
    if let Some(examples) = locale.part(&id, "examples") {
        let mut text = locale.text("help-examples");
        for example in examples.lines() {
            text.push_str("\n  ");
            text.push_str(example.trim());
        }
        command = command.after_help(text);
    }
    command
        .mut_args(|arg| explain(arg, locale, path))
        .mut_subcommands(|sub| {
            let name = sub.get_name();
            let path = if path.is_empty() {
                name.to_owned()
            } else {
                format!("{path}-{name}")
            };
            dress(sub, locale, &path)
        })
}

/// An option's own words in this command (`arg-due-worker`), or those it has everywhere (`arg-worker`).
fn explain(arg: Arg, locale: &Locale, path: &str) -> Arg {
    let name = arg.get_id().as_str().replace('_', "-");
    let own = format!("arg-{path}-{name}");
    let help = locale
        .find(&own, &[])
        .unwrap_or_else(|| locale.text(&format!("arg-{name}")));
    arg.help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::DeadlineState;
    use crate::domain::fact::{FACTS, Values};

    fn walk(command: &Command, path: &str, wrong: &mut Vec<String>) {
        let about = command
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default();
        if about.is_empty() || about.contains('⟨') {
            wrong.push(format!("{path}: no words"));
        }
        if command.get_subcommands().next().is_none() {
            let examples = command
                .get_after_help()
                .map(ToString::to_string)
                .unwrap_or_default();
            if examples.lines().count() < 3 {
                wrong.push(format!("{path}: fewer than two examples"));
            }
            if command
                .get_long_about()
                .is_none_or(|long| long.to_string().lines().count() < 3)
            {
                wrong.push(format!("{path}: no long help"));
            }
        }
        for arg in command.get_arguments() {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            if help.is_empty() || help.contains('⟨') {
                wrong.push(format!("{path} --{}: no words", arg.get_id()));
            }
        }
        for sub in command.get_subcommands() {
            walk(sub, &format!("{path} {}", sub.get_name()), wrong);
        }
    }

    #[test]
    fn everything_that_can_be_typed_is_explained() {
        let command = command(&Locale::english());
        let mut wrong = Vec::new();
        walk(&command, "nansen", &mut wrong);
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn the_examples_are_understood() {
        let locale = Locale::english();
        let mut wrong = Vec::new();
        let mut waiting = vec![command(&locale)];
        while let Some(one) = waiting.pop() {
            waiting.extend(one.get_subcommands().cloned());
            let examples = one
                .get_after_help()
                .map(ToString::to_string)
                .unwrap_or_default();
            for line in examples.lines().skip(1) {
                let typed = line.split(['|', '>', '<', '#']).next().unwrap_or_default();
                let words = shell_words(typed);
                let parsed = command(&locale).try_get_matches_from(&words);
                if let Err(error) = parsed
                    && error.use_stderr()
                {
                    wrong.push(format!("{line}: {error}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    fn shell_words(line: &str) -> Vec<String> {
        let mut words = vec![String::new()];
        let mut quoted = false;
        for c in line.trim().chars() {
            match c {
                '"' => quoted = !quoted,
                ' ' if !quoted => words.push(String::new()),
                c => words.last_mut().unwrap().push(c),
            }
        }
        words.retain(|word| !word.is_empty());
        words
    }

    #[test]
    fn clap_finds_no_fault() {
        command(&Locale::english()).debug_assert();
    }

    #[test]
    fn the_topic_of_deadlines_tells_every_state_and_every_fact() {
        let text = Locale::english().text("topic-deadlines");
        for state in DeadlineState::ALL {
            let word = state.as_str().replace('_', " ");
            let told = text
                .lines()
                .any(|line| line.trim_start().starts_with(&word));
            assert!(told, "{word}");
        }
        let words: Vec<&str> = text
            .split(|c: char| c.is_whitespace() || "(),;".contains(c))
            .collect();
        // Facts that the entries give are no business of people.
        let given = [
            "issuer",
            "measure",
            "order_kind",
            "requesting_state",
            "restriction",
            "subject",
        ];
        for fact in FACTS.iter().filter(|fact| !given.contains(&fact.name)) {
            assert!(words.contains(&fact.name), "{}", fact.name);
            if let Values::OneOf(codes) = fact.values {
                let untold: Vec<_> = codes.iter().filter(|code| !words.contains(*code)).collect();
                assert!(untold.is_empty(), "{}: {untold:?}", fact.name);
            }
        }
    }

    #[test]
    fn topics_have_their_text() {
        let locale = Locale::english();
        for topic in TOPICS {
            assert!(
                locale.find(&format!("topic-{topic}"), &[]).is_some(),
                "{topic}"
            );
        }
    }
}
