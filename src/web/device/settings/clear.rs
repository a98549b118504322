//! Clearing this device. The files come first; the device is cleared only when the person has said that
//! they are there, since no page is told whether a download was saved.

use leptos::prelude::*;

use crate::web::shared::focus::focus_soon;
use crate::web::state::State;
use crate::web::state::export::Planned;
use crate::web::ui::dialog::dialog;
use crate::web::ui::element::{
    El, button, el, live, live_if, p, quiet, section, text_el, together,
};
use crate::words::device::clearing as say;

/// The section of the settings that clears the device.
pub fn clear(state: State) -> El {
    let asked = RwSignal::new(false);
    // The mark of what was on the device when the files with everything were made; `None` until they
    // are.
    let saved = RwSignal::new(None);
    let files = Files::new(state, move || {
        state.seal_what_waits();
        let files = state.plan_everything();
        saved.set(Some(state.library.mark_of_all()));
        files
    });
    let clear = Clear { state, asked, saved, files };
    let heading = move || match saved.with(Option::is_some) {
        true => say::IS_IT_THERE.to_owned(),
        false => say::CLEAR_IT.to_owned(),
    };
    let content = move || {
        saved.set(None);
        files.forget();
        let content = live(move || match saved.with(Option::is_some) {
            false => untrack(|| clear.ways()),
            true => untrack(|| clear.is_it_there()),
        });
        el("div").attr("id", "clearing").attr("tabindex", "-1").child(content).into()
    };
    section("clear", say::HEADING)
        .child(p(say::LEAD))
        .child(button(say::CLEAR, move || asked.set(true)).class("secondary"))
        .child(dialog(asked, heading, content))
}

#[derive(Clone, Copy)]
struct Clear {
    state: State,
    asked: RwSignal<bool>,
    saved: RwSignal<Option<Option<u64>>>,
    files: Files,
}

impl Clear {
    fn ways(self) -> AnyView {
        let Clear { state, files, .. } = self;
        let save = move || {
            files.save_next();
            if files.offered.get_untracked() == 0 {
                self.saved.set(None);
            } else {
                focus_soon("#clearing".to_owned());
            }
        };
        together(vec![
            p(say::WHAT_GOES).into(),
            in_no_file(state, false),
            files.refused(),
            el("div")
                .class("buttons")
                .child(self.not_now())
                .child(button(say::SAVE_THEN_CLEAR, save))
                .child(button(say::CLEAR_WITHOUT_A_FILE, move || self.do_it()).class("danger"))
                .into(),
        ])
    }

    /// Asks whether the files that have been offered are there, because only the person can see that.
    fn is_it_there(self) -> AnyView {
        let Clear { state, files, .. } = self;
        let changed = RwSignal::new(false);
        let yes = move || {
            if self.saved.get_untracked() == Some(state.library.mark_of_all()) {
                self.do_it();
            } else {
                changed.set(true);
            }
        };
        let problem = move || changed.get().then(|| p(say::CHANGED_SINCE).class("problem"));
        let yes = move || {
            let words = say::i_have_it(files.number());
            files.all_offered().then(|| button(words, yes).class("danger"))
        };
        let list = move || {
            let names = files
                .made
                .with_value(|made| made.iter().map(|file| file.name.clone()).collect::<Vec<_>>());
            let item = |name| el("li").child(text_el("strong", name));
            el("ul").children(names.into_iter().map(item)).into()
        };
        together(vec![
            p(say::NOTHING_CLEARED_YET).into(),
            live(list),
            p(say::LOOK_IN_DOWNLOADS).into(),
            in_no_file(state, true),
            files.refused(),
            el("div").attr("role", "alert").child(live_if(problem)).into(),
            el("div")
                .class("buttons")
                .child(self.not_now())
                .child(files.button().class("secondary"))
                .child(live_if(yes))
                .into(),
        ])
    }

    fn not_now(self) -> El {
        button(say::NOT_NOW, move || self.asked.set(false)).class("secondary")
    }

