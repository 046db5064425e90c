//! sr25519: Schnorr signatures over Ristretto, in Substrate's signing context, with its hard and soft derivation.

use schnorrkel::{
    ExpansionMode, Keypair, MiniSecretKey, PublicKey, Signature, context::attach_rng, derive::ChainCode,
    derive::Derivation, signing_context,
};
use taolight_primitives::AccountId;

use crate::{KeyError, Seed, path::Path, random::Entropy};

/// The context in which Substrate chains sign.
const CONTEXT: &[u8] = b"substrate";

/// A key pair, and the seed it was expanded from unless a soft junction came last.
pub(crate) struct Derived {
    pub(crate) pair: Box<Keypair>,
    pub(crate) seed: Option<Seed>,
}

/// Walks a path from a seed. Fails only if the device gives no random bytes: a softly derived key takes a fresh nonce
/// seed, which does not show in its account.
pub(crate) fn derive(root: Seed, path: &Path) -> Result<Derived, KeyError> {
    let mut key = expand(root)?;
    for junction in path.junctions() {
        let code = ChainCode(junction.chain_code);
        key = if junction.hard {
            let (child, _) = key.pair.secret.hard_derive_mini_secret_key(Some(code), b"");
            expand(Seed::from_bytes(child.as_bytes()))?
        } else {
            let (pair, _) = key.pair.derived_key_simple_rng(code, [], Entropy::draw()?);
            Derived {
                pair: Box::new(pair),
                seed: None,
            }
        };
    }
    Ok(key)
}

fn expand(seed: Seed) -> Result<Derived, KeyError> {
    let mini = MiniSecretKey::from_bytes(seed.bytes()).map_err(|_| KeyError::Seed)?;
    Ok(Derived {
        pair: Box::new(mini.expand_to_keypair(ExpansionMode::Ed25519)),
        seed: Some(seed),
    })
}

/// Signs a message. Fails only if the device gives no random bytes.
pub(crate) fn sign(pair: &Keypair, message: &[u8]) -> Result<[u8; 64], KeyError> {
    let transcript = signing_context(CONTEXT).bytes(message);
    Ok(pair.sign(attach_rng(transcript, Entropy::draw()?)).to_bytes())
}

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
