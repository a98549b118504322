//! Looks up which items other records have, and what records took from one another.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::audit::INDICATORS;
use crate::organisation::contribution;
use crate::record::{Link, RecordKind};
use crate::web::io::clock;
use crate::web::state::known::Known;
use crate::web::state::open::OpenRecord;
use crate::workspace::label::Label;

impl OpenRecord {
    /// What is known of a record. `None` when it is not on this device, in the bin, from a newer Cairn,
    /// or unreadable.
    fn known(self, id: &str) -> Option<Arc<Known>> {
        let label = self.library.label_of(id)?;
        if label.binned_at.is_some() || label.from_newer() {
            return None;
        }
        if self.is_open(id) {
            return Some(Arc::new(
                self.record.with_untracked(|open| Known::of(open, String::new())),
            ));
        }
        if let Some(before) = self.known_before(id, &label) {
            return Some(before);
        }
        let read = self
            .library
            .workspace
            .try_update_value(|workspace| workspace.record(id, clock::now()))?;
        let known = Arc::new(Known::of(&read.ok()?, label.write));
        self.known.update_value(|all| all.insert(id.to_owned(), known.clone()));
        Some(known)
    }

    /// What was known of a record, if it has not been written since. A label without a write is of a
    /// record in memory only, which is read each time.
    fn known_before(self, id: &str, label: &Label) -> Option<Arc<Known>> {
        let before = self.known.with_value(|all| all.get(id).cloned())?;
        (!label.write.is_empty() && before.write == label.write).then_some(before)
    }

    /// True when looking a record up reads nothing: it is open, already known, or not on this device.
    fn is_known(self, id: &str) -> bool {
        self.is_open(id)
            || self.library.label_of(id).is_none_or(|label| self.known_before(id, &label).is_some())
    }

    /// True when a record has the item that a link leads to, and others may see it. What stands in no
    /// list, such as an indicator, is always there.
    pub fn has_item(self, id: &str, link: &Link) -> bool {
        const NO_LISTS: [&str; 2] = [INDICATORS, contribution::LIST];
        NO_LISTS.contains(&link.list.as_str())
            || self.known(id).is_some_and(|known| {
                known.items.iter().any(|(list, item)| *list == link.list && *item == link.item)
            })
    }

    /// The items of a record on this device that came from the item at `from`, as links, as far as
    /// others may see them.
    pub fn taken_there(self, id: &str, from: &Link) -> Vec<Link> {
        let known = self.known(id);
        let taken = known.iter().flat_map(|known| &known.taken);
        let of_it = taken.filter(|(origin, _)| origin.leads_to_same(from));
        of_it.map(|(_, here)| here.clone()).collect()
    }

    /// What other records on this device took from the open one: the id of the item here, and a link to
    /// what was made of it there. The open record itself may know nothing of these. Records that have
    /// to be read for this are read one by one, once the page can be seen.
    pub fn taken_from_here(self) -> Memo<Vec<(String, Link)>> {
        let (record, kind) = self.record.with_untracked(|open| (open.id.clone(), open.kind()));
        let found = RwSignal::new(Vec::new());
        let looks = StoredValue::new(0);
        Effect::new(move || {
            let mut ids = self.library.others.with(|others| ids_of(others));
            // No audit takes anything from another.
            if kind != RecordKind::Audit {
                ids.extend(self.library.labels.with(|audits| ids_of(audits)));
            }
            ids.retain(|id| *id != record);
            looks.update_value(|looks| *looks += 1);
            let (record, look) = (record.clone(), looks.get_value());
            Search { record, ids, so_far: Vec::new(), found, looks, look }.go_on(self, false);
        });
        Memo::new(move |_| found.get())
    }
}

/// A search for what other records took from one record.
struct Search {
    /// The id of the record that they took from.
    record: String,
    /// The ids of the records that are still to be looked at.
    ids: Vec<String>,
    so_far: Vec<(String, Link)>,
    found: RwSignal<Vec<(String, Link)>>,
    /// How many searches have been begun, and which of them this is: only the last one counts.
    looks: StoredValue<u32>,
    look: u32,
}

impl Search {
    /// Looks at the records that are known, and if it `may_read`, at one more that has to be read. The
    /// next is read after the browser has had its turn.
    fn go_on(mut self, open: OpenRecord, mut may_read: bool) {
        while let Some(id) = self.ids.pop() {
            if !open.is_known(&id) && !std::mem::take(&mut may_read) {
                self.ids.push(id);
                set_timeout(move || self.go_on_if_wanted(open), Duration::ZERO);
                return;
            }
            let known = open.known(&id);
            let taken = known.iter().flat_map(|known| &known.taken);
            let of_it = taken.filter(|(from, _)| from.record == self.record);
            self.so_far.extend(of_it.map(|(from, here)| (from.item.clone(), here.clone())));
        }
        self.found.try_set(self.so_far);
    }

    /// Goes on unless the page was left, or another search was begun.
    fn go_on_if_wanted(self, open: OpenRecord) {
        if self.looks.try_get_value() == Some(self.look) {
            self.go_on(open, true);
        }
    }
}

fn ids_of(labels: &[Label]) -> Vec<String> {
    labels.iter().filter(|label| !label.from_newer()).map(|label| label.id.clone()).collect()
}
