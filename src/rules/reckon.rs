//! From a day and a period to the last day, one step after the other.

use chrono::{
    DateTime, Datelike as _, Days as Span, FixedOffset, Months, NaiveDate, NaiveDateTime,
    NaiveTime, TimeDelta,
};

use chrono_tz::Tz;

use crate::domain::event::Step;
use crate::rules::calendar::{Closed, Days};
use crate::rules::model::{Convention, Period, Roll, StartRule, Unit};
use crate::rules::steps::{note, step};

/// How one period runs.
#[derive(Clone, Copy)]
pub(super) struct Count<'b> {
    pub(super) convention: &'b Convention,
    pub(super) start: StartRule,
    pub(super) roll: Roll,
    pub(super) wait: &'b [Period],
    pub(super) period: Period,
    pub(super) adds: Option<Period>,
}

/// Where a period ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct End {
    /// The last day.
    pub(super) due: NaiveDate,
    /// The last hour, where hours count.
    pub(super) due_at: Option<DateTime<FixedOffset>>,
    /// An earlier day that no open question can take away.
    pub(super) safe: Option<NaiveDate>,
    /// A year was touched whose calendar is not complete.
    pub(super) unknown_year: Option<i32>,
    /// In some part of the country it would end later.
    pub(super) region_matters: bool,
    /// How it was reached.
    pub(super) steps: Vec<Step>,
}

/// The end of a period that runs from a day, or from a moment of it. `None` only beyond the years that dates can hold.
pub(super) fn end(
    days: &mut Days<'_>,
    count: Count<'_>,
    from: NaiveDate,
    at: Option<DateTime<FixedOffset>>,
) -> Option<End> {
    days.unknown_year = None;
    days.region_matters = false;
    days.backwards(count.start == StartRule::Backward || count.roll == Roll::Previous);
    let mut steps = Vec::new();

    let mut start = from;
    for wait in count.wait {
        start = run(days, count, *wait, start)?;
        steps.push(period_step("step-wait", *wait, start));
    }
    if count.period.unit == Unit::Hours {
        return hours(days, count, start, at, steps);
    }
    let first = match count.start {
        StartRule::Inclusive => Some(start),
        StartRule::DayAfter if leaves_closed_days_out(count) => days.open_after(start),
        StartRule::DayAfter => start.succ_opt(),
        StartRule::Backward | StartRule::FromHour => None,
    };
    steps.extend(first.map(|first| step("step-first-day", &[], first)));
    let mut day = run(days, count, count.period, start)?;
    steps.push(period_step(period_text(count.start), count.period, day));
    if let Some(adds) = count.adds {
        day = run(
            days,
            Count {
                start: StartRule::DayAfter,
                ..count
            },
            adds,
            day,
        )?;
        steps.push(period_step("step-adds", adds, day));
    }
    if count.convention.last_day_not_counted {
        day = day.succ_opt()?;
        steps.push(step("step-last-day-not-counted", &[], day));
    }
    let raw = day;
    if rolls(count.convention, count.period) {
        day = rolled(days, count.roll, day, &mut steps)?;
    }
    day = floored(days, count, start, day, &mut steps)?;
    let mut due_at = None;
    if let (StartRule::Backward, Some(opens)) = (count.start, &count.convention.opens) {
        (day, due_at) = within_hours(days, count.convention, opens, day, at, &mut steps)?;
    }
    if let Some(until) = &count.convention.until {
        steps.push(note("step-until", &[("time", until)]));
    }
    let unknown_year = days.unknown_year;
    let region_matters = days.region_matters;
    Some(End {
        due: day,
        due_at,
        safe: safe(days, count, raw, day, unknown_year.is_some())
            .filter(|safe| *safe > from || count.start == StartRule::Backward),
        unknown_year,
        region_matters,
        steps,
    })
}

