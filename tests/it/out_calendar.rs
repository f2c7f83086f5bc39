//! `export ics`: read by another's parser; what moved, what is over, and what a title tells.

use std::collections::BTreeMap;

use icalendar::parser::{read_calendar, unfold};
use serde_json::Value;

use crate::out_lists::many;
use crate::out_paper::with_doubts;
use crate::support::Office;

/// The entries of a calendar file by their names: each with its properties, and how many alarms it has.
fn read(office: &Office, file: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let text = std::fs::read_to_string(office.home().join(file)).unwrap();
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
    }
    let unfolded = unfold(&text);
    let calendar = read_calendar(&unfolded).unwrap();
    let mut found = BTreeMap::new();
    for event in &calendar.components {
        assert_eq!(event.name.as_ref(), "VEVENT");
        let mut properties = BTreeMap::new();
        for one in &event.properties {
            properties.insert(one.name.to_string(), one.val.to_string());
        }
        properties.insert("alarms".to_owned(), event.components.len().to_string());
        let of_day = event
            .properties
            .iter()
            .find(|one| one.name == "DTSTART")
            .unwrap();
        let of_day = of_day.params.iter().any(|one| one.key == "VALUE");
        properties.insert("of a day".to_owned(), of_day.to_string());
        let uid = properties["UID"].clone();
        assert!(found.insert(uid, properties).is_none());
    }
    found
}

fn export(office: &Office, args: &[&str]) -> Value {
    let all = ["--json", "export", "ics", "--force", "-o", "out.ics"];
    office.ok(&[&all[..], args].concat()).json()
}

fn counts(said: &Value) -> [usize; 3] {
    ["added", "moved", "gone"].map(|name| said[name].as_array().unwrap().len())
}

fn deadline(office: &Office, case: &str, due: &str) -> String {
    let said = office.ok(&["--json", "deadline", "set", case, "--due", due]);
    let deadlines = said.json()["deadlines"].clone();
    deadlines[0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn another_parser_reads_every_entry_of_an_office() {
    let office = many();
    office.ok(&["deadline", "warn", "--set", "7d,1d"]);
    let said = export(&office, &["--full"]);
    let read = read(&office, "out.ics");
    assert!(read.len() > 20, "{}", read.len());
    assert_eq!(said["entries"], read.len());
    assert_eq!(counts(&said), [read.len(), 0, 0]);
    for event in read.values() {
        assert_eq!(event["alarms"], "2");
        assert_eq!(event["DTSTAMP"], "20261126T000000Z");
        assert_eq!(event["SEQUENCE"], "0");
        assert!(event["DESCRIPTION"].contains("as of 26 Nov 2026"));
    }
}

/// `calcurse`, Debian's package of that name, takes every entry in: days as events, hours as appointments.
#[test]
#[ignore = "needs calcurse"]
fn a_calendar_program_takes_every_entry_in() {
    let office = many();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "de"]);
    let hearing = ["record", "hearing", &case, "--date", "2026-12-10"];
    office.ok(&[&hearing[..], &["--at", "09:30"]].concat());
    office.ok(&["deadline", "warn", "--set", "7d,1d"]);
    export(&office, &[]);
    let entries = read(&office, "out.ics");
    let days = entries.values().filter(|one| one["of a day"] == "true");
    let days = days.count();
    let hours = entries.len() - days;
    assert!(days > 20, "{days}");
    let calendar = |args: &[&str]| {
        let run = std::process::Command::new("calcurse")
            .args(["-D", "cal", "-C", "cal"])
            .args(args)
            .current_dir(office.home())
            .env("TZ", "Europe/Berlin")
            .output()
            .unwrap();
        assert!(run.status.success());
        String::from_utf8(run.stdout).unwrap()
    };
    std::fs::create_dir(office.home().join("cal")).unwrap();
    let said = calendar(&["-i", "out.ics"]);
    assert_eq!(hours, 1);
    let expected = format!("1 app / {days} events / 0 todos / 0 skipped");
    assert!(said.contains(&expected), "{expected}: {said}");
    let read = calendar(&["-Q", "--from", "12/10/2026", "--days", "1"]);
    assert!(read.contains("09:30") && read.contains(&case), "{read}");
}

