//! What is shown of the persons of a case.

use super::view;
use crate::base::date::PartialDate;
use crate::domain::code::{Answer, LeaveReason, PersonRole, Purpose, Relation, Sex};

view! {
    /// `person list`.
    struct People {
        /// `nansen.people/1`
        pub schema: &'static str,
        /// The case number.
        pub case: String,
        /// For people: the callsign.
        #[serde(skip)]
        pub callsign: String,
        /// By number.
        pub items: Vec<Person>,
    }

    /// One person of a case.
    struct Person {
        /// The number that `--person` takes.
        pub person: u16,
        /// What the person is in the procedure.
        pub role: PersonRole,
        /// What the person is to the first one.
        pub relation: Option<Relation>,
        /// Sex as recorded.
        pub sex: Sex,
        /// Year of birth.
        pub born: Option<i32>,
        /// Country of origin.
        pub origin: String,
        /// Since when the person belongs to the case.
        pub since: Option<PartialDate>,
        /// Why the person left the file.
        pub left: Option<LeaveReason>,
        /// When.
        pub left_on: Option<PartialDate>,
        /// What the person agreed to, by purpose.
        pub consents: Vec<Consent>,
    }

    /// What a person agreed to.
    struct Consent {
        /// To what.
        pub kind: Purpose,
        /// The answer that holds.
        pub answer: Answer,
        /// When it was given.
        pub date: Option<PartialDate>,
    }

    /// One of several persons for whom something was recorded at once.
    struct RecordedFor {
        /// The person.
        pub person: u16,
        /// The event written.
        pub event: String,
        /// What `--on` calls it (`A2.1`), where it can be named.
        pub r#ref: Option<String>,
    }
}
