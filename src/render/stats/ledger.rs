//! `stats ledger` and `stats verify`: what left, when, to whom, and what the check of it does not know.

use std::collections::BTreeMap;

use super::grid::{Face, on_screen};
use super::{about, key_in_words, markers, numbers, pair, word};
use crate::app::view::{Declined, Ledger, LedgerItem, Limit, Limits, Threshold, Waiting};
use crate::base::text::escape;
use crate::disclosure::protect::Wish;
use crate::i18n::{Fill, Locale};
use crate::render::page::Page;
use crate::render::text::Style;
use crate::render::{Output, Rows, View};

impl View for Ledger {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        if self.items.is_empty() && self.waiting.is_empty() {
            page.line(&locale.text("ledger-empty"));
        }
        if self.threshold != Wish::USUAL {
            page.line(&locale.say("threshold-holds", &[("threshold", &self.threshold)]));
        }
        for (item, times) in once(&self.items) {
            one(&mut page, item, times);
        }
        for item in &self.waiting {
            waiting(&mut page, item);
        }
        let printed = self.items.first();
        if let Some((item, face)) = printed.and_then(|item| Some((item, Face::of_left(item)?))) {
            page.gap();
            page.raw(&on_screen(face, out));
            page.gap();
            for said in markers(face.cells, Some(item.threshold), locale) {
                page.words(&pair(&said.0, &said.1, locale), "", "  ");
            }
        }
        page.gap();
        for close in &self.close {
            let of = close.of.iter();
            let of: Vec<String> = of.map(|(name, code)| word(locale, name, code)).collect();
            let cell = if of.is_empty() {
                locale.text("stats-total")
            } else {
                locale.listed(&of)
            };
            let fills: [(&str, &dyn Fill); 5] = [
                ("cell", &cell),
                ("shown", &close.shown),
                ("beside", &close.beside),
                ("other", &close.beside_shown),
                ("count", &close.shown.abs_diff(close.beside_shown)),
            ];
            page.alert(Style::Care, &locale.say("ledger-close", &fills));
        }
        if let Some(together) = &self.together {
            page.gap();
            let release = together.release.as_deref().unwrap_or_default();
            let key = together
                .key
                .as_ref()
                .map_or(String::new(), |key| key.join(", "));
            let said = locale.say(
                "ledger-together",
                &[
                    ("state", &together.state),
                    ("releases", &together.releases),
                    ("release", &release),
                    ("key", &escape(&key)),
                ],
            );
            page.words(&said, "", "  ");
        }
        page.done()
    }

    fn tables(&self) -> Vec<Rows> {
        let mut tables = vec![self.rows()];
        if let Some(item) = self.items.first()
            && let Some(face) = Face::of_left(item)
        {
            tables.push(numbers(face));
            let header = ["about", "value"].map(str::to_owned).to_vec();
            tables.push(Rows {
                header,
                lines: record(item),
            });
        }
        if !self.waiting.is_empty() {
            let header = [
                "waiting",
                "at",
                "member",
                "to",
                "unit",
                "dimensions",
                "where",
                "period",
                "as_of",
                "threshold",
                "show",
                "because",
            ];
            tables.push(Rows {
                header: header.map(str::to_owned).to_vec(),
                lines: self.waiting.iter().map(line_of_waiting).collect(),
            });
        }
        if !self.close.is_empty() {
            let header = ["close", "shown", "beside", "beside_shown"];
            let lines = self.close.iter().map(|close| {
                let of = close.of.iter().map(|(name, code)| format!("{name}={code}"));
                vec![
                    of.collect::<Vec<_>>().join(" "),
                    close.shown.to_string(),
                    close.beside.clone(),
                    close.beside_shown.to_string(),
                ]
            });
            tables.push(Rows {
                header: header.map(str::to_owned).to_vec(),
                lines: lines.collect(),
            });
        }
        if let Some(together) = &self.together {
            let header = ["together", "releases", "release", "key"];
            tables.push(Rows {
                header: header.map(str::to_owned).to_vec(),
                lines: vec![vec![
                    together.state.to_owned(),
                    together.releases.to_string(),
                    together.release.clone().unwrap_or_default(),
                    together.key.clone().unwrap_or_default().join(","),
                ]],
            });
        }
        tables
    }

    fn rows(&self) -> Rows {
        let header = [
            "release",
            "at",
            "member",
            "to",
            "unit",
            "dimensions",
            "threshold",
            "cells",
            "withheld",
            "state",
        ];
        let line = |item: &LedgerItem| {
            vec![
                item.release.clone(),
                item.at.to_rfc3339(),
                item.member.clone(),
                item.to.clone(),
                item.unit.clone(),
                item.dimensions.join(","),
                item.threshold.to_string(),
                item.cells.to_string(),
                item.withheld.to_string(),
                item.state.unwrap_or_default().to_owned(),
            ]
        };
        Rows {
            header: header.map(str::to_owned).to_vec(),
            lines: self.items.iter().map(line).collect(),
        }
    }
}

