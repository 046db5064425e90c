//! Signature schemes of the keys, as they cross the port.

use taolight_keys as keys;
use taolight_protocol::vault::Scheme;

/// The scheme of a key.
pub(crate) fn scheme(scheme: keys::Scheme) -> Scheme {
    match scheme {
        keys::Scheme::Sr25519 => Scheme::Sr25519,
        keys::Scheme::Ed25519 => Scheme::Ed25519,
    }
}

/// The scheme that was asked for.
pub(crate) fn key_scheme(scheme: Scheme) -> keys::Scheme {
    match scheme {
        Scheme::Sr25519 => keys::Scheme::Sr25519,
        Scheme::Ed25519 => keys::Scheme::Ed25519,
    }
}
