//! How one event binds the next: the bytes of a row, its hash, its seal.
