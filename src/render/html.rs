//! One file of HTML without scripts or anything fetched, to print on A4.

use super::sheet::{Part, Sheet};
use super::{Output, Rows};

const STYLE: &str = "body{font:11pt/1.4 serif;max-width:48em;margin:2em auto;padding:0 1em;color:#000;background:#fff}\
h1{font-size:1.5em}h2{font-size:1.15em;border-top:1px solid #999;padding-top:.6em;break-after:avoid}\
dl{display:grid;grid-template-columns:10em 1fr;gap:.15em 1em;margin:.5em 0}dt{font-weight:bold}dd{margin:0}\
table{border-collapse:collapse;margin:.6em 0}th,td{border:1px solid #999;padding:.2em .5em;text-align:start;vertical-align:top}\
.wide{overflow-x:auto}@media print{.wide{overflow:visible}.several{font-size:8.5pt}.many{font-size:7pt}}figure{margin:.6em 0}svg{max-width:100%;height:auto}tr,.whole{break-inside:avoid}.one{white-space:nowrap}td,p,dd{unicode-bidi:plaintext}.blank{margin:1em 0}.blank span{display:inline-block;min-width:18em;border-bottom:1px solid #000}\
@page{size:A4;margin:18mm}";

/// How each page begins.
pub const HEAD: &str = "<!doctype html>\n<html lang=\"";

/// A table of more columns is printed in small letters, and in smaller ones.
const SEVERAL: usize = 6;
const MANY: usize = 10;

/// A part of more lines may go on on the next page.
const LONG: usize = 12;

/// A page as one file.
pub fn print(sheet: &Sheet, out: &Output) -> String {
    let mut page = format!(
        "{HEAD}{}\"{}>\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        text(out.locale.language()),
        direction(out.locale.language()),
        text(&sheet.title)
    );
    if !sheet.title.is_empty() {
        page.push_str(&tag("h1", &sheet.title));
    }
    for line in &sheet.lead {
        page.push_str(&tag("p", line));
    }
    for part in &sheet.parts {
        part_of(&mut page, part);
    }
    page.push_str("</body>\n</html>\n");
    page
}

/// Where a language is written from right to left.
fn direction(language: &str) -> &'static str {
    if from_the_right(language) {
        " dir=\"rtl\""
    } else {
        ""
    }
}

/// Whether a language is written from right to left.
pub(super) fn from_the_right(language: &str) -> bool {
    matches!(language, "ar" | "fa" | "ur" | "he")
}

fn part_of(page: &mut String, part: &Part) {
    // What is longer than a page would begin on the next one, and leave this one empty.
    let lines = part.table.as_ref().map_or(0, |table| table.lines.len());
    page.push_str(if lines + part.notes.len() > LONG {
        "<section>\n"
    } else {
        "<section class=\"whole\">\n"
    });
    if !part.heading.is_empty() {
        page.push_str(&tag("h2", &part.heading));
    }
    let mut pairs = part.said().peekable();
    if pairs.peek().is_some() {
        page.push_str("<dl>\n");
        for (name, value) in pairs {
            // `<5` has no letters, and would be turned round among those that are read from the right.
            page.push_str("<dt><bdi>");
            page.push_str(&text(name));
            page.push_str("</bdi></dt>\n");
            page.push_str(&tag("dd", value));
        }
        page.push_str("</dl>\n");
    }
    for note in &part.notes {
        page.push_str(&tag("p", note));
    }
    if let Some(picture) = &part.picture {
        page.push_str("<figure>\n");
        page.push_str(picture);
        page.push_str("</figure>\n");
    }
    if let Some(rows) = &part.table {
        table(page, rows);
    }
    for name in &part.blanks {
        page.push_str(&blank(name));
    }
    page.push_str("</section>\n");
}

fn blank(name: &str) -> String {
    format!("<p class=\"blank\">{} <span></span></p>\n", text(name))
}

fn table(page: &mut String, rows: &Rows) {
    // On paper nothing can be moved aside.
    let columns = rows.header.len();
    page.push_str(if columns > MANY {
        "<div class=\"wide many\">"
    } else if columns > SEVERAL {
        "<div class=\"wide several\">"
    } else {
        "<div class=\"wide\">"
    });
    page.push_str("<table>\n<tr>");
    for name in &rows.header {
        page.push_str(&cell_of("th", name));
    }
    page.push_str("</tr>\n");
    for line in &rows.lines {
        page.push_str("<tr>");
        for cell in line {
            page.push_str(&cell_of("td", cell));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</table></div>\n");
}

/// A cell, read from the side from which its own text is: a page in one language holds values in others.
fn cell_of(name: &str, content: &str) -> String {
    // A case number is read, and searched for, in one piece.
    let marks = |mark: &u8| mark.is_ascii_uppercase() || mark.is_ascii_digit();
    let is_one = content.len() <= 12
        && content.contains('-')
        && content.bytes().all(|mark| marks(&mark) || mark == b'-');
    if is_one {
        let content = text(content);
        return format!("<{name} dir=\"auto\" class=\"one\">{content}</{name}>");
    }
    format!("<{name} dir=\"auto\">{}</{name}>", text(content))
}

fn tag(name: &str, content: &str) -> String {
    format!("<{name}>{}</{name}>\n", text(content))
}

/// Text that is no markup.
pub(super) fn text(raw: &str) -> String {
    let mut shown = String::with_capacity(raw.len());
    for c in raw.chars().filter(|c| !c.is_control() || *c == '\n') {
        match c {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '"' => shown.push_str("&quot;"),
            other => shown.push(other),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_text_is_no_markup() {
        assert_eq!((direction("ar"), direction("en")), (" dir=\"rtl\"", ""));
        let mut page = String::new();
        part_of(
            &mut page,
            &Part {
                pairs: vec![("<5".to_owned(), "1".to_owned())],
                ..Part::default()
            },
        );
        assert!(page.contains("<dt><bdi>&lt;5</bdi></dt>"), "{page}");
        assert_eq!(text("<b a=\"1\">&\u{1b}"), "&lt;b a=&quot;1&quot;&gt;&amp;");
    }
}
