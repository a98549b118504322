//! The sentences for people who answer a survey or vote. Cairn keeps what they promise: no sentence may
//! promise more than that, or less.

use crate::moment::Date;
use crate::record::RecordKind;
use crate::words::{day, record};

// --- The page behind a survey's link

/// The title of the browser's tab, in place of the survey's own: the browser's history keeps titles.
pub const SURVEY: &str = "Survey";
pub const WHAT_IS_CAIRN: &str = "What is Cairn?";
pub const NOT_OPENED: &str = "This survey cannot be opened";
pub const COPY_THE_LINK: &str =
    "It is safest to copy the link from the message, not to type it. You have lost nothing.";
pub const RELOAD: &str = "Reload";
pub const ELSEWHERE: &str =
    "Someone began answering in another tab of this browser. If that was you, go on in that tab.";
pub const BEGIN: &str = "Begin";

/// At the start: how long answering takes, and the last day for answers, if there is one and it is not
/// over.
pub fn length(statements: usize, by: Option<Date>) -> String {
    let by = by.map(|by| [" Please answer by ", &day(by), "."].concat()).unwrap_or_default();
    format!("{statements} statements, about 5 minutes. You can leave out any of them.{by}")
}

/// At the start: a note that the last day for answers is over.
pub fn late(last: Date) -> String {
    [
        "The last day for answers was ",
        &day(last),
        ". You can still answer. Please ask the person who sent you the link if your answers will be counted.",
    ]
    .concat()
}

// The list of who sees what. The promise about the answers (`words::promise`) is its first item.
pub const WHO_SEES_WHAT: &str = "Who sees what";
pub const WHO_SEES: [&str; 3] = [
    "Cairn does not ask who you are. Your answers stay in this tab of your browser until you say that you have sent them, or clear them.",
    "You send back a small file or a code with your answers in it. Whoever gets it by email sees that it came from you, and could open it. Cairn itself keeps only the counts.",
    "If that worries you, answer on the shared tablet or on paper: ask the person who sent you the link.",
];

// The note at the start about answers that are still here, as after a reload.
pub const UNFINISHED: &str = "Unfinished answers";
pub const UNSENT: &str = "Answers to send";
pub const ABOUT_UNSENT: &str = "Answers were saved, copied or handed on here. Nobody has said yet that they were sent, so they are still here. If they are not yours, start again without them.";
pub const GO_ON: &str = "Go on";
pub const GO_ON_TO_SENDING: &str = "Go on to send them";
pub const START_WITHOUT_THEM: &str = "Start again without them";

/// The text of the note at the start about unfinished answers: how many of the `statements` are
/// answered.
pub fn unfinished(answered: usize, statements: usize) -> String {
    let progress = progress(answered, statements);
    format!(
        "There are unfinished answers here: {progress}. If they are not yours, start again without them."
    )
}

// --- The form

pub const HOW_TO_ANSWER: &str = "How would you like to answer?";
pub const ONE_BY_ONE: &str = "One statement at a time";
pub const ALL_ON_ONE_PAGE: &str = "All on one page";
pub const BACK: &str = "Back";
pub const NEXT: &str = "Next";
pub const BACK_TO_ANSWERS: &str = "Back to my answers";
pub const LOOK_AT_ANSWERS: &str = "Look at my answers";
pub const CLEAR_ANSWER: &str = "Clear answer";
pub const IN_YOUR_WORDS: &str = "In your own words";
pub const COMMENT: &str = "Is there anything you would like to add? (optional)";
pub const ABOUT_COMMENT: &str = "Others will read it in your words. Please do not name anyone, and leave out what only you could have said.";

/// Below the form on one page, and within other sentences: how many of the `statements` are answered.
pub fn progress(answered: usize, statements: usize) -> String {
    format!("{answered} of {statements} answered")
}

/// Above a statement on a page of its own: its number, and how many statements there are.
pub fn statement_of(number: usize, statements: usize) -> String {
    format!("{number} of {statements}")
}

/// The heading above all statements on one page.
pub fn statements(number: usize) -> String {
    format!("{number} statements")
}

/// Below that heading: the `question` that is asked about every statement.
pub fn asked_of_all(question: &str) -> String {
    [question, " Leave out any that you would rather not answer."].concat()
}

