//! `find`: the notes in which words stand.

use super::notice;
use super::page::Page;
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::{Found, FoundNote};
use crate::base::text::escape;

/// How many characters of a note are shown before and after what was looked for.
const AROUND: usize = 60;

impl View for Found {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        for item in &self.items {
            let head = [
                item.case.clone(),
                escape(&item.callsign),
                locale.partial(item.date),
                escape(&item.by),
            ];
            page.styled(Style::Head, &head.join(" · "), "");
            page.words(&excerpt(item), "  ", "  ");
        }
        notice::block(&mut page, &self.notices);
        let count = self.items.len() + self.notices.len();
        if count > 0 {
            page.gap();
        }
        let counts: &[(&str, &dyn crate::i18n::Fill)] =
            &[("count", &count), ("looked", &self.looked)];
        page.words(&locale.say("found-count", counts), "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(
            &self.items,
            &["case", "callsign", "event", "date", "by", "text"],
        )
    }
}

/// The note around the first place, with what was looked for between marks that need no colour.
fn excerpt(item: &FoundNote) -> String {
    let Some(first) = item.marks.iter().min_by_key(|mark| mark.start) else {
        return escape(&item.text);
    };
    let part = |range: std::ops::Range<usize>| item.text.get(range).unwrap_or_default();
    let before: Vec<char> = part(0..first.start).chars().collect();
    let after: Vec<char> = part(first.end..item.text.len()).chars().collect();
    let cut = before.len().saturating_sub(AROUND);
    let mut text = String::new();
    if cut > 0 {
        text.push('…');
    }
    text.extend(before.iter().skip(cut));
    text.push('»');
    text.push_str(part(first.clone()));
    text.push('«');
    text.extend(after.iter().take(AROUND));
    if after.len() > AROUND {
        text.push('…');
    }
    escape(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
