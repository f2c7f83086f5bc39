//! Lists of cases without names: counted again from the file alone, by nothing that made it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::support::Office;

/// As the guide counts: of each hundred cases so many were recognised, had temporary asylum, nothing.
fn office(cases: usize, seed: u64) -> Office {
    let mut state = seed;
    let mut below = |n: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % n).unwrap()
    };
    let people: Vec<_> = (0..cases)
        .map(|_| ([1, 1, 1, 2, 2, 2, 2, 0][below(8)], below(2), below(6)))
        .collect();
    crate::looks::office(&people)
}

/// The lines of a list by what others may know, each with the results of its cases.
fn classes(list: &str) -> BTreeMap<Vec<String>, Vec<String>> {
    let mut lines = list.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let result = header.iter().position(|name| *name == "result");
    let mut classes: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    assert_eq!(header[0], "id");
    for line in lines {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        assert_eq!(cells.len(), header.len());
        cells[0].clear();
        let told = result.map_or_else(String::new, |at| cells.remove(at));
        classes.entry(cells).or_default().push(told);
    }
    classes
}

#[test]
fn every_case_on_a_list_looks_like_enough_others() {
    for (seed, k) in [(1, 5), (2, 5), (3, 8), (4, 11)] {
        let office = office(130, seed);
        let many = k.to_string();
        let public: &[&str] = if k == 11 {
            &["--public"]
        } else {
            &["--k", &many]
        };
        let export = [
            "--json",
            "-o",
            "list.csv",
            "export",
            "--anonymous",
            "--to",
            "the university",
        ];
        let why = ["--because", "the university counts what became of them"];
        let said = office.ok(&[&export[..], &why, public].concat()).json();
        let list = std::fs::read_to_string(office.home().join("list.csv")).unwrap();
        let classes = classes(&list);
        let lines: usize = classes.values().map(Vec::len).sum();
        // k, l and the twentieth, counted from the file alone.
        for (told, results) in &classes {
            assert!(results.len() >= k, "{told:?}: {}", results.len());
            let mut many: BTreeMap<&String, usize> = BTreeMap::new();
            for result in results {
                *many.entry(result).or_insert(0) += 1;
            }
            let most = many.values().max().unwrap();
            assert!(
                many.len() >= 2 && most * 100 <= results.len() * 80,
                "{told:?}: {many:?}"
            );
        }
        assert!((130 - lines) * 20 <= 130, "{lines}");
        // What is said of the risk is what the file holds.
        assert_eq!(said["lines"], lines);
        assert_eq!(said["left_out"], 130 - lines);
        assert_eq!(
            said["smallest"],
            classes.values().map(Vec::len).min().unwrap()
        );
        let few: usize = classes
            .values()
            .map(Vec::len)
            .filter(|size| *size < 10)
            .sum();
        assert_eq!(said["in_small_classes"], few);
        // No number of a case, no day; the lines in an order that says nothing.
        let lines = list.lines().skip(1);
        let (ids, lines): (Vec<&str>, Vec<&str>) =
            lines.filter_map(|line| line.split_once(',')).unzip();
        assert!(lines.is_sorted());
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        // A value is blanked in one line of twenty at most.
        let told: BTreeMap<&str, &str> = said["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                (
                    one["column"].as_str().unwrap(),
                    one["told"].as_str().unwrap(),
                )
            })
            .collect();
        let header: Vec<&str> = list.lines().next().unwrap().split(',').skip(1).collect();
        let is_blanked = |line: &&&str| {
            let mut cells = header.iter().zip(line.split(','));
            cells.any(|(name, value)| {
                value == "*" && told.get(name).is_some_and(|told| *told != "*")
            })
        };
        let blanked = lines.iter().filter(is_blanked).count();
        assert_eq!(said["blanked"], blanked);
        assert!(blanked * 20 <= 130);
        assert!(!list.contains("-03-02") && !list.contains('\''), "{list}");
        let cases = office.ok(&["--json", "list", "--all"]).json();
        for item in cases["items"].as_array().unwrap() {
            assert!(!list.contains(item["case"].as_str().unwrap()));
        }
        // It stands in the ledger, and is counted again from the history.
        let ledger = office.ok(&["--json", "stats", "verify"]).json();
        assert_eq!(ledger["items"][0]["release"], said["release"]);
        assert_eq!(ledger["items"][0]["state"], "same");
    }
}

/// The lines of a list, each without its id, and the ids.
fn apart(list: &str) -> (Vec<&str>, Vec<&str>) {
    let lines = list.lines().skip(1);
    lines.map(|line| line.split_once(',').unwrap()).unzip()
}

