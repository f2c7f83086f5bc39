//! The faults of the store, the keys, files and rules.

use std::io;

use super::Told;
use crate::base::file::FileError;
use crate::base::random::NoRandomness;
use crate::cli::exit::Exit;
use crate::i18n::Locale;
use crate::journal::JournalError;
use crate::rules::RuleError;
use crate::store::{Damage, StoreError};
use crate::vault::{BadCard, BadShare, VaultError};

/// The store.
pub(super) fn tell_store(error: &StoreError) -> Told {
    let failed = |id| Told::new(id, Exit::Failed);
    match error {
        StoreError::NotAStore => failed("store.absent"),
        StoreError::Exists => failed("store.exists"),
        StoreError::Missing { what } => failed("store.missing-file").with("file", what.name()),
        StoreError::NotForThisKey => Told::new("store.locked", Exit::Locked),
        StoreError::OtherKeys => Told::new("store.other-keys", Exit::Locked),
        StoreError::Unfinished => failed("store.keys-unfinished"),
        StoreError::NewerFormat { found, known } => failed("store.newer")
            .with("found", found)
            .with("known", known),
        StoreError::OlderFormat { found, known } => failed("store.older")
            .with("found", found)
            .with("known", known),
        StoreError::Damaged { what } => damaged(*what),
        StoreError::NotABackup => Told::new("backup.damaged", Exit::Integrity),
        StoreError::Busy => failed("store.busy"),
        StoreError::Full => failed("store.full"),
        StoreError::NotWritten { code } => failed("store.not-written").with("code", code),
        StoreError::Unsure => failed("store.unsure"),
        StoreError::Unreadable => failed("store.unreadable"),
        StoreError::ReadOnly => failed("store.read-only"),
        StoreError::Stale => failed("store.stale"),
        StoreError::Build { setting } => {
            Told::new("defect.build", Exit::Defect).with("setting", setting)
        }
        StoreError::NoSuchCase => failed("case.gone"),
        StoreError::Sqlite { code } => failed("store.database").with("code", code.to_string()),
        StoreError::Vault(error) => tell_vault(error),
        StoreError::Journal(error) => tell_journal(error),
        StoreError::Io(error) => tell_io(error),
        StoreError::Random(NoRandomness) => no_randomness(),
    }
}

fn damaged(what: Damage) -> Told {
    let id = match what {
        Damage::Keys => "damaged.keys",
        Damage::Head => "damaged.head",
        Damage::Database => "damaged.database",
        Damage::OlderDatabase => "damaged.older-database",
        Damage::OtherHistory => "damaged.other-history",
        Damage::History => "damaged.history",
        Damage::Payload => "damaged.payload",
        Damage::Projection => "damaged.projection",
        Damage::Attachment => "damaged.attachment",
    };
    Told::new(id, Exit::Integrity)
}

fn tell_journal(error: &JournalError) -> Told {
    match error {
        JournalError::Link { .. } | JournalError::Hash { .. } => damaged(Damage::History),
        JournalError::Payload { .. }
        | JournalError::Commitment { .. }
        | JournalError::Unreadable { .. } => damaged(Damage::Payload),
        JournalError::Unwritable => Told::new("defect.unwritable", Exit::Defect),
        JournalError::Randomness(NoRandomness) => no_randomness(),
    }
}

