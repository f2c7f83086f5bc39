//! The terminal while a person is asked or something secret stands on it: whatever signal comes, it is left as it was.

use std::ffi::c_int;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::getpgrp;
use rustix::termios::{
    OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetpgrp, tcsetattr,
};
use signal_hook::consts::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGXCPU,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, exit};
use zeroize::Zeroizing;

use crate::base::clock::Stopwatch;
use crate::base::file::destroy;
use crate::cli::exit::Exit;

/// What is waited for. A program cannot wait for `SIGKILL` and `SIGSTOP`.
const SIGNALS: [c_int; 10] = [
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGXCPU,
];

/// To the other screen, which leaves nothing to scroll back to.
const ENTER: &str = "\u{1b}[?1049h\u{1b}[2J\u{1b}[H";

/// Back to what was there before.
const LEAVE: &str = "\u{1b}[2J\u{1b}[?1049l";

/// What the library that asks leaves behind when it is cut off: a hidden cursor, marks around what is pasted.
const PLAIN: &str = "\u{1b}[?25h\u{1b}[?2004l";

/// How often the time is looked at while something is shown.
const BEAT: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 250_000_000,
};

/// What goes on at the one terminal of the process.
#[derive(Debug)]
struct State {
    /// Its modes before anything was asked or shown, for as long as it is.
    found: Option<Termios>,
    /// Its modes when the program was stopped amid a question.
    stopped: Option<Termios>,
    /// Something stands on the other screen.
    other: bool,
    /// A question is open; what to say when it is cut off.
    asking: Option<String>,
    /// A document lies here until it was seen.
    laid: Option<PathBuf>,
}

static STATE: Mutex<State> = Mutex::new(State {
    found: None,
    stopped: None,
    other: false,
    asking: None,
    laid: None,
});

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl State {
    /// Remembers the modes before the first change.
    fn begin(&mut self) {
        if self.found.is_none() {
            self.found = tcgetattr(io::stdin()).ok();
        }
    }

    fn is_busy(&self) -> bool {
        self.other || self.asking.is_some() || self.laid.is_some()
    }

    fn done(&mut self) {
        if !self.is_busy() {
            self.found = None;
        }
    }

    /// Puts the modes back. From the background that would stop the program once more.
    fn restore(&self) {
        if let Some(found) = &self.found {
            set(found);
        }
    }

    /// Ends the program at once and leaves nothing on the terminal. Whoever else would write waits for ever.
    fn end(&self) -> ! {
        // Before anything that a terminal could keep it from.
        drop(self.laid.as_deref().map(empty));
        let mut stderr = io::stderr().lock();
        if self.other {
            drop(stderr.write_all(LEAVE.as_bytes()));
        }
        self.restore();
        let _ = tcflush(io::stdin(), QueueSelector::IFlush);
        if let Some(said) = &self.asking {
            drop(write!(stderr, "{PLAIN}\n{said}\n"));
        }
        exit(Exit::Interrupted.number().into())
    }
}

fn set(modes: &Termios) {
    let stdin = io::stdin();
    if tcgetpgrp(&stdin).is_ok_and(|group| group == getpgrp()) {
        let _ = tcsetattr(&stdin, OptionalActions::Now, modes);
    }
}

/// What a signal does. With something secret on the screen a stop ends the program as well: who stops it goes away from it.
fn take(signal: c_int) {
    let mut state = state();
    match signal {
        SIGCONT => {
            if let Some(modes) = state.stopped.take() {
                set(&modes);
            }
        }
        SIGTSTP if !state.other && state.laid.is_none() => {
            if state.is_busy() {
                state.stopped = tcgetattr(io::stdin()).ok();
                state.restore();
            }
            drop(state);
            drop(emulate_default_handler(SIGTSTP));
        }
        _ if state.is_busy() => state.end(),
        other => {
            drop(state);
            drop(emulate_default_handler(other));
        }
    }
}

/// Takes signals from the first question on, in a thread of its own; whether that could be.
fn watch() -> bool {
    static WATCHED: OnceLock<bool> = OnceLock::new();
    *WATCHED.get_or_init(|| {
        // The thread is there before the first signal is taken away from the system.
        let (tell, told) = sync_channel(1);
        let thread = thread::Builder::new().spawn(move || {
            let signals = Signals::new(SIGNALS);
            let _ = tell.send(signals.is_ok());
            if let Ok(mut signals) = signals {
                signals.forever().for_each(take);
            }
        });
        thread.is_ok() && told.recv().unwrap_or_default()
    })
}

