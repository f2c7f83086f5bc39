//! Offices that let one table after the other leave, month by month: written down for an auditor in another language
//! (`tests/fixtures/make/disclosure/sequence.py`), every form searched for what the table withholds.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::searched::{Looked, look, unprotected};
use crate::support::Office;

/// Numbers that look drawn, the same each time (splitmix64).
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(n).unwrap()).unwrap()
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Where people come from: a few countries often, some hardly ever, of several regions.
const ORIGINS: [&str; 14] = [
    "SY", "SY", "SY", "SY", "AF", "AF", "AF", "IR", "IR", "UZ", "UZ", "ER", "KP", "SO",
];

/// An application on which nothing was decided yet.
struct Open {
    case: usize,
    name: String,
    kind: &'static str,
    from: u32,
}

/// An invented office: what was imported of it so far. Months are counted from January 2022.
pub(crate) struct World {
    pub draw: Draw,
    pub lines: Vec<String>,
    cases: usize,
    people: Vec<(usize, String)>,
    open: Vec<Open>,
}

pub(crate) fn day(month: u32, day: usize) -> String {
    format!("{}-{:02}-{day:02}", 2022 + month / 12, 1 + month % 12)
}

impl World {
    pub(crate) fn new(seed: usize) -> Self {
        Self {
            draw: Draw(u64::try_from(seed).unwrap()),
            lines: Vec::new(),
            cases: 0,
            people: Vec::new(),
            open: Vec::new(),
        }
    }

