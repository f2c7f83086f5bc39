//! What of a table may be published.