#[test]
fn the_next_file_moves_what_moved_and_calls_off_what_is_over() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let stays = deadline(&office, &case, "2026-04-01");
    let moves = deadline(&office, &case, "2026-04-02");
    let met = deadline(&office, &case, "2026-04-03");
    assert_eq!(counts(&export(&office, &[])), [3, 0, 0]);
    let first = read(&office, "out.ics");
    let on = |day: &str| {
        let found = first.values().find(|event| event["DTSTART"] == day);
        found.unwrap()["UID"].clone()
    };
    let uids = ["20260401", "20260402", "20260403"].map(on);
    for (uid, id) in uids.iter().zip([&stays, &moves, &met]) {
        assert!(!id.contains(uid.as_str()) && uid.len() == 32);
    }
    office.ok(&["deadline", "extend", &moves, "--until", "2026-05-04"]);
    office.ok(&["deadline", "meet", &met]);
    let said = export(&office, &[]);
    assert_eq!(counts(&said), [0, 1, 1]);
    assert_eq!(said["moved"][0]["day"], "2026-05-04");
    assert_eq!(said["moved"][0]["was"], "2026-04-02");
    assert_eq!(said["gone"][0]["case"], case.as_str());
    let second = read(&office, "out.ics");
    assert!(second.keys().eq(first.keys()));
    let told = uids.each_ref().map(|uid| {
        let event = &second[uid];
        ["SEQUENCE", "STATUS", "DTSTART"].map(|name| event[name].as_str())
    });
    let cancelled = &second[&uids[2]]["SUMMARY"];
    assert_eq!(cancelled, "called off");
    assert_eq!(
        told,
        [
            ["0", "CONFIRMED", "20260401"],
            ["1", "CONFIRMED", "20260504"],
            ["1", "CANCELLED", "20260403"],
        ]
    );
    // Nothing happened since: nothing is told, and the one that is called off is said once more until its day is past.
    assert_eq!(counts(&export(&office, &[])), [0, 0, 0]);
    assert_eq!(read(&office, "out.ics"), second);
    let later = office.on("2026-04-04");
    assert_eq!(counts(&export(&later, &[])), [0, 0, 0]);
    let third = read(&later, "out.ics");
    assert_eq!(third.len(), 2);
    assert!(!third.contains_key(&uids[2]));
    let audit = later.ok(&["--json", "audit"]).out;
    assert_eq!(audit.matches("calendar.exported").count(), 4);
}

/// What was taken back stands in no case any more; of which it was is known still.
#[test]
fn what_is_called_off_because_it_was_taken_back_has_its_case() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let other = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    deadline(&office, &other, "2026-04-01");
    office.ok(&["record", "interview", &case, "--date", "2026-04-02"]);
    let task = ["task", "add", &case, "--what", "check"];
    office.ok(&[&task[..], &["--by", "2026-04-03"]].concat());
    deadline(&office, &case, "2026-04-04");
    assert_eq!(counts(&export(&office, &[])), [4, 0, 0]);
    let shown = office.ok(&["--json", "show", &case]).json();
    let events = shown["events"].as_array().unwrap();
    assert_eq!(events.len(), 4, "{shown}");
    for event in &events[1..] {
        let id = event["event"].as_str().unwrap();
        office.ok(&["retract", id, "--because", "of another case"]);
    }
    let said = export(&office, &[]);
    assert_eq!(counts(&said), [0, 0, 3]);
    for gone in said["gone"].as_array().unwrap() {
        assert_eq!(gone["case"], case.as_str(), "{said}");
    }
}

