//! Shares of what is printed.

use super::*;

fn dimension(name: &str, values: &[&str]) -> Dimension {
    Dimension {
        name: name.to_owned(),
        values: values.iter().map(|&value| value.to_owned()).collect(),
    }
}

fn cells(of: &[(&str, &str, Domain)]) -> Cells {
    let one = |(code, text, domain): &(&str, &str, Domain)| {
        (vec![(*code).to_owned()], (*domain, (*text).to_owned()))
    };
    of.iter().map(one).collect()
}

/// A share of the values of a dimension.
fn share(name: &str, dimension: &str) -> Rate {
    Rate {
        dimension: Some(dimension.to_owned()),
        ..Rate::read(name).unwrap()
    }
}

#[test]
fn a_share_is_of_what_is_printed_and_says_of_what() {
    let rate = Rate::read("positive/decided").unwrap();
    let of_these = cells(&[
        ("recognised", "<5", Domain::between(1, 4)),
        ("rejected", "119", Domain::only(119)),
        ("total", "x", Domain::from(0)),
    ]);
    let results = [dimension("result", &["recognised", "rejected"])];
    let told = of(&[rate], &results, &of_these);
    let [one] = told.as_slice() else {
        panic!("{told:?}")
    };
    assert_eq!(
        (one.numerator.as_str(), one.denominator.as_str()),
        ("<5", "<5 + 119")
    );
    assert_eq!(one.tenths, Some((0, 40)));
    assert_eq!(
        one.formula,
        "(recognised + complementary) / (recognised + complementary + rejected)"
    );
}

/// What is withheld of those below the line follows from the line's total, and readers take it from there.
#[test]
fn a_share_that_follows_from_what_is_printed_is_told() {
    let rate = share("refused/granted+refused", "outcome");
    let outcomes = [dimension("outcome", &["closed", "granted", "refused"])];
    let of_these = |closed| {
        cells(&[
            ("closed", "c", closed),
            ("granted", "c", Domain::from(5)),
            ("refused", "103", Domain::only(103)),
            ("total", "180", Domain::only(180)),
        ])
    };
    let told = of(
        std::slice::from_ref(&rate),
        &outcomes,
        &of_these(Domain::only(8)),
    );
    assert_eq!(
        (told[0].denominator.as_str(), told[0].tenths),
        ("172", Some((600, 600)))
    );
    // Of what is withheld beside it, only what both markers leave open.
    let told = of(&[rate], &outcomes, &of_these(Domain::from(5)));
    assert_eq!(
        (told[0].denominator.as_str(), told[0].tenths),
        ("c + 103", Some((580, 960)))
    );
}

/// Values that are counted as one stand in a sum where all of them do; where others are among them, nothing is told.
#[test]
fn values_counted_as_one_are_not_nought() {
    let of_these = cells(&[
        ("recognised+complementary", "92", Domain::only(92)),
        ("rejected", "61", Domain::only(61)),
        ("total", "153", Domain::only(153)),
    ]);
    let results = [dimension(
        "result",
        &["recognised+complementary", "rejected"],
    )];
    let one = |name: &str| {
        let told = of(&[share(name, "result")], &results, &of_these);
        let [one] = told.as_slice() else {
            panic!("{told:?}")
        };
        (
            one.numerator.clone(),
            one.denominator.clone(),
            one.tenths,
            one.why.clone(),
        )
    };
    assert_eq!(
        one("positive/decided"),
        ("92".into(), "153".into(), Some((600, 600)), None)
    );
    for name in ["recognised/recognised+rejected", "recognised/total"] {
        let (.., tenths, why) = one(name);
        assert_eq!((tenths, why.as_deref()), (None, Some("merged")), "{name}");
    }
}

/// What stands above the line stands below it too.
#[test]
fn no_share_is_over_a_hundred() {
    let of_these = cells(&[
        ("recognised", "x", Domain::from(0)),
        ("complementary", "91", Domain::only(91)),
        ("rejected", "c", Domain::from(5)),
        ("pending", "10", Domain::only(10)),
        ("total", "200", Domain::only(200)),
    ]);
    let results = [dimension(
        "result",
        &["recognised", "complementary", "rejected", "pending"],
    )];
    let rate = Rate::read("positive/decided").unwrap();
    let told = of(&[rate], &results, &of_these);
    // 91 to 185 of 190.
    assert_eq!(told[0].tenths, Some((470, 980)));
}

#[test]
fn a_condition_leaves_nothing_of_a_share_out() {
    let asked = |filters: &[(&str, &str)], by: &[&str], rate: &str| {
        let filters = filters.iter().map(|(name, of)| {
            let of = of.split(',').map(str::to_owned);
            ((*name).to_owned(), of.collect())
        });
        let mut query = Query {
            unit: "persons".to_owned(),
            by: by.iter().map(|&name| name.to_owned()).collect(),
            filters: filters.collect(),
            ..Query::default()
        };
        let rate = Rate::read(rate).unwrap();
        rate.ask(&mut query, &[])?;
        let rows: rows::Rows = by.iter().map(|_| BTreeSet::new()).collect();
        let of = rate.place(&query.by, &rows)?;
        rate.is_left(&query, &of)
    };
    let positive = "positive/decided";
    for filters in [
        ("result", "recognised,complementary"),
        ("protection", "refugee_status"),
    ] {
        let told = asked(&[filters], &["result"], positive);
        assert_eq!(told, Err(BadRate::Filtered), "{filters:?}");
    }
    let decided = ("result", "recognised,complementary,rejected");
    assert_eq!(asked(&[decided], &["result"], positive), Ok(()));
    assert_eq!(asked(&[("sex", "f,m")], &["sex"], "f/total"), Ok(()));
    assert_eq!(
        asked(&[("sex", "f")], &["sex"], "f/total"),
        Err(BadRate::Filtered)
    );
    assert_eq!(asked(&[], &["sex"], "pending/total"), Err(BadRate::Nowhere));
}

