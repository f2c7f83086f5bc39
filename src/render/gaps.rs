//! `rule list --gaps`: for which events the law data hold rules, and under which laws.

use std::collections::{BTreeMap, BTreeSet};

use super::page::Page;
use super::table::{Column, print};
use super::text::Style;
use super::{Output, Part, Rows, Sheet, View};
use crate::app::view::{Covered, Gaps};
use crate::i18n::Locale;

impl View for Gaps {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.head(Style::Head, &locale.text("gaps-matters"));
        let Rows { header, lines } = self.what_matters(locale);
        let head: Vec<_> = header
            .into_iter()
            .map(|name| (name, Column::Words))
            .collect();
        page.raw(&print(out, "  ", &head, &lines));
        for (event, covered) in by_event(&self.items) {
            let meaning = self.meanings.get(event).cloned().unwrap_or_default();
            page.gap();
            page.styled(Style::Head, &format!("{event}  {meaning}"), "");
            let (known, none) = known(&covered);
            page.pairs(
                "  ",
                &[
                    (locale.text("gaps-known"), known),
                    (locale.text("gaps-none"), none),
                ],
            );
        }
        page.gap();
        page.line(&locale.text("gaps-legend"));
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(
            &self.items,
            &["event", "jurisdiction", "dated", "text", "others"],
        )
    }

    fn sheet(&self, out: &Output) -> Sheet {
        let locale = &out.locale;
        let mut what_matters = Part::of(self.what_matters(locale));
        what_matters.heading = locale.text("gaps-matters");
        let mut events = Part::of(self.events(locale));
        events.heading = locale.text("gaps-events");
        Sheet {
            title: locale.text("gaps-title"),
            lead: vec![locale.text("gaps-legend")],
            parts: vec![what_matters, events],
        }
    }
}

/// What decides over liberty and stay, and the events that are it.
const MATTERS: [(&str, &[&str]); 6] = [
    ("gaps-refusal", &["decision_refused"]),
    ("gaps-closed", &["decision_closed"]),
    ("gaps-detention", &["restriction_imposed"]),
    ("gaps-removal", &["return_decision"]),
    ("gaps-entry", &["entry_refused"]),
    ("gaps-expiry", &["document_issued", "document_expires"]),
];

impl Gaps {
    /// Law by law, whether something is known of what matters most.
    fn what_matters(&self, locale: &Locale) -> Rows {
        let laws: BTreeSet<&str> = self.items.iter().map(|it| &*it.jurisdiction).collect();
        let cell = |law: &str, events: &[&str]| {
            let of = |it: &&Covered| it.jurisdiction == law && events.contains(&&*it.event);
            let covered = self.items.iter().filter(of);
            let sums = covered.fold((0_usize, 0_usize, 0_usize), |(dated, text, others), it| {
                (
                    dated.saturating_add(it.dated),
                    text.saturating_add(it.text),
                    others.saturating_add(it.others),
                )
            });
            match count(sums) {
                none if none.is_empty() => locale.text("gaps-nothing"),
                some => some,
            }
        };
        let head = std::iter::once("gaps-law").chain(MATTERS.map(|(name, _)| name));
        let line = |law: &str| {
            let cells = MATTERS.iter().map(|(_, events)| cell(law, events));
            std::iter::once(law.to_owned()).chain(cells).collect()
        };
        Rows {
            header: head.map(|name| locale.text(name)).collect(),
            lines: laws.into_iter().map(line).collect(),
        }
    }

    /// Event by event, which laws have rules.
    fn events(&self, locale: &Locale) -> Rows {
        let line = |(event, covered): (&str, Vec<&Covered>)| {
            let meaning = self.meanings.get(event).cloned().unwrap_or_default();
            let (known, none) = known(&covered);
            vec![event.to_owned(), meaning, known, none]
        };
        let head = ["gaps-event", "gaps-meaning", "gaps-known", "gaps-none"];
        Rows {
            header: head.iter().map(|name| locale.text(name)).collect(),
            lines: by_event(&self.items).into_iter().map(line).collect(),
        }
    }
}

/// `de 3, es 2+1`, and how many laws hold nothing.
fn known(covered: &[&Covered]) -> (String, String) {
    let (known, none): (Vec<&Covered>, Vec<&Covered>) = covered
        .iter()
        .partition(|it| it.dated + it.text + it.others > 0);
    let known = known.iter();
    let known = known.map(|it| {
        format!(
            "{} {}",
            it.jurisdiction,
            count((it.dated, it.text, it.others))
        )
    });
    (known.collect::<Vec<_>>().join(", "), none.len().to_string())
}

fn by_event(items: &[Covered]) -> BTreeMap<&str, Vec<&Covered>> {
    let mut events: BTreeMap<&str, Vec<&Covered>> = BTreeMap::new();
    for item in items {
        events.entry(&item.event).or_default().push(item);
    }
    events
}

/// `3`, `3+1`, `+1`: rules with a date, and without; `(2)`: only such as bind an authority, a court or a State; nothing
/// where there are none.
fn count((dated, text, others): (usize, usize, usize)) -> String {
    match (dated, text, others) {
        (0, 0, 0) => String::new(),
        (0, 0, others) => format!("({others})"),
        (dated, 0, _) => dated.to_string(),
        (0, text, _) => format!("+{text}"),
        (dated, text, _) => format!("{dated}+{text}"),
    }
}
