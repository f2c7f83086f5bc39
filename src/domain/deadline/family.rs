//! Which applications of the others meet a limit for the family of a person who was granted something.

use super::acts::Acts;
use crate::base::date::PartialDate;
use crate::domain::application::Application;
use crate::domain::code::{ApplicationKind, ApplicationState};
use crate::domain::event::ActDates;

impl Acts<'_> {
    /// The act by which the relatives of the person asked to join, each for themselves: done once the last of them has. Whoever
    /// has an application of another kind under the same law that is not lost needs none.
    pub(super) fn relatives(&self, kind: &str) -> Option<ActDates> {
        if kind != ApplicationKind::FamilyExtension.as_str() || !self.case.has_several() {
            return None;
        }
        let of = |number: u16| {
            let all = self.case.applications.iter();
            all.filter(move |one| {
                one.person == number && one.data.jurisdiction == self.computed.jurisdiction
            })
        };
        let mut last: Option<PartialDate> = None;
        for relative in self.case.present() {
            if relative.number == self.person {
                continue;
            }
            let asked = of(relative.number)
                .filter(|one| one.data.kind == ApplicationKind::FamilyExtension)
                .filter_map(|one| one.data.registered.or(one.data.lodged))
                .filter(|day| day.latest() >= self.begun().earliest())
                .min_by_key(|day| day.earliest());
            let own = |one: &Application| {
                let lost = matches!(
                    one.state(),
                    ApplicationState::Refused | ApplicationState::Closed
                );
                one.data.kind != ApplicationKind::FamilyExtension && !lost
            };
            match asked {
                Some(day) if last.is_none_or(|known| known.latest() < day.latest()) => {
                    last = Some(day);
                }
                Some(_) => {}
                None if of(relative.number).any(own) => {}
                None => return None,
            }
        }
        last.map(|day| ActDates {
            lodged: Some(day),
            ..ActDates::default()
        })
    }
}
