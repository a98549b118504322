//! One indicator: its judgement, last year's beside it, a note, and links to evidence.

use leptos::prelude::*;

use crate::framework::{Area, Indicator};
use crate::progression::Judgement;
use crate::route::{AuditPage, Route};
use crate::web::page::area::EarlierWords;
use crate::web::state::{State, use_state};
use crate::web::ui::field::{Choice, TextArea, TextField, Tick};
use crate::web::words;

const ANSWERS: &[(&str, &str)] =
    &[("achieved", "Yes"), ("not_achieved", "No"), ("dont_know", "Don’t know")];

fn value(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Achieved => "achieved",
        Judgement::NotAchieved => "not_achieved",
        Judgement::DontKnow => "dont_know",
        Judgement::NotAnswered => "",
    }
}

fn judgement(value: &str) -> Judgement {
    match value {
        "achieved" => Judgement::Achieved,
        "not_achieved" => Judgement::NotAchieved,
        "dont_know" => Judgement::DontKnow,
        _ => Judgement::NotAnswered,
    }
}

#[component]
pub fn IndicatorRow(area: &'static Area, indicator: &'static Indicator) -> impl IntoView {
    let state = use_state();
    let id = indicator.id.as_str();
    let judged = Memo::new(move |_| state.with(|audit| audit.judgement(id)));
    let answered = Memo::new(move |_| judged.get() != Judgement::NotAnswered);
    let last_year = state.with_untracked(|audit| audit.last_years_judgement(id));
    let last_year = last_year.map(|judgement| {
        view! { <p class="last-year-judgement">"Last year: " {words::judgement(judgement)}</p> }
    });
    let text = indicator.text.as_str();
    view! {
        <div class="indicator">
            <Choice
                class="judgement"
                legend=ViewFnOnce::from(move || text)
                options=ANSWERS
                value=Signal::derive(move || value(judged.get()))
                on_change=move |chosen: &'static str| state.judge(id, judgement(chosen))
            />
            <div class="beside">
                {last_year}
                <button
                    type="button"
                    class="quiet-button"
                    hidden=move || !answered.get()
                    on:click=move |_| state.judge(id, Judgement::NotAnswered)
                >
                    "Take the answer back"
                    <span class="unseen">{format!(": {text}")}</span>
                </button>
            </div>
            <More area indicator />
        </div>
    }
    .into_any()
}

/// The note and the evidence, made when they are first opened: a page has many indicators.
#[component]
fn More(area: &'static Area, indicator: &'static Indicator) -> impl IntoView {
    let state = use_state();
    let id = indicator.id.as_str();
    let opened = RwSignal::new(false);
    let summary = Memo::new(move |_| {
        state.with(|audit| {
            let evidence = audit.evidence_for(id).count();
            let note = !audit.note(id).trim().is_empty();
            match (note, evidence) {
                (false, 0) => "Note and evidence".to_owned(),
                (true, 0) => "1 note".to_owned(),
                (false, number) => words::count(number, "item of evidence", "items of evidence"),
                (true, number) => format!(
                    "1 note, {}",
                    words::count(number, "item of evidence", "items of evidence")
                ),
            }
        })
    });
    let text = indicator.text.as_str();
    view! {
        <details
            class="more"
            on:toggle=move |_| opened.set(true)
        >
            <summary>{summary} <span class="unseen">{format!(" for: {text}")}</span></summary>
            {move || opened.get().then(|| view! {
                <TextArea
                    label=ViewFnOnce::from(|| "Note (optional)")
                    rows=2
                    value=state.text(move |audit| audit.note(id).to_owned())
                    on_input=move |text: String| state.note(id, text)
                    on_leave=move |()| state.end_typing()
                />
                <EarlierWords id=id.to_owned() />
                <Links state area id />
            })}
        </details>
    }
    .into_any()
}

/// The evidence register as a list to tick, and a way to add to it.
#[component]
fn Links(state: State, area: &'static Area, id: &'static str) -> impl IntoView {
    let new_title = RwSignal::new(String::new());
    // The area's own evidence stands first.
    let items = Memo::new(move |_| {
        state.with(|audit| {
            let mut items: Vec<(bool, String, String)> = audit
                .evidence
                .iter()
                .map(|evidence| {
                    let own = evidence.supports.iter().any(|supported| supported.starts_with(&area.id));
                    (!own, evidence.id.clone(), evidence.title.clone())
                })
                .collect();
            items.sort_by_key(|(other, _, _)| *other);
            items
        })
    });
    let ticks = move || {
        let items = items.get();
        if items.is_empty() {
            return view! { <p class="quiet">"No evidence in the register yet."</p> }.into_any();
        }
        let ticks = items.into_iter().map(|(_, evidence, title)| {
            let again = evidence.clone();
            let linked = Signal::derive(move || {
                state.with(|audit| audit.evidence_for(id).any(|item| item.id == evidence))
            });
            let title = if title.trim().is_empty() { "Evidence without a title".to_owned() } else { title };
            view! {
                <Tick
                    label=title
                    checked=linked
                    on_change=move |ticked: bool| state.link_evidence(&again, id, ticked)
                />
            }
        });
        ticks.collect_view().into_any()
    };
    let add = move || {
        let title = new_title.get_untracked();
        if !title.trim().is_empty() {
            state.add_evidence(title.trim(), &[id]);
            new_title.set(String::new());
        }
    };
    view! {
        <fieldset class="links">
            <legend>"Evidence for this"</legend>
            {ticks}
        </fieldset>
        <form
            class="add-line"
            on:submit=move |event: leptos::ev::SubmitEvent| {
                event.prevent_default();
                add();
            }
        >
            <TextField
                label="Something else that shows it"
                value=new_title
                on_input=move |text: String| new_title.set(text)
            />
            <button type="submit" class="secondary">"Add"</button>
        </form>
        <p><a href=Route::audit(&state.id(), AuditPage::Evidence).to_string()>"Evidence register"</a></p>
    }
    .into_any()
}
