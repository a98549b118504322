//! How long something took, counted exactly: in quarters of an hour or of a day.

/// Reads a number that a person typed, such as `1.5`, `1,5` or `½`, as quarters, rounded; any time at
/// all is at least one. `None` when it is not a number, or too large for a field.
pub fn quarters(text: &str) -> Option<u32> {
    const MOST: u32 = 10_000;
    let hundredths = in_hundredths(text)?;
    let quarters = (hundredths + 12) / 25;
    Some(quarters.max((hundredths > 0).into())).filter(|quarters| *quarters <= MOST)
}

/// Reads a number of hours that a person typed as minutes. `None` unless they are at least 1 and at most
/// a whole day.
pub fn minutes(hours: &str) -> Option<u32> {
    let minutes = (u64::from(in_hundredths(hours)?) * 60 + 50) / 100;
    u32::try_from(minutes).ok().filter(|minutes| (1..=1_440).contains(minutes))
}

/// Minutes as a number of hours: `7.5`.
pub fn hours(minutes: u32) -> String {
    hundredths((minutes * 100 + 30) / 60)
}

/// Reads a number with a point or a comma as hundredths; a fraction below one hundredth counts as one.
/// `None` when it is not a number, or has more than six digits before the point.
fn in_hundredths(text: &str) -> Option<u32> {
    let mut text = text.trim().replace(',', ".");
    for (sign, part) in [("¼", ".25"), ("½", ".5"), ("¾", ".75")] {
        text = text.replace(sign, part);
    }
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if (whole.is_empty() && part.is_empty()) || !digits(whole) || !digits(part) || whole.len() > 6 {
        return None;
    }
    let whole: u32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let hundredths: u32 = [part, "00"].concat()[..2].parse().ok()?;
    let smaller = part.len() > 2 && part[2..].chars().any(|digit| digit != '0');
    Some(whole * 100 + hundredths.max(smaller.into()))
}

/// Quarters as a number: `1.5`.
pub fn number(quarters: u32) -> String {
    let part = ["", ".25", ".5", ".75"][quarters as usize % 4];
    [&(quarters / 4).to_string(), part].concat()
}

/// Hundredths as a number: `2.7`.
pub fn hundredths(number: u32) -> String {
    let part = format!("{:02}", number % 100);
    let part = part.trim_end_matches('0');
    [(number / 100).to_string().as_str(), if part.is_empty() { "" } else { "." }, part].concat()
}

/// A length of time. Hours and days are added up separately, since working days differ in length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Time {
    /// Quarters of a day.
    pub quarter_days: u32,
    /// Quarters of an hour.
    pub quarter_hours: u32,
}

impl Time {
    /// The sum of both.
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
        // All in quarters of a minute, of which a quarter of a day has as many as the day has minutes.
        let days = u64::from(self.quarter_days) * u64::from(minutes_a_day);
        let hours = u64::from(self.quarter_hours) * 60;
        let day = u64::from(minutes_a_day.max(1)) * 4;
        u32::try_from((days + hours).saturating_mul(100) / day).unwrap_or(u32::MAX)
    }
}
