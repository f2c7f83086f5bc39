//! Lines of an import about deadlines and about cases that belong together.

use serde_json::{Value, json};

use crate::support::Office;

fn imported(office: &Office, lines: &str) -> Value {
    let said = office.run_with(&["--json", "import", "-"], lines);
    assert_eq!(said.code, 0, "{}", said.shown());
    said.json()
}

fn show(office: &Office, case: &str) -> Value {
    office.ok(&["--json", "show", case]).json()
}

fn number_of(done: &Value, name: &str) -> String {
    let map = done["map"].as_array().unwrap();
    let one = map.iter().find(|one| one["ref"] == name).unwrap();
    one["case"].as_str().unwrap().to_owned()
}

fn deadline(shown: &Value, rule: &Value) -> Value {
    let all = shown["deadlines"].as_array().unwrap();
    let found: Vec<_> = all.iter().filter(|one| one["rule"] == *rule).collect();
    assert_eq!(found.len(), 1, "{rule} in {all:#?}");
    found[0].clone()
}

const REFUSED: &str = r#"{"type":"case","case":"y","origin":"SY","jurisdiction":"de","opened":"2016-01-04"}
{"type":"application","case":"y","ref":"a","kind":"single_procedure","lodged":"2016-01-05"}
{"type":"mandate","case":"y","ref":"k","kind":"advice","date":"2016-01-05"}
{"type":"decision","case":"y","ref":"d","on":"a","outcome":"refused","basis":"unfounded","decided":"2016-02-20","notified":"2016-02-27"}
"#;

const DONE: &str = r#"{"type":"deadline-told","case":"y","ref":"t","on":"d","what":"appeal:appeal","date":"2016-03-01","means":"interpreter","language":"ar"}
{"type":"deadline-act","case":"y","ref":"m","on":"d","what":"appeal:appeal","act":"met","date":"2016-03-10"}
{"type":"deadline-act","case":"y","ref":"e","rule":"de.leave-30d","act":"extended","until":"2016-05-28","date":"2016-03-20"}
{"type":"deadline-act","case":"y","ref":"w","rule":"de.grounds-1m","act":"waived","date":"2016-03-20","because":"nothing to add"}
{"type":"deadline","case":"y","ref":"h","due":"2016-06-01"}
{"type":"deadline-act","case":"y","ref":"s","on":"h","act":"met","date":"2016-05-20"}
"#;

#[test]
fn a_line_says_what_was_done_about_a_deadline_by_its_rule_its_act_or_what_it_follows_from() {
    let office = Office::open();
    let lines = format!("{REFUSED}{DONE}");
    let case = number_of(&imported(&office, &lines), "y");
    let shown = show(&office, &case);
    let state = |rule: Value| deadline(&shown, &rule)["state"].clone();
    assert_eq!(state(json!("de.klage-2w")), "met");
    assert_eq!(state(json!("de.grounds-1m")), "waived");
    assert_eq!(state(Value::Null), "met");
    assert_eq!(
        deadline(&shown, &json!("de.leave-30d"))["due"],
        "2016-05-28"
    );
    let kinds = |kind: &str| {
        let events = shown["events"].as_array().unwrap().iter();
        events.filter(|one| one["kind"] == kind).count()
    };
    assert_eq!((kinds("deadline-act"), kinds("deadline-told")), (4, 1));
    // Again it is a no-op, and what it says otherwise is listed.
    let again = imported(&office, &lines);
    assert_eq!(
        (&again["events"], &again["already_there"]),
        (&0.into(), &10.into())
    );
    let changed = lines
        .replace("2016-05-28", "2016-05-29")
        .replace("\"language\":\"ar\"", "\"language\":\"fa\"")
        .replace("nothing to add", "nothing");
    let listed = imported(&office, &changed)["contradictions"].clone();
    let listed: Vec<_> = listed.as_array().unwrap().iter().collect();
    let fields: Vec<_> = listed.iter().map(|one| one["fields"].clone()).collect();
    assert_eq!(
        fields,
        [json!(["language"]), json!(["act"]), json!(["because"])]
    );
    assert_eq!(show(&office, &case), shown);
}

