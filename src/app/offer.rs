//! What a person at a terminal is offered before an entry is written: what it can be about, which codes fit the case
//! as it stands, and whether the whole would stand.

use std::borrow::Cow;

use crate::app::entry::Scribe;
use crate::app::error::AppError;
use crate::app::find;
use crate::app::own;
use crate::app::record::{Input, Refusal, meant};
use crate::app::session::Session;
use crate::app::view;
use crate::app::whose::Whom;
use crate::base::id::EventId;
use crate::domain::case::{Case, Named};
use crate::domain::check::Objection;
use crate::domain::code::{AppealKind, Outcome};
use crate::domain::history::History;

/// Something that an entry can be about.
#[derive(Debug)]
pub struct Target {
    /// As `--on` takes it: `A2`, `M1`.
    pub reference: String,
    /// The entry that began it.
    pub entry: Option<view::Entry>,
}

/// A code that fits.
#[derive(Debug)]
pub struct Offer {
    /// The code.
    pub code: &'static str,
    /// The body that it means under this law.
    pub body: Option<String>,
}

impl Session<'_> {
    /// What an entry could be about, where a person must say; empty where nothing is to be said.
    ///
    /// # Errors
    /// An [`Objection`] where there is nothing that it could be about.
    pub fn targets(&self, input: &Input) -> Result<Vec<Target>, AppError> {
        let case = self.store.case(input.case)?;
        match about(self, &case, input)? {
            About::Several(refs) => self.named_by(&case, &refs),
            About::One(_) | About::Nothing => Ok(Vec::new()),
        }
    }

    /// The things that these references name, with the entries that began them.
    ///
    /// # Errors
    /// The store's.
    pub fn named_in(&self, input: &Input, refs: &[String]) -> Result<Vec<Target>, AppError> {
        self.named_by(&self.store.case(input.case)?, refs)
    }

    fn named_by(&self, case: &Case, refs: &[String]) -> Result<Vec<Target>, AppError> {
        let events = self.store.events(case.id)?;
        let history = History::resolve(&events, None);
        let scribe = Scribe {
            case,
            events: &events,
            number: &|id| find::number(&self.store, id).ok(),
            declared: &|id| own::declaration(&self.store, id),
        };
        let target = |reference: &String| Target {
            reference: reference.clone(),
            entry: case
                .reference(reference)
                .map(Named::id)
                // A referral has no name of its own.
                .or_else(|| reference.parse().ok())
                .and_then(|id| history.item(id))
                .map(|item| scribe.write(item.version, None)),
        };
        Ok(refs.iter().map(target).collect())
    }

    /// The codes of a field that fit, with the bodies that they mean; nothing where all of them do.
    ///
    /// # Errors
    /// The store's, or a reference that names nothing.
    pub fn offers(&self, input: &Input, field: &str) -> Result<Option<Vec<Offer>>, AppError> {
        let case = self.store.case(input.case)?;
        Ok(match (input.kind.name, field) {
            ("decision", "outcome") => match about(self, &case, input)? {
                About::One(on) => Some(outcomes(&case, on)),
                About::Several(_) | About::Nothing => None,
            },
            ("appeal", "kind") => {
                let on = match about(self, &case, input)? {
                    About::One(on) => Some(on),
                    About::Several(_) | About::Nothing => None,
                };
                self.remedies(&case, on)
            }
            _ => None,
        })
    }

    /// The remedies for which the law names a body; nothing where it names none.
    fn remedies(&self, case: &Case, on: Option<EventId>) -> Option<Vec<Offer>> {
        let own = case.opened.as_ref().map(|opened| &opened.jurisdiction);
        let of = on.and_then(|on| case.scope(on));
        let law = of
            .map(|application| &application.data.jurisdiction)
            .or(own)?;
        let offers: Vec<Offer> = AppealKind::ALL
            .iter()
            .filter_map(|kind| {
                let body = self.book().bodies(law, *kind)?;
                Some(Offer {
                    code: kind.as_str(),
                    body: Some(body.to_owned()),
                })
            })
            .collect();
        Some(offers).filter(|offers| !offers.is_empty())
    }

    /// Judges an entry as `record` would, and writes nothing.
    ///
    /// # Errors
    /// Those of [`Session::record`].
    pub fn judge(&self, input: &Input) -> Result<(), AppError> {
        let case = self.store.case(input.case)?;
        meant(&self.store, &case, input, self.today()).map(drop)
    }
}

/// What an entry is about, as far as what was typed says.
enum About {
    One(EventId),
    Several(Vec<String>),
    Nothing,
}

fn about(session: &Session<'_>, case: &Case, input: &Input) -> Result<About, AppError> {
    if let Some(on) = input.fields.get("on") {
        return Ok(About::One(find::on(&session.store, case, on)?));
    }
    // For several at once each is asked about alone, and the first stands for the others.
    let first = match &input.whom {
        Whom::These(persons) => persons.first().copied(),
        Whom::Unsaid | Whom::Everybody => None,
    };
    let own = first.map_or(Cow::Borrowed(case), |person| case.only(person));
    let case = own.as_ref();
    let even_so = input.even_so.is_some();
    let found = match input.kind.name {
        "decision" => {
            let given = input
                .fields
                .get("outcome")
                .and_then(|text| text.parse().ok());
            let some = [Outcome::Granted, Outcome::Revoked, Outcome::Rescinded];
            let outcomes = given.as_ref().map_or(&some[..], std::slice::from_ref);
            first_that_fits(
                outcomes
                    .iter()
                    .map(|outcome| case.to_decide(None, *outcome, even_so)),
            )
        }
        "service" => case.to_serve(None),
        "referral-outcome" => case.to_answer(None),
        "detention-review" => case.to_review(None, None),
        "appeal" => {
            // Which remedy it is may not be said yet: any that finds something will do.
            let given = input.fields.get("kind").and_then(|kind| kind.parse().ok());
            let kinds = given.as_ref().map_or(AppealKind::ALL, std::slice::from_ref);
            let all = kinds
                .iter()
                .map(|kind| case.to_appeal(None, *kind, None, even_so));
            first_that_fits(all)
        }
        _ => return Ok(About::Nothing),
    };
    match found {
        Ok(on) => Ok(About::One(on)),
        Err(Objection::Several(refs)) => Ok(About::Several(refs)),
        Err(objection) => Err(Refusal::History(objection).into_error(case)),
    }
}

/// The first that finds something; where none does, why the first did not.
fn first_that_fits(
    mut all: impl Iterator<Item = Result<EventId, Objection>>,
) -> Result<EventId, Objection> {
    let nothing = |found: &Result<EventId, Objection>| {
        matches!(
            found,
            Err(Objection::NothingPending
                | Objection::NothingToAppeal
                | Objection::NoStatus
                | Objection::NothingToRescind)
        )
    };
    let first = all.next().unwrap_or(Err(Objection::NoReference));
    if !nothing(&first) {
        return first;
    }
    all.find(|found| !nothing(found)).unwrap_or(first)
}

/// What fits as the history stands.
fn outcomes(case: &Case, on: EventId) -> Vec<Offer> {
    let offer = |outcome: Outcome| Offer {
        code: outcome.as_str(),
        body: None,
    };
    case.outcomes(on).into_iter().map(offer).collect()
}
