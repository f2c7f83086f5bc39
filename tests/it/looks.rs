//! What figures look like in every form, and that nothing of it tells what the table withholds.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use serde_json::Value;

use crate::support::Office;

/// The forms in which a table is given.
const FORMS: &[&str] = &[
    "json", "jsonl", "csv", "plain", "human", "md", "html", "svg", "xlsx",
];

const PROTECTIONS: [&str; 3] = ["refugee_status", "temporary_asylum", "none"];

/// An office of single persons: for each one who was granted what (the last of them nothing), of which sex, in which year.
pub(crate) fn office(people: &[(usize, usize, usize)]) -> Office {
    let mut text = String::new();
    for (at, (protection, sex, year)) in people.iter().enumerate() {
        let sex = ["f", "m"][*sex];
        let year = 2014 + year;
        let _ = writeln!(
            text,
            r#"{{"type":"case","case":"r{at}","origin":"KP","jurisdiction":"ru","sex":"{sex}","born":1980}}"#
        );
        let _ = writeln!(
            text,
            r#"{{"type":"application","case":"r{at}","ref":"a1","kind":"refugee_status","lodged":"{year}-03-02"}}"#
        );
        let decided = format!("{year}-05-{:02}", 1 + at % 28);
        let _ = match *protection {
            2 => writeln!(
                text,
                r#"{{"type":"decision","case":"r{at}","on":"a1","outcome":"refused","decided":"{decided}"}}"#
            ),
            granted => writeln!(
                text,
                r#"{{"type":"decision","case":"r{at}","on":"a1","outcome":"granted","protection":"{}","decided":"{decided}"}}"#,
                PROTECTIONS[granted]
            ),
        };
    }
    let office = Office::open();
    std::fs::write(office.home().join("people.jsonl"), text).unwrap();
    office.ok(&["import", "people.jsonl"]);
    office
}

/// A release in one form, as bytes.
pub(crate) fn given(office: &Office, question: &[&str], form: &str) -> Vec<u8> {
    let name = format!("given.{form}");
    let file = office.home().join(&name);
    drop(std::fs::remove_file(&file));
    let release = [
        "--format", form, "-o", &name, "stats", "release", "--to", "press",
    ];
    office.ok(&[&release[..], question].concat());
    std::fs::read(file).unwrap()
}

/// Every part of a file as a text: those of a workbook unpacked.
pub(crate) fn texts(form: &str, bytes: &[u8]) -> Vec<String> {
    if form != "xlsx" {
        return vec![String::from_utf8(bytes.to_vec()).unwrap()];
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        assert!(
            !part.name().unwrap().contains("custom"),
            "{}",
            part.name().unwrap()
        );
        assert!(
            part.last_modified()
                .unwrap()
                .to_string()
                .contains("1980-01-01")
        );
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        all.push(text);
    }
    all
}

/// The words between the marks of a page, a picture or a part of a workbook.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in text.split('<') {
        let said = part.split_once('>').map_or(part, |(_, said)| said);
        let said = said.replace("&lt;", "<");
        words.extend(
            said.split(|c: char| !(c.is_alphanumeric() || c == '<'))
                .map(str::to_owned),
        );
    }
    words
}

