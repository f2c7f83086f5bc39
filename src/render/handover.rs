//! `case export`, `case import`, `case receipt`, `case origin`.

use super::page::Page;
use super::text::{Style, short};
use super::{Output, Rows, View};
use crate::app::view::{HandedOver, OriginEntry, Receipted, TakenOver};
use crate::base::text::escape;
use crate::i18n::Fill;

impl View for HandedOver {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let until = locale.day(self.until);
        let fills: [(&str, &dyn Fill); 4] = [
            ("case", &self.case),
            ("callsign", &self.callsign),
            ("count", &self.entries),
            ("until", &until),
        ];
        page.styled(Style::Head, &locale.say("handover-made", &fills), "");
        let names = usize::from(self.identities);
        let names = match names {
            0 => locale.text("handover-no-names"),
            _ => locale.say("handover-names", &[("count", &names)]),
        };
        page.words(&names, "", "");
        if self.closed > 0 {
            let text = locale.say("handover-closed", &[("count", &self.closed)]);
            page.words(&text, "! ", "  ");
        }
        page.line(&locale.text("handover-stays"));
        for (id, count) in [
            ("handover-stays-sealed", self.stays.sealed),
            ("handover-stays-links", self.stays.links),
            ("handover-stays-fields", self.stays.own_fields),
            ("handover-stays-desk", self.stays.desk),
            ("handover-stays-unknown", self.stays.unknown),
            ("handover-stays-taken-back", self.stays.taken_back),
            ("handover-stays-others", self.stays.others),
            ("handover-stays-cut", self.stays.cut),
        ] {
            if count > 0 {
                page.words(&locale.say(id, &[("count", &count)]), "  ", "  ");
            }
        }
        page.words(&locale.text("handover-stays-always"), "  ", "  ");
        page.words(&locale.text("handover-by"), "", "");
        page.words(
            &locale.say("handover-signed", &[("words", &self.signed_by)]),
            "",
            "",
        );
        page.words(&locale.text("handover-next"), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(
            self,
            &[
                "case",
                "handover",
                "until",
                "entries",
                "identities",
                "signed_by",
            ],
        )
    }
}

impl View for TakenOver {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let none = || "–".to_owned();
        let case = self.case.clone().unwrap_or_else(none);
        let callsign = self.callsign.clone().unwrap_or_else(none);
        let fills: [(&str, &dyn Fill); 3] = [
            ("case", &case),
            ("callsign", &callsign),
            ("count", &self.entries.len()),
        ];
        let head = match (self.already_there, self.dry_run) {
            (true, _) => "handover-there",
            (false, true) => "handover-looked",
            (false, false) => "handover-taken",
        };
        page.styled(Style::Head, &locale.say(head, &fills), "");
        let (made, until) = (locale.day(self.made), locale.day(self.until));
        let days: [(&str, &dyn Fill); 2] = [("made", &made), ("until", &until)];
        page.words(&locale.say("handover-days", &days), "", "");
        page.words(
            &locale.say("handover-signed-there", &[("words", &self.signed_by)]),
            "",
            "",
        );
        let parts: [(&str, &dyn Fill); 3] = [
            ("left", &self.left_out),
            ("cut", &self.cut),
            ("names", &self.identities),
        ];
        page.words(&locale.say("handover-parts", &parts), "", "");
        for entry in &self.entries {
            page.line(&format!("  {}", words(entry, out)));
        }
        if !self.dry_run {
            page.words(&locale.text("handover-taken-next"), "", "");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(
            &self.entries,
            &["event", "kind", "recorded_at", "by", "stream", "number"],
        )
    }
}

fn words(entry: &OriginEntry, out: &Output) -> String {
    let locale = &out.locale;
    let day = locale.day(entry.recorded_at.date_naive());
    let what = locale.code("event", &entry.kind);
    let by = escape(&entry.by);
    format!("{}  {day}  {what}  {by}", short(&entry.event))
}

impl View for Receipted {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let received = locale.day(self.received);
        let fills: [(&str, &dyn Fill); 3] = [
            ("case", &self.case),
            ("callsign", &self.callsign),
            ("day", &received),
        ];
        page.styled(Style::Head, &locale.say("receipt-noted", &fills), "");
        if self.since > 0 {
            let text = locale.say("receipt-since", &[("count", &self.since)]);
            page.words(&text, "! ", "  ");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["case", "handover", "received", "since", "closed"])
    }
}
