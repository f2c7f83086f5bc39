//! `identity` and `audit`. A person's own page is not a [`View`]: it is wiped once it was shown.

use serde::Serialize;
use zeroize::Zeroizing;

use super::entry::of_person;
use super::page::Page;
use super::table::{Column, print};
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::identity::OpenedIdentity;
use crate::app::view::{
    Audit, Audited, CardsKept, ContactSet, ContactShared, Forgotten, Matched, Matches, SealGroup,
    Sealed,
};
use crate::base::text::escape;
use crate::domain::code::NotShared;
use crate::i18n::Locale;
use crate::vault::{Older, Person};

impl View for Sealed {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let callsign = escape(&self.callsign);
        page.styled(
            Style::Head,
            &locale.say(
                "sealed-done",
                &[("case", &self.case), ("callsign", &callsign)],
            ),
            "",
        );
        page.words(
            &locale.say(
                if self.mine {
                    "sealed-holders-mine"
                } else {
                    "sealed-holders"
                },
                &[
                    ("count", &self.holders),
                    ("envelopes", &i64::from(self.envelopes)),
                ],
            ),
            "",
            "",
        );
        if let Some(alias) = &self.contact {
            page.words(
                &locale.say("contact-can", &[("member", &escape(alias))]),
                "",
                "",
            );
        }
        if let Some(why) = self.not_shared.filter(|why| *why != NotShared::Rule) {
            let why = locale.code("not-shared", why.as_str());
            page.words(&locale.say("contact-cannot", &[("why", &why)]), "", "");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(
            self,
            &[
                "case",
                "callsign",
                "event",
                "envelopes",
                "holders",
                "mine",
                "contact",
                "not_shared",
            ],
        )
    }
}

impl View for ContactSet {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        let who = out.locale.code("contact-rule", self.contact.as_str());
        page.words(&out.locale.say("contact-set", &[("who", &who)]), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["contact"])
    }
}

impl View for ContactShared {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.of_case(&self.case, &self.callsign);
        let member = escape(&self.contact);
        page.words(&locale.say("contact-can", &[("member", &member)]), "", "");
        if self.closed > 0 {
            let closed = locale.say("identity-closed", &[("count", &self.closed)]);
            page.words(&closed, "", "");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["case", "callsign", "contact", "closed"])
    }
}

impl View for SealGroup {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        page.words(
            &out.locale
                .say("seal-group-set", &[("count", &self.holders)]),
            "",
            "",
        );
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["group", "holders"])
    }
}

impl View for CardsKept {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        page.words(&out.locale.text("cards-kept"), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["recovery", "group"])
    }
}

impl View for Audit {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let head = [
            (locale.text("column-date"), Column::Whole),
            (locale.text("column-by"), Column::Words),
            (locale.text("column-what"), Column::Words),
            (locale.text("column-case"), Column::Whole),
            (locale.text("column-why"), Column::Words),
        ];
        let row = |item: &Audited| {
            let reason = item.reason.as_deref();
            let reason = reason.map(|code| locale.code("opening-reason", code));
            let why = [reason, item.because.as_deref().map(escape)];
            let why: Vec<String> = why.into_iter().flatten().collect();
            vec![
                locale.date(item.at.date_naive()),
                escape(&item.member),
                [
                    Some(locale.code("audit", item.what)),
                    item.about.as_deref().map(escape),
                ]
                .into_iter()
                .flatten()
                .collect::<Vec<String>>()
                .join(": "),
                item.case
                    .clone()
                    .map_or_else(String::new, |case| of_person(locale, case, item.person)),
                why.join(": "),
            ]
        };
        let rows: Vec<Vec<String>> = self.items.iter().map(row).collect();
        print(out, "", &head, &rows)
    }

    fn rows(&self) -> Rows {
        Rows::pick_of_persons(
            &self.items,
            &["at", "member", "what", "about", "case", "reason", "because"],
        )
    }
}

impl View for Matches {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let head = [
            (locale.text("column-alike"), Column::Whole),
            (locale.text("column-by-what"), Column::Words),
            (locale.text("column-case"), Column::Whole),
            (locale.text("column-callsign"), Column::Words),
        ];
        let row = |item: &Matched| {
            vec![
                format!("{} %", item.alike),
                locale.code("alike", item.by),
                of_person(locale, item.case.clone(), item.person),
                escape(&item.callsign),
            ]
        };
        let rows: Vec<Vec<String>> = self.items.iter().map(row).collect();
        if !rows.is_empty() {
            page.raw(&print(out, "", &head, &rows));
            page.gap();
        }
        let counts: &[(&str, &dyn crate::i18n::Fill)] = &[
            ("count", &self.items.len()),
            ("looked", &i64::from(self.looked)),
        ];
        page.words(&locale.say("matches-count", counts), "", "");
        if self.closed > 0 {
            page.words(
                &locale.say("matches-closed", &[("count", &self.closed)]),
                "",
                "",
            );
        }
        if !self.damaged.is_empty() {
            let cases = self.damaged.join(", ");
            page.words(
                &locale.say("matches-damaged", &[("cases", &cases)]),
                "! ",
                "  ",
            );
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.items, &["alike", "by", "case", "callsign"])
    }
}

