//! Edits of the open record, those of an audit each by its name.

use leptos::prelude::*;

use crate::audit::slot::{Entry, Slot};
use crate::audit::{Action, Evidence, LeftOut, Stamp, Written};
use crate::json::limits;
use crate::progression::Judgement;
use crate::records::{self, Record};
use crate::web::io::{clock, new_id};
use crate::web::state::history::{Elsewhere, Step};
use crate::web::state::{Reversal, State};

impl State {
    /// Changes a name, a reflection or a note of an audit as it is typed.
    pub(super) fn write(self, slot: Slot, text: String) {
        let heading = matches!(slot, Slot::Name | Slot::Organisation);
        let entry = Entry::Written(Written { text, ..Written::default() });
        self.write_entry(slot.into(), entry.into(), heading);
    }

    /// Changes a text as it is typed. Only a change between empty and not empty is told to the rest of
    /// the page, which counts what is filled in, and a change of who writes; every change of a
    /// `heading`, which stands elsewhere on the page as well.
    pub(super) fn write_entry(self, slot: records::Slot, entry: records::Entry, heading: bool) {
        let is_empty = entry.words().is_empty();
        let by = self.stamp().by;
        let (was_empty, was_mine) = self.open.with_untracked(|record| {
            let before = record.entry(&slot).unwrap_or_else(|| slot.empty());
            (before.words().is_empty(), before.stamp().by == by)
        });
        self.type_into(slot, entry);
        if heading || !was_mine || is_empty != was_empty {
            self.open.notify();
        }
        if !was_mine {
            self.rewritten.update(|times| *times += 1);
        }
    }

    /// The person has left the field: what is typed next is another step, and lists that show the
    /// words of their items follow.
    pub fn end_typing(self) {
        let typed = self.history.try_update_value(|history| history.typing.take()).flatten();
        if typed.is_some_and(|slot| slot.is_item()) {
            self.open.notify();
        }
    }

    /// Changes an item of evidence as it is typed.
    pub fn type_evidence(self, id: &str, change: impl FnOnce(&mut Evidence)) {
        if let Some(mut evidence) = self.with_untracked(|audit| audit.evidence_item(id).cloned()) {
            change(&mut evidence);
            self.type_into(Slot::Evidence(id.to_owned()).into(), Entry::Evidence(evidence).into());
        }
    }

    /// Changes an action as it is typed.
    pub fn type_action(self, id: &str, change: impl FnOnce(&mut Action)) {
        if let Some(mut action) = self.with_untracked(|audit| audit.action(id).cloned()) {
            change(&mut action);
            self.type_into(Slot::Action(id.to_owned()).into(), Entry::Action(action).into());
        }
    }

    /// Changes an entry as it is typed, and tells nothing else on the page.
    pub(super) fn type_into(self, slot: records::Slot, entry: records::Entry) {
        // What is written must be read again elsewhere, and nobody's words are cut without a word.
        if limits::is_too_long(&entry.words()) {
            self.tell_problem("This text is longer than 500,000 characters, which is the most that Cairn can keep. What you typed or pasted last is not saved. Please put a part of it into another field or into a file.");
            return;
        }
        let stamp = self.stamp();
        self.open.update_untracked(|record| {
            let before = record.change(&slot, entry, stamp);
            self.remember_typing(&slot, before);
        });
        self.mark(slot);
    }

    /// Renames the audit.
    pub fn rename(self, name: String) {
        self.write(Slot::Name, name);
    }

    /// Names the organisation.
    pub fn name_organisation(self, name: String) {
        self.write(Slot::Organisation, name);
    }

    /// Reflects on a question, or on a part of one.
    pub fn reflect(self, question: &str, text: String) {
        self.write(Slot::Reflection(question.to_owned()), text);
    }

    /// Writes the note beside a judgement.
    pub fn note(self, indicator: &str, text: String) {
        self.write(Slot::Note(indicator.to_owned()), text);
    }

    /// Judges an indicator.
    pub fn judge(self, indicator: &str, judgement: Judgement) {
        let framework = self.framework_now();
        let stamp = self.stamp();
        let judged =
            self.with_untracked(|audit| audit.judged_with(framework, indicator, judgement, stamp));
        self.edit(vec![(Slot::Judgement(indicator.to_owned()), Entry::Judged(judged))]);
    }

    /// Leaves a capability out of the audit, or takes it in again. Its answers are kept.
    pub fn leave_out(self, capability: &str, left_out: bool) {
        let entry = Entry::LeftOut(LeftOut { left_out, ..LeftOut::default() });
        self.edit(vec![(Slot::LeftOut(capability.to_owned()), entry)]);
    }

    /// Writes an item of evidence as its title is typed into the line that adds it; while it has no
    /// words, there is none.
    pub fn begin_evidence(self, id: &str, title: &str, supports: &str) {
        let there = self.with_untracked(|audit| audit.evidence_item(id).cloned());
        let slot = Slot::Evidence(id.to_owned());
        let is_there = there.is_some();
        // Another window may have written more of it meanwhile.
        let mut evidence = there.unwrap_or_else(|| Evidence {
            id: id.to_owned(),
            supports: [supports.to_owned()].into_iter().collect(),
            ..Evidence::default()
        });
        evidence.title = title.to_owned();
        let entry = Entry::Evidence(evidence);
        if !entry.words().is_empty() {
            self.type_into(slot.into(), entry.into());
        } else if is_there {
            self.type_into(slot.into(), Entry::Removed(self.stamp()).into());
        }
    }

