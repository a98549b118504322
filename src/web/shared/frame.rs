//! What stands around the pages of a record of any kind: its name with undo and redo, the links to
//! every page, and the reason when it is not open.

use leptos::prelude::*;

use crate::record::RecordKind;
use crate::route::Route;
use crate::web::state::State;
use crate::web::state::records::{could_not_open, is_example};
use crate::web::ui::element::{El, button, el, link, live, live_if, memo, p, text_el, unseen};
use crate::words;
use crate::words::shared::frame as say;
use crate::workspace::OpenError;

/// The pages of the open record, with their list beside them; or why it is not open.
pub fn frame(state: State, inner: impl Fn() -> (El, AnyView) + Send + 'static) -> AnyView {
    // The signal is set at every change of page. The memo passes on only what differs, so that the
    // frame stays.
    let not_open = memo(move || state.open.not_open.get());
    live(move || match not_open.get() {
        Some(error) => why_not_open(state, &error),
        None => untrack(|| {
            let (pages, shown) = inner();
            let shown = el("div").class("audit-page").child(shown);
            let columns = el("div").class("columns").child(pages).child(shown);
            let bin = live_if(move || binned(state));
            el("div").class("audit-frame").child(bar(state)).child(bin).child(columns).into()
        }),
    })
}

fn why_not_open(state: State, error: &OpenError) -> AnyView {
    let (kind, id) = match state.route.get_untracked() {
        Route::Audit { id, .. } => (RecordKind::Audit, id),
        Route::Book { kind, id, .. } => (kind, id),
        _ => (RecordKind::Audit, String::new()),
    };
    let have_back = (*error == OpenError::InBin)
        .then(|| button(say::HAVE_BACK, move || state.take_from_bin(&id)));
    el("div")
        .class("column")
        .child(text_el("h1", say::not_open(kind)))
        .child(p(could_not_open(error, kind)))
        .child(
            el("div")
                .class("buttons")
                .maybe(have_back)
                .child(link(Route::Home, say::GO_HOME).class("button secondary")),
        )
        .into()
}

/// A note for a person who has a record open that was put into the bin in another window.
fn binned(state: State) -> Option<El> {
    if state.library.bin.with(Vec::is_empty) {
        return None;
    }
    let (kind, id) = state.open.record(|record| (record.kind(), record.id.clone()));
    state.library.bin.with(|bin| bin.iter().any(|label| label.id == id)).then(|| {
        let have_back = move || state.take_from_bin(&id);
        el("div")
            .class("note problem")
            .attr("role", "status")
            .child(p(say::binned_elsewhere(kind)))
            .child(button(say::HAVE_BACK, have_back).class("secondary"))
    })
}

/// The record's name, and undo and redo.
fn bar(state: State) -> El {
    let name = move || {
        state.open.record(|record| words::record_name(record.name(), record.kind()).to_owned())
    };
    let organisation = move || {
        state.open.record(|record| match record.kind() {
            RecordKind::Organisation => String::new(),
            _ => record.organisation().to_owned(),
        })
    };
    let example = move || {
        let example = state.open.record(|record| is_example(&record.id));
        example.then(|| text_el("span", say::EXAMPLE).class("badge"))
    };
    let undo = button(say::UNDO, move || state.open.undo())
        .class("secondary small")
        .live_flag("disabled", move || !state.open.undoable.get().0);
    let redo = button(say::REDO, move || state.open.redo())
        .class("secondary small")
        .live_flag("disabled", move || !state.open.undoable.get().1);
    el("div")
        .class("audit-bar")
        .child(
            el("p")
                .class("name")
                .live_attr("title", move || Some(words::beside(&[&name(), &organisation()])))
                .child(el("strong").live_text(name))
                .child(el("span").class("quiet").live_text(organisation))
                .child(live_if(example)),
        )
        .child(
            el("div")
                .class("buttons")
                .attr("role", "group")
                .attr("aria-label", say::UNDO_AND_REDO)
                .child(undo)
                .child(redo),
        )
}

/// The list of links to every page of a record. On a narrow screen it folds away, as long as `folded`
/// says so; `entries` fills the list.
pub fn list_of_pages(
    kind: RecordKind,
    folded: RwSignal<bool>,
    entries: impl FnOnce(El) -> El,
) -> El {
    let fold = button(say::ALL_PAGES, move || folded.update(|folded| *folded = !*folded))
        .child(unseen(say::of_this(kind)))
        .class("secondary fold")
        .live_attr("aria-expanded", move || Some((!folded.get()).to_string()));
    let list = el("ul").live_attr("class", move || folded.get().then(|| "folded".to_owned()));
    el("nav")
        .class("pages")
        .attr("aria-label", say::pages_of(kind))
        .child(fold)
        .child(entries(list))
}
