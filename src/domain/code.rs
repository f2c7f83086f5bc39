//! The codes of the field (UNHCR, EUAA, Eurostat), as they are stored, typed and printed in JSON.
//!
//! Stored codes are never translated; `locales/` gives their words.

/// Declares a closed list of codes with its printed form, its reader and its serde form in one place.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every code, in the order of the contract.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as it is stored.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownCode;

            fn from_str(text: &str) -> Result<Self, UnknownCode> {
                Self::ALL.iter().copied().find(|c| c.as_str() == text).ok_or(UnknownCode)
            }
        }
    };
}

/// A text that is none of the codes of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not one of the codes")]
pub struct UnknownCode;

// After the macro, which they use.
mod backup;
mod care;
mod deadline;
mod detention;
mod own;
mod person;
mod suspension;

pub use backup::Whereabouts;
pub use care::{
    CheckInHow, DisappearanceReason, Files, ImportFate, LawyerFrom, MandateKind, ReferralKind,
    ReferralOutcome, ResettlementState, RiskLevel, Service, SheetFate, TaskEnd, TaskKind,
    TellMeans,
};
pub use deadline::{Actor, DateBasis, DeadlineState, EntryState, RuleStatus};
pub use detention::ReviewOutcome;
pub use own::{FieldSource, FieldType};
pub use person::{Answer, ConsentMeans, LeaveReason, PersonRole, Purpose, Relation};
pub use suspension::{Suspended, Suspender};

codes!(
    /// Who can open a person's telephone and address, beside the holders of the seal keys.
    ContactRule {
        /// Nobody.
        Sealed = "sealed",
        /// The member that the case is assigned to.
        Worker = "worker",
    }
);

codes!(
    /// Why a contact was sealed to nobody but the holders.
    NotShared {
        /// The office wants it so.
        Rule = "rule",
        /// Nobody works on the case.
        Nobody = "nobody",
        /// Somebody else works on the case.
        Worker = "worker",
        /// Whoever works on the case cannot open the store, or not any more.
        Member = "member",
        /// The store does not know the member's recipient.
        Key = "key",
        /// The member's key is of another sort than those of the holders.
        Sort = "sort",
        /// There is neither telephone nor address.
        Nothing = "nothing",
    }
);

codes!(
    /// What a sealed identity is opened for.
    OpeningReason {
        /// For a court or an authority.
        Court = "court",
        /// To reach the person.
        Contact = "contact",
        /// A medical need.
        Medical = "medical",
        /// To hand the case over.
        Handover = "handover",
        /// To check what was sealed.
        Check = "check",
        /// Something else, in the words beside it.
        Other = "other",
    }
);

codes!(
    /// What a document is that hangs on a case.
    DocumentKind {
        /// A decision of an authority or a court.
        Decision = "decision",
        /// A letter, whoever wrote it.
        Letter = "letter",
        /// What proves something.
        Evidence = "evidence",
        /// A photograph of something else than a paper.
        Photo = "photo",
        /// Something else.
        Other = "other",
    }
);

codes!(
    /// What is applied for.
    ApplicationKind {
        /// Recognition as a refugee.
        RefugeeStatus = "refugee_status",
        /// Subsidiary protection alone.
        SubsidiaryProtection = "subsidiary_protection",
        /// One procedure that may end in refugee status or subsidiary protection.
        SingleProcedure = "single_procedure",
        /// Temporary asylum (Russia: временное убежище).
        TemporaryAsylum = "temporary_asylum",
        /// Temporary protection of a group.
        TemporaryProtection = "temporary_protection",
        /// A national humanitarian status.
        Humanitarian = "humanitarian",
        /// The status of a family member, extended.
        FamilyExtension = "family_extension",
    }
);

codes!(
    /// Where an application stands in a person's series of them.
    ApplicationOrder {
        /// Nothing of the kind was decided before.
        First = "first",
        /// One of the same kind in the same jurisdiction was decided before.
        Subsequent = "subsequent",
        /// An old one was taken up again.
        Reopened = "reopened",
    }
);

