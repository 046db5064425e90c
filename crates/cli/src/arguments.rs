//! What can be typed.

use std::{env, fs, path::PathBuf, rc::Rc, str::FromStr};

use clap::Parser;
use taolight_light::{FileStore, Store};
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::engine::NetworkSource;

use crate::command::Command;

/// Reads Bittensor and acts on it through a light client: every answer is proven here, and no server is trusted.
#[derive(Parser)]
#[command(name = "taolight", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// Network: finney, or the path of a network file or chain spec
    #[arg(long, global = true, default_value = "finney")]
    pub(crate) network: NetworkChoice,
    /// Folder for what the light client saves, so that it starts faster next time
    #[arg(long, global = true)]
    state: Option<PathBuf>,
    /// Print JSON: amounts in rao as decimal strings, bytes as 0x-hex
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// What to read or do
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// A network as it is typed.
#[derive(Clone)]
pub(crate) struct NetworkChoice(String);

impl FromStr for NetworkChoice {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

impl NetworkChoice {
    /// A file if it looks like a path, else one of the networks that the engine ships with.
    pub(crate) fn source(&self) -> Result<NetworkSource, Failure> {
        let Self(name) = self;
        if !name.contains(['/', '.']) {
            return Ok(NetworkSource::Known { id: name.clone() });
        }
        let text = fs::read_to_string(name).map_err(|error| {
            Failure::new(
                ErrorCode::UnknownNetwork,
                format!("the network file {name} cannot be read: {error}"),
            )
        })?;
        Ok(NetworkSource::Text { text })
    }
}

impl Arguments {
    /// Where the light client saves its state.
    pub(crate) fn store(&self) -> Result<Rc<dyn Store>, Failure> {
        let folder = self.state.clone().or_else(default_folder).ok_or_else(|| {
            Failure::new(
                ErrorCode::Storage,
                "there is no home folder to save the light client's state in; name one with --state",
            )
        })?;
        Ok(Rc::new(FileStore::new(folder)))
    }
}

fn default_folder() -> Option<PathBuf> {
    let data = env::var_os("XDG_DATA_HOME").map(PathBuf::from);
    let home = || env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/share"));
    Some(data.or_else(home)?.join("taolight"))
}
