//! Hexadecimal digits, with or without `0x` before them.

use zeroize::Zeroizing;

/// The digits of a text that is hexadecimal throughout.
pub(super) fn digits(text: &str) -> Option<&str> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let hexadecimal = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hexadecimal.then_some(digits)
}

/// The bytes of any even number of digits.
pub(super) fn decode(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let digits = digits(text)?;
    let mut bytes = Zeroizing::new(vec![0; digits.len() / 2]);
    hex::decode_to_slice(digits, &mut bytes).ok()?;
    Some(bytes)
}

/// Exactly so many bytes.
pub(super) fn decode_array<const N: usize>(text: &str) -> Option<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0; N]);
    hex::decode_to_slice(digits(text)?, &mut *bytes).ok()?;
    Some(bytes)
}
