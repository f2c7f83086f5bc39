//! `rule list --gaps`: for which events the law data hold rules, and under which laws.

use std::collections::{BTreeMap, BTreeSet};

use super::page::Page;
use super::text::Style;
use super::{Output, Part, Rows, Sheet, View};
use crate::app::view::{Covered, Gaps};

impl View for Gaps {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        for (event, covered) in by_event(&self.items) {
            let meaning = self.meanings.get(event).cloned().unwrap_or_default();
            page.gap();
            page.styled(Style::Head, &format!("{event}  {meaning}"), "");
            let (known, none): (Vec<&Covered>, Vec<&Covered>) =
                covered.into_iter().partition(|it| it.dated + it.text > 0);
            let known: Vec<String> = known
                .iter()
                .map(|it| format!("{} {}", it.jurisdiction, count(it)))
                .collect();
            let none: Vec<&str> = none.iter().map(|it| it.jurisdiction.as_str()).collect();
            page.pairs(
                "  ",
                &[
                    (locale.text("gaps-known"), known.join(", ")),
                    (locale.text("gaps-none"), none.join(" ")),
                ],
            );
        }
        page.gap();
        page.line(&locale.text("gaps-legend"));
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.items, &["event", "jurisdiction", "dated", "text"])
    }

    fn sheet(&self, out: &Output) -> Sheet {
        let laws: BTreeSet<&str> = self
            .items
            .iter()
            .map(|it| it.jurisdiction.as_str())
            .collect();
        let line = |(event, covered): (&str, Vec<&Covered>)| {
            let counts = covered.iter().map(|it| count(it));
            std::iter::once(event.to_owned()).chain(counts).collect()
        };
        let head = std::iter::once(out.locale.text("gaps-event"));
        Sheet {
            title: out.locale.text("gaps-title"),
            lead: vec![out.locale.text("gaps-legend")],
            parts: vec![Part::of(Rows {
                header: head.chain(laws.into_iter().map(str::to_owned)).collect(),
                lines: by_event(&self.items).into_iter().map(line).collect(),
            })],
        }
    }
}

fn by_event(items: &[Covered]) -> BTreeMap<&str, Vec<&Covered>> {
    let mut events: BTreeMap<&str, Vec<&Covered>> = BTreeMap::new();
    for item in items {
        events.entry(&item.event).or_default().push(item);
    }
    events
}

/// `3`, `3+1`, `+1`: rules with a date, and without; nothing where there are none.
fn count(it: &Covered) -> String {
    match (it.dated, it.text) {
        (0, 0) => String::new(),
        (dated, 0) => dated.to_string(),
        (0, text) => format!("+{text}"),
        (dated, text) => format!("{dated}+{text}"),
    }
}
