//! The text of an import, within bounded memory: a line that never ends, or a file beyond what an office holds, is refused
//! while it is read.

use std::io::Read;

use crate::app::archive;
use crate::app::error::AppError;

/// One line: the longest note takes a small part of it.
const MAX_LINE: usize = 1 << 20;
/// All lines: some millions of events.
const MAX_ALL: usize = 512 << 20;
/// One line of an archive, which can hold the largest document in Base64.
const MAX_ARCHIVED: usize = 160 << 20;
/// How much is read at once.
const PIECE: usize = 256 << 10;

/// Reads it whole.
///
/// # Errors
/// [`AppError::LineTooLong`], [`AppError::ImportTooLarge`]; what the system says, or what is no text.
pub fn read(mut source: impl Read) -> Result<String, AppError> {
    let mut bytes: Vec<u8> = Vec::new();
    let mut piece = vec![0; PIECE];
    let (mut line, mut begins) = (1_usize, 0_usize);
    let mut archived = false;
    loop {
        let got = source.read(&mut piece).map_err(AppError::Input)?;
        if got == 0 {
            break;
        }
        let room = bytes.try_reserve(got);
        room.map_err(|_| AppError::ImportTooLarge)?;
        for byte in piece.iter().take(got) {
            bytes.push(*byte);
            if *byte != b'\n' {
                continue;
            }
            let is_too_long = bytes.len().saturating_sub(begins) > most(archived);
            if is_too_long {
                return Err(AppError::LineTooLong(line));
            }
            if line == 1 {
                archived = std::str::from_utf8(&bytes).is_ok_and(archive::is_archive);
            }
            line = line.saturating_add(1);
            begins = bytes.len();
        }
        if bytes.len().saturating_sub(begins) > most(archived) {
            return Err(AppError::LineTooLong(line));
        }
        if bytes.len() > MAX_ALL && !archived {
            return Err(AppError::ImportTooLarge);
        }
    }
    String::from_utf8(bytes).map_err(|_| AppError::Input(std::io::ErrorKind::InvalidData.into()))
}

const fn most(archived: bool) -> usize {
    if archived { MAX_ARCHIVED } else { MAX_LINE }
}
