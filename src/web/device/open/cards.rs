//! Discussion cards in a file that is about to be opened. They are added to an organisation's own cards.

use leptos::prelude::*;

use crate::framework::Framework;
use crate::organisation::card;
use crate::record::RecordKind;
use crate::route::Route;
use crate::web::state::{State, learning};
use crate::web::ui::element::{button, derived, el, link, live, p, text_el, together};
use crate::web::ui::field::select_field;
use crate::words;
use crate::words::device::opening as say;

/// The titles of the cards in the file, and the choice of an organisation to add them to.
pub fn cards_found(state: State, framework: Framework) -> AnyView {
    let number = say::cards(framework.cards.len());
    let titles = framework.cards.iter().map(|card| match card.title.trim() {
        "" => text_el("li", say::CARD_WITHOUT_A_TITLE),
        title => text_el("li", title),
    });
    let titles: Vec<_> = titles.collect();
    let organisations = organisations(state);
    let ways = match organisations.first() {
        None => no_organisation(),
        Some((first, _)) => {
            let open = state.open.id();
            let is_there = organisations.iter().any(|(id, _)| *id == open);
            let chosen = RwSignal::new(if is_there { open } else { first.clone() });
            add_to(state, framework, organisations, chosen)
        }
    };
    together(vec![p(number).into(), el("ul").children(titles).into(), ways])
}

/// The organisations on this device: the id and the name of each.
fn organisations(state: State) -> Vec<(String, String)> {
    let books = state.open.books(RecordKind::Organisation).into_iter();
    let named = books.map(|book| {
        let name = words::record_name(book.name(), book.kind()).to_owned();
        (book.id, name)
    });
    named.collect()
}

fn no_organisation() -> AnyView {
    el("div")
        .child(p(say::NO_ORGANISATION))
        .child(el("p").child(
            link(Route::NewBook(RecordKind::Organisation), say::START_ORGANISATION).class("button"),
        ))
        .into()
}

fn add_to(
    state: State,
    framework: Framework,
    organisations: Vec<(String, String)>,
    chosen: RwSignal<String>,
) -> AnyView {
    let framework = StoredValue::new(framework);
    // A card that the organisation has already, word for word, is not added again.
    let new = derived(move || {
        let there = state.open.book_here(&chosen.get()).map(|book| card::all(learning(), &book));
        let there = there.unwrap_or_default();
        framework.with_value(|framework| card::cards_from(framework, &there, String::new).len())
    });
    let several = organisations.len() > 1;
    let name = organisations[0].1.clone();
    let options = derived(move || organisations.clone());
    let choice: AnyView = if several {
        select_field(say::WHICH_ORGANISATION, options, chosen, move |id| chosen.set(id))
    } else {
        p(say::cards_for(&name)).into()
    };
    let add = move || {
        state.incoming.set(Vec::new());
        framework.with_value(|framework| state.open.add_cards(&chosen.get_untracked(), framework));
    };
    let button = live(move || added(new.get(), framework.with_value(|it| it.cards.len()), add));
    el("div").child(choice).child(button).into()
}

/// The button that adds the cards in the file that are `new` to the organisation, and a sentence when
/// not `all` of them are.
fn added(new: usize, all: usize, add: impl Fn() + Copy + 'static) -> AnyView {
    if new == 0 {
        return p(say::all_cards_are_there(all)).into();
    }
    let known = (new < all).then(|| p(say::OTHER_CARDS_ARE_THERE));
    let add = button(say::add_cards(new), add);
    el("div").maybe(known).child(el("div").class("buttons").child(add)).into()
}
