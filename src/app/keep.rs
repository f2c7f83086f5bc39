//! `store info|verify|rebuild`: what the file holds and whether it is whole.

use std::path::Path;

use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::view::{Finding, StoreInfo, Verified};
use crate::store::{self, Depth};
use crate::vault::Identity;

impl Session<'_> {
    /// What the store holds, in numbers.
    pub fn info(&self) -> Result<StoreInfo, AppError> {
        let info = self.store.info()?;
        Ok(StoreInfo {
            schema: "nansen.store/1",
            format: info.format,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            events: info.events,
            cases: info.cases,
            streams: info.streams,
            bytes: info.bytes,
            last_recorded: info.last_recorded,
            store: String::new(),
        })
    }

    /// Makes the projections again from the events. Returns how many cases.
    pub fn rebuild(&mut self) -> Result<u64, AppError> {
        self.store.rebuild()?;
        Ok(self.store.info()?.cases)
    }
}

/// Judges the store in `dir`, also where it can no longer be opened.
///
/// # Errors
/// Only where nothing can be judged: no store there, or no key for it.
pub fn verify(
    dir: &Path,
    identity: &Identity,
    depth: Depth,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Verified, AppError> {
    let report = store::verify_dir(dir, identity, depth, progress)?;
    let findings = report.findings.into_iter().map(|finding| Finding {
        id: finding.id.to_owned(),
        message: String::new(),
        args: finding
            .args
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    });
    Ok(Verified {
        schema: "nansen.verify/1",
        ok: !report.fatal,
        events: report.events,
        findings: findings.collect(),
        quick: depth == Depth::Quick,
    })
}