// The page that lists all answers before they are finished.
pub const YOUR_ANSWERS: &str = "Your answers";
pub const NOT_ANSWERED: &str = "Not answered";
pub const NO_COMMENT: &str = "Nothing";
pub const CHANGE: &str = "Change";
/// After “Change”, for screen readers: that the button changes the comment.
pub const OF_COMMENT: &str = ": what you would like to add";
pub const FINISH: &str = "Finish";
pub const NOTHING_TO_FINISH: &str =
    "You have not answered anything yet, so there is nothing to finish.";

/// After “Change”, for screen readers: that the button changes the answer to this statement.
pub fn of_statement(number: usize) -> String {
    format!(": statement {number}")
}

/// Above the list of all answers: how many of the `statements` are answered.
pub fn can_change(answered: usize, statements: usize) -> String {
    progress(answered, statements) + ". You can still change any of them."
}

// --- Sending

pub const SEND_ANSWERS: &str = "Send your answers";
pub const READY: &str = "Your answers are ready, and nobody has them yet. Choose how to get them to the person who asked you. If you use two ways, your answers are counted once.";
pub const HANDED_OVER: &str = "Now send the file, or the message with the code. Your answers stay here until you say that you have sent them. If the file or the code is not where you need it, get it here again. You can no longer change your answers here.";
pub const WHO_CAN_OPEN: &str = "Whoever gets the file or the code by email sees that it came from you, and could open it. Cairn itself keeps only the counts. Your name is not in the file or the code.";
pub const CHANGE_ANSWERS: &str = "Change my answers";
pub const SENT: &str = "I have sent them: clear my answers";
pub const CLEAR_UNSENT: &str = "Clear my answers without sending";
pub const ASK_TO_CLEAR: &str = "Clear your answers without sending them?";
pub const ABOUT_CLEARING: &str =
    "None of your answers have been sent yet. Once you clear them, they are gone.";
pub const CLEAR: &str = "Clear them";

// The ways to send them.
pub const SEND_FILE: &str = "Send the file";
pub const ABOUT_SEND_FILE: &str = "By email, or with any app on this device.";
pub const PASSED_ON: &str = "Your answers were passed to the app that you chose.";
pub const NOT_SENT: &str = "Nothing was sent.";
pub const NOT_PASSED_ON: &str =
    "This device could not pass the file on. Please save the file, or copy the code.";
pub const SAVE_FILE: &str = "Save the file";
pub const ABOUT_SAVE_FILE: &str = "Then attach it to a message, or put it where you were asked to.";
pub const FILE_ASKED_FOR: &str = "Cairn asked your browser to save the file. Look for it in your downloads, send it with a message, then delete it. If it is not there, try again, or copy the code.";
pub const COPY_A_CODE: &str = "Copy a code";
pub const ABOUT_CODE: &str =
    "Letters and digits that hold your answers. Paste all of them into any message.";
pub const COPY_CODE: &str = "Copy the code";
pub const YOUR_CODE: &str = "Your code";
pub const CODE_COPIED: &str = "The code is copied. Paste it into a message.";
pub const CODE_NOT_COPIED: &str = "Your browser did not let Cairn copy the code. The code is selected now: copy it yourself, then paste it into a message.";

/// After a press of “Save the file” that failed, with the browser's `reason`.
pub fn file_not_saved(reason: &str) -> String {
    format!("The browser did not save the file ({reason}). Please copy the code instead.")
}

// The page after the answers are cleared.
pub const THANK_YOU: &str = "Thank you";
pub const ANSWERS_GONE: &str =
    "Your answers are no longer on this page, and Cairn keeps no copy of them in this browser.";
pub const COPIES_STAY: &str = "This device had no space to note that your answers are cleared. If you duplicated this tab, close the other one too: it may still have your answers.";
pub const FILES_STAY: &str = "If you saved a file, it is in your downloads: delete it once you have sent it. If you copied a code, it stays on the clipboard until you copy something else.";

// --- A tablet that is handed round

pub const STILL_THERE: &str = "Are you still there?";
pub const ABOUT_STILL_THERE: &str = "Nobody has touched the tablet for a while. In 30 seconds, anything unfinished is cleared without being counted.";
pub const STILL_HERE: &str = "I am still here";
pub const LEAVE: &str = "Leave";
pub const STAY: &str = "Stay here";
pub const TYPE_LEAVE: &str = "To leave, type the word “leave”";