#[test]
fn offices_that_differ_behind_the_markers_make_the_same_files() {
    let with = |recognised: usize| {
        let people: Vec<_> = (0..60)
            .map(|at| match at {
                _ if at < recognised => (0, at % 2, 0),
                at if at < 24 => (1, at % 2, 0),
                at => (2, at % 2, 0),
            })
            .collect();
        office(&people)
    };
    let question = [
        "--by",
        "protection",
        "--rate",
        "refugee_status/total",
        "--intervals",
    ];
    let mut all: BTreeMap<&str, Vec<Vec<u8>>> = BTreeMap::new();
    for recognised in 1..=4 {
        let office = with(recognised);
        for form in FORMS {
            all.entry(form)
                .or_default()
                .push(given(&office, &question, form));
        }
    }
    let table: Value = serde_json::from_slice(&all["json"][0]).unwrap();
    let shown: Vec<&Value> = table["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| &cell["shown"])
        .collect();
    assert_eq!(shown, ["36", "<5", "c", "60"]);
    assert_eq!(table["rates"][0]["tenths"], serde_json::json!([0, 70]));
    for (form, files) in &all {
        for (recognised, file) in (1..).zip(files) {
            assert!(
                *file == files[0],
                "{form}, {recognised}:\n{}\n{}",
                texts(form, file).join("\n"),
                texts(form, &files[0]).join("\n")
            );
        }
    }
}

#[test]
fn no_form_holds_a_withheld_number_or_where_it_was_made() {
    // Drawn once: three years, both sexes, few recognised.
    let mut state: u64 = 7;
    let mut below = |n: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % n).unwrap()
    };
    let people: Vec<_> = (0..120)
        .map(|_| {
            let protection = [0, 1, 1, 1, 2, 2, 2, 2, 2, 2][below(10)];
            (
                protection,
                usize::from(below(3) == 0),
                [0, 0, 1, 1, 1, 2][below(6)],
            )
        })
        .collect();
    let office = office(&people);
    let host = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    let home = office.home().to_str().unwrap().to_owned();
    let forbidden = [
        home.as_str(),
        "T09:00",
        "09:00",
        host.trim(),
        "m1",
        "data-",
        "<script",
        "http:",
        "https:",
    ];
    let mut withheld_bars = 0;
    for question in [
        &["--by", "protection"][..],
        &["--by", "year"],
        &["--by", "year,protection"],
        &["--by", "protection,sex"],
        &["--by", "sex,year,protection"],
        &[
            "--unit",
            "decisions",
            "--by",
            "result",
            "--rate",
            "positive/decided",
        ],
        &["--ready", "subsequent"],
        &[
            "--unit",
            "applications",
            "--by",
            "year",
            "--median",
            "days-to-decision",
        ],
        &["--by", "year", "--round", "5"],
    ] {
        let asked = [&["--json", "stats", "release", "--to", "press"], question].concat();
        let said = office.run(&asked);
        if said.code == 5 {
            continue;
        }
        let table = said.json();
        let shown: Vec<String> = table["cells"]
            .as_array()
            .unwrap()
            .iter()
            .map(|cell| cell["shown"].as_str().unwrap().to_owned())
            .collect();
        let rounding = question.contains(&"--round");
        let plain: Vec<&str> = question
            .iter()
            .copied()
            .filter(|one| !matches!(*one, "--round" | "5"))
            .collect();
        let truth = office
            .ok(&[&["--json", "stats", "show", "--inside"], &plain[..]].concat())
            .json();
        let truth: BTreeMap<Vec<String>, u64> = truth["cells"]
            .as_array()
            .unwrap()
            .iter()
            .map(|cell| {
                (
                    serde_json::from_value(cell["key"].clone()).unwrap(),
                    cell["value"].as_u64().unwrap(),
                )
            })
            .collect();
        // Numbers that stand behind a marker and nowhere in the open.
        let hidden: Vec<String> = table["cells"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|cell| cell["value"].is_null())
            .filter_map(|cell| {
                truth.get(&serde_json::from_value::<Vec<String>>(cell["key"].clone()).unwrap())
            })
            .filter(|n| **n > 12 && !rounding)
            .map(u64::to_string)
            .filter(|n| !shown.contains(n))
            .collect();
        for form in FORMS {
            if *form == "svg" && table["dimensions"].as_array().unwrap().len() == 3 {
                continue;
            }
            for text in texts(form, &given(&office, question, form)) {
                let plain = text.replace("http://www.w3.org/2000/svg", "");
                let plain = if *form == "xlsx" {
                    // The names that the format itself is made of.
                    words(&plain).join(" ")
                } else {
                    plain
                };
                for word in forbidden.iter().filter(|word| !word.is_empty()) {
                    assert!(
                        !plain.contains(word),
                        "{form} {question:?}: {word}\n{plain}"
                    );
                }
                let words = words(&plain);
                for number in &hidden {
                    assert!(
                        !words.contains(number),
                        "{form} {question:?}: {number}\n{text}"
                    );
                }
                if *form == "svg" {
                    let boxes: Vec<(&str, &str)> = text
                        .lines()
                        .filter(|line| line.contains("url(#withheld)"))
                        .map(|line| (attribute(line, "width"), attribute(line, "height")))
                        .collect();
                    assert!(boxes.windows(2).all(|pair| pair[0] == pair[1]), "{text}");
                    withheld_bars += boxes.len();
                    for number in plain
                        .split('"')
                        .skip(1)
                        .step_by(2)
                        .flat_map(|value| value.split(' '))
                    {
                        assert!(!number.contains('.'), "not a whole unit: {number}");
                    }
                }
            }
        }
    }
    assert!(withheld_bars > 3, "{withheld_bars}");
}

