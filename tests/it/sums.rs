//! Values counted as one, and sums of values in shares: nothing that they print may be untrue.

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
