//! Fields that an office declares for itself: declared, recorded, shown, filtered, counted, imported, retired.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::prompts::at_terminal;
use crate::support::{Office, Said};

/// The fields of an office.
const FIELDS: &str = r#"
[[field]]
name = "housing"
type = "code"
label.en = "Where they live"
values = ["camp", { value = "private", label.en = "in a flat" }, "street"]

[[field]]
name = "children_at_school"
type = "number"
min = 0
max = 20

[[field]]
name = "course"
type = "yes_no"

[[field]]
name = "arrived_here"
type = "date"
"#;

fn declare(office: &Office, text: &str) -> Value {
    let said = office.run_with(&["--json", "field", "declare", "-"], text);
    assert_eq!(said.code, 0, "{}", said.shown());
    said.json()
}

/// An office with these fields and a case in it.
fn office() -> (Office, String) {
    let office = Office::open();
    declare(&office, FIELDS);
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    (office, case)
}

fn record(office: &Office, case: &str, field: &str, more: &[&str]) -> Said {
    let line = ["--json", "record", "field", case, "--field", field];
    office.ok(&[&line[..], more].concat())
}

fn show(office: &Office, case: &str) -> Value {
    office.ok(&["--json", "show", case]).json()
}

fn human(office: &Office, args: &[&str]) -> String {
    office.ok(&[&["--format", "human"][..], args].concat()).out
}

/// How many entries the store has.
fn events(office: &Office) -> Value {
    office.ok(&["--json", "store", "info"]).json()["events"].clone()
}

/// What was refused, in words, with the exit code.
fn refused(office: &Office, code: i32, args: &[&str], input: &str) -> Value {
    let before = events(office);
    let said = office.run_with(&[&["--json"][..], args].concat(), input);
    assert_eq!(said.code, code, "{args:?}: {}", said.shown());
    assert_eq!(events(office), before, "{args:?}");
    let error: Value = serde_json::from_str(said.err.lines().last().unwrap()).unwrap();
    error["error"].clone()
}

fn listed(office: &Office, filters: &[&str]) -> Vec<String> {
    let list = office.ok(&[&["--json", "list"][..], filters].concat());
    let items = list.json()["items"].as_array().unwrap().clone();
    let case = |item: &Value| item["case"].as_str().unwrap().to_owned();
    items.iter().map(case).collect()
}

#[test]
fn fields_are_declared_once_and_changed() {
    let office = Office::open();
    let before = events(&office);
    let dry = office.run_with(&["--json", "field", "declare", "-", "--dry-run"], FIELDS);
    assert_eq!(dry.json()["dry_run"], true);
    assert_eq!(dry.json()["added"].as_array().unwrap().len(), 4);
    assert_eq!(events(&office), before);
    let added = declare(&office, FIELDS);
    assert_eq!(
        added["added"],
        json!(["housing", "children_at_school", "course", "arrived_here"])
    );
    // One entry for each, and none for what stands so already.
    let now = events(&office);
    assert_eq!(now.as_u64().unwrap(), before.as_u64().unwrap() + 4);
    let again = declare(&office, FIELDS);
    assert_eq!(again["unchanged"].as_array().unwrap().len(), 4);
    assert_eq!(events(&office), now);
    // What the file leaves out stays.
    let one = "[[field]]\nname = \"course\"\ntype = \"yes_no\"\nlabel.en = \"Language course\"\n";
    assert_eq!(declare(&office, one)["changed"], json!(["course"]));
    let fields = office.ok(&["--json", "field", "list"]).json()["items"].clone();
    let names: Vec<&str> = fields
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["field"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["arrived_here", "children_at_school", "course", "housing"]
    );
    assert_eq!(fields[2]["labels"]["en"], "Language course");
    assert_eq!(
        (&fields[1]["min"], &fields[1]["max"]),
        (&json!(0), &json!(20))
    );
    assert_eq!(fields[3]["values"][1]["labels"]["en"], "in a flat");
    assert_eq!(
        (&fields[3]["by"], &fields[3]["since"]),
        (&json!("m1"), &json!("2026-03-04"))
    );
    let text = human(&office, &["field", "list"]);
    assert!(text.contains("camp, private, street"), "{text}");
    assert!(office.ok(&["--json", "store", "verify"]).json()["ok"] == true);
}

