//! Which texts run from right to left, as Arabic and Hebrew do, and how to set them apart among words
//! that run the other way. Std only.

/// Unicode's marks that begin and end an isolated text: its first letter decides its direction, and it
/// does not turn what stands around it. Nobody sees the marks.
const ISOLATED: [char; 2] = ['\u{2068}', '\u{2069}'];

/// True when the first letter of a text belongs to a script that runs from right to left. Letters
/// between isolate marks do not count.
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

/// A text that is to stand beside others, or within a sentence. If any letter in it runs from right to
/// left, it is put between isolate marks: otherwise it would turn the text around it too.
pub fn apart(text: &str) -> String {
    let mut text = text.to_owned();
    if text.chars().any(is_from_right) {
        text.insert(0, ISOLATED[0]);
        text.push(ISOLATED[1]);
    }
    text
}

/// A sentence of Cairn's in which people's words stand in quotation marks “ ”: each text in quotation
/// marks is set apart as [`apart`] does. A text that runs from right to left as a whole is no sentence
/// of Cairn's and stays as it is.
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

/// True for letters of scripts that run from right to left (Hebrew, Arabic and their neighbours) and
/// for the right-to-left mark. Digits, and marks above and below letters, run with the letters that
/// they belong to.
fn is_from_right(letter: char) -> bool {
    let block = matches!(
        letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' | '\u{200f}'
    );
    block && (letter.is_alphabetic() || letter == '\u{200f}')
}
