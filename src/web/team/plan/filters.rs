//! Which needs of the plan are shown, and in which order.

use leptos::prelude::*;

use crate::moment::Date;
use crate::records::Record;
use crate::team::Place;
use crate::team::plan::{Filter, Order, groups, owners, plan, themes};
use crate::web::shared::filters::{
    ALL, choice, how_far, how_far_choices, wanted, when, when_choices,
};
use crate::web::shared::focus::focus_soon;
use crate::web::state::State;
use crate::web::ui::element::{derived, el, text_el};
use crate::web::ui::field::select_field;
use crate::words::team::{NO_THEME, plan as say};

/// Which needs the person has chosen to see, and in which order.
#[derive(Clone, Copy)]
pub struct Filters {
    status: RwSignal<String>,
    due: RwSignal<String>,
    theme: RwSignal<String>,
    owner: RwSignal<String>,
    place: RwSignal<String>,
    order: RwSignal<String>,
    regroup: RwSignal<()>,
}

const ORDERS: [(&str, Order); 5] = [
    ("theme", Order::Theme),
    ("due", Order::Due),
    ("status", Order::Status),
    ("owner", Order::Owner),
    ("place", Order::Place),
];

/// The list of needs has headings among the needs' ids: they begin with this, and no id does.
const HEADING: &str = "#";

/// The words of a heading; `None` for the id of a need.
pub fn heading(entry: &str) -> Option<String> {
    entry.strip_prefix(HEADING).map(str::to_owned)
}

impl Filters {
    /// Shows everything, by theme.
    pub fn new() -> Filters {
        let all = || RwSignal::new(ALL.to_owned());
        Filters {
            status: all(),
            due: all(),
            theme: all(),
            owner: all(),
            place: all(),
            order: RwSignal::new("theme".to_owned()),
            regroup: RwSignal::new(()),
        }
    }

    /// Shows everything again.
    pub fn clear(self) {
        for filter in [self.status, self.due, self.theme, self.owner, self.place] {
            filter.set(ALL.to_owned());
        }
    }

    /// Groups the needs again after one of them has got another theme. The focus goes with that need.
    pub fn regroup(self) {
        let focused = document().active_element().map(|element| element.id()).unwrap_or_default();
        self.regroup.notify();
        if !focused.is_empty() {
            focus_soon(["#", &focused].concat());
        }
    }

    /// What calls this runs again when the needs are to be grouped again.
    pub fn regrouped(self) {
        self.regroup.track();
    }

    /// The ids of the needs to show, in order, with the headings between them.
    pub fn apply(self, book: &Record, today: Date) -> Vec<String> {
        let chosen = |filter: RwSignal<String>| wanted(filter.get());
        let filter = Filter {
            how_far: how_far(&self.status.get()),
            when: when(&self.due.get()),
            theme: chosen(self.theme),
            owner: chosen(self.owner),
            place: chosen(self.place)
                .and_then(|number| Place::ALL.get(number.parse::<usize>().ok()?).copied()),
        };
        let order = self.order.get();
        let (_, order) = ORDERS.iter().find(|(id, _)| *id == order).unwrap_or(&ORDERS[0]);
        let needs = plan(book, &filter, *order, today);
        let mut entries = Vec::new();
        if needs.is_empty() {
            return entries;
        }
        if *order != Order::Theme {
            entries.push([HEADING, &say::sorted_by(*order)].concat());
            entries.extend(needs.iter().map(|need| need.id().to_owned()));
            return entries;
        }
        for group in groups(needs) {
            let theme = if group.theme.is_empty() { NO_THEME } else { group.theme };
            entries.push([HEADING, theme].concat());
            entries.extend(group.needs.iter().map(|need| need.id().to_owned()));
        }
        entries
    }

    /// The fields in which the person chooses.
    pub fn fields(self, state: State) -> AnyView {
        let list = |label, options: Signal<Vec<(String, String)>>, filter: RwSignal<String>| {
            select_field(label, options, filter, move |value| filter.set(value))
        };
        let used = |all: &'static str, none: &'static str, read: fn(&Record) -> Vec<&str>| {
            derived(move || {
                let mut options = vec![choice(ALL, all)];
                state
                    .open
                    .book(|book| options.extend(read(book).iter().map(|text| choice(text, text))));
                options.push(choice("", none));
                options
            })
        };
        let mut places = vec![choice(ALL, say::ANYWHERE)];
        for (number, each) in Place::ALL.into_iter().enumerate() {
            places.push(choice(&number.to_string(), &say::place(each)));
        }
        let orders: Vec<_> =
            ORDERS.iter().map(|(id, order)| choice(id, say::order(*order))).collect();
        el("fieldset")
            .class("filters")
            .child(text_el("legend", say::SHOW_AND_SORT))
            .child(list(say::THEME, used(say::ANY_THEME, NO_THEME, themes), self.theme))
            .child(list(say::STATUS, how_far_choices().into(), self.status))
            .child(list(say::OWNER, used(say::ANYONE, say::NOBODY, owners), self.owner))
            .child(list(say::DUE, when_choices().into(), self.due))
            .child(list(say::COMES_FROM, places.into(), self.place))
            .child(list(say::SORTED_BY, orders.into(), self.order))
            .into()
    }
}
