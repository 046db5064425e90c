//! The page's way to its two workers. `hosts.js`, loaded before this WebAssembly, has started them already, so that the
//! light client connects while the page is still being built; here their ports become typed clients.

use futures::FutureExt;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::{Client, Role};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::MessagePort;

use crate::bridge;

#[wasm_bindgen]
extern "C" {
    /// What `hosts.js` leaves on the page.
    #[wasm_bindgen(js_namespace = taolightHosts, js_name = engine, catch)]
    async fn connect_engine() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = taolightHosts, js_name = vault, catch)]
    async fn connect_vault() -> Result<JsValue, JsValue>;
}

/// The two workers behind the page.
#[derive(Clone)]
pub struct Hosts {
    /// The light client's worker.
    pub engine: Client,
    /// The keys' worker.
    pub vault: Client,
}

impl Hosts {
    /// Connects to both workers.
    pub async fn start() -> Result<Self, Failure> {
        Ok(Self {
            engine: connect(connect_engine().await, "engine")?,
            vault: connect(connect_vault().await, "vault")?,
        })
    }
}

fn connect(port: Result<JsValue, JsValue>, which: &str) -> Result<Client, Failure> {
    let port: MessagePort = port
        .and_then(|port| port.dyn_into())
        .map_err(|_| not_started(which))?;
    let (client, driver) = Client::new(bridge(port), Role::App, "page");
    wasm_bindgen_futures::spawn_local(driver.map(drop));
    Ok(client)
}

fn not_started(which: &str) -> Failure {
    Failure::new(
        ErrorCode::Disconnected,
        format!("the {which} did not start; reload the page, and allow WebAssembly and workers for it"),
    )
}