#[test]
fn a_column_of_names_or_numbers_is_refused_with_a_hint() {
    let (office, _) = office();
    for name in [
        "surname",
        "first_name",
        "telephone",
        "passport",
        "file_number",
        "familiya",
        "fio",
        "prenom",
        "apellidos",
        "aktenzeichen",
        "address",
        "date_of_birth",
    ] {
        let text = format!("[[field]]\nname = \"{name}\"\ntype = \"number\"\nmin = 0\nmax = 9\n");
        let error = refused(&office, 1, &["field", "declare", "-"], &text);
        assert_eq!(error["id"], "declare.personal", "{name}");
        let hint = error["hint"].as_str().unwrap();
        assert!(hint.contains("nansen identity seal"), "{hint}");
        // Where it stands, and not what: it may be somebody's.
        let message = error["message"].as_str().unwrap();
        assert!(message.contains("line 1: this looks like"), "{message}");
    }
    for (text, part) in [
        ("nothing = 1", "line 1"),
        ("\n\n[[field]]\nname = \"x\"\ntype = \"text\"\n", "line 3"),
        (
            "[[field]]\nname = \"Ivanov Ivan\"\ntype = \"date\"\n",
            "small letters",
        ),
        (
            "[[field]]\nname = \"x\"\ntype = \"number\"\nmin = 0\nmax = 4915123456789\n",
            "five digits",
        ),
        (
            "[[field]]\nname = \"hearing\"\ntype = \"date\"\n",
            "the program has",
        ),
    ] {
        let error = refused(&office, 1, &["field", "declare", "-"], text);
        assert_eq!(error["id"], "declare.faults", "{text}");
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(part), "{message}");
        assert!(!message.contains("Ivan"), "{message}");
    }
    // Neither a file without an end nor one that is no text costs anything.
    let error = refused(&office, 1, &["field", "declare", "/dev/zero"], "");
    assert!(
        error["message"].as_str().unwrap().contains("64 KiB"),
        "{error}"
    );
    std::fs::write(office.home().join("bad.toml"), [0xff, 0xfe, 0]).unwrap();
    let error = refused(&office, 1, &["field", "declare", "bad.toml"], "");
    assert_eq!(error["id"], "file.not-text");
}

