//! The page's way to its two workers. `hosts.js`, loaded before this WebAssembly, has started them already, so that the
//! light client connects while the page is still being built; here their ports become typed clients. A worker that
//! crashes is started again. The engine's may be that of all tabs: then each of them starts it, and gets the same one.

use std::time::Duration;

use futures::{
    StreamExt,
    channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded},
    future::{Either, pending, select},
};
use gloo_timers::future::sleep;
use js_sys::Promise;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::{Client, Role};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessagePort;

use crate::bridge;

/// How long a worker that crashed stays down, so that one that always crashes does not busy the device.
const PAUSE: Duration = Duration::from_secs(1);

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

    /// One kind of worker.
    type Host;

    /// The worker that runs already, the first time; then another one in its place.
    #[wasm_bindgen(method)]
    fn start(this: &Host) -> Run;

    /// One worker.
    type Run;

    #[wasm_bindgen(method, getter)]
    fn port(this: &Run) -> MessagePort;

    /// Rejects once the worker has crashed or cannot start.
    #[wasm_bindgen(method, getter)]
    fn ended(this: &Run) -> Promise;
}

/// A worker behind the page.
pub struct Link {
    /// Asks it.
    pub client: Client,
    /// An item whenever it was started again, with nothing of what it knew before.
    pub restarts: UnboundedReceiver<()>,
    /// Ends it, so that its memory is gone, and starts another one in its place.
    pub stop: UnboundedSender<()>,
}

/// The light client's worker, which `hosts.js` started. Waits for nothing: what is asked while it starts is answered
/// once it runs, and fails as disconnected if it crashes.
pub fn engine() -> Result<Link, Failure> {
    started(Started::engine)
}

/// The keys' worker, in the same way.
pub fn vault() -> Result<Link, Failure> {
    started(Started::vault)
}

fn started(which: fn(&Started) -> Host) -> Result<Link, Failure> {
    let host = STARTED.with(|started| started.as_ref().map(which));
    let host = host.ok_or_else(not_started)?;
    let run = host.start();
    let (client, driver) = Client::new(bridge(run.port()), Role::App, "page");
    let (restarted, restarts) = unbounded();
    let (stop, stops) = unbounded();
    wasm_bindgen_futures::spawn_local(keep(host, run, client.clone(), driver, restarted, stops));
    Ok(Link {
        client,
        restarts,
        stop,
    })
}

/// Starts the worker again for as long as somebody listens.
async fn keep(
    host: Host,
    mut run: Run,
    client: Client,
    driver: impl Future<Output = Failure>,
    restarted: UnboundedSender<()>,
    mut stops: UnboundedReceiver<()>,
) {
    let mut end = until_ended(&run, driver, &mut stops).await;
    loop {
        match end {
            End::Crashed => sleep(PAUSE).await,
            // Starting another one ends this one, and nobody should wait for that.
            End::Stopped => {}
        }
        run = host.start();
        let driver = client.connect(bridge(run.port()));
        if restarted.unbounded_send(()).is_err() {
            return;
        }
        end = until_ended(&run, driver, &mut stops).await;
    }
}

/// Why a worker is to be replaced.
enum End {
    Crashed,
    Stopped,
}

/// Drives the client until the worker is gone or should be. Dropping the driver fails whatever was asked.
async fn until_ended(
    run: &Run,
    driver: impl Future<Output = Failure>,
    stops: &mut UnboundedReceiver<()>,
) -> End {
    let ended = async {
        let driver = Box::pin(driver);
        match select(driver, JsFuture::from(run.ended())).await {
            Either::Left(_) | Either::Right((Err(_), _)) => {}
            // `ended` only ever rejects.
            Either::Right((Ok(_), driver)) => drop(driver.await),
        }
    };
    let stopped = async {
        // Nobody can stop it any more: it ends with the page.
        if stops.next().await.is_none() {
            pending::<()>().await;
        }
    };
    match select(Box::pin(ended), Box::pin(stopped)).await {
        Either::Left(_) => End::Crashed,
        Either::Right(_) => End::Stopped,
    }
}

fn not_started() -> Failure {
    Failure::new(
        ErrorCode::Disconnected,
        "the light client did not start; reload the page, and allow workers for it",
    )
}
