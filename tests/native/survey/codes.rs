use cairn::survey::Response;
use cairn::survey::code::CodeProblem;
use cairn::survey::find::find_codes;
use cairn::survey::symbols::{self, crc32, decode_text, encode};
use proptest::prelude::*;

use super::{any_response, id, response};

const ALL_SYMBOLS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn samples() -> Vec<Response> {
    vec![
        response(1, "ABCDEFABCDEFABCDEFABCDEF", ""),
        response(2, "", ""),
        response(3, "FFFFFFFFFFFFFFFFFFFFFFFF", ""),
        response(0x00ff_00ff, "A-C-E-A-C-E-A-C-E-A-C-E-", "We need time."),
        response(5, "BBBBBBBBBBBBBBBBBBBBBBBB", "Ja – gern! 👩‍👩‍👧‍👦"),
        Response::new("00000000", "zzzzzzzz".to_owned()),
        response(6, "ABCDEFABCDEFABCDEFABCDEF", "").promised(5),
        response(7, "FFFFFFFFFFFFFFFFFFFFFFFF", "We need time.").promised(100_000),
    ]
}

fn code(response: &Response) -> String {
    response.code().unwrap()
}

/// `text` holds `response` and nothing else.
fn check_found(text: &str, response: &Response) {
    assert_eq!(find_codes(text), [Ok(response.clone())], "{text:?}");
}

fn check_problem(text: &str, expected: CodeProblem) {
    assert_eq!(find_codes(text), [Err(expected)], "{text:?}");
}

/// `text` has damage in it: `response` may be read from it all the same, and nothing else may.
fn check_damaged(text: &str, response: &Response) {
    match &find_codes(text)[..] {
        [Ok(found)] => assert_eq!(found, response, "{text:?}"),
        [Err(_)] => {}
        found => panic!("{text:?}: {found:?}"),
    }
}

#[test]
fn a_code_stays_as_it_is_in_every_later_cairn() {
    let check = |response: &Response, expected: &str| {
        assert_eq!(code(response), expected);
        check_found(expected, response);
    };
    check(
        &response(1, "ABCDEFABCDEFABCDEFABCDEF", ""),
        "CAIRN-04QR7D-AWYC3G-000004-109WWJ-5WSRSJ-MC000F-YYRDQ0",
    );
    check(
        &response(4, "FEDCBA-", "Merci beaucoup"),
        "CAIRN-04QR7D-AWYC3G-00000G-51HQQH-9BC5FV-5X0074-TSBJCD-MJ0RK5-C5TP6V-VNE1MX-H8RY",
    );
    check(
        &response(1, "ABCDEFABCDEFABCDEFABCDEF", "").promised(5),
        "CAIRN-08QR7D-AWYC3G-000004-109WWJ-5WSRSJ-MC0020-00000N-KJXPHX",
    );
}

#[test]
fn a_code_holds_ids_answers_and_comment() {
    for response in samples() {
        check_found(&code(&response), &response);
    }
    let unfit = Response::new("not an id", id(1));
    assert_eq!(unfit.code(), None);
    assert_eq!(Response::new("ABCDEFGH", id(1)).code(), None, "records have small letters");
}

#[test]
fn a_comment_is_clipped_between_two_characters() {
    let long = response(1, "A", &"é👩".repeat(1_500));
    let [Ok(found)] = &find_codes(&code(&long))[..] else { panic!() };
    assert_eq!(found.comment, "é👩".repeat(1_000));
}

#[test]
fn codes_are_found_in_whatever_text_comes_back() {
    let plain = response(1, "ABCDEFABCDEFABCDEFABCDEF", "");
    let worded = response(3, "EEEEEDDDDDCCCCCBBBBBAAAA", "More time to talk, please.");
    let promised = plain.clone().promised(12);
    for response in [&plain, &worded, &promised] {
        let code = code(response);
        let halves = code.split_at(code.len() / 2);
        for text in [
            code.to_lowercase(),
            format!("Hello Maria,\n\nhere is my code:\n{code}\n\nKind regards, Sam - 04/05"),
            format!("({code})"),
            format!("“{code}”."),
            format!("{code}, thanks"),
            code.replace('-', "–"),
            code.replace('-', "\u{2011}"),
            code.replace('-', " - "),
            code.replace('-', "-\n> "),
            code.replace('-', "-\r\n> > "),
            code.replace('-', "\u{a0}-\t"),
            code.replace('-', "- "),
            code.replace('-', ""),
            code.replace('-', " "),
            code.replacen('-', "", 1),
            format!("{}\n{}", halves.0, halves.1),
            format!("> {}\n> {}\n", halves.0, halves.1),
            code.chars().flat_map(|c| [c, '\u{200b}']).collect(),
            code.replace('0', "O").replace('1', "l"),
            format!("CAIRN-\n{}", &code[6..]),
            format!("Cairn 0.1.0 says: Cairn - {code}"),
        ] {
            check_found(&text, response);
        }
    }
    let (one, other) = (code(&plain), code(&worded));
    for between in ["\n", " ", "", "; ", "\n\n> "] {
        let text = [&*one, &*other, &*one].join(between);
        let expected = [Ok(plain.clone()), Ok(worded.clone()), Ok(plain.clone())];
        assert_eq!(find_codes(&text), expected, "{between:?}");
    }
}

