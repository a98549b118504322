//! The report: everything of the audit on paper, or as a PDF by way of the browser's printing.

use leptos::prelude::*;

use crate::audit::standing::Standing;
use crate::audit::{Audit, Evidence};
use crate::framework::{Area, Capability, Framework, Indicator, Subject};
use crate::progression::{self, Judgement, Stage};
use crate::web::chart::{Cairn, StandingTable};
use crate::web::io::clock;
use crate::web::page::review::lead_in;
use crate::web::state::use_state;
use crate::web::words;

#[component]
pub fn Report() -> impl IntoView {
    let state = use_state();
    let framework = state.framework();
    let print = move |_| {
        let _ = window().print();
    };
    let report = move || state.with(|audit| whole(audit, framework));
    view! {
        <div class="on-screen">
            <h1>"Report"</h1>
            <p class="lead">"This is what will be printed. In the print window you can also choose to save it as a PDF."</p>
            <div class="buttons">
                <button type="button" on:click=print>"Print or save as PDF"</button>
                <button type="button" class="secondary" on:click=move |_| state.export(&state.id())>
                    "Save the audit as a file"
                </button>
            </div>
        </div>
        {report}
    }
    .into_any()
}

/// A table, because only the head of a table is repeated on every printed page.
fn whole(audit: &Audit, framework: &'static Framework) -> AnyView {
    let organisation = match audit.organisation.text.trim() {
        "" => "Our organisation".to_owned(),
        organisation => organisation.to_owned(),
    };
    let date = clock::day(clock::today());
    let running = format!("{organisation} · {} · {date}", audit.name.text);
    let capabilities = audit.capabilities(framework);
    let capabilities =
        capabilities.map(|capability| capability_part(audit, capability)).collect_view();
    view! {
        <table class="report" role="presentation">
            <thead role="presentation"><tr role="presentation"><td role="presentation" class="running">{running}</td></tr></thead>
            <tbody role="presentation"><tr role="presentation"><td role="presentation">
                <article>
                    <section class="report-title">
                        <h2>{organisation}</h2>
                        <p class="lead">{audit.name.text.clone()}</p>
                        <p>{format!("Report of {date}. Last changed {}.", clock::day_of(audit.changed_at()))}</p>
                    </section>
                    {summary(audit, framework)}
                    {capabilities}
                    {evidence(audit)}
                    {plan(audit, framework)}
                </article>
            </td></tr></tbody>
        </table>
    }
    .into_any()
}

fn summary(audit: &Audit, framework: &'static Framework) -> AnyView {
    let progress = audit.progress(framework);
    let cairns = audit.capabilities(framework).map(|capability| {
        let standing = Standing::of(&audit.assess_capability(capability));
        view! {
            <div class="summary-cairn">
                <h3>{format!("Capability {}: {}", capability.id, capability.title)}</h3>
                <Cairn standing label=format!("Capability {}", capability.id) large=true />
                <p>{format!("{}, {}.", words::reached(&standing), words::working_at(&standing))}</p>
            </div>
        }
    });
    let open = audit.actions.iter().filter(|action| action.status.open()).count();
    let left_out = framework.capabilities.iter().filter(|capability| audit.leaves_out(&capability.id));
    let left_out: Vec<_> = left_out
        .map(|capability| view! { <p>{format!("Capability {} is left out of this audit.", capability.id)}</p> })
        .collect();
    view! {
        <section class="summary">
            <h2>"Summary"</h2>
            <p>
                {format!(
                    "{} of {} questions reflected on, {} of {} indicators judged; {}, {} still to do.",
                    progress.reflected,
                    progress.questions,
                    progress.judged,
                    progress.indicators,
                    words::count(audit.actions.len(), "action", "actions"),
                    open,
                )}
            </p>
            {left_out}
            <div class="summary-cairns">{cairns.collect_view()}</div>
        </section>
    }
    .into_any()
}

fn capability_part(audit: &Audit, capability: &'static Capability) -> AnyView {
    let standing = Standing::of(&audit.assess_capability(capability));
    let development = progression::areas_for_development(&audit.assess_capability(capability));
    let areas = capability.areas.iter().map(|area| area_part(audit, area)).collect_view();
    let development = development.into_iter().filter_map(|found| {
        let indicator = capability.areas.iter().flat_map(|area| &area.indicators);
        let indicator = indicator.clone().find(|indicator| indicator.id == found.id)?;
        let marked = match found.judgement {
            Judgement::NotAnswered => " (still to answer)",
            _ => "",
        };
        Some(view! { <li>{format!("{} {}{marked}", lead_in(indicator.subject), indicator.text)}</li> })
    });
    let development: Vec<_> = development.collect();
    let next = standing.working_at.map(words::stage);
    view! {
        <section class="report-capability">
            <h2>{format!("Capability {}: {}", capability.id, capability.title)}</h2>
            <StandingTable standing caption="Indicators by stage" />
            {next.map(|next| view! {
                <h3>{format!("Areas for development at {next}")}</h3>
                <ul>{development}</ul>
            })}
            {areas}
        </section>
    }
    .into_any()
}

