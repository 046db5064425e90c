//! Large inputs as small changes of a good one: a fuzzer finds no way through eighty kilobytes of metadata by itself.

/// The bytes with the changes of a program made in them: four bytes each, three of where (little-endian) and one of
/// what, and what is left over at its end put in the place of the bytes behind the last change.
pub fn edited(good: &[u8], program: &[u8]) -> Vec<u8> {
    let mut bytes = good.to_vec();
    let (edits, rest) = program.as_chunks::<4>();
    let mut last = 0;
    for [low, middle, high, byte] in edits {
        last = u32::from_le_bytes([*low, *middle, *high, 0]) as usize % bytes.len();
        bytes[last] = *byte;
    }
    let end = bytes.len().min(last + rest.len());
    bytes[last..end].copy_from_slice(&rest[..end - last]);
    bytes
}
