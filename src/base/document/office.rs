//! Files of office programs: what stands in their parts beside the text. Looked for and told, never taken out.

use std::io::{Cursor, Read as _};

use zeroize::Zeroizing;
use zip::ZipArchive;

/// How a file begins in which the parts lie packed.
const BEGIN: &[u8] = b"PK\x03\x04";
/// How one begins that older programs wrote: what it says of itself cannot be looked into here.
const OLDER: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// More parts than any text has.
const MOST_PARTS: usize = 20_000;
/// So much of the parts together is looked into.
const MOST_UNPACKED: u64 = 64 << 20;

/// The forms that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Office {
    /// A text of Microsoft's.
    Docx,
    /// Its tables.
    Xlsx,
    /// Its slides.
    Pptx,
    /// A text of the open form.
    Odt,
    /// Its tables.
    Ods,
    /// Its slides.
    Odp,
}

impl Office {
    /// By what such a file holds: names of parts stand in it as they are.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        if !bytes.starts_with(BEGIN) {
            return None;
        }
        // This part comes first and unpacked.
        let kind = bytes
            .get(30..)
            .and_then(|rest| rest.strip_prefix(b"mimetypeapplication/vnd.oasis.opendocument."));
        if let Some(kind) = kind {
            let known: [(&[u8], Self); 3] = [
                (b"text", Self::Odt),
                (b"spreadsheet", Self::Ods),
                (b"presentation", Self::Odp),
            ];
            let found = known.iter().find(|(name, _)| kind.starts_with(name));
            return found.map(|(_, form)| *form);
        }
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|here| here == name);
        let known: [(&[u8], Self); 3] = [
            (b"word/document", Self::Docx),
            (b"xl/workbook", Self::Xlsx),
            (b"ppt/presentation", Self::Pptx),
        ];
        let found = known.iter().find(|(name, _)| holds(name));
        found.map(|(_, form)| *form)
    }

    /// How the name of such a file ends.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Odp => "odp",
        }
    }
}

/// Whether it is what older programs wrote, or what is locked with a password.
pub(super) fn is_older(bytes: &[u8]) -> bool {
    bytes.starts_with(OLDER)
}

/// What is filled in within the parts that are of the file rather than of the text, and what it is called here.
const FIELDS: [(&str, &str); 24] = [
    ("creator", "author"),
    ("initial-creator", "author"),
    ("lastModifiedBy", "author"),
    ("printed-by", "author"),
    ("Manager", "author"),
    ("Company", "company"),
    ("Application", "creator"),
    ("generator", "creator"),
    ("title", "title"),
    ("subject", "subject"),
    ("description", "comment"),
    ("keywords", "keywords"),
    ("keyword", "keywords"),
    ("category", "keywords"),
    ("created", "dates"),
    ("modified", "dates"),
    ("lastPrinted", "dates"),
    ("creation-date", "dates"),
    ("date", "dates"),
    ("print-date", "dates"),
    ("user-defined", "properties"),
    ("lpwstr", "properties"),
    ("Template", "path"),
    ("HyperlinkBase", "path"),
];

/// What is told by being there, in whatever part, and what it is called here.
const MARKS: [(&str, &str); 16] = [
    ("ins", "changes"),
    ("del", "changes"),
    ("moveFrom", "changes"),
    ("moveTo", "changes"),
    ("rPrChange", "changes"),
    ("pPrChange", "changes"),
    ("changed-region", "changes"),
    ("tracked-change", "changes"),
    ("comment", "comments"),
    ("cm", "comments"),
    ("threadedComment", "comments"),
    ("annotation", "comments"),
    ("person", "author"),
    ("author", "author"),
    ("absPath", "path"),
    ("attachedTemplate", "path"),
];

/// What parts are told by their names.
const PARTS: [(&str, &str); 9] = [
    ("/media/", "pictures"),
    ("/pictures/", "pictures"),
    ("/embeddings/", "embedded"),
    ("vbaproject", "embedded"),
    ("/basic/", "embedded"),
    ("thumbnail", "thumbnail"),
    ("_xmlsignatures/", "signature"),
    ("documentsignatures", "signature"),
    ("/revisions/", "changes"),
];

