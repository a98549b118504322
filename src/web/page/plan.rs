//! The action plan: potential areas for development flow in from the reviews; actions say what,
//! who, by when, and how far.

use leptos::prelude::*;

use crate::audit::{Action, Audit, Status};
use crate::framework::{Framework, Indicator};
use crate::moment::Date;
use crate::order::in_order;
use crate::progression::{self, Judgement};
use crate::web::page::kept::earlier_words;
use crate::web::state::{State, use_state};
use crate::web::ui::element::{
    El, button, el, keyed, live, live_if, nothing, p, quiet, text_el, together, unseen,
};
use crate::web::ui::field::{date_field, select_field, text_area, text_field};
use crate::web::words;
use crate::web::words::lead_in;

/// The page.
pub fn plan() -> AnyView {
    let state = use_state();
    let fresh = state.fresh;
    let filters = Filters::new();
    let own = move || {
        filters.clear();
        fresh.set(Some(state.add_action(None)));
    };
    let own = button("Add an action of your own", own);
    let lead =
        "What you will do about the areas for development, and anything else you have decided on.";
    together(vec![
        text_el("h1", "Action plan").into(),
        p(lead).class("lead").into(),
        potential(fresh, filters).into(),
        el("section")
            .attr("aria-labelledby", "actions")
            .child(text_el("h2", "Actions").attr("id", "actions"))
            .child(el("div").class("tools").child(own))
            .children(actions(fresh, filters))
            .into(),
    ])
}

/// The areas for development of each capability, at the stage that it is working at and no other.
fn potential(fresh: RwSignal<Option<String>>, filters: Filters) -> El {
    let state = use_state();
    let framework = state.framework();
    let found = Memo::new(move |_| state.with(|audit| found(audit, framework)));
    let rows = move || {
        let found = found.get();
        if found.is_empty() {
            let none = "No areas for development: every stage is complete.";
            return p(none).class("empty").into();
        }
        let rows = found.iter().filter_map(|id| {
            let (area, indicator) = framework.indicator(id)?;
            let add = move || {
                filters.clear();
                fresh.set(Some(state.add_action(Some(&indicator.id))));
            };
            Some(potential_row(state, &area.id, indicator).child(planned(state, indicator, add)))
        });
        el("ul").class("findings").children(rows).into()
    };
    let number = move || found.with(Vec::len);
    let without = move || state.with(|audit| found.with(|found| without_action(audit, found)));
    let summary = move || {
        let number = words::count(number(), "potential area", "potential areas");
        [&number, ", ", &without().to_string(), " without an action"].concat()
    };
    el("section")
        .attr("aria-labelledby", "potential")
        .child(text_el("h2", "Potential areas for development").attr("id", "potential"))
        .child(p("From the reviews: what is not achieved at the stage that each capability is working at. Later stages come when it is their turn."))
        .child(
            el("details")
                .class("more")
                .live_flag("open", move || number() <= 8 || state.with(|audit| audit.actions.is_empty()))
                .child(el("summary").live_text(summary))
                .child(live(rows)),
        )
}

/// The ids of the areas for development.
fn found(audit: &Audit, framework: &Framework) -> Vec<String> {
    let mut found = Vec::new();
    for capability in audit.capabilities(framework) {
        for area in progression::areas_for_development(&audit.assess_capability(capability)) {
            found.push(area.id.to_owned());
        }
    }
    found
}

fn without_action(audit: &Audit, ids: &[String]) -> usize {
    ids.iter().filter(|id| audit.actions_for(id).next().is_none()).count()
}

fn potential_row(state: State, area: &'static str, indicator: &'static Indicator) -> El {
    let about = move || {
        let judgement = match state.with(|audit| audit.judgement(&indicator.id)) {
            Judgement::NotAnswered => "still to answer",
            other => words::judgement(other),
        };
        [area, " · ", words::stage(indicator.stage), " · ", judgement].concat()
    };
    let lead_in = text_el("span", lead_in(indicator.subject)).class("quiet");
    el("li")
        .child(el("p").child(lead_in).text(" ").text(indicator.text.as_str()))
        .child(el("p").class("quiet").live_text(about))
}

/// How many actions there are about an indicator, and a button for another.
fn planned(state: State, indicator: &'static Indicator, add: impl Fn() + 'static) -> El {
    let planned = move || match state.with(|audit| audit.actions_for(&indicator.id).count()) {
        0 => "No action yet".to_owned(),
        number => words::count(number, "action", "actions"),
    };
    let add = button("Add an action", add)
        .class("secondary small")
        .child(unseen([" for: ", &indicator.text].concat()));
    el("p").class("planned").live_text(planned).text(" ").child(add)
}

