//! A case that goes from one office to another: sealed, checked, taken once, and counted where it is.

use std::io::Read as _;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::canary::{NAME, silent, told};
use crate::members::{make_key, seal_to_one};
use crate::story::tell;
use crate::support::{Office, Said};

const PERSON: &str = r#"{"names":["Zyxqwv Čanarjús"],"telephone":["+000 111"]}"#;

/// Two offices, a case of the first whose person agreed to be passed on, and the recipients of the second.
pub(crate) struct Two {
    pub(crate) giver: Office,
    pub(crate) taker: Office,
    pub(crate) case: String,
}

impl Two {
    pub(crate) fn new() -> Self {
        let (giver, taker) = (Office::open(), Office::open());
        seal_to_one(&giver);
        seal_to_one(&taker);
        let case = tell(&giver);
        let two = Self { giver, taker, case };
        two.agreed(&[]);
        let mine = two.taker.ok(&["--json", "key", "list"]);
        assert_eq!(mine.json()["items"][0]["member"], "m1");
        two
    }

    fn agreed(&self, person: &[&str]) {
        let consent = ["record", "consent", &self.case, "--kind", "referral"];
        let given = ["--answer", "given"];
        self.giver.ok(&[&consent[..], &given, person].concat());
    }

    /// The file that lies with the giver, at its full path.
    pub(crate) fn file(&self, name: &str) -> String {
        self.giver.home().join(name).to_str().unwrap().to_owned()
    }

    /// The recipients of the taker's member.
    pub(crate) fn recipients(&self) -> String {
        public(&self.taker, "mine.txt")
    }

    pub(crate) fn give(&self, name: &str, more: &[&str]) -> Said {
        let to = self.recipients();
        let args = ["--json", "case", "export", &self.case, "--recipients", &to];
        self.giver.run(&[&args[..], &["-o", name], more].concat())
    }

    pub(crate) fn given(&self, name: &str, more: &[&str]) -> Value {
        let said = self.give(name, more);
        assert_eq!(said.code, 0, "{}", said.shown());
        said.json()
    }

    pub(crate) fn take(&self, name: &str, receipt: &str) -> Said {
        let file = self.file(name);
        let args = ["--json", "case", "import", &file, "-o", receipt];
        self.taker.run(&args)
    }
}

