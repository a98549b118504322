//! A field for a number that people write in more than one way.

use leptos::prelude::*;

use crate::web::ui::element::{derived, effect, memo};
use crate::web::ui::field::{TextField, text_field};

/// How a number is read from what was typed, and how it is written.
pub type Manner = (fn(&str) -> Option<u32>, fn(u32) -> String);

/// A whole number that is not above `most`.
pub fn whole_up_to(text: &str, most: u32) -> Option<u32> {
    let text = text.trim();
    if !text.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|number| *number <= most)
}

/// A whole number as it is written.
pub fn written(number: u32) -> String {
    number.to_string()
}

/// A field for a number that is kept elsewhere. `change` is told every number as it is typed, and none
/// when the field is emptied; what is no number is kept nowhere, and the field says so.
pub fn number_field(
    label: &'static str,
    manner: Manner,
    kept: impl Fn() -> Option<u32> + Send + Sync + 'static,
    change: impl Fn(Option<u32>) + 'static,
    left: impl Fn() + 'static,
) -> TextField {
    let (read, write) = manner;
    let kept = memo(kept);
    let now = move || kept.get_untracked().map(write).unwrap_or_default();
    let typed = RwSignal::new(now());
    let shown = RwSignal::new(now());
    // Only a number from elsewhere takes the place of what a person has typed.
    effect(move || {
        if kept.get() != read(&typed.get_untracked()) {
            typed.set(now());
            shown.set(now());
        }
    });
    let problem = derived(move || {
        let typed = typed.get();
        let wrong = !typed.trim().is_empty() && read(&typed).is_none();
        wrong.then(|| "This was not kept: it is no number, or too large.".to_owned())
    });
    text_field(label, shown, move |text| {
        let number = read(&text);
        let emptied = text.trim().is_empty();
        typed.set(text);
        if emptied || number.is_some() {
            change(number);
        }
    })
    .problem(problem)
    .on_leave(move |text| {
        // Said again as it is kept, such as “1.5” for “1,4”.
        if read(&text).is_some() {
            typed.set(now());
            shown.set(now());
        }
        left();
    })
}
