//! The JSON of every command against its schema in `docs/schema/`, which the views themselves give.

use std::path::PathBuf;

use nansen::app::view;
use schemars::Schema;
use serde_json::{Value, json};

use crate::backup::CARD;
use crate::story::tell;
use crate::support::{Office, Said};

/// Every document that a command prints: its mark and the shape of its view.
fn schemas() -> Vec<(&'static str, Schema)> {
    vec![
        ("nansen.case/1", schemars::schema_for!(view::NewCase)),
        ("nansen.recorded/1", schemars::schema_for!(view::Recorded)),
        ("nansen.due/1", schemars::schema_for!(view::Due)),
        ("nansen.due-sheet/1", schemars::schema_for!(view::DueSheet)),
        ("nansen.history/1", schemars::schema_for!(view::History)),
        ("nansen.list/1", schemars::schema_for!(view::List)),
        ("nansen.status/1", schemars::schema_for!(view::Status)),
        ("nansen.tasks/1", schemars::schema_for!(view::Tasks)),
        ("nansen.fields/1", schemars::schema_for!(view::OwnFields)),
        (
            "nansen.fields-declared/1",
            schemars::schema_for!(view::FieldsDeclared),
        ),
        (
            "nansen.alarm-plan/1",
            schemars::schema_for!(view::AlarmPlan),
        ),
        ("nansen.store/1", schemars::schema_for!(view::StoreInfo)),
        ("nansen.verify/1", schemars::schema_for!(view::Verified)),
        ("nansen.members/1", schemars::schema_for!(view::Members)),
        ("nansen.key/1", schemars::schema_for!(view::Key)),
        (
            "nansen.keys-changed/1",
            schemars::schema_for!(view::KeyChange),
        ),
        (
            "nansen.explanation/1",
            schemars::schema_for!(view::Explanation),
        ),
        ("nansen.rules/1", schemars::schema_for!(view::Rules)),
        (
            "nansen.rule-changes/1",
            schemars::schema_for!(view::Changes),
        ),
        ("nansen.gaps/1", schemars::schema_for!(view::Gaps)),
        (
            "nansen.rules-checked/1",
            schemars::schema_for!(view::RulesChecked),
        ),
        ("nansen.table/1", schemars::schema_for!(view::Table)),
        (
            "nansen.release-declined/1",
            schemars::schema_for!(view::Declined),
        ),
        ("nansen.ledger/1", schemars::schema_for!(view::Ledger)),
        (
            "nansen.anonymous/1",
            schemars::schema_for!(view::AnonymousList),
        ),
        (
            "nansen.ledger-limits/1",
            schemars::schema_for!(view::Limits),
        ),
        ("nansen.imported/1", schemars::schema_for!(view::Imported)),
        (
            "nansen.sheet-plan/1",
            schemars::schema_for!(view::SheetPlan),
        ),
        (
            "nansen.sheet-gone/1",
            schemars::schema_for!(view::SheetGone),
        ),
        (
            "nansen.document/1",
            schemars::schema_for!(view::DocumentKept),
        ),
        ("nansen.documents/1", schemars::schema_for!(view::Documents)),
        ("nansen.sealed/1", schemars::schema_for!(view::Sealed)),
        (
            "nansen.seal-group/1",
            schemars::schema_for!(view::SealGroup),
        ),
        (
            "nansen.cards-kept/1",
            schemars::schema_for!(view::CardsKept),
        ),
        ("nansen.forgotten/1", schemars::schema_for!(view::Forgotten)),
        ("nansen.matches/1", schemars::schema_for!(view::Matches)),
        ("nansen.audit/1", schemars::schema_for!(view::Audit)),
        ("nansen.contact/1", schemars::schema_for!(view::ContactSet)),
        (
            "nansen.contact-shared/1",
            schemars::schema_for!(view::ContactShared),
        ),
        ("nansen.letter/1", schemars::schema_for!(view::Letter)),
        (
            "nansen.list-exported/1",
            schemars::schema_for!(view::ListExported),
        ),
        ("nansen.calendar/1", schemars::schema_for!(view::Calendar)),
        ("nansen.archived/1", schemars::schema_for!(view::Archived)),
        ("nansen.people/1", schemars::schema_for!(view::People)),
        ("nansen.timeline/1", schemars::schema_for!(view::Timeline)),
        ("nansen.access/1", schemars::schema_for!(view::Access)),
        ("nansen.found/1", schemars::schema_for!(view::Found)),
        ("nansen.notices/1", schemars::schema_for!(view::Notices)),
        ("nansen.made/1", schemars::schema_for!(view::Made)),
        ("nansen.backup/1", schemars::schema_for!(view::BackedUp)),
        ("nansen.restored/1", schemars::schema_for!(view::Restored)),
        (
            "nansen.deadline-log/1",
            schemars::schema_for!(view::DeadlineLog),
        ),
        (
            "nansen.second-person/1",
            schemars::schema_for!(view::SecondPerson),
        ),
        (
            "nansen.stats-threshold/1",
            schemars::schema_for!(view::Threshold),
        ),
        ("nansen.warnings/1", schemars::schema_for!(view::Warnings)),
        ("nansen.absences/1", schemars::schema_for!(view::Absences)),
        ("nansen.batch/1", schemars::schema_for!(view::Batch)),
        (
            "nansen.import-undone/1",
            schemars::schema_for!(view::ImportUndone),
        ),
        ("nansen.retention/1", schemars::schema_for!(view::Retention)),
        (
            "nansen.retention-periods/1",
            schemars::schema_for!(view::RetentionPeriods),
        ),
        ("nansen.drill/1", schemars::schema_for!(view::Drilled)),
        ("nansen.thinning/1", schemars::schema_for!(view::Thinning)),
        (
            "nansen.backup-place/1",
            schemars::schema_for!(view::BackupPlace),
        ),
        (
            "nansen.backup-places/1",
            schemars::schema_for!(view::BackupPlaces),
        ),
        (
            "nansen.handed-over/1",
            schemars::schema_for!(view::HandedOver),
        ),
        (
            "nansen.taken-over/1",
            schemars::schema_for!(view::TakenOver),
        ),
        ("nansen.receipted/1", schemars::schema_for!(view::Receipted)),
        ("nansen.lock/1", schemars::schema_for!(view::Lock)),
        ("nansen.panic/1", schemars::schema_for!(view::Panicked)),
    ]
}

