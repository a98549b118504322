//! The browser: compiled for wasm32 only.
//!
//! [`io`] knows storage, files, the clock and the address bar; [`state`] is the one door through
//! which pages read and change anything; [`ui`] and [`chart`] are small parts; [`page`] has one
//! file a page.

pub mod chart;
pub mod io;
pub mod page;
pub mod state;
pub mod ui;
pub mod words;
