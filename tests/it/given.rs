//! What leaves with a case that goes to another office, and what does not; and that one office has it at a time.

use ciborium::Value as Cbor;
use serde_json::{Value, json};

use crate::between::{Two, error_id, opened, public, recall, show};
use crate::support::Office;

/// What of each entry stands in a hand-over, by its field in the file.
fn payloads(text: &[u8], field: &str) -> Vec<Cbor> {
    let lines = text.split(|byte| *byte == b'\n');
    let lines = lines.map(|line| serde_json::from_slice::<Value>(line).unwrap_or_default());
    let found = lines.filter_map(|line| Some(line[field].as_str()?.to_owned()));
    found
        .map(|text| {
            let bytes = data_encoding::BASE64.decode(text.as_bytes()).unwrap();
            ciborium::from_reader(&bytes[..]).unwrap()
        })
        .collect()
}

/// Every name of a field and every text in a value.
fn words(value: &Cbor, all: &mut Vec<String>) {
    match value {
        Cbor::Text(text) => all.push(text.clone()),
        Cbor::Array(items) => items.iter().for_each(|item| words(item, all)),
        Cbor::Map(pairs) => pairs.iter().for_each(|(name, value)| {
            words(name, all);
            words(value, all);
        }),
        _ => {}
    }
}

/// A case of these lines whose person agreed that it is handed on.
fn imported(giver: &Office, lines: &[&str]) -> String {
    let brought = giver.run_with(&["--json", "import", "-"], &lines.join("\n"));
    assert_eq!(brought.code, 0, "{}", brought.shown());
    let case = brought.json()["map"][0]["case"]
        .as_str()
        .unwrap()
        .to_owned();
    let consent = ["record", "consent", &case, "--kind", "referral"];
    giver.ok(&[&consent[..], &["--answer", "given"]].concat());
    case
}

