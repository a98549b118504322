//! Small parts that pages are made of. They know no record: values come in, events go out.

pub mod begun;
pub mod day;
pub mod dialog;
pub mod element;
pub mod field;
pub mod files;
pub mod meter;
pub mod sheet;

use std::sync::atomic::{AtomicU32, Ordering};

/// An id for an element, which no other element on the page has. It begins with `kind`.
pub fn element_id(kind: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{kind}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
