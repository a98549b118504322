//! Addresses within the app: the fragment of the page's URL, read and written here alone.
//!
//! Every fragment can be read: one that is no address gives [`Route::Unknown`]. Addresses are stable: a
//! bookmark made today works tomorrow.

mod address;
mod audit;
mod book;
mod meant;
mod path;
mod survey;

use std::fmt;

use crate::record::RecordKind;
pub use crate::route::address::{page_of, route_of};
pub use crate::route::audit::AuditPage;
pub use crate::route::book::{BookList, BookPage};
use crate::route::meant::meant;
pub use crate::route::survey::SurveyPage;

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    /// The audits on this device.
    Home,
    /// Starting a new audit.
    New,
    /// Opening files.
    Open,
    /// The bin: records that were deleted and can still be restored.
    Bin,
    /// Settings, storage and backup.
    Settings,
    /// Answering a survey, by the token of its link; an empty one when the link was cut off.
    Answer(String),
    /// A page of one audit.
    Audit {
        /// The audit's id.
        id: String,
        /// Which page.
        page: AuditPage,
    },
    /// Starting a book: a team, a person or an organisation.
    NewBook(RecordKind),
    /// A page of one book.
    Book {
        /// Whether it is a team's, a person's or an organisation's; an audit is no book.
        kind: RecordKind,
        /// The book's id.
        id: String,
        /// Which page.
        page: BookPage,
    },
    /// An address that the app does not know.
    Unknown,
}

impl Route {
    /// The page `page` of the audit `id`.
    pub fn audit(id: &str, page: AuditPage) -> Route {
        Route::Audit { id: id.to_owned(), page }
    }

    /// The page `page` of the book `id`.
    pub fn book(kind: RecordKind, id: &str, page: BookPage) -> Route {
        Route::Book { kind, id: id.to_owned(), page }
    }

    /// The first page of a record.
    pub fn record(kind: RecordKind, id: &str) -> Route {
        match kind {
            RecordKind::Audit => Route::audit(id, AuditPage::Overview),
            kind => Route::book(kind, id, BookPage::Overview),
        }
    }

    /// Reads the fragment of a URL, with or without its `#`. Programs that pass addresses on may encode
    /// some of the characters; so a fragment that is no address as it stands is decoded and read again.
    pub fn parse(fragment: &str) -> Route {
        match Route::as_it_stands(fragment) {
            Route::Unknown => {
                meant(fragment).map_or(Route::Unknown, |meant| Route::as_it_stands(&meant))
            }
            route => route,
        }
    }

    fn as_it_stands(fragment: &str) -> Route {
        let path = fragment.trim_start_matches('#');
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        match segments[..] {
            [] => Route::Home,
            ["new"] => Route::New,
            ["open"] => Route::Open,
            ["bin"] => Route::Bin,
            ["settings"] => Route::Settings,
            // A link can be cut off or changed on its way: the page for answers says what to do then.
            [survey] if survey.eq_ignore_ascii_case("survey") => Route::Answer(String::new()),
            [survey, ..] if survey.eq_ignore_ascii_case("survey") => {
                let (_, after) = path.split_once(survey).unwrap_or_default();
                Route::Answer(after.trim_matches('/').to_owned())
            }
            ["audits", id, ref page @ ..] => match AuditPage::at(page) {
                Some(page) => Route::audit(id, page),
                None => Route::Unknown,
            },
            _ => match book::parse(&segments) {
                Some((kind, None)) => Route::NewBook(kind),
                Some((kind, Some((id, page)))) => Route::book(kind, id, page),
                None => Route::Unknown,
            },
        }
    }

    /// The id of the one thing that the address names on its page: an indicator, an action, or
    /// anything else that a page lists.
    pub fn item(&self) -> Option<&str> {
        match self {
            Route::Audit { page, .. } => page.item(),
            Route::Book { page, .. } => page.item(),
            _ => None,
        }
    }
}

/// Writes the fragment, `#` included, so that it can stand as the target of a link.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Route::Home | Route::Unknown => f.write_str("#/"),
            Route::New => f.write_str("#/new"),
            Route::Open => f.write_str("#/open"),
            Route::Bin => f.write_str("#/bin"),
            Route::Settings => f.write_str("#/settings"),
            Route::Answer(token) => write!(f, "#/survey/{token}"),
            Route::Audit { id, page } => f.write_str(&["#/audits/", id, &page.path()].concat()),
            Route::NewBook(kind) => f.write_str(&book::new_address(*kind)),
            Route::Book { kind, id, page } => f.write_str(&book::address(*kind, id, page)),
        }
    }
}