/// Counted back to an hour at which the body addressed is open. Where the hour is not known, it may be before it opens:
/// then the end of the working day before.
fn within_hours(
    days: &mut Days<'_>,
    convention: &Convention,
    opens: &str,
    day: NaiveDate,
    at: Option<DateTime<FixedOffset>>,
    steps: &mut Vec<Step>,
) -> Option<(NaiveDate, Option<DateTime<FixedOffset>>)> {
    let hour = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
    let opens = hour(opens)?;
    let closes = hour(convention.until.as_deref()?)?;
    let Some(at) = at else {
        steps.push(note("step-hour-unknown-back", &[]));
        let before = days.open_before(day)?;
        steps.push(step("step-previous-working-day", &[], before));
        return Some((before, None));
    };
    // By the clock of the body, on the day of the act as on the day counted back to.
    let zone = convention.zone.as_deref().map(str::parse::<Tz>);
    let zone = zone.and_then(Result::ok);
    let there = zone.map_or(at, |zone| at.with_timezone(&zone).fixed_offset());
    let day = day.checked_add_signed(there.date_naive() - at.date_naive())?;
    let (day, time) = if days.closed(day).is_some() || there.time() < opens {
        (days.open_before(day)?, closes)
    } else {
        (day, there.time().min(closes))
    };
    let local = day.and_time(time);
    let due_at = match zone {
        Some(zone) => local
            .and_local_timezone(zone)
            .earliest()?
            .with_timezone(at.offset()),
        None => local.and_local_timezone(*at.offset()).single()?,
    };
    let day = due_at.date_naive();
    steps.push(step(
        "step-within-hours",
        &[("time", &due_at.to_rfc3339())],
        day,
    ));
    Some((day, Some(due_at)))
}

/// The bare last day of one period, before anything rolls.
fn run(
    days: &mut Days<'_>,
    count: Count<'_>,
    period: Period,
    from: NaiveDate,
) -> Option<NaiveDate> {
    let n = u64::from(period.n);
    let back = count.start == StartRule::Backward;
    let shift = |span: Span| {
        if back {
            from.checked_sub_days(span)
        } else {
            from.checked_add_days(span)
        }
    };
    let from_first = count.convention.months_from_first_day && count.start == StartRule::DayAfter;
    let months = |n: u32| {
        // chrono clamps to the last day of a shorter month, from the day of the event.
        let months = Months::new(n);
        if back {
            from.checked_sub_months(months)
        } else if from_first {
            before_the_day_of(from.succ_opt()?, months)
        } else {
            from.checked_add_months(months)
        }
    };
    let last = match period.unit {
        // Waits in hours are full days: nobody knows the hour any more.
        Unit::Hours => shift(Span::new(n.div_ceil(24)))?,
        Unit::Days if !count.convention.days_are_working_days => shift(Span::new(n))?,
        Unit::Days | Unit::WorkingDays => return working_days(days, count.start, period.n, from),
        Unit::Weeks => shift(Span::new(7 * n))?,
        Unit::Months => months(period.n)?,
        Unit::Years => months(period.n.checked_mul(12)?)?,
    };
    if count.start == StartRule::Inclusive {
        return match period.unit {
            Unit::Months => before_the_day_of(from, Months::new(period.n)),
            Unit::Years => before_the_day_of(from, Months::new(period.n.checked_mul(12)?)),
            _ => last.pred_opt(),
        };
    }
    Some(last)
}

/// The end of months of which this is the first day: the day before the one of the same number. "Beginning with" the 31st: a
/// month without one ends on its last day, not on the day before that.
fn before_the_day_of(first: NaiveDate, months: Months) -> Option<NaiveDate> {
    let same = first.checked_add_months(months)?;
    if same.day() < first.day() {
        Some(same)
    } else {
        same.pred_opt()
    }
}

/// Whether closed days do not count.
fn leaves_closed_days_out(count: Count<'_>) -> bool {
    let unit = count.period.unit;
    unit == Unit::WorkingDays || (unit == Unit::Days && count.convention.days_are_working_days)
}

fn working_days(
    days: &mut Days<'_>,
    start: StartRule,
    n: u32,
    from: NaiveDate,
) -> Option<NaiveDate> {
    let mut day = from;
    let mut left = n;
    if start == StartRule::Inclusive && left > 0 && days.closed(day).is_none() {
        left -= 1;
    }
    for _ in 0..left {
        day = if start == StartRule::Backward {
            days.open_before(day)?
        } else {
            days.open_after(day)?
        };
    }
    Some(day)
}

/// Where the hour is not known, the whole of the first day counts as gone: the cautious end.
fn hours(
    days: &mut Days<'_>,
    count: Count<'_>,
    from: NaiveDate,
    at: Option<DateTime<FixedOffset>>,
    mut steps: Vec<Step>,
) -> Option<End> {
    let span = TimeDelta::try_hours(i64::from(count.period.n))?;
    let begin = at.map_or_else(|| from.and_hms_opt(0, 0, 0), |at| Some(at.naive_local()))?;
    let end = if count.convention.hours_of_open_days {
        open_hours(days, begin, span)?
    } else {
        begin.checked_add_signed(span)?
    };
    let due_at = match at {
        Some(at) => Some(end.and_local_timezone(*at.offset()).single()?),
        None => None,
    };
    let due = match due_at {
        Some(at) => at.date_naive(),
        None => end.checked_sub_signed(TimeDelta::try_minutes(1)?)?.date(),
    };
    if due_at.is_none() {
        steps.push(note("step-hour-unknown", &[]));
    }
    let text = if count.convention.hours_of_open_days {
        "step-open-hours"
    } else {
        "step-period"
    };
    steps.push(period_step(text, count.period, due));
    if let Some(at) = due_at {
        steps.push(note("step-until-hour", &[("time", &at.to_rfc3339())]));
    }
    Some(End {
        due,
        due_at,
        safe: None,
        unknown_year: days
            .unknown_year
            .filter(|_| count.convention.hours_of_open_days),
        region_matters: days.region_matters && count.convention.hours_of_open_days,
        steps,
    })
}