/// The heading of the kiosk and of the vote while the record in the address is not open.
pub fn not_open(kind: RecordKind) -> String {
    ["This ", record(kind), " is not open"].concat()
}

/// The button that leaves the kiosk for the pages of the record, when there is nothing to answer.
pub fn go_to(kind: RecordKind) -> String {
    ["Go to the ", record(kind)].concat()
}

// --- The kiosk

pub const NO_SURVEY: &str = "There is no survey here";
pub const ABOUT_NO_SURVEY: &str =
    "Open one first, on the survey’s page. Then you can hand the tablet round.";
pub const YOUR_TURN: &str = "Your turn? Tap Begin.";
pub const ASKED_AGAIN: &str = "The organiser has started a new survey. Answers to the last one that were not finished are cleared and not counted. Please begin again.";
pub const CLOSED: &str = "The survey is closed, so no more answers are counted.";
pub const COUNTED_AT_ONCE: &str =
    "Your answers are counted when you finish. The next person can’t see them.";
pub const COUNTED: &str = "Your answers are counted. Please hand the tablet on.";
pub const NEXT_PERSON: &str = "Next person";
pub const CALL_SOMEONE: &str = "Please call the person who gave you this tablet";
pub const COUNTED_UNSAVED: &str = "Your answers are counted, but this tablet could not save them yet. Nothing is lost while this page stays open.";
pub const TRY_AGAIN: &str = "Try again";
pub const CLEAR_AND_RESTART: &str = "Clear my answers and start again";
pub const ASK_TO_RESTART: &str = "Clear these answers and start again?";
pub const ABOUT_RESTART: &str = "They are not counted, and nobody sees them.";
pub const RESTART: &str = "Start again";
pub const LEAVE_KIOSK: &str = "Leave the kiosk";
pub const ASK_TO_LEAVE_KIOSK: &str = "Leave the kiosk?";
pub const ABOUT_LEAVING_KIOSK: &str =
    "This opens the organiser’s pages, with everything in them. Unfinished answers are cleared.";

// --- A vote

pub const NO_VOTE: &str = "No vote is under way";
pub const ABOUT_NO_VOTE: &str = "It has not begun, or it is over. A vote that was not cast is not counted. You can read more on the session’s page.";
pub const GO_TO_SESSION: &str = "Go to the session";
pub const HOW_MUCH: &str = "How much of this is in place here?";
pub const PASS_ON: &str = "Pass the tablet on";
pub const ABOUT_PASSING_ON: &str =
    "Hand the tablet to someone who has not voted yet. Nobody can see or change a vote afterwards.";
pub const VOTE_UNKEPT: &str = "Please call the person who gave you this tablet: it has no space for the last vote. All votes are on this page while it stays open, and nowhere else.";
pub const VOTE: &str = "My turn: vote";
pub const SHOW: &str = "Everyone has voted: show the result";
pub const CAST: &str = "Cast my vote";
pub const BACK_WITHOUT_VOTING: &str = "Back without voting";
pub const LEAVE_VOTE: &str = "Leave the vote";
pub const ASK_TO_LEAVE_VOTE: &str = "Leave the vote?";
pub const ABOUT_LEAVING: &str = "This opens the organiser’s pages, with everything in them.";
pub const ABOUT_LEAVING_VOTE: &str = "This opens the organiser’s pages, with everything in them. The votes so far stay, and nobody sees them. You can go on with the vote from there.";
pub const ASK_TO_SHOW: &str = "Has everyone voted?";
pub const TYPE_SHOW: &str = "To show the result, type the word “show”";
pub const SHOW_RESULT: &str = "Show the result";
pub const NOT_YET: &str = "Not yet";

/// In the dialog that ends the vote: what happens then. `so_far` says how many have voted.
pub fn about_showing(so_far: &str) -> String {
    [
        so_far,
        " Nobody can vote after this. The session’s page opens, with the result and everything else in it.",
    ]
    .concat()
}

/// The question of the vote, with the title of the `card`.
pub fn how_much_of(card: &str) -> String {
    ["Think of the card “", card, "”. How much of this is in place here?"].concat()
}
