use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn read(way: Way, text: &str) -> Result<String, BadDay> {
    way.read(&Cell::Text(text.to_owned()))
}

#[test]
fn a_day_that_can_be_two_is_none() {
    let open = Way::default();
    assert_eq!(read(open, "03/04/2021"), Err(BadDay::Order));
    assert_eq!(read(open, "2021-04-03").as_deref(), Ok("2021-04-03"));
    assert_eq!(read(open, "3 апреля 2021 г.").as_deref(), Ok("2021-04-03"));
    assert_eq!(read(open, "1er mai 2021").as_deref(), Ok("2021-05-01"));
    assert_eq!(read(open, "04/2021").as_deref(), Ok("2021-04"));
    let dmy = Way {
        order: Some(Order::Dmy),
        ..open
    };
    assert_eq!(read(dmy, "03/04/2021").as_deref(), Ok("2021-04-03"));
    assert_eq!(read(dmy, "٠٣/٠٤/٢٠٢١ 10:30").as_deref(), Ok("2021-04-03"));
    assert_eq!(read(dmy, "13/14/2021"), Err(BadDay::None));
    assert_eq!(read(dmy, "03.04.21"), Err(BadDay::Pivot));
    let pivot = Way {
        pivot: Some(30),
        ..dmy
    };
    assert_eq!(read(pivot, "03.04.21").as_deref(), Ok("2021-04-03"));
    assert_eq!(read(pivot, "03.04.71").as_deref(), Ok("1971-04-03"));
}

#[test]
fn other_calendars_are_refused_or_converted() {
    let dmy = Way {
        order: Some(Order::Dmy),
        ..Way::default()
    };
    assert_eq!(read(dmy, "01/01/1400"), Err(BadDay::Calendar));
    let persian = Way {
        calendar: Some(Calendar::Persian),
        ..dmy
    };
    assert_eq!(read(persian, "1400/01/01").as_deref(), Ok("2021-03-21"));
    assert_eq!(read(persian, "30/12/1399").as_deref(), Ok("2021-03-20"));
    assert_eq!(read(persian, "31/12/1399"), Err(BadDay::None));
    assert_eq!(read(persian, "01/01/2021"), Err(BadDay::Calendar));
    let hijri = Way {
        calendar: Some(Calendar::Hijri),
        ..dmy
    };
    assert_eq!(read(hijri, "1442/09/01").as_deref(), Ok("2021-04-13"));
}

#[test]
fn numbers_are_days_of_either_epoch() {
    let days = |since_1904, number| {
        let way = Way {
            since_1904,
            ..Way::default()
        };
        way.read(&Cell::Number(number))
    };
    assert_eq!(days(false, 43_831.0).as_deref(), Ok("2020-01-01"));
    assert_eq!(days(true, 42_369.5).as_deref(), Ok("2020-01-01"));
    assert_eq!(days(false, 2019.0).as_deref(), Ok("2019"));
    assert_eq!(days(false, 7.0), Err(BadDay::None));
}

#[test]
fn a_month_by_name_is_the_month_wherever_it_stands() {
    let dmy = Way {
        order: Some(Order::Dmy),
        pivot: Some(30),
        ..Way::default()
    };
    for text in [
        "2026 3 мая",
        "2026, 3 May",
        "2026/03/May",
        "2026 May 3",
        "May 3, 2026",
        "3. Mai 2026",
        "3 MAY 26",
        "2026-05-03T23:30:00-05:00",
        "3 mai 2026 10:30",
    ] {
        assert_eq!(read(dmy, text).as_deref(), Ok("2026-05-03"), "{text}");
    }
    assert_eq!(
        read(dmy, "3 كانون الثاني 2026").as_deref(),
        Ok("2026-01-03")
    );
    for text in [
        "martes 3 2026",
        "mardi 3 2026",
        "mardi 3 mars 2026",
        "Marta 3 2026",
        "3 4 мая",
        "2026 May June",
        "May 2026 3",
        "№ 5 2020",
        "2020?",
        "~2020",
        "007/03/2020",
        "3:04:2021 2020",
        "03.04.5",
    ] {
        assert_eq!(read(dmy, text), Err(BadDay::None), "{text}");
    }
    let ymd = Way {
        order: Some(Order::Ymd),
        ..dmy
    };
    assert_eq!(read(ymd, "21 May 03").as_deref(), Ok("2021-05-03"));
    let unsaid = Way { order: None, ..dmy };
    assert_eq!(read(unsaid, "21 May 03"), Err(BadDay::Order));
}

