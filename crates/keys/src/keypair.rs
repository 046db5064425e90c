//! sr25519: Schnorr signatures over Ristretto, in Substrate's signing context.

use rand_core::{CryptoRng, RngCore};
use schnorrkel::{
    ExpansionMode, MiniSecretKey, PublicKey, Signature, context::attach_rng, derive::ChainCode,
    derive::Derivation, signing_context,
};
use taolight_primitives::AccountId;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{KeyError, SecretUri, Seed};

/// The context in which Substrate chains sign.
const CONTEXT: &[u8] = b"substrate";

/// A key that signs. Boxed, so that moving it leaves no copy behind; schnorrkel wipes it when it is dropped.
pub struct Keypair(Box<schnorrkel::Keypair>);

impl Keypair {
    /// The key that a secret URI names. Fails only if the device gives no random bytes: a softly derived key takes a
    /// fresh nonce seed, which does not show in its account.
    pub fn from_uri(uri: &SecretUri) -> Result<Self, KeyError> {
        let mut key = Self::from_seed(uri.root())?;
        for junction in uri.junctions() {
            let code = ChainCode(junction.chain_code);
            key = Self(Box::new(if junction.hard {
                let (child, _) = key.0.secret.hard_derive_mini_secret_key(Some(code), b"");
                child.expand_to_keypair(ExpansionMode::Ed25519)
            } else {
                key.0.derived_key_simple_rng(code, [], Entropy::draw()?).0
            }));
        }
        Ok(key)
    }

    /// The key of a seed, without derivation.
    pub fn from_seed(seed: &Seed) -> Result<Self, KeyError> {
        let mini = MiniSecretKey::from_bytes(seed.bytes()).map_err(|_| KeyError::Seed)?;
        Ok(Self(Box::new(mini.expand_to_keypair(ExpansionMode::Ed25519))))
    }

    /// The account whose key this is.
    pub fn account(&self) -> AccountId {
        AccountId(self.0.public.to_bytes())
    }

    /// Signs a message. Fails only if the device gives no random bytes.
    pub fn sign(&self, message: &[u8]) -> Result<[u8; 64], KeyError> {
        let transcript = signing_context(CONTEXT).bytes(message);
        Ok(self.0.sign(attach_rng(transcript, Entropy::draw()?)).to_bytes())
    }
}

/// Whether a signature over a message is the account's.
pub fn verify(account: &AccountId, message: &[u8], signature: &[u8; 64]) -> bool {
    let (Ok(key), Ok(signature)) = (
        PublicKey::from_bytes(&account.0),
        Signature::from_bytes(signature),
    ) else {
        return false;
    };
    key.verify_simple(CONTEXT, message, &signature).is_ok()
}

/// Random bytes drawn beforehand, where a failure can still be reported. schnorrkel mixes them into its own generator
/// together with the secret nonce and the message.
#[derive(Zeroize, ZeroizeOnDrop)]
struct Entropy([u8; 32]);

impl Entropy {
    fn draw() -> Result<Self, KeyError> {
        let mut bytes = Self([0; 32]);
        getrandom::fill(&mut bytes.0).map_err(|_| KeyError::Randomness)?;
        Ok(bytes)
    }
}

impl RngCore for Entropy {
    fn next_u32(&mut self) -> u32 {
        rand_core::impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, destination: &mut [u8]) {
        for chunk in destination.chunks_mut(self.0.len()) {
            chunk.copy_from_slice(&self.0[..chunk.len()]);
        }
    }

    fn try_fill_bytes(&mut self, destination: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(destination);
        Ok(())
    }
}

impl CryptoRng for Entropy {}