#[test]
fn a_value_is_recorded_as_declared_or_not_at_all() {
    let (office, case) = office();
    let recorded = record(
        &office,
        &case,
        "housing=private",
        &["--date", "2026-02", "--source", "partner"],
    );
    assert_eq!(recorded.json()["deadlines"], json!([]));
    record(&office, &case, "children_at_school=02", &[]);
    record(&office, &case, "course=yes", &[]);
    record(
        &office,
        &case,
        "arrived_here=13.09.2021",
        &["--date", "2026-03-01"],
    );
    let fields = show(&office, &case)["fields"].clone();
    let held: Vec<(&str, &str)> = fields
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["field"].as_str().unwrap(),
                one["value"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        held,
        [
            ("arrived_here", "2021-09-13"),
            ("children_at_school", "2"),
            ("course", "true"),
            ("housing", "private"),
        ]
    );
    assert_eq!(
        fields[3],
        json!({"field": "housing", "value": "private", "date": "2026-02", "source": "partner", "known": true})
    );
    assert_eq!(fields[1]["date"], "2026-03-04");
    let text = human(&office, &["show", &case]);
    assert!(text.contains("Where they live: in a flat"), "{text}");
    assert!(text.contains("course: yes"), "{text}");
    for (typed, id, words) in [
        ("hosing=camp", "field.own-name", "did you mean housing"),
        ("housing=Camp", "field.own-value", "camp, private, street"),
        ("housing=cmp", "field.own-value", "did you mean camp"),
        ("housing", "field.own-value", "camp"),
        ("children_at_school=21", "field.own-number", "from 0 to 20"),
        (
            "children_at_school=many",
            "field.own-number",
            "from 0 to 20",
        ),
        ("course=perhaps", "field.own-value", "yes, no"),
        ("arrived_here=13/09/2021", "date.slashes", "--field"),
    ] {
        let error = refused(
            &office,
            2,
            &["record", "field", &case, "--field", typed],
            "",
        );
        assert_eq!(error["id"], id, "{typed}");
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(words), "{typed}: {message}");
    }
    // Where nothing is declared, that is said.
    let bare = Office::open();
    let other = bare.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let error = refused(&bare, 2, &["record", "field", &other, "--field", "a=b"], "");
    assert_eq!(error["id"], "field.own-none");
    // No day that lies ahead, as of other things that became known.
    let ahead = [
        "record",
        "field",
        &case,
        "--field",
        "housing=camp",
        "--date",
        "2027",
    ];
    assert_eq!(refused(&office, 1, &ahead, "")["id"], "field.future");
}

#[test]
fn the_latest_day_holds_and_it_can_be_corrected_and_taken_back() {
    let (office, case) = office();
    let later = record(&office, &case, "housing=street", &["--date", "2026-02-01"]).json();
    record(&office, &case, "housing=camp", &["--date", "2025-05"]);
    let holds = |case: &str| show(&office, case)["fields"][0]["value"].clone();
    assert_eq!(holds(&case), "street");
    let then = ["--json", "show", &case, "--as-of", "2025-12-31"];
    assert_eq!(office.ok(&then).json()["fields"][0]["value"], "camp");
    let event = later["event"].as_str().unwrap();
    let because = ["--because", "a slip"];
    let wrong = [
        &["correct", event, "--field", "housing=palace"][..],
        &because,
    ]
    .concat();
    assert_eq!(refused(&office, 2, &wrong, "")["id"], "field.own-value");
    office.ok(&[
        &["correct", event, "--field", "housing=private"][..],
        &because,
    ]
    .concat());
    assert_eq!(holds(&case), "private");
    office.ok(&["retract", event, "--because", "never so"]);
    assert_eq!(holds(&case), "camp");
    office.ok(&["undo"]);
    assert_eq!(show(&office, &case)["fields"], json!([]));
    assert!(office.ok(&["--json", "store", "verify"]).json()["ok"] == true);
}