#[test]
fn a_rate_of_decisions_asks_for_the_instance_and_for_no_other_unit() {
    let rate = Rate::read("total-protection").unwrap();
    let mut query = Query {
        unit: "decisions".to_owned(),
        ..Query::default()
    };
    rate.ask(&mut query, &[]).unwrap();
    assert_eq!(query.by, ["instance", "result"]);
    let key = |instance: &str, result: &str| vec![instance.to_owned(), result.to_owned()];
    let number = |n| (Domain::only(n), n.to_string());
    let of_these: Cells = [("first_instance", 40), ("total", 80)]
        .into_iter()
        .map(|(instance, n)| (key(instance, "rejected"), number(n)))
        .collect();
    let by = [
        dimension("instance", &["first_instance"]),
        dimension("result", &["rejected"]),
    ];
    let told = of(std::slice::from_ref(&rate), &by, &of_these);
    assert_eq!(told.len(), 1, "none over all instances");
    assert_eq!(told[0].key, key("first_instance", "total"));
    query.unit = "persons".to_owned();
    assert_eq!(rate.ask(&mut query, &[]), Err(BadRate::Unit));
    assert_eq!(Rate::read("60+/total").unwrap().above, ["60+"]);
    for text in ["", "a", "a+a/a", "a/b", "a+/a", "a/"] {
        assert_eq!(Rate::read(text), Err(BadRate::Form), "{text}");
    }
    assert!(Rate::read("f/f+m").is_ok() && Rate::read("f/total").is_ok());
}

/// Values that any word could be, of an office or of a field, are those of their rows alone.
#[test]
fn a_share_is_of_the_one_dimension_that_has_its_values() {
    let of = |rate: &str, dimensions: &[(&str, &[&str])]| {
        let by: Vec<String> = dimensions
            .iter()
            .map(|(name, _)| (*name).to_owned())
            .collect();
        let row = |values: &[&str]| values.iter().map(|&one| one.to_owned()).collect();
        let rows = dimensions.iter().map(|(_, values)| row(values)).collect();
        Rate::read(rate).unwrap().place(&by, &rows)
    };
    let several = |rate: &str, dimensions: &[&str]| {
        let dimensions = dimensions.iter().map(|&name| name.to_owned()).collect();
        let rate = rate.to_owned();
        Err(BadRate::Several { dimensions, rate })
    };
    let one = |name: &str| Ok(name.to_owned());
    let granted = "temporary_asylum/total";
    for first in ["office", "field:grounds", "year", "sex", "jurisdiction"] {
        for by in [
            [(first, &["east"][..]), ("protection", &[])],
            [("protection", &[]), (first, &["east"])],
        ] {
            assert_eq!(of(granted, &by), one("protection"), "{first}");
        }
    }
    let office: (&str, &[&str]) = ("office", &["east", "none"]);
    assert_eq!(
        of("east/total", &[("protection", &[]), office]),
        one("office")
    );
    for nobodys in [granted, "eastt/total", "east/east+eastt"] {
        assert_eq!(of(nobodys, &[office]), Err(BadRate::Nowhere), "{nobodys}");
    }
    // Two that could be meant, whoever is there.
    let both: [(&str, &[&str]); 2] = [("kind", &[]), ("protection", &[])];
    assert_eq!(
        of(granted, &both),
        several(granted, &["kind", "protection"])
    );
    for name in ["kind", "protection"] {
        let said = format!("{name}={granted}");
        assert_eq!(of(&said, &both), one(name));
    }
    let none = "none/total";
    assert_eq!(
        of(none, &[office, ("protection", &[])]),
        several(none, &["office", "protection"])
    );
    assert_eq!(
        of("office=none/total", &[office, ("protection", &[])]),
        one("office")
    );
    // Of years none is without, and then it is the other; alone it is the years without.
    let years: (&str, &[&str]) = ("year", &["2010"]);
    assert_eq!(of(none, &[years, ("protection", &[])]), one("protection"));
    assert_eq!(of(none, &[years]), one("year"));
    assert_eq!(of("2031/total", &[office, years]), one("year"));
    // A field that stands ready by its word.
    let grounds: (&str, &[&str]) = ("field:grounds", &["religion"]);
    assert_eq!(
        of("grounds=religion/total", &[grounds]),
        one("field:grounds")
    );
    assert_eq!(
        of("grounds=religions/total", &[grounds]),
        Err(BadRate::Nowhere)
    );
    assert_eq!(Rate::read("sex=f/sex=f+m"), Err(BadRate::Form));
    assert_eq!(Rate::read("sex=/total"), Err(BadRate::Form));
}
