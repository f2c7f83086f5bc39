//! What instances hang on: an application, or a measure against the person.

use serde::{Deserialize, Serialize};

use crate::base::id::EventId;
use crate::domain::application::{Appeal, Application, Decision, in_order};
use crate::domain::code::{HappeningKind, Outcome, RemovalKind};
use crate::domain::event::Happening;

/// A removal or a detention, with the remedies used against it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Its first event.
    pub id: EventId,
    /// 1 for `M1`.
    pub number: usize,
    /// Whom it is against.
    pub person: u16,
    /// What was recorded.
    pub data: Happening,
    /// Remedies through all instances, in the order of recording.
    pub appeals: Vec<Appeal>,
}

impl Measure {
    /// What sort of removal, where it is one and that is recorded.
    pub fn removal(&self) -> Option<RemovalKind> {
        let kind = self.data.kind.as_deref()?;
        let removal = self.data.what == HappeningKind::Removal;
        kind.parse().ok().filter(|_| removal)
    }
}

/// What became of the decisions in a matter.
pub(super) struct Replay<'a> {
    /// Those that stand.
    pub(super) standing: Vec<&'a Decision>,
    /// What was taken back, after the decision by which it was.
    pub(super) taken: Vec<(&'a Decision, &'a Decision)>,
}

/// An application or a measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Matter<'a> {
    /// An application for protection.
    Application(&'a Application),
    /// A measure against the person.
    Measure(&'a Measure),
}

impl<'a> Matter<'a> {
    /// Its first event.
    pub const fn id(self) -> EventId {
        match self {
            Self::Application(application) => application.id,
            Self::Measure(measure) => measure.id,
        }
    }

    /// Whose it is.
    pub const fn person(self) -> u16 {
        match self {
            Self::Application(application) => application.person,
            Self::Measure(measure) => measure.person,
        }
    }

    /// The remedies used in it.
    pub fn appeals(self) -> &'a [Appeal] {
        match self {
            Self::Application(application) => &application.appeals,
            Self::Measure(measure) => &measure.appeals,
        }
    }

    /// The application, where it is one.
    pub const fn application(self) -> Option<&'a Application> {
        match self {
            Self::Application(application) => Some(application),
            Self::Measure(_) => None,
        }
    }

    /// What `--on` calls it: `A2`, `M1`.
    pub fn reference(self) -> String {
        match self {
            Self::Application(application) => format!("A{}", application.number),
            Self::Measure(measure) => format!("M{}", measure.number),
        }
    }

    /// Every decision in it, with the remedy it was made on.
    pub fn decisions(self) -> impl Iterator<Item = (Option<&'a Appeal>, &'a Decision)> {
        let first = self
            .application()
            .map(|application| application.decisions.as_slice())
            .unwrap_or_default();
        let later = self
            .appeals()
            .iter()
            .flat_map(|appeal| appeal.decisions.iter().map(move |d| (Some(appeal), d)));
        first.iter().map(|d| (None, d)).chain(later)
    }

    /// The decision by which an earlier one fell: a remedy against it was allowed, or sent it back to who made it, or
    /// who made it took it back.
    pub fn fell_by(self, id: EventId) -> Option<&'a Decision> {
        let attacks = |appeal: &&Appeal| appeal.data.on == id;
        let by_remedy = self.appeals().iter().filter(attacks).find_map(|appeal| {
            let own = appeal.decisions.iter();
            let succeeded =
                |d: &&Decision| matches!(d.data.outcome, Outcome::Allowed | Outcome::Remitted);
            own.clone().find(succeeded).or_else(|| {
                // With the dismissal that a higher court annuls, what was dismissed falls too; one sent back does not.
                own.filter_map(|decision| self.fell_by(decision.id))
                    .find(|by| by.data.outcome == Outcome::Allowed)
            })
        });
        // A remedy against the silence of another one that attacks it.
        let of_silence = || {
            let silent = self.appeals().iter().filter(attacks);
            silent
                .filter_map(|silent| self.fell_by(silent.id))
                .find(|by| by.data.outcome == Outcome::Allowed)
        };
        by_remedy
            .or_else(of_silence)
            .or_else(|| self.taken_back_by(id))
    }

    /// The decision by which who had made an earlier one took it back, or what that one was made against.
    fn taken_back_by(self, id: EventId) -> Option<&'a Decision> {
        let taken = self.replay().taken;
        if let Some((by, _)) = taken.iter().find(|(_, decision)| decision.id == id) {
            return Some(by);
        }
        let made = |appeal: &&Appeal| appeal.decisions.iter().any(|d| d.id == id);
        let against = self.appeals().iter().find(made)?.data.on;
        self.taken_back_by(against)
    }

    /// The last decision on an application or a remedy that stands: neither taken back nor fallen otherwise.
    pub fn last_standing(self, on: EventId) -> Option<&'a Decision> {
        let standing = self.replay().standing;
        standing.into_iter().rfind(|d| d.data.on == on)
    }

    /// Goes through its decisions by their days: what stands at the end, and what was taken back by which.
    pub(super) fn replay(self) -> Replay<'a> {
        let mut replay = Replay {
            standing: Vec::new(),
            taken: Vec::new(),
        };
        for (on, decision) in in_order(self.decisions()) {
            if decision.data.outcome == Outcome::Rescinded {
                let mut made = replay.standing.iter();
                if let Some(at) = made.rposition(|d| d.data.on == decision.data.on) {
                    let taken = replay.standing.remove(at);
                    replay.taken.push((decision, taken));
                }
                continue;
            }
            // What a remedy succeeds against falls; where it is allowed, what that had confirmed falls too.
            let mut attacked = on
                .filter(|_| matches!(decision.data.outcome, Outcome::Allowed | Outcome::Remitted))
                .map(|appeal| appeal.data.on);
            while let Some(id) = attacked {
                replay.standing.retain(|d| d.id != id);
                let below = |a: &&Appeal| a.id == id || a.decisions.iter().any(|d| d.id == id);
                attacked = self
                    .appeals()
                    .iter()
                    .find(below)
                    .filter(|_| decision.data.outcome == Outcome::Allowed)
                    .map(|below| below.data.on);
            }
            replay.standing.push(decision);
        }
        replay
    }

    /// Remedies that a higher court sent back to who had decided them, and that wait for it again.
    pub fn sent_back(self) -> Vec<EventId> {
        let course = in_order(self.decisions());
        let reopened = |(at, (by, decision)): (usize, &(Option<&Appeal>, &Decision))| {
            let attacked = by
                .filter(|_| decision.data.outcome == Outcome::Remitted)?
                .data
                .on;
            let (lower, _) = course.iter().find(|(_, d)| d.id == attacked)?;
            let lower = lower.as_ref()?.id;
            // What takes a decision back answers no question: the remedy waits until it is closed.
            let anew = |(on, decision): &(Option<&Appeal>, &Decision)| {
                decision.data.outcome != Outcome::Rescinded
                    && on.is_none_or(|appeal| appeal.id == lower)
            };
            (!course.iter().skip(at + 1).any(anew)).then_some(lower)
        };
        course.iter().enumerate().filter_map(reopened).collect()
    }

    /// Whether a decision in it takes something from the person that a remedy could give.
    pub fn is_adverse(self, decision: &Decision) -> bool {
        match self {
            Self::Application(application) => decision.is_adverse(application.data.kind),
            Self::Measure(_) => match decision.data.outcome {
                Outcome::Dismissed | Outcome::Refused => true,
                Outcome::Closed => !decision.ended_by_the_person(),
                _ => false,
            },
        }
    }
}
