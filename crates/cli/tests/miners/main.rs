//! Miners of a seeded local network, asked as a page asks them: real axons of the SDK 10.5.0 at the first five, and at the
//! others nobody, a slow server and a lying one. Without `TAOLIGHT_DEVNET_DIR` there is nothing to do.

#![allow(clippy::unwrap_used, clippy::expect_used, unreachable_pub)]

mod axons;
mod crowd;
mod http;
mod https;
mod people;
#[path = "../../../dendrite/tests/common/server.rs"]
#[allow(dead_code)]
mod server;
mod stage;
mod terminal;
