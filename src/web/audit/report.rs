//! The report: the whole audit on paper, or as a PDF from the browser's print window.

use leptos::prelude::*;

use crate::audit::plan::{Order, sorted};
use crate::audit::standing::Standing;
use crate::audit::{Action, Audit, Evidence};
use crate::framework::{Area, Capability, Framework, Indicator, Question, Subject};
use crate::moment::Date;
use crate::progression::{self, Assessed, Judgement, Stage};
use crate::web::chart::{cairn, large_cairn, legend, standing_table};
use crate::web::shared::paper::{paper, print_button};
use crate::web::state::use_state;
use crate::web::survey::report_part::survey_part;
use crate::web::ui::element::{El, button, el, live, p, quiet, text_el, together};
use crate::words::audit as say;
use crate::words::{self, supported};

/// The page.
pub fn report() -> AnyView {
    let state = use_state();
    let framework = state.device.framework();
    state.survey.release_results();
    let print = print_button(say::report::PRINT);
    let save = button(say::report::SAVE_FILE, move || state.export(&state.open.id()));
    let on_screen = el("div")
        .class("on-screen")
        .child(text_el("h1", say::REPORT))
        .child(p(say::report::LEAD).class("lead"))
        .child(el("div").class("buttons").child(print).child(save.class("secondary")));
    let report = live(move || state.open.with(|audit| whole(audit, framework).into()));
    together(vec![on_screen.into(), report])
}

fn whole(audit: Audit<'_>, framework: &'static Framework) -> El {
    let organisation = audit.organisation().trim();
    let name = words::audit_name(audit.name());
    let date = words::day(use_state().today());
    let running = words::beside(&[organisation, name, &date]);
    let changed = words::day_of(audit.record.changed_at());
    let title = el("section")
        .class("report-title")
        .child(text_el("h2", if organisation.is_empty() { name } else { organisation }))
        .maybe((!organisation.is_empty()).then(|| p(name).class("lead")))
        .child(p(say::report::dated(&date, &changed)));
    let article =
        el("article").child(title).child(summary(audit, framework)).child(all_parts(framework));
    paper(running, article)
}

/// Everything after the summary. It is long, so it is made once the page can be seen.
fn all_parts(framework: &'static Framework) -> AnyView {
    let open = use_state().open;
    let due = RwSignal::new(false);
    request_animation_frame(move || {
        let show = move || {
            due.try_set(true);
        };
        set_timeout(show, std::time::Duration::ZERO);
    });
    live(move || {
        if !due.get() {
            return quiet(say::report::THE_REST_IS_COMING).into();
        }
        open.with_untracked(|audit| {
            let mut parts = Vec::new();
            for capability in audit.capabilities(framework) {
                parts.push(capability_part(audit, capability).into());
            }
            parts.extend(survey_part(audit, framework).map(AnyView::from));
            parts.push(evidence(audit).into());
            parts.push(plan(audit, framework).into());
            together(parts)
        })
    })
}

/// A standing that does not change, for the pictures: the whole report is made anew when the audit
/// changes.
fn still(standing: Standing) -> impl Fn() -> Standing + Send + Sync + 'static {
    move || standing
}

fn summary(audit: Audit<'_>, framework: &'static Framework) -> El {
    let cairns = audit.capabilities(framework).map(|capability| summary_cairn(audit, capability));
    let all = framework.capabilities.iter();
    let left_out = all
        .filter(|capability| audit.leaves_out(&capability.id))
        .map(|capability| p(say::report::left_out(&capability.id)));
    el("section")
        .class("summary")
        .child(text_el("h2", say::report::SUMMARY))
        .child(p(progress(audit, framework)))
        .children(left_out)
        .child(el("div").class("summary-cairns").children(cairns))
        .child(legend())
}

/// How much of the audit is done, in a sentence.
fn progress(audit: Audit<'_>, framework: &Framework) -> String {
    let progress = audit.progress(framework);
    let open = audit.actions().filter(|action| action.status.open()).count();
    say::report::progress(
        (progress.reflected, progress.questions),
        (progress.judged, progress.indicators),
        (open, audit.actions().len()),
    )
}

