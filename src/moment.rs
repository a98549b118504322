//! Calendar dates and moments in time, as they stand in files: `2026-11-22` and
//! `2026-11-22T10:42:03.125Z`.
//!
//! Only what the records need: reading, also of what other programs or people write; exact writing;
//! order, distance and days later. The browser tells what time it is now, and how a reader's locale
//! writes a date.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

const MILLIS_A_DAY: i64 = 86_400_000;

/// A day of the Gregorian calendar, years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(inline, extend("format" = "date")))]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A moment in milliseconds since the first of January 1970, UTC; years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(inline, extend("format" = "date-time")))]
pub struct Timestamp(i64);

/// Why a text is not a date or a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MomentError {
    /// Not of the form `YYYY-MM-DD`.
    DateForm(String),
    /// Of the form, but the calendar has no such day.
    NoSuchDay(String),
    /// Not of the form `YYYY-MM-DDTHH:MM:SSZ`, with or without milliseconds.
    TimestampForm(String),
}

impl Date {
    /// The day `day` of `month` of `year`; `None` when the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Date {
            year,
            month,
            day,
        })
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Days since the first of January 1970; negative before it.
    pub fn days_since_1970(self) -> i64 {
        // Counting years from March puts the leap day last, so month lengths follow one formula.
        let (year, month) = match self.month {
            1 | 2 => (i64::from(self.year) - 1, i64::from(self.month) + 9),
            month => (i64::from(self.year), i64::from(month) - 3),
        };
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
    }

    /// Days from `earlier` to this day; negative when this day is before `earlier`.
    pub fn days_since(self, earlier: Date) -> i64 {
        self.days_since_1970() - earlier.days_since_1970()
    }

    /// The day `days` later, held within the years 1 to 9999.
    pub fn days_later(self, days: i64) -> Date {
        let day = self.days_since_1970().saturating_add(days);
        Date::from_days_since_1970(day.clamp(-719_162, 2_932_896))
            .expect("the days are held within the years 1 to 9999")
    }

    /// The same day of the month, `months` later, or the last day of a month that is too short. Held
    /// within the years 1 to 9999.
    pub fn months_later(self, months: u32) -> Date {
        let month = (u32::from(self.month) - 1).saturating_add(months);
        let year = u32::from(self.year) + month / 12;
        let (year, month) =
            if year > 9999 { (9999, 12) } else { (year as u16, (month % 12 + 1) as u8) };
        let mut days = (1..=self.day).rev();
        days.find_map(|day| Date::new(year, month, day)).expect("every month has a first day")
    }

    /// The day that a person has typed: `31/12/2026`, `31.12.2026`, `31 December 2026`, `Dec 31, 2026`
    /// or `2026-12-31`. The day comes before the month, unless the year comes first or the month is a
    /// word. The year has four digits. `None` for any other text.
    pub fn typed(text: &str) -> Option<Date> {
        let mut parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        let [first, second, third] = [parts.next()?, parts.next()?, parts.next()?];
        if parts.next().is_some() {
            return None;
        }
        let (day, month, year) = match first.as_bytes() {
            [_, _, _, _] if digits_of(first).is_some() => (third, second, first),
            [letter, ..] if letter.is_ascii_alphabetic() => (second, first, third),
            _ => (first, second, third),
        };
        let year = digits_of(year).filter(|_| year.len() == 4)?;
        let month = digits_of(month).or_else(|| month_called(month))?;
        Date::new(year, u8::try_from(month).ok()?, u8::try_from(digits_of(day)?).ok()?)
    }

    /// The day as people write it by hand, the day first: `31/12/2026`.
    pub fn day_first(self) -> String {
        format!("{:02}/{:02}/{:04}", self.day, self.month, self.year)
    }

    /// The first day of the month.
    pub fn first_of_month(self) -> Date {
        Date { day: 1, ..self }
    }

    fn from_days_since_1970(days: i64) -> Option<Date> {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = u16::try_from(era * 400 + year_of_era + carry).ok()?;
        Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }
}

impl Timestamp {
    /// The start of 1970, UTC.
    pub const START: Timestamp = Timestamp(0);

    /// The latest moment that a change is stamped with: one day before the end of the year 9999. Each
    /// change has to be later than the one before it, so later moments have to be left.
    pub const LAST_CHANGE: Timestamp = Timestamp(253_402_300_799_999 - MILLIS_A_DAY);

    /// The moment `millis` milliseconds after the start of 1970, UTC, held within the years 1 to
    /// 9999.
    pub fn from_millis(millis: i64) -> Timestamp {
        Timestamp(millis.clamp(-62_135_596_800_000, 253_402_300_799_999))
    }

    /// Milliseconds since the start of 1970, UTC.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// The moment `days` days later.
    pub fn plus_days(self, days: i64) -> Timestamp {
        Timestamp::from_millis(self.0.saturating_add(days.saturating_mul(MILLIS_A_DAY)))
    }

    /// The day of the moment, UTC.
    pub fn day(self) -> Date {
        Date::from_days_since_1970(self.0.div_euclid(MILLIS_A_DAY))
            .expect("from_millis keeps the moment within the years 1 to 9999")
    }

    /// Whole days from `earlier` to this moment; negative when this moment is before `earlier`.
    pub fn days_since(self, earlier: Timestamp) -> i64 {
        (self.0 - earlier.0).div_euclid(MILLIS_A_DAY)
    }
}

impl FromStr for Date {
    type Err = MomentError;

