//! What is kept of a person in the open.

use crate::support::Office;

#[test]
fn nothing_finer_than_a_year_is_kept_of_a_person() {
    let office = Office::open();
    let new = ["new", "--origin", "KP", "--jurisdiction", "ru", "--born"];
    for born in ["1990-05", "1990-05-03", "03.05.1990", "1990-05..1990-06"] {
        let id = office.fails(2, &[new.as_slice(), &[born]].concat());
        assert_eq!(id, "field.year", "{born}");
        let line = format!(
            r#"{{"type":"case","case":"r1","origin":"KP","jurisdiction":"ru","born":"{born}"}}"#
        );
        let said = office.run_with(&["--json", "import", "-"], &line);
        assert_eq!(said.code, 1, "{}", said.shown());
    }
    assert_eq!(
        office.ok(&["--json", "list"]).json()["items"],
        serde_json::json!([])
    );
    let case = office.new_case(&[&new[1..], &["1990"]].concat());
    assert_eq!(office.ok(&["--json", "show", &case]).json()["born"], 1990);
}
