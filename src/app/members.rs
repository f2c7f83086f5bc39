//! `key list|add|remove|rotate`: who can open the store, who can open names, and how that changes.

mod holders;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use crate::app::absence;
use crate::app::error::AppError;
use crate::app::identity::not_the_card;
use crate::app::session::{Joined, Session, members};
use crate::app::setup::{CARD, check_alias};
use crate::app::view::{KeyChange, Member, Members};
use crate::base::id::CaseId;
use crate::domain::event::{Alias, Entry, Event, KeysChanged, MemberAdded, MemberRemoved, Payload};
use crate::vault::{Recipient, spoken_words};
pub(super) use holders::regrouped;
use holders::{Holder, holders, next_group, of_one_sort, sorts_of};

/// What a member opens, as `key list` says it.
const STORE: &str = "store";
/// What a holder opens, as `key list` says it.
const NAMES: &str = "identities";

impl Member {
    /// Whether the store opens to it.
    pub(super) fn opens_store(&self) -> bool {
        self.opens.iter().any(|what| what == STORE)
    }

    /// Whether names open to it.
    pub(super) fn opens_names(&self) -> bool {
        self.opens.iter().any(|what| what == NAMES)
    }
}

/// Those to whom the store's keys are sealed: aliases and recipients.
struct Sealed {
    to: Vec<(Alias, Recipient)>,
    /// What the history did not say yet.
    learned: Vec<Entry>,
}

