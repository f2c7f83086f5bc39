//! `identity` and `audit`: seals what ties a case to a person, opens it for who holds a seal key, and keeps a record of
//! every opening.

use chrono::NaiveDate;

use crate::app::contact::{self, Taken};
use crate::app::error::AppError;
use crate::app::find;
use crate::app::members::regrouped;
use crate::app::session::{Session, callsign_of, latest, members, number_of};
use crate::app::view::{Audit, Audited, Forgotten, Matched, Matches, SealGroup, Sealed};
use crate::app::whose;
use crate::base::alike;
use crate::base::date::PartialDate;
use crate::base::id::{CaseId, EventId, StoreId};
use crate::base::secret::{ExposeSecret as _, SecretString};
use crate::domain::code::{ContactRule, EntryState, OpeningReason, SheetFate};
use crate::domain::event::{
    CaseErased, Entry, Event, IdentityMatched, IdentityOpened, IdentitySealed, Payload,
    SealGroupSet,
};
use crate::domain::history::History;
use crate::domain::person::FIRST;
use crate::vault::{Identity, Older, Person, Recipient, VaultError, open_person, seal_person};

/// A person's envelopes, opened.
#[derive(Debug)]
pub struct OpenedIdentity {
    /// The case number.
    pub case: String,
    /// Its callsign.
    pub callsign: String,
    /// What they hold together.
    pub person: Person,
    /// What the older ones say otherwise.
    pub older: Older,
    /// How many of them none of the keys opens.
    pub closed: usize,
    /// How many are no envelopes of this case.
    pub damaged: usize,
}

/// Whether a person's birth is still to come: nobody could find such a slip once it is sealed.
pub fn is_to_come(person: &Person, today: NaiveDate) -> bool {
    let born = person.born.as_ref();
    let born = born.and_then(|born| born.parse::<PartialDate>().ok());
    born.is_some_and(|born| born.earliest() > today)
}

