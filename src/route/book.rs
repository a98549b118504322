//! The addresses of books: teams, people and whole organisations.

use crate::record::RecordKind::{self, Organisation, Person, Team};
use crate::route::path::joined;

/// A page of one book. Each kind of book has some of them; only `Overview`, `Print` and `About` are
/// common to all.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum BookPage {
    /// Where the team, person or organisation stands, and the next step.
    Overview,
    /// The yearly review of a team or a person.
    Review,
    /// A team's development plan, or a person's learning plan.
    Plan,
    /// What a team needs to learn that other teams need as well.
    Common,
    /// The learning standards of a person's job.
    Standards,
    /// A person's learning diary.
    Diary,
    /// A person's learning interviews.
    Interviews,
    /// A person's work programme.
    Work,
    /// What a person shares with others.
    Share,
    /// The discussion cards.
    Cards,
    /// One discussion card, by its id.
    Card(String),
    /// One session about a card, by its id.
    Session(String),
    /// Voting in a session on a shared device, one person after another, by the session's id.
    Vote(String),
    /// An organisation's programme of learning.
    Programme,
    /// The characteristics of a learning organisation.
    Characteristics,
    /// One round of judging the characteristics, by its id.
    Round(String),
    /// Ways to contribute.
    Contribute,
    /// What the organisation has achieved.
    Achievements,
    /// How the audit, the teams and the people feed each other.
    Loop,
    /// Asking many people about the characteristics: opening, inviting, collecting, closing.
    Survey,
    /// The sheet to print and fill in by hand.
    SurveySheet,
    /// Counting sheets that were filled in.
    SurveyTally,
    /// Answering on a shared device, one person after another.
    Kiosk,
    /// Everything, to print.
    Print,
    /// Name, copies, export and deletion.
    About,
    /// One item of a list, on the page of the list, by the item's id.
    Item(BookList, String),
}

/// A list of items that have addresses of their own, on a page of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BookList {
    /// The needs in a team's development plan, or the targets in a person's learning plan.
    Plan,
    /// The entries of a learning diary.
    Diary,
    /// Learning interviews.
    Interviews,
    /// The tasks of a work programme.
    Work,
    /// Achievements of an organisation.
    Achievements,
}

/// The kinds of books, each with the first part of the addresses of its books, and the word after
/// `#/new/` that starts one.
const BOOKS: [(RecordKind, &str, &str); 3] = [
    (Team, "teams", "team"),
    (Person, "people", "person"),
    (Organisation, "organisations", "organisation"),
];

/// The pages with a fixed path, and the kinds of books that have them.
static PAGES: [(&str, BookPage, &[RecordKind]); 20] = [
    ("/review", BookPage::Review, &[Team, Person]),
    ("/plan", BookPage::Plan, &[Team, Person]),
    ("/common", BookPage::Common, &[Team]),
    ("/standards", BookPage::Standards, &[Person]),
    ("/diary", BookPage::Diary, &[Person]),
    ("/interviews", BookPage::Interviews, &[Person]),
    ("/work", BookPage::Work, &[Person]),
    ("/share", BookPage::Share, &[Person]),
    ("/cards", BookPage::Cards, &[Organisation]),
    ("/programme", BookPage::Programme, &[Organisation]),
    ("/characteristics", BookPage::Characteristics, &[Organisation]),
    ("/contribute", BookPage::Contribute, &[Organisation]),
    ("/achievements", BookPage::Achievements, &[Organisation]),
    ("/loop", BookPage::Loop, &[Organisation]),
    ("/survey", BookPage::Survey, &[Organisation]),
    ("/survey/sheet", BookPage::SurveySheet, &[Organisation]),
    ("/survey/tally", BookPage::SurveyTally, &[Organisation]),
    ("/survey/kiosk", BookPage::Kiosk, &[Organisation]),
    ("/print", BookPage::Print, &[Team, Person, Organisation]),
    ("/about", BookPage::About, &[Team, Person, Organisation]),
];

