//! Where text goes: results to stdout, everything else to stderr.

use std::io::{self, IsTerminal as _, Write as _};

use terminal_size::{Height, Width, terminal_size, terminal_size_of};

use crate::cli::terminal::{self, OtherScreen};

/// Whoever reads a pipe may go before its end: nothing is wrong then.
///
/// # Errors
/// Any other.
pub fn unless_closed(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// The terminal or what stands in for it.
#[derive(Debug, Clone, Copy)]
pub struct Ui {
    /// Results go to a terminal.
    pub stdout_terminal: bool,
    /// Messages go to a terminal.
    pub stderr_terminal: bool,
    /// Input comes from a terminal.
    pub stdin_terminal: bool,
    quiet: bool,
}

#[expect(
    clippy::unused_self,
    reason = "whoever writes holds it, so that nobody writes past it"
)]
impl Ui {
    /// Looks at what the process was started with.
    pub fn new(quiet: bool) -> Self {
        Self {
            stdout_terminal: io::stdout().is_terminal(),
            stderr_terminal: io::stderr().is_terminal(),
            stdin_terminal: io::stdin().is_terminal(),
            quiet,
        }
    }

    /// Prints a result. That nobody reads it any more changes nothing of how the command ended.
    ///
    /// # Errors
    /// Whatever else the system says.
    pub fn result(self, text: &str) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        unless_closed(
            stdout
                .write_all(text.as_bytes())
                .and_then(|()| stdout.flush()),
        )
    }

    /// Tells what is going on, unless `-q`.
    pub fn tell(self, text: &str) {
        if !self.quiet {
            self.say(text);
        }
    }

    /// Says what must not be missed: warnings, errors, what is given up.
    pub fn say(self, text: &str) {
        // Where nobody can be told, there is nobody to tell that.
        drop(writeln!(io::stderr().lock(), "{text}"));
    }

    /// Writes on the line it is on, for progress; a terminal only.
    pub fn progress(self, text: &str) {
        if self.stderr_terminal && !self.quiet {
            drop(write!(io::stderr().lock(), "\r\u{1b}[2K{text}"));
        }
    }

    /// Shows something on the terminal's other screen, until what is given back is dropped.
    pub fn other_screen(self, parts: &[&str]) -> OtherScreen {
        terminal::other_screen(parts)
    }

    /// How many columns and rows the screen has that questions are asked on; what every terminal has, where it
    /// does not say.
    pub fn screen(self) -> (usize, usize) {
        terminal_size_of(io::stderr()).map_or((80, 24), |(Width(columns), Height(rows))| {
            (usize::from(columns), usize::from(rows))
        })
    }

    /// How many columns the terminal has, where results go to one.
    pub fn columns(self) -> Option<usize> {
        let (Width(columns), _) = terminal_size().filter(|_| self.stdout_terminal)?;
        Some(usize::from(columns))
    }
}
