//! The open audit: reading it, and edits of it, each by its name.

use leptos::prelude::*;

use crate::audit::answer::{self, JUDGEMENTS, LEFT_OUT, NOTES, REFLECTIONS, SAID, TEXT};
use crate::audit::evidence::{self, set_supports};
use crate::audit::{ACTIONS, Audit, EVIDENCE, action};
use crate::form::List;
use crate::progression::Judgement;
use crate::records::{Entry, Item, Record, Slot};
use crate::web::io::{clock, new_id};
use crate::web::state::open::OpenRecord;
use crate::words::state::records as say;

impl OpenRecord {
    /// Reads the open audit, an empty one without an id while none is open; what reads it runs again
    /// when the audit changes, but not while a person is only typing.
    pub fn with<R>(self, read: impl FnOnce(Audit<'_>) -> R) -> R {
        self.record.with(|record| read(audit_of(record)))
    }

    /// Reads the open audit once.
    pub fn with_untracked<R>(self, read: impl FnOnce(Audit<'_>) -> R) -> R {
        self.record.with_untracked(|record| read(audit_of(record)))
    }

    /// A text of the open audit, for a field: it changes when the words are changed from outside
    /// the field, not while a person types into it.
    pub fn text(
        self,
        read: impl Fn(Audit<'_>) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        self.record_text(move |record| read(audit_of(record)))
    }

    /// Reflects on a question, or on a part of one.
    pub fn reflect(self, question: &str, text: String) {
        self.write_about(&REFLECTIONS, question, text);
    }

    /// Writes the note beside a judgement.
    pub fn note(self, indicator: &str, text: String) {
        self.write_about(&NOTES, indicator, text);
    }

    /// Writes a text of “You said, we did”: `intro`, `closing`, or by a statement's id.
    pub fn say(self, id: &str, text: String) {
        self.write_about(&SAID, id, text);
    }

    /// Changes the words about something as they are typed.
    fn write_about(self, list: &'static List, id: &str, text: String) {
        let mut item = self.record.with_untracked(|record| record.item(list, id).cloned());
        let item = item.get_or_insert_with(|| Item::new(id.to_owned())).clone().with(&TEXT, text);
        self.write_entry(Slot::item(list, id), Entry::Item(item), false);
    }

    /// Judges an indicator.
    pub fn judge(self, indicator: &str, judgement: Judgement) {
        let framework = self.device.framework_now();
        let judged =
            self.with_untracked(|audit| audit.judged_with(framework, indicator, judgement));
        self.edit(vec![(Slot::item(&JUDGEMENTS, indicator), Entry::Item(judged))]);
    }

    /// Leaves a capability out of the audit, or takes it in again. Its answers are kept.
    pub fn leave_out(self, capability: &str, left_out: bool) {
        let entry = Entry::Item(answer::left_out(capability, left_out));
        self.edit(vec![(Slot::item(&LEFT_OUT, capability), entry)]);
    }

    /// Writes an item of evidence while its title is typed into the line that adds items. As long as it
    /// has no words, there is no item.
    pub fn begin_evidence(self, id: &str, title: &str, supports: &str) {
        let there = self.record.with_untracked(|record| record.item(&EVIDENCE, id).cloned());
        let is_there = there.is_some();
        // Another window may have written more of it meanwhile.
        let item = there.unwrap_or_else(|| evidence::new(id.to_owned(), "", [supports]));
        let entry = Entry::Item(item.with(&evidence::TITLE, title));
        if !entry.words().is_empty() {
            self.type_into(Slot::item(&EVIDENCE, id), entry);
        } else if is_there {
            self.type_into(Slot::item(&EVIDENCE, id), Entry::Removed(self.device.stamp()));
        }
    }

    /// Adds an item of evidence. Gives its id.
    pub fn add_evidence(self, title: &str, supports: &[&str]) -> String {
        let id = new_id(clock::now());
        let item = evidence::new(id.clone(), title, supports.iter().copied());
        self.edit(vec![(Slot::item(&EVIDENCE, &id), Entry::Item(item))]);
        id
    }

    /// Links an item of evidence to an area or an indicator, or unlinks it.
    pub fn link_evidence(self, id: &str, supported: &str, linked: bool) {
        self.change_item(&EVIDENCE, id, |item| set_supports(item, supported, linked));
    }

    /// Called when a suggested source is tapped in an area. Links the item of evidence with this title
    /// to the area, and makes the item if there is none. If the item is linked already, unlinks it, and
    /// removes it if nothing else is known of it.
    pub fn tap_source(self, title: &str, area: &str) {
        let found = self.with_untracked(|audit| {
            let found = audit.evidence().find(|evidence| evidence.title == title);
            found.map(|evidence| (evidence.id.to_owned(), evidence.supports.contains(area)))
        });
        let Some((id, linked)) = found else {
            self.add_evidence(title, &[area]);
            self.notices.announcement.set(say::evidence_added(title));
            return;
        };
        if !linked {
            self.notices.announcement.set(say::linked(title));
            self.link_evidence(&id, area, true);
            return;
        }
        self.notices.announcement.set(say::unlinked(title));
        let is_bare = self.with_untracked(|audit| {
            let alone = evidence::new(id.clone(), title, [area]);
            audit.evidence_item(&id).is_some_and(|evidence| evidence.item.fields == alone.fields)
        });
        if is_bare {
            let removed = Entry::Removed(self.device.stamp());
            self.edit(vec![(Slot::item(&EVIDENCE, &id), removed)]);
        } else {
            self.link_evidence(&id, area, false);
        }
    }

    /// Adds an action about an indicator, or one of the organisation's own. Gives its id.
    pub fn add_action(self, indicator: Option<&str>) -> String {
        let id = new_id(clock::now());
        let item = Item::new(id.clone()).with(&action::INDICATOR, indicator.unwrap_or_default());
        self.edit(vec![(Slot::item(&ACTIONS, &id), Entry::Item(item))]);
        id
    }
}

fn audit_of(record: &Record) -> Audit<'_> {
    static NO_AUDIT: Record = Record::NOTHING;
    Audit::of(record).unwrap_or(Audit { record: &NO_AUDIT })
}
