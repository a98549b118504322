//! Recognises files that Cairn cannot open, by their content first and their name second, so that a
//! person can be told what they have and what to do with it.

use crate::exchange::mail::is_mail;

/// A kind of file that is not a Cairn file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// An empty file, or one of zeros only, such as a file whose content is not on this device.
    Empty,
    /// A placeholder for a file in a cloud drive.
    InCloud,
    /// A download that has not ended.
    Unfinished,
    /// A zip.
    Zip,
    /// Another kind of archive or compressed file.
    Packed,
    /// A document of a word processor.
    Document,
    /// A spreadsheet.
    Spreadsheet,
    /// Slides.
    Slides,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Sound or film.
    Recording,
    /// A mail as Outlook saves it.
    OutlookMail,
    /// A mail.
    Mail,
    /// A page of Cairn itself that was saved by the browser.
    CairnPage,
    /// Another web page.
    WebPage,
    /// A shortcut.
    Shortcut,
    /// A table as text.
    Table,
    /// Dates for a calendar.
    Calendar,
    /// A program.
    Program,
}

impl Thing {
    /// True for a web page, Cairn's own among them.
    pub fn is_page(self) -> bool {
        matches!(self, Thing::WebPage | Thing::CairnPage)
    }
}

/// What a file is, if its content or its name shows it; `None` for any other text.
pub fn recognise(name: &str, bytes: &[u8]) -> Option<Thing> {
    by_content(name, bytes).or_else(|| by_name(name))
}

fn by_content(name: &str, bytes: &[u8]) -> Option<Thing> {
    const BEGINNINGS: [(&[u8], Thing); 24] = [
        (b"%PDF", Thing::Pdf),
        (b"\x89PNG", Thing::Picture),
        (b"\xff\xd8\xff", Thing::Picture),
        (b"GIF8", Thing::Picture),
        (b"BM", Thing::Picture),
        (b"II*\0", Thing::Picture),
        (b"MM\0*", Thing::Picture),
        (b"{\\rtf", Thing::Document),
        (b"7z\xbc\xaf\x27\x1c", Thing::Packed),
        (b"Rar!", Thing::Packed),
        (b"\x1f\x8b", Thing::Packed),
        (b"BZh", Thing::Packed),
        (b"\xfd7zXZ", Thing::Packed),
        (b"ID3", Thing::Recording),
        (b"OggS", Thing::Recording),
        (b"\x1aE\xdf\xa3", Thing::Recording),
        (b"MZ", Thing::Program),
        (b"[InternetShortcut]", Thing::Shortcut),
        (b"[Desktop Entry]", Thing::Shortcut),
        (b"L\0\0\0\x01\x14\x02\0", Thing::Shortcut),
        (b"BEGIN:VCALENDAR", Thing::Calendar),
        (b"bplist00", Thing::InCloud),
        (b"!BDN", Thing::OutlookMail),
        (b"\x78\x9f\x3e\x22", Thing::OutlookMail),
    ];
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if bytes.iter().all(|byte| *byte == 0) || text.is_empty() {
        return Some(if name.to_lowercase().ends_with(".icloud") {
            Thing::InCloud
        } else {
            Thing::Empty
        });
    }
    let short_text = |beginning: &[u8]| beginning.len() < 3 && !has_control_bytes(bytes);
    let begins = BEGINNINGS
        .iter()
        .find(|(beginning, _)| text.starts_with(beginning) && !short_text(beginning));
    if let Some((_, thing)) = begins {
        return Some(match by_name(name) {
            Some(Thing::Shortcut) if *thing == Thing::InCloud => Thing::Shortcut,
            _ => *thing,
        });
    }
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Some(in_zip(bytes)),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(in_old_office(name, bytes)),
        [_, _, _, _, b'f', b't', b'y', b'p', rest @ ..] => {
            let picture = [&b"hei"[..], b"avi", b"mif"].iter().any(|kind| rest.starts_with(kind));
            Some(if picture { Thing::Picture } else { Thing::Recording })
        }
        [b'R', b'I', b'F', b'F', _, _, _, _, kind @ ..] => {
            Some(if kind.starts_with(b"WEBP") { Thing::Picture } else { Thing::Recording })
        }
        _ => in_text(std::str::from_utf8(text).ok()?),
    }
}

fn has_control_bytes(bytes: &[u8]) -> bool {
    bytes.iter().take(4_000).any(|byte| *byte < 9)
}

