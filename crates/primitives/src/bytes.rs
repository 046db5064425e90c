//! Bytes as they cross a port: lower-case hexadecimal behind `0x`, so that any JSON host can carry them.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Owned bytes whose text form is `0x` and lower-case hexadecimal digits.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "`0x${string}`"))]
pub struct Bytes(pub Vec<u8>);

/// Why a text is not hexadecimal bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HexError {
    /// The text does not begin with `0x`.
    #[error("hexadecimal bytes begin with 0x")]
    NoPrefix,
    /// The text has an odd number of digits or a character that is not a hexadecimal digit.
    #[error("not hexadecimal digits")]
    NotHex,
    /// The text holds another number of bytes than the type has.
    #[error("{got} bytes where {want} are needed")]
    Length {
        /// Bytes that the type has.
        want: usize,
        /// Bytes that the text holds.
        got: usize,
    },
}

/// Parses `0x…` into bytes.
pub(crate) fn parse_hex(text: &str) -> Result<Vec<u8>, HexError> {
    let digits = text.strip_prefix("0x").ok_or(HexError::NoPrefix)?;
    hex::decode(digits).map_err(|_| HexError::NotHex)
}

/// Parses `0x…` into exactly `N` bytes.
pub(crate) fn parse_hex_array<const N: usize>(text: &str) -> Result<[u8; N], HexError> {
    let bytes = parse_hex(text)?;
    let got = bytes.len();
    bytes.try_into().map_err(|_| HexError::Length { want: N, got })
}

impl Bytes {
    /// Parses `0x` and hexadecimal digits of either case.
    pub fn from_hex(text: &str) -> Result<Self, HexError> {
        parse_hex(text).map(Self)
    }

    /// The text form, `0x` and lower-case digits.
    pub fn to_hex(&self) -> String {
        format!("0x{}", hex::encode(&self.0))
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_hex())
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_hex())
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_hex(&text).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_form_round_trips() {
        let bytes = Bytes(vec![0, 0xab, 0xff]);
        assert_eq!(bytes.to_hex(), "0x00abff");
        assert_eq!(Bytes::from_hex("0x00ABff"), Ok(bytes));
    }

    #[test]
    fn malformed_text_is_named() {
        assert_eq!(Bytes::from_hex("00"), Err(HexError::NoPrefix));
        assert_eq!(Bytes::from_hex("0x0"), Err(HexError::NotHex));
        assert_eq!(Bytes::from_hex("0x0g"), Err(HexError::NotHex));
        assert_eq!(
            parse_hex_array::<2>("0x00"),
            Err(HexError::Length { want: 2, got: 1 })
        );
    }
}
