//! Referrals to partners and from them.

use serde::{Deserialize, Serialize};

use super::ImportRef;
use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::{ReferralKind, ReferralOutcome, Service};

/// The person was passed on to a partner, or by one to us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referred {
    /// Which way.
    pub kind: ReferralKind,
    /// A code of the office's own, never a person's name.
    pub partner: String,
    /// What for.
    pub service: Service,
    /// When.
    pub date: PartialDate,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// What became of a referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralAnswered {
    /// Which (its first event).
    pub on: EventId,
    /// What.
    pub outcome: ReferralOutcome,
    /// When.
    pub date: PartialDate,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}
