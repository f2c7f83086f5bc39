//! Looks a sentence up in the reader's language; knows no sentence itself.