#[test]
fn prose_is_no_code() {
    for text in [
        "",
        "Cairn",
        "cairn-",
        "Please paste this code into Cairn: thank you!",
        "Cairn - a learning organisation audit that runs wholly in the browser",
        "Cairn – on Monday the team meets and we can talk about all the rest there",
        "cairn-based learning. Cairn-04 was better than Cairn 0.1.0, and cairn - 04:15 is late",
        "My number is 0123 456789-012345, or 2fd4e6ed-1b1a-4c0e-9a43-3ce1eadf76eb",
        "CAIRN CAIRN CAIRN",
        "the centre-wheels go round",
        "\u{0}\u{202e}🏔",
    ] {
        assert_eq!(find_codes(text), [], "{text:?}");
    }
}

#[test]
fn a_code_that_is_cut_short_says_so() {
    for response in samples() {
        let code = code(&response);
        for end in 13..code.len() {
            let cut = &code[..end];
            check_problem(cut, CodeProblem::CutShort);
            check_problem(&format!("{cut}…\n\nThanks, Sam"), CodeProblem::CutShort);
        }
        // A whole code behind one that is cut short is found, however much is missing.
        for end in 13..code.len() {
            let text = format!("{}\n{code}", &code[..end]);
            let expected = [Err(CodeProblem::CutShort), Ok(response.clone())];
            assert_eq!(find_codes(&text), expected, "{text:?}");
        }
    }
}

#[test]
fn no_symbol_can_be_taken_for_another() {
    for response in samples() {
        let code = code(&response);
        for place in 0..code.len() {
            for symbol in ALL_SYMBOLS.chars().chain(['-', ' ', 'U', '?', 'é', '\n']) {
                let mut damaged = code.clone();
                damaged.replace_range(place..=place, &symbol.to_string());
                check_damaged(&damaged, &response);
                let same = ALL_SYMBOLS.contains(symbol) && code.as_bytes()[place] != symbol as u8;
                if same && ALL_SYMBOLS.contains(&code[place..=place]) && place > 5 {
                    assert!(find_codes(&damaged)[0].is_err(), "{damaged}");
                }
                let within = format!("Hello,\n> {damaged}\nKind regards, Sam");
                check_damaged(&within, &response);
            }
        }
    }
}

#[test]
fn nothing_lost_added_or_swapped_goes_unseen() {
    for response in samples() {
        let code = code(&response);
        for place in 0..code.len() {
            let mut lost = code.clone();
            lost.remove(place);
            for text in [lost.clone(), format!("{lost}\nKind regards, Sam"), format!("{lost}-")] {
                check_damaged(&text, &response);
            }
            for symbol in ALL_SYMBOLS.chars().chain(['-', 'U', '.']) {
                let mut added = code.clone();
                added.insert(place, symbol);
                check_damaged(&added, &response);
            }
            if place > 0 {
                let mut swapped = code.clone().into_bytes();
                swapped.swap(place - 1, place);
                check_damaged(&String::from_utf8(swapped).unwrap(), &response);
            }
        }
        // A code says itself where it ends, so a symbol right behind it does no harm.
        for symbol in ALL_SYMBOLS.chars() {
            check_found(&format!("{code}{symbol}"), &response);
        }
    }
}

#[test]
fn what_is_left_of_a_code_is_not_passed_over() {
    let response = response(1, "ABCDEFABCDEFABCDEFABCDEF", "");
    let code = code(&response);
    for marker in ["", "CAIR-", "CAXRN-", "CA1RN-", "CAİRN-", "KAIRN: "] {
        // The checksum proves a code whose marker is gone or damaged.
        check_found(&code.replace("CAIRN-", marker), &response);
        let damaged = code.replace("CAIRN-", marker).replace("5WSRSJ", "5WSRSK");
        check_problem(&damaged, CodeProblem::Damaged);
    }
    check_problem(&code[code.len() - 20..], CodeProblem::Damaged);
    check_problem(&format!("so: {}\n\nSam", &code[code.len() - 20..]), CodeProblem::Damaged);
    check_problem(&code.replace('0', "U"), CodeProblem::Damaged);
}

