//! `correct`, `retract`, `undo`: further entries that replace or take back; nothing is edited or deleted.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::app::bulk::{self, take_batch_back};
use crate::app::consent;
use crate::app::entry::Scribe;
use crate::app::error::AppError;
use crate::app::fields::{Fields, Kind, stored};
use crate::app::find;
use crate::app::import::back::{How, is_of};
use crate::app::own;
use crate::app::record::{fill_in, members_exist, misplaced, together};
use crate::app::session::{Session, number_of, root_of};
use crate::app::stats;
use crate::app::view::{self, Batch, Recorded};
use crate::app::whose::objection;
use crate::app::write::{Inside, Written};
use crate::base::id::{CaseId, EventId};
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::code::{EntryState, Purpose};
use crate::domain::event::{CaseLinked, Entry, EntryCorrected, EntryRetracted, Event, Payload};
use crate::domain::history::{History, Item};
use crate::domain::person::FIRST;
use crate::store::Reader;

/// What an entry should say instead.
#[derive(Debug)]
pub struct New<'a> {
    /// The fields to replace.
    pub fields: &'a Fields,
    /// Whose it is.
    pub person: Option<u16>,
}

/// What `undo` took back.
#[derive(Debug)]
pub enum Undone {
    /// One entry.
    Entry(Box<Recorded>),
    /// What was done to many cases at once.
    Batch(Batch),
    /// What an import had brought.
    Import(view::ImportUndone),
    /// A table that was published elsewhere and entered: it stands in the ledger, and counts in the check no more.
    Table(view::Ledger),
}

/// My last entry that stands.
enum Last {
    /// One entry of a case.
    Entry(EventId, CaseId),
    /// A batch.
    Batch(EventId),
    /// An import, and whether I did something after it.
    Import { id: EventId, later: bool },
    /// A table that was entered, by its number.
    Table(String),
}

impl Session<'_> {
    /// Replaces fields of an entry by a further version of it. What hangs on the entry stays.
    ///
    /// # Errors
    /// No such event, an event that has no fields of its own, faulty fields, or a version that
    /// contradicts the history where `even_so` does not lift that.
    pub fn correct(
        &mut self,
        event: &str,
        new: &New<'_>,
        because: String,
        even_so: Option<&str>,
    ) -> Result<Recorded, AppError> {
        let written = self.inside(|now| {
            let (id, case) = find::event(now.tx, event)?;
            let (case, payload) = correction(now, id, case, new, because, even_so)?;
            now.append(case, payload)
        })?;
        Ok(self.recorded(&written))
    }

    /// Takes an entry back, with all its versions, or one correction of it.
    ///
    /// # Errors
    /// No such event, one that is taken back already, one of the program's own, or one on which others hang.
    pub fn retract(&mut self, event: &str, because: Option<String>) -> Result<Recorded, AppError> {
        let written = self.inside(|now| {
            let (id, case) = find::event(now.tx, event)?;
            take_back(now, id, case, because)
        })?;
        Ok(self.recorded(&written))
    }

    /// Takes back my last entry that stands; where it was made of many cases at once, all of them. A whole import only right
    /// after it; a table that was entered, so that it counts no more.
    ///
    /// # Errors
    /// Nothing of mine is left, or others hang on it; [`AppError::WholeImport`] where it is that of an import, and something
    /// came after; [`AppError::OfTheOffice`] right after a table left: what left cannot be called back; as
    /// [`Session::retract_import`].
    pub fn undo(&mut self, progress: &mut dyn FnMut(usize, usize)) -> Result<Undone, AppError> {
        enum Done {
            Entry(Box<Written>),
            Batch(Batch),
            Import(EventId),
            Table(String),
        }
        let me = self.me.clone();
        let done = self.inside(|now| {
            Ok::<_, AppError>(
                match last_of(now.tx, &me)?.ok_or(AppError::NothingToUndo)? {
                    Last::Entry(id, case) => Done::Entry(Box::new(take_back(now, id, case, None)?)),
                    Last::Batch(id) => Done::Batch(take_batch_back(now, id, None)?),
                    Last::Import { id, later: true } => {
                        return Err(AppError::WholeImport(id.to_string()));
                    }
                    // That may be more than should lie in memory.
                    Last::Import { id, later: false } => Done::Import(id),
                    Last::Table(number) => {
                        stats::take_back(now, &number, None)?;
                        Done::Table(number)
                    }
                },
            )
        })?;
        Ok(match done {
            Done::Entry(written) => Undone::Entry(Box::new(self.recorded(&written))),
            Done::Batch(batch) => Undone::Batch(batch),
            Done::Import(id) => {
                Undone::Import(self.retract_import(id, How::default(), progress)?)
            }
            Done::Table(number) => Undone::Table(self.without_table(number)?),
        })
    }
}

