//! Which kinds of people the check reckons with: those that there are, and, where nobody is under an `x`, those of whom no
//! reader can say that there are none.

use std::collections::{BTreeMap, BTreeSet};

use crate::disclosure::ledger::crowd::{Atom, Crowd, Place};
use crate::disclosure::ledger::sheet::Sheet;
use crate::disclosure::model::Marker;

/// Whom a table counts, as far as it bears on who else could be in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asks {
    /// What is counted.
    pub unit: String,
    /// As of which day.
    pub day: String,
    /// Of each axis, what of a person it tells. Axes that depend on each other, as year and quarter do, tell of the same.
    pub tells: Vec<String>,
    /// What of a person decides besides whether they are counted.
    pub chosen_by: Vec<String>,
    /// Whatever of a person cannot be the same on another day, or bears on whether they were counted by then.
    pub of_the_day: Vec<String>,
    /// What a person is in everything that is counted of them, whatever the unit.
    pub lasting: Vec<String>,
}

/// For each cell under an `x` so many kinds of people are thought of, at most.
const FOR_A_CELL: usize = 6;

/// The kinds of people of a crowd: those that there are, and who could be under an `x`.
pub(super) fn kinds(crowd: &Crowd) -> Vec<Atom> {
    let there = crowd.atoms();
    let nobody = like_others(crowd, &there);
    there.into_iter().chain(nobody).collect()
}

/// Of one table: whoever counts in one of its inner cells, and under an `x` anybody. A reader of one table alone knows of
/// nobody how often they count in it.
pub(super) fn of_one(crowd: &Crowd) -> Vec<Atom> {
    let Some(sheet) = crowd.sheets().first() else {
        return Vec::new();
    };
    let heads = heads(sheet, 0, &crowd.atoms()).into_iter().enumerate();
    let inner = heads.filter(|(cell, heads)| {
        sheet.shape().sums_over(*cell) == 0 && (*heads > 0 || is_hidden(sheet, *cell))
    });
    inner
        .map(|(cell, heads)| Atom {
            places: vec![Place {
                sheet: 0,
                cell,
                times: 1,
            }],
            heads,
        })
        .collect()
}

/// How many count in each inner cell of a table.
fn heads(sheet: &Sheet, number: usize, there: &[Atom]) -> Vec<i64> {
    let mut heads = vec![0_i64; sheet.shape().len()];
    for atom in there {
        for place in atom.places.iter().filter(|place| place.sheet == number) {
            if let Some(of_cell) = heads.get_mut(place.cell) {
                *of_cell += atom.heads * place.times;
            }
        }
    }
    heads
}

fn is_hidden(sheet: &Sheet, cell: usize) -> bool {
    sheet.printed(cell).marker == Marker::Line
}

/// Who could be under an `x` where nobody is: people like others that there are, but for something that all tables tell
/// in the same way or not at all. Were anybody else thought of, a person could be in one table and not in another that
/// must count them, and what readers can rule out would count as possible.
fn like_others(crowd: &Crowd, there: &[Atom]) -> Vec<Atom> {
    let Some(free) = Free::of(crowd) else {
        return Vec::new();
    };
    // Where a stranger else counted is not known: nobody can be said to be like them.
    let models = there.iter();
    let models: Vec<&Atom> = models
        .filter(|atom| !crowd.are_strangers(&atom.places))
        .collect();
    let mut known: BTreeSet<&[Place]> = BTreeSet::new();
    known.extend(there.iter().map(|atom| atom.places.as_slice()));
    let mut thought_of: BTreeSet<Vec<Place>> = BTreeSet::new();
    for (number, sheet) in crowd.sheets().iter().enumerate() {
        let shape = sheet.shape();
        let heads = heads(sheet, number, there);
        let empty = |cell: &usize| {
            shape.sums_over(*cell) == 0 && is_hidden(sheet, *cell) && heads.get(*cell) == Some(&0)
        };
        for cell in (0..shape.len()).filter(empty) {
            let nodes = shape.nodes(cell);
            // Those who differ in fewest things first.
            let mut like: BTreeMap<usize, BTreeSet<Vec<Place>>> = BTreeMap::new();
            let of_models = models.iter().flat_map(|model| {
                let here = model.places.iter().filter(|place| place.sheet == number);
                here.map(|place| (&model.places, shape.nodes(place.cell)))
            });
            for (places, theirs) in of_models {
                let axes = shape.axes().iter().zip(nodes.iter().zip(&theirs));
                let changed: BTreeMap<&str, &str> = axes
                    .filter(|(_, (ours, theirs))| ours != theirs)
                    .map(|(axis, (ours, _))| (axis.name(), axis.code(*ours)))
                    .collect();
                let places = free.changed(crowd, places, &changed);
                if let Some(places) = places.filter(|places| !known.contains(places.as_slice())) {
                    like.entry(changed.len()).or_default().insert(places);
                }
            }
            thought_of.extend(like.into_values().flatten().take(FOR_A_CELL));
        }
    }
    let nobody = thought_of.into_iter();
    nobody.map(|places| Atom { places, heads: 0 }).collect()
}