impl Session<'_> {
    /// Who can open the store, and who can open names.
    ///
    /// # Errors
    /// The store.
    pub fn members(&self) -> Result<Members, AppError> {
        let mut items = self.who_opens(&self.store.office_events()?);
        let of_store = items.iter().filter(|item| item.opens_store());
        let mut unseen: BTreeSet<Alias> = of_store.map(|item| item.member.clone()).collect();
        let mut seen = BTreeMap::new();
        // One way back through the history for all of them.
        self.store.walk_back(|event| -> Result<_, AppError> {
            if let Some(alias) = unseen.take(&event.payload.by) {
                seen.insert(alias, event.payload.at.date_naive());
            }
            Ok(if unseen.is_empty() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            })
        })?;
        for item in items.iter_mut().filter(|item| item.opens_store()) {
            item.last_seen = seen.get(&item.member).copied();
        }
        Ok(Members {
            schema: "nansen.members/1",
            items,
        })
    }

    /// The same, without when each recorded something last: that is a walk through the whole history.
    pub(super) fn who_opens(&self, office: &[Event]) -> Vec<Member> {
        let holders = holders(office);
        let mut matched = vec![false; holders.len()];
        let mut items: Vec<Member> = Vec::new();
        for Joined { member, since, by } in members(self.store.id(), office) {
            let mut opens = vec![STORE.to_owned()];
            for (holder, matched) in holders.iter().zip(&mut matched) {
                if holder.same_key(&member, self.store.id()) {
                    *matched = true;
                    opens.push(NAMES.to_owned());
                }
            }
            opens.dedup();
            items.push(Member {
                last_seen: None,
                words: words_of(member.recipient.as_ref()),
                member: member.alias,
                opens,
                since,
                by,
            });
        }
        for ((place, holder), _) in (1..)
            .zip(&holders)
            .zip(&matched)
            .filter(|(_, matched)| !**matched)
        {
            let unnamed = || format!("holder-{place}");
            items.push(Member {
                member: holder.alias.clone().unwrap_or_else(unnamed),
                opens: vec![NAMES.to_owned()],
                since: holder.since,
                by: holder.by.clone(),
                words: words_of(Some(&holder.recipient)),
                last_seen: None,
            });
        }
        items
    }

    /// Lets one more open the store. `known` are recipients of members, for those that the history does not tell.
    ///
    /// # Errors
    /// [`AppError::AliasTaken`], [`AppError::KnownRecipient`], [`AppError::UnknownRecipients`], recipients of two
    /// sorts; the store.
    pub fn add_member(
        &mut self,
        alias: &str,
        recipient: &Recipient,
        known: &[Recipient],
    ) -> Result<KeyChange, AppError> {
        check_alias(alias)?;
        let office = self.store.office_events()?;
        let mark = recipient.mark(self.store.id());
        for Joined { member, .. } in members(self.store.id(), &office) {
            if member.alias == alias {
                return Err(AppError::AliasTaken);
            }
            if member.mark == mark {
                return Err(AppError::KnownRecipient);
            }
        }
        // An alias stands for one key.
        let text = recipient.to_string();
        let other =
            |known: &Holder| known.alias.as_deref() == Some(alias) && known.recipient != text;
        if holders(&office).iter().any(other) {
            return Err(AppError::AliasTaken);
        }
        let mut sealed = self.sealed(&office, known, &[])?;
        sealed.to.push((alias.to_owned(), recipient.clone()));
        let added = Entry::MemberAdded(MemberAdded {
            alias: alias.to_owned(),
            mark,
            card: false,
            recipient: Some(recipient.to_string()),
        });
        let mut done = KeyChange::of(&sealed);
        done.added = Some(alias.to_owned());
        self.change(vec![added], &sealed, false)?;
        Ok(done)
    }

    /// Lets one more open names from now on.
    ///
    /// # Errors
    /// As [`Session::add_member`].
    pub fn add_holder(
        &mut self,
        alias: &str,
        recipient: &Recipient,
    ) -> Result<KeyChange, AppError> {
        check_alias(alias)?;
        let text = recipient.to_string();
        self.inside(|now| {
            let office = now.tx.events(CaseId::OFFICE)?;
            let holders = holders(&office);
            if holders
                .iter()
                .any(|known| known.alias.as_deref() == Some(alias))
            {
                return Err(AppError::AliasTaken);
            }
            if holders.iter().any(|known| known.recipient == text) {
                return Err(AppError::KnownRecipient);
            }
            not_the_card(now.tx.id(), &office, recipient)?;
            // An alias stands for one person: whoever has it opens the store by the same key.
            let mark = recipient.mark(now.tx.id());
            let members = members(now.tx.id(), &office);
            let taken =
                |joined: &Joined| joined.member.alias == alias && joined.member.mark != mark;
            if members.iter().any(taken) {
                return Err(AppError::AliasTaken);
            }
            let mut opens: Vec<_> = holders.into_iter().map(Holder::names).collect();
            opens.push((text, alias.to_owned()));
            of_one_sort(sorts_of(&opens)?)?;
            let entry = next_group(&office, opens);
            let payload = now.payload(entry);
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(())
        })?;
        let mut done = KeyChange::of_names();
        done.added = Some(alias.to_owned());
        Ok(done)
    }

    /// Lets somebody open nothing of what is written from now on: the store gets new keys, and the names another
    /// group, as far as each was open to them.
    ///
    /// # Errors
    /// [`AppError::NoMember`], [`AppError::LastMember`], [`AppError::LastHolder`], [`AppError::UnknownRecipients`];
    /// the store.
    pub fn remove_member(
        &mut self,
        alias: &str,
        known: &[Recipient],
        dry_run: bool,
    ) -> Result<KeyChange, AppError> {
        let office = self.store.office_events()?;
        let all = members(self.store.id(), &office);
        let gone = all.iter().map(|joined| &joined.member);
        let gone = gone.into_iter().find(|member| member.alias == alias);
        let id = self.store.id();
        let (leave, stay): (Vec<Holder>, Vec<Holder>) =
            holders(&office).into_iter().partition(|holder| {
                let same = |member: &MemberAdded| holder.same_key(member, id);
                holder.alias.as_deref() == Some(alias) || gone.is_some_and(same)
            });
        if gone.is_none() && leave.is_empty() {
            return Err(AppError::NoMember);
        }
        let remains = |Joined { member, .. }: &Joined| member.alias != alias && !member.card;
        if gone.is_some() && !all.iter().any(remains) {
            return Err(AppError::LastMember);
        }
        if !leave.is_empty() && stay.is_empty() {
            return Err(AppError::LastHolder);
        }
        let stay = stay.into_iter().map(Holder::names).collect();
        let group = (!leave.is_empty()).then(|| next_group(&office, stay));
        let assigned = self.cases(None)?.into_iter();
        let assigned =
            assigned.filter(|case| case.is_open() && case.worker.as_deref() == Some(alias));
        let assigned = assigned.count();
        let mut done = if gone.is_some() {
            let sealed = self.sealed(&office, known, &[alias])?;
            let removed = Entry::MemberRemoved(MemberRemoved {
                alias: alias.to_owned(),
            });
            let entries = std::iter::once(removed).chain(group.clone()).collect();
            self.renew(entries, &sealed, dry_run)?
        } else {
            if let (Some(entry), false) = (group.clone(), dry_run) {
                self.inside(|now| {
                    let payload = now.payload(entry);
                    now.tx.append(CaseId::OFFICE, payload)
                })?;
            }
            KeyChange::of_names()
        };
        done.removed = Some(alias.to_owned());
        done.names = group.is_some();
        done.assigned = assigned;
        done.left_alone = absence::left_alone(id, &office, alias, self.today());
        done.done = !dry_run;
        Ok(done)
    }

    /// Gives the store new keys for all who can open it. Those in `anew` open it with another key from now on, and with
    /// the one of before nothing that is written later; the recovery card, too, as [`CARD`], also where there was none.
    ///
    /// # Errors
    /// [`AppError::NoMember`], [`AppError::AliasTaken`] for one named twice, [`AppError::KnownRecipient`],
    /// [`AppError::UnknownRecipients`], recipients of two sorts; the store.
    pub fn rotate(
        &mut self,
        anew: &[(Alias, Recipient)],
        known: &[Recipient],
        dry_run: bool,
    ) -> Result<KeyChange, AppError> {
        let office = self.store.office_events()?;
        let all = members(self.store.id(), &office);
        let aliases: Vec<&str> = anew.iter().map(|(alias, _)| alias.as_str()).collect();
        let mut sealed = self.sealed(&office, known, &aliases)?;
        let mut entries = Vec::new();
        let mut replaced = Vec::new();
        for (alias, recipient) in anew {
            if sealed.to.iter().any(|(taken, _)| taken == alias) {
                return Err(AppError::AliasTaken);
            }
            let mark = recipient.mark(self.store.id());
            let holds = |joined: &&Joined| joined.member.mark == mark;
            let before = all.iter().find(|joined| joined.member.alias == *alias);
            let same = before.as_ref().is_some_and(holds);
            let of_another = !same && all.iter().any(|joined| holds(&joined));
            if of_another || sealed.to.iter().any(|(_, taken)| taken == recipient) {
                return Err(AppError::KnownRecipient);
            }
            sealed.to.push((alias.clone(), recipient.clone()));
            if before.is_none() && alias != CARD {
                return Err(AppError::NoMember);
            }
            if before.is_some() && !same {
                let alias = alias.clone();
                entries.push(Entry::MemberRemoved(MemberRemoved { alias }));
            }
            if !same {
                replaced.push(alias.clone());
            }
            // Of one who keeps the key it makes known what older stores did not keep.
            entries.push(Entry::MemberAdded(MemberAdded {
                alias: alias.clone(),
                mark,
                card: alias == CARD,
                recipient: Some(recipient.to_string()),
            }));
        }
        of_one_sort(sealed.to.iter().map(|(_, recipient)| recipient.sort()))?;
        let names = self.names_anew(&office, anew)?;
        let other_names = names.is_some();
        entries.extend(names);
        let mut done = self.renew(entries, &sealed, dry_run)?;
        done.names = other_names;
        done.card = replaced.iter().any(|alias| alias == CARD);
        replaced.retain(|alias| alias != CARD);
        done.replaced = replaced;
        Ok(done)
    }

    /// The group of those who open names, where one of them opens the store by another key from now on: what is sealed
    /// later is for the new key, and closed to the old one.
    fn names_anew(
        &self,
        office: &[Event],
        anew: &[(Alias, Recipient)],
    ) -> Result<Option<Entry>, AppError> {
        let (store, before) = (self.store.id(), holders(office));
        let all = members(store, office);
        let mut changed = false;
        let mut group: Vec<(String, Alias)> = Vec::new();
        for holder in before {
            let replaced = anew.iter().find(|(alias, _)| {
                let member = all.iter().find(|joined| joined.member.alias == *alias);
                member.is_some_and(|joined| holder.same_key(&joined.member, store))
            });
            let (mut recipient, alias) = holder.names();
            if let Some((_, new)) = replaced {
                changed |= recipient != new.to_string();
                recipient = new.to_string();
            }
            group.push((recipient, alias));
        }
        if let Some((_, card)) = anew.iter().find(|(alias, _)| alias == CARD)
            && group
                .iter()
                .any(|(recipient, _)| *recipient == card.to_string())
        {
            return Err(AppError::CardOpensNoNames);
        }
        let sorts = sorts_of(&group)?;
        if !changed {
            return Ok(None);
        }
        of_one_sort(sorts)?;
        Ok(Some(next_group(office, group)))
    }

    fn renew(
        &mut self,
        entries: Vec<Entry>,
        sealed: &Sealed,
        dry_run: bool,
    ) -> Result<KeyChange, AppError> {
        let epoch = self.store.epoch().saturating_add(1);
        let mut done = KeyChange::of(sealed);
        done.epoch = Some(epoch);
        done.case_keys = self.store.case_keys()?;
        done.done = !dry_run;
        if !dry_run {
            let mut entries = entries;
            entries.push(Entry::KeysChanged(KeysChanged { epoch }));
            self.change(entries, sealed, true)?;
        }
        Ok(done)
    }

    fn change(
        &mut self,
        entries: Vec<Entry>,
        sealed: &Sealed,
        renew: bool,
    ) -> Result<(), AppError> {
        let at = self.world.clock.now();
        let learned = sealed.learned.iter().cloned();
        let payloads = entries.into_iter().chain(learned).map(|entry| Payload {
            at,
            by: self.me.clone(),
            person: 1,
            via: None,
            even_so: None,
            entry,
        });
        let payloads: Vec<Payload> = payloads.collect();
        let to: Vec<Recipient> = sealed.to.iter().map(|(_, to)| to.clone()).collect();
        let random = &mut self.world.random;
        Ok(self.store.change_keys(&payloads, &to, renew, random)?)
    }

    /// Who can open the store, with their recipients.
    pub(super) fn sealed_to(
        &self,
        known: &[Recipient],
    ) -> Result<Vec<(Alias, Recipient)>, AppError> {
        let office = self.store.office_events()?;
        Ok(self.sealed(&office, known, &[])?.to)
    }

    /// To whom the store's keys are sealed now, without those whose key goes.
    fn sealed(
        &self,
        office: &[Event],
        known: &[Recipient],
        without: &[&str],
    ) -> Result<Sealed, AppError> {
        let known = known.iter().chain([&self.recipient]);
        let known = known.map(|recipient| (recipient.mark(self.store.id()), recipient));
        let known: Vec<_> = known.collect();
        let mut sealed = Sealed {
            to: Vec::new(),
            learned: Vec::new(),
        };
        let mut unknown = Vec::new();
        for Joined { mut member, .. } in members(self.store.id(), office) {
            if without.contains(&member.alias.as_str()) {
                continue;
            }
            if let Some(text) = &member.recipient {
                sealed.to.push((member.alias, text.parse()?));
            } else if let Some((_, recipient)) = known.iter().find(|(mark, _)| *mark == member.mark)
            {
                member.recipient = Some(recipient.to_string());
                sealed.to.push((member.alias.clone(), (*recipient).clone()));
                sealed.learned.push(Entry::MemberAdded(member));
            } else {
                unknown.push(member.alias);
            }
        }
        if unknown.is_empty() {
            Ok(sealed)
        } else {
            Err(AppError::UnknownRecipients(unknown))
        }
    }
}

impl KeyChange {
    fn of(sealed: &Sealed) -> Self {
        Self {
            members: sealed.to.iter().map(|(alias, _)| alias.clone()).collect(),
            ..Self::of_names()
        }
    }

    const fn of_names() -> Self {
        Self {
            schema: "nansen.keys-changed/1",
            done: true,
            added: None,
            removed: None,
            replaced: Vec::new(),
            card: false,
            members: Vec::new(),
            names: false,
            epoch: None,
            case_keys: 0,
            assigned: 0,
            left_alone: BTreeSet::new(),
        }
    }
}

fn words_of(recipient: Option<&String>) -> Option<String> {
    let recipient = recipient?.parse::<Recipient>().ok()?;
    Some(spoken_words(&recipient))
}

#[cfg(test)]
mod tests;
