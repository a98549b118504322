//! Edits of the open audit, each by its name, and undo and redo.

use leptos::prelude::*;

use crate::audit::slot::{Entry, Slot};
use crate::audit::{Action, Audit, Evidence, LeftOut, Written};
use crate::progression::Judgement;
use crate::web::io::{clock, new_id};
use crate::web::state::{Notice, Reversal, State};
use crate::web::words;

/// One step back: the slots that an edit touched, with what stood there before.
type Step = Vec<(Slot, Entry)>;

/// The steps back, and the steps forward again. They last as long as the audit stays open.
#[derive(Default)]
pub(super) struct History {
    back: Vec<Step>,
    forward: Vec<Step>,
    /// The slot that is being typed into: its keystrokes are one step.
    typing: Option<Slot>,
}

/// The most steps that are remembered.
const STEPS: usize = 200;

impl State {
    /// Changes a name, a reflection or a note as it is typed. Only a change between empty and not
    /// empty is told to the rest of the page, which counts what is filled in.
    pub(super) fn write(self, slot: Slot, text: String) {
        let is_empty = text.trim().is_empty();
        let was_empty = self.with_untracked(|audit| {
            audit.entry(&slot).is_none_or(|before| before.words().is_empty())
        });
        let shown = matches!(slot, Slot::Name | Slot::Organisation);
        self.type_into(slot, Entry::Written(Written { text, ..Written::default() }));
        if shown || is_empty != was_empty {
            self.audit.notify();
        }
    }

    fn remember_typing(self, slot: &Slot, before: Entry) {
        self.history.update_value(|history| {
            if history.typing.as_ref() != Some(slot) {
                history.typing = Some(slot.clone());
                history.remember(vec![(slot.clone(), before)]);
            }
        });
        self.show_undoable();
    }

    /// The person has left the field: what is typed next is another step, and lists that show the
    /// words of evidence or actions follow.
    pub fn end_typing(self) {
        let typed = self.history.try_update_value(|history| history.typing.take()).flatten();
        if matches!(typed, Some(Slot::Evidence(_) | Slot::Action(_))) {
            self.audit.notify();
        }
    }

    /// Changes an item of evidence as it is typed.
    pub fn type_evidence(self, id: &str, change: impl FnOnce(&mut Evidence)) {
        if let Some(mut evidence) = self.with_untracked(|audit| audit.evidence_item(id).cloned()) {
            change(&mut evidence);
            self.type_into(Slot::Evidence(id.to_owned()), Entry::Evidence(evidence));
        }
    }

    /// Changes an action as it is typed.
    pub fn type_action(self, id: &str, change: impl FnOnce(&mut Action)) {
        if let Some(mut action) = self.with_untracked(|audit| audit.action(id).cloned()) {
            change(&mut action);
            self.type_into(Slot::Action(id.to_owned()), Entry::Action(action));
        }
    }

