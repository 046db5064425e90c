//! The address of a keystore, which may be written for any chain and in the checksum of years ago.

use blake2::{Blake2b512, Digest};
use taolight_primitives::AccountId;

use super::super::hex_bytes;

/// What checksums begin with; the first versions of polkadot-js left it out.
const PREFIXES: [&[u8]; 2] = [b"SS58PRE", b""];

const CHECKSUM: usize = 2;

/// Characters of the longest address. Base58 takes time by the square of its length, so no longer text is decoded.
const LONGEST: usize = 50;

/// The public key behind an address of any prefix, or behind `0x` and 64 digits. None if it is neither, such as an
/// address of Ethereum.
pub(super) fn decode(text: &str) -> Option<AccountId> {
    if text.starts_with("0x") {
        return hex_bytes::decode_array(text).map(|key| AccountId(*key));
    }
    if text.len() > LONGEST {
        return None;
    }
    let bytes = bs58::decode(text).into_vec().ok()?;
    let (body, checksum) = bytes.split_last_chunk::<CHECKSUM>()?;
    let fits = PREFIXES
        .iter()
        .any(|prefix| checksum_of(prefix, body) == *checksum);
    let key = body.get(prefix_length(body)?..)?.try_into().ok()?;
    fits.then_some(AccountId(key))
}

/// The bytes that say of which chain an address is.
fn prefix_length(body: &[u8]) -> Option<usize> {
    match body.first()? {
        0..64 => Some(1),
        64..128 => Some(2),
        128.. => None,
    }
}

fn checksum_of(prefix: &[u8], body: &[u8]) -> [u8; CHECKSUM] {
    let digest = Blake2b512::new()
        .chain_update(prefix)
        .chain_update(body)
        .finalize();
    [digest[0], digest[1]]
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn one_account_has_many_addresses() {
        let alice = decode("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY").unwrap();
        for text in [
            // Polkadot, prefix 0.
            "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5",
            // A prefix of two bytes: 255.
            "yGHXkYLYqxijLKKfd9Q2CB9shRVu8rPNBS53wvwGTutYg4zTg",
            // As polkadot-js 0.36 wrote it.
            "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKv3gB",
            "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d",
        ] {
            assert_eq!(decode(text), Some(alice), "{text}");
        }
        for text in [
            "",
            "5",
            "0x1234",
            "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ",
        ] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
