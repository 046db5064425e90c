//! A secret as a file holds it, before it is certain which scheme it is for.

use taolight_primitives::AccountId;

use super::{BareSecret, Imported, ImportedSecret};
use crate::{KeyError, Mnemonic, Scheme, Secret, Seed};

/// One of the forms in which a file may hold a secret.
pub(super) enum Part {
    Mnemonic(Mnemonic),
    Seed(Seed),
    Bare(BareSecret),
}

/// What a file says about the scheme of its key.
#[derive(Clone, Copy)]
pub(super) enum Claim {
    /// It says so, and nothing else will do.
    Only(Scheme),
    /// Writers have been careless here; the address decides.
    Either(Scheme),
}

impl Claim {
    fn scheme(self) -> Scheme {
        match self {
            Self::Only(scheme) | Self::Either(scheme) => scheme,
        }
    }

    fn allows(self, scheme: Scheme) -> bool {
        match self {
            Self::Only(only) => only == scheme,
            Self::Either(_) => true,
        }
    }
}

impl Part {
    /// The secret, if it is the account's by a scheme that the file allows.
    pub(super) fn of(self, account: &AccountId, claim: Claim) -> Result<Secret, KeyError> {
        let secret = match self {
            Self::Mnemonic(mnemonic) => Secret::from_mnemonic(mnemonic, claim.scheme()),
            Self::Seed(seed) => Secret::from_seed(seed, claim.scheme()),
            Self::Bare(bare) => {
                let secret = bare.of(account)?;
                return claim
                    .allows(secret.scheme())
                    .then_some(secret)
                    .ok_or(KeyError::AddressMismatch);
            }
        };
        if secret.account()? == *account {
            return Ok(secret);
        }
        let other = claim.scheme().other();
        if !claim.allows(other) {
            return Err(KeyError::AddressMismatch);
        }
        let secret = secret.with_scheme(other)?;
        let fits = secret.account()? == *account;
        fits.then_some(secret).ok_or(KeyError::AddressMismatch)
    }

    /// The secret by itself, where no account came with it.
    pub(super) fn alone(self, scheme: Scheme) -> Result<Imported, KeyError> {
        let secret = match self {
            Self::Mnemonic(mnemonic) => Secret::from_mnemonic(mnemonic, scheme),
            Self::Seed(seed) => Secret::from_seed(seed, scheme),
            Self::Bare(bare) => return Ok(Imported::Bare(bare)),
        };
        ImportedSecret::new(secret, None).map(Imported::Secret)
    }
}