    fn type_into(self, slot: Slot, entry: Entry) {
        let stamp = self.stamp();
        self.audit.update_untracked(|audit| {
            let before = audit.change(&slot, entry, stamp);
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
        let framework = self.framework.get_untracked();
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

    /// Changes an action in one step: its day or how far it is.
    pub fn change_action(self, id: &str, change: impl FnOnce(&mut Action)) {
        if let Some(mut action) = self.with_untracked(|audit| audit.action(id).cloned()) {
            change(&mut action);
            self.put_action(action);
        }
    }

    /// Changes an item of evidence in one step: one of its days.
    pub fn change_evidence(self, id: &str, change: impl FnOnce(&mut Evidence)) {
        if let Some(mut evidence) = self.with_untracked(|audit| audit.evidence_item(id).cloned()) {
            change(&mut evidence);
            self.put_evidence(evidence);
        }
    }

    /// Removes an action, with undo offered.
    pub fn remove_action(self, id: &str) {
        self.edit(vec![(Slot::Action(id.to_owned()), Entry::Removed(self.stamp()))]);
        self.tell_with_undo("The action was removed.", Reversal::Edit);
    }

    /// Puts every part of the open audit back to how it stood in `earlier`, as one step that can be
    /// undone. What was added since is removed.
    pub(super) fn put_back(self, earlier: &Audit) {
        let stamp = self.stamp();
        let changes = self.with_untracked(|audit| {
            let mut slots = audit.slots();
            for slot in earlier.slots() {
                if !slots.contains(&slot) {
                    slots.push(slot);
                }
            }
            let differing = slots.into_iter().filter_map(|slot| {
                let then = match earlier.entry(&slot) {
                    Some(entry) => entry,
                    None => match slot.empty() {
                        Entry::Removed(_) => Entry::Removed(stamp.clone()),
                        empty => empty,
                    },
                };
                (audit.entry(&slot) != Some(then.clone())).then_some((slot, then))
            });
            differing.collect::<Vec<_>>()
        });
        self.edit(changes);
        self.rewritten.update(|times| *times += 1);
    }

    /// Makes one edit: puts each entry into its slot, stamped with now and with the person's name.
    pub(super) fn edit(self, changes: Vec<(Slot, Entry)>) {
        let stamp = self.stamp();
        let mut step = Step::new();
        self.audit.update(|audit| {
            for (slot, entry) in changes {
                let before = audit.change(&slot, entry, stamp.clone());
                step.push((slot, before));
            }
        });
        for (slot, _) in &step {
            self.mark(slot.clone());
        }
        self.history.update_value(|history| {
            history.typing = None;
            history.remember(step);
        });
        self.show_undoable();
    }

    /// Takes the last edit back.
    pub fn undo(self) {
        let step = self.history.try_update_value(|history| {
            history.typing = None;
            history.back.pop()
        });
        if let Some(reverse) = self.step(step.flatten(), "Undone") {
            self.history.update_value(|history| history.forward.push(reverse));
            self.show_undoable();
        }
    }

    /// Makes the last edit that was taken back again.
    pub fn redo(self) {
        let step = self.history.try_update_value(|history| history.forward.pop());
        if let Some(reverse) = self.step(step.flatten(), "Done again") {
            self.history.update_value(|history| history.back.push(reverse));
            self.show_undoable();
        }
    }

    /// Puts what stood in the slots of a step back there. Gives the step that reverses this one.
    fn step(self, step: Option<Step>, done: &str) -> Option<Step> {
        let step = step?;
        let stamp = self.stamp();
        let mut reverse = Step::new();
        self.audit.update(|audit| {
            for (slot, before) in step {
                let after = audit.change(&slot, before, stamp.clone());
                reverse.push((slot, after));
            }
        });
        for (slot, _) in &reverse {
            self.mark(slot.clone());
        }
        self.rewritten.update(|times| *times += 1);
        let framework = self.framework.get_untracked();
        let what = reverse.first().map(|(slot, _)| words::slot(slot, framework));
        self.notice.set(None);
        self.tell(format!("{done}: {}.", what.unwrap_or_default()));
        Some(reverse)
    }

    /// A notice that offers to undo something has had its time once an edit is made: undoing it
    /// then would take the new words along.
    pub(super) fn forget_undo_notice(self) {
        self.forget_notice_if(Option::is_some);
    }

    fn forget_notice_if(self, over: fn(&Option<Reversal>) -> bool) {
        let is_over = |notice: &Notice| over(&notice.undo);
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(is_over)) {
            self.notice.set(None);
        }
    }

    /// Forgets every step, because another audit is open now.
    pub(super) fn forget_history(self) {
        self.forget_notice_if(|undo| *undo == Some(Reversal::Edit));
        self.history.set_value(History::default());
        self.show_undoable();
    }

    /// Forgets the steps that would put something else into a slot, because what came in since would be
    /// lost with it.
    pub(super) fn forget_steps(self, slot: &Slot) {
        let other = |step: &Step| step.iter().all(|(touched, _)| touched != slot);
        self.history.update_value(|history| {
            history.back.retain(other);
            history.forward.retain(other);
        });
        self.show_undoable();
    }

    fn show_undoable(self) {
        let undoable = self
            .history
            .with_value(|history| (!history.back.is_empty(), !history.forward.is_empty()));
        if self.undoable.get_untracked() != undoable {
            self.undoable.set(undoable);
        }
    }
}

impl History {
    fn remember(&mut self, step: Step) {
        self.forward.clear();
        self.back.push(step);
        if self.back.len() > STEPS {
            self.back.remove(0);
        }
    }
}
