//! Makes names of files from what people wrote, such that every system can save them.
//!
//! A system counts bytes, not letters: most allow 255, an encrypted folder no more than 143, and a
//! browser adds a number of its own when the name is taken.

/// The most letters of a person's own words that a name takes.
const LETTERS: usize = 60;
/// The most bytes of those words, so that there is room for the rest of the name.
const BYTES: usize = 100;

/// Combining characters, which belong to the letter before them: accents, vowel signs, joined letters.
/// They are listed as ranges, because the standard library does not know them.
const MARKS: &[(u32, u32)] = &[
    (0x0300, 0x036f),
    (0x0483, 0x0487),
    (0x0591, 0x05bd),
    (0x0610, 0x061a),
    (0x064b, 0x065f),
    (0x06d6, 0x06dc),
    (0x0900, 0x0903),
    (0x093a, 0x094f),
    (0x0981, 0x0983),
    (0x09bc, 0x09cd),
    (0x0a3c, 0x0a4d),
    (0x0abc, 0x0acd),
    (0x0b3c, 0x0b4d),
    (0x0bbe, 0x0bcd),
    (0x0c3c, 0x0c4d),
    (0x0cbc, 0x0ccd),
    (0x0d3b, 0x0d4d),
    (0x0dca, 0x0ddf),
    (0x0e31, 0x0e3a),
    (0x0e47, 0x0e4e),
    (0x0eb1, 0x0ebc),
    (0x0ec8, 0x0ece),
    (0x0f71, 0x0f84),
    (0x102b, 0x103e),
    (0x1ab0, 0x1aff),
    (0x17b4, 0x17d3),
    (0x1dc0, 0x1dff),
    (0x20d0, 0x20ff),
    (0x3099, 0x309a),
    (0xfe20, 0xfe2f),
];

/// The name of a file, made of `words`, the day and an ending. It keeps the letters and digits of the
/// words, with their combining characters. Everything else, such as a slash, a control character or one
/// that changes the direction of the text, becomes a hyphen. The name always begins with `cairn`, so it
/// is never one that a system keeps for itself.
pub fn file_name(words: &str, day: &str, ending: &str) -> String {
    let mut name = String::from("cairn");
    let (start, mut letters, mut gap) = (name.len(), 0, true);
    let mut rest = words.chars().peekable();
    while let Some(first) = rest.next() {
        if !first.is_alphanumeric() || is_mark(first) {
            gap = true;
            continue;
        }
        let mut letter = String::from(first);
        while let Some(mark) = rest.next_if(|next| is_mark(*next)) {
            letter.push(mark);
        }
        letters += 1;
        let more = letter.len() + usize::from(gap);
        if letters > LETTERS || name.len() - start + more > BYTES {
            break;
        }
        if std::mem::take(&mut gap) {
            name.push('-');
        }
        name.push_str(&letter);
    }
    [&name, "-", day, ".", ending].concat()
}

fn is_mark(c: char) -> bool {
    let code = u32::from(c);
    MARKS.iter().any(|(first, last)| (*first..=*last).contains(&code))
}
