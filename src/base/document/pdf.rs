//! PDF: which entries that name people and programs are filled in, as far as it shows without reading the whole form.

use data_encoding::HEXLOWER_PERMISSIVE;
use zeroize::Zeroizing;

/// The entries that are looked for, and what they are called here.
const ENTRIES: [(&[u8], &str); 8] = [
    (b"/Author", "author"),
    (b"/Creator", "creator"),
    (b"/Producer", "producer"),
    (b"/Title", "title"),
    (b"/Subject", "subject"),
    (b"/Keywords", "keywords"),
    (b"/CreationDate", "dates"),
    (b"/ModDate", "dates"),
];

/// What is looked for anywhere, and what it is called here.
const PARTS: [(&[u8], &str); 5] = [
    (b"<x:xmpmeta", "xmp"),
    (b"/EmbeddedFile", "embedded"),
    (b"/Sig", "signature"),
    // What stands in these is packed or locked, and not looked into.
    (b"/ObjStm", "unseen"),
    (b"/Encrypt", "unseen"),
];

/// Whether a PDF begins here; some have a few bytes before it.
pub(super) fn begins(bytes: &[u8]) -> bool {
    bytes.windows(5).any(|five| five == b"%PDF-")
}

pub(super) fn told(bytes: &[u8]) -> Vec<&'static str> {
    let plain = plain(bytes);
    let bytes = &plain[..];
    let mut told: Vec<&'static str> = Vec::new();
    let mut add = |what: &'static str| {
        if !told.contains(&what) {
            told.push(what);
        }
    };
    for (name, what) in ENTRIES {
        if places(bytes, name).any(is_filled_in) {
            add(what);
        }
    }
    for (name, what) in PARTS {
        if places(bytes, name).next().is_some() {
            add(what);
        }
    }
    told
}

/// The same with each `#41` of a name as the letter that it stands for.
fn plain(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut plain = Zeroizing::new(Vec::with_capacity(bytes.len()));
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.get(..2).filter(|_| *first == b'#');
        let letter = digits.and_then(|digits| HEXLOWER_PERMISSIVE.decode(digits).ok());
        match letter.as_deref() {
            Some([letter]) if letter.is_ascii_graphic() => {
                plain.push(*letter);
                rest = behind.get(2..).unwrap_or_default();
            }
            _ => {
                plain.push(*first);
                rest = behind;
            }
        }
    }
    plain
}

/// What stands behind each place where this stands.
fn places<'b>(bytes: &'b [u8], name: &'b [u8]) -> impl Iterator<Item = &'b [u8]> {
    let found = bytes.windows(name.len()).enumerate();
    found
        .filter(move |(_, here)| *here == name)
        .filter_map(move |(at, _)| bytes.get(at + name.len()..))
}

/// Whether a value stands there and is not empty. A name that goes on is another one.
fn is_filled_in(behind: &[u8]) -> bool {
    let of_a_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let goes_on = behind.first().is_some_and(of_a_name);
    let value = behind.trim_ascii_start();
    !goes_on && !value.starts_with(b"()") && !value.starts_with(b"<>")
}
