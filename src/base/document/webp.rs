//! WebP: chunks that show something are kept, all others left out.

use super::jpeg::{TURNED, UPRIGHT, orientation};
use super::{Cleaned, Malformed};

/// Where a TIFF begins in the smallest Exif of a JPEG: behind the marker, the length and the name.
const TIFF: usize = 10;

/// Flags of the first chunk: colours of a device, Exif, XMP.
const ICC: u8 = 0x20;
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;

pub(super) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
}

pub(super) fn clean(bytes: &[u8]) -> Result<Cleaned, Malformed> {
    let mut out = Cleaned::new(bytes.len());
    let four: [u8; 4] = (bytes.get(4..8).ok_or(Malformed)?)
        .try_into()
        .map_err(|_| Malformed)?;
    let length = usize::try_from(u32::from_le_bytes(four)).map_err(|_| Malformed)?;
    let end = length.checked_add(8).ok_or(Malformed)?;
    let chunks = bytes.get(12..end).ok_or(Malformed)?;
    if bytes.len() > end {
        out.without("trailing");
    }
    let mut kept = Vec::new();
    let mut turned = None;
    let mut shows = false;
    for (name, data) in chunks_of(chunks)? {
        shows |= matches!(name, b"VP8 " | b"VP8L" | b"ANMF");
        match name {
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"VP8X" => put(&mut kept, *name, data),
            b"ANMF" => put(&mut kept, *name, &frame(data, &mut out)?),
            b"EXIF" => {
                let tiff = data.strip_prefix(b"Exif\0\0").unwrap_or(data);
                turned = orientation(tiff).filter(|turned| matches!(turned, 2..=8));
                if turned.is_none_or(|turned| data != upright(turned)) {
                    out.without("exif");
                }
            }
            b"XMP " => out.without("xmp"),
            b"ICCP" => out.without("icc"),
            _ => out.without("other"),
        }
    }
    if !shows {
        return Err(Malformed);
    }
    // Only a file that begins so says in it what else it has.
    if kept.starts_with(b"VP8X") {
        let flags = kept.get_mut(8).ok_or(Malformed)?;
        *flags &= !(ICC | EXIF | XMP);
        if let Some(turned) = turned {
            *flags |= EXIF;
            put(&mut kept, *b"EXIF", &upright(turned));
        }
    }
    let length = u32::try_from(kept.len() + 4).map_err(|_| Malformed)?;
    out.bytes.extend_from_slice(b"RIFF");
    out.bytes.extend_from_slice(&length.to_le_bytes());
    out.bytes.extend_from_slice(b"WEBP");
    out.bytes.extend_from_slice(&kept);
    Ok(out)
}

/// One frame of a picture that moves: where it stands, and its own chunks.
fn frame(data: &[u8], out: &mut Cleaned) -> Result<Vec<u8>, Malformed> {
    let (place, chunks) = data.split_at_checked(16).ok_or(Malformed)?;
    let mut kept = place.to_vec();
    for (name, data) in chunks_of(chunks)? {
        if matches!(name, b"VP8 " | b"VP8L" | b"ALPH") {
            put(&mut kept, *name, data);
        } else {
            out.without("other");
        }
    }
    Ok(kept)
}

/// What says which way up the picture is, and nothing else.
fn upright(turned: u8) -> Vec<u8> {
    let mut kept = UPRIGHT;
    if let Some(place) = kept.get_mut(TURNED) {
        *place = turned;
    }
    kept.get(TIFF..).unwrap_or_default().to_vec()
}

fn put(kept: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    kept.extend_from_slice(&name);
    let length = u32::try_from(data.len()).unwrap_or_default();
    kept.extend_from_slice(&length.to_le_bytes());
    kept.extend_from_slice(data);
    if data.len() % 2 == 1 {
        kept.push(0);
    }
}

/// Its name, and what it holds.
type Chunk<'b> = (&'b [u8; 4], &'b [u8]);

/// The chunks in their order. The last one may lack the byte that makes it even.
fn chunks_of(mut rest: &[u8]) -> Result<Vec<Chunk<'_>>, Malformed> {
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (name, behind) = rest.split_first_chunk::<4>().ok_or(Malformed)?;
        let (length, behind) = behind.split_first_chunk::<4>().ok_or(Malformed)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Malformed)?;
        let (data, behind) = behind.split_at_checked(length).ok_or(Malformed)?;
        found.push((name, data));
        rest = behind.get(length % 2..).unwrap_or_default();
    }
    Ok(found)
}
