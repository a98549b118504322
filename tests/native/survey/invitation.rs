use cairn::chart::qr::qr;
use cairn::moment::Date;
use cairn::survey::invitation::{Invitation, InvitationProblem};
use cairn::survey::symbols::{crc32, decode_text, encode};
use proptest::prelude::*;

use super::SURVEY;
use crate::samples::text;

fn invitation() -> Invitation {
    Invitation {
        survey: SURVEY.to_owned(),
        framework: "clf".to_owned(),
        title: "Staff survey, November 2026".to_owned(),
        organisation: "Harbour Lane Support".to_owned(),
        closes: Date::new(2026, 12, 4),
        threshold: 5,
    }
}

#[test]
fn an_invitation_is_read_from_its_token() {
    let check = |invitation: Invitation| {
        let token = invitation.written().unwrap();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        assert!(token.chars().all(plain), "{token}");
        assert_eq!(Invitation::read(&token), Ok(invitation.clone()));
        assert_eq!(Invitation::read(&format!(" {}\n", token.to_uppercase())), Ok(invitation));
    };
    check(invitation());
    check(Invitation { closes: None, ..invitation() });
    check(Invitation { framework: "learning".to_owned(), ..invitation() });
    let texts = ["", "Ε\u{301} 👩‍👩‍👧‍👦", "<script>", "\u{202e}"].map(str::to_owned);
    for title in texts {
        check(Invitation { organisation: title.clone(), title, ..invitation() });
    }
    let unfit = Invitation { survey: "audit-1".to_owned(), ..invitation() };
    assert_eq!(unfit.written(), None);
}

#[test]
fn a_token_stays_as_it_is_in_every_later_cairn() {
    let token = "04qr7dawyc000005001p6v3600dn6x31csk20wvne9v6ay9c4176yxk5dnh6awh068r34dg02h462wk2dxtq482cc5q6a82kenr70vvjeg00mchg68v2tc9j5mr38jk78nrg";
    assert_eq!(invitation().written().as_deref(), Some(token));
}

#[test]
fn long_names_are_clipped_so_that_the_link_stays_short() {
    let long = Invitation { title: "ä".repeat(81), organisation: "b".repeat(500), ..invitation() };
    let read = Invitation::read(&long.written().unwrap()).unwrap();
    assert_eq!(read.title, "ä".repeat(80));
    assert_eq!(read.organisation, "b".repeat(80));
}

#[test]
fn names_leave_the_link_short_enough_for_a_code_that_phones_read() {
    for letter in ["a", "ä", "字", "👩", "👩‍👩‍👧‍👦"] {
        let long = letter.repeat(200);
        let long = Invitation { title: long.clone(), organisation: long, ..invitation() };
        let token = long.written().unwrap();
        assert!(token.len() <= 600, "{}", token.len());
        let read = Invitation::read(&token).unwrap();
        assert!(long.title.starts_with(&read.title) && read.title.len() >= 80, "{}", read.title);
        // Reading and writing agree.
        assert_eq!(read.written(), Some(token));
        assert!(
            cairn::chart::qr::qr(&format!(
                "https://example.org/cairn/#/survey/{}",
                read.written().unwrap()
            ))
            .unwrap()
            .size
                <= 101
        );
    }
}

#[test]
fn a_token_is_read_as_mail_programs_leave_it() {
    let token = invitation().written().unwrap();
    let check = |text: &str| assert_eq!(Invitation::read(text), Ok(invitation()), "{text}");
    for after in [
        ".",
        ",",
        ")",
        ">",
        "]",
        "»",
        "”",
        "'",
        "*",
        "...",
        "%3E",
        "%22",
        "&gt;",
        "?utm_source=mail&fbclid=abc",
        "&fbclid=abcdef",
        "/?x=1/y",
        "#top",
        ":~:text=abc",
        " Thanks, Sam",
        "\n\nKind regards",
        "=",
        "=0D=0A",
        "abcdef",
        "%20abc",
        "&data=05%7C01%7C",
        "\u{200b}",
    ] {
        check(&[&token, after].concat());
    }
    for between in [
        "\n",
        "\r\n> ",
        " ",
        "%20",
        "%0A",
        "%0D%0A",
        "%20%3E%20",
        "=\n",
        "=\r\n",
        "\u{ad}",
        "%C2%AD",
        "%E2%80%8B",
        "%2520",
        "<wbr>",
        "&shy;",
        "-",
        "%",
    ] {
        for place in 0..token.len() {
            check(&[&token[..place], between, &token[place..]].concat());
        }
    }
    let wide = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap();
    check(&token.chars().map(wide).collect::<String>());
    check(&token.to_uppercase());
    check(&token.replace('0', "O").replace('1', "l"));
    check(&token.repeat(2));
}

#[test]
fn a_token_that_says_what_no_survey_can_is_refused() {
    let check = |bytes: &[u8], expected| {
        assert_eq!(Invitation::read(&token_of(bytes)), expected);
    };
    let bytes = |threshold: u32, texts: [&str; 4]| {
        let mut bytes = vec![1, 0x2f, 0x83, 0xb5, 0x58, 0xf3];
        bytes.extend(threshold.to_be_bytes());
        for text in texts {
            bytes.extend((text.len() as u16).to_be_bytes());
            bytes.extend(text.as_bytes());
        }
        bytes
    };
    let texts = ["clf", "Title", "Harbour House", ""];
    for threshold in [3, 5, 100_000] {
        let read = Invitation::read(&token_of(&bytes(threshold, texts))).unwrap();
        assert_eq!(read.threshold, threshold);
    }
    for threshold in [0, 1, 2, 100_001, 4_000_000_000, u32::MAX] {
        check(&bytes(threshold, texts), Err(InvitationProblem::Impossible));
        assert_eq!(Invitation { threshold, ..invitation() }.written(), None);
    }
    let (fits, long, longer) = ("👩".repeat(80), "a".repeat(81), "a".repeat(2_000));
    assert!(
        Invitation::read(&token_of(&bytes(5, ["clf", &fits, &fits, ""]))).is_ok(),
        "as was written once"
    );
    for long in [&*long, &longer] {
        check(&bytes(5, ["clf", long, "", ""]), Err(InvitationProblem::Impossible));
        check(&bytes(5, ["clf", "", long, ""]), Err(InvitationProblem::Impossible));
        check(&bytes(5, [long, "", "", ""]), Err(InvitationProblem::Impossible));
    }
}