/// The axes by which somebody could be another without any table counting them otherwise than it must.
struct Free<'a> {
    names: BTreeSet<&'a str>,
    /// Those of them by which somebody could be another who counts more than once.
    lasting: BTreeSet<&'a str>,
}

impl<'a> Free<'a> {
    /// None where it is not known of every table whom it counts.
    fn of(crowd: &'a Crowd) -> Option<Self> {
        let asks: Option<Vec<&Asks>> = crowd.sheets().iter().map(Sheet::asks).collect();
        let asks = asks?;
        let first = asks.first()?;
        let one_unit = asks.iter().all(|one| one.unit == first.unit);
        let one_day = asks.iter().all(|one| one.day == first.day);
        let is_lasting = |tells: &&str| {
            asks.iter()
                .all(|one| one.lasting.iter().any(|l| l == tells))
        };
        // What is told: by which axes, and whether twice in one table.
        let mut axes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut shut: BTreeSet<&str> = BTreeSet::new();
        for (sheet, asks) in crowd.sheets().iter().zip(&asks) {
            if asks.tells.len() != sheet.shape().axes().len() {
                return None;
            }
            let (mut here, mut names) = (BTreeSet::new(), BTreeSet::new());
            for (axis, tells) in sheet.shape().axes().iter().zip(&asks.tells) {
                axes.entry(tells).or_default().insert(axis.name());
                if !names.insert(axis.name()) {
                    return None;
                }
                if !here.insert(tells.as_str()) {
                    shut.insert(tells);
                }
            }
            shut.extend(asks.chosen_by.iter().map(String::as_str));
            if !one_day {
                shut.extend(asks.of_the_day.iter().map(String::as_str));
            }
        }
        let open = axes.into_iter().filter(|(tells, names)| {
            let same_in_all = one_unit || is_lasting(tells);
            names.len() == 1 && same_in_all && !shut.contains(tells)
        });
        let (mut names, mut lasting) = (BTreeSet::new(), BTreeSet::new());
        for (tells, of_axes) in open {
            if is_lasting(&tells) {
                lasting.extend(&of_axes);
            }
            names.extend(of_axes);
        }
        Some(Self { names, lasting })
    }

