//! Moving within a page. A button does it, because the fragment of the address belongs to the routes.

use leptos::prelude::document;

use crate::web::shared::focus::focus;
use crate::web::ui::element::{El, button};

/// A button called `name` that goes to the heading with the id `to`.
pub fn jump_to(to: &'static str, name: &'static str) -> El {
    let jump = move || {
        if let Some(heading) = document().get_element_by_id(to) {
            heading.scroll_into_view();
            let _ = heading.set_attribute("tabindex", "-1");
            focus(&["#", to].concat());
        }
    };
    button(name, jump).class("quiet-button")
}
