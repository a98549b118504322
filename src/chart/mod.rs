//! The geometry of the pictures, as numbers: drawing them is left to the browser.

pub mod diverging;
pub mod qr;
pub mod stepping;
pub mod steps;
pub mod stones;
pub mod year;

pub use stones::{BOX, SPANS, Stone, StoneState, stones};
