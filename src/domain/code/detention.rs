//! The codes of reviews of a detention.

use super::UnknownCode;

codes!(
    /// What came of a review of a detention. Who is set free is released: that is an entry of its own.
    ReviewOutcome {
        /// The detention goes on.
        Upheld = "upheld",
        /// It was to be held, and was not.
        NotHeld = "not_held",
        /// None was held: the day of the next became known.
        Planned = "planned",
    }
);
