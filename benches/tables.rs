//! How long a table takes that may leave, by the sizes that `docs/statistics.md` names.
//!
//! ```sh
//! cargo bench --bench tables              # all
//! cargo bench --bench tables -- 50x50     # those whose name holds this
//! ```
//!
//! Every table is drawn from the same seed; of a few runs the middle one is told, in seconds of the processor, so that what
//! else runs does not count. The counts of cells are those of every machine, the times are this one's.
#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "a benchmark prints, and one that cannot go on should stop"
)]

use std::collections::BTreeMap;
use std::time::Duration;

use nansen::disclosure::ledger::{Asks, Cleared, Crowd, Place, Sheet, Verdict, clear};
use nansen::disclosure::model::{Axis, Counter, Counts, Shape, Thing, Unit};
use nansen::disclosure::proof::Released;
use nansen::disclosure::protect::{Wish, release};
use nansen::disclosure::witness::{Budget, Simplex};

/// Numbers that look drawn, the same each time (splitmix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let n = u64::try_from(n).unwrap_or(u64::MAX);
        usize::try_from((z ^ (z >> 31)) % n.max(1)).unwrap_or(0)
    }
}

/// What the processor has spent on this thread.
fn spent() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

fn codes(n: usize) -> Vec<String> {
    (0..n).map(|n| format!("v{n}")).collect()
}

/// What the axes of a table are called.
const NAMES: [&str; 3] = ["a", "b", "c"];

/// An axis of so many values, in groups of so many; of nought in none.
fn axis(name: &str, n: usize, in_groups_of: usize) -> Axis {
    let leaves = codes(n).into_iter().enumerate().map(|(at, code)| {
        let group = at
            .checked_div(in_groups_of)
            .map(|group| format!("g{group}"));
        (code, group.into_iter().collect())
    });
    let leaves: Vec<(String, Vec<String>)> = leaves.collect();
    Axis::grouped(name, &leaves).expect("codes that differ")
}

/// Numbers of axes, or how many values each of them has.
type Places = &'static [usize];

/// How many persons are under each key.
type People = BTreeMap<Vec<String>, u64>;

/// Persons in every cell but one in five: most cells small, a few large, as counts of people are.
fn drawn(sizes: &[usize], mean: usize) -> People {
    let mut draw = Draw(7);
    let mut people = BTreeMap::new();
    for cell in 0..sizes.iter().product() {
        if draw.below(100) < 20 {
            continue;
        }
        let factor = [20, 30, 50, 80, 100, 150, 300][draw.below(7)];
        let many = draw.below(2 * mean * factor / 100 + 2);
        let mut rest: usize = cell;
        let mut key = Vec::new();
        for n in sizes {
            key.push(format!("v{}", rest % n));
            rest /= n;
        }
        people.insert(key, u64::try_from(many).unwrap_or(0));
    }
    people
}

/// A table of people by some of what is known of them.
struct Table<'a> {
    counts: Counts,
    people: &'a People,
    by: &'a [usize],
}

/// A table that left before.
struct Before<'a> {
    table: &'a Table<'a>,
    cleared: Cleared,
}

impl<'a> Table<'a> {
    /// Counts single persons one by one.
    fn of(axes: Vec<Axis>, people: &'a People, by: &'a [usize]) -> Self {
        let mut counter = Counter::new(Unit::Persons, axes).expect("a table of this size");
        for (key, many) in people {
            let key: Vec<&str> = by.iter().map(|at| key[*at].as_str()).collect();
            for _ in 0..*many {
                let one = Thing {
                    key: &key,
                    person: 1,
                };
                counter.case(&[one]).expect("a key of its axes");
            }
        }
        let counts = counter.counts();
        Self { counts, people, by }
    }

    fn sheet(&self, name: &str, released: &Released) -> Sheet {
        let tells = self.by.iter().map(|at| NAMES[*at].to_owned());
        Sheet::of(name, released).asking(Some(Asks {
            tells: tells.collect(),
            ..Asks::default()
        }))
    }

    /// Where those of a key count.
    fn place(&self, sheet: usize, shape: &Shape, key: &[String]) -> Place {
        let key: Vec<&String> = self.by.iter().map(|at| &key[*at]).collect();
        Place {
            sheet,
            cell: shape.find(&key).expect("a key of its axes"),
            times: 1,
        }
    }

    /// The table as the first that leaves of its office, or beside an earlier one: made, and made again with what the check
    /// withholds besides.
    fn leaves(
        &self,
        wish: &Wish,
        seconds: u32,
        before: Option<&Before<'_>>,
    ) -> Result<Cleared, String> {
        let mut wish = wish.clone();
        for _ in 0..9 {
            let mut budget = Budget::seconds(seconds);
            let released = release(&self.counts, &wish, &Simplex, &mut budget);
            let released = released.map_err(|refused| refused.to_string())?;
            let earlier = before.map(|first| first.table.sheet("first", first.cleared.released()));
            let mut crowd = Crowd::new(
                earlier.into_iter().collect(),
                self.sheet("second", &released),
            );
            for (key, many) in self.people {
                let earlier = before.map(|first| first.table.place(0, first.cleared.shape(), key));
                let here = self.place(usize::from(before.is_some()), released.shape(), key);
                let places: Vec<Place> = earlier.into_iter().chain([here]).collect();
                for _ in 0..*many {
                    crowd.person(&places);
                }
            }
            let mut budget = Budget::seconds(seconds);
            match clear(released, crowd, true, &Simplex, &mut budget) {
                Ok(Verdict::Cleared(cleared)) => return Ok(cleared),
                Ok(Verdict::Withhold(cells)) => wish.withhold.extend(cells),
                Err(conflict) if conflict.cut_off => {
                    return Err("more than may be spent".to_owned());
                }
                Err(_) => return Err("refused by the check beside others".to_owned()),
            }
        }
        Err("withheld again and again".to_owned())
    }

