//! An encrypted keystore of one account.

use super::{
    super::{Imported, ImportedSecret, KnownAccount},
    pkcs8,
};
use crate::{
    DerivedKey, Kdf, KeyError, Scheme,
    secretbox::{OVERHEAD, SecretBox},
};

pub(in super::super) struct Keystore {
    kdf: Kdf,
    sealed: SecretBox,
    scheme: Option<Scheme>,
    known: Option<KnownAccount>,
}

impl Keystore {
    pub(super) fn parse(
        kdf: Kdf,
        sealed: &[u8],
        scheme: Option<Scheme>,
        known: Option<KnownAccount>,
    ) -> Result<Self, KeyError> {
        let message = sealed.len().saturating_sub(OVERHEAD);
        if !pkcs8::LENGTHS.contains(&message) {
            return Err(KeyError::Damaged("encoded"));
        }
        Ok(Self {
            kdf,
            sealed: SecretBox::parse(sealed).ok_or(KeyError::Damaged("encoded"))?,
            scheme,
            known,
        })
    }

    pub(in super::super) fn kdf(&self) -> Kdf {
        self.kdf.clone()
    }

    pub(in super::super) fn accounts(&self) -> &[KnownAccount] {
        self.known.as_slice()
    }

    pub(in super::super) fn open(&self, key: &DerivedKey) -> Result<Vec<Imported>, KeyError> {
        let expected = self.known.as_ref().map(|known| known.account);
        let secret = pkcs8::read(&self.sealed.open(key)?, self.scheme, expected)?;
        let label = self.known.as_ref().and_then(|known| known.label.clone());
        Ok(vec![Imported::Secret(ImportedSecret::new(secret, label)?)])
    }
}
