//! `case access`: what the office holds on a person, for the person to read.

use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::view::{self, Access};
use crate::app::whose::objection;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::code::LinkKind;
use crate::domain::event::{Entry, Event};
use crate::domain::history::History;
use crate::domain::person::FIRST;

impl Session<'_> {
    /// Everything of a case that a member can read, with what was replaced and taken back, and who looked at what is sealed.
    /// What is sealed is not in it. Of several persons, with `person`, what concerns that one alone. That it was made is
    /// written down first.
    ///
    /// # Errors
    /// Nobody of that number; the store.
    pub fn access(&mut self, id: CaseId, person: Option<u16>) -> Result<Access, AppError> {
        let case = self.store.case(id)?;
        if person.is_some_and(|number| case.person(number).is_none()) {
            return Err(objection(&case, Objection::NoPerson));
        }
        self.note_exported("access", id)?;
        let mut history = self.show(id, None, true)?;
        let audit = self.audit()?.items.into_iter();
        let of_it = audit.filter(|item| item.case.as_ref() == Some(&history.case));
        let mut looked: Vec<view::Audited> = of_it.collect();
        let mut notes_left_out = 0;
        if let Some(number) = person.filter(|_| case.has_several()) {
            let events = self.store.events(id)?;
            notes_left_out = only(&mut history, &case, &events, number);
            history.notices = self.notices_of(&case.only(number), self.today())?;
            let origin = &history.origin;
            history.notices.retain(|one| one.origin == *origin);
            looked.retain(|item| {
                let sealed = ["identity.", "contact.", "document."];
                let names = sealed.iter().any(|start| item.what.starts_with(start));
                !names || item.person.unwrap_or(FIRST) == number
            });
        }
        Ok(Access {
            schema: "nansen.access/1",
            person,
            notes_left_out,
            looked,
            history,
        })
    }
}

/// Leaves what concerns one of several persons: their own, and what is the whole case's. Notes of the whole case may speak of
/// the others: they are left out, and counted.
fn only(shown: &mut view::History, case: &Case, events: &[Event], number: u16) -> usize {
    let own = Some(number);
    let whose = Whose {
        case,
        tasks: shown.care.tasks.clone(),
        number,
    };
    shown.fields.retain(|one| one.person == own);
    let steps = shown.care.tasks.iter();
    let mut notes = steps.filter(|task| may_speak_of_others(task)).count();
    shown.events.retain(|entry| {
        let told = if entry.kind == "retraction" {
            entry.target.as_deref()
        } else {
            Some(entry)
        };
        let concerns = told.is_some_and(|told| whose.is_about(told));
        // One of another person is theirs, and no part of this paper.
        notes += usize::from(entry.kind == "note" && entry.person.is_none());
        concerns
    });
    if number != FIRST {
        for entry in shown.events.iter_mut().filter(|entry| entry.kind == "case") {
            for first in ["origin", "sex", "born", "role"] {
                entry.fields.remove(first);
            }
        }
    }
    shown.people.retain(|one| one.person == number);
    if let Some(one) = shown.people.first() {
        shown.origin.clone_from(&one.origin);
        shown.sex = one.sex.to_string();
        shown.born = one.born;
    }
    shown.applications.retain(|one| one.person == own);
    shown.measures.retain(|one| one.person == own);
    shown
        .links
        .retain(|one| one.r#as == LinkKind::SamePerson && one.person.unwrap_or(FIRST) == number);
    let theirs = |person: Option<u16>| person.is_none() || person == own;
    shown.deadlines.retain(|one| theirs(one.person));
    let care = &mut shown.care;
    care.disappeared.retain(|one| one.person == own);
    care.mandates.retain(|one| one.person == own);
    care.tasks
        .retain(|one| theirs(one.person) && !may_speak_of_others(one));
    care.referrals.retain(|one| one.person == own);
    care.resettlement.retain(|one| one.person == own);
    let sealed = History::resolve(events, None).items.into_iter();
    let sealed = sealed
        .filter(|item| matches!(item.entry, Entry::IdentitySealed(_)) && item.person() == number);
    shown.sealed = u32::try_from(sealed.count()).unwrap_or(u32::MAX);
    notes
}

/// Of the whole case, and in the office's own words.
const fn may_speak_of_others(task: &view::Task) -> bool {
    task.person.is_none() && task.text.is_some()
}

/// Whom an entry of a case concerns.
struct Whose<'a> {
    case: &'a Case,
    tasks: Vec<view::Task>,
    number: u16,
}

impl Whose<'_> {
    fn is_about(&self, entry: &view::Entry) -> bool {
        let theirs = |person: Option<u16>| person.is_none_or(|one| one == self.number);
        match entry.kind.as_str() {
            // Without one it is about the whole case.
            "note" => entry.person == Some(self.number),
            "link" => {
                let kind = entry.fields.get("as").and_then(|kind| kind.as_str());
                kind == Some(LinkKind::SamePerson.as_str()) && entry.person == Some(self.number)
            }
            "deadline-act" | "deadline-told" | "deadline-watch" => {
                let named = entry.deadline.as_ref().map(|deadline| &deadline.id);
                let mut all = self.case.deadlines.iter();
                let found = all.find(|one| Some(&one.id.to_string()) == named);
                found.is_some_and(|one| one.person == self.number)
            }
            "task" | "task-act" => {
                let mut all = self.tasks.iter();
                let named = entry.on.as_ref().filter(|_| entry.kind == "task-act");
                let id = named.unwrap_or(&entry.event);
                let found = all.find(|task| task.task == *id);
                found.is_some_and(|task| theirs(task.person) && !may_speak_of_others(task))
            }
            _ => theirs(entry.person),
        }
    }
}