    /// Adds an item of evidence. Gives its id.
    pub fn add_evidence(self, title: &str, supports: &[&str]) -> String {
        let id = new_id(clock::now());
        self.put_evidence(Evidence {
            id: id.clone(),
            title: title.to_owned(),
            supports: supports.iter().map(|id| (*id).to_owned()).collect(),
            ..Evidence::default()
        });
        id
    }

    /// Puts an item of evidence in place of the one with its id.
    pub fn put_evidence(self, evidence: Evidence) {
        self.edit(vec![(Slot::Evidence(evidence.id.clone()), Entry::Evidence(evidence))]);
    }

    /// Links an item of evidence to an area or an indicator, or unlinks it.
    pub fn link_evidence(self, id: &str, supported: &str, linked: bool) {
        if let Some(mut evidence) = self.with_untracked(|audit| audit.evidence_item(id).cloned()) {
            if linked {
                evidence.supports.insert(supported.to_owned());
            } else {
                evidence.supports.remove(supported);
            }
            self.put_evidence(evidence);
        }
    }

    /// A suggested source was tapped in an area: links the item of that title to the area, which is
    /// made if there is none. Tapped again, it is unlinked, and goes if nothing else is known of it.
    pub fn tap_source(self, title: &str, area: &str) {
        let found = self.with_untracked(|audit| {
            audit.evidence.iter().find(|evidence| evidence.title == title).cloned()
        });
        let Some(mut evidence) = found else {
            self.add_evidence(title, &[area]);
            self.announcement.set(format!("Added to the evidence: {title}"));
            return;
        };
        if !evidence.supports.contains(area) {
            evidence.supports.insert(area.to_owned());
            self.announcement.set(format!("Linked: {title}"));
            self.put_evidence(evidence);
            return;
        }
        evidence.supports.remove(area);
        self.announcement.set(format!("No longer linked: {title}"));
        let bare = Evidence {
            id: evidence.id.clone(),
            title: evidence.title.clone(),
            changed: evidence.changed.clone(),
            ..Evidence::default()
        };
        if evidence == bare {
            let removed = Entry::Removed(self.stamp());
            self.edit(vec![(Slot::Evidence(evidence.id), removed)]);
        } else {
            self.put_evidence(evidence);
        }
    }

    /// Removes an item of evidence, with undo offered.
    pub fn remove_evidence(self, id: &str) {
        self.edit(vec![(Slot::Evidence(id.to_owned()), Entry::Removed(self.stamp()))]);
        self.tell_with_undo("The item of evidence was removed.", Reversal::Edit);
    }

    /// Adds an action about an indicator, or one of the organisation's own. Gives its id.
    pub fn add_action(self, indicator: Option<&str>) -> String {
        let id = new_id(clock::now());
        self.put_action(Action {
            id: id.clone(),
            indicator: indicator.map(str::to_owned),
            ..Action::default()
        });
        id
    }

    /// Puts an action in place of the one with its id.
    pub fn put_action(self, action: Action) {
        self.edit(vec![(Slot::Action(action.id.clone()), Entry::Action(action))]);
    }

    /// Changes the day of an action, as it is typed or chosen.
    pub fn date_action(self, id: &str, change: impl FnOnce(&mut Action)) {
        self.type_action(id, change);
        self.open.notify();
    }

    /// Changes an action in one step: how far it is.
    pub fn change_action(self, id: &str, change: impl FnOnce(&mut Action)) {
        if let Some(mut action) = self.with_untracked(|audit| audit.action(id).cloned()) {
            change(&mut action);
            self.put_action(action);
        }
    }

    /// Changes one of the days of an item of evidence, as it is typed or chosen.
    pub fn date_evidence(self, id: &str, change: impl FnOnce(&mut Evidence)) {
        self.type_evidence(id, change);
        self.open.notify();
    }

    /// Removes an action, with undo offered.
    pub fn remove_action(self, id: &str) {
        self.edit(vec![(Slot::Action(id.to_owned()), Entry::Removed(self.stamp()))]);
        self.tell_with_undo("The action was removed.", Reversal::Edit);
    }

    /// Puts the open record back to how it stood in `earlier`, as one step that can be undone. What
    /// was added since is removed; who wrote what stays as it was.
    pub(super) fn put_back(self, earlier: &Record) {
        let stamp = self.stamp();
        let changes = self.open.with_untracked(|record| record.changes_to(earlier, &stamp));
        self.make(Step { slots: changes, along: Some(earlier.along()), elsewhere: None });
        self.rewritten.update(|times| *times += 1);
    }

    /// Makes one edit of an audit.
    pub(super) fn edit(self, changes: Vec<(Slot, Entry)>) {
        let changes = changes.into_iter().map(|(slot, entry)| (slot.into(), entry.into()));
        self.edit_entries(changes.collect());
    }

    /// Makes one edit: puts each entry into its slot, stamped with now and with the person's name.
    pub(super) fn edit_entries(self, changes: Vec<(records::Slot, records::Entry)>) {
        self.edit_here_and_elsewhere(changes, None);
    }

    /// Makes one edit that touches another record as well. False, and nothing is changed, where that
    /// cannot be had.
    pub(super) fn edit_here_and_elsewhere(
        self,
        changes: Vec<(records::Slot, records::Entry)>,
        elsewhere: Option<Elsewhere>,
    ) -> bool {
        let by = self.stamp().by;
        let slots = changes.into_iter().map(|(slot, entry)| {
            let stamp = Stamp { by: by.clone(), ..entry.stamp().clone() };
            (slot, entry.stamped(stamp))
        });
        self.make(Step { slots: slots.collect(), along: None, elsewhere })
    }
}
