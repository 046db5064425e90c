//! Verifies signatures of miners.

use schnorrkel::{PublicKey, Signature};
use taolight_primitives::AccountId;

/// The context in which Substrate chains sign.
const CONTEXT: &[u8] = b"substrate";

/// Whether an sr25519 signature over a message is the account's.
pub fn verify(account: &AccountId, message: &[u8], signature: &[u8; 64]) -> bool {
    let (Ok(key), Ok(signature)) = (
        PublicKey::from_bytes(&account.0),
        Signature::from_bytes(signature),
    ) else {
        return false;
    };
    key.verify_simple(CONTEXT, message, &signature).is_ok()
}
