//! Typing in sheets one by one, with a key for each answer.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::survey::paper::Paper;
use crate::survey::response::LONGEST_COMMENT;
use crate::survey::sheets::Sheets;
use crate::survey::{Answer, Asked};
use crate::web::shared::focus::focus_soon;
use crate::web::survey::tally::draft::Draft;
use crate::web::ui::dialog::confirm;
use crate::web::ui::element::{El, button, el, live_if, memo, p, quiet, text_el, together, unseen};
use crate::web::ui::field::limited_area;
use crate::words::survey::collect::tally as say;

/// The keys, each with the answer that it stands for: `None` is no answer.
type Keys = &'static [(&'static str, Option<Answer>)];

/// The keys for what the survey asks: a digit for each step of the scale, in the order of the sheet.
fn keys(asked: Asked) -> Keys {
    match asked {
        Asked::Indicators => &[
            ("1", Some(Answer::StronglyAgree)),
            ("2", Some(Answer::Agree)),
            ("3", Some(Answer::Neither)),
            ("4", Some(Answer::Disagree)),
            ("5", Some(Answer::StronglyDisagree)),
            ("0", Some(Answer::DontKnow)),
            ("N", None),
        ],
        Asked::Characteristics => &[
            ("1", Some(Answer::StronglyDisagree)),
            ("2", Some(Answer::Disagree)),
            ("3", Some(Answer::Agree)),
            ("4", Some(Answer::StronglyAgree)),
            ("0", Some(Answer::DontKnow)),
            ("N", None),
        ],
    }
}

/// The element that listens to the keys.
const PANEL: &str = ".by-sheet .panel";

/// The fields and buttons for typing sheet by sheet.
pub fn by_sheet(draft: Draft) -> AnyView {
    // What screen readers say about the last key.
    let said = RwSignal::new(String::new());
    let complete = memo(move || draft.read(|paper| paper.sheet.len() >= draft.statements.len()));
    let discarding = RwSignal::new(false);
    let begun = memo(move || draft.read(is_begun));
    let discard = move || {
        begun
            .get()
            .then(|| button(say::DISCARD_THIS, move || discarding.set(true)).class("secondary"))
    };
    let discarded = move || {
        draft.change(Paper::clear_sheet);
        focus_soon(PANEL.to_owned());
    };
    let heading = move || say::sheet(draft.read(|paper| paper.done.number) + 1);
    together(vec![
        el("section")
            .class("by-sheet")
            .attr("aria-labelledby", "this-sheet")
            .child(el("h2").attr("id", "this-sheet").live_text(heading))
            .child(panel(draft, complete, said))
            .child(unseen("").attr("role", "status").live_text(move || said.get()))
            .child(live_if(move || complete.get().then(|| untrack(|| end_of_sheet(draft)))))
            .child(pressed(draft))
            .child(el("div").class("buttons").child(live_if(discard)))
            .into(),
        adding(draft, begun, complete),
        confirm(discarding, say::DISCARD.to_owned(), say::DISCARD_TEXT, say::DISCARD_IT, discarded)
            .into(),
    ])
}

/// True when something of the present sheet is typed.
fn is_begun(paper: &Paper) -> bool {
    !paper.sheet.is_empty() || !paper.comment.is_empty()
}

/// The statement that is to be typed, with its keys as buttons.
fn panel(draft: Draft, complete: Memo<bool>, said: RwSignal<String>) -> El {
    let Draft { asked, statements, .. } = draft;
    let all = statements.len();
    let place = memo(move || draft.read(|paper| paper.sheet.len()));
    let which = move || say::statement_of(place.get() + 1, all);
    let words = move || statements.get(place.get()).map(|it| it.text.clone()).unwrap_or_default();
    let press = move |answer: Option<Answer>| {
        draft.change(|paper| {
            if paper.sheet.len() < all {
                paper.sheet.push(answer);
            }
        });
        let now = place.get_untracked();
        let next = statements.get(now).map(|it| it.text.as_str());
        said.set(say::pressed(now, draft.label(answer), next));
        if now >= all {
            focus_soon("#next-sheet".to_owned());
        }
    };
    let back = move || {
        draft.change(Paper::go_back);
        said.set(say::back_to(place.get_untracked() + 1));
    };
    let buttons = keys(asked).iter().map(|(key, answer)| {
        button("", move || press(*answer))
            .class("secondary")
            .child(text_el("kbd", *key))
            .child(text_el("span", draft.label(*answer)))
    });
    let buttons: Vec<El> = buttons.collect();
    let heard = move |event: web_sys::Event| {
        let event: KeyboardEvent = event.unchecked_into();
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        // On a button the space bar presses that button, as everywhere.
        let on_panel = event_target::<Element>(&event).matches(PANEL).unwrap_or(false);
        let key = match event.key().as_str() {
            "Backspace" => None,
            "d" | "D" => Some("0".to_owned()),
            " " if on_panel => Some("N".to_owned()),
            key => Some(key.to_ascii_uppercase()),
        };
        match key {
            None => back(),
            Some(key) => match keys(asked).iter().find(|(own, _)| *own == key) {
                Some((_, answer)) => press(*answer),
                None => return,
            },
        }
        event.prevent_default();
    };
    el("div")
        .class("panel")
        .attr("role", "group")
        .attr("tabindex", "0")
        .live_attr("aria-label", move || Some(which()))
        .live_flag("hidden", move || complete.get())
        .on("keydown", heard)
        .child(el("p").class("quiet").live_text(which))
        .child(el("p").class("statement").live_text(words))
        .child(el("div").class("keys").children(buttons))
        .child(quiet(say::KEYS))
        .child(
            el("div").class("buttons").child(
                button(say::ONE_BACK, back)
                    .class("secondary small")
                    .live_flag("disabled", move || place.get() == 0),
            ),
        )
}