fn area_part(audit: &Audit, area: &'static Area) -> AnyView {
    let standing = Standing::of(&audit.assess_area(area));
    let questions = area.questions.iter().map(|question| {
        let whole = reflection(audit, &question.id, None);
        let parts = question
            .parts
            .iter()
            .map(|part| reflection(audit, &part.id, Some(&part.text)))
            .collect_view();
        let answers =
            if question.parts.is_empty() { whole.into_any() } else { parts.into_any() };
        view! { <li><p class="asked">{question.text.as_str()}</p> {answers}</li> }
    });
    let judgements = [Subject::Organisation, Subject::Staff].map(|subject| {
        let rows = Stage::ALL
            .into_iter()
            .flat_map(|stage| area.indicators_at(subject, stage))
            .map(|indicator| indicator_row(audit, indicator));
        let rows = rows.collect_view();
        view! {
            <table class="judgements">
                <caption>{format!("{}: {}…", area.id, lead_in(subject))}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Stage"</th>
                        <th scope="col">"Indicator"</th>
                        <th scope="col">"Judgement"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! {
        <section class="report-area">
            <div class="report-area-head">
                <Cairn standing label=area.id.clone() />
                <div>
                    <h3>{format!("{} {}", area.id, area.title)}</h3>
                    <p>{format!("{}, {}.", words::reached(&standing), words::working_at(&standing))}</p>
                </div>
            </div>
            <h4>"Reflections"</h4>
            <ol class="reflections">{questions.collect_view()}</ol>
            <h4>"Judgements"</h4>
            {judgements.into_iter().collect_view()}
        </section>
    }
    .into_any()
}

fn reflection(audit: &Audit, id: &str, part: Option<&'static String>) -> impl IntoView {
    let text = audit.reflection(id).trim().to_owned();
    let part = part.map(|part| view! { <p class="part">{part.as_str()}</p> });
    let answer = if text.is_empty() {
        view! { <p class="quiet">"No reflection yet."</p> }.into_any()
    } else {
        view! { <p class="written">{text}</p> }.into_any()
    };
    view! { {part} {answer} }
}

fn indicator_row(audit: &Audit, indicator: &'static Indicator) -> AnyView {
    let note = audit.note(&indicator.id).trim().to_owned();
    let evidence: Vec<_> =
        audit.evidence_for(&indicator.id).map(|evidence| evidence.title.trim().to_owned()).collect();
    let last_year = audit.last_years_judgement(&indicator.id);
    view! {
        <tr>
            <td>{words::stage(indicator.stage)}</td>
            <td>
                <p>{indicator.text.as_str()}</p>
                {(!note.is_empty()).then(|| view! { <p class="written quiet">{note}</p> })}
                {(!evidence.is_empty()).then(|| view! {
                    <p class="quiet">{format!("Evidence: {}", evidence.join("; "))}</p>
                })}
            </td>
            <td>
                <strong>{words::judgement(audit.judgement(&indicator.id))}</strong>
                {last_year.map(|judgement| view! {
                    <p class="quiet">"Last year: " {words::judgement(judgement)}</p>
                })}
            </td>
        </tr>
    }
    .into_any()
}

fn evidence(audit: &Audit) -> AnyView {
    let row = |evidence: &Evidence| {
        view! {
            <tr>
                <td>{evidence.title.clone()}</td>
                <td>{evidence.place.clone()}</td>
                <td>{evidence.owner.clone()}</td>
                <td>{evidence.date.map(clock::day)}</td>
                <td>{evidence.review_by.map(clock::day)}</td>
                <td>{evidence.supports.iter().cloned().collect::<Vec<_>>().join(", ")}</td>
            </tr>
        }
    };
    let rows = audit.evidence.iter().map(row).collect_view();
    view! {
        <section class="report-evidence">
            <h2>"Evidence"</h2>
            {if audit.evidence.is_empty() {
                view! { <p class="quiet">"No evidence in the register yet."</p> }.into_any()
            } else {
                view! {
                    <div class="wide-table" tabindex="0" role="region" aria-label="Evidence">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">"What"</th>
                                <th scope="col">"Where"</th>
                                <th scope="col">"Who"</th>
                                <th scope="col">"Date"</th>
                                <th scope="col">"Review by"</th>
                                <th scope="col">"Supports"</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                    </div>
                }.into_any()
            }}
        </section>
    }
    .into_any()
}

fn plan(audit: &Audit, framework: &'static Framework) -> AnyView {
    let today = clock::today();
    let mut actions: Vec<_> = audit.actions.iter().collect();
    actions.sort_by_key(|action| (!action.status.open(), action.due.is_none(), action.due));
    let rows = actions.into_iter().map(|action| {
        let about = action.indicator.as_deref().map(|id| match framework.indicator(id) {
            Some((area, indicator)) => {
                format!("{} {}: {}", area.id, words::stage(indicator.stage), indicator.text)
            }
            None => id.to_owned(),
        });
        let progress = action.progress.trim().to_owned();
        view! {
            <tr>
                <td>
                    <p class="written">{action.text.clone()}</p>
                    {about.map(|about| view! { <p class="quiet">{about}</p> })}
                    {(!progress.is_empty()).then(|| view! { <p class="written quiet">{progress}</p> })}
                </td>
                <td>{action.owner.clone()}</td>
                <td>{action.due.map(clock::day)}</td>
                <td>
                    {words::status(action.status)}
                    {action.overdue(today).then(|| view! { <p class="badge due">"Overdue"</p> })}
                </td>
            </tr>
        }
    });
    view! {
        <section class="report-plan">
            <h2>"Action plan"</h2>
            {if audit.actions.is_empty() {
                view! { <p class="quiet">"No actions yet."</p> }.into_any()
            } else {
                view! {
                    <div class="wide-table" tabindex="0" role="region" aria-label="Action plan">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">"What we will do"</th>
                                <th scope="col">"Who"</th>
                                <th scope="col">"By when"</th>
                                <th scope="col">"Status"</th>
                            </tr>
                        </thead>
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                    </div>
                }.into_any()
            }}
        </section>
    }
    .into_any()
}
