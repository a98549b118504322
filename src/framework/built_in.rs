//! The frameworks that come with Cairn.

use crate::framework::{Framework, read};
use crate::json::Json;

/// The built-in Continuous Learning Framework, organisational capabilities 1 and 2. Each call reads it
/// again.
///
/// Source: the framework's audit documents for organisational capabilities 1 and 2, every item restated
/// in Cairn's own words.
pub fn built_in() -> Framework {
    from_file(include_str!("clf.json"))
}

/// What teams, people and whole organisations learn by: a discussion card on leadership, the
/// characteristics of a learning organisation and what being part of one feels like, ways to
/// contribute, and the six quality questions. Each call reads it again.
///
/// Sources: the card “Leadership (a)” on knowledge about learning organisations; Redbridge’s One Minute
/// Guide 021, whose ways to contribute are put so that any organisation can use them; and Southampton
/// Education Services’ policy “A learning organisation”. Every item is restated in Cairn's own words.
/// The web address on the card is text and no link, because the web site is gone, like its
/// organisation.
pub fn learning() -> Framework {
    from_file(include_str!("learning.json"))
}

fn from_file(text: &str) -> Framework {
    serde_json::from_str::<Json>(text)
        .ok()
        .and_then(|mut file| file.fields().ok()?.maybe("data", read::framework))
        .unwrap_or_else(|| unreachable!("the built-in frameworks are checked by a test"))
}
