//! What smoldot needs from where it runs: sockets, timers, randomness and tasks.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod web;

#[cfg(not(target_arch = "wasm32"))]
pub use native::native;
#[cfg(target_arch = "wasm32")]
pub use web::{WebConfig, WebPlatform};
