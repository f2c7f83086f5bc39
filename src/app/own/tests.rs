//! What a declaration admits lies within it, and no file of declarations costs much or gets in with what it must not.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::file::{self, Flaw, MOST_BYTES, MOST_FIELDS, MOST_NUMBER, MOST_VALUES, Wrong};
use super::{check, held, used_up};
use crate::base::date::PartialDate;
use crate::base::guard;
use crate::base::id::{CaseId, EventId, StreamId};
use crate::domain::case::Case;
use crate::domain::code::{FieldType, Sex};
use crate::domain::event::{CaseOpened, Entry, Event, FieldDeclared, FieldRecorded, Payload};
use crate::domain::own::Declared;

fn today() -> chrono::NaiveDate {
    "2026-03-04".parse().unwrap()
}

fn read(text: &str) -> Result<Vec<FieldDeclared>, Vec<Flaw>> {
    let read = file::read(text)?;
    Ok(read.into_iter().map(|one| one.field).collect())
}

/// What is wrong with a file, each once.
fn wrong(text: &str) -> Vec<Wrong> {
    let flaws = read(text).expect_err(text);
    flaws.into_iter().map(|flaw| flaw.wrong).collect()
}

/// The office's history with these declarations in it, one after the other.
fn declared(fields: &[FieldDeclared]) -> Declared {
    let event = |(number, field): (u8, &FieldDeclared)| Event {
        id: EventId([number; 16]),
        case: CaseId::OFFICE,
        lamport: number.into(),
        stream: StreamId([0; 16]),
        number: number.into(),
        payload: Payload {
            at: chrono::DateTime::UNIX_EPOCH,
            by: "m1".to_owned(),
            person: 1,
            via: None,
            even_so: None,
            entry: Entry::FieldDeclared(field.clone()),
        },
    };
    let events: Vec<Event> = (1..).zip(fields).map(event).collect();
    Declared::of(&events)
}

fn recorded(name: &str, value: &str) -> FieldRecorded {
    FieldRecorded {
        name: name.to_owned(),
        value: value.to_owned(),
        declared: EventId([0; 16]),
        date: "2026".parse().unwrap(),
        source: None,
        import_ref: None,
    }
}

/// A declaration in TOML as somebody could write it, right or wrong.
fn file() -> impl Strategy<Value = String> {
    let value = "[a-z0-9_-]{0,6}|none|[a-zA-Zж]{1,4}";
    let values = prop::collection::vec((value, any::<bool>()), 0..6);
    let kind = prop::sample::select(vec!["code", "yes_no", "number", "date", "text"]);
    let name = "[a-z][a-z0-9_]{0,5}|surname|office|[A-Zж-]{1,3}";
    let number = prop_oneof![-200_000_i64..200_000, -20_i64..20];
    let bounds = prop::option::of((number.clone(), number));
    let one = (name, kind, values, bounds, any::<bool>());
    let one = one.prop_map(|(name, kind, values, bounds, retired)| {
        let values: Vec<String> = values
            .iter()
            .map(|(value, retired)| format!("{{ value = {value:?}, retired = {retired} }}"))
            .collect();
        let values = if values.is_empty() {
            String::new()
        } else {
            format!("values = [{}]\n", values.join(", "))
        };
        let bounds = bounds.map_or_else(String::new, |(a, b)| {
            format!("min = {}\nmax = {}\n", a.min(b), a.max(b))
        });
        format!(
            "[[field]]\nname = {name:?}\ntype = {kind:?}\n{values}{bounds}retired = {retired}\n"
        )
    });
    prop::collection::vec(one, 1..4).prop_map(|all| all.concat())
}

