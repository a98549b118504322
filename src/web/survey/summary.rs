//! “You said, we did”: one page that tells the staff what came of their answers, to print and hang up.
//! The figures and the actions come from the audit; the lead writes the words between them here.

use leptos::prelude::*;

use crate::audit::{Action, Audit, Status};
use crate::framework::Framework;
use crate::route::{AuditPage, Route, SurveyPage};
use crate::survey::results::{Results, StatementResult};
use crate::web::shared::paper::print_button;
use crate::web::state::{State, use_state};
use crate::web::survey::pages::survey_pages;
use crate::web::survey::results::{nothing_shows, who_answered};
use crate::web::ui::element::{
    El, button, effect, el, keyed, live, live_if, memo, nothing, p, quiet, section, text_el,
    together, unseen,
};
use crate::web::ui::field::text_area_with_help;
use crate::words;
use crate::words::survey::results::figures;
use crate::words::survey::results::summary as say;

/// The results; `None` while none may be seen.
type Seen = Memo<Option<Results>>;

/// How many strong statements are named at most, those with the most agreement first.
const STRONGEST: usize = 5;

/// How many of the statements with the least agreement are printed even if nothing answers them.
const WEAKEST: usize = 5;

/// The page “You said, we did”.
pub fn summary() -> AnyView {
    let state = use_state();
    state.survey.release_results();
    let seen: Seen = memo(move || state.survey.results());
    let visible = memo(move || seen.with(Option::is_some));
    let print = || print_button(say::PRINT);
    let way = el("div")
        .class("on-screen")
        .child(text_el("h1", say::YOU_SAID))
        .child(p(say::LEAD).class("lead"))
        .child(survey_pages(state, SurveyPage::Summary))
        .child(live_if(move || visible.get().then(|| el("div").class("buttons").child(print()))));
    let sheet = live(move || {
        let visible = visible.get();
        untrack(|| if visible { sheet(state, seen).into() } else { nothing_shows(state) })
    });
    together(vec![way.into(), sheet])
}