    /// Protects it a few times over and tells the middle time, then how long it takes until it may leave.
    fn time(
        &self,
        name: &str,
        wish: &Wish,
        runs: usize,
        seconds: u32,
        before: Option<&Before<'_>>,
    ) {
        let mut times: Vec<Duration> = Vec::new();
        let cells = self.counts.shape().len();
        for _ in 0..runs {
            let began = spent();
            let made = release(&self.counts, wish, &Simplex, &mut Budget::seconds(seconds));
            times.push(spent().saturating_sub(began));
            if let Err(refused) = made {
                println!(
                    "{name}: {cells} cells, refused: {refused}, {:.2?}",
                    times[0]
                );
                return;
            }
        }
        times.sort();
        let began = spent();
        let told = match self.leaves(wish, seconds, before) {
            Err(why) => why,
            Ok(cleared) => {
                let of = |text: &str| {
                    cleared
                        .cells()
                        .iter()
                        .filter(|cell| cell.shown == text)
                        .count()
                };
                format!("{} <5, {} c, {} x", of("<5"), of("c"), of("x"))
            }
        };
        let all = spent().saturating_sub(began);
        println!(
            "{name}: {cells} cells, by itself {:.2?}, until it leaves {all:.2?}: {told}",
            times[runs / 2]
        );
    }
}

/// These axes of a table; values of the first one are in groups.
fn axes(sizes: &[usize], by: &[usize], in_groups_of: usize) -> Vec<Axis> {
    let groups = |at: usize| if at == 0 { in_groups_of } else { 0 };
    let axes = by.iter();
    axes.map(|at| axis(NAMES[*at], sizes[*at], groups(*at)))
        .collect()
}

/// A second table of the same people, beside a first one that left.
fn beside(name: &str, people: &People, sizes: &[usize], first: &[usize], second: &[usize]) {
    let plain = Wish::default();
    let table = Table::of(axes(sizes, first, 0), people, first);
    match table.leaves(&plain, 10, None) {
        Err(why) => println!("{name}: the first one: {why}"),
        Ok(cleared) => {
            let before = Before {
                table: &table,
                cleared,
            };
            let second = Table::of(axes(sizes, second, 0), people, second);
            second.time(name, &plain, 1, 10, Some(&before));
        }
    }
}

/// A million single persons, counted one by one, then protected.
fn a_million(name: &str, sizes: &[usize], wish: &Wish) {
    let mut draw = Draw(1);
    let mut people = BTreeMap::new();
    for _ in 0..1_000_000 {
        // The first values often, the last ones hardly ever.
        let mut pick = |n: usize| draw.below(n) * draw.below(n) / n;
        let key: Vec<String> = sizes.iter().map(|n| format!("v{}", pick(*n))).collect();
        *people.entry(key).or_insert(0) += 1;
    }
    let by: Vec<usize> = (0..sizes.len()).collect();
    let began = spent();
    let table = Table::of(axes(sizes, &by, 0), &people, &by);
    println!("{name}: counted in {:.2?}", spent().saturating_sub(began));
    table.time(name, wish, 1, 10, None);
}

fn main() {
    let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let is_wanted = |name: &str| wanted.as_ref().is_none_or(|wanted| name.contains(wanted));
    let plain = Wish::default();
    let sizes: [(&str, &[usize], usize, usize, usize); 7] = [
        ("10x10, mean 8", &[10, 10], 0, 8, 21),
        ("20x20, mean 8", &[20, 20], 0, 8, 21),
        ("50x50, mean 8", &[50, 50], 0, 8, 3),
        ("50x50, mean 60", &[50, 50], 0, 60, 5),
        ("100 in groups of 5 x 20, mean 20", &[100, 20], 5, 20, 3),
        ("12x10x6, mean 8", &[12, 10, 6], 0, 8, 3),
        ("20x20x5, mean 20", &[20, 20, 5], 0, 20, 3),
    ];
    for (name, sizes, groups, mean, runs) in sizes.into_iter().filter(|(name, ..)| is_wanted(name))
    {
        let people = drawn(sizes, mean);
        let by: Vec<usize> = (0..sizes.len()).collect();
        Table::of(axes(sizes, &by, groups), &people, &by).time(name, &plain, runs, 10, None);
    }
    let beside_others: [(&str, Places, usize, Places, Places); 4] = [
        ("20x20 beside 20x5", &[20, 20, 5], 2, &[0, 2], &[0, 1]),
        (
            "20x20 beside 20x20x5",
            &[20, 20, 5],
            20,
            &[0, 1, 2],
            &[0, 1],
        ),
        ("12x10x6 beside 12x10", &[12, 10, 6], 8, &[0, 1], &[0, 1, 2]),
        ("12x10x6 beside 12x6", &[12, 10, 6], 8, &[0, 2], &[0, 1, 2]),
    ];
    for (name, sizes, mean, first, second) in beside_others {
        if is_wanted(name) {
            beside(name, &drawn(sizes, mean), sizes, first, second);
        }
    }
    let rounded = Wish {
        round: true,
        ..Wish::default()
    };
    let millions: [(&str, &[usize], &Wish); 3] = [
        ("a million, 60x6", &[60, 6], &plain),
        ("a million, 100x41x6", &[100, 41, 6], &plain),
        ("a million, 100x41x6, rounded", &[100, 41, 6], &rounded),
    ];
    for (name, sizes, wish) in millions.into_iter().filter(|(name, ..)| is_wanted(name)) {
        a_million(name, sizes, wish);
    }
}
