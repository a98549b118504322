//! The sentences about votes in a card session. Some are also on the page on which people vote.

use crate::moment::Timestamp;
use crate::organisation::ballot::{Ballot, FEWEST};
use crate::organisation::session::Session;
use crate::organisation::votes::{InPlace, Votes};
use crate::words::count;
use crate::words::dates::{day_of, time_of};
use crate::words::organisation::day;

/// The four steps of how much is in place, from the lowest.
pub const IN_PLACE: [&str; 4] =
    ["Not in place", "A little in place", "Mostly in place", "Fully in place"];

/// The name of one of these steps.
pub fn in_place(step: InPlace) -> &'static str {
    IN_PLACE[step as usize]
}

// --- Ways to vote

pub const HOW_MUCH: &str = "How much of this is in place here?";
pub const TOTALS_ONLY: &str = "Everyone votes for themselves. We keep totals, never names.";
pub const BY_HANDS: &str = "Vote by a show of hands";
pub const BY_TABLET: &str = "Hand this tablet round";

// --- A vote on the tablet that is not over

pub const GO_ON_WITH_VOTE: &str = "Go on with the vote";
pub const GIVE_UP: &str = "Give up this vote";
pub const GIVE_UP_ASKED: &str = "Give up this vote?";
pub const WHAT_GIVING_UP_MEANS: &str = "This deletes the votes so far. Nobody will have seen them.";

/// How many have voted so far.
pub fn so_far(voted: u32) -> String {
    match voted {
        0 => "Nobody has voted yet.".to_owned(),
        voted => [&count(voted as usize, "person has", "people have"), " voted."].concat(),
    }
}

/// On the page of the session: how many have voted so far, and that nothing shows yet.
pub fn under_way(voted: u32) -> String {
    [&so_far(voted), " Nothing is shown until all votes are in."].concat()
}

/// Why the result of a vote cannot be shown yet; `None` when it can.
pub fn why_not_shown(ballot: &Ballot) -> Option<String> {
    let missing = ballot.missing();
    let more = count(missing as usize, "more vote", "more votes");
    Some(match ballot.too_near_to() {
        _ if missing == 0 => return None,
        Some(before) => {
            let before = count(before as usize, "vote", "votes");
            format!(
                "Not yet: an earlier result has {before}. Comparing the two could give away what one or two people said. This one can be shown after {more}."
            )
        }
        None => format!(
            "The result can be shown when at least {FEWEST} people have voted. If only two vote, each knows the other’s vote."
        ),
    })
}

// --- A show of hands

pub const SHOW_OF_HANDS: &str = "A show of hands";
pub const COUNT_THE_HANDS: &str = "Read out each answer, and count the hands.";
pub const NUMBER_NOT_RIGHT: &str = "One of these numbers is not right yet.";
pub const SHOW_RESULT: &str = "Show the result";

/// Below the fields for the hands: how many hands were counted in all.
pub fn hands_in_all(votes: Votes) -> String {
    [&count(votes.total() as usize, "hand", "hands"), " in all"].concat()
}

/// The button that takes one hand away from a step.
pub fn one_fewer(step: InPlace) -> String {
    ["One fewer: ", in_place(step)].concat()
}

/// The button that adds one hand to a step.
pub fn one_more(step: InPlace) -> String {
    ["One more: ", in_place(step)].concat()
}

/// Why a result of so many `hands` is not shown: it is too near an earlier result of `shown` votes.
pub fn hands_too_near(hands: u32, shown: u32) -> String {
    let hands = count(hands as usize, "hand", "hands");
    let shown = count(shown as usize, "vote", "votes");
    format!(
        "An earlier result has {shown}. Next to it, {hands} could give away what one or two people said, so this result does not show."
    )
}

// --- The result

pub const WHAT_YOU_SAID: &str = "What you said";
pub const EARLIER_SESSIONS: &str = "Earlier sessions about this card";
pub const AGAIN_BY_HANDS: &str = "Vote again by a show of hands";
pub const AGAIN_BY_TABLET: &str = "Hand the tablet round again";
pub const VOTE_AGAIN_ASKED: &str = "Vote again?";
pub const VOTE_AGAIN: &str = "Vote again";
pub const WHAT_VOTING_AGAIN_MEANS: &str = "The new result takes this one’s place, and this one stays under it. Everyone votes again, including those who have voted before. A result with one or two people more, or fewer, does not show: it would give away what they said.";
pub const VOTES: &str = "Votes";
pub const SHARE: &str = "Share";
pub const SHOW_VOTES_AS_A_TABLE: &str = "Show votes as a table";

pub const OTHER_RESULTS: &str = "Other results of this session";

/// Above one of the other results of a session: when it was shown.
pub fn shown_at(moment: Timestamp) -> String {
    ["Shown on ", &day_of(moment), " at ", &time_of(moment)].concat()
}

/// The caption of the table of a result: how many voted.
pub fn votes(votes: Votes) -> String {
    count(votes.total() as usize, "vote", "votes")
}

/// In that table: the share of all votes that a step has, in percent; empty when nobody voted.
pub fn share(votes: Votes, step: InPlace) -> String {
    votes.share(step).map(|share| [&share.to_string(), "%"].concat()).unwrap_or_default()
}

/// Below the bar of an earlier vote, its numbers: “4 not in place, 6 a little in place, …”.
pub fn numbers(votes: Votes) -> String {
    let each = InPlace::ALL
        .map(|step| [&votes.count(step).to_string(), " ", &in_place(step).to_lowercase()].concat());
    each.join(", ")
}

/// After [`SHOW_VOTES_AS_A_TABLE`], for screen readers: the day of the session.
pub fn of_session(session: &Session) -> String {
    [", ", &day(session.date())].concat()
}
