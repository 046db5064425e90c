//! Values of any type of any runtime. Names are the metadata's own; wrappers with one unnamed field do not show.

use taolight_primitives::{AccountId, BlockHash, NetUid, Rao};

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

    /// An `Option` of a value that may be missing.
    pub fn option(value: Option<impl Into<Value<'a>>>) -> Self {
        match value {
            Some(value) => Self::Variant("Some", vec![Field::unnamed(value)]),
            None => Self::unit("None"),
        }
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

    /// The number, if it is a signed one that fits.
    pub fn signed<N: TryFrom<i128>>(&self) -> Result<N, CodecError> {
        let Self::Signed(number) = self else {
            return Err(CodecError::wants("the value", "a signed number"));
        };
        N::try_from(*number).map_err(|_| CodecError::wants(format!("the number {number}"), "smaller"))
    }

    /// The number as an amount of TAO in rao.
    pub fn rao(&self) -> Result<Rao, CodecError> {
        self.unsigned().map(Rao)
    }

    /// True or false.
    pub fn flag(&self) -> Result<bool, CodecError> {
        match self {
            Self::Flag(flag) => Ok(*flag),
            _ => Err(CodecError::wants("the value", "true or false")),
        }
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

    /// All bytes. Also those of a list whose items are numbers of one byte each in another encoding, as compact ones.
    pub fn all_bytes(&self) -> Result<Vec<u8>, CodecError> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.clone()),
            Self::List(items) => items.iter().map(Self::unsigned).collect(),
            _ => Err(CodecError::wants("the value", "bytes")),
        }
    }

    /// The account.
    pub fn account(&self) -> Result<AccountId, CodecError> {
        self.bytes().map(AccountId)
    }

    /// The items of a list, array or tuple.
    pub fn items(&self) -> Result<&[Value<'a>], CodecError> {
        match self {
            Self::List(items) => Ok(items),
            _ => Err(CodecError::wants("the value", "a list")),
        }
    }

    /// What an `Option` holds.
    pub fn optional(&self) -> Result<Option<&Value<'a>>, CodecError> {
        match self {
            Self::Variant("None", fields) if fields.is_empty() => Ok(None),
            Self::Variant("Some", fields) => match fields.as_slice() {
                [field] => Ok(Some(&field.value)),
                _ => Err(CodecError::wants("the value", "an option")),
            },
            _ => Err(CodecError::wants("the value", "an option")),
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

impl From<u8> for Value<'_> {
    fn from(number: u8) -> Self {
        Self::Unsigned(number.into())
    }
}

impl From<u16> for Value<'_> {
    fn from(number: u16) -> Self {
        Self::Unsigned(number.into())
    }
}

impl From<NetUid> for Value<'_> {
    fn from(netuid: NetUid) -> Self {
        netuid.0.into()
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

    #[test]
    fn an_option_is_told_from_other_enums() {
        let some = Value::option(Some(7_u32));
        assert_eq!(some.optional(), Ok(Some(&Value::Unsigned(7))));
        assert_eq!(Value::option(None::<u32>).optional(), Ok(None));
        assert!(Value::unit("Some").optional().is_err());
        assert!(Value::unit("Nothing").optional().is_err());
        assert!(Value::Unsigned(0).optional().is_err());
    }

    #[test]
    fn bytes_may_come_as_numbers() {
        let numbers = Value::List(vec![Value::Unsigned(206), Value::Unsigned(164)]);
        assert_eq!(numbers.all_bytes(), Ok("Τ".as_bytes().to_vec()));
        assert!(Value::List(vec![Value::Unsigned(256)]).all_bytes().is_err());
        assert!(Value::Flag(true).all_bytes().is_err());
    }
}