/// Current office files are zips. The names of what is inside tell them apart.
fn in_zip(bytes: &[u8]) -> Thing {
    const NAMES: [(&[u8], Thing); 7] = [
        (b"word/", Thing::Document),
        (b"xl/", Thing::Spreadsheet),
        (b"ppt/", Thing::Slides),
        (b"application/vnd.oasis.opendocument.text", Thing::Document),
        (b"application/vnd.oasis.opendocument.spreadsheet", Thing::Spreadsheet),
        (b"application/vnd.oasis.opendocument.presentation", Thing::Slides),
        (b"Index/Document.iwa", Thing::Document),
    ];
    // A zip has each name before its file, and once more at the end of the zip.
    let (head, tail) = (bytes.len().min(20_000), bytes.len().saturating_sub(20_000));
    let has = |name: &[u8]| {
        [&bytes[..head], &bytes[tail..]]
            .iter()
            .any(|part| part.windows(name.len()).any(|it| it == name))
    };
    NAMES.iter().find(|(name, _)| has(name)).map_or(Thing::Zip, |(_, thing)| *thing)
}

/// Older office files and Outlook's mails share one format. The names of what is inside, in UTF-16,
/// tell them apart.
fn in_old_office(name: &str, bytes: &[u8]) -> Thing {
    const NAMES: [(&str, Thing); 5] = [
        ("__substg1.0_", Thing::OutlookMail),
        ("WordDocument", Thing::Document),
        ("Workbook", Thing::Spreadsheet),
        ("Book", Thing::Spreadsheet),
        ("PowerPoint Document", Thing::Slides),
    ];
    let wide = |name: &str| name.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<u8>>();
    let has = |name: &str| {
        let name = wide(name);
        bytes.windows(name.len()).any(|part| part == name)
    };
    let found = NAMES.iter().find(|(name, _)| has(name)).map(|(_, thing)| *thing);
    found.or_else(|| by_name(name)).unwrap_or(Thing::Document)
}

fn in_text(text: &str) -> Option<Thing> {
    let beginning: String = text.chars().take(2_000).collect::<String>().to_ascii_lowercase();
    let is_page = ["<!doctype html", "<html", "<head", "<body"];
    if is_page.iter().any(|tag| beginning.starts_with(tag))
        || (beginning.starts_with("<!--") && beginning.contains("<html"))
        || (beginning.starts_with("<?xml") && beginning.contains("<html"))
    {
        let title =
            beginning.split_once("<title").and_then(|(_, rest)| rest.split("</title").next());
        let cairn = title.is_some_and(|title| title.contains("cairn"));
        return Some(if cairn { Thing::CairnPage } else { Thing::WebPage });
    }
    if beginning.starts_with("<?xml") && beginning.contains("<key>url</key>") {
        return Some(Thing::Shortcut);
    }
    if beginning.contains("multipart/related") && beginning.contains("saved by blink") {
        return Some(Thing::WebPage);
    }
    if beginning.starts_with("{\"url\":") && beginning.contains("google.com") {
        return Some(Thing::InCloud);
    }
    is_mail(text).then_some(Thing::Mail)
}

fn by_name(name: &str) -> Option<Thing> {
    const ENDINGS: [(&[&str], Thing); 16] = [
        (&["icloud", "gdoc", "gsheet", "gslides", "gdraw", "cloud", "cloudf"], Thing::InCloud),
        (&["crdownload", "part", "partial", "download", "tmp"], Thing::Unfinished),
        (&["zip"], Thing::Zip),
        (&["7z", "rar", "gz", "tar", "tgz", "bz2", "xz"], Thing::Packed),
        (&["doc", "docx", "odt", "rtf", "pages"], Thing::Document),
        (&["xls", "xlsx", "ods", "numbers"], Thing::Spreadsheet),
        (&["ppt", "pptx", "odp", "key"], Thing::Slides),
        (&["pdf"], Thing::Pdf),
        (
            &["png", "jpg", "jpeg", "gif", "webp", "heic", "bmp", "tif", "tiff", "svg"],
            Thing::Picture,
        ),
        (&["mp3", "m4a", "wav", "mp4", "mov", "avi", "webm", "ogg"], Thing::Recording),
        (&["msg", "pst", "ost"], Thing::OutlookMail),
        (&["eml", "mbox", "emlx"], Thing::Mail),
        (&["html", "htm", "mht", "mhtml", "webarchive"], Thing::WebPage),
        (&["url", "webloc", "lnk", "desktop"], Thing::Shortcut),
        (&["csv", "tsv"], Thing::Table),
        (&["ics"], Thing::Calendar),
    ];
    let (_, ending) = name.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let found = ENDINGS.iter().find(|(endings, _)| endings.contains(&ending.as_str()));
    found.map(|(_, thing)| *thing)
}
