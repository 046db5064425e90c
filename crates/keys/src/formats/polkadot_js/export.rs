//! Writes a keystore that polkadot-js and the wallets built on it open.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Serialize;
use taolight_primitives::AccountId;

use super::pkcs8;
use crate::{DerivedKey, Kdf, KeyError, Scheme, Scrypt, Secret, secretbox};

/// A keystore in the making: its salt is drawn, its key is not yet derived.
pub struct KeystoreExport(Scrypt);

#[derive(Serialize)]
struct Json<'a> {
    encoded: String,
    encoding: Encoding,
    address: AccountId,
    meta: Meta<'a>,
}

#[derive(Serialize)]
struct Encoding {
    content: [&'static str; 2],
    #[serde(rename = "type")]
    kind: [&'static str; 2],
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Meta<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when_created: Option<u64>,
}

impl KeystoreExport {
    /// Draws a salt.
    pub fn new() -> Result<Self, KeyError> {
        Scrypt::new().map(Self)
    }

    /// How the password becomes the key of the keystore.
    pub fn kdf(&self) -> Kdf {
        Kdf::Scrypt(self.0.clone())
    }

    /// The JSON of the keystore, version 3. `when_created` is in milliseconds since 1970. The account's own key goes
    /// in; a mnemonic, its path and its password do not.
    pub fn write(
        &self,
        secret: &Secret,
        key: &DerivedKey,
        label: Option<&str>,
        when_created: Option<u64>,
    ) -> Result<String, KeyError> {
        let encoded = secretbox::seal(&self.0.to_header(), &pkcs8::write(secret)?, key)?;
        let json = Json {
            encoded: BASE64_STANDARD.encode(encoded),
            encoding: Encoding {
                content: ["pkcs8", scheme_name(secret.scheme())],
                kind: ["scrypt", "xsalsa20-poly1305"],
                version: "3",
            },
            address: secret.account()?,
            meta: Meta {
                name: label,
                when_created,
            },
        };
        serde_json::to_string(&json).map_err(|_| KeyError::Damaged("JSON"))
    }
}

fn scheme_name(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Sr25519 => "sr25519",
        Scheme::Ed25519 => "ed25519",
    }
}