fn summary_cairn(audit: Audit<'_>, capability: &Capability) -> El {
    let standing = Standing::of(&audit.assess_capability(capability));
    el("div")
        .class("summary-cairn")
        .child(text_el("h3", say::capability_called(capability)))
        .child(large_cairn(still(standing), say::capability(&capability.id)))
        .child(stands(&standing))
}

/// The stage reached and the one being worked at.
fn stands(standing: &Standing) -> El {
    p([&say::standing(standing), "."].concat())
}

fn capability_part(audit: Audit<'_>, capability: &'static Capability) -> El {
    let assessed = audit.assess_capability(capability);
    let standing = Standing::of(&assessed);
    let part = el("section")
        .class("report-capability")
        .child(text_el("h2", say::capability_called(capability)))
        .child(standing_table(still(standing), say::report::INDICATORS_BY_STAGE));
    let strengths = progression::strengths(&assessed);
    let part = part.child(text_el("h3", say::STRENGTHS)).child(if strengths.is_empty() {
        quiet(say::NOTHING_JUDGED_YES)
    } else {
        findings(capability, strengths)
    });
    let in_place = progression::already_in_place(&assessed);
    let part = under_heading(part, say::IN_PLACE, capability, in_place);
    let heading = say::report::areas_for_development(standing.working_at);
    let development = progression::areas_for_development(&assessed);
    let part = under_heading(part, heading, capability, development);
    part.children(capability.areas.iter().map(|area| area_part(audit, area)))
}

/// Indicators under a heading of their own, if there are any.
fn under_heading(
    part: El,
    heading: impl Into<String>,
    capability: &Capability,
    found: Vec<Assessed<&str>>,
) -> El {
    if found.is_empty() {
        return part;
    }
    part.child(text_el("h3", heading)).child(findings(capability, found))
}

/// Indicators by their sentences alone. The areas that follow say everything else about them.
fn findings(capability: &Capability, found: Vec<Assessed<&str>>) -> El {
    let rows = found.into_iter().filter_map(|found| {
        let mut indicators = capability.areas.iter().flat_map(|area| &area.indicators);
        let indicator = indicators.find(|indicator| indicator.id == found.id)?;
        let text = match found.judgement {
            Judgement::NotAnswered => say::report::still_to_answer(indicator),
            _ => say::indicator(indicator),
        };
        Some(text_el("li", text))
    });
    el("ul").class("compact").children(rows)
}

fn area_part(audit: Audit<'_>, area: &'static Area) -> El {
    let standing = Standing::of(&audit.assess_area(area));
    let title = text_el("h3", [area.id.as_str(), " ", &area.title].concat());
    let head = el("div")
        .class("report-area-head")
        .child(cairn(still(standing), area.id.as_str()))
        .child(el("div").child(title).child(stands(&standing)));
    let questions = area.questions.iter().map(|question| reflections(audit, question));
    let subjects = [Subject::Organisation, Subject::Staff];
    el("section")
        .class("report-area")
        .child(head)
        .child(text_el("h4", say::report::REFLECTIONS))
        .child(el("ol").class("reflections").children(questions))
        .child(text_el("h4", say::report::JUDGEMENTS))
        .children(subjects.map(|subject| judgements(audit, area, subject)))
}

fn reflections(audit: Audit<'_>, question: &Question) -> El {
    let mut row = el("li").child(p(question.text.as_str()).class("asked"));
    if question.parts.is_empty() {
        row = row.child(reflection(audit, &question.id));
    }
    for part in &question.parts {
        row = row.child(p(part.text.as_str()).class("part")).child(reflection(audit, &part.id));
    }
    row
}

fn reflection(audit: Audit<'_>, id: &str) -> El {
    match audit.reflection(id).trim() {
        "" => quiet(say::report::NO_REFLECTION),
        text => p(text).class("written"),
    }
}

fn judgements(audit: Audit<'_>, area: &Area, subject: Subject) -> El {
    let mut rows = Vec::new();
    for stage in Stage::ALL {
        for indicator in area.indicators_at(subject, stage) {
            rows.push(indicator_row(audit, indicator));
        }
    }
    let caption = text_el("caption", say::report::judgements_of(&area.id, subject));
    let table = el("table").class("judgements").child(caption);
    filled(table, say::report::JUDGEMENTS_HEAD, rows)
}

