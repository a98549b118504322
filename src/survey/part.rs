//! Gathers all that belongs to a code whose checksum is not right, so that it is one problem, however
//! it was torn.

use crate::survey::code::{GROUP, whole};
use crate::survey::passing::looks_like_a_part;
use crate::survey::signs::{Kind, Sign};

/// The fewest symbols of a whole code.
const SHORTEST: usize = 42;

/// How many letters and digits can stand between two parts of a code, such as "Part 2 of 2".
const MOST_BETWEEN: usize = 12;

/// How many words are remembered after which the code could have been cut.
const MOST_CUTS: usize = 60;

/// A part of a code.
#[derive(Debug)]
pub struct Part {
    /// The values of its symbols.
    pub values: Vec<u8>,
    /// After how many symbols each of its words ends.
    pub cuts: Vec<usize>,
    /// The place after it.
    pub end: usize,
    /// True while there is nothing in it but symbols, in groups of six.
    regular: bool,
}

impl Part {
    /// The part that stands after a marker; `None` when prose stands there.
    pub fn after_marker(signs: &[Sign], after: usize) -> Option<Part> {
        like_a_code(&signs[after..]).then(|| Part::at(signs, after))
    }

    /// The part that begins at `place`.
    pub fn at(signs: &[Sign], place: usize) -> Part {
        let mut part = Part { values: Vec::new(), cuts: Vec::new(), end: place, regular: true };
        let gap = gap(&signs[place..]);
        part.take_word(signs, place + gap);
        while let Some((next, regular)) = part.next(signs) {
            part.regular &= regular;
            part.take_word(signs, next);
        }
        part
    }

    /// True when it begins as it should and only the end is missing.
    pub fn is_cut_short(&self) -> bool {
        let missing = whole(&self.values).is_none_or(|whole| self.values.len() < whole);
        self.regular && missing
    }

    fn take_word(&mut self, signs: &[Sign], place: usize) {
        self.end = place;
        for sign in &signs[place..] {
            match sign.kind {
                Kind::Symbol => self.values.push(sign.value),
                Kind::Dash => self.regular &= self.values.len().is_multiple_of(GROUP),
                Kind::Letter => self.regular = false,
                _ => break,
            }
            self.end += 1;
        }
        if self.cuts.len() < MOST_CUTS {
            self.cuts.push(self.values.len());
        }
    }

    /// Where the next word of this part begins, and whether only a gap is in front of it; `None` at the
    /// end of the part.
    fn next(&self, signs: &[Sign]) -> Option<(usize, bool)> {
        let mut between = 0;
        let mut place = self.end;
        let mut line = false;
        loop {
            let gap = gap(&signs[place..]);
            line |= signs[place..place + gap].iter().any(|sign| sign.kind == Kind::Line);
            place += gap;
            let word = word(&signs[place..]);
            if gap == 0 || word.is_empty() || self.is_another(word, line) {
                return None;
            }
            let complete = whole(&self.values).is_some_and(|whole| self.values.len() >= whole);
            let goes_on = looks_like_a_part(word) || groups(signs, place);
            let group = !line && word.len() == GROUP && word.iter().all(|sign| sign.is_symbol());
            if goes_on && (between == 0 || !complete) || group && between == 0 && !complete {
                return Some((place, between == 0));
            }
            between +=
                word.iter().take(MOST_BETWEEN + 1).filter(|it| it.kind != Kind::Dash).count();
            if between > MOST_BETWEEN {
                return None;
            }
            place += word.len();
        }
    }

    /// True when `word` is the first word of another code, with a marker or without: it begins as this
    /// part does; or it begins a line as codes do, and this part could be whole.
    fn is_another(&self, word: &[Sign], begins_line: bool) -> bool {
        let like_this = |word: &[Sign]| {
            let first = word.iter().filter(|sign| sign.is_symbol()).map(|sign| sign.value).take(9);
            let same = first.zip(&self.values).map(|(one, other)| one == *other);
            same.clone().nth(1) == Some(true) && same.filter(|same| *same).count() >= 8
        };
        let after_dash = word.iter().position(|sign| sign.kind == Kind::Dash).unwrap_or(0) + 1;
        let after_dash = word.get(after_dash..).unwrap_or_default();
        let read = self.values.len();
        let is_whole = begins_line
            && read >= SHORTEST
            && whole(&self.values).is_none_or(|whole| read + GROUP > whole);
        word[0].kind != Kind::Dash
            && (like_this(word)
                || begins_well(word) && is_whole
                || begins_well(after_dash) && (is_whole || like_this(after_dash)))
    }
}

