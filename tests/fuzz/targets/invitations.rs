//! The tokens of survey links. The bytes are tried as a token as they are, and as the content of a
//! token whose checksum is right.
#![no_main]

use cairn::survey::invitation::Invitation;
use cairn::survey::symbols::encode_checked;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    check(&String::from_utf8_lossy(bytes));
    check(&encode_checked(bytes.to_vec()));
});

fn check(token: &str) {
    if let Ok(invitation) = Invitation::read(token) {
        let token = invitation.written().expect("its id is eight symbols");
        let again = Invitation::read(&token).expect("what is written is read");
        assert_eq!(again.survey, invitation.survey);
    }
}
