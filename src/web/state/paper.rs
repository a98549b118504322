//! Paper sheets while they are typed in. They are kept on this device until they are added to the
//! survey or discarded, so that a closed tab or a restart loses none. Where the device cannot keep
//! them, they are in this page's memory alone, and the browser asks before the tab is closed.

use leptos::ev;
use leptos::prelude::*;

use crate::survey::paper::Paper;
use crate::web::state::survey::SurveyDesk;
use crate::workspace::SHEETS;

impl SurveyDesk {
    /// Finds the paper sheets of a survey again that were typed before the page was opened.
    pub fn find_paper(self, survey: &str) {
        let known = self.papers.with_untracked(|papers| papers.contains_key(survey));
        let kept = self.library.workspace.with_value(|workspace| workspace.sheets(survey));
        if let (false, Ok(Some(paper))) = (known, kept) {
            self.papers.update(|papers| papers.insert(survey.to_owned(), paper));
        }
    }

    /// Takes in that another tab has changed or discarded the paper sheets under `key`.
    pub(super) fn take_in_paper(self, key: &str) {
        let Some(survey) = key.strip_prefix(SHEETS) else { return };
        if let Ok(kept) = self.library.workspace.with_value(|workspace| workspace.sheets(survey)) {
            let mut paper = kept.unwrap_or_default();
            paper.one_by_one = self.paper_untracked(survey, |paper| paper.one_by_one);
            self.papers.update(|papers| papers.insert(survey.to_owned(), paper));
        }
    }

    /// Reads what is being typed from the paper sheets of a survey.
    pub fn paper<R>(self, survey: &str, read: impl FnOnce(&Paper) -> R) -> R {
        self.papers.track();
        self.paper_untracked(survey, read)
    }

    fn paper_untracked<R>(self, survey: &str, read: impl FnOnce(&Paper) -> R) -> R {
        self.papers.with_untracked(|papers| match papers.get(survey) {
            Some(paper) => read(paper),
            None => read(&Paper::default()),
        })
    }

    /// Changes what is being typed from the paper sheets of a survey.
    pub fn type_paper(self, survey: &str, change: impl FnOnce(&mut Paper)) {
        self.papers.update(|papers| change(papers.get_or_default(survey)));
        let mut kept = Ok(());
        self.paper_untracked(survey, |paper| {
            self.library
                .workspace
                .update_value(|workspace| kept = workspace.keep_sheets(survey, paper));
        });
        // The listener is never removed, since the sheets outlive the page on which they are typed.
        if kept.is_err() && !self.guards_paper.get_value() {
            self.guards_paper.set_value(true);
            window_event_listener(ev::beforeunload, move |event| {
                if self.has_unkept_paper() {
                    event.prevent_default();
                }
            });
        }
    }

    /// True while sheets of this survey are typed in and not yet added.
    pub fn has_paper_of(self, survey: &str) -> bool {
        self.paper(survey, |paper| !paper.is_empty())
    }

    /// True while there are paper sheets that are in memory only.
    fn has_unkept_paper(self) -> bool {
        self.papers.with_untracked(|papers| {
            papers.iter().any(|(survey, paper)| {
                let kept = self.library.workspace.with_value(|workspace| workspace.sheets(survey));
                !paper.is_empty() && kept.ok().flatten().as_ref() != Some(paper)
            })
        })
    }
}
