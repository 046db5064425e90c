//! ed25519 as Substrate has it: keys straight from seeds, and hard derivation only.

use blake2::{Blake2b, Digest, digest::consts::U32};
use ed25519_dalek::{Signature, SigningKey, VerifyingKey};
use taolight_primitives::AccountId;
use zeroize::Zeroize;

use crate::{KeyError, Seed, path::Path};

/// What every derived seed is hashed with: the SCALE string "Ed25519HDKD".
const DERIVATION: &[u8] = b"\x2cEd25519HDKD";

/// Walks a path from a seed; a soft junction is an error.
pub(crate) fn derive(root: Seed, path: &Path) -> Result<Seed, KeyError> {
    let mut seed = root;
    for junction in path.junctions() {
        if !junction.hard {
            return Err(KeyError::SoftEd25519);
        }
        let mut child: [u8; 32] = Blake2b::<U32>::new()
            .chain_update(DERIVATION)
            .chain_update(seed.bytes())
            .chain_update(junction.chain_code)
            .finalize()
            .into();
        seed = Seed::from_bytes(&child);
        child.zeroize();
    }
    Ok(seed)
}

/// The key pair of a seed.
pub(crate) fn pair(seed: &Seed) -> Box<SigningKey> {
    Box::new(SigningKey::from_bytes(seed.bytes()))
}

/// Whether an ed25519 signature over a message is the account's.
pub(crate) fn verify(account: &AccountId, message: &[u8], signature: &[u8; 64]) -> bool {
    let Ok(key) = VerifyingKey::from_bytes(&account.0) else {
        return false;
    };
    key.verify_strict(message, &Signature::from_bytes(signature))
        .is_ok()
}
