//! JPEG: segments that describe the picture are left out, which way up it is stays.

use super::{Cleaned, Malformed};

pub(super) const BEGIN: [u8; 3] = [0xff, 0xd8, 0xff];

/// Orientation, in the smallest Exif there is: big-endian, one entry.
pub(super) const UPRIGHT: [u8; 36] = [
    0xff, 0xe1, 0, 34, b'E', b'x', b'i', b'f', 0, 0, b'M', b'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01,
    0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0,
];

/// How long Adobe's segment is: its name, a version, flags and the coding of the colours.
const ADOBE: usize = 12;

/// Where the orientation stands in it.
pub(super) const TURNED: usize = 29;

pub(super) fn clean(bytes: &[u8]) -> Result<Cleaned, Malformed> {
    let mut out = Cleaned::new(bytes.len());
    out.bytes.extend_from_slice(&[0xff, 0xd8]);
    let mut at = 2;
    let byte = |at: usize| bytes.get(at).copied().ok_or(Malformed);
    loop {
        if byte(at)? != 0xff {
            return Err(Malformed);
        }
        while byte(at + 1)? == 0xff {
            at += 1;
        }
        let marker = byte(at + 1)?;
        at += 2;
        match marker {
            0xd9 => {
                out.bytes.extend_from_slice(&[0xff, 0xd9]);
                // Films, further pictures and whatever else cameras hang on.
                if at < bytes.len() {
                    out.without("trailing");
                }
                return Ok(out);
            }
            0x00 | 0xd8 => return Err(Malformed),
            0x01 | 0xd0..=0xd7 => out.bytes.extend_from_slice(&[0xff, marker]),
            _ => {
                let length = usize::from(u16::from_be_bytes([byte(at)?, byte(at + 1)?]));
                let whole = bytes.get(at..at + length).ok_or(Malformed)?;
                let data = whole.get(2..).ok_or(Malformed)?;
                at += length;
                segment(&mut out, marker, data, whole);
                if marker == 0xda {
                    let end = scan(bytes, at);
                    out.bytes
                        .extend_from_slice(bytes.get(at..end).ok_or(Malformed)?);
                    at = end;
                    if at >= bytes.len() {
                        // Cut off, as some programs leave it; what shows it will still show it, and what hangs behind it.
                        out.told.push("unseen");
                        out.bytes.extend_from_slice(&[0xff, 0xd9]);
                        return Ok(out);
                    }
                }
            }
        }
    }
}

fn segment(out: &mut Cleaned, marker: u8, data: &[u8], whole: &[u8]) {
    match marker {
        0xe0 if data.starts_with(b"JFIF\0") && data.len() >= 14 => {
            out.bytes.extend_from_slice(&[0xff, 0xe0, 0, 16]);
            out.bytes
                .extend_from_slice(data.get(..12).unwrap_or_default());
            out.bytes.extend_from_slice(&[0, 0]);
            if data.len() > 14 {
                out.without("thumbnail");
            }
        }
        0xe0 => out.without("thumbnail"),
        0xe1 if data.starts_with(b"Exif\0\0") => {
            out.without("exif");
            let turned = data.get(6..).and_then(orientation);
            if let Some(turned @ 2..=8) = turned {
                let mut kept = UPRIGHT;
                if let Some(place) = kept.get_mut(TURNED) {
                    *place = turned;
                }
                out.bytes.extend_from_slice(&kept);
            }
        }
        0xe1 => out.without("xmp"),
        0xe2 if data.starts_with(b"ICC_PROFILE\0") => out.without("icc"),
        0xed => out.without("iptc"),
        // How the colours are coded: without it they are wrong.
        0xee if data.starts_with(b"Adobe") && data.len() >= ADOBE => {
            out.bytes.extend_from_slice(&[0xff, marker, 0, 14]);
            out.bytes
                .extend_from_slice(data.get(..ADOBE).unwrap_or_default());
            if data.len() > ADOBE {
                out.without("other");
            }
        }
        0xfe => out.without("comment"),
        // How the picture is coded.
        0xc0..=0xcf | 0xda..=0xdf => {
            out.bytes.extend_from_slice(&[0xff, marker]);
            out.bytes.extend_from_slice(whole);
        }
        _ => out.without("other"),
    }
}

/// Where the picture's own data end that begin here.
fn scan(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            [0xff, 0x00 | 0xd0..=0xd7] => at += 2,
            [0xff, 0xff] => at += 1,
            [0xff, _] => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Which way up, by the first directory of a TIFF.
pub(super) fn orientation(tiff: &[u8]) -> Option<u8> {
    let little = match tiff.get(..4)? {
        [b'I', b'I', 42, 0] => true,
        [b'M', b'M', 0, 42] => false,
        _ => return None,
    };
    let word = |at: usize| -> Option<u16> {
        let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        })
    };
    let four: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let first = if little {
        u32::from_le_bytes(four)
    } else {
        u32::from_be_bytes(four)
    };
    let first = usize::try_from(first).ok()?;
    let entries = usize::from(word(first)?);
    let at = |nth: usize| first.checked_add(2)?.checked_add(nth.checked_mul(12)?);
    let place = (0..entries)
        .filter_map(at)
        .find(|at| word(*at) == Some(0x0112))?;
    u8::try_from(word(place.checked_add(8)?)?).ok()
}
