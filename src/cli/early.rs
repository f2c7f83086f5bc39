//! What must be known before the command line is understood: in which language, form and colour to say that it is not.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt as _;
use std::path::PathBuf;

use clap::ColorChoice;

use crate::cli::env::Env;
use crate::i18n::Locale;

/// The options that say how to speak, found without understanding the rest.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Early {
    /// `--lang`
    pub lang: Option<String>,
    /// `--json`, or a format of JSON.
    pub json: bool,
    color: Option<String>,
}

impl Early {
    /// Looks through the arguments up to `--`.
    pub fn scan(arguments: &[OsString]) -> Self {
        let mut early = Self::default();
        let texts: Vec<&str> = arguments
            .iter()
            .filter_map(|argument| argument.to_str())
            .take_while(|argument| *argument != "--")
            .collect();
        let value = |name: &str| {
            texts.iter().enumerate().find_map(|(at, text)| {
                let rest = text.strip_prefix(name)?;
                if rest.is_empty() {
                    return texts
                        .get(at.saturating_add(1))
                        .map(|next| (*next).to_owned());
                }
                rest.strip_prefix('=').map(str::to_owned)
            })
        };
        early.lang = value("--lang");
        early.color = value("--color");
        let format = value("--format");
        early.json =
            texts.contains(&"--json") || matches!(format.as_deref(), Some("json" | "jsonl"));
        early
    }

    /// The reader's language.
    pub fn locale(&self, env: &Env) -> Locale {
        let languages: Vec<&str> = env.languages.iter().map(String::as_str).collect();
        Locale::pick(self.lang.as_deref(), &languages)
    }

    /// Whether help is coloured.
    pub fn color(&self, env: &Env) -> ColorChoice {
        match self.color.as_deref() {
            Some("always") => ColorChoice::Always,
            Some("never") => ColorChoice::Never,
            _ if env.no_color => ColorChoice::Never,
            _ if env.force_color => ColorChoice::Always,
            _ => ColorChoice::Auto,
        }
    }
}

/// Every `--key` up to `--`, in the order in which they were typed. clap forgets those before a command where others stand
/// behind it. No option takes a value that begins with a dash, so that none of these is one.
pub fn keys(arguments: &[OsString]) -> Vec<PathBuf> {
    let mut keys = Vec::new();
    let mut rest = arguments.iter().take_while(|argument| *argument != "--");
    while let Some(argument) = rest.next() {
        if argument == "--key" {
            keys.extend(rest.next().map(PathBuf::from));
        } else if let Some(path) = argument.as_bytes().strip_prefix(b"--key=") {
            keys.push(PathBuf::from(OsStr::from_bytes(path)));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(line: &str) -> Early {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        Early::scan(&arguments)
    }

    #[test]
    fn finds_what_it_needs_anywhere() {
        assert!(scan("nansen due --json").json);
        assert!(scan("nansen --format=jsonl due").json);
        assert!(!scan("nansen record note -- --json").json);
        assert_eq!(scan("nansen --lang de due").lang.as_deref(), Some("de"));
        assert_eq!(scan("nansen due --lang=fr").lang.as_deref(), Some("fr"));
        assert_eq!(scan("nansen due --lang").lang, None);
    }
    #[test]
    fn keys_stand_before_and_behind_a_command() {
        let found = |line: &str| {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            keys(&arguments)
        };
        let line = "nansen --key a --key=b identity open x --key c --json -- --key d";
        assert_eq!(found(line), ["a", "b", "c"].map(PathBuf::from));
        assert!(found("nansen list --keys x --key").is_empty());
    }
}
