//! The action plan as it is read: which actions are shown, in which order, and by whom they are seen to.

use crate::audit::action::{Action, Status};
use crate::framework::Framework;
use crate::moment::Date;
use crate::order::in_order;

/// How far those are that are shown of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HowFar {
    /// All of them.
    #[default]
    Any,
    /// Those that are not done and not dropped.
    Open,
    /// Those of one status.
    Is(Status),
}

/// By when those are that are shown of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum When {
    /// Whenever.
    #[default]
    Any,
    /// Those whose day has passed, and that are open.
    Overdue,
    /// Those due within so many days from today.
    Within(i64),
    /// Those without a day.
    NoDay,
}

/// Which actions are shown. A text that is empty stands for actions that have none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// How far they are.
    pub how_far: HowFar,
    /// True where only those are shown whose day has passed, and that are open.
    pub overdue: bool,
    /// By when they are.
    pub when: When,
    /// Who sees to them, as it was written but for the spaces around it.
    pub owner: Option<String>,
    /// The id of the area that their indicator is in.
    pub area: Option<String>,
}

/// The order in which actions are shown. Of two that are alike in it, the one due first stands first;
/// one without what they are ordered by stands last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By day, what is done or dropped last.
    #[default]
    Due,
    /// By who sees to them.
    Owner,
    /// By status.
    Status,
    /// By the area that their indicator is in.
    Area,
}

impl HowFar {
    /// True for what is as far as that.
    pub fn takes(self, status: Status) -> bool {
        match self {
            HowFar::Any => true,
            HowFar::Open => status.open(),
            HowFar::Is(wanted) => status == wanted,
        }
    }
}

impl When {
    /// True for what is due then, or without a day; `status` is how far it is.
    pub fn takes(self, due: Option<Date>, status: Status, today: Date) -> bool {
        let left = due.map(|due| due.days_since_1970() - today.days_since_1970());
        match self {
            When::Any => true,
            When::Overdue => status.open() && left.is_some_and(|left| left < 0),
            When::Within(days) => left.is_some_and(|left| (0..=days).contains(&left)),
            When::NoDay => left.is_none(),
        }
    }
}

impl Filter {
    /// True when the action is one of those that are shown.
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

/// Actions in an order.
pub fn sorted<'a>(
    actions: impl Iterator<Item = Action<'a>>,
    order: Order,
    framework: &Framework,
) -> Vec<Action<'a>> {
    let ranked = actions.map(|action| (rank(&action, order, framework), action));
    let ranked = in_order(ranked.collect(), |(one, _), (other, _)| one < other);
    ranked.into_iter().map(|(_, action)| action).collect()
}

/// What decides about the place of an action: a number, then a word, then its day.
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

/// Everyone who sees to an action, each once and in order.
pub fn owners<'a>(actions: impl Iterator<Item = Action<'a>>) -> Vec<&'a str> {
    let mut owners: Vec<&str> = Vec::new();
    for owner in actions.map(|action| action.owner.trim()) {
        if !owner.is_empty() && !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    in_order(owners, |one, other| one < other)
}
