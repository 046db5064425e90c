//! From the metadata's values to the domain's types.

use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, NetUid, Price};

use super::{PerU16, SafeText};

/// The pallet that nearly everything of Bittensor is in.
pub(crate) const SUBTENSOR: &str = "SubtensorModule";

/// The account that stands for none.
const ZERO: AccountId = AccountId([0; 32]);

/// Reads a value into a type of the domain.
pub(crate) trait Read {
    fn netuid(&self) -> Result<NetUid, CodecError>;
    fn alpha(&self) -> Result<Alpha, CodecError>;
    fn block(&self) -> Result<u64, CodecError>;
    fn per_u16(&self) -> Result<PerU16, CodecError>;
    fn safe_text(&self) -> Result<SafeText, CodecError>;
    /// `None` for the zero account, which the chain uses for "nobody".
    fn somebody(&self) -> Result<Option<AccountId>, CodecError>;
    /// The bits of an unsigned fixed-point number.
    fn unsigned_bits(&self) -> Result<u128, CodecError>;
    /// The bits of a signed fixed-point number.
    fn signed_bits(&self) -> Result<i128, CodecError>;
    /// A list, each item read by a function.
    fn list<T>(&self, item: impl FnMut(&Value<'_>) -> Result<T, CodecError>) -> Result<Vec<T>, CodecError>;
    /// A tuple of two.
    fn pair(&self) -> Result<(&Self, &Self), CodecError>;
}

impl Read for Value<'_> {
    fn netuid(&self) -> Result<NetUid, CodecError> {
        self.unsigned().map(NetUid)
    }

    fn alpha(&self) -> Result<Alpha, CodecError> {
        self.unsigned().map(Alpha)
    }

    fn block(&self) -> Result<u64, CodecError> {
        self.unsigned()
    }

    fn per_u16(&self) -> Result<PerU16, CodecError> {
        self.unsigned().map(PerU16)
    }

    fn safe_text(&self) -> Result<SafeText, CodecError> {
        Ok(SafeText::from_bytes(&self.all_bytes()?))
    }

    fn somebody(&self) -> Result<Option<AccountId>, CodecError> {
        let account = self.account()?;
        Ok((account != ZERO).then_some(account))
    }

    fn unsigned_bits(&self) -> Result<u128, CodecError> {
        bits(self).unsigned()
    }

    fn signed_bits(&self) -> Result<i128, CodecError> {
        bits(self).signed()
    }

    fn list<T>(&self, item: impl FnMut(&Value<'_>) -> Result<T, CodecError>) -> Result<Vec<T>, CodecError> {
        self.items()?.iter().map(item).collect()
    }

    fn pair(&self) -> Result<(&Self, &Self), CodecError> {
        match self.items()? {
            [first, second] => Ok((first, second)),
            _ => Err(CodecError::Malformed("a tuple is not of two")),
        }
    }
}

/// Fixed-point numbers are structs with one field, or that field itself, as runtimes' libraries have it.
fn bits<'v, 'a>(value: &'v Value<'a>) -> &'v Value<'a> {
    value.field("bits").unwrap_or(value)
}

/// The number of a fixed-point price with 32 fractional bits; a negative one is none.
pub(crate) fn price_of_i96f32(value: &Value<'_>) -> Result<Price, CodecError> {
    let bits = u128::try_from(value.signed_bits()?).unwrap_or(0);
    // Whole and fraction apart, so that nothing overflows.
    let (whole, fraction) = (bits >> 32, bits & u128::from(u32::MAX));
    let one = u128::from(Price::ONE.0);
    let price = whole.saturating_mul(one).saturating_add((fraction * one) >> 32);
    Ok(Price(u64::try_from(price).unwrap_or(u64::MAX)))
}

/// The key at a position of the keys of a map's entry.
pub(crate) fn key<'v, 'a>(keys: &'v [Value<'a>], position: usize) -> Result<&'v Value<'a>, CodecError> {
    keys.get(position)
        .ok_or(CodecError::Malformed("a storage key has fewer parts"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_rounded_down_and_never_overflow() {
        let price = |bits| price_of_i96f32(&Value::Signed(bits));
        assert_eq!(price(1 << 32), Ok(Price::ONE));
        assert_eq!(price(3375), Ok(Price(785)));
        assert_eq!(price(-1), Ok(Price(0)));
        assert_eq!(price(i128::MAX), Ok(Price(u64::MAX)));
        assert!(price_of_i96f32(&Value::Unsigned(1)).is_err());
    }

    #[test]
    fn nobody_is_the_zero_account() {
        assert_eq!(Value::Bytes(vec![0; 32]).somebody(), Ok(None));
        assert_eq!(Value::Bytes(vec![1; 32]).somebody(), Ok(Some(AccountId([1; 32]))));
        assert!(Value::Bytes(vec![1; 31]).somebody().is_err());
    }
}