impl Session<'_> {
    /// Says who can open names from now on. What was sealed before stays with those who could open it: unless that is
    /// wished for, nobody takes the place of a group that stands.
    ///
    /// # Errors
    /// [`AppError::SealGroupStands`], [`AppError::CardOpensNoNames`]; the store.
    pub fn set_seal_group(
        &mut self,
        recipients: &[Recipient],
        replace: bool,
    ) -> Result<SealGroup, AppError> {
        let holders = recipients.len();
        let group = self.inside(|now| {
            let office = now.tx.events(CaseId::OFFICE)?;
            if !replace && group_of(&office).is_some_and(|known| !known.recipients.is_empty()) {
                return Err(AppError::SealGroupStands);
            }
            for recipient in recipients {
                not_the_card(now.tx.id(), &office, recipient)?;
            }
            let entry = regrouped(&office, recipients);
            let group = match &entry {
                Entry::SealGroupSet(set) => set.group,
                _ => 0,
            };
            let payload = now.payload(entry);
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok::<_, AppError>(group)
        })?;
        Ok(SealGroup {
            schema: "nansen.seal-group/1",
            group,
            holders,
        })
    }

    /// Seals what ties a case to a person. Nobody here can read it back.
    ///
    /// # Errors
    /// [`AppError::NobodyToSealTo`]; [`AppError::BirthToCome`]; the store.
    pub fn seal_identity(
        &mut self,
        case: &str,
        number: Option<u16>,
        person: &Person,
    ) -> Result<Sealed, AppError> {
        let id = self.find(case)?;
        if is_to_come(person, self.world.clock.today()) {
            return Err(AppError::BirthToCome);
        }
        let mine = self.recipient.clone();
        self.inside(|now| {
            let case = now.case(id)?;
            let number = whose::named(&case, number)?;
            let office = now.tx.events(CaseId::OFFICE)?;
            let (group, to) = holders(&office)?;
            let sealed = IdentitySealed {
                group,
                envelope: seal_person(id, person, &to)?,
            };
            let payload = Payload {
                person: number,
                ..now.payload(Entry::IdentitySealed(sealed))
            };
            let event = now.tx.append(id, payload)?;
            let shared = match person.contact() {
                Some(contact) => {
                    let of = Taken {
                        person: number,
                        of: vec![event.id],
                    };
                    Some(contact::share(now, &office, &case, &contact, of)?)
                }
                None => None,
            };
            let not_shared = shared.as_ref().and_then(|shared| shared.as_ref().err());
            Ok(Sealed {
                schema: "nansen.sealed/1",
                case: number_of(&case),
                callsign: case.opened.map(|o| o.callsign).unwrap_or_default(),
                event: event.id.to_string(),
                envelopes: case.sealed.saturating_add(1),
                holders: to.len(),
                mine: to.contains(&mine),
                not_shared: not_shared.copied(),
                contact: shared.and_then(Result::ok),
            })
        })
    }

    /// Opens the envelopes of a case. That it was done is written down before anything is given out.
    ///
    /// # Errors
    /// [`AppError::NothingSealed`]; [`AppError::NoSealKey`] where none of the keys opens any of them; the store.
    pub fn open_identity(
        &mut self,
        case: &str,
        number: Option<u16>,
        keys: &[&Identity],
        reason: OpeningReason,
        because: &str,
    ) -> Result<OpenedIdentity, AppError> {
        let id = self.find(case)?;
        let because = because.to_owned();
        self.inside(|now| {
            let case = now.case(id)?;
            let number = whose::named(&case, number)?;
            let known = Known::of(id, &now.tx.events(id)?, number, keys);
            let (closed, damaged) = (known.closed, known.damaged);
            let older = known.older.clone();
            let person = known.person()?;
            let opening = IdentityOpened {
                case: id,
                reason,
                because,
            };
            let payload = Payload {
                person: number,
                ..now.payload(Entry::IdentityOpened(opening))
            };
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(OpenedIdentity {
                case: number_of(&case),
                callsign: case.opened.map(|o| o.callsign).unwrap_or_default(),
                person,
                older,
                closed,
                damaged,
            })
        })
    }

    /// Looks for a person among all cases, by names and numbers, in memory. That somebody looked is written down first.
    ///
    /// # Errors
    /// [`AppError::NoSealKey`] where none of the keys opens any envelope; the store.
    pub fn match_identity(
        &mut self,
        keys: &[&Identity],
        wanted: &[SecretString],
    ) -> Result<Matches, AppError> {
        self.inside(|now| {
            let (mut items, mut looked, mut closed) = (Vec::new(), 0_u32, 0_usize);
            let mut damaged = Vec::new();
            for case in find::cases(now.tx, None)? {
                if case.sealed == 0 {
                    continue;
                }
                let id = case.id;
                let events = now.tx.events(id)?;
                let (mut stays_closed, mut spoilt, mut opened) = (false, false, false);
                for number in case.people.iter().map(|person| person.number) {
                    let known = Known::of(id, &events, number, keys);
                    stays_closed |= known.closed > 0;
                    spoilt |= known.damaged > 0;
                    let Some(person) = known.person else { continue };
                    opened = true;
                    let best = wanted
                        .iter()
                        .map(|text| alike(text.expose_secret(), &person))
                        .max();
                    if let Some((percent, by)) = best.filter(|(percent, _)| *percent >= ALIKE) {
                        items.push(Matched {
                            case: number_of(&case),
                            callsign: callsign_of(&case),
                            person: case.has_several().then_some(number),
                            alike: percent,
                            by,
                        });
                    }
                }
                closed = closed.saturating_add(usize::from(stays_closed));
                if spoilt {
                    damaged.push(number_of(&case));
                }
                looked = looked.saturating_add(u32::from(opened));
            }
            if looked == 0 && closed > 0 {
                return Err(AppError::NoSealKey);
            }
            let payload = now.payload(Entry::IdentityMatched(IdentityMatched { cases: looked }));
            now.tx.append(CaseId::OFFICE, payload)?;
            let place = |one: &Matched| (u8::MAX - one.alike, one.case.clone(), one.person);
            items.sort_by_key(place);
            Ok(Matches {
                schema: "nansen.matches/1",
                looked,
                closed,
                damaged,
                items,
            })
        })
    }

    /// Erases a case: its key, its envelopes, its whole course. Only that there was one stays, and why it went.
    ///
    /// # Errors
    /// The store.
    pub fn forget(&mut self, case: &str, because: &str) -> Result<Forgotten, AppError> {
        let id = self.find(case)?;
        let because = because.to_owned();
        let office = self.store.office_events()?;
        let half = self.store.staged_at();
        self.inside(|now| {
            let case = now.case(id)?;
            let first = now.tx.events(id)?;
            let mut backups = backups_since(&office, first.first());
            // What was written of one that was cut off holds the case, too.
            backups.extend(half.map(|at| at.date_naive()));
            let entry = Entry::CaseErased(CaseErased { case: id, because });
            let payload = now.payload(entry);
            let events = now.tx.erase(id)?;
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(Forgotten {
                schema: "nansen.forgotten/1",
                case: number_of(&case),
                events,
                backups,
            })
        })
    }

    /// Who opened names, who took tables out, and who came to be able to open what: latest last.
    ///
    /// # Errors
    /// The store.
    pub fn audit(&self) -> Result<Audit, AppError> {
        let office = self.store.office_events()?;
        let mut items = Vec::new();
        for (place, event) in office.iter().enumerate() {
            let mut about = None;
            let (what, case, reason) = match &event.payload.entry {
                Entry::IdentityOpened(opened) => (
                    "identity.opened",
                    Some(self.number(opened.case)),
                    Some((opened.reason.to_string(), opened.because.clone())),
                ),
                Entry::CaseErased(erased) => (
                    "case.erased",
                    Some(erased.case.to_string()),
                    Some((String::new(), erased.because.clone())),
                ),
                Entry::ContactOpened(opened) => (
                    "contact.opened",
                    Some(self.number(opened.case)),
                    Some((opened.reason.to_string(), opened.because.clone())),
                ),
                Entry::ContactShared(shared) => {
                    about = Some(shared.to.clone());
                    ("contact.shared", Some(self.number(shared.case)), None)
                }
                Entry::ContactRuleSet(set) => match set.rule {
                    ContactRule::Sealed => ("contact.sealed", None, None),
                    ContactRule::Worker => ("contact.worker", None, None),
                },
                Entry::Exported(exported) => (
                    match exported.what.as_str() {
                        "letter" => "letter.exported",
                        "timeline" => "timeline.exported",
                        "access" => "access.exported",
                        "list" => "list.exported",
                        "due" => "due.exported",
                        "show" => "case.exported",
                        "calendar" => "calendar.exported",
                        "archive" => "archive.exported",
                        "handover" => "case.handed-over",
                        "receipt" => "case.taken-over",
                        _ => "exported",
                    },
                    exported.case.map(|case| self.number(case)),
                    None,
                ),
                Entry::DocumentOpened(opened) => (
                    "document.opened",
                    Some(self.number(opened.case)),
                    Some((opened.reason.to_string(), opened.because.clone())),
                ),
                Entry::ArchiveRead(_) => ("archive.read", None, None),
                Entry::IdentityMatched(_) => ("identity.matched", None, None),
                Entry::SealGroupSet(_) => ("seal-group.set", None, None),
                Entry::MemberAdded(member) => {
                    // Said again, with what older programs left out: nobody came.
                    let before = office.get(..place).unwrap_or_default();
                    let known = members(self.store.id(), before);
                    if known.iter().any(|joined| joined.member.mark == member.mark) {
                        continue;
                    }
                    about = Some(member.alias.clone());
                    ("member.added", None, None)
                }
                Entry::MemberRemoved(member) => {
                    about = Some(member.alias.clone());
                    ("member.removed", None, None)
                }
                Entry::KeysChanged(_) => ("keys.changed", None, None),
                Entry::DeviceNamed(_) => ("device.named", None, None),
                Entry::BackupMade(_) => ("backup.made", None, None),
                Entry::BackupKept(kept) => {
                    about = Some(kept.place.clone());
                    ("backup.kept", None, None)
                }
                Entry::BackupProved(_) => ("backup.proved", None, None),
                Entry::CardsAway(_) => ("cards.away", None, None),
                Entry::TableReleased(_) => ("table.released", None, None),
                Entry::TableLeft(left) => {
                    about = Some(left.number.clone());
                    let because = left.approved.as_ref().or(left.because.as_ref());
                    let because = because.map(|because| (String::new(), because.clone()));
                    ("table.released", None, because)
                }
                Entry::ThresholdSet(set) => {
                    about = Some(set.persons.to_string());
                    let because = set.because.clone();
                    let because = because.map(|because| (String::new(), because));
                    let what = if set.proposed {
                        "stats.threshold-proposed"
                    } else {
                        "stats.threshold"
                    };
                    (what, None, because)
                }
                Entry::TableProposed(proposed) => {
                    about = Some(proposed.number.clone());
                    let because = (String::new(), proposed.because.clone());
                    ("table.proposed", None, Some(because))
                }
                Entry::EntryRetracted(back) => {
                    let of = office.iter().find(|event| event.id == back.target);
                    let (what, number) = match of.map(|of| &of.payload.entry) {
                        Some(Entry::TableProposed(proposed)) => {
                            ("table.declined", &proposed.number)
                        }
                        Some(Entry::TableLeft(left)) => ("table.taken-back", &left.number),
                        _ => continue,
                    };
                    about = Some(number.clone());
                    let because = back.because.clone();
                    (what, None, because.map(|because| (String::new(), because)))
                }
                Entry::RulesInstalled(_) => ("rules.installed", None, None),
                Entry::SheetImported(_) => ("sheet.imported", None, None),
                // Of one with which cases were erased.
                Entry::ImportUndone(undone) if !undone.erased.is_empty() => {
                    about = Some(undone.erased.len().to_string());
                    let because = undone.because.clone();
                    let because = because.map(|because| (String::new(), because));
                    ("import.forgotten", None, because)
                }
                Entry::SheetSettled(settled) => (
                    match settled.fate {
                        SheetFate::Deleted => "sheet.deleted",
                        SheetFate::KeptSealed => "sheet.kept-sealed",
                    },
                    None,
                    None,
                ),
                _ => continue,
            };
            let (reason, because): (Option<String>, _) = reason.unzip();
            let reason = reason.filter(|code| !code.is_empty());
            items.push(Audited {
                at: event.payload.at,
                member: event.payload.by.clone(),
                what,
                about,
                person: Some(event.payload.person).filter(|person| *person != FIRST),
                case,
                reason,
                because,
            });
        }
        Ok(Audit {
            schema: "nansen.audit/1",
            items,
        })
    }

    /// The number of a case, or its id where it is erased.
    fn number(&self, id: CaseId) -> String {
        let case = self.store.case(id);
        case.map_or_else(|_| id.to_string(), |case| number_of(&case))
    }
}

