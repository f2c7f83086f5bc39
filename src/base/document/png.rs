//! PNG: chunks that show something are kept, all others left out.

use super::jpeg::{TURNED, UPRIGHT, orientation};
use super::{Cleaned, Malformed};

/// Where a TIFF begins in the smallest Exif of a JPEG: behind the marker, the length and the name.
const TIFF: usize = 10;

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
        } else if name == b"eXIf" {
            let data = chunk.get(8..whole - 4).unwrap_or_default();
            let kept = match orientation(data) {
                Some(turned @ 2..=8) => upright(turned),
                _ => Vec::new(),
            };
            if kept.get(8..kept.len().saturating_sub(4)) != Some(data) {
                out.without("exif");
            }
            out.bytes.extend_from_slice(&kept);
        } else if name.first().is_some_and(u8::is_ascii_uppercase) {
            // The picture cannot be shown without it, and nobody here knows what it is.
            return Err(Malformed);
        } else {
            out.without(match name {
                b"tEXt" | b"zTXt" | b"iTXt" => "text",
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

/// A chunk that says which way up the picture is, and nothing else.
fn upright(turned: u8) -> Vec<u8> {
    let mut kept = UPRIGHT;
    if let Some(place) = kept.get_mut(TURNED) {
        *place = turned;
    }
    let tiff = kept.get(TIFF..).unwrap_or_default();
    let named = [b"eXIf", tiff].concat();
    let length = u32::try_from(tiff.len()).unwrap_or_default();
    [
        &length.to_be_bytes()[..],
        &named,
        &crc(&named).to_be_bytes(),
    ]
    .concat()
}

/// The sum over the name and the content of a chunk.
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32| {
        let next = sum >> 1;
        if sum & 1 == 1 {
            next ^ 0xedb8_8320
        } else {
            next
        }
    };
    let of_byte = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum));
    !bytes.iter().fold(u32::MAX, of_byte)
}
