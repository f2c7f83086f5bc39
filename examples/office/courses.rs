//! The courses that a case can take. Whoever adds one appends it to the table: nothing else names them.

use chrono::{Days, Months};
use serde_json::json;

use super::{Case, working};

/// What happens in a case.
pub(super) type Course = fn(&mut Case);

/// Each with its weight.
pub(super) const COURSES: &[(u64, Course)] = &[
    (10, pending),
    (14, refused_and_left_at_that),
    (12, through_the_instances),
    (9, granted),
    (8, prolonged),
    (4, prolonging_refused),
    (5, less_than_asked_for),
    (5, sent_back),
    (4, taken_back),
    (4, taken_as_withdrawn),
    (3, revoked),
    (4, subsequent),
    (4, transferred),
    (4, detained),
    (4, fresh_refusal),
    (2, fresh_detention),
    (4, withdrawn_and_closed),
];

fn pending(case: &mut Case) {
    case.apply();
    if case.random.chance(40) {
        case.wait(20, 60);
        let date = case.today();
        case.line("interview", vec![("date", date)]);
    }
}

fn refused_and_left_at_that(case: &mut Case) {
    let application = case.apply();
    case.refuse(&application);
    if case.random.chance(50) {
        case.close("contact_lost");
    }
}

fn through_the_instances(case: &mut Case) {
    let application = case.apply();
    case.refuse(&application);
    let first = case.appeal(&application, case.first_remedy());
    case.decide(&first, "dismissed", Vec::new());
    if case.random.chance(70) {
        let kind = if case.first_remedy() == "appeal" {
            "further_appeal"
        } else {
            "appeal"
        };
        let second = case.appeal(&first, kind);
        if case.random.chance(60) {
            case.decide(&second, "dismissed", Vec::new());
        }
    }
}

fn granted(case: &mut Case) {
    let application = case.apply();
    case.grant(&application, "refugee_status", 36);
    if case.random.chance(60) {
        case.close("protected");
    }
}

fn prolonged(case: &mut Case) {
    let (application, protection) = temporary(case);
    let mut until = case.grant(&application, protection, 12);
    for _ in 0..case.random.between(1, 3) {
        case.day = working(until - Days::new(40));
        case.file(&application, "renewal");
        until = case.grant(&application, protection, 12);
    }
}

/// Protection for a year, under the name that the law has for it.
fn temporary(case: &mut Case) -> (String, &'static str) {
    if case.law == "ru" {
        (case.apply_for("temporary_asylum"), "temporary_asylum")
    } else {
        (case.apply_for("humanitarian"), "humanitarian")
    }
}

fn prolonging_refused(case: &mut Case) {
    let (application, protection) = temporary(case);
    let until = case.grant(&application, protection, 12);
    case.day = working(until - Days::new(40));
    case.file(&application, "renewal");
    case.refuse(&application);
    if case.random.chance(50) {
        case.appeal(&application, case.first_remedy());
    }
}

fn less_than_asked_for(case: &mut Case) {
    let application = case.apply_for("single_procedure");
    let until = (case.day + Months::new(24)).to_string();
    let fields = vec![
        ("protection", json!("subsidiary_protection")),
        ("until", json!(until)),
    ];
    case.decide(&application, "granted", fields);
    if case.random.chance(60) {
        let appeal = case.appeal(&application, case.first_remedy());
        if case.random.chance(50) {
            case.decide(
                &appeal,
                "allowed",
                vec![("protection", json!("refugee_status"))],
            );
        }
    }
}

fn sent_back(case: &mut Case) {
    let application = case.apply();
    case.refuse(&application);
    let appeal = case.appeal(&application, case.first_remedy());
    case.decide(&appeal, "remitted", Vec::new());
    if case.random.chance(70) {
        case.refuse(&application);
        if case.random.chance(50) {
            case.appeal(&application, case.first_remedy());
        }
    }
}

