//! Pictures: what is withheld looks alike, and no number stands in them that the table does not print.

use std::collections::BTreeMap;

use super::*;

fn table(dimensions: &[&str], cells: &[(&[&str], &str)]) -> Table {
    let cells = cells.iter();
    let cells: Vec<(&[&str], &str, Option<u64>)> = cells
        .map(|(key, shown)| (*key, *shown, shown.parse().ok()))
        .collect();
    crate::render::tests::table(dimensions, &cells)
}

fn drawn(table: &Table) -> String {
    of(table, "Title <&>", None, &Locale::english(), Place::Page).unwrap()
}

/// The attributes of each element that is filled so.
fn filled<'a>(svg: &'a str, fill: &str) -> Vec<BTreeMap<&'a str, &'a str>> {
    let rects = svg.lines().filter(|line| line.starts_with("<rect x"));
    let with = rects.filter(|line| line.contains(&format!("fill=\"{fill}\"")));
    with.map(|line| {
        let parts = line.trim_start_matches("<rect ").split(' ');
        let pair = |part: &'a str| {
            let (name, value) = part.split_once("=\"").unwrap();
            (name, value.split('"').next().unwrap())
        };
        parts.map(pair).collect()
    })
    .collect()
}

#[test]
fn withheld_bars_are_of_one_size_and_nothing_is_stacked_beside_them() {
    let svg = drawn(&table(
        &["protection"],
        &[
            (&["none"], "119"),
            (&["refugee_status"], "<5"),
            (&["temporary_asylum"], "c"),
            (&["total"], "211"),
        ],
    ));
    let sizes: Vec<(&str, &str)> = filled(&svg, "url(#withheld)")
        .iter()
        .map(|rect| (rect["width"], rect["height"]))
        .collect();
    assert_eq!(sizes, [("48", "16"); 2]);
    assert!(
        svg.contains("&lt;5</text>") && svg.contains(">c</text>"),
        "{svg}"
    );
    assert!(svg.contains("Title &lt;&amp;&gt;</title>"), "{svg}");

    let crossed = |shown| {
        table(
            &["protection", "sex"],
            &[
                (&["none", "f"], "40"),
                (&["none", "m"], shown),
                (&["none", "total"], "90"),
                (&["total", "total"], "90"),
            ],
        )
    };
    let locale = Locale::english();
    let stacked = drawn(&crossed("50"));
    assert!(stacked.contains(&locale.text("figure-stacked")));
    assert_eq!(filled(&stacked, "#333")[1]["width"], "170");
    assert!(stacked.contains(">90</text>"));
    let beside = drawn(&crossed("c"));
    assert!(beside.contains(&locale.text("figure-bars")));
    assert!(beside.contains(&locale.text("figure-withheld")));
    assert!(!beside.contains(">90<"), "{beside}");
}

#[test]
fn a_line_breaks_where_a_number_is_withheld_or_a_year_is_missing() {
    let svg = drawn(&table(
        &["year"],
        &[
            (&["2004"], "10"),
            (&["2005"], "20"),
            (&["2006"], "<5"),
            (&["2007"], "30"),
            (&["2009"], "40"),
            (&["none"], "7"),
            (&["total"], "x"),
        ],
    ));
    let strokes = svg
        .lines()
        .filter(|line| line.starts_with("<line") && line.contains("stroke-width"));
    assert_eq!(strokes.count(), 1, "{svg}");
    assert_eq!(filled(&svg, "url(#withheld)").len(), 1);
    assert_eq!(filled(&svg, "url(#withheld)")[0]["height"], "48");
    assert!(!svg.contains(">7<") && svg.contains(">2009<"), "{svg}");
}

#[test]
fn from_the_right_everything_is_mirrored() {
    let draw = |from_the_right| {
        let one = table(&["sex"], &[(&["f"], "40"), (&["m"], "<5")]);
        let plot = Plot::of(&one, &Locale::english()).unwrap();
        let mut pen = Pen::new(from_the_right);
        bars::beside(&mut pen, &plot);
        pen.done("", "", Place::File)
    };
    let (left, right) = (draw(false), draw(true));
    assert!(right.contains("direction=\"rtl\"") && !left.contains("direction"));
    let place = |rect: &BTreeMap<&str, &str>| -> (u64, u64) {
        (rect["x"].parse().unwrap(), rect["width"].parse().unwrap())
    };
    let (a, b) = (filled(&left, "#999"), filled(&right, "#999"));
    let ((x, wide), (mirrored, _)) = (place(&a[0]), place(&b[0]));
    assert_eq!(mirrored, 720 - x - wide);
}

#[test]
fn tables_without_a_picture_have_none() {
    let locale = Locale::english();
    for (dimensions, key) in [
        (&[][..], &["total"][..]),
        (&["a", "b", "c"], &["x", "y", "z"]),
    ] {
        let one = table(dimensions, &[(key, "12")]);
        assert_eq!(of(&one, "", None, &locale, Place::Page), None);
    }
    let keys: Vec<String> = (0..121).map(|n| format!("k{n:03}")).collect();
    let many: Vec<[&str; 1]> = keys.iter().map(|key| [key.as_str()]).collect();
    let cells: Vec<(&[&str], &str)> = many.iter().map(|key| (&key[..], "9")).collect();
    assert_eq!(
        of(&table(&["origin"], &cells), "", None, &locale, Place::Page),
        None
    );
    assert!(
        of(
            &table(&["origin"], &cells[1..]),
            "",
            None,
            &locale,
            Place::Page
        )
        .is_some()
    );
}
