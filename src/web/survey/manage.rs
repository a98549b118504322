//! The survey of an audit or an organisation: opening it, where it stands, the ways to answer, and
//! bringing answers in.

use leptos::prelude::*;

use crate::route::SurveyPage;
use crate::survey::{Collected, LEAST_THRESHOLD, Survey, SurveyState};
use crate::web::shared::focus::focus_soon;
use crate::web::state::{State, use_state};
use crate::web::survey::anew::anew;
use crate::web::survey::bring_in::bring_in;
use crate::web::survey::hidden::{still_waiting, why_hidden};
use crate::web::survey::open_form::{change_form, open_form};
use crate::web::survey::pages::survey_pages;
use crate::web::survey::ways::{hand_out, sheets_wait, type_in, ways};
use crate::web::ui::element::{
    El, button, derived, el, link, live, live_if, memo, p, section, text_el, together,
};
use crate::web::ui::meter::bar;
use crate::words::survey::collect as say;

/// The page of a survey from which the lead runs it.
pub fn manage() -> AnyView {
    let state = use_state();
    let survey = memo(move || state.survey.survey());
    let which = memo(move || survey.with(|it| it.as_ref().map(|it| it.id.clone())));
    let shown = live(move || {
        let there = which.get().is_some();
        untrack(|| if there { with_survey(state, survey) } else { before(state) })
    });
    let heading = text_el("h1", say::heading(state.survey.asked()));
    el("div").class("survey-manage").child(heading).child(shown).into()
}

/// What the page shows before a survey is opened.
fn before(state: State) -> AnyView {
    together(vec![
        p(say::lead(state.survey.asked())).class("lead").into(),
        p(say::ANONYMITY).class("note").into(),
        section("open-survey", say::OPEN_A_SURVEY).child(open_form()).into(),
    ])
}

fn with_survey(state: State, survey: Memo<Option<Survey>>) -> AnyView {
    let open = memo(move || survey.with(|survey| survey.as_ref().is_some_and(is_open)));
    let answering = live(move || {
        let open = open.get();
        untrack(|| if open { ways(state).into() } else { closed_words(state).into() })
    });
    together(vec![
        survey_pages(state, SurveyPage::Manage).into(),
        standing(state, survey, open).into(),
        answering,
        bring_in(state).into(),
        live_if(move || (!open.get()).then(|| untrack(|| anew(state))).flatten()),
        live_if(move || open.get().then(|| hand_out(state))),
    ])
}

fn is_open(survey: &Survey) -> bool {
    survey.state == SurveyState::Open
}

fn closed_words(state: State) -> El {
    let sheets = move || sheets_wait(state).map(|said| said.child(type_in(state)));
    section("ways", say::ways::HEADING).child(p(say::IS_CLOSED)).child(live_if(sheets))
}

/// Where the survey stands, and what can be done about it.
fn standing(state: State, survey: Memo<Option<Survey>>, open: Memo<bool>) -> El {
    let title =
        move || survey.with(|it| it.as_ref().map(|it| it.title.clone()).unwrap_or_default());
    let badge = move || if open.get() { say::OPEN } else { say::CLOSED }.to_owned();
    let day = move || {
        let survey = survey.get()?;
        let closes = survey.closes?;
        Some(p(say::closing(closes, is_open(&survey), closes < state.today())))
    };
    let counts = memo(move || state.survey.collected(|it| it.map(counted)).unwrap_or_default());
    let so_far = derived(move || {
        let (answered, invited) = counts.get();
        say::answered(answered, invited)
    });
    let meter = move || {
        let invited = counts.get().1?;
        let value = Signal::derive(move || {
            let (answered, invited) = counts.get();
            (answered.min(invited.unwrap_or(0)), invited.unwrap_or(0))
        });
        (invited > 0).then(|| bar(value, so_far))
    };
    let alone = move || (counts.get().1.is_none()).then(|| p(so_far.get()));
    let result =
        memo(move || state.survey.collected(|it| it.map(results_words)).unwrap_or_default());
    let results = move || {
        let (text, visible) = result.get();
        let there = state.survey.survey_page(SurveyPage::Results);
        let see = visible.then(|| el("p").child(link(there, say::SEE_RESULTS).class("button")));
        el("div").class("note").child(p(text)).maybe(see).into()
    };
    let switch = move || {
        if open.get() {
            button(say::CLOSE, move || state.survey.close_survey()).class("secondary").into()
        } else {
            button(say::OPEN_AGAIN, move || state.survey.reopen_survey()).class("secondary").into()
        }
    };
    section("standing", say::WHERE_IT_STANDS)
        .child(
            el("p")
                .class("survey-title")
                .child(el("strong").live_text(title))
                .text(" ")
                .child(el("span").class("badge").live_text(badge)),
        )
        .child(live_if(day))
        .child(live_if(meter))
        .child(live_if(alone))
        .child(live(results))
        .child(el("div").class("buttons").child(live(switch)))
        .child(details(state, survey))
}

/// How many have answered, and how many were invited.
fn counted(collected: Collected) -> (usize, Option<usize>) {
    let invited = collected.survey.invited.map(|invited| invited as usize);
    (collected.responses() as usize, invited)
}

/// A sentence about the results, and whether there are any to see. The sentence says why there are
/// none, or which answers do not show yet.
fn results_words(collected: Collected) -> (String, bool) {
    let Collected { survey, tally, .. } = collected;
    let may_show = survey.results_visible() && !collected.is_shown_elsewhere();
    let enough = tally.is_some_and(|tally| tally.needed(survey.threshold) == 0);
    if enough && may_show {
        return (say::ENOUGH.to_owned(), true);
    }
    match why_hidden(collected) {
        Some(why) => (why, false),
        None => {
            let few = tally.is_some_and(|tally| tally.statements_in_no_copy() > 0);
            let all = if few { say::SHOWS_ALL_BUT_FEW } else { say::SHOWS_ALL };
            (still_waiting(collected).unwrap_or_else(|| all.to_owned()), true)
        }
    }
}

/// The form with the details of the survey, which folds out.
fn details(state: State, survey: Memo<Option<Survey>>) -> El {
    let unfolded = RwSignal::new(false);
    // The threshold can only rise: anyone with the link may have answered on its promise, counted or
    // not.
    let promised = |collected: Option<Collected>| collected.map(|it| it.survey.threshold);
    let least = memo(move || state.survey.collected(promised).unwrap_or(LEAST_THRESHOLD));
    let fields = live(move || {
        let (survey, least) = (survey.get(), least.get());
        let done = move || {
            unfolded.set(false);
            focus_soon("#change-details > summary".to_owned());
        };
        untrack(|| together(survey.iter().map(|it| change_form(it, least, done).into()).collect()))
    });
    el("details")
        .class("more")
        .attr("id", "change-details")
        .live_flag("open", move || unfolded.get())
        .on("toggle", move |event| {
            let element: web_sys::Element = event_target(&event);
            unfolded.set(element.has_attribute("open"));
        })
        .child(text_el("summary", say::CHANGE_DETAILS))
        .child(fields)
}
