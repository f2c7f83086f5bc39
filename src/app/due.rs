//! `due`: deadlines, soonest first, with the count of what was left out.

mod care;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::app::absence;
use crate::app::alarm;
use crate::app::arrange::{Arrangement, OF_DEADLINES};
use crate::app::deadlines;
use crate::app::error::AppError;
use crate::app::fields;
use crate::app::find;
use crate::app::second::Second;
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::setup::CARD;
use crate::app::suspension;
use crate::app::view::{self, Due, LeftOut, Measure, StandsIn};
use crate::app::warn::Warnings;
use crate::domain::case::Case;
use crate::domain::code::{Actor, CaseEnd, DeadlineState};
use crate::domain::deadline::Deadline;
use crate::domain::event::{Alias, Event};
use care::{Beside, Look};

/// Whose cases to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Mine and nobody's.
    Mine,
    /// One member's.
    Member(String),
    /// Nobody's.
    Nobody,
    /// Everyone's.
    All,
}

impl Whose {
    /// As `--worker` says it; mine where it is not said.
    pub fn named(worker: Option<&str>) -> Self {
        match worker {
            None | Some("me") => Self::Mine,
            Some("all") => Self::All,
            Some("nobody") => Self::Nobody,
            Some(alias) => Self::Member(alias.to_owned()),
        }
    }
}

/// Whose duty to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// What the applicant must do and what runs out.
    Ours,
    /// The authority's, a court's, a State's.
    Authority,
    /// Everybody's.
    All,
}

/// What to list.
#[derive(Debug, Clone)]
pub struct Query {
    /// The day.
    pub as_of: Option<NaiveDate>,
    /// How many days ahead.
    pub within: u64,
    /// Only what is past.
    pub overdue: bool,
    /// Whose cases.
    pub whose: Whose,
    /// Only of these offices, where any.
    pub offices: Vec<String>,
    /// Only under these laws, where any.
    pub jurisdictions: Vec<String>,
    /// Whose duty.
    pub duty: Duty,
    /// Sorted, cut and filtered how.
    pub arrange: Arrangement,
}

