//! The vault as the WebAssembly of a worker. The host hands over one message port, and everything else is said there.
#![cfg(target_arch = "wasm32")]

use std::rc::Rc;

use taolight_vault::VaultService;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::MessagePort;

/// Serves the vault's half of the protocol on a port, until the port closes.
#[wasm_bindgen]
pub fn serve(port: MessagePort) {
    console_error_panic_hook::set_once();
    let served = taolight_protocol::serve(taolight_browser::bridge(port), Rc::new(VaultService::default()));
    wasm_bindgen_futures::spawn_local(served);
}
