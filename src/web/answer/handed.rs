//! What a device needs that is handed round, for a survey or a vote. Nothing that one person has left
//! is there for the next, whatever the device has done meanwhile; and nobody gets to the organiser's
//! pages by accident.

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{IntervalHandle, TimeoutHandle, set_interval_with_handle};
use leptos::leptos_dom::helpers::{WindowListenerHandle, set_timeout_with_handle};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::VisibilityState;

use crate::moment::Timestamp;
use crate::survey::turn::{QUIET, Turn, WARNING, turn};
use crate::web::state::{State, use_state};
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{El, button, effect, el, p, text_el};
use crate::web::ui::field::text_field;
use crate::words::answer as say;

/// How often the page looks at the clock. Timers do not suffice: they stand still while a device
/// sleeps, and go on where they were when it wakes.
const LOOK: Duration = Duration::from_secs(1);

/// The page of the person at the device: whether anything of them could be seen, and how to clear it.
struct Person {
    /// True while something of this person could be seen.
    begun: Box<dyn Fn() -> bool>,
    /// Clears everything of this person, and begins again for the next.
    next: Box<dyn Fn()>,
}

/// Watches over one person's turn.
#[derive(Clone, Copy)]
struct Watch {
    state: State,
    person: StoredValue<Person, LocalStorage>,
    warns: RwSignal<bool>,
    touched: StoredValue<Timestamp>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// Clears what someone has left who walked away in the middle: `begun` says whether anything could be
/// seen, `next` clears it. The element is the dialog that warns.
///
/// After [`QUIET`] without a touch or a key it warns. Only the button of the warning ends it, as a
/// touch elsewhere might press what is under it. If the device slept, or the page was frozen or hidden,
/// the clock decides before anything shows again. When the page is left, everything is cleared, so
/// nobody can come back to it.
pub fn left_behind(begun: impl Fn() -> bool + 'static, next: impl Fn() + 'static) -> El {
    let state = use_state();
    let watch = Watch {
        state,
        person: StoredValue::new_local(Person { begun: Box::new(begun), next: Box::new(next) }),
        warns: RwSignal::new(false),
        touched: StoredValue::new(state.now()),
        timer: StoredValue::new(None),
    };
    effect(move || {
        if watch.warns.get() {
            watch.wait(WARNING, Watch::end_turn);
        } else {
            watch.touch();
        }
    });
    let looks = set_interval_with_handle(move || _ = watch.look(), LOOK).ok();
    let heard = watch.listen();
    on_cleanup(move || {
        heard.into_iter().for_each(WindowListenerHandle::remove);
        looks.inspect(IntervalHandle::clear);
        if let Some(timer) = watch.timer.get_value() {
            timer.clear();
        }
        cover(false);
    });
    dialog(
        watch.warns,
        || say::STILL_THERE.to_owned(),
        move || {
            el("div")
                .child(p(say::ABOUT_STILL_THERE))
                .child(
                    el("div")
                        .class("buttons")
                        .child(button(say::STILL_HERE, move || watch.warns.set(false))),
                )
                .into()
        },
    )
}

impl Watch {
    fn begun(self) -> bool {
        self.person.with_value(|person| untrack(&person.begun))
    }

    /// Ends the turn: whoever comes now is the next person.
    fn end_turn(self) {
        self.warns.set(false);
        if self.begun() {
            self.person.with_value(|person| (person.next)());
        }
        self.touched.set_value(self.state.now());
    }

    fn wait(self, millis: u32, then: fn(Watch)) {
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
        let after = Duration::from_millis(millis.into());
        self.timer.set_value(set_timeout_with_handle(move || then(self), after).ok());
    }

    /// Someone is there: the time without a touch begins again.
    fn touch(self) {
        self.touched.set_value(self.state.now());
        self.wait(QUIET, |watch| {
            // If the device slept, the timer comes late, and the turn may be over by the clock.
            if !watch.look() {
                watch.warns.set(watch.begun());
            }
        });
    }

