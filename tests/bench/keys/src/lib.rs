//! The keys as the page of `cargo xtask bench keys` calls them: what the vault itself calls, with the same randomness and
//! the same checks, built as the vault is.

mod clock;

use std::rc::Rc;

use taolight_keys::{Argon2id, Kdf, Keypair, SecretUri};
use taolight_primitives::AccountId;
use taolight_vault::{
    InlineHasher,
    strongbox::{MemoryStorage, RustCrypto, Strongbox},
};
use wasm_bindgen::{JsError, prelude::wasm_bindgen};

use crate::clock::PageClock;

/// A key that signs.
#[wasm_bindgen]
pub struct Signer(Keypair);

#[wasm_bindgen]
impl Signer {
    /// The sr25519 key of a secret URI. Fails if the URI is none.
    pub fn derive(uri: &str) -> Result<Signer, JsError> {
        Ok(Self(Keypair::from_uri(&SecretUri::parse(uri)?)?))
    }

    /// The 32 bytes of its account.
    pub fn account(&self) -> Vec<u8> {
        self.0.account().0.to_vec()
    }

    /// The 64 bytes of a signature. Fails only if the device gives no random bytes.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, JsError> {
        Ok(self.0.sign(message)?.to_vec())
    }
}

/// Whether an sr25519 signature over a message is the account's. Fails if account or signature are of the wrong length.
#[wasm_bindgen]
pub fn verify(account: &[u8], message: &[u8], signature: &[u8]) -> Result<bool, JsError> {
    let account = AccountId(account.try_into()?);
    Ok(taolight_keys::verify(&account, message, signature.try_into()?))
}

/// Does the least password hash that a vault is ever locked with. Fails if the device does not give the memory.
#[wasm_bindgen(js_name = hashAtFloor)]
pub fn hash_at_floor(password: &str) -> Result<(), JsError> {
    Kdf::Argon2id(Argon2id::fresh(Argon2id::FLOOR)?).derive(password)?;
    Ok(())
}

/// A vault's password lock, calibrated to the device that it was made on.
#[wasm_bindgen]
pub struct PasswordLock(Strongbox);

#[wasm_bindgen]
impl PasswordLock {
    /// Makes one. Fails if the password is too short, or if the device does not give the memory.
    pub async fn create(password: String) -> Result<PasswordLock, JsError> {
        let mut strongbox = Strongbox::new(
            Rc::new(MemoryStorage::default()),
            Rc::new(RustCrypto),
            Rc::new(InlineHasher),
            Rc::new(PageClock::default()),
        );
        strongbox.create(&password).await?;
        Ok(Self(strongbox))
    }

    /// Unlocks it as if it were locked. Fails if the password is wrong.
    pub async fn unlock(&mut self, password: String) -> Result<(), JsError> {
        self.0.lock();
        Ok(self.0.unlock(&password).await?)
    }
}
