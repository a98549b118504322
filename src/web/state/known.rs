//! What the records on this device hold and took from one another, looked up without reading a record
//! again that has not changed.

use std::sync::Arc;

use leptos::prelude::*;

use crate::cycle::looked_at;
use crate::record::Link;
use crate::records::Record;
use crate::web::io::clock;
use crate::web::state::State;

/// What is known of a record.
pub(super) struct Known {
    /// The write that it is known from.
    write: String,
    /// Its items that others may see, each by its list and its id.
    items: Vec<(String, String)>,
    /// What these say that they came from, each with the way to it.
    taken: Vec<(Link, Link)>,
}

impl Known {
    fn of(record: &Record, write: String) -> Known {
        let mut known = Known { write, items: Vec::new(), taken: Vec::new() };
        let mut add = |list: &str, item: &str, from: &[Link], here: &dyn Fn() -> Link| {
            known.items.push((list.to_owned(), item.to_owned()));
            known.taken.extend(from.iter().map(|from| (from.clone(), here())));
        };
        match record {
            Record::Audit(audit) => {
                for action in &audit.actions {
                    add("actions", &action.id, &[], &Link::default);
                }
                for evidence in &audit.evidence {
                    let here = || audit.link_to("evidence", &evidence.id, &evidence.title);
                    add("evidence", &evidence.id, &evidence.from, &here);
                }
            }
            Record::Book(book) => {
                for (list, item) in looked_at(book) {
                    let here = || book.link_to(list, item);
                    add(list, &item.id, item.links("from"), &here);
                    // What became part of it stands there.
                    for (part, _) in item.parts("also") {
                        add(list, part, &[], &Link::default);
                    }
                }
            }
        }
        known
    }
}

impl State {
    /// What is known of a record that is on this device and not in the bin.
    fn known(self, id: &str) -> Option<Arc<Known>> {
        let label = self.same_here(id)?;
        if label.binned_at.is_some() || label.from_newer() {
            return None;
        }
        if self.is_open(id) {
            return Some(Arc::new(self.open.with_untracked(|open| Known::of(open, String::new()))));
        }
        let before = self.known.with_value(|all| all.get(id).cloned());
        if let Some(before) = before.filter(|before| before.write == label.write) {
            return Some(before);
        }
        let read =
            self.workspace.try_update_value(|workspace| workspace.record(id, clock::now()))?;
        let known = Arc::new(Known::of(&read.ok()?, label.write));
        self.known.update_value(|all| all.insert(id.to_owned(), known.clone()));
        Some(known)
    }

    /// True when a record has the item that a link leads to, and others may see it. What stands in no
    /// list, such as an indicator, is always there.
    pub fn has_item(self, id: &str, link: &Link) -> bool {
        const NO_LISTS: [&str; 2] = ["indicators", "contributions"];
        NO_LISTS.contains(&link.list.as_str())
            || self.known(id).is_some_and(|known| {
                known.items.iter().any(|(list, item)| *list == link.list && *item == link.item)
            })
    }

    /// What a record on this device has that came from the item that a link leads to, as far as others
    /// may see it.
    pub fn taken_there(self, id: &str, from: &Link) -> Vec<Link> {
        let known = self.known(id);
        let taken = known.iter().flat_map(|known| &known.taken);
        let of_it = taken.filter(|(origin, _)| origin.leads_to_same(from));
        of_it.map(|(_, here)| here.clone()).collect()
    }

    /// What other records on this device say that they took from the record with this id, by the id of
    /// its item: links to what was made of it, also where this record knows nothing of them.
    pub fn taken_from(self, record: String) -> Memo<Vec<(String, Link)>> {
        Memo::new(move |_| {
            let labels = [self.labels.get(), self.others.get()].concat();
            let others = labels.iter().filter(|label| label.id != record);
            let known = others.filter_map(|label| self.known(&label.id));
            let mut taken = Vec::new();
            for known in known {
                let of_it = known.taken.iter().filter(|(from, _)| from.record == record);
                taken.extend(of_it.map(|(from, here)| (from.item.clone(), here.clone())));
            }
            taken
        })
    }
}
