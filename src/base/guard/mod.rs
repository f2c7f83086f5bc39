//! Warns of personal data in free text. It sees numbers, addresses and titles; it cannot see names.
//!
//! English, Russian, French, Spanish and Arabic, with some German and Greek. Every detector is one pass over the words with a small window, so
//! that no text makes it slow.

mod arabic;
mod column;
mod contact;
mod person;
mod token;
mod words;

pub use column::names_a_person;

/// What a text seems to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A bank account (IBAN).
    Iban,
    /// The machine-readable lines of a passport.
    Mrz,
    /// The number of a passport, another document or an authority's file.
    Document,
    /// A day of birth.
    Birth,
    /// A handle, a profile or another web address.
    Link,
    /// A postal address.
    Address,
    /// A person named with a title or a patronymic.
    Titled,
}

impl Kind {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Iban => "iban",
            Self::Mrz => "mrz",
            Self::Document => "document",
            Self::Birth => "birth",
            Self::Link => "link",
            Self::Address => "address",
            Self::Titled => "titled",
        }
    }
}

/// What kinds of personal data a text seems to hold, each once, in order. An empty answer never means that it is clean.
pub fn findings(text: &str) -> Vec<Kind> {
    let text = arabic::plain(text);
    let words = token::words(&text);
    let found = [
        (Kind::Email, contact::email(&text)),
        (Kind::Phone, contact::phone(&text, &words)),
        (Kind::Iban, contact::iban(&words)),
        (Kind::Mrz, contact::mrz(&text)),
        (Kind::Document, person::document(&words)),
        (Kind::Birth, person::birth(&words)),
        (Kind::Link, contact::link(&text, &words)),
        (Kind::Address, person::address(&words)),
        (Kind::Titled, person::titled(&words)),
    ];
    found
        .into_iter()
        .filter(|(_, is)| *is)
        .map(|(kind, _)| kind)
        .collect()
}

#[cfg(test)]
mod tests;