#[test]
fn history_goes_on_saying_what_was_recorded_then() {
    let (office, case) = office();
    record(&office, &case, "housing=private", &[]);
    let event = show(&office, &case)["events"][1]["event"].clone();
    // What is in use is not taken away.
    let without = FIELDS.replace("{ value = \"private\", label.en = \"in a flat\" }, ", "");
    let error = refused(&office, 1, &["field", "declare", "-"], &without);
    assert_eq!(error["id"], "declare.in-use");
    assert!(
        error["message"].as_str().unwrap().contains("private"),
        "{error}"
    );
    let typed = FIELDS
        .replace("\"code\"", "\"date\"")
        .replace("values =", "# values =");
    assert_eq!(
        refused(&office, 1, &["field", "declare", "-"], &typed)["id"],
        "declare.in-use"
    );
    record(&office, &case, "children_at_school=9", &[]);
    let fewer = FIELDS.replace("max = 20", "max = 8");
    assert_eq!(
        refused(&office, 1, &["field", "declare", "-"], &fewer)["id"],
        "declare.in-use"
    );
    // Nor where what was recorded was corrected since: the history has it still.
    let id = event.as_str().unwrap();
    office.ok(&[
        "correct",
        id,
        "--field",
        "housing=camp",
        "--because",
        "a slip",
    ]);
    assert_eq!(
        refused(&office, 1, &["field", "declare", "-"], &without)["id"],
        "declare.in-use"
    );
    office.ok(&["undo"]);
    // What nobody ever recorded can go; the rest is called otherwise and retired.
    let later = FIELDS
        .replace(", \"street\"", "")
        .replace(
            "label.en = \"in a flat\"",
            "label.en = \"with relatives\", retired = true",
        )
        .replace("Where they live", "Roof");
    assert_eq!(declare(&office, &later)["changed"], json!(["housing"]));
    let text = human(&office, &["show", &case]);
    assert!(text.contains("Where they live: in a flat"), "{text}");
    assert!(!text.contains("relatives"), "{text}");
    let timeline = human(&office, &["case", "timeline", &case]);
    assert!(
        timeline.contains("Where they live: in a flat"),
        "{timeline}"
    );
    let access = human(&office, &["case", "access", &case]);
    assert!(access.contains("Where they live: in a flat"), "{access}");
    // A coarse timeline is for use outside.
    let coarse = human(&office, &["case", "timeline", &case, "--coarse", "year"]);
    assert!(!coarse.contains("flat"), "{coarse}");
    let again = ["record", "field", &case, "--field", "housing=private"];
    let error = refused(&office, 2, &again, "");
    assert!(
        !error["message"].as_str().unwrap().contains("private"),
        "{error}"
    );
    assert_eq!(
        listed(&office, &["--field", "housing=private"]),
        std::slice::from_ref(&case)
    );
    // Another entry has the new words.
    record(&office, &case, "housing=camp", &["--date", "2026-03-03"]);
    let text = human(&office, &["show", &case]);
    assert!(text.contains("Roof: camp"), "{text}");
    let retired = FIELDS
        .replace("name = \"course\"", "name = \"course\"\nretired = true")
        .replace(", \"street\"", "");
    declare(&office, &retired);
    let error = refused(
        &office,
        2,
        &["record", "field", &case, "--field", "course=yes"],
        "",
    );
    assert_eq!(error["id"], "field.own-retired");
    assert!(human(&office, &["field", "list"]).contains("course (retired)"));
}

#[test]
fn each_person_of_a_family_has_their_own() {
    let (office, case) = office();
    office.ok(&["person", "add", &case, "--relation", "child"]);
    let line = ["record", "field", &case, "--field", "course=yes"];
    assert_eq!(refused(&office, 6, &line, "")["id"], "history.which-person");
    record(&office, &case, "course=yes", &["--person", "2"]);
    record(&office, &case, "housing=camp", &["--person", "all"]);
    let fields = show(&office, &case)["fields"].clone();
    let of = |place: usize| {
        (
            fields[place]["person"].clone(),
            fields[place]["field"].clone(),
        )
    };
    assert_eq!(
        [of(0), of(1), of(2)],
        [
            (json!(1), json!("housing")),
            (json!(2), json!("course")),
            (json!(2), json!("housing")),
        ]
    );
    let list = office.ok(&["--json", "list"]).json();
    assert_eq!(
        list["items"][0]["fields"],
        json!({"course": ["true"], "housing": ["camp"]})
    );
    // Who left counts no more.
    office.ok(&[
        "person", "leave", &case, "--person", "2", "--reason", "departed",
    ]);
    assert_eq!(listed(&office, &["--field", "course=yes"]), [""; 0]);
    assert_eq!(listed(&office, &["--field", "course=none"]), [case]);
}

