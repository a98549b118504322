//! The part of the program with the pages about this device: opening files, the settings, the bin.

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::route::Route;
use crate::web::device::bin;
use crate::web::device::open;
use crate::web::device::settings;
use crate::web::shared::fetching::{Fetched, fetched};
use crate::web::state::use_state;

#[wasm_split(device, preload(fetch_device), fallible)]
fn device_part(route: Route) -> Fetched<AnyView> {
    use_state().records_are_here();
    Ok(match route {
        Route::Open => open::open(),
        Route::Settings => settings::settings(),
        _ => bin::bin(),
    })
}

/// The page at `route`, once the part is fetched: opening files, the settings, or else the bin.
pub fn device_page(route: Route) -> AnyView {
    fetched(&[], || Box::pin(fetch_device()), move || Box::pin(device_part(route.clone())))
}
