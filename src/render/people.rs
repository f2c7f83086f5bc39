//! The persons of a case: who they are, and what each agreed to.

use super::page::Page;
use super::{Output, Rows, View};
use crate::app::view::{Consent, People, Person};
use crate::base::text::escape;
use crate::domain::code::Answer;
use crate::i18n::Locale;

/// The columns of a person in plain form and CSV.
pub(super) const COLUMNS: &[&str] = &[
    "person", "role", "relation", "sex", "born", "origin", "since", "left", "left_on",
];

impl View for People {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        page.of_case(&self.case, &self.callsign);
        write(&mut page, &self.items);
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.items, COLUMNS)
    }
}

/// Each person in a line, and beneath it what was agreed to.
pub(super) fn write(page: &mut Page<'_>, people: &[Person]) {
    let locale = &page.out.locale;
    for person in people {
        page.words(&line(person, locale), "  ", "     ");
        let consents = consents(locale, &person.consents);
        let text = format!("{}: {consents}", locale.text("show-consent"));
        page.words(&text, "     ", "     ");
    }
}

/// A person in one line: the number that commands take, and what is known in the open.
pub fn line(person: &Person, locale: &Locale) -> String {
    let mut parts = vec![locale.code("role", person.role.as_str())];
    parts.extend(
        person
            .relation
            .map(|relation| locale.code("relation", relation.as_str())),
    );
    parts.push(locale.say(
        "show-origin",
        &[("origin", &escape(&locale.code("origin", &person.origin)))],
    ));
    parts.extend(
        person
            .born
            .map(|year| locale.say("show-born", &[("year", &year.to_string())])),
    );
    parts.push(locale.code("sex", person.sex.as_str()));
    if let Some(reason) = person.left {
        let reason = locale.code("leave", reason.as_str());
        let day = person
            .left_on
            .map_or_else(String::new, |day| locale.partial(day));
        parts.push(locale.say("person-left", &[("reason", &reason), ("day", &day)]));
    }
    format!("{}  {}", person.person, locale.listed(&parts))
}

/// What was answered, and what nobody asked.
pub(super) fn consents(locale: &Locale, consents: &[Consent]) -> String {
    let purpose = |consent: &Consent| locale.code("purpose", consent.kind.as_str());
    let mut parts = Vec::new();
    let mut open = Vec::new();
    for consent in consents {
        if consent.answer == Answer::NotAsked {
            open.push(purpose(consent));
            continue;
        }
        let answer = locale.code("answer", consent.answer.as_str());
        let day = consent
            .date
            .map_or_else(String::new, |day| locale.partial(day));
        let fills: [(&str, &dyn crate::i18n::Fill); 3] = [
            ("purpose", &purpose(consent)),
            ("answer", &answer),
            ("day", &day),
        ];
        parts.push(locale.say("show-answer", &fills));
    }
    if parts.is_empty() {
        return locale.text("show-nobody-asked");
    }
    if !open.is_empty() {
        parts.push(locale.say("show-not-asked", &[("purposes", &locale.listed(&open))]));
    }
    parts.join(" · ")
}
