//! The codes of deadlines and of the rules that give them.

use super::UnknownCode;

codes!(
    /// Who has to act before a deadline.
    Actor {
        /// The person or we for the person.
        Applicant = "applicant",
        /// The deciding authority.
        Authority = "authority",
        /// A court.
        Court = "court",
        /// A State.
        State = "state",
        /// Nobody: a document or status runs out.
        Document = "document",
        /// Nobody: the rule feeds other rules.
        Rule = "rule",
    }
);

codes!(
    /// How well the text of a rule is known.
    RuleStatus {
        /// The text was read.
        Verified = "verified",
        /// Part of it was read.
        PartlyVerified = "partly_verified",
        /// From memory: check before you rely on it.
        Remembered = "remembered",
        /// Proposed, vacated or repealed: never gives a date.
        NotInForce = "not_in_force",
    }
);

codes!(
    /// Where a deadline stands at a day.
    DeadlineState {
        /// Nothing met it and it has not passed.
        Open = "open",
        /// Sent, but arrival, which alone counts, is not proved.
        Sent = "sent",
        /// Met in time.
        Met = "met",
        /// Met after its day.
        MetLate = "met_late",
        /// Passed, and nothing met it.
        Missed = "missed",
        /// No longer needed: another remedy was used or the ground fell away.
        Moot = "moot",
        /// Over before an import brought it to us.
        Lapsed = "lapsed",
        /// A person decided not to act.
        Waived = "waived",
        /// A person entered a later day, granted by the body.
        Extended = "extended",
        /// Rests on something nobody has confirmed.
        Unconfirmed = "unconfirmed",
    }
);

codes!(
    /// Whether an entry of the history stands.
    EntryState {
        /// It stands.
        Live = "live",
        /// A correction stands in its place.
        Replaced = "replaced",
        /// It was taken back.
        Retracted = "retracted",
    }
);

codes!(
    /// The day of an event that a time limit runs from.
    DateBasis {
        /// When it happened (entry, departure).
        Happened = "happened",
        /// The decision's own date, as decided.
        Decided = "decided",
        /// Told to the person.
        Notified = "notified",
        /// Formally served.
        Served = "served",
        /// Came into the person's hands.
        Received = "received",
        /// Sent off to the person.
        Sent = "sent",
        /// The person came to know of it.
        Learned = "learned",
        /// The date printed on the paper.
        Dated = "dated",
        /// Pronounced aloud.
        Pronounced = "pronounced",
        /// Issued in final written form.
        FinalForm = "final_form",
        /// Became final.
        Final = "final",
        /// Came into force.
        InForce = "in_force",
        /// Handed over, to a facility or the post.
        HandedOver = "handed_over",
        /// Made: the wish for protection was said to an authority.
        Made = "made",
        /// Registered by the authority.
        Registered = "registered",
        /// Lodged: filed, complete.
        Lodged = "lodged",
        /// Issued (documents).
        Issued = "issued",
        /// Runs out (documents).
        Expires = "expires",
        /// Accepted.
        Accepted = "accepted",
        /// Published.
        Published = "published",
    }
);
