//! The exit codes, as the contract has them.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// Could not be done; the message says why.
    Failed,
    /// The command was not understood.
    NotUnderstood,
    /// No key given opens it.
    Locked,
    /// Damaged or altered.
    Integrity,
    /// Publishing this would disclose.
    Withheld,
    /// A person must choose or be there.
    NeedsPerson,
    /// Something is due (`--exit-code`).
    Due,
    /// A defect in the program.
    Defect,
    /// Interrupted.
    Interrupted,
}

impl Exit {
    /// The number that the shell sees.
    pub const fn number(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::NotUnderstood => 2,
            Self::Locked => 3,
            Self::Integrity => 4,
            Self::Withheld => 5,
            Self::NeedsPerson => 6,
            Self::Due => 10,
            Self::Defect => 70,
            Self::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.number())
    }
}