/// The last entry of a member that stands, the last batch or import of which something does, or the last table that was entered.
/// What is left of an import that was taken back is passed over.
fn last_of(reader: &Reader, me: &str) -> Result<Option<Last>, AppError> {
    let office = reader.office_events()?;
    let mut later = false;
    let mut import: Option<(Event, bool)> = None;
    let mut undone: BTreeSet<EventId> = BTreeSet::new();
    let last = reader.walk_back(|event| {
        if let Entry::ImportUndone(one) = &event.payload.entry {
            undone.insert(one.import);
        }
        if event.payload.by != me {
            return Ok::<_, AppError>(ControlFlow::Continue(()));
        }
        if let Entry::ImportMade(_) = &event.payload.entry {
            import = Some((event, later));
            return Ok(ControlFlow::Continue(()));
        }
        let made = import.as_ref().filter(|(made, _)| is_of(&event, made));
        if made.is_some_and(|(made, _)| undone.contains(&made.id)) {
            return Ok(ControlFlow::Continue(()));
        }
        // What was erased cannot be taken back, and nothing else in its place.
        if matches!(event.payload.entry, Entry::CaseErased(_)) {
            return Ok(ControlFlow::Break(None));
        }
        let says_no = match &event.payload.entry {
            Entry::TableLeft(left) if left.added => {
                if !stats::is_taken_back(&office, event.id) {
                    return Ok(ControlFlow::Break(Some(Last::Table(left.number.clone()))));
                }
                false
            }
            // What left cannot be called back.
            Entry::TableLeft(_) | Entry::TableReleased(_) => true,
            Entry::TableProposed(_) => {
                stats::all_waiting(&office).any(|(one, _)| one.id == event.id)
            }
            other => other.is_said_for_the_office(),
        };
        if says_no {
            let kind = super::show::kind_of(&event.payload.entry).to_owned();
            return Err(AppError::OfTheOffice { kind });
        }
        if let Entry::BatchMade(made) = &event.payload.entry
            && !bulk::standing(reader, made)?.is_empty()
        {
            return Ok(ControlFlow::Break(Some(Last::Batch(event.id))));
        }
        later |= made.is_none() && is_something_done(&event);
        let of_a_case = event.case != CaseId::OFFICE
            && !matches!(
                event.payload.entry,
                Entry::DeadlineComputed(_)
                    | Entry::EntryRetracted(_)
                    | Entry::ContactSealed(_)
                    | Entry::HandedOver(_)
                    | Entry::HandoverTaken(_)
                    | Entry::HandoverReceipt(_)
                    | Entry::Unknown { .. }
            )
            // What the alarm plan opened goes with the disappearance.
            && !matches!(&event.payload.entry, Entry::TaskAdded(task) if task.opened_by.is_some());
        if !of_a_case {
            return Ok(ControlFlow::Continue(()));
        }
        let events = reader.events(event.case)?;
        let states = History::resolve(&events, None).states;
        Ok(if states.get(&event.id) == Some(&EntryState::Retracted) {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(Some(match made {
                Some((made, later)) => Last::Import {
                    id: made.id,
                    later: *later,
                },
                None => Last::Entry(event.id, event.case),
            }))
        })
    })?;
    Ok(last.flatten())
}

/// Whether a member did something by an entry, of a case or of the office: not what an import, an undoing or the program itself
/// writes along, and not the care of the store and of the files that an import came from.
const fn is_something_done(event: &Event) -> bool {
    !matches!(
        event.payload.entry,
        Entry::ImportMade(_)
            | Entry::ImportUndone(_)
            | Entry::BatchMade(_)
            | Entry::SheetImported(_)
            | Entry::SheetSettled(_)
            | Entry::ContactShared(_)
            | Entry::DeviceNamed(_)
            | Entry::StoreOpened(_)
            | Entry::BackupMade(_)
            | Entry::BackupKept(_)
            | Entry::BackupProved(_)
    )
}

