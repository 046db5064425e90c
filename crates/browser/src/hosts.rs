//! The page's way to its two workers. `hosts.js`, loaded before this WebAssembly, has started them already, so that the
//! light client connects while the page is still being built; here their ports become typed clients.

use js_sys::Promise;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::{Client, Role};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessagePort;

use crate::bridge;

#[wasm_bindgen]
extern "C" {
    /// What `hosts.js` leaves on the page.
    #[wasm_bindgen(js_name = taolightHosts)]
    type Started;

    #[wasm_bindgen(thread_local_v2, js_name = taolightHosts)]
    static STARTED: Option<Started>;

    #[wasm_bindgen(method, getter)]
    fn engine(this: &Started) -> Host;

    #[wasm_bindgen(method, getter)]
    fn vault(this: &Started) -> Host;

    /// One worker.
    type Host;

    #[wasm_bindgen(method, getter)]
    fn port(this: &Host) -> MessagePort;

    /// Settles when the worker runs; rejects if it cannot.
    #[wasm_bindgen(method, getter)]
    fn started(this: &Host) -> Promise;
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
    /// Connects to both workers, and waits for neither: what is asked of one that is still starting is answered once it
    /// runs, and fails as disconnected if it cannot.
    pub fn connect() -> Result<Self, Failure> {
        STARTED.with(|started| {
            let started = started.as_ref().ok_or_else(not_started)?;
            Ok(Self {
                engine: connect(&started.engine()),
                vault: connect(&started.vault()),
            })
        })
    }
}

fn connect(host: &Host) -> Client {
    let (client, driver) = Client::new(bridge(host.port()), Role::App, "page");
    let started = JsFuture::from(host.started());
    wasm_bindgen_futures::spawn_local(async move {
        let cannot_start = async {
            if started.await.is_ok() {
                std::future::pending::<()>().await;
            }
        };
        // Dropping the driver fails whatever was asked.
        futures::future::select(Box::pin(driver), Box::pin(cannot_start)).await;
    });
    client
}

fn not_started() -> Failure {
    Failure::new(
        ErrorCode::Disconnected,
        "the light client did not start; reload the page, and allow workers for it",
    )
}
