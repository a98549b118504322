//! What people open or paste: answers are found in whatever text they come back, and whatever is not
//! Cairn's is refused with a sentence.

use cairn::exchange::File;
use cairn::exchange::arrived::{Arrived, Refusal, arrived};
use cairn::exchange::recognise::{Thing, recognise};
use cairn::exchange::writing::{record_text, response_text};
use cairn::survey::Response;
use proptest::prelude::*;

use crate::samples::{at, empty_audit};
use crate::survey::{any_response, response};

fn worded() -> Response {
    response(
        1,
        "ABCDEFABCDEF",
        "More “quiet” time, please: a \"handover\" {without} phones > noise, | bars, and all the rest of it.",
    )
}

fn found(text: &str) -> Vec<Arrived> {
    arrived("x", text.as_bytes()).into_iter().map(|(_, found)| found).collect()
}

fn answers(responses: &[Response]) -> Vec<Arrived> {
    let file = |it: &Response| Arrived::File(File::Response(Box::new(it.clone())));
    responses.iter().map(file).collect()
}

fn check(text: &str, responses: &[Response]) {
    assert_eq!(found(text), answers(responses), "{text}");
}

fn is_refused(found: &[Arrived]) -> bool {
    matches!(found, [Arrived::Refused(_)])
}

#[test]
fn an_answer_is_found_in_whatever_text_its_file_comes_back() {
    for response in [worded(), response(2, "", ""), response(3, "FEDCBA", "Ja – gern! 👩‍👩‍👧‍👦")]
    {
        let file = response_text(&response, at(0));
        let plain = response.comment.replace(['“', '”'], "'");
        let round = Response { comment: plain, ..response.clone() };
        let smart: String = {
            let mut opening = false;
            let text = response_text(&round, at(0));
            text.chars()
                .map(|c| {
                    if c == '"' {
                        opening = !opening;
                        if opening { '“' } else { '”' }
                    } else {
                        c
                    }
                })
                .collect()
        };
        check(&file, std::slice::from_ref(&response));
        for text in [
            format!("Hi Mo,\n\nhere are my answers:\n\n{file}\n\nSam"),
            format!("> {}", file.replace('\n', "\n> ")),
            format!("Sam wrote:\n>> {}\n>> Sam", file.replace('\n', "\r\n>> ")),
            format!("| {}", file.replace('\n', "\n| ")),
            format!("My answers: {}. Thanks", file.replace('\n', " ")),
            file.replace("  ", "\u{a0}\u{a0}") + " Sam",
            file.replace('\n', "\n\u{200b}") + " Sam",
            format!(
                "<p>{}</p>",
                file.replace('"', "&quot;").replace('\n', "<br>\n").replace("  ", "&nbsp; ")
            ),
            format!("```json\n{file}\n```"),
            format!("{{curly}} {{}} {file} {{"),
        ] {
            check(&text, std::slice::from_ref(&response));
        }
        check(&smart, &[round]);
    }
}

#[test]
fn a_comment_that_a_mail_program_has_broken_is_made_whole() {
    let response = worded();
    let file = response_text(&response, at(0));
    for mark in ["\n", "\r\n> ", "\n| "] {
        let broken = file
            .replace(" time", &[mark, "time"].concat())
            .replace("the rest", &[mark, "the rest"].concat());
        check(&format!("> {broken}\nSam"), std::slice::from_ref(&response));
    }
}

#[test]
fn several_answers_in_one_text_are_all_found() {
    let (one, other, third) = (worded(), response(2, "AAA", ""), response(3, "BBB", ""));
    let files = [&one, &other].map(|response| response_text(response, at(0)));
    let code = third.code().unwrap();
    let text =
        format!("Sam: {}\n\nMo:\n> {}\n\nAl: {code}", files[0], files[1].replace('\n', "\n> "));
    check(&text, &[one.clone(), other.clone(), third.clone()]);
    // An answer that is not whole is one problem, and the others are still found.
    let text = format!("{}\n{}\n{code}", &files[0][..200], files[1]);
    let found = found(&text);
    assert!(matches!(found[0], Arrived::Refused(_)), "{found:?}");
    assert_eq!(found[1..], answers(&[other, third]));
}

