//! The codes of the persons of a case: who they are to it, why they left it, what they agreed to.

use super::UnknownCode;

codes!(
    /// What a person is in the procedure of a case.
    PersonRole {
        /// Applies in their own right.
        Applicant = "applicant",
        /// Depends on the application of another.
        Dependant = "dependant",
        /// A child without an adult who is responsible.
        UnaccompaniedMinor = "unaccompanied_minor",
        /// A child apart from both parents, with another adult of the family.
        SeparatedChild = "separated_child",
    }
);

codes!(
    /// What a person is to the first person of the case.
    Relation {
        /// Married to, or living as if.
        Spouse = "spouse",
        /// Son or daughter.
        Child = "child",
        /// Mother or father.
        Parent = "parent",
        /// Brother or sister.
        Sibling = "sibling",
        /// Another relative.
        Other = "other",
    }
);

codes!(
    /// Why a person left the file.
    LeaveReason {
        /// Died.
        Died = "died",
        /// Left the country of free will.
        Departed = "departed",
        /// Removed by the State.
        Removed = "removed",
        /// Another office helps now.
        Transferred = "transferred",
        /// No contact any more.
        ContactLost = "contact_lost",
        /// Has a case of their own here.
        OwnCase = "own_case",
        /// Recorded twice.
        Duplicate = "duplicate",
        /// Something else.
        Other = "other",
    }
);

impl LeaveReason {
    /// Counted elsewhere: here it would be twice.
    pub const fn is_counted_elsewhere(self) -> bool {
        matches!(self, Self::OwnCase | Self::Duplicate)
    }

    /// Who is gone has no duty to leave any more.
    pub const fn is_gone(self) -> bool {
        matches!(self, Self::Died | Self::Departed | Self::Removed)
    }
}

codes!(
    /// What a person was asked to agree to.
    Purpose {
        /// That the office helps, and keeps what it needs for that.
        Assistance = "assistance",
        /// That another organisation is told.
        Referral = "referral",
        /// To be counted in tables.
        Statistics = "statistics",
        /// That something of the case is told to the public.
        Publicity = "publicity",
        /// That somebody studies the case.
        Research = "research",
    }
);

impl Purpose {
    /// Nothing is done for it without a recorded yes.
    pub const fn needs_a_yes(self) -> bool {
        matches!(self, Self::Referral | Self::Publicity | Self::Research)
    }
}

codes!(
    /// What a person answered.
    Answer {
        /// Yes.
        Given = "given",
        /// No.
        Refused = "refused",
        /// First yes, then no.
        Withdrawn = "withdrawn",
        /// Nobody has asked.
        NotAsked = "not_asked",
    }
);

impl Answer {
    /// A no, whenever it was said.
    pub const fn is_no(self) -> bool {
        matches!(self, Self::Refused | Self::Withdrawn)
    }
}

codes!(
    /// How a person answered.
    ConsentMeans {
        /// In writing.
        Written = "written",
        /// By word of mouth.
        Oral = "oral",
        /// By word of mouth, through an interpreter.
        Interpreter = "interpreter",
        /// By a guardian or another representative.
        Representative = "representative",
    }
);