/// What was sealed under the key of the case is lost with it: the archive, which has all that the store can still read, has no day
/// and nothing that follows from one.
#[test]
fn a_calendar_remembers_nothing_of_a_case_that_was_erased() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let stays = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    deadline(&office, &case, "2026-12-04");
    deadline(&office, &stays, "2026-12-05");
    assert_eq!(counts(&export(&office, &[])), [2, 0, 0]);
    // Unchanged, it is known still.
    assert_eq!(counts(&export(&office, &[])), [0, 0, 0]);
    let uids = read(&office, "out.ics");
    let of = |day: &str| {
        let found = uids.values().find(|event| event["DTSTART"] == day);
        found.unwrap()["UID"].clone()
    };
    let (uid, other) = (of("20261204"), of("20261205"));
    let archive = |file: &str| {
        office.ok(&["export", "archive", "--in-the-open", "-o", file]);
        std::fs::read_to_string(office.home().join(file)).unwrap()
    };
    let said = format!("[\"2026-12-04\",\"{case}\",null,null,null,[]]");
    let digest = blake3::hash(said.as_bytes()).to_hex();
    let guess = &digest[..16];
    let calendars = |text: &str| {
        let lines = text.lines().filter(|line| line.contains("calendar/2"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let before = calendars(&archive("before.jsonl"));
    assert_eq!(before.len(), 2);
    assert!(before[0].contains(&uid) && before[0].contains("said"));
    assert!(!before.concat().contains("2026-12-0"), "{before:?}");
    let because = ["--because", "asked for"];
    let forget = ["identity", "forget", &case, "--confirm", &case];
    office.ok(&[&forget[..], &because].concat());
    let after = archive("after.jsonl");
    assert!(!after.contains("2026-12-04") && !after.contains(guess));
    // It is called off all the same, on no day of its own.
    let said = export(&office, &[]);
    assert_eq!(counts(&said), [0, 0, 1]);
    assert!(said["gone"][0]["day"].is_null() && said["gone"][0]["case"].is_null());
    let gone = |office: &Office| {
        let file = read(office, "out.ics");
        assert_eq!(file[&other]["DTSTART"], "20261205");
        let event = file.get(&uid)?;
        Some(["STATUS", "DTSTART"].map(|name| event[name].clone()))
    };
    let told = Some(["CANCELLED", "20260304"].map(str::to_owned));
    assert_eq!(gone(&office), told);
    let office = office.on("2026-11-01");
    assert_eq!(counts(&export(&office, &[])), [0, 0, 0]);
    assert_eq!(gone(&office), told);
    let office = office.on("2027-06-01");
    export(&office, &[]);
    assert_eq!(gone(&office), None);
}

/// What an older program wrote down is read: the day stands there, and the entry is called off on it.
#[test]
fn what_older_programs_remembered_of_a_calendar_is_read() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let other = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    deadline(&office, &case, "2026-12-04");
    deadline(&office, &other, "2026-12-05");
    assert_eq!(counts(&export(&office, &[])), [2, 0, 0]);
    office.ok(&["identity", "forget", &other, "--confirm", &other]);
    office.ok(&["export", "archive", "--in-the-open", "-o", "all.jsonl"]);
    let archive = std::fs::read_to_string(office.home().join("all.jsonl")).unwrap();
    let older = archive.lines().map(|line| {
        let mut entry: Value = serde_json::from_str(line).unwrap();
        if entry["kind"] != "calendar/2" {
            return line.to_owned();
        }
        entry["kind"] = "calendar/1".into();
        for one in entry["fields"]["entries"].as_array_mut().unwrap() {
            let one = one.as_object_mut().unwrap();
            one.remove("said").unwrap();
            one.insert("day".to_owned(), "2026-12-04".into());
            one.insert("digest".to_owned(), "00112233445566aa".into());
        }
        entry.to_string()
    });
    let older: Vec<String> = older.collect();
    // In a store made of an archive the entries have other names: those of before are called off.
    for (text, day) in [
        (older.join("\n") + "\n", Value::from("2026-12-04")),
        (archive.clone(), Value::Null),
    ] {
        let taker = Office::open();
        let file = taker.home().join("all.jsonl");
        std::fs::write(&file, text).unwrap();
        taker.ok(&["import", file.to_str().unwrap()]);
        let said = export(&taker, &[]);
        assert_eq!(counts(&said), [1, 0, 2]);
        for gone in said["gone"].as_array().unwrap() {
            assert_eq!(gone["day"], day, "{said}");
        }
        assert_eq!(counts(&export(&taker, &[])), [0, 0, 0]);
    }
}

/// An entry is no surer than the deadline, and its alarms count from the day that is safe.
#[test]
fn a_day_that_is_not_certain_is_tentative_and_warned_of_by_its_safe_day() {
    let office = Office::open();
    with_doubts(&office);
    let other = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    deadline(&office, &other, "2026-05-04");
    office.ok(&["deadline", "warn", "--set", "7d,1d"]);
    export(&office, &["--full"]);
    let due = ["--json", "due", "--worker", "all", "--within", "900d"];
    let due = office.ok(&due).json();
    let shown = |day: &Value| day.as_str().map(|day| day.replace('-', ""));
    let all = read(&office, "out.ics");
    let text = std::fs::read_to_string(office.home().join("out.ics")).unwrap();
    let text = text.replace("\r\n ", "");
    let (mut tentative, mut earlier) = (0, 0);
    for item in due["items"].as_array().unwrap() {
        let Some(day) = shown(&item["due"]) else {
            continue;
        };
        let case = item["case"].as_str().unwrap();
        let unconfirmed = item["state"] == "unconfirmed";
        let safe = shown(&item["safe"]).filter(|safe| *safe < day);
        let (status, word) = if unconfirmed {
            ("TENTATIVE", "its day is not confirmed")
        } else {
            ("CONFIRMED", "")
        };
        let found = all.values().find(|event| {
            let of_it = event["DTSTART"].starts_with(&day) && event["SUMMARY"].starts_with(case);
            let told = event["DESCRIPTION"].contains("not confirmed") == unconfirmed;
            let safe = event["DESCRIPTION"].contains("safe: ") == safe.is_some();
            of_it && told && safe && event["STATUS"] == status
        });
        let found = found.unwrap_or_else(|| panic!("{item} is not in {text}"));
        assert!(found["DESCRIPTION"].contains(word));
        tentative += usize::from(unconfirmed);
        if let Some(safe) = safe {
            let date = |text: &str| chrono::NaiveDate::parse_from_str(text, "%Y%m%d").unwrap();
            let before = (date(&day) - date(&safe)).num_days();
            let event = text.split("BEGIN:VEVENT");
            let event = event
                .into_iter()
                .find(|one| one.contains(&found["UID"]))
                .unwrap();
            for days in [7, 1] {
                let trigger = format!("TRIGGER:-P{}D", before + days);
                assert!(event.contains(&trigger), "{trigger} in {event}");
            }
            earlier += 1;
        }
    }
    assert!(tentative > 0 && earlier > 0, "{tentative} {earlier}");
}

#[test]
fn a_title_is_the_number_alone_unless_more_is_asked_for() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let callsign = office.ok(&["--json", "show", &case]).json()["callsign"].clone();
    deadline(&office, &case, "2026-04-01");
    office.ok(&[
        "task",
        "add",
        &case,
        "--what",
        "lawyer",
        "--by",
        "2026-04-02",
    ]);
    office.ok(&["record", "hearing", &case, "--date", "2026-04-03"]);
    let said = export(&office, &["--neutral"]);
    assert_eq!(counts(&said), [3, 0, 0]);
    for event in read(&office, "out.ics").values() {
        assert_eq!(event["SUMMARY"], case);
        assert_eq!(event["DESCRIPTION"], "as of 4 Mar 2026");
    }
    let text = std::fs::read_to_string(office.home().join("out.ics"))
        .unwrap()
        .replace(&case, "")
        .to_lowercase();
    for word in [
        callsign.as_str().unwrap(),
        "m1",
        "hearing",
        "lawyer",
        "asyl",
        "nansen",
        "kp",
    ] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    // With other titles it is another text: each entry is a newer one, and none has moved.
    let said = export(&office, &["--full"]);
    assert_eq!(counts(&said), [0, 0, 0]);
    assert_eq!(said["retitled"], 3);
    let check_in = ["--every", "3d", "--how", "partner"];
    office.ok(&[&["check-in", "set", &case][..], &check_in].concat());
    export(&office, &["--full"]);
    let full = read(&office, "out.ics");
    let expected = format!("{case} check-in with the person expected");
    assert!(full.values().any(|one| one["SUMMARY"] == expected));
    office.ok(&["export", "csv", "--of", "due", "-o", "due.csv"]);
    // No file that others see names the program; the code of a rule is a code.
    for file in ["out.ics", "due.csv"] {
        let text = std::fs::read_to_string(office.home().join(file)).unwrap();
        let text = text.replace("nansen.check-in", "");
        assert!(
            text.contains("expected") && !text.contains("nansen"),
            "{text}"
        );
    }
    let titles: Vec<&str> = full
        .values()
        .map(|event| event["SUMMARY"].as_str())
        .collect();
    assert!(
        titles.iter().any(|title| title.contains("hearing")),
        "{titles:?}"
    );
    assert!(
        titles
            .iter()
            .all(|title| title.starts_with(&case) && title.len() > case.len())
    );
}