#[test]
fn an_answer_that_was_changed_is_refused_with_one_sentence() {
    let file = response_text(&worded(), at(0));
    for (from, to) in [
        ("strongly_agree", "strong"),
        ("\"answers\": {", "\"answers\": "),
        ("5y1vaq7k", "5Y1VAQ7K"),
        ("\"data\"", "\"date\""),
    ] {
        let text = format!("Hello\n{}\nSam", file.replace(from, to));
        assert!(is_refused(&found(&text)), "{from}: {:?}", found(&text));
    }
}

#[test]
fn records_and_links_in_a_text_are_told_for_what_they_are() {
    let audit = empty_audit("audit-1");
    let text = format!("Here it is:\n{}\nSam", record_text(&audit, at(0)));
    assert!(matches!(&found(&text)[..], [Arrived::File(File::Record(found))] if **found == audit));
    let token = "04qr7dawyc000005001p6v36008n6x31csk20wvne9v6ay9068r34dg01x462wk2dxtq482kenr70vvjeg00mchg68v2tc9j5mrkh41rn270";
    for text in [
        format!("Please answer: https://example.org/cairn/#/survey/{token}."),
        format!(
            "https://links.example/?url=https%3A%2F%2Fexample.org%2F%23%2Fsurvey%2F{token}&data=05"
        ),
        format!("<https://example.org/cairn/#/survey/{}\n> {}>", &token[..50], &token[50..]),
    ] {
        assert!(matches!(&found(&text)[..], [Arrived::Link(_)]), "{text} {:?}", found(&text));
    }
    assert!(is_refused(&found(&format!("https://example.org/cairn/#/survey/{}", &token[..60]))));
}

#[test]
fn answers_are_found_in_saved_mails() {
    let (one, other) = (worded(), response(2, "AAA", ""));
    let (code, file) = (one.code().unwrap(), response_text(&other, at(0)));
    let top = "From: sam@example.org\r\nTo: mo@example.org\r\nSubject: my answers\r\nMIME-Version: 1.0\r\n";
    let plain = format!("{top}Content-Type: text/plain\r\n\r\nHello, {code}\r\nSam\r\n");
    check(&plain, std::slice::from_ref(&one));
    let folded = code
        .as_bytes()
        .chunks(70)
        .map(|it| String::from_utf8_lossy(it))
        .collect::<Vec<_>>()
        .join("=\r\n");
    let quoted = format!(
        "{top}Content-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHello=20Mo: {folded}\r\nSam\r\n"
    );
    check(&quoted, std::slice::from_ref(&one));
    let packed = |text: &str| {
        const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut packed = String::new();
        for bytes in text.as_bytes().chunks(3) {
            let number = bytes
                .iter()
                .chain(&[0, 0])
                .take(3)
                .fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
            for place in 0..4 {
                let sign = char::from(SIGNS[(number >> (18 - 6 * place) & 63) as usize]);
                packed.push(if place <= bytes.len() { sign } else { '=' });
            }
            if packed.len() % 78 == 76 {
                packed.push_str("\r\n");
            }
        }
        packed
    };
    let several = format!(
        "{top}Content-Type: multipart/mixed;\r\n boundary=\"xx\"\r\n\r\n--xx\r\nContent-Type: multipart/alternative; boundary=yy\r\n\r\n--yy\r\nContent-Type: text/plain\r\n\r\nMine: {code}\r\n--yy\r\nContent-Type: text/html\r\n\r\n<html><body>Mine: {code}</body></html>\r\n--yy--\r\n--xx\r\nContent-Type: application/json; name=a.json\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--xx--\r\n",
        packed(&file)
    );
    check(&several, &[one.clone(), other.clone()]);
    let page = format!(
        "{top}Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
        packed(&format!("<html><p>{}</p></html>", code.replace('-', "-<wbr>")))
    );
    check(&page, std::slice::from_ref(&one));
    let all = format!(
        "From sam@example.org Mon Nov 23 10:00:00 2026\r\n{plain}\r\nFrom mo@example.org Mon Nov 23 10:00:00 2026\r\n{top}\r\n{file}\r\n"
    );
    check(&all, &[one, other]);
    let nothing = format!("{top}\r\nThank you all!\r\n");
    assert_eq!(found(&nothing), [Arrived::Refused(Refusal::Thing(Thing::Mail))]);
}