/// Of 211 two received asylum and ninety temporary asylum: neither number, nor the share of the two, is a figure in any form.
#[test]
fn no_form_tells_what_the_sentence_withholds() {
    let office = crate::figures::imported();
    for form in FORMS {
        let mut shown = false;
        for text in texts(form, &given(&office, &["--by", "protection"], form)) {
            let words = words(&text);
            shown |= words.iter().any(|word| word == "119");
            for number in ["90", "95"] {
                assert!(
                    !words.iter().any(|word| word == number),
                    "{form}: {number}\n{text}"
                );
            }
        }
        assert!(shown, "{form}");
    }
}

pub(crate) fn attribute<'a>(line: &'a str, name: &str) -> &'a str {
    let (_, rest) = line.split_once(&format!(" {name}=\"")).unwrap();
    rest.split('"').next().unwrap()
}

#[test]
fn none_so_far_is_split_on_request_and_never_called_refused() {
    let mut text = String::new();
    for (at, outcome) in ["refused"; 9]
        .iter()
        .chain(&["closed"; 7])
        .chain(&["pending"; 8])
        .enumerate()
    {
        let _ = writeln!(
            text,
            r#"{{"type":"case","case":"r{at}","origin":"KP","jurisdiction":"ru","sex":"f","born":1980}}"#
        );
        let _ = writeln!(
            text,
            r#"{{"type":"application","case":"r{at}","ref":"a1","kind":"refugee_status","lodged":"2020-03-02"}}"#
        );
        if *outcome != "pending" {
            let _ = writeln!(
                text,
                r#"{{"type":"decision","case":"r{at}","on":"a1","outcome":"{outcome}","decided":"2020-05-01"}}"#
            );
        }
    }
    let office = Office::open();
    std::fs::write(office.home().join("people.jsonl"), text).unwrap();
    office.ok(&["import", "people.jsonl"]);
    let release = ["stats", "release", "--to", "report"];
    for form in FORMS {
        for text in texts(form, &given(&office, &["--by", "protection"], form)) {
            assert!(!text.to_lowercase().contains("refused"), "{form}: {text}");
        }
    }
    let split = office
        .ok(&[&["--json"], &release[..], &["--ready", "none-so-far"]].concat())
        .json();
    let cells: Vec<(&str, &str)> = split["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| {
            (
                cell["key"][0].as_str().unwrap(),
                cell["shown"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        cells,
        [
            ("closed", "7"),
            ("pending", "8"),
            ("rejected", "9"),
            ("total", "24")
        ]
    );
    // Who was never asked is counted, and said to be: as a span.
    assert_eq!(split["consent"]["never_asked"]["shown"], "20-24");
}

#[test]
fn a_package_describes_the_csv_beside_it() {
    let office = office(&[(2, 0, 0); 12]);
    let release = [
        "stats",
        "release",
        "--to",
        "donor",
        "--by",
        "protection",
        "--datapackage",
    ];
    let told = office.run(&release);
    assert!(
        told.code == 2 && told.err.contains("--format csv"),
        "{}",
        told.shown()
    );
    office.ok(&[&["-o", "figures.csv"], &release[..]].concat());
    let read = |name: &str| std::fs::read_to_string(office.home().join(name)).unwrap();
    let package: Value = serde_json::from_str(&read("datapackage.json")).unwrap();
    let resource = &package["resources"][0];
    assert_eq!(resource["path"], "figures.csv");
    let fields: Vec<&str> = resource["schema"]["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        read("figures.csv").lines().next().unwrap(),
        fields.join(",")
    );
    // A second one has its own beside it, and says so; where nothing has room nothing leaves.
    let again = [&["-o", "again.csv"], &release[..]].concat();
    let told = office.ok(&again);
    assert!(told.err.contains("again.datapackage.json"), "{}", told.err);
    let package: Value = serde_json::from_str(&read("again.datapackage.json")).unwrap();
    assert_eq!(package["resources"][0]["path"], "again.csv");
    std::fs::remove_file(office.home().join("again.csv")).unwrap();
    let before = office.files();
    let told = office.run(&again);
    assert!(
        told.code == 1 && told.err.contains("again.datapackage.json exists"),
        "{}",
        told.shown()
    );
    assert!(office.files() == before, "nothing leaves");
}

#[test]
fn forms_of_figures_are_asked_of_figures_alone() {
    let office = office(&[(2, 0, 0); 12]);
    for form in ["xlsx", "svg"] {
        let told = office.run(&["--format", form, "list"]);
        assert!(
            told.code == 2 && told.err.contains(form),
            "{}",
            told.shown()
        );
    }
    let release = ["stats", "release", "--to", "press"];
    for (form, said) in [("xlsx", "-o FILE"), ("svg", "no picture")] {
        let told = office.run(&[&["--format", form], &release[..]].concat());
        assert!(
            told.code == 2 && told.err.contains(said),
            "{}",
            told.shown()
        );
    }
    let ledger = office.ok(&["--json", "stats", "ledger"]).json();
    assert!(ledger["items"].as_array().unwrap().is_empty());
    // The bars beside numbers yield to a pipe and to NO_COLOR.
    let human = [
        "--format",
        "human",
        "stats",
        "show",
        "--inside",
        "--by",
        "protection",
    ];
    assert!(!office.ok(&human).out.contains('█'));
    let coloured = [&["--color", "always"], &human[..]].concat();
    assert!(office.ok(&coloured).out.contains('█'));
}

#[test]
fn a_time_is_told_where_enough_stand_behind_it() {
    let office = office(&(0..40).map(|at| (2, 0, at % 2)).collect::<Vec<_>>());
    let ask = |by: &str| {
        let asked = [
            "--json",
            "stats",
            "release",
            "--to",
            "report",
            "--unit",
            "applications",
            "--by",
            by,
            "--median",
            "days-to-decision",
        ];
        office.ok(&asked).json()["times"].clone()
    };
    let by_year = ask("year");
    let of = |key: &str, quantile: &str| {
        let times = by_year.as_array().unwrap();
        let found = times
            .iter()
            .find(|time| time["key"][0] == key && time["quantile"] == quantile);
        found.unwrap()["value"].clone()
    };
    assert_eq!(of("total", "median"), 10);
    assert_eq!(
        (of("2014", "median"), of("2014", "ninetieth")),
        (10.into(), Value::Null)
    );
    office.ok(&["stats", "verify"]);
    // One case more: whoever compared the two would learn of it alone.
    let more = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    office.ok(&[
        "record",
        "application",
        &more,
        "--kind",
        "refugee_status",
        "--lodged",
        "2014-03-02",
    ]);
    office.ok(&[
        "record",
        "decision",
        &more,
        "--outcome",
        "refused",
        "--decided",
        "2015-03-02",
    ]);
    let show = office.run(&[
        "--json",
        "stats",
        "release",
        "--to",
        "donor",
        "--unit",
        "applications",
        "--median",
        "days-to-decision",
    ]);
    if show.code == 0 {
        assert!(
            show.json()["times"]
                .as_array()
                .unwrap()
                .iter()
                .all(|time| time["value"].is_null())
        );
    }
}

/// A browser draws the pages; one that is there, or the one that `CHROMIUM` names. `cargo test --test it in_a_browser -- --ignored
/// --nocapture` says where the pictures lie.
#[test]
#[ignore = "needs Chromium; says so where there is none"]
fn in_a_browser_a_page_is_drawn_without_a_complaint_and_fetches_nothing() {
    let named = std::env::var_os("CHROMIUM");
    let browser = named.unwrap_or_else(|| "chromium".into());
    if std::process::Command::new(&browser)
        .arg("--version")
        .output()
        .is_err()
    {
        println!(
            "no browser here: nothing was looked at (install chromium, or name one in CHROMIUM)"
        );
        return;
    }
    let people: Vec<_> = (0..200)
        .map(|at| {
            (
                usize::from(at % 9 > 1) + usize::from(at % 9 > 4),
                at % 2,
                at % 3,
            )
        })
        .chain([(0, 0, 5), (1, 1, 5)])
        .collect();
    let target = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    std::fs::create_dir_all(&target).unwrap();
    for (name, question) in [
        ("bars", &["--by", "protection"][..]),
        ("lines", &["--by", "year"]),
        ("lines-of-several", &["--by", "year,protection"]),
        (
            "stacked",
            &[
                "--by",
                "protection,sex",
                "--where",
                "protection=none,temporary_asylum",
            ],
        ),
        ("beside", &["--by", "sex,protection", "--threshold", "10"]),
        (
            "grouped",
            &["--by", "protection,year", "--group", "year=bands"],
        ),
        ("arabic", &["--by", "quarter,protection", "--in", "ar"]),
    ] {
        // Each is the first that leaves of its office, so that none is refused beside another.
        let office = office(&people);
        let asked = ["--format", "html", "stats", "release", "--to", "press"];
        let said = office.ok(&[&asked[..], question].concat());
        let page = target.join(format!("{name}.html"));
        std::fs::write(&page, &said.out).unwrap();
        let (shot, net) = (
            target.join(format!("{name}.png")),
            target.join(format!("{name}.json")),
        );
        drop(std::fs::remove_file(&shot));
        let drawn = std::process::Command::new(&browser)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
            ])
            .args([
                "--disable-component-update",
                "--no-first-run",
                "--enable-logging=stderr",
            ])
            .arg(format!(
                "--user-data-dir={}",
                office.home().join("browser").display()
            ))
            .arg(format!("--screenshot={}", shot.display()))
            .arg(format!("--log-net-log={}", net.display()))
            .args(["--window-size=900,1100", page.to_str().unwrap()])
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&drawn.stderr);
        assert!(shot.metadata().unwrap().len() > 5_000, "{name}: {told}");
        assert!(!told.contains("CONSOLE"), "{name}: {told}");
        // What the page asks for begins with its own name; a browser asks for its own things besides.
        let log = std::fs::read_to_string(&net).unwrap();
        let asked = log
            .split("\"url\":\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next());
        let foreign: Vec<&str> = asked
            .filter(|url| {
                url.starts_with("http") && !url.contains("google") && !url.contains("gvt1")
            })
            .collect();
        assert!(foreign.is_empty(), "{name}: {foreign:?}");
        println!("{}", shot.display());
    }
}

