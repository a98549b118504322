//! The browser: compiled for wasm32 only.
//!
//! Its rooms, from the ground up. Each may use those above it in this list, never those below; a test
//! reads the imports and checks this. The pages of a room with a `part` are fetched together when one
//! of them is first opened; all other code comes with the first load.
//!
//! - [`io`]: storage, files, the clock and the address bar.
//! - [`ui`]: small parts, which know no record.
//! - [`chart`]: pictures, which know no record either.
//! - [`state`]: the one door through which pages read and change anything.
//! - [`shared`]: what the pages of several features share: the frame, fields that are bound to the open
//!   record, the ends of links, what is printed; and how a part is fetched.
//! - [`survey`]: the survey's pages, for the organiser.
//! - [`audit`], [`organisation`], [`team`], [`person`]: the pages of each kind of record.
//! - [`answer`]: the pages for people who answer a survey or vote.
//! - [`device`]: opening files, the settings, the bin.
//! - [`home`]: the first page, and the one that begins an audit.
//! - [`app`]: the whole app: which page is shown, and what is around it.

pub mod answer;
pub mod app;
pub mod audit;
pub mod chart;
pub mod device;
pub mod home;
pub mod io;
pub mod organisation;
pub mod person;
pub mod shared;
pub mod state;
pub mod survey;
pub mod team;
pub mod ui;
