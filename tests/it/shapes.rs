//! Tables with the columns of other bodies, and what a table says of what was not recorded, of times and of offers.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::figures::imported;
use crate::support::{Office, Said, cell};

pub(crate) fn said(office: &Office, line: &str) -> Said {
    office.run(&line.split(' ').collect::<Vec<_>>())
}

/// An office with what was decided at first instance in a year on people of an origin, so many of each.
fn decided(groups: &[(&str, u16, &str, usize)]) -> Office {
    let mut text = String::new();
    for (group, (origin, year, outcome, many)) in groups.iter().enumerate() {
        for at in 0..*many {
            let _ = writeln!(
                text,
                r#"{{"type":"case","case":"r{group}-{at}","origin":"{origin}","jurisdiction":"de","sex":"f","born":1980}}
{{"type":"application","case":"r{group}-{at}","ref":"a1","kind":"refugee_status","lodged":"{year}-02-02"}}"#
            );
            if *outcome != PENDING {
                let _ = writeln!(
                    text,
                    r#"{{"type":"decision","case":"r{group}-{at}","ref":"d1","on":"a1",{outcome},"decided":"{year}-05-03"}}"#
                );
            }
        }
    }
    let office = Office::open();
    std::fs::write(office.home().join("people.jsonl"), text).unwrap();
    office.ok(&["import", "people.jsonl"]);
    office
}

const PENDING: &str = "";
const REFUSED: &str = r#""outcome":"refused""#;
const RECOGNISED: &str = r#""outcome":"granted","protection":"refugee_status""#;

/// Final decisions in appeal or review, as Eurostat has them: those that were recorded as final, on what a court or body decided.
#[test]
fn final_decisions_are_those_on_remedies_that_were_recorded_as_final() {
    let mut text = String::new();
    for at in 0..60 {
        let _ = writeln!(
            text,
            r#"{{"type":"case","case":"r{at}","origin":"SY","jurisdiction":"de","sex":"f","born":1980}}
{{"type":"application","case":"r{at}","ref":"a1","kind":"refugee_status","lodged":"2021-03-02"}}
{{"type":"decision","case":"r{at}","ref":"d1","on":"a1","outcome":"refused","decided":"2021-05-03"}}
{{"type":"appeal","case":"r{at}","ref":"p1","on":"a1","kind":"appeal","lodged":"2021-05-10"}}"#
        );
        // Of sixty, forty are final: ten of them won refugee status.
        let outcome = match at {
            0..10 => r#""outcome":"allowed","protection":"refugee_status","final":true"#,
            10..40 => r#""outcome":"dismissed","final":true"#,
            _ => r#""outcome":"dismissed""#,
        };
        let _ = writeln!(
            text,
            r#"{{"type":"decision","case":"r{at}","on":"p1",{outcome},"decided":"2022-02-03"}}"#
        );
    }
    let office = Office::open();
    std::fs::write(office.home().join("people.jsonl"), text).unwrap();
    office.ok(&["import", "people.jsonl"]);
    let asked = "stats release --to authority --where jurisdiction=de --shape eurostat-final";
    let said = office.ok(&asked.split(' ').collect::<Vec<_>>()).out;
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "freq,unit,citizen,sex,age,decision,geo,time,values",
            // The year in which first instances decided has its rows, too.
            "A,PER,SY,T,TOTAL,TOTAL,DE,2021,0",
            "A,PER,SY,T,TOTAL,POS_RFG,DE,2021,0",
            "A,PER,SY,T,TOTAL,POS_SPROT,DE,2021,0",
            "A,PER,SY,T,TOTAL,POS_HUM,DE,2021,0",
            "A,PER,SY,T,TOTAL,TOTAL,DE,2022,40",
            "A,PER,SY,T,TOTAL,POS_RFG,DE,2022,10",
            "A,PER,SY,T,TOTAL,POS_SPROT,DE,2022,0",
            "A,PER,SY,T,TOTAL,POS_HUM,DE,2022,0",
        ]
    );
    let by = "--json stats show --inside --unit decisions --by instance,final";
    let table = office.ok(&by.split(' ').collect::<Vec<_>>()).json();
    let number = |key: [&str; 2]| cell(&table, &key)["value"].as_u64().unwrap();
    assert_eq!(
        (number(["appeal", "yes"]), number(["appeal", "unknown"])),
        (40, 20)
    );
    assert_eq!(number(["first_instance", "unknown"]), 60);
    let of = "stats release --to authority --where jurisdiction=de --unit applications --shape eurostat-final";
    assert_eq!(office.run(&of.split(' ').collect::<Vec<_>>()).code, 2);
}

