//! The notices of an office: which hold at a day, and for which cases.

use chrono::NaiveDate;

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::case::Case;
use crate::domain::event::{Alias, Entry, Event, NoticeAdded};

/// A notice with its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// The event that began it.
    pub id: EventId,
    /// Who wrote it.
    pub by: Alias,
    /// What holds.
    pub data: NoticeAdded,
    /// From when on it holds no longer.
    pub ended: Option<PartialDate>,
}

impl Notice {
    /// All notices of an office, in the order of recording. A second end changes nothing.
    pub fn all(office: &[Event]) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for event in office {
            match &event.payload.entry {
                Entry::NoticeAdded(data) => found.push(Self {
                    id: event.id,
                    by: event.payload.by.clone(),
                    data: data.clone(),
                    ended: None,
                }),
                Entry::NoticeEnded(end) => {
                    if let Some(notice) = found.iter_mut().find(|one| one.id == end.on) {
                        notice.ended = notice.ended.or(Some(end.date));
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// Whether it holds at a day; where its days are vague, as long as it can.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.data.date.earliest() <= day && self.ended.is_none_or(|end| end.latest() > day)
    }

    /// Whether it holds later alone.
    pub fn is_ahead(&self, day: NaiveDate) -> bool {
        self.data.date.earliest() > day && self.ended.is_none()
    }

    /// Whether it is about somebody of a case.
    pub fn is_about(&self, case: &Case) -> bool {
        let law = self.data.jurisdiction.as_deref();
        let own = case.opened.as_ref();
        let mut laws = own
            .map(|opened| opened.jurisdiction.as_str())
            .into_iter()
            .chain(
                case.applications
                    .iter()
                    .map(|a| a.data.jurisdiction.as_str()),
            );
        let under = law.is_none_or(|law| laws.any(|one| one.eq_ignore_ascii_case(law)));
        under && case.present().any(|one| one.origin == self.data.origin)
    }
}
