//! What only a browser has, and nothing else: message ports as [`taolight_protocol::Port`]s, the page's way to the
//! engine and the vault, IndexedDB, WebCrypto, Web Locks and `fetch`.
#![cfg(target_arch = "wasm32")]

mod port;

#[cfg(feature = "fetch")]
mod fetch;
#[cfg(feature = "hosts")]
pub mod hosts;
#[cfg(feature = "storage")]
mod indexed_db;
#[cfg(feature = "locks")]
mod lock;
#[cfg(feature = "crypto")]
mod web_crypto;

#[cfg(feature = "fetch")]
pub use fetch::Fetch;
#[cfg(feature = "storage")]
pub use indexed_db::{IndexedDb, IndexedDbError};
#[cfg(feature = "locks")]
pub use lock::{Asked, Locks};
pub use port::bridge;
#[cfg(feature = "crypto")]
pub use web_crypto::{WebCryptoError, WebCryptoKey};