/// Keys.
pub(super) fn tell_vault(error: &VaultError) -> Told {
    let locked = |id| Told::new(id, Exit::Locked);
    let not = |id| Told::new(id, Exit::NotUnderstood);
    match error {
        VaultError::Passphrase => locked("key.passphrase"),
        VaultError::NoPassphrase => locked("key.no-passphrase"),
        VaultError::TooMuchWork { log_n } => {
            locked("key.too-much-work").with("log", log_n.to_string())
        }
        VaultError::NotAnIdentity => locked("key.not-a-key"),
        VaultError::IdentityDamaged => Told::new("key.damaged", Exit::Integrity),
        VaultError::NotARecipient => not("key.recipient"),
        VaultError::NoRecipients => not("key.no-recipients"),
        VaultError::TooLong => not("identity.too-long"),
        VaultError::MixedRecipients => not("key.mixed"),
        VaultError::NotForThisKey => locked("store.locked"),
        VaultError::Damaged => damaged(Damage::Keys),
        VaultError::NewerFormat { found } => Told::new("store.newer", Exit::Failed)
            .with("found", found)
            .with("known", crate::store::FORMAT),
        VaultError::CaseKey { .. } => damaged(Damage::Payload),
        VaultError::Card(BadCard::Count { found }) => not("card.length").with("found", found),
        VaultError::Card(BadCard::Word { place }) => not("card.word").with("place", place),
        VaultError::Card(BadCard::Check) => not("card.check"),
        VaultError::Share(BadShare::Count { found }) => not("share.length").with("found", found),
        VaultError::Share(BadShare::Word { place }) => not("share.word").with("place", place),
        VaultError::Share(BadShare::Check) => not("share.check"),
        VaultError::Share(BadShare::Sort) => not("share.sort"),
        VaultError::Share(BadShare::Same) => not("share.same"),
        VaultError::Share(BadShare::OtherSet) => not("share.other-set"),
        VaultError::Read { source, .. } if source.kind() == io::ErrorKind::NotFound => {
            locked("key.absent")
        }
        VaultError::Read { source, .. } => tell_io(source),
        VaultError::File(error) => tell_file(error),
        VaultError::NotKept(_) => Told::new("key.not-kept", Exit::Failed),
        VaultError::StillKept(_) => Told::new("key.still-kept", Exit::Failed),
        VaultError::Encryption => Told::new("defect.encryption", Exit::Defect),
        VaultError::Randomness(NoRandomness) => no_randomness(),
    }
}

/// Files. Their paths are not named: they may lie below somebody's home.
pub(super) fn tell_file(error: &FileError) -> Told {
    match error {
        FileError::Exists { .. } => Told::new("file.exists", Exit::Failed),
        FileError::Io { source, .. } => tell_io(source),
    }
}

/// The system.
pub(super) fn tell_io(error: &io::Error) -> Told {
    let id = match error.kind() {
        io::ErrorKind::NotFound => "file.absent",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "file.forbidden",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            "file.full"
        }
        io::ErrorKind::IsADirectory => "file.folder",
        io::ErrorKind::InvalidInput => "file.no-file",
        io::ErrorKind::InvalidData => "file.not-text",
        _ => "file.failed",
    };
    Told::new(id, Exit::Failed)
}

/// The operating system gave no random bytes.
pub(super) const fn no_randomness() -> Told {
    Told::new("system.randomness", Exit::Failed)
}

/// Rules.
pub(super) fn tell_rule(error: &RuleError, locale: &Locale) -> Told {
    let not = |id| Told::new(id, Exit::NotUnderstood);
    match error {
        RuleError::UnknownRule { close } => {
            Told::new("rule.unknown", Exit::Failed).and(like(close, locale))
        }
        RuleError::UnknownFact { close } => not("rule.fact").and(like(close, locale)),
        RuleError::UnknownValue { fact, known } => not("rule.value")
            .with("fact", fact)
            .and(these(known, locale)),
        RuleError::UnknownDate { close } => not("rule.date").and(like(close, locale)),
        RuleError::UnknownEvent { known } => not("rule.event").and(these(known, locale)),
        RuleError::UnknownRegion {
            jurisdiction,
            known,
        } => not("rule.region")
            .with("law", jurisdiction)
            .and(these(known, locale)),
    }
}

/// All the words that are known; what was typed is not repeated.
pub(super) fn these(known: &[String], locale: &Locale) -> Option<String> {
    (!known.is_empty()).then(|| locale.code("known", "these") + " " + &known.join(", "))
}

/// The words that are like what was typed, which is not repeated.
pub(super) fn like(close: &[String], locale: &Locale) -> Option<String> {
    let words = close.join(", ");
    (!close.is_empty()).then(|| locale.say("args-like", &[("words", &words)]))
}
