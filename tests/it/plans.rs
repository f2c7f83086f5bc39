//! What `import --plan` asks instead of guessing, and of what it never says nothing.

use serde_json::Value;

use crate::support::Office;

/// The proposals for a sheet, by column, and how many questions they leave.
fn plan(rows: &str) -> (Vec<String>, Value, String) {
    let office = Office::empty();
    std::fs::write(office.home().join("sheet.csv"), rows).unwrap();
    let planned = office
        .ok(&["--json", "import", "sheet.csv", "--plan"])
        .json();
    office.ok(&["import", "sheet.csv", "--plan", "-o", "map.toml"]);
    let map = std::fs::read_to_string(office.home().join("map.toml")).unwrap();
    let items = planned["items"].as_array().unwrap().iter();
    let used = items.map(|one| one["use"].as_str().unwrap().to_owned());
    (used.collect(), planned, map)
}

#[test]
fn headings_of_offices_are_known_in_five_languages() {
    for (heading, cell, wanted) in [
        ("Date served", "2025-06-01", "decision.served"),
        ("Date of claim", "2025-06-01", "application.lodged"),
        ("Home Office ref", "A1234567", "? seal file_numbers"),
        ("Resolución", "denegada", "decision.outcome"),
        ("Вид", "ВУ", "application.kind"),
        (
            "Дата обращения",
            "01.06.2025",
            "? application.lodged, case.opened",
        ),
        ("Recours", "oui", "? appeal.kind"),
        ("Recours", "2025-06-01", "appeal.lodged"),
    ] {
        let (used, _, map) = plan(&format!(
            "No,Nationality,{heading}\n1,SY,{cell}\n2,AF,{cell}\n"
        ));
        assert_eq!(used[2], wanted, "{heading}\n{map}");
    }
}

#[test]
fn days_and_known_words_are_never_left_out_without_a_question() {
    // Nobody knows these headings.
    let (used, planned, map) =
        plan("No,Nationality,Zyx,Qwv\n1,SY,2025-06-01,rejected\n2,AF,2025-06-13,denegada\n");
    assert!(used[2].starts_with("? application.lodged"), "{map}");
    assert_eq!(used[3], "? decision.outcome", "{map}");
    // The law, the register and the two columns; no outcome is asked of all rows.
    assert_eq!(planned["open"], 4, "{map}");
    assert!(!map.contains("\"decision.outcome\" = \"?\""), "{map}");
    // A key is none of these, and of other words is asked as well.
    let (used, _, map) = plan("Date,Nationality,Sex,Zyx\n2025-06-01,SY,m,a\n2025-06-02,SY,f,b\n");
    assert!(used[0].starts_with('?'), "{used:?}");
    assert_eq!(used[3], "? seal note", "{map}");
}

#[test]
fn a_column_that_is_not_known_is_a_question_unless_it_is_empty_or_counts_the_rows() {
    let (used, planned, map) = plan(
        "№ дела;Бенефициар;Контакт;Зыкс;Гражданство;Дата решения;Дата решения;Дата решения;Квв\n\
         2021/17;Zyxqwv;Zyxqwv;1;Сирия;2021-04-13;2021-05-13;2021-06-13;\n\
         2021/18;Qwvzyx;;2;Судан;2021-04-14;2021-05-14;;\n\
         2021/19;Qwvzyx;;3;Судан;2021-04-14;;;\n",
    );
    assert_eq!(used[1], "? seal note", "{map}");
    assert_eq!(used[2], "? seal note", "{map}");
    // 1, 2, 3: the sheet's own count.
    assert_eq!(used[3], "drop", "{map}");
    assert_eq!(
        used[5..7],
        ["decision.decided", "decision#2.decided"],
        "{map}"
    );
    // A third of a field that there can be two of is no more left out without a word than what nobody knows.
    assert!(used[7].starts_with('?'), "{map}");
    // Nothing stands in the last one.
    assert_eq!(used.len(), 8, "{map}");
    assert_eq!(
        map.matches("\"?\"").count() - 1,
        usize::try_from(planned["open"].as_u64().unwrap()).unwrap(),
        "as many as the map has, whose first line says what they are: {map}"
    );
}

