//! The figures of a survey in words. None depends on a colour, a sign or an arrow alone.

use crate::survey::results::{self, Proposal, Share, StatementResult};
use crate::survey::{Answer, Counts};
use crate::words;

/// A space at which no line is broken.
const NO_BREAK: &str = "\u{a0}";

/// In a cell of a table, in place of a figure that cannot be shown.
pub const NO_FIGURE: &str = "–";

pub const TOO_FEW: &str = "Too few answered this one";

/// A percentage: “82%”.
pub fn percent(number: u32) -> String {
    [&number.to_string(), "%"].concat()
}

/// How many of those with a view agree: “82% agree”.
pub fn agree(share: Share) -> String {
    [&percent(share.percent()), " agree"].concat()
}

/// How many of those with a view agree with a statement, or why no figure shows.
pub fn agreement(result: &StatementResult) -> String {
    match result.agreement {
        Some(share) => agree(share),
        None if result.too_few => TOO_FEW.to_owned(),
        None => "Nobody had a view".to_owned(),
    }
}

/// In a cell of a table: how many of those with a view agree.
pub fn share(share: Option<Share>) -> String {
    share.map_or_else(|| NO_FIGURE.to_owned(), |share| percent(share.percent()))
}

/// How a share compares with the organisation's cut-off.
pub fn against_cut_off(share: Share) -> String {
    let place = if share.reaches_cut_off() { "at or above" } else { "below" };
    [place, " the cut-off of ", &percent(share.cut_off)].concat()
}

/// A change since last year in percentage points: “up 12 points”.
pub fn change(points: i32) -> String {
    let number = words::count(points.unsigned_abs() as usize, "point", "points");
    let change = match points {
        0 => "no change".to_owned(),
        1.. => ["up ", &number].concat(),
        _ => ["down ", &number].concat(),
    };
    change.replace(' ', NO_BREAK)
}

/// Below the bar of a statement: how many people gave each answer.
pub fn counts(counts: &Counts) -> String {
    let each = Answer::ALL.into_iter().zip(counts);
    let each: Vec<String> = each
        .map(|(answer, count)| [answer.label(), NO_BREAK, &count.to_string()].concat())
        .collect();
    each.join(" · ")
}

/// The figures behind a proposal: “82% agree (17 answered; cut-off 75%)”.
pub fn behind(proposal: &Proposal, cut_off: u32) -> String {
    format!(
        "{} agree ({} answered; cut-off {})",
        percent(proposal.agreement),
        proposal.answered,
        percent(cut_off),
    )
}

/// How many people have answered (`counted`) of those `invited`, how many of the answers show if not all
/// do (`first`), and how many of those that show were typed in from paper.
pub fn who_answered(counted: u32, invited: Option<u32>, first: Option<u32>, typed: u32) -> String {
    let first = match first {
        Some(first) => format!(" The results show answers from the first {first}."),
        None => String::new(),
    };
    [response_rate(counted, invited), first, typed_in(typed)].concat()
}

/// A further sentence: how many of the answers that show were typed in from paper; empty when none were.
pub fn typed_in(typed: u32) -> String {
    match typed {
        0 => String::new(),
        1 => " 1 of the answers shown was typed in from paper.".to_owned(),
        typed => format!(" {typed} of the answers shown were typed in from paper."),
    }
}

/// How many people have answered (`counted`), and which share that is of those `invited`, if known.
pub fn response_rate(counted: u32, invited: Option<u32>) -> String {
    let answered = words::count(counted as usize, "person has", "people have");
    let Some((invited, rate)) = invited.zip(results::response_rate(counted, invited)) else {
        return [&answered, " answered. It is not known how many were invited."].concat();
    };
    if rate > 100 {
        return format!(
            "{answered} answered, more than the {invited} who were invited. Perhaps more were invited than that, or somebody answered twice."
        );
    }
    format!("{answered} answered, of {invited} who were invited: {rate}%.")
}
