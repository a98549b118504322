//! The staff survey of an audit: opening it, where it stands, the ways to answer, and bringing answers
//! in.

use leptos::prelude::*;

use crate::audit::Audit;
use crate::moment::Date;
use crate::route::{AuditPage, Route};
use crate::survey::tally::Tally;
use crate::survey::{LEAST_THRESHOLD, Survey, SurveyState};
use crate::web::page::focus_soon;
use crate::web::page::survey::bring_in::bring_in;
use crate::web::page::survey::hidden::{still_waiting, why_hidden};
use crate::web::page::survey::open_form::{change_form, open_form};
use crate::web::page::survey::pages::survey_pages;
use crate::web::page::survey::ways::{hand_out, ways};
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, button, el, link, live, live_if, memo, p, section, text_el, together,
};
use crate::web::ui::meter::bar;
use crate::web::words;

/// The page.
pub fn manage() -> AnyView {
    let state = use_state();
    let survey = memo(move || state.survey());
    let there = memo(move || survey.with(Option::is_some));
    let shown = live(move || {
        let there = there.get();
        untrack(|| if there { with_survey(state, survey) } else { before() })
    });
    el("div").class("survey-manage").child(text_el("h1", "Staff survey")).child(shown).into()
}

/// What there is before a survey is opened.
fn before() -> AnyView {
    let lead = "Some indicators are about what staff experience. A staff survey asks everyone the same 24 statements, and proposes a judgement for each of those indicators; you decide.";
    let anonymity = "Nobody is asked for a name. Cairn keeps how many gave each answer, and comments in no order, never one person’s answers together. Nothing shows before enough people have answered.";
    together(vec![
        p(lead).class("lead").into(),
        p(anonymity).class("note").into(),
        section("open-survey", "Open a survey").child(open_form()).into(),
    ])
}

fn with_survey(state: State, survey: Memo<Option<Survey>>) -> AnyView {
    let open = memo(move || survey.with(|survey| survey.as_ref().is_some_and(is_open)));
    let here = AuditPage::Survey;
    let answering = live(move || {
        let open = open.get();
        untrack(|| if open { ways(state).into() } else { closed_words().into() })
    });
    together(vec![
        survey_pages(state, &here).into(),
        standing(state, survey, open).into(),
        answering,
        bring_in(state).into(),
        live_if(move || open.get().then(|| hand_out(state))),
    ])
}

fn is_open(survey: &Survey) -> bool {
    survey.state == SurveyState::Open
}

fn closed_words() -> El {
    section("ways", "Ways to answer").child(p("The survey is closed. Open it again to see the link, the kiosk and the sheets. Answers that still arrive can be brought in below."))
}

/// Where the survey stands, and what can be done about it.
fn standing(state: State, survey: Memo<Option<Survey>>, open: Memo<bool>) -> El {
    let title =
        move || survey.with(|it| it.as_ref().map(|it| it.title.clone()).unwrap_or_default());
    let badge = move || if open.get() { "Open" } else { "Closed" }.to_owned();
    let day = move || {
        let survey = survey.get()?;
        Some(p(closing(survey.closes?, is_open(&survey), state.today())))
    };
    let counts = memo(move || state.with(counted));
    let so_far = so_far_words(counts);
    let meter = move || {
        let invited = counts.get().1?;
        let value = Signal::derive(move || {
            let (answered, invited) = counts.get();
            (answered.min(invited.unwrap_or(0)), invited.unwrap_or(0))
        });
        (invited > 0).then(|| bar(value, so_far))
    };
    let alone = move || (counts.get().1.is_none()).then(|| p(so_far.get()));
    let result = memo(move || state.with(results_words));
    let results = move || {
        let (text, visible) = result.get();
        let there = Route::audit(&state.id(), AuditPage::SurveyResults);
        let see = visible.then(|| el("p").child(link(there, "See the results").class("button")));
        el("div").class("note").child(p(text)).maybe(see).into()
    };
    let switch = move || {
        if open.get() {
            button("Close the survey", move || state.close_survey()).class("secondary").into()
        } else {
            button("Open it again", move || state.reopen_survey()).class("secondary").into()
        }
    };
    section("standing", "Where it stands")
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
fn counted(audit: &Audit) -> (usize, Option<usize>) {
    let Some(survey) = &audit.survey else { return (0, None) };
    let answered = own_tally(audit).map_or(0, Tally::responses);
    (answered as usize, survey.invited.map(|invited| invited as usize))
}

/// The counts of the present survey, when there are any.
fn own_tally(audit: &Audit) -> Option<&Tally> {
    let survey = audit.survey.as_ref()?;
    audit.tally.as_ref().filter(|tally| tally.survey == survey.id)
}

fn so_far_words(counts: Memo<(usize, Option<usize>)>) -> Signal<String> {
    Signal::derive(move || match counts.get() {
        (0, None) => "Nobody has answered yet.".to_owned(),
        (1, None) => "1 has answered.".to_owned(),
        (answered, None) => format!("{answered} have answered."),
        (answered, Some(invited)) if answered > invited => {
            format!("{answered} have answered, more than the {invited} who were invited.")
        }
        (1, Some(invited)) => format!("1 of {invited} has answered."),
        (answered, Some(invited)) => format!("{answered} of {invited} have answered."),
    })
}

/// What is known of the closing date.
fn closing(day: Date, open: bool, today: Date) -> String {
    let day_words = words::day(day);
    match (open, day < today) {
        (true, false) => format!("It is to close on {day_words}."),
        (true, true) => format!(
            "The closing date, {day_words}, has passed. Close the survey when no more answers are to come."
        ),
        (false, _) => format!("Its closing date was {day_words}."),
    }
}

/// Whether there are results to be seen, and why not, or not yet of all that came in.
fn results_words(audit: &Audit) -> (String, bool) {
    let Some(survey) = &audit.survey else { return (String::new(), false) };
    let enough = own_tally(audit).is_some_and(|tally| tally.needed(survey.threshold) == 0);
    if enough && survey.results_visible() {
        return ("Enough have answered for results to show.".to_owned(), true);
    }
    match why_hidden(audit) {
        Some(why) => (why, false),
        None => {
            let all = || "The results show what everyone who answered has said.".to_owned();
            (still_waiting(audit).unwrap_or_else(all), true)
        }
    }
}

/// The details of the survey, to be changed.
fn details(state: State, survey: Memo<Option<Survey>>) -> El {
    let unfolded = RwSignal::new(false);
    let least = memo(move || {
        state.with(|audit| match &audit.survey {
            Some(survey) if counted(audit).0 > 0 => survey.threshold,
            _ => LEAST_THRESHOLD,
        })
    });
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
        .child(text_el("summary", "Change the details"))
        .child(fields)
}
