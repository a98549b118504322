//! What the person is told, with undo where there is one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::web::state::handle::Handle;
use crate::words::state as say;

/// A notice to the person, with undo where there is one.
#[derive(Clone, PartialEq)]
pub struct Notice {
    /// What happened, in a sentence.
    pub text: String,
    /// True when it is bad news.
    pub problem: bool,
    /// What the button beside it does: undo, or the next step. `None` for no button.
    pub undo: Option<Reversal>,
}

/// What the button beside a notice does: undo what the notice tells, or the next step.
#[derive(Clone)]
pub enum Reversal {
    /// Take a record out of the bin.
    Unbin(String),
    /// Undo the last edit of the open record.
    Edit,
    /// Undo anything else, with this function.
    By(Arc<dyn Fn() + Send + Sync>),
    /// Undo nothing: do the next step with this function. The text is the label of the button.
    Next(String, Arc<dyn Fn() + Send + Sync>),
}

impl Reversal {
    /// The label of the button.
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

/// The notice on the page, and what a screen reader says.
pub type Notices = Handle<Told>;

/// The data that [`Notices`] points to.
pub struct Told {
    /// The latest thing to tell the person.
    pub notice: RwSignal<Option<Notice>>,
    /// The notice that was there when the present page had opened.
    seen_notice: StoredValue<Option<Notice>>,
    /// What a screen reader says without anything to see.
    pub announcement: RwSignal<String>,
}

impl Notices {
    /// Made without any notice.
    pub(super) fn none() -> Notices {
        Handle::on(Told {
            notice: RwSignal::new(None),
            seen_notice: StoredValue::new(None),
            announcement: RwSignal::new(String::new()),
        })
    }

    /// Closes a notice that offers undo. Called at each edit: undo would now take the new words away as
    /// well.
    pub(super) fn forget_undo(self) {
        self.forget_if(Option::is_some);
    }

    pub(super) fn forget_if(self, over: fn(&Option<Reversal>) -> bool) {
        let is_over = |notice: &Notice| over(&notice.undo);
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(is_over)) {
            self.notice.set(None);
        }
    }

    /// Called at each change of page. Closes a notice that the page before has shown; one that was told
    /// just before the change stays while the new page opens.
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

    /// Closes this notice, if it is still the one shown.
    pub fn dismiss(self, notice: &Notice) {
        if self.notice.with_untracked(|shown| shown.as_ref() == Some(notice)) {
            self.notice.set(None);
        }
    }
}
