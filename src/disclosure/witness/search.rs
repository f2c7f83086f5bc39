//! Witnesses for all that must stay possible, and which cells are withheld for it.

use std::collections::BTreeSet;

use crate::disclosure::model::Domain;
use crate::disclosure::witness::find::{Finder, Mode};
use crate::disclosure::witness::system::{System, Witness};

/// Something that must be possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::disclosure) enum Goal {
    /// A place is one of these numbers.
    At(usize, Domain),
    /// No part makes up 90 % of the whole.
    Spread {
        /// The sum.
        whole: usize,
        /// Its parts.
        parts: Vec<usize>,
    },
}

impl Goal {
    /// Whether a witness shows it to be possible.
    pub fn is_served(&self, system: &System, witness: &Witness) -> bool {
        match self {
            Self::At(place, range) => range.admits(system.value(witness, *place)),
            Self::Spread { whole, parts } => {
                let whole = system.value(witness, *whole);
                parts
                    .iter()
                    .all(|part| 10 * system.value(witness, *part) < 9 * whole)
            }
        }
    }

    /// How far the truth is from it.
    fn distance(&self, system: &System) -> i64 {
        match self {
            Self::At(place, range) => {
                let truth = system.places.get(*place).map_or(0, |place| place.truth);
                let above = range.most.map_or(0, |most| truth - most);
                above.max(range.least - truth).max(0)
            }
            Self::Spread { .. } => i64::MAX,
        }
    }
}

/// All goals of one of the options must be possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::disclosure) struct Requirement {
    /// The place that it protects.
    pub about: usize,
    /// The options.
    pub options: Vec<Vec<Goal>>,
    /// It is met where that can be, and else let go.
    pub is_wish: bool,
}

/// What cannot be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::disclosure) struct Unmet {
    /// The place that it protects.
    pub about: usize,
}

/// A requirement, its options by the numbers of their goals.
struct Asked {
    about: usize,
    options: Vec<Vec<usize>>,
    is_wish: bool,
}

/// So many steps wishes may cost in any case.
const WISHED: u64 = 100_000;

/// The search.
pub(in crate::disclosure) struct Search<'a> {
    /// The numbers, as they print so far.
    pub system: System,
    finder: Finder<'a>,
    goals: Vec<Goal>,
    asked: Vec<Asked>,
    /// Of each goal: the witnesses that show it possible.
    servers: Vec<Vec<usize>>,
    /// None where one was taken back.
    witnesses: Vec<Option<Witness>>,
    held: Vec<(usize, Domain, Domain)>,
}

impl<'a> Search<'a> {
    /// Begins with the truth, which is a witness, and with others that were found before.
    pub fn new(
        system: System,
        requirements: Vec<Requirement>,
        known: Vec<Witness>,
        finder: Finder<'a>,
    ) -> Self {
        let mut search = Self {
            system,
            finder,
            goals: Vec::new(),
            asked: Vec::new(),
            servers: Vec::new(),
            witnesses: Vec::new(),
            held: Vec::new(),
        };
        for requirement in requirements {
            let mut options = Vec::new();
            for option in requirement.options {
                let from = search.goals.len();
                search.goals.extend(option);
                options.push((from..search.goals.len()).collect());
            }
            search.asked.push(Asked {
                about: requirement.about,
                options,
                is_wish: requirement.is_wish,
            });
        }
        search.servers = vec![Vec::new(); search.goals.len()];
        search.add(Witness::default());
        for witness in known {
            search.add(witness);
        }
        search
    }

    /// Finds a witness for everything, withholding what it must.
    pub fn run(&mut self) -> Result<(), Unmet> {
        let mut first: Vec<(i64, usize, usize, bool)> = Vec::new();
        for asked in self.asked.iter().filter(|asked| !asked.is_wish) {
            for goal in asked.options.iter().take(1).flatten() {
                let distance = self
                    .goals
                    .get(*goal)
                    .map_or(0, |goal| goal.distance(&self.system));
                first.push((distance, asked.about, *goal, asked.options.len() == 1));
            }
        }
        first.sort_unstable();
        for (_, about, goal, only) in first {
            if !self.serve(goal) && only {
                return Err(Unmet { about });
            }
        }
        // All that must be before what is wished for; which may cost as much again, and no more.
        let (wishes, musts): (Vec<Asked>, Vec<Asked>) = std::mem::take(&mut self.asked)
            .into_iter()
            .partition(|asked| asked.is_wish);
        let unmet = musts.iter().find(|asked| !self.meet(asked));
        let unmet = unmet.map(|asked| asked.about);
        self.asked = musts;
        if let Some(about) = unmet {
            return Err(Unmet { about });
        }
        let enough = 2 * self.finder.budget.spent().max(WISHED);
        for wish in wishes {
            if self.finder.budget.spent() < enough && self.meet(&wish) {
                self.asked.push(wish);
            }
        }
        Ok(())
    }

    /// Finds witnesses for one of the options.
    fn meet(&mut self, asked: &Asked) -> bool {
        let mut options = asked.options.iter();
        options.any(|option| option.iter().all(|goal| self.serve(*goal)))
    }