/// Whether a stored value lies within a declaration.
fn within(field: &FieldDeclared, value: &str) -> bool {
    match field.holds {
        FieldType::Code => field.offered().any(|one| one == value),
        FieldType::YesNo => matches!(value, "true" | "false"),
        FieldType::Number => {
            let number: i64 = value.parse().unwrap();
            number.to_string() == value
                && (field.min.unwrap()..=field.max.unwrap()).contains(&number)
        }
        FieldType::Date => value.parse::<PartialDate>().unwrap().to_string() == value,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Whatever file is taken, and whatever is typed for it: what is accepted lies within the declaration, in its
    /// stored form, under the declaration that holds; what is retired takes nothing.
    #[test]
    fn what_is_accepted_lies_within_the_declaration(
        text in file(),
        typed in prop::collection::vec(
            "[a-z0-9_-]{0,6}|true|yes|no|-?[0-9]{1,7}|202[0-9](-0[1-9])?|.{0,8}", 1..12),
        pick in any::<prop::sample::Index>(),
    ) {
        let Ok(fields) = read(&text) else {
            return Ok(());
        };
        for field in &fields {
            prop_assert!(!guard::names_a_person(&field.name), "{}", field.name);
            prop_assert!(field.values.len() <= MOST_VALUES);
            prop_assert_eq!(field.holds == FieldType::Code, !field.values.is_empty());
            for bound in [field.min, field.max].into_iter().flatten() {
                prop_assert!(bound.abs() <= MOST_NUMBER);
            }
        }
        let declared = declared(&fields);
        // What could be right, too.
        let own = fields.iter().flat_map(|field| field.values.iter().map(|one| one.value.clone()));
        let all: Vec<String> = typed.into_iter().chain(own).collect();
        for value in all {
            let field = pick.get(&fields);
            let mut entry = recorded(&field.name, &value);
            if check(&declared, &mut entry, today()).is_ok() {
                prop_assert!(!field.retired, "{field:?}");
                prop_assert!(within(field, &entry.value), "{value:?} in {field:?}");
                prop_assert_eq!(declared.by(entry.declared), Some(field));
                // And what was accepted once is accepted again, as it stands.
                let mut again = recorded(&field.name, &entry.value);
                check(&declared, &mut again, today()).unwrap();
                prop_assert_eq!(again.value, entry.value);
            }
        }
    }

    /// A later declaration that is taken leaves no value outside that was ever recorded.
    #[test]
    fn no_change_leaves_a_recorded_value_outside(
        first in file(),
        second in file(),
        typed in prop::collection::vec("[a-z0-9_-]{0,3}|true|-?[0-9]{1,3}|202[0-9]", 1..12),
    ) {
        let (Ok(first), Ok(second)) = (read(&first), read(&second)) else {
            return Ok(());
        };
        let mut second = second[0].clone();
        second.name.clone_from(&first[0].name);
        let first = first[0].clone();
        let before = declared(std::slice::from_ref(&first));
        let own = first.values.iter().map(|one| one.value.clone());
        let typed: Vec<String> = typed.into_iter().chain(own).collect();
        let recorded = typed.iter().filter_map(|value| {
            let mut entry = recorded(&first.name, value);
            check(&before, &mut entry, today()).ok().map(|()| entry.value)
        });
        let used: std::collections::BTreeSet<String> = recorded.collect();
        if used.is_empty() || used_up(&before, &second, &used).is_some() {
            return Ok(());
        }
        let open = FieldDeclared {
            values: second.values.iter().cloned().map(|mut one| {
                one.retired = false;
                one
            }).collect(),
            ..second
        };
        for value in used {
            prop_assert!(within(&open, &value), "{value} in {open:?}");
        }
    }
}

/// What another office declared, and this one did not.
#[test]
fn without_its_declaration_a_value_is_kept_and_unknown() {
    let event = |number: u8, entry| Event {
        id: EventId([number; 16]),
        case: CaseId([7; 16]),
        lamport: number.into(),
        stream: StreamId([0; 16]),
        number: number.into(),
        payload: Payload {
            at: chrono::DateTime::UNIX_EPOCH,
            by: "m1".to_owned(),
            person: 1,
            via: None,
            even_so: None,
            entry,
        },
    };
    let opened = CaseOpened {
        number: "7MK2D5HPP".to_owned(),
        callsign: "amber-heron".to_owned(),
        origin: "KP".to_owned(),
        jurisdiction: "ru".to_owned(),
        sex: Sex::Unknown,
        born: None,
        office: None,
        worker: None,
        opened: "2026".parse().unwrap(),
        tags: Vec::new(),
        role: None,
        import_ref: None,
    };
    let foreign = recorded("housing", "camp");
    let events = [
        event(1, Entry::CaseOpened(opened)),
        event(2, Entry::FieldRecorded(foreign)),
    ];
    let case = Case::fold(CaseId([7; 16]), &events, None);
    let shown = held(&case, &Declared::default());
    assert_eq!(
        (&*shown[0].field, &*shown[0].value, shown[0].known),
        ("housing", "camp", false)
    );
    // Not by whatever is declared here under the same name.
    let own = read(SMALL).unwrap();
    assert!(!held(&case, &declared(&own))[0].known);
}

const SMALL: &str = "[[field]]\nname = \"housing\"\ntype = \"code\"\nvalues = [\"camp\"]\n";

#[test]
fn a_file_is_read_with_everything_in_it() {
    let text = "
        [[field]]
        name = \"housing\"
        type = \"code\"
        label.en = \"Housing\"
        label.ar = \"السكن\"
        values = [\"camp\", { value = \"private\", label.en = \"flat\", retired = true }]
        [[field]]
        name = \"children_at_school\"
        type = \"number\"
        min = 0
        max = 20
        [[field]]
        name = \"course\"
        type = \"yes_no\"
        retired = true
        [[field]]
        name = \"arrived_here\"
        type = \"date\"
    ";
    let fields = read(text).unwrap();
    assert_eq!(fields.len(), 4);
    assert_eq!(fields[0].labels["ar"], "السكن");
    assert_eq!(fields[0].offered().collect::<Vec<_>>(), ["camp"]);
    assert_eq!((fields[1].min, fields[1].max), (Some(0), Some(20)));
    assert!(fields[2].retired && !fields[3].retired);
}

#[test]
fn what_names_a_person_is_no_field() {
    let heading = |name: &str, label: &str| {
        format!("[[field]]\nname = {name:?}\ntype = \"yes_no\"\nlabel.xx = {label:?}\n")
    };
    for (name, label) in [
        ("surname", "x"),
        ("passport_no", "x"),
        ("telephone", "x"),
        ("file_number", "x"),
        ("familiya", "x"),
        ("helper", "Фамилия"),
        ("helper", "رقم الهاتف"),
        ("helper", "Numéro de dossier"),
        ("helper", "apellidos"),
    ] {
        let flaws = read(&heading(name, label)).unwrap_err();
        let personal = flaws.iter().find(|flaw| flaw.wrong == Wrong::Personal);
        // Such a name may be one's name.
        assert_eq!(personal.unwrap().field, None, "{name} {label}");
    }
    assert!(wrong(&heading("phase", "ask +49 151 23456789")).len() == 1);
    let values = SMALL.replace("camp", "4915123456789");
    assert_eq!(wrong(&values), [Wrong::ValuePersonal]);
}

#[test]
fn names_of_the_program_are_not_taken() {
    for name in [
        "origin",
        "detained",
        "hearing",
        "check_in",
        "office",
        "protection",
        "case",
    ] {
        let text = SMALL.replace("housing", name);
        assert_eq!(wrong(&text), [Wrong::Ours], "{name}");
    }
}

/// Files that somebody could make to do harm: each is refused for what it is, and none takes long.
#[test]
fn hostile_files_are_refused_at_once() {
    let many = |count: usize| {
        let values: Vec<String> = (0..count).map(|n| format!("\"{n}\"")).collect();
        SMALL.replace("\"camp\"", &values.join(","))
    };
    let labelled = |label: &str| format!("{SMALL}label.en = \"{label}\"\n");
    let deep = format!("x = {}{}", "[".repeat(30_000), "]".repeat(30_000));
    let dotted = format!("{} = 1", vec!["a"; 20_000].join("."));
    let files: Vec<(String, Wrong)> = vec![
        (format!("{SMALL}{SMALL}"), Wrong::Twice),
        (format!("{SMALL}type = \"date\"\n"), Wrong::Notation),
        (many(10_000), Wrong::Bytes),
        (
            SMALL.replace("\"camp\"", &"\"a\",".repeat(10_000)),
            Wrong::ManyValues,
        ),
        (many(MOST_VALUES + 1), Wrong::ManyValues),
        (SMALL.repeat(MOST_FIELDS + 1), Wrong::ManyFields),
        (
            SMALL.replace("camp\"", "camp\", \"camp\""),
            Wrong::ValueTwice("camp".to_owned()),
        ),
        (SMALL.replace("camp", "c\\u202eamp"), Wrong::Value),
        (SMALL.replace("housing", "h\\u0000"), Wrong::Name),
        (SMALL.replace("housing", "\\u200fhousing"), Wrong::Name),
        (labelled("in a \\u202Epmac"), Wrong::Hidden),
        (labelled("a\\u0007b"), Wrong::Hidden),
        (labelled("a\\nb"), Wrong::Hidden),
        (labelled("\\U000E0041x"), Wrong::Hidden),
        (labelled("a\u{7}b"), Wrong::Notation),
        ("\u{feff}\u{202e}".to_owned(), Wrong::Notation),
        ("x".repeat(MOST_BYTES + 1), Wrong::Bytes),
        (SMALL.repeat(2_000), Wrong::Bytes),
        (deep, Wrong::Notation),
        (dotted, Wrong::Notation),
        (String::new(), Wrong::Empty),
        ("field = 1".to_owned(), Wrong::Notation),
        (format!("{SMALL}secret = \"x\"\n"), Wrong::Notation),
        (SMALL.replace("code", "text"), Wrong::Type),
        (SMALL.replace("code", "date"), Wrong::Misplaced),
        (
            "[[field]]\nname = \"n\"\ntype = \"number\"\nmin = 0\nmax = 4915123456789".to_owned(),
            Wrong::Bounds,
        ),
        (
            "[[field]]\nname = \"n\"\ntype = \"number\"".to_owned(),
            Wrong::Bounds,
        ),
    ];
    for (text, expected) in files {
        let began = Instant::now();
        let found = wrong(&text);
        let took = began.elapsed();
        let start: String = text.chars().take(120).collect();
        assert!(found.contains(&expected), "{start}: {found:?}");
        assert!(found.len() <= 20, "{start}: {}", found.len());
        assert!(took < Duration::from_secs(2), "{start}: {took:?}");
    }
    let long = labelled(&"x".repeat(61));
    assert!(matches!(wrong(&long)[..], [Wrong::Label(_)]));
}
