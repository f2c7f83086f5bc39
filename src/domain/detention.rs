//! A detention as a period: how long it has lasted, and its reviews.

use chrono::NaiveDate;

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::case::{Case, Lived};
use crate::domain::check::Objection;
use crate::domain::code::{HappeningKind, ReviewOutcome};
use crate::domain::event::DetentionReviewed;
use crate::domain::matter::{Matter, Measure};

impl Case {
    /// How many days a detention has lasted by a day, its first and its last day counted; nothing for other measures, and
    /// before it has begun. A vague beginning counts from its first possible day.
    pub fn days_held(&self, measure: &Measure, day: NaiveDate) -> Option<i64> {
        let from = measure.data.date.earliest();
        if measure.data.what != HappeningKind::Detention || from > day {
            return None;
        }
        let ended = self.happenings.iter().filter(|other| {
            let ends = matches!(
                other.data.what,
                HappeningKind::Release | HappeningKind::Departure
            );
            ends && other.person == measure.person && other.data.date.earliest() >= from
        });
        let ended = ended.map(|other| other.data.date.latest());
        let until = measure.data.until.map(PartialDate::latest);
        let last = ended.chain(until).min().unwrap_or(day).min(day);
        Some((last - from).num_days().saturating_add(1))
    }

    /// The reviews of a detention, by their days.
    pub fn reviews_of(&self, measure: EventId) -> Vec<&Lived<DetentionReviewed>> {
        let own = self.reviews.iter().filter(|one| one.data.on == measure);
        let mut own: Vec<&Lived<DetentionReviewed>> = own.collect();
        own.sort_by_key(|one| one.data.date.earliest());
        own
    }

    /// The detention that a review is about: what `on` names, or the only open one.
    ///
    /// # Errors
    /// [`Objection`], where there is none, or several could be meant.
    pub fn to_review(
        &self,
        on: Option<EventId>,
        day: Option<PartialDate>,
    ) -> Result<EventId, Objection> {
        let detention = |measure: &&Measure| measure.data.what == HappeningKind::Detention;
        if let Some(on) = on {
            let mut all = self.measures.iter().filter(detention);
            let known = all.any(|measure| measure.id == on);
            return known.then_some(on).ok_or(Objection::WrongReference);
        }
        let day = day.map_or(NaiveDate::MAX, PartialDate::latest);
        let open: Vec<&Measure> = self.open_measures(day).filter(detention).collect();
        match open.as_slice() {
            [] => Err(Objection::NotDetained),
            [one] => Ok(one.id),
            several => Err(Objection::Several(
                several
                    .iter()
                    .map(|measure| Matter::Measure(measure).reference())
                    .collect(),
            )),
        }
    }

    /// The days of the reviews of the same detention after the one that began with `id`: those that were held, or those by
    /// which another day took the place of its next one.
    pub(super) fn later_reviews(&self, id: EventId, held: bool) -> Vec<PartialDate> {
        let Some(own) = self.reviews.iter().find(|one| one.id == id) else {
            return Vec::new();
        };
        let later = self.reviews.iter().skip_while(|one| one.id != id).skip(1);
        let same = later.filter(|one| {
            let was_held = one.data.outcome == ReviewOutcome::Upheld;
            one.data.on == own.data.on && was_held == held && (held || one.data.next.is_some())
        });
        same.map(|one| one.data.date).collect()
    }
}
