//! Random bytes of this device, drawn where a failure can still be reported.

use rand_core::{CryptoRng, RngCore};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::KeyError;

/// Fills the bytes from the operating system's or the browser's generator.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), KeyError> {
    getrandom::fill(bytes).map_err(|_| KeyError::Randomness)
}

/// Random bytes drawn beforehand for schnorrkel, which mixes them into its own generator together with the secret nonce
/// and the message.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct Entropy([u8; 32]);

impl Entropy {
    pub(crate) fn draw() -> Result<Self, KeyError> {
        let mut bytes = Self([0; 32]);
        fill(&mut bytes.0)?;
        Ok(bytes)
    }
}

impl RngCore for Entropy {
    fn next_u32(&mut self) -> u32 {
        rand_core::impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, destination: &mut [u8]) {
        for chunk in destination.chunks_mut(self.0.len()) {
            chunk.copy_from_slice(&self.0[..chunk.len()]);
        }
    }

    fn try_fill_bytes(&mut self, destination: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(destination);
        Ok(())
    }
}

impl CryptoRng for Entropy {}
