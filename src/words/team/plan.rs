//! The sentences of the development plan of a team.

use crate::audit::Status;
use crate::moment::Date;
use crate::progression::Stage;
use crate::team::need::{Lost, LostInJoin};
use crate::team::plan::Order;
use crate::team::{Clarity, Place};
use crate::words::team::review::clarity;
use crate::words::team::{by, place as place_name};
use crate::words::{beside, capital, count, day, stage};

pub const ABOUT_PLAN: &str = "What the team needs to learn, and what you will do about it. Needs come from three places: the organisation’s plan, the team’s review, and members’ learning plans.";
pub const WHERE_NEEDS_COME_FROM: &str = "Where needs come from";
pub const LEARNING_NEEDS: &str = "Learning needs";
pub const ADD_OWN: &str = "Add a need of your own";
pub const NO_NEEDS_YET: &str =
    "No learning needs yet. Add some from the places above, or add one of your own.";
pub const NO_NEEDS_MATCH: &str = "No learning needs match what you chose.";

// --- Where needs come from

pub const WHERE_LEARNING_NEEDS_COME_FROM: &str = "Where learning needs come from";
pub const FROM_ORGANISATION: &str = "From the organisation’s plan";
pub const FROM_REVIEW: &str = "From the team’s review";
pub const FROM_MEMBERS: &str = "From members’ learning plans";
pub const ADD_BY_HAND: &str = "Add a need by hand";
pub const IN_PLAN: &str = "In the plan";
pub const NOTHING_TO_ADD: &str = "There is nothing open here to add.";
pub const WHICH_AUDIT: &str = "Which audit?";
pub const NO_AUDIT_HERE: &str = "There is no audit on this device. Open an audit’s file to choose from its actions and areas for development, or add a need by hand.";
pub const AUDIT_UNREADABLE: &str = "This audit could not be read.";
pub const ABOUT_AUDIT: &str = "First the audit’s open actions, then its areas for development. Add the ones that your team needs to learn something for.";
pub const NOBODY_SHARES: &str = "Nobody’s shared targets are on this device yet. A learning plan is private: its owner chooses what to share, and saves that as a file. Open that file here, and you can add its targets to the plan.";
pub const ABOUT_MEMBERS: &str =
    "The open targets that members have shared with you. Many are best met by the whole team.";
pub const ABOUT_QUESTIONS: &str =
    "In the review, you add learning needs beside the question that they come from.";

/// Below an indicator of an audit that a need could come from: the area's id, and the stage.
pub fn area_for_development(area: &str, at: Stage) -> String {
    ["Area for development · ", area, " · ", stage(at)].concat()
}

/// Below an action of an audit that a need could come from: its owner and its date.
pub fn action(owner: &str, due: Option<Date>) -> String {
    beside(&["Action", owner, &by(due)])
}

/// Below a question of the review: how clear the team is on it, and how many needs came up at it.
pub fn question(said: Option<Clarity>, needs: usize) -> String {
    beside(&[clarity(said), &count(needs, "learning need", "learning needs")])
}

// --- A learning need

pub const WHAT_WE_WILL_DO: &str = "What we will do";
/// In bold on the card of a need, before what the team will do. [`PROGRESS`] stands before how it is
/// going.
pub const WE_WILL_DO: &str = "What we will do: ";
pub const PROGRESS: &str = "How it is going: ";
/// On the card of a need, before a name.
pub const LAST_CHANGED_BY: &str = "last changed by ";
pub const ADD_TO_PERSON: &str = "Add to a person’s plan…";
pub const ABOUT_ADD_TO_PERSON: &str =
    "It becomes a target in that person’s learning plan, with a link back to here.";
pub const WHO: &str = "Who";
pub const BY_WHEN: &str = "By when";
/// [`OWNER`] and [`DUE`] are filters of the plan. The fields of a need say “Who” and “By when”.
pub const OWNER: &str = "Owner";
pub const DUE: &str = "Due";
pub const STATUS: &str = "Status";
pub const WHAT_TO_LEARN: &str = "What needs to be learned";
pub const COST: &str = "What it will cost (optional)";
pub const HOW_IT_GOES: &str = "How it is going (optional)";
pub const THEME: &str = "Theme";
pub const ABOUT_THEME: &str =
    "Needs with the same theme are shown together. Other teams can have the same theme.";
