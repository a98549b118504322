//! Reads a staff survey from its JSON: the survey, its tally, one person's response. Numbers that
//! cannot be true are refused, so that nothing that was made up by hand looks like a result.

use crate::exchange::content::common::{date, stamp};
use crate::json::{Json, Read, Wrong};
use crate::progression::Judgement;
use crate::survey::read::{by_statement, comment, counts, id, ids, number, shown, step};
use crate::survey::results::Proposal;
use crate::survey::shown::Shown;
use crate::survey::tally::Tally;
use crate::survey::waiting::{Sealed, Waiting};
use crate::survey::{
    Answer, Asked, LEAST_THRESHOLD, LastSurvey, MOST_INVITED, Response, Survey, SurveyState,
    answered,
};

/// A survey.
pub fn survey(json: &mut Json) -> Read<Survey> {
    const STATES: &[(&str, SurveyState)] =
        &[("open", SurveyState::Open), ("closed", SurveyState::Closed)];
    let mut fields = json.fields()?;
    let survey = Survey {
        id: fields.get("id", id),
        title: fields.text("title"),
        closes: fields.maybe("closes", date),
        invited: fields.maybe("invited", |json| between(json, 0, MOST_INVITED)),
        threshold: fields.get("threshold", |json| between(json, LEAST_THRESHOLD, MOST_INVITED)),
        shows_while_open: fields.get("shows_while_open", Json::flag),
        cut_off: fields.get("cut_off", |json| between(json, 1, 100)),
        state: fields.get("state", |word| word.word(STATES)),
        shown_elsewhere: fields.usual("shown_elsewhere", Json::flag),
        copy_of: fields.list("copy_of", last_survey),
        changed: fields.get("changed", stamp),
    };
    fields.done(survey)
}

/// What has been counted of a survey.
pub fn tally(json: &mut Json) -> Read<Tally> {
    let mut fields = json.fields()?;
    let tally = Tally {
        survey: fields.get("survey", id),
        counted: fields.usual("counted", ids),
        pending: fields.usual("pending", ids),
        shown: fields.maybe("shown", |json| possible(shown(json)?)),
        steps: fields.list("steps", step),
        sealed: fields.usual("sealed", |packed| packed.parsed(Sealed::unpack)),
        waiting: fields.usual("waiting", |packed| packed.parsed(Waiting::unpack)),
        changed: fields.get("changed", stamp),
    };
    let tally = fields.done(tally)?;
    possible(tally.all())?;
    if !tally.has_whole_steps() {
        return Err(Wrong::Steps.into());
    }
    Ok(tally)
}

/// What has been counted of a survey of the characteristics. Fails when there are answers that it does
/// not offer.
pub fn tally_of_characteristics(json: &mut Json) -> Read<Tally> {
    let tally = tally(json)?;
    if !Asked::Characteristics.could_give(&tally.all()) {
        return Err(Wrong::NotOffered.into());
    }
    Ok(tally)
}

/// What the staff said last year.
pub fn last_survey(json: &mut Json) -> Read<LastSurvey> {
    let mut fields = json.fields()?;
    let survey = fields.usual("survey", id);
    let title = fields.text("title");
    let sum = Shown {
        responses: fields.get("responses", number),
        counts: fields.get("counts", counts),
        ..Shown::default()
    };
    let Shown { responses, counts, .. } = possible(fields.done(sum)?)?;
    Ok(LastSurvey { survey, title, responses, counts })
}

/// What a survey proposed for an indicator.
pub fn proposal(json: &mut Json) -> Read<Proposal> {
    const PROPOSED: &[(&str, Judgement)] =
        &[("achieved", Judgement::Achieved), ("not_achieved", Judgement::NotAchieved)];
    let mut fields = json.fields()?;
    let proposal = Proposal {
        proposed: fields.get("proposed", |word| word.word(PROPOSED)),
        agreement: fields.get("agreement", |json| between(json, 0, 100)),
        answered: fields.get("answered", number),
    };
    fields.done(proposal)
}

/// One person's response.
pub fn response(json: &mut Json) -> Read<Response> {
    const ANSWERS: &[(&str, Answer)] = &[
        ("strongly_agree", Answer::StronglyAgree),
        ("agree", Answer::Agree),
        ("neither", Answer::Neither),
        ("disagree", Answer::Disagree),
        ("strongly_disagree", Answer::StronglyDisagree),
        ("dont_know", Answer::DontKnow),
    ];
    let mut fields = json.fields()?;
    let response = Response {
        survey: fields.get("survey", id),
        id: fields.get("id", id),
        threshold: fields.maybe("threshold", |json| between(json, LEAST_THRESHOLD, MOST_INVITED)),
        answers: fields
            .usual("answers", |answers| by_statement(answers, |word| word.word(ANSWERS))),
        comment: fields.usual("comment", comment),
    };
    // A response is counted and then gone, so it cannot keep unknown fields for a later Cairn.
    fields.all_known(response)
}

fn between(json: &mut Json, least: u32, most: u32) -> Read<u32> {
    let number = number(json)?;
    if (least..=most).contains(&number) {
        return Ok(number);
    }
    Err(Wrong::Outside(least, most).into())
}

/// The sum; a mistake when a statement has more answers than there are responses.
fn possible(sum: Shown) -> Read<Shown> {
    let most = sum.counts.values().map(answered).max().unwrap_or(0);
    if most > sum.responses {
        return Err(Wrong::MoreAnswers { answers: most, people: sum.responses }.into());
    }
    Ok(sum)
}