    /// Reads a day. A moment at midnight, UTC, is read as its day, because some programs write days as
    /// moments.
    fn from_str(text: &str) -> Result<Date, MomentError> {
        let form = || MomentError::DateForm(text.to_owned());
        let bare = text.trim();
        if bare.len() > 10 {
            let midnight = |moment: &Timestamp| moment.0.rem_euclid(MILLIS_A_DAY) == 0;
            let moment = bare.parse().map_err(|error| match error {
                MomentError::NoSuchDay(day) => MomentError::NoSuchDay(day),
                _ => form(),
            });
            return moment
                .and_then(|moment| Some(moment).filter(midnight).ok_or_else(form))
                .map(Timestamp::day);
        }
        let bytes = bare.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(form());
        }
        let number = |from: usize, to: usize| digits(bytes, from, to).ok_or_else(form);
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        Date::new(year, month as u8, day as u8)
            .ok_or_else(|| MomentError::NoSuchDay(bare.to_owned()))
    }
}

impl FromStr for Timestamp {
    type Err = MomentError;

    /// Reads a moment in any form that another program may have given it: with any number of digits
    /// after the second or without seconds, with a blank in place of the `T`, and with any distance
    /// from UTC. Without a distance, UTC is meant.
    fn from_str(text: &str) -> Result<Timestamp, MomentError> {
        let form = || MomentError::TimestampForm(text.to_owned());
        let (date, rest) = text.trim().split_at_checked(10).ok_or_else(form)?;
        let time = rest.strip_prefix(['T', 't', ' ']).ok_or_else(form)?.trim_start();
        let end = time.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ',')));
        let (clock, zone) = time.split_at(end.unwrap_or(time.len()));
        let (Some(millis), Some(ahead)) = (clock_millis(clock), zone_minutes(zone.trim())) else {
            return Err(form());
        };
        let date: Date = date.parse().map_err(|error| match error {
            MomentError::NoSuchDay(day) => MomentError::NoSuchDay(day),
            _ => form(),
        })?;
        let day = date.days_since_1970() * MILLIS_A_DAY;
        Ok(Timestamp::from_millis(day + millis - ahead * 60_000))
    }
}

/// The milliseconds since midnight of `HH:MM`, `HH:MM:SS`, or `HH:MM:SS` with digits after the second,
/// of which three count. `None` for any other text.
fn clock_millis(clock: &str) -> Option<i64> {
    let (whole, fraction) = match clock.split_once(['.', ',']) {
        Some((_, "")) => return None,
        Some((whole, fraction)) if whole.len() == 8 => (whole, fraction),
        Some(_) => return None,
        None => (clock, ""),
    };
    let bytes = whole.as_bytes();
    let colons = bytes.iter().skip(2).step_by(3).all(|byte| *byte == b':');
    if !matches!(bytes.len(), 5 | 8) || !colons || !fraction.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let number = |from: usize| digits(bytes, from, from + 2).map(i64::from);
    let (hour, minute) = (number(0)?, number(3)?);
    let second = if bytes.len() == 8 { number(6)? } else { 0 };
    let millis = fraction.bytes().chain(*b"000").take(3);
    let millis = millis.fold(0, |millis, digit| millis * 10 + i64::from(digit - b'0'));
    let held = hour < 24 && minute < 60 && second < 60;
    held.then_some(((hour * 60 + minute) * 60 + second) * 1000 + millis)
}

/// How many minutes a zone is ahead of UTC, negative when it is behind: 0 for `Z`, `UTC`, `GMT` or an
/// empty text, else read from `+01:00`, `+0100` or `+01`. `None` for any other text.
fn zone_minutes(zone: &str) -> Option<i64> {
    if ["", "z", "utc", "gmt"].iter().any(|none| zone.eq_ignore_ascii_case(none)) {
        return Some(0);
    }
    let (sign, ahead) = match zone.as_bytes().split_first()? {
        (b'+', ahead) => (1, ahead),
        (b'-', ahead) => (-1, ahead),
        _ => return None,
    };
    let number = |from: usize| digits(ahead, from, from + 2).map(i64::from);
    let minutes = match ahead {
        [_, _] => 0,
        [_, _, b':', _, _] => number(3)?,
        [_, _, _, _] => number(2)?,
        _ => return None,
    };
    let hours = number(0)?;
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

fn digits(bytes: &[u8], from: usize, to: usize) -> Option<u16> {
    bytes[from..to].iter().try_fold(0, |number: u16, byte| {
        byte.is_ascii_digit().then(|| number * 10 + u16::from(byte - b'0'))
    })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.day();
        let millis = self.0.rem_euclid(MILLIS_A_DAY);
        let (seconds, millis) = (millis / 1000, millis % 1000);
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(f, "{date}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z")
    }
}

/// The number in a text of one to four digits. `None` for any other text.
fn digits_of(text: &str) -> Option<u16> {
    if !(1..=4).contains(&text.len()) {
        return None;
    }
    digits(text.as_bytes(), 0, text.len())
}

/// The number of the month with this English name, or with a name that begins so; three letters are
/// enough.
fn month_called(word: &str) -> Option<u16> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    let month = MONTHS.iter().position(|month| month.starts_with(&word) && word.len() >= 3);
    month.map(|month| month as u16 + 1)
}

impl TryFrom<String> for Date {
    type Error = MomentError;

    fn try_from(text: String) -> Result<Date, MomentError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}

impl TryFrom<String> for Timestamp {
    type Error = MomentError;

    fn try_from(text: String) -> Result<Timestamp, MomentError> {
        text.parse()
    }
}

impl From<Timestamp> for String {
    fn from(timestamp: Timestamp) -> String {
        timestamp.to_string()
    }
}
