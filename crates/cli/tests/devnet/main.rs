//! The engine against a running development network with a seed: every read is what a node says of the same block.
//!
//! A node's word comes over JSON-RPC and is decoded by libraries that nothing else here uses, so that a mistake of our own
//! decoders cannot hide. One light client answers all tests.
//!
//! `TAOLIGHT_DEVNET_DIR` names the directory with the network files, `TAOLIGHT_DEVNET_RPC` a node's RPC. Without them the
//! tests say that they are skipped.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../../../light/tests/common/mod.rs"]
mod common;

mod balances;
mod chain;
mod crowdloans;
mod engine;
mod hotkeys;
mod locks;
mod metagraph;
#[path = "../../../bittensor/tests/vectors/named.rs"]
mod named;
mod neurons;
mod node;
mod portfolio;
mod proxies;
mod quotes;
mod recording;
mod root_claims;
mod seed;
mod subnets;
mod terminal;
mod told;
#[path = "../../../bittensor/tests/vectors/vector.rs"]
mod vector;
mod vectors;
mod yields;
