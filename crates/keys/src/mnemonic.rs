//! BIP-39 mnemonics of English words, and the seed that Substrate derives from one.

use hmac::Hmac;
use sha2::Sha512;
use zeroize::{Zeroize, Zeroizing};

use crate::{KeyError, Seed};

/// Rounds of PBKDF2, as BIP-39 has them.
const ROUNDS: u32 = 2048;

/// 12, 15, 18, 21 or 24 English words whose checksum fits.
pub struct Mnemonic(bip39::Mnemonic);

impl Mnemonic {
    /// Reads words separated by any white space, in either case.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let lower = Zeroizing::new(text.to_lowercase());
        bip39::Mnemonic::parse_in_normalized(bip39::Language::English, &lower)
            .map(Self)
            .map_err(|error| match error {
                bip39::Error::BadWordCount(words) => KeyError::Length(words),
                bip39::Error::UnknownWord(index) => KeyError::Word(index + 1),
                bip39::Error::InvalidChecksum
                | bip39::Error::BadEntropyBitCount(_)
                | bip39::Error::AmbiguousLanguages(_) => KeyError::Checksum,
            })
    }

    /// The seed: PBKDF2-HMAC-SHA512 over the *entropy*, where BIP-39 itself takes the words.
    pub fn seed(&self, password: &str) -> Seed {
        let (mut entropy, length) = self.0.to_entropy_array();
        let salt = Zeroizing::new(format!("mnemonic{password}"));
        let mut long = Zeroizing::new([0; 64]);
        // HMAC takes keys of any length, and these are the fixed lengths of an HMAC-SHA512 key and output.
        let derived = pbkdf2::pbkdf2::<Hmac<Sha512>>(&entropy[..length], salt.as_bytes(), ROUNDS, &mut *long);
        debug_assert!(derived.is_ok(), "HMAC takes keys of any length");
        entropy.zeroize();
        let mut seed = Seed::zero();
        seed.bytes_mut().copy_from_slice(&long[..32]);
        seed
    }
}
