//! Pages whose code and style are fetched when one of them is first opened, so that the first page
//! comes sooner.
//!
//! The build cuts the program at the functions marked here: what only they need goes into files of
//! its own, together for all that name the same part. Once a part and its style sheets are here, its
//! pages open at once.
//!
//! With the first of them comes the code that reads and saves records, which no other page has. So
//! each says that it is here before its page stands.

pub mod answer;
pub mod audit;
pub mod device;
pub mod learner;
pub mod organisation;
pub mod records;
pub mod survey;
pub mod team;
