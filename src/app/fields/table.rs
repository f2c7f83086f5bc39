//! The table itself: each kind with its fields, in the order in which they are asked.

use super::{Field, Form, Kind, Need};
use crate::domain::code::{
    Actor, Answer, AppealKind, ApplicationKind, ApplicationOrder, Appointment, Basis, CaseEnd,
    ClosedReason, ConsentMeans, FilingKind, LeaveReason, Means, Outcome, PersonRole, Protection,
    Purpose, Relation, RemovalKind, ReviewOutcome, Sex, StepKind,
};

macro_rules! texts {
    ($code:ty) => {{
        const ALL: &[$code] = <$code>::ALL;
        const TEXTS: [&str; ALL.len()] = {
            let mut texts = [""; ALL.len()];
            let mut at = 0;
            while at < ALL.len() {
                #[expect(
                    clippy::indexing_slicing,
                    reason = "bounded by the loop, at compile time"
                )]
                {
                    texts[at] = ALL[at].as_str();
                }
                at += 1;
            }
            texts
        };
        &TEXTS
    }};
}

// After the macro, which it uses.
mod care;

const fn must(name: &'static str, form: Form) -> Field {
    Field {
        name,
        form,
        need: Need::Required,
    }
}
const fn ask(name: &'static str, form: Form) -> Field {
    Field {
        name,
        form,
        need: Need::Asked,
    }
}
const fn may(name: &'static str, form: Form) -> Field {
    Field {
        name,
        form,
        need: Need::Optional,
    }
}

const PROTECTIONS: &[&str] = texts!(Protection);
const ON: Field = may("on", Form::On);

const HAPPENING_AHEAD: &[Field] = &[
    must("date", Form::Date),
    may("at", Form::Hour),
    may("until", Form::Date),
    ON,
    may("kind", Form::Word),
    ask("place", Form::Word),
    ask("language", Form::Word),
    may("needs", Form::Words),
    may("status", Form::Code(texts!(Appointment))),
    may("checked", Form::Past),
];
const HAPPENING_PAST: &[Field] = &[
    must("date", Form::Past),
    may("until", Form::Date),
    ON,
    may("kind", Form::Word),
    may("place", Form::Word),
];
pub(super) const HAPPENING: &str = "happening/1";

pub use care::{ACTED, DESK, LINK, TOLD};

/// The case line of an import; `new` and `correct` use it too.
pub static CASE: Kind = Kind {
    name: "case",
    wire: "case/1",
    fields: &[
        must("origin", Form::Origin),
        must("jurisdiction", Form::Jurisdiction),
        ask("sex", Form::Code(texts!(Sex))),
        ask("born", Form::Year),
        may("office", Form::Word),
        may("worker", Form::Word),
        may("opened", Form::Past),
        may("tags", Form::Words),
        may("role", Form::Code(texts!(PersonRole))),
    ],
};

/// The line of an import that adds a person to a case; `person add` and `correct` use it too.
pub static PERSON: Kind = Kind {
    name: "person",
    wire: "person/1",
    fields: &[
        ask("role", Form::Code(texts!(PersonRole))),
        ask("relation", Form::Code(texts!(Relation))),
        ask("sex", Form::Code(texts!(Sex))),
        ask("born", Form::Year),
        may("origin", Form::Origin),
        may("date", Form::Past),
    ],
};

/// The line of an import by which a person leaves the file.
pub static LEAVE: Kind = Kind {
    name: "leave",
    wire: "person-left/1",
    fields: &[
        must("reason", Form::Code(texts!(LeaveReason))),
        may("date", Form::Past),
    ],
};

/// The line of an import that closes a case.
pub static CLOSE: Kind = Kind {
    name: "close",
    wire: "closure/1",
    fields: &[
        must("reason", Form::Code(texts!(CaseEnd))),
        may("date", Form::Past),
    ],
};

/// The line of an import that opens a closed case again.
pub static REOPENING: Kind = Kind {
    name: "reopening",
    wire: "reopening/1",
    fields: &[must("date", Form::Past)],
};

/// The line of an import that sets a deadline by hand; what is to be done is looked at apart.
pub static DEADLINE: Kind = Kind {
    name: "deadline",
    wire: "deadline-set/1",
    fields: &[
        may("actor", Form::Code(texts!(Actor))),
        must("due", Form::Day),
        ON,
    ],
};

