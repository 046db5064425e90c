//! One account as it is stored: its public part in clear, so that a locked vault can still list it, and its secret
//! sealed. One envelope per account, so that damage to one is not damage to all. What the account may be used for is
//! bound to the secret, so that rewriting it in storage opens nothing.

use serde::{Deserialize, Serialize};
use taolight_keys::Secret;
use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::vault::{Account, Role};

use crate::scheme::scheme;

use super::{
    cipher::CipherKey,
    json,
    sealed::{Sealed, VERSION},
    storage::Write,
};

/// Records of this prefix are envelopes; the account's address follows.
const PREFIX: &str = "account/";

/// An account as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Envelope {
    version: u32,
    pub(super) account: Account,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    secret: Option<Sealed>,
}

impl Envelope {
    /// An account without secret.
    pub(super) fn watch_only(account: Account) -> Self {
        Self {
            version: VERSION,
            account,
            secret: None,
        }
    }

    /// An account with its secret.
    pub(super) async fn seal(
        key: &dyn CipherKey,
        account: Account,
        secret: &Secret,
    ) -> Result<Self, Failure> {
        let sealed = Sealed::seal(key, &bound(&account), &secret.to_bytes()).await?;
        Ok(Self {
            version: VERSION,
            account,
            secret: Some(sealed),
        })
    }

    /// The same under another key.
    pub(super) async fn reseal(self, old: &dyn CipherKey, new: &dyn CipherKey) -> Result<Self, Failure> {
        match self.open(old).await? {
            Some(secret) => Self::seal(new, self.account, &secret).await,
            None => Ok(self),
        }
    }

    /// The secret; none of an account that is only watched. Fails if anything of it was changed.
    pub(super) async fn open(&self, key: &dyn CipherKey) -> Result<Option<Secret>, Failure> {
        let Some(sealed) = &self.secret else {
            return Ok(None);
        };
        let address = &self.account.address;
        let damaged = || Unreadable::Damaged(self.account.label.clone());
        let bytes = sealed.open(key, &bound(&self.account)).await?;
        let secret = Secret::from_bytes(&bytes.ok_or_else(damaged)?)?;
        // The address is stored in clear, so the secret has the last word on whose it is.
        if secret.account()? != *address || self.account.scheme != Some(scheme(secret.scheme())) {
            return Err(damaged().into());
        }
        Ok(Some(secret))
    }

    pub(super) fn has_secret(&self) -> bool {
        self.secret.is_some()
    }

    /// Writes the envelope over the one of the same account.
    pub(super) fn write(&self) -> Result<Write, Failure> {
        Ok(Write::Put(name(&self.account.address), json(self)?))
    }

    /// Reads a record of that name; none if it is no envelope.
    pub(super) fn read(record: &str, bytes: &[u8]) -> Option<Result<Self, Unreadable>> {
        let address = record.strip_prefix(PREFIX)?;
        Some(Self::parse(address, bytes))
    }

    fn parse(address: &str, bytes: &[u8]) -> Result<Self, Unreadable> {
        let damaged = || Unreadable::Damaged(address.to_owned());
        let envelope: Self = serde_json::from_slice(bytes).map_err(|_| damaged())?;
        if envelope.version > VERSION {
            return Err(Unreadable::Newer);
        }
        if envelope.account.address.to_string() != address {
            return Err(damaged());
        }
        Ok(envelope)
    }
}

/// Why what is stored of an account cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unreadable {
    /// It is not what was written. Whoever brings the secret again mends it.
    #[error(
        "what is stored of {0} is damaged, and nothing was changed; bring its secret again from your backup"
    )]
    Damaged(String),
    /// A newer version wrote it.
    #[error("an account was stored by a newer Taolight; update first")]
    Newer,
}

impl From<Unreadable> for Failure {
    fn from(why: Unreadable) -> Self {
        Self::new(ErrorCode::Storage, why)
    }
}

/// Name of an account's record.
pub(super) fn name(address: &AccountId) -> String {
    format!("{PREFIX}{address}")
}

/// What the secret is sealed for: the account and its use.
fn bound(account: &Account) -> String {
    let role = match account.role {
        Role::Coldkey { .. } => "coldkey",
        Role::Hotkey => "hotkey",
        Role::WatchOnly => "watch only",
    };
    format!("{} {role}", name(&account.address))
}