#[test]
fn a_hearing_has_its_hour_where_one_is_known() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    for (day, at) in [
        ("2026-04-01", Some("09:30")),
        ("2026-04-02", Some("09:30+03:00")),
        ("2026-04-03", None),
    ] {
        let mut args = vec!["record", "hearing", &case, "--date", day];
        args.extend(at.map(|at| ["--at", at]).into_iter().flatten());
        office.ok(&args);
    }
    for wrong in ["9:30", "25:00", "09:30+3", "noon"] {
        let args = [
            "record",
            "hearing",
            &case,
            "--date",
            "2026-04-04",
            "--at",
            wrong,
        ];
        assert_eq!(office.fails(2, &args), "field.hour", "{wrong}");
    }
    export(&office, &[]);
    let read = read(&office, "out.ics");
    let mut starts: Vec<_> = read
        .values()
        .map(|one| [&one["DTSTART"][..], &one["of a day"]])
        .collect();
    starts.sort_unstable();
    assert_eq!(
        starts,
        [
            // By the place, not by the machine: Russia has several zones, and the summons names none.
            ["20260401T093000", "false"],
            ["20260402T063000Z", "false"],
            ["20260403", "true"],
        ]
    );
    let shown = office.ok(&["show", &case, "--format", "human"]).out;
    assert!(shown.contains("09:30+03:00"), "{shown}");
    // Corrected, it moves; called off, it goes.
    let events = office.ok(&["--json", "show", &case]).json()["events"].clone();
    let of = |at: &str| {
        let mut all = events.as_array().unwrap().iter();
        let found = all.find(|event| event["fields"]["at"] == at).unwrap();
        found["event"].as_str().unwrap().to_owned()
    };
    let because = ["--because", "letter"];
    office.ok(&[&["correct", &of("09:30"), "--at", "11:00"][..], &because].concat());
    office.ok(&[
        &["correct", &of("09:30+03:00"), "--status", "cancelled"][..],
        &because,
    ]
    .concat());
    assert_eq!(counts(&export(&office, &[])), [0, 1, 1]);
}

