//! `case receipt`: the other office has the case, and it counts there.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use crate::app::error::AppError;
use crate::app::identity::standing;
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view::Receipted;
use crate::base::file::read_regular;
use crate::base::id::CaseId;
use crate::domain::code::CaseEnd;
use crate::domain::event::{CaseClosed, Entry, Event, HandoverReceipt};
use crate::journal;
use crate::store::{Reader, StoreError};

const MARK: &str = "nansen.receipt/1";

/// A receipt is one line.
const MOST: u64 = 4096;

/// It lies in the open, and tells of no person, case, member or office.
#[derive(Serialize, Deserialize)]
struct Receipt {
    schema: String,
    handover: String,
    received: NaiveDate,
    answer: String,
}

/// The receipt for a hand-over.
pub(super) fn written(handover: &str, received: NaiveDate, key: &[u8; 32]) -> String {
    let receipt = Receipt {
        schema: MARK.to_owned(),
        handover: handover.to_owned(),
        received,
        answer: HEXLOWER.encode(&journal::receipt(key, &received.to_string())),
    };
    serde_json::to_string(&receipt).unwrap_or_default() + "\n"
}

impl Session<'_> {
    /// Writes down that the other office has a case, and closes it here as handed over. A second time it changes nothing.
    ///
    /// # Errors
    /// [`AppError::ReceiptDamaged`] for what is none, or was altered; [`AppError::ReceiptOfNone`] where nothing that was
    /// handed over here fits it; [`AppError::ReceiptTakenBack`] where that was taken back; [`AppError::ReceiptSecond`] where
    /// another office has it; the store.
    pub fn receipt(&mut self, from: &Path) -> Result<Receipted, AppError> {
        let text = read_regular(from, MOST).map_err(|error| match error.kind() {
            std::io::ErrorKind::FileTooLarge => AppError::ReceiptDamaged,
            _ => AppError::Input(error),
        })?;
        let receipt: Receipt =
            serde_json::from_slice(&text).map_err(|_| AppError::ReceiptDamaged)?;
        if receipt.schema != MARK {
            return Err(AppError::ReceiptDamaged);
        }
        let wrong = |_| AppError::ReceiptDamaged;
        let name = HEXLOWER.decode(receipt.handover.as_bytes());
        let name: [u8; 16] = name
            .map_err(wrong)?
            .try_into()
            .map_err(|_| AppError::ReceiptDamaged)?;
        let answer = HEXLOWER.decode(receipt.answer.as_bytes()).map_err(wrong)?;
        self.inside(|now| {
            let (id, events) = handed(now.tx, &receipt.handover)?;
            let key = now.tx.receipt_key(id, &name)?;
            if !journal::is_receipt(&key, &receipt.received.to_string(), &answer) {
                return Err(AppError::ReceiptDamaged);
            }
            if !standing(&events).any(|event| is_handed(event, &receipt.handover)) {
                let day = taken_back(&events, &receipt.handover);
                let day = day.map_or(receipt.received, |at| now.world.clock.local_at(at).date_naive());
                return Err(AppError::ReceiptTakenBack(number_of(&now.case(id)?), day));
            }
            let already = events.iter().any(|event| {
                matches!(&event.payload.entry, Entry::HandoverReceipt(known) if known.handover == receipt.handover)
            });
            let case = now.case(id)?;
            let others = standing(&events)
                .filter(|event| matches!(event.payload.entry, Entry::HandoverReceipt(_)));
            // Two offices have taken it, and it can count in one.
            if !already && !case.is_open() && others.count() > 0 {
                return Err(AppError::ReceiptSecond);
            }
            let mut told = Receipted {
                schema: "nansen.receipted/1",
                case: number_of(&case),
                callsign: callsign_of(&case),
                handover: receipt.handover.clone(),
                received: receipt.received,
                since: since(&events, &receipt.handover),
                already_there: already,
                closed: !case.is_open(),
            };
            if already {
                return Ok(told);
            }
            let entry = Entry::HandoverReceipt(HandoverReceipt {
                handover: receipt.handover.clone(),
                date: receipt.received,
            });
            let payload = now.payload(entry);
            now.tx.append(id, payload)?;
            if case.is_open() {
                // By the clocks of two offices it may not have come yet.
                let date = receipt.received.min(now.today());
                let payload = now.payload(Entry::CaseClosed(CaseClosed {
                    reason: CaseEnd::Transferred,
                    date: date.into(),
                    import_ref: None,
                }));
                let before = now.case(id)?;
                now.append(before, payload)?;
                told.closed = true;
            }
            Ok(told)
        })
    }
}

fn is_handed(event: &Event, handover: &str) -> bool {
    matches!(&event.payload.entry, Entry::HandedOver(handed) if handed.handover == handover)
}

/// When a hand-over was taken back.
fn taken_back(events: &[Event], handover: &str) -> Option<DateTime<Utc>> {
    let handed = events.iter().find(|event| is_handed(event, handover))?.id;
    let mut after = events.iter().rev();
    let back = after.find(|event| {
        matches!(&event.payload.entry, Entry::EntryRetracted(back) if back.target == handed)
    });
    back.map(|event| event.payload.at)
}

/// The case that was handed over under this name, be it taken back since, with its entries.
fn handed(reader: &Reader, handover: &str) -> Result<(CaseId, Vec<Event>), AppError> {
    let office = reader.office_events()?;
    for event in &office {
        let Entry::Exported(exported) = &event.payload.entry else {
            continue;
        };
        let Some(id) = exported.case.filter(|_| exported.what == "handover") else {
            continue;
        };
        let events = match reader.case(id) {
            Ok(_) => reader.events(id)?,
            // Erased since.
            Err(StoreError::NoSuchCase) => continue,
            Err(error) => return Err(error.into()),
        };
        if events.iter().any(|event| is_handed(event, handover)) {
            return Ok((id, events));
        }
    }
    Err(AppError::ReceiptOfNone)
}

/// How many entries were recorded here since, which the other office does not have.
fn since(events: &[Event], handover: &str) -> usize {
    let mut after = events
        .iter()
        .skip_while(|event| !is_handed(event, handover));
    after.next();
    // That another office has it is no news there.
    let ours = |event: &&Event| {
        !matches!(
            event.payload.entry,
            Entry::DeadlineComputed(_)
                | Entry::HandedOver(_)
                | Entry::HandoverReceipt(_)
                | Entry::CaseClosed(CaseClosed {
                    reason: CaseEnd::Transferred,
                    ..
                })
        )
    };
    after.filter(ours).count()
}
