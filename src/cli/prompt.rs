//! Asks a person at a terminal; scripts are told which option is missing instead.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Read as _};

use inquire::{Confirm, InquireError, Select, Text};
use zeroize::Zeroizing;

use crate::base::secret::SecretString;
use crate::cli::terminal::{self, Asking};
use crate::cli::ui::Ui;
use crate::i18n::Locale;

/// Why an answer could not be had.
#[derive(Debug, thiserror::Error)]
pub enum PromptError {
    /// No terminal, or `--no-input`: the option that would have answered.
    #[error("{0} is missing")]
    Missing(String),
    /// The person ended it.
    #[error("interrupted")]
    Interrupted,
    /// The descriptor of `--passphrase-fd` cannot be read.
    #[error("the passphrase cannot be read")]
    Descriptor(#[source] io::Error),
    /// The passphrase is longer than any that is taken. Half of one would lock what nobody can open.
    #[error("the passphrase is longer than {most} bytes")]
    TooLong {
        /// The most bytes.
        most: usize,
    },
    /// The terminal failed.
    #[error("the terminal failed")]
    Terminal(#[source] io::Error),
}

impl From<InquireError> for PromptError {
    fn from(error: InquireError) -> Self {
        match error {
            InquireError::OperationCanceled | InquireError::OperationInterrupted => {
                Self::Interrupted
            }
            InquireError::IO(error) => Self::Terminal(error),
            other => Self::Terminal(io::Error::other(other.to_string())),
        }
    }
}

/// Checks an answer; what is wrong with it, in words.
pub type Check<'a> = &'a dyn Fn(&str) -> Result<(), String>;

/// One choice of several: the code and its word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is taken.
    pub code: String,
    /// What is shown.
    pub word: String,
}

impl std::fmt::Display for Choice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.word)
    }
}

/// Asks, where it may.
#[derive(Debug)]
pub struct Prompt {
    allowed: bool,
    descriptor: Option<u32>,
    /// What is said where a signal ends the program amid a question.
    cut_off: String,
    /// Kept open, so that a second passphrase is the second line.
    opened: RefCell<Option<File>>,
}

impl Prompt {
    /// Prompts need a terminal on both sides, and no `--no-input`.
    pub fn new(ui: Ui, no_input: bool, descriptor: Option<u32>, cut_off: String) -> Self {
        Self {
            allowed: !no_input && ui.stdin_terminal && ui.stderr_terminal,
            descriptor,
            cut_off,
            opened: RefCell::new(None),
        }
    }

    /// Whether a person can be asked.
    pub const fn allowed(&self) -> bool {
        self.allowed
    }

    /// Whether a passphrase can be had: from a person or a descriptor.
    pub const fn has_passphrase(&self) -> bool {
        self.allowed || self.descriptor.is_some()
    }

    /// Asks for a line of text; empty where it may stay so.
    ///
    /// # Errors
    /// [`PromptError::Missing`] names `option`, where nobody can be asked.
    pub fn text(
        &self,
        option: &str,
        label: &str,
        help: &str,
        check: Check<'_>,
    ) -> Result<String, PromptError> {
        let _asking = self.permit(option)?;
        // The library wants a validator that owns everything; asking again does as well.
        loop {
            let answer = with_help(Text::new(label), help).prompt()?;
            match check(answer.trim()) {
                Ok(()) => return Ok(answer.trim().to_owned()),
                Err(wrong) => Ui::new(false).say(&wrong),
            }
        }
    }

    /// Asks for a line of text that is secret and yet must be seen while it is typed.
    ///
    /// # Errors
    /// As [`Prompt::text`].
    pub fn secret_text(&self, option: &str, label: &str) -> Result<SecretString, PromptError> {
        let _asking = self.permit(option)?;
        // What the library held meanwhile is beyond us; what it hands out is wiped.
        let typed = Zeroizing::new(Text::new(label).prompt()?);
        Ok(SecretString::from(typed.as_str()))
    }

