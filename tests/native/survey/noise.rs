//! Codes as mail programs, phones and people leave them. A code that its checksum proves is found once,
//! whatever stands around it or between its letters, and a damaged code is one problem.

use cairn::survey::Response;
use cairn::survey::code::CodeProblem;
use cairn::survey::find::find_codes;
use proptest::prelude::*;

use super::{any_response, response};

/// Texts that can stand between any two letters of a code without belonging to it.
const NOISE: [&str; 48] = [
    "\u{1e}",
    "\u{1f}",
    "\u{0}",
    "\u{7f}",
    "\u{85}",
    "\u{ad}",
    "\u{34f}",
    "\u{61c}",
    "\u{180e}",
    "\u{200b}",
    "\u{200d}",
    "\u{200e}",
    "\u{202c}",
    "\u{2060}",
    "\u{2066}",
    "\u{feff}",
    "\u{fe0f}",
    "\u{fffd}",
    "-",
    "\u{2010}",
    "\u{2011}",
    "–",
    "—",
    "−",
    "－",
    "﹣",
    "_",
    " ",
    "\u{a0}",
    "\u{202f}",
    "\u{3000}",
    "\t",
    "\n",
    "\r\n> ",
    "\n| ",
    "\n> > | ",
    "=\r\n",
    "=\n",
    "=20\n",
    "=C2=AD",
    "=E2=80=8B",
    "%20",
    "%E2%80%91",
    "%250A",
    "&shy;",
    "&#8203;",
    "<br>",
    "<span class=\"x\">",
];

fn sample() -> Response {
    response(1, "ABCDEFABCDEFABCDEFABCDEF", "")
}

fn worded() -> Response {
    response(
        3,
        "EEEEEDDDDDCCCCCBBBBBAAAA",
        "More time to talk, please. And a quiet room for handovers.",
    )
}

fn code(response: &Response) -> String {
    response.code().unwrap()
}

fn check(text: &str, expected: &[Result<Response, CodeProblem>]) {
    assert_eq!(find_codes(text), expected, "{text:?}");
}

fn check_found(text: &str, response: &Response) {
    check(text, &[Ok(response.clone())]);
}

/// The code with one symbol changed: the one at `place`, or the next if that is a hyphen.
fn damaged(code: &str, place: usize) -> String {
    let mut bytes = code.as_bytes().to_vec();
    let place = (place..bytes.len()).find(|at| bytes[*at] != b'-').unwrap();
    bytes[place] = if bytes[place] == b'7' { b'8' } else { b'7' };
    String::from_utf8(bytes).unwrap()
}

#[test]
fn noise_of_every_kind_in_every_place_does_no_harm() {
    let code = code(&sample());
    for noise in NOISE {
        for place in 0..=code.len() {
            let text = [&code[..place], noise, &code[place..]].concat();
            check_found(&text, &sample());
            check_found(&["So: ", &text, noise, " Kind regards, Sam"].concat(), &sample());
        }
        check_found(&code.replace('-', noise), &sample());
        let everywhere = code.chars().flat_map(|c| [String::from(c), noise.to_owned()]);
        check_found(&everywhere.collect::<String>(), &sample());
    }
}

#[test]
fn a_code_is_found_in_every_form_of_its_letters() {
    let code = code(&sample());
    let wide = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap();
    check_found(&code.chars().map(wide).collect::<String>(), &sample());
    check_found(&code.to_lowercase().chars().map(wide).collect::<String>(), &sample());
    check_found(&code.replace("CAIRN", "Cairn").replace('0', "o").replace('1', "i"), &sample());
    let digits = |zero: u32| {
        move |c: char| c.to_digit(10).map_or(c, |digit| char::from_u32(zero + digit).unwrap())
    };
    check_found(&code.chars().map(digits(0x660)).collect::<String>(), &sample());
    check_found(&code.chars().map(digits(0x6f0)).collect::<String>(), &sample());
    let numbered = |c: char| format!("&#{};", u32::from(c));
    check_found(&code.chars().map(numbered).collect::<String>(), &sample());
    let bytes = |c: char| format!("%{:02x}", u32::from(c));
    check_found(&code.chars().map(bytes).collect::<String>(), &sample());
}

