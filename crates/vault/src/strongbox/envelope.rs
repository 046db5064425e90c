//! One account as it is stored: its public part in clear, so that a locked vault can still list it, and its secret
//! sealed. One envelope per account, so that damage to one is not damage to all. What the account may be used for is
//! bound to the secret, so that rewriting it in storage opens nothing. It says how the password was hashed, so that it
//! opens without the lock.

use serde::{Deserialize, Deserializer, Serialize};
use taolight_keys::{KeyError, Secret};
use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::vault::{Account, Role};

use crate::scheme::scheme;

use super::{
    Unlocked,
    cipher::CipherKey,
    hash::PasswordHash,
    json,
    sealed::{Sealed, VERSION},
    storage::Write,
    versioned::{self, Strange},
};

/// Records of this prefix are envelopes; the account's address follows.
const PREFIX: &str = "account/";
/// Records of this prefix are the former hash of a damaged account, which was left behind when the password was changed;
/// the account's address follows.
const FORMER_PREFIX: &str = "former/";

/// An account as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Envelope {
    version: u32,
    pub(super) account: Account,
    /// A copy of what the lock says; damage to it is none to the account.
    #[serde(
        default,
        deserialize_with = "possible_hash",
        skip_serializing_if = "Option::is_none"
    )]
    hash: Option<PasswordHash>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    secret: Option<Sealed>,
}

impl Envelope {
    /// An account without secret.
    pub(super) fn watch_only(account: Account) -> Self {
        Self {
            version: VERSION,
            account,
            hash: None,
            secret: None,
        }
    }

    /// An account with its secret.
    pub(super) async fn seal(
        unlocked: &Unlocked,
        account: Account,
        secret: &Secret,
    ) -> Result<Self, Failure> {
        let sealed = Sealed::seal(&*unlocked.key, &bound(&account), &secret.to_bytes()).await?;
        Ok(Self {
            version: VERSION,
            account,
            hash: Some(unlocked.lock.hash.clone()),
            secret: Some(sealed),
        })
    }

    /// The same under another key; none if it is damaged.
    pub(super) async fn reseal(self, old: &dyn CipherKey, new: &Unlocked) -> Result<Option<Self>, Failure> {
        match self.content(old).await? {
            Content::Secret(secret) => Self::seal(new, self.account, &secret).await.map(Some),
            Content::Nothing => Ok(Some(self)),
            Content::Damaged => Ok(None),
            Content::Newer => Err(Unreadable::Newer.into()),
        }
    }

    /// The secret; none of an account that is only watched. Fails if anything of it was changed.
    pub(super) async fn open(&self, key: &dyn CipherKey) -> Result<Option<Secret>, Failure> {
        match self.content(key).await? {
            Content::Secret(secret) => Ok(Some(secret)),
            Content::Nothing => Ok(None),
            Content::Damaged => Err(Unreadable::Damaged(self.account.label.clone()).into()),
            Content::Newer => Err(Unreadable::Newer.into()),
        }
    }

    /// What is sealed in it.
    pub(super) async fn content(&self, key: &dyn CipherKey) -> Result<Content, Failure> {
        let Some(sealed) = &self.secret else {
            return Ok(match self.is_watched() {
                true => Content::Nothing,
                false => Content::Damaged,
            });
        };
        let Some(bytes) = sealed.open(key, &bound(&self.account)).await? else {
            return Ok(Content::Damaged);
        };
        let secret = match Secret::from_bytes(&bytes) {
            Ok(secret) => secret,
            Err(KeyError::StoredVersion) => return Ok(Content::Newer),
            Err(_) => return Ok(Content::Damaged),
        };
        // The address is stored in clear, so the secret has the last word on whose it is.
        let is_its =
            secret.account()? == self.account.address && self.account.scheme == Some(scheme(secret.scheme()));
        Ok(match is_its {
            true => Content::Secret(secret),
            false => Content::Damaged,
        })
    }

    /// How the password was hashed whose key opens it; none if it does not say.
    pub(super) fn hash(&self) -> Option<&PasswordHash> {
        self.hash.as_ref()
    }

    /// The same, saying that.
    pub(super) fn hashed_with(self, hash: &PasswordHash) -> Self {
        Self {
            hash: Some(hash.clone()),
            ..self
        }
    }

    /// Whether it never had a secret.
    pub(super) fn is_watched(&self) -> bool {
        matches!(self.account.role, Role::WatchOnly) && !self.account.can_sign() && self.secret.is_none()
    }

    /// Whether its secret is gone, which shows without any key.
    pub(super) fn is_emptied(&self) -> bool {
        self.secret.is_none() && !self.is_watched()
    }

    /// Writes the envelope over the one of the same account.
    pub(super) fn write(&self) -> Result<Write, Failure> {
        Ok(Write::Put(name(&self.account.address), json(self)?))
    }

    /// Reads a record of that name, which names the account; none if it is no account's.
    pub(super) fn read(record: &str, bytes: &[u8]) -> Option<(AccountId, Result<Self, Unreadable>)> {
        let address = AccountId::from_ss58(record.strip_prefix(PREFIX)?).ok()?;
        (name(&address) == record).then(|| (address, Self::parse(address, bytes)))
    }

    fn parse(address: AccountId, bytes: &[u8]) -> Result<Self, Unreadable> {
        let damaged = || Unreadable::Damaged(address.to_string());
        let envelope: Self = versioned::read(bytes).map_err(|why| match why {
            Strange::Damaged => damaged(),
            Strange::Newer => Unreadable::Newer,
        })?;
        if envelope.account.address != address {
            return Err(damaged());
        }
        Ok(envelope)
    }
}

/// What is sealed in an envelope.
pub(super) enum Content {
    /// Nothing: the account is only watched.
    Nothing,
    /// The account's secret.
    Secret(Secret),
    /// Something that does not open with this key, is another account's, or is gone.
    Damaged,
    /// A secret in a form of a newer version.
    Newer,
}

/// Why what is stored of an account cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unreadable {
    /// It is not what was written. Whoever brings the secret again mends it.
    #[error(
        "what this device keeps of {0} is damaged, and nothing was changed; import it again from its words or its key file"
    )]
    Damaged(String),
    /// A newer version wrote it.
    #[error("an account was stored by a newer Taolight; update first")]
    Newer,
}

impl From<Unreadable> for Failure {
    fn from(why: Unreadable) -> Self {
        let code = match why {
            Unreadable::Damaged(_) => ErrorCode::DamagedAccount,
            Unreadable::Newer => ErrorCode::Storage,
        };
        Self::new(code, why)
    }
}

/// A hash that a vault may have written, or none.
fn possible_hash<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<PasswordHash>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    let hash = serde_json::from_value(value).ok();
    Ok(hash.filter(PasswordHash::is_possible))
}

/// Name of the record that keeps how the password was hashed under which a damaged account is sealed.
pub(super) fn former_name(address: &AccountId) -> String {
    format!("{FORMER_PREFIX}{address}")
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
