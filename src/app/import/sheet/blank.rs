//! What a sheet has columns for and leaves blank: what an earlier one said there, this one says no longer.

use std::collections::BTreeMap;

use super::map::{Checked, Sort};
use super::rows::{Brought, main_day};
use super::target::Target;
use crate::app::fields::CASE;
use crate::app::import::line::{Absent, Line};
use crate::base::sheet::letters;

/// Marks the fields that each line of a case leaves blank, and gives back the events of which its row says nothing at all.
pub(super) fn mark(map: &Checked, case: &mut Brought) -> Vec<Absent> {
    let mut absent: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for used in &map.columns {
        let at = letters(used.at);
        match &used.to {
            Target::Field(place) if *place.kind == CASE => {
                leave(&mut case.opening, &place.name, at);
            }
            Target::Field(place) => {
                let of = |line: &&mut Line<'_>| line.reference.as_ref() == Some(&place.slot);
                match case.lines.iter_mut().find(of) {
                    Some(line) => leave(line, &place.name, at),
                    None => absent.entry(&place.slot).or_default().push(at),
                }
            }
            Target::Event(name) => {
                for line in &mut case.lines {
                    let Some(kind) = line.sort.kind() else {
                        continue;
                    };
                    let name = match name.as_str() {
                        "date" => main_day(kind.name),
                        name => name,
                    };
                    if kind.fields.iter().any(|field| field.name == name) {
                        leave(line, name, at.clone());
                    }
                }
            }
            Target::Seal(_) | Target::Type => {}
        }
    }
    if map.sort == Sort::Event {
        return Vec::new();
    }
    let absent = absent.into_iter();
    absent
        .map(|(name, columns)| Absent {
            name: name.to_owned(),
            columns,
        })
        .collect()
}

fn leave(line: &mut Line<'_>, field: &str, column: String) {
    if !line.fields.contains_key(field) {
        line.blank.insert(field.to_owned(), column);
    }
}