/// The schema of a rule file, for editors.
fn rule_file() -> Value {
    let schema = schemars::schema_for!(nansen::rules::Jurisdiction);
    let mut value = serde_json::to_value(schema).unwrap();
    value["title"] = json!("a rule file of nansen");
    value
}

fn file(mark: &str) -> PathBuf {
    let name = mark.replace("nansen.", "").replace('/', "-");
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("docs/schema/{name}.json"))
}

/// The schema with its mark required to be what it says.
fn whole(mark: &str, schema: &Schema) -> Value {
    let mut value = serde_json::to_value(schema).unwrap();
    value["title"] = json!(mark);
    value["properties"]["schema"] = json!({ "const": mark });
    value
}

#[test]
fn the_schemas_in_the_docs_are_those_of_the_views() {
    for (mark, schema) in schemas() {
        let text = std::fs::read_to_string(file(mark)).unwrap_or_default();
        let stored: Value = serde_json::from_str(&text).unwrap_or_default();
        assert_eq!(
            stored,
            whole(mark, &schema),
            "run `cargo test --test it write_schemas -- --ignored`"
        );
    }
    let text = std::fs::read_to_string(file("nansen.rule-file")).unwrap_or_default();
    let stored: Value = serde_json::from_str(&text).unwrap_or_default();
    assert!(
        stored == rule_file(),
        "run `cargo test --test it write_schemas -- --ignored`"
    );
}

#[test]
fn every_rule_file_is_as_its_schema_says() {
    let validator = jsonschema::validator_for(&rule_file()).unwrap();
    let rules = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("rules");
    let mut files = 0;
    for entry in std::fs::read_dir(rules).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let shared = ["conventions", "reach", "vocabulary"].contains(&name);
        if shared || path.extension().is_none_or(|e| e != "toml") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let value: Value = toml::from_str(&text).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&value)
            .map(|e| e.to_string())
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        files += 1;
    }
    assert!(files >= 3);
}

