//! Other people's implementations, both ways: they read what is written here, what they write is read here, and each
//! side takes the other's signatures. What one side must refuse is offered to it as well, so that no check holds by
//! itself. `cargo xtask test interop` installs those implementations and runs this.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod agree;
mod btcli;
mod damage;
mod former;
mod keys;
mod keystores;
mod party;
mod passwords;
mod programs;
mod read;
mod signatures;