#[derive(Clone, Copy)]
struct Filters {
    status: RwSignal<String>,
    owner: RwSignal<String>,
    area: RwSignal<String>,
    sort: RwSignal<String>,
}

impl Filters {
    fn new() -> Filters {
        let all = || RwSignal::new("all".to_owned());
        Filters { status: all(), owner: all(), area: all(), sort: RwSignal::new("due".to_owned()) }
    }

    fn clear(self) {
        for filter in [self.status, self.owner, self.area] {
            filter.set("all".to_owned());
        }
    }

    /// The ids of the actions to show, in order.
    fn apply(self, audit: &Audit, framework: &Framework, today: Date) -> Vec<String> {
        let (status, owner, area) = (self.status.get(), self.owner.get(), self.area.get());
        let kept = audit.actions.iter().filter(|action| {
            let status = match status.as_str() {
                "all" => true,
                "open" => action.status.open(),
                "overdue" => action.overdue(today),
                name => status_name(action.status) == name,
            };
            let owner = owner == "all" || action.owner.trim() == owner;
            let area = area == "all" || area_of(action, framework).unwrap_or_default() == area;
            status && owner && area
        });
        let actions = sorted(kept.collect(), &self.sort.get(), framework);
        actions.into_iter().map(|action| action.id.clone()).collect()
    }
}

/// Actions in the order called `by`. Without a day, an owner or an area an action stands last.
pub fn sorted<'a>(actions: Vec<&'a Action>, by: &str, framework: &Framework) -> Vec<&'a Action> {
    let ranked = actions.into_iter().map(|action| (rank(action, by, framework), action));
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
    framework.area_of(action.indicator.as_deref()?).map(|area| area.id.as_str())
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "not_started",
        Status::UnderWay => "under_way",
        Status::Done => "done",
        Status::Dropped => "dropped",
    }
}

fn option(value: &str, text: &str) -> (String, String) {
    (value.to_owned(), text.to_owned())
}

fn statuses() -> Vec<(String, String)> {
    let options = Status::ALL.into_iter();
    options.map(|status| option(status_name(status), words::status(status))).collect()
}

fn actions(fresh: RwSignal<Option<String>>, filters: Filters) -> Vec<AnyView> {
    let state = use_state();
    let framework = state.framework();
    let all = Memo::new(move |_| {
        state.with(|audit| audit.actions.iter().map(|action| action.id.clone()).collect::<Vec<_>>())
    });
    // What an action says changes neither the order nor what is shown while the page is open, so
    // that nothing jumps away under a person's hands.
    let shown = Memo::new(move |_| {
        all.track();
        state.with_untracked(|audit| filters.apply(audit, framework, use_state().today()))
    });
    let none = move || {
        shown.with(Vec::is_empty).then(|| {
            p(if all.with(Vec::is_empty) {
                "No actions yet. Add one beside an area for development, or one of your own."
            } else {
                "No action is like that."
            })
            .class("empty")
        })
    };
    // A list of one that comes and goes, so that adding an action leaves the filters as they are.
    let filters_shown = move || match all.with(Vec::is_empty) {
        true => Vec::new(),
        false => vec!["filters".to_owned()],
    };
    let cards = keyed(move || shown.get(), move |id| card(id, fresh));
    vec![
        keyed(filters_shown, move |_| filter_fields(state, filters)),
        live_if(none),
        el("ul").class("cards").child(cards).into(),
    ]
}

fn filter_fields(state: State, filters: Filters) -> AnyView {
    let choice = |label, options: Signal<Vec<(String, String)>>, filter: RwSignal<String>| {
        select_field(label, options, filter, move |value| filter.set(value))
    };
    let mut status_options = vec![
        option("all", "Any status"),
        option("open", "Still to do"),
        option("overdue", "Overdue"),
    ];
    status_options.extend(statuses());
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
    let owner_options = Signal::derive(move || state.with(owners));
    el("fieldset")
        .class("filters")
        .child(text_el("legend", "Show and sort"))
        .child(choice("Status", status_options.into(), filters.status))
        .child(choice("Owner", owner_options, filters.owner))
        .child(choice("Area", area_options.into(), filters.area))
        .child(choice("Sorted by", sort_options.into(), filters.sort))
        .into()
}

