//! The two processes that the page asks.

use taolight_protocol::Client;

/// A client of each process. Clones share it.
#[derive(Clone)]
pub struct Clients {
    /// The light client: chain, transactions, journal.
    pub engine: Client,
    /// The signing core: accounts and signatures.
    pub vault: Client,
}