/// The end of a time that stands still on closed days.
fn open_hours(days: &mut Days<'_>, begin: NaiveDateTime, span: TimeDelta) -> Option<NaiveDateTime> {
    let midnight = |day: NaiveDate| day.and_hms_opt(0, 0, 0);
    let mut now = begin;
    let mut left = span;
    loop {
        if days.closed(now.date()).is_some() {
            now = midnight(days.open_after(now.date())?)?;
        }
        let next = midnight(now.date().succ_opt()?)?;
        let today = next.signed_duration_since(now);
        if left <= today {
            return now.checked_add_signed(left);
        }
        left = left.checked_sub(&today)?;
        now = next;
    }
}

/// Whether periods of this length roll at all under the convention.
fn rolls(convention: &Convention, period: Period) -> bool {
    let bounds = &convention.rolls_up_to;
    bounds.is_empty()
        || bounds
            .iter()
            .any(|b| b.unit == period.unit && period.n <= b.n)
}

fn rolled(
    days: &mut Days<'_>,
    roll: Roll,
    raw: NaiveDate,
    steps: &mut Vec<Step>,
) -> Option<NaiveDate> {
    let mut day = raw;
    let mut moved = false;
    while roll != Roll::None
        && let Some(why) = days.closed(day)
    {
        match why {
            Closed::Weekend => steps.push(step("step-weekend", &[], day)),
            Closed::Holiday(name) => steps.push(step("step-holiday", &[("name", &name)], day)),
            Closed::Convention => steps.push(step("step-closed", &[], day)),
        }
        day = if roll == Roll::Next {
            day.succ_opt()?
        } else {
            day.pred_opt()?
        };
        moved = true;
    }
    if moved {
        let text = if roll == Roll::Next {
            "step-next-working-day"
        } else {
            "step-previous-working-day"
        };
        steps.push(step(text, &[], day));
    }
    Some(day)
}

/// Moves the end on until the period holds the working days that the convention grants at least.
fn floored(
    days: &mut Days<'_>,
    count: Count<'_>,
    from: NaiveDate,
    end: NaiveDate,
    steps: &mut Vec<Step>,
) -> Option<NaiveDate> {
    let Some(least) = count.convention.least_working_days else {
        return Some(end);
    };
    let long_enough = match count.period.unit {
        Unit::Hours => false,
        Unit::Days | Unit::WorkingDays => count.period.n >= least.from_days,
        Unit::Weeks | Unit::Months | Unit::Years => true,
    };
    if !long_enough || count.start == StartRule::Backward {
        return Some(end);
    }
    let mut day = from;
    for _ in 0..least.n {
        day = days.open_after(day)?;
    }
    if day > end {
        steps.push(step(
            "step-least-working-days",
            &[("n", &least.n.to_string())],
            day,
        ));
    }
    Some(day.max(end))
}

/// An earlier day where a doubt remains: the counter is closed on the last day, or a year's calendar may still change.
fn safe(
    days: &mut Days<'_>,
    count: Count<'_>,
    raw: NaiveDate,
    due: NaiveDate,
    unknown_year: bool,
) -> Option<NaiveDate> {
    if count.start == StartRule::Backward {
        // The day before, where it must be there by an hour, or where a day counted may turn out to be closed.
        return (count.convention.opens.is_some() || unknown_year)
            .then(|| days.open_before(due))
            .flatten();
    }
    if unknown_year && due != raw || days.closed(due).is_some() {
        return days.open_before(raw.min(due));
    }
    None
}

fn period_text(start: StartRule) -> &'static str {
    match start {
        StartRule::DayAfter | StartRule::FromHour => "step-period",
        StartRule::Inclusive => "step-period-inclusive",
        StartRule::Backward => "step-period-backward",
    }
}

fn period_step(text: &str, period: Period, day: NaiveDate) -> Step {
    step(
        text,
        &[("n", &period.n.to_string()), ("unit", period.unit.as_str())],
        day,
    )
}
