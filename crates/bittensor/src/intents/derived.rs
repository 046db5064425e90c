//! Accounts that have no key of their own: their address is a hash of how they came to be.

use taolight_codec::{Metadata, blake2_256};
use taolight_primitives::{AccountId, Failure};

use super::{CreatePure, Timepoint, operation::Operation};

/// Compact numbers below this are one byte.
const ONE_BYTE: usize = 1 << 6;
/// Compact numbers below this are two bytes.
const TWO_BYTES: usize = 1 << 14;

/// The address of the account that these signatories hold together, given in any order.
pub fn multisig_account(signatories: &[AccountId], threshold: u16) -> AccountId {
    let mut sorted = signatories.to_vec();
    sorted.sort_unstable();
    let mut preimage = b"modlpy/utilisuba".to_vec();
    preimage.extend(length(sorted.len()));
    for account in sorted {
        preimage.extend(account.0);
    }
    preimage.extend(threshold.to_le_bytes());
    AccountId(blake2_256(&preimage))
}

/// The address of an account without a key that `spawner` created at that time, with the numbers that the runtime has
/// for proxy types.
pub fn pure_account(
    metadata: &Metadata,
    spawner: &AccountId,
    created: Timepoint,
    with: &CreatePure,
) -> Result<AccountId, Failure> {
    // The call is two bytes of names, then the proxy type, the delay and the index.
    let call = with.build(metadata)?;
    let kind = call.get(2..call.len().saturating_sub(6)).unwrap_or_default();
    let mut preimage = b"modlpy/proxy____".to_vec();
    preimage.extend(spawner.0);
    preimage.extend(created.height.to_le_bytes());
    preimage.extend(created.index.to_le_bytes());
    preimage.extend(kind);
    preimage.extend(with.index.to_le_bytes());
    Ok(AccountId(blake2_256(&preimage)))
}

/// A length as SCALE writes it. No list of signatories is longer than the chain's hundred.
fn length(count: usize) -> Vec<u8> {
    let shifted = u32::try_from(count << 2).unwrap_or(u32::MAX);
    let bytes = shifted.to_le_bytes();
    if count < ONE_BYTE {
        return vec![bytes[0]];
    }
    if count < TWO_BYTES {
        return vec![bytes[0] | 0b01, bytes[1]];
    }
    (shifted | 0b10).to_le_bytes().to_vec()
}
