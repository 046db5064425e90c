//! The two compiled runtimes, as the node embeds them: `WASM_BINARY` in each
//! module, unless its build was skipped.

/// The runtime of the genesis block.
pub mod genesis {
    include!(concat!(env!("OUT_DIR"), "/wasm_genesis.rs"));
}

/// The runtime one spec version later.
pub mod next {
    include!(concat!(env!("OUT_DIR"), "/wasm_next.rs"));
}