impl Session<'_> {
    /// Lists what falls due.
    ///
    /// # Errors
    /// The store's, an unknown member, or a law that is none.
    pub fn due(&self, query: &Query) -> Result<Due, AppError> {
        if let Whose::Member(alias) = &query.whose {
            find::member(&self.store, alias)?;
        }
        fields::check_filter("jurisdiction", &query.jurisdictions)?;
        query.arrange.clone().checked(OF_DEADLINES, None)?;
        let day = self.day(query.as_of);
        let office = self.store.office_events()?;
        let second = Second::of(self.store.id(), &office);
        let warnings = Warnings::of(&office);
        let (people, stands_in) = self.listed_for(&query.whose, &office, day);
        let horizon = day
            .checked_add_days(Days::new(query.within))
            .unwrap_or(NaiveDate::MAX);
        let mut left_out = LeftOut::default();
        let mut items = Vec::new();
        let mut measures = Vec::new();
        let mut beside = Beside::default();
        for case in &self.cases(query.as_of)? {
            let mine = concerns(people.as_ref(), case);
            let wanted = query.admits(case);
            let look = Look {
                query,
                people: people.as_ref(),
                day,
                horizon,
                wanted,
                mine,
            };
            self.beside(case, &look, &mut beside, &mut left_out);
            let open = case.open_measures(day);
            let open: Vec<Measure> = open
                .map(|measure| Measure {
                    suspension: suspension::of(self.book(), case, measure, day),
                    ..measure_of(case, measure)
                })
                .collect();
            if !case.is_open() {
                left_out.closed += if goes_on(case) { open.len() } else { 0 };
            } else if !wanted {
                left_out.filtered += open.len();
            } else if mine {
                measures.extend(open);
            } else {
                left_out.colleagues += open.len();
            }
            if wanted && mine {
                left_out.lapsed += deadlines::lapsed(case, day).count();
            }
            for deadline in &case.deadlines {
                let standing = deadline.standing(case, day);
                // In a closed case only what is still asked of the person: a correction may have opened it. What another office
                // has stands in its list alone.
                let of_the_person = deadline.actor() == Actor::Applicant && !case.is_handed_over();
                let asked = case.is_open() || of_the_person;
                if !standing.is_open() {
                    continue;
                }
                if !asked {
                    left_out.closed += usize::from(deadline.is_ours() && goes_on(case));
                    continue;
                }
                let later = deadline.due().is_some_and(|due| due > horizon);
                let past = deadline.due().is_some_and(|due| due < day);
                let duty = match query.duty {
                    Duty::Ours => deadline.is_ours(),
                    Duty::Authority => matches!(
                        deadline.actor(),
                        Actor::Authority | Actor::Court | Actor::State
                    ),
                    Duty::All => true,
                };
                if !wanted || (query.overdue && !past) {
                    left_out.filtered += 1;
                } else if !duty && deadline.is_ours() {
                    left_out.ours += 1;
                } else if !duty {
                    left_out.authority += 1;
                } else if !mine && !is_watched(people.as_ref(), deadline) {
                    left_out.colleagues += 1;
                } else if query.duty != Duty::All && deadline.told(case, day).is_some() {
                    left_out.told += 1;
                } else {
                    let mut shown = deadlines::view_by(self.book(), case, deadline, day);
                    second.mark(deadline, &mut shown);
                    shown.warned = !past && warnings.are_on(self.book(), &shown, day);
                    if later && !shown.warned {
                        left_out.later += 1;
                        continue;
                    }
                    if query.arrange.admits(&shown) {
                        items.push(shown);
                    } else {
                        left_out.filtered += 1;
                    }
                }
            }
        }
        let Beside {
            items: check_ins,
            disappeared,
            mut tasks,
        } = beside;
        // One that is overdue is hidden by no filter.
        let (late, ahead): (Vec<_>, Vec<_>) =
            check_ins.into_iter().partition(view::Deadline::is_silence);
        let silent = !late.is_empty();
        let (ahead, other): (Vec<_>, Vec<_>) =
            ahead.into_iter().partition(|one| query.arrange.admits(one));
        left_out.filtered += other.len();
        items.extend(late.into_iter().chain(ahead));
        let all = tasks.len();
        tasks.retain(|task| query.arrange.admits(task));
        left_out.filtered += all.saturating_sub(tasks.len());
        // Those of one day in the order of recording: the alarm plan has one.
        tasks.sort_by(|a, b| (a.due, &a.case).cmp(&(b.due, &b.case)));
        items.sort_by(|a, b| {
            let key = |d: &view::Deadline| {
                let opened = d.trigger.as_ref().map(|trigger| trigger.event.clone());
                (
                    d.due,
                    d.due_at.clone(),
                    d.case.clone(),
                    opened,
                    d.rule.clone(),
                    d.id.clone(),
                )
            };
            key(a).cmp(&key(b))
        });
        query.arrange.sort(&mut items);
        if !query.arrange.sort.is_empty() {
            items.sort_by_key(|one| !one.is_silence());
        }
        measures.sort_by_key(|measure| measure.since);
        Ok(Due {
            schema: "nansen.due/1",
            as_of: day,
            items,
            alarm_plan: if silent || !disappeared.is_empty() {
                alarm::plan_of(&office)
            } else {
                Vec::new()
            },
            disappeared,
            tasks,
            stands_in_for: stands_in,
            measures,
            columns: query.arrange.columns.clone(),
            table: !query.arrange.sort.is_empty(),
            left_out,
            within: (!query.overdue).then(|| i64::try_from(query.within).unwrap_or(i64::MAX)),
            whose: match &query.whose {
                Whose::Mine => Some(self.me.clone()),
                Whose::Member(alias) => Some(alias.clone()),
                Whose::Nobody => Some("nobody".to_owned()),
                Whose::All => None,
            },
        })
    }

    /// The open cases that the list of a query looks at.
    pub(super) fn listed(&self, query: &Query) -> Result<Vec<Case>, AppError> {
        let office = self.store.office_events()?;
        let (people, _) = self.listed_for(&query.whose, &office, self.day(query.as_of));
        let mut cases = self.cases(query.as_of)?;
        cases
            .retain(|case| case.is_open() && query.admits(case) && concerns(people.as_ref(), case));
        Ok(cases)
    }

    /// For whom a list is, with those for whom they stand in; `None`: for all.
    fn listed_for(
        &self,
        whose: &Whose,
        office: &[Event],
        day: NaiveDate,
    ) -> (Option<BTreeSet<Alias>>, Vec<StandsIn>) {
        let own = match whose {
            Whose::All => return (None, Vec::new()),
            // Whoever acts with the card stands in for all whose keys are gone.
            Whose::Mine if self.me == CARD => return (None, Vec::new()),
            Whose::Nobody => return (Some(BTreeSet::new()), Vec::new()),
            Whose::Mine => &self.me,
            Whose::Member(alias) => alias,
        };
        let away = absence::stands_in(office, own, day);
        let mut people: BTreeSet<Alias> = away.keys().cloned().collect();
        people.insert(own.clone());
        let stands_in = away.into_iter();
        let stands_in = stands_in.map(|(member, until)| StandsIn { member, until });
        (Some(people), stands_in.collect())
    }
}

