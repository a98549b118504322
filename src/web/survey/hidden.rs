//! Why no results show yet, or not all of them, in plain words.

use crate::survey::{Collected, SurveyState};
use crate::words::survey::results::waiting as say;

/// Why nothing of the survey shows; `None` when something does.
pub fn why_hidden(collected: Collected) -> Option<String> {
    let Collected { survey, tally, .. } = collected;
    if collected.shown().is_some() {
        return None;
    }
    if collected.is_shown_elsewhere() {
        return Some(say::SHOWN_ELSEWHERE.to_owned());
    }
    let counted = collected.responses();
    let from = survey.threshold;
    let when_closed = !survey.results_visible();
    let when = if counted < from {
        say::when_enough(from, when_closed)
    } else if when_closed {
        say::WHEN_CLOSED.to_owned()
    } else {
        match tally.map_or(from, |tally| tally.needed(from)) {
            0 => say::WHEN_OPENED_AGAIN.to_owned(),
            needed => say::first_batch(from, needed),
        }
    };
    Some([&when, " ", &say::so_far(counted)].concat())
}

/// How many answers have come in since the results that show, and when or why not they will show.
/// `None` when none has come in, or no results show yet.
pub fn still_waiting(collected: Collected) -> Option<String> {
    let survey = collected.survey;
    let tally = collected.tally.filter(|tally| tally.waiting() > 0)?;
    collected.shown()?;
    if collected.is_shown_elsewhere() {
        return Some(say::SHOWN_ELSEWHERE.to_owned());
    }
    let (waiting, needed) = (tally.waiting(), tally.needed(survey.threshold));
    let when_closed = !survey.results_visible();
    Some(if needed == 0 {
        say::next_batch(waiting, when_closed)
    } else if survey.state == SurveyState::Closed {
        say::too_late(waiting, needed)
    } else {
        say::too_few_since(waiting, survey.threshold, needed, when_closed)
    })
}
