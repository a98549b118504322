//! Which actions of the plan are shown, and in which order.

use leptos::prelude::*;

use crate::audit::{Action, Audit};
use crate::framework::Framework;
use crate::moment::Date;
use crate::order::in_order;
use crate::web::page::plan::statuses::{option, statuses};
use crate::web::state::State;
use crate::web::ui::element::{derived, el, text_el};
use crate::web::ui::field::select_field;

/// What the person has chosen to see.
#[derive(Clone, Copy)]
pub struct Filters {
    status: RwSignal<String>,
    due: RwSignal<String>,
    owner: RwSignal<String>,
    area: RwSignal<String>,
    sort: RwSignal<String>,
}

impl Filters {
    /// Everything, by due date.
    pub fn new() -> Filters {
        let all = || RwSignal::new("all".to_owned());
        Filters {
            status: all(),
            due: all(),
            owner: all(),
            area: all(),
            sort: RwSignal::new("due".to_owned()),
        }
    }

    /// Shows everything again.
    pub fn clear(self) {
        for filter in [self.status, self.due, self.owner, self.area] {
            filter.set("all".to_owned());
        }
    }

    /// The ids of the actions to show, in order.
    pub fn apply(self, audit: Audit<'_>, framework: &Framework, today: Date) -> Vec<String> {
        let (status, due) = (self.status.get(), self.due.get());
        let (owner, area) = (self.owner.get(), self.area.get());
        let kept = audit.actions().filter(|action| {
            let status = match status.as_str() {
                "all" => true,
                "open" => action.status.open(),
                "overdue" => action.overdue(today),
                name => action.status.name() == name,
            };
            let owner = owner == "all" || action.owner.trim() == owner;
            let area = area == "all" || area_of(action, framework).unwrap_or_default() == area;
            status && is_due(action, &due, today) && owner && area
        });
        let actions = sorted(kept.collect(), &self.sort.get(), framework);
        actions.into_iter().map(|action| action.id.to_owned()).collect()
    }

    /// The fields to choose with.
    pub fn fields(self, state: State) -> AnyView {
        let choice = |label, options: Signal<Vec<(String, String)>>, filter: RwSignal<String>| {
            select_field(label, options, filter, move |value| filter.set(value))
        };
        let mut status_options = vec![
            option("all", "Any status"),
            option("open", "Still to do"),
            option("overdue", "Overdue"),
        ];
        status_options.extend(statuses());
        let due_options = vec![
            option("all", "Any date"),
            option("overdue", "Overdue"),
            option("30", "In the next 30 days"),
            option("90", "In the next 90 days"),
            option("none", "No date"),
        ];
        let mut area_options = vec![option("all", "Any area")];
        for (_, area) in state.framework().areas() {
            area_options.push(option(&area.id, &[area.id.as_str(), " ", &area.title].concat()));
        }
        area_options.push(option("", "None (your own)"));
        let sort_options = vec![
            option("due", "Due date"),
            option("owner", "Owner"),
            option("status", "Status"),
            option("area", "Area"),
        ];
        el("fieldset")
            .class("filters")
            .child(text_el("legend", "Show and sort"))
            .child(choice("Status", status_options.into(), self.status))
            .child(choice("Due", due_options.into(), self.due))
            .child(choice("Owner", derived(move || state.with(owners)), self.owner))
            .child(choice("Area", area_options.into(), self.area))
            .child(choice("Sorted by", sort_options.into(), self.sort))
            .into()
    }
}

/// Whether the day of an action is one of those called `when`.
fn is_due(action: &Action, when: &str, today: Date) -> bool {
    let within = |days| {
        let left = action.due.map(|due| due.days_since_1970() - today.days_since_1970());
        left.is_some_and(|left| (0..=days).contains(&left))
    };
    match when {
        "overdue" => action.overdue(today),
        "30" => within(30),
        "90" => within(90),
        "none" => action.due.is_none(),
        _ => true,
    }
}

/// Everyone who sees to an action, to choose from.
fn owners(audit: Audit<'_>) -> Vec<(String, String)> {
    let mut owners: Vec<&str> = Vec::new();
    for action in audit.actions() {
        let owner = action.owner.trim();
        if !owner.is_empty() && !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    let mut options = vec![option("all", "Anyone")];
    for owner in in_order(owners, |one, other| one < other) {
        options.push(option(owner, owner));
    }
    options
}

/// Actions in the order called `by`. Without a day, an owner or an area an action stands last.
pub fn sorted<'a>(actions: Vec<Action<'a>>, by: &str, framework: &Framework) -> Vec<Action<'a>> {
    let ranked = actions.into_iter().map(|action| (rank(&action, by, framework), action));
    let ranked = in_order(ranked.collect(), |(one, _), (other, _)| one < other);
    ranked.into_iter().map(|(_, action)| action).collect()
}

/// What decides about the place of an action: a number, then a word, then its day.
fn rank(action: &Action, by: &str, framework: &Framework) -> (u8, String, bool, Option<Date>) {
    let (number, word) = match by {
        "owner" => {
            let owner = action.owner.trim().to_lowercase();
            (owner.is_empty().into(), owner)
        }
        "status" => (action.status as u8, String::new()),
        "area" => {
            let area = area_of(action, framework);
            (area.is_none().into(), area.unwrap_or_default().to_owned())
        }
        _ => ((!action.status.open()).into(), String::new()),
    };
    (number, word, action.due.is_none(), action.due)
}

fn area_of<'a>(action: &Action, framework: &'a Framework) -> Option<&'a str> {
    framework.area_of(action.indicator?).map(|area| area.id.as_str())
}