    /// A case of one person or of a family, who apply in this month or a little later.
    pub(crate) fn comes(&mut self, month: u32) {
        let (case, draw) = (self.cases, &mut self.draw);
        self.cases += 1;
        let (origin, opened) = (draw.of(&ORIGINS), day(month, 1));
        let size = draw.of(&[1, 1, 1, 1, 1, 1, 2, 3, 4, 5]);
        for number in 1..=size {
            let (sex, born) = (draw.of(&["f", "m"]), 1950 + draw.below(75));
            let who = if number == 1 {
                "1".to_owned()
            } else {
                format!("p{number}")
            };
            self.lines.push(if number == 1 {
                format!(r#"{{"type":"case","case":"r{case}","origin":"{origin}","jurisdiction":"ru","opened":"{opened}","sex":"{sex}","born":{born}}}"#)
            } else {
                format!(r#"{{"type":"person","case":"r{case}","ref":"{who}","sex":"{sex}","born":{born}}}"#)
            });
            if draw.below(10) > 0 {
                let name = format!("a{number}");
                let kind = draw.of(&["refugee_status", "refugee_status", "temporary_asylum"]);
                let lodged = day(month, 2 + draw.below(25));
                self.lines.push(format!(r#"{{"type":"application","case":"r{case}","ref":"{name}","person":"{who}","kind":"{kind}","lodged":"{lodged}"}}"#));
                self.open.push(Open {
                    case,
                    name,
                    kind,
                    from: month + 1,
                });
            }
            self.people.push((case, who));
        }
    }

    /// Decides on some applications that wait.
    pub(crate) fn decides(&mut self, month: u32, per_cent: usize) {
        for open in std::mem::take(&mut self.open) {
            if open.from > month || self.draw.below(100) >= per_cent {
                self.open.push(open);
                continue;
            }
            let said = match self.draw.below(10) {
                0..4 => r#""outcome":"refused""#.to_owned(),
                _ if open.kind == "refugee_status" && self.draw.below(4) > 0 => {
                    r#""outcome":"refused""#.to_owned()
                }
                _ => format!(r#""outcome":"granted","protection":"{}""#, open.kind),
            };
            let decided = day(month, 1 + self.draw.below(28));
            self.lines.push(format!(
                r#"{{"type":"decision","case":"r{}","on":"{}",{said},"decided":"{decided}"}}"#,
                open.case, open.name
            ));
        }
    }

    /// Somebody says no to being counted.
    fn refuses(&mut self, month: u32) {
        let at = self.draw.below(self.people.len());
        let (case, who) = self.people.swap_remove(at);
        let date = day(month, 28);
        self.lines.push(format!(r#"{{"type":"consent","case":"r{case}","person":"{who}","kind":"statistics","answer":"refused","date":"{date}"}}"#));
    }

    /// A question, as words of a command.
    pub(crate) fn question(&mut self) -> Vec<String> {
        let draw = &mut self.draw;
        let unit = draw.of(&[
            "persons",
            "persons",
            "persons",
            "cases",
            "applications",
            "decisions",
        ]);
        let by = match unit {
            "persons" => draw.of(&[
                "",
                "protection",
                "origin",
                "sex",
                "year",
                "outcome",
                "age_band",
                "origin,protection",
                "year,protection",
                "age_band,sex",
                "origin,sex",
                "origin,year",
                "outcome,sex",
            ]),
            "cases" => draw.of(&["", "origin", "year", "origin,protection", "protection"]),
            "applications" => {
                draw.of(&["", "year", "quarter", "outcome", "origin,outcome", "kind"])
            }
            _ => draw.of(&["outcome", "year", "year,outcome", "origin,outcome"]),
        };
        let mut words = vec!["--unit".to_owned(), unit.to_owned()];
        let mut add = |name: &str, value: &str| words.extend([name.to_owned(), value.to_owned()]);
        if !by.is_empty() {
            add("--by", by);
        }
        for (dimension, groups) in [
            ("origin", "regions"),
            ("year", "bands"),
            ("age_band", "bands"),
        ] {
            if by.split(',').any(|one| one == dimension) && draw.below(3) == 0 {
                add("--group", &format!("{dimension}={groups}"));
            }
        }
        if by.split(',').any(|one| one == "protection") && draw.below(6) == 0 {
            add("--combine", "refugee_status+temporary_asylum");
        }
        match draw.below(8) {
            0 => add(
                "--where",
                draw.of(&["origin=SY", "origin=AF,IR", "sex=f", "protection=none"]),
            ),
            1 => add(
                "--period",
                draw.of(&["2022-2023", "2022-2024", "2024-2026"]),
            ),
            2 if !words.contains(&"--group".to_owned()) => {
                words.extend(["--round".to_owned(), "5".to_owned()]);
            }
            _ => {}
        }
        words
    }
}

/// How large an office is at least, for how many months it goes on, and how often it is asked in one.
#[derive(Clone, Copy)]
struct Asks {
    least: usize,
    months: u32,
    a_month: usize,
}

/// An office and all that it lets go, as one line for the auditor.
fn history(seed: usize, asks: Asks, mut looked: Option<&mut Looked>) -> Value {
    let mut world = World::new(seed);
    let size = asks.least + world.draw.below(asks.least * 5);
    for at in 0..size {
        let month = u32::try_from(at * 48 / size).unwrap();
        world.comes(month);
        world.decides(month, 12);
    }
    let mut office = Office::open();
    let mut asked = Vec::new();
    for month in 48..48 + asks.months {
        for _ in 0..world.draw.below(size / 12 + 2) {
            world.comes(month - 1);
        }
        world.decides(month - 1, 12);
        if world.draw.below(3) == 0 {
            world.refuses(month - 1);
        }
        office.now = format!("{}T09:00:00Z", day(month, 2));
        let said = office.run_with(&["--json", "import", "-"], &world.lines.join("\n"));
        assert_eq!(said.code, 0, "{}", said.shown());
        for _ in 0..asks.a_month {
            let mut question = world.question();
            if world.draw.below(3) == 0 {
                question.extend(["--as-of".to_owned(), day(month, 2)]);
            }
            let words: Vec<&str> = question.iter().map(String::as_str).collect();
            let release = [&["--json", "stats", "release", "--to", "press"], &words[..]].concat();
            let said = office.run(&release);
            let (mut table, mut truth) = (Value::Null, Value::Null);
            if said.code == 0 {
                table = said.json();
                let as_of = ["--as-of", table["as_of"].as_str().unwrap()];
                let mut plain = unprotected(&question);
                plain.truncate(
                    plain
                        .iter()
                        .position(|word| *word == "--as-of")
                        .unwrap_or(plain.len()),
                );
                truth = office
                    .ok(&[&["--json", "stats", "show", "--inside"], &plain[..], &as_of].concat())
                    .json();
                if let Some(looked) = looked.as_deref_mut() {
                    look(&office, &words, &table, &truth, looked);
                }
            } else {
                // 2: the filter left nothing of what was to be counted as one.
                assert!(
                    matches!(said.code, 2 | 5) && said.out.is_empty(),
                    "{question:?}: {}",
                    said.shown()
                );
            }
            asked.push(json!({
                "lines": world.lines.len(), "question": question, "code": said.code, "said": said.err,
                "table": table, "shown": truth,
            }));
        }
    }
    let verify = office.run(&["--json", "stats", "verify"]);
    let mut line = json!({
        "office": seed, "lines": world.lines, "asked": asked,
        "verify": [verify.code, verify.json()["together"]["state"]],
    });
    if let Some(looked) = looked {
        line["looked"] = json!({
            "files": looked.files, "withheld numbers": looked.numbers, "hatched boxes": looked.bars, "found": looked.found,
        });
    }
    line
}

fn write(path: &Path, offices: usize, asks: Asks) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let out = Mutex::new((File::create(path).unwrap(), Vec::new()));
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= offices {
                break;
            }
            let mut looked = Looked::default();
            let line = history(seed, asks, Some(&mut looked));
            let mut all = out.lock().unwrap();
            all.1.extend(looked.found);
            writeln!(all.0, "{line}").unwrap();
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(work);
        }
    });
    let (_, found) = out.into_inner().unwrap();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

#[test]
#[ignore = "cargo test --release --test it long_make_sequences -- --ignored --nocapture"]
fn long_make_sequences() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let asks = Asks {
        least: 40,
        months: 4,
        a_month: 4,
    };
    write(&root.join("target/attack/sequences.jsonl"), 80, asks);
}

/// The offices that lie in the repository with the auditor's verdicts.
fn sample() -> String {
    let asks = Asks {
        least: 20,
        months: 2,
        a_month: 5,
    };
    let lines = (1..2).map(|seed| format!("{}\n", history(seed, asks, None)));
    lines.collect()
}

#[test]
#[ignore = "writes the sample anew: then run sequence.py over it, with --verdicts"]
fn write_sequence_sample() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::write(
        root.join("tests/fixtures/disclosure/sequence.jsonl"),
        sample(),
    )
    .unwrap();
}

#[test]
fn what_offices_let_go_is_what_the_auditor_judged() {
    let judged = include_str!("../fixtures/disclosure/sequence.jsonl");
    assert!(
        sample() == judged,
        "printed otherwise than judged: write_sequence_sample, then sequence.py again"
    );
    let verdicts = include_str!("../fixtures/disclosure/sequence-verdicts.jsonl");
    let (mut left, mut counted, mut asked) = (0, 0, 0);
    for line in verdicts.lines() {
        let verdict: Value = serde_json::from_str(line).unwrap();
        for (what, many) in verdict["found"].as_object().unwrap() {
            let many = many.as_u64().unwrap();
            let is_wrong = ["given away", "counted wrongly", "printed untrue"]
                .iter()
                .any(|wrong| what.starts_with(wrong));
            assert!(!is_wrong, "{verdict}");
            match what.as_str() {
                "left" => left += many,
                "numbers counted again" => counted += many,
                what if what.starts_with("asked: ") => asked += many,
                _ => {}
            }
        }
    }
    assert_eq!(verdicts.lines().count(), judged.lines().count());
    assert!(
        left > 5 && counted > 40 && asked > 20,
        "{left} left, {counted} counted, {asked} asked"
    );
}

/// Lists of cases, with the lines that they were made of: `tests/fixtures/make/disclosure/lists.py` counts them again.
#[test]
#[ignore = "cargo test --release --test it long_make_lists -- --ignored --nocapture"]
fn long_make_lists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("target/attack/lists.jsonl");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut out = BufWriter::new(File::create(path).unwrap());
    let (mut made, mut refused, mut seed) = (0, 0, 0);
    while made < 200 {
        let mut world = World::new(10_000 + seed);
        seed += 1;
        let size = 100 + world.draw.below(300);
        for at in 0..size {
            let month = u32::try_from(at * 48 / size).unwrap();
            world.comes(month);
            world.decides(month, 12);
        }
        let office = Office::open();
        let said = office.run_with(&["--json", "import", "-"], &world.lines.join("\n"));
        assert_eq!(said.code, 0, "{}", said.shown());
        let because = ["--because", "the university counts what became of them"];
        let export = [
            "--json",
            "-o",
            "list.csv",
            "export",
            "anonymous",
            "--to",
            "the university",
        ];
        let k = world.draw.of(&[
            &["--k", "5"][..],
            &["--k", "5"],
            &["--k", "8"],
            &["--public"],
        ]);
        let more = world.draw.of(&[
            &[][..],
            &["--keep", "year,origin"],
            &["--without", "born"],
            &["--without", "result"],
        ]);
        let said = office.run(&[&export[..], &because, k, more].concat());
        if said.code == 5 {
            refused += 1;
            continue;
        }
        assert_eq!(said.code, 0, "{}", said.shown());
        let list = std::fs::read_to_string(office.home().join("list.csv")).unwrap();
        writeln!(
            out,
            "{}",
            json!({"lines": world.lines, "said": said.json(), "list": list})
        )
        .unwrap();
        made += 1;
    }
    println!("{made} lists, {refused} refused");
}

/// What left long ago comes out again after ten thousand entries more, and a byte of it that was changed is noticed.
#[test]
#[ignore = "cargo test --release --test it long_after_ten_thousand -- --ignored --nocapture"]
fn long_after_ten_thousand_entries_each_table_comes_out_the_same() {
    let mut world = World::new(7);
    for at in 0..150 {
        world.comes(at * 48 / 150);
        world.decides(at * 48 / 150, 12);
    }
    let office = Office::open();
    let bring = |world: &World| {
        let said = office.run_with(&["--json", "import", "-"], &world.lines.join("\n"));
        assert_eq!(said.code, 0, "{}", said.shown());
    };
    bring(&world);
    let path = office.store().join("store.db");
    let before = std::fs::read(&path).unwrap();
    let mut left = 0;
    for question in [
        &["--by", "protection"][..],
        &["--by", "origin", "--group", "origin=regions"],
        &["--unit", "cases", "--by", "year"],
        &["--unit", "decisions", "--by", "outcome"],
        &[
            "--unit",
            "applications",
            "--by",
            "kind",
            "--period",
            "2022-2023",
        ],
        &["--by", "age_band", "--round", "5"],
    ] {
        let said =
            office.run(&[&["--json", "stats", "release", "--to", "press"], question].concat());
        assert!(matches!(said.code, 0 | 5), "{}", said.shown());
        left += usize::from(said.code == 0);
    }
    assert!(left >= 3, "{left}");
    let good = std::fs::read(&path).unwrap();
    let verify = ["--json", "stats", "verify"];
    let told = office.ok(&verify).out;
    // One byte of each page that the releases wrote.
    let (mut noticed, mut pages) = (0, 0);
    for at in (0..good.len()).step_by(4096) {
        let page = at..(at + 4096).min(good.len());
        if before.get(page.clone()) == good.get(page.clone()) {
            continue;
        }
        let mut bad = good.clone();
        bad[at + 2_000] ^= 4;
        std::fs::write(&path, &bad).unwrap();
        let said = office.run(&verify);
        assert!(
            said.code == 4 || (said.code == 0 && said.out == told),
            "{at}: {}",
            said.shown()
        );
        pages += 1;
        noticed += usize::from(said.code == 4);
    }
    std::fs::write(&path, &good).unwrap();
    assert!(noticed >= left, "{noticed} of {pages}");
    let events = || {
        office.ok(&["--json", "store", "info"]).json()["events"]
            .as_u64()
            .unwrap()
    };
    let first = events();
    while world.lines.len() < 11_500 {
        world.comes(48);
        world.decides(49, 60);
    }
    bring(&world);
    assert!(events() >= first + 10_000, "{} and {first}", events());
    let began = std::time::Instant::now();
    let again = office.ok(&verify);
    let states: Vec<Value> = again.json()["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["state"].clone())
        .collect();
    assert!(
        states.len() == left && states.iter().all(|state| state == "same"),
        "{states:?}"
    );
    println!(
        "{left} tables the same after {} entries more, in {:.1?}; a byte changed in {pages} pages, noticed in {noticed}",
        events() - first,
        began.elapsed()
    );
}
