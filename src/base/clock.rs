//! The one source of "now", so that tests and examples can fix it.

use std::time::{Duration, Instant};

use chrono::{
    DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound as _, TimeDelta, Utc,
};
use chrono_tz::Tz;
use serde::Serialize;

/// The variable from which tests take the time (RFC 3339).
#[cfg(feature = "test-fakes")]
pub const NOW_VARIABLE: &str = "NANSEN_TEST_NOW";

/// How long the machine has been on. No hand that sets the clock changes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uptime {
    /// In all.
    pub total: Duration,
    /// Asleep.
    pub asleep: Duration,
}

/// An hour of the day, with its zone where it was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hour {
    time: NaiveTime,
    zone: Option<FixedOffset>,
}

/// Reads `09:30` or `09:30+03:00`.
pub fn hour(text: &str) -> Option<Hour> {
    let (time, zone) = text.split_at_checked(5)?;
    let time = NaiveTime::parse_from_str(time, "%H:%M").ok()?;
    if zone.is_empty() {
        return Some(Hour { time, zone: None });
    }
    let fits = zone.len() == 6 && zone.as_bytes().get(3) == Some(&b':');
    let zone = zone.parse().ok().filter(|_| fits)?;
    Some(Hour {
        time,
        zone: Some(zone),
    })
}

/// When an hour is that a person wrote down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Moment {
    /// By its zone.
    Utc(DateTime<Utc>),
    /// As clocks show it at a place whose zone nobody knows.
    There(NaiveDateTime),
}

impl Hour {
    /// On a day: by the zone that was written down, else by that of the place. Where clocks are put forward over it, it is one hour
    /// later; an hour that is there twice is the first.
    pub fn on(self, day: NaiveDate, there: Option<Tz>) -> Option<Moment> {
        let at = day.and_time(self.time);
        if let Some(zone) = self.zone {
            let moment = at.and_local_timezone(zone).earliest()?;
            return Some(Moment::Utc(moment.to_utc()));
        }
        let Some(zone) = there else {
            return Some(Moment::There(at));
        };
        let found = at.and_local_timezone(zone).earliest();
        let found = found.or_else(|| {
            let later = at.checked_add_signed(TimeDelta::hours(1))?;
            later.and_local_timezone(zone).earliest()
        });
        found.map(|moment| Moment::Utc(moment.to_utc()))
    }
}

/// Tells the time.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    #[cfg(feature = "test-fakes")]
    fixed: Option<DateTime<FixedOffset>>,
    #[cfg(feature = "test-fakes")]
    uptime: Option<Uptime>,
}

impl Clock {
    /// The machine's clock.
    pub const fn system() -> Self {
        Self {
            #[cfg(feature = "test-fakes")]
            fixed: None,
            #[cfg(feature = "test-fakes")]
            uptime: None,
        }
    }

    /// A clock that stands at the time given (RFC 3339), or the machine's where none is.
    ///
    /// # Errors
    /// Where the text is no such time.
    #[cfg(feature = "test-fakes")]
    pub fn from_env(value: Option<&str>) -> Result<Self, chrono::ParseError> {
        let fixed = value.map(DateTime::parse_from_rfc3339).transpose()?;
        Ok(Self {
            fixed,
            uptime: None,
        })
    }

    /// The same clock on a machine that has been on for so many seconds, and asleep for so many of them (`600 0`).
    #[cfg(feature = "test-fakes")]
    #[must_use]
    pub fn on_for(self, value: Option<&str>) -> Self {
        let seconds = |text: &str| text.parse().ok().map(Duration::from_secs);
        let uptime = value.and_then(|value| {
            let (total, asleep) = value.split_once(' ')?;
            Some(Uptime {
                total: seconds(total)?,
                asleep: seconds(asleep)?,
            })
        });
        Self { uptime, ..self }
    }

    /// How long the machine has been on; `None` where the system does not tell its sleep apart.
    pub fn uptime(&self) -> Option<Uptime> {
        #[cfg(feature = "test-fakes")]
        if self.uptime.is_some() {
            return self.uptime;
        }
        uptime()
    }

