//! The codes of what keeps a removal from being carried out.

use super::UnknownCode;

codes!(
    /// Whether a removal must wait.
    Suspended {
        /// Something that is recorded stops it.
        Suspended = "suspended",
        /// Nothing that is recorded stops it.
        NotSuspended = "not_suspended",
        /// Something is recorded that may stop it, or not.
        Unknown = "unknown",
    }
);

codes!(
    /// What something that is recorded means for a removal.
    Suspender {
        /// An international court or committee stopped it.
        InterimMeasure = "interim_measure",
        /// A court or an authority of the State stopped it.
        Order = "order",
        /// A fact says that the remedy stops it.
        Said = "said",
        /// The law says that the remedy stops it by itself.
        Automatic = "automatic",
        /// The law says that the remedy stops it in some cases.
        Partial = "partial",
        /// The remedy may have come too late to stop it.
        Late = "late",
        /// The rules do not say whether the remedy stops it.
        Unsaid = "unsaid",
        /// It may belong to something else: what the measure goes with is not recorded.
        Apart = "apart",
        /// The law says that this must be asked for.
        OnRequest = "on_request",
        /// The law says that the remedy does not stop it.
        Not = "not",
        /// A fact says that the remedy does not stop it.
        TakenAway = "taken_away",
        /// That it should wait was asked for and refused.
        Denied = "denied",
    }
);

impl Suspender {
    /// What follows for the removal.
    pub const fn means(self) -> Suspended {
        match self {
            Self::InterimMeasure | Self::Order | Self::Said | Self::Automatic => {
                Suspended::Suspended
            }
            Self::Partial | Self::Late | Self::Unsaid | Self::Apart => Suspended::Unknown,
            Self::OnRequest | Self::Not | Self::TakenAway | Self::Denied => Suspended::NotSuspended,
        }
    }
}
