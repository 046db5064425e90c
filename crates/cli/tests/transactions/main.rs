//! Everything that a holder does, on a running development network with a seed: each intent to finality, and each where it
//! cannot succeed. What the wallet refuses before signing is also sent as it is, so that the chain itself says why not.
//!
//! `TAOLIGHT_DEVNET_DIR` names the directory with the network files. Without it the tests say that they are skipped.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod coldkey_swaps;
mod crowdloans;
mod hotkeys;
mod journal;
mod locks;
mod moves;
mod multisigs;
mod proxies;
mod registrations;
mod roots;
mod settings;
mod stage;
mod stakes;
mod transfers;
