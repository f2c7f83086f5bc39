//! `assign --from`, `bulk`: one act on many cases, in one transaction, taken back at once.

use chrono::NaiveDate;

use crate::app::act::{Unsettled, in_the_way};
use crate::app::amend::{Undone, take_back};
use crate::app::deadlines;
use crate::app::error::AppError;
use crate::app::find;
use crate::app::import::back::How;
use crate::app::selection::Selection;
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view::{Batch, BatchCase, RecordedFor};
use crate::app::write::{Inside, Stop};
use crate::base::date::PartialDate;
use crate::base::id::{CaseId, EventId};
use crate::domain::case::Case;
use crate::domain::code::{CaseEnd, EntryState};
use crate::domain::event::{
    Alias, BatchMade, CaseAssigned, CaseClosed, DeadlineAct, DeadlineActed, Entry, NoteTaken,
};
use crate::domain::history::History;
use crate::store::Reader;

/// What several persons of one case share was recorded.
pub(super) const OF_PERSONS: &str = "record";

/// What is done to each of them.
#[derive(Debug)]
pub enum Bulk {
    /// Given to a member, or to nobody.
    Assign(Option<Alias>),
    /// A note in free text.
    Note(String),
    /// Closed.
    Close(CaseEnd, PartialDate),
    /// What had lapsed before it came to us is settled, for this reason.
    Settle(String),
}

impl Session<'_> {
    /// Does one thing to many cases, or says to which it would. Where it cannot be done to one it is done to none.
    ///
    /// # Errors
    /// [`AppError::NoSelection`] where nothing says which; a filter that can fit nothing; no such member;
    /// [`AppError::CasesWait`] where cases to be closed wait for something, [`AppError::CasesObject`] where they cannot be; the
    /// store.
    pub fn bulk(
        &mut self,
        which: &Selection,
        act: &Bulk,
        dry_run: bool,
    ) -> Result<Batch, AppError> {
        // What has lapsed is a selection of its own.
        if which.is_empty() && !matches!(act, Bulk::Settle(_)) {
            return Err(AppError::NoSelection);
        }
        self.inside(|now| {
            let which = which.selected(now.tx, now.me)?;
            if let Bulk::Assign(Some(to)) = act {
                find::member(now.tx, to)?;
            }
            let mut cases = find::cases(now.tx, None)?;
            cases.retain(|case| {
                case.is_open() && which.admits(case) && act.changes(case, now.today())
            });
            act.judge(now, &cases)?;
            let mut items = Vec::new();
            let mut events = Vec::new();
            for case in cases {
                let mut item = BatchCase::of(&case);
                if !dry_run {
                    let entries = act.entries(&case, now.today());
                    let payloads = entries.into_iter().map(|entry| now.payload(entry));
                    let payloads = payloads.collect();
                    let written = now.append_all(case, payloads)?;
                    item.event = Some(written.event.id.to_string());
                    let all = [&written.event].into_iter().chain(&written.others);
                    events.extend(all.map(|event| event.id));
                }
                items.push(item);
            }
            items.sort_by(|a, b| a.case.cmp(&b.case));
            let what = act.name();
            let batch = if events.is_empty() {
                None
            } else {
                Some(now.made_at_once(what, events)?.to_string())
            };
            Ok(Batch {
                schema: "nansen.batch/1",
                batch,
                what: what.to_owned(),
                taken_back: false,
                dry_run,
                items,
            })
        })
    }

    /// Takes back what stands of a batch or of an import, or says what it would take back.
    ///
    /// # Errors
    /// No such batch; nothing of it stands; others hang on one of its entries; as [`Session::retract_import`].
    pub fn retract_batch(
        &mut self,
        batch: &str,
        how: How<'_>,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Undone, AppError> {
        let (id, _) = find::event(&self.store, batch)?;
        let office = self.store.office_events()?;
        let named = office.iter().find(|event| event.id == id);
        if named.is_some_and(|event| matches!(event.payload.entry, Entry::ImportMade(_))) {
            return Ok(Undone::Import(self.retract_import(id, how, progress)?));
        }
        let How {
            because, dry_run, ..
        } = how;
        let taken = self.inside(|now| {
            let mut taken = take_batch_back(now, id, because)?;
            if dry_run {
                taken.dry_run = true;
                taken.items.iter_mut().for_each(|item| item.event = None);
            }
            Stop::end(taken, dry_run)
        });
        Ok(Undone::Batch(Stop::told(taken)?))
    }
}

impl Session<'_> {
    /// Of a correction or a retraction: the entries that were made for other persons at once with the one that it is about.
    pub(super) fn made_with(&self, entry: &Entry) -> Vec<RecordedFor> {
        let about = match entry {
            Entry::EntryCorrected(correction) => correction.root,
            Entry::EntryRetracted(retraction) => retraction.target,
            _ => return Vec::new(),
        };
        // It is written already: what cannot be read any more fails nothing.
        let office = self.store.office_events().unwrap_or_default();
        let made = office.iter().find_map(|event| match &event.payload.entry {
            Entry::BatchMade(made) => {
                Some(made).filter(|made| made.what == OF_PERSONS && made.events.contains(&about))
            }
            _ => None,
        });
        let made = made.map(|made| standing(&self.store, made).unwrap_or_default());
        let others = made.unwrap_or_default().into_iter();
        others
            .filter(|(id, ..)| *id != about)
            .map(|(id, _, person)| RecordedFor {
                person,
                event: id.to_string(),
                r#ref: None,
            })
            .collect()
    }
}