    /// Looks at the clock, and warns or ends the turn if it is time. True when the turn was over.
    fn look(self) -> bool {
        match turn(self.touched.get_value(), self.state.now()) {
            Turn::GoesOn => false,
            Turn::Asked => {
                if !self.warns.get_untracked() {
                    self.warns.set(self.begun());
                }
                false
            }
            Turn::Over => {
                self.end_turn();
                true
            }
        }
    }

    fn listen(self) -> Vec<WindowListenerHandle> {
        let hidden = || document().visibility_state() == VisibilityState::Hidden;
        let touched = move |event: &web_sys::Event| {
            cover(false);
            if self.look() {
                // The turn ended while the device slept. This touch was meant for what was there
                // before, so it presses nothing.
                event.prevent_default();
            } else if !self.warns.get_untracked() {
                self.touch();
            }
        };
        // The page is covered while hidden, so that the browser's snapshot of it shows no answers.
        let turned = move || {
            if hidden() {
                cover(true);
            } else {
                self.look();
                cover(false);
            }
        };
        // Everything is cleared here, so no cover is needed. Nothing might take one away again.
        let gone = move || self.end_turn();
        on_document("resume", turned);
        on_document("freeze", gone);
        vec![
            window_event_listener(ev::pointerdown, move |event| touched(event.unchecked_ref())),
            window_event_listener(ev::keydown, move |event| touched(event.unchecked_ref())),
            window_event_listener_untyped("visibilitychange", move |_| turned()),
            window_event_listener_untyped("pageshow", move |_| turned()),
            window_event_listener_untyped("pagehide", move |_| gone()),
        ]
    }
}

/// Listens, for as long as this page stands, to an event that reaches the document and not the window.
fn on_document(event: &'static str, heard: impl Fn() + 'static) {
    let heard = Closure::<dyn Fn()>::new(heard);
    let told = heard.as_ref().unchecked_ref();
    let _ = document().add_event_listener_with_callback(event, told);
    let heard = StoredValue::new_local(heard);
    on_cleanup(move || {
        let _ = heard.try_with_value(|heard| {
            let told = heard.as_ref().unchecked_ref();
            let _ = document().remove_event_listener_with_callback(event, told);
        });
    });
}

/// Covers the page while it is hidden, or takes the cover away.
fn cover(is: bool) {
    if let Some(root) = document().document_element() {
        let _ = if is {
            root.set_attribute("data-away", "")
        } else {
            root.remove_attribute("data-away")
        };
    }
}

/// The words of a dialog that asks for a typed word before something that nobody should do by accident.
pub struct OnPurpose {
    /// The question, as the heading.
    pub heading: &'static str,
    /// What happens when the word is typed and sent.
    pub text: String,
    /// The label of the field; it names the word.
    pub label: &'static str,
    /// The word to type, in capitals or not.
    pub word: &'static str,
    /// The label of the button that does it.
    pub yes: &'static str,
    /// The label of the button that cancels.
    pub no: &'static str,
}

/// A dialog that calls `done` only when its word has been typed. It is open while `asks` is true.
pub fn on_purpose(
    asks: RwSignal<bool>,
    what: impl Fn() -> OnPurpose + Send + 'static,
    done: impl Fn() + Copy + Send + 'static,
) -> El {
    let heading = untrack(&what).heading;
    let typed = RwSignal::new(String::new());
    let content = move || {
        typed.set(String::new());
        let OnPurpose { text, label, word, yes, no, .. } = what();
        let right = move |typed: &str| typed.trim().eq_ignore_ascii_case(word);
        let submitted = move |event: web_sys::Event| {
            event.prevent_default();
            if typed.with_untracked(|typed| right(typed)) {
                done();
            }
        };
        el("form")
            .attr("autocomplete", "off")
            .on("submit", submitted)
            .child(p(text))
            .child(text_field(label, typed, move |text| typed.set(text)))
            .child(
                el("div")
                    .class("buttons")
                    .child(button(no, move || asks.set(false)).class("secondary"))
                    .child(
                        text_el("button", yes)
                            .attr("type", "submit")
                            .live_flag("disabled", move || !typed.with(|typed| right(typed))),
                    ),
            )
            .into()
    };
    dialog(asks, move || heading.to_owned(), content)
}
