//! What the person is told, with a way back where there is one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::web::state::handle::Handle;
use crate::words::state as say;

/// Something to tell the person, with a way back where there is one.
#[derive(Clone, PartialEq)]
pub struct Notice {
    /// What happened, in a sentence.
    pub text: String,
    /// True when it is bad news.
    pub problem: bool,
    /// What "Undo" beside it would do, or what comes next.
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
    By(Arc<dyn Fn() + Send + Sync>),
    /// Nothing is undone, but the next step is done, which has these words.
    Next(String, Arc<dyn Fn() + Send + Sync>),
}

impl Reversal {
    /// What the button says that does it.
    pub fn words(&self) -> String {
        match self {
            Reversal::Next(words, _) => words.clone(),
            _ => say::UNDO.to_owned(),
        }
    }
}

impl PartialEq for Reversal {
    fn eq(&self, other: &Reversal) -> bool {
        match (self, other) {
            (Reversal::Unbin(one), Reversal::Unbin(other)) => one == other,
            (Reversal::Edit, Reversal::Edit) => true,
            (
                Reversal::By(one) | Reversal::Next(_, one),
                Reversal::By(other) | Reversal::Next(_, other),
            ) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

/// What is told at the top of the page, and what a screen reader says.
pub type Notices = Handle<Told>;

/// What is behind [`Notices`].
pub struct Told {
    /// The latest thing to tell the person.
    pub notice: RwSignal<Option<Notice>>,
    /// The notice that was already there when the page was opened.
    seen_notice: StoredValue<Option<Notice>>,
    /// What a screen reader should say without anything to see.
    pub announcement: RwSignal<String>,
}

impl Notices {
    /// Nothing is told.
    pub(super) fn none() -> Notices {
        Handle::on(Told {
            notice: RwSignal::new(None),
            seen_notice: StoredValue::new(None),
            announcement: RwSignal::new(String::new()),
        })
    }

    /// A notice that offers to undo something has had its time once an edit is made: undoing it
    /// then would take the new words along.
    pub(super) fn forget_undo(self) {
        self.forget_if(Option::is_some);
    }

    pub(super) fn forget_if(self, over: fn(&Option<Reversal>) -> bool) {
        let is_over = |notice: &Notice| over(&notice.undo);
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(is_over)) {
            self.notice.set(None);
        }
    }

    /// A notice goes with the page that it came with: it stays while that page opens, and leaves
    /// when the next one does.
    pub(super) fn let_go(self) {
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
