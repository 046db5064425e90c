//! What only a browser has, and nothing else: message ports as [`taolight_protocol::Port`]s, the page's way to the
//! engine and the vault, and IndexedDB.
#![cfg(target_arch = "wasm32")]

mod port;

#[cfg(feature = "hosts")]
pub mod hosts;
#[cfg(feature = "storage")]
mod indexed_db;

#[cfg(feature = "storage")]
pub use indexed_db::{IndexedDb, IndexedDbError};
pub use port::bridge;
