use cairn::moment::{Date, MomentError, Timestamp};
use proptest::prelude::*;

fn check_date(text: &str, expected: &str) {
    let found = match text.parse::<Date>() {
        Ok(date) => date.to_string(),
        Err(error) => error.to_string(),
    };
    assert_eq!(found, expected, "{text:?}");
}

fn check_time(text: &str, expected: &str) {
    let found = match text.parse::<Timestamp>() {
        Ok(moment) => moment.to_string(),
        Err(error) => error.to_string(),
    };
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn a_date_is_a_day_of_the_calendar() {
    for text in ["2026-11-22", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29"] {
        check_date(text, text);
    }
    for day in ["2026-02-31", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10"]
    {
        check_date(day, &format!("there is no such day as {day}"));
    }
    for day in ["2026-01-00", "0000-01-01", "2026-01-32", "2026-99-99"] {
        check_date(day, &format!("there is no such day as {day}"));
    }
    let no_dates = [
        "",
        "2026-1-1",
        "22-11-2026",
        "2026/11/22",
        "+026-11-22",
        "2026-11-2x",
        "20é6-11-2",
        "٢٠٢٦-1",
        "２026-11-",
        "\0\0\0\0-\0\0-\0\0",
    ];
    for text in no_dates {
        check_date(text, &format!("“{text}” is not a date such as 2026-11-22"));
    }
    for day in
        [" 2026-11-22 ", "2026-11-22T00:00:00.000Z", "2026-11-22 00:00:00", "2026-11-22T00:00Z"]
    {
        check_date(day, "2026-11-22");
    }
    for time in
        ["2026-11-22T00:00:01Z", "2026-11-22T00:00:00+01:00", "2026-11-22T", "2026-11-22T24"]
    {
        check_date(time, &format!("“{time}” is not a date such as 2026-11-22"));
    }
    check_date("2026-02-31T00:00:00Z", "there is no such day as 2026-02-31");
    let huge = "9".repeat(100_000);
    check_date(&huge, &format!("“{}” is not a date such as 2026-11-22", "9".repeat(40)));
}

#[test]
fn a_moment_is_a_day_and_a_time() {
    check_time("2026-11-22T10:42:03Z", "2026-11-22T10:42:03.000Z");
    for text in ["1970-01-01T00:00:00.000Z", "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"]
    {
        check_time(text, text);
    }
    check_time("2026-02-31T10:42:03Z", "there is no such day as 2026-02-31");
    let no_times = [
        "",
        "2026-11-22",
        "2026-11-22T10",
        "2026-11-22T1042",
        "2026-11-22T10:42:",
        "2026-11-22T10:42.5",
        "2026-11-22T10:42:03.",
        "2026-11-22T10:42:03.5.5Z",
        "2026-11-22T10:42:03 CET",
        "2026-11-22T10:42:03+1",
        "2026-11-22T10:42:03+24:00",
        "2026-11-22T10:42:03+01:60",
        "2026-11-22T10:42:03+01:00Z",
        "2026-11-22T10:42:03 PM",
        "2026-11-22_10:42:03Z",
        "22.11.2026 10:42:03",
        "2026-11-22T24:00:00Z",
        "2026-11-22T10:60:00Z",
        "2026-11-22T10:42:60Z",
        "2026-11-22T10:42:03.12éZ",
        "2026-11é2T10:42:03Z",
        "é026-11-2T10:42:03Z",
        "2026-11-2éT10:42:0Z",
        "202é-11-22T1:42:03Z",
        "-026-11-22T10:42:03Z",
    ];
    for text in no_times {
        check_time(text, &format!("“{text}” is not a time such as 2026-11-22T10:42:03Z"));
    }
}

#[test]
fn a_moment_is_the_same_however_a_program_has_written_it_down_again() {
    for text in [
        "2026-11-22T10:42:03Z",
        "2026-11-22T10:42:03.000000+00:00",
        "2026-11-22 10:42:03Z",
        "2026-11-22 10:42:03",
        "2026-11-22T10:42:03",
        "2026-11-22t10:42:03z",
        "2026-11-22 10:42:03 UTC",
        "2026-11-22  10:42:03 +0000",
        " 2026-11-22T10:42:03,0Z\n",
        "2026-11-22T11:42:03+01:00",
        "2026-11-22T11:42:03+0100",
        "2026-11-22T11:42:03+01",
        "2026-11-22T05:12:03-05:30",
        "2026-11-23T00:42:03.0+14:00",
        "2026-11-22T10:42:03-00:00",
    ] {
        check_time(text, "2026-11-22T10:42:03.000Z");
    }
    check_time("2026-11-22T10:42", "2026-11-22T10:42:00.000Z");
    check_time("2026-11-22T10:42:03.1Z", "2026-11-22T10:42:03.100Z");
    check_time("2026-11-22T10:42:03.1239999999Z", "2026-11-22T10:42:03.123Z");
    check_time("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00.000Z");
    check_time("9999-12-31T23:59:59-14:00", "9999-12-31T23:59:59.999Z");
}

#[test]
fn a_leap_day_is_where_the_calendar_has_it() {
    let check = |year, expected| {
        assert_eq!(Date::new(year, 2, 29).is_some(), expected, "{year}");
    };
    for (year, leap) in
        [(4, true), (1900, false), (2000, true), (2023, false), (2024, true), (2100, false)]
    {
        check(year, leap);
    }
}

#[test]
fn days_are_counted_from_1970() {
    let check = |text: &str, days: i64| {
        let date: Date = text.parse().unwrap();
        assert_eq!(date.days_since_1970(), days, "{text}");
    };
    check("1970-01-01", 0);
    check("1969-12-31", -1);
    check("2000-03-01", 11_017);
    check("0001-01-01", -719_162);
    check("9999-12-31", 2_932_896);
}

#[test]
fn every_day_follows_the_one_before() {
    let mut days = Date::new(1, 1, 1).unwrap().days_since_1970();
    for year in 1..=9999 {
        for month in 1..=12 {
            for day in 1..=31 {
                if let Some(date) = Date::new(year, month, day) {
                    assert_eq!(date.days_since_1970(), days, "{date}");
                    days += 1;
                }
            }
        }
    }
}

#[test]
fn days_between_two_moments_are_whole() {
    let check = |from: &str, to: &str, expected: i64| {
        let (from, to): (Timestamp, Timestamp) = (from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(to.days_since(from), expected);
    };
    check("2026-11-01T12:00:00Z", "2026-12-01T11:59:59Z", 29);
    check("2026-11-01T12:00:00Z", "2026-12-01T12:00:00Z", 30);
    check("2026-11-02T00:00:00Z", "2026-11-01T23:59:59Z", -1);
}

#[test]
fn months_later_is_the_same_day_where_there_is_one() {
    let check = |text: &str, months: u32, expected: &str| {
        let day: Date = text.parse().unwrap();
        assert_eq!(day.months_later(months).to_string(), expected, "{months} after {text}");
    };
    check("2026-11-22", 0, "2026-11-22");
    check("2026-11-22", 1, "2026-12-22");
    check("2026-11-22", 2, "2027-01-22");
    check("2026-11-22", 12, "2027-11-22");
    check("2026-12-31", 2, "2027-02-28");
    check("2027-12-31", 2, "2028-02-29");
    check("2028-02-29", 12, "2029-02-28");
    check("2028-02-29", 48, "2032-02-29");
    check("9999-06-30", 6, "9999-12-30");
    check("9999-06-30", 7, "9999-12-30");
    check("9999-06-30", u32::MAX, "9999-12-30");
    assert_eq!("2026-11-22".parse::<Date>().unwrap().first_of_month().to_string(), "2026-11-01");
}

#[test]
fn days_later_stays_in_the_calendar() {
    let check = |text: &str, days: i64, expected: &str| {
        let day: Date = text.parse().unwrap();
        assert_eq!(day.days_later(days).to_string(), expected, "{days} after {text}");
    };
    check("2026-11-22", 10, "2026-12-02");
    check("2027-01-01", -1, "2026-12-31");
    check("9999-12-30", 2, "9999-12-31");
    check("0001-01-02", -9, "0001-01-01");
    check("2026-11-22", i64::MIN, "0001-01-01");
    check("2026-11-22", i64::MAX, "9999-12-31");
    assert_eq!(
        "2026-11-22T23:59:59Z".parse::<Timestamp>().unwrap().day().to_string(),
        "2026-11-22"
    );
}

#[test]
fn a_day_typed_by_hand_is_read() {
    let check = |typed: &str, expected: &str| {
        let read = Date::typed(typed).map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(read, expected, "{typed:?}");
    };
    for typed in [
        "2026-03-09",
        "2026/3/9",
        "09/03/2026",
        " 9/3/2026 ",
        "9.3.2026",
        "9. 3. 2026",
        "9 March 2026",
        "9 mar 2026",
        "March 9, 2026",
        "Mar. 9 2026",
    ] {
        check(typed, "2026-03-09");
    }
    // Half typed, without the century, or no day at all.
    for typed in [
        "",
        "9",
        "9/3",
        "9/3/",
        "9/3/2",
        "9/3/26",
        "9/3/202",
        "9/3/20266",
        "31/02/2026",
        "0/3/2026",
        "9/13/2026",
        "2026-03",
        "9 Ma 2026",
        "9 Marching 2026",
        "soon",
        "9/3/2026 at ten",
        "٩/٣/٢٠٢٦",
        "999999999999/1/2026",
        "9/-3/2026x",
    ] {
        check(typed, "");
    }
}

proptest! {
    #[test]
    fn days_later_are_so_many_days_since(millis in -60_000_000_000_000..250_000_000_000_000_i64, days in 0..40_000_i64) {
        let day = Timestamp::from_millis(millis).day();
        prop_assert_eq!(day.days_later(days).days_since(day), days);
        prop_assert_eq!(day.days_later(days).days_later(-days), day);
    }

    #[test]
    fn a_date_reads_what_it_writes(year in 0..=10_000_u16, month in 0..=13_u8, day in 0..=32_u8) {
        if let Some(date) = Date::new(year, month, day) {
            prop_assert_eq!(date.to_string().parse(), Ok(date));
        } else {
            let text = format!("{year:04}-{month:02}-{day:02}");
            prop_assert!(text.parse::<Date>().is_err());
        }
    }

    #[test]
    fn a_day_reads_as_it_is_written_by_hand(days in -719_162_i64..2_932_896) {
        let date = Timestamp::from_millis(0).plus_days(days).day();
        prop_assert_eq!(Date::typed(&date.day_first()), Some(date));
        prop_assert_eq!(Date::typed(&date.to_string()), Some(date));
    }

    #[test]
    fn whatever_is_typed_is_a_day_or_none(text in "\\PC{0,20}", near in "[0-9JanMarch/. -]{0,14}") {
        for text in [text, near] {
            let _ = Date::typed(&text);
        }
    }

    #[test]
    fn a_moment_reads_what_it_writes(millis in any::<i64>(), small in -70_000_000_000_000..260_000_000_000_000_i64) {
        for millis in [millis, small] {
            let moment = Timestamp::from_millis(millis);
            prop_assert_eq!(moment.to_string().parse(), Ok(moment));
        }
    }

    #[test]
    fn moments_are_ordered_as_their_texts(one in any::<i64>(), other in any::<i64>()) {
        let (one, other) = (Timestamp::from_millis(one), Timestamp::from_millis(other));
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
    }

    #[test]
    fn days_are_never_too_many(millis in any::<i64>(), days in any::<i64>()) {
        let later = Timestamp::from_millis(millis).plus_days(days);
        prop_assert_eq!(later.to_string().parse(), Ok(later));
    }

    #[test]
    fn any_text_is_read_or_refused(text in proptest::collection::vec(any::<char>(), 0..30)) {
        let text = String::from_iter(text);
        let date: Result<Date, MomentError> = text.parse();
        let moment: Result<Timestamp, MomentError> = text.parse();
        prop_assert!(date.is_err() || text.len() >= 10);
        prop_assert!(moment.is_err() || text.len() >= 16);
    }
}
