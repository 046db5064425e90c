//! Keys: mnemonics, Substrate's derivation, signatures, and the key files of other wallets.
//!
//! A [`SecretUri`] is what a person types, a [`Secret`] is what is kept, a [`Keypair`] is what signs. Types that hold a
//! secret wipe themselves when dropped and can be neither printed nor copied nor serialized, and no error of this crate
//! repeats what was typed or read.

mod ed25519;
mod error;
mod expanded;
pub mod formats;
mod hex_text;
mod kdf;
mod keypair;
mod mnemonic;
mod path;
mod random;
mod scheme;
mod secret;
mod secretbox;
mod seed;
mod sr25519;
mod stored;
mod uri;
mod word_count;

pub use error::KeyError;
pub use expanded::Expanded;
pub use kdf::{Argon2i, Argon2id, DerivedKey, Kdf, Pbkdf2Sha256, Scrypt, Work};
pub use keypair::Keypair;
pub use mnemonic::Mnemonic;
pub use scheme::Scheme;
pub use secret::Secret;
pub use seed::Seed;
pub use sr25519::verify;
pub use uri::SecretUri;
pub use word_count::WordCount;