#[test]
fn what_is_of_the_office_alone_is_not_in_the_file() {
    let two = Two::new();
    let giver = &two.giver;
    let lines = [
        r#"{"type":"case","case":"hh1","ref":"c","origin":"SY","jurisdiction":"de","office":"canaryoffice","worker":"m1","tags":"canarytag"}"#,
        r#"{"type":"application","case":"hh1","ref":"a","kind":"single_procedure","lodged":"2025-01-01"}"#,
    ];
    let case = imported(giver, &lines);
    let step = [
        "task",
        "add",
        &case,
        "--what",
        "check",
        "--by",
        "2026-03-10",
    ];
    giver.ok(&[&step[..], &["--to", "m1"]].concat());
    let before = show(giver, &case);
    let opening = before["events"][0]["event"].as_str().unwrap();
    let correct = [
        "correct",
        opening,
        "--born",
        "1972",
        "--because",
        "read anew",
    ];
    giver.ok(&correct);

    let to = two.recipients();
    let args = ["--json", "case", "export", &case, "--recipients", &to];
    let given = giver
        .ok(&[&args[..], &["-o", "one.handover"]].concat())
        .json();
    // The opening, its correction, the application and the step.
    assert_eq!(given["stays"]["cut"], 4, "{given:#}");
    let text = opened(&two, "one.handover");
    let mut all = Vec::new();
    let (whole, cut) = (payloads(&text, "plain"), payloads(&text, "cut"));
    assert_eq!(
        (whole.len(), cut.len()),
        (
            usize::try_from(given["entries"].as_u64().unwrap()).unwrap() - 4,
            4
        )
    );
    whole
        .iter()
        .chain(&cut)
        .for_each(|one| words(one, &mut all));
    let callsign = before["callsign"].as_str().unwrap();
    let number = case.replace('-', "");
    for gone in [
        "canaryoffice",
        "canarytag",
        "office",
        "worker",
        "tags",
        "import_ref",
        "to",
        callsign,
        &number,
    ] {
        assert!(!all.iter().any(|word| word == gone), "{gone}");
    }
    for stays in ["case/1", "SY", "application/1", "task/1"] {
        assert!(all.iter().any(|word| word == stays), "{stays}");
    }

    // It is taken and checked like any other, and said to be less than it was.
    let taken = two.take("one.handover", "one.receipt").json();
    assert_eq!(taken["cut"], 4);
    let here = taken["case"].as_str().unwrap();
    let after = show(&two.taker, here);
    assert_eq!((&after["born"], &after["tags"]), (&json!(1972), &json!([])));
    assert_eq!(
        two.taker.ok(&["--json", "case", "origin", here]).json()["cut"],
        4
    );
    two.taker
        .ok(&["export", "archive", "--in-the-open", "-o", "all.jsonl"]);
    let archive = std::fs::read_to_string(two.taker.home().join("all.jsonl")).unwrap();
    assert!(!archive.contains("canary"), "an archive of the taker");
    two.taker.ok(&["store", "verify"]);

    recall(giver, &case);
    let human = [
        "--format",
        "human",
        "case",
        "export",
        &case,
        "--recipients",
        &to,
    ];
    let told = giver.ok(&[&human[..], &["-o", "two.handover"]].concat());
    let told = format!("{}{}", told.out, told.err);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "of 4 entries that go along, what is of this office alone: number, callsign, office code, worker and tags",
        "goes along when it was recorded, and the alias of who recorded it",
    ] {
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn a_case_is_with_one_office_at_a_time() {
    let two = Two::new();
    let third = Office::open();
    two.given("one.handover", &[]);
    let events = || two.giver.ok(&["--json", "store", "info"]).json()["events"].clone();
    let was = events();
    let said = two.give("two.handover", &[]);
    assert_eq!((said.code, error_id(&said)), (1, "handover.out".to_owned()));
    assert!(!two.giver.home().join("two.handover").exists());
    assert_eq!(events(), was);
    // How it is taken back stands beside it.
    assert!(said.err.contains("nansen retract"), "{}", said.err);
    recall(&two.giver, &two.case);
    let to = public(&third, "third.txt");
    let export = ["case", "export", &two.case, "--recipients", &to];
    two.giver
        .ok(&[&export[..], &["-o", "third.handover"]].concat());
    let file = two.file("third.handover");
    third.ok(&["case", "import", &file, "-o", "third.receipt"]);

    // Its last day has passed without a receipt, and it goes to another office.
    let Two { giver, taker, case } = two;
    let (giver, taker) = (giver.on("2026-04-10"), taker.on("2026-04-10"));
    let two = Two { giver, taker, case };
    two.given("two.handover", &[]);
    assert_eq!(two.take("two.handover", "two.receipt").code, 0);
    let receipt = |office: &Office, name: &str| {
        let path = office.home().join(name);
        path.to_str().unwrap().to_owned()
    };
    two.giver
        .ok(&["case", "receipt", &receipt(&two.taker, "two.receipt")]);
    let was = show(&two.giver, &two.case);
    let late = receipt(&third, "third.receipt");
    let refused = two.giver.fails(1, &["case", "receipt", &late]);
    assert_eq!(refused, "handover.receipt-second");
    assert_eq!(show(&two.giver, &two.case), was);
    let said = two.give("four.handover", &[]);
    assert_eq!(
        (said.code, error_id(&said)),
        (1, "handover.there".to_owned())
    );
    // The person came back: it is opened again, and may go again.
    two.giver.ok(&["reopen", &two.case]);
    two.given("four.handover", &[]);
    let said = two.give("five.handover", &[]);
    assert_eq!((said.code, error_id(&said)), (1, "handover.out".to_owned()));
}

/// A day that had passed before the sheet came in is over in the other office too: nobody there missed it.
#[test]
fn a_deadline_by_hand_that_had_lapsed_is_lapsed_at_the_other_office() {
    let two = Two::new();
    let giver = &two.giver;
    let lines = [
        r#"{"type":"case","case":"hh1","ref":"c","origin":"SY","jurisdiction":"de"}"#,
        r#"{"type":"application","case":"hh1","ref":"a","kind":"single_procedure","lodged":"2025-01-01"}"#,
        r#"{"type":"deadline","case":"hh1","ref":"d","due":"2025-03-01"}"#,
    ];
    let case = imported(giver, &lines);
    let late = ["deadline", "set", &case, "--due", "2026-03-02"];
    giver.ok(&late);
    let states = |office: &Office, case: &str| {
        let shown = show(office, case);
        let all = shown["deadlines"].as_array().unwrap().iter();
        let mut all: Vec<String> = all
            .map(|one| format!("{} {}", one["due"], one["state"]))
            .collect();
        all.sort();
        all
    };
    let there = states(giver, &case);
    assert!(
        there.contains(&r#""2025-03-01" "lapsed""#.to_owned()),
        "{there:?}"
    );
    assert!(
        there.contains(&r#""2026-03-02" "missed""#.to_owned()),
        "{there:?}"
    );
    let to = two.recipients();
    let args = ["case", "export", &case, "--recipients", &to];
    giver.ok(&[&args[..], &["-o", "one.handover"]].concat());
    let taken = two.take("one.handover", "one.receipt").json();
    assert_eq!(states(&two.taker, taken["case"].as_str().unwrap()), there);
}
