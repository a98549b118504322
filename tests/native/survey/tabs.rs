//! Answers that two tabs count at once while neither can save.

use cairn::records::{Entry, Record, Slot};
use cairn::survey::tally::Tally;
use cairn::workspace::Workspace;

use super::{SURVEY, closed_survey, response};
use crate::samples::{at, empty_audit, framework};
use crate::store::MemoryStore;

struct Tab {
    workspace: Workspace<MemoryStore>,
    record: Record,
    edited: Vec<Slot>,
}

impl Tab {
    fn open(store: &MemoryStore, name: &str) -> Tab {
        let mut workspace = Workspace::open(store.clone(), name.to_owned(), at(0));
        let record = workspace.record("one", at(0)).unwrap();
        Tab { workspace, record, edited: Vec::new() }
    }

    fn count(&mut self, people: &[u32]) {
        let mut tally = self.tally();
        for person in people {
            assert!(tally.count(&response(*person, "BEBBBBBBBBBBBBBBBBBBBBBB", "")));
        }
        self.put(tally);
    }

    fn tally(&self) -> Tally {
        let tally = self.record.collected().unwrap().tally.cloned();
        tally.unwrap_or_else(|| Tally::new(SURVEY))
    }

    fn put(&mut self, tally: Tally) {
        self.record.put(&Slot::Tally, Entry::Tally(tally));
        self.edited.push(Slot::Tally);
    }

    /// Saves; true when the store has kept it.
    fn save(&mut self) -> bool {
        let saved = self.workspace.save(&mut self.record, &self.edited, framework(), at(0));
        if saved.is_ok() {
            self.edited.clear();
        }
        saved.is_ok()
    }

    fn look(&mut self) -> u32 {
        if let Some(tally) = self.record.collected().unwrap().released() {
            self.put(tally);
            assert!(self.save());
        }
        self.record.collected().unwrap().shown().map_or(0, |shown| shown.responses)
    }
}

/// A device with a survey whose threshold is three and which two people have answered.
fn device() -> MemoryStore {
    let store = MemoryStore::default();
    let mut audit = empty_audit("one");
    audit.survey = Some(closed_survey());
    audit.survey.as_mut().unwrap().threshold = 3;
    let mut workspace = Workspace::open(store.clone(), "before".to_owned(), at(0));
    workspace.save(&mut audit, &[], framework(), at(0)).unwrap();
    let mut tab = Tab::open(&store, "begin");
    tab.count(&[0, 1]);
    assert!(tab.save());
    store
}

#[test]
fn what_shows_in_one_tab_stays_when_another_has_counted_more_in_memory() {
    let store = device();
    let (mut one, mut two) = (Tab::open(&store, "one"), Tab::open(&store, "two"));
    store.set_quota(Some(0));
    one.count(&[2]);
    two.count(&[3, 4]);
    assert!(!one.save() && !two.save());
    store.set_quota(None);
    assert!(one.save());
    assert_eq!(one.look(), 3);
    assert!(two.save());
    assert_eq!(two.tally().responses(), 5, "nobody's answer is lost");
    assert_eq!(two.look(), 3, "two more are not enough for a step");
    let mut again = Tab::open(&store, "again");
    assert_eq!((again.look(), again.tally().responses()), (3, 5));
}

#[test]
fn an_answer_on_this_device_is_counted_though_another_tab_saves_first() {
    let store = device();
    let (mut one, mut kiosk) = (Tab::open(&store, "one"), Tab::open(&store, "kiosk"));
    store.set_quota(Some(0));
    kiosk.count(&[9]);
    one.count(&[2, 3]);
    assert!(!kiosk.save() && !one.save());
    store.set_quota(None);
    assert!(one.save() && kiosk.save());
    assert_eq!(kiosk.tally().responses(), 5);
    assert_eq!(Tab::open(&store, "again").look(), 5);
}
