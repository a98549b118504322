//! Elements in Leptos's builder style, all of one type.
//!
//! `view!` gives every element, attribute and closure a type of its own, and the compiler writes the
//! code to build, change and drop each of them. That made the app a good deal larger (ARCHITECTURE.md,
//! Decisions). Here a tag is a value, and the types of everything below an element are erased at once,
//! so the code exists once. Rendering, effects and ownership are Leptos's.

use std::sync::{Arc, Mutex};

use leptos::html::{Custom, custom};
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::on;
use leptos::tachys::html::node_ref::node_ref;
use leptos::tachys::html::property::prop;
use leptos::tachys::view::iterators::StaticVec;
use wasm_bindgen::JsCast;
use web_sys::UiEvent;

use crate::direction::{from_right, quotes_apart};

/// Refers to an element once it is on the page.
pub type ElementRef = NodeRef<Custom<&'static str>>;

type Computed<T> = Arc<Mutex<dyn FnMut() -> T + Send>>;

/// An element with its attributes and what is in it.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element by its tag.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// An element by its tag, with a text in it.
pub fn text_el(tag: &'static str, text: impl Into<String>) -> El {
    fixed_text_el(tag, text.into())
}

#[inline(never)]
fn fixed_text_el(tag: &'static str, text: String) -> El {
    el(tag).fixed_text(text)
}

/// A paragraph.
pub fn p(text: impl Into<String>) -> El {
    text_el("p", text)
}

/// Small print.
pub fn quiet(text: impl Into<String>) -> El {
    p(text).class("quiet")
}

/// A link.
pub fn link(to: impl ToString, text: impl Into<String>) -> El {
    text_el("a", text).attr("href", to.to_string())
}

/// A button that does something at once.
pub fn button(text: impl Into<String>, pressed: impl Fn() + 'static) -> El {
    text_el("button", text).attr("type", "button").on_click(pressed)
}

/// A button that adds something. The second click of a double click adds nothing more.
pub fn adding(text: impl Into<String>, pressed: impl Fn() + 'static) -> El {
    text_el("button", text).attr("type", "button").on("click", move |event| {
        if event.unchecked_ref::<UiEvent>().detail() <= 1 {
            pressed();
        }
    })
}

/// A section of a page under a heading of its own; `id` is the heading's.
pub fn section(id: &str, heading: impl Into<String>) -> El {
    el("section").attr("aria-labelledby", id).child(text_el("h2", heading).attr("id", id))
}

/// A part that unfolds when its summary is pressed. Screen readers read `about` after the summary, to
/// say what it belongs to.
pub fn details(summary: impl Into<String>, about: impl Into<String>) -> El {
    el("details").class("more").child(text_el("summary", summary).child(unseen(about)))
}

/// Words for screen readers alone.
pub fn unseen(text: impl Into<String>) -> El {
    text_el("span", text).class("unseen")
}

/// A view that is made anew whenever something that it reads changes.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    computed_view(Box::new(view))
}

#[inline(never)]
fn computed_view(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    let view: Computed<AnyView> = Arc::new(Mutex::new(view));
    view.into_any()
}

/// An element that is there while `view` gives one, and is made anew whenever something that it reads
/// changes.
pub fn live_if(view: impl Fn() -> Option<El> + Send + 'static) -> AnyView {
    element_at_times(Box::new(view))
}

#[inline(never)]
fn element_at_times(view: Box<dyn Fn() -> Option<El> + Send>) -> AnyView {
    live(move || view().map_or_else(nothing, AnyView::from))
}

/// A text that changes whenever something that it reads changes.
pub fn live_text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    computed_text(Box::new(text))
}

#[inline(never)]
fn computed_text(text: Box<dyn Fn() -> String + Send>) -> AnyView {
    let text: Computed<String> = Arc::new(Mutex::new(move || quotes_apart(text())));
    text.into_any()
}

/// A value worked out from signals. What reads it runs again only when the value itself has changed.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    computed_memo(Box::new(value))
}

#[inline(never)]
fn computed_memo<T: PartialEq + Send + Sync + 'static>(
    value: Box<dyn Fn() -> T + Send + Sync>,
) -> Memo<T> {
    Memo::new(move |_| value())
}

/// A value worked out from signals, anew for each reader. What reads it runs again when any of them
/// changes.
pub fn derived<T: Send + Sync + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Signal<T> {
    computed_signal(Box::new(value))
}

#[inline(never)]
fn computed_signal<T: Send + Sync + 'static>(value: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
    Signal::derive(value)
}

/// Calls `run` soon, and again after something that it reads has changed.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

#[inline(never)]
fn boxed_effect(run: Box<dyn FnMut()>) {
    Effect::new(run);
}

/// An empty view.
#[inline(never)]
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Views one after another.
#[inline(never)]
pub fn together(views: Vec<AnyView>) -> AnyView {
    StaticVec::from(views).into_any()
}