/// Everything that `record` records.
pub static KINDS: &[Kind] = &[
    Kind {
        name: "application",
        wire: "application/1",
        fields: &[
            must("kind", Form::Code(texts!(ApplicationKind))),
            ask("lodged", Form::Past),
            may("registered", Form::Past),
            may("made", Form::Past),
            may("jurisdiction", Form::Jurisdiction),
            may("order", Form::Code(texts!(ApplicationOrder))),
        ],
    },
    Kind {
        name: "decision",
        wire: "decision/1",
        fields: &[
            ON,
            must("outcome", Form::Code(texts!(Outcome))),
            ask("protection", Form::Code(PROTECTIONS)),
            may("refused", Form::Codes(PROTECTIONS)),
            ask("basis", Form::Code(texts!(Basis))),
            ask("reason", Form::Code(texts!(ClosedReason))),
            ask("decided", Form::Past),
            ask("notified", Form::Past),
            ask("served", Form::Past),
            ask("received", Form::Past),
            ask("sent", Form::Past),
            may("handed_over", Form::Past),
            may("learned", Form::Past),
            may("final_form", Form::Past),
            may("in_force", Form::Date),
            ask("means", Form::Code(texts!(Means))),
            ask("until", Form::Date),
            may("final", Form::Yes),
        ],
    },
    Kind {
        name: "service",
        wire: "service/1",
        fields: &[
            ON,
            ask("notified", Form::Past),
            ask("served", Form::Past),
            ask("received", Form::Past),
            ask("sent", Form::Past),
            may("handed_over", Form::Past),
            may("learned", Form::Past),
            may("final_form", Form::Past),
            may("in_force", Form::Date),
            ask("means", Form::Code(texts!(Means))),
        ],
    },
    Kind {
        name: "appeal",
        wire: "appeal/1",
        fields: &[
            ON,
            must("kind", Form::Code(texts!(AppealKind))),
            ask("lodged", Form::Past),
            ask("sent", Form::Past),
            ask("arrived", Form::Past),
        ],
    },
    Kind {
        name: "filing",
        wire: "filing/1",
        fields: &[
            ON,
            must("kind", Form::Code(texts!(FilingKind))),
            ask("lodged", Form::Past),
            ask("sent", Form::Past),
            ask("arrived", Form::Past),
        ],
    },
    Kind {
        name: "interview",
        wire: HAPPENING,
        fields: HAPPENING_AHEAD,
    },
    Kind {
        name: "hearing",
        wire: HAPPENING,
        fields: HAPPENING_AHEAD,
    },
    Kind {
        name: "document",
        wire: HAPPENING,
        fields: &[
            must("date", Form::Past),
            ask("until", Form::Date),
            may("renew_from", Form::Day),
            may("renew_by", Form::Day),
            ON,
            ask("kind", Form::Word),
            may("place", Form::Word),
        ],
    },
    Kind {
        name: "removal",
        wire: HAPPENING,
        fields: &[
            must("date", Form::Date),
            may("until", Form::Date),
            ON,
            ask("kind", Form::Code(texts!(RemovalKind))),
            may("place", Form::Word),
        ],
    },
    Kind {
        name: "step",
        wire: HAPPENING,
        fields: &[
            must("kind", Form::Code(texts!(StepKind))),
            must("date", Form::Past),
            may("until", Form::Date),
            ON,
            may("place", Form::Word),
        ],
    },
    Kind {
        name: "detention",
        wire: HAPPENING,
        fields: HAPPENING_PAST,
    },
    Kind {
        name: "detention-review",
        wire: "detention-review/1",
        fields: &[
            ON,
            must("outcome", Form::Code(texts!(ReviewOutcome))),
            must("date", Form::Past),
            ask("next", Form::Day),
        ],
    },
    Kind {
        name: "release",
        wire: HAPPENING,
        fields: HAPPENING_PAST,
    },
    Kind {
        name: "departure",
        wire: HAPPENING,
        fields: HAPPENING_PAST,
    },
    Kind {
        name: "contact",
        wire: HAPPENING,
        fields: HAPPENING_PAST,
    },
    Kind {
        name: "consent",
        wire: "consent/1",
        fields: &[
            must("kind", Form::Code(texts!(Purpose))),
            must("answer", Form::Code(texts!(Answer))),
            ask("date", Form::Past),
            ask("means", Form::Code(texts!(ConsentMeans))),
        ],
    },
    Kind {
        name: "note",
        wire: "note/1",
        fields: &[must("text", Form::Text), may("date", Form::Past)],
    },
    Kind {
        name: "fact",
        wire: "fact/1",
        fields: &[must("fact", Form::Fact), may("date", Form::Past), ON],
    },
    care::CHECK_IN,
    care::DISAPPEARANCE,
    care::REAPPEARANCE,
    care::MANDATE,
    care::REFERRAL,
    care::REFERRAL_OUTCOME,
    care::RESETTLEMENT,
    care::RISK,
    care::FIELD,
];