codes!(
    /// Where an application stands.
    ApplicationState {
        /// Not decided, or sent back.
        Pending = "pending",
        /// Protection was granted.
        Granted = "granted",
        /// Refused; an appeal may be pending.
        Refused = "refused",
        /// Ended without a decision on the substance.
        Closed = "closed",
        /// Protection was granted, and the authority ended it.
        Ended = "ended",
    }
);

codes!(
    /// What a decision says: granted, refused and revoked on an application, allowed, dismissed and remitted on an
    /// appeal, the others on both.
    Outcome {
        /// Protection is granted.
        Granted = "granted",
        /// Protection is refused.
        Refused = "refused",
        /// The procedure ends without a decision on the substance.
        Closed = "closed",
        /// The appeal succeeds.
        Allowed = "allowed",
        /// The appeal fails.
        Dismissed = "dismissed",
        /// Sent back to the body before.
        Remitted = "remitted",
        /// A status that was granted ends: revoked, withdrawn, cancelled, ceased.
        Revoked = "revoked",
        /// Who decided took the decision back: what it decided is open again.
        Rescinded = "rescinded",
    }
);

codes!(
    /// A form of protection that was granted, strongest first.
    Protection {
        /// Refugee status (asylum).
        RefugeeStatus = "refugee_status",
        /// Subsidiary protection.
        SubsidiaryProtection = "subsidiary_protection",
        /// Temporary protection of a group.
        TemporaryProtection = "temporary_protection",
        /// Temporary asylum for a limited time.
        TemporaryAsylum = "temporary_asylum",
        /// A national humanitarian status.
        Humanitarian = "humanitarian",
        /// Another national status.
        OtherNational = "other_national",
    }
);

codes!(
    /// Why an application was refused.
    Basis {
        /// On the merits.
        Unfounded = "unfounded",
        /// On the merits, in a form that shortens the remedies.
        ManifestlyUnfounded = "manifestly_unfounded",
        /// Not examined: inadmissible.
        Inadmissible = "inadmissible",
        /// Excluded (Refugee Convention art. 1D, 1E, 1F).
        Excluded = "excluded",
        /// Refusal to examine on the merits (Russia).
        RefusedExamination = "refused_examination",
        /// Not said.
        Unspecified = "unspecified",
    }
);

codes!(
    /// Why a procedure ended without a decision on the substance.
    ClosedReason {
        /// The applicant said so.
        WithdrawnExplicit = "withdrawn_explicit",
        /// The authority took it as withdrawn.
        WithdrawnImplicit = "withdrawn_implicit",
        /// Discontinued.
        Discontinued = "discontinued",
        /// The applicant died.
        Died = "died",
        /// Left of free will.
        Departed = "departed",
        /// Removed by the State.
        Removed = "removed",
        /// Extradited.
        Extradited = "extradited",
        /// Disappeared.
        Disappeared = "disappeared",
        /// Abducted.
        Abducted = "abducted",
        /// Resettled to a third country.
        Resettled = "resettled",
        /// Recorded twice.
        Duplicate = "duplicate",
        /// Something else.
        Other = "other",
    }
);

codes!(
    /// The kind of a remedy.
    AppealKind {
        /// To a body that is no court.
        AdministrativeReview = "administrative_review",
        /// To a court or a tribunal of the judiciary.
        Appeal = "appeal",
        /// Against the decision on an appeal.
        FurtherAppeal = "further_appeal",
        /// To a constitutional court.
        Constitutional = "constitutional",
        /// To an international body.
        International = "international",
    }
);

codes!(
    /// Where an appeal stands.
    AppealState {
        /// Not decided.
        Pending = "pending",
        /// It succeeded.
        Allowed = "allowed",
        /// It failed.
        Dismissed = "dismissed",
        /// Sent back.
        Remitted = "remitted",
        /// Ended without a decision on the substance.
        Closed = "closed",
    }
);