/// The recipient of the office's member, in a file.
pub(crate) fn public(office: &Office, name: &str) -> String {
    let key = std::fs::read_to_string(office.key()).unwrap();
    let line = key
        .lines()
        .find_map(|line| line.strip_prefix("# public key: "));
    let path = office.home().join(name);
    std::fs::write(&path, line.unwrap()).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Takes back that a case is out: the other office says that it took nothing.
pub(crate) fn recall(office: &Office, case: &str) {
    let shown = show(office, case);
    let all = shown["events"].as_array().unwrap().iter();
    for out in all.filter(|one| one["kind"] == "handover" && one["state"] == "live") {
        let event = out["event"].as_str().unwrap();
        office.ok(&["retract", event, "--because", "not taken"]);
    }
}

/// A further case, whose person agreed to be passed on.
fn further(office: &Office) -> String {
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let consent = ["record", "consent", &case, "--kind", "referral"];
    office.ok(&[&consent[..], &["--answer", "given"]].concat());
    case
}

/// Sets up what the commands between offices work on: gives a case that was taken over, one that is out, and one that can go. There is also
/// `b.handover`, to be taken, and `c.receipt`, to be noted.
pub(crate) fn around(office: &Office) -> (String, String, String) {
    let other = Office::open();
    let (to_us, to_them) = (public(office, "us.txt"), public(&other, "them.txt"));
    let here = |name: &str| office.home().join(name).to_str().unwrap().to_owned();
    let give = |from: &Office, to: &str, name: &str| {
        let case = further(from);
        let args = ["case", "export", &case, "--recipients", to];
        from.ok(&[&args[..], &["-o", &here(name)]].concat());
        case
    };
    give(&other, &to_us, "a.handover");
    give(&other, &to_us, "b.handover");
    let take = ["--json", "case", "import", "a.handover", "-o", "a.receipt"];
    let taken = office.ok(&take).json()["case"].as_str().unwrap().to_owned();
    let own = give(office, &to_them, "c.handover");
    let (file, receipt) = (here("c.handover"), here("c.receipt"));
    other.ok(&["case", "import", &file, "-o", &receipt]);
    (taken, own, further(office))
}

pub(crate) fn show(office: &Office, case: &str) -> Value {
    office.ok(&["--json", "show", case, "--all"]).json()
}

/// What a case is, without what another office names otherwise.
fn course(shown: &Value) -> Value {
    let deadlines = shown["deadlines"].as_array().unwrap().iter();
    let mut deadlines: Vec<Value> = deadlines
        .map(|one| {
            json!([
                one["rule"],
                one["due"],
                one["last_arguable"],
                one["state"],
                one["what"]
            ])
        })
        .collect();
    deadlines.sort_by_key(Value::to_string);
    let mut applications = shown["applications"].clone();
    strip(&mut applications);
    let events = shown["events"].as_array().unwrap().iter();
    let travels = |kind: &Value| {
        ![
            "identity",
            "handover",
            "handover-taken",
            "handover-receipt",
            "assignment",
            "link",
            "field",
            "case",
        ]
        .contains(&kind.as_str().unwrap())
    };
    let events: Vec<Value> = events
        .filter(|one| travels(&one["kind"]))
        .map(|one| {
            let mut fields = one["fields"].clone();
            strip(&mut fields);
            if one["kind"] == "note" {
                // Its day is the one on which it was taken there.
                fields.as_object_mut().unwrap().remove("date");
                return json!([one["kind"], one["state"], fields]);
            }
            json!([one["kind"], one["date"], one["state"], one["ref"], fields])
        })
        .collect();
    json!([applications, deadlines, events])
}

/// Takes out ids, which hang on keys.
fn strip(value: &mut Value) {
    match value {
        Value::String(text) if text.len() == 26 => text.clear(),
        Value::Array(all) => all.iter_mut().for_each(strip),
        Value::Object(all) => all.values_mut().for_each(strip),
        _ => {}
    }
}

pub(crate) fn error_id(said: &Said) -> String {
    let error: Value = serde_json::from_str(said.err.lines().last().unwrap()).unwrap();
    error["error"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_case_goes_over_whole_and_both_histories_say_so() {
    let two = Two::new();
    let sealed = two.giver.run_with(&["identity", "seal", &two.case], PERSON);
    assert_eq!(sealed.code, 0);
    let person = two
        .giver
        .run_with(&["record", "note", &two.case], "asked for a date");
    assert_eq!(person.code, 0);
    two.giver
        .ok(&["record", "contact", &two.case, "--date", "2021-10-01"]);
    let before = show(&two.giver, &two.case);
    let given = two.given("one.handover", &[]);
    assert_eq!(given["stays"]["sealed"], 1);
    assert_eq!(given["identities"], 0);

    // It is looked at first: nothing is written.
    let file = two.file("one.handover");
    let look = two
        .taker
        .ok(&["--json", "case", "import", &file, "--dry-run"])
        .json();
    assert_eq!(look["signed_by"], given["signed_by"]);
    assert_eq!(look["digest"], given["digest"]);
    assert_eq!(look["entries"].as_array().unwrap().len(), given["entries"]);
    assert_eq!(look["left_out"], 1);
    assert_eq!(look["case"], Value::Null);
    let cases = two.taker.ok(&["--json", "store", "info"]).json();
    assert_eq!(cases["cases"], 0);

    let taken = two.take("one.handover", "one.receipt").json();
    let here = taken["case"].as_str().unwrap().to_owned();
    assert_ne!(here, two.case);
    let after = show(&two.taker, &here);
    assert_ne!(after["callsign"], before["callsign"]);
    assert_eq!(after["worker"], Value::Null);
    assert_eq!(course(&after), course(&before));
    let notes = after["events"].as_array().unwrap().iter();
    let note = notes.clone().find(|one| one["kind"] == "note").unwrap();
    assert_eq!(note["date"], "2026-03-04");
    two.taker.ok(&["store", "verify"]);
    let audit = two.taker.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap().iter();
    let mut came = items.filter(|item| item["what"] == "case.taken-over");
    assert_eq!(came.next().unwrap()["case"], here.as_str());
    assert!(came.next().is_none());
    let human = two.taker.ok(&["--format", "human", "show", &here]).out;
    assert!(human.contains("taken over from another office"), "{human}");

    // What was given is kept, with the ids that it had there.
    let origin = two.taker.ok(&["--json", "case", "origin", &here]).json();
    assert_eq!(origin["signed_by"], given["signed_by"]);
    let ids = |shown: &Value| -> Vec<String> {
        let all = shown.as_array().unwrap().iter();
        all.map(|one| one["event"].as_str().unwrap().to_owned())
            .collect()
    };
    let known = ids(&before["events"]);
    assert!(ids(&origin["entries"]).iter().all(|id| known.contains(id)));

    // Until the receipt is back it is the giver's.
    let counted = |office: &Office| {
        let args = ["--json", "stats", "show", "--inside", "--unit", "cases"];
        office.ok(&args).json()["cells"][0]["value"].clone()
    };
    assert_eq!(
        (counted(&two.giver), counted(&two.taker)),
        (json!(1), json!(1))
    );
    two.giver
        .ok(&["record", "contact", &two.case, "--date", "2021-10-04"]);
    let receipt = two.taker.home().join("one.receipt");
    let receipt = receipt.to_str().unwrap();
    let noted = two.giver.ok(&["--json", "case", "receipt", receipt]).json();
    assert_eq!(noted["since"], 1);
    assert_eq!(noted["closed"], true);
    let closed = show(&two.giver, &two.case);
    assert_eq!(closed["state"], "closed");
    let kinds: Vec<&str> = closed["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    for kind in ["handover", "handover-receipt", "close"] {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?}");
    }
    assert_eq!(
        (counted(&two.giver), counted(&two.taker)),
        (json!(0), json!(1))
    );
    two.giver.ok(&["store", "verify"]);
    let audit = two.giver.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap();
    assert!(
        items
            .iter()
            .any(|item| item["what"] == "case.handed-over" && item["case"] == *two.case)
    );

    // Each a second time: nothing changes.
    let events = |office: &Office| office.ok(&["--json", "store", "info"]).json()["events"].clone();
    let was = (events(&two.giver), events(&two.taker));
    let again = two.giver.ok(&["--json", "case", "receipt", receipt]).json();
    assert_eq!(again["already_there"], true);
    let again = two.take("one.handover", "two.receipt").json();
    assert_eq!(
        (&again["already_there"], &again["case"]),
        (&json!(true), &json!(here))
    );
    assert_eq!((events(&two.giver), events(&two.taker)), was);
    let lines = |name: &str| std::fs::read(two.taker.home().join(name)).unwrap();
    assert_eq!(lines("one.receipt"), lines("two.receipt"));
    // Who gave it has it, and takes it back by no file; until it is opened again it is not theirs to give.
    let said = two.give("two.handover", &[]);
    assert_eq!(
        (said.code, error_id(&said)),
        (1, "handover.there".to_owned())
    );
    two.giver.ok(&["reopen", &two.case]);
    public(&two.giver, "mine.txt");
    two.giver.ok(&[
        "case",
        "export",
        &two.case,
        "--recipients",
        "mine.txt",
        "-o",
        "own.handover",
    ]);
    assert_eq!(
        two.giver
            .fails(1, &["case", "import", "own.handover", "-o", "r"]),
        "handover.known"
    );
    assert!(!two.giver.home().join("r").exists());
    // Another hand-over of a case that is here already is not taken beside it.
    recall(&two.giver, &two.case);
    two.given("two.handover", &[]);
    let said = two.take("two.handover", "three.receipt");
    assert_eq!(
        (said.code, error_id(&said)),
        (1, "handover.known".to_owned())
    );
    // What was erased does not come back.
    two.taker.ok(&[
        "identity",
        "forget",
        &here,
        "--confirm",
        &here,
        "--because",
        "asked for",
    ]);
    let said = two.take("one.handover", "three.receipt");
    assert_eq!(
        (said.code, error_id(&said)),
        (1, "handover.erased".to_owned())
    );
    two.taker.ok(&["store", "verify"]);
}

#[test]
fn names_go_along_only_by_a_holder_and_sealed_to_the_other_office() {
    let two = Two::new();
    let with = ["--with-identity", "--because", "their lawyer files"];
    let said = two.give("none.handover", &with);
    assert_eq!(
        (said.code, error_id(&said)),
        (1, "identity.nothing".to_owned())
    );
    let sealed = two.giver.run_with(&["identity", "seal", &two.case], PERSON);
    assert_eq!(sealed.code, 0);
    // Who has no seal key gives no names.
    let said = two.give("none.handover", &with);
    assert_eq!(
        (said.code, error_id(&said)),
        (3, "identity.locked".to_owned())
    );
    assert!(!two.giver.home().join("none.handover").exists());
    let (to, holders) = (two.recipients(), two.taker.home().join("seal.txt"));
    let me = two.giver.key();
    let keys = ["--key", me.to_str().unwrap(), "--key", "seal.age"];
    let export = ["--json", "case", "export", &two.case, "--recipients", &to];
    let seal = [
        "--seal-recipients",
        holders.to_str().unwrap(),
        "-o",
        "one.handover",
    ];
    let given = two.giver.ok(&[&keys[..], &export, &with, &seal].concat());
    assert!(!told(&given), "{}", given.shown());
    assert_eq!(given.json()["identities"], 1);
    // The reason is wanted, and no name in it.
    let unsaid = ["--with-identity", "-o", "x.handover"];
    let said = two.giver.run(&[&keys[..], &export, &unsaid].concat());
    assert_eq!(said.code, 2, "{}", said.shown());
    silent(&two.giver, &[NAME]);
    let taken = two.take("one.handover", "one.receipt").json();
    assert_eq!(taken["identities"], 1);
    silent(&two.taker, &[NAME]);
    let here = taken["case"].as_str().unwrap();
    let open = [
        "identity",
        "open",
        here,
        "--reason",
        "contact",
        "--because",
        "before the hearing",
        "--force",
    ];
    // The key that opened the file opens no name, the seal key of the taker does, and not that of the giver.
    assert_eq!(two.taker.fails(3, &open), "identity.locked");
    let mine = two.taker.key();
    let keys = [
        "--json",
        "--key",
        mine.to_str().unwrap(),
        "--key",
        "seal.age",
    ];
    let opened = two.taker.ok(&[&keys[..], &open].concat());
    assert!(opened.out.contains("Čanarjús"), "{}", opened.out);
    let foreign = two.file("seal.age");
    let keys = ["--json", "--key", mine.to_str().unwrap(), "--key", &foreign];
    let refused = two.taker.run(&[&keys[..], &open].concat());
    assert_eq!(refused.code, 3);
    // That the names were opened for it stands in the giver's audit.
    let audit = two.giver.ok(&["--json", "audit"]).json();
    let opened = audit["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["what"] == "identity.opened");
    let opened: Vec<&Value> = opened.collect();
    assert_eq!(opened.len(), 1, "{audit}");
    assert_eq!(opened[0]["reason"], "handover");
}

#[test]
fn without_each_persons_consent_nothing_leaves() {
    let two = Two::new();
    two.giver
        .ok(&["person", "add", &two.case, "--relation", "child"]);
    let events = || two.giver.ok(&["--json", "store", "info"]).json()["events"].clone();
    let before = events();
    let said = two.give("one.handover", &[]);
    assert_eq!(
        (said.code, error_id(&said)),
        (5, "consent.absent".to_owned())
    );
    assert_eq!(events(), before);
    assert!(!two.giver.home().join("one.handover").exists());
    two.agreed(&["--person", "2"]);
    two.given("one.handover", &[]);
    let withdrawn = [
        "record",
        "consent",
        &two.case,
        "--kind",
        "referral",
        "--answer",
        "withdrawn",
        "--person",
        "1",
    ];
    two.giver.ok(&withdrawn);
    assert_eq!(two.give("two.handover", &[]).code, 5);
    // Both persons came, each with what is theirs.
    let taken = two.take("one.handover", "one.receipt").json();
    let here = taken["case"].as_str().unwrap();
    let people = two.taker.ok(&["--json", "person", "list", here]).json();
    assert_eq!(people["items"].as_array().unwrap().len(), 2);
}

#[test]
fn corrections_families_and_days_by_hand_go_along_and_what_is_the_offices_stays() {
    let two = Two::new();
    let (giver, case) = (&two.giver, two.case.as_str());
    let other = giver.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    giver.ok(&["link", case, "--to", &other, "--as", "family"]);
    giver.ok(&["assign", case, "--to", "m1"]);
    let event = |kind: &str| {
        let shown = show(giver, case);
        let all = shown["events"].as_array().unwrap().iter().rev();
        let found = all.clone().find(|one| one["kind"] == kind).unwrap();
        found["event"].as_str().unwrap().to_owned()
    };
    giver.ok(&[
        "correct",
        &event("decision"),
        "--notified",
        "2021-09-14",
        "--because",
        "read anew",
    ]);
    giver.ok(&[
        "correct",
        &event("case"),
        "--born",
        "1972",
        "--because",
        "read anew",
    ]);
    let contact = ["record", "contact", case, "--date", "2021-10-01"];
    giver.ok(&contact);
    giver.ok(&["retract", &event("contact"), "--because", "another case"]);
    giver.ok(&["deadline", "set", case, "--due", "2026-04-01"]);
    giver.ok(&[
        "task",
        "add",
        case,
        "--what",
        "check",
        "--by",
        "2026-03-10",
        "--to",
        "m1",
    ]);
    let declare = "[[field]]\nname = \"rooms\"\ntype = \"number\"\nmin = 0\nmax = 9\n";
    assert_eq!(giver.run_with(&["field", "declare", "-"], declare).code, 0);
    giver.ok(&["record", "field", case, "--field", "rooms=2"]);
    giver.ok(&[
        "correct",
        &event("field"),
        "--field",
        "rooms=3",
        "--because",
        "read anew",
    ]);
    let before = show(giver, case);
    let given = two.given("one.handover", &[]);
    assert_eq!(given["stays"]["links"], 1);
    assert_eq!(given["stays"]["desk"], 1);
    assert_eq!(given["stays"]["own_fields"], 1);
    assert_eq!(given["stays"]["others"], 1, "the correction of a field");
    assert_eq!(given["stays"]["taken_back"], 2, "a contact, its retraction");
    let taken = two.take("one.handover", "one.receipt").json();
    let here = taken["case"].as_str().unwrap();
    let after = show(&two.taker, here);
    let day = |shown: &Value| {
        let all = shown["deadlines"].as_array().unwrap().iter();
        let mut days: Vec<String> = all
            .map(|one| format!("{} {} {}", one["rule"], one["due"], one["state"]))
            .collect();
        days.sort();
        days
    };
    assert_eq!(day(&after), day(&before));
    assert_eq!(after["born"], 1972);
    assert_eq!(after["case"], here);
    assert_eq!(after["worker"], Value::Null);
    let text = after.to_string();
    assert!(
        !text.contains("rooms") && !text.contains(&other.replace('-', "")),
        "{text}"
    );
    let task = two.taker.ok(&["--json", "task", "list"]);
    assert!(!task.out.contains("\"to\":\"m1\""), "{}", task.out);
    // It goes on here: what follows from a new entry follows here.
    two.taker.ok(&[
        "record",
        "service",
        here,
        "--on",
        "A4",
        "--served",
        "2021-09-20",
    ]);
    two.taker.ok(&["store", "verify"]);
    two.taker.ok(&["store", "rebuild"]);
    assert_eq!(show(&two.taker, here)["born"], 1972);
    // And from here to a third office.
    two.taker.ok(&[
        "record", "consent", here, "--kind", "referral", "--answer", "given",
    ]);
    let third = Two::new();
    let to = third.recipients();
    two.taker.ok(&[
        "case",
        "export",
        here,
        "--recipients",
        &to,
        "-o",
        "on.handover",
    ]);
    let on = two.taker.home().join("on.handover");
    let there = third
        .taker
        .ok(&["--json", "case", "import", on.to_str().unwrap(), "-o", "r"])
        .json();
    assert_eq!(
        show(&third.taker, there["case"].as_str().unwrap())["born"],
        1972
    );
}

/// What somebody wrote and took back, or wrote anew, does not leave; what holds does, with what hangs on it.
#[test]
fn words_that_were_taken_back_or_replaced_stay_with_the_giver() {
    let two = Two::new();
    let (giver, case) = (&two.giver, two.case.as_str());
    let write = |args: &[&str], words: &str| {
        let said = giver.run_with(&[&["--json"][..], args].concat(), words);
        assert_eq!(said.code, 0, "{}", said.shown());
        said.json()["event"].as_str().unwrap().to_owned()
    };
    let note = ["record", "note", case];
    write(&note, "Zlatagone said");
    giver.ok(&["undo"]);
    let wrong = write(&note, "Zlatafirst came");
    let because = ["--because", "Zlatawhy"];
    let anew = ["correct", &wrong, "--text", "--because", "the last word"];
    giver.ok(&[&["correct", &wrong, "--date", "2026-03-01"][..], &because].concat());
    let said = giver.run_with(&anew, "the colleague came");
    assert_eq!(said.code, 0, "{}", said.shown());
    let back = |why: &str| {
        let shown = show(giver, case);
        let last = shown["events"].as_array().unwrap().last().unwrap()["event"].clone();
        giver.ok(&["retract", last.as_str().unwrap(), "--because", why]);
    };
    write(&note, "this stays after all");
    back("Zlataback");
    back("not so");
    let step = ["task", "add", case, "--by", "2026-03-10"];
    let step = write(&step, "ring the school");
    giver.ok(&["task", "done", &step]);
    let because = ["--because", "later"];
    giver.ok(&[&["correct", &step, "--what", "translate"][..], &because].concat());
    let given = two.given("one.handover", &[]);
    // A note and its retraction; a note and a version of it; a retraction and what took that back; a step.
    assert_eq!(given["stays"]["taken_back"], 7, "{given:#}");
    let text = opened(&two, "one.handover");
    for line in text.split(|byte| *byte == b'\n') {
        let line: Value = serde_json::from_slice(line).unwrap_or_default();
        let plain = line["plain"].as_str().unwrap_or_default();
        let plain = data_encoding::BASE64.decode(plain.as_bytes()).unwrap();
        let plain = String::from_utf8_lossy(&plain);
        assert!(!plain.contains("Zlata"), "{plain}");
    }
    let taken = two.take("one.handover", "one.receipt").json();
    let here = taken["case"].as_str().unwrap();
    let after = show(&two.taker, here);
    assert!(!after.to_string().contains("Zlata"), "{after:#}");
    let of = |kind: &str| -> Vec<Value> {
        let all = after["events"].as_array().unwrap().iter();
        all.filter(|one| one["kind"] == kind).cloned().collect()
    };
    let words: Vec<_> = of("note")
        .iter()
        .map(|one| one["fields"]["text"].clone())
        .collect();
    assert_eq!(words, ["the colleague came", "this stays after all"]);
    assert!(of("note").iter().all(|one| one["state"] == "live"));
    // What was done about the step is about the step still.
    assert_eq!(of("task")[0]["fields"]["what"], "translate");
    assert_eq!(of("task")[0]["fields"]["text"], "ring the school");
    assert_eq!(of("task-act").len(), 1);
    let open = two.taker.ok(&["--json", "task", "list"]).out;
    assert!(!open.contains("ring the school"), "{open}");
    two.taker.ok(&["case", "origin", here]);
    two.taker.ok(&["store", "verify"]);
    recall(giver, case);
    let (to, human) = (
        two.recipients(),
        ["--format", "human", "case", "export", case],
    );
    let told = giver.ok(&[&human[..], &["--recipients", &to, "-o", "two.handover"]].concat());
    let told = format!("{}{}", told.out, told.err);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("what was taken back or replaced, its words and what hung on it: 7"),
        "{told}"
    );
}

/// From the receipt on a case's days stand in the lists of one office.
#[test]
fn deadlines_of_a_case_that_another_office_confirmed_are_in_no_list_here() {
    let two = Two::new();
    let (giver, case) = (&two.giver, two.case.as_str());
    giver.ok(&["deadline", "set", case, "--due", "2026-03-11"]);
    let listed = |office: &Office| {
        let due = office
            .ok(&["--json", "due", "--worker", "all", "--within", "10y"])
            .json();
        let status = office.ok(&["--json", "status"]).json();
        let ics = ["--json", "export", "ics", "--force", "-o", "out.ics"];
        let made = office.ok(&ics).json();
        let file = std::fs::read_to_string(office.home().join("out.ics")).unwrap();
        let confirmed = file.matches("STATUS:CONFIRMED").count();
        assert_eq!(made["entries"], confirmed);
        (
            due["items"].as_array().unwrap().len(),
            status["due"]["within_14d"].as_u64().unwrap(),
            status["due"]["overdue"].as_u64().unwrap(),
            confirmed,
            due["left_out"]["closed"].as_u64().unwrap(),
        )
    };
    let before = listed(giver);
    assert!(before.0 > 0 && before.1 > 0 && before.3 > 0, "{before:?}");
    two.given("one.handover", &[]);
    assert_eq!(listed(giver), before);
    assert_eq!(two.take("one.handover", "one.receipt").code, 0);
    giver.ok(&["record", "contact", case, "--date", "2021-10-04"]);
    let receipt = two.taker.home().join("one.receipt");
    let receipt = ["--json", "case", "receipt", receipt.to_str().unwrap()];
    assert_eq!(giver.ok(&receipt).json()["since"], 1);
    assert_eq!(giver.ok(&receipt).json()["since"], 1);
    // It is told that something runs in a closed case, and no more.
    let after = listed(giver);
    assert_eq!((after.0, after.1, after.2, after.3), (0, 0, 0, 0));
    assert_eq!((before.4, after.4 > 0), (0, true));
    let file = std::fs::read_to_string(giver.home().join("out.ics")).unwrap();
    assert!(file.contains("STATUS:CANCELLED"), "{file}");
    assert_eq!(listed(&two.taker).0, before.0);
    // It comes back: its days too.
    giver.ok(&["reopen", case]);
    assert_eq!(listed(giver), before);
}

/// What stands in a hand-over, and a way to seal it again.
pub(crate) fn opened(two: &Two, name: &str) -> Vec<u8> {
    let none = &mut || Err(nansen::vault::VaultError::NoPassphrase);
    let key = nansen::vault::read_identity(&two.taker.key(), none).unwrap();
    let sealed = std::fs::read(two.file(name)).unwrap();
    let mut text = Vec::new();
    let mut stream = nansen::vault::open_stream(&key, &sealed[..]).unwrap();
    stream.read_to_end(&mut text).unwrap();
    text
}

fn sealed_again(two: &Two, text: &[u8], name: &str) {
    let to = std::fs::read_to_string(two.recipients()).unwrap();
    let to: nansen::vault::Recipient = to.trim().parse().unwrap();
    let mut sealed = Vec::new();
    let mut stream = nansen::vault::seal_stream(&[to], &mut sealed).unwrap();
    std::io::Write::write_all(&mut stream, text).unwrap();
    stream.finish().unwrap();
    std::fs::write(two.file(name), sealed).unwrap();
}

#[test]
fn what_was_altered_cut_off_or_is_anothers_is_refused() {
    let two = Two::new();
    two.given("one.handover", &[]);
    let events = || two.taker.ok(&["--json", "store", "info"]).json()["events"].clone();
    let before = events();
    let mut refused = 0;
    let mut refuse = |code: &[i32], why: &str| {
        let said = two.take("bad.handover", "bad.receipt");
        assert!(code.contains(&said.code), "{why}: {}", said.shown());
        let look = [
            "--json",
            "case",
            "import",
            &two.file("bad.handover"),
            "--dry-run",
        ];
        let looked = two.taker.run(&look);
        assert_eq!(looked.code, said.code, "{why}");
        assert!(!two.taker.home().join("bad.receipt").exists(), "{why}");
        refused += 1;
    };
    let whole = std::fs::read(two.file("one.handover")).unwrap();
    let bad = two.file("bad.handover");
    for cut in [0, 1, 100, whole.len() / 2, whole.len() - 1] {
        std::fs::write(&bad, &whole[..cut]).unwrap();
        refuse(&[3, 4], "cut off");
    }
    std::fs::write(&bad, [&whole[..], b"x"].concat()).unwrap();
    refuse(&[4], "longer");
    for at in (0..whole.len()).step_by(whole.len() / 10) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        std::fs::write(&bad, flipped).unwrap();
        refuse(&[3, 4], "a flipped byte");
    }
    // Opened by somebody who has the key, altered, and sealed again: every line of it is signed.
    let text = opened(&two, "one.handover");
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    for nth in 0..lines.len() {
        let mut fewer = lines.clone();
        fewer.remove(nth);
        sealed_again(&two, &fewer.concat(), "bad.handover");
        refuse(&[4], "a line less");
    }
    let last = lines.len() - 1;
    let mut swapped = lines.clone();
    swapped.swap(2, 3);
    sealed_again(&two, &swapped.concat(), "bad.handover");
    refuse(&[4], "two lines in turn");
    let until = String::from_utf8(lines[0].to_vec()).unwrap();
    let longer = until.replace("2026-04-03", "2027-04-03");
    assert_ne!(longer, until);
    let altered = [longer.as_bytes(), &lines[1..].concat()].concat();
    sealed_again(&two, &altered, "bad.handover");
    refuse(&[4], "another last day");
    sealed_again(
        &two,
        &[&lines[..last].concat()[..], lines[0], lines[last]].concat(),
        "bad.handover",
    );
    refuse(&[4], "a line more");
    let newer = text_of(&text).replace("nansen.handover/2", "nansen.handover/3");
    sealed_again(&two, newer.as_bytes(), "bad.handover");
    refuse(&[1], "a newer form");
    // Other files of ours, and others'.
    two.giver.ok(&["backup", "make", "b.nansen"]);
    std::fs::copy(two.file("b.nansen"), &bad).unwrap();
    refuse(&[3], "a backup of theirs");
    two.taker.ok(&["backup", "make", "own.nansen"]);
    std::fs::copy(two.taker.home().join("own.nansen"), &bad).unwrap();
    refuse(&[4], "a backup");
    std::fs::write(&bad, "{\"type\":\"case\"}\n").unwrap();
    refuse(&[4], "an import file");
    // Sealed to somebody else.
    recall(&two.giver, &two.case);
    let (_, list) = make_key(&two.giver, "stranger");
    two.giver.ok(&[
        "case",
        "export",
        &two.case,
        "--recipients",
        &list,
        "-o",
        "else.handover",
    ]);
    std::fs::copy(two.file("else.handover"), &bad).unwrap();
    refuse(&[3], "somebody else's");
    // Backups were made meanwhile; else nothing was written.
    assert_eq!(events(), json!(before.as_u64().unwrap() + 1));
    println!("{refused} refused");
    // Its day is past: then it is not even given.
    let Two {
        giver, taker, case, ..
    } = two;
    let recipients = ["case", "export", &case, "--recipients", &list];
    let until = ["--until", "2026-03-03", "-o", "past.handover"];
    let past = [&["--json"], &recipients[..], &until].concat();
    let told = giver.run(&past).err;
    assert!(told.contains("handover.ends"), "{told}");
    assert!(told.contains("today or later"), "{told}");
    assert!(!giver.home().join("past.handover").exists());
    let late = taker.on("2026-04-04");
    let file = giver.home().join("one.handover");
    let file = file.to_str().unwrap();
    assert_eq!(
        late.fails(1, &["case", "import", file, "-o", "r"]),
        "handover.expired"
    );
    assert_eq!(
        late.fails(1, &["case", "import", file, "--dry-run"]),
        "handover.expired"
    );
    let on_the_day = late.on("2026-04-03");
    on_the_day.ok(&["case", "import", file, "-o", "r"]);
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_receipt_is_for_one_hand_over_and_tells_nobody_anything() {
    let two = Two::new();
    let note = two
        .giver
        .run_with(&["record", "note", &two.case], "a secret word");
    assert_eq!(note.code, 0);
    assert_eq!(
        two.giver
            .run_with(&["identity", "seal", &two.case], PERSON)
            .code,
        0
    );
    two.given("one.handover", &[]);
    let taken = two.take("one.handover", "one.receipt").json();
    let path = two.taker.home().join("one.receipt");
    let receipt = std::fs::read_to_string(&path).unwrap();
    let value: Value = serde_json::from_str(&receipt).unwrap();
    let mut keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    keys.sort();
    assert_eq!(keys, ["answer", "handover", "received", "schema"]);
    // Hexadecimal of what is random or a hash, a day, and what it is: no room for anything else.
    let hex = |name: &str, length: usize| {
        let text = value[name].as_str().unwrap();
        assert!(
            text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit()),
            "{name}"
        );
    };
    hex("handover", 32);
    hex("answer", 64);
    assert_eq!(value["received"], "2026-03-04");
    let (there, here) = (show(&two.giver, &two.case), taken["case"].as_str().unwrap());
    for word in [
        &two.case,
        here,
        there["callsign"].as_str().unwrap(),
        "KP",
        "m1",
        "secret",
        "1971",
    ] {
        assert!(!receipt.contains(word), "{word}: {receipt}");
        assert!(
            !receipt.contains(&word.replace('-', "")),
            "{word}: {receipt}"
        );
    }
    // The hand-over itself is sealed: no word of the case in it, in any form.
    let sealed = std::fs::read(two.file("one.handover")).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
    silent(&two.giver, &["a secret word", NAME]);
    silent(&two.taker, &["a secret word", NAME]);
    // Altered in any part it is none, and for another hand-over neither.
    let foreign = Two::new();
    foreign.given("one.handover", &[]);
    let bad = two.giver.home().join("bad.receipt");
    let write = |text: &str| std::fs::write(&bad, text).unwrap();
    let refused = |code: i32, id: &str| {
        assert_eq!(
            two.giver.fails(code, &["case", "receipt", "bad.receipt"]),
            id
        );
    };
    write(&receipt.replace("2026-03-04", "2026-03-05"));
    refused(4, "handover.receipt-damaged");
    let answer = value["answer"].as_str().unwrap();
    write(&receipt.replace(answer, &"0".repeat(64)));
    refused(4, "handover.receipt-damaged");
    write(&receipt.replace("receipt/1", "receipt/2"));
    refused(4, "handover.receipt-damaged");
    write("not one");
    refused(4, "handover.receipt-damaged");
    write(&"x".repeat(10_000));
    refused(4, "handover.receipt-damaged");
    let name = value["handover"].as_str().unwrap();
    write(&receipt.replace(name, &"0".repeat(32)));
    refused(1, "handover.receipt-of-none");
    let path = path.to_str().unwrap();
    assert_eq!(
        foreign.giver.fails(1, &["case", "receipt", path]),
        "handover.receipt-of-none"
    );
    assert_eq!(show(&two.giver, &two.case)["state"], "open");
    // Another hand-over has a receipt of its own.
    let further = further(&two.giver);
    let (to, file) = (two.recipients(), two.file("two.handover"));
    let export = ["--json", "case", "export", &further, "--recipients", &to];
    let again = two.giver.ok(&[&export[..], &["-o", &file]].concat()).json();
    let second = again["handover"].as_str().unwrap();
    write(&receipt.replace(name, second));
    refused(4, "handover.receipt-damaged");
    two.giver.ok(&["case", "receipt", path]);
}

/// What lies beside that should not.
fn left_over(office: &Office) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(office.home()).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let hidden = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with('.');
    paths.filter(hidden).collect()
}

