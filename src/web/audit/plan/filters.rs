//! Which actions of the plan are shown, and in which order.

use leptos::prelude::*;

use crate::audit::Audit;
use crate::audit::plan::{Filter, Order, owners, sorted};
use crate::framework::Framework;
use crate::moment::Date;
use crate::web::shared::filters::{
    ALL, choice, how_far, how_far_choices, wanted, when, when_choices,
};
use crate::web::state::State;
use crate::web::ui::element::{derived, el, text_el};
use crate::web::ui::field::select_field;
use crate::words::audit as say;

/// The choice of status that shows only actions whose day has passed.
const OVERDUE: &str = "overdue";

const ORDERS: [(&str, &str, Order); 4] = [
    ("due", say::plan::DATE, Order::Due),
    ("owner", say::OWNER, Order::Owner),
    ("status", say::STATUS, Order::Status),
    ("area", say::plan::AREA, Order::Area),
];

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
    /// Filters that show every action, sorted by date.
    pub fn new() -> Filters {
        let all = || RwSignal::new(ALL.to_owned());
        Filters {
            status: all(),
            due: all(),
            owner: all(),
            area: all(),
            sort: RwSignal::new("due".to_owned()),
        }
    }

    /// Shows every action again, sorted as before.
    pub fn clear(self) {
        for filter in [self.status, self.due, self.owner, self.area] {
            filter.set(ALL.to_owned());
        }
    }

    /// The ids of the actions to show, in order.
    pub fn apply(self, audit: Audit<'_>, framework: &Framework, today: Date) -> Vec<String> {
        let status = self.status.get();
        let filter = Filter {
            how_far: how_far(&status),
            overdue: status == OVERDUE,
            when: when(&self.due.get()),
            owner: wanted(self.owner.get()),
            area: wanted(self.area.get()),
        };
        let sort = self.sort.get();
        let (.., order) = ORDERS.iter().find(|(id, ..)| *id == sort).unwrap_or(&ORDERS[0]);
        let kept = audit.actions().filter(|action| filter.takes(action, framework, today));
        let actions = sorted(kept, *order, framework).into_iter();
        actions.map(|action| action.id.to_owned()).collect()
    }

    /// The fields to choose with.
    pub fn fields(self, state: State) -> AnyView {
        let list = |label, options: Signal<Vec<(String, String)>>, filter: RwSignal<String>| {
            select_field(label, options, filter, move |value| filter.set(value))
        };
        let mut status = how_far_choices();
        status.insert(2, choice(OVERDUE, say::OVERDUE));
        let mut areas = vec![choice(ALL, say::plan::ANY_AREA)];
        for (_, area) in state.device.framework().areas() {
            areas.push(choice(&area.id, &[area.id.as_str(), " ", &area.title].concat()));
        }
        areas.push(choice("", say::plan::NO_AREA));
        let owner = derived(move || {
            let mut options = vec![choice(ALL, say::plan::ANYONE)];
            state.open.with(|audit| {
                options
                    .extend(owners(audit.actions()).into_iter().map(|owner| choice(owner, owner)));
            });
            options
        });
        let orders: Vec<_> = ORDERS.iter().map(|(id, name, _)| choice(id, name)).collect();
        el("fieldset")
            .class("filters")
            .child(text_el("legend", say::plan::SHOW_AND_SORT))
            .child(list(say::STATUS, status.into(), self.status))
            .child(list(say::DUE, when_choices().into(), self.due))
            .child(list(say::OWNER, owner, self.owner))
            .child(list(say::plan::AREA, areas.into(), self.area))
            .child(list(say::plan::SORTED_BY, orders.into(), self.sort))
            .into()
    }
}
