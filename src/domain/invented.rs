//! Entries of every kind of care, invented for tests: of the case's persons, with days that come and go.

use chrono::{Days, NaiveDate};

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::{
    CheckInHow, DisappearanceReason, HappeningKind, MandateKind, PersonRole, ReferralKind,
    ReferralOutcome, RemovalKind, ResettlementState, ReviewOutcome, RiskLevel, Service, Sex,
    StepKind, TaskEnd, TaskKind,
};
use crate::domain::event::{
    CheckInEnded, CheckInSet, CheckedIn, DetentionReviewed, Disappeared, Entry, Happening,
    MandateGiven, NoticeAdded, NoticeEnded, PersonAdded, Reappeared, ReferralAnswered, Referred,
    ResettlementStep, RiskWeighed, TaskAdded, TaskEnded,
};

/// How many sorts of entry of a case there are.
pub const SORTS: u8 = 17;

/// The day on which what was invented with a salt happened.
pub fn on_day(salt: u8) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default() + Days::new(salt.into())
}

fn one_of<T: Copy>(all: &[T], salt: u8) -> T {
    all[usize::from(salt) % all.len()]
}

fn happening(what: HappeningKind, kind: Option<String>, salt: u8) -> Happening {
    Happening {
        what,
        date: on_day(salt).into(),
        until: (salt % 7 == 3).then(|| on_day(salt.saturating_add(9)).into()),
        on: None,
        kind,
        place: None,
        status: None,
        checked: None,
        language: None,
        needs: Vec::new(),
        renew_from: None,
        renew_by: None,
        at: None,
        import_ref: None,
    }
}

/// An entry of a sort, about `on` where its sort is about something.
pub fn care(sort: u8, on: EventId, salt: u8) -> Entry {
    let date = PartialDate::from(on_day(salt));
    let later = on_day(salt.saturating_add(20));
    let import_ref = None;
    match sort % SORTS {
        0 => Entry::CheckInSet(CheckInSet {
            every: u32::from(salt % 9) + 1,
            how: one_of(CheckInHow::ALL, salt),
            date: on_day(salt),
            import_ref,
        }),
        1 => Entry::CheckedIn(CheckedIn { date, import_ref }),
        2 => Entry::CheckInEnded(CheckInEnded {
            date,
            because: None,
            import_ref,
        }),
        3 => Entry::Disappeared(Disappeared {
            date,
            reason: Some(one_of(DisappearanceReason::ALL, salt)),
            import_ref,
        }),
        4 => Entry::Reappeared(Reappeared { date, import_ref }),
        5 => Entry::MandateGiven(MandateGiven {
            kind: one_of(MandateKind::ALL, salt),
            date,
            until: salt.is_multiple_of(3).then(|| later.into()),
            lawyer: None,
            attorney_until: None,
            import_ref,
        }),
        6 => Entry::TaskAdded(TaskAdded {
            what: one_of(TaskKind::ALL, salt),
            text: None,
            due: later,
            to: None,
            opened_by: None,
            of_one: salt.is_multiple_of(5),
            import_ref,
        }),
        7 => Entry::TaskEnded(TaskEnded {
            on,
            act: one_of(TaskEnd::ALL, salt),
            date: on_day(salt),
            because: None,
            import_ref,
        }),
        8 => Entry::Referred(Referred {
            kind: one_of(ReferralKind::ALL, salt),
            partner: "clinic-2".to_owned(),
            service: one_of(Service::ALL, salt),
            date,
            import_ref,
        }),
        9 => Entry::ReferralAnswered(ReferralAnswered {
            on,
            outcome: one_of(ReferralOutcome::ALL, salt),
            date,
            import_ref,
        }),
        10 => Entry::ResettlementStep(ResettlementStep {
            state: one_of(ResettlementState::ALL, salt),
            country: if (salt / 6).is_multiple_of(2) {
                "CA"
            } else {
                "NO"
            }
            .to_owned(),
            // Few days, so that long ways are gone.
            date: on_day(salt / 32).into(),
            import_ref,
        }),
        11 => Entry::RiskWeighed(RiskWeighed {
            level: one_of(RiskLevel::ALL, salt),
            review: later,
            date,
            import_ref,
        }),
        12 => Entry::DetentionReviewed(DetentionReviewed {
            on,
            outcome: one_of(ReviewOutcome::ALL, salt),
            date,
            next: (!salt.is_multiple_of(3)).then_some(later),
            import_ref,
        }),
        13 => Entry::PersonAdded(PersonAdded {
            role: PersonRole::Dependant,
            relation: None,
            sex: Sex::F,
            born: None,
            origin: salt.is_multiple_of(2).then(|| "TR".to_owned()),
            date: None,
            import_ref,
        }),
        14 => Entry::Happened(match salt % 3 {
            0 => happening(HappeningKind::Detention, None, salt),
            1 => happening(HappeningKind::Release, None, salt),
            _ => {
                let kind = one_of(RemovalKind::ALL, salt);
                happening(HappeningKind::Removal, Some(kind.to_string()), salt)
            }
        }),
        15 => {
            let kinds = [
                StepKind::InterimMeasureGranted,
                StepKind::SuspensionGranted,
                StepKind::SuspensionRefused,
                StepKind::SuspensionEnded,
            ];
            let kind = one_of(&kinds, salt);
            Entry::Happened(happening(HappeningKind::Step, Some(kind.to_string()), salt))
        }
        _ => Entry::Happened(Happening {
            renew_from: Some(on_day(salt.saturating_add(5))),
            renew_by: Some(later),
            at: None,
            ..happening(HappeningKind::Document, None, salt)
        }),
    }
}

/// A notice of the office, or the end of one.
pub fn notice(sort: u8, on: EventId, salt: u8) -> Entry {
    if sort.is_multiple_of(2) {
        Entry::NoticeAdded(NoticeAdded {
            origin: if salt.is_multiple_of(3) { "KP" } else { "TR" }.to_owned(),
            jurisdiction: salt.is_multiple_of(4).then(|| "ru".to_owned()),
            date: on_day(salt).into(),
            source: None,
            text: "no removals".to_owned(),
        })
    } else {
        Entry::NoticeEnded(NoticeEnded {
            on,
            date: on_day(salt).into(),
            because: None,
        })
    }
}
