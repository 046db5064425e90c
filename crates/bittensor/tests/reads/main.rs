//! Reads against what a real runtime answered and stored, where its recordings are at hand.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../common/mod.rs"]
mod common;

mod accounts;
mod chain;
mod claims;
mod damaged;
mod hotkeys;
mod locks;
mod neurons;
mod newer_runtime;
mod sharing;
mod stake;
mod subnets;

use std::future::Future;

/// The recorded accounts that own and stake much.
const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
const CHARLIE: &str = "5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y";
const DAVE: &str = "5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy";
const EVE: &str = "5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw";
/// One that has nothing.
const NOBODY: &str = "5G3cF3t3ZVM5j43sN8BX1mrZsd6tAtdyC6zbdAAX9qRuv8B5";
/// Alice's hotkey and Charlie's, which owns subnet 4.
const ALICE_HOT: &str = "5G6Fyo6U2fDhJXDJGp4Dr6XViVCdPcryiyLBDsusguSRcYvJ";
const CHARLIE_HOT: &str = "5GnAm62UXQTPnmevdJfS7q7Eh6gRJzjbxoa4y2wLZyoA7HQR";

/// Waits for a read of a view that answers at once.
fn now<T>(future: impl Future<Output = T>) -> T {
    futures::executor::block_on(future)
}
