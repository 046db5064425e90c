//! The MessagePack map that numpy's extension writes: keys and the empty `kind` are bytes, the type is text.

use rmp::{Marker, decode, encode};

use super::{MAX_DIMENSIONS, MAX_TENSOR_BYTES};

/// Entries of the map.
const ENTRIES: u32 = 5;
/// The longest key or name of a type that is read.
const MAX_NAME: usize = 32;

/// An array as numpy wrote it.
pub(super) struct Array {
    pub(super) dtype: String,
    pub(super) shape: Vec<u64>,
    pub(super) data: Vec<u8>,
}

pub(super) fn write(dtype: &str, shape: &[u64], data: &[u8]) -> Vec<u8> {
    let mut to = Vec::with_capacity(data.len() + 64);
    // Writing to a list of bytes never fails.
    let _ = write_map(&mut to, dtype, shape, data);
    to
}

type Written = Result<(), encode::ValueWriteError>;

fn write_map(to: &mut Vec<u8>, dtype: &str, shape: &[u64], data: &[u8]) -> Written {
    encode::write_map_len(to, ENTRIES)?;
    encode::write_bin(to, b"nd")?;
    encode::write_bool(to, true).map_err(encode::ValueWriteError::InvalidDataWrite)?;
    encode::write_bin(to, b"type")?;
    encode::write_str(to, dtype)?;
    encode::write_bin(to, b"kind")?;
    encode::write_bin(to, b"")?;
    encode::write_bin(to, b"shape")?;
    encode::write_array_len(to, u32::try_from(shape.len()).unwrap_or_default())?;
    for side in shape {
        encode::write_uint(to, *side)?;
    }
    encode::write_bin(to, b"data")?;
    encode::write_bin(to, data)
}

/// None if this is not such a map. Memory is taken only for bytes that are there.
pub(super) fn read(mut from: &[u8]) -> Option<Array> {
    let entries = decode::read_map_len(&mut from).ok()?;
    let (mut dtype, mut shape, mut data, mut is_array) = (None, None, None, false);
    if entries != ENTRIES {
        return None;
    }
    for _ in 0..entries {
        match bytes(&mut from, MAX_NAME)? {
            b"nd" => is_array = decode::read_bool(&mut from).ok()?,
            b"type" => dtype = Some(str::from_utf8(bytes(&mut from, MAX_NAME)?).ok()?.to_owned()),
            b"kind" => {
                bytes(&mut from, MAX_NAME)?;
            }
            b"shape" => shape = Some(sides(&mut from)?),
            b"data" => data = Some(bytes(&mut from, MAX_TENSOR_BYTES)?.to_vec()),
            _ => return None,
        }
    }
    let array = Array {
        dtype: dtype?,
        shape: shape?,
        data: data?,
    };
    (is_array && from.is_empty()).then_some(array)
}

/// Bytes or a text.
fn bytes<'a>(from: &mut &'a [u8], most: usize) -> Option<&'a [u8]> {
    let length = match Marker::from_u8(*from.first()?) {
        Marker::FixStr(_) | Marker::Str8 | Marker::Str16 | Marker::Str32 => {
            decode::read_str_len(from).ok()?
        }
        _ => decode::read_bin_len(from).ok()?,
    };
    let length = usize::try_from(length).ok().filter(|length| *length <= most)?;
    let (bytes, rest) = from.split_at_checked(length)?;
    *from = rest;
    Some(bytes)
}

fn sides(from: &mut &[u8]) -> Option<Vec<u64>> {
    let length = usize::try_from(decode::read_array_len(from).ok()?).ok()?;
    if length > MAX_DIMENSIONS {
        return None;
    }
    (0..length).map(|_| decode::read_int(from).ok()).collect()
}
