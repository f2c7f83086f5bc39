//! `new`: opens a case under a random number.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::app::error::AppError;
use crate::app::fields::{self, Fields};
use crate::app::find;
use crate::app::session::Session;
use crate::app::setup::CARD;
use crate::app::view::NewCase;
use crate::base::callsign::Callsign;
use crate::base::number::CaseNumber;
use crate::base::random::Random;
use crate::domain::case::Case;
use crate::domain::event::Entry;
use crate::store::Tx;

impl Session<'_> {
    /// Opens a case. `fields` are those of [`fields::CASE`]; the case is mine unless `worker` says
    /// otherwise (`nobody`: nobody's), or I act with the card, whose nothing is.
    ///
    /// # Errors
    /// Faulty fields, an unknown member, or the store's.
    pub fn new_case(&mut self, mut fields: Fields) -> Result<NewCase, AppError> {
        let to = fields.remove("worker");
        let me = self.me.clone();
        self.inside(|now| {
            let worker = match to {
                None => Some(me).filter(|me| me != CARD),
                Some(to) if to == "nobody" => None,
                Some(to) => {
                    find::member(now.tx, &to)?;
                    Some(to)
                }
            };
            let today = now.today();
            fields
                .entry("opened".to_owned())
                .or_insert_with(|| today.to_string());
            let mut base = Map::new();
            base.insert("worker".to_owned(), json!(worker));
            let drawn = Drawn::draw(now.tx, &mut now.world.random)?;
            let case = now.tx.new_case(&mut now.world.random)?;
            let payload = now.payload(entry(&fields, base, today, &drawn)?);
            now.append(Case::fold(case, &[], None), payload)?;
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
