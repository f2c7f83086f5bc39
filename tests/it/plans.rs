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
    // A key is none of these, and other words are left out as before.
    let (used, ..) = plan("Date,Nationality,Sex,Zyx\n2025-06-01,SY,m,a\n2025-06-02,SY,f,b\n");
    assert!(used[0].starts_with('?'), "{used:?}");
    assert_eq!(used[3], "drop");
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
    let (_, planned, map) = plan("No;Country;Application date\nx1;SY;1442/09/01\n");
    assert_eq!(planned["items"][2]["other_calendar"], true);
    // The law, the kind of application, the calendar.
    assert_eq!(planned["open"], 3, "{map}");
}
