//! Turns a view into text: one file a format; knows nothing of where it came from.