/// A word that may stand in a cell of days, and what it can be.
#[derive(Debug, Clone)]
enum Token {
    Number(String),
    Month(&'static str, u32),
    Other(&'static str),
}

fn token() -> impl Strategy<Value = Token> {
    prop_oneof![
        (0_u32..40, any::<bool>()).prop_map(|(n, wide)| Token::Number(if wide {
            format!("{n:02}")
        } else {
            n.to_string()
        })),
        (1900_u32..2100).prop_map(|n| Token::Number(n.to_string())),
        prop::sample::select(vec![
            ("May", 5),
            ("мая", 5),
            ("mars", 3),
            ("Dec", 12),
            ("agosto", 8),
            ("январь", 1),
            ("مارس", 3),
        ])
        .prop_map(|(name, month)| Token::Month(name, month)),
        prop::sample::select(vec![
            "martes",
            "Monday",
            "среда",
            "lundi",
            "about",
            "№",
            "?",
            "вручено",
            "3rd"
        ])
        .prop_map(Token::Other),
    ]
}

/// Every day that these words can mean, whoever wrote them: each is year, month or day, and none is left over.
fn meanings(tokens: &[Token], order: Option<Order>, pivot: i32) -> BTreeSet<NaiveDate> {
    let mut found = BTreeSet::new();
    let year = |token: &Token| match token {
        Token::Number(text) if text.len() == 4 => text.parse().ok(),
        Token::Number(text) if text.len() == 2 => {
            let short: i32 = text.parse().ok()?;
            Some(short + if short <= pivot { 2000 } else { 1900 })
        }
        _ => None,
    };
    let small = |token: &Token| match token {
        Token::Number(text) if text.len() <= 2 => text.parse::<u32>().ok(),
        _ => None,
    };
    if tokens.len() != 3 {
        return found;
    }
    let is_long = |token: &Token| matches!(token, Token::Number(text) if text.len() == 4);
    let has_name = tokens.iter().any(|token| matches!(token, Token::Month(..)));
    for (y, m, d) in [
        (0, 1, 2),
        (0, 2, 1),
        (1, 0, 2),
        (1, 2, 0),
        (2, 0, 1),
        (2, 1, 0),
    ] {
        let allowed = if is_long(&tokens[y]) {
            // Beside a whole year only the order of day and month can be in doubt, and a name settles that.
            has_name
                || y == 0 && (m, d) == (1, 2)
                || match order {
                    Some(Order::Dmy) => (d, m, y) == (0, 1, 2),
                    Some(Order::Mdy) => (m, d, y) == (0, 1, 2),
                    _ => false,
                }
        } else {
            match order {
                _ if m == 0 && has_name => y == 2,
                Some(Order::Ymd) => (y, m, d) == (0, 1, 2),
                Some(Order::Mdy) if !has_name => (m, d, y) == (0, 1, 2),
                Some(_) => (d, m, y) == (0, 1, 2),
                None => false,
            }
        };
        let month = match &tokens[m] {
            Token::Month(_, month) => Some(*month),
            other => small(other).filter(|_| !has_name),
        };
        if let (true, Some(year), Some(month), Some(day)) =
            (allowed, year(&tokens[y]), month, small(&tokens[d]))
        {
            found.extend(NaiveDate::from_ymd_opt(year, month, day));
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn whatever_is_read_is_what_it_can_mean_alone(
        tokens in prop::collection::vec(token(), 3..=4),
        signs in prop::collection::vec(prop::sample::select(vec![" ", "/", "-", ".", ", "]), 4),
        order in prop::sample::select(vec![None, Some(Order::Dmy), Some(Order::Mdy), Some(Order::Ymd)]),
    ) {
        let mut text = String::new();
        for (token, sign) in tokens.iter().zip(&signs) {
            text += match token {
                Token::Number(text) => text,
                Token::Month(name, _) | Token::Other(name) => name,
            };
            text += sign;
        }
        let way = Way { order, pivot: Some(30), ..Way::default() };
        if let Ok(day) = read(way, &text) {
            let means: Vec<String> = meanings(&tokens, order, 30).iter().map(ToString::to_string).collect();
            prop_assert_eq!(vec![day], means, "{}", text);
        }
    }
}