/// From how many percent on two names are worth a look.
const ALIKE: u8 = 80;

/// How alike a text and what is known of a person are, and by what.
fn alike(text: &str, person: &Person) -> (u8, &'static str) {
    let number = |list: &[String]| list.iter().any(|known| alike::numbers(known, text));
    if number(&person.telephone) {
        return (100, "telephone");
    }
    if number(&person.file_numbers) {
        return (100, "file_number");
    }
    if number(&person.documents) {
        return (100, "document");
    }
    let names = person.names.iter().map(|known| alike::names(known, text));
    (names.max().unwrap_or(0), "name")
}

/// The recovery card opens the store and never names.
///
/// # Errors
/// [`AppError::CardOpensNoNames`].
pub(super) fn not_the_card(
    store: StoreId,
    office: &[Event],
    recipient: &Recipient,
) -> Result<(), AppError> {
    let mark = recipient.mark(store);
    let mut all = office.iter();
    let is_card = |event: &Event| match &event.payload.entry {
        Entry::MemberAdded(added) => added.card && added.mark == mark,
        _ => false,
    };
    if all.any(is_card) {
        Err(AppError::CardOpensNoNames)
    } else {
        Ok(())
    }
}

/// Who can open names, as it was last said.
pub(super) fn group_of(office: &[Event]) -> Option<&SealGroupSet> {
    latest(office, |entry| match entry {
        Entry::SealGroupSet(set) => Some(set),
        _ => None,
    })
}