#[test]
#[ignore = "writes docs/schema"]
fn write_schemas() {
    for (mark, schema) in schemas() {
        let text = serde_json::to_string_pretty(&whole(mark, &schema)).unwrap();
        std::fs::create_dir_all(file(mark).parent().unwrap()).unwrap();
        std::fs::write(file(mark), text + "\n").unwrap();
    }
    let text = serde_json::to_string_pretty(&rule_file()).unwrap();
    std::fs::write(file("nansen.rule-file"), text + "\n").unwrap();
}

#[test]
fn every_command_prints_what_its_schema_says() {
    let office = Office::empty();
    let key = office.key();
    let mut printed = vec![
        office.ok(&[
            "--json",
            "key",
            "generate",
            "--no-passphrase",
            "-o",
            key.to_str().unwrap(),
        ]),
        office.ok(&["--json", "init", "--no-recovery"]),
    ];
    let case = tell(&office);
    let lines = "{\"type\":\"case\",\"case\":\"r1\",\"origin\":\"SY\",\"jurisdiction\":\"de\"}\n";
    let done = office.run_with(&["--json", "import", "-"], lines);
    let batch = done.json()["batch"].as_str().unwrap().to_owned();
    printed.push(done);
    let back = ["--json", "retract", "--batch", &batch, "--dry-run"];
    printed.push(office.ok(&back));
    printed.extend(crate::sheets::told_of(&office));
    printed.extend(crate::documents::told_of(&office, &case));
    let recipient = office.ok(&[
        "--json",
        "key",
        "generate",
        "--no-passphrase",
        "-o",
        "seal.age",
    ]);
    let recipient = recipient.json()["recipient"].as_str().unwrap().to_owned();
    let holders = ["--json", "key", "holders", "--recipients", "-"];
    printed.push(office.run_with(&holders, &recipient));
    printed.push(office.ok(&["--json", "key", "contact", "worker"]));
    let person = "{\"names\":[\"Example Person\"],\"address\":\"by the river\"}";
    printed.push(office.run_with(&["--json", "identity", "seal", &case], person));
    printed.push(office.ok(&["--json", "key", "kept-elsewhere", "--yes"]));
    let me = office.key();
    let keys = ["--key", me.to_str().unwrap(), "--key", "seal.age"];
    let look = [&keys[..], &["--json", "identity", "match"]].concat();
    printed.push(office.run_with(&look, "Example Person"));
    printed.extend(of_care(&office));
    let worker = office.ok(&["--json", "show", &case]).json()["worker"].clone();
    let to = worker.as_str().unwrap();
    let share = ["--json", "identity", "contact", &case, "--to", to];
    printed.push(office.ok(&[&keys[..], &share].concat()));
    printed.push(office.ok(&["--json", "audit"]));
    let gone = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let forget = ["--json", "identity", "forget", &gone, "--confirm", &gone];
    printed.push(office.ok(&[&forget[..], &["--because", "asked for"]].concat()));
    for args in [
        &["--json", "new", "--origin", "KP", "--jurisdiction", "ru"][..],
        &["--json", "record", "contact", &case, "--date", "2026-03-02"],
        &["--json", "assign", &case, "--to", "nobody"],
        &["--json", "deadline", "log", "--sign"],
        &["--json", "deadline", "second-person", "off"],
        &["--json", "due", "--worker", "all"],
        &["--json", "due", "--sheet"],
        &["--json", "retention", "set", "--after", "5y"],
        &["--json", "retention", "list"],
        &[
            "--json", "assign", "--from", "m1", "--to", "nobody", "--origin", "KP",
        ],
        &["--json", "undo"],
        &["--json", "deadline", "warn", "--set", "7d,1d"],
        &["--json", "absence", "list"],
        &["--json", "show", &case],
        &["--json", "list", "--all"],
        &["--json", "status"],
        &["--json", "store", "info"],
        &["--json", "store", "verify"],
        &["--json", "key", "list"],
        &["--json", "key", "rotate"],
        &["--json", "rule", "list"],
        &["--json", "rule", "list", "--gaps"],
        &["--json", "rule", "changes"],
        &[
            "--json",
            "rule",
            "check",
            concat!(env!("CARGO_MANIFEST_DIR"), "/rules/gb.toml"),
        ],
        &[
            "--json",
            "rule",
            "explain",
            "ru.complaint-1m",
            "--from",
            "2025-01-31",
        ],
        &[
            "--json",
            "stats",
            "show",
            "--inside",
            "--unit",
            "decisions",
            "--by",
            "outcome",
        ],
        &["--json", "stats", "release", "--to", "press"],
        &["--json", "stats", "ledger"],
        &["--json", "stats", "threshold"],
        &["--json", "stats", "ledger", "--limits"],
        &["--json", "stats", "verify"],
        &["--json", "export", "letter", &case],
        &["--json", "export", "md", "--of", "list", "-o", "list.md"],
        &["--json", "export", "ics", "-o", "office.ics"],
        &[
            "--json",
            "export",
            "archive",
            "--in-the-open",
            "-o",
            "all.jsonl",
        ],
        &["--json", "person", "add", &case, "--relation", "child"],
        &["--json", "person", "list", &case],
        &[
            "--json",
            "record",
            "fact",
            &case,
            "--fact",
            "abroad=false",
            "--person",
            "all",
        ],
        &["--json", "due", "--worker", "all", "--within", "900d"],
        &["--json", "show", &case],
        &["--json", "case", "timeline", &case, "--coarse", "month"],
        &["--json", "case", "access", &case],
        &["--json", "undo"],
        &["--json", "unlock"],
        &["--json", "lock"],
    ] {
        printed.push(office.ok(args));
    }
    printed.push(office.run_with(&["--json", "find"], "note"));
    printed.extend(of_figures());
    printed.extend(of_backups(&office));
    printed.extend(between(&office));
    printed.push(office.ok(&["--json", "panic", "--yes"]));
    let mut seen = std::collections::BTreeSet::new();
    for said in printed {
        assert_eq!(said.code, 0, "{}", said.shown());
        let value = said.json();
        let mark = value["schema"].as_str().unwrap().to_owned();
        let text = std::fs::read_to_string(file(&mark)).unwrap();
        let schema: Value = serde_json::from_str(&text).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&value)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{mark}: {errors:?}\n{value:#}");
        seen.insert(mark);
    }
    assert_eq!(seen.len(), schemas().len(), "{seen:?}");
}

