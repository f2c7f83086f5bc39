//! The codes of what an office does for a person beside the procedures: check-ins, mandates, next steps, partners.

use super::UnknownCode;

codes!(
    /// What became of a spreadsheet after its import.
    SheetFate {
        /// It was deleted, with its copies.
        Deleted = "deleted",
        /// It is kept, sealed to a key.
        KeptSealed = "kept-sealed",
    }
);

codes!(
    /// What became of a case when the import that had to do with it was taken back.
    ImportFate {
        /// The import had opened it, and it is gone.
        Gone = "gone",
        /// The same, for good, with the names, documents and notes in it.
        Forgotten = "forgotten",
        /// It was there before; what the import had added is taken back.
        Entries = "entries",
        /// Somebody went on with it: it is left as it is.
        Left = "left",
    }
);

codes!(
    /// How a person in danger says that all is well. Never by telephone: whoever holds the person can hold the
    /// telephone, a call tells where it is, and a voice can be made to say that all is well.
    CheckInHow {
        /// A partner sees the person.
        Partner = "partner",
        /// The person comes, or somebody of the office goes there.
        InPerson = "in_person",
        /// A written message with what was agreed.
        Message = "message",
        /// The lawyer says so.
        Lawyer = "lawyer",
        /// Somebody who lives with the person.
        Household = "household",
    }
);

codes!(
    /// What is to be done next, or at an alarm.
    TaskKind {
        /// Ask the European Court of Human Rights for an interim measure (Rule 39).
        Rule39 = "rule_39",
        /// Ask another court or committee for an interim measure.
        InterimMeasure = "interim_measure",
        /// Tell the ombudsman.
        Ombudsman = "ombudsman",
        /// Tell the other office.
        OtherOffice = "other_office",
        /// Tell or ask the lawyer.
        Lawyer = "lawyer",
        /// Tell or ask UNHCR.
        Unhcr = "unhcr",
        /// Tell or ask a partner.
        Partner = "partner",
        /// Ask the authority or the police.
        Authority = "authority",
        /// Speak with the person.
        AskPerson = "ask_person",
        /// Get a paper.
        GetDocument = "get_document",
        /// Have something translated.
        Translate = "translate",
        /// Prepare an interview or a hearing.
        Prepare = "prepare",
        /// Write or file a paper.
        File = "file",
        /// Look after something again.
        Check = "check",
        /// Something else, in the words beside it.
        Other = "other",
    }
);

codes!(
    /// What became of a next step.
    TaskEnd {
        /// It is done.
        Done = "done",
        /// It will not be done.
        Dropped = "dropped",
    }
);

codes!(
    /// What is thought of a disappearance.
    DisappearanceReason {
        /// Nothing is known.
        Unknown = "unknown",
        /// Taken by somebody, or feared to be.
        AbductionFeared = "abduction_feared",
        /// Held by an authority, or feared to be.
        DetentionFeared = "detention_feared",
        /// Went away, or may have.
        MovedOn = "moved_on",
    }
);

codes!(
    /// What the office was asked to do.
    MandateKind {
        /// To advise: the person files.
        Advice = "advice",
        /// To represent: we file.
        Representation = "representation",
        /// To watch: others file.
        Monitoring = "monitoring",
        /// Nothing any more.
        None = "none",
    }
);

codes!(
    /// Who represents the person beside us.
    LawyerFrom {
        /// A lawyer who is not of the office.
        Outside = "outside",
    }
);

codes!(
    /// How the person was told of a deadline.
    TellMeans {
        /// Face to face.
        InPerson = "in_person",
        /// Face to face, through an interpreter.
        Interpreter = "interpreter",
        /// By letter.
        Letter = "letter",
        /// By a written message.
        Message = "message",
        /// By telephone.
        Telephone = "telephone",
    }
);

codes!(
    /// Who has to file before a deadline of the applicant's.
    Files {
        /// The office.
        We = "we",
        /// The person, or an outside lawyer.
        They = "they",
    }
);

codes!(
    /// Which way a person was passed on.
    ReferralKind {
        /// To a partner.
        To = "to",
        /// From a partner to us.
        From = "from",
    }
);

codes!(
    /// What a partner is to help with.
    Service {
        /// Health.
        Medical = "medical",
        /// Mental health.
        Psychological = "psychological",
        /// Law.
        Legal = "legal",
        /// A place to live.
        Housing = "housing",
        /// Safety.
        Protection = "protection",
        /// Something else.
        Other = "other",
    }
);

codes!(
    /// What became of a referral.
    ReferralOutcome {
        /// The partner took the person on.
        Accepted = "accepted",
        /// The partner did not.
        Refused = "refused",
        /// The partner helped, and that is over.
        Done = "done",
    }
);

codes!(
    /// Where a resettlement to a third country stands.
    ResettlementState {
        /// Proposed for it.
        Referred = "referred",
        /// Submitted to the country.
        Submitted = "submitted",
        /// The country said yes.
        Accepted = "accepted",
        /// The country said no.
        Refused = "refused",
        /// Gone there.
        Departed = "departed",
        /// Given up, by the person or by who proposed it.
        Withdrawn = "withdrawn",
    }
);

codes!(
    /// How great the danger is.
    RiskLevel {
        /// No more than for others.
        Low = "low",
        /// Some.
        Medium = "medium",
        /// Great.
        High = "high",
        /// At any moment.
        Extreme = "extreme",
    }
);
