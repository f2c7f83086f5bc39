//! PNG: chunks that show something are kept, all others left out.

use super::{Cleaned, Malformed};

pub(super) const BEGIN: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

/// What shows something: the picture, its colours, its size on paper, and the frames of one that moves.
const SHOWN: [&[u8; 4]; 14] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD",
    b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

pub(super) fn clean(bytes: &[u8]) -> Result<Cleaned, Malformed> {
    let mut out = Cleaned::new(bytes.len());
    out.bytes.extend_from_slice(&BEGIN);
    let mut rest = bytes.get(BEGIN.len()..).ok_or(Malformed)?;
    loop {
        let (length, behind) = rest.split_first_chunk::<4>().ok_or(Malformed)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Malformed)?;
        let (name, _) = behind.split_first_chunk::<4>().ok_or(Malformed)?;
        let whole = length.checked_add(12).ok_or(Malformed)?;
        let chunk = rest.get(..whole).ok_or(Malformed)?;
        rest = rest.get(whole..).ok_or(Malformed)?;
        if SHOWN.contains(&name) {
            out.bytes.extend_from_slice(chunk);
        } else if name.first().is_some_and(u8::is_ascii_uppercase) {
            // The picture cannot be shown without it, and nobody here knows what it is.
            return Err(Malformed);
        } else {
            out.without(match name {
                b"tEXt" | b"zTXt" | b"iTXt" => "text",
                b"eXIf" => "exif",
                b"tIME" => "time",
                b"iCCP" => "icc",
                _ => "other",
            });
        }
        if name == b"IEND" {
            if !rest.is_empty() {
                out.without("trailing");
            }
            return Ok(out);
        }
    }
}
