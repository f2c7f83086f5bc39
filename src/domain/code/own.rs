//! The codes of the fields that an office declares for itself.

use super::UnknownCode;

codes!(
    /// What a field of the office's own holds. Never free text.
    FieldType {
        /// One of the values that the office lists.
        Code = "code",
        /// Yes or no.
        YesNo = "yes_no",
        /// A whole number between two bounds.
        Number = "number",
        /// A date, as far as it is known.
        Date = "date",
    }
);

codes!(
    /// From where the value of such a field is known.
    FieldSource {
        /// The person said so.
        Person = "person",
        /// It stands on a paper.
        Document = "document",
        /// An authority said so.
        Authority = "authority",
        /// A partner said so.
        Partner = "partner",
        /// The office found it out itself.
        Office = "office",
        /// Otherwise.
        Other = "other",
    }
);
