//! The pages of a survey, whether it belongs to an audit or to an organisation.

use crate::record::RecordKind;
use crate::route::{AuditPage, BookPage, Route};

/// A page of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SurveyPage {
    /// Opening, inviting, collecting, closing.
    Manage,
    /// What people have said.
    Results,
    /// The sheet to print and fill in by hand.
    Sheet,
    /// Counting sheets that were filled in.
    Tally,
    /// "You said, we did", of an audit's survey.
    Summary,
    /// Answering on a shared device, one person after another.
    Kiosk,
}

impl Route {
    /// A page of a record's survey. The results of an organisation's survey have no page of their own:
    /// they are on the page of the characteristics, beside other rounds.
    pub fn survey(kind: RecordKind, id: &str, page: SurveyPage) -> Route {
        if kind == RecordKind::Audit {
            let page = match page {
                SurveyPage::Manage => AuditPage::Survey,
                SurveyPage::Results => AuditPage::SurveyResults,
                SurveyPage::Sheet => AuditPage::SurveySheet,
                SurveyPage::Tally => AuditPage::SurveyTally,
                SurveyPage::Summary => AuditPage::SurveySummary,
                SurveyPage::Kiosk => AuditPage::Kiosk,
            };
            return Route::audit(id, page);
        }
        let page = match page {
            SurveyPage::Manage => BookPage::Survey,
            SurveyPage::Results | SurveyPage::Summary => BookPage::Characteristics,
            SurveyPage::Sheet => BookPage::SurveySheet,
            SurveyPage::Tally => BookPage::SurveyTally,
            SurveyPage::Kiosk => BookPage::Kiosk,
        };
        Route::book(kind, id, page)
    }

    /// True for the pages of a device that is handed round: for a survey, an audit's or an
    /// organisation's, or for a vote.
    pub fn is_kiosk(&self) -> bool {
        matches!(
            self,
            Route::Audit { page: AuditPage::Kiosk, .. }
                | Route::Book { page: BookPage::Kiosk | BookPage::Vote(_), .. }
        )
    }

    /// The organiser's page from which a device was handed round; `None` for a page that is not for
    /// handing round.
    pub fn before_handing_round(&self) -> Option<Route> {
        let survey = |kind, id| Some(Route::survey(kind, id, SurveyPage::Manage));
        match self {
            Route::Audit { id, page: AuditPage::Kiosk } => survey(RecordKind::Audit, id),
            Route::Book { kind, id, page: BookPage::Kiosk } => survey(*kind, id),
            Route::Book { kind, id, page: BookPage::Vote(session) } => {
                Some(Route::book(*kind, id, BookPage::Session(session.clone())))
            }
            _ => None,
        }
    }

    /// True for the pages on which people answer or vote, some of them on a device of the organiser's.
    pub fn is_for_answering(&self) -> bool {
        matches!(self, Route::Answer(_)) || self.is_kiosk()
    }
}
