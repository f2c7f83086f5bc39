//! Where copies of backups lie.

use super::UnknownCode;

codes!(
    /// How far a copy of a backup lies from the store.
    Whereabouts {
        /// On the disk that the store lies on, or beside it.
        Disk = "disk",
        /// On another medium, in this office.
        Office = "office",
        /// Outside this office.
        Elsewhere = "elsewhere",
        /// Nowhere any more: lost, destroyed, overwritten.
        Gone = "gone",
    }
);