/// A table with its head and its rows.
fn filled(table: El, head: &[&'static str], rows: Vec<El>) -> El {
    let head = head.iter().map(|name| text_el("th", *name).attr("scope", "col"));
    table.child(el("thead").child(el("tr").children(head))).child(el("tbody").children(rows))
}

fn indicator_row(audit: Audit<'_>, indicator: &Indicator) -> El {
    let mut about = el("td").child(p(indicator.text.as_str()));
    let note = audit.note(&indicator.id).trim();
    if !note.is_empty() {
        about = about.child(p(note).class("written quiet"));
    }
    let evidence = evidence_titles(audit, &indicator.id);
    if !evidence.is_empty() {
        about = about.child(quiet(say::report::evidence(&evidence)));
    }
    let judged = text_el("strong", words::judgement(audit.judgement(&indicator.id)));
    let last_year = audit.last_years_judgement(&indicator.id);
    let last_year = last_year.map(|judgement| quiet(say::last_year(judgement)));
    el("tr")
        .child(text_el("td", words::stage(indicator.stage)))
        .child(about)
        .child(el("td").child(judged).maybe(last_year))
}

fn evidence_titles(audit: Audit<'_>, id: &str) -> String {
    let titles: Vec<&str> = audit.evidence_for(id).map(|evidence| evidence.title.trim()).collect();
    titles.join("; ")
}

/// A table that is wider than a small screen, in a region that scrolls on its own.
fn wide_table(label: &str, head: &[&'static str], rows: Vec<El>) -> El {
    el("div")
        .class("wide-table")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
        .child(filled(el("table"), head, rows))
}

fn day_cell(day: Option<Date>) -> El {
    match day {
        Some(day) => text_el("td", words::day(day)),
        None => el("td"),
    }
}

fn evidence(audit: Audit<'_>) -> El {
    let content = if audit.evidence().len() == 0 {
        quiet(say::NO_EVIDENCE)
    } else {
        wide_table(
            say::EVIDENCE,
            say::report::EVIDENCE_HEAD,
            audit.evidence().map(evidence_row).collect(),
        )
    };
    el("section").class("report-evidence").child(text_el("h2", say::EVIDENCE)).child(content)
}

fn evidence_row(evidence: Evidence<'_>) -> El {
    el("tr")
        .child(text_el("td", evidence.title))
        .child(text_el("td", evidence.place))
        .child(text_el("td", evidence.owner))
        .child(day_cell(evidence.date))
        .child(day_cell(evidence.review_by))
        .child(text_el("td", supported(evidence)))
}

fn plan(audit: Audit<'_>, framework: &'static Framework) -> El {
    let content = if audit.actions().len() == 0 {
        quiet(say::report::NO_ACTIONS)
    } else {
        let actions = sorted(audit.actions(), Order::Due, framework).into_iter();
        let rows = actions.map(|action| action_row(action, framework));
        wide_table(say::ACTION_PLAN, say::report::PLAN_HEAD, rows.collect())
    };
    el("section").class("report-plan").child(text_el("h2", say::ACTION_PLAN)).child(content)
}

fn action_row(action: Action<'_>, framework: &Framework) -> El {
    let about = action.indicator.map(|id| match framework.indicator(id) {
        Some((area, indicator)) => {
            let stage = words::stage(indicator.stage);
            [area.id.as_str(), " ", stage, ": ", &indicator.text].concat()
        }
        None => id.to_owned(),
    });
    let what = el("td").child(p(action.text).class("written")).maybe(about.map(quiet));
    let what = match action.progress.trim() {
        "" => what,
        progress => what.child(p(progress).class("written quiet")),
    };
    let overdue = action.overdue(use_state().today());
    let overdue = overdue.then(|| p(say::OVERDUE).class("badge due"));
    el("tr")
        .child(what)
        .child(text_el("td", action.owner))
        .child(day_cell(action.due))
        .child(text_el("td", words::status(action.status)).maybe(overdue))
}
