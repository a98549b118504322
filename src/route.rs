//! Addresses within the app: the fragment of the page's URL, read and written here alone.
//!
//! Reading is total: whatever stands in the address bar is some [`Route`]. Addresses are stable: a
//! bookmark made today works tomorrow.

mod book;
mod survey;

use std::fmt;

use crate::record::RecordKind;
pub use crate::route::book::{BookList, BookPage};
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
    /// What was deleted in the last 30 days.
    Bin,
    /// Settings, storage and backup.
    Settings,
    /// Answering a survey, by what its link carries; nothing when the link was cut off.
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
    /// Nothing that the app knows.
    Unknown,
}

/// A page of one audit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum AuditPage {
    /// Where the audit stands, and the next step.
    Overview,
    /// Questions and indicators of an area, by the area's id.
    Area(String),
    /// An indicator on the page of its area, by the ids of both.
    Indicator {
        /// The area's id.
        area: String,
        /// The indicator's id.
        indicator: String,
    },
    /// The evidence register.
    Evidence,
    /// An item of evidence in the register, by its id.
    EvidenceItem(String),
    /// The review of a capability, by the capability's id.
    Review(String),
    /// The action plan.
    Plan,
    /// An action in the plan, by its id.
    Action(String),
    /// The printable report.
    Report,
    /// Name, scope, copies, export and deletion.
    About,
    /// The staff survey: opening, inviting, collecting, closing.
    Survey,
    /// What the staff said.
    SurveyResults,
    /// The sheet to print and fill in by hand.
    SurveySheet,
    /// Counting sheets that were filled in.
    SurveyTally,
    /// "You said, we did", to print.
    SurveySummary,
    /// Answering on a shared device, one person after another.
    Kiosk,
}

/// The pages of an audit that have a name of their own.
static AUDIT_PAGES: [(&str, AuditPage); 10] = [
    ("/evidence", AuditPage::Evidence),
    ("/plan", AuditPage::Plan),
    ("/report", AuditPage::Report),
    ("/about", AuditPage::About),
    ("/survey", AuditPage::Survey),
    ("/survey/results", AuditPage::SurveyResults),
    ("/survey/sheet", AuditPage::SurveySheet),
    ("/survey/tally", AuditPage::SurveyTally),
    ("/survey/summary", AuditPage::SurveySummary),
    ("/survey/kiosk", AuditPage::Kiosk),
];

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

    /// Reads the fragment of a URL, with or without its `#`.
    pub fn parse(fragment: &str) -> Route {
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
            [survey, token] if survey.eq_ignore_ascii_case("survey") => {
                Route::Answer(token.to_owned())
            }
            ["audits", id, ref page @ ..] => match AuditPage::at(page) {
                Some(page) => Route::audit(id, page),
                None => Route::Unknown,
            },
            _ => book::parse(&segments).unwrap_or(Route::Unknown),
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

/// The rest of an address as one text, each of its parts after a slash.
fn joined(path: &[&str]) -> String {
    let mut joined = String::new();
    for part in path {
        joined.push('/');
        joined.push_str(part);
    }
    joined
}

impl AuditPage {
    /// The page that stands at `path`, below the audit's id.
    fn at(path: &[&str]) -> Option<AuditPage> {
        let id = |id: &&str| String::from(*id);
        match path {
            [] => Some(AuditPage::Overview),
            ["areas", area] => Some(AuditPage::Area(id(area))),
            ["areas", area, indicator] => Some(AuditPage::indicator(area, indicator)),
            ["evidence", item] => Some(AuditPage::EvidenceItem(id(item))),
            ["review", capability] => Some(AuditPage::Review(id(capability))),
            ["plan", action] => Some(AuditPage::Action(id(action))),
            path => {
                let path = joined(path);
                let page = AUDIT_PAGES.iter().find(|(name, _)| *name == path);
                page.map(|(_, page)| page.clone())
            }
        }
    }

    /// The path to the page, below the audit's id.
    fn path(&self) -> String {
        match self {
            AuditPage::Area(area) => joined(&["areas", area]),
            AuditPage::Indicator { area, indicator } => joined(&["areas", area, indicator]),
            AuditPage::EvidenceItem(item) => joined(&["evidence", item]),
            AuditPage::Review(capability) => joined(&["review", capability]),
            AuditPage::Action(action) => joined(&["plan", action]),
            page => {
                let named = AUDIT_PAGES.iter().find(|(_, other)| other == page);
                named.map_or("", |(name, _)| *name).to_owned()
            }
        }
    }

    /// The indicator with this id, on the page of its area.
    pub fn indicator(area: &str, indicator: &str) -> AuditPage {
        AuditPage::Indicator { area: area.to_owned(), indicator: indicator.to_owned() }
    }

    /// The page without the place on it.
    pub fn whole(self) -> AuditPage {
        match self {
            AuditPage::Indicator { area, .. } => AuditPage::Area(area),
            AuditPage::EvidenceItem(_) => AuditPage::Evidence,
            AuditPage::Action(_) => AuditPage::Plan,
            page => page,
        }
    }

    /// The id of the indicator, action or item of evidence that is named on the page.
    pub fn item(&self) -> Option<&str> {
        match self {
            AuditPage::Indicator { indicator: item, .. }
            | AuditPage::EvidenceItem(item)
            | AuditPage::Action(item) => Some(item),
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
