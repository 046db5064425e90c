//! Reads btcli's JSON.

use serde::Deserialize;
use taolight_primitives::AccountId;
use zeroize::Zeroizing;

use super::super::{
    BareSecret, Detected, Imported, ImportedSecret, Kind, KnownAccount, hex_bytes,
    part::{Claim, Part},
    secret_text::SecretText,
    text,
};
use crate::{KeyError, Mnemonic, Scheme, Seed};

/// The fields of every age. Any of them may be missing or null.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Json {
    account_id: Option<String>,
    public_key: Option<String>,
    // Some old files have the space.
    #[serde(alias = " ss58Address")]
    ss58_address: Option<String>,
    private_key: Option<SecretText>,
    secret_phrase: Option<SecretText>,
    secret_seed: Option<SecretText>,
    crypto_type: Option<CryptoType>,
}

/// A number, which some writers put into quotes.
#[derive(Deserialize)]
#[serde(untagged)]
enum CryptoType {
    Number(u64),
    Text(String),
}

/// Reads a key file: its secret if it has one, else its public key.
pub(in super::super) fn read(text: &str) -> Result<Detected, KeyError> {
    let json: Json = serde_json::from_str(text).map_err(|_| KeyError::Damaged("JSON"))?;
    let account = json.account()?;
    let scheme = json.scheme()?;
    let mut parts = json.parts()?.into_iter();
    let Some(preferred) = parts.next() else {
        let account = account.ok_or(KeyError::Unrecognised)?;
        return Ok(Detected {
            kind: Kind::BtcliPublic,
            imported: Imported::Watch(KnownAccount::unnamed(account)),
        });
    };
    // Writers have left out the scheme, and mistaken it; so the address decides, if there is one.
    let imported = match account {
        Some(account) => {
            let secret = preferred.of(&account, Claim::Either(scheme))?;
            Imported::Secret(ImportedSecret::new(secret, None)?)
        }
        None => preferred.alone(scheme)?,
    };
    if let Imported::Secret(found) = &imported {
        for part in parts {
            part.of(&found.known.account, Claim::Only(found.secret.scheme()))
                .map_err(|_| KeyError::SecretsDisagree)?;
        }
    }
    Ok(Detected {
        kind: Kind::BtcliSecret,
        imported,
    })
}

impl Json {
    /// The account that all public parts agree on, if there are any.
    fn account(&self) -> Result<Option<AccountId>, KeyError> {
        let keys = [
            public_key(self.account_id.as_deref(), "accountId")?,
            public_key(self.public_key.as_deref(), "publicKey")?,
            address(self.ss58_address.as_deref())?,
        ];
        let mut known = keys.into_iter().flatten();
        let Some(first) = known.next() else {
            return Ok(None);
        };
        if known.any(|other| other != first) {
            return Err(KeyError::AddressMismatch);
        }
        Ok(Some(first))
    }

    /// The scheme that the file says it has; sr25519 if it says nothing.
    fn scheme(&self) -> Result<Scheme, KeyError> {
        let number = match &self.crypto_type {
            None => return Ok(Scheme::Sr25519),
            Some(CryptoType::Number(number)) => *number,
            Some(CryptoType::Text(text)) => {
                text.trim().parse().map_err(|_| KeyError::Damaged("cryptoType"))?
            }
        };
        [Scheme::Sr25519, Scheme::Ed25519]
            .into_iter()
            .find(|scheme| u64::from(super::crypto_type(*scheme)) == number)
            .ok_or(KeyError::Unsupported("its kind of key is another"))
    }

    /// The secrets, the one that holds most first.
    fn parts(&self) -> Result<Vec<Part>, KeyError> {
        let mut parts = Vec::new();
        if let Some(words) = used(&self.secret_phrase) {
            parts.push(Part::Mnemonic(Mnemonic::parse(words)?));
        }
        if let Some(digits) = used(&self.secret_seed) {
            parts.push(seed(digits).ok_or(KeyError::Damaged("secretSeed"))?);
        }
        if let Some(digits) = used(&self.private_key) {
            // sr25519 has 64 bytes here; ed25519 has its seed.
            let part = seed(digits).or_else(|| bare(digits));
            parts.push(part.ok_or(KeyError::Damaged("privateKey"))?);
        }
        Ok(parts)
    }
}

/// The text of a field, unless it is missing or blank.
fn used(field: &Option<SecretText>) -> Option<&str> {
    field
        .as_ref()
        .map(|text| text.as_str().trim())
        .filter(|text| !text.is_empty())
}

fn seed(digits: &str) -> Option<Part> {
    let bytes: Zeroizing<[u8; 32]> = hex_bytes::decode_array(digits)?;
    Some(Part::Seed(Seed::from_bytes(&bytes)))
}

fn bare(digits: &str) -> Option<Part> {
    let bytes: Zeroizing<[u8; 64]> = hex_bytes::decode_array(digits)?;
    Some(Part::Bare(BareSecret::from_bytes(&bytes)))
}

fn public_key(digits: Option<&str>, field: &'static str) -> Result<Option<AccountId>, KeyError> {
    let Some(digits) = digits else {
        return Ok(None);
    };
    let bytes = hex_bytes::decode_array(digits).ok_or(KeyError::Damaged(field))?;
    Ok(Some(AccountId(*bytes)))
}

fn address(text: Option<&str>) -> Result<Option<AccountId>, KeyError> {
    let Some(text) = text else {
        return Ok(None);
    };
    text::address(text.trim())
        .map(Some)
        .ok_or(KeyError::Damaged("ss58Address"))
}