#[test]
fn a_line_about_a_deadline_that_is_not_clear_or_cannot_be_is_a_fault() {
    let office = Office::open();
    // One line each, and a word of what is said about it.
    let faults = [
        (r#""on":"d","act":"met","date":"2016-03-10""#, "3 deadlines"),
        (
            r#""rule":"de.nothing","act":"met","date":"2016-03-10""#,
            "no such deadline",
        ),
        (
            r#""rule":"de.leave-30d","act":"extended","until":"2016-03-01","date":"2016-03-10""#,
            "no more time",
        ),
        (
            r#""rule":"de.leave-30d","act":"extended","date":"2016-03-10""#,
            "`until` is missing",
        ),
        (
            r#""rule":"de.leave-30d","act":"met","until":"2016-04-01","date":"2016-03-10""#,
            "`until` does not belong",
        ),
        (
            r#""rule":"de.leave-30d","act":"waived","date":"2016-03-10""#,
            "`because` is missing",
        ),
        (
            r#""rule":"de.leave-30d","act":"waived","date":"2016-03-10","because":"call +49 170 1234567""#,
            "a telephone number",
        ),
        (
            r#""rule":"de.leave-30d","act":"dropped","date":"2016-03-10""#,
            "met, waived, extended, confirmed",
        ),
        (r#""act":"met","date":"2016-03-10""#, "no such deadline"),
        (
            r#""what":"nothing","act":"met","date":"2016-03-10""#,
            "`what`: not a code",
        ),
        (
            r#""rule":"de.leave-30d","act":"met","date":"2036-03-10""#,
            "`date`",
        ),
    ];
    let lines: Vec<String> = faults
        .iter()
        .map(|(fields, _)| format!("{{\"type\":\"deadline-act\",\"case\":\"y\",{fields}}}"))
        .collect();
    let lines = lines.join("\n");
    let said = office.run_with(&["import", "-"], &format!("{REFUSED}{lines}"));
    assert_eq!(said.code, 1, "{}", said.shown());
    for (number, (_, words)) in (5..).zip(faults) {
        let line = format!("line {number}:");
        let told = said.err.lines().find(|told| told.contains(&line));
        assert!(
            told.is_some_and(|told| told.contains(words)),
            "{line} {words}\n{}",
            said.shown()
        );
    }
    // Who is represented by us is not told: we file.
    let ours = REFUSED.replace("\"advice\"", "\"representation\"");
    let told = DONE.lines().next().unwrap();
    let said = office.run_with(&["import", "-"], &format!("{ours}{told}\n"));
    assert!(
        said.code == 1 && said.err.contains("not the person's to file"),
        "{}",
        said.shown()
    );
    // What a line before it settled is settled.
    let met = DONE.lines().nth(1).unwrap();
    let twice = met.replace("\"m\"", "\"n\"");
    let said = office.run_with(&["import", "-"], &format!("{REFUSED}{met}\n{twice}\n"));
    assert!(
        said.code == 1 && said.err.contains("settled already"),
        "{}",
        said.shown()
    );
    assert_eq!(office.ok(&["--json", "list"]).json()["items"], json!([]));
}

const LINKED: &str = r#"{"type":"link","case":"y","ref":"l","to":"x","as":"family"}
{"type":"case","case":"x","origin":"SY","jurisdiction":"de","opened":"2016-01-04"}
"#;

#[test]
fn a_line_links_a_case_to_one_further_down_or_of_an_earlier_file() {
    let office = Office::open();
    let lines = format!("{REFUSED}{LINKED}");
    let done = imported(&office, &lines);
    let (x, y) = (number_of(&done, "x"), number_of(&done, "y"));
    let links = |case: &str| show(&office, case)["links"].clone();
    assert_eq!(links(&x), json!([{"case": y, "as": "family"}]));
    assert_eq!(links(&y), json!([{"case": x, "as": "family"}]));
    let again = imported(&office, &lines);
    assert_eq!(
        (&again["events"], &again["already_there"]),
        (&0.into(), &6.into())
    );
    // Said from the other side it is the same link; another one is one more.
    let other = r#"{"type":"link","case":"x","ref":"l","to":"y","as":"family"}
{"type":"link","case":"x","ref":"k","to":"y","as":"same_person"}
"#;
    let more = imported(&office, other);
    assert_eq!(
        (&more["events"], &more["already_there"]),
        (&2.into(), &1.into()),
        "{more}"
    );
    let changed = imported(&office, &lines.replace("\"family\"", "\"related\""));
    assert_eq!(changed["contradictions"][0]["fields"], json!(["as"]));
    // What a person took back no file brings again.
    let shown = show(&office, &y);
    let events = shown["events"].as_array().unwrap();
    let link = events.iter().find(|one| one["kind"] == "link").unwrap();
    office.ok(&["retract", link["event"].as_str().unwrap()]);
    assert_eq!(imported(&office, &lines)["events"], 0);
    assert_eq!(links(&x), json!([{"case": y, "as": "same_person"}]));

    for (line, words) in [
        (r#""to":"nobody","as":"family""#, "`to` names no line"),
        (r#""to":"y","as":"family""#, "`to` names no line"),
        (r#""to":"x","as":"cousin""#, "`as`"),
        (r#""as":"family""#, "`to` is missing"),
    ] {
        let line = format!("{{\"type\":\"link\",\"case\":\"y\",{line}}}\n");
        let said = office.run_with(&["import", "-"], &line);
        assert!(
            said.code == 1 && said.err.contains(words),
            "{words}: {}",
            said.shown()
        );
    }
}

/// A link goes from both cases, also where one of them stays.
#[test]
fn an_import_that_is_taken_back_leaves_no_half_of_a_link() {
    let office = Office::open();
    let done = imported(&office, &format!("{REFUSED}{LINKED}"));
    let (x, y) = (number_of(&done, "x"), number_of(&done, "y"));
    let note = office.run_with(&["record", "note", &x], "spoke with her\n");
    assert_eq!(note.code, 0, "{}", note.shown());
    let batch = done["batch"].as_str().unwrap();
    let undone = office.ok(&["--json", "retract", "--batch", batch]).json();
    assert_eq!((&undone["cases"], &undone["left"]), (&1.into(), &1.into()));
    office.fails(1, &["show", &y]);
    assert_eq!(show(&office, &x)["links"], json!([]));
}

/// The same columns in a sheet without a map.
#[test]
fn a_sheet_with_the_columns_of_the_lines_has_these_lines_too() {
    let office = Office::open();
    let sheet = "type,case,ref,on,kind,origin,jurisdiction,opened,lodged,outcome,basis,decided,notified,what,act,date,to,as\n\
        case,y,,,,SY,de,2016-01-04,,,,,,,,,,\n\
        application,y,a,,single_procedure,,,,2016-01-05,,,,,,,,,\n\
        decision,y,d,a,,,,,,refused,unfounded,2016-02-20,2016-02-27,,,,,\n\
        deadline-act,y,m,d,,,,,,,,,,appeal:appeal,met,2016-03-10,,\n\
        link,y,l,,,,,,,,,,,,,,x,family\n\
        case,x,,,,SY,de,2016-01-04,,,,,,,,,,\n";
    std::fs::write(office.home().join("rows.csv"), sheet).unwrap();
    let done = office.ok(&["--json", "import", "rows.csv"]).json();
    let shown = show(&office, &number_of(&done, "y"));
    assert_eq!(deadline(&shown, &json!("de.klage-2w"))["state"], "met");
    assert_eq!(shown["links"][0]["case"], number_of(&done, "x"));
}