impl El {
    /// Sets the classes.
    pub fn class(self, names: &'static str) -> El {
        self.attr("class", names)
    }

    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> El {
        self.fixed_attr(name, value.into())
    }

    #[inline(never)]
    fn fixed_attr(self, name: &'static str, value: String) -> El {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// Sets an attribute, and sets it again whenever something that `value` reads changes. `None`
    /// removes it.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> El {
        self.computed_attr(name, Box::new(value))
    }

    #[inline(never)]
    fn computed_attr(
        self,
        name: &'static str,
        value: Box<dyn Fn() -> Option<String> + Send>,
    ) -> El {
        let value: Computed<Option<String>> = Arc::new(Mutex::new(value));
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// Sets an attribute without a value, such as `hidden`, which is present while `there` gives true.
    pub fn live_flag(self, name: &'static str, there: impl Fn() -> bool + Send + 'static) -> El {
        self.live_attr(name, move || there().then(String::new))
    }

    /// Sets a property, such as `checked`, and sets it again whenever something that `value` reads
    /// changes.
    pub fn live_prop(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> El {
        self.computed_prop(name, Box::new(value))
    }

    #[inline(never)]
    fn computed_prop(self, name: &'static str, value: Box<dyn Fn() -> bool + Send>) -> El {
        let value: Computed<bool> = Arc::new(Mutex::new(value));
        self.with(prop(name, value).into_any_attr())
    }

    /// Calls `heard` at every event of that name.
    pub fn on(self, event: &'static str, heard: impl FnMut(web_sys::Event) + 'static) -> El {
        self.listen(event, Box::new(heard))
    }

    #[inline(never)]
    fn listen(self, event: &'static str, heard: Box<dyn FnMut(web_sys::Event)>) -> El {
        let heard = std::rc::Rc::new(std::cell::RefCell::new(heard));
        let event = leptos::ev::Custom::<web_sys::Event>::new(event);
        // A field that is removed while it has the focus still gets a blur event, when its signals are
        // gone. `here` goes with them, so that event is dropped.
        let here = StoredValue::new(());
        let hear = move |event| {
            if !here.is_disposed() {
                heard.borrow_mut()(event);
            }
        };
        self.with(on(event, hear).into_any_attr())
    }

    /// Calls `pressed` when the element is pressed with mouse, finger or key.
    pub fn on_click(self, pressed: impl Fn() + 'static) -> El {
        self.listen("click", Box::new(move |_| pressed()))
    }

    /// Fills in `reference` once the element is on the page.
    pub fn reference(self, reference: ElementRef) -> El {
        self.with(node_ref(reference).into_any_attr())
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> El {
        self.0.attributes.push(attribute);
        self
    }

    /// Adds a text.
    pub fn text(self, text: impl Into<String>) -> El {
        self.fixed_text(text.into())
    }

    /// Adds a text that may have people's words among Cairn's own. Words that run from right to left are
    /// kept apart, so that the others keep their order.
    #[inline(never)]
    fn fixed_text(self, text: String) -> El {
        let it = if from_right(&text) { self.attr("dir", "auto") } else { self };
        it.view(quotes_apart(text).into_any())
    }

    /// Adds a text that changes whenever something that it reads changes.
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> El {
        self.attr("dir", "auto").child(live_text(text))
    }

    /// Adds a view.
    pub fn child(self, view: impl Into<AnyView>) -> El {
        self.view(view.into())
    }

    #[inline(never)]
    fn view(mut self, view: AnyView) -> El {
        self.0.children.push(view);
        self
    }

    /// Adds views.
    pub fn children<V: Into<AnyView>>(mut self, views: impl IntoIterator<Item = V>) -> El {
        self.0.children.extend(views.into_iter().map(Into::into));
        self
    }

    /// Adds a view if there is one.
    pub fn maybe<V: Into<AnyView>>(self, view: Option<V>) -> El {
        match view {
            Some(view) => self.child(view),
            None => self,
        }
    }
}

impl From<El> for AnyView {
    #[inline(never)]
    fn from(element: El) -> AnyView {
        let Parts { tag, attributes, children } = *element.0;
        custom(tag).add_any_attr(attributes).child(StaticVec::from(children)).into_any()
    }
}

/// A list of views, one for each id. Each is made once and kept as long as `ids` gives its id, so that a
/// part that a person has opened or types into stays when others come and go.
pub fn keyed(
    ids: impl Fn() -> Vec<String> + Send + Sync + 'static,
    item: impl Fn(String) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    keyed_boxed(Box::new(ids), Arc::new(item))
}

type Ids = Box<dyn Fn() -> Vec<String> + Send + Sync>;
type Item = Arc<dyn Fn(String) -> AnyView + Send + Sync>;

#[inline(never)]
fn keyed_boxed(ids: Ids, item: Item) -> AnyView {
    let list = ForProps::builder()
        .each(ids)
        .key(|id: &String| id.clone())
        .children(move |id| untrack(|| item(id)));
    For(list.build()).into_any()
}