    /// This second.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks the machine"
    )]
    pub fn now(&self) -> DateTime<Utc> {
        #[cfg(feature = "test-fakes")]
        if let Some(fixed) = self.fixed {
            return fixed.to_utc().trunc_subsecs(0);
        }
        Utc::now().trunc_subsecs(0)
    }

    /// This second, as clocks show it here.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks the machine"
    )]
    pub fn local(&self) -> DateTime<FixedOffset> {
        #[cfg(feature = "test-fakes")]
        if let Some(fixed) = self.fixed {
            return fixed.trunc_subsecs(0);
        }
        chrono::Local::now().fixed_offset().trunc_subsecs(0)
    }

    /// A moment, as clocks here showed it then.
    pub fn local_at(&self, moment: DateTime<Utc>) -> DateTime<FixedOffset> {
        #[cfg(feature = "test-fakes")]
        if let Some(fixed) = self.fixed {
            return moment.with_timezone(fixed.offset());
        }
        moment.with_timezone(&chrono::Local).fixed_offset()
    }

    /// The moment at which a day begins here. Where clocks are put forward at midnight it begins at the first hour there is.
    pub fn begin_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let hours = (0..=3).filter_map(|hour| day.and_hms_opt(hour, 0, 0));
        let mut moments = hours.filter_map(|time| {
            #[cfg(feature = "test-fakes")]
            if let Some(fixed) = self.fixed {
                let moment = time.and_local_timezone(*fixed.offset());
                return moment.earliest().map(|moment| moment.to_utc());
            }
            let moment = time.and_local_timezone(chrono::Local);
            moment.earliest().map(|moment| moment.to_utc())
        });
        let first = moments.next();
        first.unwrap_or_else(|| day.and_time(NaiveTime::MIN).and_utc())
    }

    /// The machine's local date: what a person there calls today.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks the machine"
    )]
    pub fn today(&self) -> NaiveDate {
        #[cfg(feature = "test-fakes")]
        if let Some(fixed) = self.fixed {
            return fixed.date_naive();
        }
        chrono::Local::now().date_naive()
    }
}

/// How long something takes, the machine's sleep included where the system tells of it.
#[derive(Debug)]
pub struct Stopwatch {
    /// By the machine's time, asleep or awake.
    total: Option<Duration>,
    awake: Instant,
}

impl Stopwatch {
    /// From now on.
    pub fn start() -> Self {
        Self {
            total: uptime().map(|uptime| uptime.total),
            awake: Instant::now(),
        }
    }

    /// Since it was started.
    pub fn passed(&self) -> Duration {
        match (self.total, uptime()) {
            (Some(from), Some(now)) => now.total.saturating_sub(from),
            _ => self.awake.elapsed(),
        }
    }
}

#[cfg(target_os = "linux")]
fn uptime() -> Option<Uptime> {
    use rustix::time::{ClockId, clock_gettime};
    let read = |clock| Duration::try_from(clock_gettime(clock)).ok();
    let total = read(ClockId::Boottime)?;
    // The one stands still while the machine sleeps, the other goes on.
    let awake = read(ClockId::Monotonic)?;
    Some(Uptime {
        total,
        asleep: total.saturating_sub(awake),
    })
}

#[cfg(not(target_os = "linux"))]
const fn uptime() -> Option<Uptime> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stands_where_it_is_told() {
        let clock = Clock::from_env(Some("2026-03-01T01:30:00.5+03:00")).unwrap();
        assert_eq!(clock.now().to_rfc3339(), "2026-02-28T22:30:00+00:00");
        assert_eq!(clock.today(), NaiveDate::from_ymd_opt(2026, 3, 1).unwrap());
        assert!(Clock::from_env(Some("yesterday")).is_err());
    }

    #[test]
    fn an_hour_is_by_its_own_zone_else_by_that_of_the_place() {
        let on = |text: &str, day: &str, zone: Option<Tz>| {
            let moment = hour(text).unwrap().on(day.parse().unwrap(), zone);
            match moment.unwrap() {
                Moment::Utc(at) => at.format("%FT%RZ").to_string(),
                Moment::There(at) => at.format("%FT%R").to_string(),
            }
        };
        let berlin = Some(chrono_tz::Europe::Berlin);
        for (text, day, zone, moment) in [
            ("09:30", "2026-01-14", berlin, "2026-01-14T08:30Z"),
            ("09:30", "2026-07-14", berlin, "2026-07-14T07:30Z"),
            ("09:30", "2026-07-14", None, "2026-07-14T09:30"),
            ("09:30-05:00", "2026-07-14", berlin, "2026-07-14T14:30Z"),
            // Clocks go from 2 to 3, and on another day from 3 to 2.
            ("02:30", "2026-03-29", berlin, "2026-03-29T01:30Z"),
            ("02:30", "2026-10-25", berlin, "2026-10-25T00:30Z"),
        ] {
            assert_eq!(on(text, day, zone), moment, "{text} {day}");
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn knows_how_long_the_machine_is_on() {
        let uptime = Clock::system().uptime().unwrap();
        assert!(uptime.total > uptime.asleep);
        let fixed = Clock::system().on_for(Some("600 20")).uptime();
        let [total, asleep] = [600, 20].map(Duration::from_secs);
        assert_eq!(fixed, Some(Uptime { total, asleep }));
    }

    #[test]
    fn goes_on_by_itself() {
        let clock = Clock::system();
        assert!(clock.now().timestamp() > 1_700_000_000);
        assert_eq!(clock.now().timestamp_subsec_nanos(), 0);
        assert!((clock.now().date_naive() - clock.today()).num_days().abs() <= 1);
    }
}
