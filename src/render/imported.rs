//! `import`: what a sheet would bring; what came in, what was there already, and which events need a lawyer's look.

use serde::Serialize;
use serde_json::Value;

use super::page::Page;
use super::table::{Column, print};
use super::text::{Style, short};
use super::{Output, Rows, View};
use crate::app::view::{
    ByHand, Contradiction, DifferingDay, Gone, Imported, PlannedColumn, SheetGone, SheetPlan,
};
use crate::base::sheet::told;
use crate::domain::code::SheetFate;
use crate::i18n::Locale;

/// How many rows are named; `--json` names all.
const FIRST: usize = 20;
/// How many of the things that a column could be stand beside it.
const MAY_BE: usize = 2;

impl View for Imported {
    const ITEMS: Option<&'static str> = Some("map");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let title = if self.dry_run {
            locale.text("imported-dry-run")
        } else {
            locale.text("imported-done")
        };
        page.styled(Style::Head, &title, "");
        page.pairs(
            "  ",
            &[
                (locale.text("imported-cases"), self.cases.to_string()),
                (locale.text("imported-events"), self.events.to_string()),
                (
                    locale.text("imported-already"),
                    self.already_there.to_string(),
                ),
                (
                    locale.text("imported-open-deadlines"),
                    self.open_deadlines.to_string(),
                ),
            ],
        );
        if self.lapsed > 0 {
            page.words(
                &locale.say("imported-lapsed", &[("count", &self.lapsed)]),
                "",
                "",
            );
        }
        if self.erased > 0 {
            let counts: &[(&str, &dyn crate::i18n::Fill)] =
                &[("count", &self.erased), ("cases", &self.cases)];
            page.alert(Style::Care, &locale.say("imported-erased", counts));
        }
        if self.skipped > 0 {
            page.alert(
                Style::Care,
                &locale.say("imported-skipped", &[("count", &self.skipped)]),
            );
        }
        if !self.unruled.is_empty() {
            page.gap();
            page.alert(
                Style::Care,
                &locale.say("imported-unruled", &[("count", &self.unruled.len())]),
            );
            let head = [
                (locale.text("column-line"), Column::Number),
                (locale.text("column-case"), Column::Whole),
                (locale.text("column-date"), Column::Whole),
                (locale.text("column-law"), Column::Words),
                (locale.text("column-what"), Column::Words),
            ];
            let rows: Vec<Vec<String>> = self
                .unruled
                .iter()
                .map(|one| {
                    vec![
                        one.line.map_or_else(String::new, |line| line.to_string()),
                        // A dry run draws numbers that no case will bear.
                        if self.dry_run { &one.r#ref } else { &one.case }.clone(),
                        one.date
                            .map_or_else(String::new, |date| locale.partial(date)),
                        one.jurisdiction.clone(),
                        locale.code("trigger", &one.event),
                    ]
                })
                .collect();
            page.raw(&print(out, "  ", &head, &rows));
        }
        if !self.left_out.is_empty() {
            page.gap();
            let columns: &[(&str, &dyn crate::i18n::Fill)] = &[
                ("count", &self.left_out.len()),
                ("columns", &self.left_out.join(", ")),
            ];
            page.words(&locale.say("imported-left-out", columns), "", "");
        }
        if !self.hours_left_out.is_empty() {
            page.gap();
            let columns = self.hours_left_out.join(", ");
            page.words(
                &locale.say("imported-hours", &[("columns", &columns)]),
                "",
                "",
            );
        }
        if !self.total_rows.is_empty() {
            page.gap();
            page.words(
                &of_rows("imported-totals", &self.total_rows, locale),
                "",
                "",
            );
        }
        if !self.same_person_rows.is_empty() {
            page.gap();
            page.words(
                &of_rows("imported-same-person", &self.same_person_rows, locale),
                "! ",
                "  ",
            );
        }
        if !self.known_words.is_empty() {
            page.gap();
            let columns = self.known_words.iter().map(|one| one.column.as_str());
            let columns: Vec<&str> = columns.collect();
            let count: usize = self.known_words.iter().map(|one| one.count).sum();
            let told: &[(&str, &dyn crate::i18n::Fill)] =
                &[("count", &count), ("columns", &columns.join(", "))];
            page.words(&locale.say("imported-known-words", told), "", "");
        }
        if self.other_sheets > 0 {
            page.gap();
            let counts: &[(&str, &dyn crate::i18n::Fill)] = &[
                ("count", &self.other_sheets),
                ("all", &self.other_sheets.saturating_add(1)),
            ];
            page.alert(Style::Care, &locale.say("imported-other-sheets", counts));
        }
        if self.comments > 0 {
            page.gap();
            page.alert(
                Style::Care,
                &locale.say("imported-comments", &[("count", &self.comments)]),
            );
        }
        if self.sealed > 0 {
            page.gap();
            page.words(
                &locale.say("imported-sealed", &[("count", &self.sealed)]),
                "",
                "",
            );
        }
        if !self.not_compared.is_empty() {
            page.gap();
            let rows: Vec<String> = self
                .not_compared
                .iter()
                .take(FIRST)
                .map(usize::to_string)
                .collect();
            let more = if self.not_compared.len() > FIRST {
                " …"
            } else {
                ""
            };
            page.alert(
                Style::Care,
                &locale.say(
                    "imported-not-compared",
                    &[
                        ("count", &self.not_compared.len()),
                        ("rows", &format!("{}{more}", rows.join(", "))),
                    ],
                ),
            );
        }
        if !self.differing.is_empty() {
            page.gap();
            page.alert(
                Style::Care,
                &locale.say("imported-differing", &[("count", &self.differing.len())]),
            );
            page.raw(&differing(&self.told_differing(), out));
        }
        for (of_another, id) in [
            (true, "imported-another"),
            (false, "imported-contradictions"),
        ] {
            let listed = self.contradictions.iter();
            let listed: Vec<&Contradiction> =
                listed.filter(|one| one.of_another == of_another).collect();
            if !listed.is_empty() {
                page.gap();
                page.alert(Style::Care, &locale.say(id, &[("count", &listed.len())]));
                page.raw(&contradictions(&listed, out));
            }
        }
        if !self.gone.is_empty() {
            page.gap();
            page.alert(
                Style::Care,
                &locale.say("imported-gone", &[("count", &self.gone.len())]),
            );
            page.raw(&gone(&self.gone, out));
        }
        if !self.by_hand.is_empty() {
            page.gap();
            page.words(
                &locale.say("imported-by-hand", &[("count", &self.by_hand.len())]),
                "",
                "",
            );
            page.raw(&by_hand(&self.by_hand, out));
        }
        self.keys(&mut page, locale);
        if let Some(batch) = &self.batch {
            page.gap();
            page.words(
                &locale.say("imported-undo", &[("batch", &short(batch))]),
                "",
                "",
            );
        }
        page.done()
    }

    /// Which case is which, and below, in columns of their own, what a person must look at.
    fn rows(&self) -> Rows {
        let columns = &[&["list", "ref", "case"][..], LOOK_AT].concat();
        let mut lines = Vec::new();
        let mut add = |list: &str, items: Vec<Value>| {
            for mut item in items {
                if let Some(item) = item.as_object_mut() {
                    item.insert("list".to_owned(), list.into());
                }
                lines.push(item);
            }
        };
        add("case", values(&self.map));
        add("differing", values(&self.told_differing()));
        add("contradiction", values(&self.contradictions));
        add("gone", values(&self.gone));
        add("by_hand", values(&self.by_hand));
        Rows::pick(&lines, columns)
    }

    fn tables(&self) -> Vec<Rows> {
        let counts = [
            "cases",
            "events",
            "already_there",
            "lapsed",
            "erased",
            "batch",
        ];
        let mut tables = vec![Rows::one(self, &counts)];
        if !self.map.is_empty() {
            tables.push(Rows::pick(&self.map, &["ref", "case"]));
        }
        if !self.differing.is_empty() {
            tables.push(Rows::pick(&self.told_differing(), DIFFERING));
        }
        if !self.contradictions.is_empty() {
            tables.push(Rows::pick(&self.contradictions, CONTRADICTIONS));
        }
        if !self.gone.is_empty() {
            tables.push(Rows::pick(&self.gone, GONE));
        }
        if !self.by_hand.is_empty() {
            tables.push(Rows::pick(&self.by_hand, BY_HAND));
        }
        if !self.not_compared.is_empty() {
            let rows = self.not_compared.iter();
            tables.push(Rows {
                header: vec!["not_compared".to_owned()],
                lines: rows.map(|row| vec![row.to_string()]).collect(),
            });
        }
        tables
    }
}

