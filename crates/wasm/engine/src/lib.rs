//! The engine as the WebAssembly of a worker. The host hands over one message port, and everything else is said there.
#![cfg(target_arch = "wasm32")]

mod host;
mod store;

use std::rc::Rc;

use serde::Deserialize;
use taolight_engine::Engine;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::MessagePort;

use host::BrowserHost;

/// What the page tells the worker about itself.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Config {
    /// Whether the page came over https, from which browsers allow no plain WebSocket to a public host.
    secure_page: bool,
}

/// Serves the engine's half of the protocol on a port, until the port closes.
#[wasm_bindgen]
pub async fn serve(port: MessagePort, config: JsValue) -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    let Config { secure_page } = serde_wasm_bindgen::from_value(config)?;
    let port = taolight_browser::bridge(port);
    let engine = Rc::new(Engine::new(BrowserHost::new(secure_page).await));
    taolight_protocol::serve(port, engine).await;
    Ok(())
}
