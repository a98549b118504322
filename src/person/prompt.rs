//! What is asked after a course or a conference: to reflect on it, to account for it, and to share it.
//!
//! Under the policy, whoever goes to one should reflect on their learning and account for it to their
//! learning partner or their manager, and is encouraged to share it, on paper, on screen or in a
//! meeting. Each of the three is asked until the person has done or skipped it.

use crate::form::Field;
use crate::moment::Date;
use crate::order::in_order;
use crate::person::diary::{self, DiaryEntry, Way};
use crate::records::Record;

/// Something that is asked after a course or a conference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Prompt {
    /// To write down what was learned.
    Reflect,
    /// To account for it to the learning partner or the manager.
    Account,
    /// To share it with others.
    Share,
}

/// How far a person has got with a prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Still to be done.
    Open,
    /// Done: something was written, or it was said who was told.
    Done,
    /// Skipped by the person.
    Skipped,
}

impl Prompt {
    /// Every prompt, in order.
    pub const ALL: [Prompt; 3] = [Prompt::Reflect, Prompt::Account, Prompt::Share];

    /// The field of a diary entry with the answer.
    pub fn field(self) -> &'static Field {
        match self {
            Prompt::Reflect => &diary::REFLECTION,
            Prompt::Account => &diary::ACCOUNT,
            Prompt::Share => &diary::PASSED_ON,
        }
    }

    /// The field of a diary entry that says that the person skipped the prompt.
    pub fn skipped_field(self) -> &'static Field {
        match self {
            Prompt::Reflect => &diary::REFLECTION_SKIPPED,
            Prompt::Account => &diary::ACCOUNT_SKIPPED,
            Prompt::Share => &diary::PASSED_ON_SKIPPED,
        }
    }
}

impl DiaryEntry<'_> {
    /// How far the person has got with a prompt. For [`Prompt::Account`], saying who was told is enough.
    pub fn answer(self, prompt: Prompt) -> Answer {
        let accounted = prompt == Prompt::Account && self.account_to().is_some();
        if accounted || !self.0.text(prompt.field()).trim().is_empty() {
            Answer::Done
        } else if self.0.flag(prompt.skipped_field()) {
            Answer::Skipped
        } else {
            Answer::Open
        }
    }

    /// True when this entry has prompts: it is a course or a conference, and its day is not ahead.
    pub fn is_prompted(self, today: Date) -> bool {
        self.way() == Way::Formal && self.date().is_none_or(|day| day <= today)
    }

    /// The prompts that are still open.
    pub fn open_prompts(self, today: Date) -> Vec<Prompt> {
        let open =
            |prompt: &Prompt| self.is_prompted(today) && self.answer(*prompt) == Answer::Open;
        Prompt::ALL.into_iter().filter(open).collect()
    }
}

/// The entries that have open prompts, each with its open prompts. Entries without a day come first,
/// then the earliest.
pub fn waiting(book: &Record, today: Date) -> Vec<(DiaryEntry<'_>, Vec<Prompt>)> {
    let open = diary::all(book).map(|entry| (entry, entry.open_prompts(today)));
    let open = open.filter(|(_, prompts)| !prompts.is_empty()).collect();
    in_order(open, |(one, _), (other, _)| one.date() < other.date())
}
