//! `status`: the store at a glance.

use super::page::Page;
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::{Absence, Need, Status};
use crate::base::text::escape;
use crate::i18n::Locale;

impl View for Status {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let day = |day: Option<chrono::NaiveDate>| {
            day.map_or_else(|| locale.text("status-never"), |day| locale.day(day))
        };
        page.styled(
            Style::Head,
            &locale.say("status-title", &[("day", &locale.day(self.as_of))]),
            "",
        );
        if !self.needs.is_empty() {
            page.head(
                Style::Alarm,
                &locale.say("status-needs", &[("count", &self.needs.len())]),
            );
            for need in &self.needs {
                let words = locale.of_id("need", &need.id, &need.args);
                page.words(&words, "! ", "  ");
            }
        }
        page.gap();
        let morning = &self.morning;
        let away: Vec<String> = morning.away.iter().map(|one| away(locale, one)).collect();
        let handed = self.cases.transferred;
        let mut cases = locale.say(
            "status-cases-value",
            &[("open", &self.cases.open), ("closed", &self.cases.closed)],
        );
        if handed > 0 {
            cases = locale.say(
                "status-cases-handed",
                &[("cases", &cases), ("count", &handed)],
            );
        }
        let log = match self.log.signed {
            Some(day) => {
                let day = locale.day(day);
                let gap = self.log.unsigned_since.map(|since| locale.day(since));
                match gap {
                    Some(since) => {
                        locale.say("status-log-gap", &[("day", &day), ("since", &since)])
                    }
                    None => locale.say("status-log-signed", &[("day", &day)]),
                }
            }
            None => locale.text("status-log-never"),
        };
        let lock = self.lock.as_ref();
        let lock = lock.map_or_else(String::new, |lock| super::lock::state(lock, locale));
        let backup = match self.last_backup {
            Some(day) => locale.say("status-backup-value", &[("day", &locale.day(day))]),
            None => locale.text("status-never"),
        };
        let names = match (self.names_since, &self.names_by) {
            (Some(since), Some(by)) if !self.opens_names.is_empty() => locale.say(
                "status-names-value",
                &[
                    ("members", &escape(&self.opens_names.join(", "))),
                    ("since", &locale.day(since)),
                    ("by", &escape(by)),
                ],
            ),
            _ => locale.text("status-names-nobody"),
        };
        page.pairs(
            "  ",
            &[
                (locale.text("status-cases"), cases),
                (locale.text("status-overdue"), self.due.overdue.to_string()),
                (locale.text("status-soon"), self.due.within_14d.to_string()),
                (locale.text("status-nobody"), self.due.nobody.to_string()),
                (
                    locale.text("status-unconfirmed"),
                    morning.unconfirmed.to_string(),
                ),
                (
                    locale.text("status-hearings"),
                    morning.hearings_7d.to_string(),
                ),
                (locale.text("status-idle"), morning.no_next_step.to_string()),
                (locale.text("status-away"), away.join(", ")),
                (
                    locale.text("status-retention"),
                    Some(self.retention.passed)
                        .filter(|passed| *passed > 0)
                        .map_or_else(String::new, |passed| passed.to_string()),
                ),
                (
                    locale.text("status-opens-store"),
                    escape(&self.opens_store.join(", ")),
                ),
                (locale.text("status-opens-names"), names),
                (
                    locale.text("status-contact"),
                    locale.code("contact-rule", self.contact.as_str()),
                ),
                (locale.text("status-log"), log),
                (locale.text("status-backup"), backup),
                (locale.text("status-elsewhere"), day(self.last_elsewhere)),
                (locale.text("status-drill"), day(self.last_drill)),
                (locale.text("status-lock"), lock),
                (
                    locale.text("status-panic"),
                    super::lock::at_panic(&self.panic, locale),
                ),
            ],
        );
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(
            self,
            &[
                "as_of",
                "members",
                "opens_store",
                "opens_names",
                "contact",
                "cases.open",
                "cases.closed",
                "cases.transferred",
                "due.overdue",
                "due.within_14d",
                "due.nobody",
                "morning.unconfirmed",
                "morning.hearings_7d",
                "morning.no_next_step",
                "retention.passed",
                "log.signed",
                "log.unsigned",
                "log.unsigned_since",
                "log.unsigned_days",
                "last_backup",
                "last_drill",
                "last_elsewhere",
                "lock.state",
                "panic.lost_cases",
            ],
        )
    }

    fn tables(&self) -> Vec<Rows> {
        let mut tables = vec![self.rows()];
        if !self.needs.is_empty() {
            tables.push(Rows::pick::<Need>(&self.needs, &["id", "message"]));
        }
        tables
    }
}

/// `m1 (until Fri 13 Mar 2026, m2 stands in)`
fn away(locale: &Locale, one: &Absence) -> String {
    let (member, to) = (escape(&one.member), escape(&one.to));
    let until = locale.day(one.until);
    locale.say(
        "status-away-who",
        &[("member", &member), ("until", &until), ("to", &to)],
    )
}
