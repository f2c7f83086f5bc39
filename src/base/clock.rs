//! The one source of "now", so that tests and examples can fix it.

use chrono::{DateTime, NaiveDate, SubsecRound as _, Utc};

/// The variable from which tests take the time (RFC 3339).
#[cfg(feature = "test-fakes")]
pub const NOW_VARIABLE: &str = "NANSEN_TEST_NOW";

/// Tells the time.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    #[cfg(feature = "test-fakes")]
    fixed: Option<DateTime<chrono::FixedOffset>>,
}

impl Clock {
    /// The machine's clock.
    pub const fn system() -> Self {
        Self {
            #[cfg(feature = "test-fakes")]
            fixed: None,
        }
    }

    /// A clock that stands at the time given (RFC 3339), or the machine's where none is.
    ///
    /// # Errors
    /// Where the text is no such time.
    #[cfg(feature = "test-fakes")]
    pub fn from_env(value: Option<&str>) -> Result<Self, chrono::ParseError> {
        let fixed = value.map(DateTime::parse_from_rfc3339).transpose()?;
        Ok(Self { fixed })
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
    fn goes_on_by_itself() {
        let clock = Clock::system();
        assert!(clock.now().timestamp() > 1_700_000_000);
        assert_eq!(clock.now().timestamp_subsec_nanos(), 0);
        assert!((clock.now().date_naive() - clock.today()).num_days().abs() <= 1);
    }
}
