//! A small handle on data that is made once, when the page opens, and lives as long as the page.

use std::ops::Deref;

/// A handle on a `T`, as small as a pointer however large the data is: every closure of a page holds
/// one.
pub struct Handle<T: 'static>(&'static T);

impl<T> Handle<T> {
    /// A handle on `all`, which is never freed.
    pub(super) fn on(all: T) -> Handle<T> {
        Handle(Box::leak(Box::new(all)))
    }
}

impl<T> Clone for Handle<T> {
    fn clone(&self) -> Handle<T> {
        *self
    }
}

impl<T> Copy for Handle<T> {}

impl<T> Deref for Handle<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0
    }
}
