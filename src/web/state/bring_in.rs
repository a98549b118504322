//! Putting one audit in place of another: bringing in what came in files, going back to an earlier
//! copy, and undoing either. A copy of what stood there always comes first.

use leptos::prelude::*;

use crate::audit::Audit;
use crate::web::io::{clock, new_id};
use crate::web::state::{Reversal, State};
use crate::web::words;
use crate::workspace::{Snapshot, StoreError};

/// What to do with an audit that came in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Put it on this device.
    Add,
    /// Put it on this device beside the one with the same id.
    AddCopy,
    /// Put it in place of the one with the same id, of which a snapshot is kept.
    Replace,
    /// Leave it.
    Skip,
}

impl State {
    /// Brings audits from files in, each as chosen, with undo offered. Gives how many came in.
    pub fn bring_in(self, audits: Vec<(Audit, Choice)>) -> usize {
        self.save_now();
        let (mut added, mut replaced, mut unsaved) = (Vec::new(), Vec::new(), 0);
        for (mut audit, choice) in audits {
            audit.settle(self.framework.get_untracked());
            match choice {
                Choice::Skip => continue,
                Choice::Replace => {
                    let Some(before) = self.read(&audit.id) else { continue };
                    audit.keep_earlier_words_of(&before);
                    if self.put_in_place(&audit, "opening a file") {
                        let _ = self.change_bin(&audit.id, false);
                        replaced.push(before);
                    }
                    continue;
                }
                Choice::AddCopy => audit.id = new_id(clock::now()),
                // Two files opened together can hold the same audit.
                Choice::Add if self.same_here(&audit.id).is_some() => {
                    audit.id = new_id(clock::now());
                }
                Choice::Add => {}
            }
            added.push(audit.id.clone());
            unsaved += usize::from(!self.keep(audit));
        }
        let count = added.len() + replaced.len();
        if count > 0 {
            let came_in = words::count(count, "audit was", "audits were");
            let trouble = match unsaved {
                0 => "",
                _ => " They are in memory only: see the message about saving above.",
            };
            self.tell_with_undo(
                format!("{came_in} opened from the file.{trouble}"),
                Reversal::Import { added, replaced },
            );
        }
        count
    }

    /// Puts `audit` in place of the one with its id, part by part, so that other tabs follow; a
    /// snapshot of what stood there comes first. False, and nothing changed, when that fails.
    /// Looks at the store before, so that saving has nothing to bring back from there.
    fn put_in_place(self, audit: &Audit, before: &str) -> bool {
        if !self.with_untracked(|open| open.id == audit.id) {
            let Some(current) = self.read(&audit.id) else { return false };
            self.audit.set(current);
            self.forget_history();
        }
        self.take_in();
        if let Err(error) = self.snapshot_open(before) {
            self.tell_problem(format!(
                "Nothing was changed, because there was no room for a safety copy first: {error}."
            ));
            return false;
        }
        self.put_back(audit);
        self.save_now();
        true
    }

    fn snapshot_open(self, before: &str) -> Result<(), StoreError> {
        self.save_now();
        let framework = self.framework.get_untracked();
        let mut kept = Ok(());
        self.with_untracked(|audit| {
            self.workspace.update_value(|workspace| {
                kept = workspace.snapshot(audit, framework, before, clock::now());
            });
        });
        kept
    }

    /// The safety copies of the open audit, newest first.
    pub fn snapshots(self) -> Vec<Snapshot> {
        let id = self.id();
        self.workspace.with_value(|workspace| workspace.snapshots(&id)).unwrap_or_default()
    }

    /// Puts the open audit back to how it stood in a safety copy; a copy of now comes first.
    pub fn go_back_to(self, snapshot: &Snapshot) {
        let read = self.workspace.with_value(|workspace| workspace.read_snapshot(&snapshot.key));
        match read {
            Ok(Some(mut audit)) => {
                self.with_untracked(|now| audit.keep_earlier_words_of(now));
                if self.put_in_place(&audit, "going back to an earlier copy") {
                    self.tell_with_undo("The audit is as it was in that copy.", Reversal::Edit);
                }
            }
            Ok(None) => self.tell_problem("That copy could not be read. Nothing was changed."),
            Err(error) => {
                self.tell_problem(format!("That copy could not be read: {error}."));
            }
        }
    }

    /// Does what a notice offers to undo.
    pub fn reverse(self, reversal: Reversal) {
        match reversal {
            Reversal::Unbin(id) => self.take_from_bin(&id),
            Reversal::Edit => self.undo(),
            Reversal::Import { added, replaced } => {
                for id in &added {
                    let _ = self.change_bin(id, true);
                }
                for audit in replaced {
                    self.put_in_place(&audit, "undoing an import");
                }
                self.tell(match added.len() {
                    0 => "The import was undone: the audit is as it was before.",
                    _ => "The import was undone. What had come in is in the bin.",
                });
                self.arrive(self.route.get_untracked());
            }
        }
    }
}
