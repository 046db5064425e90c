//! The three ways in which requests to miners are signed.

use taolight_primitives::AccountId;

use crate::{HttpRequest, Scheme, Stamp};

/// How a request is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// Synapses to an axon of the SDK up to 10.
    Axon,
    /// `btauth/1` of the SDK 11.
    BtAuth,
    /// Epistula 2.
    Epistula,
}

impl Protocol {
    /// Whether it verifies accounts of this scheme.
    pub fn takes(self, scheme: Scheme) -> bool {
        match (self, scheme) {
            (_, Scheme::Sr25519) | (Self::BtAuth, Scheme::Ed25519) => true,
            (Self::Axon | Self::Epistula, Scheme::Ed25519) => false,
        }
    }
}

/// Who signs a request, and when.
#[derive(Debug, Clone)]
pub struct Sender {
    /// The account.
    pub account: AccountId,
    /// How it signs.
    pub scheme: Scheme,
    /// When, and under which name.
    pub stamp: Stamp,
}

/// A request that lacks only its signature.
pub trait Unsigned {
    /// The bytes to be signed.
    fn message(&self) -> Vec<u8>;

    /// The request with a signature: `0x` and hexadecimal digits, or a placeholder where nothing is to be sent.
    fn signed(&self, signature: &str) -> HttpRequest;
}

/// A header.
pub(crate) fn header(name: &str, value: impl ToString) -> (String, String) {
    (name.to_owned(), value.to_string())
}