/// The sheet that is printed, with the fields for the lead's words.
fn sheet(state: State, seen: Seen) -> El {
    let about = move || {
        let (organisation, title) = state.open.with(|audit| {
            let title = audit.survey().map(|survey| survey.title.trim().to_owned());
            (audit.organisation().trim().to_owned(), title.unwrap_or_default())
        });
        let parts = [organisation, title, words::day(state.today())];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let rate = move || who_answered(state, seen);
    let how = move || {
        let cut_off = seen.with(|results| results.as_ref().map_or(0, |results| results.cut_off));
        say::about_figures(cut_off)
    };
    el("article")
        .class("you-said")
        .child(text_el("h2", say::YOU_SAID))
        .child(el("p").class("quiet").live_text(about))
        .child(el("p").class("lead").live_text(rate))
        .child(field(state, "intro", say::INTRODUCTION.to_owned(), || {
            say::INTRODUCTION_HELP.to_owned()
        }))
        .child(strong(state, seen))
        .child(weak(state, seen))
        .child(field(state, "closing", say::CLOSING.to_owned(), || say::CLOSING_HELP.to_owned()))
        .child(el("p").class("quiet").live_text(how))
}

/// A text of the lead's own: a field on the screen, words on paper. Nothing is printed while it is
/// empty.
fn field(
    state: State,
    id: &'static str,
    label: String,
    help: impl Fn() -> String + Send + 'static,
) -> AnyView {
    let text = state.open.text(move |audit| audit.said(id).to_owned());
    let typed = RwSignal::new(text.get_untracked());
    effect(move || typed.set(text.get()));
    let area = text_area_with_help(
        label,
        help,
        text,
        move |text| {
            typed.set(text.clone());
            state.open.say(id, text);
        },
        move || state.open.end_typing(),
    );
    together(vec![
        el("div").class("on-screen").child(area).into(),
        el("p").class("written on-paper").live_text(move || typed.get().trim().to_owned()).into(),
    ])
}

/// The strong statements: those with the most agreement.
fn strong(state: State, seen: Seen) -> El {
    let list = live(move || {
        seen.with(|results| {
            let Some(results) = results else { return nothing() };
            let strong = results.strong();
            if strong.is_empty() {
                return p(say::none_strong(results.cut_off)).into();
            }
            let rows = strong
                .into_iter()
                .take(STRONGEST)
                .map(|result| el("li").children(said(state.device.framework(), result)));
            el("ul").class("plain").children(rows).into()
        })
    });
    section("strong", say::STRONG).child(list)
}

/// A statement's figure and its words.
fn said(framework: &'static Framework, result: &StatementResult) -> [El; 2] {
    [
        text_el("strong", figures::agreement(result)),
        text_el("span", statement(framework, &result.id)),
    ]
}

fn statement(framework: &'static Framework, id: &str) -> &'static str {
    let found = framework.statements.iter().find(|statement| statement.id == id);
    found.map_or("", |statement| &statement.text)
}

/// The statements that were not strong, each with what answers it.
fn weak(state: State, seen: Seen) -> El {
    let framework = state.device.framework();
    let ids = memo(move || {
        seen.with(|results| {
            let weak = results.as_ref().map(Results::weak).unwrap_or_default();
            weak.into_iter().map(|result| result.id.clone()).collect::<Vec<_>>()
        })
    });
    // The statements that are not printed: those after the weakest that nothing answers.
    let unprinted = memo(move || {
        let rest = ids.with(|ids| ids.get(WEAKEST..).unwrap_or_default().to_vec());
        state.open.with(|audit| {
            let rest = rest.into_iter();
            rest.filter(|id| is_unanswered(audit, framework, id)).collect::<Vec<_>>()
        })
    });
    let none = move || ids.with(Vec::is_empty).then(|| p(say::NONE_WEAK));
    let rows = keyed(
        move || ids.get(),
        move |id| match framework.statements.iter().find(|statement| statement.id == id) {
            Some(statement) => weak_row(state, seen, unprinted, &statement.id).into(),
            None => nothing(),
        },
    );
    let not_printed = move || {
        let places: Vec<String> = unprinted.with(|unprinted| {
            let all = framework.statements.iter().enumerate();
            let left_out = all.filter(|(_, statement)| unprinted.contains(&statement.id));
            left_out.map(|(place, _)| (place + 1).to_string()).collect()
        });
        say::not_printed(&places).map(quiet)
    };
    section("weak", say::WEAK)
        .child(live_if(none))
        .child(el("ul").class("plain").child(rows))
        .child(el("div").class("on-screen").child(live_if(not_printed)))
}

fn weak_row(state: State, seen: Seen, unprinted: Memo<Vec<String>>, id: &'static str) -> El {
    let framework = state.device.framework();
    let figure = move || {
        seen.with(|results| {
            let result = results.as_ref().and_then(|results| results.statement(id));
            result.map(figures::agreement).unwrap_or_default()
        })
    };
    let planned = memo(move || state.open.with(|audit| answers(audit, framework, id)));
    let actions = live(move || {
        let planned = planned.get();
        if planned.is_empty() {
            return nothing();
        }
        let planned = planned.into_iter().map(|action| text_el("li", action));
        el("ul").class("we-do").children(planned).into()
    });
    let nothing_yet = move || {
        let unanswered = state.open.with(|audit| is_unanswered(audit, framework, id));
        unanswered.then(|| untrack(|| unanswered_note(state, id)))
    };
    let number = framework.statements.iter().position(|statement| statement.id == id);
    let label = say::your_words(number.map_or(0, |place| place + 1));
    let help = move || {
        if planned.with(Vec::is_empty) { say::UNPLANNED_HELP } else { say::PLANNED_HELP }.to_owned()
    };
    let paper = move || {
        let left_out = unprinted.with(|unprinted| unprinted.iter().any(|other| other == id));
        left_out.then(|| "on-screen".to_owned())
    };
    el("li")
        .live_attr("class", paper)
        .child(text_el("strong", "").live_text(figure))
        .child(text_el("span", statement(framework, id)))
        .child(actions)
        .child(field(state, id, label, help))
        .child(live_if(nothing_yet))
}

/// True when neither an action nor the lead's own words answer a statement.
fn is_unanswered(audit: Audit<'_>, framework: &Framework, statement: &str) -> bool {
    let written = !audit.said(statement).trim().is_empty();
    !written && answers(audit, framework, statement).is_empty()
}

/// The planned actions on the indicators that a statement feeds, each in a line of words. Dropped and
/// empty actions are left out.
fn answers(audit: Audit<'_>, framework: &Framework, statement: &str) -> Vec<String> {
    let about = |action: &Action| {
        let indicator = action.indicator.and_then(|id| framework.indicator(id));
        indicator.is_some_and(|(_, indicator)| indicator.statement.as_deref() == Some(statement))
    };
    let kept = audit
        .actions()
        .filter(about)
        .filter(|action| action.status != Status::Dropped && !action.text.trim().is_empty());
    kept.map(say::planned).collect()
}

/// A note on the screen alone that nothing answers this statement, with a button that plans an action.
fn unanswered_note(state: State, statement: &'static str) -> El {
    let framework = state.device.framework();
    let all = framework.areas().flat_map(|(_, area)| &area.indicators);
    let fed = all.filter(|indicator| indicator.statement.as_deref() == Some(statement));
    let add = fed.map(|indicator| indicator.id.as_str()).next().map(|indicator| {
        let add = move || {
            state.open.fresh.set(Some(state.open.add_action(Some(indicator))));
            state.go(&Route::audit(&state.open.id(), AuditPage::Plan));
        };
        let about = unseen(say::action_about(self::statement(framework, statement)));
        button(say::PLAN_ACTION, add).class("secondary small").child(about)
    });
    el("div").class("on-screen unanswered").child(quiet(say::NOT_ANSWERED)).maybe(add)
}