pub(crate) fn bare(office: &Office, line: &[&str], limit: Option<u64>) -> Command {
    let mut command = Command::new("bash");
    let limit = limit.map_or_else(String::new, |blocks| format!("ulimit -f {blocks}; "));
    command
        .args([
            "-c",
            &format!("{limit}exec \"$0\" --json --no-input \"$@\""),
        ])
        .arg(env!("CARGO_BIN_EXE_nansen"))
        .args(line)
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .env("NANSEN_TEST_NOW", &office.now)
        .current_dir(office.home())
        .process_group(0);
    command
}

#[test]
fn a_full_disk_hands_nothing_over_and_takes_nothing() {
    let two = Two::new();
    let long = "so it was told. ".repeat(1200);
    let noted = two.giver.run_with(&["record", "note", &two.case], &long);
    assert_eq!(noted.code, 0, "{}", noted.shown());
    let to = two.recipients();
    let export = [
        "case",
        "export",
        &two.case,
        "--recipients",
        &to,
        "-o",
        "one.handover",
    ];
    let info = |office: &Office| office.ok(&["--json", "store", "info"]).json()["events"].clone();
    let (gave, took) = (info(&two.giver), info(&two.taker));
    let fails = |office: &Office, line: &[&str], blocks: u64| {
        let output = bare(office, line, Some(blocks)).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let error = String::from_utf8(output.stderr).unwrap();
        let error: Value = serde_json::from_str(error.lines().last().unwrap()).unwrap();
        let id = error["error"]["id"].as_str().unwrap().to_owned();
        assert!(matches!(&*id, "file.full" | "store.full"), "{error}");
    };
    fails(&two.giver, &export, 8);
    assert!(!two.giver.home().join("one.handover").exists());
    assert_eq!(info(&two.giver), gave);
    two.given("one.handover", &[]);
    let file = two.file("one.handover");
    let size = std::fs::metadata(two.taker.store().join("store.db"))
        .unwrap()
        .len();
    fails(
        &two.taker,
        &["case", "import", &file, "-o", "r"],
        size / 1024,
    );
    assert!(!two.taker.home().join("r").exists());
    assert_eq!(info(&two.taker), took);
    assert!(left_over(&two.giver).is_empty() && left_over(&two.taker).is_empty());
    assert_eq!(two.take("one.handover", "r").code, 0);
    two.taker.ok(&["store", "verify"]);
}

