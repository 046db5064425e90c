//! The keys that are exchanged. All of them are public knowledge: Substrate's development mnemonic, and what derives
//! from it.

use taolight_keys::{Scheme, Secret, SecretUri};

pub(crate) const DEVELOPMENT: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
pub(crate) const ALICE: &str = "//Alice";
/// The seed of the development mnemonic.
pub(crate) const SEED: &str = "0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e";

/// Every kind of origin in every scheme that has it, as the text that all of us read.
pub(crate) fn origins() -> Vec<(String, Scheme)> {
    let hard = [
        DEVELOPMENT.to_owned(),
        SEED.to_owned(),
        ALICE.to_owned(),
        format!("{DEVELOPMENT}//hard/soft///password"),
        format!("{DEVELOPMENT}//42//hard///password"),
    ];
    let both = |origin: String| [(origin.clone(), Scheme::Sr25519), (origin, Scheme::Ed25519)];
    let mut origins: Vec<_> = hard.into_iter().flat_map(both).collect();
    // ed25519 has no soft junctions.
    origins.retain(|(origin, scheme)| *scheme == Scheme::Sr25519 || !origin.contains("/soft"));
    origins
}

pub(crate) fn secret(origin: &str, scheme: Scheme) -> Secret {
    Secret::from_uri(SecretUri::parse(origin).unwrap(), scheme).unwrap()
}

/// What all of us call a scheme.
pub(crate) fn name(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Sr25519 => "sr25519",
        Scheme::Ed25519 => "ed25519",
    }
}