#[test]
fn of_a_withheld_number_no_time_is_told() {
    // Two in one year, twenty-two and thirty in the others: that there are enough for a quarter says twenty at least, and that
    // would leave one or two for the first.
    let year = |at: usize| usize::from(at > 1) + usize::from(at > 23);
    let office = office(&(0..54).map(|at| (2, 0, year(at))).collect::<Vec<_>>());
    let question = ["--unit", "applications", "--by", "year"];
    let median = ["--median", "days-to-decision"];
    let asked = ["--json", "stats", "release", "--to", "report"];
    let table = office.ok(&[&asked[..], &question, &median].concat()).json();
    let show = ["--json", "stats", "show", "--inside"];
    let truth = office.ok(&[&show[..], &question, &median].concat()).json();
    let lower = |table: &Value, year: &str| -> Value {
        let times = table["times"].as_array().unwrap();
        let of_year = |time: &&Value| time["key"][0] == year && time["quantile"] == "lower";
        times.iter().find(of_year).unwrap()["value"].clone()
    };
    let held: Vec<&str> = table["cells"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|cell| cell["shown"] == "c")
        .map(|cell| cell["key"][0].as_str().unwrap())
        .collect();
    assert_eq!(held.len(), 1, "{table}");
    assert!(lower(&table, held[0]).is_null(), "{table}");
    assert!(lower(&truth, held[0]).is_u64(), "{truth}");
    assert!(lower(&table, "total").is_u64(), "{table}");
}

