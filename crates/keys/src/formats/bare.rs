//! 64 bytes of secret, which three kinds of software write in three ways.

use taolight_primitives::AccountId;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{Expanded, KeyError, Scheme, Secret, Seed};

/// A 64-byte secret of unknown form. Which form it is shows when one of them gives the right account; none is ever
/// guessed, since every one of them may be a valid key. Boxed, so that moving it leaves no copy behind.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct BareSecret(Box<[u8; 64]>);

impl BareSecret {
    /// Copies 64 bytes; wiping the original is the caller's.
    pub fn from_bytes(bytes: &[u8; 64]) -> Self {
        Self(Box::new(*bytes))
    }

    /// The secret, if it is the account's: as an sr25519 scalar, as a scalar times eight, or as an ed25519 seed with
    /// its public key.
    pub fn of(&self, account: &AccountId) -> Result<Secret, KeyError> {
        let forms = [
            Expanded::from_canonical(&self.0).map(Secret::from_expanded),
            Expanded::from_ed25519_form(&self.0).map(Secret::from_expanded),
            self.seed_and_public(account),
        ];
        for secret in forms.into_iter().flatten() {
            if secret.account()? == *account {
                return Ok(secret);
            }
        }
        Err(KeyError::AddressMismatch)
    }

    fn seed_and_public(&self, account: &AccountId) -> Option<Secret> {
        let (seed, public) = self.0.split_first_chunk::<32>()?;
        (public == account.0).then(|| Secret::from_seed(Seed::from_bytes(seed), Scheme::Ed25519))
    }
}
