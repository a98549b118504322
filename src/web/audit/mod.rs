//! The pages of one audit: the list of links to them, and which of them is shown. The bar above them,
//! with undo and redo, is in `web::shared::frame`.

mod about;
mod area;
mod evidence;
mod overview;
pub mod part;
mod plan;
mod report;
mod review;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::framework::Capability;
use crate::record::RecordKind;
use crate::route::{AuditPage, Route, SurveyPage};
use crate::web::chart::cairn;
use crate::web::shared::frame::{frame, list_of_pages};
use crate::web::state::standing::{area_standing, kept_capabilities};
use crate::web::state::{State, use_state};
use crate::web::survey::part::survey_page;
use crate::web::ui::element::{El, effect, el, link, live, p, text_el, together, unseen};
use crate::words;
use crate::words::audit as say;

/// The open audit, or why it is not open.
pub fn audit_frame() -> AnyView {
    let state = use_state();
    frame(state, move || open_audit(state))
}

/// The list of the audit's pages, and the page shown.
fn open_audit(state: State) -> (El, AnyView) {
    let page = Memo::new(move |earlier: Option<&AuditPage>| match state.route.get() {
        Route::Audit { page, .. } => page.whole(),
        _ => earlier.cloned().unwrap_or(AuditPage::Overview),
    });
    let shown = live(move || {
        let (framework, page) = (state.device.framework(), page.get());
        untrack(|| match page {
            AuditPage::Overview => overview::overview(),
            AuditPage::Area(id) | AuditPage::Indicator { area: id, .. } => {
                match framework.area(&id) {
                    Some((_, area)) => area::area_page(area),
                    None => nothing_there(state),
                }
            }
            AuditPage::Evidence | AuditPage::EvidenceItem(_) => evidence::evidence_register(),
            AuditPage::Review(id) => match framework.capability(&id) {
                Some(capability) => review::review(capability),
                None => nothing_there(state),
            },
            AuditPage::Plan | AuditPage::Action(_) => plan::plan(),
            AuditPage::Report => report::report(),
            AuditPage::About => about::about(),
            AuditPage::Survey => survey_page(SurveyPage::Manage),
            AuditPage::SurveyResults => survey_page(SurveyPage::Results),
            AuditPage::SurveySheet => survey_page(SurveyPage::Sheet),
            AuditPage::SurveyTally => survey_page(SurveyPage::Tally),
            AuditPage::SurveySummary => survey_page(SurveyPage::Summary),
            AuditPage::Kiosk => nothing_there(state),
        })
    });
    (pages(state, page), shown)
}

fn nothing_there(state: State) -> AnyView {
    let overview = Route::audit(&state.open.id(), AuditPage::Overview);
    el("div")
        .child(text_el("h1", say::NO_SUCH_PAGE))
        .child(el("p").child(link(overview, say::GO_TO_OVERVIEW)))
        .into()
}

/// The list of links to every page of the audit.
fn pages(state: State, page: Memo<AuditPage>) -> El {
    let framework = state.device.framework();
    let folded = RwSignal::new(true);
    effect(move || {
        page.track();
        folded.set(true);
        request_animation_frame(show_current);
    });
    let kept = kept_capabilities(state);
    let capabilities = live(move || {
        let kept = kept.get();
        let groups = framework.capabilities.iter().filter(|each| kept.contains(&each.id));
        untrack(|| together(groups.map(|each| group(state, page, each).into()).collect()))
    });
    let together_group = el("li").child(p(say::WHOLE_AUDIT).class("group")).child(
        el("ul")
            .child(entry(state, page, AuditPage::Evidence, say::EVIDENCE))
            .child(entry(state, page, AuditPage::Plan, say::ACTION_PLAN))
            .child(survey_entry(state, page))
            .child(entry(state, page, AuditPage::Report, say::REPORT))
            .child(entry(state, page, AuditPage::About, say::ABOUT_THIS_AUDIT)),
    );
    list_of_pages(RecordKind::Audit, folded, |list| {
        list.child(entry(state, page, AuditPage::Overview, say::OVERVIEW))
            .child(capabilities)
            .child(together_group)
    })
}

/// Scrolls the list to the page shown, when the list is longer than the screen. The window does not
/// scroll.
fn show_current() {
    let find = |selector| document().query_selector(selector).ok().flatten();
    if let (Some(list), Some(current)) = (find(".pages"), find(".pages [aria-current]")) {
        let current: HtmlElement = current.unchecked_into();
        let (top, from, height) = (current.offset_top(), list.scroll_top(), list.client_height());
        if top < from || top + current.offset_height() > from + height {
            list.set_scroll_top(top - height / 2);
        }
    }
}

fn group(state: State, page: Memo<AuditPage>, capability: &'static Capability) -> El {
    let areas = capability.areas.iter().map(|area| {
        let standing = area_standing(state, area);
        let reached = move || match standing.get().reached {
            Some(_) => format!(", {}", words::reached(&standing.get())),
            None => String::new(),
        };
        let link = page_link(state, page, AuditPage::Area(area.id.clone()))
            .class("with-cairn")
            .child(text_el("span", &area.id).class("code"))
            .child(text_el("span", &area.title).class("title"))
            .child(
                el("span")
                    .class("mini")
                    .attr("aria-hidden", "true")
                    .child(cairn(move || standing.get(), &area.id)),
            )
            .child(unseen("").live_text(reached));
        el("li").child(link)
    });
    let review = AuditPage::Review(capability.id.clone());
    el("li").child(p(say::capability(&capability.id)).class("group")).child(
        el("ul").children(areas).child(entry(state, page, review, say::review_of(&capability.id))),
    )
}

fn entry(state: State, page: Memo<AuditPage>, to: AuditPage, name: impl Into<String>) -> El {
    el("li").child(page_link(state, page, to).text(name))
}

/// The link to the survey. It is marked as current on each of the survey's pages.
fn survey_entry(state: State, page: Memo<AuditPage>) -> El {
    let here = move || match page.get() {
        AuditPage::Survey => Some("page".to_owned()),
        AuditPage::SurveyResults
        | AuditPage::SurveySheet
        | AuditPage::SurveyTally
        | AuditPage::SurveySummary => Some("true".to_owned()),
        _ => None,
    };
    let survey = Route::audit(&state.open.id(), AuditPage::Survey);
    el("li").child(link(survey, say::STAFF_SURVEY).live_attr("aria-current", here))
}

fn page_link(state: State, page: Memo<AuditPage>, to: AuditPage) -> El {
    el("a")
        .attr("href", Route::audit(&state.open.id(), to.clone()).to_string())
        .live_attr("aria-current", move || page.with(|page| *page == to).then(|| "page".into()))
}
