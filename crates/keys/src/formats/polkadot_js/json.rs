//! The JSON of a keystore.

use serde::Deserialize;

use super::{
    super::{
        Detected, Imported, ImportedSecret, Kind, KnownAccount, Locked, locked::Sealed,
        secret_text::SecretText,
    },
    address,
    batch::Batch,
    encoding::{Content, Encoding},
    keystore::Keystore,
    pkcs8,
};
use crate::KeyError;

/// A keystore of one account, or of several with a list of them.
#[derive(Deserialize)]
pub(super) struct Json {
    /// Missing where a wallet only watches the account.
    encoded: Option<SecretText>,
    encoding: Option<Encoding>,
    address: Option<String>,
    meta: Option<Meta>,
    #[serde(default)]
    accounts: Vec<Listed>,
}

/// An account of a batch as it is named in clear.
#[derive(Deserialize)]
pub(super) struct Listed {
    pub(super) address: Option<String>,
    meta: Option<Meta>,
}

#[derive(Deserialize)]
struct Meta {
    name: Option<String>,
}

impl Listed {
    /// The account, unless it is of a chain whose accounts are no public keys of ours.
    pub(super) fn known(&self) -> Option<KnownAccount> {
        known(self.address.as_deref()?, self.meta.as_ref())
    }
}

fn known(address: &str, meta: Option<&Meta>) -> Option<KnownAccount> {
    Some(KnownAccount {
        account: address::decode(address)?,
        label: meta.and_then(|meta| meta.name.clone()),
    })
}

impl Json {
    /// The keystore as a file of its own.
    pub(super) fn detect(self) -> Result<Detected, KeyError> {
        let (encoded, encoding) = self.parts()?;
        match encoding.content()? {
            Content::Batch => {
                let batch = Batch::parse(&encoding.decode(encoded)?, encoding.cipher()?, self.accounts)?;
                Ok(Detected::locked(Sealed::PolkadotJsBatch(batch)))
            }
            Content::Pkcs8(_) => Ok(Detected {
                kind: Kind::PolkadotJs,
                imported: self.account()?,
            }),
        }
    }

    /// The keystore as one account, on its own or in a batch.
    pub(super) fn account(&self) -> Result<Imported, KeyError> {
        let known = self.known()?;
        if self.encoded.is_none() {
            return known.map(Imported::Watch).ok_or(KeyError::Damaged("encoded"));
        }
        let (encoded, encoding) = self.parts()?;
        let Content::Pkcs8(scheme) = encoding.content()? else {
            return Err(KeyError::Unsupported("it is a batch within a batch"));
        };
        let bytes = encoding.decode(encoded)?;
        match encoding.cipher()?.kdf(&bytes)? {
            Some((kdf, sealed)) => {
                let keystore = Keystore::parse(kdf, sealed, scheme, known)?;
                Ok(Imported::Locked(Locked(Sealed::PolkadotJs(keystore))))
            }
            None => {
                let secret = pkcs8::read(&bytes, scheme, known.map(|known| known.account))?;
                ImportedSecret::new(secret, self.label()).map(Imported::Secret)
            }
        }
    }

    pub(super) fn label(&self) -> Option<String> {
        self.meta.as_ref().and_then(|meta| meta.name.clone())
    }

    pub(super) fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// The account that is named in clear, if one is.
    fn known(&self) -> Result<Option<KnownAccount>, KeyError> {
        let Some(address) = &self.address else {
            return Ok(None);
        };
        let known = known(address, self.meta.as_ref()).ok_or(KeyError::Damaged("address"))?;
        Ok(Some(known))
    }

    fn parts(&self) -> Result<(&str, &Encoding), KeyError> {
        let encoded = self.encoded.as_ref().ok_or(KeyError::Damaged("encoded"))?;
        let encoding = self.encoding.as_ref().ok_or(KeyError::Damaged("encoding"))?;
        Ok((encoded.as_str(), encoding))
    }
}