/// Of which the day is not known yet, it may be on any: each is taken, and nothing is called off that stands.
#[test]
fn a_hearing_whose_day_is_not_known_takes_the_span() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "de"]);
    let record = |what: &str, date: &str, more: &[&str]| {
        let record = ["--json", "record", what, &case, "--date", date];
        let said = office.ok(&[&record[..], more].concat()).json();
        said["event"].as_str().unwrap().to_owned()
    };
    let moves = record("hearing", "2026-12-14", &["--at", "09:30"]);
    assert_eq!(counts(&export(&office, &[])), [1, 0, 0]);
    let uid = read(&office, "out.ics").into_keys().next().unwrap();
    let because = ["--because", "letter"];
    let span = ["correct", &moves, "--date", "2026-12-14..2026-12-16"];
    office.ok(&[&span[..], &because].concat());
    record("hearing", "2027-02", &[]);
    record("interview", "2027", &["--until", "2028-03-01"]);
    record("interview", "2026-12-21", &["--until", "2026-12"]);
    let said = export(&office, &[]);
    assert_eq!(counts(&said), [3, 1, 0]);
    assert_eq!(said["without_day"], 0);
    let text = std::fs::read_to_string(office.home().join("out.ics")).unwrap();
    assert!(!text.contains("CANCELLED"), "{text}");
    let entries = read(&office, "out.ics");
    assert_eq!(
        entries[&uid]["DESCRIPTION"],
        "as of 4 Mar 2026 · its day is not known: between Mon 14 Dec 2026 and Wed 16 Dec 2026 · at 09:30"
    );
    assert_eq!(entries[&uid]["SEQUENCE"], "1");
    let mut all: Vec<_> = entries
        .values()
        .map(|one| ["DTSTART", "DTEND", "STATUS"].map(|name| one[name].as_str()))
        .collect();
    all.sort_unstable();
    assert_eq!(
        all,
        [
            ["20261214", "20261217", "TENTATIVE"],
            ["20261221", "20270101", "TENTATIVE"],
            ["20270101", "20280302", "TENTATIVE"],
            ["20270201", "20270301", "TENTATIVE"],
        ]
    );
    assert!(entries.values().all(|one| one["of a day"] == "true"));
    // Known at last, it is the same entry still.
    let day = ["correct", &moves, "--date", "2026-12-15"];
    office.ok(&[&day[..], &because].concat());
    assert_eq!(counts(&export(&office, &[])), [0, 1, 0]);
    let known = &read(&office, "out.ics")[&uid];
    assert_eq!(known["DTSTART"], "20261215T083000Z");
    assert_eq!(known["STATUS"], "CONFIRMED");
}