/// Reads the parts of an address of a book: its kind, its id and the page. Without id and page it is
/// the address where a book of that kind is started. `None` for any other address.
pub(super) fn parse<'a>(segments: &[&'a str]) -> Option<(RecordKind, Option<(&'a str, BookPage)>)> {
    match segments {
        ["new", name] => {
            let (kind, ..) = BOOKS.iter().find(|(.., new)| new == name)?;
            Some((*kind, None))
        }
        [folder, id, page @ ..] => {
            let (kind, ..) = BOOKS.iter().find(|(_, of_kind, _)| of_kind == folder)?;
            Some((*kind, Some((*id, page_at(*kind, page)?))))
        }
        _ => None,
    }
}

/// The address where a book is started. For an audit, which is no book, that of the home page.
pub(super) fn new_address(kind: RecordKind) -> String {
    let book = BOOKS.iter().find(|(other, ..)| *other == kind);
    book.map_or_else(home, |(.., new)| ["#/new/", new].concat())
}

/// The address of a page of a book. For an audit, which is no book, that of the home page.
pub(super) fn address(kind: RecordKind, id: &str, page: &BookPage) -> String {
    let book = BOOKS.iter().find(|(other, ..)| *other == kind);
    book.map_or_else(home, |(_, folder, _)| ["#/", folder, "/", id, &page.path()].concat())
}

fn home() -> String {
    "#/".to_owned()
}

/// The page that stands at `path`, below the id of a book of this kind.
fn page_at(kind: RecordKind, path: &[&str]) -> Option<BookPage> {
    if path.is_empty() {
        return Some(BookPage::Overview);
    }
    if let Some(page) = named(kind, &joined(path)) {
        return Some(page);
    }
    if let ["sessions", id, "vote"] = path
        && kind == Organisation
    {
        return Some(BookPage::Vote(String::from(*id)));
    }
    let [name, id] = path else { return None };
    let id = String::from(*id);
    if *name == "sessions" && kind == Organisation {
        return Some(BookPage::Session(id));
    }
    match named(kind, &joined(&[name]))? {
        BookPage::Cards => Some(BookPage::Card(id)),
        BookPage::Characteristics => Some(BookPage::Round(id)),
        BookPage::Plan => Some(BookPage::Item(BookList::Plan, id)),
        BookPage::Diary => Some(BookPage::Item(BookList::Diary, id)),
        BookPage::Interviews => Some(BookPage::Item(BookList::Interviews, id)),
        BookPage::Work => Some(BookPage::Item(BookList::Work, id)),
        BookPage::Achievements => Some(BookPage::Item(BookList::Achievements, id)),
        _ => None,
    }
}

fn named(kind: RecordKind, name: &str) -> Option<BookPage> {
    let mut pages = PAGES.iter();
    let page = pages.find(|(other, _, kinds)| *other == name && kinds.contains(&kind));
    page.map(|(_, page, _)| page.clone())
}

impl BookPage {
    /// The page without the item that is named on it.
    pub fn whole(self) -> BookPage {
        match self {
            BookPage::Item(list, _) => list.page(),
            page => page,
        }
    }

    /// The id of the item that is named on the page.
    pub fn item(&self) -> Option<&str> {
        match self {
            BookPage::Item(_, item) => Some(item),
            _ => None,
        }
    }

    /// The path to the page, below the book's id.
    fn path(&self) -> String {
        match self {
            BookPage::Card(id) => joined(&["cards", id]),
            BookPage::Session(id) => joined(&["sessions", id]),
            BookPage::Vote(id) => joined(&["sessions", id, "vote"]),
            BookPage::Round(id) => joined(&["characteristics", id]),
            BookPage::Item(list, id) => list.page().path() + &joined(&[id]),
            page => {
                let named = PAGES.iter().find(|(_, other, _)| other == page);
                named.map_or("", |(name, ..)| *name).to_owned()
            }
        }
    }
}

impl BookList {
    /// The page that the list is on.
    pub fn page(self) -> BookPage {
        match self {
            BookList::Plan => BookPage::Plan,
            BookList::Diary => BookPage::Diary,
            BookList::Interviews => BookPage::Interviews,
            BookList::Work => BookPage::Work,
            BookList::Achievements => BookPage::Achievements,
        }
    }
}
