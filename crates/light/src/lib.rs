//! The light client: networks and checkpoints, smoldot itself on a native or browser platform, and what the rest of
//! Taolight reads from it: how far it is, verified heads, proven storage, runtime calls, the runtime's metadata.

mod backend;
mod checkpoint;
mod client;
mod counters;
mod error;
mod events;
mod fields;
mod follow;
mod genesis;
mod header;
mod heads;
mod lifecycle;
mod network;
mod notice;
pub mod platform;
mod reach;
mod reads;
mod rpc;
mod runtime;
mod saved;
mod spec;
mod store;
#[cfg(not(target_arch = "wasm32"))]
mod store_file;
mod watch;

pub use checkpoint::{Checkpoint, GrandpaAuthority};
pub use client::LightClient;
pub use error::{LightError, NetworkError};
pub use heads::Head;
pub use lifecycle::{Lifecycle, Origin, Phase, Stall, StartPoint};
pub use network::{ChainId, Genesis, Known, Network};
pub use notice::Notice;
pub use reach::Reach;
pub use rpc::Rpc;
pub use runtime::{CodeId, RuntimeInfo};
pub use saved::{Loaded, SavedState, load, set_aside};
pub use store::{MemoryStore, Store, StoreError};
#[cfg(not(target_arch = "wasm32"))]
pub use store_file::FileStore;
pub use watch::{Watch, WatchStream};
