//! `new`: opens a case under a random number.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::app::error::AppError;
use crate::app::fields::{self, Fields};
use crate::app::session::Session;
use crate::app::view::NewCase;
use crate::app::write;
use crate::base::callsign::Callsign;
use crate::base::number::CaseNumber;
use crate::base::random::Random;
use crate::domain::event::Entry;
use crate::store::Tx;

impl Session<'_> {
    /// Opens a case. `fields` are those of [`fields::CASE`]; the case is mine unless `worker` says
    /// otherwise (`nobody`: nobody's).
    ///
    /// # Errors
    /// Faulty fields, an unknown member, or the store's.
    pub fn new_case(&mut self, mut fields: Fields) -> Result<NewCase, AppError> {
        let worker = match fields.remove("worker") {
            None => Some(self.me.clone()),
            Some(to) if to == "nobody" => None,
            Some(to) => {
                self.known_member(&to)?;
                Some(to)
            }
        };
        let today = self.today();
        fields
            .entry("opened".to_owned())
            .or_insert_with(|| today.to_string());
        let mut base = Map::new();
        base.insert("worker".to_owned(), json!(worker));
        let (me, now) = (self.me.clone(), self.world.clock.now());
        let world = &mut *self.world;
        self.store.write(|tx| {
            let drawn = Drawn::draw(tx, &mut world.random)?;
            let case = tx.new_case(&mut world.random)?;
            let entry = entry(&fields, base, today, &drawn)?;
            let payload = crate::domain::event::Payload {
                at: now,
                by: me,
                person: 1,
                via: None,
                even_so: None,
                entry,
            };
            write::append(tx, world, case, payload)?;
            Ok(NewCase {
                schema: "nansen.case/1",
                case: drawn.number.to_string(),
                callsign: drawn.callsign,
            })
        })
    }
}

/// A number and a callsign that no case here bears.
pub(super) struct Drawn {
    pub(super) number: CaseNumber,
    pub(super) callsign: String,
}

impl Drawn {
    pub(super) fn draw(tx: &Tx<'_>, random: &mut Random) -> Result<Self, AppError> {
        let number = loop {
            let number = CaseNumber::draw(random)?;
            if tx.case_by_number(&number)?.is_none() {
                break number;
            }
        };
        let callsign = loop {
            let callsign = Callsign::draw(random)?;
            if tx.cases_by_callsign(&callsign)?.is_empty() {
                break callsign;
            }
        };
        Ok(Self { number, callsign })
    }
}

/// The entry that opens a case.
pub(super) fn entry(
    fields: &Fields,
    mut base: Map<String, Value>,
    today: chrono::NaiveDate,
    drawn: &Drawn,
) -> Result<Entry, AppError> {
    base.insert("number".to_owned(), json!(drawn.number.compact()));
    base.insert("callsign".to_owned(), json!(drawn.callsign));
    base.entry("sex").or_insert_with(|| json!("unknown"));
    let typed: BTreeMap<_, _> = fields.clone();
    fields::CASE
        .entry(&typed, None, base, today)
        .map_err(AppError::Fields)
}
