//! Where an application stands after its decisions, one after the other by their days.

use crate::base::id::EventId;
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::code::{ApplicationState, Outcome};
use crate::domain::matter::Matter;

/// Where an application stands between two decisions.
#[derive(Debug, Clone, Copy)]
struct Footing {
    state: ApplicationState,
    /// Something was granted and not taken away, also while more is fought for.
    held: bool,
    /// The decision by which the person has something, also while more is fought for or refused again.
    grant: Option<EventId>,
    /// The one by which they had something until it was ended.
    ended: Option<EventId>,
}

impl Footing {
    const fn with(self, state: ApplicationState) -> Self {
        let held = match state {
            ApplicationState::Granted => true,
            ApplicationState::Refused | ApplicationState::Ended => false,
            ApplicationState::Pending | ApplicationState::Closed => self.held,
        };
        Self {
            state,
            held,
            ..self
        }
    }

    /// What the person has after a decision: a grant gives, an end takes, and a refusal takes only what it is about. Where
    /// more was fought for and refused again, the lesser grant stands.
    fn with_grant(self, before: Self, decision: &Decision) -> Self {
        let data = &decision.data;
        let (grant, ended) = match data.outcome {
            Outcome::Granted | Outcome::Allowed if data.protection.is_some() => {
                (Some(decision.id), None)
            }
            Outcome::Revoked => (None, before.grant),
            Outcome::Refused if before.state == ApplicationState::Granted => (None, before.ended),
            // What had been ended goes on.
            _ if self.held && !before.held && before.ended.is_some() => (before.ended, None),
            _ => (before.grant, before.ended),
        };
        Self {
            grant,
            ended,
            ..self
        }
    }

    /// A status goes on; a question that is open beside it stays open.
    const fn restored(self) -> Self {
        match self.state {
            ApplicationState::Pending => Self { held: true, ..self },
            _ => self.with(ApplicationState::Granted),
        }
    }
}

impl Application {
    /// Where it stands. A dismissed appeal changes nothing, unless it was sent back to its court before; a pending
    /// one leaves it refused, or ended. What is taken back is as it was before.
    pub fn state(&self) -> ApplicationState {
        self.footing().state
    }

    /// The decision by which the person has something on it, also while more is fought for.
    pub fn standing_grant(&self) -> Option<&Decision> {
        let grant = self.footing().grant?;
        self.course()
            .map(|(_, decision)| decision)
            .find(|decision| decision.id == grant)
    }

    fn footing(&self) -> Footing {
        let mut now = Footing {
            state: ApplicationState::Pending,
            held: false,
            grant: None,
            ended: None,
        };
        let taken = Matter::Application(self).replay().taken;
        let mut before: Vec<(EventId, Footing)> = Vec::new();
        for (appeal, decision) in self.course() {
            if decision.data.outcome == Outcome::Rescinded {
                let back = taken.iter().find(|(by, _)| by.id == decision.id);
                let at =
                    back.and_then(|(_, back)| before.iter().position(|(id, _)| *id == back.id));
                now = at.map_or(now, |at| before.remove(at).1);
                continue;
            }
            let stands = |id: EventId| before.iter().any(|(made, _)| *made == id);
            let next = self.after(now, appeal, decision, stands);
            let next = next.with_grant(now, decision);
            before.push((decision.id, now));
            now = next;
        }
        now
    }

    /// Where it stands after a decision; `stands` tells which earlier ones nobody took back.
    fn after(
        &self,
        now: Footing,
        appeal: Option<&Appeal>,
        decision: &Decision,
        stands: impl Fn(EventId) -> bool,
    ) -> Footing {
        let against = appeal.and_then(|appeal| self.at_root(appeal));
        let of_status = against.is_some_and(|first| first.data.outcome == Outcome::Revoked);
        match decision.data.outcome {
            Outcome::Granted => now.with(ApplicationState::Granted),
            Outcome::Refused => now.with(ApplicationState::Refused),
            Outcome::Revoked => now.with(ApplicationState::Ended),
            Outcome::Rescinded => now,
            // The procedure that ended was about prolonging it, or about more.
            Outcome::Closed if appeal.is_none() && now.held => now.with(ApplicationState::Granted),
            Outcome::Closed if appeal.is_none() => now.with(ApplicationState::Closed),
            Outcome::Allowed if decision.data.protection.is_some() => {
                now.with(ApplicationState::Granted)
            }
            // Without its end the status goes on.
            Outcome::Allowed if of_status => now.restored(),
            Outcome::Remitted if of_status => {
                let first = appeal.map(|appeal| appeal.data.on);
                if first == against.map(|first| first.id) {
                    now.restored()
                } else {
                    now
                }
            }
            Outcome::Allowed | Outcome::Remitted => now.with(ApplicationState::Pending),
            Outcome::Dismissed | Outcome::Closed => {
                // What came back to the court below falls with its second answer, if there is a refusal still.
                let again = appeal.is_some_and(|appeal| {
                    let first = appeal.decisions.first();
                    first.is_some_and(|d| d.id != decision.id)
                        && against.is_some_and(|refusal| stands(refusal.id))
                });
                match now.state {
                    ApplicationState::Pending if again && now.held => {
                        now.with(ApplicationState::Granted)
                    }
                    ApplicationState::Pending if again => now.with(ApplicationState::Refused),
                    _ => now,
                }
            }
        }
    }

    /// The first-instance decision that a remedy is against through all instances; none against silence.
    fn at_root(&self, appeal: &Appeal) -> Option<&Decision> {
        let mut on = appeal.data.on;
        for _ in 0..=self.appeals.len() {
            if let Some(first) = self.decisions.iter().find(|decision| decision.id == on) {
                return Some(first);
            }
            let holds =
                |below: &&Appeal| below.id == on || below.decisions.iter().any(|d| d.id == on);
            on = self.appeals.iter().find(holds)?.data.on;
        }
        None
    }
}
