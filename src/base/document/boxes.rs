//! The boxes of which HEIC and films are made: each with its length and its kind, some in others.

use std::ops::Range;

use super::Malformed;

/// A box, by where it stands.
#[derive(Debug)]
pub(super) struct Boxed {
    pub kind: [u8; 4],
    /// Where its kind stands.
    pub named: usize,
    /// What it holds.
    pub body: Range<usize>,
}

impl Boxed {
    /// The one that begins there; none at the end.
    pub fn at(bytes: &[u8], from: usize, end: usize) -> Result<Option<Self>, Malformed> {
        if from == end {
            return Ok(None);
        }
        let mut at = Reader::plain(bytes, from..end);
        let short = at.number(4)?;
        let kind = at.kind()?;
        let length = match short {
            // To the end.
            0 => end.checked_sub(from),
            1 => Some(at.place(8)?),
            short => usize::try_from(short).ok(),
        };
        let to = length.and_then(|length| from.checked_add(length));
        match to {
            Some(to) if at.at <= to && to <= end => Ok(Some(Self {
                kind,
                named: from + 4,
                body: at.at..to,
            })),
            _ => Err(Malformed),
        }
    }

    /// What it holds behind so many bytes.
    pub fn behind(&self, many: usize) -> Result<Range<usize>, Malformed> {
        let from = self.body.start.saturating_add(many);
        if from > self.body.end {
            return Err(Malformed);
        }
        Ok(from..self.body.end)
    }
}

/// Those that fill that place, in their order.
pub(super) fn all(bytes: &[u8], place: Range<usize>) -> Result<Vec<Boxed>, Malformed> {
    let mut found = Vec::new();
    let mut at = place.start;
    while let Some(next) = Boxed::at(bytes, at, place.end)? {
        at = next.body.end;
        found.push(next);
    }
    Ok(found)
}

/// The one of that kind.
pub(super) fn only(boxes: &[Boxed], kind: [u8; 4]) -> Result<&Boxed, Malformed> {
    let mut found = boxes.iter().filter(|one| one.kind == kind);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(Malformed),
    }
}

/// Reads numbers one behind the other.
pub(super) struct Reader<'b> {
    bytes: &'b [u8],
    /// Where it stands.
    pub at: usize,
    end: usize,
    /// Of a box that says its version.
    pub version: u64,
    /// Of a box that says its version.
    pub flags: u64,
}

impl<'b> Reader<'b> {
    /// Of what stands there.
    pub const fn plain(bytes: &'b [u8], place: Range<usize>) -> Self {
        Self {
            bytes,
            at: place.start,
            end: place.end,
            version: 0,
            flags: 0,
        }
    }

    /// Of a box that begins with its version.
    pub fn of(bytes: &'b [u8], one: &Boxed) -> Result<Self, Malformed> {
        let mut reader = Self::plain(bytes, one.body.clone());
        reader.version = reader.number(1)?;
        reader.flags = reader.number(3)?;
        Ok(reader)
    }

    /// The next number, of so many bytes; nought of none.
    pub fn number(&mut self, size: usize) -> Result<u64, Malformed> {
        let to = self.at.saturating_add(size);
        let bytes = self
            .bytes
            .get(self.at..to)
            .filter(|_| to <= self.end && size <= 8);
        self.at = to;
        Ok((bytes.ok_or(Malformed)?.iter()).fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// The next number, as a place or a length.
    pub fn place(&mut self, size: usize) -> Result<usize, Malformed> {
        usize::try_from(self.number(size)?).map_err(|_| Malformed)
    }

    /// The next kind.
    pub fn kind(&mut self) -> Result<[u8; 4], Malformed> {
        let kind = self.bytes.get(self.at..self.at.saturating_add(4));
        self.number(4)?;
        kind.and_then(|kind| kind.try_into().ok()).ok_or(Malformed)
    }
}