/// Nobody comes on the first day alone.
#[test]
fn an_hour_of_several_days_is_on_each_of_them() {
    let office = Office::open();
    let case = |law: &str| office.new_case(&["--origin", "KP", "--jurisdiction", law]);
    for (law, first, last) in [
        ("de", "2026-12-09", "2026-12-11"),
        // Clocks are put back on 25 October.
        ("de", "2026-10-24", "2026-10-26"),
        ("ru", "2026-04-01", "2026-04-02"),
        // So long is no hearing: it is a time.
        ("de", "2026-05-04", "2028-05-04"),
    ] {
        let days = ["--date", first, "--until", last, "--at", "09:00"];
        office.ok(&[&["record", "interview", &case(law)][..], &days].concat());
    }
    export(&office, &[]);
    let entries = read(&office, "out.ics");
    let mut all: Vec<_> = entries
        .values()
        .map(|one| {
            ["DTSTART", "RRULE", "RDATE", "DESCRIPTION"]
                .map(|name| one.get(name).map_or("", String::as_str))
        })
        .collect();
    all.sort_unstable();
    let daily = |start, count, last| [start, count, "", last];
    assert_eq!(
        all,
        [
            daily(
                "20260401T090000",
                "FREQ=DAILY;COUNT=2",
                "as of 4 Mar 2026 · each day until Thu 2 Apr 2026"
            ),
            daily("20260504", "", "as of 4 Mar 2026 · at 09:00"),
            [
                "20261024T070000Z",
                "",
                "20261025T080000Z,20261026T080000Z",
                "as of 4 Mar 2026 · each day until Mon 26 Oct 2026"
            ],
            daily(
                "20261209T080000Z",
                "FREQ=DAILY;COUNT=3",
                "as of 4 Mar 2026 · each day until Fri 11 Dec 2026"
            ),
        ]
    );
}

/// What a calendar leaves out is told to a pipe as well.
#[test]
fn what_has_no_day_yet_is_counted_in_every_form() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "gb"]);
    office.ok(&["record", "detention", &case, "--date", "2026-03-02"]);
    let due = office.ok(&["--json", "due", "--within", "90d"]).json();
    let mut items = due["items"].as_array().unwrap().iter();
    let bail = items.find(|item| item["rule"] == "gb.bail-any-time");
    assert!(bail.unwrap()["due"].is_null(), "{due}");
    let said = office.ok(&["export", "ics", "-o", "out.ics"]).out;
    let last = said.rsplit_once("\n\nwithout_day\n").unwrap().1;
    assert_eq!(last, "1\n", "{said}");
}