/// What was pressed so far, statement by statement, to compare with the sheet.
fn pressed(draft: Draft) -> El {
    let of = move |place: usize| draft.read(|paper| paper.sheet.get(place).copied());
    let items = (0..draft.statements.len()).map(|place| {
        let sign = move || match of(place) {
            None => "",
            Some(answer) => {
                keys(draft.asked).iter().find(|it| it.1 == answer).map_or("", |it| it.0)
            }
        };
        let said = move || match of(place) {
            None => say::not_typed(place + 1),
            Some(answer) => say::cell(place + 1, draft.label(answer)),
        };
        el("li")
            .child(
                text_el("span", (place + 1).to_string()).class("quiet").attr("aria-hidden", "true"),
            )
            .child(el("strong").attr("aria-hidden", "true").live_text(move || sign().to_owned()))
            .child(unseen("").live_text(said))
    });
    el("ol").class("pressed").attr("aria-label", say::PRESSED).children(items)
}

/// What is shown once all statements of a sheet are typed: the comment, and the button for the next
/// sheet.
fn end_of_sheet(draft: Draft) -> El {
    let next = move || {
        draft.change(|paper| {
            paper.done = paper.complete(draft.statements.len());
            paper.clear_sheet();
        });
        focus_soon(PANEL.to_owned());
    };
    let back = move || {
        draft.change(Paper::go_back);
        focus_soon(PANEL.to_owned());
    };
    el("div")
        .class("panel")
        .child(p(say::all_typed(draft.statements.len())))
        .child(live_if(move || draft.read(Paper::is_blank).then(|| quiet(say::BLANK))))
        .child(limited_area(
            say::COMMENT,
            say::COMMENT_HINT,
            LONGEST_COMMENT,
            draft.text(|paper| paper.comment.clone()),
            move |text| draft.change(|paper| paper.comment = text),
        ))
        .child(
            el("div")
                .class("buttons")
                .child(button(say::NEXT_SHEET, next).attr("id", "next-sheet"))
                .child(button(say::ONE_BACK, back).class("secondary")),
        )
}

/// The button that adds the sheets to the survey.
fn adding(draft: Draft, begun: Memo<bool>, complete: Memo<bool>) -> AnyView {
    let number = memo(move || draft.read(|paper| paper.complete(draft.statements.len()).number));
    let tried = RwSignal::new(false);
    let why = move || match (begun.get() && !complete.get(), number.get()) {
        (true, _) => say::NOT_COMPLETE,
        (false, 0) => say::NONE_TYPED,
        (false, _) => "",
    };
    let problem = move || {
        let why = why();
        let told = tried.get() && !why.is_empty();
        told.then(|| p(why).class("problem"))
    };
    let add = move || {
        tried.set(true);
        if untrack(why).is_empty() {
            let sheets = untrack(|| draft.read(|paper| paper.complete(draft.statements.len())));
            let let_go = |paper: &mut Paper| {
                paper.done = Sheets::default();
                paper.clear_sheet();
            };
            // Cannot fail: sheets that were typed one by one always add up.
            let _ = draft.add(&sheets, let_go);
        }
    };
    let so_far = move || say::complete(number.get());
    together(vec![
        el("p").live_text(so_far).into(),
        el("div").attr("role", "alert").child(live_if(problem)).into(),
        el("div").class("buttons").child(button(say::ADD_SHEETS, add)).into(),
    ])
}
