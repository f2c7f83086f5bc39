//! TIFF, as scanners and faxes write it: pages, and how they are coded, stay in their place, all other bytes are blanked. After TIFF 6.0
//! (Adobe, 1992). What cameras make of the form is another: it is none that can be read here.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Cleaned, Malformed};

/// A smaller picture of a page, by the first bit.
const SORT: u16 = 254;
const COMPRESSION: u16 = 259;
const PHOTOMETRIC: u16 = 262;
/// Where the pieces of a page lie, and how long they are: strips, tiles.
const PIECES: [(u16, u16); 2] = [(273, 279), (324, 325)];
/// Pages in pages, and what a camera's own form says of its version.
const OF_CAMERAS: [u16; 2] = [330, 50706];

/// Without these a page looks otherwise.
const SHOWING: [Range<u16>; 12] = [
    254..260,
    262..267,
    273..275,
    277..285,
    290..294,
    296..298,
    301..302,
    317..323,
    324..329,
    338..340,
    347..348,
    529..533,
];

/// What scanners and faxes make of a page: none, fax, LZW, JPEG, Deflate, runs. None of them says more than the page.
const CODED: [u64; 8] = [1, 2, 3, 4, 5, 7, 8, 32773];

/// The end of what is written before all else, and the length of an entry.
const HEAD: usize = 8;
const ENTRY: usize = 12;

/// Whether it is one of which each page can be read.
pub(super) fn begins(bytes: &[u8]) -> bool {
    bytes.len() > HEAD && pages(bytes).is_ok()
}

/// A page by its directory.
struct Page {
    at: usize,
    /// Up to and with where the next one is named.
    end: usize,
    entries: Vec<Entry>,
    is_small: bool,
    /// Where what it shows lies.
    pieces: Vec<Range<usize>>,
}

struct Entry {
    tag: u16,
    at: usize,
    /// Where its values stand: in itself, if they are few.
    values: Range<usize>,
}

impl Entry {
    fn shows(&self) -> bool {
        SHOWING.iter().any(|range| range.contains(&self.tag))
    }
}

/// The pages without what is said of them.
pub(super) fn clean(bytes: &[u8]) -> Result<Cleaned, Malformed> {
    let pages = pages(bytes)?;
    let mut out = Cleaned::new(bytes.len());
    out.bytes.resize(bytes.len(), 0);
    let mut named = 4;
    copy(&mut out, bytes, &(0..HEAD))?;
    for page in &pages {
        if page.is_small {
            out.without("thumbnail");
            continue;
        }
        write(bytes, &mut out, named, 4, page.at)?;
        let (kept, gone): (Vec<_>, Vec<_>) = page.entries.iter().partition(|entry| entry.shows());
        for entry in gone {
            out.without(match entry.tag {
                34665 | 34853 | 40965 | 37500 => "exif",
                700 => "xmp",
                33723 | 34377 => "iptc",
                34675 => "icc",
                306 => "time",
                269..=272 | 285 | 305 | 315 | 316 | 33432 => "text",
                _ => "other",
            });
        }
        write(bytes, &mut out, page.at, 2, kept.len())?;
        let mut at = page.at + 2;
        for entry in kept {
            let whole = bytes.get(entry.at..entry.at + ENTRY).ok_or(Malformed)?;
            let place = out.bytes.get_mut(at..at + ENTRY).ok_or(Malformed)?;
            place.copy_from_slice(whole);
            if entry.values.start < entry.at || entry.values.end > entry.at + ENTRY {
                copy(&mut out, bytes, &entry.values)?;
            }
            at += ENTRY;
        }
        named = at;
        for piece in &page.pieces {
            copy(&mut out, bytes, piece)?;
        }
    }
    // The last one names no other.
    write(bytes, &mut out, named, 4, 0)?;
    let known = pages.iter().flat_map(|page| {
        let values = page.entries.iter().map(|entry| &entry.values);
        values
            .chain(&page.pieces)
            .cloned()
            .chain(std::iter::once(page.at..page.end))
    });
    let mut rest = bytes.to_vec();
    for place in known {
        rest.get_mut(place).ok_or(Malformed)?.fill(0);
    }
    if rest
        .get(HEAD..)
        .is_some_and(|rest| rest.iter().any(|byte| *byte != 0))
    {
        out.without("other");
    }
    Ok(out)
}

fn copy(out: &mut Cleaned, bytes: &[u8], place: &Range<usize>) -> Result<(), Malformed> {
    let from = bytes.get(place.clone()).ok_or(Malformed)?;
    let to = out.bytes.get_mut(place.clone()).ok_or(Malformed)?;
    to.copy_from_slice(from);
    Ok(())
}

