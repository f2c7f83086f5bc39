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
    of(table, &Locale::english(), Place::Page).unwrap()
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
    let mut persons = table(
        &["protection"],
        &[
            (&["none"], "119"),
            (&["refugee_status"], "<5"),
            (&["temporary_asylum"], "c"),
            (&["total"], "211"),
        ],
    );
    persons.unit = "<&>".to_owned();
    let svg = drawn(&persons);
    let sizes: Vec<(&str, &str)> = filled(&svg, "url(#withheld)")
        .iter()
        .map(|rect| (rect["width"], rect["height"]))
        .collect();
    assert_eq!(sizes, [("48", "16"); 2]);
    assert!(
        svg.contains("&lt;5</text>") && svg.contains(">c</text>"),
        "{svg}"
    );
    assert!(
        svg.contains(": &lt;&amp;&gt; by protection</title>"),
        "{svg}"
    );

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
    assert_eq!(filled(&svg, "url(#withheld)")[0]["height"], "12");
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
        assert_eq!(of(&one, &locale, Place::Page), None);
    }
    let keys: Vec<String> = (0..121).map(|n| format!("k{n:03}")).collect();
    let many: Vec<[&str; 1]> = keys.iter().map(|key| [key.as_str()]).collect();
    let cells: Vec<(&[&str], &str)> = many.iter().map(|key| (&key[..], "9")).collect();
    let (all, fewer) = (table(&["origin"], &cells), table(&["origin"], &cells[1..]));
    assert_eq!(of(&all, &locale, Place::Page), None);
    assert!(of(&fewer, &locale, Place::Page).is_some());
}

/// The heights at which points and the letters of markers stand.
fn heights(svg: &str, is_wanted: impl Fn(&str) -> bool) -> Vec<u64> {
    let lines = svg.lines().filter(|line| is_wanted(line));
    let height = |line: &str| {
        let name = if line.contains(" cy=") {
            " cy=\""
        } else {
            " y=\""
        };
        let (_, rest) = line.split_once(name).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    lines.map(height).collect()
}

/// A point on the scale reads as a number: what is withheld has none there.
#[test]
fn what_is_withheld_stands_below_the_scale() {
    let svg = drawn(&table(
        &["year", "sex"],
        &[
            (&["2004", "f"], "10"),
            (&["2004", "m"], "20"),
            (&["2005", "f"], "<5"),
            (&["2005", "m"], "30"),
            (&["2006", "f"], "c"),
            (&["2006", "m"], "40"),
        ],
    ));
    let zero = heights(&svg, |line| line.ends_with(">0</text>"))[0];
    let hidden = heights(&svg, |line| {
        line.contains("url(#withheld)")
            || line.ends_with("&lt;5</text>")
            || line.ends_with(">c</text>")
    });
    assert_eq!(hidden.len(), 4, "{svg}");
    assert!(hidden.iter().all(|at| *at > zero), "{zero} {hidden:?}");
    // One in the legend, one for the number that is printed, one before the row of what is not.
    let points = heights(&svg, |line| {
        line.starts_with("<circle cx") && !line.contains("r=\"1\"")
    });
    assert_eq!(points.len(), 3, "{svg}");
    assert_eq!(points.iter().filter(|at| **at > zero).count(), 1);
    assert!(svg.contains(&Locale::english().text("figure-band")));
}

#[test]
fn sums_are_drawn_without_what_they_are_made_of() {
    let mut grouped = table(
        &["origin"],
        &[
            (&["ER"], "12"),
            (&["africa"], "30"),
            (&["UG"], "18"),
            (&["eastern-africa"], "30"),
            (&["SY"], "7"),
            (&["asia"], "7"),
            (&["total"], "37"),
        ],
    );
    let above = |groups: &[&str]| {
        groups
            .iter()
            .map(|group| (*group).to_owned())
            .collect::<Vec<_>>()
    };
    grouped.above = vec![(
        "origin".to_owned(),
        vec![
            ("ER".to_owned(), above(&["africa", "eastern-africa"])),
            ("UG".to_owned(), above(&["africa", "eastern-africa"])),
            ("SY".to_owned(), above(&["asia"])),
        ],
    )];
    let svg = drawn(&grouped);
    assert_eq!(filled(&svg, "#999").len(), 2, "{svg}");
    let locale = Locale::english();
    assert!(svg.contains(">Africa<") && svg.contains(">Asia<"), "{svg}");
    assert!(svg.contains(&locale.text("figure-sums")));
    let faces = stats::Face::from(&grouped);
    let values = faces.values(0);
    assert_eq!(
        values,
        [
            "africa",
            "eastern-africa",
            "ER",
            "UG",
            "asia",
            "SY",
            "total"
        ]
    );
}

/// Pasted into a report it still says what it counts and what its markers mean.
#[test]
fn a_file_of_its_own_says_what_the_page_would() {
    let mut one = table(&["sex"], &[(&["f"], "40"), (&["m"], "<5")]);
    for cell in &mut one.cells {
        if cell.value.is_none() {
            cell.why = Some("small".to_owned());
        }
    }
    let locale = Locale::english();
    let file = of(&one, &locale, Place::File).unwrap();
    let page = of(&one, &locale, Place::Page).unwrap();
    let words = |svg: &str| {
        let lines = svg.lines().filter(|line| line.starts_with("<text"));
        let said = lines.map(|line| line.split(['>', '<']).nth(2).unwrap().to_owned());
        said.collect::<Vec<_>>().join("\n")
    };
    for said in ["Counted: persons by sex", "Unit: persons", "&lt;5: 1 to 4"] {
        assert!(words(&file).contains(said), "{said}\n{}", words(&file));
        assert!(!words(&page).contains(said), "{said}\n{}", words(&page));
    }
    assert!(!file.contains("that follows"));
}

/// Beside bars a hatched box would read as a number, longer than that of five.
#[test]
fn bars_say_that_what_is_withheld_is_not_to_scale() {
    let band = Locale::english().text("figure-band");
    let of = |shown| drawn(&table(&["sex"], &[(&["f"], "119"), (&["m"], shown)]));
    assert!(of("<5").contains(&band), "{}", of("<5"));
    assert!(!of("12").contains(&band));
}