/// An id is drawn for one list: it stays when the same list leaves again, says nothing of a case, and another list, of the same
/// cases too, has others.
#[test]
fn an_id_of_a_line_is_of_one_list_and_of_no_case() {
    let people: Vec<_> = (0..120).map(|at| (1 + at % 2, at / 2 % 2, 0)).collect();
    let office = crate::looks::office(&people);
    let list = |name: &str, to: &str, more: &[&str]| {
        let export = ["-o", name, "export", "anonymous", "--to", to];
        office.ok(&[&export[..], more].concat());
        std::fs::read_to_string(office.home().join(name)).unwrap()
    };
    let first = list("first.csv", "the university", &[]);
    assert_eq!(first, list("again.csv", "the university", &[]));
    assert_eq!(first, list("donor.csv", "donor", &[]));
    let (ids, lines) = apart(&first);
    assert_eq!(ids.len(), 120);
    let other = list("other.csv", "donor", &["--k", "6"]);
    let (others, same) = apart(&other);
    assert_eq!(lines, same);
    assert_ne!(ids, others);
    // Which lines of two lists have the same id, by chance, says nothing: they are no more than would by chance.
    let known: BTreeSet<&&str> = ids.iter().collect();
    assert!(others.iter().filter(|id| known.contains(id)).count() < 3);
    assert!(ids.iter().zip(&others).all(|(id, other)| id != other));
    // What the office keeps of the list names none of its lines.
    let all = office.ok(&["--json", "stats", "ledger"]).out + &office.ok(&["--json", "audit"]).out;
    let words: BTreeSet<&str> = all.split(|c: char| !c.is_alphanumeric()).collect();
    assert!(ids.iter().all(|id| !words.contains(id)));
    // Another office with the same cases has other ids.
    let twin = crate::looks::office(&people);
    twin.ok(&["-o", "list.csv", "export", "anonymous", "--to", "donor"]);
    let twins = std::fs::read_to_string(twin.home().join("list.csv")).unwrap();
    assert_eq!(apart(&twins).1, lines);
    assert_ne!(apart(&twins).0, ids);
    // A list that was only tried has left nothing behind.
    office.ok(&[
        "export",
        "anonymous",
        "--to",
        "donor",
        "--k",
        "7",
        "--dry-run",
    ]);
    let verified = office.ok(&["--json", "stats", "verify"]).json();
    let states = verified["items"].as_array().unwrap().iter();
    assert!(states.map(|item| &item["state"]).eq(["same"; 4].iter()));
}

