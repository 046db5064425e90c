//! BIP-39 mnemonics of English words, and the seed that Substrate derives from one.

use pbkdf2::pbkdf2_hmac;
use sha2::Sha512;
use zeroize::{Zeroize, Zeroizing};

use crate::{KeyError, Seed, WordCount, random};

/// Rounds of PBKDF2, as BIP-39 has them.
const ROUNDS: u32 = 2048;

/// What the salt begins with, before the password.
const SALT: &str = "mnemonic";

/// Room for the longest mnemonic: 24 words of eight letters, and a space after each.
const LONGEST: usize = 24 * 9;

/// 12, 15, 18, 21 or 24 English words whose checksum fits. Boxed, so that moving it leaves no copy behind.
pub struct Mnemonic(Box<bip39::Mnemonic>);

impl Mnemonic {
    /// New words from the random numbers of this device.
    pub fn generate(words: WordCount) -> Result<Self, KeyError> {
        let mut entropy = Zeroizing::new([0; 32]);
        let entropy = &mut entropy[..words.entropy_bytes()];
        random::fill(entropy)?;
        Self::from_entropy(entropy)
    }

    /// The words of 16, 20, 24, 28 or 32 bytes.
    pub(crate) fn from_entropy(entropy: &[u8]) -> Result<Self, KeyError> {
        bip39::Mnemonic::from_entropy_in(bip39::Language::English, entropy)
            .map(|words| Self(Box::new(words)))
            .map_err(|_| KeyError::Checksum)
    }

    /// Reads words separated by any white space, in either case.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let lower = Zeroizing::new(text.to_lowercase());
        bip39::Mnemonic::parse_in_normalized(bip39::Language::English, &lower)
            .map(|words| Self(Box::new(words)))
            .map_err(|error| match error {
                bip39::Error::BadWordCount(words) => KeyError::Length(words),
                bip39::Error::UnknownWord(index) => KeyError::Word(index + 1),
                bip39::Error::InvalidChecksum
                | bip39::Error::BadEntropyBitCount(_)
                | bip39::Error::AmbiguousLanguages(_) => KeyError::Checksum,
            })
    }

    /// The words in lower case, with one space between them.
    pub fn words(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LONGEST));
        for word in self.0.words() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }

    /// The bytes that the words stand for: 16, 20, 24, 28 or 32.
    pub(crate) fn entropy(&self) -> Zeroizing<Vec<u8>> {
        let (mut entropy, length) = self.0.to_entropy_array();
        let bytes = Zeroizing::new(entropy[..length].to_vec());
        entropy.zeroize();
        bytes
    }

    /// The seed: PBKDF2-HMAC-SHA512 over the *entropy*, where BIP-39 itself takes the words. Takes some milliseconds.
    pub fn seed(&self, password: &str) -> Seed {
        let mut salt = Zeroizing::new(String::with_capacity(SALT.len() + password.len()));
        salt.push_str(SALT);
        salt.push_str(password);
        let mut long = Zeroizing::new([0; 64]);
        pbkdf2_hmac::<Sha512>(&self.entropy(), salt.as_bytes(), ROUNDS, &mut *long);
        let mut seed = Seed::zero();
        seed.bytes_mut().copy_from_slice(&long[..32]);
        seed
    }
}