/// A question is open until this is dropped.
#[derive(Debug)]
pub struct Asking(());

/// Opens a question; `cut_off` is said when a signal ends the program meanwhile.
pub fn ask(cut_off: &str) -> Asking {
    watch();
    let mut state = state();
    state.begin();
    state.asking = Some(cut_off.to_owned());
    Asking(())
}

impl Drop for Asking {
    fn drop(&mut self) {
        let mut state = state();
        state.asking = None;
        state.done();
    }
}

/// For whoever was told of Ctrl-C by a library that raised the signal besides: waits for the one who takes it and ends the
/// program, amid the question still.
pub fn cut_off(_: &Asking) {
    if watch() {
        thread::sleep(Duration::from_secs(2));
    }
}

/// Something stands on the terminal's other screen until this is dropped, however that comes about.
#[derive(Debug)]
#[must_use = "it is left again at once"]
pub struct OtherScreen(());

/// Shows something on the terminal's other screen. It may be secret: the one copy that is made of it is wiped.
pub fn other_screen(parts: &[&str]) -> OtherScreen {
    watch();
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut text = Zeroizing::new(String::with_capacity(ENTER.len().saturating_add(length)));
    text.push_str(ENTER);
    for part in parts {
        text.push_str(part);
    }
    let mut state = state();
    state.begin();
    state.other = true;
    drop(io::stderr().lock().write_all(text.as_bytes()));
    OtherScreen(())
}

impl Drop for OtherScreen {
    fn drop(&mut self) {
        leave(&mut state());
    }
}

fn leave(state: &mut State) {
    if state.other {
        drop(io::stderr().lock().write_all(LEAVE.as_bytes()));
    }
    state.other = false;
    state.done();
}

/// Leaves the other screen before a defect is told of, which nobody would see there.
pub fn leave_for_good() {
    if let Ok(mut state) = STATE.try_lock() {
        leave(&mut state);
    }
}

/// A document lies in a file until this is emptied or dropped, however that comes about.
#[derive(Debug)]
#[must_use = "it is emptied again at once"]
pub struct Laid(());

/// Says that a document will lie there, in a folder of its own: from now on a signal empties it.
pub fn lay_out(file: &Path) -> Laid {
    watch();
    state().laid = Some(file.to_owned());
    Laid(())
}

impl Laid {
    /// Overwrites and removes it.
    ///
    /// # Errors
    /// The system's: it may still lie there.
    #[expect(clippy::unused_self, reason = "what is emptied is laid out no longer")]
    pub fn empty(self) -> io::Result<()> {
        let mut state = state();
        let emptied = state.laid.as_deref().map_or(Ok(()), empty);
        state.laid = None;
        emptied
    }
}

impl Drop for Laid {
    fn drop(&mut self) {
        let mut state = state();
        drop(state.laid.take().as_deref().map(empty));
    }
}

fn empty(file: &Path) -> io::Result<()> {
    if !file.exists() {
        return Ok(());
    }
    destroy(file).map_err(io::Error::other)?;
    file.parent().map_or(Ok(()), std::fs::remove_dir)
}

/// Shows something on the other screen until Enter is pressed, and no longer than `limit`: also where the program was
/// stopped or the machine slept meanwhile. What was typed is taken.
///
/// # Errors
/// The terminal's.
pub fn show_until_enter(parts: &[&str], limit: Duration) -> io::Result<()> {
    let _screen = other_screen(parts);
    wait_for_enter(limit)
}

/// Waits until Enter is pressed, and no longer than `limit`.
///
/// # Errors
/// The terminal's.
pub fn wait_for_enter(limit: Duration) -> io::Result<()> {
    let stdin = io::stdin();
    let shown = Stopwatch::start();
    while shown.passed() < limit {
        let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
        match poll(&mut fds, Some(&BEAT)) {
            Ok(0) | Err(Errno::INTR) => {}
            Ok(_) => {
                let mut line = Zeroizing::new(String::new());
                return stdin.read_line(&mut line).map(drop);
            }
            Err(error) => return Err(error.into()),
        }
    }
    // Half a line is not the shell's to show.
    if stdin.is_terminal() {
        tcflush(&stdin, QueueSelector::IFlush)?;
    }
    Ok(())
}