/// The number of the seal group, and to whom it seals.
pub(super) fn holders(office: &[Event]) -> Result<(u32, Vec<Recipient>), AppError> {
    let group = group_of(office).filter(|set| !set.recipients.is_empty());
    let group = group.ok_or(AppError::NobodyToSealTo)?;
    let to = group.recipients.iter().map(|text| text.parse());
    Ok((group.group, to.collect::<Result<_, _>>()?))
}

/// What is known of a person as the entry that only the seal group opens.
pub(super) fn envelope(id: CaseId, person: &Person, office: &[Event]) -> Result<Entry, AppError> {
    let (group, to) = holders(office)?;
    Ok(Entry::IdentitySealed(IdentitySealed {
        group,
        envelope: seal_person(id, person, &to)?,
    }))
}

/// What the envelopes of a case hold together.
pub(super) struct Known {
    person: Option<Person>,
    /// What the older of them say otherwise.
    older: Older,
    /// The entries it is known by.
    pub(super) of: Vec<EventId>,
    /// How many envelopes none of the keys opens.
    pub(super) closed: usize,
    /// How many are no envelopes of this case, whoever put them there.
    pub(super) damaged: usize,
}

impl Known {
    /// Opens what the keys open. An envelope that was taken back stays where it is and tells nobody anything.
    pub(super) fn of(case: CaseId, events: &[Event], person: u16, keys: &[&Identity]) -> Self {
        let mut known = Self {
            person: None,
            older: Older::default(),
            of: Vec::new(),
            closed: 0,
            damaged: 0,
        };
        for event in standing(events) {
            let id = event.id;
            let Entry::IdentitySealed(sealed) = &event.payload.entry else {
                continue;
            };
            if event.payload.person != person {
                continue;
            }
            let mut opened = None;
            let mut damaged = false;
            for key in keys {
                match open_person(case, &sealed.envelope, key) {
                    Ok(person) => {
                        opened = Some(person);
                        break;
                    }
                    Err(VaultError::NotForThisKey) => {}
                    // One that somebody spoilt is in the way of no other.
                    Err(_) => damaged = true,
                }
            }
            let Some(person) = opened else {
                let count = if damaged {
                    &mut known.damaged
                } else {
                    &mut known.closed
                };
                *count = count.saturating_add(1);
                continue;
            };
            known.of.push(id);
            match &mut known.person {
                Some(newest) => newest.give_way(person, &mut known.older),
                none => *none = Some(person),
            }
        }
        known
    }

    /// The person.
    ///
    /// # Errors
    /// [`AppError::NothingSealed`]; [`AppError::NoSealKey`] where there are envelopes, and none of the keys opens any;
    /// [`AppError::EnvelopeDamaged`].
    pub(super) fn person(self) -> Result<Person, AppError> {
        self.person.ok_or(match (self.closed, self.damaged) {
            (0, 0) => AppError::NothingSealed,
            (0, _) => AppError::EnvelopeDamaged,
            _ => AppError::NoSealKey,
        })
    }
}

/// The entries of a case that nobody took back.
pub(super) fn standing(events: &[Event]) -> impl Iterator<Item = &Event> {
    let states = History::resolve(events, None).states;
    events
        .iter()
        .filter(move |event| states.get(&event.id) != Some(&EntryState::Retracted))
}

/// The days of the backups that were made since the case's first entry.
fn backups_since(office: &[Event], first: Option<&Event>) -> Vec<NaiveDate> {
    let since = first.map_or(u64::MAX, |event| event.lamport);
    let made = |event: &&Event| {
        matches!(event.payload.entry, Entry::BackupMade(_)) && event.lamport > since
    };
    let days = office.iter().filter(made);
    days.map(|event| event.payload.at.date_naive()).collect()
}
