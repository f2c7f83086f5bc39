//! Papers that are issued to a person again.

use crate::base::id::EventId;
use crate::domain::case::Case;
use crate::domain::code::HappeningKind;
use crate::domain::event::ActDates;

impl Case {
    /// When a document of the same kind was issued to the same person after one.
    pub(super) fn issued_again(&self, id: EventId) -> Vec<ActDates> {
        let papers = || {
            let all = self.happenings.iter();
            all.filter(|one| one.data.what == HappeningKind::Document)
        };
        let Some(own) = papers().find(|paper| paper.id == id) else {
            return Vec::new();
        };
        let again = papers().filter(|other| {
            other.person == own.person
                && other.data.kind == own.data.kind
                && other.data.date.earliest() > own.data.date.latest()
        });
        let act = |day| ActDates {
            lodged: Some(day),
            ..ActDates::default()
        };
        again.map(|other| act(other.data.date)).collect()
    }
}
