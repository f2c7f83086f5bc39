//! `backup make`, `backup restore`, `backup drill`, `backup kept`.

use super::page::Page;
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::{
    BackedUp, BackupPlace, BackupPlaces, Drilled, KeptCopy, OlderBackup, Restored, Thinning,
};
use crate::base::text::escape;
use crate::i18n::Locale;

impl View for BackedUp {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        let opens: Vec<String> = self.opens.iter().map(|alias| escape(alias)).collect();
        let bytes = i64::try_from(self.bytes).unwrap_or(i64::MAX);
        page.styled(
            Style::Head,
            &out.locale.say("backup-made", &[("bytes", &bytes)]),
            "",
        );
        if let Some(at) = self.went_on_at {
            let at = i64::try_from(at).unwrap_or(i64::MAX);
            let words = out
                .locale
                .say("backup-went-on", &[("done", &at), ("of", &bytes)]);
            page.words(&words, "", "");
        }
        if self.behind > 0 {
            let behind = i64::try_from(self.behind).unwrap_or(i64::MAX);
            let words = out.locale.say("backup-behind", &[("count", &behind)]);
            page.words(&words, "", "");
        }
        let opens = opens.join(", ");
        page.words(
            &out.locale.say("backup-opens", &[("members", &opens)]),
            "",
            "",
        );
        if let Some(place) = &self.place {
            let place = escape(place);
            let words = if self.place_proved == Some(true) {
                "backup-at"
            } else {
                "backup-at-unproved"
            };
            page.words(&out.locale.say(words, &[("place", &place)]), "", "");
        } else {
            page.words(&out.locale.text("backup-next"), "", "");
        }
        if !self.removed.is_empty() {
            let names: Vec<String> = self.removed.iter().map(|name| escape(name)).collect();
            let files = names.join(", ");
            page.words(
                &out.locale.say("backup-removed", &[("files", &files)]),
                "",
                "",
            );
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["bytes", "commit", "opens"])
    }
}

impl View for Restored {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let cases = i64::try_from(self.cases).unwrap_or(i64::MAX);
        let until = self.last_recorded.map_or_else(
            || locale.text("status-never"),
            |at| locale.day(at.date_naive()),
        );
        page.styled(
            Style::Head,
            &locale.say("backup-restored", &[("cases", &cases), ("until", &until)]),
            "",
        );
        page.words(&locale.text("backup-restored-next"), "", "");
        page.pairs("  ", &[(locale.text("made-store-at"), escape(&self.store))]);
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["events", "cases", "member", "last_recorded"])
    }
}

impl View for Drilled {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let (events, behind) = (number(self.events), number(self.behind));
        page.styled(
            Style::Head,
            &out.locale
                .say("drill-done", &[("events", &events), ("behind", &behind)]),
            "",
        );
        if !self.last {
            page.words(&out.locale.text("drill-older"), "! ", "  ");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["events", "behind", "last"])
    }
}

impl View for Thinning {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let going = self.items.iter().filter(|one| one.goes).count();
        let head = locale.say("thinning-goes", &[("count", &going)]);
        page.styled(Style::Head, &head, "");
        let line = |one: &OlderBackup| format!("  {}  {}", locale.day(one.made), escape(&one.file));
        for one in self.items.iter().filter(|one| one.goes) {
            page.line(&line(one));
        }
        let stays = self.items.len() - going;
        let fills: [(&str, &dyn crate::i18n::Fill); 2] =
            [("count", &stays), ("others", &self.others)];
        page.words(&locale.say("thinning-stays", &fills), "", "");
        for one in self.items.iter().filter(|one| !one.goes) {
            page.line(&line(one));
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.items, &["file", "made", "goes"])
    }
}

impl View for BackupPlaces {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        for copy in &self.items {
            page.words(&copy_line(copy, locale), "", "  ");
        }
        page.words(&elsewhere(self.last_elsewhere, locale), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        let columns = ["place", "where", "backup", "days", "said", "proved"];
        Rows::pick(&self.items, &columns)
    }
}

fn copy_line(copy: &KeptCopy, locale: &Locale) -> String {
    let place = escape(&copy.place);
    let there = locale.code("whereabouts", copy.r#where.as_str());
    let made = copy
        .backup
        .map_or_else(|| "?".to_owned(), |day| locale.day(day));
    let days = copy.days.unwrap_or_default();
    let fills: [(&str, &dyn crate::i18n::Fill); 4] = [
        ("place", &place),
        ("where", &there),
        ("day", &made),
        ("count", &days),
    ];
    let line = locale.say("backup-copy", &fills);
    let proof = match copy.proved {
        Some(day) => locale.say("backup-copy-proved", &[("day", &locale.day(day))]),
        None => locale.text("backup-copy-unproved"),
    };
    format!("{line} {proof}")
}

fn elsewhere(last: Option<chrono::NaiveDate>, locale: &Locale) -> String {
    match last {
        Some(day) => locale.say("backup-elsewhere", &[("day", &locale.day(day))]),
        None => locale.text("backup-nowhere"),
    }
}

impl View for BackupPlace {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let place = escape(&self.place);
        let there = locale.code("whereabouts", self.r#where.as_str());
        let fills: [(&str, &dyn crate::i18n::Fill); 2] = [("place", &place), ("where", &there)];
        page.styled(Style::Head, &locale.say("backup-kept", &fills), "");
        page.words(
            &locale.text(if self.verified {
                "backup-kept-read"
            } else {
                "backup-kept-unread"
            }),
            "",
            "",
        );
        page.words(&elsewhere(self.last_elsewhere, locale), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(
            self,
            &["place", "where", "commit", "verified", "last_elsewhere"],
        )
    }
}