/// Each table once for those to whom it went on a day, with how often: every file that is made of it is remembered.
fn once(items: &[LedgerItem]) -> Vec<(&LedgerItem, usize)> {
    let alike = |a: &LedgerItem, b: &LedgerItem| {
        let of = |item: &LedgerItem| (item.at.date_naive(), item.state);
        let by = |item: &LedgerItem| (item.approved.clone(), item.because.clone());
        a.release == b.release
            && (&a.to, &a.member, &a.purpose) == (&b.to, &b.member, &b.purpose)
            && (of(a), by(a)) == (of(b), by(b))
    };
    let mut once: Vec<(&LedgerItem, usize)> = Vec::new();
    for item in items {
        match once.iter_mut().find(|(known, _)| alike(known, item)) {
            Some((_, times)) => *times += 1,
            None => once.push((item, 1)),
        }
    }
    once
}

/// What is remembered of a table that left.
fn one(page: &mut Page<'_>, item: &LedgerItem, times: usize) {
    let locale = &page.out.locale;
    let say = |id: &str, fills: &[(&str, &dyn Fill)]| locale.say(id, fills);
    let day = locale.date(item.at.date_naive());
    let mut head = vec![
        item.release.clone(),
        day,
        escape(&item.to),
        escape(&item.member),
    ];
    if times > 1 {
        head.push(say("ledger-times", &[("count", &times)]));
    }
    let mut about = asked(
        &item.unit,
        &item.dimensions,
        &item.filters,
        item.period.as_deref(),
        locale,
    );
    let mut told = Vec::new();
    if item.table.is_some() {
        let day = item.as_of.unwrap_or_else(|| item.at.date_naive());
        about.push(say("figures-as-of", &[("day", &locale.date(day))]));
        let purpose = item.purpose.as_ref();
        told.extend(purpose.map(|purpose| say("ledger-purpose", &[("purpose", &escape(purpose))])));
    }
    told.insert(0, about.join(" · "));
    let cells: [(&str, &dyn Fill); 3] = [
        ("cells", &item.cells),
        ("withheld", &item.withheld),
        ("threshold", &item.threshold),
    ];
    told.push(say("ledger-cells", &cells));
    if item.rounded {
        told.push(locale.text("ledger-rounded"));
    }
    if let Some(because) = &item.because {
        // Where no cell was shown, fewer persons were small than the office says.
        let id = if item.overridden.is_empty() {
            "ledger-fewer"
        } else {
            "ledger-decided"
        };
        let count = item.overridden.len();
        told.push(say(id, &[("count", &count), ("because", &escape(because))]));
        if item.table.is_some() {
            let keys = item.overridden.iter();
            let keys = keys.map(|key| key_in_words(locale, &item.dimensions, key));
            told.extend(keys.map(|cell| say("ledger-overridden", &[("cell", &cell)])));
        }
    }
    if let Some(by) = &item.proposed_by {
        let approved = escape(item.approved.as_deref().unwrap_or_default());
        let fills: [(&str, &dyn Fill); 2] = [("by", &escape(by)), ("because", &approved)];
        told.push(say("ledger-approved", &fills));
    }
    if item.pairwise {
        told.push(locale.text("ledger-pairwise"));
    }
    if !item.told.is_empty() && item.taken_back.is_none() {
        let cells = item.told.iter();
        let cells = cells.map(|key| key_in_words(locale, &item.dimensions, key));
        let cells = locale.listed(&cells.collect::<Vec<_>>());
        told.push(say("ledger-tells", &[("cells", &cells)]));
    }
    told.extend(item.state.map(|state| locale.code("ledger", state)));
    if let Some(back) = &item.taken_back {
        let day = locale.date(back.at.date_naive());
        let because = back.because.as_deref().map(escape).unwrap_or_default();
        let fills: [(&str, &dyn Fill); 3] = [
            ("day", &day),
            ("member", &escape(&back.member)),
            ("because", &because),
        ];
        let id = match back.because {
            Some(_) => "ledger-taken-back-why",
            None => "ledger-taken-back",
        };
        told.push(say(id, &fills));
    }
    page.line(&head.join("  "));
    for line in told {
        page.words(&line, "  ", "  ");
    }
}

