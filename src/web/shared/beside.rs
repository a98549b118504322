//! Words from elsewhere, such as last year's or a colleague's, beside the field that they belong to.

use leptos::prelude::*;

use crate::record::Stamp;
use crate::web::state::use_state;
use crate::web::ui::element::{El, el, live_if, memo, p, text_el};
use crate::words::shared::fields as say;

/// Words from elsewhere that belong beside a field, folded under `summary`.
pub fn beside_field(summary: &'static str, words: String) -> El {
    el("details")
        .class("last-year")
        .child(text_el("summary", summary))
        .child(p(words).class("written"))
}

/// `words` and then the name of who changed something last; empty when that is not known, or was the
/// person here.
pub fn changed_by(words: &str, stamp: &Stamp) -> String {
    let device = use_state().device;
    let own = device.settings.with(|settings| settings.name.trim() == stamp.by);
    if own || stamp.by.is_empty() { String::new() } else { [words, &stamp.by].concat() }
}

/// The earlier words of the field or item with this id: those that lost when two copies met.
pub fn earlier_words(id: String) -> AnyView {
    earlier_words_of(move || vec![id.clone()])
}

/// The earlier words of several fields or items together.
pub fn earlier_words_of(ids: impl Fn() -> Vec<String> + Send + Sync + 'static) -> AnyView {
    let open = use_state().open;
    let found = memo(move || {
        let ids = ids();
        open.earlier_words(|words| {
            let found = words.iter().filter(|words| ids.contains(&words.id));
            found.map(|words| words.text.clone()).collect::<Vec<_>>()
        })
    });
    live_if(move || {
        let found = found.get();
        (!found.is_empty()).then(|| beside_field(say::WRITTEN_ELSEWHERE, found.join("\n\n")))
    })
}
