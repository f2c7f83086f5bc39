//! What may follow what, beside the procedures: check-ins, disappearances, next steps, referrals, resettlement.

use super::{Objection, not_before};
use crate::base::id::EventId;
use crate::domain::case::Case;
use crate::domain::code::{ReferralOutcome, ResettlementState};
use crate::domain::event::{Entry, ReferralAnswered, ResettlementStep};

impl Case {
    /// Why such an entry cannot follow from the history as it stands.
    pub(super) fn care_objections(&self, entry: &Entry) -> Vec<Objection> {
        let care = &self.care;
        match entry {
            Entry::CaseClosed(_) if care.check_in.is_some() => vec![Objection::CheckInStands],
            Entry::CheckInSet(set) => {
                let known = care.check_in.as_ref().map(|check_in| &check_in.data);
                let same = known.is_some_and(|k| (k.every, k.how) == (set.every, set.how));
                Vec::from_iter(same.then_some(Objection::Twice))
            }
            Entry::CheckedIn(_) | Entry::CheckInEnded(_) if care.check_in.is_none() => {
                vec![Objection::NoCheckIn]
            }
            // Who is there can answer for the others.
            Entry::CheckedIn(sign) => {
                let gone = |number: u16| {
                    let mut missing = care.missing.iter();
                    missing.any(|one| {
                        one.person == number && sign.date.latest() >= one.data.date.earliest()
                    })
                };
                let nobody = self.present().all(|one| gone(one.number));
                Vec::from_iter((nobody && !care.missing.is_empty()).then_some(Objection::Missing))
            }
            Entry::Disappeared(_) => Vec::from_iter(care.missing.first().map(|_| Objection::Twice)),
            Entry::Reappeared(found) => match care.missing.first() {
                None => vec![Objection::NotMissing],
                Some(missing) => Vec::from_iter(not_before(
                    "date",
                    Some(found.date),
                    Some(missing.data.date),
                )),
            },
            Entry::MandateGiven(mandate) => {
                let from = Some(mandate.date);
                let until = not_before("until", mandate.until, from);
                let attorney = not_before("attorney_until", mandate.attorney_until, from);
                until.into_iter().chain(attorney).collect()
            }
            Entry::TaskEnded(end) => match care.tasks.iter().find(|task| task.id == end.on) {
                None => vec![Objection::WrongReference],
                Some(task) => Vec::from_iter(task.ended.as_ref().map(|_| Objection::Twice)),
            },
            Entry::ReferralAnswered(answer) => {
                let Some(known) = care.referrals.iter().find(|one| one.id == answer.on) else {
                    return vec![Objection::WrongReference];
                };
                // What was recorded before it, where it stands there itself.
                let last = known.answers.iter().take_while(|one| *one != answer).last();
                let from = last.map_or(known.data.date, |last| last.date);
                let mut found = Vec::from_iter(not_before("date", Some(answer.date), Some(from)));
                let again = known
                    .answers
                    .iter()
                    .any(|one| one.outcome == answer.outcome);
                let over = |last: &&ReferralAnswered| last.outcome != ReferralOutcome::Accepted;
                if again {
                    found.push(Objection::Twice);
                } else if let Some(last) = last.filter(over) {
                    found.push(Objection::NotAfter {
                        step: answer.outcome.as_str(),
                        after: last.outcome.as_str(),
                    });
                }
                found
            }
            Entry::ResettlementStep(step) => self.resettlement_objections(step),
            Entry::RiskWeighed(risk) => Vec::from_iter(not_before(
                "review",
                Some(risk.review.into()),
                Some(risk.date),
            )),
            _ => Vec::new(),
        }
    }

    /// A referral, a submission, an answer, a departure; who is gone goes nowhere else.
    fn resettlement_objections(&self, step: &ResettlementStep) -> Vec<Objection> {
        use ResettlementState::{Accepted, Departed, Referred, Refused, Submitted, Withdrawn};
        // What was recorded before it, where it stands there itself.
        let steps = self.care.resettlement.iter().map(|lived| &lived.data);
        let before: Vec<&ResettlementStep> = steps.take_while(|known| *known != step).collect();
        let gone = before.iter().find(|known| known.state == Departed);
        let same = before.iter().rfind(|known| known.country == step.country);
        let last = gone.or(same).copied();
        let may_follow: &[ResettlementState] = match last.map(|last| last.state) {
            None | Some(Refused | Withdrawn) => &[Referred, Submitted],
            Some(Referred) => &[Submitted, Refused, Withdrawn],
            Some(Submitted) => &[Accepted, Refused, Withdrawn],
            // A country can take its word back.
            Some(Accepted) => &[Departed, Refused, Withdrawn],
            Some(Departed) => &[],
        };
        let there = self
            .care
            .resettlement
            .iter()
            .any(|known| known.data == *step);
        let mut found = Vec::from_iter(there.then_some(Objection::Twice));
        if !may_follow.contains(&step.state) {
            let twice = same.is_some_and(|same| same.state == step.state);
            found.push(if twice {
                Objection::Twice
            } else {
                Objection::NotAfter {
                    step: step.state.as_str(),
                    after: last.map_or("none", |last| last.state.as_str()),
                }
            });
        }
        found.extend(not_before(
            "date",
            Some(step.date),
            same.map(|last| last.date),
        ));
        found
    }

    /// The referral that an answer is about: what `on` names, or the only one that waits.
    ///
    /// # Errors
    /// [`Objection`], where there is none, or several could be meant.
    pub fn to_answer(&self, on: Option<EventId>) -> Result<EventId, Objection> {
        let all = || self.care.referrals.iter();
        if let Some(on) = on {
            let known = all().any(|referral| referral.id == on);
            return known.then_some(on).ok_or(Objection::WrongReference);
        }
        let waiting: Vec<EventId> = all()
            .filter(|one| one.is_open())
            .map(|one| one.id)
            .collect();
        match waiting.as_slice() {
            [] => Err(Objection::NoReferral),
            [one] => Ok(*one),
            several => Err(Objection::Several(
                several.iter().map(ToString::to_string).collect(),
            )),
        }
    }

    /// The next step that an end is about: what `on` names, or the only one that is left.
    ///
    /// # Errors
    /// [`Objection`], where there is none, or several could be meant.
    pub fn to_end(&self, on: Option<EventId>) -> Result<EventId, Objection> {
        let all = || self.care.tasks.iter();
        if let Some(on) = on {
            let known = all().any(|task| task.id == on);
            return known.then_some(on).ok_or(Objection::WrongReference);
        }
        let open = all().filter(|task| task.ended.is_none());
        let open: Vec<EventId> = open.map(|task| task.id).collect();
        match open.as_slice() {
            [] => Err(Objection::NoReference),
            [one] => Ok(*one),
            several => Err(Objection::Several(
                several.iter().map(ToString::to_string).collect(),
            )),
        }
    }
}
