//! Finds the token of a survey's link in an address or in a text, also when the address was packed into
//! another on the way, even several times. [`Invitation`](super::invitation::Invitation) tells whether
//! the token is whole.

/// How many layers are looked through, when an address was packed into others.
pub(crate) const MOST_PACKED: usize = 4;

/// How much of an address is looked at, in bytes.
pub(crate) const LONGEST: usize = 20_000;

/// The text after `#/survey/` in an address or in a text with one, or after a `/survey/` that a token
/// follows; `None` when there is neither.
pub fn token_in(text: &str) -> Option<String> {
    let mut text = text.to_owned();
    for _ in 0..MOST_PACKED {
        if let Some(after) = after_survey(&text) {
            return Some(clipped(after).trim_matches('/').to_owned());
        }
        text = unpacked(&text)?;
    }
    None
}

fn after_survey(text: &str) -> Option<&str> {
    const NAME: &str = "/survey/";
    let lower = text.to_ascii_lowercase();
    lower.match_indices(NAME).find_map(|(at, name)| {
        let after = &text[at + name.len()..];
        let token = after.bytes().take(30).take_while(u8::is_ascii_alphanumeric).count();
        (lower[..at].ends_with('#') || (token == 30 && after.starts_with('0'))).then_some(after)
    })
}

fn clipped(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

/// A text in which escapes of addresses, such as `%2F`, are replaced by the characters that they stand
/// for; `None` when there is none.
pub(crate) fn unpacked(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    let mut changed = false;
    while let Some((first, after)) = rest.split_first() {
        let digit = |place: usize| char::from(*after.get(place)?).to_digit(16);
        if *first == b'%'
            && let (Some(high), Some(low)) = (digit(0), digit(1))
        {
            bytes.push((high << 4 | low) as u8);
            changed = true;
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    changed.then(|| String::from_utf8_lossy(&bytes).into_owned())
}