/// The columns of a day that differs.
const DIFFERING: &[&str] = &["row", "case", "rule", "sheet", "ours", "days", "nearer"];
/// The columns of a contradiction.
const CONTRADICTIONS: &[&str] = &["row", "case", "event", "columns", "fields", "of_another"];
/// The columns of what a sheet says no longer.
const GONE: &[&str] = &["row", "case", "event", "columns", "fields"];
/// The columns of what was recorded by hand.
const BY_HAND: &[&str] = &["row", "case", "event"];
/// Those of all that a case has not.
const LOOK_AT: &[&str] = &[
    "row",
    "rule",
    "sheet",
    "ours",
    "days",
    "nearer",
    "event",
    "columns",
    "fields",
    "of_another",
];

impl Imported {
    /// What a person should look at of the keys of a sheet.
    fn keys(&self, page: &mut Page<'_>, locale: &Locale) {
        if !self.no_member.is_empty() {
            page.gap();
            let lines = self.no_member.iter().take(FIRST).map(usize::to_string);
            let mut lines: Vec<String> = lines.collect();
            if self.no_member.len() > FIRST {
                lines.push("…".to_owned());
            }
            let counts: &[(&str, &dyn crate::i18n::Fill)] = &[
                ("count", &self.no_member.len()),
                ("lines", &lines.join(", ")),
            ];
            page.alert(Style::Care, &locale.say("imported-no-member", counts));
        }
        if self.no_register {
            page.gap();
            page.alert(Style::Care, &locale.text("imported-no-register"));
        }
        for (count, id) in [
            (self.known_elsewhere, "imported-known-elsewhere"),
            (self.keys_gone, "imported-keys-gone"),
        ] {
            if count > 0 {
                page.gap();
                page.alert(Style::Care, &locale.say(id, &[("count", &count)]));
            }
        }
    }

