//! Which histories the 211 cases have, and how often each.

#[path = "history.rs"]
mod history;

use history::{History, Random};

const TEMPORARY: &str = "temporary_asylum";
const REFUGEE: &str = "refugee_status";

/// A course of events: how many persons had it, between which months it began, and what happened.
type Course = (usize, (u64, u64), fn(&mut History));

/// 2 persons recognised, 90 with temporary asylum, 119 with nothing so far.
const COURSES: &[Course] = &[
    // Recognised.
    (1, years(2006, 2009), recognised),
    (1, years(2007, 2009), recognised_after_court),
    // Temporary asylum for one year.
    (28, years(2004, 2012), temporary),
    (6, (month(2014, 2), month(2014, 7)), temporary_running),
    (22, years(2005, 2011), temporary_renewed),
    (16, years(2005, 2012), temporary_after_refusal),
    (8, years(2006, 2012), temporary_after_complaint),
    (5, years(2007, 2012), temporary_by_court),
    (5, years(2005, 2010), temporary_then_refused),
    // Nothing so far.
    (24, years(2004, 2013), refused),
    (18, years(2004, 2012), complaint_dismissed),
    (14, years(2005, 2012), court_dismissed),
    (5, years(2004, 2009), refused_four_times),
    (4, years(2011, 2011), subsequent_pending),
    (12, (month(2014, 9), month(2014, 11)), pending),
    (6, (month(2014, 1), month(2014, 5)), appeal_pending),
    (9, years(2004, 2013), withdrawn),
    (7, years(2004, 2013), disappeared),
    (6, years(2007, 2013), extradited),
    (5, years(2005, 2013), departed),
    (2, years(2006, 2012), died),
    (4, years(2008, 2013), resettled),
    (3, years(2008, 2013), lost_sight_of),
];

/// From the first month of a year to the last month of another.
const fn years(first: u64, last: u64) -> (u64, u64) {
    (month(first, 1), month(last, 12))
}

/// A month, counted from January 2000.
const fn month(year: u64, month: u64) -> u64 {
    (year - 2000) * 12 + month - 1
}

/// The whole caseload as JSON Lines, cases in the order in which the office opened them.
pub(crate) fn caseload() -> String {
    let mut seeds = Random::new(1922);
    let mut histories = Vec::new();
    for (persons, months, course) in COURSES {
        for _ in 0..*persons {
            let random = Random::new(seeds.between(0, u64::MAX - 1));
            let mut history = History::new(random, *months);
            course(&mut history);
            histories.push(history);
        }
    }
    histories.sort_by(|a, b| a.opened().cmp(&b.opened()));
    let mut out = String::new();
    for (number, history) in (1..).zip(&histories) {
        history.write(&format!("r{number:03}"), &mut out);
    }
    out
}

fn recognised(h: &mut History) {
    let a = opened_with(h, REFUGEE);
    certificate(h);
    h.wait(20, 40);
    h.happens("interview", &[("on", &a)]);
    h.grant(&a, REFUGEE);
    h.close("protected");
}

fn recognised_after_court(h: &mut History) {
    let first = opened_with(h, TEMPORARY);
    h.grant(&first, TEMPORARY);
    h.wait(20, 60);
    let a = h.apply(REFUGEE);
    certificate(h);
    h.refuse(&a, "unfounded");
    let p = h.sue(&a);
    h.answer(&p, "remitted");
    h.grant(&a, REFUGEE);
}

fn temporary(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    if h.random.chance(30) {
        h.wait(10, 25);
        h.happens("interview", &[("on", &a)]);
    }
    let end = h.grant(&a, TEMPORARY);
    if h.random.chance(40) {
        h.wait_until(end, 20);
        let gone = h.random.chance(50);
        h.close(if gone { "departed" } else { "contact_lost" });
    }
}

fn temporary_running(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    h.grant(&a, TEMPORARY);
}

fn temporary_renewed(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    let mut end = h.grant(&a, TEMPORARY);
    for _ in 0..h.random.between(1, 2) {
        h.wait_until(end, 45);
        h.file("renewal");
        h.wait(15, 30);
        end = end + chrono::Months::new(12);
        h.happens("document", &[("until", &end.to_string())]);
    }
}

fn temporary_after_refusal(h: &mut History) {
    let first = opened_with(h, REFUGEE);
    let basis = if h.random.chance(50) {
        "refused_examination"
    } else {
        "unfounded"
    };
    h.refuse(&first, basis);
    h.wait(7, 60);
    let a = h.apply(TEMPORARY);
    h.grant(&a, TEMPORARY);
}

fn temporary_after_complaint(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    h.refuse(&a, "unfounded");
    let p = h.complain(&a);
    h.answer(&p, "remitted");
    h.grant(&a, TEMPORARY);
}

fn temporary_by_court(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    h.refuse(&a, "unfounded");
    let p = h.sue(&a);
    h.wait(15, 25);
    h.happens("hearing", &[("on", &p)]);
    h.allow(&p, TEMPORARY);
}