/// What was asked: the unit with its dimensions, each condition, the years.
fn asked(
    unit: &str,
    dimensions: &[String],
    filters: &BTreeMap<String, Vec<String>>,
    period: Option<&str>,
    locale: &Locale,
) -> Vec<String> {
    let name = locale.code("unit", unit);
    let by = dimensions.iter();
    let by = by.map(|dimension| locale.code("dimension", dimension).to_lowercase());
    let by = by.collect::<Vec<_>>().join(", ");
    let mut said = vec![format!("{name} {by}").trim_end().to_owned()];
    said.extend(about::filters(filters, locale));
    said.extend(period.map(|period| about::years(unit, period, locale)));
    said
}

/// What waits for another member: what it asks, why, and which small numbers it would show, without them.
fn waiting(page: &mut Page<'_>, item: &Waiting) {
    let locale = &page.out.locale;
    let say = |id: &str, fills: &[(&str, &dyn Fill)]| locale.say(id, fills);
    let day = locale.date(item.at.date_naive());
    let head = [
        item.release.clone(),
        day,
        escape(&item.to),
        escape(&item.member),
        locale.text("ledger-waits"),
    ];
    let mut about = asked(
        &item.unit,
        &item.dimensions,
        &item.filters,
        item.period.as_deref(),
        locale,
    );
    about.push(say("figures-as-of", &[("day", &locale.date(item.as_of))]));
    let mut told = vec![about.join(" · ")];
    let purpose = item.purpose.as_ref();
    told.extend(purpose.map(|purpose| say("ledger-purpose", &[("purpose", &escape(purpose))])));
    told.push(say("ledger-would-few", &[("threshold", &item.threshold)]));
    if item.rounded {
        told.push(locale.text("ledger-rounded"));
    }
    let because: (&str, &dyn Fill) = ("because", &escape(&item.because));
    told.push(say("ledger-would-why", &[because]));
    let cells = item.show.iter();
    let cells = cells.map(|key| key_in_words(locale, &item.dimensions, key));
    told.extend(cells.map(|cell| say("ledger-would-show", &[("cell", &cell)])));
    let rates = item.rates.iter();
    told.extend(rates.map(|rate| say("ledger-would-rate", &[("rate", &escape(rate))])));
    let number: (&str, &dyn Fill) = ("number", &item.release);
    let how = if item.list {
        "ledger-approve-list"
    } else {
        "ledger-approve"
    };
    told.push(say(how, &[number]));
    page.line(&head.join("  "));
    for line in told {
        page.words(&line, "  ", "  ");
    }
}

