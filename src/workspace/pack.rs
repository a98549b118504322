//! Makes long texts small enough for localStorage, which counts UTF-16 units: LZ4, then 15 bits a
//! character. English prose takes about a third of its room.
//!
//! The characters come from one run of 32,768 code points without surrogates, so every browser keeps
//! them as they are.

use crate::json::limits::MOST_UNPACKED;

const FIRST: u32 = 0x3400;
const BITS: u32 = 15;

/// Packs `text`. Gives the packed characters and the number of compressed bytes in them, which
/// [`unpack`] needs.
pub fn pack(text: &str) -> (String, usize) {
    let bytes = lz4_flex::block::compress_prepend_size(text.as_bytes());
    let mut packed = String::with_capacity(bytes.len() * 8 / 5 + 3);
    let (mut buffer, mut held) = (0_u32, 0);
    for byte in &bytes {
        buffer = buffer << 8 | u32::from(*byte);
        held += 8;
        if held >= BITS {
            held -= BITS;
            packed.push(character(buffer >> held));
            buffer &= (1 << held) - 1;
        }
    }
    if held > 0 {
        packed.push(character(buffer << (BITS - held)));
    }
    (packed, bytes.len())
}

fn character(bits: u32) -> char {
    char::from_u32(FIRST + bits).expect("the run holds no surrogate")
}

/// The text that was packed into `packed`. `length` is the number of compressed bytes that [`pack`]
/// gave. `None` when it is damaged.
pub fn unpack(packed: &str, length: usize) -> Option<String> {
    let mut bytes = Vec::with_capacity(packed.len() * 5 / 8);
    let (mut buffer, mut held) = (0_u32, 0);
    for c in packed.chars() {
        let bits = u32::from(c).checked_sub(FIRST).filter(|bits| *bits < 1 << BITS)?;
        buffer = buffer << BITS | bits;
        held += BITS;
        while held >= 8 {
            held -= 8;
            bytes.push((buffer >> held) as u8);
            buffer &= (1 << held) - 1;
        }
    }
    let bytes = bytes.get(..length)?;
    // The size stands in front and the decompressor trusts it, so a damaged one is caught here: LZ4
    // never shrinks a text by more than 255 to 1.
    let size = u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?) as usize;
    if size > length.saturating_mul(255).min(MOST_UNPACKED) {
        return None;
    }
    String::from_utf8(lz4_flex::block::decompress_size_prepended(bytes).ok()?).ok()
}
