//! The vault as the WebAssembly of a worker. The host hands over one message port, and everything else is said there.
#![cfg(target_arch = "wasm32")]

mod clock;

use std::rc::Rc;

use taolight_vault::{Vault, VaultService};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::MessagePort;

use crate::clock::BrowserClock;

/// Serves the vault's half of the protocol on a port, until the port closes.
#[wasm_bindgen]
pub fn serve(port: MessagePort) {
    console_error_panic_hook::set_once();
    let service = VaultService::new(Vault::new(Rc::new(BrowserClock::default())));
    let served = taolight_protocol::serve(taolight_browser::bridge(port), Rc::new(service));
    wasm_bindgen_futures::spawn_local(served);
}