/// The case before, and the entry that replaces fields of one of its entries.
fn correction(
    now: &Inside<'_, '_>,
    id: EventId,
    case_id: CaseId,
    New { fields, person }: &New<'_>,
    because: String,
    even_so: Option<&str>,
) -> Result<(Case, Payload), AppError> {
    let events = now.tx.events(case_id)?;
    let root = root_of(&events, id);
    let history = History::resolve(&events, None);
    let item = history.item(root).ok_or(AppError::AlreadyRetracted)?;
    let kind = Kind::of(item.entry).ok_or_else(|| AppError::NotFor {
        kind: super::show::kind_of(item.entry).to_owned(),
    })?;
    if fields.is_empty() && person.is_none() {
        return Err(AppError::NothingToChange);
    }
    let case = Case::of(case_id, &history);
    if person.is_some() {
        may_be_anothers(&case, item.entry, *person)?;
    }
    let named = *person;
    let person = person.unwrap_or_else(|| item.person());
    let on = fields.get("on").map(|on| find::on(now.tx, &case, on));
    let on = on.transpose()?;
    let base = fitting(item.entry, fields, stored(item.entry));
    let read = |on| {
        let entry = kind.entry(fields, on, base.clone(), now.today());
        entry.map_err(AppError::Fields)
    };
    let mut entry = read(on)?;
    if let Some(named) = on {
        // As of a fresh entry `--on A1` means a decision in it; what hangs on the old version is not in the way.
        let mut without = History::resolve(&events, None);
        without.items.retain(|item| item.root.id != root);
        let about = Case::of(case_id, &without).about_anew(&entry, named, even_so.is_some());
        entry = read(Some(about.map_err(|objection| AppError::History {
            case: number_of(&case),
            objection,
        })?))?;
    }
    fill_in(&case, &mut entry);
    let faults = together(&entry);
    if !faults.is_empty() {
        return Err(AppError::Fields(faults));
    }
    if fields.contains_key("field") {
        own::judge(now.tx, &mut entry, now.today())?;
    }
    if named.is_some() {
        entry.set_of_one(case.has_several());
    }
    members_exist(now.tx, &entry)?;
    let sent_before = Case::refers_out(item.entry) && person == item.person();
    if Case::refers_out(&entry) && !sent_before {
        consent::permit(&case, &[person], Purpose::Referral)?;
    }
    if entry == *item.entry && person == item.person() {
        return Err(AppError::NothingToChange);
    }
    let mut payload = now.payload(Entry::EntryCorrected(EntryCorrected {
        root,
        replaces: live_versions(&history, &events, root),
        because,
        entry: Box::new(entry),
    }));
    payload.even_so = even_so.map(str::to_owned);
    payload.person = person;
    let later = with(&events, &payload);
    let fresh = new_contradictions(case_id, &events, &later);
    if let Some(objection) = fresh
        .into_iter()
        .find(|o| even_so.is_none() || !o.can_be_so())
    {
        let case = number_of(&case);
        return Err(AppError::History { case, objection });
    }
    Ok((case, payload))
}

/// A further version of an entry, with fields of which it said nothing, and whose it is; none where the history does not
/// bear it. Why it was made is that an import brought it.
pub(super) fn filled(
    case: CaseId,
    events: &[Event],
    root: EventId,
    kind: &Kind,
    fields: &Fields,
    today: NaiveDate,
) -> Option<(u16, Entry)> {
    let history = History::resolve(events, None);
    let item = history.item(root)?;
    let mut entry = kind.entry(fields, None, stored(item.entry), today).ok()?;
    fill_in(&Case::of(case, &history), &mut entry);
    if !together(&entry).is_empty() {
        return None;
    }
    let corrected = Entry::EntryCorrected(EntryCorrected {
        root,
        replaces: live_versions(&history, events, root),
        because: "import".to_owned(),
        entry: Box::new(entry),
    });
    let payload = Payload {
        entry: corrected.clone(),
        ..item.version.payload.clone()
    };
    let fresh = new_contradictions(case, events, &with(events, &payload));
    fresh.is_empty().then(|| (item.person(), corrected))
}

