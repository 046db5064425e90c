//! A terminal as the engine's host: the operating system's sockets, files and clock.

use std::{
    rc::Rc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use async_io::Timer;
use futures::{FutureExt, executor::LocalSpawner, future::LocalBoxFuture, task::LocalSpawnExt};
use taolight_engine::Host;
use taolight_light::{LightClient, LightError, Network, Reach, SavedState, Store, platform};

/// This process.
pub(crate) struct Terminal {
    store: Rc<dyn Store>,
    spawner: LocalSpawner,
}

impl Terminal {
    pub(crate) fn new(store: Rc<dyn Store>, spawner: LocalSpawner) -> Self {
        Self { store, spawner }
    }
}

impl Host for Terminal {
    fn start(&self, network: &Network, saved: Option<SavedState>) -> Result<LightClient, LightError> {
        LightClient::start(network, platform::native(), saved)
    }

    fn store(&self) -> Rc<dyn Store> {
        self.store.clone()
    }

    fn reach(&self) -> Reach {
        Reach::Native
    }

    fn spawn(&self, task: LocalBoxFuture<'static, ()>) {
        // It fails only where the pool is gone, and with it whoever would wait for the task.
        let _ = self.spawner.spawn_local(task);
    }

    fn sleep(&self, duration: Duration) -> LocalBoxFuture<'static, ()> {
        Timer::after(duration).map(drop).boxed_local()
    }

    fn now_ms(&self) -> u64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }
}