/// A laptop goes along, the court does not.
#[test]
fn an_hour_is_that_of_the_place_whatever_zone_the_machine_is_in() {
    let office = Office::open();
    for law in ["de", "gb", "us"] {
        let case = office.new_case(&["--origin", "KP", "--jurisdiction", law]);
        for day in ["2026-01-14", "2026-07-14"] {
            let at = ["--date", day, "--at", "09:30"];
            office.ok(&[&["record", "hearing", &case][..], &at].concat());
        }
    }
    let written = |zone: &str| {
        let file = zone.replace('/', "-");
        // On the machine's own clock.
        let said = std::process::Command::new(env!("CARGO_BIN_EXE_nansen"))
            .args(["--no-input", "--json", "export", "ics", "-o", &file])
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .env("TZ", zone)
            .current_dir(office.home())
            .output()
            .unwrap();
        assert!(said.status.success(), "{said:?}");
        std::fs::read_to_string(office.home().join(file)).unwrap()
    };
    let starts = |text: &str| {
        let lines = text
            .lines()
            .filter_map(|line| line.strip_prefix("DTSTART:"));
        let mut found: Vec<String> = lines.map(str::to_owned).collect();
        found.sort_unstable();
        found
    };
    let (here, there) = (written("Europe/Berlin"), written("America/New_York"));
    assert_eq!(
        starts(&here),
        [
            "20260114T083000Z",
            "20260114T093000",
            "20260114T093000Z",
            "20260714T073000Z",
            "20260714T083000Z",
            "20260714T093000",
        ]
    );
    assert_eq!(starts(&here), starts(&there));
    let same = |text: &str| {
        let of_the_day = ["DTSTAMP", "DESCRIPTION", "SEQUENCE"];
        let stamped = |line: &&str| !of_the_day.iter().any(|begin| line.starts_with(begin));
        text.lines()
            .filter(stamped)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    // But for the day on which it was made, which can be another there.
    assert_eq!(same(&here), same(&there));
}

/// What did not reach the disk was not given out, and the next list of what is new has it.
#[test]
fn a_full_disk_is_not_remembered_and_a_switch_of_titles_moves_nothing() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    // So many alarms that the calendar is larger than the store.
    let spans: Vec<String> = (1..=90).map(|days| format!("{days}d")).collect();
    office.ok(&["deadline", "warn", "--set", &spans.join(",")]);
    let lines: Vec<String> = (1..=28)
        .flat_map(|day| (5..=9).map(move |month| format!("2026-{month:02}-{day:02}")))
        .map(|day| format!(r#"{{"type":"task","case":"r1","what":"check","due":"{day}"}}"#))
        .collect();
    let opened =
        r#"{"type":"case","case":"r1","origin":"KP","jurisdiction":"ru","opened":"2026-01-04"}"#;
    let lines = format!("{opened}\n{}", lines.join("\n"));
    assert_eq!(office.run_with(&["import", "-"], &lines).code, 0);
    deadline(&office, &case, "2026-04-01");
    let script = "ulimit -f 900; exec \"$0\" --json --no-input export ics --full -o full.ics";
    let output = std::process::Command::new("bash")
        .args(["-c", script, env!("CARGO_BIN_EXE_nansen")])
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .env("NANSEN_TEST_NOW", "2026-03-04T09:00:00Z")
        .current_dir(office.home())
        .output()
        .unwrap();
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(error["error"]["id"], "file.full", "{error}");
    assert!(!office.home().join("full.ics").exists());
    let audit = office.ok(&["--json", "audit"]).out;
    assert!(!audit.contains("calendar.exported"), "{audit}");
    let first = export(&office, &["--full"]);
    assert_eq!(counts(&first), [141, 0, 0]);
    let size = |path: std::path::PathBuf| std::fs::metadata(path).unwrap().len() / 1024;
    let (file, store) = (
        office.home().join("out.ics"),
        office.store().join("store.db"),
    );
    assert!(size(store) < 900 && size(file) > 900);
    // Without what is to be done in the titles they are other titles, and nothing has moved.
    let second = export(&office, &[]);
    assert_eq!(counts(&second), [0, 0, 0]);
    assert_eq!(second["retitled"], 141);
    let entries = read(&office, "out.ics");
    assert!(entries.values().all(|one| one["SEQUENCE"] == "1"));
    assert_eq!(export(&office, &[])["retitled"], 0);
}

#[test]
fn a_workers_calendar_has_theirs_and_nobodys_under_other_names() {
    let office = Office::open();
    let key = office.home().join("m2.age");
    let m2 = office.ok(&[
        "--json",
        "key",
        "generate",
        "--no-passphrase",
        "-o",
        key.to_str().unwrap(),
    ]);
    let recipient = m2.json()["recipient"].as_str().unwrap().to_owned();
    std::fs::write(office.home().join("m2.txt"), recipient + "\n").unwrap();
    office.ok(&["key", "add", "m2", "--recipients", "m2.txt"]);
    for (to, due) in [
        ("m1", "2026-04-01"),
        ("m2", "2026-04-02"),
        ("nobody", "2026-04-03"),
    ] {
        let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru", "--to", to]);
        deadline(&office, &case, due);
    }
    let days = |args: &[&str]| {
        export(&office, args);
        let read = read(&office, "out.ics");
        let mut days: Vec<_> = read.values().map(|one| one["DTSTART"].clone()).collect();
        days.sort_unstable();
        (
            days,
            read.into_keys().collect::<std::collections::BTreeSet<_>>(),
        )
    };
    let (all, of_office) = days(&[]);
    let (mine, of_me) = days(&["--per", "worker"]);
    let (theirs, of_them) = days(&["--worker", "m2"]);
    assert_eq!(all, ["20260401", "20260402", "20260403"]);
    assert_eq!(mine, ["20260401", "20260403"]);
    assert_eq!(theirs, ["20260402", "20260403"]);
    assert!(of_office.is_disjoint(&of_me) && of_me.is_disjoint(&of_them));
    assert_eq!(
        office.fails(1, &["export", "ics", "--worker", "m9", "-o", "no.ics"]),
        "member.absent"
    );
    assert!(!office.home().join("no.ics").exists());
}

#[test]
fn of_calendars_made_at_once_one_alone_has_what_is_new() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    for round in 1..6_u32 {
        deadline(&office, &case, &format!("2026-04-0{round}"));
        let files: Vec<String> = (0..3).map(|file| format!("{round}-{file}.ics")).collect();
        let commands: Vec<Vec<&str>> = files
            .iter()
            .map(|file| vec!["--json", "export", "ics", "-o", file])
            .collect();
        let commands: Vec<&[&str]> = commands.iter().map(Vec::as_slice).collect();
        let said = office.at_once(&commands);
        let mut added = 0;
        for (said, file) in said.iter().zip(&files) {
            if said.code == 0 {
                added += counts(&said.json())[0];
            } else {
                assert!(said.err.contains("store.busy"), "{}", said.shown());
                assert!(!office.home().join(file).exists());
            }
        }
        assert_eq!(added, 1, "round {round}");
    }
}

/// Each entry says as of which day it is: on a later day it says another, and a calendar takes it only under a greater number.
#[test]
fn an_entry_of_a_later_day_takes_the_place_of_the_earlier_one() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    deadline(&office, &case, "2026-06-01");
    let told = |office: &Office| {
        export(office, &[]);
        let all = read(office, "out.ics").into_values();
        let mut all: Vec<[String; 3]> = all
            .map(|one| ["DTSTART", "SEQUENCE", "DESCRIPTION"].map(|name| one[name].clone()))
            .collect();
        all.sort();
        all
    };
    let row = |start: &str, sequence: &str, day: &str| {
        [
            start.to_owned(),
            sequence.to_owned(),
            format!("as of {day}"),
        ]
    };
    let first = [row("20260601", "0", "4 Mar 2026")];
    assert_eq!(told(&office), first);
    assert_eq!(told(&office), first);
    let later = office.on("2026-03-05");
    deadline(&later, &case, "2026-06-02");
    let second = [
        row("20260601", "1", "5 Mar 2026"),
        row("20260602", "0", "5 Mar 2026"),
    ];
    assert_eq!(told(&later), second);
    assert_eq!(told(&later), second);
    let later = later.on("2026-03-09");
    let third = [
        row("20260601", "2", "9 Mar 2026"),
        row("20260602", "1", "9 Mar 2026"),
    ];
    assert_eq!(told(&later), third);
}
