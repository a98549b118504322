//! The sentences of the ways to answer (by link, on a tablet, on paper), and of the printed hand-out and
//! sheet.

use crate::survey::Asked;
use crate::words;

pub const HEADING: &str = "Ways to answer";
pub const LEAD: &str = "Use one way or several: all answers are counted together. Just make sure that nobody answers twice.";

// --- by link

pub const BY_LINK: &str = "By link";
pub const BY_LINK_TEXT: &str = "Send the link to everyone who should answer. It opens on any phone or computer. Each person sends the answers back to you as a small file or a code.";
pub const IN_THE_LINK: &str = "Anyone with the link can read the survey’s title, your organisation’s name, the closing date and how many must answer before results show. Nothing else is in it, and never an answer.";
pub const THE_LINK: &str = "The link";
pub const COPY_LINK: &str = "Copy the link";
pub const LINK_COPIED: &str = "The link is copied. Paste it into a message.";
pub const LINK_NOT_COPIED: &str = "The browser would not copy it. The link is selected: copy it with Ctrl+C, or hold your finger on it.";
pub const ONLY_HERE: &str = "This link works only on this device. Put Cairn on a web site first, and open this page from there. Until then, use the tablet or paper.";
pub const QR_CODE: &str = "QR code of the link to the survey";
pub const TOO_LONG_FOR_QR: &str =
    "This link is too long for a QR code. Send it in a message, hand a tablet round, or use paper.";

// --- on a tablet and on paper

pub const ON_TABLET: &str = "On a shared tablet";
pub const ON_TABLET_TEXT: &str = "Hand one device round. Each person’s answers are counted at once, and the next person cannot see them. Your pages stay hidden meanwhile.";
pub const START_KIOSK: &str = "Start the kiosk";
pub const ON_PAPER: &str = "On paper";
pub const ON_PAPER_TEXT: &str = "A sheet of two sides with all statements and boxes to tick, for anyone who would rather use a pen.";
pub const SEE_SHEET: &str = "Look at the sheet";
pub const TYPE_IN: &str = "Type in paper sheets";
pub const TYPE_IN_TEXT: &str = "When sheets come back, type in the counts, or go through them sheet by sheet. The results say how many answers were typed in.";
pub const TYPE_IN_SHEETS: &str = "Type in sheets";
pub const SHEETS_WAIT: &str = "You have typed sheets that you have not added yet.";

// --- the hand-out and the sheet

pub const PRINT_HAND_OUT: &str = "Print a hand-out";
pub const WHO_SEES_WHAT: &str = "Who sees what";
pub const YOUR_FILE: &str = "The person who collects the answers could open your file; Cairn itself keeps only the counts. If you would rather not send one, ask for the shared tablet or a paper sheet.";
pub const SHEET: &str = "Printed sheet";
pub const SHEET_LEAD: &str = "This is what will be printed: two sides of A4 at most. Print on both sides of the paper: one sheet is for one person.";
pub const PRINT: &str = "Print or save as PDF";
pub const HOW_TO_FILL_IN: &str = "How to fill it in";
pub const HOW_TO_FILL_IN_TEXT: &str = "Tick one box for each statement, as you see it yourself. Leave out what you would rather not answer. Please do not write your name on the sheet.";
pub const ADD_COMMENT: &str = "Anything you would like to add (please name nobody)";
pub const HAND_IN: &str = "Where to hand it in";
pub const HAND_IN_TEXT: &str =
    "Fold it and put it into the box or envelope set out for it, together with the others.";
pub const STATEMENT: &str = "Statement";
pub const STATEMENTS: &str = "The statements and their boxes";

/// On the hand-out and the sheet: who asks, and what for.
pub fn asks(organisation: &str, asked: Asked) -> String {
    let whose = match organisation.trim() {
        "" => "Our organisation",
        organisation => organisation,
    };
    let rest = match asked {
        Asked::Indicators => {
            " would like to know how well it learns, and how well it supports you to learn. Your view counts."
        }
        Asked::Characteristics => {
            " would like to know how true the characteristics of a learning organisation are here, and how it feels to work here. Your view counts."
        }
    };
    [whose, rest].concat()
}

/// On the hand-out: the last day for answers.
pub fn answer_by(day: &str) -> String {
    ["Please answer by ", day, "."].concat()
}

/// On the hand-out: how to answer by link. `is_printed` is true when the link is short enough to be
/// typed, so that it is printed as well.
pub fn scan(is_printed: bool, statements: usize) -> String {
    let or = if is_printed { "type the link into a browser" } else { "ask for the link by email" };
    format!(
        "Scan the code with the camera of your phone, or {or}. There are {statements} statements, which take about 5 minutes. At the end you send your answers back as a small file or a code."
    )
}

/// On the sheet: the last day for handing it in.
pub fn hand_in_by(day: &str) -> String {
    ["Please hand it in by ", day, "."].concat()
}

/// On the sheet: what people who fill it in are promised.
pub fn sheet_promise(threshold: u32) -> String {
    [&words::promise(threshold), " The person who types in the sheets sees yours, without a name."]
        .concat()
}
