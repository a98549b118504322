//! What has been counted but must not show yet, and how it stands in a file: packed into one text, so
//! that nobody reads results below the threshold who only looks. It is no secret to a programmer; it
//! is what keeps an honest person from seeing too much.

use serde::Serialize;
use serde::ser::Serializer;

use crate::json::Json;
use crate::survey::read::shown;
use crate::survey::symbols::{checked, decode_text, encode_checked};
use crate::survey::tally::Shown;

/// Why a packed text could not be read, as a clause.
const DAMAGED: &str = "the answers that wait to be shown are damaged";

/// The sum of what is not shown yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Waiting(pub(crate) Shown);

impl Waiting {
    /// True when nothing waits.
    pub(crate) fn is_empty(&self) -> bool {
        self.0 == Shown::default()
    }

    /// The sum as one text: its JSON, made smaller, in symbols, with a checksum. The JSON is written as
    /// files are, since another way of writing would be more code.
    fn packed(&self) -> String {
        let json = serde_json::to_string_pretty(&self.0).unwrap_or_else(|_| {
            unreachable!("counts have string keys and no serialisers that fail")
        });
        encode_checked(lz4_flex::block::compress_prepend_size(json.as_bytes())).to_ascii_lowercase()
    }

    /// Reads a packed text. Fails with a clause that says why it cannot be read.
    pub(crate) fn unpack(packed: &str) -> Result<Waiting, &'static str> {
        let json = unpacked(packed).ok_or(DAMAGED)?;
        let json: Json = serde_json::from_str(&json).map_err(|_| DAMAGED)?;
        shown(json).map(Waiting).map_err(|_| DAMAGED)
    }
}

fn unpacked(packed: &str) -> Option<String> {
    let bytes = checked(decode_text(packed)?)?;
    // The size stands in front and is believed by the decompressor, so a damaged one is caught here:
    // LZ4 never shrinks a text by more than 255 to 1.
    let size = u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?) as usize;
    if size > bytes.len().saturating_mul(255) {
        return None;
    }
    String::from_utf8(lz4_flex::block::decompress_size_prepended(&bytes).ok()?).ok()
}

impl Serialize for Waiting {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.packed())
    }
}
