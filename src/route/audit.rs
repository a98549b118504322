//! The pages of one audit.

use crate::route::path::joined;

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

/// The pages of an audit with a fixed path.
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

impl AuditPage {
    /// The page that stands at `path`, below the audit's id.
    pub(super) fn at(path: &[&str]) -> Option<AuditPage> {
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
    pub(super) fn path(&self) -> String {
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

    /// The page without the item that is named on it.
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
