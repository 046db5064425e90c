//! The engine as the WebAssembly of a worker, which one tab has for itself or all tabs share. The host hands over one
//! message port for each tab, and everything else is said there.
#![cfg(target_arch = "wasm32")]

mod calls;
mod claim;
mod host;
mod store;

use std::rc::Rc;

use serde::Deserialize;
use taolight_engine::Engine;
use taolight_protocol::engine::Holder;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::spawn_local;
use web_sys::MessagePort;

use host::BrowserHost;

/// What the worker tells about itself.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Config {
    /// Whether it came over https, from which browsers allow no plain WebSocket to a public host.
    secure_page: bool,
    /// Whether all tabs share it.
    shared: bool,
}

/// The engine of this worker.
#[wasm_bindgen]
pub struct Process {
    engine: Rc<Engine>,
}

#[wasm_bindgen]
impl Process {
    /// Starts it. It opens networks once it has the device.
    #[wasm_bindgen(constructor)]
    pub fn new(config: JsValue) -> Result<Process, JsValue> {
        console_error_panic_hook::set_once();
        let Config { secure_page, shared } = serde_wasm_bindgen::from_value(config)?;
        // Tabs of the same version share an engine where they can.
        let holder = match shared {
            true => Holder::Version,
            false => Holder::Tab,
        };
        let (host, desk) = BrowserHost::new(secure_page, holder);
        let engine = Rc::new(Engine::new(host));
        spawn_local(claim::keep(desk, engine.clone()));
        Ok(Self { engine })
    }

    /// Serves the engine's half of the protocol on a tab's port, until the port closes.
    pub fn serve(&self, port: MessagePort) {
        let port = taolight_browser::bridge(port);
        spawn_local(taolight_protocol::serve(port, self.engine.clone()));
    }
}