/// Killed at any moment, a hand-over is there and whole or not there; a case is taken or it is not.
#[test]
fn a_killed_hand_over_or_import_leaves_all_or_nothing() {
    let two = Two::new();
    let to = two.recipients();
    two.given("whole.handover", &[]);
    let whole = two.file("whole.handover");
    let other = further(&two.giver);
    let (mut there, mut absent) = (0, 0);
    for round in 0..16_u64 {
        let name = format!("{round}.handover");
        let receipt = format!("{round}.receipt");
        let gives = round % 2 == 0;
        let line = if gives {
            vec!["case", "export", &other, "--recipients", &to, "-o", &name]
        } else {
            vec!["case", "import", &whole, "-o", &receipt]
        };
        let office = if gives { &two.giver } else { &two.taker };
        let mut child = bare(office, &line, None)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(round * 9));
        // It may have ended.
        drop(child.kill());
        child.wait().unwrap();
        let path = office.home().join(if gives { &name } else { &receipt });
        if path.exists() {
            there += 1;
            if gives {
                let file = two.file(&name);
                let looked = two
                    .taker
                    .run(&["--json", "case", "import", &file, "--dry-run"]);
                assert_eq!(looked.code, 0, "{}", looked.shown());
            } else {
                let receipt = path.to_str().unwrap();
                two.giver.ok(&["case", "receipt", receipt]);
            }
        } else {
            absent += 1;
        }
        // Written down it may be, and no file there.
        recall(&two.giver, &other);
        let cases = two.taker.ok(&["--json", "store", "info"]).json()["cases"].clone();
        assert!(cases == 0 || cases == 1);
    }
    for office in [&two.giver, &two.taker] {
        office.ok(&["store", "verify"]);
    }
    println!("{there} there, {absent} not there");
    // What the killed ones left goes with the next; the case is here once, with a receipt.
    let taken = two.take("whole.handover", "last.receipt");
    assert_eq!(taken.code, 0, "{}", taken.shown());
    assert_eq!(
        two.taker.ok(&["--json", "store", "info"]).json()["cases"],
        1
    );
    let last = two.file("last.handover");
    let export = ["case", "export", &other, "--recipients", &to, "-o", &last];
    two.giver.ok(&export);
    assert!(left_over(&two.giver).is_empty() && left_over(&two.taker).is_empty());
}