/// Whether an entry can be said to be another person's: not where what it is about says whose it is.
fn may_be_anothers(case: &Case, entry: &Entry, person: Option<u16>) -> Result<(), AppError> {
    if let Some(of) = entry.on().and_then(|on| case.person_of(on)) {
        return Err(objection(case, Objection::OtherPerson(of)));
    }
    if Kind::of(entry).is_some_and(Kind::is_beside_persons) {
        return Err(objection(case, Objection::OfTheCase));
    }
    let of_the_case = matches!(
        entry,
        Entry::CaseOpened(_) | Entry::CaseClosed(_) | Entry::PersonAdded(_)
    );
    if of_the_case || person.is_none_or(|number| case.person(number).is_none()) {
        return Err(objection(case, Objection::NoPerson));
    }
    Ok(())
}

/// Takes an entry of a case back.
pub(super) fn take_back(
    now: &mut Inside<'_, '_>,
    id: EventId,
    case_id: CaseId,
    because: Option<String>,
) -> Result<Written, AppError> {
    let events = now.tx.events(case_id)?;
    let history = History::resolve(&events, None);
    let event = events.iter().find(|event| event.id == id);
    let entry = event.map(|event| &event.payload.entry);
    let kind = entry.map(super::show::kind_of).unwrap_or_default();
    if case_id == CaseId::OFFICE
        || matches!(
            entry,
            // A retraction with a whole import let its lines be imported anew.
            None | Some(
                Entry::EntryRetracted(EntryRetracted { anew: true, .. })
                    | Entry::DeadlineComputed(_)
                    | Entry::HandoverTaken(_)
                    | Entry::HandoverReceipt(_)
                    | Entry::Unknown { .. }
            )
        )
    {
        return Err(AppError::NotFor {
            kind: kind.to_owned(),
        });
    }
    if history.states.get(&id) == Some(&EntryState::Retracted) {
        return Err(AppError::AlreadyRetracted);
    }
    let case = Case::of(case_id, &history);
    let scribe = Scribe {
        case: &case,
        events: &events,
        number: &|id| find::number(now.tx, id).ok(),
        declared: &|id| own::declaration(now.tx, id),
    };
    let hanging: Vec<view::Entry> = history
        .items
        .iter()
        .filter(|item| {
            hangs_on(item.entry, id, entry)
                || matches!(entry, Some(Entry::PersonAdded(_)))
                    && event.is_some_and(|added| belongs(&case, item, added))
        })
        .filter(|item| item.root.id != id)
        .map(|item| scribe.write(item.version, None))
        .collect();
    if !hanging.is_empty() {
        return Err(AppError::HangsOnIt(hanging));
    }
    let payload = now.payload(Entry::EntryRetracted(EntryRetracted {
        target: id,
        because: because.clone(),
        anew: false,
    }));
    // An older version may hang on what was taken back since.
    let before = in_the_air(case_id, &events);
    let after = in_the_air(case_id, &with(&events, &payload));
    let lost = |item: &&Item<'_>| after.contains(&item.root.id) && !before.contains(&item.root.id);
    let lost = history.items.iter().filter(lost);
    let lost: Vec<view::Entry> = lost.map(|item| scribe.write(item.version, None)).collect();
    if !lost.is_empty() {
        return Err(AppError::HangsOnIt(lost));
    }
    if let Some((person, Entry::CaseLinked(link))) = event.map(|e| e.payload.person).zip(entry) {
        take_back_other_half(now, (case_id, person), link, because)?;
    }
    now.append(case, payload)
}