/// What it says of itself, its order that of the parts; `unseen` where it could not be read to its end.
pub(super) fn told(bytes: &[u8]) -> Vec<&'static str> {
    let mut told = Told(Vec::new());
    if look(bytes, &mut told).is_none() {
        told.add("unseen");
    }
    told.0
}

struct Told(Vec<&'static str>);

impl Told {
    fn add(&mut self, what: &'static str) {
        if !self.0.contains(&what) {
            self.0.push(what);
        }
    }
}

/// `None` where it is not whole, or larger than anybody writes.
fn look(bytes: &[u8], told: &mut Told) -> Option<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if archive.len() > MOST_PARTS {
        return None;
    }
    let mut left = MOST_UNPACKED;
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).ok()?;
        let name = part.name().ok()?.to_ascii_lowercase();
        let ending = name.rsplit('.').next().unwrap_or_default();
        for (within, what) in PARTS {
            if format!("/{name}").contains(within) && !name.ends_with('/') {
                told.add(what);
            }
        }
        // Cells alone stand in these, and they can be long.
        let is_cells = ["xl/worksheets/sheet", "xl/sharedstrings"];
        if !matches!(ending, "xml" | "rels") || is_cells.iter().any(|cells| name.starts_with(cells))
        {
            continue;
        }
        let size = part.size();
        left = left.checked_sub(size)?;
        // Never grows, so leaves no copies; what is longer than it says is not whole.
        let room = size.saturating_add(1);
        let mut text = Zeroizing::new(Vec::with_capacity(usize::try_from(room).ok()?));
        (&mut part).take(room).read_to_end(&mut text).ok()?;
        // Nor is UTF-16 looked into, in which nothing would be found.
        if u64::try_from(text.len()).ok()? != size || text.contains(&0) {
            return None;
        }
        let of_the_file = name.starts_with("docprops/") || name == "meta.xml";
        elements(&text, of_the_file, told);
        if ending == "rels" && text.windows(7).any(|seven| seven == b"\"file:/") {
            told.add("path");
        }
    }
    Some(())
}

/// Goes through the elements, by the part of their names behind the colon.
fn elements(text: &[u8], of_the_file: bool, told: &mut Told) {
    // A field of which nothing was read yet, and its name.
    let mut open: Option<(&[u8], &'static str)> = None;
    for behind in text.split(|byte| *byte == b'<').skip(1) {
        let ends = |byte: &u8| matches!(byte, b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n');
        let closes = behind.strip_prefix(b"/");
        let name = closes.unwrap_or(behind).split(ends).next();
        let name = name.unwrap_or_default();
        let name = name.rsplit(|byte| *byte == b':').next().unwrap_or_default();
        if closes.is_some() {
            open = open.filter(|(known, _)| *known != name);
            continue;
        }
        let called = |(known, _): &&(&str, &'static str)| known.as_bytes() == name;
        if let Some((_, what)) = MARKS.iter().find(called) {
            told.add(what);
        }
        if let Some((_, what)) = FIELDS.iter().find(called).filter(|_| of_the_file) {
            open = Some((name, what));
        }
        let tag = behind.split(|byte| *byte == b'>').next();
        if tag.is_some_and(|tag| tag.ends_with(b"/")) {
            open = open.filter(|(known, _)| *known != name);
        }
        let Some((_, what)) = open else { continue };
        // Also what stands behind a remark, or in a part that is no markup.
        let content = match behind.strip_prefix(b"![CDATA[") {
            Some(content) => content,
            None => behind
                .splitn(2, |byte| *byte == b'>')
                .nth(1)
                .unwrap_or_default(),
        };
        let content = content.trim_ascii();
        // Every text has the template of all.
        if !content.is_empty() && !content.starts_with(b"Normal.dot") {
            told.add(what);
        }
    }
}
