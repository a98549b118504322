//! Answers to what the framework does not ask: kept aside as they came, and back in their place as soon
//! as a framework asks for them.

use std::mem::take;

use crate::audit::answer::{JUDGEMENTS, LEFT_OUT, NOTES, REFLECTIONS};
use crate::by_id::ById;
use crate::form::List;
use crate::framework::Framework;
use crate::order::in_order;
use crate::record::{EarlierWords, Stamp};
use crate::records::{Entry, Item, Record};

/// In a file, what holds the answers that are set aside.
const SET_ASIDE: &str = "set_aside";

impl Record {
    /// Moves answers to what `framework` does not ask into [`Record::set_aside`] and takes back from
    /// there those that it asks for; puts every list and the earlier words in their order. Gives the ids
    /// that are set aside afterwards. Records that answer no framework are only put in order.
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
            // Of what is not known here at all, a later Cairn may have written something.
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

    /// Sets answers aside beside what already is; the later of two stays, and words that lose
    /// are remembered.
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

/// Whether the framework asks for an answer that stands in a list under an id.
fn asks_for(framework: &Framework, list: &List, id: &str) -> bool {
    if framework.indicator(id).is_some() {
        [&JUDGEMENTS, &NOTES].contains(&list)
    } else if framework.capability(id).is_some() {
        *list == LEFT_OUT
    } else {
        *list == REFLECTIONS && framework.asks(id)
    }
}
