//! Where the focus and the window go when the page changes, and when something on it does.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement};

use crate::route::Route;
use crate::web::shared::arrivals::Arrivals;
use crate::web::state::State;

/// How many frames a page is given to become as long as it was when it was left.
const FRAMES: u8 = 60;

/// The fragment belongs to the routes, so the skip link moves the focus itself.
pub fn skip_to_main(event: Event) {
    event.prevent_default();
    focus("#main");
}

/// Moves the focus to the first element that matches.
pub fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        let _ = element.focus();
    }
}

/// Moves the focus when the page stands, and after its heading has had it.
pub fn focus_soon(selector: String) {
    let before = document().active_element();
    let focus = move || {
        if !is_typing_since(before) {
            focus(&selector);
        }
    };
    request_animation_frame(move || request_animation_frame(focus));
}

/// Moves the focus to the page's heading, once there is one.
pub fn focus_heading_soon() {
    let before = document().active_element();
    request_animation_frame(move || {
        if !is_typing_since(before) {
            focus_heading();
        }
    });
}

/// Moves the focus to the page's heading, where what had it has gone.
pub fn focus_heading() {
    if let Some(heading) = first("main h1") {
        focus_on(&heading, false);
    }
}

/// The button that was pressed goes away: the focus stays with the `row` that it stands in, at the
/// first `inside` of it.
pub fn stay_with(event: &Event, row: &str, inside: &str) {
    let button: Element = event_target(event);
    let row = button.closest(row).ok().flatten();
    if let Some(element) = row.and_then(|row| row.query_selector(inside).ok().flatten()) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

fn first(selector: &str) -> Option<HtmlElement> {
    let found = document().query_selector(selector).ok().flatten();
    found.map(JsCast::unchecked_into)
}

/// Moves the focus to something that need not be a field; `stay` leaves the window where it is.
fn focus_on(element: &HtmlElement, stay: bool) {
    if element.tab_index() < 0 {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(stay);
    let _ = element.focus_with_options(&options);
}

/// After a change of page: the title, the window and the focus, as soon as there is a heading.
pub fn follow_route(state: State, arrivals: Arrivals) {
    // The page before, until the present one stands; the first page has none.
    let from = StoredValue::new(Some(None));
    Effect::new(move |earlier: Option<Route>| {
        arrivals.track();
        let route = state.route.get();
        if earlier.as_ref().is_some_and(|earlier| *earlier != route) {
            from.set_value(Some(earlier));
        }
        let before = document().active_element();
        request_animation_frame(move || {
            let Some(heading) = first("main h1") else { return };
            // The browser's history keeps titles, so a heading with words of a person's own has another.
            let title = heading.get_attribute("data-title").or_else(|| heading.text_content());
            let words = title.unwrap_or_default();
            let title = if words == "Cairn" { words } else { format!("{words} – Cairn") };
            document().set_title(&title);
            if let Some(from) = from.try_update_value(Option::take).flatten()
                && !is_typing_since(before)
            {
                land(state, &heading, from);
            }
        });
        route
    });
}

/// Whether somebody went into a field of the page before the focus could be moved: on a slow device a frame
/// is long, and whoever types already is not taken out of the field. All that moves the focus later asks
/// this.
fn is_typing_since(before: Option<Element>) -> bool {
    let now = document().active_element();
    let field = |element: &Element| element.matches("main :is(input, textarea, select)");
    now != before && now.is_some_and(|now| field(&now) == Ok(true))
}

/// Shows the page that the address has just named: where it was left, when one comes back to it; at
/// the item that the address names; otherwise from its top. The first page leaves the focus
/// where the browser put it.
fn land(state: State, heading: &HtmlElement, from: Option<Route>) {
    if let Some(left_at) = state.take_left_at() {
        if let Some(from) = from {
            focus_on(heading, true);
            // The link that was followed, as on any web site, if it can be seen.
            let followed =
                first(&["main a[href='", &from.to_string(), "']:not(.pages *)"].concat());
            if let Some(followed) = followed {
                focus_on(&followed, true);
            }
        }
        scroll_back(left_at, FRAMES);
    } else if let Some(item) = item_named(state) {
        item.scroll_into_view();
        focus_on(&item, true);
    } else if from.is_some() {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus_on(heading, true);
    }
}

/// The indicator, or the card of what a page lists, that the address names, if the page has it.
fn item_named(state: State) -> Option<HtmlElement> {
    let id = state.route.with_untracked(|route| Some(["item-", route.item()?].concat()))?;
    document().get_element_by_id(&id).map(JsCast::unchecked_into)
}

/// Scrolls down to where a page was left, once it is long enough: parts of some pages come later.
/// Stops when the person scrolls meanwhile.
fn scroll_back(to: f64, frames: u8) {
    window().scroll_to_with_x_and_y(0.0, to);
    let reached = window().scroll_y().unwrap_or(to);
    if reached + 1.0 < to && frames > 0 {
        request_animation_frame(move || {
            if window().scroll_y() == Ok(reached) {
                scroll_back(to, frames - 1);
            }
        });
    }
}
