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
            check(&added);
        }
    }
    check("");
    check(&token.repeat(2));
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
    let damaged = "This survey link is not whole. Perhaps it was cut short when it was copied: please ask for it again.";
    assert_eq!(InvitationProblem::Damaged.to_string(), damaged);
    let newer =
        "This survey link was made by a newer Cairn. Reload this page to get the newest Cairn.";
    assert_eq!(InvitationProblem::Newer.to_string(), newer);
}

proptest! {
    #[test]
    fn whatever_it_says_is_read_back(title in text(), organisation in text(), threshold: u32, day in 0..32_u8) {
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
