//! A handle on what is made once, as the page opens, and stays as long as the page does.

use std::ops::Deref;

/// A handle on a `T`, as small as an address however much there is in it: whatever a page does holds one.
pub struct Handle<T: 'static>(&'static T);

impl<T> Handle<T> {
    /// A handle on this from now on. It is never let go of.
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
