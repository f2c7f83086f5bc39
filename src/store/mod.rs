//! The encrypted file: the event log, the head that guards it, and what is projected from it.