/// A link stands in both cases, and is taken back in both. (Within one case it stands once.)
pub(super) fn take_back_other_half(
    now: &mut Inside<'_, '_>,
    (case, person): (CaseId, u16),
    link: &CaseLinked,
    because: Option<String>,
) -> Result<(), AppError> {
    if link.to == case {
        return Ok(());
    }
    let events = now.tx.events(link.to)?;
    let history = History::resolve(&events, None);
    let is_half = |item: &&Item<'_>| {
        let Entry::CaseLinked(half) = item.entry else {
            return false;
        };
        let persons = (item.person(), half.to_person);
        half.to == case
            && half.link == link.link
            && persons
                == (
                    link.to_person.unwrap_or(FIRST),
                    link.to_person.map(|_| person),
                )
    };
    let Some(item) = history.items.iter().rfind(is_half) else {
        return Ok(());
    };
    let target = item.root.id;
    let payload = now.payload(Entry::EntryRetracted(EntryRetracted {
        target,
        because,
        anew: false,
    }));
    now.append(Case::of(link.to, &history), payload)?;
    Ok(())
}

/// The fields of the old version that go with the outcome of the new one.
fn fitting(entry: &Entry, fields: &Fields, mut base: Map<String, Value>) -> Map<String, Value> {
    let outcome = fields.get("outcome").and_then(|text| text.parse().ok());
    if let (Entry::DecisionMade(before), Some(outcome)) = (entry, outcome)
        && before.outcome != outcome
    {
        for field in misplaced(outcome) {
            base.remove(*field);
        }
    }
    base
}

/// The events with one to come: a stand-in, of which only its place and its payload matter to the fold.
fn with(events: &[Event], payload: &Payload) -> Vec<Event> {
    let mut later = events.to_vec();
    if let Some(last) = events.last().cloned() {
        later.push(Event {
            id: EventId([0xff; 16]),
            payload: payload.clone(),
            ..last
        });
    }
    later
}

/// Whether taking back `id` would leave `entry` without what it is about.
fn hangs_on(entry: &Entry, id: EventId, taken: Option<&Entry>) -> bool {
    let on = entry.on();
    // Everything of a case hangs on its opening.
    let opening = matches!(taken, Some(Entry::CaseOpened(_)))
        && !matches!(entry, Entry::DeadlineComputed(_) | Entry::CaseOpened(_));
    on == Some(id) || opening
}

/// Whether an entry is that of the person whom another added.
fn belongs(case: &Case, item: &Item<'_>, added: &Event) -> bool {
    case.whose(item.entry, item.person()) == added.payload.person
        && !matches!(item.entry, Entry::DeadlineComputed(_))
}

/// The living versions of an entry, which a correction replaces.
fn live_versions(history: &History<'_>, events: &[Event], root: EventId) -> Vec<EventId> {
    events
        .iter()
        .filter(|event| match &event.payload.entry {
            Entry::EntryCorrected(correction) => correction.root == root,
            _ => event.id == root,
        })
        .filter(|event| history.states.get(&event.id) == Some(&EntryState::Live))
        .map(|event| event.id)
        .collect()
}

/// The entries that are about nothing that stands.
fn in_the_air(case: CaseId, events: &[Event]) -> BTreeSet<EventId> {
    let history = History::resolve(events, None);
    let folded = Case::of(case, &history);
    let lost = |entry: &Entry| {
        folded
            .objections(entry)
            .contains(&Objection::WrongReference)
    };
    let items = history.items.iter().filter(|item| lost(item.entry));
    items.map(|item| item.root.id).collect()
}

/// What contradicts the history after a change and did not before.
fn new_contradictions(case: CaseId, before: &[Event], after: &[Event]) -> Vec<Objection> {
    let known: BTreeSet<String> = contradictions(case, before)
        .iter()
        .map(ToString::to_string)
        .collect();
    let mut fresh = contradictions(case, after);
    fresh.retain(|objection| !known.contains(&objection.to_string()));
    fresh
}

/// Contradictions between the dates and outcomes of entries that stand.
fn contradictions(case: CaseId, events: &[Event]) -> Vec<Objection> {
    let history = History::resolve(events, None);
    let folded = Case::of(case, &history);
    history
        .items
        .iter()
        .flat_map(|item| {
            let person = folded.whose(item.entry, item.person());
            folded.objections_of(person, item.entry)
        })
        .filter(|objection| {
            matches!(
                objection,
                Objection::TooEarly { .. }
                    | Objection::WrongOutcome(_)
                    | Objection::WrongReference
                    | Objection::NotAfter { .. }
            )
        })
        .collect()
}
