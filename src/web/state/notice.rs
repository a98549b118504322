//! What the person is told, with a way back where there is one.

use std::sync::Arc;

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
            _ => "Undo".to_owned(),
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
