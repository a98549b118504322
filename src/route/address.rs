//! Whole addresses: what of one names this page, and which page of Cairn one names after a program in
//! between has changed it.

use crate::route::Route;
use crate::survey::link::token_in;

/// The address of the page itself, to be sent to others: without its fragment, and without the query and
/// the name and password that only concern whoever looks at it.
pub fn page_of(address: &str) -> String {
    let page = address.split(['#', '?']).next().unwrap_or_default();
    let Some((scheme, rest)) = page.split_once("://") else { return page.to_owned() };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    [scheme, "://", host, path].concat()
}

/// The page that a whole address names. Where it has no fragment, a program in between can have put that
/// of a survey's link into the query or the path.
pub fn route_of(address: &str) -> Route {
    let (before, fragment) = address.split_once('#').unwrap_or((address, ""));
    match Route::parse(fragment) {
        Route::Home => token_in(before).map_or(Route::Home, Route::Answer),
        route => route,
    }
}