/// All pages in their order.
fn pages(bytes: &[u8]) -> Result<Vec<Page>, Malformed> {
    if !matches!(bytes.get(..4), Some(b"II\x2a\0" | b"MM\0\x2a")) {
        return Err(Malformed);
    }
    let mut pages: Vec<Page> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut at = place(bytes, 4)?;
    while at != 0 {
        if !seen.insert(at) {
            return Err(Malformed);
        }
        let page = page(bytes, at)?;
        at = place(bytes, page.end - 4)?;
        pages.push(page);
    }
    // A large page may be a small picture's for some: what a camera's own form shows first.
    match pages.first() {
        Some(first) if !first.is_small => Ok(pages),
        _ => Err(Malformed),
    }
}

fn page(bytes: &[u8], at: usize) -> Result<Page, Malformed> {
    let many = usize::try_from(number(bytes, at, 2)?).map_err(|_| Malformed)?;
    let mut page = Page {
        at,
        end: at + 2 + many * ENTRY + 4,
        entries: Vec::with_capacity(many),
        is_small: false,
        pieces: Vec::new(),
    };
    let mut of = std::collections::BTreeMap::new();
    for index in 0..many {
        let at = at + 2 + index * ENTRY;
        let tag = u16::try_from(number(bytes, at, 2)?).map_err(|_| Malformed)?;
        let size = match number(bytes, at + 2, 2)? {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => return Err(Malformed),
        };
        let length = place(bytes, at + 4)?.checked_mul(size).ok_or(Malformed)?;
        let from = if length > 4 {
            place(bytes, at + 8)?
        } else {
            at + 8
        };
        let values = from..from.checked_add(length).ok_or(Malformed)?;
        bytes.get(values.clone()).ok_or(Malformed)?;
        if OF_CAMERAS.contains(&tag) {
            return Err(Malformed);
        }
        if matches!(size, 2 | 4) {
            let all = values.clone().step_by(size);
            let all: Result<Vec<u64>, _> = all.map(|at| number(bytes, at, size)).collect();
            of.insert(tag, all?);
        }
        page.entries.push(Entry { tag, at, values });
    }
    let first = |tag: u16, usual: u64| {
        of.get(&tag)
            .and_then(|all| all.first())
            .map_or(usual, |one| *one)
    };
    page.is_small = first(SORT, 0) & 1 == 1;
    if !CODED.contains(&first(COMPRESSION, 1)) || !matches!(first(PHOTOMETRIC, 0), 0..=6 | 8) {
        return Err(Malformed);
    }
    for (offsets, lengths) in PIECES {
        let (Some(offsets), Some(lengths)) = (of.get(&offsets), of.get(&lengths)) else {
            continue;
        };
        if offsets.len() != lengths.len() {
            return Err(Malformed);
        }
        for (from, length) in offsets.iter().zip(lengths) {
            let from = usize::try_from(*from).map_err(|_| Malformed)?;
            let length = usize::try_from(*length).map_err(|_| Malformed)?;
            let piece = from..from.checked_add(length).ok_or(Malformed)?;
            let bytes = bytes.get(piece.clone()).ok_or(Malformed)?;
            if first(COMPRESSION, 1) == 7 && says_more(bytes) {
                return Err(Malformed);
            }
            page.pieces.push(piece);
        }
    }
    if page.pieces.is_empty() {
        return Err(Malformed);
    }
    Ok(page)
}

/// Whether a JPEG in a page says more than what it shows: then it has to be taken out of the page first.
fn says_more(piece: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xff, marker, high, low]) = piece.get(at..at + 4) {
        match marker {
            0xda => return false,
            0xe1..=0xed | 0xef | 0xf0..=0xfe => return true,
            _ => at += 2 + usize::from(u16::from_be_bytes([*high, *low])),
        }
    }
    false
}

/// Which end of a number stands first.
fn is_little(bytes: &[u8]) -> bool {
    bytes.first() == Some(&b'I')
}

fn number(bytes: &[u8], at: usize, size: usize) -> Result<u64, Malformed> {
    let to = at.checked_add(size).ok_or(Malformed)?;
    let digits = bytes
        .get(at..to)
        .ok_or(Malformed)?
        .iter()
        .map(|byte| u64::from(*byte));
    let add = |number: u64, byte| number << 8 | byte;
    Ok(if is_little(bytes) {
        digits.rev().fold(0, add)
    } else {
        digits.fold(0, add)
    })
}

fn place(bytes: &[u8], at: usize) -> Result<usize, Malformed> {
    usize::try_from(number(bytes, at, 4)?).map_err(|_| Malformed)
}

fn write(
    bytes: &[u8],
    out: &mut Cleaned,
    at: usize,
    size: usize,
    number: usize,
) -> Result<(), Malformed> {
    let place = out
        .bytes
        .get_mut(at..at.saturating_add(size))
        .ok_or(Malformed)?;
    for (index, byte) in place.iter_mut().enumerate() {
        let shift = if is_little(bytes) {
            index
        } else {
            size - 1 - index
        };
        *byte = (number >> (8 * shift))
            .to_le_bytes()
            .first()
            .copied()
            .unwrap_or_default();
    }
    Ok(())
}
