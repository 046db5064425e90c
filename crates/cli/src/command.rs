//! What a terminal can be told: to read, to quote, to act, to ask miners.

use clap::Subcommand;
use serde_json::Value;
use taolight_primitives::Failure;
use taolight_protocol::Client;

use crate::{
    act::Act,
    miners::{Ask, Miners, Probe},
    quote::Quote,
    read::{Read, call},
};

/// What to read or do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// What is read
    #[command(flatten)]
    Read(Read),
    /// What a trade would give now, and whether the chain would refuse it
    Quote(Quote),
    /// Signs and sends one transaction, and follows it to its end
    Do(Act),
    /// Who serves a subnet, and what to expect of each; asks none of them
    Miners(Miners),
    /// Which synapses miners have, whether their hotkeys are there and how fast they answer; signs nothing
    Probe(Probe),
    /// Asks miners with requests that a hotkey signs
    Ask(Ask),
}

impl Command {
    /// Asks the engine; the answer is the one that a page gets.
    pub(crate) async fn run(self, engine: &Client) -> Result<Value, Failure> {
        match self {
            Self::Read(read) => read.ask(engine).await,
            Self::Quote(quote) => call(engine, quote.question()?).await,
            Self::Do(act) => act.run(engine).await,
            Self::Miners(miners) => miners.run(engine).await,
            Self::Probe(probe) => probe.run(engine).await,
            Self::Ask(ask) => ask.run(engine).await,
        }
    }
}