#[test]
fn a_code_of_a_newer_version_is_told_from_a_damaged_one() {
    let mut bytes =
        decode_text(&code(&response(1, "ABC", "")).replace("CAIRN", "").replace('-', "")).unwrap();
    let with_version = |bytes: &mut Vec<u8>, version: u8| {
        bytes.truncate(22);
        bytes[0] = version;
        let crc = crc32(bytes);
        bytes.extend(crc.to_be_bytes());
        format!("CAIRN-{}", encode(bytes))
    };
    check_problem(&with_version(&mut bytes, 3), CodeProblem::NewerVersion);
    check_problem(&with_version(&mut bytes, 255), CodeProblem::NewerVersion);
    let [Ok(_)] = find_codes(&with_version(&mut bytes, 1))[..] else { panic!() };
    // The checksum is right, but these bytes are no answers to 24 statements.
    bytes.truncate(22);
    bytes[11..20].fill(255);
    let crc = crc32(&bytes);
    bytes.extend(crc.to_be_bytes());
    let code = encode(&bytes);
    let groups: Vec<&str> = (0..code.len()).step_by(6).map(|at| &code[at..at + 6]).collect();
    check_problem(&format!("CAIRN-{}", groups.join("-")), CodeProblem::Damaged);
}

#[test]
fn a_code_says_no_threshold_that_no_survey_has() {
    for threshold in [0, 2, 100_001, u32::MAX] {
        let code = code(&response(1, "ABC", "Fine.").promised(threshold));
        check_problem(&code, CodeProblem::Damaged);
    }
}

#[test]
fn every_problem_is_a_sentence() {
    for problem in [CodeProblem::CutShort, CodeProblem::Damaged, CodeProblem::NewerVersion] {
        let sentence = problem.to_string();
        assert!(sentence.starts_with("A code ") && sentence.ends_with('.'), "{sentence}");
    }
}

#[test]
fn symbols_are_those_of_others_who_use_them() {
    assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    assert_eq!(encode(b"foobar"), "CSQPYRK1E8");
    assert_eq!(decode_text("csqpyrkle8"), Some(b"foobar".to_vec()));
    assert_eq!(decode_text("CSQPYRK1E9"), None, "the bit that fills it up is a one");
    assert_eq!(decode_text("CSQPYRK1E80"), None, "a symbol too many");
    assert_eq!(decode_text("CSQU"), None);
    assert_eq!(decode_text(""), Some(vec![]));
}

#[test]
fn an_id_is_eight_symbols_in_small_letters() {
    assert_eq!(symbols::id([0; 5]), "00000000");
    assert_eq!(symbols::id([255; 5]), "zzzzzzzz");
    assert_eq!(symbols::id_bytes("zzzzzzzz"), Some([255; 5]));
    for id in
        ["", "zzzzzzz", "zzzzzzzzz", "zzzzzzzZ", "zzzzzzzu", "zzzzzzzl", "zzzz-zzz", "zzzzzzzé"]
    {
        assert_eq!(symbols::id_bytes(id), None, "{id}");
    }
}

proptest! {
    #[test]
    fn a_response_is_read_from_its_code(response in any_response()) {
        prop_assert_eq!(find_codes(&code(&response)), [Ok(response)]);
    }

    #[test]
    fn damage_gives_no_other_response(
        response in any_response(),
        damage in proptest::collection::vec((0..4_u8, any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..4),
    ) {
        let damage_is_alone = damage.len() == 1;
        let mut code: Vec<char> = code(&response).chars().collect();
        for (how, place, symbol) in damage {
            let place = place.index(code.len());
            let symbol = ALL_SYMBOLS.chars().nth(symbol.index(32)).unwrap();
            match how {
                0 => code[place] = symbol,
                1 => drop(code.remove(place)),
                2 => code.insert(place, symbol),
                _ => code.swap(place, place.saturating_sub(1)),
            }
        }
        let found = find_codes(&String::from_iter(code));
        prop_assert!(!damage_is_alone || found.len() == 1);
        for found in found.into_iter().flatten() {
            prop_assert_eq!(&found, &response);
        }
    }

    #[test]
    fn bytes_are_read_from_their_symbols(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
        let symbols = encode(&bytes);
        prop_assert_eq!(symbols.len(), symbols::length(bytes.len()));
        prop_assert_eq!(decode_text(&symbols), Some(bytes));
    }

    #[test]
    fn any_text_can_be_looked_through(text in "(?s)([CAIRN0-9 \n>-]|.){0,200}") {
        let _ = find_codes(&text);
    }
}