#[test]
fn what_cannot_be_hidden_makes_no_list() {
    let office = office(99, 5);
    let refused = office.run(&["-o", "list.csv", "export", "anonymous", "--to", "donor"]);
    assert_eq!(refused.code, 5, "{}", refused.shown());
    assert!(refused.err.contains("hundred cases"), "{}", refused.shown());
    assert!(!office.home().join("list.csv").exists());
    let more = crate::looks::office(&(0..120).map(|at| (2, at % 2, 0)).collect::<Vec<_>>());
    let export = ["-o", "list.csv", "export", "anonymous", "--to", "donor"];
    let refused = more.run(&export);
    assert_eq!(refused.code, 5, "{}", refused.shown());
    assert!(
        refused.err.contains("--without result"),
        "{}",
        refused.shown()
    );
    let public = more.run(&[&export[..], &["--public", "--k", "5"]].concat());
    assert_eq!(public.code, 5, "{}", public.shown());
    // Without the result nobody learns one.
    more.ok(&[&export[..], &["--without", "result"]].concat());
    assert_eq!(
        more.ok(&["--json", "stats", "ledger"]).json()["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_list_is_judged_beside_the_tables_that_left() {
    let people: Vec<_> = (0..120)
        .map(|at| (if at < 3 { 0 } else { 1 + at % 2 }, 0, 0))
        .collect();
    let office = crate::looks::office(&people);
    let left = || {
        let ledger = office.ok(&["--json", "stats", "ledger"]).json();
        ledger["items"].as_array().unwrap().clone()
    };
    office.ok(&["stats", "release", "--to", "press", "--by", "protection"]);
    // It would show the three that were recognised: a decision of the office, with its reason.
    let export = ["export", "anonymous", "--to", "the university"];
    let refused = office.run(&[&["-o", "list.csv"], &export[..]].concat());
    assert!(
        refused.code == 5 && refused.err.contains("--because"),
        "{}",
        refused.shown()
    );
    assert!(!office.home().join("list.csv").exists());
    // A dry run leaves no entry.
    let without = [&export[..], &["--without", "result"]].concat();
    office.ok(&[&without[..], &["--dry-run"]].concat());
    assert_eq!(left().len(), 1);
    // Three more: whoever compares the list with the table knows all of the newcomers.
    newcomers(&office, 3);
    let refused = office.run(&[&["-o", "list.csv"], &without[..]].concat());
    assert!(
        refused.code == 5 && refused.err.contains("R2026-001"),
        "{}",
        refused.shown()
    );
    assert!(!office.home().join("list.csv").exists());
    // The office may decide to show the three newcomers and the three who were recognised: for good, with its reason.
    let why = ["--because", "the university counts what became of them"];
    office.ok(&[&["-o", "list.csv"], &export[..], &why].concat());
    let items = left();
    assert_eq!(items[1]["because"], why[1]);
    assert_eq!(items[1]["overridden"].as_array().unwrap().len(), 2);
}

/// Where the office wants a second pair of eyes, one proposes a list with small numbers and another lets it leave.
#[test]
fn a_list_with_small_numbers_waits_for_a_second_member() {
    let people: Vec<_> = (0..120)
        .map(|at| (if at < 3 { 0 } else { 1 + at % 2 }, 0, 0))
        .collect();
    let office = crate::looks::office(&people);
    let key = crate::members::add(&office, "m2");
    crate::members::add(&office, "m3");
    office.ok(&["deadline", "second-person", "on"]);
    let why = "the university counts what became of them";
    let export = ["export", "anonymous", "--to", "the university"];
    let small = [&export[..], &["--because", why]].concat();
    let to_file = [&small[..], &["-o", "list.csv"]].concat();
    assert_eq!(office.fails(6, &to_file), "stats.second");
    assert!(!office.home().join("list.csv").exists());
    // What shows no small number needs nobody else.
    let plain = [&small[..], &["--without", "result"]].concat();
    let propose = [&plain[..], &["--propose"]].concat();
    assert_eq!(office.fails(2, &propose), "stats.nothing-decided");
    let told = office.ok(&[&["--json"][..], &small, &["--propose"]].concat());
    let told = told.json();
    assert_eq!(
        (&told["proposed"], &told["release"]),
        (&true.into(), &"R2026-001".into())
    );
    let ledger = || office.ok(&["--json", "stats", "ledger"]).json()["items"].clone();
    assert_eq!(ledger().as_array().unwrap().len(), 0);
    let asked = "asked the university again";
    let approve = [
        "export",
        "anonymous",
        "--approve",
        "R2026-001",
        "--because",
        asked,
    ];
    let approve = [&approve[..], &["-o", "list.csv"]].concat();
    assert_eq!(office.fails(6, &approve), "stats.own");
    let of_m2 = [&["--key", key.as_str()][..], &approve].concat();
    // It is no table.
    let table = [
        "--key",
        &key,
        "stats",
        "release",
        "--approve",
        "R2026-001",
        "--because",
        asked,
    ];
    assert_eq!(office.fails(2, &table), "stats.no-proposal");
    office.ok(&of_m2);
    let list = std::fs::read_to_string(office.home().join("list.csv")).unwrap();
    assert_eq!(list.lines().count(), 121);
    let left = ledger()[0].clone();
    assert_eq!(
        (&left["release"], &left["member"], &left["proposed_by"]),
        (&"R2026-001".into(), &"m2".into(), &"m1".into())
    );
    assert_eq!(
        (&left["because"], &left["approved"]),
        (&why.into(), &asked.into())
    );
    std::fs::remove_file(office.home().join("list.csv")).unwrap();
    assert_eq!(office.fails(2, &of_m2), "stats.no-proposal");
    let verified = office.ok(&["--json", "stats", "verify"]).json();
    assert_eq!(verified["items"][0]["state"], "same");
}

/// Where its lines would show small numbers, the refusal says which list may leave, and each of these does: the guide's example
/// is one of them.
#[test]
fn a_refused_list_says_which_may_leave() {
    let office = crate::figures::imported();
    let all = ["export", "anonymous", "--to", "the university"];
    let files = office.files();
    let refused = office.run(&[&["--json"], &all[..], &["-o", "all.csv"]].concat());
    assert_eq!(refused.code, 5, "{}", refused.shown());
    let error: Value = serde_json::from_str(&refused.err).unwrap();
    let offers = error["error"]["offers"].as_array().unwrap();
    let options: Vec<&str> = offers
        .iter()
        .map(|offer| offer["options"].as_str().unwrap())
        .collect();
    assert!(options.contains(&"--without result"), "{error}");
    for option in options {
        let words: Vec<&str> = option.split(' ').collect();
        let told = office.ok(&[&["--json"], &all[..], &words, &["--dry-run"]].concat());
        assert_eq!(told.json()["small_numbers"], 0, "{option}");
    }
    assert!(office.files() == files, "nothing leaves");

    let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/guide/caseworker.md");
    let guide = std::fs::read_to_string(guide).unwrap();
    let mut lines = guide.lines();
    let line = lines.find(|line| line.starts_with("nansen export anonymous"));
    let line = line.unwrap().split('#').next().unwrap();
    let mut words = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        match at % 2 {
            0 => words.extend(part.split_whitespace()),
            _ => words.push(part),
        }
    }
    office.ok(&words[1..]);
    let list = std::fs::read_to_string(office.home().join("cases.csv")).unwrap();
    assert!(list.lines().count() > 100, "{list}");
}

/// Beside a list that left, a refusal says how few it would tell of, offers what may leave now and nothing that was asked for already, and
/// each offer does leave.
#[test]
fn a_list_refused_beside_another_says_which_may_leave() {
    let office = crate::figures::imported();
    let list = ["export", "anonymous", "--to"];
    let first = ["the university", "--without", "result", "-o", "first.csv"];
    office.ok(&[&list[..], &first].concat());
    let offered = |asked: &[&str]| {
        let asked = [&["--json"], &list[..], asked, &["--dry-run"]].concat();
        let refused = office.run(&asked);
        assert_eq!(refused.code, 5, "{}", refused.shown());
        let error: Value = serde_json::from_str(&refused.err).unwrap();
        let error = &error["error"];
        assert_eq!(error["id"], "list.beside");
        let message = error["message"].as_str().unwrap();
        assert!(
            message.contains("R2026-001") && message.contains("fewer than 5 persons"),
            "{error}"
        );
        assert!(
            !error["hint"].as_str().unwrap().contains("--without"),
            "{error}"
        );
        let offers = error["offers"].as_array().unwrap().clone();
        let options = offers.iter().map(|offer| {
            let option = offer["options"].as_str().unwrap().to_owned();
            assert_eq!(
                offer["instead_of"] == json!(["--k"]),
                option.starts_with("--k "),
                "{offer}"
            );
            option
        });
        options.collect::<Vec<String>>()
    };
    let asked = ["the ministry", "--k", "10", "--without", "result"];
    let options = offered(&asked);
    assert!(options.contains(&"--k 20".to_owned()), "{options:?}");
    // Where one column less is not enough, two may be.
    assert!(
        options.iter().any(|option| option.contains(',')),
        "{options:?}"
    );
    for option in &options {
        let words: Vec<&str> = option.split(' ').collect();
        // The one k in the place of the other, columns besides those that were left out already.
        let words = match words.as_slice() {
            ["--k", many] => vec!["the ministry", "--k", many, "--without", "result"],
            more => [&asked[..], more].concat(),
        };
        office.ok(&[&list[..], &words, &["--dry-run"]].concat());
    }
}

/// Where nothing coarser may leave either, that is said, with how many were tried; and the office's own threshold is the one that is told.
/// So many come who look alike.
fn newcomers(office: &Office, many: usize) {
    for _ in 0..many {
        let case = office.new_case(&[
            "--origin",
            "KP",
            "--jurisdiction",
            "ru",
            "--sex",
            "f",
            "--born",
            "1980",
        ]);
        let lodged = ["--kind", "refugee_status", "--lodged", "2014-03-02"];
        office.ok(&[&["record", "application", &case][..], &lodged].concat());
    }
}

#[test]
fn a_list_refused_at_another_threshold_says_which() {
    let people: Vec<_> = (0..120).map(|at| (1 + at % 2, 0, 0)).collect();
    let office = crate::looks::office(&people);
    office.ok(&["stats", "threshold", "10"]);
    office.ok(&["stats", "release", "--to", "press", "--by", "protection"]);
    newcomers(&office, 7);
    let list = [
        "export",
        "anonymous",
        "--to",
        "donor",
        "--without",
        "result",
    ];
    let refused = office.run(&[&list[..], &["--dry-run"]].concat());
    assert_eq!(refused.code, 5, "{}", refused.shown());
    for said in [
        "fewer than 10 persons",
        "coarser lists were tried just now, and none of them may leave either",
        "an earlier day",
    ] {
        assert!(refused.err.contains(said), "{}", refused.shown());
    }
    assert!(!refused.err.contains("five"), "{}", refused.shown());
}
