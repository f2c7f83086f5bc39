//! `stats ledger` and `stats verify`: what left, when, to whom, and what the check of it does not know.

use super::about;
use crate::app::view::{Ledger, LedgerItem, Limit, Limits, Threshold};
use crate::base::text::escape;
use crate::disclosure::protect::Wish;
use crate::i18n::Fill;
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
        if self.threshold != Wish::USUAL {
            page.line(&locale.say("threshold-holds", &[("threshold", &self.threshold)]));
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
                // Where no cell was shown, fewer persons were small than the office says.
                let said = if item.overridden.is_empty() {
                    "ledger-fewer"
                } else {
                    "ledger-decided"
                };
                page.words(
                    &locale.say(
                        said,
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