#[test]
fn the_first_case_is_never_a_heading() {
    // The last column has no heading, and something stands in it.
    for (head, rows) in [
        (
            "File no;Country;Date of application;Decision;Date of decision",
            "F1;Syria;2021-04-13;refused;2021-06-15;Zyxqwv\nF2;Syria;2021-04-14;refused;2021-06-16",
        ),
        (
            "File no;Country;Sex;;Date of application",
            "F1;Zyx;;Zyxqwv;\nF2;Zyx;;Zyxqwv;",
        ),
        (
            "File no;Name;Country;",
            "Zyx;Zyxqwv;Qwv;phone\nZyx2;Q;Qwv;z",
        ),
        (
            "File no;Name;Decision;;Remarks",
            "A-x;Zyxqwv;later;Zyxqwv;Zyxqwv\nB-x;Zyxqwv;later;z;z",
        ),
    ] {
        let (_, planned, map) = plan(&format!("{head}\n{rows}\n"));
        assert_eq!(
            (
                &planned["heading"],
                &planned["heading_rows"],
                &planned["rows"]
            ),
            (&1.into(), &1.into(), &2.into()),
            "{head}\n{map}"
        );
    }
    // Under a heading that says of several columns what they are of there is a second row, and the plan says so.
    let text =
        "№ дела;Решение;;Жалоба;\n;дата;исход;дата;вид\nA-1;2021-04-13;отказ;2021-05-13;суд\n";
    let (_, planned, map) = plan(text);
    assert_eq!(
        (
            &planned["heading"],
            &planned["heading_rows"],
            &planned["rows"]
        ),
        (&2.into(), &2.into(), &1.into()),
        "{map}"
    );
    let office = Office::empty();
    std::fs::write(office.home().join("sheet.csv"), text).unwrap();
    let said = office.ok(&["import", "sheet.csv", "--plan", "--format", "human"]);
    assert!(said.out.contains("Rows 1 to 2 are taken"), "{}", said.out);
}

#[test]
fn days_are_evidence_of_those_that_are_written_alike_alone() {
    let order = |days: &[&str]| {
        let rows: Vec<String> = days.iter().map(|day| format!("x;SY;{day}\n")).collect();
        let rows = rows.concat();
        let (_, planned, _) = plan(&format!("No;Country;Application date\n{rows}"));
        planned["items"][2]["date"].clone()
    };
    assert_eq!(order(&["13.04.2021", "03/04/2021"]), "?");
    assert_eq!(order(&["13.04.21", "03/04/2021"]), "?");
    assert_eq!(order(&["13.04.2021", "04/13/2021"]), "?");
    assert_eq!(order(&["13.04.2021", "03.04.2021"]), "dmy");
    assert_eq!(order(&["13.04.2021", "13/04/2021", "03/04/2021"]), "dmy");
    assert_eq!(order(&["04/13/2021", "03/04/2021 10:30"]), "mdy");
}

#[test]
fn what_a_column_may_be_stands_below_the_table_and_within_the_screen() {
    let office = Office::empty();
    let text = "Name,Date,Country,Foo\nZyxqwv,2021-04-13,Syria,2021-04-13\n";
    std::fs::write(office.home().join("sheet.csv"), text).unwrap();
    for columns in ["80", "40"] {
        let mut command = office.command(&["import", "sheet.csv", "--plan", "--format", "human"]);
        let said = command.env("COLUMNS", columns).output().unwrap();
        let said = String::from_utf8(said.stdout).unwrap();
        let most: usize = columns.parse().unwrap();
        assert!(
            said.lines().all(|line| line.chars().count() <= most),
            "{said}"
        );
        let words: Vec<&str> = said.split_whitespace().collect();
        assert!(words.contains(&"interview.date,"), "{said}");
    }
}

#[test]
fn a_sheet_of_events_asks_for_kinds_and_calendars_are_questions() {
    let (_, planned, map) = plan(
        "case;event;date\nx7;application;2025-01-13\nx7;appeal;2025-06-20\nx8;interview;2025-03-01\n",
    );
    for asked in ["\"application.kind\" = \"?\"", "\"appeal.kind\" = \"?\""] {
        assert!(map.contains(asked), "{map}");
    }
    assert_eq!(planned["open"], 3, "{map}");
    let (_, planned, map) = plan("No;Nationality;Application date\nx1;SY;1442/09/01\n");
    assert_eq!(planned["items"][2]["other_calendar"], true);
    // The law, the kind of application, the calendar.
    assert_eq!(planned["open"], 3, "{map}");
}
