//! Values of any type of any runtime. Names are the metadata's own; wrappers with one unnamed field do not show.

use taolight_primitives::{AccountId, BlockHash, Rao};

use crate::CodecError;

/// A value of a runtime's type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// A `bool`.
    Flag(bool),
    /// An unsigned integer of up to 128 bits, compact or not.
    Unsigned(u128),
    /// A signed integer of up to 128 bits.
    Signed(i128),
    /// A `str` or `char`.
    Text(String),
    /// A list or array of `u8`, a 256-bit integer (little-endian) or the stored words of a bit sequence.
    Bytes(Vec<u8>),
    /// A list, array or tuple.
    List(Vec<Value<'a>>),
    /// A struct.
    Fields(Vec<Field<'a>>),
    /// One variant of an enum, with its fields.
    Variant(&'a str, Vec<Field<'a>>),
    /// SCALE bytes of a value, written as they are. Never the result of decoding.
    Encoded(Vec<u8>),
}

/// A field of a struct or variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'a> {
    /// Its name, if it has one.
    pub name: Option<&'a str>,
    /// Its value.
    pub value: Value<'a>,
}

impl<'a> Field<'a> {
    /// A field with a name.
    pub fn named(name: &'a str, value: impl Into<Value<'a>>) -> Self {
        Self {
            name: Some(name),
            value: value.into(),
        }
    }

    /// A field by position.
    pub fn unnamed(value: impl Into<Value<'a>>) -> Self {
        Self {
            name: None,
            value: value.into(),
        }
    }
}

impl<'a> Value<'a> {
    /// A variant without fields.
    pub fn unit(name: &'a str) -> Self {
        Self::Variant(name, Vec::new())
    }

    /// The field of that name, of a struct or of a variant.
    pub fn field(&self, name: &str) -> Result<&Value<'a>, CodecError> {
        let (Self::Fields(fields) | Self::Variant(_, fields)) = self else {
            return Err(CodecError::wants(name, "a field of a struct"));
        };
        fields
            .iter()
            .find(|field| field.name == Some(name))
            .map(|field| &field.value)
            .ok_or_else(|| CodecError::wants(name, "a field of this struct"))
    }

    /// The number, if it is an unsigned one that fits.
    pub fn unsigned<N: TryFrom<u128>>(&self) -> Result<N, CodecError> {
        let Self::Unsigned(number) = self else {
            return Err(CodecError::wants("the value", "an unsigned number"));
        };
        N::try_from(*number).map_err(|_| CodecError::wants(format!("the number {number}"), "smaller"))
    }

    /// The number as an amount of TAO in rao.
    pub fn rao(&self) -> Result<Rao, CodecError> {
        self.unsigned().map(Rao)
    }

    /// The text.
    pub fn text(&self) -> Result<&str, CodecError> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(CodecError::wants("the value", "text")),
        }
    }

    /// The bytes, if there are exactly `N`.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], CodecError> {
        let wrong = || CodecError::wants("the value", format!("{N} bytes"));
        match self {
            Self::Bytes(bytes) => bytes.as_slice().try_into().map_err(|_| wrong()),
            _ => Err(wrong()),
        }
    }

    /// The items of a list, array or tuple.
    pub fn items(&self) -> Result<&[Value<'a>], CodecError> {
        match self {
            Self::List(items) => Ok(items),
            _ => Err(CodecError::wants("the value", "a list")),
        }
    }

    /// The name and fields of a variant.
    pub fn variant(&self) -> Result<(&'a str, &[Field<'a>]), CodecError> {
        match self {
            Self::Variant(name, fields) => Ok((name, fields)),
            _ => Err(CodecError::wants("the value", "an enum")),
        }
    }
}

impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Unsigned(number.into())
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Unsigned(number.into())
    }
}

impl From<Rao> for Value<'_> {
    fn from(amount: Rao) -> Self {
        Self::Unsigned(amount.0.into())
    }
}

/// Also fits a `MultiAddress`: it is written as its variant `Id`.
impl From<AccountId> for Value<'_> {
    fn from(account: AccountId) -> Self {
        Self::Bytes(account.0.to_vec())
    }
}

impl From<BlockHash> for Value<'_> {
    fn from(hash: BlockHash) -> Self {
        Self::Bytes(hash.0.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_balances_are_never_cut() {
        assert_eq!(Value::Unsigned(u64::MAX.into()).rao(), Ok(Rao(u64::MAX)));
        let too_wide = Value::Unsigned(u128::from(u64::MAX) + 1);
        assert_eq!(
            too_wide.rao().unwrap_err().to_string(),
            "the number 18446744073709551616 should be smaller"
        );
        assert!(Value::Signed(1).rao().is_err());
    }
}
