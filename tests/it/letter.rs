//! `export letter`: what stands on a cover sheet, that a name never does, and that its making is written down.

use serde_json::Value;

use crate::canary::{NAME, silent, told};
use crate::members::seal_to_one;
use crate::support::Office;

/// A case refused in Germany, with the id of the decision.
fn refused(office: &Office) -> (String, String) {
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let lodged = ["--kind", "single_procedure", "--lodged", "2025-12-01"];
    office.ok(&[&["record", "application", &case][..], &lodged].concat());
    let args = [
        "--json",
        "record",
        "decision",
        &case,
        "--outcome",
        "refused",
    ];
    let days = [
        "--basis",
        "unfounded",
        "--decided",
        "2026-02-16",
        "--served",
        "2026-02-23",
    ];
    let made = office.ok(&[&args[..], &days].concat()).json();
    (case, made["event"].as_str().unwrap().to_owned())
}

fn letter(office: &Office, args: &[&str]) -> Value {
    office
        .ok(&[&["--json", "export", "letter"], args].concat())
        .json()
}

#[test]
fn it_tells_the_act_and_the_day_and_leaves_gaps_for_whom() {
    let office = Office::open();
    let (case, decision) = refused(&office);
    let shown = office.ok(&["--json", "show", &case]).json();
    let open = shown["deadlines"].as_array().unwrap().iter();
    let dated = open.filter(|d| d["citation"].is_string() && d["actor"] == "applicant");
    let first = dated
        .filter_map(|d| d["due"].as_str())
        .min()
        .unwrap()
        .to_owned();

    let made = letter(&office, &[&case]);
    assert_eq!(made["last_day"], first.as_str());
    let against = &made["against"];
    assert_eq!(
        (
            &against["what"],
            &against["outcome"],
            &against["instance"],
            &against["date"],
            &against["reached"]
        ),
        (
            &"decision".into(),
            &"refused".into(),
            &"first_instance".into(),
            &"2026-02-16".into(),
            &"2026-02-23".into()
        )
    );
    // Named by what opened it, and by its own id, it is the same.
    let id = made["deadline"]["id"].as_str().unwrap();
    for named in [decision.as_str(), id] {
        assert_eq!(letter(&office, &[&case, "--for", named]), made);
    }
}

#[test]
fn each_form_has_the_same_gaps_and_nothing_that_reaches_out() {
    let office = Office::open();
    let (case, decision) = refused(&office);
    let said = office.ok(&[
        "export",
        "letter",
        &case,
        "-o",
        "cover.html",
        "--for",
        &decision,
    ]);
    assert!(
        said.err.contains("Compare the last day"),
        "{}",
        said.shown()
    );
    let page = std::fs::read_to_string(office.home().join("cover.html")).unwrap();
    let text = office.ok(&["export", "letter", &case]).out;
    let md = office.ok(&["export", "letter", &case, "--as", "md"]).out;
    for (form, gap) in [(&page, "<span></span>"), (&text, "____"), (&md, "\\_\\_")] {
        for part in [
            case.as_str(),
            "Name",
            "Its file number",
            "Signature",
            "AsylG",
            "16 Feb 2026",
        ] {
            assert!(form.contains(part), "{part} is not in {form}");
        }
        assert!(form.matches(gap).count() >= 10, "{form}");
        // Whoever reads it learns nothing that the office alone goes by.
        for part in ["Syria", "SY", "m1"] {
            assert!(!form.contains(part), "{part} is in {form}");
        }
    }
    let lower = page.to_lowercase();
    for reach in ["<script", "http", "src=", "url(", "<link", "<meta name"] {
        assert!(!lower.contains(reach), "{reach}");
    }
    assert!(page.contains("@page{size:A4"), "{page}");
    // Nothing that exists is overwritten, and then nothing is written down.
    office.fails(1, &["export", "letter", &case, "-o", "cover.html"]);
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap().iter();
    let made: Vec<_> = items.filter(|it| it["what"] == "letter.exported").collect();
    assert_eq!(made.len(), 3, "{audit:#}");
    assert!(made.iter().all(|it| it["case"] == case.as_str()));
}

#[test]
fn what_is_not_certain_is_a_gap_and_where_nothing_waits_it_says_so() {
    let office = Office::open();
    let (case, _) = refused(&office);
    // A day that has passed is nobody's to state for the person.
    let late = office.on("2026-12-01");
    let made = letter(&late, &[&case]);
    assert_eq!(made["last_day"], Value::Null);
    let text = late.ok(&["export", "letter", &case]).out;
    assert!(text.contains("Last day: ____"), "{text}");

    // Where two end on one day, a person says which it is for.
    let two = late.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    for what in ["appeal:appeal", "filing:documents"] {
        late.ok(&[
            "deadline",
            "set",
            &two,
            "--due",
            "2026-12-20",
            "--what",
            what,
        ]);
    }
    assert_eq!(late.fails(6, &["export", "letter", &two]), "letter.several");

    let empty = late.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    assert_eq!(
        late.fails(1, &["export", "letter", &empty]),
        "letter.no-deadline"
    );
    assert_eq!(
        late.fails(2, &["export", "letter", &case, "--as", "md"]),
        "args.conflict"
    );
    assert_eq!(
        late.fails(1, &["export", "letter", &case, "--for", "A9"]),
        "letter.no-reference"
    );
}

#[test]
fn a_sealed_name_stands_in_no_letter() {
    let office = Office::open();
    seal_to_one(&office);
    let (case, _) = refused(&office);
    let person = format!("{{\"names\":[\"{NAME}\"]}}");
    let said = office.run_with(&["identity", "seal", &case], &person);
    assert_eq!(said.code, 0, "{}", said.shown());
    let me = office.key();
    let keys = ["--key", me.to_str().unwrap(), "--key", "seal.age"];
    for form in ["html", "md", "text"] {
        let file = format!("cover.{form}");
        let args = ["export", "letter", &case, "--as", form, "-o", &file];
        let said = office.ok(&[&keys[..], &args].concat());
        assert!(!told(&said), "{}", said.shown());
    }
    silent(&office, &[NAME]);
}
