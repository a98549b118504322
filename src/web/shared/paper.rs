//! The parts of pages that are laid out for paper.

use crate::web::state::use_state;
use crate::web::ui::element::{El, button, el, text_el};

/// A button that prints the page.
pub fn print_button(text: &'static str) -> El {
    let state = use_state();
    button(text, move || state.print())
}

/// An article with a line at the head of every printed page. It is a table, because only the head of
/// a table is repeated on each.
pub fn paper(running: String, article: El) -> El {
    let head = el("thead").child(only_cell(text_el("td", running).class("running")));
    let body = el("tbody").child(only_cell(el("td").child(article)));
    presentational(el("table").class("report"))
        .child(presentational(head))
        .child(presentational(body))
}

/// A row with nothing else in it.
fn only_cell(cell: El) -> El {
    presentational(el("tr")).child(presentational(cell))
}

fn presentational(part: El) -> El {
    part.attr("role", "presentation")
}