#[test]
fn a_code_is_found_however_close_others_stand_to_it() {
    let code = code(&sample());
    for (before, after) in [
        ("Code", "Thanks"),
        ("<", ">"),
        ("<p>", "</p>"),
        ("code=", "&x=1"),
        ("100%", "%20"),
        ("https://example.org/?q=", "#x"),
        ("**", "**"),
        ("`", "`"),
        ("mailto:a@b?body=", ""),
        ("1. ", " 2."),
        ("CAIRN-", ""),
        ("CAIRN CAIRN-", "-CAIRN"),
        ("C A I R ", ""),
        ("\"code\": \"", "\\n\", "),
    ] {
        check_found(&[before, &code, after].concat(), &sample());
    }
}

#[test]
fn a_code_in_several_messages_is_put_together() {
    for response in [sample(), worded()] {
        let code = code(&response);
        for cut in 8..code.len() - 1 {
            let (one, two) = code.split_at(cut);
            for text in [
                format!("(1/2) {one}\n(2/2) {two}"),
                format!("1/2 {one}\n2/2 {two}"),
                format!("{one} (1/2)\n{two} (2/2)"),
                format!("[10:42, 29/11/2026] Sam: {one}\n[10:43, 29/11/2026] Sam: {two}"),
                format!("Part 1: {one}\nPart 2: {two}"),
            ] {
                check_found(&text, &response);
            }
        }
        let (one, two) = code.split_at(code.len() / 2 - 3);
        check_found(&format!("{one}\n\nOn Tuesday Sam wrote:\n\n{two}"), &response);
        check_found(&format!("(2/2) {two}\n(1/2) {one}"), &response);
        let (two, three) = two.split_at(two.len() / 2);
        check_found(&format!("(1/3) {one}\n(2/3) {two}\n(3/3) {three}"), &response);
        // The halves of two people's codes, in turn.
        let other = self::code(&super::response(9, "FEDCBA", "Fewer forms."));
        let (first, second) = other.split_at(40);
        let (one, two) = code.split_at(40);
        let expected = [Ok(response.clone()), Ok(super::response(9, "FEDCBA", "Fewer forms."))];
        check(&format!("{one}\n{first}\n{two}\n{second}"), &expected);
    }
}

#[test]
fn a_code_is_read_past_what_mail_programs_put_in_front_of_lines() {
    let response = worded();
    let code = code(&response);
    for width in [17, 30, 40, 41, 60] {
        let lines: Vec<String> = code
            .as_bytes()
            .chunks(width)
            .map(|line| String::from_utf8_lossy(line).into())
            .collect();
        for mark in ["> ", ">", "| ", ">> > ", "  | ", "JD> ", "SM>", ": ", "# ", "* "] {
            check_found(&[mark, &lines.join(&["\n", mark].concat())].concat(), &response);
        }
        let numbered = lines.iter().enumerate().map(|(at, line)| format!("{}: {line}\n", at + 1));
        check_found(&numbered.collect::<String>(), &response);
    }
}

#[test]
fn a_mail_with_several_codes_counts_each_once() {
    let all: Vec<Response> = (1..6).map(|person| super::response(person, "ABCDEF", "")).collect();
    let codes: Vec<String> = all.iter().map(code).collect();
    let text = format!(
        "Answers so far:\r\n{}\r\n\r\n{}\r\n\r\n> On 3 May, Sam wrote:\r\n> > {}\r\n>\r\n> | {}\r\n\r\n{}--\r\nCairn helps",
        codes[0],
        codes[1].replace('-', "\u{1e}"),
        codes[2].replace("-K4", "-\r\n> > K4"),
        codes[3].replace('-', "\u{2011}"),
        codes[4],
    );
    check(&text, &all.into_iter().map(Ok).collect::<Vec<_>>());
}

#[test]
fn one_damaged_code_is_one_problem_however_it_is_torn() {
    for response in [sample(), worded()] {
        let code = code(&response);
        for place in 6..code.len() {
            let damaged = damaged(&code, place);
            for text in [
                damaged.clone(),
                damaged.replace('-', "\u{1e}"),
                damaged.replace('-', " "),
                damaged.replace('-', ""),
                damaged.replace("-", "\n> -"),
                damaged.replace("-", "-\n| "),
                damaged.replace("-", "=2D"),
                damaged.replace("-", "-=\n"),
                damaged.replace("-", "-<br>\n"),
                format!("Hello\n\n{damaged}\n\nKind regards, Sam\nThe centre"),
                format!("(1/2) {}\n(2/2) {}", &damaged[..35], &damaged[35..]),
            ] {
                let found = find_codes(&text);
                assert!(matches!(found[..], [Err(_)]), "{text:?} {found:?}");
            }
        }
    }
}

