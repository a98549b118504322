//! Whole addresses: the part of one that can be sent to others, and the page that one names even after
//! a program has changed it on the way.

use crate::route::Route;
use crate::survey::link::token_in;

/// The address of the app, to be sent to others: without its fragment, and without the query, the user
/// name and the password, which concern only the person who has it open.
pub fn page_of(address: &str) -> String {
    let page = address.split(['#', '?']).next().unwrap_or_default();
    let Some((scheme, rest)) = page.split_once("://") else { return page.to_owned() };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    [scheme, "://", host, path].concat()
}

/// The page that a whole address names. When it has no fragment, a survey's token is looked for in the
/// query and the path: a program that passes links on can have put it there.
pub fn route_of(address: &str) -> Route {
    let (before, fragment) = address.split_once('#').unwrap_or((address, ""));
    match Route::parse(fragment) {
        Route::Home => token_in(before).map_or(Route::Home, Route::Answer),
        route => route,
    }
}
