//! The one thing that app, engine and vault share: what they say to each other and how it travels.
//!
//! `frame` is the envelope, `port` one end of a connection, `method` what a call or a subscription is. `client` and
//! `server` speak for the two sides of a port, each call by its own type. `engine` and `vault` list what those two
//! processes can be asked. Payloads are JSON: bytes as `0x`-hex, amounts as decimal strings. They are never logged.

mod client;
mod frame;
mod method;
mod port;
mod server;

pub mod engine;
#[cfg(feature = "ts")]
pub mod typescript;
pub mod vault;

pub use client::{Client, Subscription};
pub use frame::{Frame, FrameError, PROTOCOL_VERSION, Role};
pub use method::{Method, Topic};
pub use port::Port;
pub use server::{Items, Service, serve};

#[cfg(test)]
mod tests;
