//! Answers with ids that the framework does not have. They are set aside unchanged, and go back into
//! their lists as soon as a framework has these ids.

use std::mem::take;

use crate::audit::answer::{JUDGEMENTS, LEFT_OUT, NOTES, REFLECTIONS};
use crate::by_id::ById;
use crate::form::List;
use crate::framework::Framework;
use crate::order::in_order;
use crate::record::{EarlierWords, Stamp};
use crate::records::{Entry, Item, Record};

/// The name, in files, of what holds the answers that are set aside.
const SET_ASIDE: &str = "set_aside";

impl Record {
    /// Moves answers that `framework` does not ask for into [`Record::set_aside`], and those there that
    /// it does ask for back into their lists. Puts every list and the earlier words in order. Returns
    /// the ids that are set aside afterwards. A record that answers no framework is only put in order.
    pub fn settle(&mut self, framework: &Framework) -> Vec<String> {
        let asked = self.form.asked();
        for (part, list) in asked {
            let items = self.lists.remove(list.name).unwrap_or_default();
            let aside =
                |item: Item| (item.id.clone(), [((*part).to_owned(), item)].into_iter().collect());
            self.put_aside(items.into_iter().map(aside).collect());
            for id in self.beyond.names_at(&["data", list.name]) {
                let to = ["data", SET_ASIDE, &id, part];
                self.beyond.relocate(&["data", list.name, &id], &to);
            }
        }
        let mut unknown = Vec::new();
        for (id, mut parts) in take(&mut self.set_aside) {
            for (part, list) in asked.iter().filter(|(_, list)| asks_for(framework, list, &id)) {
                if let Some(item) = parts.remove(part) {
                    self.lists.get_or_default(list.name).push(item);
                }
                let from = ["data", SET_ASIDE, &id, part];
                self.beyond.relocate(&from, &["data", list.name, &id]);
            }
            // An id under which only a later Cairn's words are left stays aside as well.
            if !parts.is_empty() || self.beyond.has(&["data", SET_ASIDE, &id]) {
                unknown.push((id, parts));
            }
        }
        self.set_aside = ById::from_ordered(unknown);
        for list in self.form.lists {
            if let Some(items) = self.lists.remove(list.name) {
                let items = in_order(items, |one, other| one.id < other.id);
                self.lists.insert(list.name.to_owned(), items);
            }
        }
        let words = take(&mut self.earlier_words);
        self.remember(words);
        self.set_aside.keys().cloned().collect()
    }

    /// Adds `theirs` to the answers that are set aside. Where both have the same answer, the later one
    /// stays and the words of the other go to the earlier words.
    pub(crate) fn put_aside(&mut self, theirs: ById<ById<Item>>) {
        let mut lost = Vec::new();
        let mine = take(&mut self.set_aside);
        self.set_aside = mine.joined(theirs, |id, one, other| {
            one.joined(other, |_, one, other| {
                if one == other {
                    return one;
                }
                let is_later = (&other.changed, &other) > (&one.changed, &one);
                let (stays, goes) = if is_later { (other, one) } else { (one, other) };
                let Stamp { at, by } = goes.changed.clone();
                let text = Entry::Item(goes).words();
                if !text.is_empty() {
                    lost.push(EarlierWords { id: id.to_owned(), text, at, by });
                }
                stays
            })
        });
        self.remember(lost);
    }
}

/// True when the framework asks for an answer with this id in this list.
fn asks_for(framework: &Framework, list: &List, id: &str) -> bool {
    if framework.indicator(id).is_some() {
        [&JUDGEMENTS, &NOTES].contains(&list)
    } else if framework.capability(id).is_some() {
        *list == LEFT_OUT
    } else {
        *list == REFLECTIONS && framework.asks(id)
    }
}