    fn do_it(self) {
        self.asked.set(false);
        self.state.clear_device();
    }
}

/// What would go and is in no file with everything, with buttons to save what can be saved. `sealed` is
/// true once those files are made: they hold the answers to surveys that could be sealed.
fn in_no_file(state: State, sealed: bool) -> AnyView {
    let left = state.library.left_out();
    let (bin, copies, unread) = (left.bin.clone(), left.copies.clone(), left.unread.clone());
    let saved = |number: usize, words: String, plan: Box<dyn Fn() -> Vec<Planned>>| {
        (number > 0).then(|| {
            let files = Files::new(state, plan);
            el("li")
                .child(el("span").text(words).text(" "))
                .child(files.button().class("secondary small"))
                .child(files.refused())
        })
    };
    let (answers, single) = state.answers_in_no_file(sealed);
    let named = |number: usize, words: String| (number > 0).then(|| text_el("li", words));
    let rows: Vec<El> = [
        saved(left.bin.len(), say::binned(left.bin.len()), Box::new(move || state.plan_bin(&bin))),
        saved(
            left.copies(),
            say::copies(left.copies()),
            Box::new(move || state.plan_copies(&copies)),
        ),
        saved(
            left.unread.len(),
            say::unread(left.unread.len()),
            Box::new(move || state.plan_unread(&unread)),
        ),
        named(answers, say::waiting_answers(answers)),
        named(single, say::waiting_statements(single)),
        named(left.votes.len(), say::votes(left.votes.len())),
        named(left.sheets.len(), say::sheets(left.sheets.len())),
        named(state.half_done(), say::half_done(state.half_done())),
    ]
    .into_iter()
    .flatten()
    .collect();
    if rows.is_empty() {
        return quiet(say::GOES_AND_STAYS).into();
    }
    together(vec![
        p(say::LEFT_OUT).into(),
        el("ul").attr("aria-label", say::LEFT_OUT_LIST).children(rows).into(),
        quiet(say::GOES_AND_STAYS).into(),
    ])
}

/// Files that are planned at the first press of their button. Each press saves one file, because a
/// browser may allow only one at a time.
#[derive(Clone, Copy)]
struct Files {
    state: State,
    plan: StoredValue<Box<dyn Fn() -> Vec<Planned>>, LocalStorage>,
    made: StoredValue<Vec<Planned>>,
    /// How many have been offered to the browser.
    offered: RwSignal<usize>,
    refused: RwSignal<bool>,
}

impl Files {
    fn new(state: State, plan: impl Fn() -> Vec<Planned> + 'static) -> Files {
        Files {
            state,
            plan: StoredValue::new_local(Box::new(plan)),
            made: StoredValue::new(Vec::new()),
            offered: RwSignal::new(0),
            refused: RwSignal::new(false),
        }
    }

    fn forget(self) {
        self.made.update_value(Vec::clear);
        self.offered.set(0);
        self.refused.set(false);
    }

    fn number(self) -> usize {
        self.made.with_value(Vec::len)
    }

    fn all_offered(self) -> bool {
        self.offered.get() >= self.number()
    }

    /// Saves the next file; after the last, begins again with the first.
    fn save_next(self) {
        if self.number() == 0 {
            self.made.set_value(self.plan.with_value(|plan| plan()));
        }
        let place = self.offered.get_untracked();
        let place = if place < self.number() { place } else { 0 };
        let file = self.made.with_value(|made| made.get(place).cloned());
        let taken = file.is_some_and(|file| self.state.save_planned(&file));
        self.refused.set(!taken);
        if taken {
            self.offered.set(place + 1);
        }
    }

    fn button(self) -> El {
        let words = move || say::save_next(self.offered.get(), self.number());
        button("", move || self.save_next()).live_text(words)
    }

    /// Says when the browser would not take a file.
    fn refused(self) -> AnyView {
        let problem = move || self.refused.get().then(|| p(say::NOT_SAVED).class("problem"));
        el("div").attr("role", "alert").child(live_if(problem)).into()
    }
}