#[test]
fn whatever_is_not_cairns_is_told_for_what_it_is() {
    let check = |name: &str, bytes: &[u8], expected: Thing| {
        assert_eq!(recognise(name, bytes), Some(expected), "{name}");
        let arrived = arrived(name, bytes);
        assert_eq!(arrived, [(None, Arrived::Refused(Refusal::Thing(expected)))]);
        assert!(expected.to_string().starts_with("Th") && expected.to_string().ends_with('.'));
    };
    let wide = |text: &str| text.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<u8>>();
    let old = |name: &str| {
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), vec![0; 600], wide(name)].concat()
    };
    check("answers.zip", b"PK\x03\x04\x14\0\0\0\x08\0survey-answer-a.json", Thing::Zip);
    check("empty.zip", b"PK\x05\x06\0\0\0\0", Thing::Zip);
    check(
        "renamed.json",
        b"PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml word/document.xml",
        Thing::Document,
    );
    check("list.xlsx", b"PK\x03\x04\x14\0\0\0\x08\0xl/workbook.xml", Thing::Spreadsheet);
    check("talk.pptx", b"PK\x03\x04\x14\0\0\0\x08\0ppt/presentation.xml", Thing::Slides);
    check(
        "notes.odt",
        b"PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.text",
        Thing::Document,
    );
    check("x", b"7z\xbc\xaf\x27\x1c\0", Thing::Packed);
    check("x", b"\x1f\x8b\x08\0\0\0", Thing::Packed);
    check("report.pdf", b"%PDF-1.7\n%\xe2\xe3", Thing::Pdf);
    check("code.png", b"\x89PNG\r\n\x1a\n\0", Thing::Picture);
    check("code.json", b"\xff\xd8\xff\xe0\0", Thing::Picture);
    check("IMG_1.HEIC", b"\0\0\0\x18ftypheic\0", Thing::Picture);
    check("x", b"RIFF\x10\0\0\0WEBPVP8 ", Thing::Picture);
    check("film.mov", b"\0\0\0\x18ftypqt  \0", Thing::Recording);
    check("letter.doc", &old("WordDocument"), Thing::Document);
    check("mail.msg", &old("__substg1.0_0037001F"), Thing::OutlookMail);
    check("list.xls", &old("Workbook"), Thing::Spreadsheet);
    check("letter.rtf", b"{\\rtf1\\ansi Hello}", Thing::Document);
    check("nothing.json", b"", Thing::Empty);
    check("blank.json", b" \n", Thing::Empty);
    check("zeros.json", &[0; 4_096], Thing::Empty);
    check("audit.json.icloud", b"bplist00\xd1\x01\x02", Thing::InCloud);
    check("Notes.gdoc", b"{\"url\": \"x\"}", Thing::InCloud);
    check("audit.json.crdownload", b"<>", Thing::Unfinished);
    check("Audit.url", b"[InternetShortcut]\r\nURL=https://example.org/", Thing::Shortcut);
    check("Audit.webloc", b"<?xml version=\"1.0\"?><plist><dict><key>URL</key><string>https://example.org/</string></dict></plist>", Thing::Shortcut);
    check("Audit.webloc", b"bplist00\xd1\x01\x02SURL", Thing::Shortcut);
    check("x.csv", b"Statement;n\r\n", Thing::Table);
    check("dates.ics", b"BEGIN:VCALENDAR\r\n", Thing::Calendar);
    check("Action plan.html", "<!DOCTYPE html>\n<!-- saved from url=(0040)https://example.org/cairn/#/audits/abc/plan -->\n<html lang=\"en-GB\"><head><title>Action plan – Cairn</title></head><body></body></html>".as_bytes(), Thing::CairnPage);
    check("page.htm", b"<html><head><title>News</title></head></html>", Thing::WebPage);
    check("page.mhtml", b"From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nSubject: News\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n", Thing::WebPage);
    check("thanks.eml", b"From: a@b\r\nTo: c@d\r\n\r\nThanks", Thing::Mail);
}

