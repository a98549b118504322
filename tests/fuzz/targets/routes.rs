//! Addresses, as they are typed, cut off, or changed on their way.
#![no_main]

use cairn::link;
use cairn::route::Route;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let route = Route::parse(text);
    let _ = (route.item(), route.is_kiosk(), route.is_for_answering());
    if route != Route::Unknown {
        assert_eq!(Route::parse(&route.to_string()), route);
    }
    if let Some(address) = link::safe(text) {
        let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
        assert!(["http", "https", "mailto"].contains(&scheme.as_str()), "{address}");
    }
    if let Some(address) = link::address(text) {
        assert!(link::safe(&address).is_some(), "{address}");
    }
});