/// How many signs stand in front of the next word.
fn gap(signs: &[Sign]) -> usize {
    signs.iter().take_while(|sign| !sign.is_in_word()).count()
}

fn word(signs: &[Sign]) -> &[Sign] {
    &signs[..signs.iter().take_while(|sign| sign.is_in_word()).count()]
}

/// True for signs that begin as every code of the versions known here does after its marker: with a 0
/// and one of 4 to B.
pub fn begins_well(signs: &[Sign]) -> bool {
    let value = |place: usize| signs.get(place).filter(|it| it.is_symbol()).map(|it| it.value);
    value(0) == Some(0) && matches!(value(1), Some(4..=11))
}

/// True when at least three groups of six symbols, with dashes between them and a digit among them,
/// begin at `start`, at the beginning of a word: that is what is left of a code when its marker is
/// gone.
pub fn groups(signs: &[Sign], start: usize) -> bool {
    let mut place = start;
    if place.checked_sub(1).is_some_and(|before| signs[before].is_symbol()) {
        return false;
    }
    for group in 1..=3 {
        let left = &signs[place..];
        if left.iter().take(GROUP + 1).take_while(|sign| sign.is_symbol()).count() != GROUP {
            return false;
        }
        place += GROUP;
        let left = signs[place..].iter().take(GROUP);
        let between =
            left.take_while(|sign| !sign.is_symbol() && sign.kind != Kind::Letter).count();
        let dash = signs[place..place + between].iter().any(|sign| sign.kind == Kind::Dash);
        if !dash && group < 3 {
            return false;
        }
        place += between;
    }
    signs[start..place].iter().any(|sign| sign.letter.is_ascii_digit())
}

/// True when `signs`, from after a marker, are no prose: after a dash they begin well, in a group that
/// is not shorter than six unless the text ends there, or have two groups of six; or they are one long
/// word, or words of six. "Cairn - on Monday" is none of these, and nor is a telephone number.
fn like_a_code(signs: &[Sign]) -> bool {
    let between = signs.iter().take_while(|sign| !sign.is_symbol() && sign.kind != Kind::Letter);
    let between = between.count();
    let dash = signs[..between].iter().any(|sign| sign.kind == Kind::Dash);
    let left = &signs[between..];
    let group = left.iter().take_while(|sign| sign.is_symbol()).count();
    let has_digit = |group: &[Sign]| group.iter().any(|it| it.letter.is_ascii_digit());
    let is_number = group > GROUP && left[..group].iter().all(|it| it.letter.is_ascii_digit());
    let begins_well =
        dash && begins_well(left) && !is_number && (group >= GROUP || group == left.len());
    let of_six = word(left).split(|sign| sign.kind == Kind::Dash).take(4);
    let of_six = of_six.filter(|group| group.len() == GROUP).count();
    // Without dashes the symbols stand in one long word, or in words of six.
    let at_once = group >= SHORTEST / 2 && !is_number && has_digit(&left[..group]);
    begins_well || dash && of_six >= 2 || at_once || words_of_six(left)
}

/// True for three words of six symbols, of which two have a digit. A word may end with a dash, as where
/// lines were broken after dashes.
fn words_of_six(signs: &[Sign]) -> bool {
    let (mut place, mut with_digit) = (0, 0);
    let all = (0..3).all(|_| {
        let word = word(&signs[place..]);
        place += word.len();
        place += gap(&signs[place..]);
        let word = match word {
            [word @ .., dash] if dash.kind == Kind::Dash => word,
            word => word,
        };
        with_digit += usize::from(word.iter().any(|sign| sign.letter.is_ascii_digit()));
        word.len() == GROUP && word.iter().all(|sign| sign.is_symbol())
    });
    all && with_digit > 1
}
