//! Which actions of the plan are shown, in which order, and who is responsible for them.

use crate::audit::action::{Action, Status};
use crate::framework::Framework;
use crate::moment::Date;
use crate::order::in_order;

/// Which actions or needs of a plan to show, by status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StatusFilter {
    /// Those of any status.
    #[default]
    Any,
    /// Those that are not done and not dropped.
    Open,
    /// Those of this status.
    Is(Status),
}

/// Which actions or needs of a plan to show, by due day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DueFilter {
    /// Those with any due day, or none.
    #[default]
    Any,
    /// Open ones whose due day has passed.
    Overdue,
    /// Those due today or in at most this many days.
    Within(i64),
    /// Those without a due day.
    NoDay,
}

/// Which actions to show. `None` shows all; an empty text shows those that have no owner or no area.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Which statuses to show.
    pub how_far: StatusFilter,
    /// True to show only open actions whose due day has passed.
    pub overdue: bool,
    /// Which due days to show.
    pub when: DueFilter,
    /// Who is responsible, as written, without spaces around it.
    pub owner: Option<String>,
    /// The id of the area that the action's indicator belongs to.
    pub area: Option<String>,
}

/// The order in which actions are shown. Actions that tie are put in order of due day. Actions that lack
/// what they are ordered by come last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By due day; actions that are done or dropped come last.
    #[default]
    Due,
    /// By who is responsible.
    Owner,
    /// By status.
    Status,
    /// By the area that the action's indicator belongs to.
    Area,
}

impl StatusFilter {
    /// True when something with this status is to be shown.
    pub fn takes(self, status: Status) -> bool {
        match self {
            StatusFilter::Any => true,
            StatusFilter::Open => status.open(),
            StatusFilter::Is(wanted) => status == wanted,
        }
    }
}

impl DueFilter {
    /// True when something with this due day and status is to be shown.
    pub fn takes(self, due: Option<Date>, status: Status, today: Date) -> bool {
        let left = due.map(|due| due.days_since_1970() - today.days_since_1970());
        match self {
            DueFilter::Any => true,
            DueFilter::Overdue => status.open() && left.is_some_and(|left| left < 0),
            DueFilter::Within(days) => left.is_some_and(|left| (0..=days).contains(&left)),
            DueFilter::NoDay => left.is_none(),
        }
    }
}

impl Filter {
    /// True when the action is to be shown.
    pub fn takes(&self, action: &Action, framework: &Framework, today: Date) -> bool {
        let owner = self.owner.as_ref().is_none_or(|owner| action.owner.trim() == owner);
        let area = area_of(action, framework).unwrap_or_default();
        self.how_far.takes(action.status)
            && (!self.overdue || action.overdue(today))
            && self.when.takes(action.due, action.status, today)
            && owner
            && self.area.as_ref().is_none_or(|wanted| area == wanted)
    }
}

/// Puts actions in order.
pub fn sorted<'a>(
    actions: impl Iterator<Item = Action<'a>>,
    order: Order,
    framework: &Framework,
) -> Vec<Action<'a>> {
    let ranked = actions.map(|action| (rank(&action, order, framework), action));
    let ranked = in_order(ranked.collect(), |(one, _), (other, _)| one < other);
    ranked.into_iter().map(|(_, action)| action).collect()
}

/// What an action is ordered by: a number, then a word, then its due day, with no day last.
fn rank(action: &Action, order: Order, framework: &Framework) -> (u8, String, bool, Option<Date>) {
    let (number, word) = match order {
        Order::Owner => {
            let owner = action.owner.trim().to_lowercase();
            (owner.is_empty().into(), owner)
        }
        Order::Status => (action.status as u8, String::new()),
        Order::Area => {
            let area = area_of(action, framework);
            (area.is_none().into(), area.unwrap_or_default().to_owned())
        }
        Order::Due => ((!action.status.open()).into(), String::new()),
    };
    (number, word, action.due.is_none(), action.due)
}

fn area_of<'a>(action: &Action, framework: &'a Framework) -> Option<&'a str> {
    framework.area_of(action.indicator?).map(|area| area.id.as_str())
}

/// Everyone who is responsible for an action, each once, sorted.
pub fn owners<'a>(actions: impl Iterator<Item = Action<'a>>) -> Vec<&'a str> {
    let mut owners: Vec<&str> = Vec::new();
    for owner in actions.map(|action| action.owner.trim()) {
        if !owner.is_empty() && !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    in_order(owners, |one, other| one < other)
}
