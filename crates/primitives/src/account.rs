//! Accounts: 32 public bytes, written as SS58 with Bittensor's prefix 42.

use core::fmt;

use blake2::{Blake2b512, Digest};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// SS58 prefix of every Bittensor network.
const PREFIX: u8 = 42;
/// Bytes of text that are still looked at. No address of any chain is as long; most have 48 or 49.
const LONGEST: usize = 128;
const CHECKSUM_BYTES: usize = 2;

/// A public key that names an account. Text form: SS58 with prefix 42.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct AccountId(pub [u8; 32]);

/// Why a text is not the address of a Bittensor account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was typed.
    #[error("type or paste an address")]
    Empty,
    /// A character that base58 does not have, such as 0, O, I or l.
    #[error("{0:?} never occurs in an address; check that character")]
    Character(char),
    /// Not the length of an account's address.
    #[error("an address has 48 characters; this one is {} than that", if *short { "shorter" } else { "longer" })]
    Length {
        /// Whether characters are missing rather than too many.
        short: bool,
    },
    /// An address of another network.
    #[error("this address is of another network (prefix {0}); Bittensor addresses begin with 5")]
    Prefix(u16),
    /// The checksum does not fit: at least one character is wrong.
    #[error("the checksum does not fit, so at least one character is mistyped; copy the address again")]
    Checksum,
}

impl AccountId {
    /// Parses an SS58 address with prefix 42 and checks its checksum.
    pub fn from_ss58(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        // Base58 takes time by the square of the length, so that a long text has to be refused unread.
        if text.len() > LONGEST {
            return Err(AddressError::Length { short: false });
        }
        let bytes = bs58::decode(text).into_vec().map_err(|error| match error {
            bs58::decode::Error::InvalidCharacter { character, .. } => AddressError::Character(character),
            bs58::decode::Error::NonAsciiCharacter { index } => AddressError::Character(
                text[index..]
                    .chars()
                    .next()
                    .unwrap_or(char::REPLACEMENT_CHARACTER),
            ),
            _ => AddressError::Checksum,
        })?;
        let (prefix_length, prefix) = read_prefix(&bytes).ok_or(AddressError::Length { short: true })?;
        let length = prefix_length + 32 + CHECKSUM_BYTES;
        if bytes.len() != length {
            return Err(AddressError::Length {
                short: bytes.len() < length,
            });
        }
        let (body, checksum) = bytes.split_at(bytes.len() - CHECKSUM_BYTES);
        if checksum_of(body) != checksum {
            return Err(AddressError::Checksum);
        }
        if prefix != u16::from(PREFIX) {
            return Err(AddressError::Prefix(prefix));
        }
        let mut account = [0; 32];
        account.copy_from_slice(&body[prefix_length..]);
        Ok(Self(account))
    }
}

/// Bytes that the prefix takes and the prefix itself; SS58 has one-byte prefixes up to 63 and two-byte ones above.
fn read_prefix(bytes: &[u8]) -> Option<(usize, u16)> {
    let first = *bytes.first()?;
    if first < 64 {
        return Some((1, u16::from(first)));
    }
    let second = *bytes.get(1)?;
    let low = (first << 2) | (second >> 6);
    let high = second & 0b0011_1111;
    Some((2, u16::from(low) | (u16::from(high) << 8)))
}

fn checksum_of(body: &[u8]) -> [u8; CHECKSUM_BYTES] {
    let digest = Blake2b512::new()
        .chain_update(b"SS58PRE")
        .chain_update(body)
        .finalize();
    [digest[0], digest[1]]
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = Vec::with_capacity(1 + 32 + CHECKSUM_BYTES);
        bytes.push(PREFIX);
        bytes.extend_from_slice(&self.0);
        let checksum = checksum_of(&bytes);
        bytes.extend_from_slice(&checksum);
        f.write_str(&bs58::encode(bytes).into_string())
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for AccountId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AccountId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::from_ss58(&text).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

    #[test]
    fn a_long_text_is_refused_unread() {
        // Decoded, it would be found to hold a character that no address has.
        let long = ALICE.repeat(3) + "0";
        assert_eq!(
            AccountId::from_ss58(&long),
            Err(AddressError::Length { short: false })
        );
    }

    #[test]
    fn alice_round_trips() {
        let alice = AccountId::from_ss58(ALICE).unwrap();
        assert_eq!(
            hex::encode(alice.0),
            "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d"
        );
        assert_eq!(alice.to_string(), ALICE);
    }

    #[test]
    fn mistyped_addresses_are_explained() {
        let swapped = ALICE.replace("Fz9r", "Fz8r");
        assert_eq!(AccountId::from_ss58(&swapped), Err(AddressError::Checksum));
        assert_eq!(
            AccountId::from_ss58(&ALICE.replace('w', "0")),
            Err(AddressError::Character('0'))
        );
        assert_eq!(
            AccountId::from_ss58(&ALICE[..40]),
            Err(AddressError::Length { short: true })
        );
        assert_eq!(
            AccountId::from_ss58(&format!("{ALICE}{ALICE}")),
            Err(AddressError::Length { short: false })
        );
        // Alice on Polkadot, prefix 0.
        assert_eq!(
            AccountId::from_ss58("15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5"),
            Err(AddressError::Prefix(0))
        );
        assert_eq!(AccountId::from_ss58("  "), Err(AddressError::Empty));
    }

    proptest! {
        #[test]
        fn every_account_round_trips(bytes: [u8; 32]) {
            let account = AccountId(bytes);
            prop_assert_eq!(AccountId::from_ss58(&account.to_string()), Ok(account));
        }

        #[test]
        fn any_text_is_parsed_or_refused(text in ".*") {
            let _ = AccountId::from_ss58(&text);
        }
    }
}
