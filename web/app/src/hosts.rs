//! The way to the two workers, which the page's own host started.

use taolight_app::Clients;
use taolight_browser::Hosts;
use taolight_primitives::Failure;

/// Connects to the engine and to the vault.
pub(crate) fn start() -> Result<Clients, Failure> {
    let Hosts { engine, vault } = Hosts::connect()?;
    Ok(Clients { engine, vault })
}
