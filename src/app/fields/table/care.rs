//! What is recorded beside the procedures: check-ins, mandates, next steps, referrals, resettlement, risk.

use super::{ON, ask, may, must};
use crate::app::fields::{Form, Kind};
use crate::domain::code::{
    CheckInHow, DisappearanceReason, FieldSource, LawyerFrom, LinkKind, MandateKind, ReferralKind,
    ReferralOutcome, ResettlementState, RiskLevel, Service, TaskEnd, TaskKind, TellMeans,
};

pub(super) const CHECK_IN: Kind = Kind {
    name: "check-in",
    wire: "check-in/1",
    fields: &[must("date", Form::Past)],
};
pub(super) const DISAPPEARANCE: Kind = Kind {
    name: "disappearance",
    wire: "disappearance/1",
    fields: &[
        must("date", Form::Past),
        ask("reason", Form::Code(texts!(DisappearanceReason))),
    ],
};
pub(super) const REAPPEARANCE: Kind = Kind {
    name: "reappearance",
    wire: "reappearance/1",
    fields: &[must("date", Form::Past)],
};
pub(super) const MANDATE: Kind = Kind {
    name: "mandate",
    wire: "mandate/1",
    fields: &[
        must("kind", Form::Code(texts!(MandateKind))),
        must("date", Form::Past),
        may("until", Form::Date),
        ask("lawyer", Form::Code(texts!(LawyerFrom))),
        ask("attorney_until", Form::Date),
    ],
};
pub(super) const REFERRAL: Kind = Kind {
    name: "referral",
    wire: "referral/1",
    fields: &[
        must("kind", Form::Code(texts!(ReferralKind))),
        must("partner", Form::Word),
        must("service", Form::Code(texts!(Service))),
        must("date", Form::Past),
    ],
};
pub(super) const REFERRAL_OUTCOME: Kind = Kind {
    name: "referral-outcome",
    wire: "referral-outcome/1",
    fields: &[
        ON,
        must("outcome", Form::Code(texts!(ReferralOutcome))),
        must("date", Form::Past),
    ],
};
pub(super) const RESETTLEMENT: Kind = Kind {
    name: "resettlement",
    wire: "resettlement/1",
    fields: &[
        must("state", Form::Code(texts!(ResettlementState))),
        must("country", Form::Country),
        must("date", Form::Past),
    ],
};
pub(super) const RISK: Kind = Kind {
    name: "risk",
    wire: "risk/1",
    fields: &[
        must("level", Form::Code(texts!(RiskLevel))),
        must("review", Form::Day),
        must("date", Form::Past),
    ],
};

/// A field of the office's own: which ones there are, the office declares.
pub(super) const FIELD: Kind = Kind {
    name: "field",
    wire: "field/1",
    fields: &[
        must("field", Form::Own),
        ask("date", Form::Past),
        may("source", Form::Code(texts!(FieldSource))),
    ],
};

/// What commands other than `record` record, and an import as well.
pub static DESK: &[Kind] = &[
    Kind {
        name: "check-in-set",
        wire: "check-in-set/1",
        fields: &[
            must("every", Form::Every),
            must("how", Form::Code(texts!(CheckInHow))),
            must("date", Form::PastDay),
        ],
    },
    Kind {
        name: "check-in-end",
        wire: "check-in-end/1",
        fields: &[must("date", Form::Past), may("because", Form::Line)],
    },
    Kind {
        name: "task",
        wire: "task/1",
        fields: &[
            must("what", Form::Code(texts!(TaskKind))),
            may("text", Form::Line),
            must("due", Form::Day),
            may("to", Form::Alias),
        ],
    },
    Kind {
        name: "task-act",
        wire: "task-act/1",
        fields: &[
            ON,
            must("act", Form::Code(texts!(TaskEnd))),
            must("date", Form::PastDay),
            may("because", Form::Line),
        ],
    },
];

/// What was done about a deadline, in an import: which one, what was done and until when is looked at apart.
pub static ACTED: Kind = Kind {
    name: "deadline-act",
    wire: "deadline-act/1",
    fields: &[must("date", Form::PastDay), may("because", Form::Line)],
};

/// That a case belongs to another, in an import: which other is looked at apart.
pub static LINK: Kind = Kind {
    name: "link",
    wire: "link/1",
    fields: &[must("as", Form::Code(texts!(LinkKind)))],
};

/// That a person was told of a deadline; which one is looked at apart.
pub static TOLD: Kind = Kind {
    name: "deadline-told",
    wire: "deadline-told/1",
    fields: &[
        must("date", Form::PastDay),
        must("means", Form::Code(texts!(TellMeans))),
        must("language", Form::Language),
    ],
};
