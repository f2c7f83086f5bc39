//! Values counted as one, and sums of values in shares: nothing that they print may be untrue.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::support::{Office, Said};

/// Sixty persons of three origins, of whom two have no housing recorded.
fn office() -> Office {
    let forms = [
        (10, "ER", 2010, 2019, Some("camp")),
        (8, "ER", 1990, 2019, Some("private")),
        (9, "CN", 1990, 2020, Some("street")),
        (14, "SY", 1990, 2021, Some("private")),
        (7, "SY", 2010, 2020, Some("street")),
        (10, "SY", 1950, 2021, Some("camp")),
        (2, "SY", 1990, 2021, None),
    ];
    let mut lines = Vec::new();
    let mut number = 0;
    for (many, origin, born, year, housing) in forms {
        for _ in 0..many {
            number += 1;
            let case = format!("r{number}");
            lines.push(json!({"type": "case", "case": case, "origin": origin, "jurisdiction": "de", "born": born,
                "opened": format!("{year}-01-01")}));
            lines.push(
                json!({"type": "application", "case": case, "ref": "a", "kind": "refugee_status",
                "lodged": format!("{year}-03-01")}),
            );
            if let Some(housing) = housing {
                let field = format!("housing={housing}");
                lines.push(
                    json!({"type": "field", "case": case, "field": field, "date": "2018-01"}),
                );
            }
            let came = if number > 10 { "2014" } else { "2011" };
            lines.push(json!({"type": "field", "case": case, "field": format!("came={came}"), "date": "2018-01"}));
        }
    }
    let office = Office::open();
    let declared = "[[field]]\nname = \"housing\"\ntype = \"code\"\nvalues = [\"camp\", \"private\", \"street\"]\n\n\
                    [[field]]\nname = \"came\"\ntype = \"date\"\n";
    assert_eq!(
        office.run_with(&["field", "declare", "-"], declared).code,
        0
    );
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    let said = office.run_with(&["--json", "import", "-"], &lines.join("\n"));
    assert_eq!(said.code, 0, "{}", said.shown());
    office
}

fn asked(office: &Office, question: &[&str]) -> Said {
    let to = ["--json", "stats", "release", "--dry-run", "--to", "press"];
    office.run(&[&to[..], &["--as-of", "2024-12-31"], question].concat())
}

/// The id of a refusal.
fn id_of(said: &Said) -> String {
    let told: Value = serde_json::from_str(&said.err).unwrap();
    told["error"]["id"].as_str().unwrap().to_owned()
}

