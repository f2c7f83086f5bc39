//! `stats ledger` and `stats verify`: what left, when, to whom, and what the check of it does not know.

use super::about;
use crate::app::view::{Ledger, LedgerItem, Limit, Limits};
use crate::base::text::escape;
use crate::render::page::Page;
use crate::render::{Output, Rows, View};

impl View for Ledger {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        if self.items.is_empty() {
            page.line(&locale.text("ledger-empty"));
        }
        for item in &self.items {
            let unit = locale.code("unit", &item.unit);
            let by: Vec<String> = item
                .dimensions
                .iter()
                .map(|dimension| locale.code("dimension", dimension).to_lowercase())
                .collect();
            let day = locale.date(item.at.date_naive());
            let (to, member) = (escape(&item.to), escape(&item.member));
            page.line(&format!("{}  {day}  {to}  {member}", item.release));
            let mut about = vec![format!("{unit} {}", by.join(", ")).trim_end().to_owned()];
            about.extend(about::filters(&item.filters, locale));
            if let Some(period) = &item.period {
                about.push(locale.say("figures-period", &[("period", period)]));
            }
            page.words(&about.join(" · "), "  ", "  ");
            page.words(
                &locale.say(
                    "ledger-cells",
                    &[
                        ("cells", &item.cells),
                        ("withheld", &item.withheld),
                        ("threshold", &item.threshold),
                    ],
                ),
                "  ",
                "  ",
            );
            if let Some(because) = &item.because {
                page.words(
                    &locale.say(
                        "ledger-decided",
                        &[
                            ("count", &item.overridden.len()),
                            ("because", &escape(because)),
                        ],
                    ),
                    "  ",
                    "  ",
                );
            }
            if let Some(by) = &item.proposed_by {
                let approved = escape(item.approved.as_deref().unwrap_or_default());
                let said = locale.say(
                    "ledger-approved",
                    &[("by", &escape(by)), ("because", &approved)],
                );
                page.words(&said, "  ", "  ");
            }
            if item.pairwise {
                page.words(&locale.text("ledger-pairwise"), "  ", "  ");
            }
            if let Some(state) = item.state {
                page.words(&locale.code("ledger", state), "  ", "  ");
            }
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