/// The same for programs.
fn line_of_waiting(item: &Waiting) -> Vec<String> {
    let keys = item.show.iter().map(|key| key.join(","));
    vec![
        item.release.clone(),
        item.at.to_rfc3339(),
        item.member.clone(),
        item.to.clone(),
        item.unit.clone(),
        item.dimensions.join(","),
        conditions(&item.filters),
        item.period.clone().unwrap_or_default(),
        item.as_of.to_string(),
        item.threshold.to_string(),
        keys.collect::<Vec<_>>().join(" "),
        item.because.clone(),
    ]
}

/// Each condition in codes.
fn conditions(filters: &BTreeMap<String, Vec<String>>) -> String {
    let all = filters
        .iter()
        .map(|(of, values)| format!("{of}={}", values.join(",")));
    all.collect::<Vec<_>>().join(" ")
}

/// The same for programs, where one number was named.
fn record(item: &LedgerItem) -> Vec<Vec<String>> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut lines = vec![
        ("purpose", text(&item.purpose)),
        ("period", text(&item.period)),
        (
            "as_of",
            item.as_of.map_or_else(String::new, |day| day.to_string()),
        ),
        ("rounded", if item.rounded { "5" } else { "" }.to_owned()),
    ];
    lines.push(("where", conditions(&item.filters)));
    lines.extend(
        item.overridden
            .iter()
            .map(|key| ("overridden", key.join(","))),
    );
    lines.extend(item.told.iter().map(|key| ("told", key.join(","))));
    lines.push(("because", text(&item.because)));
    lines.push(("proposed_by", text(&item.proposed_by)));
    lines.push(("approved", text(&item.approved)));
    let said = lines.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|(name, value)| vec![name.to_owned(), value])
        .collect()
}

impl View for Declined {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        let fills: [(&str, &dyn Fill); 2] = [
            ("number", &self.release),
            ("by", &escape(&self.proposed_by)),
        ];
        page.line(&out.locale.say("stats-declined", &fills));
        page.done()
    }

    fn rows(&self) -> Rows {
        let header = ["release", "proposed_by", "because"];
        Rows {
            header: header.map(str::to_owned).to_vec(),
            lines: vec![vec![
                self.release.clone(),
                self.proposed_by.clone(),
                self.because.clone(),
            ]],
        }
    }
}

impl View for Threshold {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.line(&locale.say("threshold-holds", &[("threshold", &self.threshold)]));
        if let (Some(at), Some(member)) = (&self.at, &self.member) {
            let day = locale.date(at.date_naive());
            let fills: [(&str, &dyn Fill); 2] = [("day", &day), ("member", &escape(member))];
            page.words(&locale.say("threshold-said", &fills), "  ", "  ");
        }
        if let Some(because) = &self.because {
            page.words(&escape(because), "  ", "  ");
        }
        if let Some(waits) = &self.waits {
            page.words(
                &locale.say("threshold-waits", &[("threshold", waits)]),
                "! ",
                "  ",
            );
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        let header = ["threshold", "at", "member", "because", "waits"];
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Rows {
            header: header.map(str::to_owned).to_vec(),
            lines: vec![vec![
                self.threshold.to_string(),
                self.at.map_or_else(String::new, |at| at.to_rfc3339()),
                text(&self.member),
                text(&self.because),
                self.waits
                    .map_or_else(String::new, |waits| waits.to_string()),
            ]],
        }
    }
}

impl View for Limits {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        for item in &self.items {
            page.words(&out.locale.text(&format!("limit-{}", item.id)), "", "  ");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        let line = |item: &Limit| vec![item.id.clone(), item.message.clone()];
        Rows {
            header: ["id", "message"].map(str::to_owned).to_vec(),
            lines: self.items.iter().map(line).collect(),
        }
    }
}
