//! btcli's JSON: the content of its key files, secret and public.

mod export;
mod parse;

pub use export::{btcli_json, btcli_public_json};
pub(super) use parse::read;

use crate::Scheme;

/// btcli's number of a scheme.
fn crypto_type(scheme: Scheme) -> u8 {
    match scheme {
        Scheme::Ed25519 => 0,
        Scheme::Sr25519 => 1,
    }
}
