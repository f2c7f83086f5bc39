//! GIF: blocks that show something are kept, all others left out.

use super::{Cleaned, Malformed};

pub(super) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a")
}

/// How often it moves, said by a program; nothing else that one says shows.
const MOVES: [&[u8]; 2] = [b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0"];

pub(super) fn clean(bytes: &[u8]) -> Result<Cleaned, Malformed> {
    let mut out = Cleaned::new(bytes.len());
    let flags = *bytes.get(10).ok_or(Malformed)?;
    let mut at = 13 + colours(flags);
    (out.bytes).extend_from_slice(bytes.get(..at).ok_or(Malformed)?);
    let mut shows = false;
    loop {
        // Some programs leave the end mark out.
        let Some(begin) = bytes.get(at).copied().filter(|begin| *begin != 0x3b) else {
            out.bytes.push(0x3b);
            if bytes.len() > at + 1 {
                out.without("trailing");
            }
            return if shows { Ok(out) } else { Err(Malformed) };
        };
        let (parts, what) = match begin {
            0x2c => {
                shows = true;
                let flags = *bytes.get(at + 9).ok_or(Malformed)?;
                (at + 11 + colours(flags), None)
            }
            0x21 => {
                let label = *bytes.get(at + 1).ok_or(Malformed)?;
                let data = bytes.get(at + 2..).ok_or(Malformed)?;
                let moves = MOVES.iter().any(|name| data.starts_with(name));
                let what = match label {
                    0xf9 => None,
                    0xff if moves => None,
                    0xff if data.starts_with(b"\x0bXMP DataXMP") => Some("xmp"),
                    0xff if data.starts_with(b"\x0bICCRGBG1012") => Some("icc"),
                    0xfe => Some("comment"),
                    0x01 => Some("text"),
                    _ => Some("other"),
                };
                (at + 2, what)
            }
            _ => return Err(Malformed),
        };
        let end = behind(bytes, parts)?;
        match what {
            Some(what) => out.without(what),
            None => (out.bytes).extend_from_slice(bytes.get(at..end).ok_or(Malformed)?),
        }
        at = end;
    }
}

/// Bytes of the table of colours that follows.
const fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 {
        0
    } else {
        3 << ((flags & 7) + 1)
    }
}

/// Where the parts end that begin here, each with its length before it, the last one empty.
fn behind(bytes: &[u8], from: usize) -> Result<usize, Malformed> {
    let mut at = from;
    loop {
        let length = usize::from(*bytes.get(at).ok_or(Malformed)?);
        at += 1 + length;
        if length == 0 {
            return Ok(at);
        }
    }
}
