//! The two processes that the page asks.

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender};
use taolight_protocol::Client;

/// A client of each process. Clones share it.
#[derive(Clone)]
pub struct Clients {
    /// The light client: chain, transactions, journal.
    pub engine: Client,
    /// The signing core: accounts and signatures.
    pub vault: Client,
}

/// The clients, and word of every new start of the processes behind them, which then know nothing of the page.
pub struct Processes {
    /// The clients.
    pub clients: Clients,
    /// The engine was started again.
    pub engine_restarts: UnboundedReceiver<()>,
    /// The vault was started again.
    pub vault_restarts: UnboundedReceiver<()>,
    /// Ends the vault's process with everything in its memory, and starts another in its place.
    pub vault_stop: UnboundedSender<()>,
}