/// Until the other office has confirmed it, its deadlines are the giver's: a receipt that does not come is asked for.
/// Both offices have it then, and only the receipt tells so.
#[test]
fn a_receipt_for_what_was_taken_back_says_that_the_other_office_has_it() {
    let two = Two::new();
    two.given("one.handover", &[]);
    let giver = two.giver;
    recall(&giver, &two.case);
    let giver = giver.on("2026-03-06");
    let file = giver.home().join("one.handover");
    let receipt = giver.home().join("one.receipt");
    let [file, receipt] = [&file, &receipt].map(|path| path.to_str().unwrap());
    two.taker.ok(&["case", "import", file, "-o", receipt]);
    let before = giver.files();
    let said = giver.run(&["--json", "case", "receipt", receipt]);
    let error: Value = serde_json::from_str(said.err.lines().last().unwrap()).unwrap();
    assert_eq!(said.code, 1);
    assert_eq!(error["error"]["id"], "handover.receipt-taken-back");
    let message = error["error"]["message"].as_str().unwrap();
    assert!(
        message.contains(&two.case) && message.contains("4 Mar 2026"),
        "{message}"
    );
    assert!(giver.files() == before);
    // An altered one says nothing.
    let text = std::fs::read_to_string(receipt).unwrap();
    let altered = giver.home().join("altered.receipt");
    std::fs::write(&altered, text.replace("2026-03-0", "2026-02-0")).unwrap();
    let altered = altered.to_str().unwrap();
    assert_eq!(
        giver.fails(4, &["case", "receipt", altered]),
        "handover.receipt-damaged"
    );
}

#[test]
fn status_asks_for_a_receipt_that_does_not_come() {
    let two = Two::new();
    two.given("a.handover", &[]);
    let asks = |office: &Office| {
        let needs = office.ok(&["--json", "status"]).json()["needs"].to_string();
        needs.contains("handover.waiting")
    };
    assert!(!asks(&two.giver));
    assert_eq!(two.take("a.handover", "a.receipt").code, 0);
    let Two { giver, taker, .. } = two;
    let giver = giver.on("2026-03-20");
    assert!(asks(&giver));
    let receipt = taker.home().join("a.receipt");
    giver.ok(&["case", "receipt", receipt.to_str().unwrap()]);
    assert!(!asks(&giver));
}