    /// The days that differ; a dry run draws numbers that no case will bear.
    fn told_differing(&self) -> Vec<DifferingDay> {
        let mut all = self.differing.clone();
        if self.dry_run {
            for one in &mut all {
                one.case.clear();
            }
        }
        all
    }
}

fn values<T: Serialize>(items: &[T]) -> Vec<Value> {
    let values = items.iter().map(serde_json::to_value);
    values.filter_map(Result::ok).collect()
}

/// A sentence about rows, with the first of them.
fn of_rows(id: &str, rows: &[usize], locale: &Locale) -> String {
    let mut named: Vec<String> = rows.iter().take(FIRST).map(usize::to_string).collect();
    if rows.len() > FIRST {
        named.push("…".to_owned());
    }
    let parts: &[(&str, &dyn crate::i18n::Fill)] =
        &[("count", &rows.len()), ("rows", &named.join(", "))];
    locale.say(id, parts)
}

/// Where the sheet is later stands first: whoever went by it is late.
fn differing(all: &[DifferingDay], out: &Output) -> String {
    let locale = &out.locale;
    let head = [
        (locale.text("column-row"), Column::Number),
        (locale.text("column-case"), Column::Whole),
        (locale.text("column-sheet"), Column::Whole),
        (locale.text("column-ours"), Column::Whole),
        (locale.text("column-days"), Column::Number),
        (locale.text("column-rule"), Column::Words),
    ];
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|one| {
            vec![
                one.row.to_string(),
                one.case.clone(),
                locale.day(one.sheet),
                locale.day(one.ours),
                format!("{:+}", one.days),
                match &one.nearer {
                    Some(nearer) => locale.say(
                        "imported-nearer",
                        &[("rule", &one.rule), ("nearer", nearer)],
                    ),
                    None => one.rule.clone(),
                },
            ]
        })
        .collect();
    print(out, "  ", &head, &rows)
}

