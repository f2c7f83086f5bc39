//! One use case a file; takes plain input, owns the open session, returns a plain view.

pub mod fields;
pub mod view;
