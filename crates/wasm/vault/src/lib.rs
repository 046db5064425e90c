//! The vault as the WebAssembly of a worker. The host hands over one message port, and everything else is said there.
#![cfg(target_arch = "wasm32")]

mod cipher;
mod clock;
mod hasher;
mod storage;

use std::{rc::Rc, time::Duration};

use gloo_timers::future::sleep;
use js_sys::Uint8Array;
use taolight_vault::{Host, Vault, VaultService};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::MessagePort;
use zeroize::Zeroizing;

use crate::{cipher::WebCrypto, clock::BrowserClock, hasher::WorkerHasher};

/// How often the vault looks whether it should lock itself.
const TICK: Duration = Duration::from_secs(1);

/// Serves the vault's half of the protocol on a port, until the port closes. `module` is the compiled WebAssembly that
/// runs here, for workers that hash passwords.
#[wasm_bindgen]
pub fn serve(port: MessagePort, module: JsValue) {
    console_error_panic_hook::set_once();
    let port = taolight_browser::bridge(port);
    wasm_bindgen_futures::spawn_local(async move {
        let vault = Vault::new(Host {
            storage: storage::open().await,
            cipher: Rc::new(WebCrypto),
            hasher: Rc::new(WorkerHasher { module }),
            clock: Rc::new(BrowserClock::default()),
        });
        let service = Rc::new(VaultService::new(vault));
        let ticking = service.clone();
        wasm_bindgen_futures::spawn_local(async move {
            loop {
                sleep(TICK).await;
                ticking.tick().await;
            }
        });
        taolight_protocol::serve(port, service).await;
    });
}

/// Does one password hash, in a worker that does nothing else. Fails with a `Failure` as JSON.
#[wasm_bindgen]
pub fn derive(kdf: &str, password: Vec<u8>) -> Result<Uint8Array, String> {
    let password = Zeroizing::new(password);
    match hasher::derive_key(kdf, &password) {
        Ok(key) => Ok(Uint8Array::from(key.bytes())),
        Err(failure) => Err(serde_json::to_string(&failure).unwrap_or_default()),
    }
}
