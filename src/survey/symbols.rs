//! Bytes as letters and digits that survive being read aloud, retyped and put into an address:
//! Crockford's base32, which has no I, L, O or U; and the checksum that finds damage in them.

/// The number of bytes behind an id, which is eight symbols.
pub const ID_BYTES: usize = 5;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The number of symbols that stand for `bytes` bytes.
pub const fn length(bytes: usize) -> usize {
    (bytes * 8).div_ceil(5)
}

/// The symbols of `bytes`, in capital letters, five bits each; the last is filled up with zeros.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(length(bytes.len()));
    let (mut buffer, mut held) = (0_u32, 0);
    for byte in bytes {
        buffer = buffer << 8 | u32::from(*byte);
        held += 8;
        while held >= 5 {
            held -= 5;
            text.push(symbol(buffer >> held));
        }
    }
    if held > 0 {
        text.push(symbol(buffer << (5 - held)));
    }
    text
}

fn symbol(bits: u32) -> char {
    char::from(ALPHABET[(bits & 31) as usize])
}

/// The five bits that a symbol stands for, in capitals or not, with I and L taken for 1 and O for 0;
/// `None` for any other character.
pub fn value(c: char) -> Option<u8> {
    let capital = match c.to_ascii_uppercase() {
        'I' | 'L' => b'1',
        'O' => b'0',
        other => u8::try_from(other).ok()?,
    };
    let place = ALPHABET.iter().position(|symbol| *symbol == capital)?;
    u8::try_from(place).ok()
}

/// The bytes that the symbols with `values` stand for; `None` when there is a symbol too many, or
/// when the bits that fill up the last one are not zeros.
pub fn decode(values: &[u8]) -> Option<Vec<u8>> {
    let bytes = whole_bytes(values);
    let filled = values.len() * 5 - bytes.len() * 8;
    let last = values.last().copied().unwrap_or(0);
    (filled < 5 && u32::from(last) & ((1 << filled) - 1) == 0).then_some(bytes)
}

/// The bytes that are complete in the symbols with `values`.
pub fn whole_bytes(values: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(values.len() * 5 / 8);
    let (mut buffer, mut held) = (0_u32, 0);
    for value in values {
        buffer = buffer << 5 | u32::from(*value);
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push((buffer >> held) as u8);
        }
    }
    bytes
}

/// The bytes of a text of symbols; `None` when there is anything else in it, or when it is not whole.
pub fn decode_text(text: &str) -> Option<Vec<u8>> {
    let values: Option<Vec<u8>> = text.chars().map(value).collect();
    decode(&values?)
}

/// The id that stands for five random bytes: eight symbols in small letters.
pub fn id(bytes: [u8; ID_BYTES]) -> String {
    encode(&bytes).to_ascii_lowercase()
}

/// The bytes behind an id as records hold it; `None` when it is not eight symbols in small letters.
pub fn id_bytes(id: &str) -> Option<[u8; ID_BYTES]> {
    let bytes: [u8; ID_BYTES] = decode_text(id)?.try_into().ok()?;
    (self::id(bytes) == id).then_some(bytes)
}

/// CRC-32, as in zip files. It finds any damage within 32 neighbouring bits, and misses one in four
/// thousand million of all other damage. It is worked out bit by bit, since a table would have to be
/// fetched.
pub fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

/// `bytes` with their checksum behind them.
pub fn with_checksum(mut bytes: Vec<u8>) -> Vec<u8> {
    let crc = crc32(&bytes);
    bytes.extend(crc.to_be_bytes());
    bytes
}

/// `bytes` with their checksum behind them, as symbols in capital letters.
pub fn encode_checked(bytes: Vec<u8>) -> String {
    encode(&with_checksum(bytes))
}

/// `bytes` without the checksum at their end; `None` when the checksum is not right.
pub fn checked(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let end = bytes.len().checked_sub(4)?;
    let crc = bytes.split_off(end);
    (crc == crc32(&bytes).to_be_bytes()).then_some(bytes)
}
