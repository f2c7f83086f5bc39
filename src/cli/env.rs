//! The only reader of the environment.

use std::ffi::OsString;
use std::path::PathBuf;

/// What the environment says, read once.
#[derive(Debug, Default)]
pub struct Env {
    /// `NANSEN_STORE`
    pub store: Option<PathBuf>,
    /// `NANSEN_KEY`
    pub key: Option<PathBuf>,
    /// `NANSEN_LANG`, `LC_ALL`, `LC_MESSAGES`, `LANG`, as far as they are set.
    pub languages: Vec<String>,
    /// The platform's folder for data.
    pub data: Option<PathBuf>,
    /// The platform's folder for settings.
    pub config: Option<PathBuf>,
    /// `NO_COLOR` is set and not empty, or `TERM` is `dumb`.
    pub no_color: bool,
    /// `CLICOLOR_FORCE` is set and neither empty nor `0`.
    pub force_color: bool,
    /// `COLUMNS`
    pub columns: Option<usize>,
    /// What tests fix.
    #[cfg(feature = "test-fakes")]
    pub fakes: Fakes,
}

/// What tests fix through the environment; not compiled into a release.
#[cfg(feature = "test-fakes")]
#[derive(Debug, Default)]
pub struct Fakes {
    /// `NANSEN_TEST_NOW`: the time (RFC 3339).
    pub now: Option<String>,
    /// `NANSEN_TEST_SEED`: randomness that repeats.
    pub seed: Option<u64>,
    /// `NANSEN_TEST_SCRYPT`: the work factor (log2 N).
    pub scrypt: Option<u8>,
    /// `NANSEN_TEST_KEEPER`: under which name keys are kept, apart from those of others.
    pub keeper: Option<String>,
    /// `NANSEN_TEST_IDLE`: for how many seconds.
    pub idle: Option<u64>,
    /// `NANSEN_TEST_SHOWN`: for how many seconds a name stays on the screen.
    pub shown: Option<u64>,
    /// `NANSEN_TEST_UPTIME`: for how many seconds the machine has been on, and asleep.
    pub uptime: Option<String>,
    /// `NANSEN_TEST_PANIC`: a defect amid the next transaction.
    pub panics: bool,
}

impl Env {
    /// Reads the process's environment.
    pub fn read() -> Self {
        Self::from_lookup(&|name| std::env::var_os(name).filter(|value| !value.is_empty()))
    }

    /// Reads from whatever answers for a name; empty values count as unset.
    pub fn from_lookup(lookup: &dyn Fn(&str) -> Option<OsString>) -> Self {
        let text = |name: &str| lookup(name).and_then(|value| value.into_string().ok());
        let path = |name: &str| lookup(name).map(PathBuf::from);
        let absolute = |name: &str| path(name).filter(|path| path.is_absolute());
        let home = path("HOME");
        let below = |folder: &str| home.as_ref().map(|home| home.join(folder));
        let (data, config) = if cfg!(target_os = "macos") {
            ("Library/Application Support", "Library/Application Support")
        } else {
            (".local/share", ".config")
        };
        Self {
            store: path("NANSEN_STORE"),
            key: path("NANSEN_KEY"),
            languages: ["NANSEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .filter_map(text)
                .collect(),
            data: absolute("XDG_DATA_HOME").or_else(|| below(data)),
            config: absolute("XDG_CONFIG_HOME").or_else(|| below(config)),
            no_color: lookup("NO_COLOR").is_some() || text("TERM").as_deref() == Some("dumb"),
            force_color: text("CLICOLOR_FORCE").is_some_and(|value| value != "0"),
            // Some shells say 0 where they do not know.
            columns: text("COLUMNS")
                .and_then(|columns| columns.parse().ok())
                .filter(|columns| *columns > 0),
            #[cfg(feature = "test-fakes")]
            fakes: Fakes {
                now: text("NANSEN_TEST_NOW"),
                seed: text("NANSEN_TEST_SEED").and_then(|seed| seed.parse().ok()),
                scrypt: text("NANSEN_TEST_SCRYPT").and_then(|factor| factor.parse().ok()),
                keeper: text("NANSEN_TEST_KEEPER"),
                idle: text("NANSEN_TEST_IDLE").and_then(|idle| idle.parse().ok()),
                shown: text("NANSEN_TEST_SHOWN").and_then(|shown| shown.parse().ok()),
                uptime: text("NANSEN_TEST_UPTIME"),
                panics: text("NANSEN_TEST_PANIC").is_some(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env(set: &[(&str, &str)]) -> Env {
        let set: Vec<(String, OsString)> = set
            .iter()
            .map(|(name, value)| ((*name).to_owned(), OsString::from(*value)))
            .collect();
        Env::from_lookup(&move |name| {
            set.iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.clone())
        })
    }

    #[test]
    fn finds_the_folders() {
        let xdg = env(&[("XDG_DATA_HOME", "/data"), ("HOME", "/home/x")]);
        assert_eq!(xdg.data, Some(PathBuf::from("/data")));
        assert!(xdg.config.is_some_and(|path| path.starts_with("/home/x")));
        // Relative paths are to be ignored (XDG base directory specification).
        let relative = env(&[("XDG_DATA_HOME", "data")]);
        assert_eq!(relative.data, None);
    }

    #[test]
    fn knows_when_colours_are_unwanted() {
        assert!(env(&[("NO_COLOR", "1")]).no_color);
        assert!(env(&[("TERM", "dumb")]).no_color);
        assert!(!env(&[("TERM", "xterm")]).no_color);
        assert!(!env(&[("CLICOLOR_FORCE", "0")]).force_color);
    }

    #[test]
    fn no_columns_are_unknown_columns() {
        assert_eq!(env(&[("COLUMNS", "0")]).columns, None);
        assert_eq!(env(&[("COLUMNS", "72")]).columns, Some(72));
    }

    #[test]
    fn languages_stand_in_their_order() {
        let env = env(&[("LANG", "de_DE.UTF-8"), ("NANSEN_LANG", "fr")]);
        assert_eq!(env.languages, ["fr", "de_DE.UTF-8"]);
    }
}
