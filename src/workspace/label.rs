//! How a record stands in the store: one line that says what it is, then the text of its file.
//!
//! The line is all that the list of audits needs, so a start reads no audit; and because it is
//! written together with the text, the two cannot disagree.

use serde::{Deserialize, Serialize};

use crate::audit::Audit;
use crate::audit::standing::{Progress, Standing};
use crate::exchange::envelope::{VERSION, audit_text};
use crate::exchange::{File, ImportError, from_text};
use crate::framework::Framework;
use crate::moment::Timestamp;
use crate::progression::{Stage, Tally};
use crate::workspace::pack;

/// Texts up to this many bytes are kept as they are: packing would save little.
const PLAIN_BYTES: usize = 2_000;

/// What can be said of a stored record without reading it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// The version of the format.
    pub version: u32,
    /// The record's id.
    pub id: String,
    /// The audit's name.
    pub name: String,
    /// The organisation.
    pub organisation: String,
    /// When the audit was last changed.
    pub changed_at: Timestamp,
    /// Which write this is; no two are the same.
    pub write: String,
    /// The number of compressed bytes when the text is packed.
    pub packed: Option<usize>,
    /// When the record was put into the bin.
    pub binned_at: Option<Timestamp>,
    /// For a snapshot, what it was taken before.
    pub before: Option<String>,
    /// Achieved and all indicators for each stage, Engaged first.
    pub stones: [(usize, usize); 4],
    /// How much is answered: reflected, questions, judged, indicators.
    pub progress: (usize, usize, usize, usize),
    /// 0 for none, 1 to 4 for Engaged to Exemplary.
    pub reached: usize,
}

impl Label {
    /// The label of `audit` as it stands now.
    pub fn of(audit: &Audit, framework: &Framework, write: String) -> Label {
        let standing = Standing::of(&audit.assess(framework));
        let progress = audit.progress(framework);
        Label {
            version: VERSION,
            id: audit.id.clone(),
            name: audit.name.text.clone(),
            organisation: audit.organisation.text.clone(),
            changed_at: audit.changed_at(),
            write,
            packed: None,
            binned_at: None,
            before: None,
            stones: standing.tallies.map(|tally| (tally.achieved, tally.total())),
            progress: (
                progress.reflected,
                progress.questions,
                progress.judged,
                progress.indicators,
            ),
            reached: standing.reached.map_or(0, |stage| stage.index() + 1),
        }
    }

    /// How much of the audit is answered.
    pub fn progress(&self) -> Progress {
        let (reflected, questions, judged, indicators) = self.progress;
        Progress { reflected, questions, judged, indicators }
    }

    /// Where the audit stands, as far as its picture needs it: judgements other than achieved are
    /// not told apart.
    pub fn standing(&self) -> Standing {
        let tallies = self.stones.map(|(achieved, total)| Tally {
            achieved,
            not_answered: total.saturating_sub(achieved),
            ..Tally::default()
        });
        let working_at = Stage::ALL.into_iter().find(|stage| {
            let tally = tallies[stage.index()];
            tally.total() > 0 && !tally.complete()
        });
        let reached = self.reached.checked_sub(1).and_then(|index| Stage::ALL.get(index)).copied();
        Standing { tallies, reached, working_at }
    }

    /// Reads the first line of a stored text; `None` when it is not a label.
    pub fn parse(head: &str) -> Option<Label> {
        serde_json::from_str(head).ok().or_else(|| Label::of_newer(head))
    }

    /// A newer Cairn may write its label in another way. What can be made out is enough to list the
    /// record, and its version to leave it alone.
    fn of_newer(head: &str) -> Option<Label> {
        let found: serde_json::Value = serde_json::from_str(head).ok()?;
        let version = u32::try_from(found["version"].as_u64()?).unwrap_or(u32::MAX);
        let text = |field: &str| found[field].as_str().unwrap_or_default().to_owned();
        (version > VERSION).then(|| Label {
            version,
            id: text("id"),
            name: text("name"),
            organisation: text("organisation"),
            changed_at: text("changed_at").parse().unwrap_or_default(),
            write: text("write"),
            packed: None,
            binned_at: None,
            before: None,
            stones: Default::default(),
            progress: Default::default(),
            reached: 0,
        })
    }

    /// True for a record of a newer Cairn. It stays untouched: this one cannot tell what it would
    /// lose.
    pub fn from_newer(&self) -> bool {
        self.version > VERSION
    }

    /// The stored text: this label, then `audit`. Also gives its first line.
    pub fn stored(mut self, audit: &Audit, now: Timestamp) -> (String, String) {
        let text = audit_text(audit, now);
        let body = if text.len() <= PLAIN_BYTES {
            text
        } else {
            let (packed, length) = pack::pack(&text);
            self.packed = Some(length);
            packed
        };
        let head = self.line();
        (format!("{head}\n{body}"), head)
    }

    /// The label as a first line.
    pub fn line(&self) -> String {
        serde_json::to_string(self).expect("a label has only plain fields")
    }
}

/// Why a stored text could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Its first line is not a label.
    Label,
    /// The text could not be unpacked.
    Packing,
    /// The text is not an audit.
    Content(ImportError),
}

/// Takes a stored text apart into its label and its audit.
pub fn read_stored(stored: &str) -> Result<(Label, Audit), Unreadable> {
    let (label, text) = stored_text(stored)?;
    match from_text(&text).map_err(Unreadable::Content)? {
        File::Audit(audit) if audit.id == label.id => Ok((label, *audit)),
        _ => Err(Unreadable::Label),
    }
}

/// Takes a stored text apart into its label and the text of its file, which may be damaged.
pub fn stored_text(stored: &str) -> Result<(Label, String), Unreadable> {
    let (head, body) = stored.split_once('\n').ok_or(Unreadable::Label)?;
    let label = Label::parse(head).ok_or(Unreadable::Label)?;
    let text = match label.packed {
        None => body.to_owned(),
        Some(length) => pack::unpack(body, length).ok_or(Unreadable::Packing)?,
    };
    Ok((label, text))
}
