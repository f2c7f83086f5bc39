//! `new`: opens a case.

use crate::app::World;
use crate::app::fields::{CASE, Fields, Need};
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
    desk.acknowledge(&session.new_case(fields)?)?;
    Ok(Exit::Done)
}