#[test]
fn names_of_large_letters_are_clipped_between_two_of_them() {
    let named = |title: &str, organisation: &str| {
        let (title, organisation) = (title.to_owned(), organisation.to_owned());
        Invitation { title, organisation, ..invitation() }
    };
    let read = Invitation::read(&named(&"😀".repeat(80), &"語".repeat(80)).written().unwrap());
    let read = read.unwrap();
    assert_eq!(read.title, "😀".repeat(40));
    assert_eq!(read.organisation, "語".repeat(53));
}

proptest! {
    #[test]
    fn a_code_fits_whatever_the_names_are(
        title in any::<String>(), organisation in "\\PC{0,200}", long in 0..4_usize, address in 0..200_usize,
    ) {
        let title = title.repeat(1 + long * 40);
        let token = Invitation { title, organisation, ..invitation() }.written().unwrap();
        prop_assert!(Invitation::read(&token).is_ok());
        let link = ["https://example.org/", &"a".repeat(address), "/#/survey/", &token].concat();
        prop_assert!(qr(&link).unwrap().size <= 117, "{} characters", link.len());
    }
}

#[test]
fn a_token_that_was_edited_by_hand_is_refused() {
    let token = invitation().written().unwrap();
    let check = |text: &str| {
        if text != token {
            assert_eq!(Invitation::read(text), Err(InvitationProblem::Damaged), "{text}");
        }
    };
    for place in 0..token.len() {
        check(&token[..place]);
        check(&token[place..]);
        let mut lost = token.clone();
        lost.remove(place);
        check(&lost);
        for symbol in "0123456789abcdefghjkmnpqrstvwxyz-%/ué".chars() {
            let mut other = token.clone();
            other.replace_range(place..=place, &symbol.to_string());
            check(&other);
            let mut added = token.clone();
            added.insert(place, symbol);
            // A character that no token has is skipped, and so is one behind the token's end.
            if "-%/ué".contains(symbol) || added.starts_with(&token) {
                assert_eq!(Invitation::read(&added), Ok(invitation()), "{added}");
            } else {
                check(&added);
            }
        }
    }
    check("");
    check(&"0".repeat(1_000_000));
}

/// A token of these bytes, with a checksum that is right.
fn token_of(bytes: &[u8]) -> String {
    encode(&[bytes, &crc32(bytes).to_be_bytes()].concat()).to_ascii_lowercase()
}

#[test]
fn a_token_whose_checksum_is_right_is_still_looked_at() {
    let token = decode_text(&invitation().written().unwrap()).unwrap();
    let bytes = &token[..token.len() - 4];
    assert_eq!(Invitation::read(&token_of(bytes)), Ok(invitation()));
    let check = |change: &dyn Fn(&mut Vec<u8>), expected: InvitationProblem| {
        let mut bytes = bytes.to_vec();
        change(&mut bytes);
        let read = Invitation::read(&token_of(&bytes));
        assert_eq!(read, Err(expected));
    };
    check(&|bytes| bytes[0] = 2, InvitationProblem::Newer);
    check(&|bytes| bytes[0] = 0, InvitationProblem::Damaged);
    check(&|bytes| bytes.clear(), InvitationProblem::Damaged);
    check(&|bytes| bytes.truncate(8), InvitationProblem::Damaged);
    check(&|bytes| bytes.truncate(bytes.len() - 1), InvitationProblem::Damaged);
    check(&|bytes| bytes.push(0), InvitationProblem::Damaged);
    check(&|bytes| bytes[11] = 255, InvitationProblem::Damaged);
    check(&|bytes| bytes[12] = 255, InvitationProblem::Damaged);
    let last = bytes.len() - 1;
    check(&|bytes| bytes[last] = b'x', InvitationProblem::Damaged);
}

#[test]
fn every_problem_is_a_sentence_for_a_colleague() {
    let damaged = "This survey link is not complete. Perhaps it was cut short when it was copied. Please ask for it again.";
    assert_eq!(InvitationProblem::Damaged.to_string(), damaged);
    let impossible = InvitationProblem::Impossible.to_string();
    assert!(impossible.starts_with("This survey link was not made by Cairn"));
    let newer =
        "This survey link was made by a newer Cairn. Reload this page to get the newest Cairn.";
    assert_eq!(InvitationProblem::Newer.to_string(), newer);
}

proptest! {
    #[test]
    fn whatever_it_says_is_read_back(title in text(), organisation in text(), threshold in 3..=100_000_u32, day in 0..32_u8) {
        let closes = Date::new(2026, 12, day);
        let invitation = Invitation { title, organisation, closes, threshold, ..invitation() };
        let token = invitation.written().unwrap();
        prop_assert_eq!(Invitation::read(&token), Ok(invitation));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        let _ = Invitation::read(&token_of(&bytes));
    }
}