#[test]
fn other_bodies_columns_hold_what_the_table_prints() {
    let people: Vec<_> = (0..120)
        .map(|at| (if at < 2 { 0 } else { 1 + at % 2 }, 0, 0))
        .collect();
    let office = office(&people);
    let release = [
        "stats",
        "release",
        "--to",
        "authority",
        "--where",
        "jurisdiction=ru",
    ];
    let lines = |shape: &[&str]| -> Vec<String> {
        let said = office.ok(&[&release[..], shape].concat()).out;
        said.lines().map(str::to_owned).collect()
    };
    let unhcr = lines(&["--shape", "unhcr"]);
    assert_eq!(
        unhcr[0],
        "year,coo_iso,coa_iso,procedure_type,dec_level,dec_pc,dec_recognized,dec_other,dec_rejected,dec_closed,dec_total"
    );
    let cells: Vec<&str> = unhcr[1].split(',').collect();
    assert_eq!(cells[..6], ["2014", "PRK", "RUS", "G", "NA", "P"]);
    assert!(["<5", "x"].contains(&cells[6]), "{cells:?}");
    assert!(cells[7..9].contains(&"c"), "{cells:?}");
    assert_eq!(cells[9..], ["0", "120"]);
    assert_eq!(
        lines(&["--shape", "unhcr", "--unit", "applications"])[1..],
        ["2014,PRK,RUS,G,N,NA,P,120", "2014,PRK,RUS,G,R,RA,P,0"]
    );
    let eurostat = lines(&["--shape", "eurostat", "--unit", "applications"]);
    assert_eq!(
        eurostat,
        [
            "freq,unit,citizen,sex,applicant,age,geo,time,values",
            "A,PER,KP,T,FRST,TOTAL,RU,2014,120",
        ]
    );
    // Every number of Eurostat's is a multiple of five, or a marker.
    let refused = office.run(&[&release[..], &["--shape", "eurostat", "--dry-run"]].concat());
    for line in refused.out.lines().skip(1) {
        // Behind it stands that nothing was released.
        let last = line.rsplit(',').nth(1).unwrap();
        assert!(
            last.parse::<u64>().is_ok_and(|n| n % 5 == 0) || last == "c",
            "{line}"
        );
    }
    for wrong in [
        &["--shape", "unhcr", "--unit", "persons"][..],
        &["--shape", "eurostat", "--format", "json"],
    ] {
        let told = office.run(&[&release[..], wrong].concat());
        assert_eq!(told.code, 2, "{}", told.shown());
    }
    let told = office.run(&["stats", "release", "--to", "authority", "--shape", "unhcr"]);
    assert!(
        told.code == 2 && told.err.contains("jurisdiction"),
        "{}",
        told.shown()
    );
}