/// What is printed of figures, with everything in it.
fn of_figures() -> Vec<Said> {
    let office = crate::looks::office(&(0..120).map(|at| (at % 3, at % 2, 0)).collect::<Vec<_>>());
    let mut said = Vec::new();
    for line in [
        "stats show --inside --ready subsequent",
        "stats show --inside --unit applications --by year --where kind=refugee_status --period 2014 --median days-to-decision",
        "stats release --to press --unit decisions --rate total-protection",
        "export anonymous --to donor --without result --dry-run",
    ] {
        let words = ["--json"].into_iter().chain(line.split(' '));
        said.push(office.ok(&words.collect::<Vec<_>>()));
    }
    let forms = [(119, ""), (90, "temporary_asylum"), (2, "refugee_status")];
    let office = crate::released::singles(&forms).office();
    for member in ["m2", "m3"] {
        crate::members::add(&office, member);
    }
    let release = ["--json", "stats", "release"];
    let because = ["--because", "both asked us to tell it"];
    let asked = [
        "--to",
        "press",
        "--by",
        "protection",
        "--show",
        "refugee_status",
        "--propose",
    ];
    said.push(office.ok(&[&release[..], &asked, &because].concat()));
    said.push(office.ok(&[&release[..], &["--decline", "R2026-001"], &because].concat()));
    said
}

/// Fields of an office's own.
const FIELDS: &str = r#"
[[field]]
name = "housing"
type = "code"
label.en = "Where they live"
values = ["camp", { value = "private", label.en = "in a flat", retired = true }]
[[field]]
name = "rooms"
type = "number"
min = 0
max = 9
"#;

