//! What several pages of a person show in the same way.

use crate::moment::Date;
use crate::person::aim;
use crate::person::step::What;
use crate::records::Item;
use crate::route::{BookList, BookPage};
use crate::web::ui::element::{El, el, p, text_el};
use crate::words::person as say;

/// How far a target or a task is, and by when.
pub fn how_far(item: &Item) -> String {
    say::how_far(aim::status(item), aim::due(item))
}

/// A badge for a target or a task that is late; `None` if it is not.
pub fn overdue(item: &Item, today: Date) -> Option<El> {
    aim::is_overdue(item, today).then(|| p(say::OVERDUE).class("badge due"))
}

/// The page to go to for something that is due.
pub fn page_of(what: &What) -> BookPage {
    match what {
        What::Target(id) => BookPage::Item(BookList::Plan, id.clone()),
        What::Interview(id) => BookPage::Item(BookList::Interviews, id.clone()),
        What::InterviewToPlan | What::Day => BookPage::Interviews,
        What::Review => BookPage::Review,
    }
}

/// Texts, each under the name of its field. Empty ones are left out; `None` when all are empty.
pub fn said(texts: &[(&'static str, &str)]) -> Option<El> {
    let texts = texts.iter().filter(|(_, text)| !text.trim().is_empty());
    let mut list = el("dl").class("said");
    let mut any = false;
    for (name, text) in texts {
        any = true;
        list = list.child(text_el("dt", *name)).child(text_el("dd", *text).class("written"));
    }
    any.then_some(list)
}
