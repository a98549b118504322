//! The survey in the report: who answered, what they said by area and by statement, and where the audit
//! judges otherwise. The comments are left out: more people see a report than they were written for.

use crate::audit::Audit;
use crate::framework::Framework;
use crate::survey::results::Results;
use crate::web::survey::figures::who_answered;
use crate::web::survey::hidden;
use crate::web::survey::pages::{row, table};
use crate::web::survey::proposed::{self, Stand};
use crate::web::ui::element::{El, el, p, text_el};
use crate::words;
use crate::words::survey::results::{self as results_say, audit as say, figures};

/// The part of the report about the survey; `None` if the audit has no survey.
pub fn survey_part(audit: Audit<'_>, framework: &'static Framework) -> Option<El> {
    let survey = audit.survey()?;
    let part = el("section").class("report-survey").child(text_el("h2", say::STAFF_SURVEY));
    let Some(results) = audit.results(framework) else {
        return Some(
            part.child(p(audit.collected().and_then(hidden::why_hidden).unwrap_or_default())),
        );
    };
    let about = say::about_survey(&survey.title, results.cut_off);
    Some(
        part.child(p(audit.collected().map(who_answered).unwrap_or_default()))
            .child(p(about))
            .child(by_area(audit, framework, &results))
            .child(by_statement(framework, &results))
            .maybe(otherwise(audit, framework, &results)),
    )
}

fn by_area(audit: Audit<'_>, framework: &Framework, results: &Results) -> El {
    let areas = audit.capabilities(framework).flat_map(|capability| &capability.areas);
    let rows = areas.map(|area| {
        let agreement = results.area(&area.id).and_then(|result| result.agreement);
        row(
            [area.id.as_str(), " ", &area.title].concat(),
            vec![figures::share(agreement), say::compared(agreement).to_owned()],
        )
    });
    table(
        say::TABLE_BY_AREA,
        &[results_say::AREA, results_say::AGREE, say::AGAINST_CUT_OFF],
        rows.collect(),
    )
}

fn by_statement(framework: &Framework, results: &Results) -> El {
    let compared = results.statements.iter().any(|result| result.last_year.is_some());
    let asked = framework.statements.iter().zip(&results.statements).enumerate();
    let rows = asked.map(|(place, (statement, result))| {
        let answered = match result.too_few {
            true => say::TOO_FEW_CELL.to_owned(),
            false => result.answered.to_string(),
        };
        let mut cells = vec![answered, figures::share(result.agreement)];
        if compared {
            let change =
                result.change().map_or_else(|| figures::NO_FIGURE.to_owned(), figures::change);
            cells.push(figures::share(result.last_year));
            cells.push(change);
        }
        row(format!("{}. {}", place + 1, statement.text), cells)
    });
    let head = [
        results_say::STATEMENT,
        results_say::ANSWERED,
        results_say::AGREE,
        results_say::LAST_YEAR,
        results_say::CHANGE,
    ];
    let head = if compared { &head[..] } else { &head[..3] };
    table(say::TABLE_BY_STATEMENT, head, rows.collect())
}

/// A table of the indicators that a person judged otherwise than the survey proposes, with their notes;
/// `None` if there are none.
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
    let head = [say::INDICATOR, say::SURVEY_PROPOSES, say::JUDGED, say::NOTE];
    (!rows.is_empty()).then(|| table(say::DIFFERENTLY, &head, rows))
}
