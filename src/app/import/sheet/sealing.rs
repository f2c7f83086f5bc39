//! What a row says of a person, into the sealed identity. Nobody can look at it later, so what is said twice must be one thing.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use zeroize::{Zeroize as _, Zeroizing};

use super::map::{Checked, Used};
use super::rows::unreadable;
use super::target::{Sealed, Target};
use super::words;
use crate::app::error::{CellWrong, LineWrong};
use crate::base::sheet::{Row, letters};
use crate::vault::Person;

/// Takes a cell into the sealed identity.
pub(super) fn seal(
    person: &mut Person,
    part: Sealed,
    row: &Row,
    used: &Used,
    map: &Checked,
    today: NaiveDate,
) -> Result<(), LineWrong> {
    let Some(cell) = row.cell(used.at) else {
        return Ok(());
    };
    unreadable(cell).map_err(LineWrong::Cell)?;
    let (place, said) = match part {
        Sealed::Names => {
            match person.names.first_mut() {
                // Surname and first name stand in columns of their own.
                Some(name) => join(name, &Zeroizing::new(cell.text())),
                None => person.names.push(cell.text()),
            }
            return Ok(());
        }
        Sealed::Telephone => {
            person.telephone.push(cell.text());
            return Ok(());
        }
        Sealed::Documents => {
            person.documents.push(cell.text());
            return Ok(());
        }
        Sealed::FileNumbers => {
            person.file_numbers.push(cell.text());
            return Ok(());
        }
        Sealed::Note => {
            let mut more = Person::default();
            more.note = Some(cell.text());
            person.and_then(more);
            return Ok(());
        }
        Sealed::Born => {
            let born = used.way.birth(cell, today);
            let born = born.map_err(|wrong| LineWrong::Cell(CellWrong::from(wrong)))?;
            (&mut person.born, Zeroizing::new(born))
        }
        Sealed::Address => (&mut person.address, Zeroizing::new(cell.text())),
    };
    if other(place.as_deref(), Some(&said)) {
        let mut columns = map.columns.iter();
        let earlier = columns.find(|it| it.to == Target::Seal(part) && row.cell(it.at).is_some());
        let other = earlier.map_or_else(String::new, |earlier| letters(earlier.at));
        return Err(LineWrong::Apart { other });
    }
    place.get_or_insert_with(|| said.to_string());
    Ok(())
}

/// In which parts two rows of a case speak of two persons, or of one otherwise.
pub(super) fn differing(one: &Person, two: &Person) -> impl Iterator<Item = Sealed> {
    let name = |person: &Person| person.names.first().cloned().map(Zeroizing::new);
    let (first, second) = (name(one), name(two));
    let names = other(
        first.as_ref().map(|name| name.as_str()),
        second.as_ref().map(|name| name.as_str()),
    );
    let born = other(one.born.as_deref(), two.born.as_deref());
    let address = other(one.address.as_deref(), two.address.as_deref());
    let parts = [
        (names, Sealed::Names),
        (born, Sealed::Born),
        (address, Sealed::Address),
    ];
    parts
        .into_iter()
        .filter_map(|(is, part)| is.then_some(part))
}

/// Who of a sheet's persons stand in it as several cases. Nothing of a name is kept, and that nobody looks for whoever has none.
#[derive(Default)]
pub(super) struct SamePersons {
    /// By a mark of the name: the marks of the births that were said with it, nothing where none was.
    seen: BTreeMap<[u8; 32], Vec<Option<[u8; 32]>>>,
    /// The rows of those who stand in an earlier case by the same name, with the same birth as far as both say one.
    pub rows: Vec<usize>,
}

impl SamePersons {
    pub fn look(&mut self, person: &Person, row: usize) {
        let mark = |text: &String| *blake3::hash(words::normal(text).as_bytes()).as_bytes();
        // One word is the name of many.
        let Some(name) = (person.names.first()).filter(|name| name.trim().contains(' ')) else {
            return;
        };
        let born = person.born.as_ref().map(mark);
        let known = self.seen.entry(mark(name)).or_default();
        let is_same =
            |earlier: &Option<[u8; 32]>| earlier.is_none() || born.is_none() || *earlier == born;
        if known.iter().any(is_same) {
            self.rows.push(row);
        }
        known.push(born);
    }
}

/// Whether both are said, and not the same.
fn other(one: Option<&str>, two: Option<&str>) -> bool {
    let plain = |text: &str| Zeroizing::new(words::normal(text));
    one.map(plain)
        .zip(two.map(plain))
        .is_some_and(|(one, two)| one != two)
}

/// Puts a text behind another; the older copy is wiped.
fn join(name: &mut String, more: &str) {
    let mut whole = String::with_capacity(name.len() + 1 + more.len());
    for part in [name.as_str(), " ", more] {
        whole.push_str(part);
    }
    name.zeroize();
    *name = whole;
}
