//! The map that a plan proposes, written for a person to answer.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::day::Order;
use super::keys::Keys;
use super::map::{OPEN, SCHEMA, Sort};
use super::plan::Proposed;
use super::{doubt, totals};
use crate::base::sheet::{Sheet, languages, letters};

/// The word for an order of day, month and year.
pub(super) const fn order_word(order: Order) -> &'static str {
    match order {
        Order::Dmy => "dmy",
        Order::Mdy => "mdy",
        Order::Ymd => "ymd",
        Order::Open => OPEN,
    }
}

/// Columns as a map names them.
fn quoted(places: &[usize]) -> String {
    let named = places.iter().map(|at| format!("\"{}\"", letters(*at)));
    named.collect::<Vec<_>>().join(", ")
}

/// The file of a proposed map, with what a person must say in it.
#[expect(
    clippy::too_many_arguments,
    reason = "each is one line of the file, and it is called once"
)]
pub(super) fn write(
    sheet: &Sheet,
    heading: usize,
    heading_rows: usize,
    sort: Sort,
    keys: &Keys,
    registers: Option<&BTreeSet<String>>,
    total_rows: &[usize],
    short: bool,
    fixed: &[(String, &'static str, String)],
    columns: &[Proposed],
) -> String {
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    line(
        "# A map from the columns of a sheet to what nansen records. Each \"?\" is yours to answer; the import waits for it.",
    );
    line(
        "# Columns are named as the spreadsheet names them. Nothing that is sealed or dropped is shown anywhere.",
    );
    line(&format!("schema = \"{SCHEMA}\"\n"));
    if !sheet.may_be.is_empty() {
        line(
            "# Nothing tells by which encoding the letters of this file are right, and the wrong one seals names with other letters. Open the file in a",
        );
        line(
            "# spreadsheet program, which asks for it, and look at the names there. What these letters fit:",
        );
        for name in &sheet.may_be {
            let languages = languages(name).unwrap_or_default();
            line(&format!("#   {name}: {languages}"));
        }
        line(
            "# Where names are right by none of these (by a page of DOS: 850, 852), save the file as CSV UTF-8 or .xlsx and plan that.",
        );
        line(&format!("encoding = \"{OPEN}\""));
    } else if let Some(encoding) = sheet.encoding {
        line(
            "# If letters look wrong elsewhere: windows-1250, windows-1251, windows-1252, windows-1254, windows-1256, utf-8, utf-16le …",
        );
        line(&format!("encoding = \"{}\"", encoding.to_ascii_lowercase()));
    }
    if let Some(separator) = sheet.separator {
        let sign = if separator == b'\t' {
            "tab".to_owned()
        } else {
            char::from(separator).to_string()
        };
        line(&format!("separator = \"{sign}\""));
    }
    if sheet.encoding.is_none() {
        line(&format!(
            "sheet = {}         # of {}",
            sheet.number, sheet.sheets
        ));
    }
    line("# The last row of the headings, and how many rows they take.");
    line(&format!(
        "heading = {heading}\nheading_rows = {heading_rows}"
    ));
    line(
        "# What a row is: a \"case\" with its events, an \"application\" of a case that has several, or one \"event\".",
    );
    line(&format!(
        "rows = \"{}\"",
        if sort == Sort::Event { "event" } else { "case" }
    ));
    line(
        "# The columns that tell one case from another and never change. The store keeps a keyed mark of them alone.",
    );
    let (key, left_out) = (quoted(&keys.at), quoted(&keys.left_out));
    if keys.open && keys.left_out.is_empty() {
        line(&format!(
            "# Each of {key} looks like a count of the rows, which changes when rows move: say which one is the number of the case and stays."
        ));
    } else if keys.open {
        line(&format!(
            "# By the number of the case, which stays when rows move: key = [{key}]. Column {left_out} looks like a count of the rows:"
        ));
        line(&format!(
            "# key = [{left_out}] only if these numbers never change, and then with a word for `register` as below; a row with another one's number is taken for that person."
        ));
    } else if !keys.left_out.is_empty() {
        line(&format!(
            "# Left out of the key: {left_out}, which counts the rows, and changes when rows move."
        ));
    }
    let named = if keys.open || keys.at.is_empty() {
        format!("\"{OPEN}\"")
    } else {
        key
    };
    line(&format!("key = [{named}]"));
    if let Some(known) = registers {
        if known.is_empty() {
            line(
                "# These are running numbers, and another sheet counts from 1, too. A word of yours for what they count: \"2024\", \"north\".",
            );
        } else {
            let known: Vec<String> = known.iter().map(|word| format!("\"{word}\"")).collect();
            line(&format!(
                "# Some of these keys are here already, in the register {}. Say the word of the register that these are of.",
                known.join(", ")
            ));
        }
        line("# The same word: the same key is the same person. Another word: other people.");
        line(&format!("register = \"{OPEN}\""));
    } else {
        line(
            "# Where another sheet gives these keys to other people, a word of yours for this one: register = \"north\".",
        );
    }
    if !total_rows.is_empty() {
        line(&format!(
            "# Rows {} look like totals, or headings between the cases: \"drop\" leaves such rows out, \"case\" takes them for cases.",
            totals::named(total_rows)
        ));
        line(&format!("totals = \"{OPEN}\""));
    }
    if short {
        line(
            "# Years of two digits are here: up to which one are they of this century? pivot = 30 makes 30 2030 and 31 1931.",
        );
        line(&format!("pivot = \"{OPEN}\""));
    }
    line("\n# What is the same in every row.\n[fixed]");
    for (name, value, note) in fixed {
        let note = if note.is_empty() {
            String::new()
        } else {
            format!("  # {note}")
        };
        line(&format!("\"{name}\" = \"{value}\"{note}"));
    }
    line(
        "\n# What an event is about, where that is not the latest there can be: \"decision#2\" = \"appeal\"\n[on]",
    );
    for column in columns {
        line("");
        if column.of_another {
            line(
                "# This is of somebody else than the person whose case it is: use = \"seal note\" or use = \"drop\". Who has a case of their own is a row.",
            );
        } else if !column.choices.is_empty() {
            line(&doubt::asked(column));
        } else if column.unexplained {
            line(
                "# What this is nobody knows: use = \"seal note\", use = \"drop\", or a field where it holds nothing of persons (\"note.text\").",
            );
        } else if !column.why.is_empty() {
            line(&format!(
                "# Looks as if it held what ties a case to a person: use = \"{}\" or use = \"drop\".",
                column.why
            ));
        } else if keys.left_out.contains(&column.at) && column.to == "drop" {
            line("# It counts the rows: nothing of it is taken, but as the key, if you say so.");
        } else if keys.at.contains(&column.at) && column.to == "drop" {
            line("# The key, and nothing else is taken of it.");
        } else if column.to == "drop" {
            line("# Nothing of it is taken.");
        }
        if column.date == Some(Order::Open) {
            line(
                "# Days here can be read in two ways: date = \"dmy\" (31/12/2020), \"mdy\" (12/31/2020) or \"ymd\".",
            );
        }
        if column.other {
            line(
                "# Years here are of another calendar: calendar = \"hijri\" (Umm al-Qura) or \"persian\"; take the line out if they are slips.",
            );
        }
        if column.mixed {
            line(
                "# Some days here are real ones, others texts. A program that took 03/04 for March where April was meant left it so:",
            );
            line(
                "# look at some, then say real_days = \"right\", or \"swapped\" where their day and month are in each other's place.",
            );
        }
        if column.numbers {
            line(
                "# Some cells here are numbers without a date's format (43831), which no program shows as days. As a spreadsheet counts days they would be some:",
            );
            line(
                "# give them a date's format in a spreadsheet program and look, then say numbers = \"days\"; numbers = \"none\" makes each a fault of its row.",
            );
        }
        if column.unreckoned > 0 {
            let rows: Vec<String> = column
                .unreckoned_rows
                .iter()
                .map(usize::to_string)
                .collect();
            line(&format!(
                "# {} formulas without a result, the first in rows {}: open the file in a spreadsheet program and save it once.",
                column.unreckoned,
                rows.join(", ")
            ));
        }
        if column.unknown > 0 {
            let rows: Vec<String> = column.rows.iter().map(usize::to_string).collect();
            line(&format!(
                "# {} different values are not known, the first in rows {}: add each to `values`, \"\" for nothing.",
                column.unknown,
                rows.join(", ")
            ));
        }
        if column.values.values().any(|code| *code == OPEN) {
            line(
                "# One letter can be a man's or a woman's here (hombre, mujer; man, vrouw): say \"m\" or \"f\" for it under [column.values].",
            );
        }
        if !column.countries.is_empty() {
            let named = column.countries.iter();
            let named: Vec<String> = named.map(|(code, name)| format!("{code} {name}")).collect();
            line(&format!(
                "# Codes of countries, as ISO 3166 has them: {}. Where the office means another country by one, say so under [column.values]: \"pa\" = \"PK\".",
                named.join(", ")
            ));
        }
        line(&format!("[[column]]\nat = \"{}\"", letters(column.at)));
        if let Some(stems) = column.stems {
            line(&format!(
                "heading = \"{stems}\"   # how its words begin; the import checks it"
            ));
        }
        line(&format!("use = \"{}\"", column.to));
        if let Some(order) = column.date {
            line(&format!("date = \"{}\"", order_word(order)));
        }
        if column.other {
            line(&format!("calendar = \"{OPEN}\""));
        }
        if column.mixed {
            line(&format!("real_days = \"{OPEN}\""));
        }
        if column.numbers {
            line(&format!("numbers = \"{OPEN}\""));
        }
        if !column.values.is_empty() || column.unknown > 0 {
            let mut values = String::new();
            for (word, code) in &column.values {
                let _ = writeln!(values, "\"{word}\" = \"{code}\"");
            }
            line(&format!("[column.values]\n{}", values.trim_end()));
        }
    }
    out
}