/// What is printed of what an office does beside the procedures, with everything in it.
fn of_care(office: &Office) -> Vec<Said> {
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "de"]);
    let due = ["deadline", "set", &case, "--due", "2026-04-01", "--json"];
    let due = office.ok(&due).json()["deadlines"][0]["id"].clone();
    let mut said = vec![
        office.run_with(
            &["--json", "check-in", "plan"],
            "rule_39\nother: the list in the safe",
        ),
        office.run_with(&["--json", "field", "declare", "-"], FIELDS),
        office.ok(&["--json", "field", "list"]),
        office.ok(&["--json", "check-in", "plan", "--show"]),
        office.run_with(
            &["--json", "notice", "add", "--origin", "KP"],
            "no removals",
        ),
        office.run_with(
            &[
                "--json",
                "notice",
                "add",
                "--origin",
                "KP",
                "--source",
                "x-1",
                "--jurisdiction",
                "de",
            ],
            "no removals",
        ),
        office.ok(&["--json", "notice", "list"]),
    ];
    for line in [
        "check-in set CASE --every 1d --how message --date 2026-02-01",
        "record check-in CASE --date 2026-02-02",
        "record disappearance CASE --date 2026-03-02 --reason unknown",
        "record mandate CASE --kind advice --date 2026-03-02 --until 2027 --attorney-until 2026-12-31 --lawyer outside",
        "deadline told DEADLINE --means interpreter --language tir",
        "task add CASE --what check --by 2026-03-10 --to m1",
        "record consent CASE --kind referral --answer given",
        "record referral CASE --kind to --partner clinic --service medical --date 2026-03-01",
        "record referral-outcome CASE --outcome refused --date 2026-03",
        "record resettlement CASE --state referred --country CA --date 2026-03-01",
        "record risk CASE --level extreme --review 2026-03-11",
        "record removal CASE --kind transfer --date 2026-02-20",
        "record appeal CASE --kind appeal --lodged 2026-02-24",
        "record step CASE --kind suspension_granted --date 2026-02-25 --until 2026-06 --on M1",
        "record detention CASE --date 2026-02-20 --place east-2",
        "record detention-review CASE --outcome upheld --date 2026-02-24 --next 2026-03-20",
        "record document CASE --kind certificate --date 2026-02-20 --renew-from 2026-06-01 --renew-by 2026-07-01",
        "record field CASE --field housing=camp --source partner",
        "show CASE",
        "due",
        "due --actor all --within 1y",
        "list --risk extreme",
        "list --field housing=camp",
        "status",
        "task list",
    ] {
        let line = line.replace("CASE", &case);
        let line = line.replace("DEADLINE", due.as_str().unwrap());
        let words = ["--json"].into_iter().chain(line.split(' '));
        said.push(office.ok(&words.collect::<Vec<_>>()));
    }
    let told = said
        .iter()
        .any(|one| one.out.contains("\"told\":{\"date\""));
    assert!(told, "no deadline that the person was told of");
    said
}

/// What is printed of cases that go to another office and come from one.
fn between(office: &Office) -> Vec<Said> {
    let (taken, own, free) = crate::between::around(office);
    let export = ["--json", "case", "export", &free, "--recipients", "us.txt"];
    let look = ["--json", "case", "import", "b.handover", "--dry-run"];
    vec![
        office.ok(&[&export[..], &["-o", "d.handover"]].concat()),
        office.ok(&look),
        office.ok(&["--json", "case", "import", "b.handover", "-o", "b.receipt"]),
        office.ok(&["--json", "case", "origin", &taken]),
        office.ok(&["--json", "case", "receipt", "c.receipt"]),
        office.ok(&["--json", "show", &own]),
        office.ok(&["--json", "show", &taken]),
    ]
}

/// What `backup` prints, with words that open the store as a recovery card does.
fn of_backups(office: &Office) -> Vec<Said> {
    let file = office.home().join("card.txt");
    let recover = [
        "--json",
        "key",
        "recover",
        "--no-passphrase",
        "-o",
        "card.age",
    ];
    let card = office.run_with(&recover, CARD).json();
    std::fs::write(&file, card["recipient"].as_str().unwrap()).unwrap();
    let list = file.to_str().unwrap();
    office.ok(&["key", "add", "card", "--recipients", list]);
    vec![
        office.ok(&["--json", "backup", "make", "b.nansen"]),
        office.run_with(&["--json", "backup", "drill", "b.nansen"], CARD),
        office.ok(&["--json", "backup", "kept", "bank", "--where", "elsewhere"]),
        office.ok(&["--json", "backup", "kept"]),
        office.ok(&[
            "--json",
            "backup",
            "make",
            "c.nansen",
            "--keep",
            "7d",
            "--dry-run",
        ]),
        office.ok(&["--json", "--store", "new", "backup", "restore", "b.nansen"]),
    ]
}
