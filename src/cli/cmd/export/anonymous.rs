//! `export anonymous`: a list of cases without names.

use super::named;
use crate::app::World;
use crate::app::stats::ListQuery;
use crate::base::file;
use crate::cli::args::export::Anonymous;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::{place, read};
use crate::render::{Rows, table_csv};
use crate::store::Access;

/// The k where nothing is said, and where anybody may have the list.
const USUAL: usize = 5;
const PUBLIC: usize = 11;

pub(super) fn run(args: Anonymous, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let path = if args.dry_run || args.propose {
        None
    } else {
        Some(named(desk)?)
    };
    if let Some(path) = path {
        place::must_be_free(path)?;
    }
    if args.keep.iter().any(|column| args.without.contains(column)) {
        return Err(Usage::Conflict("--keep", "--without").into());
    }
    let as_of = desk.as_of(world)?;
    let because = match args.because.as_deref() {
        None if args.approve.is_some() && !args.dry_run => {
            Some(read::needed_reason(desk, "--because", None)?)
        }
        typed => read::reason("--because", typed)?,
    };
    let to = match &args.to {
        Some(to) => read::recipient(to)?,
        None => String::new(),
    };
    let mut session = desk.open(Access::Write, world)?;
    let (mut told, mut lines) = if let Some(number) = &args.approve {
        if args.dry_run {
            (session.anonymous_approval(number)?, Vec::new())
        } else {
            session.anonymous_approve(number, because.as_deref().unwrap_or_default())?
        }
    } else {
        let usual = if args.public { PUBLIC } else { USUAL };
        let threshold = usize::try_from(session.threshold()?.threshold).unwrap_or(usual);
        let query = ListQuery {
            k: args.k.map_or(usual.max(threshold), usize::from),
            is_public: args.public,
            keep: args.keep,
            without: args.without,
            to,
            because,
            as_of,
        };
        if args.propose {
            desk.acknowledge_beside(&session.anonymous_propose(&query)?)?;
            return Ok(Exit::Done);
        }
        session.anonymous(&query, args.dry_run)?
    };
    if let Some(path) = path {
        let header = if lines.is_empty() {
            Vec::new()
        } else {
            lines.remove(0)
        };
        let list = table_csv(&Rows { header, lines });
        // The ledger knows of it first: what was written may have been read.
        file::write_new(path, list.as_bytes()).map_err(Failure::left_not_shown)?;
    } else {
        told.release = None;
    }
    let shown = desk.acknowledge_beside(&told);
    if path.is_some() {
        shown.map_err(Failure::left_not_shown)?;
    } else {
        shown?;
    }
    Ok(Exit::Done)
}
