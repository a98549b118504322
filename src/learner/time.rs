//! How long something took, counted exactly: in quarters of an hour or of a day.

/// A length of time. Hours and days are added up apart, since how many hours a day has differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Time {
    /// Quarters of a day.
    pub quarter_days: u32,
    /// Quarters of an hour.
    pub quarter_hours: u32,
}

impl Time {
    /// Both together.
    pub fn plus(self, other: Time) -> Time {
        Time {
            quarter_days: self.quarter_days.saturating_add(other.quarter_days),
            quarter_hours: self.quarter_hours.saturating_add(other.quarter_hours),
        }
    }

    /// True when it took no time, or nobody said how long.
    pub fn is_none(self) -> bool {
        self == Time::default()
    }

    /// The time in hundredths of a working day of so many minutes, rounded down, so that no day counts
    /// as done before it is.
    pub fn hundredths_of_days(self, minutes_a_day: u32) -> u32 {
        // In quarters of a minute a quarter of a day is as many as the day has minutes.
        let days = u64::from(self.quarter_days) * u64::from(minutes_a_day);
        let hours = u64::from(self.quarter_hours) * 60;
        let day = u64::from(minutes_a_day.max(1)) * 4;
        u32::try_from((days + hours).saturating_mul(100) / day).unwrap_or(u32::MAX)
    }
}
