//! Starts Cairn in a browser.
fn main() {}
