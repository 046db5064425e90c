//! What an import found.

use taolight_primitives::AccountId;

use super::{BareSecret, KnownAccount, Locked};
use crate::{KeyError, Secret};

/// One account's worth of an import.
pub enum Imported {
    /// A secret, whose account is the one that came with it, if one did.
    Secret(ImportedSecret),
    /// Only a public key: an account to watch.
    Watch(KnownAccount),
    /// A 64-byte secret that no address came with.
    Bare(BareSecret),
    /// Encrypted.
    Locked(Locked),
    /// One of several that cannot be used, while the others can.
    Refused(Refused),
}

/// A secret and its account.
pub struct ImportedSecret {
    /// The secret, with as much of its origin as the file has.
    pub secret: Secret,
    /// Its account, derived from the secret.
    pub known: KnownAccount,
}

/// An account of a batch that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its name in the wallet that wrote the file.
    pub label: Option<String>,
    /// Why.
    pub why: KeyError,
}

impl ImportedSecret {
    pub(super) fn new(secret: Secret, label: Option<String>) -> Result<Self, KeyError> {
        let account = secret.account()?;
        Ok(Self {
            secret,
            known: KnownAccount { account, label },
        })
    }
}

impl Imported {
    /// Whether a password comes next.
    pub fn needs_password(&self) -> bool {
        match self {
            Self::Locked(_) => true,
            Self::Secret(_) | Self::Watch(_) | Self::Bare(_) | Self::Refused(_) => false,
        }
    }

    /// Whether there is something to sign with, be it encrypted.
    pub fn holds_secret(&self) -> bool {
        match self {
            Self::Secret(_) | Self::Bare(_) | Self::Locked(_) => true,
            Self::Watch(_) | Self::Refused(_) => false,
        }
    }

    /// The accounts that are known already. What is locked says in clear what it likes; opening it checks that.
    pub fn accounts(&self) -> &[KnownAccount] {
        match self {
            Self::Secret(secret) => std::slice::from_ref(&secret.known),
            Self::Watch(known) => std::slice::from_ref(known),
            Self::Locked(locked) => locked.accounts(),
            Self::Bare(_) | Self::Refused(_) => &[],
        }
    }

    /// The secret, checked against an address if one is given. Everything else is an error that says what is missing:
    /// a password, an address, or the secret itself.
    pub fn into_secret(self, address: Option<&AccountId>) -> Result<Secret, KeyError> {
        match self {
            Self::Secret(found) => match address {
                Some(address) if *address != found.known.account => Err(KeyError::AddressMismatch),
                Some(_) | None => Ok(found.secret),
            },
            Self::Bare(bare) => bare.of(address.ok_or(KeyError::AddressNeeded)?),
            Self::Watch(_) => Err(KeyError::NoSecret),
            Self::Locked(_) => Err(KeyError::PasswordNeeded),
            Self::Refused(refused) => Err(refused.why),
        }
    }
}
