//! What a file says of itself beside its content: it is taken out of photographs and looked for in PDFs and office files.

mod jpeg;
mod office;
mod pdf;
mod png;

use zeroize::Zeroizing;

pub use office::Office;

/// The sorts of files that are known by how they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A photograph.
    Jpeg,
    /// A picture of a screen, as a rule.
    Png,
    /// A document.
    Pdf,
    /// A text, a table or slides, in parts.
    Office(Office),
    /// A picture, or an older or locked office file, of a form that is not taken apart here: what it says of itself stays in it.
    Closed,
    /// Everything else: nothing in it is looked at.
    Other,
}

impl Sort {
    /// By the first bytes.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(&jpeg::BEGIN) {
            Self::Jpeg
        } else if bytes.starts_with(&png::BEGIN) {
            Self::Png
        } else if bytes.get(..1024.min(bytes.len())).is_some_and(pdf::begins) {
            Self::Pdf
        } else if is_picture(bytes) || office::is_older(bytes) {
            Self::Closed
        } else {
            Office::of(bytes).map_or(Self::Other, Self::Office)
        }
    }

    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Office(_) => "office",
            Self::Closed | Self::Other => "other",
        }
    }

    /// How the name of such a file ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Office(form) => form.ending(),
            Self::Closed | Self::Other => "bin",
        }
    }
}

/// WebP, TIFF and what cameras make of it, GIF, HEIC, AVIF, JPEG XL, JPEG 2000, BMP, Photoshop.
fn is_picture(bytes: &[u8]) -> bool {
    let begins: [&[u8]; 11] = [
        b"II\x2a\0",
        b"MM\0\x2a",
        b"II\x2b\0",
        b"MM\0\x2b",
        b"GIF8",
        b"8BPS",
        b"\xff\x0a",
        b"\0\0\0\x0cJXL ",
        b"\0\0\0\x0cjP  ",
        b"IIRO",
        b"IIU\0",
    ];
    let at =
        |from: usize, what: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(what));
    let brands: [&[u8]; 9] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"crx ",
    ];
    begins.iter().any(|begin| bytes.starts_with(begin))
        || bytes.starts_with(b"BM") && at(6, &[0; 4])
        || bytes.starts_with(b"RIFF") && at(8, b"WEBP")
        || at(4, b"ftyp") && brands.iter().any(|brand| at(8, brand))
}

/// An image that is none, or not whole: what it says of itself cannot be told from what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an image that can be read")]
pub struct Malformed;

/// An image without what it said of itself.
#[derive(Debug)]
pub struct Cleaned {
    /// The image.
    pub bytes: Zeroizing<Vec<u8>>,
    /// What was taken out: `exif`, `xmp`, `iptc`, `icc`, `comment`, `text`, `time`, `thumbnail`, `trailing`, `other`.
    pub removed: Vec<&'static str>,
}

impl Cleaned {
    fn new(room: usize) -> Self {
        Self {
            bytes: Zeroizing::new(Vec::with_capacity(room.saturating_add(64))),
            removed: Vec::new(),
        }
    }

    fn without(&mut self, what: &'static str) {
        if !self.removed.contains(&what) {
            self.removed.push(what);
        }
    }
}

/// Takes out of a photograph what it says of itself; nothing is given back for what is no photograph.
///
/// # Errors
/// [`Malformed`].
pub fn clean(bytes: &[u8]) -> Result<Option<Cleaned>, Malformed> {
    match Sort::of(bytes) {
        Sort::Jpeg => jpeg::clean(bytes).map(Some),
        Sort::Png => png::clean(bytes).map(Some),
        Sort::Pdf | Sort::Office(_) | Sort::Closed | Sort::Other => Ok(None),
    }
}

/// What a file that is kept as it is seems to say of itself: of a PDF or an office file the names of its entries, never what stands there.
pub fn told(bytes: &[u8]) -> Vec<&'static str> {
    match Sort::of(bytes) {
        Sort::Pdf => pdf::told(bytes),
        Sort::Jpeg | Sort::Png => Vec::new(),
        Sort::Office(_) => office::told(bytes),
        Sort::Closed | Sort::Other => vec!["unknown"],
    }
}

#[cfg(test)]
mod tests;
