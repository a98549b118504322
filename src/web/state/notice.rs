//! What the person is told, with a way back where there is one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::web::state::State;

/// Something to tell the person, with a way back where there is one.
#[derive(Clone, PartialEq)]
pub struct Notice {
    /// What happened, in a sentence.
    pub text: String,
    /// True when it is bad news.
    pub problem: bool,
    /// What "Undo" beside it would do.
    pub undo: Option<Reversal>,
}

/// How something that was done to the workspace is undone.
#[derive(Clone)]
pub enum Reversal {
    /// Take a record out of the bin.
    Unbin(String),
    /// Undo the last edit of the open record.
    Edit,
    /// Anything else: whoever has done it says how.
    By(Arc<dyn Fn(State) + Send + Sync>),
}

impl PartialEq for Reversal {
    fn eq(&self, other: &Reversal) -> bool {
        match (self, other) {
            (Reversal::Unbin(one), Reversal::Unbin(other)) => one == other,
            (Reversal::Edit, Reversal::Edit) => true,
            (Reversal::By(one), Reversal::By(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

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
