//! What has been counted but must not show yet, and how it stands in a file: packed into one text, so
//! that nobody who only looks there reads results below the threshold. It is no secret to a programmer;
//! it keeps an honest person from seeing too much.

use serde::Serialize;
use serde::ser::Serializer;

use crate::by_id::ById;
use crate::json::limits::within_limits;
use crate::json::{Json, Read, Wrong};
use crate::survey::Counts;
use crate::survey::read::{step, sum, typed_in};
use crate::survey::shown::{Shown, is_none_typed};
use crate::survey::step::Step;
use crate::survey::symbols::{checked, decode_text, encode_checked};

/// The most bytes that a packed text is unpacked to: as many as a file may have. LZ4 makes a text up to
/// 255 times smaller, so a small damaged or made-up one could fill all of the memory.
const MOST_UNPACKED: usize = 20 * 1024 * 1024;

/// What has been counted and is in no step yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Waiting {
    /// The sum of the responses that are in no step.
    pub(crate) sum: Shown,
    /// Answers to single statements by people who are in a step already: for each step that left some
    /// behind, its responses and the counts of these answers.
    pub(crate) late: Vec<Step>,
}

/// Steps that are made and not shown yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Sealed(pub(crate) Vec<Step>);

impl Waiting {
    /// True when nothing waits.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Waiting::default()
    }

    /// Everything that waits.
    pub(crate) fn all(&self) -> Shown {
        self.late.iter().fold(self.sum.clone(), |mut all, late| {
            all.add(&late.sum);
            all
        })
    }

    /// Reads a packed text. Fails with [`Wrong::Packed`].
    pub(crate) fn unpack(packed: &str) -> Result<Waiting, Wrong> {
        read(packed, |json| {
            let mut fields = json.fields()?;
            let late = fields.list("late", step);
            let sum = sum(&mut fields);
            Ok(Waiting { sum: typed_in(fields.done(sum)?)?, late })
        })
    }
}

impl Sealed {
    /// True when there is no step.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a packed text. Fails with [`Wrong::Packed`].
    pub(crate) fn unpack(packed: &str) -> Result<Sealed, Wrong> {
        read(packed, |json| json.list(step)).map(Sealed)
    }
}

/// A value as one text: its JSON, compressed, with a checksum, in symbols. The JSON is written as in
/// files, since another way of writing would be more code.
fn packed(value: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(value)
        .unwrap_or_else(|_| unreachable!("counts have string keys and no serialisers that fail"));
    encode_checked(lz4_flex::block::compress_prepend_size(json.as_bytes())).to_ascii_lowercase()
}

fn read<T>(packed: &str, read: fn(&mut Json) -> Read<T>) -> Result<T, Wrong> {
    let json = unpacked(packed).ok_or(Wrong::Packed)?;
    let mut json: Json = serde_json::from_str(&json).map_err(|_| Wrong::Packed)?;
    within_limits(&json).map_err(|_| Wrong::Packed)?;
    let read = read(&mut json).map_err(|_| Wrong::Packed)?;
    // A field that this Cairn does not know could not be kept in a packed text.
    if json.left().is_empty() { Ok(read) } else { Err(Wrong::Packed) }
}

fn unpacked(packed: &str) -> Option<String> {
    let bytes = checked(decode_text(packed)?)?;
    // The decompressor believes the size that stands in front, so a damaged size is caught here.
    let size = u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?) as usize;
    if size > MOST_UNPACKED || size > bytes.len().saturating_mul(255) {
        return None;
    }
    String::from_utf8(lz4_flex::block::decompress_size_prepended(&bytes).ok()?).ok()
}

impl Serialize for Waiting {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Packed<'a> {
            responses: u32,
            #[serde(skip_serializing_if = "is_none_typed")]
            typed: u32,
            counts: &'a ById<Counts>,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            comments: &'a [String],
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            late: &'a [Step],
        }
        let Waiting { sum: Shown { responses, typed, counts, comments }, late } = self;
        let (responses, typed) = (*responses, *typed);
        serializer.serialize_str(&packed(&Packed { responses, typed, counts, comments, late }))
    }
}

impl Serialize for Sealed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&packed(&self.0))
    }
}
