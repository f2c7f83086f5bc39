//! What a file says of itself beside its content: it is taken out of photographs and looked for in PDFs and office files.

mod boxes;
mod gif;
mod heif;
mod jpeg;
mod office;
mod pdf;
mod png;
mod tiff;
mod webp;

use zeroize::Zeroizing;

pub use office::Office;

/// The sorts of files that are known by how they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A photograph.
    Jpeg,
    /// A picture of a screen, as a rule.
    Png,
    /// A photograph, or a picture of the web.
    Webp,
    /// A picture that can move.
    Gif,
    /// A photograph of a telephone.
    Heif,
    /// Pages of a scanner or a fax.
    Tiff,
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
        } else if webp::begins(bytes) {
            Self::Webp
        } else if gif::begins(bytes) {
            Self::Gif
        } else if heif::begins(bytes) {
            Self::Heif
        } else if tiff::begins(bytes) {
            Self::Tiff
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
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Heif => "heif",
            Self::Tiff => "tiff",
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
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Heif => "heic",
            Self::Tiff => "tif",
            Self::Pdf => "pdf",
            Self::Office(form) => form.ending(),
            Self::Closed | Self::Other => "bin",
        }
    }
}

/// What cameras make of TIFF, and TIFF that is not read here, JPEG XL, JPEG 2000, BMP, Photoshop; films and sound, which begin like HEIC.
fn is_picture(bytes: &[u8]) -> bool {
    let begins: [&[u8]; 13] = [
        b"II\x2a\0",
        b"MM\0\x2a",
        b"II\x2b\0",
        b"MM\0\x2b",
        b"8BPS",
        b"\xff\x0a",
        b"\0\0\0\x0cJXL ",
        b"\0\0\0\x0cjP  ",
        b"IIRO",
        b"IIRS",
        b"MMOR",
        b"FUJIFILMCCD-RAW",
        b"IIU\0",
    ];
    let at =
        |from: usize, what: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(what));
    // The last ones of films that are older than the first.
    let parts: [&[u8]; 6] = [b"ftyp", b"moov", b"mdat", b"wide", b"pnot", b"skip"];
    begins.iter().any(|begin| bytes.starts_with(begin))
        || bytes.starts_with(b"BM") && at(6, &[0; 4])
        || parts.iter().any(|part| at(4, part))
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
    /// What may still be in it: `unseen`, where its own end is not marked, so that nobody can tell what hangs behind it.
    pub told: Vec<&'static str>,
}

impl Cleaned {
    fn new(room: usize) -> Self {
        Self {
            bytes: Zeroizing::new(Vec::with_capacity(room.saturating_add(64))),
            removed: Vec::new(),
            told: Vec::new(),
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
        Sort::Webp => webp::clean(bytes).map(Some),
        Sort::Gif => gif::clean(bytes).map(Some),
        Sort::Heif => heif::clean(bytes).map(Some),
        Sort::Tiff => tiff::clean(bytes).map(Some),
        Sort::Pdf | Sort::Office(_) | Sort::Closed | Sort::Other => Ok(None),
    }
}

/// What a file that is kept as it is seems to say of itself: of a PDF or an office file the names of its entries, never what stands there.
pub fn told(bytes: &[u8]) -> Vec<&'static str> {
    match Sort::of(bytes) {
        Sort::Pdf => pdf::told(bytes),
        Sort::Jpeg | Sort::Png | Sort::Webp | Sort::Gif | Sort::Heif | Sort::Tiff => Vec::new(),
        Sort::Office(_) => office::told(bytes),
        Sort::Closed | Sort::Other => vec!["unknown"],
    }
}

#[cfg(test)]
mod tests;
