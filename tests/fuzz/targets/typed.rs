//! Numbers, days and times as people and programs write them, and the timers and ballots that are kept
//! as texts.
#![no_main]

use cairn::person::time;
use cairn::moment::{Date, Timestamp};
use cairn::organisation::ballot::Ballot;
use cairn::organisation::timer::Timer;
use cairn::survey::sheets::typed_number;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(day) = text.parse::<Date>() {
        assert_eq!(day.to_string().parse(), Ok(day));
    }
    if let Ok(moment) = text.parse::<Timestamp>() {
        assert_eq!(moment.to_string().parse(), Ok(moment));
        assert_eq!(moment.day().to_string(), moment.to_string()[..10]);
    }
    for most in [0, 7, 100_000, u32::MAX] {
        if let Ok(number) = typed_number(text, most) {
            assert!(number <= most);
            assert_eq!(typed_number(&number.to_string(), most), Ok(number));
        }
    }
    if let Some(quarters) = time::quarters(text) {
        assert_eq!(time::quarters(&time::number(quarters)), Some(quarters));
    }
    if let Some(minutes) = time::minutes(text) {
        assert!(time::minutes(&time::hours(minutes)).is_some());
    }
    if let Some(timer) = Timer::of_stored(text) {
        let _ = timer.left(Timestamp::START);
    }
    let _ = Ballot::of_stored(text, "s");
});
