//! The sentences of clearing this device, in the settings.

use crate::words::count;

pub const HEADING: &str = "Clear this device";

pub const LEAD: &str = "On a shared computer, remove everything of yours when you are done: audits, teams, people, organisations, bin, copies and settings.";

pub const CLEAR: &str = "Clear this device";

pub const NOT_NOW: &str = "Not now";

// --- The dialog's first step: what goes, and how

pub const CLEAR_IT: &str = "Clear this device?";

pub const WHAT_GOES: &str = "This removes everything that Cairn keeps in this browser. You cannot get it back from here. You can open a saved file again on any device.";

pub const SAVE_THEN_CLEAR: &str = "Save everything as a file, then clear";

pub const CLEAR_WITHOUT_A_FILE: &str = "Clear without a file";

// --- The dialog's second step: is the file there?

pub const IS_IT_THERE: &str = "Do you have the file?";

pub const NOTHING_CLEARED_YET: &str =
    "Nothing has been cleared yet. Cairn has asked the browser to save this:";

pub const LOOK_IN_DOWNLOADS: &str = "Please look in your downloads now. A browser can refuse a download, or ask you first, and Cairn is not told.";

pub const CHANGED_SINCE: &str = "Something on this device has changed since the file was made, perhaps in another tab. Nothing was cleared. Please choose “Not now”, and start again.";

/// The button that clears the device, once all files have been offered to the browser.
pub fn i_have_it(files: usize) -> &'static str {
    match files {
        1 => "Yes, I have the file: clear this device",
        _ => "Yes, I have the files: clear this device",
    }
}

// --- In both steps: the list of what is in no file with everything

pub const LEFT_OUT: &str = "This is not in the file with everything, and goes too:";

pub const LEFT_OUT_LIST: &str = "Not in the file with everything";

pub const GOES_AND_STAYS: &str = "Anything half typed in another tab of Cairn goes as well. Cairn cannot remove files that you saved, or the list of pages in the browser’s history.";

/// In that list: how many records are in the bin.
pub fn binned(records: usize) -> String {
    [&count(records, "record", "records"), " in the bin."].concat()
}

/// In that list: how many copies were kept from before something changed.
pub fn copies(number: usize) -> String {
    [&count(number, "earlier copy", "earlier copies"), " of records."].concat()
}

/// In that list: how many stored texts this Cairn cannot read.
pub fn unread(number: usize) -> String {
    let them = if number == 1 { "it" } else { "them" };
    [
        &count(number, "thing", "things"),
        " that this Cairn cannot read: damaged, or from a newer Cairn. Someone may be able to repair ",
        them,
        ".",
    ]
    .concat()
}

/// In that list: how many answers to surveys wait, because they are too few to go into a file.
pub fn waiting_answers(number: usize) -> String {
    [
        &count(number, "answer to a survey", "answers to surveys"),
        ": too few are waiting to go into a file without giving somebody away. Those that came as a file or a code can be counted again from there. Those given on this device or typed in from paper cannot.",
    ]
    .concat()
}

/// In that list: how many statements have answers that too few people gave for them to show.
pub fn waiting_statements(number: usize) -> String {
    [
        "Answers to ",
        &count(number, "survey statement", "survey statements"),
        ": too few people gave one, so they cannot show yet. These people’s other answers are in the file.",
    ]
    .concat()
}

/// In that list: in how many sessions a vote is under way.
pub fn votes(sessions: usize) -> String {
    ["Votes under way in ", &count(sessions, "session", "sessions"), "."].concat()
}

/// In that list: for how many surveys paper sheets are typed in but not added.
pub fn sheets(surveys: usize) -> String {
    [
        "Paper sheets of ",
        &count(surveys, "survey", "surveys"),
        ", typed in but not added. To keep them, add them to the survey first.",
    ]
    .concat()
}

/// In that list: how many survey answers are begun in this tab but not sent.
pub fn half_done(number: usize) -> String {
    [&count(number, "survey answer", "survey answers"), ", begun in this tab but not sent."]
        .concat()
}

// --- Saving one file after another

pub const NOT_SAVED: &str =
    "The browser did not save the file. Nothing was cleared, and nothing is lost.";

/// The button that saves the next of a `number` of files, of which `offered` have been offered to the
/// browser. The `number` is 0 until the files are planned, at the first press.
pub fn save_next(offered: usize, number: usize) -> String {
    match (offered, number) {
        (0, 0 | 1) => "Save as a file".to_owned(),
        (_, 0 | 1) => "Save it again".to_owned(),
        _ if offered < number => format!("Save file {} of {number}", offered + 1),
        _ => format!("Save all {number} files again"),
    }
}