#[test]
fn a_broken_file_of_cairns_has_its_own_reason() {
    let file = response_text(&worded(), at(0));
    let found = found(&file[..150]);
    assert!(
        matches!(&found[..], [Arrived::Refused(reason)] if reason.to_string().contains("stops in the middle")),
        "{found:?}"
    );
    let prose = arrived("words.txt", b"Nothing in here");
    assert!(matches!(&prose[..], [(None, Arrived::Refused(_))]));
}

#[test]
fn a_code_is_found_among_letters_of_an_older_way_of_writing() {
    let code = worded().code().unwrap();
    let text = [b"Gr\xfc\xdfe: ", code.as_bytes(), b" \x96 Sam\xa0"].concat();
    let found: Vec<Arrived> = arrived("x", &text).into_iter().map(|(_, it)| it).collect();
    assert_eq!(found, answers(&[worded()]));
    let dashes = code.as_bytes().iter().map(|byte| if *byte == b'-' { 0x96 } else { *byte });
    let found: Vec<Arrived> =
        arrived("x", &dashes.collect::<Vec<u8>>()).into_iter().map(|(_, it)| it).collect();
    assert_eq!(found, answers(&[worded()]));
}

/// If the time grew with the square of the length, this test would not end.
#[test]
fn much_of_anything_arrives() {
    for part in [
        "{",
        "{\"format\":",
        "{\"format\": \"cairn\", \"kind\": \"survey-response\", ",
        "{\"format\": “",
        "&quot;",
        "{&quot;format&quot;:",
        "From: a\n",
        "--x\n",
        "From a: b\n\n",
        "/survey/",
        "#/survey/",
        "%23/survey/",
        "> ",
        "PK",
        "\u{a0}",
    ] {
        let _ = arrived("x", part.repeat(200_000 / part.len()).as_bytes());
    }
}

proptest! {
    #[test]
    fn a_quoted_answer_reads_as_it_was(response in any_response()) {
        let file = response_text(&response, at(0));
        let text = format!("Hello\n> {}\n> Sam", file.replace('\n', "\n> "));
        prop_assert_eq!(found(&text), answers(&[response]));
    }

    #[test]
    fn anything_arrives_somehow(bytes in proptest::collection::vec(any::<u8>(), 0..300), name in "[a-z.]{0,12}") {
        prop_assert!(!arrived(&name, &bytes).is_empty());
    }

    #[test]
    fn any_text_arrives_somehow(text in "(?s)([CAIRN0-9{}\":a-z \n>=&;%<-]|.){0,200}") {
        prop_assert!(!arrived("x", text.as_bytes()).is_empty());
    }
}

/// Bad files in which all that is there can be told all the same: one has a line end within a text, the
/// other is two files in one.
const OPENED: [&str; 2] = ["raw-line-end.json", "two-files.json"];

#[test]
fn each_bad_file_is_refused_once() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/bad");
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let found = arrived(&name, &std::fs::read(&path).unwrap());
        let refused = matches!(&found[..], [(_, Arrived::Refused(_))]);
        if refused == OPENED.contains(&&*name) {
            wrong.push((name, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
