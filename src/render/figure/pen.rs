//! Draws rectangles, lines and words at whole units, mirrored where the language is written from right to left.

use std::fmt::Write as _;

use super::Place;
use crate::render::html::text as escaped;
use crate::render::text::{isolated, wrap};

/// How wide every picture is.
pub(super) const WIDTH: u64 = 720;

/// The length or the height of a withheld number, whatever it is.
pub(super) const WITHHELD: u64 = 48;

/// How each series is filled: greys that differ in print, then patterns.
const FILLS: [&str; 6] = [
    "#333",
    "#999",
    "#ddd",
    "url(#dots)",
    "url(#rows)",
    "url(#columns)",
];

/// How each series is stroked.
const DASHES: [&str; 6] = ["", "8 4", "2 4", "12 4 2 4", "4 8", "16 6"];

/// From where a text runs.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A picture in the making. Distances are from the side where lines of text begin.
pub(super) struct Pen {
    from_the_right: bool,
    body: String,
    height: u64,
}

impl Pen {
    pub(super) const fn new(from_the_right: bool) -> Self {
        Self {
            from_the_right,
            body: String::new(),
            height: 0,
        }
    }

    /// A box filled with the pattern of a series.
    pub(super) fn filled(&mut self, (x, y): (u64, u64), (wide, high): (u64, u64), series: usize) {
        let fill = FILLS.get(series).copied().unwrap_or("#333");
        self.rect((x, y), (wide, high), fill);
    }

    /// What is withheld: hatched, of one size.
    pub(super) fn withheld(&mut self, at: (u64, u64), size: (u64, u64)) {
        self.rect(at, size, "url(#withheld)");
    }

    fn rect(&mut self, (x, y): (u64, u64), (wide, high): (u64, u64), fill: &str) {
        let x = if self.from_the_right {
            WIDTH.saturating_sub(x + wide)
        } else {
            x
        };
        self.height = self.height.max(y + high);
        self.put(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" fill=\"{fill}\" stroke=\"#000\"/>"
        ));
    }

    /// A number beside what is drawn: what lies under it is blotted out around its letters.
    pub(super) fn number(&mut self, (x, y): (u64, u64), size: u64, words: &str) {
        let halo =
            " stroke=\"#fff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
        self.text((x, y), Anchor::Middle, size, words, halo);
    }

    /// Words on one line; `size` in units.
    pub(super) fn words(&mut self, at: (u64, u64), anchor: Anchor, size: u64, words: &str) {
        self.text(at, anchor, size, words, "");
    }

    fn text(&mut self, (x, y): (u64, u64), anchor: Anchor, size: u64, words: &str, more: &str) {
        let x = self.side(x);
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.height = self.height.max(y + size / 2);
        self.put(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\"{more}>{}</text>",
            escaped(&self.isolated(words))
        ));
    }

    /// As [`isolated`], where the picture is read from the right.
    pub(super) fn isolated(&self, words: &str) -> String {
        isolated(words, self.from_the_right)
    }

    /// Where all that was drawn ends.
    pub(super) const fn below(&self) -> u64 {
        self.height
    }

    /// Words below all that was drawn, on as many lines as they need.
    pub(super) fn told(&mut self, size: u64, words: &str) {
        // A letter is three fifths of its height wide, more or less.
        let letters = (WIDTH - 16) * 5 / (size * 3);
        let letters = usize::try_from(letters).unwrap_or(1);
        for line in wrap(words, letters, "", "") {
            let below = self.height + size + 3;
            self.words((8, below), Anchor::Start, size, &line);
        }
    }

    /// Room below all that was drawn.
    pub(super) const fn gap(&mut self) {
        self.height += 12;
    }

    /// A line from one place to another in the strokes of a series; a thin grey one without.
    pub(super) fn line(&mut self, from: (u64, u64), to: (u64, u64), series: Option<usize>) {
        let (x1, x2) = (self.side(from.0), self.side(to.0));
        let stroke = match series {
            None => "stroke=\"#bbb\"".to_owned(),
            Some(series) => {
                let dash = DASHES.get(series).copied().unwrap_or_default();
                let dash = if dash.is_empty() {
                    String::new()
                } else {
                    format!(" stroke-dasharray=\"{dash}\"")
                };
                format!("stroke=\"#000\" stroke-width=\"2\"{dash}")
            }
        };
        self.height = self.height.max(from.1.max(to.1) + 4);
        let (y1, y2) = (from.1, to.1);
        self.put(&format!(
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" {stroke}/>"
        ));
    }

    /// A point of a series, in a form of its own: what is not joined to another is told by it alone.
    pub(super) fn point(&mut self, (x, y): (u64, u64), series: usize) {
        let x = self.side(x);
        let (left, right) = (x.saturating_sub(4), x + 4);
        let (above, below) = (y.saturating_sub(4), y + 4);
        let fill = if series > 3 { " fill=\"#fff\"" } else { "" };
        let stroke = "stroke=\"#000\"";
        let form = match series {
            0 | 4 => format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"4\"{fill} {stroke}/>"),
            1 | 5 => {
                format!("<path d=\"M{left} {above}H{right}V{below}H{left}Z\"{fill} {stroke}/>")
            }
            2 => format!("<path d=\"M{x} {above}L{right} {below}H{left}Z\" {stroke}/>"),
            _ => format!("<path d=\"M{x} {above}L{right} {y}L{x} {below}L{left} {y}Z\" {stroke}/>"),
        };
        self.put(&form);
    }

    fn side(&self, x: u64) -> u64 {
        if self.from_the_right {
            WIDTH.saturating_sub(x)
        } else {
            x
        }
    }

    fn put(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }

    /// The whole picture, with its title and what it shows in words.
    pub(super) fn done(self, title: &str, told: &str, place: Place) -> String {
        let height = self.height + 12;
        let direction = if self.from_the_right {
            " direction=\"rtl\""
        } else {
            ""
        };
        // Only a file of its own must say that it is SVG.
        let name = match place {
            Place::Page => "",
            Place::File => " xmlns=\"http://www.w3.org/2000/svg\"",
        };
        let mut svg = format!(
            "<svg{name} role=\"img\" aria-labelledby=\"figure-title figure-told\" viewBox=\"0 0 {WIDTH} {height}\" \
             width=\"{WIDTH}\" height=\"{height}\" font-family=\"sans-serif\"{direction}>\n"
        );
        // Writing into a text cannot fail.
        let _ = writeln!(svg, "<title id=\"figure-title\">{}</title>", escaped(title));
        let _ = writeln!(svg, "<desc id=\"figure-told\">{}</desc>", escaped(told));
        svg.push_str(PATTERNS);
        let _ = writeln!(
            svg,
            "<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>"
        );
        svg.push_str(&self.body);
        svg.push_str("</svg>\n");
        svg
    }
}

const PATTERNS: &str = "<defs>\n\
<pattern id=\"withheld\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 6L6 0\" stroke=\"#000\"/></pattern>\n\
<pattern id=\"dots\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><circle cx=\"3\" cy=\"3\" r=\"1\"/></pattern>\n\
<pattern id=\"rows\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 2H4\" stroke=\"#000\"/></pattern>\n\
<pattern id=\"columns\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M2 0V4\" stroke=\"#000\"/></pattern>\n\
</defs>\n";