fn temporary_then_refused(h: &mut History) {
    let first = opened_with(h, TEMPORARY);
    let end = h.grant(&first, TEMPORARY);
    h.wait_until(end, 30);
    let a = h.apply(TEMPORARY);
    h.refuse(&a, "unfounded");
    let p = h.complain(&a);
    h.answer(&p, "dismissed");
}

fn refused(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    if h.random.chance(20) {
        h.refuse_unserved(&a);
        return;
    }
    h.refuse(&a, "unfounded");
    if h.random.chance(40) {
        h.wait(95, 140);
        h.close("contact_lost");
    }
}

fn complaint_dismissed(h: &mut History) {
    let a = opened_with(h, REFUGEE);
    let basis = if h.random.chance(40) {
        "refused_examination"
    } else {
        "unfounded"
    };
    h.refuse(&a, basis);
    let p = h.complain(&a);
    h.answer(&p, "dismissed");
}

fn court_dismissed(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    h.refuse(&a, "unfounded");
    let p = h.sue(&a);
    h.wait(15, 25);
    h.happens("hearing", &[("on", &p)]);
    h.answer(&p, "dismissed");
    if h.random.chance(50) {
        let further = h.sue_further(&p);
        h.answer(&further, "dismissed");
    }
}

/// The pattern that the program exists for.
fn refused_four_times(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    h.refuse(&a, "unfounded");
    h.wait(60, 120);
    refused_twice_as_refugee(h);
    h.wait(40, 90);
    let last = h.apply(TEMPORARY);
    h.refuse(&last, "unfounded");
}

fn subsequent_pending(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    h.refuse(&a, "unfounded");
    h.wait(60, 120);
    refused_twice_as_refugee(h);
    if let Some(autumn) = chrono::NaiveDate::from_ymd_opt(2014, 11, 20) {
        h.wait_until(autumn, 30);
    }
    h.apply(TEMPORARY);
}

fn refused_twice_as_refugee(h: &mut History) {
    let first = h.apply(REFUGEE);
    h.refuse(&first, "unfounded");
    let complaint = h.complain(&first);
    h.answer(&complaint, "dismissed");
    h.wait(60, 150);
    let second = h.apply(REFUGEE);
    h.refuse(&second, "unfounded");
    let suit = h.sue(&second);
    h.answer(&suit, "dismissed");
}

fn pending(h: &mut History) {
    let temporary = h.random.chance(70);
    opened_with(h, if temporary { TEMPORARY } else { REFUGEE });
}

fn appeal_pending(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    h.refuse(&a, "unfounded");
    if h.random.chance(50) {
        h.complain(&a);
    } else {
        h.sue(&a);
    }
}

fn withdrawn(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    h.wait(10, 30);
    h.happens("contact", &[]);
    h.discontinue(&a, "withdrawn_explicit");
    h.close("other");
}

fn disappeared(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    h.wait(20, 40);
    let reason = if h.random.chance(60) {
        "disappeared"
    } else {
        "withdrawn_implicit"
    };
    h.discontinue(&a, reason);
    h.close("contact_lost");
}

fn extradited(h: &mut History) {
    h.open();
    h.happens("detention", &[]);
    h.wait(5, 20);
    let a = h.apply(TEMPORARY);
    h.wait(10, 30);
    h.happens("removal", &[("kind", "extradition")]);
    h.discontinue(&a, "extradited");
    h.close("removed");
}

fn departed(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    h.wait(20, 60);
    h.happens("departure", &[]);
    h.discontinue(&a, "departed");
    h.close("departed");
}

fn died(h: &mut History) {
    let a = opened_with(h, REFUGEE);
    h.wait(30, 60);
    h.discontinue(&a, "died");
    h.close("died");
}

fn resettled(h: &mut History) {
    let a = opened_with(h, TEMPORARY);
    h.refuse(&a, "unfounded");
    h.wait(60, 120);
    let second = h.apply(REFUGEE);
    h.wait(30, 60);
    h.happens("departure", &[]);
    h.discontinue(&second, "resettled");
    h.close("protected");
}

fn lost_sight_of(h: &mut History) {
    h.open();
    h.happens("contact", &[]);
    if h.random.chance(50) {
        h.wait(3, 20);
        h.happens("detention", &[]);
        h.wait(10, 40);
        h.happens("release", &[]);
    }
    h.wait(20, 90);
    let a = h.apply(TEMPORARY);
    h.wait(20, 40);
    h.discontinue(&a, "disappeared");
    h.close("contact_lost");
}

/// Opens a case and applies on the same day or soon after.
fn opened_with(h: &mut History, kind: &str) -> String {
    h.open();
    if h.random.chance(40) {
        h.wait(1, 15);
    }
    h.apply(kind)
}

fn certificate(h: &mut History) {
    h.wait(5, 9);
    h.happens("document", &[("kind", "examination_certificate")]);
}
