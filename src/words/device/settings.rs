//! The sentences of the settings.

use crate::moment::Timestamp;
use crate::words::{self, count};
use crate::workspace::label::Label;

pub const HEADING: &str = "Settings";

// --- Your name

pub const YOUR_NAME: &str = "Your name";

pub const NAME_OR_INITIALS: &str = "Your name or initials (optional)";

pub const WHERE_YOUR_NAME_GOES: &str = "Cairn keeps it with what you write, in files too, so that colleagues can see who last changed something.";

// --- Look

pub const LOOK: &str = "Look";

pub const LIGHT_OR_DARK: &str = "Light or dark";

pub const AS_DEVICE: &str = "As this device";

pub const LIGHT: &str = "Light";

pub const DARK: &str = "Dark";

pub const TEXT_SIZE: &str = "Text size";

pub const SMALL: &str = "Small";

pub const NORMAL: &str = "Normal";

pub const LARGE: &str = "Large";

pub const LARGEST: &str = "Largest";

// --- What is kept on this device

pub const KEPT_HERE: &str = "What is kept on this device";

pub const NOTHING_CAN_BE_KEPT: &str = "This browser does not let Cairn keep anything.";

pub const HOW_MUCH_SPACE: &str = "Most browsers give each web site space for about five million characters. Long audits are compressed to about a third of their size.";

pub const PROMISED: &str = "The browser has promised not to clear it by itself.";

pub const NOT_PROMISED: &str = "The browser may clear it when the device runs short of space.";

pub const PROMISE_NOT_KNOWN: &str = "The browser does not say whether it may clear it by itself.";

pub const ASK_TO_KEEP: &str = "Ask the browser to keep it";

/// Beside a bar: how much of the space that a browser gives is used, in percent.
pub fn space_used(percent: usize) -> String {
    match percent {
        0 => "Less than 1% of the space is used.".to_owned(),
        percent => format!("{percent}% of the space is used."),
    }
}

// --- Backup

pub const BACKUP: &str = "Backup";

pub const WHAT_A_BACKUP_HOLDS: &str = "A backup file holds your audits, teams, people and organisations, your settings and your wording pack.";

pub const SAVE_EVERYTHING: &str = "Save everything as a file";

pub const OPEN_FILE: &str = "Open a file";

pub const BIN: &str = "The bin";

pub const BACKUP_AGE_NOT_KNOWN: &str = "This device’s clock was wrong when the last backup file was made, so Cairn cannot tell how old that file is.";

pub const NO_BACKUP: &str = "No backup file has been made on this device yet.";

/// When the last backup file was made.
pub fn last_backup(at: Timestamp) -> String {
    let (day, time) = (words::day_of(at), words::time_of(at));
    ["The last backup file was made on ", &day, ", ", &time, "."].concat()
}

/// After [`WHAT_A_BACKUP_HOLDS`]: a backup leaves out the records in the bin.
pub fn not_in_backup(bin: &[Label]) -> String {
    ["It leaves out what is in the bin (", &words::count_of(bin), ")."].concat()
}

// --- Wording

pub const WORDING: &str = "Wording";

pub const NO_WORDING_PACK: &str = "The questions and indicators are in Cairn’s own plain words. If you have a wording pack, such as the publisher’s official wording, open it like any other file.";

pub const OPEN_WORDING_PACK: &str = "Open a wording pack";

pub const USE_ITS_WORDS: &str = "Use its words";

pub const REMOVE_WORDING_PACK: &str = "Remove the wording pack";

/// The title of a wording pack, and for how many (`known`) of `all` the framework's texts it has words.
pub fn wording_pack(title: &str, known: usize, all: usize) -> String {
    let title = match title.trim() {
        "" => String::new(),
        title => format!(", “{title}”"),
    };
    format!(
        "A wording pack{title}: other words for {known} of the framework’s {all} texts. The others keep Cairn’s words."
    )
}

/// How many texts of the framework a wording pack names but has no words for.
pub fn without_words(number: usize) -> String {
    let texts = count(number, "text", "texts");
    ["The pack has no words for ", &texts, ". Cairn’s own words stay there."].concat()
}

/// A wording pack also has words for these ids, which the framework does not have.
pub fn words_not_used(ids: &[String]) -> String {
    let unused =
        "It also has words for things that the framework does not have. They are not used: ";
    [unused, &words::some(ids), "."].concat()
}