/// Everyone who sees to an action, to choose from.
fn owners(audit: &Audit) -> Vec<(String, String)> {
    let mut owners: Vec<&str> = Vec::new();
    for action in &audit.actions {
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

/// An action. It reads the audit at each use: its texts change nothing on the page while they stay
/// the same.
fn card(id: String, fresh: RwSignal<Option<String>>) -> AnyView {
    let state = use_state();
    let framework = state.framework();
    let html_id = ["action-", &id].concat();
    let is_fresh = fresh.with_untracked(|fresh| fresh.as_ref() == Some(&id));
    let is_empty = state
        .with_untracked(|audit| audit.action(&id).is_some_and(|action| action.text.is_empty()));
    let open = RwSignal::new(is_fresh || is_empty);
    if is_fresh {
        fresh.set(None);
        let field = ["#", &html_id, " textarea"].concat();
        crate::web::page::focus_soon(field);
    }
    let id = StoredValue::new(id);
    let action = move || action(state, id);
    let overdue = move || action().overdue(use_state().today());
    let summary = text_el("summary", "Change").child(
        el("span").class("unseen").live_text(move || [" the action: ", &title(&action())].concat()),
    );
    let change = el("details")
        .class("more")
        .live_flag("open", move || open.get_untracked())
        .on("toggle", move |_| {
            if !open.get_untracked() {
                open.set(true);
            }
        })
        .child(summary)
        .child(live(move || if open.get() { untrack(|| fields(id)) } else { nothing() }));
    el("li")
        .class("card action")
        .attr("id", html_id)
        .child(el("h3").class("written").live_text(move || title(&action())))
        .child(live_if(move || overdue().then(|| p("Overdue").class("badge due"))))
        .child(el("p").live_text(move || about(&action())))
        .child(live_if(move || indicator(&action(), framework).map(quiet)))
        .child(change)
        .into()
}

fn action(state: State, id: StoredValue<String>) -> Action {
    state.with(|audit| id.with_value(|id| audit.action(id).cloned().unwrap_or_default()))
}

fn title(action: &Action) -> String {
    match action.text.trim() {
        "" => "Action without words yet".to_owned(),
        text => text.to_owned(),
    }
}

/// How far it is, who sees to it, and by when.
fn about(action: &Action) -> String {
    let mut about = words::status(action.status).to_owned();
    let owner = action.owner.trim();
    if !owner.is_empty() {
        about.push_str(" · ");
        about.push_str(owner);
    }
    match action.due {
        Some(due) => {
            about.push_str(" · by ");
            about.push_str(&words::day(due));
        }
        None => about.push_str(" · no date"),
    }
    about
}

/// The indicator that an action is about, in its own words.
fn indicator(action: &Action, framework: &Framework) -> Option<String> {
    let id = action.indicator.as_deref()?;
    let Some((area, indicator)) = framework.indicator(id) else { return Some(id.to_owned()) };
    let (stage, lead_in) = (words::stage(indicator.stage), lead_in(indicator.subject));
    Some([area.id.as_str(), " · ", stage, " · ", lead_in, " ", &indicator.text].concat())
}

fn fields(id: StoredValue<String>) -> AnyView {
    let state = use_state();
    let text = move |read: fn(&Action) -> &str| {
        state.text(move |audit| {
            let action = id.with_value(|id| audit.action(id));
            action.map(|action| read(action).to_owned()).unwrap_or_default()
        })
    };
    let typed = move |write: fn(&mut Action, String)| {
        move |text| state.type_action(&id.get_value(), |action| write(action, text))
    };
    let area = move |label: &str, read: fn(&Action) -> &str, write: fn(&mut Action, String)| {
        text_area(label, text(read), typed(write), move || state.end_typing())
    };
    let who =
        text_field("Who", text(|action| &action.owner), typed(|action, text| action.owner = text));
    let by_when = date_field(
        "By when",
        move || action(state, id).due,
        move |due| state.change_action(&id.get_value(), |action| action.due = due),
    );
    let side_by_side = el("div")
        .class("side-by-side")
        .child(who.on_leave(move |_| state.end_typing()))
        .child(by_when)
        .child(status_field(state, id));
    let remove = button("Remove this action", move || {
        state.remove_action(&id.get_value());
        crate::web::page::focus_heading();
    });
    together(vec![
        area("What we will do", |action| &action.text, |action, text| action.text = text),
        side_by_side.into(),
        area(
            "How it is going (optional)",
            |action| &action.progress,
            |action, text| action.progress = text,
        ),
        earlier_words(id.get_value()),
        remove.class("secondary").into(),
    ])
}

fn status_field(state: State, id: StoredValue<String>) -> AnyView {
    let chosen = Signal::derive(move || status_name(action(state, id).status).to_owned());
    select_field("Status", statuses(), chosen, move |name| {
        let chosen = Status::ALL.into_iter().find(|status| status_name(*status) == name);
        state.change_action(&id.get_value(), |action| action.status = chosen.unwrap_or_default());
    })
}
