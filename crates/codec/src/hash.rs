//! The chain's hashes: blake2b, and xxHash64 with rising seeds that Substrate calls twox.

use blake2::{
    Blake2b, Digest,
    digest::consts::{U16, U32},
};
use twox_hash::XxHash64;

/// blake2b with 32 bytes of output.
pub fn blake2_256(bytes: &[u8]) -> [u8; 32] {
    Blake2b::<U32>::digest(bytes).into()
}

pub(crate) fn blake2_128(bytes: &[u8]) -> [u8; 16] {
    Blake2b::<U16>::digest(bytes).into()
}

/// xxHash64 with the seeds 0, 1, … one after the other, `8 * WORDS` bytes of output.
pub(crate) fn twox<const WORDS: usize>(bytes: &[u8]) -> Vec<u8> {
    (0..WORDS as u64)
        .flat_map(|seed| XxHash64::oneshot(seed, bytes).to_le_bytes())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefix_of_system_account() {
        let prefix = [twox::<2>(b"System"), twox::<2>(b"Account")].concat();
        assert_eq!(
            hex::encode(prefix),
            "26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9"
        );
    }
}