pub const THEMES_IN_USE: &str = "Or choose one that you use already:";
pub const WHERE_IT_COMES_FROM: &str = "Where it comes from";
pub const CAME_UP_AT: &str = "Review questions where it came up";
pub const REMOVE: &str = "Remove this learning need";

/// On the card of a need: by when it is to be met, or “no date”.
pub fn by_or_no_date(due: Option<Date>) -> String {
    if due.is_none() { "no date".to_owned() } else { by(due) }
}

/// On the card of a need: what it costs; empty when nobody has said.
pub fn cost(cost: &str) -> String {
    match cost.trim() {
        "" => String::new(),
        cost => ["cost: ", cost].concat(),
    }
}

/// After “Change”, for screen readers: the need's title.
pub fn called(title: &str) -> String {
    ["the learning need: ", title].concat()
}

/// A place that a need can come from, to tick or to choose.
pub fn place(place: Place) -> String {
    capital(place_name(place))
}

// --- Joining two needs

pub const JOIN_WITH: &str = "Join with another need…";
pub const JOIN: &str = "Join two learning needs";
pub const ABOUT_JOIN: &str = "The two become one. This one keeps its words and its theme, and shows how the other was worded. It comes from everywhere that the two came from. It keeps what both say about what you will do, who, the cost and how it is going. The earlier date counts. A date, a theme or a status that is dropped is noted under “How it is going”. You can undo this.";
pub const NONE_TO_JOIN: &str = "There is no other learning need yet.";
pub const JOINED: &str = "The two needs are now one.";
pub const NOT_NOW: &str = "Not now";

/// In the dialog that joins two needs: asks which need to join with the one of this title.
pub fn which_is_same(title: &str) -> String {
    ["Which need is the same as “", title, "”?"].concat()
}

/// Text for the progress notes of a need that another was joined into: the dates, themes and statuses
/// that either lost by that. Empty when neither lost any.
pub fn gave_way(gave_way: &LostInJoin<'_>) -> String {
    let who = match gave_way.other {
        Some(text) => format!("“{text}”"),
        None => "The other need".to_owned(),
    };
    let said = [
        no_longer(&who, &gave_way.of_other),
        no_longer("Before the two were joined, this need", &gave_way.of_kept),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn no_longer(who: &str, said: &Lost<'_>) -> Option<String> {
    let due = said.due.map(|due| format!("was due by {}", day(due)));
    let theme = said.theme.map(|theme| format!("had the theme “{theme}”"));
    let ended = said.ended.map(|ended| match ended {
        Status::Done => "was done".to_owned(),
        _ => "was no longer needed".to_owned(),
    });
    let said: Vec<String> = [due, theme, ended].into_iter().flatten().collect();
    match said.as_slice() {
        [] => None,
        [one] => Some(format!("{who} {one}.")),
        [more @ .., last] => Some(format!("{who} {} and {last}.", more.join(", "))),
    }
}

// --- What is shown, and in which order

pub const SHOW_AND_SORT: &str = "Show and sort";
pub const COMES_FROM: &str = "Comes from";
pub const SORTED_BY: &str = "Sorted by";
pub const ANY_THEME: &str = "Any theme";
pub const ANYONE: &str = "Anyone";
pub const NOBODY: &str = "Nobody yet";
pub const ANYWHERE: &str = "Anywhere";

/// What needs can be sorted by.
pub fn order(order: Order) -> &'static str {
    match order {
        Order::Theme => THEME,
        Order::Due => "Date",
        Order::Status => STATUS,
        Order::Owner => OWNER,
        Order::Place => WHERE_IT_COMES_FROM,
    }
}

/// The heading above all needs, when they are not sorted by theme.
pub fn sorted_by(by: Order) -> String {
    match by {
        Order::Owner => "By who will do it".to_owned(),
        _ => ["By ", &order(by).to_lowercase()].concat(),
    }
}
