//! An area: its introduction, questions with a reflection each, and indicators with a judgement
//! each.

mod indicator;

use leptos::prelude::*;

use crate::framework::{Area, Question, Subject};
use crate::progression::Stage;
use crate::route::{AuditPage, Route};
use crate::web::chart::Cairn;
use crate::web::page::area::indicator::IndicatorRow;
use crate::web::page::audit::area_standing;
use crate::web::state::use_state;
use crate::web::ui::field::TextArea;
use crate::web::ui::meter::Meter;
use crate::web::words;

#[component]
pub fn AreaPage(area: &'static Area) -> impl IntoView {
    let state = use_state();
    let standing = area_standing(state, area);
    let progress = Memo::new(move |_| state.with(|audit| audit.area_progress(area)));
    let questions = area.questions.iter().enumerate();
    let questions =
        questions.map(|(index, question)| view! { <QuestionRow number=index + 1 question /> });
    view! {
        <header class="area-head">
            <Cairn standing label=area.id.clone() />
            <div>
                <h1><span class="code">{area.id.as_str()}</span> " " {area.title.as_str()}</h1>
                <p class="quiet">
                    {move || format!("{}, {}", words::reached(&standing.get()), words::working_at(&standing.get()))}
                </p>
            </div>
        </header>
        <p class="lead">{area.introduction.as_str()}</p>
        <div class="meters">
            <Meter
                value=Signal::derive(move || (progress.get().reflected, progress.get().questions))
                words="questions reflected on"
            />
            <Meter
                value=Signal::derive(move || (progress.get().judged, progress.get().indicators))
                words="indicators judged"
            />
        </div>
        <nav class="on-page" aria-label="On this page">
            <JumpTo to="questions" text="Questions" />
            <JumpTo to="evidence" text="Evidence" />
            <JumpTo to="organisation" text="Organisation" />
            <JumpTo to="staff" text="Staff" />
        </nav>
        <section aria-labelledby="questions">
            <h2 id="questions" tabindex="-1">"Questions to consider"</h2>
            <p>"Write what comes to mind: notes are fine. Leave out what you cannot answer yet."</p>
            <ol class="questions">{questions.collect_view()}</ol>
        </section>
        <Sources area />
        <Indicators area subject=Subject::Organisation />
        <Indicators area subject=Subject::Staff />
        <Neighbours area />
    }
    .into_any()
}

/// The fragment belongs to the routes, so moving within a page is a button.
#[component]
fn JumpTo(to: &'static str, text: &'static str) -> impl IntoView {
    let jump = move |_| {
        if let Some(heading) = document().get_element_by_id(to) {
            heading.scroll_into_view();
            crate::web::page::focus(&format!("#{to}"));
        }
    };
    view! { <button type="button" class="quiet-button" on:click=jump>{text}</button> }.into_any()
}

#[component]
fn QuestionRow(number: usize, question: &'static Question) -> impl IntoView {
    let fields = if question.parts.is_empty() {
        let text = question.text.as_str();
        view! { <Reflection id=&question.id label=ViewFnOnce::from(move || text) /> }.into_any()
    } else {
        let parts = question.parts.iter().map(|part| {
            let text = part.text.as_str();
            view! { <Reflection id=&part.id label=ViewFnOnce::from(move || text) /> }
        });
        view! {
            <fieldset class="parts">
                <legend>{question.text.as_str()}</legend>
                {parts.collect_view()}
            </fieldset>
        }
        .into_any()
    };
    view! {
        <li class="question">
            <span class="number" aria-hidden="true">{number}</span>
            {fields}
        </li>
    }
    .into_any()
}

#[component]
fn Reflection(id: &'static String, label: ViewFnOnce) -> impl IntoView {
    let state = use_state();
    let last_year = state.with_untracked(|audit| audit.last_years_reflection(id).to_owned());
    let last_year = (!last_year.is_empty()).then(|| {
        view! {
            <details class="last-year">
                <summary>"What you wrote last year"</summary>
                <p class="written">{last_year}</p>
            </details>
        }
    });
    view! {
        <TextArea
            label
            value=state.text(move |audit| audit.reflection(id).to_owned())
            on_input=move |text: String| state.reflect(id, text)
            on_leave=move |()| state.end_typing()
        />
        {last_year}
        <EarlierWords id=id.clone() />
    }
}

/// Words that lost when two copies met, where they stood.
#[component]
pub fn EarlierWords(id: String) -> impl IntoView {
    let state = use_state();
    let found = Memo::new(move |_| {
        state.with(|audit| {
            let found = audit.earlier_words.iter().filter(|words| words.id == id);
            found.map(|words| words.text.clone()).collect::<Vec<_>>()
        })
    });
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let texts = found.into_iter().map(|text| view! { <p class="written">{text}</p> });
            view! {
                <details class="last-year">
                    <summary>"Written at the same time elsewhere, and kept"</summary>
                    {texts.collect_view()}
                </details>
            }
        })
    }
}