/// What each cell shows.
fn shown(said: &Said) -> Vec<(String, String)> {
    assert_eq!(said.code, 0, "{}", said.shown());
    let table = said.json();
    let cells = table["cells"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    cells
        .map(|cell| (text(&cell["key"][0]), text(&cell["shown"])))
        .collect()
}

#[test]
fn values_of_several_groups_do_not_count_as_one_in_one_of_them() {
    let office = office();
    for (by, combine, group) in [
        ("age_band", "12-17+18-59", "age_band=bands"),
        ("year", "2019+2020", "year=bands"),
        ("origin", "CN+ER", "origin=regions"),
    ] {
        let question = ["--by", by, "--combine", combine];
        assert_eq!(asked(&office, &question).code, 0, "{by}");
        let question = [&question[..], &["--group", group]].concat();
        let said = asked(&office, &question);
        assert_eq!(
            (said.code, id_of(&said).as_str()),
            (2, "stats.combine-groups"),
            "{by}"
        );
    }
    // Of one group they do.
    let question = ["--by", "year", "--combine", "2020+2021"];
    let said = asked(
        &office,
        &[&question[..], &["--group", "year=bands"]].concat(),
    );
    let told = shown(&said);
    for (part, many) in [
        ("2015-2019", "18"),
        ("2020-2024", "42"),
        ("2020+2021", "42"),
    ] {
        assert!(
            told.contains(&(part.to_owned(), many.to_owned())),
            "{told:?}"
        );
    }
}

#[test]
fn a_value_counts_in_one_sum_alone() {
    let office = office();
    for sums in [
        &["camp+private", "private+street"][..],
        &["private+street", "camp+private"],
        &["camp+private", "camp+private+street"],
        &["camp+camp"],
    ] {
        let sums = sums.iter().flat_map(|sum| ["--combine", *sum]);
        let question: Vec<&str> = ["--by", "field:housing"].into_iter().chain(sums).collect();
        let said = asked(&office, &question);
        assert_eq!(
            (said.code, id_of(&said).as_str()),
            (2, "stats.combine-twice"),
            "{question:?}"
        );
    }
}

#[test]
fn no_share_counts_anybody_twice() {
    let office = office();
    let origin = ["--by", "origin", "--group", "origin=regions"];
    let year = ["--by", "year", "--group", "year=bands"];
    for (question, rate, id) in [
        (&origin[..], "africa+ER/total", "stats.rate-twice"),
        (&origin, "ER/africa+ER", "stats.rate-twice"),
        (&origin, "ER/africa+eastern-africa+ER", "stats.rate-twice"),
        (&year, "2020-2024+2021/total", "stats.rate-twice"),
        (&["--by", "origin"], "ER+total/total", "stats.rate"),
        (&["--by", "origin"], "ER/total+ER", "stats.rate"),
    ] {
        let said = asked(&office, &[question, &["--rate", rate]].concat());
        assert_eq!((said.code, id_of(&said).as_str()), (2, id), "{rate}");
        let show = ["--json", "stats", "show", "--inside"];
        let said = office.run(&[&show[..], question, &["--rate", rate]].concat());
        assert_eq!((said.code, id_of(&said).as_str()), (2, id), "show {rate}");
    }
    let said = asked(
        &office,
        &[&origin[..], &["--rate", "africa+SY/total"]].concat(),
    );
    assert_eq!(said.code, 0, "{}", said.shown());
}

#[test]
fn who_is_unknown_is_not_nobody_where_they_count_with_others() {
    let office = office();
    let said = asked(
        &office,
        &["--by", "field:housing", "--combine", "none+camp"],
    );
    assert!(shown(&said).contains(&("none+camp".to_owned(), "22".to_owned())));
    assert_eq!(
        said.json()["unknown"],
        json!({"field:housing": {"shown": "x", "value": null}})
    );
}

#[test]
fn days_of_a_field_are_counted_by_year_without_a_gap() {
    let told = shown(&asked(&office(), &["--by", "field:came"]));
    let years: Vec<&str> = told.iter().map(|(year, _)| year.as_str()).collect();
    assert_eq!(years, ["2011", "2012", "2013", "2014", "total"]);
}

#[test]
fn what_tells_of_all_in_a_line_is_not_nothing_to_protect() {
    let office = office();
    let question = [
        "--format",
        "human",
        "stats",
        "release",
        "--dry-run",
        "--to",
        "press",
    ];
    let nothing = "Nothing had to be protected";
    let said = office.ok(&[&question[..], &["--by", "sex"]].concat());
    assert!(said.out.contains(nothing), "{}", said.shown());
    // All of an age live alike, and nobody is one of few.
    let by = ["--by", "age_band,field:housing", "--combine", "none+street"];
    let said = office.ok(&[&question[..], &by].concat());
    let withheld = |line: &str| line.contains(" x ") || line.contains(" c ");
    assert!(
        said.out.lines().any(withheld) && !said.out.contains("<5"),
        "{}",
        said.shown()
    );
    assert!(!said.out.contains(nothing), "{}", said.shown());
}

/// What a CSV says on each line, by the names of its columns.
fn lines_of(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = csv.lines().map(|line| line.split(',').map(str::to_owned));
    let header: Vec<String> = lines.next().unwrap().collect();
    lines
        .map(|line| header.iter().cloned().zip(line).collect())
        .collect()
}

/// Persons who applied from 2004 to 2014, of three origins, and a file of groups of these years.
fn of_eleven_years() -> (Office, String) {
    let mut lines = Vec::new();
    let many = [9, 12, 22, 15, 18, 20, 24, 21, 13, 30, 16];
    for (year, many) in (2004..).zip(many) {
        let origin = ["ER", "UG", "SY"][many % 3];
        for at in 0..many {
            let case = format!("{year}-{at}");
            lines.push(
                json!({"type": "case", "case": case, "origin": origin, "jurisdiction": "de",
                "opened": format!("{year}-01-01")}),
            );
            lines.push(
                json!({"type": "application", "case": case, "ref": "a", "kind": "refugee_status",
                "lodged": format!("{year}-03-01")}),
            );
        }
    }
    let office = Office::open();
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    let said = office.run_with(&["--json", "import", "-"], &lines.join("\n"));
    assert_eq!(said.code, 0, "{}", said.shown());
    let file = office.home().join("years.toml");
    let groups =
        "old = [\"2004\", \"2005\", \"2006\"]\nnew = [\"2009\", \"2010\", \"2011\", \"2012\"]\n";
    std::fs::write(&file, groups).unwrap();
    let grouped = format!("year={}", file.display());
    (office, grouped)
}

/// Whoever adds up a CSV can leave the sums out, and knows of what they are: each sum is that of the lines that say to lie in it.
#[test]
fn a_line_of_a_sum_says_so_in_csv() {
    let (office, grouped) = of_eleven_years();
    let csv = |question: &[&str]| {
        let release = [
            "--format",
            "csv",
            "stats",
            "release",
            "--to",
            "press",
            "--dry-run",
        ];
        office.ok(&[&release[..], question].concat()).out
    };
    for (own, question, groups) in [
        ("year", ["--by", "year", "--group", grouped.as_str()], 3),
        ("origin", ["--by", "origin", "--group", "origin=regions"], 4),
    ] {
        let lines = lines_of(&csv(&question));
        let (level, of) = (format!("{own}.level"), format!("{own}.of"));
        let of_level = |wanted: &str| lines.iter().filter(|line| line[&level] == wanted).count();
        assert_eq!(
            (of_level("group"), of_level("total")),
            (groups, 1),
            "{lines:?}"
        );
        for line in &lines {
            let parts = lines.iter().filter(|part| part[&of] == line[own]);
            let parts: Vec<u64> = parts.map(|part| part["value"].parse().unwrap()).collect();
            if line[&level] == "value" {
                assert_eq!(parts, [0; 0], "{line:?}");
            } else {
                assert_eq!(
                    line["value"],
                    parts.iter().sum::<u64>().to_string(),
                    "{line:?}"
                );
            }
        }
    }
    // A dimension without groups has no such columns, whatever stands beside it.
    let header = |question: &[&str]| csv(question).lines().next().unwrap().to_owned();
    assert_eq!(header(&["--by", "year"]), "year,value,shown,why,releasable");
    assert_eq!(
        header(&["--by", "origin,year", "--group", "year=bands"]),
        "origin,year,value,shown,why,year.level,year.of,releasable"
    );
    // The record of what left says it as well, in the form that has it.
    office.ok(&[
        "stats", "release", "--to", "press", "--by", "year", "--group", &grouped,
    ]);
    let record = office
        .ok(&["--format", "plain", "stats", "ledger", "R2026-001"])
        .out;
    assert!(
        record.contains("\nold\t43\t43\t\tgroup\ttotal\n"),
        "{record}"
    );
}

/// What describes a CSV says which groups there are and of what, and what their columns hold, in each language; how a screen or a
/// page shows sums is said there alone.
#[test]
fn a_package_has_the_groups_and_says_nothing_of_a_page() {
    let (office, grouped) = of_eleven_years();
    let release = [
        "stats", "release", "--to", "press", "--by", "year", "--group", &grouped,
    ];
    let mut told = BTreeSet::new();
    for language in ["en", "ar", "es", "fr", "ru"] {
        let file = format!("{language}.csv");
        office.ok(&[
            &["-o", file.as_str()],
            &release[..],
            &["--datapackage", "--in", language],
        ]
        .concat());
        let package = match language {
            "en" => "datapackage.json".to_owned(),
            other => format!("{other}.datapackage.json"),
        };
        let package = std::fs::read_to_string(office.home().join(package)).unwrap();
        let package: Value = serde_json::from_str(&package).unwrap();
        let fields = package["resources"][0]["schema"]["fields"]
            .as_array()
            .unwrap();
        let names = fields.iter().map(|field| field["name"].as_str().unwrap());
        let names: Vec<&str> = names.collect();
        let csv = std::fs::read_to_string(office.home().join(&file)).unwrap();
        assert_eq!(csv.lines().next().unwrap(), names.join(","));
        assert_eq!(fields[0]["groups"]["old"], json!(["2004", "2005", "2006"]));
        assert_eq!(
            fields[0]["groups"]["other"],
            json!(["2007", "2008", "2013", "2014"])
        );
        for field in &fields[4..] {
            let said = field["description"].as_str().unwrap();
            assert!(!said.is_empty() && told.insert(said.to_owned()), "{field}");
        }
        let words = if language == "en" { "out" } else { "table" };
        let words = format!(
            "{}/locales/{language}/{words}.ftl",
            env!("CARGO_MANIFEST_DIR")
        );
        let words = std::fs::read_to_string(words).unwrap();
        let of_page = words
            .lines()
            .find_map(|line| line.strip_prefix("figures-sums = "));
        let description = package["description"].as_str().unwrap();
        assert!(!description.contains(of_page.unwrap()), "{description}");
    }
    assert_eq!(told.len(), 10);
    let page = office
        .ok(&[&["--format", "html"], &release[..]].concat())
        .out;
    assert!(page.contains("one · more"), "{page}");
}

/// Which group has a name that means something else in a table, and that this is why, is said.
#[test]
fn a_group_under_a_taken_name_is_named() {
    let office = Office::open();
    let file = office.home().join("groups.toml");
    let group = format!("year={}", file.display());
    let asked = [
        "stats", "show", "--by", "year", "--inside", "--group", &group,
    ];
    for (text, name) in [
        ("a = [\"2004\"]\nc = [\"2005\"]\n", "`c`"),
        ("[x]\na = [\"2004\"]\n", "`x`"),
        ("[a]\nother-2 = [\"2004\"]\n", "`other-2`"),
        ("other = [\"2004\"]\n", "`other`"),
        ("total = [\"2004\"]\n", "`total`"),
        ("\"<5\" = [\"2004\"]\n", "`<5`"),
        ("\"a+b\" = [\"2004\"]\n", "`a+b`"),
    ] {
        std::fs::write(&file, text).unwrap();
        let said = office.run(&asked);
        assert!(
            said.code == 2 && said.err.contains(name),
            "{}",
            said.shown()
        );
        assert_eq!(office.fails(2, &asked), "stats.group-name", "{text}");
    }
    std::fs::write(&file, "a = [\"2004\"]\nd = [\"2005\"]\n").unwrap();
    office.ok(&asked);
}
