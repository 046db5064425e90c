//! Intents without any chain: JSON, what they say of themselves, and what has to be so before they are signed.

#![allow(unreachable_pub, clippy::unwrap_used, clippy::expect_used)]

mod needs;
mod ports;
mod told;
mod world;