/// Suggested sources of evidence, each added in one tap.
#[component]
fn Sources(area: &'static Area) -> impl IntoView {
    let state = use_state();
    let sources = area.evidence_sources.iter().map(|source| {
        let there = Memo::new(move |_| {
            state.with(|audit| {
                audit.evidence_for(&area.id).any(|evidence| evidence.title == source.text)
            })
        });
        let add = move |_| {
            if !there.get_untracked() {
                state.add_evidence(&source.text, &[area.id.as_str()]);
                state.announcement.set(format!("Added to the evidence: {}", source.text));
            }
        };
        view! {
            <li>
                <button
                    type="button"
                    class="chip"
                    aria-pressed=move || if there.get() { "true" } else { "false" }
                    on:click=add
                >
                    {move || if there.get() { "✓ " } else { "+ " }}
                    {source.text.as_str()}
                </button>
            </li>
        }
        .into_any()
    });
    let number = move || state.with(|audit| audit.evidence_for(&area.id).count());
    view! {
        <section aria-labelledby="evidence">
            <h2 id="evidence" tabindex="-1">"Possible evidence"</h2>
            <p>
                "Tap what you have. It goes into the evidence register, where you can say where it is kept, and below you can link it to indicators."
            </p>
            <ul class="chips">{sources.collect_view()}</ul>
            <p>
                {move || words::count(number(), "item of evidence", "items of evidence")}
                " for this area · "
                <a href=Route::audit(&state.id(), AuditPage::Evidence).to_string()>"Evidence register"</a>
            </p>
        </section>
    }
    .into_any()
}

#[component]
fn Indicators(area: &'static Area, subject: Subject) -> impl IntoView {
    let (id, heading, about, lead_in) = match subject {
        Subject::Organisation => (
            "organisation",
            "What the organisation can show",
            "Say Yes where you could show evidence today. “No” is not a failing: it tells you what to work on.",
            "The organisation…",
        ),
        Subject::Staff => (
            "staff",
            "Staff perceptions",
            "Judge these from what staff have told you: a survey, supervision, a staff meeting.",
            "Social service workers…",
        ),
    };
    let stages = Stage::ALL.into_iter().filter_map(|stage| {
        let indicators: Vec<_> = area.indicators_at(subject, stage).collect();
        (!indicators.is_empty()).then(|| {
            let rows =
                indicators.into_iter().map(|indicator| view! { <IndicatorRow area indicator /> });
            view! {
                <section class="stage-group">
                    <h3><span class="stage-name">{words::stage(stage)}</span> <span class="quiet">{lead_in}</span></h3>
                    {rows.collect_view()}
                </section>
            }
        })
    });
    view! {
        <section aria-labelledby=id>
            <h2 id=id tabindex="-1">{heading}</h2>
            <p>{about}</p>
            {stages.collect_view()}
        </section>
    }
    .into_any()
}

/// The areas before and after, and the review after the last of a capability.
#[component]
fn Neighbours(area: &'static Area) -> impl IntoView {
    let state = use_state();
    let framework = state.framework();
    let shown = move || {
        let areas: Vec<_> = state.with(|audit| {
            let capabilities = audit.capabilities(framework);
            capabilities.flat_map(|capability| &capability.areas).collect()
        });
        let here = areas.iter().position(|other| other.id == area.id);
        let link = |other: Option<&&'static Area>, rel: &'static str| {
            other.map(|other| {
                let page = AuditPage::Area(other.id.clone());
                view! {
                    <a class="button secondary" rel=rel href=Route::audit(&state.id(), page).to_string()>
                        <span>{if rel == "prev" { "Previous: " } else { "Next: " }}</span>
                        {format!("{} {}", other.id, other.title)}
                    </a>
                }
            })
        };
        let before = here.and_then(|here| here.checked_sub(1)).and_then(|before| areas.get(before));
        let after = here.and_then(|here| areas.get(here + 1));
        let last = framework
            .area(&area.id)
            .filter(|(capability, _)| capability.areas.last().is_some_and(|last| last.id == area.id))
            .map(|(capability, _)| {
                let page = AuditPage::Review(capability.id.clone());
                view! {
                    <a class="button" href=Route::audit(&state.id(), page).to_string()>
                        {format!("Review capability {}", capability.id)}
                    </a>
                }
            });
        view! { {link(before, "prev")} {last} {link(after, "next")} }
    };
    view! { <nav class="neighbours" aria-label="Next and previous area">{shown}</nav> }.into_any()
}
