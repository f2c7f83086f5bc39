//! `unlock`, `lock` and `panic`.

use super::page::Page;
use super::{Output, Rows, View};
use crate::app::view::{AtPanic, Lock, LockState, Panicked};
use crate::i18n::Locale;

/// How a key stands, in words.
pub(super) fn state(lock: &LockState, locale: &Locale) -> String {
    let until = lock
        .until
        .map(|until| until.format("%H:%M").to_string())
        .unwrap_or_default();
    let minutes = lock.idle_seconds.unwrap_or_default().div_ceil(60);
    let id = match lock.state.as_str() {
        "unlocked" => "lock-unlocked",
        "locked" => "lock-locked",
        "asks" => "lock-asks",
        _ => "lock-open",
    };
    locale.say(id, &[("until", &until), ("minutes", &minutes)])
}

/// What `panic` would lose, in words.
pub(super) fn at_panic(loss: &AtPanic, locale: &Locale) -> String {
    let by: Vec<String> = loss
        .restored_by
        .iter()
        .map(|who| locale.code("restored-by", who))
        .collect();
    if by.is_empty() {
        locale.say("panic-loses-all", &[("count", &loss.lost_cases)])
    } else {
        let or = locale.text("panic-or");
        locale.say("panic-loses-key", &[("by", &by.join(&or))])
    }
}

impl View for Lock {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        if self.was_unlocked {
            page.words(&out.locale.text("lock-gone"), "", "");
        } else if matches!(self.lock.state.as_str(), "locked" | "asks") {
            page.words(&out.locale.text("lock-nothing"), "", "");
        }
        page.words(&state(&self.lock, &out.locale), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(
            self,
            &[
                "lock.state",
                "lock.idle_seconds",
                "lock.seconds_left",
                "was_unlocked",
            ],
        )
    }
}

impl View for Panicked {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.words(
            &locale.say("panic-removed", &[("count", &self.removed)]),
            "",
            "",
        );
        if self.overwritten < self.removed {
            page.words(&locale.text("panic-not-overwritten"), "", "");
        }
        if self.was_unlocked {
            page.words(&locale.text("lock-gone"), "", "");
        }
        let restore = match self.others {
            None => "panic-no-store",
            Some(0) => "panic-nothing-restores",
            Some(_) => "panic-restore",
        };
        page.words(&locale.text(restore), "", "");
        page.words(&locale.text("panic-limits"), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["removed", "overwritten", "was_unlocked", "others"])
    }
}
