//! Links out of Cairn, to addresses that somebody typed or imported. Beside the words of a link stands
//! where it leads, as the browser reads the address, unless the words say the same.

use crate::link::{Leads, leads};
use crate::web::ui::element::{El, link, text_el};
use crate::words::shared::frame as say;

/// A link with these words to an address that is safe to follow, in a tab of its own.
pub fn link_away(address: &str, words: &str) -> Vec<El> {
    let read = web_sys::Url::new(address).ok();
    let host = read.map(|read| read.host()).unwrap_or_default();
    let link = link(address, "").child(text_el("bdi", words));
    let link = link.attr("target", "_blank").attr("rel", "noopener noreferrer");
    let beside = match leads(words, address, &host) {
        Leads::AsItSays => None,
        Leads::To(place) => Some(say::leads_to(&place)),
        Leads::Writes(whom) => Some(say::writes_to(&whom)),
    };
    [Some(link), beside.map(|beside| text_el("bdi", beside).class("quiet"))]
        .into_iter()
        .flatten()
        .collect()
}