fn contradictions(all: &[&Contradiction], out: &Output) -> String {
    let locale = &out.locale;
    let head = [
        (locale.text("column-row"), Column::Number),
        (locale.text("column-column"), Column::Whole),
        (locale.text("column-case"), Column::Whole),
        (locale.text("column-entry"), Column::Whole),
        (locale.text("column-field"), Column::Words),
    ];
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|one| {
            vec![
                one.row.to_string(),
                one.columns.join(", "),
                one.case.clone(),
                short(&one.event),
                one.fields.join(", "),
            ]
        })
        .collect();
    print(out, "  ", &head, &rows)
}

/// What a sheet says no longer, as far as people read on.
fn gone(all: &[Gone], out: &Output) -> String {
    let locale = &out.locale;
    let head = [
        (locale.text("column-row"), Column::Number),
        (locale.text("column-column"), Column::Whole),
        (locale.text("column-case"), Column::Whole),
        (locale.text("column-entry"), Column::Whole),
        (locale.text("column-field"), Column::Words),
    ];
    let rows = all.iter().take(FIRST).map(|one| {
        let what = match (one.row, one.fields.as_slice()) {
            (None, _) => locale.text("imported-gone-case"),
            (Some(_), []) => locale.text("imported-gone-entry"),
            (Some(_), fields) => fields.join(", "),
        };
        vec![
            one.row.map_or_else(String::new, |row| row.to_string()),
            one.columns.join(", "),
            one.case.clone(),
            short(&one.event),
            what,
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    print(out, "  ", &head, &rows)
}

/// What a person had recorded here, as far as people read on.
fn by_hand(all: &[ByHand], out: &Output) -> String {
    let locale = &out.locale;
    let head = [
        (locale.text("column-row"), Column::Number),
        (locale.text("column-case"), Column::Whole),
        (locale.text("column-entry"), Column::Whole),
    ];
    let rows = all
        .iter()
        .take(FIRST)
        .map(|one| vec![one.row.to_string(), one.case.clone(), short(&one.event)]);
    let rows: Vec<Vec<String>> = rows.collect();
    print(out, "  ", &head, &rows)
}

impl View for SheetPlan {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.styled(
            Style::Head,
            &locale.say("plan-title", &[("rows", &self.rows)]),
            "",
        );
        let events: Vec<(String, String)> = self
            .events
            .iter()
            .map(|one| (one.event.clone(), one.count.to_string()))
            .collect();
        page.pairs("  ", &events);
        page.gap();
        let head = [
            (locale.text("column-column"), Column::Whole),
            (locale.text("column-use"), Column::Words),
        ];
        let rows: Vec<Vec<String>> = self
            .items
            .iter()
            .map(|one| vec![one.at.clone(), used(one)])
            .collect();
        page.raw(&print(out, "  ", &head, &rows));
        let asked: Vec<(String, String)> = self
            .items
            .iter()
            .map(|one| (one.at.clone(), left(one, locale)))
            .collect();
        if asked.iter().any(|(_, left)| !left.is_empty()) {
            page.head(Style::Head, &locale.text("plan-left"));
            page.pairs("  ", &asked);
        }
        page.gap();
        let first = self
            .heading
            .saturating_sub(self.heading_rows.saturating_sub(1));
        let heading: &[(&str, &dyn crate::i18n::Fill)] = &[
            ("rows", &self.heading_rows),
            ("first", &first),
            ("last", &self.heading),
        ];
        page.words(&locale.say("plan-heading", heading), "", "");
        for (id, rows) in [
            ("plan-totals", &self.total_rows),
            ("plan-repeated", &self.repeated_rows),
        ] {
            if !rows.is_empty() {
                page.words(&of_rows(id, rows, locale), "", "");
            }
        }
        if let Some(name) = told(self.encoding) {
            page.words(&locale.say("import-encoding", &[("name", &name)]), "", "");
        }
        if !self.encodings.is_empty() {
            let names = self.encodings.join(", ");
            page.alert(
                Style::Care,
                &locale.say("plan-encodings", &[("names", &names)]),
            );
        }
        if self.hidden_rows > 0 {
            page.words(
                &locale.say("plan-hidden-rows", &[("count", &self.hidden_rows)]),
                "",
                "",
            );
        }
        if self.formulas > 0 {
            page.words(
                &locale.say("import-formulas", &[("count", &self.formulas)]),
                "",
                "",
            );
        }
        if self.comments > 0 {
            page.words(
                &locale.say("imported-comments", &[("count", &self.comments)]),
                "",
                "",
            );
        }
        if self.sheets > 1 {
            page.words(
                &locale.say(
                    "plan-sheets",
                    &[("sheet", &self.sheet), ("count", &self.sheets)],
                ),
                "",
                "",
            );
        }
        page.words(&locale.say("plan-open", &[("count", &self.open)]), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.items, &["at", "use", "date", "unknown"])
    }
}

/// What a column is, with the first few things that it could be; below stand all.
fn used(one: &PlannedColumn) -> String {
    let all: Vec<&str> = one.r#use.split(", ").collect();
    match all.split_at_checked(MAY_BE) {
        Some((first, more)) if !more.is_empty() => format!("{} …", first.join(", ")),
        _ => one.r#use.clone(),
    }
}

/// What a person has still to say of a column.
fn left(one: &PlannedColumn, locale: &Locale) -> String {
    let mut left = Vec::new();
    if one.r#use.starts_with("? seal") {
        left.push(locale.text("plan-seal-or-drop"));
    } else if let Some(choices) = one.r#use.strip_prefix("? ") {
        left.push(locale.say("plan-which", &[("choices", &choices)]));
    }
    if one.date.as_deref() == Some("?") {
        left.push(locale.text("plan-order"));
    }
    if one.other_calendar {
        left.push(locale.text("plan-calendar"));
    }
    if one.real_days_too {
        left.push(locale.text("plan-real-days"));
    }
    if one.numbers {
        left.push(locale.text("plan-numbers"));
    }
    if one.unreckoned > 0 {
        let rows: Vec<String> = one.unreckoned_rows.iter().map(usize::to_string).collect();
        left.push(locale.say(
            "plan-unreckoned",
            &[("count", &one.unreckoned), ("rows", &rows.join(", "))],
        ));
    }
    if one.unknown > 0 {
        let rows: Vec<String> = one.unknown_rows.iter().map(usize::to_string).collect();
        left.push(locale.say(
            "plan-unknown",
            &[("count", &one.unknown), ("rows", &rows.join(", "))],
        ));
    }
    left.join("; ")
}

impl View for SheetGone {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let id = match self.fate {
            SheetFate::Deleted => "sheet-gone-deleted",
            SheetFate::KeptSealed => "sheet-gone-kept-sealed",
        };
        page.words(&locale.say(id, &[("count", &self.sheets)]), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["sheets", "fate"])
    }
}