    /// Asks for one of several.
    ///
    /// # Errors
    /// As [`Prompt::text`].
    pub fn select(
        &self,
        option: &str,
        label: &str,
        choices: Vec<Choice>,
    ) -> Result<String, PromptError> {
        let _asking = self.permit(option)?;
        let chosen = Select::new(label, choices).with_page_size(12).prompt()?;
        Ok(chosen.code)
    }

    /// Asks yes or no; no where only Enter is pressed.
    ///
    /// # Errors
    /// As [`Prompt::text`].
    pub fn confirm(&self, option: &str, label: &str, default: bool) -> Result<bool, PromptError> {
        let _asking = self.permit(option)?;
        Ok(Confirm::new(label).with_default(default).prompt()?)
    }

    /// Has a passphrase from the descriptor of `--passphrase-fd`, or from the terminal without showing it.
    ///
    /// # Errors
    /// [`PromptError::Missing`] where there is neither.
    pub fn passphrase(&self, label: &str) -> Result<SecretString, PromptError> {
        if let Some(descriptor) = self.descriptor {
            return self.line_of(descriptor);
        }
        let asking = self.permit("--passphrase-fd")?;
        let typed = rpassword::prompt_password(label).map_err(|error| match error.kind() {
            io::ErrorKind::Interrupted => {
                terminal::cut_off(&asking);
                PromptError::Interrupted
            }
            io::ErrorKind::UnexpectedEof => PromptError::Interrupted,
            _ => PromptError::Terminal(error),
        })?;
        // Copied into a block of its own size: one that is cut to its size may leave the old one behind.
        let typed = Zeroizing::new(typed);
        Ok(SecretString::from(typed.as_str()))
    }

    fn permit(&self, option: &str) -> Result<Asking, PromptError> {
        if self.allowed {
            Ok(terminal::ask(&self.cut_off))
        } else {
            Err(PromptError::Missing(option.to_owned()))
        }
    }

    /// One line, byte by byte: what follows it belongs to whoever reads next.
    fn line_of(&self, descriptor: u32) -> Result<SecretString, PromptError> {
        let mut opened = self.opened.borrow_mut();
        let file = match &mut *opened {
            Some(file) => file,
            none => none.insert(
                File::open(format!("/dev/fd/{descriptor}")).map_err(PromptError::Descriptor)?,
            ),
        };
        // Room for the carriage return that some line ends have; it never grows, so leaves no copies.
        let mut line = Zeroizing::new(Vec::with_capacity(LONGEST + 1));
        let mut byte = Zeroizing::new([0]);
        while file.read(&mut *byte).map_err(PromptError::Descriptor)? == 1 && *byte != *b"\n" {
            if line.len() > LONGEST {
                return Err(PromptError::TooLong { most: LONGEST });
            }
            line.extend(*byte);
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        if line.len() > LONGEST {
            return Err(PromptError::TooLong { most: LONGEST });
        }
        let text = std::str::from_utf8(&line)
            .map_err(|_| PromptError::Descriptor(io::ErrorKind::InvalidData.into()))?;
        if text.is_empty() {
            return Err(PromptError::Missing("--passphrase-fd".to_owned()));
        }
        Ok(SecretString::from(text))
    }
}

/// The longest passphrase, in bytes.
const LONGEST: usize = 1024;

fn with_help<'a>(text: Text<'a, 'a>, help: &'a str) -> Text<'a, 'a> {
    if help.is_empty() {
        text
    } else {
        text.with_help_message(help)
    }
}

/// Choices from codes, with their words in the reader's language.
pub fn choices(locale: &Locale, list: &str, codes: &[&str]) -> Vec<Choice> {
    codes
        .iter()
        .map(|code| Choice {
            code: (*code).to_owned(),
            word: locale.code(list, code),
        })
        .collect()
}