    /// Where somebody would count who is another by these axes; none where some table could not count them.
    fn changed(
        &self,
        crowd: &Crowd,
        places: &[Place],
        by: &BTreeMap<&str, &str>,
    ) -> Option<Vec<Place>> {
        let sheets: BTreeSet<usize> = places.iter().map(|place| place.sheet).collect();
        let once = sheets.len() == places.len() && places.iter().all(|place| place.times == 1);
        let open = if once { &self.names } else { &self.lasting };
        if by.keys().any(|name| !open.contains(name)) {
            return None;
        }
        let mut there = Vec::with_capacity(places.len());
        for place in places {
            let sheet = crowd.sheets().get(place.sheet)?;
            let shape = sheet.shape();
            let mut nodes = shape.nodes(place.cell);
            for (axis, node) in shape.axes().iter().zip(&mut nodes) {
                if let Some(code) = by.get(axis.name()) {
                    *node = axis.node(code).filter(|node| axis.is_leaf(*node))?;
                }
            }
            let cell = shape.cell(&nodes);
            // Where nobody is printed to be, nobody can be.
            if sheet.printed(cell).domain().most == Some(0) {
                return None;
            }
            there.push(Place { cell, ..*place });
        }
        there.sort_unstable();
        Some(there)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::model::{Axis, Shape};

    fn sheet(axes: &[(&str, &[&str])], asks: Asks, hidden: &[&str]) -> Sheet {
        let axes = axes
            .iter()
            .map(|(name, codes)| Axis::flat(name, codes).unwrap());
        let shape = Shape::new(axes.collect()).unwrap();
        let text = |key: &[String]| if key == hidden { "x" } else { "9" };
        let cells: Vec<(Vec<String>, String)> = (0..shape.len())
            .map(|cell| (shape.key(cell), text(&shape.key(cell)).to_owned()))
            .collect();
        let sheet = Sheet::recorded("R", shape, 5, false, &cells).unwrap();
        sheet.asking(Some(asks))
    }

    fn asks(tells: &[&str]) -> Asks {
        Asks {
            tells: tells.iter().map(|word| (*word).to_owned()).collect(),
            of_the_day: vec!["when".to_owned()],
            ..Asks::default()
        }
    }

    /// Nobody from France got `a`: who is thought of, beside another table of the same people, by their keys in both.
    fn thought_of(axis: (&str, &[&str]), other: Asks, is_stranger: bool) -> Vec<[Vec<String>; 2]> {
        let both: &[(&str, &[&str])] = &[("origin", &["KP", "FR"]), ("outcome", &["a", "b"])];
        let first = sheet(both, asks(&["origin", "course"]), &["FR", "a"]);
        let second = sheet(&[axis], other, &["-"]);
        let mut crowd = Crowd::new(vec![first], second);
        for (key, place) in [(["KP", "a"], 1), (["FR", "b"], 2)] {
            let cell = crowd.sheets()[0].shape().find(&key).unwrap();
            let at = |sheet, cell| Place {
                sheet,
                cell,
                times: 1,
            };
            crowd.person(&[at(0, cell), at(1, place)]);
            if is_stranger {
                crowd.stranger(at(0, cell));
            }
        }
        let key = |place: &Place| crowd.sheets()[place.sheet].shape().key(place.cell);
        let nobody = kinds(&crowd).into_iter().filter(|kind| kind.heads == 0);
        nobody
            .map(|kind| [key(&kind.places[0]), key(&kind.places[1])])
            .collect()
    }

    #[test]
    fn who_could_be_under_an_x_counts_in_every_table_that_must_count_them() {
        let origins: &[&str] = &["KP", "FR"];
        let like = |other: &str| {
            let words = |words: &[&str]| -> Vec<String> {
                words.iter().map(|word| (*word).to_owned()).collect()
            };
            [words(&["FR", "a"]), words(&[other])]
        };
        // A table by origin counts somebody else from France under France; nobody under Korea.
        let found = thought_of(("origin", origins), asks(&["origin"]), false);
        assert_eq!(found, [like("FR")]);
        // One by sex counts them wherever it counts those who are like them.
        let found = thought_of(("sex", &["f", "m"]), asks(&["sex"]), false);
        assert_eq!(found, [like("f"), like("m")]);
        // Strangers are like nobody, but those of whom all is known still are.
        let found = thought_of(("sex", &["f", "m"]), asks(&["sex"]), true);
        assert_eq!(found, [like("f"), like("m")]);
    }

    #[test]
    fn whom_a_reader_can_rule_out_is_not_thought_of() {
        let shut = |axis, other| assert!(thought_of(axis, other, false).is_empty());
        // By region, which hangs on the origin, and by what hangs on the outcome: neither can be another alone.
        let mut both = asks(&["origin"]);
        both.chosen_by = vec!["course".to_owned()];
        shut(("region", &["Asia", "Europe"]), both);
        // Of other things, and of a table of which it is not known whom it counts.
        let mut cases = asks(&["sex"]);
        cases.unit = "cases".to_owned();
        shut(("sex", &["f", "m"]), cases);
        shut(("sex", &["f", "m"]), asks(&[]));
    }

    /// Whoever decides twice is of one origin in both, and in a table of persons.
    #[test]
    fn what_a_person_is_they_are_in_everything_that_is_counted_of_them() {
        for (lasting, found) in [(vec!["origin".to_owned()], 1), (Vec::new(), 0)] {
            let of = |unit: &str, tells: &[&str]| Asks {
                unit: unit.to_owned(),
                lasting: lasting.clone(),
                ..asks(tells)
            };
            let origins: (&str, &[&str]) = ("origin", &["KP", "FR"]);
            let both: &[(&str, &[&str])] = &[origins, ("outcome", &["a", "b"])];
            let decisions = sheet(both, of("decisions", &["origin", "course"]), &["FR", "a"]);
            let persons = sheet(&[origins], of("persons", &["origin"]), &["-"]);
            let mut crowd = Crowd::new(vec![decisions], persons);
            let cell = |key: &[&str]| crowd.sheets()[0].shape().find(key).unwrap();
            let at = |sheet, cell, times| Place { sheet, cell, times };
            let [a, b] = ["a", "b"].map(|outcome| cell(&["KP", outcome]));
            let there = [
                at(0, cell(&["FR", "a"]), 2),
                at(0, cell(&["FR", "b"]), 1),
                at(1, 2, 1),
            ];
            crowd.person(&[at(0, a, 2), at(0, b, 1), at(1, 1, 1)]);
            let nobody = kinds(&crowd).into_iter().filter(|kind| kind.heads == 0);
            let nobody: Vec<Vec<Place>> = nobody.map(|kind| kind.places).collect();
            assert_eq!(nobody.len(), found);
            assert!(nobody.iter().all(|places| *places == there));
        }
    }

    #[test]
    fn years_of_another_day_are_not_thought_of() {
        for (day, found) in [("", 1), ("2015-12-31", 0)] {
            let years = sheet(&[("year", &["1", "2"])], asks(&["when"]), &["2"]);
            let mut later = asks(&["sex"]);
            later.day = day.to_owned();
            let mut crowd = Crowd::new(vec![years], sheet(&[("sex", &["f"])], later, &["-"]));
            crowd.person(&[0, 1].map(|sheet| Place {
                sheet,
                cell: 1,
                times: 1,
            }));
            let nobody = kinds(&crowd).into_iter().filter(|kind| kind.heads == 0);
            assert_eq!(nobody.count(), found, "{day}");
        }
    }
}