fn taken_back(case: &mut Case) {
    let application = case.apply();
    case.refuse(&application);
    let appeal = case.appeal(&application, case.first_remedy());
    case.decide(&application, "rescinded", Vec::new());
    case.decide(&appeal, "closed", vec![("reason", json!("discontinued"))]);
    if case.random.chance(60) {
        case.grant(&application, "refugee_status", 36);
    }
}

fn taken_as_withdrawn(case: &mut Case) {
    let application = case.apply();
    case.step(&application, "appointment_missed");
    case.decide(
        &application,
        "closed",
        vec![("reason", json!("withdrawn_implicit"))],
    );
    if case.random.chance(50) {
        case.wait(20, 60);
        case.file(&application, "reopening_request");
        case.decide(&application, "rescinded", Vec::new());
        if case.random.chance(50) {
            case.refuse(&application);
        }
    }
}

fn revoked(case: &mut Case) {
    let application = case.apply();
    case.grant(&application, "refugee_status", 36);
    case.wait(200, 700);
    case.decide(&application, "revoked", Vec::new());
    if case.random.chance(60) {
        let appeal = case.appeal(&application, "appeal");
        match case.random.between(0, 2) {
            0 => {}
            1 => drop(case.decide(&appeal, "allowed", Vec::new())),
            _ => drop(case.decide(&appeal, "dismissed", Vec::new())),
        }
    }
}

fn subsequent(case: &mut Case) {
    let first = case.apply();
    case.refuse(&first);
    let appeal = case.appeal(&first, case.first_remedy());
    case.wait(30, 90);
    let second = case.apply();
    case.decide(&appeal, "dismissed", Vec::new());
    if case.random.chance(60) {
        case.decide(&second, "refused", vec![("basis", json!("inadmissible"))]);
    }
}

fn transferred(case: &mut Case) {
    let application = case.apply();
    let refusal = case.decide(
        &application,
        "refused",
        vec![("basis", json!("inadmissible"))],
    );
    let measure = case.named('m');
    let fields = vec![
        ("ref", json!(measure)),
        ("on", json!(refusal)),
        ("kind", json!("transfer")),
        ("date", case.today()),
    ];
    case.line("removal", fields);
    if case.random.chance(50) {
        case.wait(30, 90);
        let date = case.today();
        case.line("departure", vec![("date", date)]);
        case.close("removed");
    } else {
        case.wait(190, 220);
        case.step(&measure, "transfer_failed");
        case.step(&measure, "responsibility_taken");
        case.decide(&application, "rescinded", Vec::new());
    }
}

fn detained(case: &mut Case) {
    let application = case.apply();
    case.refuse(&application);
    case.wait(60, 90);
    let date = case.today();
    case.line("detention", vec![("date", date)]);
    case.wait(10, 30);
    let date = case.today();
    case.line("release", vec![("date", date)]);
}

fn fresh_refusal(case: &mut Case) {
    let application = case.apply();
    case.lately();
    // Decided and told in one week.
    let decided = case.today();
    case.wait(2, 4);
    let fields = vec![
        ("ref", json!("d")),
        ("on", json!(application)),
        ("outcome", json!("refused")),
        ("basis", json!("unfounded")),
        ("decided", decided),
        ("notified", case.today()),
        ("served", case.today()),
    ];
    case.line("decision", fields);
    if case.random.chance(40) {
        case.day = case.day + Days::new(1);
        let kind = case.first_remedy();
        let fields = vec![
            ("ref", json!("p")),
            ("on", json!("d")),
            ("kind", json!(kind)),
            ("lodged", case.today()),
        ];
        case.line("appeal", fields);
    }
}

fn fresh_detention(case: &mut Case) {
    case.apply();
    case.lately();
    let date = case.today();
    case.line("detention", vec![("date", date)]);
}

fn withdrawn_and_closed(case: &mut Case) {
    let application = case.apply();
    case.decide(
        &application,
        "closed",
        vec![("reason", json!("withdrawn_explicit"))],
    );
    case.close("departed");
}
