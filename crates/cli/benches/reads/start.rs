//! How long after the light client is ready the list of subnets is complete: the first time, when metadata has to be
//! fetched and a runtime compiled, and with what an earlier run left on the device.

use std::{rc::Rc, time::Instant};

use futures::executor::LocalSpawner;
use taolight_cli::Session;
use taolight_light::MemoryStore;
use taolight_protocol::engine::NetworkSource;

use crate::{
    figure::{Figures, figure},
    reads::Read,
};

/// Starts anew so many times at most: each takes seconds.
const MOST: usize = 5;

pub(crate) async fn measure(network: &str, spawner: &LocalSpawner, runs: usize) -> Figures {
    let (mut cold, mut warm) = (Vec::new(), Vec::new());
    for _ in 0..runs.min(MOST) {
        let store = Rc::new(MemoryStore::default());
        cold.push(since_ready(network, &store, spawner).await);
        warm.push(since_ready(network, &store, spawner).await);
    }
    Figures::from_iter([
        ("subnets_after_first_start_ms".to_owned(), figure("ms", &cold)),
        ("subnets_after_start_ms".to_owned(), figure("ms", &warm)),
    ])
}

async fn since_ready(network: &str, store: &Rc<MemoryStore>, spawner: &LocalSpawner) -> f64 {
    let session = open(network, store, spawner).await;
    let ready = Instant::now();
    Read::Subnets.once(session.engine()).await;
    let taken = milliseconds(ready);
    session.close().await.unwrap();
    taken
}

/// An engine that is ready.
pub(crate) async fn open(network: &str, store: &Rc<MemoryStore>, spawner: &LocalSpawner) -> Session {
    let source = NetworkSource::Text {
        text: network.to_owned(),
    };
    Session::open(source, store.clone(), spawner.clone())
        .await
        .unwrap()
}

/// Milliseconds since a moment.
pub(crate) fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1_000.0
}
