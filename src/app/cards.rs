//! `key shares` and `key kept-elsewhere`: proves the cards of a seal key, makes them those who can open names, and keeps
//! asking until a person says that they are away.

use crate::app::error::AppError;
use crate::app::identity::group_of;
use crate::app::session::{Session, members};
use crate::app::view::CardsKept;
use crate::base::id::{CaseId, StoreId};
use crate::domain::event::{CardsAway, Entry, Event};
use crate::vault::{Person, Recipient, Share, VaultError, open_person, seal_person};

/// To whom names are sealed that any two of three shares open: tried, with an identity that is nobody's, before anybody
/// relies on it.
///
/// # Errors
/// Shares that are not of one key.
pub fn prove(shares: &[Share; 3]) -> Result<Recipient, AppError> {
    let [one, two, three] = shares;
    let recipient = one.join(two)?.recipient();
    let mut nobody = Person::default();
    nobody.names.push("nobody".to_owned());
    let envelope = seal_person(CaseId::OFFICE, &nobody, std::slice::from_ref(&recipient))?;
    for (share, other) in [(one, two), (one, three), (two, three)] {
        let opened = open_person(CaseId::OFFICE, &envelope, &share.join(other)?)?;
        if opened != nobody {
            return Err(VaultError::Damaged.into());
        }
    }
    Ok(recipient)
}

/// What must not stay in an office together with its computers.
#[derive(Debug, PartialEq, Eq)]
struct Kept {
    /// The mark of the recovery card.
    card: Option<String>,
    /// The seal group.
    group: Option<u32>,
}

impl Kept {
    fn of(store: StoreId, office: &[Event]) -> Self {
        let cards = members(store, office).into_iter().rev();
        let card = cards.map(|joined| joined.member).find(|member| member.card);
        let group = group_of(office).filter(|set| !set.recipients.is_empty());
        Self {
            card: card.map(|member| member.mark),
            group: group.map(|set| set.group),
        }
    }

    /// Whether there is anything of it.
    fn any(&self) -> bool {
        self.card.is_some() || self.group.is_some()
    }

    /// Whether a person said of each that it is away. What was said of older cards says nothing of these.
    fn confirmed(&self, office: &[Event]) -> bool {
        let said = |holds: &dyn Fn(&CardsAway) -> bool| {
            office.iter().any(|event| match &event.payload.entry {
                Entry::CardsAway(away) => holds(away),
                _ => false,
            })
        };
        let card = self.card.is_none() || said(&|away| away.card == self.card);
        let group = self.group.is_none() || said(&|away| away.group == self.group);
        card && group
    }
}

/// Whether nobody has said yet that the cards of now are kept elsewhere.
pub(super) fn unconfirmed(store: StoreId, office: &[Event]) -> bool {
    let kept = Kept::of(store, office);
    kept.any() && !kept.confirmed(office)
}

impl Session<'_> {
    /// Whether a seal group stands, so that another one would leave names behind.
    ///
    /// # Errors
    /// The store.
    pub fn has_seal_group(&self) -> Result<bool, AppError> {
        let office = self.store.office_events()?;
        Ok(Kept::of(self.store.id(), &office).group.is_some())
    }

    /// Writes down that neither the recovery card nor a seal key stays in this office.
    ///
    /// # Errors
    /// [`AppError::NoCards`]; the store.
    pub fn cards_away(&mut self) -> Result<CardsKept, AppError> {
        self.inside(|now| {
            let kept = Kept::of(now.tx.id(), &now.tx.events(CaseId::OFFICE)?);
            if !kept.any() {
                return Err(AppError::NoCards);
            }
            let Kept { card, group } = kept;
            let recovery = card.is_some();
            let payload = now.payload(Entry::CardsAway(CardsAway { card, group }));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(CardsKept {
                schema: "nansen.cards-kept/1",
                recovery,
                group,
            })
        })
    }
}
