//! `notice`: what holds for everybody from a country. It opens no deadline, and no case is written to.

use chrono::NaiveDate;

use crate::app::error::AppError;
use crate::app::fields;
use crate::app::find;
use crate::app::session::Session;
use crate::app::view::{self, Notices};
use crate::base::date::PartialDate;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::event::{Entry, NoticeAdded, NoticeEnded};
use crate::domain::notice::Notice;
use crate::store::Reader;

/// What is to hold.
#[derive(Debug)]
pub struct Input {
    /// The country of origin.
    pub origin: String,
    /// Whose law it is about; all where absent.
    pub jurisdiction: Option<String>,
    /// From when on.
    pub date: PartialDate,
    /// Where it was read or heard, as a code.
    pub source: Option<String>,
    /// What holds.
    pub text: String,
}

impl Session<'_> {
    /// The notices that hold at a day or later, or all of them.
    ///
    /// # Errors
    /// The store's.
    pub fn notices(&self, as_of: Option<NaiveDate>, all: bool) -> Result<Notices, AppError> {
        let day = self.day(as_of);
        let mut notices = Notice::all(&self.store.office_events()?);
        notices.retain(|notice| all || notice.holds(day) || notice.is_ahead(day));
        listed(&self.store, &notices, day)
    }

    /// Writes one.
    ///
    /// # Errors
    /// [`AppError::Fields`] where one of the codes is none; the store's.
    pub fn add_notice(&mut self, input: Input) -> Result<Notices, AppError> {
        let origin = fields::stored_as("origin", &input.origin)?;
        let law = input.jurisdiction.as_deref();
        let law = law.map(|law| fields::stored_as("jurisdiction", law));
        let source = input.source.as_deref();
        let source = source.map(|source| fields::stored_as("source", source));
        let added = NoticeAdded {
            origin,
            jurisdiction: law.transpose()?,
            date: input.date,
            source: source.transpose()?,
            text: input.text,
        };
        self.inside(|now| {
            let payload = now.payload(Entry::NoticeAdded(added));
            let event = now.tx.append(CaseId::OFFICE, payload)?;
            let mut notices = Notice::all(&now.tx.office_events()?);
            notices.retain(|notice| notice.id == event.id);
            listed(now.tx, &notices, now.today())
        })
    }

    /// Ends one.
    ///
    /// # Errors
    /// [`AppError::NoEvent`] and its like; [`AppError::NoNotice`]; [`AppError::NoticeOver`]; [`AppError::BadDay`].
    pub fn end_notice(
        &mut self,
        prefix: &str,
        date: PartialDate,
        because: Option<String>,
    ) -> Result<Notices, AppError> {
        self.inside(|now| {
            let (id, _) = find::event(now.tx, prefix)?;
            let known = Notice::all(&now.tx.office_events()?);
            let notice = known.into_iter().find(|notice| notice.id == id);
            let notice = notice.ok_or(AppError::NoNotice)?;
            if notice.ended.is_some() {
                return Err(AppError::NoticeOver);
            }
            let today = now.today();
            if date.earliest() > today || date.latest() < notice.data.date.earliest() {
                return Err(AppError::BadDay(date));
            }
            let end = NoticeEnded {
                on: id,
                date,
                because,
            };
            let payload = now.payload(Entry::NoticeEnded(end));
            now.tx.append(CaseId::OFFICE, payload)?;
            let mut notices = Notice::all(&now.tx.office_events()?);
            notices.retain(|notice| notice.id == id);
            listed(now.tx, &notices, now.today())
        })
    }

    /// The notices that are about a case and hold at a day.
    pub(super) fn notices_of(
        &self,
        case: &Case,
        day: NaiveDate,
    ) -> Result<Vec<view::Notice>, AppError> {
        let mut notices = Notice::all(&self.store.office_events()?);
        notices.retain(|notice| notice.holds(day) && notice.is_about(case));
        Ok(notices.iter().map(|notice| shown(notice, day)).collect())
    }
}

/// Each with how many open cases it is about.
fn listed(reader: &Reader, notices: &[Notice], day: NaiveDate) -> Result<Notices, AppError> {
    let mut cases = find::cases(reader, None)?;
    cases.retain(Case::is_open);
    let items = notices.iter().map(|notice| view::Notice {
        cases: Some(cases.iter().filter(|case| notice.is_about(case)).count()),
        ..shown(notice, day)
    });
    Ok(Notices {
        schema: "nansen.notices/1",
        items: items.collect(),
    })
}

/// One, as people and programs see it.
pub(super) fn shown(notice: &Notice, day: NaiveDate) -> view::Notice {
    view::Notice {
        notice: notice.id.to_string(),
        origin: notice.data.origin.clone(),
        jurisdiction: notice.data.jurisdiction.clone(),
        since: notice.data.date,
        ended: notice.ended,
        source: notice.data.source.clone(),
        text: notice.data.text.clone(),
        by: notice.by.clone(),
        cases: None,
        ahead: notice.is_ahead(day),
    }
}
