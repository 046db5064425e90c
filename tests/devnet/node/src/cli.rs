//! The command line.

use clap::{Args, Parser, value_parser};
use sc_network::config::MultiaddrWithPeerId;
use std::{ops::RangeInclusive, path::PathBuf};
use taolight_devnet_runtime::seed;

const SUBNETS: RangeInclusive<i64> = seed::PLANNED as i64..=seed::MOST as i64;

/// A development network with the traps of Bittensor's mainnet.
#[derive(Parser)]
#[command(version)]
pub struct Cli {
    #[command(subcommand)]
    pub subcommand: Subcommand,
}

#[derive(clap::Subcommand)]
pub enum Subcommand {
    /// Starts two validators and obeys JSON commands on stdin until told to stop.
    Up(UpOptions),
    /// Writes the network files of a running network.
    Export(ExportOptions),
    /// Runs one validator; `up` starts two of these.
    #[command(hide = true)]
    Node(NodeOptions),
}

#[derive(Args)]
pub struct UpOptions {
    /// Keep the data here instead of in a temporary directory.
    #[arg(long)]
    pub dir: Option<PathBuf>,

    /// Any text; another text makes another chain.
    #[arg(long, default_value = "")]
    pub salt: String,

    /// Begin with subnets, validators and holders.
    #[arg(long)]
    pub seed: bool,

    /// How many subnets the seed has.
    #[arg(long, requires = "seed", default_value_t = seed::PLANNED, value_parser = value_parser!(u16).range(SUBNETS))]
    pub subnets: u16,

    /// Ignore stdin, and so run until a signal.
    #[arg(long)]
    pub no_stdin: bool,
}

#[derive(Args)]
pub struct ExportOptions {
    /// The JSON-RPC endpoint of a node; once for each node to name as a boot node.
    #[arg(long, required = true)]
    pub rpc: Vec<String>,

    /// The directory to write to.
    #[arg(long)]
    pub out: PathBuf,

    /// The block of the checkpoint in `network-old.json`.
    #[arg(long, default_value_t = DEFAULT_OLD_BLOCK)]
    pub old_block: u32,
}

/// Lies between the two authority changes.
pub const DEFAULT_OLD_BLOCK: u32 = 6;

#[derive(Args)]
pub struct NodeOptions {
    /// The validator's name, one of the well-known development keys.
    #[arg(long)]
    pub name: String,

    /// The raw chain spec.
    #[arg(long)]
    pub spec: PathBuf,

    /// The node's own directory.
    #[arg(long)]
    pub base: PathBuf,

    #[arg(long)]
    pub p2p_port: u16,

    #[arg(long)]
    pub rpc_port: u16,

    /// The other validator.
    #[arg(long)]
    pub peer: MultiaddrWithPeerId,
}