/// What nobody owns is never left out, whomever the list is for.
fn concerns(people: Option<&BTreeSet<Alias>>, case: &Case) -> bool {
    match (people, &case.worker) {
        (None, _) | (_, None) => true,
        (Some(people), Some(worker)) => people.contains(worker),
    }
}

fn is_watched(people: Option<&BTreeSet<Alias>>, deadline: &Deadline) -> bool {
    let by = |people: &BTreeSet<Alias>| deadline.watched_by.iter().any(|by| people.contains(by));
    people.is_some_and(by)
}

impl Query {
    fn admits(&self, case: &Case) -> bool {
        let Some(opened) = &case.opened else {
            return false;
        };
        let office = opened.office.as_deref().unwrap_or_default();
        let named_office = |one: &String| one.eq_ignore_ascii_case(office);
        let of_office = self.offices.is_empty() || self.offices.iter().any(named_office);
        let laws = &self.jurisdictions;
        let named = |law: &String| laws.iter().any(|one| one.eq_ignore_ascii_case(law));
        let under = laws.is_empty()
            || named(&opened.jurisdiction)
            || case
                .applications
                .iter()
                .any(|a| named(&a.data.jurisdiction));
        of_office && under
    }
}

impl Due {
    /// Whether anything is listed, for `--exit-code`.
    pub fn is_anything(&self) -> bool {
        !self.items.is_empty()
            || !self.measures.is_empty()
            || !self.disappeared.is_empty()
            || !self.tasks.is_empty()
    }

    /// How many of the listed ones are past.
    pub fn overdue(&self) -> usize {
        let past = |d: &&view::Deadline| d.state == DeadlineState::Missed;
        self.items.iter().filter(past).count()
    }
}

/// Whether what was open when the case was closed can still happen to the person here.
fn goes_on(case: &Case) -> bool {
    case.closed.is_some_and(|(reason, _)| {
        !matches!(
            reason,
            CaseEnd::Died | CaseEnd::Removed | CaseEnd::Departed | CaseEnd::Duplicate
        )
    })
}

fn measure_of(case: &Case, measure: &crate::domain::matter::Measure) -> Measure {
    Measure {
        case: number_of(case),
        callsign: callsign_of(case),
        what: measure.data.what.as_str().to_owned(),
        kind: measure.data.kind.clone(),
        since: measure.data.date,
        suspension: None,
        worker: case.worker.clone(),
        person: case.has_several().then_some(measure.person),
    }
}