#[test]
fn two_damaged_codes_are_two_problems() {
    let (one, other) = (code(&sample()), code(&worded()));
    for between in ["\n", "\n\n", " ", ", ", "\n> ", "\nand that of Mo:\n"] {
        for (first, second) in [
            (damaged(&one, 20), damaged(&other, 30)),
            (damaged(&one, 8), damaged(&one, 40)),
            (one[..30].to_owned(), damaged(&other, 30)),
            (damaged(&one, 20), damaged(&other, 30).replace("CAIRN-", "CAIR-")),
            (damaged(&one, 20)[6..].to_owned(), damaged(&other, 30)),
        ] {
            let text = [&*first, between, &second].concat();
            let found = find_codes(&text);
            assert!(matches!(found[..], [Err(_), Err(_)]), "{text:?} {found:?}");
            let with_whole = format!("{first}{between}{other}{between}{second}");
            let found = find_codes(&with_whole);
            assert!(matches!(found[..], [Err(_), Ok(_), Err(_)]), "{with_whole:?} {found:?}");
        }
    }
}

#[test]
fn nothing_in_prose_is_taken_for_a_code() {
    for text in [
        "Cairn 07700900123 is my number, Cairn: 07700 900123, Cairn - 07700900123",
        "Cairn people change things before others",
        "Attached: cairn-backup-2026-11-29.json and cairn_audit_harbour_house.json",
        "Cairn (0412345) says: 04:15 at the centre-wheels-street",
        "C. Airn, C A I R N, “cairn”—0",
        "https://example.org/cairn/04/05/06-07-08?cairn=04-05",
        "cairn\n\n0412\n\n045678-ABC",
    ] {
        check(text, &[]);
    }
}

/// If the time grew with the square of the length, this test would not end.
#[test]
fn much_of_anything_is_looked_through() {
    let whole = code(&sample());
    for part in [
        "CAIRN-",
        "CAIRN ",
        "CAIRN-04",
        "CAIRN-04QR7D-AWYC1G-K4",
        "CAIRN-04QR7D-AWYC1G-K4\n",
        "04QR7D-AWYC1G-K40000-",
        "040000-",
        "040000-\n",
        "04ZZZZ-ZZZZZZ-ZZZZZZ\n",
        "A",
        "-",
        " ",
        "\n",
        ">",
        "<a ",
        "<",
        "&amp;",
        "%25",
        "=",
        "&#",
        "(",
        "AAAAAA-",
        "AAAAAA-\n",
        "AAAAAA (",
        "A-",
        "\\u",
        "CAIRN-04QR7D-AWYC1G-K40000-1M28JG-5VSG58-M1000E-XFCR\n",
        "x ",
        "é",
    ] {
        let _ = find_codes(&part.repeat(200_000 / part.len()));
    }
    let many = [&whole, "\n"].concat().repeat(10_000);
    assert_eq!(find_codes(&many).len(), 10_000);
    let cut = [&whole[..50], "\n"].concat().repeat(10_000);
    assert_eq!(find_codes(&cut).len(), 10_000);
}

proptest! {
    #[test]
    fn what_stands_between_does_no_harm(
        response in any_response(),
        noise in proptest::collection::vec((any::<prop::sample::Index>(), proptest::sample::select(NOISE.to_vec())), 0..60),
    ) {
        let code = code(&response);
        let mut between = vec![String::new(); code.len()];
        for (place, noise) in noise {
            between[place.index(code.len())].push_str(noise);
        }
        let text: String =
            between.into_iter().zip(code.chars()).map(|(noise, c)| format!("{noise}{c}")).collect();
        prop_assert_eq!(find_codes(&text), [Ok(response)], "{}", text);
    }

    #[test]
    fn a_damaged_symbol_is_one_problem(
        response in any_response(),
        place in any::<prop::sample::Index>(),
        noise in proptest::sample::select(NOISE.to_vec()),
    ) {
        let code = code(&response);
        let damaged = damaged(&code, 6 + place.index(code.len() - 6));
        let text = format!("Hello,\n{}\n\nThanks", damaged.replace('-', &["-", noise].concat()));
        let found = find_codes(&text);
        prop_assert!(matches!(found[..], [Err(_)]), "{} {:?}", text, found);
    }
}
