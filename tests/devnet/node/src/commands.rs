//! What the supervisor can be told on stdin, one JSON object on a line, and what
//! it answers.

use crate::cli::DEFAULT_OLD_BLOCK;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::path::PathBuf;
use taolight_devnet_runtime::{AccountId, Balance};

#[derive(Deserialize)]
#[serde(tag = "cmd", rename_all = "lowercase", rename_all_fields = "camelCase")]
pub enum Command {
    /// Freezes a validator.
    Pause { node: String },
    /// Lets a frozen validator go on.
    Resume { node: String },
    /// Installs the next runtime.
    Upgrade,
    /// Writes the network files.
    Export {
        dir: PathBuf,
        #[serde(default = "default_old_block")]
        old_block: u32,
    },
    /// Sends rao from a secret key URI to an address.
    Transfer {
        from: String,
        to: AccountId,
        amount: Balance,
    },
    /// Stops the network.
    Stop,
}

fn default_old_block() -> u32 {
    DEFAULT_OLD_BLOCK
}

/// The answer to a command: what it has to tell, or what went wrong.
pub fn answer(result: anyhow::Result<Value>) -> Value {
    match result {
        Ok(Value::Object(details)) => {
            let ok = Map::from_iter([("ok".to_owned(), true.into())]);
            ok.into_iter().chain(details).collect::<Map<_, _>>().into()
        }
        Ok(_) => json!({ "ok": true }),
        Err(error) => json!({ "ok": false, "error": format!("{error:#}") }),
    }
}