/// Takes back what stands of a batch, the last entry first.
pub(super) fn take_batch_back(
    now: &mut Inside<'_, '_>,
    id: EventId,
    because: Option<&str>,
) -> Result<Batch, AppError> {
    let office = now.tx.office_events()?;
    let event = office.iter().find(|event| event.id == id);
    let Some(Entry::BatchMade(made)) = event.map(|event| &event.payload.entry) else {
        return Err(AppError::NoBatch);
    };
    let mut items = Vec::new();
    for (event, case, person) in standing(now.tx, made)?.into_iter().rev() {
        let mut item = BatchCase::of(&now.case(case)?);
        let written = take_back(now, event, case, because.map(str::to_owned))?;
        item.person = (made.what == OF_PERSONS).then_some(person);
        item.event = Some(written.event.id.to_string());
        items.push(item);
    }
    if items.is_empty() {
        return Err(AppError::AlreadyRetracted);
    }
    items.sort_by(|a, b| (&a.case, a.person).cmp(&(&b.case, b.person)));
    // Of one case several deadlines can have been settled.
    items.dedup_by(|a, b| (&a.case, a.person) == (&b.case, b.person));
    Ok(Batch {
        schema: "nansen.batch/1",
        batch: Some(id.to_string()),
        what: made.what.clone(),
        taken_back: true,
        dry_run: false,
        items,
    })
}

/// The entries of a batch that nobody took back, each with its case and whose it is. What was erased since is gone.
pub(super) fn standing(
    reader: &Reader,
    made: &BatchMade,
) -> Result<Vec<(EventId, CaseId, u16)>, AppError> {
    let mut found = Vec::new();
    for id in &made.events {
        let known = reader.event_by_prefix(&id.to_string())?;
        let Some((_, case)) = known.first() else {
            continue;
        };
        let events = reader.events(*case)?;
        let states = History::resolve(&events, None).states;
        let event = events.iter().find(|event| event.id == *id);
        if let Some(event) = event.filter(|_| states.get(id) != Some(&EntryState::Retracted)) {
            found.push((*id, *case, event.payload.person));
        }
    }
    Ok(found)
}

impl Bulk {
    const fn name(&self) -> &'static str {
        match self {
            Self::Assign(_) => "assign",
            Self::Note(_) => "note",
            Self::Close(..) => "close",
            Self::Settle(_) => "settle",
        }
    }

    /// Whether it would change anything.
    fn changes(&self, case: &Case, today: NaiveDate) -> bool {
        match self {
            Self::Settle(_) => deadlines::lapsed(case, today).next().is_some(),
            Self::Assign(to) => case.worker != *to,
            Self::Note(_) | Self::Close(..) => true,
        }
    }

    /// Whether it can be done to every one of them.
    fn judge(&self, now: &Inside<'_, '_>, cases: &[Case]) -> Result<(), AppError> {
        let Self::Close(reason, date) = self else {
            return Ok(());
        };
        if date.earliest() > now.today() {
            return Err(AppError::BadDay(*date));
        }
        let (mut waiting, mut objecting) = (Vec::new(), Vec::new());
        for case in cases {
            let today = now.today();
            let open = in_the_way(case, None, reason.is_gone(), today).count()
                + Unsettled::of(case, *reason, today).total();
            if open > 0 {
                waiting.push((number_of(case), open));
            }
            let objection = case.objections(&closing(*reason, *date)).into_iter().next();
            objecting.extend(objection.map(|objection| (number_of(case), objection)));
        }
        if !objecting.is_empty() {
            return Err(AppError::CasesObject(objecting, waiting));
        }
        if waiting.is_empty() {
            Ok(())
        } else {
            Err(AppError::CasesWait(waiting))
        }
    }

    /// What it writes into one of them.
    fn entries(&self, case: &Case, today: NaiveDate) -> Vec<Entry> {
        match self {
            Self::Assign(to) => vec![Entry::CaseAssigned(CaseAssigned { to: to.clone() })],
            Self::Note(text) => vec![Entry::NoteTaken(NoteTaken {
                text: text.clone(),
                date: None,
                of_one: false,
                import_ref: None,
            })],
            Self::Close(reason, date) => vec![closing(*reason, *date)],
            Self::Settle(because) => deadlines::lapsed(case, today)
                .map(|deadline| {
                    Entry::DeadlineActed(DeadlineActed {
                        deadline: deadline.id,
                        act: DeadlineAct::Waived,
                        date: today,
                        because: Some(because.clone()),
                        import_ref: None,
                    })
                })
                .collect(),
        }
    }
}

const fn closing(reason: CaseEnd, date: PartialDate) -> Entry {
    Entry::CaseClosed(CaseClosed {
        reason,
        date,
        import_ref: None,
    })
}

impl BatchCase {
    fn of(case: &Case) -> Self {
        Self {
            case: number_of(case),
            callsign: callsign_of(case),
            person: None,
            event: None,
        }
    }
}
