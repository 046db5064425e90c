//! `taolight-devnet`: a two-validator network on the loopback interface that
//! behaves, on the wire, like Bittensor's mainnet.

mod authorities;
mod chain;
mod chain_spec;
mod cli;
mod commands;
mod configuration;
mod export;
mod rpc;
mod service;
mod supervisor;
mod transactions;
mod validator;

use clap::Parser;
use cli::{Cli, Subcommand};

fn main() -> anyhow::Result<()> {
    match Cli::parse().subcommand {
        Subcommand::Up(options) => on_this_thread(supervisor::run(options)),
        Subcommand::Export(options) => on_this_thread(export::run(options)),
        Subcommand::Node(options) => validator::run(options),
    }
}

/// Runs a future on the main thread alone. For the supervisor this matters: its
/// children are told to die with the very thread that started them.
fn on_this_thread(work: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let done = runtime.block_on(work);
    // A read of stdin cannot be cancelled, so nobody waits for it.
    runtime.shutdown_background();
    done
}
