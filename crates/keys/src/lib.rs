//! Keys: mnemonics, Substrate's derivation and sr25519 signatures.
//!
//! A [`SecretUri`] is what a person types; a [`Keypair`] is what signs. Types that hold a secret wipe themselves when
//! dropped and can be neither printed nor copied nor serialized, and no error of this crate repeats what was typed.

mod error;
mod keypair;
mod mnemonic;
mod seed;
mod uri;

pub use error::KeyError;
pub use keypair::{Keypair, verify};
pub use mnemonic::Mnemonic;
pub use seed::Seed;
pub use uri::SecretUri;
