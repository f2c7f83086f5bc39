//! `new`: opens a case.

use crate::app::fields::{CASE, Fields, Need};
use crate::app::{AppError, World};
use crate::cli::args::case::New;
use crate::cli::cmd::ask;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::store::Access;

pub(super) fn run(args: New, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let tags = Some(args.tags.join(",")).filter(|tags| !tags.is_empty());
    let mut fields: Fields = [
        ("origin", args.origin),
        ("jurisdiction", args.jurisdiction),
        ("sex", args.sex),
        ("born", args.born),
        ("office", args.office),
        ("worker", args.to),
        ("opened", args.opened),
        ("tags", tags),
        ("role", args.role),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), value?)))
    .collect();
    let today = world.clock.today();
    let mut session = desk.open(Access::Write, world)?;
    if desk.prompt.allowed() {
        let bare = fields.is_empty();
        for field in CASE.fields {
            let wanted = field.need == Need::Required || (bare && field.need == Need::Asked);
            if wanted && !fields.contains_key(field.name) {
                ask::field(desk, &CASE, field, None, &mut fields, today)?;
            }
        }
    }
    let made = session.new_case(fields).map_err(as_typed)?;
    desk.acknowledge(&made)?;
    Ok(Exit::Done)
}

/// The option is `--tag`, once for each; the field of a case holds them all.
fn as_typed(error: AppError) -> AppError {
    let AppError::Fields(mut faults) = error else {
        return error;
    };
    for fault in faults.iter_mut().filter(|fault| fault.field == "tags") {
        "tag".clone_into(&mut fault.field);
    }
    AppError::Fields(faults)
}
