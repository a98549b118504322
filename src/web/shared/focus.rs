//! Where the focus and the scroll position go when the page changes, and when something on it does.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement};

use crate::route::Route;
use crate::web::shared::arrivals::Arrivals;
use crate::web::state::State;

/// How many frames a page is given to become as long as it was when it was left.
const FRAMES: u8 = 60;

/// Moves the focus to `#main`. A plain link could not: the fragment of the address belongs to the
/// routes.
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

/// Moves the focus to the first element that matches, two frames later: the page is there by then, and
/// its heading has had the focus.
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

/// Moves the focus to the page's heading, because the element that had it is gone.
pub fn focus_heading() {
    if let Some(heading) = first("main h1") {
        focus_on(&heading, false);
    }
}

/// Keeps the focus near a pressed button that goes away: moves it to the first element that matches
/// `inside`, within the nearest element around the button that matches `row`.
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

/// Moves the focus to an element that need not be a field; `stay` keeps the window from scrolling
/// there.
fn focus_on(element: &HtmlElement, stay: bool) {
    if element.tab_index() < 0 {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(stay);
    let _ = element.focus_with_options(&options);
}

/// After each change of page, sets the title, the scroll position and the focus, as soon as the page
/// has a heading. `arrivals` tells of pages whose heading comes late.
pub fn follow_route(state: State, arrivals: Arrivals) {
    // `Some` until the present page has been shown; inside, the page before it, which the first page
    // lacks.
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
            // The browser's history keeps titles, so a heading that has words of a person carries
            // another title.
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

/// True when the person has gone into a field since `before` had the focus. On a slow device a frame is
/// long, and nobody who types already is taken out of the field. Everything that moves the focus later
/// asks this first.
fn is_typing_since(before: Option<Element>) -> bool {
    let now = document().active_element();
    let field = |element: &Element| element.matches("main :is(input, textarea, select)");
    now != before && now.is_some_and(|now| field(&now) == Ok(true))
}

/// Moves the window and the focus on the page that has just been shown: to where it was left, if the
/// person comes back to it; to the item that the address names; otherwise to its top. The first page
/// leaves the focus where the browser put it.
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

/// The indicator or the card that the address names, if the page has it.
fn item_named(state: State) -> Option<HtmlElement> {
    let id = state.route.with_untracked(|route| Some(["item-", route.item()?].concat()))?;
    document().get_element_by_id(&id).map(JsCast::unchecked_into)
}

/// Scrolls down to where a page was left, trying for up to `frames` frames, since parts of some pages
/// come later. Stops when the person scrolls meanwhile.
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
