//! The sentences about files and texts that Cairn did not write: what they are, and what to do with
//! them.

use std::fmt;

use crate::exchange::arrived::Refusal;
use crate::exchange::recognise::Thing;

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::File(problem) => problem.fmt(f),
            Refusal::Thing(thing) => thing.fmt(f),
            Refusal::Code(problem) => problem.fmt(f),
            Refusal::Link(problem) => problem.fmt(f),
            Refusal::NotRead(reason) => write!(f, "The browser could not read it ({reason})."),
            Refusal::Blank => f.write_str(
                "Nothing was pasted. Copy the text of a file first, then paste it here.",
            ),
            Refusal::NoCode => f.write_str("There is no code in it. A code begins with CAIRN-."),
        }
    }
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Thing::Empty => "This file is empty. If it is in a cloud drive, perhaps only its name is on this device: download it there first, then choose it again.",
            Thing::InCloud => "This file is still in a cloud drive. Download it to this device first, then choose it again.",
            Thing::Unfinished => "This file has not finished downloading. Wait until it has, or download it again, then choose it.",
            Thing::Zip => "This is a zip: several files packed into one. Open the zip, take the files out of it, and choose those.",
            Thing::Packed => "This is several files packed into one. Unpack it first, then choose the files that were in it.",
            Thing::Document => "This is a word processor document, not a Cairn file. If there is a code in it, copy the code and paste it here.",
            Thing::Spreadsheet | Thing::Table => "This is a table for a spreadsheet. Cairn can write tables but not open them. Choose the file that was saved from Cairn: its name ends in .json.",
            Thing::Slides => "These are slides, not a Cairn file. Choose the file that was saved from Cairn: its name ends in .json.",
            Thing::Pdf => "This is a PDF, made to be read or printed. Cairn cannot open it. Choose the file that was saved from Cairn: its name ends in .json.",
            Thing::Picture => "This is a picture, and Cairn cannot read pictures. If it shows a QR code, scan it with the camera of a phone. If it shows a code of letters, ask for that as text and paste it here.",
            Thing::Recording => "This is a sound or video file, not a Cairn file. Choose the file that was saved from Cairn: its name ends in .json.",
            Thing::OutlookMail => "This is an email saved by Outlook, and Cairn cannot look into it. Open it, save the attachment and choose that. Or copy the code and paste it here.",
            Thing::Mail => "This is an email, and there is no Cairn file or code in it. If it came with an attachment, save that and choose it.",
            Thing::CairnPage => "This is a page of Cairn that the browser has saved. It shows what was on the screen, but your work is not in it: that is in the browser where you wrote it. Open Cairn there and use “Save as a file”.",
            Thing::WebPage => "This is a web page, not a Cairn file. Choose the file that was saved from Cairn: its name ends in .json.",
            Thing::Shortcut => "This is a shortcut: it only says where something is. Open it, and choose the file that it leads to.",
            Thing::Calendar => "These are calendar dates, not a Cairn file. Open them with your calendar.",
            Thing::Program => "This is a program, not a Cairn file. If you did not ask for it, delete it.",
        })
    }
}