impl View for Forgotten {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        let events = i64::try_from(self.events).unwrap_or(i64::MAX);
        let told: &[(&str, &dyn crate::i18n::Fill)] = &[("case", &self.case), ("count", &events)];
        page.styled(Style::Head, &out.locale.say("forgotten-done", told), "");
        page.words(&out.locale.text("forgotten-limits"), "", "");
        if !self.backups.is_empty() {
            let days: Vec<String> = self
                .backups
                .iter()
                .map(|day| out.locale.day(*day))
                .collect();
            let days = days.join(", ");
            page.words(
                &out.locale.say("forgotten-backups", &[("days", &days)]),
                "! ",
                "  ",
            );
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["case", "events", "backups"])
    }
}

/// What is known of a person, for the eyes of whoever opened it.
pub fn person_page(opened: &OpenedIdentity, locale: &Locale) -> Zeroizing<String> {
    let person = &opened.person;
    let older = &opened.older;
    let single: [(&str, &Option<String>, &[String]); 4] = [
        ("identity-born", &person.born, &older.born),
        ("identity-address", &person.address, &older.address),
        ("identity-reach", &person.reach, &older.reach),
        ("identity-note", &person.note, &[]),
    ];
    let lists = [
        ("identity-names", &person.names),
        ("identity-telephone", &person.telephone),
        ("identity-documents", &person.documents),
        ("identity-file-numbers", &person.file_numbers),
    ];
    let head = format!("{} · {}\n\n", opened.case, escape(&opened.callsign));
    let length = |text: &String| text.len().saturating_add(64);
    let values = lists.iter().flat_map(|(_, list)| list.iter());
    let values = values.chain(
        single
            .iter()
            .flat_map(|(_, value, older)| value.iter().chain(*older)),
    );
    let room: usize = values.map(length).sum();
    // Never grows, so leaves no copies.
    let mut page = Zeroizing::new(String::with_capacity(
        room.saturating_mul(4).saturating_add(1024),
    ));
    page.push_str(&head);
    let mut line = |what: &str, text: &str| {
        page.push_str(what);
        page.push_str(": ");
        page.push_str(&Zeroizing::new(escape(text)));
        page.push('\n');
    };
    for (id, list) in lists {
        for text in list {
            line(&locale.text(id), text);
        }
    }
    for (id, value, older) in single {
        let what = locale.text(id);
        if let Some(text) = value {
            line(&what, text);
        }
        for text in older {
            line(&locale.say("identity-older", &[("what", &what)]), text);
        }
    }
    if !opened.older.is_empty() {
        page.push_str(&locale.text("identity-differ"));
        page.push('\n');
    }
    if opened.closed > 0 {
        let closed = locale.say("identity-closed", &[("count", &opened.closed)]);
        page.push_str(&closed);
        page.push('\n');
    }
    if opened.damaged > 0 {
        let damaged = locale.say("identity-damaged", &[("count", &opened.damaged)]);
        page.push_str(&damaged);
        page.push('\n');
    }
    page
}

/// The same for a script.
pub fn person_json(opened: &OpenedIdentity) -> Zeroizing<String> {
    #[derive(Serialize)]
    struct Told<'o> {
        schema: &'static str,
        case: &'o str,
        callsign: &'o str,
        closed: usize,
        damaged: usize,
        #[serde(skip_serializing_if = "Older::is_empty")]
        older: &'o Older,
        #[serde(flatten)]
        person: &'o Person,
    }
    let told = Told {
        schema: "nansen.identity/1",
        case: &opened.case,
        callsign: &opened.callsign,
        closed: opened.closed,
        damaged: opened.damaged,
        older: &opened.older,
        person: &opened.person,
    };
    // Room for the longest envelope many times over: it never grows, so leaves no copies.
    let mut json = Zeroizing::new(Vec::with_capacity(1024 * 1024));
    if serde_json::to_writer(&mut *json, &told).is_ok() {
        json.push(b'\n');
    }
    let text = std::str::from_utf8(&json).unwrap_or_default();
    Zeroizing::new(text.to_owned())
}
