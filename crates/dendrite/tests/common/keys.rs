//! Keys of the tests. Signing takes no randomness from outside here, and verifiers do not mind.

use futures::future::{FutureExt as _, LocalBoxFuture};
use rand_core::{CryptoRng, RngCore};
use schnorrkel::{ExpansionMode, Keypair, MiniSecretKey, context::attach_rng, signing_context};
use taolight_dendrite::{Scheme, Signer};
use taolight_primitives::{AccountId, ErrorCode, Failure};

#[derive(Clone)]
pub struct Key {
    pub pair: Keypair,
    /// Whether the wallet that has it is locked.
    pub locked: bool,
    pub scheme: Scheme,
}

impl Key {
    pub fn of_seed(seed: [u8; 32]) -> Self {
        let mini = MiniSecretKey::from_bytes(&seed).unwrap();
        Self {
            pair: mini.expand_to_keypair(ExpansionMode::Ed25519),
            locked: false,
            scheme: Scheme::Sr25519,
        }
    }

    pub fn account(&self) -> AccountId {
        AccountId(self.pair.public.to_bytes())
    }

    pub fn sign_now(&self, message: &[u8]) -> [u8; 64] {
        let transcript = signing_context(b"substrate").bytes(message);
        self.pair.sign(attach_rng(transcript, Zeroes)).to_bytes()
    }
}

/// The miner of the tests.
pub fn miner() -> Key {
    Key::of_seed([1; 32])
}

/// Who asks in the tests.
pub fn caller() -> Key {
    Key::of_seed([2; 32])
}

impl Signer for Key {
    fn account(&self) -> AccountId {
        Key::account(self)
    }

    fn scheme(&self) -> Scheme {
        self.scheme
    }

    fn sign(&self, message: Vec<u8>) -> LocalBoxFuture<'_, Result<[u8; 64], Failure>> {
        async move {
            if self.locked {
                return Err(Failure::new(ErrorCode::VaultLocked, "the wallet is locked"));
            }
            Ok(self.sign_now(&message))
        }
        .boxed_local()
    }
}

struct Zeroes;

impl RngCore for Zeroes {
    fn next_u32(&mut self) -> u32 {
        0
    }

    fn next_u64(&mut self) -> u64 {
        0
    }

    fn fill_bytes(&mut self, to: &mut [u8]) {
        to.fill(0);
    }

    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), rand_core::Error> {
        to.fill(0);
        Ok(())
    }
}

impl CryptoRng for Zeroes {}
