//! `docs/law/`: a page for each jurisdiction, made from the rules themselves.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::Value;

use crate::support::Office;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/law")
}

/// Every page by its name.
fn pages() -> BTreeMap<String, String> {
    let office = Office::empty().on("2026-11-26");
    let all = office.ok(&["--json", "rule", "list"]).json();
    let mut laws: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for rule in all["items"].as_array().unwrap() {
        let law = rule["jurisdiction"].as_str().unwrap();
        laws.entry(law).or_default().push(rule);
    }
    let mut pages = BTreeMap::new();
    for law in laws.keys() {
        let page = office.ok(&["--format", "md", "rule", "list", "--jurisdiction", law]);
        pages.insert(format!("{law}.md"), page.out);
    }
    let gaps = office.ok(&["--format", "md", "rule", "list", "--gaps"]).out;
    pages.insert("gaps.md".to_owned(), gaps);
    pages.insert("README.md".to_owned(), index(&laws));
    pages
}

fn index(laws: &BTreeMap<&str, Vec<&Value>>) -> String {
    let line = |name: &str, rules: &[&Value]| {
        let count = |which: &dyn Fn(&Value) -> bool| rules.iter().filter(|r| which(r)).count();
        let verified = |r: &Value| r["rule_status"] == "verified";
        let report = |r: &Value| matches!(r["source_kind"].as_str(), Some("secondary" | "ngo"));
        let (all, dated) = (rules.len(), count(&|r| r["computable"] == true));
        let read = count(&|r| verified(r) && !report(r));
        let told = count(&|r| verified(r) && report(r));
        let rest = all - read - told;
        format!(
            "| {name} | {all} | {dated} | {} | {read} | {told} | {rest} |\n",
            all - dated
        )
    };
    let mut text = String::from(
        "# The time limits that the program knows\n\n\
        Made from `rules/` by `cargo test --test it write_law -- --ignored`; a test holds that the pages are up to date.\n\
        No lawyer has signed a rule unless its page says so. [gaps.md](gaps.md) says for which events nothing is known, \
        [compared.md](compared.md) how another calculator counts, [peers.md](peers.md) what others cover.\n\n\
        | law | rules | give a date | text only | read in the law's text | read in a report on it | in part, or from memory |\n| --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for (law, rules) in laws {
        text.push_str(&line(&format!("[{law}]({law}.md)"), rules));
    }
    let all: Vec<&Value> = laws.values().flatten().copied().collect();
    text.push_str(&line("all", &all));
    text.push_str("\nRules without a date; each page says why:\n\n");
    for rule in all.iter().filter(|r| r["computable"] == false) {
        let _ = writeln!(
            text,
            "- `{}`: {}",
            rule["rule"].as_str().unwrap(),
            rule["what"].as_str().unwrap()
        );
    }
    text
}

#[test]
fn every_page_of_the_law_is_up_to_date() {
    for (name, page) in pages() {
        let stored = std::fs::read_to_string(folder().join(&name)).unwrap_or_default();
        assert!(
            stored == page,
            "{name}: run `cargo test --test it write_law -- --ignored`"
        );
    }
}

#[test]
#[ignore = "writes docs/law"]
fn write_law() {
    std::fs::create_dir_all(folder()).unwrap();
    for (name, page) in pages() {
        std::fs::write(folder().join(name), page).unwrap();
    }
}
