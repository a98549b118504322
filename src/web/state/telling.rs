//! Tells the person something.

use leptos::prelude::*;

use crate::web::state::State;
use crate::web::state::notice::{Notice, Reversal};

impl State {
    /// A notice goes with the page that it came with: it stays while that page opens, and leaves
    /// when the next one does.
    pub(super) fn let_notice_go(self) {
        let shown = self.notice.get_untracked();
        if shown.is_some() && self.seen_notice.get_value() == shown {
            self.notice.set(None);
        }
        self.seen_notice.set_value(self.notice.get_untracked());
    }

    /// Tells the person something.
    pub fn tell(self, text: impl Into<String>) {
        self.notice.set(Some(Notice { text: text.into(), problem: false, undo: None }));
    }

    /// Tells the person that something went wrong.
    pub fn tell_problem(self, text: impl Into<String>) {
        self.notice.set(Some(Notice { text: text.into(), problem: true, undo: None }));
    }

    pub(super) fn tell_with_undo(self, text: impl Into<String>, undo: Reversal) {
        self.notice.set(Some(Notice { text: text.into(), problem: false, undo: Some(undo) }));
    }

    /// Closes the notice.
    pub fn dismiss(self, notice: &Notice) {
        if self.notice.with_untracked(|shown| shown.as_ref() == Some(notice)) {
            self.notice.set(None);
        }
    }
}
