//! Which texts run from right to left, as Arabic and Hebrew do, and how they keep to themselves among words
//! that run the other way. Std only.

/// Begins what finds its own direction by its first letter, and ends it: Unicode's marks for that, which
/// nobody sees.
const ISOLATED: [char; 2] = ['\u{2068}', '\u{2069}'];

/// True where the first letter of a text is one of a script that runs from right to left. What stands
/// apart in the text has no say.
pub fn from_right(text: &str) -> bool {
    let mut depth = 0_u32;
    for letter in text.chars() {
        match letter {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if is_from_right(letter) => return true,
            _ if letter.is_alphabetic() => return false,
            _ => {}
        }
    }
    false
}

/// A text that stands beside others, or within a sentence, set apart if anything in it runs from right to
/// left: otherwise it would take what stands around it along.
pub fn apart(text: &str) -> String {
    let mut text = text.to_owned();
    if text.chars().any(is_from_right) {
        text.insert(0, ISOLATED[0]);
        text.push(ISOLATED[1]);
    }
    text
}

/// A sentence of Cairn's with what people wrote in its quotation marks “ ”, each of those set apart as
/// [`apart`] does. What runs from right to left as a whole is no such sentence and stays as it is.
pub fn quotes_apart(sentence: String) -> String {
    if !sentence.chars().any(is_from_right) || from_right(&sentence) {
        return sentence;
    }
    let mut parts = sentence.split('“');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        whole.push('“');
        match part.rsplit_once('”') {
            Some((quoted, rest)) => {
                whole.push_str(&apart(quoted));
                whole.push('”');
                whole.push_str(rest);
            }
            None => whole.push_str(part),
        }
    }
    whole
}

/// The letters of the scripts that run from right to left: Hebrew, Arabic and their neighbours. Digits
/// and marks above and below letters run with what they belong to.
fn is_from_right(letter: char) -> bool {
    let block = matches!(
        letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' | '\u{200f}'
    );
    block && (letter.is_alphabetic() || letter == '\u{200f}')
}
