//! The way to the two workers, which the page's own host started.

use taolight_app::{Clients, Processes};
use taolight_browser::hosts;
use taolight_primitives::Failure;

/// Connects to the engine and to the vault.
pub(crate) fn start() -> Result<Processes, Failure> {
    let (engine, vault) = (hosts::engine()?, hosts::vault()?);
    Ok(Processes {
        clients: Clients {
            engine: engine.client,
            vault: vault.client,
        },
        engine_restarts: engine.restarts,
        vault_restarts: vault.restarts,
        vault_stop: vault.stop,
    })
}