codes!(
    /// A paper that is filed in a procedure.
    FilingKind {
        /// The grounds of an appeal.
        AppealGrounds = "appeal_grounds",
        /// A request for an interim measure.
        InterimMeasure = "interim_measure",
        /// A request to accept a late act.
        OutOfTime = "out_of_time",
        /// A request for more time.
        ExtensionRequest = "extension_request",
        /// Documents.
        Documents = "documents",
        /// A reply.
        Reply = "reply",
        /// A request for legal aid.
        LegalAid = "legal_aid",
        /// A fee paid.
        Fee = "fee",
        /// Asks the same body to take up a closed case again.
        ReopeningRequest = "reopening_request",
        /// The written claim itself.
        ClaimForm = "claim_form",
        /// Came in person and registered or reported.
        Registration = "registration",
        /// Told the body of a new address.
        AddressNotice = "address_notice",
        /// Asks to prolong a status or document.
        Renewal = "renewal",
    }
);

codes!(
    /// Sex as recorded.
    Sex {
        /// Female.
        F = "f",
        /// Male.
        M = "m",
        /// Neither.
        X = "x",
        /// Not known.
        Unknown = "unknown",
    }
);

codes!(
    /// Why a case was closed.
    CaseEnd {
        /// Protection was found.
        Protected = "protected",
        /// Removed by the State.
        Removed = "removed",
        /// Left of free will.
        Departed = "departed",
        /// Died.
        Died = "died",
        /// Handed to another office.
        Transferred = "transferred",
        /// No contact any more.
        ContactLost = "contact_lost",
        /// Recorded twice.
        Duplicate = "duplicate",
        /// Something else.
        Other = "other",
    }
);

impl CaseEnd {
    /// Who is gone has no duty to leave any more.
    pub const fn is_gone(self) -> bool {
        matches!(self, Self::Died | Self::Departed | Self::Removed)
    }
}

codes!(
    /// How two cases belong together.
    LinkKind {
        /// The same family.
        Family = "family",
        /// The same person.
        SamePerson = "same_person",
        /// Otherwise.
        Related = "related",
    }
);

codes!(
    /// What happens beside applications, decisions and appeals.
    HappeningKind {
        /// An interview with the authority; may lie ahead.
        Interview = "interview",
        /// A hearing; may lie ahead.
        Hearing = "hearing",
        /// A document issued; `until` is the printed end of its validity.
        Document = "document",
        /// A measure to remove the person.
        Removal = "removal",
        /// Deprivation of liberty, from `date` to `until`.
        Detention = "detention",
        /// Set free.
        Release = "release",
        /// Left the country.
        Departure = "departure",
        /// The office and the person spoke.
        Contact = "contact",
        /// A step of the procedure, named by its kind.
        Step = "step",
    }
);

impl HappeningKind {
    /// A removal or a detention: something that a remedy can be used against.
    pub const fn is_measure(self) -> bool {
        matches!(self, Self::Removal | Self::Detention)
    }
}

codes!(
    /// What became of a hearing or an interview; nothing yet where absent.
    Appointment {
        /// It took place.
        Held = "held",
        /// It was put off, and the new day is not known yet.
        Moved = "moved",
        /// It will not take place.
        Cancelled = "cancelled",
    }
);