#[test]
fn what_nobody_recorded_is_no_nought() {
    let office = decided(&[("SY", 2021, REFUSED, 30), ("SY", 2022, RECOGNISED, 30)]);
    let of_final = "stats release --to press --unit decisions --where final=yes --by instance";
    for asked in [of_final.to_owned(), format!("{of_final} --dry-run")] {
        let asked: Vec<&str> = asked.split(' ').collect();
        assert_eq!(office.fails(1, &asked), "stats.not-recorded");
    }
    let ledger = office.ok(&["--json", "stats", "ledger"]).json();
    assert_eq!(ledger["items"], json!([]));
    // The owner is told how many, whoever reads what leaves is not: what is no cell was proved of nothing.
    let some = decided(&[
        ("SY", 2021, REFUSED, 30),
        ("SY", 2021, r#""outcome":"refused","final":true"#, 30),
    ]);
    let table = said(&some, &format!("--json {of_final}")).json();
    assert_eq!(
        table["unknown"]["final"],
        json!({"value": null, "shown": "x"})
    );
    assert_eq!(table["population"]["value"], 30);
    let show = of_final.replace("release --to press", "show --inside --json");
    assert_eq!(said(&some, &show).json()["unknown"]["final"]["value"], 30);
    let page = said(&some, &format!("--format md {of_final} --in fr")).out;
    assert!(
        page.contains("valeurs inconnues : Caractère définitif x") && page.contains("consigné"),
        "{page}"
    );
    // So is it with years that are asked for; where the condition admits what is not recorded, that is counted.
    let years = "--json stats release --to press --period 2021";
    let table = said(&some, &format!("{years} --by sex")).json();
    assert_eq!(table["unknown"]["year"]["shown"], "x", "{table}");
    let all = "--json stats release --to press --unit decisions --where final=yes,unknown";
    assert!(said(&some, all).json()["unknown"].is_null());
}

/// What is offered on the screen: in what words, with which options.
fn offers(said: &Said) -> Vec<(String, String)> {
    let lines = said.err.lines().filter(|line| line.starts_with("      "));
    let offers = lines.map(|line| {
        let (_, offer) = line.trim_start().split_once("  ").unwrap();
        let (words, options) = offer.split_once("  ").unwrap();
        (words.to_owned(), options.trim().to_owned())
    });
    offers.collect()
}

/// Takes an offer beside what else was typed.
fn take(office: &Office, typed: &[&str], options: &str) {
    let mut line = vec!["stats", "release", "--dry-run"];
    line.extend(typed);
    let words = options.split(' ').filter(|word| !word.is_empty());
    line.extend(words.map(|word| match word {
        "\"...\"" => "all of them asked to be counted in the open",
        word => word,
    }));
    let taken = office.run(&line);
    assert_eq!(taken.code, 0, "{line:?}: {}", taken.shown());
}

#[test]
fn each_offer_can_be_taken_as_it_is_printed() {
    let office = imported();
    let shape = [
        "--to",
        "press",
        "--where",
        "jurisdiction=ru",
        "--shape",
        "unhcr",
    ];
    let show = ["--show", "2010,KP,recognised"];
    let refused = office.run(&[&["stats", "release"], &shape[..], &show].concat());
    assert_eq!(refused.code, 5, "{}", refused.shown());
    let (mut kept, mut whole) = (0, 0);
    for (words, options) in offers(&refused) {
        if words.ends_with(", in the place of `--shape`, `--unit` and each `--where`") {
            take(&office, &shape[..2], &options);
            whole += 1;
        } else {
            // One number more that is shown goes beside the one that was to be.
            let shown = options.starts_with("--show");
            let typed = if shown {
                [&shape[..], &show].concat()
            } else {
                shape.to_vec()
            };
            take(&office, &typed, &options);
            kept += 1;
        }
    }
    assert!(kept > 1 && whole > 1, "{}", refused.shown());
    // Programs are told which of what was typed goes.
    for asked in [
        "--to press --by protection --where origin=KP --show refugee_status",
        "--to press --ready subsequent --where origin=KP --show total,recognised",
    ] {
        let refused = said(&office, &format!("--json stats release {asked}"));
        assert_eq!(refused.code, 5, "{}", refused.shown());
        let error: Value = serde_json::from_str(refused.err.lines().last().unwrap()).unwrap();
        for offer in error["error"]["offers"].as_array().unwrap() {
            let gone = offer["instead_of"].as_array().unwrap();
            // Each option has one value.
            let typed: Vec<&str> = asked.split(' ').collect();
            let pairs = typed
                .chunks(2)
                .filter(|pair| !gone.contains(&json!(pair[0])));
            let typed: Vec<&str> = pairs.flatten().copied().collect();
            let options = offer["options"].as_str().unwrap();
            take(&office, &typed, options);
        }
    }
}

#[test]
fn a_time_says_of_how_many_it_is() {
    let office = decided(&[
        ("SY", 2021, REFUSED, 60),
        ("SY", 2022, REFUSED, 6),
        ("SY", 2021, PENDING, 20),
    ]);
    let asked = "stats release --to press --unit applications --by year --median days-to-decision";
    let human = said(&office, &format!("--format human {asked}")).out;
    assert!(human.contains("of those decided alone"), "{human}");
    assert!(
        human.contains("all (66 decided) half within 13 weeks"),
        "{human}"
    );
    // What is not told is so once a part, and the reason stands once.
    assert_eq!(
        human.to_lowercase().matches("not told").count(),
        2,
        "{human}"
    );
    let table = said(&office, &format!("--json {asked}")).json();
    for time in table["times"].as_array().unwrap() {
        let many = match time["key"][0].as_str().unwrap() {
            "total" => json!(66),
            "2021" => json!(60),
            _ => Value::Null,
        };
        assert_eq!(time["decided"], many, "{time}");
    }
    let page = said(&office, &format!("--format md {asked} --in es")).out;
    assert!(page.contains("solicitudes decididas: 66"), "{page}");
}

#[test]
fn forms_of_numbers_alone_say_that_shares_and_times_are_elsewhere() {
    let office = decided(&[("SY", 2021, REFUSED, 60), ("SY", 2022, RECOGNISED, 60)]);
    let times = "stats release --to press --unit applications --by year --median days-to-decision";
    let shares = "stats release --to press --unit decisions --rate total-protection";
    for asked in [times, shares] {
        for form in ["csv", "jsonl", "svg"] {
            let told = said(&office, &format!("--format {form} {asked}")).err;
            assert!(
                told.contains("this form has the numbers alone"),
                "{form}: {told}"
            );
        }
        let told = said(&office, &format!("--format plain {asked}")).err;
        assert!(!told.contains("numbers alone"), "{told}");
    }
    let block = |asked: &str| -> Vec<String> {
        let text = said(&office, &format!("--format plain {asked}")).out;
        let last = text.split("\n\n").nth(2).unwrap();
        last.lines().map(str::to_owned).collect()
    };
    let of_times = block(times);
    assert_eq!(of_times[0], "year\ttime\tquantile\tvalue\tunit\tdecided");
    assert_eq!(
        of_times[2],
        "total\tdays-to-decision\tmedian\t13\tweeks\t120"
    );
    let of_shares = block(shares);
    assert_eq!(
        of_shares[0],
        "instance\tresult\trate\tformula\tnumerator\tdenominator\tleast_tenths\tmost_tenths\tfine\twhy\tdimension"
    );
    assert_eq!(
        of_shares[1],
        "first_instance\ttotal\ttotal-protection\t(recognised + complementary) / (recognised + complementary + rejected)\t60\t120\t500\t500\tfalse\t\tresult"
    );
    let plain = said(&office, "--format csv stats release --to press --by year").err;
    assert!(!plain.contains("numbers alone"), "{plain}");
}

#[test]
fn of_a_printed_nought_every_part_is_nought() {
    let office = decided(&[
        ("SY", 2021, REFUSED, 30),
        ("SY", 2022, RECOGNISED, 30),
        ("TR", 2022, REFUSED, 20),
        ("TR", 2022, RECOGNISED, 3),
    ]);
    let asked = "stats release --to authority --where jurisdiction=de --shape unhcr";
    let told = said(&office, asked);
    let line = |of: &str| told.out.lines().find(|line| line.starts_with(of)).unwrap();
    assert_eq!(line("2021,TUR"), "2021,TUR,DEU,G,NA,P,0,0,0,0,0");
    assert!(line("2022,TUR").contains(",P,x,"), "{}", told.out);
    // Beside the columns stands of what they are.
    for part in [
        "Unit: decisions",
        "population: 83 decisions",
        "all years",
        "release R2026-001",
    ] {
        assert!(told.err.contains(part), "{part}: {}", told.err);
    }
}

#[test]
fn an_empty_recipient_is_told_who_could_be_one() {
    let office = imported();
    let told = office.run(&["stats", "release", "--to", "", "--by", "sex"]);
    assert_eq!(told.code, 2, "{}", told.shown());
    assert!(told.err.contains("name who gets it"), "{}", told.shown());
}

/// What granted something stands in a row and in the total, or the columns are refused.
#[test]
fn no_grant_is_left_out_of_the_columns_without_a_word() {
    let granted = |form: &str| format!(r#""outcome":"granted","protection":"{form}""#);
    let [stay, temporary, national] =
        ["humanitarian", "temporary_asylum", "other_national"].map(granted);
    let office = decided(&[
        ("SY", 2021, REFUSED, 40),
        ("SY", 2021, &stay, 10),
        ("SY", 2021, &temporary, 30),
    ]);
    let asked = "stats release --to press --where jurisdiction=de --shape";
    let eurostat = said(&office, &format!("{asked} eurostat"));
    let row = |code: &str, number: u64| format!("A,PER,SY,T,TOTAL,{code},DE,2021,{number}\n");
    for row in [row("TOTAL", 80), row("POS_HUM", 40), row("NEG", 40)] {
        assert!(eurostat.out.contains(&row), "{row}: {}", eurostat.shown());
    }
    assert!(
        eurostat.err.contains("temporary asylum is counted"),
        "{}",
        eurostat.shown()
    );
    let many = decided(&[("SY", 2021, REFUSED, 40), ("SY", 2021, &national, 10)]);
    let refused = said(&many, &format!("{asked} eurostat"));
    assert_eq!(refused.code, 5, "{}", refused.shown());
    assert!(
        refused.err.contains("another national status"),
        "{}",
        refused.shown()
    );
    let [(_, options)] = &offers(&refused)[..] else {
        panic!("{}", refused.shown())
    };
    take(&many, &["--to", "press"], options);
    let ledger = many.ok(&["--json", "stats", "ledger"]).json();
    assert_eq!(ledger["items"], json!([]));
    // UNHCR's columns have a place for every form.
    let unhcr = said(&many, &format!("{asked} unhcr"));
    assert!(
        unhcr.out.contains("2021,SYR,DEU,G,NA,P,0,10,40,0,50"),
        "{}",
        unhcr.shown()
    );
}