#[test]
fn lists_are_filtered_and_tables_counted_by_them() {
    let office = Office::open();
    declare(&office, FIELDS);
    let homes = ["camp", "camp", "private", "street", ""];
    let mut cases = Vec::new();
    for (at, home) in homes.iter().enumerate() {
        let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
        if !home.is_empty() {
            record(&office, &case, &format!("housing={home}"), &[]);
            let arrived = format!("arrived_here={}", 2020 + at / 2);
            record(&office, &case, &arrived, &[]);
        }
        cases.push(case);
    }
    record(&office, &cases[0], "course=no", &[]);
    let sorted = |places: &[usize]| {
        let mut some: Vec<String> = places.iter().map(|place| cases[*place].clone()).collect();
        some.sort();
        some
    };
    let by = |filters: &[&str]| {
        let mut found = listed(&office, filters);
        found.sort();
        found
    };
    assert_eq!(by(&["--field", "housing=camp"]), sorted(&[0, 1]));
    // Values of one field add up, fields narrow down.
    let two = ["--field", "housing=camp", "--field", "housing=street"];
    assert_eq!(by(&two), sorted(&[0, 1, 3]));
    let both = [&two[..], &["--field", "course=no"]].concat();
    assert_eq!(by(&both), sorted(&[0]));
    assert_eq!(by(&["--field", "housing=none"]), sorted(&[4]));
    // They are columns like the others.
    let column = "field:housing";
    let sort = ["--sort", "field:housing", "--columns", "case,field:housing"];
    let table = office.ok(&[&["--format", "csv", "list"][..], &sort].concat());
    let homes: Vec<&str> = table
        .out
        .lines()
        .filter_map(|line| line.split_once(','))
        .map(|(_, home)| home)
        .collect();
    assert_eq!(homes, [column, "camp", "camp", "private", "street", ""]);
    assert_eq!(
        by(&["--where", "field:housing=camp,none"]),
        sorted(&[0, 1, 4])
    );
    assert_eq!(by(&["--where", "field:housing!=camp"]), sorted(&[2, 3, 4]));
    for wrong in ["field:hosing=camp", "field:housing=tent"] {
        assert_eq!(office.run(&["list", "--where", wrong]).code, 2, "{wrong}");
    }
    let text = office.run_with(
        &["--json", "bulk", "note", "--field", "housing=street"],
        "cold nights",
    );
    assert_eq!(
        text.json()["items"].as_array().unwrap().len(),
        1,
        "{}",
        text.shown()
    );
    let csv = office.ok(&["--format", "csv", "list"]).out;
    let header = csv.lines().next().unwrap();
    assert!(
        header.ends_with("fields.arrived_here,fields.course,fields.housing"),
        "{header}"
    );
    for (filter, id) in [
        ("hosing=camp", "field.own-name"),
        ("housing=tent", "field.own-value"),
        ("course=perhaps", "field.own-value"),
    ] {
        assert_eq!(
            refused(&office, 2, &["list", "--field", filter], "")["id"],
            id
        );
    }
    let count = |args: &[&str]| {
        let all = ["--json", "stats", "show", "--inside"];
        let table = office.ok(&[&all[..], args].concat()).json();
        let cells = table["cells"].as_array().unwrap().clone();
        let cell = |cell: &Value| {
            (
                cell["key"][0].as_str().unwrap().to_owned(),
                cell["value"].as_u64().unwrap(),
            )
        };
        cells
            .iter()
            .map(cell)
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    let told = |all: &[(&str, u64)]| all.iter().map(|(key, n)| ((*key).to_owned(), *n)).collect();
    assert_eq!(
        count(&["--by", "field:housing"]),
        told(&[
            ("camp", 2),
            ("private", 1),
            ("street", 1),
            ("none", 1),
            ("total", 5)
        ])
    );
    // A date by its year alone.
    assert_eq!(
        count(&["--by", "field:arrived_here"]),
        told(&[("2020", 2), ("2021", 2), ("none", 1), ("total", 5)])
    );
    assert_eq!(
        count(&["--by", "origin", "--where", "field:housing=camp,street"]),
        told(&[("KP", 3), ("total", 3)])
    );
    // As it is typed when it is recorded; what nobody has is no nought.
    for answer in ["no", "false"] {
        let filter = format!("field:course={answer}");
        let asked = ["--by", "origin", "--where", &filter];
        let many = by(&["--field", "course=no"]).len();
        let many = u64::try_from(many).unwrap();
        assert_eq!(count(&asked), told(&[("KP", many), ("total", many)]));
        assert_eq!(by(&asked[2..]), by(&["--field", "course=no"]));
    }
    let office_of = |name: &str| format!("office={name}");
    assert_eq!(count(&["--where", &office_of("none")])["total"], 5);
    let all = ["stats", "show", "--inside", "--where", "office=esat"];
    assert_eq!(refused(&office, 2, &all, "")["id"], "stats.value");
    for (args, id) in [
        (["--by", "field:hosing"], "field.own-name"),
        (["--where", "field:housing=tent"], "field.own-value"),
    ] {
        let all = [&["stats", "show", "--inside"][..], &args].concat();
        assert_eq!(refused(&office, 2, &all, "")["id"], id);
    }
    // Under the same protection as any other.
    let release = ["stats", "release", "--to", "press", "--by", "field:housing"];
    let released = office.ok(&[&["--json"][..], &release].concat()).json();
    assert_eq!(released["cells"][0]["value"], Value::Null, "{released}");
}

#[test]
fn they_come_with_an_import_and_with_a_backup() {
    let (office, _) = office();
    let lines = concat!(
        r#"{"type":"case","case":"r1","origin":"SY","jurisdiction":"de"}"#,
        "\n",
        r#"{"type":"field","case":"r1","field":"housing=camp","date":"2025-01","source":"document"}"#,
        "\n",
        r#"{"type":"field","case":"r1","field":"course=yes"}"#,
        "\n",
    );
    let import = ["--json", "import", "-"];
    let said = office.run_with(&import, lines).json();
    assert_eq!((&said["cases"], &said["events"]), (&json!(1), &json!(3)));
    let case = said["map"][0]["case"].as_str().unwrap();
    let fields = show(&office, case)["fields"].clone();
    assert_eq!(fields[0]["value"], "true");
    assert_eq!(fields[1]["date"], "2025-01");
    // The same file again is nothing, also where a value was retired since.
    declare(
        &office,
        &FIELDS.replace("[\"camp\"", "[{ value = \"camp\", retired = true }"),
    );
    let again = office.run_with(&import, lines).json();
    assert_eq!(
        (&again["events"], &again["already_there"]),
        (&json!(0), &json!(3))
    );
    let bad = concat!(
        r#"{"type":"case","case":"r2","origin":"SY","jurisdiction":"de"}"#,
        "\n",
        r#"{"type":"field","case":"r2","field":"housing=camp"}"#,
        "\n",
        r#"{"type":"field","case":"r2","field":"hosing=private"}"#,
        "\n",
        r#"{"type":"field","case":"r2","field":"housing=private","name":"x"}"#,
        "\n",
    );
    let error = refused(&office, 1, &["import", "-"], bad);
    let message = error["message"].as_str().unwrap();
    for part in [
        "line 2",
        "it can be private, street",
        "line 3",
        "there are arrived_here",
        "line 4",
        "nansen identity seal",
    ] {
        assert!(message.contains(part), "{part}: {message}");
    }
    let before = show(&office, case);
    office.ok(&["backup", "make", "b.nansen"]);
    office.ok(&["--store", "restored", "backup", "restore", "b.nansen"]);
    let after = office
        .ok(&["--store", "restored", "--json", "show", case])
        .json();
    assert_eq!(after["fields"], before["fields"]);
    let fields = office
        .ok(&["--store", "restored", "--json", "field", "list"])
        .json();
    assert_eq!(fields["items"].as_array().unwrap().len(), 4);
}

#[test]
fn at_a_terminal_it_asks_for_the_field_and_for_its_value() {
    let (office, case) = office();
    let key = office.key();
    let line = ["--key", key.to_str().unwrap(), "record", "field", &case];
    let mut session = at_terminal(&office, &line);
    session
        .exp_string("Which field of the office's own")
        .unwrap();
    // Fields stand by their names: the second is a number.
    session.send_line("\u{1b}[B").unwrap();
    session.exp_string("from 0 to 20").unwrap();
    session.send_line("21").unwrap();
    session.exp_string("from 0 to 20").unwrap();
    session.send_line("\u{8}\u{8}3").unwrap();
    session.exp_string("Since when").unwrap();
    session.send_line("2026-02").unwrap();
    session.exp_string("?").unwrap();
    session.send_line("y").unwrap();
    session.exp_eof().unwrap();
    let fields = show(&office, &case)["fields"].clone();
    assert_eq!(fields[0]["value"], "3");
    assert_eq!(fields[0]["date"], "2026-02");
    // Where there are none, it says so.
    let bare = Office::open();
    let other = bare.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let key = bare.key();
    let line = ["--key", key.to_str().unwrap(), "record", "field", &other];
    let mut session = at_terminal(&bare, &line);
    session.exp_string("no fields of its own").unwrap();
    session.exp_eof().unwrap();
}

/// The grounds of the Convention stand ready: declared with a word, counted by a word, and withheld as what is most telling.
#[test]
fn grounds_stand_ready_and_are_counted_by_their_name() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let by = ["stats", "show", "--inside", "--by", "grounds"];
    let record = ["record", "field", &case, "--field", "grounds=religion"];
    for asked in [
        &by[..],
        &record,
        &["stats", "show", "--inside", "--where", "grounds=race"],
    ] {
        let said = office.run(asked);
        assert_eq!(said.code, 2, "{}", said.shown());
        assert!(
            said.err.contains("nansen field declare --ready grounds"),
            "{}",
            said.shown()
        );
    }
    let unknown = office.run(&["stats", "show", "--inside", "--by", "shoes"]);
    assert_eq!(unknown.code, 2);
    let both = ["field", "declare", "fields.toml", "--ready", "grounds"];
    assert_eq!(office.run(&both).code, 2);
    assert_eq!(office.run(&["field", "declare"]).code, 2);
    let declare = ["--json", "field", "declare", "--ready", "grounds"];
    assert_eq!(office.ok(&declare).json()["added"], json!(["grounds"]));
    assert_eq!(office.ok(&declare).json()["unchanged"], json!(["grounds"]));
    office.ok(&record);
    assert_eq!(
        office
            .run(&["record", "field", &case, "--field", "grounds=money"])
            .code,
        2
    );
    let table = office.ok(&[&["--json"][..], &by].concat()).json();
    assert_eq!(crate::support::cell(&table, &["religion"])["value"], 1);
    assert_eq!(table["dimensions"], json!(["field:grounds"]));
    // Nine of ten and more of one ground: what leaves does not say which.
    let mut lines = String::new();
    for at in 0..30 {
        let _ = writeln!(
            lines,
            r#"{{"type":"case","case":"r{at}","origin":"IR","jurisdiction":"ru"}}"#
        );
        let ground = if at < 29 { "religion" } else { "race" };
        let _ = writeln!(
            lines,
            r#"{{"type":"field","case":"r{at}","person":"1","field":"grounds={ground}"}}"#
        );
    }
    let said = office.run_with(&["--json", "import", "-"], &lines);
    assert_eq!(said.code, 0, "{}", said.shown());
    let release = [
        "--json",
        "stats",
        "release",
        "--to",
        "press",
        "--by",
        "grounds",
        "--where",
        "origin=IR",
    ];
    let table = office.ok(&release).json();
    assert_eq!(crate::support::printed(&table, &["religion"]), "x");
    assert_eq!(crate::support::printed(&table, &["total"]), "30");
}
