//! The contact compartment: telephone and address, which an office may let the worker of a case open (`docs/format/identity.md`).

use std::collections::BTreeSet;

use crate::app::error::AppError;
use crate::app::identity::{Known, OpenedIdentity, group_of, standing};
use crate::app::session::{Session, latest, members, number_of};
use crate::app::view::{ContactSet, ContactShared};
use crate::app::whose;
use crate::app::write::Inside;
use crate::base::id::{CaseId, EventId};
use crate::domain::case::Case;
use crate::domain::code::{ContactRule, NotShared, OpeningReason};
use crate::domain::event::{
    Alias, ContactOpened, ContactRuleSet, ContactSealed, ContactShared as Shared, Entry, Event,
    Payload,
};
use crate::vault::{Identity, Older, Person, Recipient, VaultError, open_person, seal_person};

impl Session<'_> {
    /// Says who can open telephone and address from now on. What was sealed before stays as it is.
    ///
    /// # Errors
    /// The store.
    pub fn set_contact(&mut self, rule: ContactRule) -> Result<ContactSet, AppError> {
        self.note(Entry::ContactRuleSet(ContactRuleSet { rule }))?;
        Ok(ContactSet {
            schema: "nansen.contact/1",
            contact: rule,
        })
    }

    /// Opens telephone and address of a case of mine. That it was done is written down before anything is given out.
    ///
    /// # Errors
    /// [`AppError::NotMine`]; [`AppError::NoContactForMe`] where nothing is sealed to this key; the store.
    pub fn open_contact(
        &mut self,
        case: &str,
        number: Option<u16>,
        key: &Identity,
        reason: OpeningReason,
        because: &str,
    ) -> Result<OpenedIdentity, AppError> {
        let id = self.find(case)?;
        let because = because.to_owned();
        let me = self.me.clone();
        self.inside(|now| {
            let case = now.case(id)?;
            if case.worker.as_ref() != Some(&me) {
                return Err(AppError::NotMine);
            }
            let number = whose::named(&case, number)?;
            let events = now.tx.events(id)?;
            // Where an identity was taken back, so was what its contact was taken from.
            let stand: BTreeSet<EventId> = standing(&events).map(|event| event.id).collect();
            let mut known: Option<Person> = None;
            let mut older = Older::default();
            for event in standing(&events) {
                let Entry::ContactSealed(sealed) = &event.payload.entry else {
                    continue;
                };
                let own = event.payload.person == number;
                if !own || !sealed.of.iter().all(|id| stand.contains(id)) {
                    continue;
                }
                match (open_person(id, &sealed.envelope, key), &mut known) {
                    (Ok(person), Some(known)) => known.give_way(person, &mut older),
                    (Ok(person), none) => *none = Some(person),
                    // One that somebody spoilt is in the way of no other.
                    (Err(_), _) => {}
                }
            }
            let person = known.ok_or(AppError::NoContactForMe)?;
            let opening = ContactOpened {
                case: id,
                reason,
                because,
            };
            let payload = Payload {
                person: number,
                ..now.payload(Entry::ContactOpened(opening))
            };
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(OpenedIdentity {
                case: number_of(&case),
                callsign: case.opened.map(|o| o.callsign).unwrap_or_default(),
                person,
                older,
                closed: 0,
                damaged: 0,
            })
        })
    }

    /// A holder seals telephone and address anew, so that the worker of the case can open them.
    ///
    /// # Errors
    /// [`AppError::NothingSealed`], [`AppError::NoSealKey`]; [`AppError::ContactNotShared`] with why not; the store.
    pub fn share_contact(
        &mut self,
        case: &str,
        number: Option<u16>,
        keys: &[&Identity],
        to: &str,
    ) -> Result<ContactShared, AppError> {
        let id = self.find(case)?;
        self.inside(|now| {
            let case = now.case(id)?;
            if case.worker.as_deref() != Some(to) {
                return Err(AppError::ContactNotShared(NotShared::Worker));
            }
            let number = whose::named(&case, number)?;
            let known = Known::of(id, &now.tx.events(id)?, number, keys);
            let (of, closed) = (known.of.clone(), known.closed);
            let contact = known
                .person()?
                .contact()
                .ok_or(AppError::ContactNotShared(NotShared::Nothing))?;
            let of = Taken { person: number, of };
            let office = now.tx.events(CaseId::OFFICE)?;
            let shared = share(now, &office, &case, &contact, of)?;
            shared.map_err(AppError::ContactNotShared)?;
            Ok(ContactShared {
                schema: "nansen.contact-shared/1",
                case: number_of(&case),
                callsign: case.opened.map(|o| o.callsign).unwrap_or_default(),
                contact: to.to_owned(),
                closed,
            })
        })
    }
}

/// Who can open telephone and address, as it was last said.
pub(super) fn rule_of(office: &[Event]) -> ContactRule {
    let said = latest(office, |entry| match entry {
        Entry::ContactRuleSet(set) => Some(set.rule),
        _ => None,
    });
    said.unwrap_or(ContactRule::Sealed)
}

/// Where a contact is taken from.
pub(super) struct Taken {
    /// Whose it is.
    pub person: u16,
    /// The entries that hold it.
    pub of: Vec<EventId>,
}

/// Seals a contact to the seal group and to the worker of its case, where the office wants that and it can be done; says to
/// whom, or why to nobody.
pub(super) fn share(
    now: &mut Inside<'_, '_>,
    office: &[Event],
    case: &Case,
    contact: &Person,
    taken: Taken,
) -> Result<Result<Alias, NotShared>, AppError> {
    if rule_of(office) == ContactRule::Sealed {
        return Ok(Err(NotShared::Rule));
    }
    let Some(worker) = &case.worker else {
        return Ok(Err(NotShared::Nobody));
    };
    let group = group_of(office).filter(|set| !set.recipients.is_empty());
    let group = group.ok_or(AppError::NobodyToSealTo)?;
    let known = members(now.tx.id(), office);
    let mut member = known.iter().map(|joined| &joined.member);
    let Some(own) = member.find(|member| member.alias == *worker && !member.card) else {
        return Ok(Err(NotShared::Member));
    };
    let Some(own) = &own.recipient else {
        return Ok(Err(NotShared::Key));
    };
    let all = group.recipients.iter().chain([own]);
    let to: Vec<Recipient> = all.map(|text| text.parse()).collect::<Result<_, _>>()?;
    let envelope = match seal_person(case.id, contact, &to) {
        Err(VaultError::MixedRecipients) => return Ok(Err(NotShared::Sort)),
        sealed => sealed?,
    };
    let sealed = ContactSealed {
        group: group.group,
        worker: worker.clone(),
        of: taken.of,
        envelope,
    };
    let payload = Payload {
        person: taken.person,
        ..now.payload(Entry::ContactSealed(sealed))
    };
    now.tx.append(case.id, payload)?;
    let told = Shared {
        case: case.id,
        to: worker.clone(),
    };
    let payload = Payload {
        person: taken.person,
        ..now.payload(Entry::ContactShared(told))
    };
    now.tx.append(CaseId::OFFICE, payload)?;
    Ok(Ok(worker.clone()))
}
