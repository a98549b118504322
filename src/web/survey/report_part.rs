//! The survey in the report: who answered, what they said by area and by statement, and where the
//! audit judges otherwise. The comments are not in it: a report goes further than they were meant to.

use crate::audit::Audit;
use crate::framework::Framework;
use crate::survey::results::Results;
use crate::web::survey::pages::{row, table};
use crate::web::survey::proposed::{self, Stand};
use crate::web::survey::{figures, hidden};
use crate::web::ui::element::{El, el, p, text_el};
use crate::web::words;

/// The part of the report; `None` where there is no survey.
pub fn survey_part(audit: Audit<'_>, framework: &'static Framework) -> Option<El> {
    let survey = audit.survey()?;
    let part = el("section").class("report-survey").child(text_el("h2", "Staff survey"));
    let Some(results) = audit.results(framework) else {
        return Some(
            part.child(p(audit.collected().and_then(hidden::why_hidden).unwrap_or_default())),
        );
    };
    let cut_off = format!(
        "“{}”. The cut-off is {} of those with a view: from there on, the survey proposes that an indicator is achieved.",
        survey.title.trim(),
        figures::percent(results.cut_off),
    );
    Some(
        part.child(p(audit.collected().map(figures::who_answered).unwrap_or_default()))
            .child(p(cut_off))
            .child(by_area(audit, framework, &results))
            .child(by_statement(framework, &results))
            .maybe(otherwise(audit, framework, &results)),
    )
}

fn by_area(audit: Audit<'_>, framework: &Framework, results: &Results) -> El {
    let areas = audit.capabilities(framework).flat_map(|capability| &capability.areas);
    let rows = areas.map(|area| {
        let agreement = results.area(&area.id).and_then(|result| result.agreement);
        let compared = match agreement {
            Some(share) if share.reaches_cut_off() => "at or above",
            Some(_) => "below",
            None => "too few answered",
        };
        row(
            [area.id.as_str(), " ", &area.title].concat(),
            vec![figures::share(agreement), compared.to_owned()],
        )
    });
    table("Staff survey by area", &["Area", "Agree", "Beside the cut-off"], rows.collect())
}

fn by_statement(framework: &Framework, results: &Results) -> El {
    let compared = results.statements.iter().any(|result| result.last_year.is_some());
    let asked = framework.statements.iter().zip(&results.statements).enumerate();
    let rows = asked.map(|(place, (statement, result))| {
        let answered = match result.too_few {
            true => "too few".to_owned(),
            false => result.answered.to_string(),
        };
        let mut cells = vec![answered, figures::share(result.agreement)];
        if compared {
            let change = result.change().map_or_else(|| "–".to_owned(), figures::change);
            cells.push(figures::share(result.last_year));
            cells.push(change);
        }
        row(format!("{}. {}", place + 1, statement.text), cells)
    });
    let head = ["Statement", "Answered", "Agree", "Last year", "Change"];
    let head = if compared { &head[..] } else { &head[..3] };
    table("Staff survey by statement", head, rows.collect())
}

/// Where a person judged otherwise than the survey proposes, and why.
fn otherwise(audit: Audit<'_>, framework: &'static Framework, results: &Results) -> Option<El> {
    let mut rows = Vec::new();
    for (area, indicator, proposal) in proposed::proposals(audit, framework, results) {
        let judgement = audit.judgement(&indicator.id);
        if Stand::of(judgement, &proposal) == Stand::Otherwise {
            let cells = [words::judgement(proposal.proposed), words::judgement(judgement)];
            let mut cells: Vec<String> = cells.map(str::to_owned).into();
            cells.push(audit.note(&indicator.id).trim().to_owned());
            rows.push(row([area.id.as_str(), ": ", &indicator.text].concat(), cells));
        }
    }
    let head = ["Indicator", "Survey proposes", "Judged", "Note"];
    (!rows.is_empty()).then(|| table("Judged otherwise than the survey proposes", &head, rows))
}