    /// Shows again, dearest first, what need not be withheld.
    pub fn clean_up(&mut self) {
        let mut held = self.held.clone();
        let price = |at: usize| self.system.places.get(at).map_or(0, |place| place.price);
        held.sort_by_key(|(at, ..)| (std::cmp::Reverse(price(*at)), *at));
        for (at, free, wide) in held {
            if self.finder.budget.is_spent() {
                return;
            }
            self.show(at, free, wide);
        }
    }

    /// The witnesses that are needed, and the places that were withheld for them.
    pub fn found(self) -> (System, Vec<Witness>, Vec<usize>) {
        let mut needed: BTreeSet<usize> = BTreeSet::new();
        for goal in self.servers.iter().filter(|servers| !servers.is_empty()) {
            if !goal.iter().any(|server| needed.contains(server)) {
                needed.extend(goal.first());
            }
        }
        let all = self.witnesses.into_iter().enumerate();
        let witnesses = all
            .filter(|(number, _)| needed.contains(number))
            .filter_map(|(_, witness)| witness)
            .filter(|witness| !witness.moves.is_empty())
            .collect();
        let held = self.held.iter().map(|(at, ..)| *at).collect();
        (self.system, witnesses, held)
    }

    /// Whether all is met with what is there.
    fn is_met(&self) -> bool {
        let served = |goal: &usize| self.servers.get(*goal).is_some_and(|of| !of.is_empty());
        let met = |asked: &Asked| asked.options.iter().any(|option| option.iter().all(served));
        self.asked.iter().all(met)
    }

    fn serve(&mut self, goal: usize) -> bool {
        if self
            .servers
            .get(goal)
            .is_some_and(|servers| !servers.is_empty())
        {
            return true;
        }
        let Some(wanted) = self.goals.get(goal) else {
            return false;
        };
        let Some(witness) = self.finder.find(&self.system, wanted, Mode::Widen) else {
            return false;
        };
        let before = self.system.places.clone();
        for at in self.system.hold(&witness) {
            if let Some(place) = before.get(at) {
                self.held
                    .push((at, place.free, place.wide.unwrap_or(place.free)));
            }
        }
        self.add(witness);
        true
    }

    fn serve_as_printed(&mut self, goal: usize) -> bool {
        let Some(wanted) = self.goals.get(goal) else {
            return false;
        };
        let found = self.finder.find(&self.system, wanted, Mode::Printed);
        let is_found = found.is_some();
        if let Some(witness) = found {
            self.add(witness);
        }
        is_found
    }

    fn add(&mut self, witness: Witness) {
        let number = self.witnesses.len();
        for (goal, servers) in self.goals.iter().zip(&mut self.servers) {
            if goal.is_served(&self.system, &witness) {
                servers.push(number);
            }
        }
        self.witnesses.push(Some(witness));
    }

    /// Prints a place as before, if everything is still possible then.
    fn show(&mut self, at: usize, free: Domain, wide: Domain) {
        let truth = self.system.places.get(at).map_or(0, |place| place.truth);
        let lost: Vec<usize> = (0..self.witnesses.len())
            .filter(|number| {
                let witness = self.witnesses.get(*number).and_then(Option::as_ref);
                witness.is_some_and(|witness| !free.admits(truth + witness.by(at)))
            })
            .collect();
        let servers = self.servers.clone();
        for of_goal in &mut self.servers {
            of_goal.retain(|number| lost.binary_search(number).is_err());
        }
        let kept = self.witnesses.len();
        self.narrow(at, free);
        for asked in 0..self.asked.len() {
            let options = self
                .asked
                .get(asked)
                .map(|asked| asked.options.clone())
                .unwrap_or_default();
            let served = |search: &Self, goal: &usize| {
                search.servers.get(*goal).is_some_and(|of| !of.is_empty())
            };
            if options
                .iter()
                .any(|option| option.iter().all(|goal| served(self, goal)))
            {
                continue;
            }
            // The option that held before is the one that most likely holds again.
            let was = |option: &&Vec<usize>| {
                let had = |goal: &usize| servers.get(*goal).is_some_and(|of| !of.is_empty());
                option.iter().all(had)
            };
            let option = options.iter().find(was).cloned().unwrap_or_default();
            let mut again = !option.is_empty();
            for goal in option
                .iter()
                .filter(|goal| !served(self, goal))
                .copied()
                .collect::<Vec<_>>()
            {
                again = again && (served(self, &goal) || self.serve_as_printed(goal));
            }
            if !again {
                break;
            }
        }
        if self.is_met() {
            for number in lost {
                if let Some(place) = self.witnesses.get_mut(number) {
                    *place = None;
                }
            }
            self.held.retain(|(held, ..)| *held != at);
            if let Some(place) = self.system.places.get_mut(at) {
                place.wide = None;
            }
        } else {
            self.witnesses.truncate(kept);
            self.servers = servers;
            self.narrow(at, wide);
        }
    }

    fn narrow(&mut self, at: usize, free: Domain) {
        if let Some(place) = self.system.places.get_mut(at) {
            place.free = free;
        }
    }
}