codes!(
    /// A step of the procedure that has no word of its own (`record step --kind`): an event that rules wait for, or one that
    /// says where a procedure stands.
    StepKind {
        /// Crossed the border.
        Entry = "entry",
        /// Came forward to the responsible authority.
        Presentation = "presentation",
        /// New facts, new evidence or changed circumstances.
        CircumstanceChanged = "circumstance_changed",
        /// Admitted to examination.
        ApplicationAdmitted = "application_admitted",
        /// Passed on to the body that decides.
        ApplicationReferred = "application_referred",
        /// Told that something is missing.
        ApplicationIncomplete = "application_incomplete",
        /// Asked for information or comments.
        InformationRequested = "information_requested",
        /// Decided to examine the substance.
        ExaminationOpened = "examination_opened",
        /// Found eligible for the next stage.
        EligibilityPositive = "eligibility_positive",
        /// Did not come to an interview or a hearing.
        AppointmentMissed = "appointment_missed",
        /// Told that the application will count as withdrawn.
        WithdrawalNotice = "withdrawal_notice",
        /// Told to go to an assigned place.
        ReferredToPlace = "referred_to_place",
        /// The day of another limit is known.
        DeadlineSet = "deadline_set",
        /// Moved.
        AddressChanged = "address_changed",
        /// Leave for a subsequent application was given.
        ConsentGiven = "consent_given",
        /// A procedural or interim decision of the first instance.
        DecisionInterim = "decision_interim",
        /// Any other act against the person.
        DecisionAdverse = "decision_adverse",
        /// Told that a risk assessment before removal can be asked for.
        PrraOffered = "prra_offered",
        /// A decree, a suspension or the coming into force of a law.
        LawEvent = "law_event",
        /// Told that a status may be taken away.
        StatusReviewNotice = "status_review_notice",
        /// A measure against a person with a status.
        StatusMeasure = "status_measure",
        /// An appeal was struck out.
        AppealStruckOut = "appeal_struck_out",
        /// A court decided on a point of procedure.
        CourtRuling = "court_ruling",
        /// Permission to appeal was refused.
        PermissionRefused = "permission_refused",
        /// A judgment came into force.
        JudgmentInForce = "judgment_in_force",
        /// No ordinary remedy is left against the refusal.
        RefusalFinal = "refusal_final",
        /// All remedies of the State were used.
        RemediesExhausted = "remedies_exhausted",
        /// The other side answered.
        ResponseReceived = "response_received",
        /// Legal aid was asked for.
        LegalAidRequested = "legal_aid_requested",
        /// Legal aid was decided on.
        LegalAidDecided = "legal_aid_decided",
        /// What kept the person from acting in time ended.
        ObstacleEnded = "obstacle_ended",
        /// The act or the silence itself happened.
        RightsAffected = "rights_affected",
        /// The other State was asked to take charge or take back.
        TransferRequestReceived = "transfer_request_received",
        /// The other State accepted, or its silence counts so.
        TransferAccepted = "transfer_accepted",
        /// Fingerprints were found in Eurodac.
        EurodacHit = "eurodac_hit",
        /// Told that a removal procedure was opened.
        RemovalProcedureOpened = "removal_procedure_opened",
        /// An authority asked a court for a measure against the person.
        AuthorityRequested = "authority_requested",
        /// Lawful stay ended.
        StayEnded = "stay_ended",
        /// Asked to prolong in time.
        RenewalFiled = "renewal_filed",
        /// A delivery failed.
        DeliveryFailed = "delivery_failed",
        /// An act that came too late was accepted all the same.
        OutOfTimeAccepted = "out_of_time_accepted",
        /// A transfer to another State was not carried out.
        TransferFailed = "transfer_failed",
        /// This State took over the examination that another was to do.
        ResponsibilityTaken = "responsibility_taken",
        /// An international court or committee said that the person must not be removed (Rule 39).
        InterimMeasureGranted = "interim_measure_granted",
        /// A court or an authority of the State said that the removal must wait.
        SuspensionGranted = "suspension_granted",
        /// A court or an authority said that the removal need not wait.
        SuspensionRefused = "suspension_refused",
        /// What had stopped the removal is over.
        SuspensionEnded = "suspension_ended",
    }
);

codes!(
    /// The kind of a removal measure (`record removal --kind`).
    RemovalKind {
        /// An order to leave or be returned.
        ReturnDecision = "return_decision",
        /// A transfer to another responsible State.
        Transfer = "transfer",
        /// Entry refused at the border.
        EntryRefused = "entry_refused",
        /// Extradition.
        Extradition = "extradition",
        /// A date of removal is near.
        Imminent = "imminent",
        /// The person must not come back for a time.
        EntryBan = "entry_ban",
    }
);

codes!(
    /// How a decision reached the person.
    Means {
        /// Ordinary post.
        Post = "post",
        /// Registered letter.
        RegisteredLetter = "registered_letter",
        /// Electronically.
        Electronic = "electronic",
        /// By hand.
        Hand = "hand",
        /// Handed to the reception facility.
        Facility = "facility",
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        for kind in ApplicationKind::ALL {
            assert_eq!(kind.as_str().parse::<ApplicationKind>(), Ok(*kind));
        }
        assert_eq!("asylum".parse::<ApplicationKind>(), Err(UnknownCode));
    }
}
